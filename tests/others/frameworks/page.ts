import { until as holdsAtLast } from '../../helpers/until.js';

/** What a test sets, over what each app starts with: see apps/state.ts. */
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

/** The part of the page that is taken over later than the rest. */
export interface Later {
  done: boolean;
  taken?: boolean;
  readonly promise: Promise<void>;
}

interface App {
  /** What the page's own listener was told, as `contact channel`. */
  readonly received: string[];
  /** What React could repair only by drawing anew. */
  readonly recovered: readonly string[];
  readonly ready: boolean;
  readonly mount: (state?: State) => unknown;
  readonly hydrate: (later?: Later) => void;
  readonly update: (state?: State) => unknown;
  readonly unmount: () => void;
}

interface AppWindow extends Window {
  readonly app: App;
  /** Warnings, errors and what was thrown. */
  readonly said: string[];
  /** Listeners of the page, timers and observers that the script has and has not given back. */
  readonly held: Map<unknown, string>;
  /** Where the page is kept busy: lets everything happen that waits until it is not. */
  readonly idle: () => void;
}

/** One built page of a framework, in a frame of its own. */
export interface AppPage {
  readonly window: AppWindow;
  readonly document: Document;
  readonly app: App;
  readonly find: (selector: string) => HTMLElement;
  /** Adds the script to the page, as a tag manager would. */
  readonly addScript: () => Promise<void>;
  /** What the script holds, in words and in order. */
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
  if (!window.app) throw new Error(`/frameworks/${path}.html is not built: node scripts/frameworks.mjs`);
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

/** Waits until something holds, and names it where it never does. */
export const until = (what: string, holds: () => unknown): Promise<void> => holdsAtLast(holds, `never: ${what}`);

/** Where an element is drawn: in its own shadow root, or in the placeholder's. */
export const drawn = (holder: Element): Element | null => holder.shadowRoot?.querySelector('[part=root]') ?? null;

/** Where all of an element is drawn, once a person has unfolded it. */
export function unfolded(holder: Element): Element | null {
  const root = drawn(holder);
  root?.querySelector<HTMLElement>('.unfold button')?.click();
  return root?.matches('[data-partial]') ? null : root;
}

export const levelOf = (holder: Element): string | null | undefined =>
  drawn(holder)?.querySelector('[part=heading]')?.getAttribute('aria-level');

export const hasExit = (holder: Element): boolean => !!drawn(holder)?.querySelector('[part=exit]');

/** The answer that is chosen to "Who are you?". */
export const whoOf = (holder: Element): string =>
  drawn(holder)?.querySelector('input:checked')?.closest('label')?.textContent?.trim() ?? '';

/** The words that stand in the light tree of a marker. */
export const spansOf = (holder: Element): readonly Element[] => [...holder.querySelectorAll(':scope > span[slot]')];
