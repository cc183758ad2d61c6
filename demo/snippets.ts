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
 * What an editor pastes: plain HTML that is of use before the script comes, and where it never does. Every number and address
 * comes from the directory, so that one who changes a number there and says `npm run pages` has changed it everywhere.
 */

export const ELEMENTS = KINDS;
export type ElementName = Kind;
export const WAYS = ['placeholder', 'element', 'link'] as const;
export type Way = (typeof WAYS)[number];

/** Where a link marker leads, and what it says: a page that is of use by itself. */
const PAGE = 'https://www.example.org/say-something/';
export const LINK_TEXT: Readonly<Record<Exclude<ElementName, 'exit'>, string>> = {
  report: en.routesHeading,
  signs: en.signs.heading,
  banner: en.banner.heading,
};
/**
 * Makes the reader view of a browser keep the numbers: it takes a `div` of links for a menu, unless its class speaks of content.
 * A custom element becomes a `div` there as well.
 */
export const READ = 'say-something-content';
/** A no-break space as HTML and XHTML write it: a browser that copies from the screen makes a plain one of the character itself. */
const NO_BREAK = '&#160;';
/** Text as it may stand in HTML and in an attribute's double quotes. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\u00a0', NO_BREAK);
/** The text that was `escaped`. */
export const unescaped = (text: string): string =>
  text.replaceAll(NO_BREAK, '\u00a0').replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const tel = (value: string): string => `<a href="${telephone(value)}">${escaped(value)}</a>`;
/** The page of the council finder that is for finding a council, or for reading. */
function pageOf(use: 'find' | 'read'): string {
  const found = contactById(hertfordshire, hertfordshire.finder)?.channels.find((channel) => channel.use === use);
  if (!found) throw new Error(`the directory has no page to ${use} a council`);
  return found.value;
}
const linkTo = (address: string): string => `<a href="${address}">${address.replace('https://', '')}</a>`;
/** Danger, and the line for children: both come first, whatever else is shown. */
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

/** Where a filter takes away `tel:`, and with it every number's link, one link still has to work. */
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
  /** `placeholder` where left out. */
  readonly way?: Way;
  /** `public` where left out. */
  readonly audience?: Audience;
  /** Where a link marker leads: the address of a page that is of use by itself, its path holding `/say-something/`. */
  readonly page?: string;
  /** 1 to 6; 2 where left out. */
  readonly headingLevel?: number;
  /** Where the action of signs and banner leads, or the exit; the panel on the page, or the BBC's weather, where left out. */
  readonly href?: string | undefined;
  /** Whether the panel is to have no exit of its own. */
  readonly noExit?: boolean;
  /** The language of the words, where that of the page is another. */
  readonly lang?: string | undefined;
}

/**
 * What stands in a page until the script has drawn the element, and for good where it never does: lines of HTML. As much as the
 * element shows at first, so that the element has room in its place and nothing below has to move.
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

/** What an element is told besides what it is, as attributes in the order in which they are written. */
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
  // a word, because some filters take an attribute away that has none
  if (element === 'report' && noExit) settings.push(['no-exit', 'true']);
  if (lang) settings.push(['lang', lang]);
  return settings;
}
const written = (settings: string[][], prefix = ''): string =>
  settings.map(([name, value]) => ` ${prefix}${name}="${escaped(value ?? '')}"`).join('');

/**
 * The snippet for an element, as HTML.
 *
 * `placeholder` is the published one; `element` is the custom element with the same inside it; `link` is a link alone in its
 * paragraph below the numbers. The exit has no marker as a link: there the link itself is all there is.
 *
 * Throws for an element, a way or an audience that there is not: the names come from scripts and from pages' comments too.
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
    // some filters leave the class alone, and the class alone means the panel for everybody
    const more = fragment === 'report' ? '' : ` say-something-${fragment}`;
    // the plain text inside is in that language too
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

/** A link alone in its paragraph, which the script draws on. */
export const markerFor = (element: Exclude<ElementName, 'exit'>, page: string, audience: Audience): string =>
  `<p><a href="${escaped(page)}#${element}${audience === 'public' ? '' : `-${audience}`}">${LINK_TEXT[element]}</a></p>`;

export const indented = (text: string): string => text.replace(/^/gm, '  ');
