import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Panel } from '../../core/panel.js';
import { phraseNow } from '../shared/phrases.js';
import type { PanelDrawing } from './panel.js';
import { routesFound } from './visit.js';

/** The questions, none of which has to be answered, and the number of routes for the answers. */
export function questionList(panel: Panel, drawing: PanelDrawing): TemplateResult {
  const { messages, phrase, level, visit } = drawing;
  return html`<div class="screen">
    <p role="heading" aria-level=${level}>${phrase('questions', messages.questionsHeading)}</p>
    <p class="quiet">${phrase('questions-hint', messages.questionsHint)}</p>
    ${panel.questions.map(({ id, answers }, index) => {
      const name = `q${index + 1}`;
      return html`<fieldset part="question">
        <legend>${phrase(name, messages.questions[id])}</legend>
        <div class="answers">
          ${answers.map(({ id: answer }, i) => {
            const words = messages.answers[answer];
            return html`<label>
              <input
                type="radio"
                name=${name}
                autocomplete="off"
                .checked=${panel.answers[id] === answer}
                @change=${(event: Event) => visit.answer(id, answer, event.currentTarget as Element, messages)}
              />
              <span
                >${phrase(`${name}-${i}`, typeof words === 'string' ? words : words(drawing.directory.area.name))}</span
              >
            </label>`;
          })}
        </div>
      </fieldset>`;
    })}
    <p class="result">
      <span>${phraseNow(routesFound(panel, messages))}</span>
      <button class="lead" part="action" type="button" @click=${drawing.toRoutes}>
        ${phrase('to-routes', messages.toRoutes)}
      </button>
      <button
        part="action"
        type="button"
        @click=${(event: Event) => visit.clear(event.currentTarget as Element, messages)}
      >
        ${phrase('clear', messages.clear)}
      </button>
    </p>
  </div>`;
}
