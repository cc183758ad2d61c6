import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Signs } from '../../core/signs.js';
import type { Drawing } from '../shared/sections.js';
import { namedContact } from '../shared/sections.js';

/** Whether all signs are open, and what is called when a person opens or closes all of them or one. */
interface Toggling {
  readonly open: boolean;
  readonly all: () => void;
  readonly one: () => void;
}

/** The signs, each of which opens by itself, and one button for all. */
export function signList(
  { signs, child, danger, listener }: Signs,
  drawing: Drawing,
  { open, all, one }: Toggling,
): TemplateResult {
  const { phrase, messages, level } = drawing;
  const { signs: words } = messages;
  return html`<div class="head">
      <p id="signs" role="heading" aria-level=${level}>${phrase('signs', words.listHeading(signs.length))}</p>
      <button part="action" type="button" aria-expanded=${open} aria-describedby="signs" @click=${all}>
        ${phrase('all', open ? words.closeAll : words.openAll)}
      </button>
    </div>
    <p>${phrase('caution', child ? words.childCaution : words.caution)}</p>
    <ul class="columns" part="list" role="list">
      ${signs.map(({ id, urgent }, i) => {
        const [sign, sentence] = words.signs[id];
        return html`<li part="sign">
          <details @toggle=${one}>
            <summary>${phrase(`sign${i}`, sign)}</summary>
            <p>${phrase(`sign${i}-more`, sentence)}</p>
            ${
              urgent
                ? html`<p class="urgent">
                    ${phrase(`sign${i}-help`, words.urgent(danger.phone.value))}
                    ${listener ? namedContact(`sign${i}-listener`, listener, drawing) : nothing}
                  </p>`
                : nothing
            }
          </details>
        </li>`;
      })}
    </ul>`;
}
