import type { TemplateResult } from 'lit-html';
import type { ControllerHost } from '../../guest/controller.js';
import { html, nothing } from 'lit-html';
import type { ExitWords } from '../../core/messages/messages.js';
import { DEFAULT_DESTINATION, PRESSES } from '../../core/quick-exit.js';
import type { GuestElement, Phrase } from '../../guest/guest-element.js';
import { ExitKeys } from './exit-keys.js';
import { leavePage } from './leave-page.js';

interface Host extends ControllerHost, Pick<GuestElement, 'announce' | 'publicNode'> {
  readonly words: ExitWords | undefined;
  /** Leaves the page as the link does. A page may call it or replace it. */
  leave?(): void;
}

/** A way to leave the page at once: a link first, and Shift pressed three times. */
export class QuickExit extends ExitKeys {
  declare readonly host: Host;
  readonly #to: () => string;

  /** Without `shown`, there is no exit until `show(true)`. `to` returns the address to which it leads. */
  constructor(host: Host, shown: boolean, to = () => DEFAULT_DESTINATION) {
    super(host, shown);
    this.#to = to;
  }

  override tell(left?: number): void {
    const { words } = this.host;
    if (words)
      this.host.announce(
        left === undefined ? '' : left === PRESSES ? words.exit.cancelled : words.exit.pressesLeft(left),
      );
  }

  override leave(): void {
    if (this.host.leave) this.host.leave();
    else this.go();
  }

  /** Leaves the page, even if the page has replaced `leave` of the host. */
  go(): void {
    const { words } = this.host;
    if (words) leavePage(this.#to(), words);
  }

  /**
   * Draws the link, then what it cannot do and the key that does the same. The target is `_top`, because the page's `base` may send links
   * to a new tab, and this page would stay behind in the old one.
   */
  draw({ exit }: ExitWords, phrase: Phrase): TemplateResult {
    return html`${this.link(phrase('leave', exit.leave))}
      <span>${phrase('leave-history', exit.history)}</span> ${this.keys(exit, phrase)}`;
  }

  /** Draws the key that leaves, where there is one. */
  keys(exit: ExitWords['exit'], phrase: Phrase): TemplateResult | typeof nothing {
    return this.active ? html`<span class="keys">${phrase('leave-keys', exit.keys(PRESSES))}</span>` : nothing;
  }

  /** Draws the link. */
  link(words: unknown, looks = ''): TemplateResult {
    const click = (event: Event): void => {
      this.leave();
      // This comes last, so that the link still leads away if leaving fails.
      event.preventDefault();
    };
    return html`<a
      part="exit"
      class=${looks}
      href=${this.#to()}
      target="_top"
      rel="noreferrer nofollow"
      referrerpolicy="no-referrer"
      @click=${click}
      >${words}</a
    >`;
  }
}
