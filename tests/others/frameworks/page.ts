import { until as holdsAtLast } from '../../helpers/until.js';

/** The state that a test sets. It replaces parts of the first state in apps/state.ts. */
export interface State {
  readonly shown?: boolean;
  readonly audience?: string;
  readonly headingLevel?: number;
  readonly noExit?: boolean;
  readonly own?: boolean;
  readonly words?: string;
  readonly order?: readonly string[];
  readonly marked?: boolean;
}

/** The part of the page that hydrates later than the rest. */
export interface Later {
  done: boolean;
  taken?: boolean;
  readonly promise: Promise<void>;
}

interface App {
  /** The events that the page's listener has received, as `contact channel`. */
  readonly received: string[];
  /** The errors from which React recovered by rendering again. */
  readonly recovered: readonly string[];
  readonly ready: boolean;
  readonly mount: (state?: State) => unknown;
  readonly hydrate: (later?: Later) => void;
  readonly update: (state?: State) => unknown;
  readonly unmount: () => void;
}

interface AppWindow extends Window {
  readonly app: App;
  /** Warnings, errors and exceptions. */
  readonly said: string[];
  /** The page listeners, timers and observers that the script has not removed. */
  readonly held: Map<unknown, string>;
  /** Runs everything that waits for idle time, in a page that is kept busy. */
  readonly idle: () => void;
}

/** A built page of a framework in its own frame. */
export interface AppPage {
  readonly window: AppWindow;
  readonly document: Document;
  readonly app: App;
  readonly find: (selector: string) => HTMLElement;
  /** Adds the script to the page, as a tag manager would. */
  readonly addScript: () => Promise<void>;
  /** The resources that the script keeps, as sorted words. */
  readonly held: () => readonly string[];
  readonly close: () => void;
}

export async function openApp(path: string): Promise<AppPage> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'border: 0; width: 390px; height: 844px';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = `/frameworks/${path}.html`;
  document.body.append(frame);
  await loaded;
  const window = frame.contentWindow as AppWindow;
  const { document: page } = window;
  if (!window.app) throw new Error(`/frameworks/${path}.html is not built. Run: node scripts/frameworks.mjs`);
  return {
    window,
    document: page,
    app: window.app,
    find: (selector) => {
      const found = page.querySelector<HTMLElement>(selector);
      if (!found) throw new Error(`${selector} is not in the page`);
      return found;
    },
    addScript: () =>
      new Promise((resolve, reject) => {
        const script = page.createElement('script');
        script.src = '/dist/say-something.js';
        script.onload = (): void => resolve();
        script.onerror = (): void => reject(new Error('the script did not load'));
        page.head.append(script);
      }),
    held: () => [...window.held.values()].sort(),
    close: () => frame.remove(),
  };
}

/** Waits until a condition is true, and names it when that never happens. */
export const until = (what: string, holds: () => unknown): Promise<void> =>
  holdsAtLast(holds, `this did not happen: ${what}`);

/** The root of a drawn element, in its own shadow root or in the placeholder's. */
export const drawn = (holder: Element): Element | null => holder.shadowRoot?.querySelector('[part=root]') ?? null;

/** The root of an element that is completely drawn. */
export function whole(holder: Element): Element | null {
  const root = drawn(holder);
  return root?.matches('[data-partial]') ? null : root;
}

export const levelOf = (holder: Element): string | null | undefined =>
  drawn(holder)?.querySelector('[part=heading]')?.getAttribute('aria-level');

export const hasExit = (holder: Element): boolean => !!drawn(holder)?.querySelector('[part=exit]');

/** The chosen answer to "Who are you?". */
export const whoOf = (holder: Element): string =>
  drawn(holder)?.querySelector('input:checked')?.closest('label')?.textContent?.trim() ?? '';

/** The spans with our words in the light tree of a marker. */
export const spansOf = (holder: Element): readonly Element[] => [...holder.querySelectorAll(':scope > span[slot]')];
