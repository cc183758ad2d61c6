import type { TemplateResult } from 'lit-html';
import { html, nothing } from 'lit-html';
import type { Channel } from '../../core/directory.js';
import type { OpenState } from '../../core/hours.js';
import type { Messages } from '../../core/messages/messages.js';
import type { Card } from '../../core/panel.js';
import type { RouteChannel } from '../../core/routing.js';
import type { Phrase } from '../../guest/guest-element.js';
import { callLink, numeral, outbound, phraseNow, readable } from '../shared/phrases.js';
import type { PanelDrawing } from './panel.js';
import { canCopy } from './visit.js';

/** What one contact is drawn with. */
export interface ContactDrawing extends PanelDrawing {
  /** Unique start of the keys of this contact's phrases. `"route2"` */
  readonly key: string;
}

/** What a row is drawn with. */
interface RowDrawing extends ContactDrawing {
  /** Whether the row is here because of what somebody has answered. */
  readonly answered: boolean;
}

/** Phrases whose keys all begin with one key. */
const prefixed =
  (phrase: Phrase, key: string): Phrase =>
  (name, text) =>
    phrase(`${key}-${name}`, text);

/** The words for what is known of the hours now. */
function stateText(messages: Messages, state: OpenState): string {
  switch (state.kind) {
    case 'always':
      return messages.openAlways;
    case 'open':
      return messages.openNow(state.closes);
    case 'closed':
      return messages.closedNow(state.opens);
    case 'maybe':
      return messages.maybeClosed(state.opens);
    default:
      return messages.unknownHours;
  }
}

/** The words for a state. One that changes with the hour stays in the shadow tree, and off paper. */
function stated(key: string, { messages, phrase }: ContactDrawing, state: OpenState, end = ''): unknown {
  const text = stateText(messages, state) + end;
  return /open|closed|maybe/.test(state.kind) ? html`<span class="screen">${text}</span>` : phrase(`${key}-open`, text);
}

/** What comes before a channel's value. */
function channelLabel({ channel }: Messages, { type, use, word }: Channel): string {
  if (type === 'web') return channel.web[use ?? 'read'];
  return type === 'sms' ? channel.sms(word) : channel[type];
}

/** One way of making contact: a link if the device can follow it, and always readable as text. */
function way(
  { contact }: Card,
  { channel }: RouteChannel,
  { messages, phrase, use, key: contactKey }: ContactDrawing,
  key: string,
  inRow: boolean,
): TemplateResult {
  const { type, value } = channel;
  const label = channelLabel(messages, channel);
  const used = (): void => use(contact, channel);
  if (type === 'web' || type === 'bsl') {
    return html`${outbound(value, phrase(key, label), used, [key, `${contactKey}-label`])}
    ${inRow ? nothing : address(channel, phrase, key)}`;
  }
  const text = numeral(phrase, key, value);
  const name = `${contactKey}-name`;
  return html`${inRow && type === 'phone' ? nothing : phrase(`${key}-label`, label)}
  ${
    type === 'phone'
      ? callLink({ contact, phone: channel }, text, use, name)
      : type === 'email'
        ? html`<a part="number" class="number" href="mailto:${value}" aria-describedby=${name} @click=${used}
            >${text}</a
          >`
        : html`<strong part="number" class="number">${text}</strong>`
  }`;
}

/** An address as text, for those who cannot follow a link here. */
const address = ({ value }: Channel, phrase: Phrase, key: string): TemplateResult =>
  html`<bdi class="address" dir="ltr" translate="no">${phrase(`${key}-address`, readable(value))}</bdi>`;

/** What is known about one channel. The first is in the row already. */
function channelFacts(
  card: Card,
  known: RouteChannel,
  drawing: ContactDrawing,
  key: string,
  first: boolean,
): TemplateResult {
  const { messages, phrase } = drawing;
  const own = prefixed(phrase, key);
  const { channel, state, offered } = known;
  const { hours, free, offBill, type } = channel;
  const page = type === 'web' || type === 'bsl';
  return html`<li class=${offered ? '' : 'paper'}>
    ${first ? (page ? address(channel, phrase, key) : nothing) : way(card, known, drawing, key, false)}
    ${first || page ? nothing : html`<span class="screen">${stated(key, drawing, state, '.')}</span>`}
    <span class=${first || page ? '' : 'paper'}>
      ${
        hours && !card.age.stale
          ? own('hours', messages.hours(hours))
          : page
            ? nothing
            : own('hours', `${messages.unknownHours}.`)
      }
      ${channel.receivedOnlyWhenOpen ? own('lost', messages.notReceived) : nothing}
    </span>
    ${page ? nothing : own('cost', messages.cost(free))} ${offBill ? own('bill', messages.offBill) : nothing}
  </li>`;
}

