import type { Placed } from './placement.js';
import { warnOnce } from './warn.js';

const PREFIX = 'say-something-';
const PLACEHOLDERS = '.say-something,[data-say-something]';
const LINKS = 'a[href*="say-something"]';
const MARKERS = `${PLACEHOLDERS},${LINKS}`;
/** Settings that a placeholder may carry as `data-<attribute>`. */
const SETTINGS = ['audience', 'heading-level', 'lang', 'directory', 'href', 'no-exit'];
/** `say-something-signs-hotel` among the classes says the same where a filter leaves the class and no data attribute. */
const IN_CLASS = /(?:^|\s)say-something-(report|signs|banner|exit)(?:-([a-z-]+))?(?:\s|$)/;
/** What a link may be all of: elsewhere (a sentence, a list, a table) it is the author's own link and stays one. */
const ALONE_IN = 'p,div,section,h1,h2,h3,h4,h5,h6';

interface Wanted {
  readonly kind: string;
  readonly settings: readonly (readonly [name: string, value: string])[];
}

/**
 * Draws an element in a shadow root on a node of the page: nothing of the page is moved, replaced or changed, so that the
 * framework which owns it does not notice. All that the node holds is fallback, and stands again should drawing fail.
 */
function drawOn(holder: Element, { kind, settings }: Wanted): void {
  if (holder.shadowRoot || (holder.getRootNode() as Partial<ShadowRoot>).host?.localName.startsWith(PREFIX)) return;
  try {
    const root = holder.attachShadow({ mode: 'open' });
    const element = document.createElement(PREFIX + kind) as Placed;
    for (const [name, value] of settings) element.setAttribute(name, value);
    element.into = root;
    root.append(element);
  } catch {
    warnOnce(`a <${holder.localName}> cannot be a placeholder, so its own text stays. Use a <div>.`);
  }
}

function fromPlaceholder(placeholder: Element): Wanted {
  const [, kind, audience] = IN_CLASS.exec(placeholder.getAttribute('class') ?? '') ?? [];
  return {
    kind: placeholder.getAttribute('data-say-something')?.trim() || kind || 'report',
    settings: SETTINGS.flatMap((name) => {
      const value = placeholder.getAttribute(`data-${name}`) ?? (name === 'audience' ? audience : undefined);
      return value === undefined ? [] : [[name, value] as const];
    }),
  };
}

/** Without the spaces, some of them of no width, that editors leave about. */
const wordsOf = (node: Node): string | undefined => node.textContent?.replace(/[\s\u200b-\u200d\u2060]+/g, '');

/** `…/say-something/#report-hotel`, alone in its block. */
function fromLink(link: HTMLAnchorElement): (Wanted & { readonly block: Element }) | undefined {
  const [, kind, audience] = /^#(report|signs|banner)(?:-([a-z-]+))?$/.exec(link.hash) ?? [];
  // the nearest of all: a link in a list or a table stays a link, even where that stands alone in a section
  const nearest = link.closest(`${ALONE_IN},li,td,th,dd,dt,label,summary`);
  const block = nearest?.matches(ALONE_IN) ? nearest : undefined;
  // editors make addresses relative, and servers drop the last slash
  if (!kind || !block || !/\/say-something(?:\/|$)/.test(link.pathname)) return undefined;
  const words = wordsOf(link);
  if (!words || words !== wordsOf(block) || block.querySelector('img,svg:not(a svg),input,button,video'))
    return undefined;
  return { kind, block, settings: audience ? [['audience', audience]] : [] };
}

/** Upgrades a marker of one of the kinds there are; one of another kind keeps its own text. */
function upgrade(marker: Element, kinds: readonly string[]): void {
  if (marker.matches(PLACEHOLDERS)) {
    const wanted = fromPlaceholder(marker);
    if (kinds.includes(wanted.kind)) drawOn(marker, wanted);
    else {
      warnOnce(
        `data-say-something="${wanted.kind.slice(0, 50)}" is not known, so its own text stays. Known: ${kinds.join(', ')}.`,
      );
    }
  } else if (marker instanceof HTMLAnchorElement) {
    const wanted = fromLink(marker);
    if (wanted) drawOn(wanted.block, wanted);
  }
}

/** Finds every marker in the page, now and whenever one appears; `relabelled` is told when a language changes. */
export function watchMarkers(kinds: readonly string[], relabelled: () => void): void {
  const within = (root: ParentNode): void => {
    for (const marker of root.querySelectorAll(MARKERS)) upgrade(marker, kinds);
  };
  within(document);
  new MutationObserver((records) => {
    let language = false;
    for (const { type, addedNodes } of records) {
      language ||= type === 'attributes';
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(MARKERS)) upgrade(node, kinds);
        if (node.firstElementChild) within(node);
      }
    }
    if (language) relabelled();
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['lang'] });
}
