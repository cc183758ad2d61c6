import { html, render } from 'lit-html';
import { textOfError } from '../guest/warn.js';

/** The characters next to which an optimiser may remove a space from our words, styles and templates. Each has a space on both sides. */
const SPACED = ` , ; : . ? > ] ( [ < # @ * ' " & / ^ + ) - % `;

/**
 * Why this page does not let us draw, or undefined if it does. With a reason, nothing is defined, because an undrawn element would be blank
 * and hide the numbers in its fallback.
 *
 * The page may require Trusted Types and deny them, or it may be XHTML, which reads our templates as XML. It may have broken something that
 * would otherwise fail later, when nobody can restore the fallback. A tool may have changed our templates, so that answers do nothing and
 * hours run together.
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
      // 47 is the length of `c`, a space and SPACED. It is written out, because a tool that changes one would change the other.
      root.textContent?.length === 47 &&
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