/** A contact as a row: its name and what it does, the first way to reach it, and what is known, which opens to everything else. */
export function routeRow(card: Card, drawing: RowDrawing): TemplateResult {
  const { messages, phrase, key, use } = drawing;
  const own = prefixed(phrase, key);
  const { contact, channels, councilFinder, reason, support, team } = card;
  const first = channels[0];
  if (!first) return html``;
  const why = support ? undefined : messages.reasons[reason];
  return html`<li part="route" class="band row">
    <div>
      <p id="${key}-name" role="heading" aria-level=${drawing.level}>${own('name', contact.name)}</p>
      <p class="quiet">
        ${own('why', contact.description)} ${anonymous(card) ? own('anonymity', messages.anonymity.yes) : nothing}
      </p>
      ${why && (drawing.answered || reason === 'finder') ? html`<p class="quiet">${phraseNow(why)}</p>` : nothing}
      ${contact.images ? html`<p class="quiet"><strong>${own('images', messages.images)}</strong></p>` : nothing}
      ${
        councilFinder
          ? html`<p class="quiet">
              ${own('changed', messages.mayHaveChanged)}
              ${outbound(councilFinder.page.value, own('finder', readable(councilFinder.page.value)), () => use(councilFinder.contact, councilFinder.page))}
            </p>`
          : nothing
      }
    </div>
    <div class="beside">
      <p>${way(card, first, drawing, `${key}-way`, true)} ${team ? own('ask', messages.askFor(team)) : nothing}</p>
      ${stateOf(card, drawing)}
    </div>
  </li>`;
}

/** Whether the row itself says that nobody has to give a name. That helps to choose a route; of support, it is one fact among others. */
const anonymous = ({ contact, support }: Card): boolean => contact.anonymity === 'yes' && !support;

/**
 * The name of a contact for the names of its controls. They do not take it from the heading, because a screen reader skips a text that
 * names a control when it reads on, and reads the text and the name of the control when it comes to the control.
 */
export const contactLabel = ({ contact }: Card, key: string): TemplateResult =>
  html`<span id="${key}-label" hidden>${contact.name}</span>`;

/** What is known now of the first way, which opens to everything else. `known` are other words for it. */
export function stateOf(card: Card, drawing: ContactDrawing, known?: HTMLSlotElement): TemplateResult {
  const { messages, phrase, key, visit, whole } = drawing;
  const name = `${card.support} ${card.contact.id}`;
  const first = card.channels[0];
  const words = card.age.stale
    ? phrase(`${key}-stale-state`, messages.staleState)
    : (known ?? (first ? stated(key, drawing, first.state) : nothing));
  // The summary has an empty description. Without it, Chromium reads its words a second time, because more than these words name it.
  return html`${contactLabel(card, key)}
    <details
      class="quiet"
      ?open=${visit.isUnfolded(name)}
      @toggle=${(event: Event) => visit.fold(name, (event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary id="${key}-more" aria-labelledby="${key}-label ${key}-more" .ariaDescription=${''}>${words}</summary>
      ${whole ? factList(card, drawing) : nothing}
    </details>`;
}

/** Everything else that is known of a contact. */
export function factList(card: Card, drawing: ContactDrawing): TemplateResult {
  const { contact, channels, age, page } = card;
  const { messages, phrase, key, visit, use } = drawing;
  const own = prefixed(phrase, key);
  const name = `${card.support} ${contact.id}`;
  const copied = visit.copied(name);
  const line = (name: string, text: string | undefined): TemplateResult | typeof nothing =>
    text ? html`<li>${own(name, text)}</li>` : nothing;
  const first = channels[0]?.channel;
  return html`<ul class="dots">
      ${
        age.stale
          ? html`<li>
              ${own('stale', page ? messages.stale : messages.staleElsewhere)}
              ${page ? outbound(page, own('page', readable(page)), () => use(contact, { type: 'web', value: page })) : nothing}
            </li>`
          : nothing
      }
      ${channels.map((known, i) => channelFacts(card, known, drawing, `${key}-way${i}`, !i))}
      ${line('anonymity', anonymous(card) ? undefined : messages.anonymity[contact.anonymity])}
      ${line('note', contact.anonymityNote)}
      ${line(
        'ages',
        contact.minimumAge === undefined && contact.maximumAge === undefined
          ? undefined
          : messages.ages(contact.minimumAge, contact.maximumAge),
      )}
      ${line('say', card.say && (card.say === 'child' ? messages.whatChildrenCanSay : messages.whatToSay(contact.askFor)))}
      ${line('next', Object.hasOwn(messages.whatHappens, contact.id) ? messages.whatHappens[contact.id] : undefined)}
      ${line('age', age.confirmed ? messages.confirmed(age.date) : messages.copied(age.date))}
    </ul>
    ${
      !canCopy || first?.type !== 'phone'
        ? nothing
        : html`<button
              id="${key}-copy"
              aria-labelledby="${key}-copy ${key}-label"
              type="button"
              @click=${() => void visit.copy(name, first, messages)}
            >
              ${copied === 'copied' ? messages.numberCopied : own('copy', messages.copyNumber)}</button
            >${copied === 'refused' ? html`<p>${messages.notCopied(first.value)}</p>` : nothing}`
    }`;
}
