import type { TemplateResult } from 'lit';
import type { Messages } from '../../core/messages/messages.js';
import { GuestElement } from '../../guest/guest-element.js';
import { PageDirectory } from '../../guest/page-directory.js';
import type { Provided } from '../../guest/provided.js';
import { audienceOf, headingLevelOf, isOn } from '../../guest/settings.js';
import { dispatchContact } from '../shared/events.js';
import { QuickExit } from '../shared/quick-exit.js';
import { PanelRegistration } from '../shared/to-report.js';
import { drawPanel } from './panel.js';
import { styles } from './report.styles.js';
import { Visit } from './visit.js';

/**
 * Shows a worried person whom to tell: danger first, then the best routes for them, at once and without a question.
 *
 * Draws everything it knows before any tap. An answer reorders the routes there and then; the clock never does, so that
 * nothing moves under a finger: as minutes pass only what is said of opening hours changes. With no directory, or where
 * drawing fails, it leaves the fallback inside it standing.
 *
 * @element say-something-report
 * @slot - Anything that is not marked `say-something-fallback`; it stays visible below the panel
 * @fires {SaySomethingContactEvent} say-something-contact - A way of making contact was used; says which, by id
 * @csspart root - The whole panel
 * @csspart heading - Its heading
 * @csspart emergency - The box for danger now
 * @csspart route - One card
 * @csspart number - One number
 * @csspart question - One question
 * @csspart list - The list of what to tell them
 * @csspart action - A button
 * @csspart exit - The link that leaves the page
 * @cssprop [--say-something-accent] - Links and buttons
 * @cssprop [--say-something-on-accent] - Text on the accent colour
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
  static override styles = styles;
  static override properties = {
    audience: {},
    headingLevel: { attribute: 'heading-level' },
    directory: {},
    noExit: { attribute: 'no-exit', converter: isOn },
  };

  /** Facts and words to draw, set once by `index.ts` before the tag is defined. */
  static provided: Provided | undefined;

  /** Whom the page is for. `"hotel"` Unknown values are `public`. */
  declare audience: string;
  /** Level of the panel's heading, 1 to 6; the ones inside follow it. `3` */
  declare headingLevel: number | string;
  /** Another directory: an object, or the address of one as JSON. One with any fault is not used. */
  declare directory: unknown;
  /** Leaves out the panel's own way to leave the page; work audiences never have it. */
  declare noExit: boolean;

  readonly #directory = new PageDirectory(this);
  readonly #visit = new Visit(this);
  readonly #exit = new QuickExit(this, false);

  constructor() {
    // In parts: Whom to call; what is folded in there, and the questions; more routes; what to tell; support.
    super(5, true);
    new PanelRegistration(this);
    this.audience = 'public';
    this.headingLevel = 2;
    this.noExit = false;
  }

  /** Puts the focus on the heading and brings it into view, without a hash or a history entry. */
  focusHeading(): void {
    if (!this.screen.folded) this.focusOn('#h');
    else void this.unfold().then(() => this.focusOn('#h'));
  }

  protected override draw(messages: Messages, provided: Provided): TemplateResult {
    const directory = this.#directory.or(provided.directory);
    const panel = this.#visit.panel({
      directory,
      guide: provided.guide,
      audience: audienceOf(this.audience),
    });
    const exit = panel.exit && !this.noExit;
    this.#exit.show(exit && !this.screen.folded);
    return drawPanel(panel, {
      messages,
      phrase: this.phrase,
      level: headingLevelOf(this.headingLevel),
      use: (contact, channel) => dispatchContact(this.publicNode, contact, channel),
      directory,
      screen: this.screen,
      visit: this.#visit,
      exit: exit ? this.#exit : undefined,
      unfold: (tapped) => void this.unfold(tapped),
      toRoutes: () => this.focusOn('#routes'),
    });
  }

  /** Next to the signs for young people, which have the same heading, a list of regions tells the two apart. */
  protected override get labelledBy(): string {
    return audienceOf(this.audience) === 'young-person' ? 'h routes' : 'h';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'say-something-report': SaySomethingReport;
  }
}
