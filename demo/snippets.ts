import { AUDIENCES, isWorkAudience } from '../src/core/audiences.js';
import type { Audience } from '../src/core/audiences.js';
import type { Channel, ContactPhone } from '../src/core/directory.js';
import type { Kind } from '../src/core/kinds.js';
import { KINDS } from '../src/core/kinds.js';
import { telephone } from '../src/core/numbers.js';
import type { Panel } from '../src/core/panel.js';
import { bannerFor, panelFor } from '../src/core/panel.js';
import { DEFAULT_DESTINATION } from '../src/core/quick-exit.js';
import { contactById } from '../src/core/routing.js';
import type { AdviceSection } from '../src/core/signs.js';
import { signsFor } from '../src/core/signs.js';
import { hertfordshire } from '../src/data/hertfordshire.js';
import { en } from '../src/data/locales/en.js';
import { enSnippets } from '../src/data/locales/en-snippets.js';
import { signs as guide } from '../src/data/signs.js';

/*
 * The snippets that an editor pastes. They are plain HTML that helps a person before the script loads and if it never does. Every
 * number and address comes from the directory, so that a change there and `npm run pages` change it everywhere.
 */

export const ELEMENTS = KINDS;
export type ElementName = Kind;
export const WAYS = ['placeholder', 'element', 'link'] as const;
export type Way = (typeof WAYS)[number];

/** The address of a link marker, which is a page that helps a person without the script. */
const PAGE = 'https://www.example.org/say-something/';
export const LINK_TEXT: Readonly<Record<Exclude<ElementName, 'exit'>, string>> = {
  report: en.routesHeading,
  signs: en.signs.heading,
  banner: en.banner.heading,
};
/**
 * The class with which a browser's reader view keeps the numbers. Without the word "content" in its class, a `div` of links looks
 * like a menu and is removed. A custom element becomes a `div` there too.
 */
export const READ = 'say-something-content';
/** A no-break space in HTML and XHTML. The character itself would become an ordinary space when a person copies it from the screen. */
const NO_BREAK = '&#160;';
/** Escapes a text for HTML and for an attribute in double quotes. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\u00a0', NO_BREAK);
/** Writes everything but ASCII as HTML's numbers, because a page may not say its encoding, and would show “ as â€œ. */
const inAscii = (html: string): string => html.replace(/[\u0080-\uffff]/g, (one) => `&#${one.charCodeAt(0)};`);
/** Reverses `escaped`, and what snippets write in ASCII. */
export const unescaped = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
const tel = (value: string): string => `<a href="${telephone(value)}">${escaped(value)}</a>`;
/** The page of the council finder with this use. */
function pageOf(use: 'find' | 'read'): string {
  const found = contactById(hertfordshire, hertfordshire.finder)?.channels.find((channel) => channel.use === use);
  if (!found) throw new Error(`the directory has no page to ${use} a council`);
  return found.value;
}
const linkTo = (address: string): string => `<a href="${address}">${address.replace('https://', '')}</a>`;
/** The line with 999. */
const danger = (): string =>
  `<p><strong>${en.banner.danger} ${en.call(tel(hertfordshire.danger.phone.value))}</strong></p>`;
/** What is known of a line that listens, after its number. */
const known = ({ phone }: ContactPhone): string => {
  const words = en.freeAnyTime(!!phone.free, phone.hours === 'always');
  return words && `, ${words.toLowerCase()}`;
};
/** The line for children. `chat` is where they can write instead. */
function children(line: ContactPhone, chat?: Channel): string {
  const { contact, phone } = line;
  const write = chat ? `. ${en.channel.web.chat}: ${linkTo(chat.value)}` : '';
  return `<p>${en.underAge((contact.maximumAge ?? 18) + 1)} ${contact.name}: ${tel(phone.value)}${known(line)}${write}</p>`;
}

/** The panel as it is before any answer, at noon on the day on which the facts were copied: on it they are fresh. */
const panelOf = (audience: Audience): Panel =>
  panelFor({
    directory: hertfordshire,
    guide,
    audience,
    at: new Date(`${hertfordshire.danger.contact.gathered}T12:00:00Z`),
  });

const heading = (level: number, text: string): string => {
  const tag = `h${Math.min(level, 6)}`;
  return `<${tag}>${text}</${tag}>`;
};

/** A link that leaves the page, as the panel's own exit does. */
const leave = (href: string): string => `<a href="${escaped(href)}" rel="noreferrer nofollow">${en.exit.leave}</a>`;

/**
 * Writes a band, whose name is the id of a contact, a sign or a list of advice, or one of `leave`, `now`, `danger`, `elsewhere`, `tell`,
 * `next` and `support`. The pages without script add what it opens to.
 */
