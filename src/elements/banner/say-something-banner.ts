import type { TemplateResult } from 'lit-html';
import { html, nothing } from 'lit-html';
import type { BannerWords } from '../../core/messages/messages.js';
import { bannerFor } from '../../core/panel.js';
import { GuestElement } from '../../guest/guest-element.js';
import { PageDirectory } from '../../guest/page-directory.js';
import type { Provided } from '../../guest/provided.js';
import { audienceOf, headingLevelOf, hrefOf } from '../../guest/settings.js';
import { bands } from '../shared/bands.styles.js';
import type { Use } from '../shared/events.js';
import { dispatchContact } from '../shared/events.js';
import { callLink, guidanceLink, numeral, title } from '../shared/phrases.js';
import { LeadsToReport } from '../shared/to-report.js';

type BannerProvided = Pick<Provided<BannerWords>, 'directory' | 'locales'>;

/**
 * Shows the campaign's line, one sentence, 999, and one action that leads to the report panel.
 *
 * It is a part of the page like any other: it never covers text, cannot be closed, and stores nothing in the browser. Its layout depends
 * only on its own width. A page for young people also gets the number for children.
 *
 * @element say-something-banner
 * @slot - Content without the class `say-something-fallback`, which stays visible below the banner
 * @fires {SaySomethingContactEvent} say-something-contact - Dispatched when somebody uses a number, with the ids of contact and channel
 * @csspart root - The whole banner
 * @csspart heading - The campaign's line
 * @csspart emergency - The line with 999
 * @csspart number - A phone number
 * @csspart action - The button or link to the report panel
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
export class SaySomethingBanner extends GuestElement<BannerProvided> {
  static override readonly styles = bands;
  static override readonly properties = {
    audience: {},
    headingLevel: { attribute: 'heading-level' },
    href: {},
    directory: {},
  };

  /** The facts and words. `index.ts` sets them once, before the tag is defined. */
  static provided: BannerProvided | undefined;

  /** Whom the page is for, for example `"parent"`. An unknown value counts as `public`. */
  declare audience: string;
  /** Level of the heading, from 1 to 6. For example `3`; without it 2. */
  declare headingLevel: number | string;
  /** Where the action leads: an `https:` address or one of this site. Without it, to the first report panel on the page. */
  declare href: string | undefined;
  /** Another directory: an object, or the address of a JSON file. A directory with any fault is not used. */
  declare directory: unknown;

  readonly #directory = new PageDirectory(this);
  readonly #leads = new LeadsToReport(this);

  constructor() {
    super();
    this.audience = 'public';
    this.headingLevel = 2;
  }

  protected override draw(words: BannerWords, { directory }: BannerProvided): TemplateResult {
    const { phrase } = this;
    const { banner, call, underAge } = words;
    const audience = audienceOf(this.audience);
    const { danger, childLine, guidance } = bannerFor(this.#directory.or(directory), audience);
    const use: Use = (contact, channel) => dispatchContact(this.publicNode, contact, channel);
    const leads = this.#leads.leads(hrefOf(this.href));
    const way = childLine
      ? html`<p class="band">
          ${phrase('under', underAge((childLine.contact.maximumAge ?? 18) + 1))}
          ${phrase('children', childLine.contact.name)}
          ${callLink(childLine, numeral(phrase, 'children-number', childLine.phone.value), use)}
        </p>`
      : nothing;
    return html`${title(headingLevelOf(this.headingLevel), phrase('heading', banner.heading))}
      <p class="band">${phrase('sentence', banner.sentence[audience])}</p>
      ${way}
      <p class="band acts">
        ${this.#leads.action(hrefOf(this.href), phrase('action', childLine ? banner.childAction : banner.action))}
        <span part="emergency"
          >${phrase('danger', banner.danger)} ${callLink(danger, phrase('call', call(danger.phone.value)), use)}</span
        >
        ${leads || !guidance ? nothing : guidanceLink(guidance, words, phrase, use)}
      </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'say-something-banner': SaySomethingBanner;
  }
}
