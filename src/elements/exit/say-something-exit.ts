import type { TemplateResult } from 'lit-html';
import { html } from 'lit-html';
import type { ExitWords } from '../../core/messages/messages.js';
import { DEFAULT_DESTINATION } from '../../core/quick-exit.js';
import { GuestElement } from '../../guest/guest-element.js';
import type { Provided } from '../../guest/provided.js';
import { destinationOf } from '../../guest/settings.js';
import { bands } from '../shared/bands.styles.js';
import { QuickExit } from '../shared/quick-exit.js';

type ExitProvided = Pick<Provided<ExitWords>, 'locales'>;

/**
 * Takes somebody away from this page at once, when a person comes in who must not see it.
 *
 * It is a link first, which works without the script. With the script, it empties the page before it leaves, and the other page replaces
 * this one in the history of the tab. Pressing Shift three times does the same. Inside a frame, it empties the frame and says to close the
 * tab. The words before the link say what it cannot do: the page stays in the browser's history. If the page has GOV.UK's exit, that one
 * keeps its keys.
 *
 * @element say-something-exit
 * @slot - Content without the class `say-something-fallback`, which stays visible below the link
 * @csspart root - The whole element
 * @csspart exit - The link
 * @cssprop [--say-something-accent] - The link's background
 * @cssprop [--say-something-on-accent] - The link's text
 * @cssprop [--say-something-surface] - Background
 * @cssprop [--say-something-text] - Text
 * @cssprop [--say-something-text-muted] - The words before the link
 * @cssprop [--say-something-focus] - Focus outline
 * @cssprop [--say-something-font] - Font family
 * @cssprop [--say-something-radius] - Corner radius
 * @cssprop [--say-something-space] - Space between words and link
 * @example
 * <say-something-exit href="https://www.bbc.co.uk/weather"></say-something-exit>
 */
export class SaySomethingExit extends GuestElement<ExitProvided> {
  static override readonly styles = bands;
  static override readonly properties = {
    href: {},
  };

  /** The words. `index.ts` sets them once, before the tag is defined. */
  static provided: ExitProvided | undefined;

  /** Where it leads: any `https:` address, or one of the same site. `"https://www.bbc.co.uk/weather"` */
  declare href: string | null;

  readonly #exit = new QuickExit(this, true, () => destinationOf(this.href));

  constructor() {
    // The link leads where its fallback led, so it accepts a tap at once: somebody who wants to leave is not kept waiting.
    super(false);
    this.href = DEFAULT_DESTINATION;
  }

  /** Leaves the page as the link does. */
  leave(): void {
    this.#exit.go();
  }

  /** The words come before the link, so that nobody reaches it without knowing what it cannot do. */
  protected override draw({ exit }: ExitWords): TemplateResult {
    const { phrase } = this;
    return html`<p class="band acts leaving screen">
      <span class="quiet">${phrase('leave-before', exit.before)}</span>
      ${this.#exit.link(phrase('leave', exit.leave), 'button')} ${this.#exit.keys(exit, phrase)}
    </p>`;
  }

  protected override get labelledBy(): undefined {
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'say-something-exit': SaySomethingExit;
  }
}
