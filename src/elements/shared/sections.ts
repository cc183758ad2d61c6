import type { TemplateResult } from 'lit-html';
import { html, nothing } from 'lit-html';
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
  /** Whether what is behind disclosures is drawn. */
  readonly whole: boolean;
}

/** A heading inside a disclosure. `key` is the key of its phrase. */
export const innerHeading = ({ phrase, level }: Drawing, key: string, text: string): TemplateResult =>
  html`<p class="inner" role="heading" aria-level=${level}>${phrase(key, text)}</p>`;

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

/** The points of one list of advice. */
export function pointList({ id, tell, points }: AdviceSection, drawing: Drawing): TemplateResult {
  const { messages, phrase } = drawing;
  const words = messages.signs;
  return html`<ul class="dots" part="list">
    ${tell ? html`<li>${phrase('tell-first', words.tell(tell.danger, tell.number, tell.team))}</li>` : nothing}
    ${points.map(
      ({ id: point, contact }, i) =>
        html`<li>
          ${phrase(`${id}${i}`, words.points[point])}
          ${contact ? contactLink(`${id}${i}-way`, contact, drawing) : nothing}
        </li>`,
    )}
  </ul>`;
}

/** A list of advice under a heading of its own. */
export const headedList = (section: AdviceSection, drawing: Drawing): TemplateResult =>
  html`${innerHeading(drawing, section.id, drawing.messages.signs.sections[section.id])} ${pointList(section, drawing)}`;
