import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Contact } from '../../core/directory.js';
import type { Messages } from '../../core/messages/messages.js';
import { firstWay } from '../../core/panel.js';
import type { AdviceSection } from '../../core/signs.js';
import type { Phrase } from '../../guest/guest-element.js';
import type { Use } from './events.js';
import { callLink, numeral, outbound, readable } from './phrases.js';

/** What every template of an element needs. */
export interface Drawing {
  readonly messages: Messages;
  readonly phrase: Phrase;
  /** `aria-level` of the headings inside. */
  readonly level: number;
  readonly use: Use;
}

/** The first way to reach a service: a number to call or to text, or a page. */
function contactLink(
  key: string,
  contact: Contact,
  { messages, phrase, use }: Drawing,
): TemplateResult | typeof nothing {
  const channel = firstWay(contact);
  if (!channel) return nothing;
  const { type, value, word } = channel;
  const text = numeral(phrase, key, type === 'web' ? readable(value) : value);
  const used = (): void => use(contact, channel);
  if (type === 'web') return outbound(value, text, used);
  return type === 'phone'
    ? callLink({ contact, phone: channel }, text, use)
    : html`${phrase(`${key}-how`, messages.channel.sms(word))} <strong part="number" class="number">${text}</strong>`;
}

/** A service by name, with the first way to reach it. */
export const namedContact = (key: string, contact: Contact, drawing: Drawing): TemplateResult =>
  html`${drawing.phrase(key, contact.name)} ${contactLink(`${key}-number`, contact, drawing)}`;

/** Lists of advice for an audience, each under a heading of its own. */
export function sectionLists(sections: readonly AdviceSection[], drawing: Drawing): TemplateResult {
  const { messages, phrase, level } = drawing;
  const words = messages.signs;
  return html`<div class="columns">
    ${sections.map(
      ({ id, tell, points }) =>
        html`<div>
          <p role="heading" aria-level=${level}>${phrase(id, words.sections[id])}</p>
          <ul class="list" part="list" role="list">
            ${tell ? html`<li>${phrase('tell-first', words.tell(tell.danger, tell.number, tell.team))}</li>` : nothing}
            ${points.map(
              ({ id: point, contact }, i) =>
                html`<li>
                  ${phrase(`${id}${i}`, words.points[point])}
                  ${contact ? contactLink(`${id}${i}-way`, contact, drawing) : nothing}
                </li>`,
            )}
          </ul>
        </div>`,
    )}
  </div>`;
}
