import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Host extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

const isSet = (length: string): boolean => parseFloat(length) > 0;

/**
 * Gives lines and paragraphs more room where the reader spaces letters and words apart (WCAG 1.4.12).
 *
 * A reader's tool writes its rule into the page. Spacing of letters and words is inherited from there; line height and the
 * space between paragraphs are not, because what comes from the page can as well be the page's own, and would push numbers
 * off the first screen. Hardly a page spaces out its words, so that tells the two apart.
 */
export class ReaderSpacing implements ReactiveController {
  readonly #host: Host;
  #root: Element | null = null;
  #observer: ResizeObserver | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // one that was moved is watched again
    this.hostUpdated();
  }

  hostUpdated(): void {
    // drawn once more after it was taken away: nothing may be left behind
    const root = this.#host.isConnected ? this.#host.renderRoot.querySelector('.root') : null;
    if (root === this.#root) return;
    this.hostDisconnected();
    this.#root = root;
    // one that a script has moved into a frame is watched by the frame's window: ours would call it an error of this page
    const view = root?.ownerDocument.defaultView;
    if (!root || !view) return;
    // a tool is switched on while the page is open: wider words make everything another size
    this.#observer = new view.ResizeObserver(() => view.requestAnimationFrame(() => this.#follow(root)));
    this.#observer.observe(root);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#root = null;
  }

  #follow(root: Element): void {
    const { letterSpacing, wordSpacing } = getComputedStyle(root);
    root.classList.toggle('spaced', isSet(letterSpacing) && isSet(wordSpacing));
  }
}
