import { number } from '../helpers/numbers.js';
import { until as untilSeen } from '../helpers/until.js';

/** A demo page in a frame of its own, with what it threw, warned of and refused. */
export interface Page {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  readonly errors: string[];
  readonly warnings: string[];
  readonly violations: string[];
  /** Every report panel in the page, those drawn on placeholders too. */
  readonly panels: () => ShadowRoot[];
  readonly close: () => void;
}

/**
 * Opens a page of `demo/situations/` at a size, and waits until it has loaded and all that it asks for has been drawn. Where
 * nothing can be drawn, say so: what has loaded by then has run, and there is nothing to wait for. What was folded to the room of
 * its fallback is unfolded by a press, unless it is to stay so.
 */
export async function openPage(
  path: string,
  { width = 390, height = 844, draws = true, folded = false } = {},
): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `border: 0; width: ${width}px; height: ${height}px`;
  const errors: string[] = [];
  const warnings: string[] = [];
  const violations: string[] = [];
  let listening: Window | null = null;
  const listen = (): void => {
    const inner = frame.contentWindow as (Window & typeof globalThis) | null;
    if (!inner || inner === listening || inner.location.href === 'about:blank') return;
    listening = inner;
    inner.addEventListener('error', (event) => {
      if (event.message) errors.push(event.message);
    });
    inner.addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
    inner.addEventListener('securitypolicyviolation', (event) =>
      violations.push(`${event.effectiveDirective} ${event.blockedURI}`),
    );
    inner.console.warn = (...said: unknown[]): void => void warnings.push(said.join(' '));
  };
  const loaded = new Promise<void>((resolve) => frame.addEventListener('load', () => resolve(), { once: true }));
  frame.src = `/demo/situations/${path}`;
  document.body.append(frame);
  // the listeners have to be there before the script runs: look for the new window as often as we can
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = (): void => {
    listen();
    port2.postMessage('');
  };
  port2.postMessage('');
  await loaded;
  port1.close();
  listen();
  const inner = frame.contentWindow as Window & typeof globalThis;
  // a phone's scroll bar lies over the page: where this engine's takes room, give the page that room back
  frame.style.width = `${width + inner.innerWidth - inner.document.documentElement.clientWidth}px`;
  const panels = (): ShadowRoot[] => {
    const found: ShadowRoot[] = [];
    for (const element of inner.document.querySelectorAll('.say-something,[data-say-something],say-something-report')) {
      // a placeholder holds the panel in its own shadow root
      if (element.shadowRoot?.querySelector('[part=root]')) found.push(element.shadowRoot);
    }
    return found;
  };
  if (draws) {
    // the panel's tag is defined last of all where the page does not ask for one
    await until(() => drawnIn(inner.document).length && KINDS.every((kind) => inner.customElements.get(kind)));
    if (!folded) await unfold(inner.document);
  }
  return {
    window: inner,
    document: inner.document,
    errors,
    warnings,
    violations,
    panels,
    close: () => frame.remove(),
  };
}

const KINDS = ['report', 'banner', 'signs', 'exit'].map((kind) => `say-something-${kind}`);

/** Presses what opens the folded elements of a page, and waits until all their parts are drawn. */
export async function unfold(document: Document): Promise<void> {
  const roots = (): Element[] =>
    drawnIn(document).flatMap(({ shadowRoot }) => shadowRoot?.querySelector('[part=root]') ?? []);
  await until(() => {
    // One that is drawn late comes folded as well.
    for (const button of roots().flatMap((root) => root.querySelector<HTMLElement>('.unfold button') ?? []))
      button.click();
    return roots().every((root) => !root.matches('[data-folded],[data-partial]'));
  });
  (document.activeElement as HTMLElement | null)?.blur();
}

/** The numbers that the published snippet for everyone carries. */
export const NUMBERS = ['police-999', 'childline', 'herts-police', 'herts-childrens-services', 'crimestoppers'].map(
  number,
);

/** Whether something has a box on screen. */
export const shown = (element: Element | null): boolean => !!element?.getClientRects().length;

/** Waits for as long as a busy machine may take until something is so, or throws. */
export const until = (isSo: () => unknown): Promise<void> => untilSeen(isSo, 'what the page should show');

/** Every element or placeholder in the document itself that something of ours has been drawn in, in order. */
export const drawnIn = (document: Document): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('*')].filter((element) =>
    element.shadowRoot?.querySelector('[part=root]'),
  );

/** The text that a person can see: shadow trees and slots followed, hidden boxes left out. */
export function visibleText(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (node.nodeType !== Node.ELEMENT_NODE && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return '';
  if (node.nodeType === Node.ELEMENT_NODE) {
    const element = node as Element;
    if (['script', 'style', 'template'].includes(element.localName)) return '';
    const view = element.ownerDocument.defaultView as Window;
    if (view.getComputedStyle(element).display === 'none') return '';
    if (element.localName === 'slot') {
      const assigned = (element as HTMLSlotElement).assignedNodes();
      return (assigned.length ? assigned : [...element.childNodes]).map(visibleText).join('');
    }
  }
  const root = (node as Partial<Element>).shadowRoot ?? node;
  return [...root.childNodes].map(visibleText).join('');
}
