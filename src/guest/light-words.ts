import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TimeLeft } from './idle.js';
import { whenIdle } from './idle.js';
import { languageOf } from './language.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** How long words that a page has taken away stay away, in milliseconds: one that always takes them must not be kept busy. */
const REST = 1000;

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
 * our own words change; one that somebody has emptied is taken away, and the phrase in the shadow tree shows again. What a page takes
 * away as it resets its markup comes back, as it was translated.
 *
 * Each span is `hidden`, and only our own style sheet shows it: a saved copy without our shadow tree shows the snippet, and no wall
 * of words. It says its language where the page around it is in another, for as long as the words are ours.
 */
export class LightWords implements ReactiveController {
  readonly #host: Host;
  readonly #whole: () => boolean;
  /** What we last wrote, by key. A span is ours to change only where this has changed. */
  readonly #written = new Map<string, string>();
  readonly #spans = new Map<string, HTMLSpanElement>();
  #keys = '';
  #lang = '';
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
    // An element that was moved, or that comes back, is watched again. Nobody noticed what a page took away meanwhile.
    this.#keys = '';
    // In another document there is no style sheet of ours to show the spans.
    for (const span of this.#spans.values()) this.#mark(span);
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
      // What the page takes away while we wait is put back now. A drawing in the meantime may have put it in for a moment.
      this.#keys = '';
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
    this.#speak(holder);
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
      this.#mark(span);
      // wiped by somebody, and our words have changed since: it comes back with them
      if (span.parentNode !== holder) this.#keys = '';
    }
    // one that somebody has emptied stays away
    const done = [...drawn].filter((key) => this.#spans.get(key)?.textContent?.trim());
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
    return this.#written.size === drawn.size;
  }

  /** Takes note of the language to say, and says it of what is there already when it has changed. */
  #speak(holder: Element): void {
    const own = this.#host.renderRoot.querySelector<HTMLElement>('.root')?.lang ?? '';
    const base = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];
    const lang = base(languageOf(holder)) === base(own) ? '' : own;
    if (lang === this.#lang) return;
    this.#lang = lang;
    for (const [key, span] of this.#spans) if (span.textContent === this.#written.get(key)) this.#mark(span);
  }

  /** Makes a span one of ours: seen only in our shadow tree, where a style sheet shows it, and in the language of our words. */
  #mark(span: HTMLSpanElement): void {
    const { renderRoot } = this.#host;
    span.hidden = !!((renderRoot as ShadowRoot).adoptedStyleSheets?.length || renderRoot.querySelector('style'));
    if (this.#lang) span.lang = this.#lang;
    else span.removeAttribute('lang');
  }

  /**
   * A span that was emptied would hide its phrase: it goes, and the phrase in the shadow tree shows. A translation is not in our
   * language. What was taken away comes back after a rest.
   */
  #watch(holder: Element): void {
    if (this.#observer) return;
    this.#observer = new MutationObserver(() => {
      let gone = false;
      for (const [key, span] of this.#spans) {
        if (!span.textContent?.trim()) span.remove();
        else if (span.parentNode !== holder) gone = true;
        else if (span.lang && span.textContent !== this.#written.get(key)) span.removeAttribute('lang');
      }
      if (gone && !this.#waiting) {
        this.#waiting = true;
        setTimeout(() => this.#inPauses(), REST);
      }
    });
    this.#observer.observe(holder, { childList: true, characterData: true, subtree: true });
  }
}
