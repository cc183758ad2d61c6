import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Channel } from '../../core/directory.js';
import { digitsOf } from '../../core/numbers.js';
import type { OpenState } from '../../core/hours.js';
import type { Messages } from '../../core/messages.js';
import type { Route, RouteChannel } from '../../core/routing.js';
import { numeral, outbound, readable, say, sayNow } from '../shared/phrases.js';

/** What a card needs beside its route. */
export interface CardContext {
  readonly messages: Messages;
  /** `aria-level` of the name. */
  readonly level: number;
  /** Unique start of the keys of this card's phrases. `"route2"` */
  readonly key: string;
  /** Whether a child is reading: other words to say, no code word. */
  readonly child: boolean;
  /** Whether this is support: no reason, nothing to say. */
  readonly support: boolean;
  /** Whether it stands here because of what somebody has answered. */
  readonly answered: boolean;
  /** Whether what is folded in is left for later. */
  readonly brief: boolean;
  readonly unfolded: boolean;
  /** What became of the number that was to be copied, or nothing yet; undefined where copying does not work. */
  readonly copied: '' | 'copied' | 'refused' | undefined;
  /** Told when a channel is used. */
  readonly use: (channel: Channel) => void;
  readonly copy: () => void;
  readonly fold: (open: boolean) => void;
}

