import type { CSSResultGroup, CSSResultOrNative, TemplateResult } from 'lit';
import { LitElement, adoptStyles, html, nothing, supportsAdoptingStyleSheets } from 'lit';
import type { FallbackBox } from './fallback-box.js';
import { fallbackBoxOf } from './fallback-box.js';
import { InitialUpgrade } from './initial-upgrade.js';
import { messagesFor } from './language.js';
import { LightWords } from './light-words.js';
import { LiveRegion } from './live-region.js';
import { drawWhenCalm } from './press.js';
import { reveal } from './reveal.js';
import { ThemeGuard } from './theme-guard.js';
import { theme } from './theme.styles.js';
import { textOfError, warnOnce } from './warn.js';

/** A phrase under a key: translators and reading toolbars find it in the light tree. */
export type Phrase = (key: string, text: string) => TemplateResult;

/** What every element is given: words in each language there is, which say their language. */
interface Given {
  readonly locales: { readonly en: { readonly lang: string } };
}
type WordsOf<P extends Given> = P['locales']['en'];

/**
 * The base of every element: what a guest in a page that is not ours needs.
 *
 * It owns the one root with its styles and its language, the drawing with a way back to the fallback, the keys of the phrases, the slot
 * for what an author put inside, the live region, and the first drawing in the place of the fallback. An element only draws what comes
 * into the root.
 */
export abstract class GuestElement<P extends Given = Given> extends LitElement {
  /**
   * Whether the elements that the browser creates now were in the page before the script. It is a static field, because the browser passes
   * no argument to a constructor.
   */
  static upgrading = false;

  /** @internal The root that a placeholder gave; the element draws in it, next to itself. */
  placeholderRoot: ShadowRoot | undefined;
  /** @internal */
  protected readonly screen: InitialUpgrade;
  readonly #liveRegion = new LiveRegion(this);
  readonly #keys = new Set<string>();

  /**
   * The initial upgrade draws the element in this many `parts`. One that `folds` needs more height than its fallback, and opens folded in
   * its place. One that `replaces` its fallback with something else ignores taps for a moment, because they were meant for the fallback.
   */
  constructor(parts = 1, folds = false, replaces = true) {
    super();
    this.screen = new InitialUpgrade(this, parts, folds, replaces);
    if ((this.constructor as typeof GuestElement).upgrading && this.isConnected) this.screen.begin(fallbackBoxOf(this));
    new LightWords(this, () => this.screen.whole);
    new ThemeGuard(this);
  }

  /** Defines the class as a tag. Elements of it that wait in the page keep the height of their fallback. */
  static define(tag: string): void {
    this.upgrading = true;
    try {
      customElements.define(tag, this as unknown as CustomElementConstructor);
    } finally {
      this.upgrading = false;
    }
  }

  /**
   * Accepts `headinglevel` for `headingLevel` too. Before the script has loaded, a framework writes the name of the property as an
   * attribute, and HTML ignores capitals.
   */
  protected static override finalize(): void {
    for (const [name, options] of Object.entries(this.properties ?? {})) {
      const alias = name.toLowerCase();
      if (alias === name || options.state || alias in this.prototype) continue;
      this.createProperty(alias, { ...options, attribute: alias, noAccessor: true });
      Object.defineProperty(this.prototype, alias, {
        set(this: Record<string, unknown>, value) {
          this[name] = value;
        },
      });
    }
    super.finalize();
  }

  protected static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return super.finalizeStyles([theme, styles ?? []]);
  }

  /** @internal What the page knows: the placeholder, or the element itself. */
  get publicNode(): Element {
    return this.placeholderRoot?.host ?? this;
  }

  /** @internal Draws in the root of a placeholder. One that has `waited` for the script may have a fallback, whose box is given. */
  drawIn(root: ShadowRoot, waited: boolean, box: FallbackBox | undefined): void {
    this.placeholderRoot = root;
    // Lit stores its rendering on the node before which it renders. Another element in the same root must not find it there.
    this.renderOptions.renderBefore = this;
    if (waited) this.screen.begin(box);
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

  /** No two phrases of one drawing have the same key, whatever an element asks for: one would show the words of the other. */
  protected readonly phrase: Phrase = (key, text) => {
    while (this.#keys.has(key)) key += '-';
    this.#keys.add(key);
    return html`<slot name=${key}>${text}</slot>`;
  };

  /** Puts the focus on something in the root, and brings it into view. With `stay` a tap does not scroll the page. */
  protected focusOn(selector: string, stay = false): void {
    // A page may ask before there is anything to focus.
    reveal((this.renderRoot as ParentNode | undefined)?.querySelector<HTMLElement>(selector), this.publicNode, stay);
  }

  /** Opens what is folded, because a person asked for it or the browser's search found it there. */
  protected async unfold(tapped = true): Promise<void> {
    this.screen.unfold();
    await this.updateComplete;
    if (tapped) this.focusOn('#h', true);
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.placeholderRoot ?? this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#adoptStyles(root);
    return root;
  }

  /** Restores the style of an element that returns to its own document. In an old browser, the style elements have moved with it. */
  adoptedCallback(): void {
    if (supportsAdoptingStyleSheets) this.#adoptStyles(this.renderRoot as ShadowRoot | undefined);
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    return drawWhenCalm(this, () => super.scheduleUpdate());
  }

  /** Draws. If that fails, because the page has broken what we need, the fallback comes back: somebody is waiting for a number. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      this.renderRoot.replaceChildren(document.createElement('slot'));
      warnOnce(`<${this.localName}> could not be drawn, its fallback stays: ${textOfError(error)}`);
    }
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const provided = this.#provided;
    if (!words || !provided) return html`<slot></slot>`;
    this.#keys.clear();
    return html`<section
        class="root"
        part="root"
        ?data-folded=${this.screen.folded}
        lang=${words.lang}
        aria-labelledby=${this.labelledBy ?? nothing}
      >
        ${this.draw(words, provided)} ${this.#liveRegion.draw()}
      </section>
      <slot class="rest" ?hidden=${!!this.placeholderRoot}></slot>`;
  }

  /** Adopts the style sheets. In another document, which cannot share them, or in a page that has broken this, words have no style. */
  #adoptStyles(root: ShadowRoot | undefined): void {
    try {
      if (root) adoptStyles(root, (this.constructor as typeof LitElement).elementStyles);
    } catch {
      // A number without style can be read.
    }
  }
}
