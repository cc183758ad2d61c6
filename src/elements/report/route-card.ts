import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Channel } from '../../core/directory.js';
import type { OpenState } from '../../core/hours.js';
import type { Messages } from '../../core/messages/messages.js';
import type { Card } from '../../core/panel.js';
import type { RouteChannel } from '../../core/routing.js';
import type { Phrase } from '../../guest/guest-element.js';
import { callLink, numeral, outbound, phraseNow, readable } from '../shared/phrases.js';
import type { Drawing } from '../shared/sections.js';
import type { PanelDrawing } from './panel.js';
import { canCopy } from './visit.js';

/** What a card is drawn with. */
export interface CardDrawing extends PanelDrawing {
  /** Unique start of the keys of this card's phrases. `"route2"` */
  readonly key: string;
  /** Whether the card is here because of what somebody has answered. */
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

/** The words for a state. One that changes with the hour stays in the shadow tree. */
function stated(key: string, { messages, phrase }: Drawing, state: OpenState, end = ''): TemplateResult {
  const text = stateText(messages, state) + end;
  return /open|closed|maybe/.test(state.kind) ? phraseNow(text) : prefixed(phrase, key)('open', text);
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
  { messages, phrase, use, key: card }: CardDrawing,
  key: string,
  labelled: boolean,
): TemplateResult {
  const { type, value } = channel;
  const label = channelLabel(messages, channel);
  const own = prefixed(phrase, key);
  const used = (): void => use(contact, channel);
  if (type === 'web' || type === 'bsl') {
    return html`${outbound(value, html`<span id=${key}>${phrase(key, label)}</span>`, used, `${key} ${card}-name`)}
      <bdi class="quiet address" dir="ltr" translate="no">${own('address', readable(value))}</bdi>`;
  }
  const text = numeral(phrase, key, value);
  const name = `${card}-name`;
  return html`${labelled || type !== 'phone' ? own('label', label) : nothing}
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

/** What is known about one channel. The first is already above the fold, so only the others show their name and value here. */
function channelFacts(
  card: Card,
  known: RouteChannel,
  drawing: CardDrawing,
  key: string,
  first: boolean,
): TemplateResult {
  const { messages, phrase } = drawing;
  const own = prefixed(phrase, key);
  const { channel, state, offered } = known;
  const { hours, free, offBill, type } = channel;
  return html`<li class=${offered ? '' : 'paper'}>
    ${first ? nothing : way(card, known, drawing, key, true)}
    <span class="quiet">
      ${first ? nothing : html`<span class="screen">${stated(key, drawing, state, '.')}</span>`}
      <span class=${first ? '' : 'paper'}>
        ${own('hours', hours && !card.age.stale ? messages.hours(hours) : `${messages.unknownHours}.`)}
        ${channel.receivedOnlyWhenOpen ? own('lost', messages.notReceived) : nothing}
      </span>
      ${type === 'web' || type === 'bsl' ? nothing : own('cost', messages.cost(free))}
      ${offBill ? own('bill', messages.offBill) : nothing}
    </span>
  </li>`;
}

/** A contact as a card. It shows the name, the reason, the number and whether it is open; everything else is folded. */
export function routeCard(card: Card, drawing: CardDrawing): TemplateResult {
  const { messages, phrase, key, use } = drawing;
  const own = prefixed(phrase, key);
  const { contact, channels, councilFinder, age, page, reason, support, team } = card;
  const first = channels[0];
  if (!first) return html``;
  const why = messages.reasons[reason];
  // The summary has an empty description. Without it, Chromium reads its words a second time, because more than these words name it.
  return html`<li part="route" class="card">
    <p id="${key}-name" class="name" role="heading" aria-level=${drawing.level}>${own('name', contact.name)}</p>
    <p>
      ${own('why', contact.description)}
      ${support ? nothing : html`<span class="quiet">${drawing.answered ? phraseNow(why) : own('reason', why)}</span>`}
    </p>
    ${contact.images ? html`<p><strong>${own('images', messages.images)}</strong></p>` : nothing}
    <p class="main">
      <span class="bidi"
        >${way(card, first, drawing, `${key}-way`, false)}${team ? own('ask', messages.askFor(team)) : nothing}</span
      >
      <span class="screen state">${stated(key, drawing, first.state)}</span>
    </p>
    ${
      councilFinder
        ? html`<p>
            ${own('changed', messages.mayHaveChanged)}
            ${outbound(councilFinder.page.value, own('finder', readable(councilFinder.page.value)), () => use(councilFinder.contact, councilFinder.page))}
          </p>`
        : nothing
    }
    ${
      age.stale
        ? html`<p>
            ${own('stale', page ? messages.stale : messages.staleElsewhere)}
            ${page ? outbound(page, own('page', readable(page)), () => use(contact, { type: 'web', value: page })) : nothing}
          </p>`
        : nothing
    }
    ${drawing.screen.has(2) ? folded(card, drawing) : nothing}
  </li>`;
}

/** The folded part of a card: everything else that is known. */
function folded(card: Card, drawing: CardDrawing): TemplateResult {
  const { contact, channels, age } = card;
  const { messages, phrase, key, visit } = drawing;
  const own = prefixed(phrase, key);
  const name = `${card.support} ${contact.id}`;
  const copied = visit.copied(name);
  const line = (name: string, text: string | undefined): TemplateResult | typeof nothing =>
    text ? html`<p>${own(name, text)}</p>` : nothing;
  const ages =
    contact.minimumAge === undefined && contact.maximumAge === undefined
      ? undefined
      : messages.ages(contact.minimumAge, contact.maximumAge);
  const first = channels[0]?.channel;
  return html`<details
    ?open=${visit.isUnfolded(name)}
    @toggle=${(event: Event) => visit.fold(name, (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary id="${key}-more" aria-labelledby="${key}-more ${key}-name" .ariaDescription=${''}>
      ${own('more', messages.more)}
    </summary>
    <ul role="list">
      ${channels.map((known, i) => channelFacts(card, known, drawing, `${key}-way${i}`, !i))}
    </ul>
    ${line('anonymity', `${messages.anonymity[contact.anonymity]} ${contact.anonymityNote ?? ''}`.trim())}
    ${line('ages', ages)}
    ${line('say', card.say && (card.say === 'child' ? messages.whatChildrenCanSay : messages.whatToSay(contact.askFor)))}
    ${line('next', Object.hasOwn(messages.whatHappens, contact.id) ? messages.whatHappens[contact.id] : undefined)}
    <p class="quiet">${own('age', age.confirmed ? messages.confirmed(age.date) : messages.copied(age.date))}</p>
    ${
      !canCopy || first?.type !== 'phone'
        ? nothing
        : html`<button
              id="${key}-copy"
              aria-labelledby="${key}-copy ${key}-name"
              type="button"
              @click=${() => void visit.copy(name, first, messages)}
            >
              ${copied === 'copied' ? messages.numberCopied : own('copy', messages.copyNumber)}</button
            >${copied === 'refused' ? html`<p>${messages.notCopied(first.value)}</p>` : nothing}`
    }
  </details>`;
}
