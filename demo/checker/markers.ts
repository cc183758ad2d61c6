import type { Audience } from '../../src/core/audiences.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import { fromLink, fromPlaceholder, LINKS, PLACEHOLDERS, PREFIX, SETTINGS } from '../../src/page/recognition.js';
import type { Wanted } from '../../src/page/recognition.js';
import { AUDIENCE_NAMES } from '../audiences.js';
import type { ElementName } from '../snippets.js';
import { ELEMENTS } from '../snippets.js';
import { attribute, attributeNames, closest, isSeen, matches } from './text.js';

const NAMES: Readonly<Record<ElementName, string>> = {
  report: 'the panel',
  signs: 'the signs',
  banner: 'the banner',
  exit: 'the way to leave the page',
};
/** `the panel for hotel staff` */
export function nameOf(element: ElementName, audience: Audience): string {
  const name = AUDIENCE_NAMES[audience];
  return element === 'exit' ? NAMES.exit : `${NAMES[element]} for ${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}
export const isAre = (element: ElementName): string => (element === 'signs' ? 'are' : 'is');

export interface Asked {
  readonly element: ElementName;
  readonly audience: Audience;
}

/** A marker in the markup, and what the script does with it. */
export interface Marker {
  readonly form: 'placeholder' | 'element' | 'link';
  /** The node that the element is drawn on, or would be. */
  readonly node: Element;
  /** What the content system has kept: `class and data`, `class`, `data`, `tag`, `tag without settings` or `link`. */
  readonly keeps: string;
  /** The element and audience that it asks for, if that can be told. */
  readonly asks?: Asked;
  /** The element that the script draws. It is left out if the script draws none. */
  readonly draws?: Asked;
  /** The way that would work, if the script draws nothing. */
  readonly instead?: 'placeholder' | 'link';
  /** A sentence that says what the script does with it. */
  readonly says: string;
  /** A sentence for each setting that is not used as it was written. It says what is used instead. */
  readonly wrong: readonly string[];
}

const short = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
const list = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
const sentence = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
const kindOf = (kind: string): ElementName | undefined => ELEMENTS.find((element) => element === kind);
const audienceOf = (written: string | undefined): Audience =>
  AUDIENCES.find((audience) => audience === written?.trim()) ?? 'public';

function wrongIn({ settings }: Wanted): string[] {
  const { audience, 'heading-level': level, href, directory } = settings;
  const wrong: string[] = [];
  if (audience?.trim() && audienceOf(audience) !== audience.trim()) {
    wrong.push(
      `The audience ${short(audience)} is not known, so everyone’s words are used. Known are ${list(AUDIENCES)}.`,
    );
  }
  if (level !== undefined && !/^[1-6]$/.test(level.trim())) {
    wrong.push(`The heading level ${short(level)} is not a number from 1 to 6, so 2 is used.`);
  }
  for (const [name, value] of Object.entries({ href, directory })) {
    // an address without a scheme is on the page's own site
    if (value && /^\s*(?!https:)[a-z][a-z\d+.-]*:/i.test(value)) {
      wrong.push(`The address ${short(value)} in ${name} does not begin with https:// and may not be used.`);
    }
  }
  return wrong;
}

/** Whether the browser allows a shadow root on a tag. */
function canHold(node: Element): boolean {
  try {
    const inert = document.implementation.createHTMLDocument('');
    inert.createElement(node.localName).attachShadow({ mode: 'open' });
    return node instanceof HTMLElement;
  } catch {
    return false;
  }
}

function placeholder(node: Element): Marker {
  const wanted = fromPlaceholder(node);
  const element = kindOf(wanted.kind);
  const audience = audienceOf(wanted.settings.audience);
  const hasClass = matches(node, '.say-something');
  const keeps = [
    ...(hasClass ? ['class'] : []),
    ...(attribute(node, 'data-say-something') === null ? [] : ['data']),
  ].join(' and ');
  const kept =
    keeps === 'class and data'
      ? 'kept its class and its settings'
      : hasClass
        ? 'kept its class, which is enough, and lost its data- settings'
        : 'lost its class and kept its data- settings, which are enough';
  const tag = node.localName;
  const base = { form: 'placeholder', node, keeps, wrong: wrongIn(wanted) } as const;
  if (!element) {
    return {
      ...base,
      instead: 'placeholder',
      says: `The ${tag} asks for ${short(wanted.kind)}, and there is no such thing: its text stays as it is. Known are ${list(ELEMENTS)}.`,
    };
  }
  const asks = { element, audience };
  if (!canHold(node)) {
    return {
      ...base,
      asks,
      instead: 'placeholder',
      says: `Nothing can be drawn on a ${tag}: its text stays as it is. Use a div.`,
    };
  }
  return {
    ...base,
    asks,
    draws: asks,
    says: `The ${tag} has ${kept}. It asks for ${nameOf(element, audience)}.`,
  };
}

