import type { Controller, ControllerHost } from '../../guest/controller.js';
import { adoptStyles, css } from '../../guest/styles.js';
import type { ExitWords } from '../../core/messages/messages.js';
import { SharedHosts } from '../../guest/shared-hosts.js';

/** How long the page stays empty without words while the other page loads, in milliseconds. */
const NAVIGATION_TIMEOUT_MS = 5_000;

/**
 * The style of the empty page's body. An important rule of a shadow tree beats every important rule, layer and attribute outside it, so
 * nothing that a page adds later can hide or colour our words.
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

/** The functions to call when somebody leaves, and when a page returns from the back-forward cache. */
const callbacks = new SharedHosts<() => void>(
  () => addEventListener('pageshow', returned),
  () => {
    if (!page) removeEventListener('pageshow', returned);
  },
);
/** The page's root element, while an empty one replaces it. */
let page: Element | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Runs each task on its own: if the page has broken one of them, the next still runs. */
function attempt(tasks: Iterable<() => void>): void {
  for (const task of tasks) {
    try {
      task();
    } catch {
      // It matters more to leave and to forget.
    }
  }
}

/**
 * Calls back when somebody leaves by an exit, and when the page returns from the back-forward cache, however it was left: the next person
 * at a shared computer must not find what was chosen here. Returns a function that stops this.
 */
export function onLeave(callback: () => void): () => void {
  callbacks.add(callback);
  return () => void callbacks.delete(callback);
}

/** Forgets what a person did in a host when somebody leaves, and when the page comes back: the next person must not find it. */
export class Forgetting implements Controller {
  readonly #forget: () => void;
  #stop: (() => void) | undefined;

  constructor(host: ControllerHost, forget: () => void) {
    this.#forget = forget;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = onLeave(this.#forget);
  }

  hostDisconnected(): void {
    this.#stop?.();
  }
}

/**
 * Empties the page before the browser draws another frame, then replaces it with the page at `to`. A frame cannot be sure to leave with its
 * whole tab, so it empties itself and says what to do. A page that is still here after five seconds (no network, or its own "Are you
 * sure?") says so too, and stays empty.
 */
export function leavePage(to: string, messages: ExitWords): void {
  const framed = top !== window;
  // Elements that are out of the page no longer listen, so they forget first.
  attempt(callbacks);
  attempt([takeOut, () => speak(messages, framed), skipTransition]);
  if (framed) return;
  attempt([withoutReferrer]);
  location.replace(to);
}

/**
 * Replaces the page's root element with an empty one. What is out of the document is not drawn, focused or read, and leaves the top layer
 * and full screen, so no rule, pop-over or modal dialog of the page has to be beaten.
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

/** Replaces the root element. It does not use the document's own method, because a form of the page may hide it. */
function put(root: Element, instead: Element): void {
  Node.prototype.replaceChild.call(document, root, instead);
}

/** Says what happens, in a shadow tree on the body. What the page's scripts add to the body later is not drawn. */
function speak({ exit, lang }: ExitWords, framed: boolean): void {
  const { body } = document;
  // This throws if the words are there already.
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
  // A pop-over is above everything that the page still adds to its root element. An old browser has no top layer.
  body.popover = 'manual';
  body.showPopover?.();
}

/** Ends a view transition, which shows pictures of the page until its animation ends. Starting another one ends it. */
function skipTransition(): void {
  const transition = document.startViewTransition?.(() => {});
  transition?.ready.catch(() => {});
  transition?.skipTransition();
}

/**
 * Sends no referrer, because the next site must not learn where somebody was. The link's own `noreferrer` does not affect
 * `location.replace`.
 */
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
