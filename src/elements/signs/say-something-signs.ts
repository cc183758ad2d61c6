import type { TemplateResult } from 'lit';
import { LitElement, html, nothing } from 'lit';
import { namesChildren } from '../../core/audiences.js';
import type { Channel, Contact } from '../../core/directory.js';
import type { Messages } from '../../core/messages.js';
import { contactById } from '../../core/routing.js';
import type { AudienceSigns, Section } from '../../core/signs.js';
import { signsFor } from '../../core/signs.js';
import { Announcer } from '../../guest/live-region.js';
import { audienceOf, headingLevelOf, hrefOf, spareNames } from '../../guest/settings.js';
import { DirectorySource } from '../../guest/page-directory.js';
import { SaySomethingContactEvent } from '../shared/events.js';
import { FirstScreen } from '../../guest/initial-upgrade.js';
import { messagesFor } from '../../guest/language.js';
import { LightWords } from '../../guest/light-words.js';
import { say, unfoldControl } from '../shared/phrases.js';
import type { Placed } from '../../guest/placement.js';
import { adoptStyles, guarded, holderOf, rootFor } from '../../guest/placement.js';
import { inCalm } from '../../guest/press.js';
import type { Provided } from '../../guest/provided.js';
import { reveal } from '../../guest/reveal.js';
import type { Used } from '../shared/sections.js';
import { firstWay, sectionLists } from '../shared/sections.js';
import { styles } from './signs.styles.js';
import { ThemeGuard } from '../../guest/theme-guard.js';
import { theme } from '../../guest/theme.styles.js';
import { LeadsToReport } from '../shared/to-report.js';

/**
 * Teaches the fourteen signs, and what the people this page is for should look for and do.
 *
 * Each sign opens by itself; one button opens or closes all. On paper, and where the browser searches the page, all can be
 * read. People at work see what to look for in their own setting first; a young person reads first that it is not their
 * fault, and whom they can talk to. With nothing to lead to, the numbers for danger and for children stand in its place.
 *
 * @element say-something-signs
 * @slot - Anything that is not marked `say-something-fallback`; it stays visible below the signs
 * @fires {SaySomethingContactEvent} say-something-contact - A way of making contact was used; says which, by id
 * @csspart root - The whole of it
 * @csspart heading - Its heading
 * @csspart number - One number
 * @csspart sign - One sign
 * @csspart list - The list of signs, and each list of advice
 * @csspart action - The button or link that leads on, and the one that opens all
 * @cssprop [--say-something-accent] - Links and buttons
 * @cssprop [--say-something-on-accent] - Text on the accent colour
 * @cssprop [--say-something-urgent] - Beside urgent help
 * @cssprop [--say-something-surface] - Background
 * @cssprop [--say-something-text] - Text
 * @cssprop [--say-something-border] - Borders
 * @cssprop [--say-something-focus] - Focus outline
 * @cssprop [--say-something-font] - Font family
 * @cssprop [--say-something-radius] - Corner radius
 * @cssprop [--say-something-space] - Inner spacing
 * @example
 * <say-something-signs audience="hotel" heading-level="3" href="/report"></say-something-signs>
 */
export class SaySomethingSigns extends LitElement implements Placed {
  static override styles = [theme, styles];
  static override properties = {
    ...spareNames,
    audience: {},
    headingLevel: { attribute: 'heading-level' },
    href: {},
    allOpen: { state: true },
  };

  /** Facts, order and words to draw, set once by `index.ts` before the tag is defined. */
  static provided: Provided | undefined;

  /** Whom the page is for. `"hotel"` Unknown values are `public`. */
  declare audience: string;
  /** Level of the heading, 1 to 6; the ones inside follow it. `3` */
  declare headingLevel: number | string;
  /** @internal */
  protected set headinglevel(level: number | string) {
    this.headingLevel = level;
  }
  /** Where "Say something" leads; without it, to the first report panel on the page. `"/report"` */
  declare href: string | null | undefined;
  declare private allOpen: boolean;

  /** @internal */
  into: ShadowRoot | undefined;
  readonly #way = new LeadsToReport(this);
  readonly #announcer = new Announcer(this);
  readonly #source = new DirectorySource(this);
  /** Danger; the signs, or what stands before them; what stands after. */
  readonly #screen = new FirstScreen(this, 3, true);

