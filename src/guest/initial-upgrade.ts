import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FallbackBox } from './fallback-box.js';
import { whenIdle } from './idle.js';
import { drawNow, noteReplaced, presses } from './press.js';

interface Host extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Draws an element that waited in the page for the script without moving anything, and without keeping the page busy: at first what the
 * first screen needs, the rest part by part while the browser is idle.
 *
 * In view it keeps the height of its fallback. One that would need more opens folded, and unfolds by the person's own tap. What comes
 * later than the script is drawn whole and at once: nobody has seen anything in its place.
 */
export class InitialUpgrade implements ReactiveController {
  readonly #host: Host;
  readonly #parts: number;
  readonly #folds: boolean;
  readonly #replaces: boolean;
  #box: FallbackBox | undefined;
  #drawn: number;
  #folded = false;
  #waiting = false;
  /** What the last drawing showed. */
  #seen = 0;
  #wasFolded = false;
  readonly #width = typeof innerWidth === 'number' ? innerWidth : 0;

  /** See the constructor of `GuestElement`. */
  constructor(host: Host, parts: number, folds: boolean, replaces: boolean) {
    this.#host = host;
    this.#folds = folds;
    this.#replaces = replaces;
    this.#drawn = this.#parts = parts;
    host.addController(this);
  }

  /** Takes note that the host waited for the script, and of the box of its fallback, where others would move if it grew. */
  begin(box: FallbackBox | undefined): void {
    this.#box = box;
    this.#drawn = 1;
    this.#folded = this.#folds && !!box;
  }

  /** Whether the rest is behind one control. */
  get folded(): boolean {
    return this.#folded;
  }

  /** Whether a part is to be drawn now; the first is 1. */
  has(part: number): boolean {
    return part <= this.#drawn;
  }

  /** Whether every part is drawn. */
  get whole(): boolean {
    return this.#drawn >= this.#parts;
  }

  /** Draws all parts now and unfolds. */
  unfold(): void {
    if (!this.#folded && this.whole) return;
    this.#drawn = this.#parts;
    this.#folded = false;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    presses.add(this);
    if (!this.#box && this.whole) return;
    addEventListener('resize', this.#resized);
    addEventListener('beforeprint', this.#printed);
  }

  hostDisconnected(): void {
    presses.delete(this);
    removeEventListener('resize', this.#resized);
    removeEventListener('beforeprint', this.#printed);
  }

  /** Rotating the device reflows the page anyway, so the height of the fallback is no longer reserved. */
  readonly #resized = (): void => {
    if (innerWidth === this.#width) return;
    this.#box = undefined;
    this.#settle();
  };

  /** Paper has everything on it. */
  readonly #printed = (): void => {
    if (this.whole) return;
    this.#drawn = this.#parts;
    drawNow(this.#host.renderRoot);
    this.#host.requestUpdate();
  };

  hostUpdated(): void {
    // What comes after the second part is below all that is there already, and moves nobody's number.
    const moved = this.#seen < Math.min(2, this.#drawn) || this.#wasFolded !== this.#folded;
    if (this.#replaces && moved) noteReplaced(this.#host.renderRoot);
    this.#seen = this.#drawn;
    this.#wasFolded = this.#folded;
    this.#settle();
    if (this.whole || this.#waiting) return;
    this.#waiting = true;
    whenIdle(() => {
      this.#waiting = false;
      if (this.whole) return;
      this.#drawn++;
      this.#host.requestUpdate();
    }, 50);
  }

  /** Takes the box of the fallback. Unfolded the element needs more, and its neighbours stay as far away as they were. */
  #settle(): void {
    const root = this.#host.renderRoot.querySelector<HTMLElement>('.root');
    if (!root) return;
    // For tests, and for people who look into the page.
    if (root.hasAttribute('data-partial') === this.whole) root.toggleAttribute('data-partial', !this.whole);
    // The browser's own search finds it, where it can. As a property in the template it would hide all on a server.
    const below = root.querySelector<HTMLElement>('.below[hidden=""]');
    if (below) below.hidden = 'until-found';
    if (!this.#box && !root.style.marginTop) return;
    const px = (length: number | undefined): string => (length === undefined ? '' : `${length}px`);
    root.style.marginTop = px(this.#box?.before);
    root.style.marginBottom = px(this.#box?.after);
    root.style.minHeight = px(this.#box?.height);
  }
}
