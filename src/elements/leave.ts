import { adoptStyles, css } from 'lit';
import type { ExitWords } from '../core/messages.js';

/** How long the page stays empty without a word while the other one is on its way, in milliseconds. */
const PATIENCE = 5_000;

/** In the page: nothing of it is drawn, found with Tab or read aloud. */
const emptied = css`
  :root > * {
    display: none !important;
  }
  :root {
    background: Canvas !important;
  }
  :root::before,
  :root::after {
    display: none !important;
  }
`;

/** On the cover: an inner important rule beats an outer one, so the page can neither hide nor colour it. */
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

const callbacks = new Set<() => void>();
let covering: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls back when someone leaves by an exit, and when the page comes back from the back-forward cache however it was left:
 * whoever sits at a shared computer next must not find what was chosen here. The function it gives ends that.
 */
export function onLeave(callback: () => void): () => void {
  if (!callbacks.size) addEventListener('pageshow', returned);
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (!callbacks.size && !covering) removeEventListener('pageshow', returned);
  };
}

/**
 * Empties the page before the browser draws another frame, then puts the other page in its place. A frame cannot be sure
 * to take its whole tab along, so it empties itself and says what to do; a page that is still here after five seconds
 * (no network, or its own "Are you sure?") says so too, and stays empty.
 */
export function leave(to: string, messages: ExitWords): void {
  const framed = top !== window;
  try {
    empty(messages, framed);
    forget();
    if (!framed) withoutReferrer();
  } catch {
    // whatever the page has broken: to leave matters more
  }
  if (!framed) location.replace(to);
}

/** The link's own `noreferrer` does not reach `location.replace`, and the next site must not learn where somebody was. */
function withoutReferrer(): void {
  const policy = document.createElement('meta');
  policy.name = 'referrer';
  policy.content = 'no-referrer';
  document.head.append(policy);
}

function forget(): void {
  for (const callback of callbacks) {
    try {
      callback();
    } catch {
      // a panel that cannot be reset must not keep anybody here
    }
  }
}

function empty({ exit, lang }: ExitWords, framed: boolean): void {
  if (covering) return;
  covering = document.createElement('div');
  covering.lang = lang;
  const root = covering.attachShadow({ mode: 'open' });
  const words = document.createElement('p');
  words.setAttribute('role', 'alert');
  const closeTab = (): void => {
    words.className = '';
    words.textContent = exit.closeTab;
  };
  root.append(words);
  adoptStyles(root, [cover]);
  if (emptied.styleSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, emptied.styleSheet];
  document.documentElement.append(covering);
  addEventListener('pageshow', returned);
  if (framed) return closeTab();
  words.className = 'aloud';
  words.textContent = exit.leaving;
  timer = setTimeout(closeTab, PATIENCE);
}

function returned({ persisted }: PageTransitionEvent): void {
  if (!persisted) return;
  clearTimeout(timer);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter((sheet) => sheet !== emptied.styleSheet);
  covering?.parentNode?.removeChild(covering);
  covering = undefined;
  forget();
}
