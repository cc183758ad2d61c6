import { takeOut } from './light-words.js';
import type { Placed } from './placement.js';
import { brief, warnOnce } from './warn.js';

const PREFIX = 'say-something-';
const PLACEHOLDERS = '.say-something,[data-say-something]';
const LINKS = 'a[href*="say-something"]';
const MARKERS = `${PLACEHOLDERS},${LINKS}`;
/** Settings that a placeholder may carry as `data-<attribute>`. */
const SETTINGS = ['audience', 'heading-level', 'lang', 'directory', 'href', 'no-exit'];
/** `say-something-signs-hotel` among the classes says the same where a filter leaves the class and no data attribute. */
const IN_CLASS = /(?:^|\s)say-something-(report|signs|banner|exit)(?:-([a-z-]+))?(?:\s|$)/;
/** What makes a node a marker, or the one that it is. */
const WATCHED = ['class', 'href', 'data-say-something', ...SETTINGS.map((name) => `data-${name}`)];
/** What a link may be all of: elsewhere (a sentence, a list, a table) it is the author's own link and stays one. */
const ALONE_IN = 'p,div,section,h1,h2,h3,h4,h5,h6';

interface Wanted {
  readonly kind: string;
  readonly settings: Readonly<Record<string, string>>;
}

interface Lent {
  readonly root: ShadowRoot;
  element?: Placed | undefined;
}

/** The nodes that were ever drawn on, each with its root. */
const lent = new WeakMap<Element, Lent>();
/** Those that are in the page. */
const holders = new Set<Element>();

/**
 * Draws an element in a shadow root on a node of the page: nothing of the page is moved, replaced or changed, so that the
 * framework which owns it does not notice. All that the node holds is fallback, and stands again should drawing fail.
 */
function drawOn(holder: Element, wanted: Wanted): void {
  if ((holder.getRootNode() as Partial<ShadowRoot>).host?.localName.startsWith(PREFIX)) return;
  let own = lent.get(holder);
  if (!own && holder.shadowRoot) return;
  try {
    if (!own) lent.set(holder, (own = { root: holder.attachShadow({ mode: 'open' }) }));
    holders.add(holder);
    const tag = PREFIX + wanted.kind;
    let { element } = own;
    if (element && element.localName !== tag) element = giveBack(holder, own);
    const fresh = !element;
    element ??= document.createElement(tag) as Placed;
    for (const name of SETTINGS) {
      const value = wanted.settings[name];
      if (value === undefined) element.removeAttribute(name);
      else if (value !== element.getAttribute(name)) element.setAttribute(name, value);
    }
    if (!fresh) return;
    own.element = element;
    element.into = own.root;
    own.root.replaceChildren(element);
  } catch {
    warnOnce(`a <${holder.localName}> cannot be a placeholder, so its own text stays. Use a <div>.`);
  }
}

/** A node whose framework has made something else of it shows what the page puts there. Its root cannot be taken away. */
function giveBack(holder: Element, own: Lent): undefined {
  for (const span of [...holder.children]) if (span.assignedSlot?.name) takeOut(span);
  own.root.replaceChildren(document.createElement('slot'));
  own.root.adoptedStyleSheets = [];
  own.element = undefined;
}

/** Keeps in step with the page: React and others use a node again, with other settings or as something else. */
function follow(holder: Element, kinds: readonly string[]): void {
  const own = lent.get(holder);
  if (!holder.isConnected) holders.delete(holder);
  else if (own?.element) {
    const link = holder.querySelector<HTMLAnchorElement>(LINKS);
    const wanted = holder.matches(PLACEHOLDERS) ? fromPlaceholder(holder) : link && fromLink(link);
    if (wanted && kinds.includes(wanted.kind)) drawOn(holder, wanted);
    else giveBack(holder, own);
  }
}

function fromPlaceholder(placeholder: Element): Wanted {
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

/** `…/say-something/#report-hotel`, alone in its block. */
function fromLink(link: HTMLAnchorElement): (Wanted & { readonly block: Element }) | undefined {
  const [, kind, audience] = /^#(report|signs|banner)(?:-([a-z-]+))?$/.exec(link.hash) ?? [];
  // the nearest of all: a link in a list or a table stays a link, even where that stands alone in a section
  const nearest = link.closest(`${ALONE_IN},li,td,th,dd,dt,label,summary`);
  const block = nearest?.matches(ALONE_IN) ? nearest : undefined;
  // editors make addresses relative, and servers drop the last slash
  if (!kind || !block || !/\/say-something(?:\/|$)/.test(link.pathname)) return undefined;
  const words = wordsOf(link);
  // a script of the page may put an icon beside the link: what has been drawn does not go because of that
  if (
    !lent.get(block)?.element &&
    (!words || words !== wordsOf(block) || block.querySelector('img,svg:not(a svg),input,button,video'))
  )
    return undefined;
  return { kind, block, settings: audience ? { audience } : {} };
}

/** A marker of one of the kinds there are is upgraded; one of another kind keeps its own text. */
function upgrade(marker: Element, kinds: readonly string[]): void {
  if (marker.matches(PLACEHOLDERS)) {
    const wanted = fromPlaceholder(marker);
    if (kinds.includes(wanted.kind)) drawOn(marker, wanted);
    else {
      warnOnce(
        `data-say-something="${brief(wanted.kind)}" is not known, so its own text stays. Known: ${kinds.join(', ')}.`,
      );
    }
  } else if (marker instanceof HTMLAnchorElement) {
    const wanted = fromLink(marker);
    if (wanted) drawOn(wanted.block, wanted);
  }
}

/**
 * Finds every marker in the page, now and whenever one appears; `relabelled` is told when a language changes.
 *
 * Not inside a shadow root of the page's: to find one there, every element of every page would have to be asked for its root, or
 * the page's own functions replaced. A marker there keeps its text; the custom elements work there.
 */
export function watchMarkers(kinds: readonly string[], relabelled: () => void): void {
  const take = (marker: Element): void => {
    try {
      upgrade(marker, kinds);
    } catch {
      warnOnce(`a <${marker.localName}> cannot be a placeholder, so its own text stays. Use a <div>.`);
    }
  };
  const within = (root: ParentNode): void => {
    for (const marker of root.querySelectorAll(MARKERS)) take(marker);
  };
  within(document);
  new MutationObserver((records) => {
    let language = false;
    for (const holder of holders) follow(holder, kinds);
    for (const { target, attributeName, addedNodes } of records) {
      language ||= !!attributeName?.endsWith('lang');
      for (const node of attributeName ? [target] : addedNodes) {
        if (!(node instanceof Element)) continue;
        try {
          if (node.matches(MARKERS)) take(node);
          if (!attributeName && node.firstElementChild) within(node);
        } catch {
          // a form whose fields are called like the methods of an element hides them
          within(document);
        }
      }
    }
    if (language) relabelled();
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['lang', ...WATCHED] });
}
