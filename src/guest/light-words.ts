import type { Controller, ControllerHost } from './controller.js';
import type { TimeLeft } from './idle.js';
import { whenIdle } from './idle.js';
import { languageOf } from './language.js';

interface Host extends ControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * How long spans that a page has removed stay away, in milliseconds. Without this delay, a page that always removes them would always be
 * busy.
 */
const REST = 1000;

/** How many phrases are mirrored before the clock is read. */
const PHRASES_PER_SLICE = 12;

/**
 * The longest that the phrases wait for a page to load, in milliseconds. One picture that never arrives would hold back the `load` event
 * for ever.
 */
const LOAD_LIMIT = 10_000;

let loaded: Promise<void> | undefined;
/** Resolves when the page has loaded. It is called only if something is drawn, because a server has no page. */
const whenLoaded = (): Promise<void> =>
  (loaded ??= new Promise<void>((resolve) => {
    if (document.readyState === 'complete') return resolve();
    addEventListener('load', () => resolve(), { once: true });
    setTimeout(resolve, LOAD_LIMIT);
  }));

/** Removes a span and its line break from the light tree. What the page has put after them stays. */
export function takeOut(span: Element): void {
  if (span.nextSibling?.textContent === '\n') span.nextSibling.remove();
  span.remove();
}

/**
 * Mirrors each phrase that its host draws into the light tree, as `<span slot="key">`, for those who need it there: translators, reading
 * toolbars and search do not enter shadow trees.
 *
 * It waits until the page has loaded and is idle, so that a framework which still has to take over its markup finds that markup unchanged.
 * From then on, each drawing updates the spans. A span that a translator has rewritten is left alone until our own phrase changes. A span
 * that was emptied is removed, and the phrase in the shadow tree shows again. Spans that a page removes when it resets its markup come back
 * with their translation.
 *
 * Each span is `hidden`, and only our own style sheet shows it: a saved copy without our shadow tree shows the snippet, and no wall of
 * words. A span has a `lang` if the page around it is in another language, for as long as the words are ours.
 */
export class LightWords implements Controller {
  readonly #host: Host;
  readonly #whole: () => boolean;
  /** The phrases that we last wrote, by key. We change a span only if its phrase has changed. */
  readonly #written = new Map<string, string>();
  readonly #spans = new Map<string, HTMLSpanElement>();
  #keys = '';
  #lang = '';
  #waiting = false;
  #observer: MutationObserver | undefined;

  /** `whole` says whether all parts of the host are drawn. Phrases that are mirrored part by part would have to be sorted again. */
  constructor(host: Host, whole: () => boolean) {
    this.#host = host;
    this.#whole = whole;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener('slotchange', this.#filled);
    // While an element was moved or away, nobody noticed which spans the page removed, so all are checked again.
    this.#keys = '';
    // In another document, no style sheet of ours would show a hidden span.
    for (const span of this.#spans.values()) this.#mark(span);
    if (this.#written.size) this.hostUpdated();
  }

  hostUpdated(): void {
    // An element that is drawn once more after its removal must leave nothing behind. If it returns, `hostConnected` does the rest.
    if (!this.#host.isConnected) return;
    // People read the spans, so once they exist, a new number must reach them in the same task as the drawing. A copy of a panel brings the
    // spans of the original, with what was answered there, and they would be next to our numbers.
    if (this.#written.size || this.#holder.querySelector(':scope > span[slot]')) this.#mirror();
    else if (!this.#waiting && this.#whole()) {
      this.#waiting = true;
      void whenLoaded().then(() => this.#inPauses());
    }
  }

  /** Mirrors a few phrases in each idle period. A panel has hundreds, and somebody may be scrolling on an old phone. */
  #inPauses(pause?: number): void {
    whenIdle((left) => {
      this.#waiting = false;
      // The page may have removed spans while we waited, so their order is checked again.
      this.#keys = '';
      if (this.#host.isConnected && !this.#mirror(left)) this.#inPauses(50);
    }, pause);
  }

  /**
   * A copy of a panel, or a page that is saved as text, brings the spans of the original. They are replaced at once, so that nobody reads
   * them next to the links of this panel.
   */
  readonly #filled = ({ target }: Event): void => {
    // A page that removes everything at once empties the slots first, and this event arrives when the element is gone.
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

  /** Mirrors the phrases that have changed: all of them, or as many as the time `left` allows. Returns whether all are mirrored. */
  #mirror(left?: TimeLeft): boolean {
    const { renderRoot } = this.#host;
    const holder = this.#holder;
    const slots = [...renderRoot.querySelectorAll<HTMLSlotElement>('slot[name]')];
    const drawn = new Set(slots.map(({ name }) => name));
    if (!this.#written.size) {
      // Spans that came with a copy are ours from now on, even if this element does not draw their phrases.
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
      if (left && ++put % PHRASES_PER_SLICE === 0 && left() < 3) break;
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
      // A span that somebody has removed comes back when its phrase changes.
      if (span.parentNode !== holder) this.#keys = '';
    }
    // A span that somebody has emptied stays away.
    const done = [...drawn].filter((key) => this.#spans.get(key)?.textContent?.trim());
    const keys = done.join();
    if (keys !== this.#keys) {
      this.#keys = keys;
      // The spans are in reading order, each on its own line. Those that are in order already are not moved.
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

  /** Finds out which `lang` the spans need, and updates those that are there if it has changed. */
  #speak(holder: Element): void {
    const own = this.#host.renderRoot.querySelector<HTMLElement>('.root')?.lang ?? '';
    const base = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];
    const lang = base(languageOf(holder)) === base(own) ? '' : own;
    if (lang === this.#lang) return;
    this.#lang = lang;
    for (const [key, span] of this.#spans) if (span.textContent === this.#written.get(key)) this.#mark(span);
  }

  /**
   * Hides a span, because only our own style sheet shows it, and sets the language of our words. Without that style sheet it stays visible.
   */
  #mark(span: HTMLSpanElement): void {
    const { renderRoot } = this.#host;
    span.hidden = !!((renderRoot as ShadowRoot).adoptedStyleSheets?.length || renderRoot.querySelector('style'));
    if (this.#lang) span.lang = this.#lang;
    else span.removeAttribute('lang');
  }

  /**
   * Watches what others do to the spans. An emptied span would hide its phrase, so it is removed, and the phrase in the shadow tree shows.
   * A translated span loses our `lang`. Spans that were removed come back after a delay.
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