function tag(node: Element): Marker | undefined {
  const element = kindOf(node.localName.slice(PREFIX.length));
  if (!element) return undefined;
  const names = attributeNames(node);
  const settings = Object.fromEntries(
    SETTINGS.flatMap((name) => (names.includes(name) ? [[name, attribute(node, name) ?? '']] : [])),
  );
  const audience = audienceOf(settings.audience);
  const wrong = wrongIn({ kind: element, settings });
  if (node.firstElementChild && !node.querySelector(':scope > .say-something-fallback')) {
    wrong.push(
      `The numbers inside ${node.localName} stand in no <div class="say-something-fallback">, so they show twice where the script draws.`,
    );
  }
  return {
    form: 'element',
    node,
    keeps: element === 'exit' || names.includes('audience') ? 'tag' : 'tag without settings',
    asks: { element, audience },
    draws: { element, audience },
    says: `The tag ${node.localName} is there. It asks for ${nameOf(element, audience)}.`,
    wrong,
  };
}

/** Why the script does not draw on a link with one of our fragments. */
function whyNot(link: Element): string {
  const around = closest(link, 'li,td,th,dd,dt,label,summary,p,div,section,h1,h2,h3,h4,h5,h6');
  if (!around) return 'it stands in no paragraph';
  if (matches(around, 'li,dd,dt')) return 'it stands in a list';
  if (matches(around, 'td,th')) return 'it stands in a table';
  if (matches(around, 'label,summary')) return `it stands in a ${around.localName}`;
  return 'it is not alone in its paragraph';
}

function link(node: HTMLAnchorElement): Marker | undefined {
  // a link with any other fragment is an ordinary link
  const [, kind = '', written] = /^#(report|signs|banner)(?:-([a-z-]+))?$/.exec(node.hash) ?? [];
  const known = kindOf(kind);
  if (!known) return undefined;
  const asks = { element: known, audience: audienceOf(written) };
  const wanted = fromLink(node, () => false);
  const element = wanted && kindOf(wanted.kind);
  const base = { form: 'link', keeps: 'link', asks } as const;
  if (!element || !wanted) {
    return {
      ...base,
      node,
      instead: 'link',
      says: `The link to ${short(node.hash)} stays a link, because ${whyNot(node)}.`,
      wrong: [],
    };
  }
  const audience = audienceOf(wanted.settings.audience);
  return {
    ...base,
    node: wanted.block,
    draws: { element, audience },
    says: `The link stands alone in its ${wanted.block.localName === 'p' ? 'paragraph' : wanted.block.localName}. It asks for ${nameOf(element, audience)}.`,
    wrong: wrongIn(wanted),
  };
}

/** The most markers that are checked. No real page has so many, but the pasted markup may be anything. */
const MOST = 200;

/** Every marker in the order of the page, as the script would recognise it. */
export function markersIn(root: Element): Marker[] {
  /** The nodes whose content disappears when the script draws. */
  const covered: Element[] = [];
  const all = root.querySelectorAll(`${PLACEHOLDERS},${LINKS},${ELEMENTS.map((element) => PREFIX + element).join()}`);
  return [...all].slice(0, MOST).flatMap((found): Marker[] => {
    const marker = markerOf(found);
    if (!marker?.draws) return marker ? [marker] : [];
    const { form, node, keeps, wrong, draws } = marker;
    const rest = { form, node, keeps, wrong };
    const name = nameOf(draws.element, draws.audience);
    const inside = covered.some((element) => Node.prototype.contains.call(element, marker.node));
    covered.push(
      ...(marker.form === 'element' ? marker.node.querySelectorAll(':scope > .say-something-fallback') : [marker.node]),
    );
    // one of our links among the fallback's numbers belongs to the fallback
    if (inside && marker.form === 'link') return [];
    if (inside)
      return [{ ...rest, says: sentence(`${name} ${isAre(draws.element)} not seen: it stands inside another`) }];
    if (isSeen(marker.node)) return [marker];
    return [
      {
        ...rest,
        asks: draws,
        instead: 'placeholder',
        says: sentence(`${name} would not be seen, because the page hides what it stands in`),
      },
    ];
  });
}

function markerOf(node: Element): Marker | undefined {
  // a browser that runs the script ignores the content of noscript
  if (closest(node, 'noscript')) return undefined;
  try {
    if (matches(node, PLACEHOLDERS)) return placeholder(node);
    return node instanceof HTMLAnchorElement ? link(node) : tag(node);
  } catch {
    // a form's fields can hide its methods by their names; the script leaves such a form alone too
    return undefined;
  }
}
