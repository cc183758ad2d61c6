import { AUDIENCES } from '../src/core/audiences.js';
import type { Audience } from '../src/core/audiences.js';
import type { Kind } from '../src/core/kinds.js';
import { KINDS } from '../src/core/kinds.js';
import { telephone } from '../src/core/numbers.js';
import type { Panel } from '../src/core/panel.js';
import { panelFor, routesWithoutClock } from '../src/core/panel.js';
import { DEFAULT_DESTINATION } from '../src/core/quick-exit.js';
import { contactById } from '../src/core/routing.js';
import { hertfordshire } from '../src/data/hertfordshire.js';
import { en } from '../src/data/locales/en.js';
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
/** Reverses `escaped`. */
export const unescaped = (text: string): string =>
  text.replaceAll(NO_BREAK, '\u00a0').replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const tel = (value: string): string => `<a href="${telephone(value)}">${escaped(value)}</a>`;
/** The page of the council finder with this use. */
function pageOf(use: 'find' | 'read'): string {
  const found = contactById(hertfordshire, hertfordshire.finder)?.channels.find((channel) => channel.use === use);
  if (!found) throw new Error(`the directory has no page to ${use} a council`);
  return found.value;
}
const linkTo = (address: string): string => `<a href="${address}">${address.replace('https://', '')}</a>`;
/** 999 and the line for children, which come first in every snippet with numbers. */
export function first(): string[] {
  const { danger, childLine } = hertfordshire;
  const { contact, phone } = childLine;
  return [
    `<p><strong>${en.banner.danger} Call ${tel(danger.phone.value)}</strong></p>`,
    `<p>${en.underAge((contact.maximumAge ?? 18) + 1)} ${contact.name} ${tel(phone.value)}${en.childrenFacts(
      !!phone.free,
      phone.hours === 'always',
    )}</p>`,
  ];
}

/** The panel as it is before any answer, at noon on the day on which the facts were copied: on it they are fresh. */
const panelOf = (audience: Audience): Panel =>
  panelFor({
    directory: hertfordshire,
    guide,
    audience,
    at: new Date(`${hertfordshire.danger.contact.gathered}T12:00:00Z`),
  });

function report(audience: Audience): string[] {
  const panel = panelOf(audience);
  return [
    ...first(),
    '<ul>',
    ...routesWithoutClock(panel, hertfordshire).map(
      ({ contact: { name, askFor }, phone }) =>
        `  <li>${name}: ${tel(phone.value)}${askFor && !panel.child ? en.askFor(askFor) : ''}</li>`,
    ),
    `  <li>Somewhere else in England: ${linkTo(pageOf('find'))}</li>`,
    '</ul>',
    `<p>${panel.child ? en.whatChildrenCanSay : en.tellHint}</p>`,
  ];
}

/** A web link, so that one link still works when a filter removes all `tel:` links. */
const guidance = (): string => `<p>Who to tell in England: ${linkTo(pageOf('read'))}</p>`;

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
