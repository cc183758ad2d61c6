import { html, render } from 'lit';
import { textOfError } from '../guest/warn.js';

/** What an optimiser of scripts may take a space from, where our words, styles and templates have one: each has one on each side. */
const SPACED = ` , ; : . ? > ] ( [ < # @ * ' " & / ^ `;

/**
 * Why this page does not let us draw; undefined where it does. A tag that is defined there would be blank and hide the numbers in its
 * fallback, so nothing is defined.
 *
 * Trusted Types may be required and denied, and an XHTML page reads our templates as XML. The page may have broken something that would
 * otherwise fail later, when nobody can put the fallback back. A tool may have changed our templates: answers would then do nothing, and
 * hours would run together.
 */
export function whyNotDraw(): string | undefined {
  try {
    new MutationObserver(() => {}).disconnect();
    void new Promise(Object).then(Object);
    const probe = document.createElement('div');
    const root = probe.attachShadow({ mode: 'open' });
    let pressed = false;
    const press = (): void => {
      pressed = true;
    };
    render(
      html`<button title=${'a'} .lang=${'b'} ?hidden=${true} @click=${press}>${'c'} ${html`<b>${SPACED}</b>`}</button>`,
      root,
    );
    const drawn = root.querySelector('button');
    probe.append('d');
    drawn?.click();
    const whole =
      pressed &&
      // The length of SPACED is written out, because a tool that changes one would change the other.
      root.textContent?.length === 39 &&
      drawn?.title === 'a' &&
      drawn.lang === 'b' &&
      drawn.hidden &&
      drawn.matches('button') &&
      drawn.closest('button') === drawn;
    return whole ? undefined : 'the script was changed, or the page is XML';
  } catch (error) {
    return textOfError(error);
  }
}