/** The words for what is known of the hours now. */
export function stateText(messages: Messages, state: OpenState): string {
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

/** What is said of a state; one that changes with the hour is said for now only. */
function stated(key: string, messages: Messages, state: OpenState, end = ''): TemplateResult {
  const phrase = stateText(messages, state) + end;
  return /open|closed|maybe/.test(state.kind) ? sayNow(phrase) : say(`${key}-open`, phrase);
}

/** What comes before a channel's value. */
function channelLabel({ channel }: Messages, { type, use, word }: Channel): string {
  if (type === 'web') return channel.web[use ?? 'read'];
  return type === 'sms' ? channel.sms(word) : channel[type];
}

/** One way of making contact: a link where the device can follow it, always readable as text. */
function way(
  { channel }: RouteChannel,
  { messages, use, key: card }: CardContext,
  key: string,
  labelled: boolean,
): TemplateResult {
  const { type, value } = channel;
  const label = channelLabel(messages, channel);
  const used = (): void => use(channel);
  if (type === 'web' || type === 'bsl') {
    return html`${outbound(value, html`<span id=${key}>${say(key, label)}</span>`, used, `${key} ${card}-name`)}
      <bdi class="quiet address" dir="ltr" translate="no">${say(`${key}-address`, readable(value))}</bdi>`;
  }
  const text = numeral(key, value);
  const href = type === 'phone' ? `tel:${digitsOf(value)}` : type === 'email' ? `mailto:${value}` : '';
  return html`${labelled || type !== 'phone' ? say(`${key}-label`, label) : nothing}
  ${
    href
      ? html`<a part="number" class="number" href=${href} aria-describedby="${card}-name" @click=${used}>${text}</a>`
      : html`<strong part="number" class="number">${text}</strong>`
  }`;
}

/** What is known of one channel; the first stands unfolded above, so only the others name themselves here. */
function channelFacts(
  known: RouteChannel,
  context: CardContext,
  key: string,
  first: boolean,
  stale: boolean,
): TemplateResult {
  const { messages } = context;
  const { channel, state, offered } = known;
  const { hours, free, offBill, type } = channel;
  return html`<li class=${offered ? '' : 'paper'}>
    ${first ? nothing : way(known, context, key, true)}
    <span class="quiet">
      ${first ? nothing : html`<span class="screen">${stated(key, messages, state, '.')}</span>`}
      <span class=${first ? '' : 'paper'}>
        ${say(`${key}-hours`, hours && !stale ? messages.hours(hours) : `${messages.unknownHours}.`)}
        ${channel.receivedOnlyWhenOpen ? say(`${key}-lost`, messages.notReceived) : nothing}
      </span>
      ${type === 'web' || type === 'bsl' ? nothing : say(`${key}-cost`, messages.cost(free))}
      ${offBill ? say(`${key}-bill`, messages.offBill) : nothing}
    </span>
  </li>`;
}

/**
 * A contact as a card. Unfolded: name, why it is here, the number, whether it is open. Folded: the rest of what is known.
 */
export function routeCard(route: Route, context: CardContext): TemplateResult {
  const { messages, key, child, support } = context;
  const { contact, channels, age, finder, reason } = route;
  const first = channels[0];
  if (!first) return html``;
  const page = contact.url ?? channels.find(({ channel }) => channel.type === 'web')?.channel.value;
  const website = finder?.channels.find(({ type }) => type === 'web');
  // an empty description: Chromium would read the words of a summary that is named by more than them a second time, as one
  return html`<li part="route" class="card">
    <p id="${key}-name" class="name" role="heading" aria-level=${context.level}>${say(`${key}-name`, contact.name)}</p>
    <p>
      ${say(`${key}-why`, contact.description)}
      ${support ? nothing : html`<span class="quiet">${context.answered ? sayNow(messages.reasons[reason]) : say(`${key}-reason`, messages.reasons[reason])}</span>`}
    </p>
    ${contact.images ? html`<p><strong>${say(`${key}-images`, messages.images)}</strong></p>` : nothing}
    <p class="main">
      <span class="bidi"
        >${way(first, context, `${key}-way`, false)}${contact.askFor && !child ? say(`${key}-ask`, messages.askFor(contact.askFor)) : nothing}</span
      >
      <span class="screen state">${stated(key, messages, first.state)}</span>
    </p>
    ${
      website
        ? html`<p>
            ${say(`${key}-changed`, messages.mayHaveChanged)}
            ${outbound(website.value, say(`${key}-finder`, readable(website.value)), () => context.use(website))}
          </p>`
        : nothing
    }
    ${
      age.stale
        ? html`<p>
            ${
              page
                ? html`${say(`${key}-stale`, messages.stale)}
                  ${outbound(page, say(`${key}-page`, readable(page)), () => context.use({ type: 'web', value: page }))}`
                : say(`${key}-stale`, messages.staleElsewhere)
            }
          </p>`
        : nothing
    }
    ${context.brief ? nothing : folded(route, context)}
  </li>`;
}

/** What a card has folded in: the rest of what is known. */
function folded({ contact, channels, age }: Route, context: CardContext): TemplateResult {
  const { messages, key, child, support } = context;
  const phone = channels.some(({ channel }) => channel.type === 'phone');
  const line = (name: string, phrase: string | undefined): TemplateResult | typeof nothing =>
    phrase ? html`<p>${say(`${key}-${name}`, phrase)}</p>` : nothing;
  const ages =
    contact.minimumAge === undefined && contact.maximumAge === undefined
      ? undefined
      : messages.ages(contact.minimumAge, contact.maximumAge);
  const first = channels[0]?.channel;
  return html`<details
    ?open=${context.unfolded}
    @toggle=${(event: Event) => context.fold((event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary id="${key}-more" aria-labelledby="${key}-more ${key}-name" .ariaDescription=${''}>
      ${say(`${key}-more`, messages.more)}
    </summary>
    <ul role="list">
      ${channels.map((known, i) => channelFacts(known, context, `${key}-way${i}`, !i, age.stale))}
    </ul>
    ${line('anonymity', `${messages.anonymity[contact.anonymity]} ${contact.anonymityNote ?? ''}`.trim())}
    ${line('ages', ages)}
    ${
      support || !phone
        ? nothing
        : line('say', child ? messages.whatChildrenCanSay : messages.whatToSay(contact.askFor))
    }
    ${line('next', Object.hasOwn(messages.whatHappens, contact.id) ? messages.whatHappens[contact.id] : undefined)}
    <p class="quiet">${say(`${key}-age`, age.confirmed ? messages.confirmed(age.date) : messages.copied(age.date))}</p>
    ${
      context.copied === undefined || first?.type !== 'phone'
        ? nothing
        : html`<button id="${key}-copy" aria-labelledby="${key}-copy ${key}-name" type="button" @click=${context.copy}>
              ${context.copied === 'copied' ? messages.numberCopied : say(`${key}-copy`, messages.copyNumber)}</button
            >${context.copied === 'refused' ? html`<p>${messages.notCopied(first.value)}</p>` : nothing}`
    }
  </details>`;
}
