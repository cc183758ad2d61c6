import { fromLink, LINKS as MARKERS } from '../../src/page/recognition.js';
import { number } from '../helpers/numbers.js';
import { until as untilSeen } from '../helpers/until.js';

/** A demo page in its own frame, with its errors, warnings and policy violations. */
export interface Page {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  readonly errors: string[];
  readonly warnings: string[];
  readonly violations: string[];
  /** Every report panel in the page, including those in placeholders. */
  readonly panels: () => ShadowRoot[];
  readonly close: () => void;
}

/**
 * Opens a page of `demo/situations/` at a size, and waits until it has loaded and its markers are drawn, with what is behind their
 * disclosures. For a page where nothing can be drawn, it waits only until it has loaded.
 */
export async function openPage(path: string, { width = 390, height = 844, draws = true } = {}): Promise<Page> {
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
  // look for the new window as often as possible, because the listeners have to be there before the script runs
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
  // a phone's scroll bar takes no room, so add the width of this engine's scroll bar
  frame.style.width = `${width + inner.innerWidth - inner.document.documentElement.clientWidth}px`;
  const panels = (): ShadowRoot[] => {
    const found: ShadowRoot[] = [];
    for (const element of inner.document.querySelectorAll('.say-something,[data-say-something],say-something-report')) {
      // a placeholder contains the panel in its own shadow root
      if (element.shadowRoot?.querySelector('[part=root]')) found.push(element.shadowRoot);
    }
    return found;
  };
  if (draws) {
    const isDefined = (): boolean => KINDS.every((kind) => !!inner.customElements.get(kind));
    await until(isDefined);
    await drawLinks(inner);
    // the panel's tag is defined last when the page has no panel
    await until(() => drawnIn(inner.document).length);
    await whole(inner.document);
  }
  // A page with listen.js has listened from its first script on. Each warning is in one of the two lists.
  const { told } = inner as { readonly told?: Pick<Page, 'warnings' | 'violations'> };
  return {
    window: inner,
    document: inner.document,
    errors,
    get warnings() {
      return told ? [...told.warnings, ...warnings] : warnings;
    },
    get violations() {
      return told?.violations ?? violations;
    },
    panels,
    close: () => frame.remove(),
  };
}

const KINDS = ['report', 'banner', 'signs', 'exit'].map((kind) => `say-something-${kind}`);

/** Draws on each link marker, as for paper, because one in view waits until somebody presses it. */
async function drawLinks({ document }: Page['window']): Promise<void> {
  const blocks = [...document.querySelectorAll<HTMLAnchorElement>(MARKERS)].flatMap(
    (link) => fromLink(link, () => false)?.block ?? [],
  );
  await until(() => {
    const left = blocks.filter((block) => !drawnIn(document).includes(block as HTMLElement));
    if (left.length) document.defaultView?.dispatchEvent(new Event('beforeprint'));
    return !left.length;
  });
}

/** Waits until every element of a page is completely drawn, with what is behind its disclosures. */
export const whole = (document: Document): Promise<void> =>
  until(() => drawnIn(document).every(({ shadowRoot }) => !shadowRoot?.querySelector('[data-partial]')));

/** The numbers in the published snippet for the public. */
export const NUMBERS = [
  'police-999',
  'childline',
  'herts-police',
  'herts-childrens-services',
  'crimestoppers',
  'samaritans',
].map(number);

/** How many links it has: the way to leave the page, the numbers, and the page that finds a council. */
export const LINKS = NUMBERS.length + 2;

/** Whether an element has a box on screen. */
export const shown = (element: Element | null): boolean => !!element?.getClientRects().length;

/** Waits until a condition is true, as long as a busy machine may take, or throws. */
export const until = (isSo: () => unknown): Promise<void> =>
  untilSeen(isSo, 'the page does not reach the expected state');

/** Every element and placeholder in the document itself that is drawn, in order. */
export const drawnIn = (document: Document): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('*')].filter((element) =>
    element.shadowRoot?.querySelector('[part=root]'),
  );

/** The visible text of the flat tree, without hidden boxes. */
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
