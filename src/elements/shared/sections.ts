import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Channel, Contact } from '../../core/directory.js';
import { digitsOf } from '../../core/numbers.js';
import type { Messages } from '../../core/messages.js';
import { contactById } from '../../core/routing.js';
import type { Section } from '../../core/signs.js';
import { numeral, outbound, readable, say } from './phrases.js';
import type { Provided } from '../../guest/provided.js';

/** Told which way of reaching which contact was used. */
export type Used = (contact: Contact, channel: Channel) => void;

/** How a service is reached first: a number to call or to text, or a page. */
export function firstWay(
  key: string,
  contact: Contact,
  { channel: words }: Messages,
  used: Used,
): TemplateResult | typeof nothing {
  const channel = contact.channels.find(({ type: one }) => one === 'phone' || one === 'sms' || one === 'web');
  if (!channel) return nothing;
  const { type, value, word } = channel;
  const text = numeral(key, type === 'web' ? readable(value) : value);
  const use = (): void => used(contact, channel);
  if (type === 'web') return outbound(value, text, use);
  return type === 'phone'
    ? html`<a part="number" class="number" href="tel:${digitsOf(value)}" @click=${use}>${text}</a>`
    : html`${say(`${key}-how`, words.sms(word))} <strong part="number" class="number">${text}</strong>`;
}

/** Lists of advice for an audience, each under a heading of its own; what to do begins with whom to call, where that is known. */
export function sectionLists(
  sections: readonly Section[],
  messages: Messages,
  { directory, guide: { reach } }: Provided,
  level: number,
  used: Used,
  local = true,
): TemplateResult {
  const { signs: words } = messages;
  const danger = contactById(directory, directory.emergency)?.channels[0]?.value ?? '999';
  const team = directory.contacts.find(({ askFor, channels: [first] }) => askFor && first?.type === 'phone');
  return html`<div class="columns">
    ${sections.map(
      ({ id, points }) =>
        html`<div>
          <p role="heading" aria-level=${level}>${say(id, words.sections[id])}</p>
          <ul class="list" part="list" role="list">
            ${
              // elsewhere nobody knows the team's name, and another number may be the right one
              id === 'do' && local
                ? html`<li>${say('tell-first', words.tell(danger, team?.channels[0]?.value, team?.askFor))}</li>`
                : nothing
            }
            ${points.map((point, i) => {
              const key = `${id}${i}`;
              const contact = contactById(directory, reach[point] ?? '');
              return html`<li>
                ${say(key, words.points[point])} ${contact ? firstWay(`${key}-way`, contact, messages, used) : nothing}
              </li>`;
            })}
          </ul>
        </div>`,
    )}
  </div>`;
}