export type WriteBand = (name: string, line: string) => string;
const asItIs: WriteBand = (_, line) => line;

export function reportLines(
  audience: Audience,
  level: number,
  noExit = false,
  write = asItIs,
  papers?: string,
): string[] {
  const panel = panelOf(audience);
  const { child, first, finder, support, copied } = panel;
  return [
    heading(level, audience === 'young-person' ? en.signs.childHeading : en.heading),
    ...(panel.exit && !noExit ? [write('leave', `<p>${leave(DEFAULT_DESTINATION)}. ${en.exit.history}</p>`)] : []),
    write('now', danger()),
    `<p>${en.missingChild}</p>`,
    write('danger', `<p>${enSnippets.silent(panel.danger.phone.value)}</p>`),
    `<p>${child ? en.friendDisclosure : en.disclosure}</p>`,
    ...(panel.childLine ? [write(panel.childLine.contact.id, children(panel.childLine, panel.chat))] : []),
    heading(level + 1, en.routesHeading),
    ...panel.advice.map((id) => `<p><strong>${en.advice[id]}</strong></p>`),
    '<ul>',
    ...first.map(({ contact: { id, name, description, askFor, anonymity, channels } }) => {
      const phone = channels.find(({ type }) => type === 'phone');
      const ask = askFor && !child ? `, ${en.askFor(askFor)}` : '';
      const does = anonymity === 'yes' ? `${description} ${en.anonymity.yes}` : description;
      return write(
        id,
        `  <li><p><strong>${escaped(name)}</strong>: ${phone ? tel(phone.value) : ''}${ask}</p> <p>${escaped(does)}</p></li>`,
      );
    }),
    ...(finder
      ? [write('elsewhere', `  <li><p><strong>${en.elsewhere}</strong>: ${linkTo(finder.page.value)}</p></li>`)]
      : []),
    '</ul>',
    write('tell', `<p>${child ? en.whatChildrenCanSay : enSnippets.tell}</p>`),
    write('next', `<p>${enSnippets.next}</p>`),
    ...(support
      ? [
          write(
            'support',
            `<p>${en.support}: ${support.contact.name} ${tel(support.phone.value)}${known(support)}. ${enSnippets.notAReport}</p>`,
          ),
        ]
      : []),
    ...(copied ? [`<p>${en.numbersCopied(copied)}</p>`] : []),
    // as the element, which has it for staff only
    ...(papers && !panel.exit ? [`<p><a href="${escaped(papers)}" rel="noreferrer">${en.papers}</a></p>`] : []),
  ];
}

/** A web link, so that one link still works when a filter removes all `tel:` links. */
export const guidance = (): string => `<p>${en.guidance}: ${linkTo(pageOf('read'))}</p>`;

/** The first points of each list, in one line: as much as the panel shows of a closed disclosure. */
const inOneLine = (group: readonly AdviceSection[]): string =>
  `<p>${group
    .map(
      ({ id, points }) =>
        `<strong>${escaped(en.signs.sections[id])}:</strong> ${points
          .slice(0, 2)
          .map((point) => escaped(en.signs.points[point.id]))
          .join(' ')}`,
    )
    .join(' ')}</p>`;

const nameOf = ([first]: readonly AdviceSection[]): string => first?.id ?? '';

export function signsLines(audience: Audience, level: number, write = asItIs): string[] {
  const model = signsFor({ directory: hertfordshire, guide, audience, leads: true });
  const { child, before, after, childLine } = model;
  return [
    heading(level, child ? en.signs.childHeading : en.signs.heading),
    `<p>${child ? en.signs.childCaution : en.signs.caution}</p>`,
    ...before.map((group) => write(nameOf(group), inOneLine(group))),
    ...(child ? [`<p>${en.whatChildrenCanSay}</p>`] : []),
    '<ul>',
    ...model.signs.map(({ id }) => write(id, `  <li>${escaped(en.signs.signs[id][0])}</li>`)),
    '</ul>',
    ...after.map((group) => write(nameOf(group), inOneLine(group))),
    ...(childLine ? [children(childLine)] : []),
    danger(),
    guidance(),
  ];
}

function banner(audience: Audience, level: number): string[] {
  const { childLine } = bannerFor(hertfordshire, audience);
  return [
    heading(level, en.banner.heading),
    `<p>${en.banner.sentence[audience]}</p>`,
    ...(childLine ? [children(childLine)] : []),
    danger(),
    guidance(),
  ];
}

const exit = (href: string): string[] => [`<p>${en.exit.before}</p>`, `<p>${leave(href)}</p>`];

