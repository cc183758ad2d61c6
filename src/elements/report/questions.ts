import type { TemplateResult } from 'lit-html';
import { html, nothing } from 'lit-html';
import type { Panel } from '../../core/panel.js';
import { phraseNow } from '../shared/phrases.js';
import type { PanelDrawing } from './panel.js';
import { routesFound } from './visit.js';

/** The questions, none of which has to be answered: one line each, which says the answer. Then the number of routes, right above them. */
export function questionList(panel: Panel, drawing: PanelDrawing): TemplateResult | typeof nothing {
  const { messages, phrase, visit, whole } = drawing;
  if (!whole) return nothing;
  const words = (answer: (typeof panel.questions)[number]['answers'][number]['id']): string => {
    const known = messages.answers[answer];
    return typeof known === 'string' ? known : known(drawing.directory.area.name);
  };
  return html`<p class="quiet">${phrase('questions-hint', messages.questionsHint)}</p>
    ${panel.questions.map(({ id, answers }, index) => {
      const name = `q${index + 1}`;
      const given = panel.answers[id];
      return html`<details class="question" name="q" ?open=${!index}>
        <summary>
          <span id="${name}-text">${phrase(name, messages.questions[id])}</span>
          <strong>${given ? phraseNow(words(given)) : phrase(`${name}-none`, messages.notSaid)}</strong>
        </summary>
        <fieldset part="question" aria-labelledby="${name}-text">
          ${answers.map(
            ({ id: answer }, i) =>
              html`<label>
                <input
                  type="radio"
                  name=${name}
                  autocomplete="off"
                  .checked=${given === answer}
                  @change=${(event: Event) => visit.answer(id, answer, event.currentTarget as Element, messages)}
                />
                <span role="none">${phrase(`${name}-${i}`, words(answer))}</span>
              </label>`,
          )}
        </fieldset>
      </details>`;
    })}
    <p class="result">
      ${phraseNow(routesFound(panel, messages))}
      <button
        part="action"
        type="button"
        @click=${(event: Event) => visit.clear(event.currentTarget as Element, messages)}
      >
        ${phrase('clear', messages.clear)}
      </button>
    </p>`;
}
