import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Card, Panel } from '../../core/panel.js';
import { callLink, numeral, outbound, readable } from '../shared/phrases.js';
import type { Drawing } from '../shared/sections.js';

/** Danger now: whom to call, what everybody has to know and, if `whole`, the other ways to reach the emergency services. */
export function dangerBox(panel: Panel, drawing: Drawing, whole: boolean): TemplateResult {
  const { messages, phrase, level, use } = drawing;
  const { danger, child } = panel;
  return html`<div class="emergency" part="emergency">
    <p class="call">
      <span role="heading" aria-level=${level}>${phrase('danger', messages.dangerHeading)}</span>
      ${callLink(danger, phrase('call', messages.call(danger.phone.value)), use)}
    </p>
    <p>${phrase('missing', messages.missingChild)}</p>
    <p>${phrase('disclosure', child ? messages.friendDisclosure : messages.disclosure)}</p>
    ${whole ? otherWays(panel, drawing) : nothing}
  </div>`;
}

function otherWays(
  { danger: { contact, phone }, otherWays: others }: Panel,
  { messages, phrase, use }: Drawing,
): TemplateResult {
  return html`<details>
    <summary>${phrase('other', messages.otherWays(phone.value))}</summary>
    <ul role="list">
      ${others.map((channel) => {
        const { type, value } = channel;
        if (type === 'bsl') {
          return html`<li>
            ${outbound(value, phrase('bsl', messages.emergencyBsl), () => use(contact, channel))}
            <bdi class="quiet address" dir="ltr" translate="no">${phrase('bsl-address', readable(value))}</bdi>
          </li>`;
        }
        if (type === 'relay') return html`<li>${phrase('relay', messages.emergencyRelay(value))}</li>`;
        return type === 'sms' ? html`<li>${phrase('text', messages.emergencyText(value))}</li>` : nothing;
      })}
      <li>${phrase('silent', messages.silentSolution(phone.value))}</li>
    </ul>
  </details>`;
}

/** The line for children, next to danger whatever else is shown. */
export function childrenLine({ contact, channels }: Card, { messages, phrase, use }: Drawing): TemplateResult {
  const first = channels[0];
  if (!first) return html``;
  const { channel, state } = first;
  return html`<p>
    ${phrase('under', messages.underAge((contact.maximumAge ?? 18) + 1))} ${phrase('children', contact.name)}
    ${callLink({ contact, phone: channel }, numeral(phrase, 'children-number', channel.value), use)}${phrase('children-facts', messages.childrenFacts(!!channel.free, state.kind === 'always'))}
  </p>`;
}
