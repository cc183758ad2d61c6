import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { whenIdle } from './idle.js';
import { drawNow, listen, noteReplaced, unlisten } from './press.js';
import type { Room } from './fallback-box.js';
import { roomOf } from './fallback-box.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** While elements are made of what was in the page before the script: the room of the placeholder that is being drawn on. */
let turn: { room?: Room | undefined } | undefined;

/** Makes elements of what has waited for the script. */
export function early(make: () => void): void {
  turn = {};
  try {
    make();
  } finally {
    turn = undefined;
  }
}

/** Takes note of a placeholder's room, which is gone once it is drawn on. */
export function noteRoom(placeholder: Element): void {
  if (turn) turn.room = roomOf(placeholder);
}

/**
 * Draws an element that was in the page before the script without moving anything, and without keeping the page busy: at first
 * what the first screen needs, the rest part by part when the browser is idle.
 *
 * In view it takes the room that its fallback had. One that would need more opens folded, and unfolds by the person's own tap.
 * What comes after the script is drawn whole and at once: nobody has seen anything in its place.
 */
export class FirstScreen implements ReactiveController {
  readonly #host: Host;
  readonly #parts: number;
  readonly #leads: boolean;
  #room: Room | undefined;
  #drawn: number;
  #folded: boolean;
  #waiting = false;
  /** What the last drawing showed. */
  #seen = 0;
  #wasFolded = false;
  readonly #width = typeof innerWidth === 'number' ? innerWidth : 0;

  /**
   * `parts` is how many there are to draw; one that `folds` needs more room than any fallback has; one that `leads` elsewhere than
   * its fallback did takes no tap for a moment.
   */
  constructor(host: Host, parts = 1, folds = false, leads = true) {
    this.#host = host;
    this.#leads = leads;
    this.#parts = parts;
    // only what is upgraded is in the page already
    this.#room = turn && (host.isConnected ? roomOf(host) : turn.room);
    this.#drawn = turn ? 1 : parts;
    this.#folded = folds && !!this.#room;
    host.addController(this);
  }

  /** Whether the rest waits under one control. */
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

  /** Everything, now: somebody wants it. */
  unfold(): void {
    if (!this.#folded && this.whole) return;
    this.#drawn = this.#parts;
    this.#folded = false;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    listen();
    if (!this.#room && this.whole) return;
    addEventListener('resize', this.#resized);
    addEventListener('beforeprint', this.#printed);
  }

  hostDisconnected(): void {
    unlisten();
    removeEventListener('resize', this.#resized);
    removeEventListener('beforeprint', this.#printed);
  }

  /** A page turned on its side moves in any case. */
  readonly #resized = (): void => {
    if (innerWidth === this.#width) return;
    this.#room = undefined;
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
    // what comes after the second part stands below all that is there already, and moves nobody's number
    const moved = this.#seen < Math.min(2, this.#drawn) || this.#wasFolded !== this.#folded;
    if (this.#leads && moved) noteReplaced(this.#host.renderRoot);
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

  /** Takes the fallback's room; unfolded it needs more, and its neighbours stay as far away as they were. */
  #settle(): void {
    const root = this.#host.renderRoot.querySelector<HTMLElement>('.root');
    if (!root) return;
    // for whoever waits for all of it: tests, and people who look into the page
    if (root.hasAttribute('data-partial') === this.whole) root.toggleAttribute('data-partial', !this.whole);
    // the browser's own search finds it, where it can; as a property in the template it would hide all on a server
    const below = root.querySelector<HTMLElement>('.below[hidden=""]');
    if (below) below.hidden = 'until-found';
    if (!this.#room && !root.style.marginTop) return;
    const px = (length: number | undefined): string => (length === undefined ? '' : `${length}px`);
    root.style.marginTop = px(this.#room?.before);
    root.style.marginBottom = px(this.#room?.after);
    root.style.minHeight = px(this.#room?.height);
  }
}
