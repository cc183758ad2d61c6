import type { TemplateResult } from 'lit';
import { LitElement, html } from 'lit';
import type { ExitWords } from '../../core/messages.js';
import { DEFAULT_DESTINATION, isSafeDestination } from '../../core/quick-exit.js';
import { Announcer } from '../../guest/live-region.js';
import { textOf } from '../../guest/settings.js';
import { ExitController } from '../shared/exit-keys.js';
import { countWords, exitLink } from '../shared/exit-link.js';
import { exitStyles } from '../shared/exit-link.styles.js';
import { FirstScreen } from '../../guest/initial-upgrade.js';
import { messagesFor } from '../../guest/language.js';
import { leave } from '../shared/leave.js';
import { LightWords } from '../../guest/light-words.js';
import type { Placed } from '../../guest/placement.js';
import { adoptStyles, guarded, rootFor } from '../../guest/placement.js';
import { inCalm } from '../../guest/press.js';
import type { Provided } from '../../guest/provided.js';
import { ThemeGuard } from '../../guest/theme-guard.js';
import { theme } from '../../guest/theme.styles.js';
import { brief, warnOnce } from '../../guest/warn.js';

/**
 * Takes somebody away from this page at once, when a person comes in who must not see it.
 *
 * A link first, which works with nothing of ours. With script the page is emptied before it is left, another page stands
 * in its place, and Shift pressed three times does the same. Inside a frame it empties the frame and says to close the tab.
 * What it cannot do stands before it: the browser's history stays. Where the page has GOV.UK's exit, that one keeps its keys.
 *
 * @element say-something-exit
 * @slot - Anything that is not marked `say-something-fallback`; it stays visible below the link
 * @csspart root - The whole of it
 * @csspart exit - The link
 * @cssprop [--say-something-accent] - The link's background
 * @cssprop [--say-something-on-accent] - The link's text
 * @cssprop [--say-something-surface] - Background
 * @cssprop [--say-something-text] - Text
 * @cssprop [--say-something-focus] - Focus outline
 * @cssprop [--say-something-font] - Font family
 * @cssprop [--say-something-radius] - Corner radius
 * @cssprop [--say-something-space] - Space between words and link
 * @example
 * <say-something-exit href="https://www.bbc.co.uk/weather"></say-something-exit>
 */
export class SaySomethingExit extends LitElement implements Placed {
  static override styles = [theme, exitStyles];
  static override properties = {
    href: {},
  };

  /** Words to draw, set once by `index.ts` before the tag is defined. */
  static provided: Pick<Provided<ExitWords>, 'locales'> | undefined;

  /** Where it leaves to: `https:`, or an address on the same site. `"https://www.bbc.co.uk/weather"` */
  declare href: string | null;

  /** @internal */
  into: ShadowRoot | undefined;
  readonly #announcer = new Announcer(this);
  readonly #keys = new ExitController(
    this,
    () => this.leave(),
    (left) => {
      const messages = this.#messages();
      if (messages) this.#announcer.say(countWords(messages, left));
    },
  );

  constructor() {
    super();
    // The link leads where its fallback led: somebody who wants to leave is not kept waiting.
    const screen = new FirstScreen(this, 1, false, false);
    new LightWords(this, () => screen.whole);
    new ThemeGuard(this);
    this.href = DEFAULT_DESTINATION;
  }

  protected override createRenderRoot(): ShadowRoot {
    return rootFor(this);
  }

  adoptedCallback(): void {
    adoptStyles(this);
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    return inCalm(this, () => super.scheduleUpdate());
  }

  protected override performUpdate(): void {
    guarded(this, () => super.performUpdate());
  }

  /** Leaves the page as the link does. */
  leave(): void {
    const messages = this.#messages();
    if (messages) leave(this.#destination(), messages);
  }

  protected override render(): TemplateResult {
    const messages = this.#messages();
    if (!messages) return html`<slot></slot>`;
    return html`<div class="root screen" part="root" lang=${messages.lang}>
        ${exitLink(this.#keys, this.#destination(), messages)} ${this.#announcer.region()}
      </div>
      <slot class="rest" ?hidden=${!!this.into}></slot>`;
  }

  #messages(): ExitWords | undefined {
    const { provided } = this.constructor as typeof SaySomethingExit;
    return provided && messagesFor(this, provided);
  }

  /** The author's destination where it is a safe one, else the default. */
  #destination(): string {
    const wanted = textOf(this.href) ?? DEFAULT_DESTINATION;
    try {
      const to = new URL(wanted, document.baseURI);
      if (isSafeDestination(to, location)) return to.href;
    } catch {
      // not an address at all
    }
    warnOnce(
      `href="${brief(wanted)}" on the exit is neither https: nor another page of this site, so ${DEFAULT_DESTINATION} is used.`,
    );
    return DEFAULT_DESTINATION;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'say-something-exit': SaySomethingExit;
  }
}
