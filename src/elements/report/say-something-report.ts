import type { TemplateResult } from 'lit-html';
import type { Messages } from '../../core/messages/messages.js';
import { GuestElement } from '../../guest/guest-element.js';
import { PageDirectory } from '../../guest/page-directory.js';
import type { Provided } from '../../guest/provided.js';
import { audienceOf, headingLevelOf, hrefOf, isOn } from '../../guest/settings.js';
import { bands } from '../shared/bands.styles.js';
import { dispatchContact } from '../shared/events.js';
import { QuickExit } from '../shared/quick-exit.js';
import { PanelRegistration } from '../shared/to-report.js';
import { drawPanel } from './panel.js';
import { Visit } from './visit.js';

/**
 * Shows a worried person whom to tell: danger first, then the best routes for them, at once and without a question.
 *
 * It is the pasted snippet, line for line, with live opening hours and with more behind each line. What is closed opens in its place, and
 * nobody has to answer a question. An answer reorders the routes right below it. As minutes pass, only the words about opening hours
 * change, so that nothing moves under a finger; at midnight a service that is closed on the new day may sink. If nothing can be drawn, its
 * fallback stays.
 *
 * @element say-something-report
 * @slot - Content without the class `say-something-fallback`, which stays visible below the panel
 * @fires {SaySomethingContactEvent} say-something-contact - Dispatched when somebody uses a way of making contact; says which, by id
 * @csspart root - The whole panel
 * @csspart heading - The heading
 * @csspart emergency - The bar for danger now
 * @csspart route - The row of one service
 * @csspart number - A number or an email address
 * @csspart question - One question
 * @csspart list - The list of what to tell them, and each list of advice
 * @csspart action - A button
 * @csspart exit - The link that leaves the page
 * @cssprop [--say-something-accent] - Links and buttons
 * @cssprop [--say-something-urgent] - Danger now
 * @cssprop [--say-something-on-urgent] - Text on the urgent colour
 * @cssprop [--say-something-surface] - Background
 * @cssprop [--say-something-text] - Text
 * @cssprop [--say-something-text-muted] - Less important text
 * @cssprop [--say-something-border] - Borders
 * @cssprop [--say-something-focus] - Focus outline
 * @cssprop [--say-something-font] - Font family
 * @cssprop [--say-something-radius] - Corner radius
 * @cssprop [--say-something-space] - Inner spacing
 * @example
 * <say-something-report audience="hotel" heading-level="3"></say-something-report>
 */
export class SaySomethingReport extends GuestElement<Provided> {
  static override readonly styles = bands;
  static override readonly properties = {
    audience: {},
    headingLevel: { attribute: 'heading-level' },
    directory: {},
    noExit: { attribute: 'no-exit', converter: isOn },
    papers: {},
  };

  /** The facts and words. `index.ts` sets them once, before the tag is defined. */
  static provided: Provided | undefined;

  /** Whom the page is for, for example `"hotel"`. An unknown value counts as `public`. */
  declare audience: string;
  /** Level of the panel's heading, from 1 to 6. The headings inside are one or two levels below it. For example `3`; without it 2. */
  declare headingLevel: number | string;
  /** Another directory: an object, or the address of a JSON file. A directory with any fault is not used. */
  declare directory: unknown;
  /** Leaves out the panel's own way to leave the page. Audiences at work never have it. */
  declare noExit: boolean;
  /**
   * Where the link at the foot of a panel for staff leads: an address with posters and cards to print, for example `"/papers/#trade=hotel"`.
   * Without it there is no such link. Audiences that are not at work never have it.
   */
  declare papers: string | undefined;

  readonly #directory = new PageDirectory(this);
  readonly #visit = new Visit(this);
  readonly #exit = new QuickExit(this, false);

  constructor() {
    super();
    new PanelRegistration(this);
    this.audience = 'public';
    this.headingLevel = 2;
    this.noExit = false;
  }

  /** Puts the focus on the heading and brings it into view, without a hash or a history entry. */
  focusHeading(): void {
    this.focusOn('#h');
  }

  protected override draw(messages: Messages, provided: Provided): TemplateResult {
    const directory = this.#directory.or(provided.directory);
    const panel = this.#visit.panel({
      directory,
      guide: provided.guide,
      audience: audienceOf(this.audience),
    });
    const exit = panel.exit && !this.noExit;
    this.#exit.show(exit);
    return drawPanel(panel, {
      messages,
      phrase: this.phrase,
      level: headingLevelOf(this.headingLevel),
      use: (contact, channel) => dispatchContact(this.publicNode, contact, channel),
      whole: this.whole,
      directory,
      visit: this.#visit,
      exit: exit ? this.#exit : undefined,
      papers: panel.exit ? undefined : hrefOf(this.papers, 'papers', 'The panel has no link to papers.'),
    });
  }

  /** The signs for young people have the same heading, so the panel adds a second one to its name. Screen readers list both as regions. */
  protected override get labelledBy(): string {
    return audienceOf(this.audience) === 'young-person' ? 'h routes' : 'h';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'say-something-report': SaySomethingReport;
  }
}
