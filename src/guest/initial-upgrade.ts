import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FallbackBox } from './fallback-box.js';
import { whenIdle } from './idle.js';
import { drawNow, noteReplaced, presses } from './press.js';

interface Host extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Draws an element that was in the page before the script, without moving anything and without keeping the page busy. It first draws the
 * part for the first screen, then the other parts while the browser is idle.
 *
 * An element in view keeps the height of its fallback. One that needs more opens folded, and unfolds when the person taps. An element that
 * arrives after the script is drawn whole at once, because nobody has seen anything in its place.
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
  /** How many parts the last drawing showed. */
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

  /** Notes that the host was in the page before the script, and the box of its fallback if its growth would move other content. */
  begin(box: FallbackBox | undefined): void {
    this.#box = box;
    this.#drawn = 1;
    this.#folded = this.#folds && !!box;
  }

  /** Whether everything after the first screen is behind one control. */
  get folded(): boolean {
    return this.#folded;
  }

  /** Whether a part is drawn by now; the first is 1. */
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

  /** Draws every part before printing, so that nothing is missing on paper. */
  readonly #printed = (): void => {
    if (this.whole) return;
    this.#drawn = this.#parts;
    drawNow(this.#host.renderRoot);
    this.#host.requestUpdate();
  };

  hostUpdated(): void {
    // The parts after the second are added below everything else, so they move no number that somebody is about to tap.
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

  /**
   * Gives the root the height and margins of the fallback. An unfolded element may be higher, but its neighbours stay as far away as
   * before.
   */
  #settle(): void {
    const root = this.#host.renderRoot.querySelector<HTMLElement>('.root');
    if (!root) return;
    // Tests, and people who inspect the page, read this attribute.
    if (root.hasAttribute('data-partial') === this.whole) root.toggleAttribute('data-partial', !this.whole);
    // With this value, the browser's own search finds the folded text, if the browser supports that. As a property in the template, it
    // would hide everything on a server.
    const below = root.querySelector<HTMLElement>('.below[hidden=""]');
    if (below) below.hidden = 'until-found';
    if (!this.#box && !root.style.marginTop) return;
    const px = (length: number | undefined): string => (length === undefined ? '' : `${length}px`);
    root.style.marginTop = px(this.#box?.before);
    root.style.marginBottom = px(this.#box?.after);
    root.style.minHeight = px(this.#box?.height);
  }
}
