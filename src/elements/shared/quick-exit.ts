import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ExitWords } from '../../core/messages/messages.js';
import { DEFAULT_DESTINATION, PRESSES } from '../../core/quick-exit.js';
import type { GuestElement, Phrase } from '../../guest/guest-element.js';
import { ExitKeys } from './exit-keys.js';
import { leavePage } from './leave-page.js';

interface Host extends ReactiveControllerHost, Pick<GuestElement, 'announce' | 'publicNode'> {
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
   * Draws what the exit does, what it cannot do and the key that does the same, then the link, so that nobody reaches the link before the
   * words. The target is `_top`, because the page's `base` may send links to a new tab, and this page would stay behind in the old one.
   */
  draw({ exit }: ExitWords, phrase: Phrase): TemplateResult {
    const click = (event: Event): void => {
      this.leave();
      // This comes last, so that the link still leads away if leaving fails.
      event.preventDefault();
    };
    return html`<div class="exit screen">
      <p>${phrase('leave-before', exit.before)}</p>
      ${this.active ? html`<p class="keys">${phrase('leave-keys', exit.keys(PRESSES))}</p>` : nothing}
      <a
        part="exit"
        href=${this.#to()}
        target="_top"
        rel="noreferrer nofollow"
        referrerpolicy="no-referrer"
        @click=${click}
        >${phrase('leave', exit.leave)}</a
      >
    </div>`;
  }
}
