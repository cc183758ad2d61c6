import type { TemplateResult } from 'lit-html';
import { html, nothing } from 'lit-html';
import { DrawnElement } from './drawn-element.js';
import { whenIdle } from './idle.js';
import { messagesFor } from './language.js';
import { LightWords } from './light-words.js';
import { LiveRegion } from './live-region.js';
import { drawNow, drawWhenCalm, noteReplaced, presses } from './press.js';
import { reveal } from './reveal.js';
import type { Room } from './room.js';
import { release, roomOf, settle } from './room.js';
import { adoptStyles, canShare } from './styles.js';
import { ThemeGuard } from './theme-guard.js';
import { theme } from './theme.styles.js';
import { textOfError, warnOnce } from './warn.js';

/** A phrase under a key: translators and reading toolbars find it in the light tree. */
export type Phrase = (key: string, text: string) => HTMLSlotElement;

/** What every element is given: words in each language there is, which say their language. */
interface Given {
  readonly locales: { readonly en: { readonly lang: string } };
}
type WordsOf<P extends Given> = P['locales']['en'];

/**
 * The base of every element: what a guest in a page that is not ours needs.
 *
 * It owns the one root with its styles and its language, the drawing with a way back to the fallback, the keys of the phrases, the slot
 * for what an author put inside, the live region, and the room of the fallback. An element only draws what comes into the root.
 *
 * It is drawn in two parts, so that it does not keep the page busy: first what is in sight, then what is behind disclosures, when somebody
 * opens one, when the browser is idle, or for paper.
 */
export abstract class GuestElement<P extends Given = Given> extends DrawnElement {
  /**
   * Whether the elements that the browser creates now were in the page before the script. It is a static field, because the browser passes
   * no argument to a constructor.
   */
  static upgrading = false;
  /** The element's own style sheet. */
  static readonly styles: string = '';

  /** @internal The root that a placeholder gave; the element draws in it, next to itself. */
  placeholderRoot: ShadowRoot | undefined;
  /** Whether what is behind disclosures is drawn. */
  protected whole = false;
  readonly #replaces: boolean;
  #room: Room | undefined;
  #inSight = false;
  #width = 0;
  readonly #liveRegion = new LiveRegion(this);
  readonly #slots = new Map<string, HTMLSlotElement>();
  readonly #keys = new Set<string>();

  /** One that `replaces` its fallback with something else ignores taps for a moment, because they were meant for the fallback. */
  constructor(replaces = true) {
    super();
    this.#replaces = replaces;
    if ((this.constructor as typeof GuestElement).upgrading && this.isConnected) this.#room = roomOf(this);
    new LightWords(this, () => this.whole);
    new ThemeGuard(this);
  }

  /** Defines the class as a tag. Elements of it that wait in the page keep the room of their fallback. */
  static define(tag: string): void {
    this.upgrading = true;
    try {
      customElements.define(tag, this as unknown as CustomElementConstructor);
    } finally {
      this.upgrading = false;
    }
  }

  /** @internal What the page knows: the placeholder, or the element itself. */
  get publicNode(): Element {
    return this.placeholderRoot?.host ?? this;
  }

  /** @internal Draws in the root of a placeholder, in the room of its fallback if it had one. */
  drawIn(root: ShadowRoot, room: Room | undefined): void {
    this.placeholderRoot = root;
    // Lit stores its rendering on the node before which it renders. Another element in the same root must not find it there.
    this.renderBefore = this;
    this.#room = room;
  }

  /** @internal Says a phrase aloud, through the live region of the page. */
  announce(phrase: string): void {
    this.#liveRegion.say(phrase);
  }

  /** What to draw in the root. */
  protected abstract draw(words: WordsOf<P>, provided: P): TemplateResult;

  /** Ids of what names the root for assistive technology. */
  protected get labelledBy(): string | undefined {
    return 'h';
  }

  /** @internal The words in the language of the element; undefined where nothing was provided. */
  get words(): WordsOf<P> | undefined {
    return this.#provided && messagesFor(this, this.#provided);
  }

