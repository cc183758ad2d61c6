import { AUDIENCES, presetAnswers } from '../src/core/audiences.js';
import type { Audience } from '../src/core/audiences.js';
import type { Channel, Contact } from '../src/core/directory.js';
import { digitsOf } from '../src/core/numbers.js';
import { DEFAULT_DESTINATION } from '../src/core/quick-exit.js';
import { contactById, routesFor } from '../src/core/routing.js';
import { hertfordshire } from '../src/data/hertfordshire.js';
import { en } from '../src/data/locales/en.js';

/*
 * The snippets that an editor pastes. They are plain HTML that helps a person before the script loads and if it never does. Every
 * number and address comes from the directory, so that a change there and `npm run pages` change it everywhere.
 */

export const ELEMENTS = ['report', 'signs', 'banner', 'exit'] as const;
export type ElementName = (typeof ELEMENTS)[number];
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
/** The number of routes on the panel's first screen. */
const FIRST = 3;

const contact = (id: string): Contact => {
  const found = contactById(hertfordshire, id);
  if (!found) throw new Error(`the directory has no contact ${id}`);
  return found;
};
/** A no-break space in HTML and XHTML. The character itself would become an ordinary space when a person copies it from the screen. */
const NO_BREAK = '&#160;';
/** Escapes a text for HTML and for an attribute in double quotes. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\u00a0', NO_BREAK);
/** Reverses `escaped`. */
export const unescaped = (text: string): string =>
  text.replaceAll(NO_BREAK, '\u00a0').replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const tel = (value: string): string => `<a href="tel:${digitsOf(value)}">${escaped(value)}</a>`;
function phoneOf({ id, channels }: Contact): Channel {
  const found = channels.find(({ type }) => type === 'phone');
  if (!found) throw new Error(`${id} has no phone`);
  return found;
}
const hasPhone = ({ channels }: Contact): boolean => channels.some(({ type }) => type === 'phone');
/** The page of a contact with this use. */
function pageOf({ id, channels }: Contact, use: 'find' | 'read'): string {
  const found = channels.find((channel) => channel.use === use);
  if (!found) throw new Error(`${id} has no page to ${use}`);
  return found.value;
}
const linkTo = (address: string): string => `<a href="${address}">${address.replace('https://', '')}</a>`;
const isChild = (audience: Audience): boolean => presetAnswers(audience).who === 'under-19';

/** 999 and the line for children, which come first in every snippet with numbers. */
export function first(): string[] {
  const children = contact(hertfordshire.children);
  const line = phoneOf(children);
  return [
    `<p><strong>${en.banner.danger} Call ${tel(phoneOf(contact(hertfordshire.emergency)).value)}</strong></p>`,
    `<p>${en.underAge((children.maximumAge ?? 18) + 1)} ${children.name} ${tel(line.value)}${en.childrenFacts(
      !!line.free,
      line.hours === 'always',
    )}</p>`,
  ];
}

/**
 * The first routes of a panel before any answer. A snippet does not know the time, so contacts that never close come before the
 * rest.
 */
function routes(audience: Audience): Contact[] {
  const at = new Date(`${contact(hertfordshire.emergency).gathered}T12:00:00Z`);
  const all = routesFor(hertfordshire, presetAnswers(audience), at)
    .map((route) => route.contact)
    .filter((one) => one.id !== hertfordshire.children && hasPhone(one));
  const always = all.filter((one) => phoneOf(one).hours === 'always');
  return [...always, ...all.filter((one) => !always.includes(one))].slice(0, FIRST);
}

function report(audience: Audience): string[] {
  return [
    ...first(),
    '<ul>',
    ...routes(audience).map(
      (one) =>
        `  <li>${one.name}: ${tel(phoneOf(one).value)}${one.askFor && !isChild(audience) ? en.askFor(one.askFor) : ''}</li>`,
    ),
    `  <li>Somewhere else in England: ${linkTo(pageOf(contact(hertfordshire.finder), 'find'))}</li>`,
    '</ul>',
    `<p>${isChild(audience) ? en.whatChildrenCanSay : en.tellHint}</p>`,
  ];
}

/** A web link, so that one link still works when a filter removes all `tel:` links. */
const guidance = (): string =>
  `<p>Who to tell in England: ${linkTo(pageOf(contact(hertfordshire.finder), 'read'))}</p>`;

const banner = (audience: Audience): string[] => [
  `<p><strong>${en.banner.heading}</strong></p>`,
  `<p>${en.banner.sentence[audience]}</p>`,
];

const exit = (href: string): string[] => [
  `<p>${en.exit.before}</p>`,
  `<p><a href="${escaped(href)}" rel="noreferrer nofollow">${en.exit.leave}</a></p>`,
];

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
  /** The language of the words, if the page has another. */
  readonly lang?: string | undefined;
}

/**
 * The lines of HTML that a page shows until the script draws the element, and permanently if it never does. They show as much as
 * the element at first, so that nothing below moves when the element replaces them.
 */
export function fallbackFor({
  element,
  audience = 'public',
  href = DEFAULT_DESTINATION,
}: Pick<SnippetSettings, 'element' | 'audience' | 'href'>): string {
  const lines = {
    report: () => report(audience),
    banner: () => [...banner(audience), ...first(), guidance()],
    signs: () => [...first(), guidance()],
    exit: () => exit(href),
  };
  return lines[element]().join('\n');
}

/** The settings of an element as attributes, in the order in which snippets have them. */
function attributesOf({
  element,
  audience = 'public',
  headingLevel = 2,
  href,
  noExit,
  lang,
}: SnippetSettings): string[][] {
  const settings: string[][] = [];
  if (element !== 'exit') settings.push(['audience', audience]);
  if (element !== 'exit' && headingLevel !== 2) settings.push(['heading-level', String(headingLevel)]);
  if (element !== 'report' && href) settings.push(['href', href]);
  // write a value, because some filters remove an attribute without one
  if (element === 'report' && noExit) settings.push(['no-exit', 'true']);
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
  return `${first().join('\n')}\n${markerFor(element, page, audience)}`;
}

/** A link alone in its paragraph, which the script replaces. */
export const markerFor = (element: Exclude<ElementName, 'exit'>, page: string, audience: Audience): string =>
  `<p><a href="${escaped(page)}#${element}${audience === 'public' ? '' : `-${audience}`}">${LINK_TEXT[element]}</a></p>`;

export const indented = (text: string): string => text.replace(/^/gm, '  ');
