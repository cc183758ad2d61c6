import { adoptStyles, css } from 'lit';
import type { ExitWords } from '../../core/messages/messages.js';
import { SharedHosts } from '../../guest/shared-hosts.js';

/** How long the page stays empty without a word while the other one is on its way, in milliseconds. */
const NAVIGATION_TIMEOUT_MS = 5_000;

/**
 * On the empty page's body. An important rule of a shadow tree beats every important rule, layer and attribute outside it, so
 * nothing that a page adds later can hide or colour what we say.
 */
const cover = css`
  :host {
    all: initial !important;
    display: block !important;
    position: fixed !important;
    inset: 0 !important;
    z-index: 2147483647 !important;
    padding: 1em !important;
    font:
      medium system-ui,
      sans-serif !important;
    color: CanvasText !important;
    background: Canvas !important;
  }
  .aloud {
    position: absolute;
    clip-path: inset(50%);
  }
`;

/** What is done when somebody leaves, and when a page comes back. */
const callbacks = new SharedHosts<() => void>(
  () => addEventListener('pageshow', returned),
  () => {
    if (!page) removeEventListener('pageshow', returned);
  },
);
/** The page's root element, while the empty page is in its place. */
let page: Element | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Does each task by itself: whatever the page has broken for one of them, the next still runs. */
function attempt(tasks: Iterable<() => void>): void {
  for (const task of tasks) {
    try {
      task();
    } catch {
      // to leave, and to forget, matters more
    }
  }
}

/**
 * Calls back when someone leaves by an exit, and when the page comes back from the back-forward cache however it was left:
 * whoever sits at a shared computer next must not find what was chosen here. The function it gives ends that.
 */
export function onLeave(callback: () => void): () => void {
  callbacks.add(callback);
  return () => void callbacks.delete(callback);
}

/**
 * Empties the page before the browser draws another frame, then puts the other page in its place. A frame cannot be sure
 * to take its whole tab along, so it empties itself and says what to do; a page that is still here after five seconds
 * (no network, or its own "Are you sure?") says so too, and stays empty.
 */
export function leavePage(to: string, messages: ExitWords): void {
  const framed = top !== window;
  // elements that are out of the page no longer listen, so they forget first
  attempt(callbacks);
  attempt([takeOut, () => speak(messages, framed), skipTransition]);
  if (framed) return;
  attempt([withoutReferrer]);
  location.replace(to);
}

/**
 * Puts an empty root element in the place of the page's. What is out of the document is not drawn, focused or read, and leaves
 * the top layer and full screen: no rule, pop-over or modal dialog of the page's has to be beaten.
 */
function takeOut(): void {
  if (page) return;
  const empty = document.createElement('html');
  empty.append(document.createElement('head'), document.createElement('body'));
  const whole = document.documentElement;
  page = whole;
  addEventListener('pageshow', returned);
  put(empty, whole);
}

/** Not the document's own method: a form of the page's may be called like it. */
function put(root: Element, instead: Element): void {
  Node.prototype.replaceChild.call(document, root, instead);
}

/** Says what happens, on a body with a shadow tree: what the page's scripts add to it later has no place to be drawn. */
function speak({ exit, lang }: ExitWords, framed: boolean): void {
  const { body } = document;
  // throws where it has been said already
  const root = body.attachShadow({ mode: 'open' });
  document.title = exit.leaving;
  const words = document.createElement('p');
  const closeTab = (): void => {
    words.className = '';
    words.textContent = exit.closeTab;
  };
  words.lang = lang;
  words.className = 'aloud';
  words.setAttribute('role', 'alert');
  words.textContent = exit.leaving;
  root.append(words);
  if (framed) closeTab();
  else timer = setTimeout(closeTab, NAVIGATION_TIMEOUT_MS);
  adoptStyles(root, [cover]);
  // above all that the page still adds to its root element; an old browser has no top layer
  body.popover = 'manual';
  body.showPopover?.();
}

/** A view transition shows pictures of the page until its animation ends. The start of another one ends it. */
function skipTransition(): void {
  const transition = document.startViewTransition?.(() => {});
  transition?.ready.catch(() => {});
  transition?.skipTransition();
}

/** The link's own `noreferrer` does not reach `location.replace`, and the next site must not learn where somebody was. */
function withoutReferrer(): void {
  const policy = document.createElement('meta');
  policy.name = 'referrer';
  policy.content = 'no-referrer';
  document.head.append(policy);
}

function returned({ persisted }: PageTransitionEvent): void {
  if (!persisted) return;
  clearTimeout(timer);
  const whole = page;
  page = undefined;
  if (whole) attempt([() => put(whole, document.documentElement)]);
  attempt(callbacks);
}
