import type { TemplateResult } from 'lit-html';
import type { Messages } from '../../core/messages/messages.js';
import { signsFor } from '../../core/signs.js';
import { GuestElement } from '../../guest/guest-element.js';
import { PageDirectory } from '../../guest/page-directory.js';
import type { Provided } from '../../guest/provided.js';
import { audienceOf, headingLevelOf, hrefOf } from '../../guest/settings.js';
import { bands } from '../shared/bands.styles.js';
import { dispatchContact } from '../shared/events.js';
import { Forgetting } from '../shared/leave-page.js';
import { LeadsToReport } from '../shared/to-report.js';
import { drawSigns } from './signs.js';

/**
 * Teaches the fourteen signs of child sexual exploitation, and what the people this page is for should look for and do.
 *
 * Each sign opens to its sentence. All of it is printed, and the browser's own search finds words in closed signs if it supports that.
 * People at work first read what to look for in their own setting. A young person first reads that it is not their fault, and whom they
 * can talk to. What the panel on the same page says is not said again: only 999 is always shown.
 *
 * @element say-something-signs
 * @slot - Content without the class `say-something-fallback`, which stays visible below the signs
 * @fires {SaySomethingContactEvent} say-something-contact - Dispatched when somebody uses a way of making contact; says which, by id
 * @csspart root - The whole element
 * @csspart heading - The heading
 * @csspart number - One number
 * @csspart sign - One sign
 * @csspart list - The list of signs, and each list of advice
 * @csspart action - The button or link to the report panel
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
  static override readonly styles = bands;
  static override readonly properties = {
    audience: {},
    headingLevel: { attribute: 'heading-level' },
    href: {},
  };

  /** The facts, their order and the words. `index.ts` sets them once, before the tag is defined. */
  static provided: Provided | undefined;

  /** Whom the page is for, for example `"hotel"`. An unknown value counts as `public`. */
  declare audience: string;
  /** Level of the heading, from 1 to 6. The headings inside are one level below it. For example `3`; without it 2. */
  declare headingLevel: number | string;
  /** Where the action leads: an `https:` address or one of this site. Without it, to the first report panel on the page. `"/report"` */
  declare href: string | null | undefined;

  readonly #directory = new PageDirectory(this);
  readonly #leads = new LeadsToReport(this);

  constructor() {
    super();
    this.audience = 'public';
    this.headingLevel = 2;
    new Forgetting(this, () => {
      for (const details of this.renderRoot.querySelectorAll('details')) details.open = false;
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
      whole: this.whole,
      action: leads ? this.#leads.action(href, this.phrase('action', messages.routesHeading)) : undefined,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'say-something-signs': SaySomethingSigns;
  }
}