export interface SnippetSettings {
  readonly element: ElementName;
  /** The default is `placeholder`. */
  readonly way?: Way;
  /** The default is `public`. */
  readonly audience?: Audience;
  /** The address of a link marker. It is a page that helps a person without the script, with `/say-something/` in its path. */
  readonly page?: string;
  /** 1 to 6. The default is 2. */
  readonly headingLevel?: number;
  /** The address of the action or of the exit. The defaults are the panel on the page and the BBC's weather. */
  readonly href?: string | undefined;
  /** Whether to leave out the panel's own exit. */
  readonly noExit?: boolean;
  /** The address of the link at the foot of a panel for staff. Without an address there is no such link. */
  readonly papers?: string | undefined;
  /** The language of the words, if the page has another. */
  readonly lang?: string | undefined;
}

/**
 * The lines of HTML that a page shows until the script draws the element, and permanently if it never does. Each line is a band of what
 * is drawn, in the same order, so that nothing moves when the element replaces them.
 */
export function fallbackFor({
  element,
  audience = 'public',
  headingLevel = 2,
  href = DEFAULT_DESTINATION,
  noExit = false,
  papers,
}: Pick<SnippetSettings, 'element' | 'audience' | 'headingLevel' | 'href' | 'noExit' | 'papers'>): string {
  const lines = {
    report: () => reportLines(audience, headingLevel, noExit, asItIs, papers),
    banner: () => banner(audience, headingLevel),
    signs: () => signsLines(audience, headingLevel),
    exit: () => exit(href),
  };
  return inAscii(lines[element]().join('\n'));
}

/** The settings of an element as attributes, in the order in which snippets have them. */
function attributesOf({
  element,
  audience = 'public',
  headingLevel = 2,
  href,
  noExit,
  papers,
  lang,
}: SnippetSettings): string[][] {
  const settings: string[][] = [];
  if (element !== 'exit') settings.push(['audience', audience]);
  if (element !== 'exit' && headingLevel !== 2) settings.push(['heading-level', String(headingLevel)]);
  if (element !== 'report' && href) settings.push(['href', href]);
  // write a value, because some filters remove an attribute without one
  if (element === 'report' && noExit) settings.push(['no-exit', 'true']);
  if (element === 'report' && papers && isWorkAudience(audience)) settings.push(['papers', papers]);
  if (lang) settings.push(['lang', lang]);
  return settings;
}
const written = (settings: string[][], prefix = ''): string =>
  settings.map(([name, value]) => ` ${prefix}${name}="${escaped(value ?? '')}"`).join('');

/**
 * The snippet for an element, as HTML.
 *
 * `placeholder` is the published one. `element` is the custom element with the same content. `link` is a link alone in its paragraph
 * below the numbers. The exit has no link marker, so its link snippet is only the link itself.
 *
 * Throws for an unknown element, way or audience, because the names come from scripts and from comments in pages too.
 */
export function snippetFor(settings: SnippetSettings): string {
  const { element, way = 'placeholder', audience = 'public', page = PAGE, lang } = settings;
  if (!ELEMENTS.includes(element) || !WAYS.includes(way) || !AUDIENCES.includes(audience)) {
    throw new Error(`there is no ${element} as ${way} for ${audience}`);
  }
  const inside = fallbackFor(settings);
  const attributes = attributesOf(settings);
  const fragment = audience === 'public' || element === 'exit' ? element : `${element}-${audience}`;
  if (way === 'placeholder') {
    // the class names the kind and the audience too, because some filters keep only the class; the bare class means the public panel
    const more = fragment === 'report' ? '' : ` say-something-${fragment}`;
    // the fallback inside has the same language
    const own = lang ? written([['lang', lang]]) : '';
    return `<div class="say-something ${READ}${more}" data-say-something="${element}"${written(attributes, 'data-')}${own}>\n${indented(inside)}\n</div>`;
  }
  if (way === 'element') {
    const fallback = `<div class="say-something-fallback ${READ}">\n${indented(inside)}\n</div>`;
    return `<say-something-${element}${written([...attributes, ['class', READ]])}>\n${indented(fallback)}\n</say-something-${element}>`;
  }
  if (element === 'exit') return inside;
  return `${inAscii(linesAbove(audience).join('\n'))}\n${markerFor(element, page, audience)}`;
}

/** The numbers above a link marker. */
export const linesAbove = (audience: Audience): string[] => {
  const { childLine } = panelOf(audience);
  return [danger(), ...(childLine ? [children(childLine)] : [])];
};

/** A link alone in its paragraph, which the script replaces. */
export const markerFor = (element: Exclude<ElementName, 'exit'>, page: string, audience: Audience): string =>
  `<p><a href="${escaped(page)}#${element}${audience === 'public' ? '' : `-${audience}`}">${LINK_TEXT[element]}</a></p>`;

export const indented = (text: string): string => text.replace(/^/gm, '  ');
