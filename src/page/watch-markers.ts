import { early, noteRoom } from '../guest/initial-upgrade.js';
import { whenIdle } from '../guest/idle.js';
import { takeOut } from '../guest/light-words.js';
import type { Placed } from '../guest/placement.js';
import { fromLink, fromPlaceholder, LINKS, PLACEHOLDERS, PREFIX, SETTINGS } from './recognition.js';
import type { Wanted } from './recognition.js';
import { listen, unlisten, whenCalm } from '../guest/press.js';
import { isShown } from '../guest/seen.js';
import { expectPanel } from '../elements/shared/to-report.js';
import { brief, warnOnce } from '../guest/warn.js';

/** Makes sure that the elements of a kind are defined. */
type Define = (kind: string) => void;

const MARKERS = `${PLACEHOLDERS},${LINKS}`;
/** What makes a node a marker, or the one that it is. */
const WATCHED = ['class', 'href', 'data-say-something', ...SETTINGS.map((name) => `data-${name}`)];

interface Lent {
  readonly root: ShadowRoot;
  element?: Placed | undefined;
}

/** The nodes that were ever drawn on, each with its root. */
const lent = new WeakMap<Element, Lent>();
/** Those that are in the page. */
const holders = new Set<Element>();
const isDrawn = (block: Element): boolean => !!lent.get(block)?.element;

/**
 * Draws an element in a shadow root on a node of the page: nothing of the page is moved, replaced or changed, so that the
 * framework which owns it does not notice. All that the node holds is fallback, and stands again should drawing fail.
 */
function drawOn(holder: Element, wanted: Wanted): void {
  if ((holder.getRootNode() as Partial<ShadowRoot>).host?.localName.startsWith(PREFIX)) return;
  let own = lent.get(holder);
  if (!own && holder.shadowRoot) return;
  try {
    noteRoom(holder);
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
    const wanted = holder.matches(PLACEHOLDERS) ? fromPlaceholder(holder) : link && fromLink(link, isDrawn);
    if (wanted && kinds.includes(wanted.kind)) drawOn(holder, wanted);
    else giveBack(holder, own);
  }
}

/** A marker of one of the kinds there are is upgraded; one of another kind keeps its own text. */
function upgrade(marker: Element, kinds: readonly string[], define: Define): void {
  if (marker.matches(PLACEHOLDERS)) {
    const wanted = fromPlaceholder(marker);
    if (kinds.includes(wanted.kind)) {
      define(wanted.kind);
      drawOn(marker, wanted);
    } else {
      warnOnce(
        `data-say-something="${brief(wanted.kind)}" is not known, so its own text stays. Known: ${kinds.join(', ')}.`,
      );
    }
  } else if (marker instanceof HTMLAnchorElement) {
    const wanted = fromLink(marker, isDrawn);
    if (!wanted) return;
    define(wanted.kind);
    drawOn(wanted.block, wanted);
  }
}

/** What in the page waits for the script, and how it is drawn. */
interface Task {
  readonly at: Element;
  readonly kind: string | undefined;
  readonly run: () => void;
}

/** What a marker of the page asks for, where it asks for anything. */
function kindOf(marker: Element): string | undefined {
  try {
    if (marker.matches(PLACEHOLDERS)) return fromPlaceholder(marker).kind;
    return marker instanceof HTMLAnchorElement ? fromLink(marker, isDrawn)?.kind : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Does what the page asks for, each thing in a task of its own, so that the page can answer in between: at once what is in view,
 * the rest when the browser is idle.
 */
function inTurn(tasks: readonly Task[], done: () => void): void {
  const seen: Task[] = [];
  const unseen: Task[] = [];
  for (const task of tasks) {
    // not the node's own way to tell: a form's fields may be called like it
    const { top, bottom } = Element.prototype.getBoundingClientRect.call(task.at);
    (top < innerHeight && bottom > 0 && isShown(task.at) ? seen : unseen).push(task);
  }
  const next = (): void => {
    const task = seen.shift() ?? unseen.shift();
    if (!task) return done();
    whenCalm(() => {
      early(task.run);
      if (seen.length) setTimeout(next);
      else whenIdle(next, 50);
    });
  };
  if (seen.length) setTimeout(next);
  else whenIdle(next, 50);
}

/**
 * Finds every marker in the page, now and whenever one appears; `relabelled` is told when a language changes.
 *
 * What was there before the script is taken in turn; an element that waits in the page is defined when its turn has come. What appears
 * later is drawn at once, before anybody can have seen what it held.
 *
 * Not inside a shadow root of the page's: to find one there, every element of every page would have to be asked for its root, or
 * the page's own functions replaced. A marker there keeps its text; the custom elements work there.
 */
export function watchMarkers(kinds: readonly string[], define: Define, relabelled: () => void): void {
  const take = (marker: Element): void => {
    try {
      upgrade(marker, kinds, define);
    } catch {
      warnOnce(`a <${marker.localName}> cannot be a placeholder, so its own text stays. Use a <div>.`);
    }
  };
  const within = (root: ParentNode): void => {
    for (const marker of root.querySelectorAll(MARKERS)) take(marker);
  };
  const tasks: Task[] = [];
  for (const at of document.querySelectorAll(MARKERS)) {
    tasks.push({ at, kind: kindOf(at), run: () => void (at.isConnected && take(at)) });
  }
  for (const kind of kinds) {
    const at = document.querySelector(PREFIX + kind);
    // what no element waits for costs nothing
    if (at) tasks.push({ at, kind, run: () => define(kind) });
    else define(kind);
  }
  listen();
  expectPanel(tasks.some(({ kind }) => kind === 'report'));
  inTurn(tasks, () => {
    expectPanel(false);
    unlisten();
  });
  new MutationObserver((records) => {
    let language = false;
    // a page changes often, and mostly elsewhere; many panels would each ask all the others at every phrase they mirror
    const changed = [...new Set(records.map(({ target }) => target))];
    for (const holder of holders)
      if (!holder.isConnected || changed.some((target) => holder.contains(target))) follow(holder, kinds);
    for (const { target, attributeName, addedNodes } of records) {
      // not of the words that we put into the light tree
      language ||= !!attributeName?.endsWith('lang') && !(target as Element).matches('span[slot]');
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
