import type { PropertyValues, TemplateResult } from 'lit';
import { LitElement, html, nothing } from 'lit';
import { presetAnswers } from '../../core/audiences.js';
import { digitsOf } from '../../core/numbers.js';
import type { BannerWords } from '../../core/messages.js';
import { contactById } from '../../core/routing.js';
import { Announcer } from '../../guest/live-region.js';
import { audienceOf, headingLevelOf, hrefOf, spareNames } from '../../guest/settings.js';
import { DirectorySource } from '../../guest/page-directory.js';
import { SaySomethingContactEvent } from '../shared/events.js';
import { FirstScreen } from '../../guest/initial-upgrade.js';
import { messagesFor } from '../../guest/language.js';
import { LightWords } from '../../guest/light-words.js';
import { numeral, say } from '../shared/phrases.js';
import type { Placed } from '../../guest/placement.js';
import { adoptStyles, guarded, holderOf, rootFor } from '../../guest/placement.js';
import { inCalm } from '../../guest/press.js';
import type { Provided } from '../../guest/provided.js';
import { styles } from './banner.styles.js';
import { ThemeGuard } from '../../guest/theme-guard.js';
import { theme } from '../../guest/theme.styles.js';
import { LeadsToReport } from '../shared/to-report.js';

/**
 * The campaign's call: its line, one sentence, 999, and one action that leads to the report panel.
 *
 * A part of the page like any other: never over its text, never to be closed, never kept in mind by the browser. Wide or
 * narrow by its own width alone.
 *
 * @element say-something-banner
 * @slot - Anything that is not marked `say-something-fallback`; it stays visible below the banner
 * @fires {SaySomethingContactEvent} say-something-contact - 999 was used
 * @csspart root - The whole banner
 * @csspart heading - The campaign's line
 * @csspart emergency - The line with 999
 * @csspart number - The number
 * @csspart action - The action
 * @cssprop [--say-something-accent] - The action, the number and the edge
 * @cssprop [--say-something-on-accent] - Text on the accent colour
 * @cssprop [--say-something-surface] - Background
 * @cssprop [--say-something-text] - Text
 * @cssprop [--say-something-border] - Border
 * @cssprop [--say-something-focus] - Focus outline
 * @cssprop [--say-something-font] - Font family
 * @cssprop [--say-something-radius] - Corner radius
 * @cssprop [--say-something-space] - Inner spacing
 * @example
 * <say-something-banner audience="parent" href="/report-a-concern"></say-something-banner>
 */
export class SaySomethingBanner extends LitElement implements Placed {
  static override styles = [theme, styles];
  static override properties = {
    ...spareNames,
    audience: {},
    headingLevel: { attribute: 'heading-level' },
    href: {},
    directory: {},
  };

  /** Facts and words to draw, set once by `index.ts` before the tag is defined. */
  static provided: Pick<Provided<BannerWords>, 'directory' | 'locales'> | undefined;

  /** Whom the page is for. `"parent"` Unknown values are `public`. */
  declare audience: string;
  /** Level of the heading, 1 to 6. `3` */
  declare headingLevel: number | string;
  /** @internal */
  protected set headinglevel(level: number | string) {
    this.headingLevel = level;
  }
  /** Where the action leads: an `https:` address or one of this site. Without it, to the panel on this page. */
  declare href: string | undefined;
  /** Another directory: an object, or the address of one as JSON. One with any fault is not used. */
  declare directory: unknown;

  /** @internal */
  into: ShadowRoot | undefined;
  readonly #source = new DirectorySource(this);
  readonly #announcer = new Announcer(this);
  readonly #leads = new LeadsToReport(this);

  constructor() {
    super();
    const screen = new FirstScreen(this);
    new LightWords(this, () => screen.whole);
    new ThemeGuard(this);
    this.audience = 'public';
    this.headingLevel = 2;
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

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('directory')) this.#source.use(this.directory);
  }

  protected override render(): TemplateResult {
    const { provided } = this.constructor as typeof SaySomethingBanner;
    if (!provided) return html`<slot></slot>`;
    const { lang, banner, call } = messagesFor(this, provided);
    const directory = this.#source.directory ?? provided.directory;
    const audience = audienceOf(this.audience);
    const child = presetAnswers(audience).who === 'under-19';
    const danger = contactById(directory, directory.emergency)?.channels[0];
    const line = child ? contactById(directory, directory.children) : undefined;
    const first = line?.channels[0];
    return html`<section class="root banner" part="root" lang=${lang} aria-labelledby="h">
        <div class="words">
          <p id="h" part="heading" role="heading" aria-level=${headingLevelOf(this.headingLevel)}>
            ${say('heading', banner.heading)}
          </p>
          <p>${say('sentence', banner.sentence[audience])}</p>
          <p part="emergency">
            ${say('danger', banner.danger)}
            ${
              danger
                ? html`<a
                    part="number"
                    class="number"
                    href="tel:${digitsOf(danger.value)}"
                    @click=${() => holderOf(this).dispatchEvent(new SaySomethingContactEvent(directory.emergency, danger.type))}
                    >${say('call', call(danger.value))}</a
                  >`
                : nothing
            }
            ${
              line && first
                ? html`<br />${say('children', line.name)}
                    <a
                      part="number"
                      class="number"
                      href="tel:${digitsOf(first.value)}"
                      @click=${() => holderOf(this).dispatchEvent(new SaySomethingContactEvent(line.id, first.type))}
                      >${numeral('children-number', first.value)}</a
                    >`
                : nothing
            }
          </p>
        </div>
        ${this.#leads.action(hrefOf(this.href), child ? banner.childAction : banner.action)} ${this.#announcer.region()}
      </section>
      <slot class="rest" ?hidden=${!!this.into}></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'say-something-banner': SaySomethingBanner;
  }
}