  constructor() {
    super();
    new LightWords(this, () => this.#screen.whole);
    new ThemeGuard(this);
    this.audience = 'public';
    this.headingLevel = 2;
    this.allOpen = false;
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

  protected override render(): TemplateResult {
    const { provided } = this.constructor as typeof SaySomethingSigns;
    if (!provided) return html`<slot></slot>`;
    const { guide } = provided;
    const directory = this.#source.directory ?? provided.directory;
    const audience = audienceOf(this.audience);
    const messages = messagesFor(this, provided);
    const { signs: words } = messages;
    const shown = signsFor(guide, audience);
    const { before, after, child } = shown;
    const level = headingLevelOf(this.headingLevel);
    const inner = Math.min(level + 1, 6);
    const emergency = contactById(directory, directory.emergency);
    const danger = emergency?.channels[0]?.value ?? '999';
    const listener = contactById(directory, guide.listener);
    const children = contactById(directory, directory.children);
    const action = this.#way.action(hrefOf(this.href), words.action);
    const used: Used = (contact, channel) => this.#used(contact, channel);
    const sections = (some: readonly Section[]): TemplateResult =>
      sectionLists(some, messages, { ...provided, directory }, inner, used);
    const screen = this.#screen;
    const unfold = (): void => screen.unfold();
    return html`<section
        class="root"
        part="root"
        ?data-folded=${screen.folded}
        lang=${messages.lang}
        aria-labelledby="h"
      >
        <p id="h" class="title" part="heading" tabindex="-1" role="heading" aria-level=${level}>
          ${say('heading', child ? words.childHeading : words.heading)}
        </p>
        <p class="danger">
          ${say('danger', messages.dangerHeading)}
          <a
            part="number"
            class="number"
            href="tel:${danger}"
            @click=${() => emergency?.channels[0] && this.#used(emergency, emergency.channels[0])}
            >${say('call', messages.call(danger))}</a
          >
        </p>
        ${
          children && (namesChildren(audience) || action === nothing)
            ? html`<p>
                ${say('under', messages.underAge((children.maximumAge ?? 18) + 1))}
                ${this.#named('children', children, messages)}
              </p>`
            : nothing
        }
        ${screen.folded ? unfoldControl(words.unfold(shown.signs.length), () => void this.#unfold()) : nothing}
        <div class="below" ?hidden=${screen.folded} @beforematch=${unfold}>
          ${screen.has(2) && before.length ? sections(before) : nothing}
          ${screen.has(2) && child ? html`<p>${say('say', messages.whatChildrenCanSay)}</p>` : nothing}
          ${screen.has(before.length ? 3 : 2) ? this.#signs(shown, messages, inner, danger, listener) : nothing}
          ${screen.has(3) && after.length ? sections(after) : nothing}
          ${action === nothing ? nothing : html`<p class="screen">${action}</p>`}
        </div>
        ${this.#announcer.region()}
      </section>
      <slot class="rest" ?hidden=${!!this.into}></slot>`;
  }

  #signs(
    { signs, child }: AudienceSigns,
    messages: Messages,
    level: number,
    danger: string,
    listener: Contact | undefined,
  ): TemplateResult {
    const { signs: words } = messages;
    return html`<div class="head">
        <p id="signs" role="heading" aria-level=${level}>${say('signs', words.listHeading(signs.length))}</p>
        <button
          part="action"
          type="button"
          aria-expanded=${this.allOpen}
          aria-describedby="signs"
          @click=${() => this.#toggleAll(words)}
        >
          ${say('all', this.allOpen ? words.closeAll : words.openAll)}
        </button>
      </div>
      <p>${say('caution', child ? words.childCaution : words.caution)}</p>
      <ul class="columns" part="list" role="list">
        ${signs.map(({ id, urgent }, i) => {
          const [phrase, sentence] = words.signs[id];
          return html`<li part="sign">
            <details @toggle=${this.#toggled}>
              <summary>${say(`sign${i}`, phrase)}</summary>
              <p>${say(`sign${i}-more`, sentence)}</p>
              ${
                urgent
                  ? html`<p class="urgent">
                      ${say(`sign${i}-help`, words.urgent(danger))}
                      ${listener ? this.#named(`sign${i}-listener`, listener, messages) : nothing}
                    </p>`
                  : nothing
              }
            </details>
          </li>`;
        })}
      </ul>`;
  }

  /** A service by name, and how to reach it. */
  #named(key: string, contact: Contact, messages: Messages): TemplateResult {
    return html`${say(key, contact.name)}
    ${firstWay(`${key}-number`, contact, messages, (one, channel) => this.#used(one, channel))}`;
  }

  #used({ id }: Contact, { type }: Channel): void {
    holderOf(this).dispatchEvent(new SaySomethingContactEvent(id, type));
  }

  async #unfold(): Promise<void> {
    this.#screen.unfold();
    await this.updateComplete;
    reveal(this.renderRoot.querySelector<HTMLElement>('#h'), holderOf(this), true);
  }

  get #details(): HTMLDetailsElement[] {
    return [...this.renderRoot.querySelectorAll('details')];
  }

  #toggled(): void {
    this.allOpen = this.#details.every(({ open }) => open);
  }

  #toggleAll(words: Messages['signs']): void {
    const open = !this.allOpen;
    const all = this.#details;
    for (const details of all) details.open = open;
    this.allOpen = open;
    this.#announcer.say((open ? words.opened : words.closed)(all.length));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'say-something-signs': SaySomethingSigns;
  }
}