  /** What the class is given to draw, set once before its tag is defined. Without it an element shows what is inside it. */
  get #provided(): P | undefined {
    return (this.constructor as { readonly provided?: P }).provided;
  }

  /**
   * The slot of a phrase. It is an element and not a template, because a panel has hundreds. No two phrases of one drawing have the same
   * key, whatever an element asks for: one would show the words of the other.
   */
  protected readonly phrase: Phrase = (key, text) => {
    while (this.#keys.has(key)) key += '-';
    this.#keys.add(key);
    let slot = this.#slots.get(key);
    if (!slot) {
      slot = document.createElement('slot');
      slot.name = key;
      this.#slots.set(key, slot);
    }
    if (slot.textContent !== text) slot.textContent = text;
    return slot;
  };

  /** Puts the focus on something in the root, and brings it into view. With `stay` a tap does not scroll the page. */
  protected focusOn(selector: string, stay = false): void {
    // A page may ask before there is anything to focus.
    reveal((this.renderRoot as ParentNode | undefined)?.querySelector<HTMLElement>(selector), this.publicNode, stay);
  }

  /** @internal Puts the focus on the heading and brings it into view, once it is drawn. */
  arrive(): void {
    const focus = (): void => this.focusOn('#h');
    if (this.hasUpdated) return focus();
    void this.updateComplete.then(focus);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    presses.add(this);
    this.#width = innerWidth;
    addEventListener('resize', this.#resized);
    addEventListener('beforeprint', this.drawWhole);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    presses.delete(this);
    removeEventListener('resize', this.#resized);
    removeEventListener('beforeprint', this.drawWhole);
  }

  /** Another width reflows the page anyway, so the room of the fallback is no longer kept. */
  readonly #resized = (): void => {
    if (innerWidth === this.#width) return;
    this.#room = undefined;
    const root = this.renderRoot.querySelector<HTMLElement>('.root');
    if (root) release(root);
  };

  /** @internal Draws what is behind disclosures, because somebody opens one or prints the page, or the browser is idle. */
  readonly drawWhole = (asked?: Event): void => {
    if (this.whole) return;
    this.whole = true;
    this.requestUpdate();
    if (asked) drawNow(this.renderRoot);
  };

  protected override createRenderRoot(): ShadowRoot {
    const root = this.placeholderRoot ?? this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#adoptStyles(root);
    return root;
  }

  /** Restores the style of an element that returns to its own document. In an old browser, the style elements have moved with it. */
  adoptedCallback(): void {
    if (canShare) this.#adoptStyles(this.renderRoot);
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    return drawWhenCalm(this, () => super.scheduleUpdate());
  }

  /** Draws. If that fails, because the page has broken what we need, the fallback comes back: somebody is waiting for a number. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
      if (!this.#inSight) this.#cameIntoSight();
    } catch (error) {
      this.renderRoot.replaceChildren(document.createElement('slot'));
      warnOnce(`<${this.localName}> could not be drawn, its fallback stays: ${textOfError(error)}`);
    }
  }

  /** After the first drawing: takes the room of the fallback, and draws the rest when the browser is idle. */
  #cameIntoSight(): void {
    const root = this.renderRoot.querySelector<HTMLElement>('.root');
    if (!root) return;
    this.#inSight = true;
    if (this.#replaces) noteReplaced(this.renderRoot);
    // The shadow root listens, because a screen reader calls the heading clickable if an element around it listens. Another element may
    // draw in the shadow root later, and has a root of its own.
    const clicked = (event: Event): void => {
      const target = event.target as Element;
      if (root.contains(target) && target.closest('summary')) this.drawWhole(event);
    };
    this.renderRoot.addEventListener('click', clicked, true);
    try {
      if (this.#room) settle(root, this.#room);
    } catch {
      // In a page that has broken what this needs, something may move, and every number is there.
    }
    whenIdle(() => this.drawWhole(), 50);
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const provided = this.#provided;
    if (!words || !provided) return html`<slot></slot>`;
    this.#keys.clear();
    return html`<section
        class="root"
        part="root"
        ?data-partial=${!this.whole}
        lang=${words.lang}
        aria-labelledby=${this.labelledBy ?? nothing}
      >
        ${this.draw(words, provided)} ${this.#liveRegion.draw()}
      </section>
      <slot class="rest" ?hidden=${!!this.placeholderRoot}></slot>`;
  }

  /** Adopts the style sheets. In another document, which cannot share them, or in a page that has broken this, words have no style. */
  #adoptStyles(root: ShadowRoot): void {
    try {
      adoptStyles(root, [theme, (this.constructor as typeof GuestElement).styles]);
    } catch {
      // A number without style can be read.
    }
  }
}
