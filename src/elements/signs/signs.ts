import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Signs } from '../../core/signs.js';
import type { InitialUpgrade } from '../../guest/initial-upgrade.js';
import { callLink, title, unfoldControl } from '../shared/phrases.js';
import type { Drawing } from '../shared/sections.js';
import { namedContact, sectionLists } from '../shared/sections.js';

/** What the signs are drawn with. */
interface SignsDrawing extends Drawing {
  /** How much of it is drawn yet. */
  readonly screen: InitialUpgrade;
  /** Unfolds, by a person's tap or by the browser's search. */
  readonly unfold: (tapped?: boolean) => void;
  /** The control that leads to a panel, if it leads anywhere. */
  readonly action: TemplateResult | typeof nothing | undefined;
  readonly allOpen: boolean;
  /** Called when a person opens or closes all signs. */
  readonly toggleAll: () => void;
  /** Called when a person opens or closes one sign. */
  readonly toggled: () => void;
}

/** Draws the signs with what comes before and after them. `screen` says which parts are drawn yet. */
export function drawSigns(model: Signs, drawing: SignsDrawing): TemplateResult {
  const { messages, phrase, level, use, screen, unfold, action } = drawing;
  const { before, after, child, danger, childLine } = model;
  const words = messages.signs;
  const inner = { ...drawing, level: Math.min(level + 1, 6) };
  return html`${title(level, phrase('heading', child ? words.childHeading : words.heading))}
    <p class="danger">
      ${phrase('danger', messages.dangerHeading)}
      ${callLink(danger, phrase('call', messages.call(danger.phone.value)), use)}
    </p>
    ${
      childLine
        ? html`<p>
            ${phrase('under', messages.underAge((childLine.contact.maximumAge ?? 18) + 1))}
            ${namedContact('children', childLine.contact, inner)}
          </p>`
        : nothing
    }
    ${screen.folded ? unfoldControl(phrase('unfold', words.unfold(model.signs.length)), () => unfold()) : nothing}
    <div class="below" ?hidden=${screen.folded} @beforematch=${() => unfold(false)}>
      ${screen.has(2) && before.length ? sectionLists(before, inner) : nothing}
      ${screen.has(2) && child ? html`<p>${phrase('say', messages.whatChildrenCanSay)}</p>` : nothing}
      ${screen.has(before.length ? 3 : 2) ? signList(model, inner) : nothing}
      ${screen.has(3) && after.length ? sectionLists(after, inner) : nothing}
      ${action ? html`<p class="screen">${action}</p>` : nothing}
    </div>`;
}

/** The signs, each of which opens by itself, and one button for all. */
function signList({ signs, child, danger, listener }: Signs, drawing: SignsDrawing): TemplateResult {
  const { phrase, messages, level } = drawing;
  const { signs: words } = messages;
  return html`<div class="head">
      <p id="signs" role="heading" aria-level=${level}>${phrase('signs', words.listHeading(signs.length))}</p>
      <button
        part="action"
        type="button"
        aria-expanded=${drawing.allOpen}
        aria-describedby="signs"
        @click=${drawing.toggleAll}
      >
        ${phrase('all', drawing.allOpen ? words.closeAll : words.openAll)}
      </button>
    </div>
    <p>${phrase('caution', child ? words.childCaution : words.caution)}</p>
    <ul class="columns" part="list" role="list">
      ${signs.map(({ id, urgent }, i) => {
        const [sign, sentence] = words.signs[id];
        return html`<li part="sign">
          <details @toggle=${drawing.toggled}>
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
