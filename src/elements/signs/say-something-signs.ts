import type { TemplateResult } from 'lit';
import type { Messages } from '../../core/messages/messages.js';
import { signsFor } from '../../core/signs.js';
import { GuestElement } from '../../guest/guest-element.js';
import { PageDirectory } from '../../guest/page-directory.js';
import type { Provided } from '../../guest/provided.js';
import { audienceOf, headingLevelOf, hrefOf } from '../../guest/settings.js';
import { dispatchContact } from '../shared/events.js';
import { Forgetting } from '../shared/leave-page.js';
import { LeadsToReport } from '../shared/to-report.js';
import { drawSigns } from './signs.js';
import { styles } from './signs.styles.js';

/**
 * Teaches the fourteen signs of child sexual exploitation, and what the people this page is for should look for and do.
 *
 * Each sign opens on its own, and one button opens or closes all of them. All signs are printed, and the browser's own search finds words
 * in closed ones if it supports that. People at work first read what to look for in their own setting. A young person first reads that it
 * is not their fault, and whom they can talk to. 999 is always shown. The number for children is shown on pages that children may read, and
 * on pages where there is no report panel to lead to.
 *
 * @element say-something-signs
 * @slot - Content without the class `say-something-fallback`, which stays visible below the signs
 * @fires {SaySomethingContactEvent} say-something-contact - Dispatched when somebody uses a way of making contact; says which, by id
 * @csspart root - The whole element
 * @csspart heading - The heading
 * @csspart number - One number
 * @csspart sign - One sign
 * @csspart list - The list of signs, and each list of advice
 * @csspart action - The button or link to the report panel, and the button that opens or closes all signs
 * @cssprop [--say-something-accent] - Links and buttons
 * @cssprop [--say-something-on-accent] - Text on the accent colour
 * @cssprop [--say-something-urgent] - Edge of urgent help
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
export class SaySomethingSigns extends GuestElement<Provided> {
  static override styles = styles;
  static override properties = {
    audience: {},
    headingLevel: { attribute: 'heading-level' },
    href: {},
    allOpen: { state: true },
  };

  /** The facts, their order and the words. `index.ts` sets them once, before the tag is defined. */
  static provided: Provided | undefined;

  /** Whom the page is for, for example `"hotel"`. An unknown value counts as `public`. */
  declare audience: string;
  /** Level of the heading, from 1 to 6. The headings inside are one level below it. For example `3`; without it 2. */
  declare headingLevel: number | string;
  /** Where the action leads: an `https:` address or one of this site. Without it, to the first report panel on the page. `"/report"` */
  declare href: string | null | undefined;
  declare private allOpen: boolean;

  readonly #directory = new PageDirectory(this);
  readonly #leads = new LeadsToReport(this);

  constructor() {
    // The three parts are danger, then the signs or the advice before them, then the rest.
    super(3, true);
    this.audience = 'public';
    this.headingLevel = 2;
    this.allOpen = false;
    new Forgetting(this, () => {
      for (const details of this.#details) details.open = false;
    });
  }

  protected override draw(messages: Messages, provided: Provided): TemplateResult {
    const href = hrefOf(this.href);
    const leads = this.#leads.leads(href);
    const directory = this.#directory.or(provided.directory);
    const model = signsFor({ directory, guide: provided.guide, audience: audienceOf(this.audience), leads });
    return drawSigns(model, {
      messages,
      phrase: this.phrase,
      level: headingLevelOf(this.headingLevel),
      use: (contact, channel) => dispatchContact(this.publicNode, contact, channel),
      screen: this.screen,
      unfold: (tapped) => void this.unfold(tapped),
      action: leads ? this.#leads.action(href, this.phrase('action', messages.signs.action)) : undefined,
      allOpen: this.allOpen,
      toggleAll: () => this.#toggleAll(messages.signs),
      toggled: () => this.#toggled(),
    });
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
    this.announce((open ? words.opened : words.closed)(all.length));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'say-something-signs': SaySomethingSigns;
  }
}
