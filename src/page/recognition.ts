/*
 * Which nodes of a page ask for an element, and for which. Reads only, and any document: a page that says what a snippet will
 * become can ask what the script would.
 */

export const PREFIX = 'say-something-';
export const PLACEHOLDERS = '.say-something,[data-say-something]';
export const LINKS = 'a[href*="say-something"]';
/** Settings that a placeholder may carry as `data-<attribute>`. */
export const SETTINGS = ['audience', 'heading-level', 'lang', 'directory', 'href', 'no-exit'];
/** `say-something-signs-hotel` among the classes says the same where a filter leaves the class and no data attribute. */
const IN_CLASS = /(?:^|\s)say-something-(report|signs|banner|exit)(?:-([a-z-]+))?(?:\s|$)/;
/** What a link may be all of: elsewhere (a sentence, a list, a table) it is the author's own link and stays one. */
const ALONE_IN = 'p,div,section,h1,h2,h3,h4,h5,h6';

/** What a marker asks for, as its author wrote it. */
export interface Wanted {
  readonly kind: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** What a placeholder asks for; whether there is such a kind is for the caller to say. */
export function fromPlaceholder(placeholder: Element): Wanted {
  const [, kind, audience] = IN_CLASS.exec(placeholder.getAttribute('class') ?? '') ?? [];
  return {
    kind: placeholder.getAttribute('data-say-something')?.trim() || kind || 'report',
    settings: Object.fromEntries(
      SETTINGS.flatMap((name) => {
        const value = placeholder.getAttribute(`data-${name}`) ?? (name === 'audience' ? audience : undefined);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  };
}

/** What a block or a link says, without our own words in it and the spaces, some of no width, that editors leave about. */
const wordsOf = (node: Node): string =>
  [...node.childNodes]
    .map((child) => ((child as Partial<Element>).slot ? '' : child.textContent))
    .join('')
    .replace(/[\s\u200b-\u200d\u2060]+/g, '');

/**
 * What a link asks for, and of which block: `…/say-something/#report-hotel`, alone in it. A script of the page may put an icon
 * beside the link later: a block that `isDrawn` does not go because of that.
 */
export function fromLink(
  link: HTMLAnchorElement,
  isDrawn: (block: Element) => boolean,
): (Wanted & { readonly block: Element }) | undefined {
  const [, kind, audience] = /^#(report|signs|banner)(?:-([a-z-]+))?$/.exec(link.hash) ?? [];
  // the nearest of all: a link in a list or a table stays a link, even where that stands alone in a section
  const nearest = link.closest(`${ALONE_IN},li,td,th,dd,dt,label,summary`);
  const block = nearest?.matches(ALONE_IN) ? nearest : undefined;
  // editors make addresses relative, and servers drop the last slash
  if (!kind || !block || !/\/say-something(?:\/|$)/.test(link.pathname)) return undefined;
  const words = wordsOf(link);
  if (
    !isDrawn(block) &&
    (!words || words !== wordsOf(block) || block.querySelector('img,svg:not(a svg),input,button,video'))
  )
    return undefined;
  return { kind, block, settings: audience ? { audience } : {} };
}
