import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ExitWords } from '../../core/messages.js';
import { PRESSES } from '../../core/quick-exit.js';
import type { ExitController } from './exit-keys.js';
import { say } from './phrases.js';

/**
 * What it does, what it cannot do and the key that does the same, then the link: nobody may reach the link before the words.
 * `_top`, because the page's `base` may send links to a new tab, and this page would stay behind in the old one.
 */
export function exitLink(keys: ExitController, to: string, { exit }: ExitWords): TemplateResult {
  const click = (event: Event): void => {
    keys.leave();
    // last: where leaving fails, the link still leads away
    event.preventDefault();
  };
  return html`<div class="exit screen">
    <p>${say('leave-before', exit.before)}</p>
    ${keys.active ? html`<p class="keys">${say('leave-keys', exit.keys(PRESSES))}</p>` : nothing}
    <a part="exit" href=${to} target="_top" rel="noreferrer nofollow" referrerpolicy="no-referrer" @click=${click}
      >${say('leave', exit.leave)}</a
    >
  </div>`;
}

/** What is said aloud when so many presses are left, which is all of them once it is cancelled. */
export const countWords = ({ exit }: ExitWords, left?: number): string =>
  left === undefined ? '' : left === PRESSES ? exit.cancelled : exit.pressesLeft(left);
