import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ContactPhone } from '../../core/directory.js';
import { telephone } from '../../core/numbers.js';
import type { Phrase } from '../../guest/guest-element.js';
import type { Use } from './events.js';

/**
 * A phrase that is true only now, or only for what somebody has answered. It stays in the shadow tree, because prerender services,
 * archivers and editors save the light tree, and their copies would claim "Open now" at any hour.
 */
export const phraseNow = (text: string): TemplateResult => html`<span>${text}</span>`;

/** A number that keeps its order in right-to-left text, and that no translator changes. */
export const numeral = (phrase: Phrase, key: string, value: string): TemplateResult =>
  html`<bdi class="numeral" dir="ltr" translate="no">${phrase(key, value)}</bdi>`;

/** An address as people read it on paper: without the scheme, and without the slash after a bare host. */
export const readable = (url: string): string => url.replace(/^https:\/\//, '').replace(/^([^/]+)\/$/, '$1');

/** A link that calls a number. `name` is the id of the element with the contact's name, if the words of the link do not say it. */
export const callLink = ({ contact, phone }: ContactPhone, content: unknown, use: Use, name?: string): TemplateResult =>
  html`<a
    part="number"
    class="number"
    href=${telephone(phone.value)}
    aria-describedby=${name ?? nothing}
    @click=${() => use(contact, phone)}
    >${content}</a
  >`;

/**
 * A link to a website, which sends no referrer. It has the target `_top`, because a service's site refuses to open inside a frame. If cards
 * have links with the same words, `named` has the ids of what tells them apart: the link's words, then the card's name.
 */
export const outbound = (href: string, content: unknown, use: () => void, named?: string): TemplateResult =>
  html`<a
    aria-labelledby=${named ?? nothing}
    href=${href}
    target="_top"
    rel="noreferrer noopener"
    referrerpolicy="no-referrer"
    @click=${use}
    >${content}</a
  >`;

/** The heading of a whole element, which a script may focus. */
export const title = (level: number, content: TemplateResult): TemplateResult =>
  html`<p id="h" class="title" part="heading" tabindex="-1" role="heading" aria-level=${level}>${content}</p>`;

/** The control that unfolds an element which was folded to the height of its fallback. */
export const unfoldControl = (content: TemplateResult, unfold: () => void): TemplateResult =>
  html`<p class="unfold screen">
    <button part="action" type="button" aria-expanded="false" @click=${unfold}>${content}</button>
  </p>`;
