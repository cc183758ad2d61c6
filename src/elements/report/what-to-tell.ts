import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Drawing } from '../shared/sections.js';

/** A heading inside the panel. `key` is the key of its phrase. */
export const innerHeading = ({ phrase, level }: Drawing, key: string, text: string): TemplateResult =>
  html`<p role="heading" aria-level=${level}>${phrase(key, text)}</p>`;

/** What to have ready before a call; a child is told only what they can say. */
export function whatToTell(child: boolean, drawing: Drawing): TemplateResult {
  const { messages, phrase } = drawing;
  return child
    ? html`${innerHeading(drawing, 'tell', messages.childTellHeading)}
        <p>${phrase('tell-child', messages.whatChildrenCanSay)}</p>`
    : html`${innerHeading(drawing, 'tell', messages.tellHeading)}
        <p>${phrase('tell-hint', messages.tellHint)}</p>
        <ul class="list" part="list" role="list">
          ${messages.tellList.map((text, i) => html`<li>${phrase(`tell${i}`, text)}</li>`)}
        </ul>`;
}

/** What happens after a call. */
export function whatHappensNext(drawing: Drawing): TemplateResult {
  const { messages, phrase } = drawing;
  return html`${innerHeading(drawing, 'next', messages.nextHeading)}
    <ul class="list" role="list">
      ${messages.nextList.map((text, i) => html`<li>${phrase(`next${i}`, text)}</li>`)}
    </ul>`;
}
