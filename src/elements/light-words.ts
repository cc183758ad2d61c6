import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TimeLeft } from './idle.js';
import { whenIdle } from './idle.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** How many phrases are put in before the clock is looked at. */
const ENOUGH = 12;

/** The longest that words wait for a page to load, in milliseconds: one picture that never comes holds the event back for good. */
const LOAD_LIMIT = 10_000;

let loaded: Promise<void> | undefined;
/** Resolves when the page has loaded. Asked for only where something is drawn: on a server there is no page. */
const whenLoaded = (): Promise<void> =>
  (loaded ??= new Promise<void>((resolve) => {
    if (document.readyState === 'complete') return resolve();
    addEventListener('load', () => resolve(), { once: true });
    setTimeout(resolve, LOAD_LIMIT);
  }));

/** Takes a phrase and its line out of the light tree; what the page has put behind it stays. */
export function takeOut(span: Element): void {
  if (span.nextSibling?.textContent === '\n') span.nextSibling.remove();
  span.remove();
}

/**
 * Puts each phrase that its host draws into the light tree as well, as `<span slot="key">`, for those who need it there:
 * translators, reading toolbars and search do not enter shadow trees.
 *
 * It waits until the page has loaded and is idle, so that a framework which still has to take over its markup finds that
 * markup unchanged; from then on it keeps step with every drawing. A span that a translator has rewritten is left alone until
 * our own words change; one that somebody has emptied is taken away, and the phrase in the shadow tree shows again.
 */
export class LightWords implements ReactiveController {
  readonly #host: Host;
  readonly #whole: () => boolean;
  /** What we last wrote, by key. A span is ours to change only where this has changed. */
  readonly #written = new Map<string, string>();
  readonly #spans = new Map<string, HTMLSpanElement>();
  #keys = '';
  #waiting = false;
  #observer: MutationObserver | undefined;

  /** `whole` says whether all of the host is drawn: words in parts would have to be put in order again. */
  constructor(host: Host, whole: () => boolean) {
    this.#host = host;
    this.#whole = whole;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener('slotchange', this.#filled);
    // an element that was moved, or that comes back, is watched again
    if (this.#written.size) this.hostUpdated();
  }

  hostUpdated(): void {
    // drawn once more after it was taken away: nothing may be left behind, and coming back does the rest
    if (!this.#host.isConnected) return;
    // what is in the light tree is what people read: once it is there, a new number must reach it with the drawing itself. A
    // copy of a panel brings the words of the other one, with what was answered there: they would stand at our numbers
    if (this.#written.size || this.#holder.querySelector(':scope > span[slot]')) this.#mirror();
    else if (!this.#waiting && this.#whole()) {
      this.#waiting = true;
      void whenLoaded().then(() => this.#inPauses());
    }
  }

  /** A few phrases in each pause: a panel has hundreds, and somebody may be scrolling on an old phone. */
  #inPauses(pause?: number): void {
    whenIdle((left) => {
      this.#waiting = false;
      if (this.#host.isConnected && !this.#mirror(left)) this.#inPauses(50);
    }, pause);
  }

  /** A copy, or a page kept as text, brings the words of the first one along: nobody may read them beside this one's links. */
  readonly #filled = ({ target }: Event): void => {
    // a page that takes everything away at once empties the slots first: this is then heard when we are gone
    if (this.#host.isConnected && !this.#written.size && (target as HTMLSlotElement).name) this.#mirror();
  };

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  get #holder(): Element {
    const { renderRoot } = this.#host;
    return renderRoot instanceof ShadowRoot ? renderRoot.host : this.#host;
  }

  /** Puts in what is new; all of it, or as much as the time `left` allows. Returns whether that was all. */
  #mirror(left?: TimeLeft): boolean {
    const { renderRoot } = this.#host;
    const holder = this.#holder;
    const slots = [...renderRoot.querySelectorAll<HTMLSlotElement>('slot[name]')];
    const drawn = new Set(slots.map(({ name }) => name));
    if (!this.#written.size) {
      // those that a copy has brought with it are ours from now on, also the ones that have no place here
      for (const span of holder.querySelectorAll<HTMLSpanElement>(':scope > span[slot]'))
        if (drawn.has(span.slot) || span.nextSibling?.textContent === '\n') this.#spans.set(span.slot, span);
    }
    for (const [key, span] of this.#spans) {
      if (drawn.has(key)) continue;
      takeOut(span);
      this.#spans.delete(key);
      this.#written.delete(key);
    }
    let put = 0;
    for (const slot of slots) {
      const phrase = slot.textContent ?? '';
      if (this.#written.get(slot.name) === phrase) continue;
      if (left && ++put % ENOUGH === 0 && left() < 3) break;
      this.#written.set(slot.name, phrase);
      let span = this.#spans.get(slot.name);
      if (!span) {
        span = document.createElement('span');
        span.slot = slot.name;
        if (slot.closest('[translate=no]')) span.translate = false;
        this.#spans.set(slot.name, span);
      }
      span.textContent = phrase;
      // wiped by somebody, and our words have changed since: it comes back with them
      if (span.parentNode !== holder) this.#keys = '';
    }
    const done = [...drawn].filter((key) => this.#spans.has(key));
    const keys = done.join();
    if (keys !== this.#keys) {
      this.#keys = keys;
      // in the order in which they are read, a line each; those that stand in it already stay
      const ours = new Set<Element>(this.#spans.values());
      const there = [...holder.children].filter((child) => ours.has(child));
      let inOrder = true;
      let i = 0;
      for (const key of done) {
        const span = this.#spans.get(key) as HTMLSpanElement;
        inOrder &&= there[i++] === span;
        if (inOrder) continue;
        const line = span.parentNode === holder && span.nextSibling?.textContent === '\n' ? span.nextSibling : '\n';
        holder.append(span, line);
      }
    }
    this.#watch(holder);
    return done.length === drawn.size;
  }

  /** A span that was emptied would hide its phrase: it goes, and the phrase in the shadow tree shows. */
  #watch(holder: Element): void {
    this.#observer?.takeRecords();
    if (this.#observer) return;
    this.#observer = new MutationObserver(() => {
      for (const span of this.#spans.values()) if (!span.textContent?.trim()) span.remove();
    });
    this.#observer.observe(holder, { childList: true, characterData: true, subtree: true });
  }
}
