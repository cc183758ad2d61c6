/*
 * Decides which nodes of a page ask for an element, and for which one. It only reads, in any document, so that the checker
 * in demo/checker can apply the same rules to a page that it was given.
 */

export const PREFIX = 'say-something-';
export const PLACEHOLDERS = '.say-something,[data-say-something]';
export const LINKS = 'a[href*="say-something"]';
/** Settings that a placeholder may carry as `data-<attribute>`. */
export const SETTINGS = ['audience', 'heading-level', 'lang', 'directory', 'href', 'no-exit', 'papers'];
/** Classes such as `say-something-signs-hotel` say the same, for filters that keep classes and remove data attributes. */
const IN_CLASS = /(?:^|\s)say-something-(report|signs|banner|exit)(?:-([a-z-]+))?(?:\s|$)/;
/**
 * The blocks in which a link counts if nothing else is in them. Anywhere else (a sentence, a list, a table) it is the author's own link and
 * stays one.
 */
const ALONE_IN = 'p,div,section,h1,h2,h3,h4,h5,h6';

/** What a marker asks for, as its author wrote it. */
export interface Wanted {
  readonly kind: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** What a placeholder asks for. The caller checks whether there is such a kind. */
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

/** The text of a block or a link, without our own words and without the spaces, some of zero width, that editors leave. */
const wordsOf = (node: Node): string =>
  [...node.childNodes]
    .map((child) => ((child as Partial<Element>).slot ? '' : child.textContent))
    .join('')
    .replace(/[\s\u200b-\u200d\u2060]+/g, '');

/**
 * What a link such as `…/say-something/#report-hotel` asks for, and the block that it is alone in. A script of the page may later put an
 * icon next to the link, so a block that `isDrawn` stays one.
 */
export function fromLink(
  link: HTMLAnchorElement,
  isDrawn: (block: Element) => boolean,
): (Wanted & { readonly block: Element }) | undefined {
  const [, kind, audience] = /^#(report|signs|banner)(?:-([a-z-]+))?$/.exec(link.hash) ?? [];
  // Only the nearest of all these counts: a link in a list or a table stays a link, even if that is alone in a section.
  const nearest = link.closest(`${ALONE_IN},li,td,th,dd,dt,label,summary`);
  const block = nearest?.matches(ALONE_IN) ? nearest : undefined;
  // Editors make addresses relative, and servers drop the last slash.
  if (!kind || !block || !/\/say-something(?:\/|$)/.test(link.pathname)) return undefined;
  const words = wordsOf(link);
  if (
    !isDrawn(block) &&
    (!words || words !== wordsOf(block) || block.querySelector('img,svg:not(a svg),input,button,video'))
  )
    return undefined;
  return { kind, block, settings: audience ? { audience } : {} };
}
