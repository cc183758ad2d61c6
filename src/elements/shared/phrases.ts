import type { TemplateResult } from 'lit-html';
import { html, nothing } from 'lit-html';
import type { ContactPhone } from '../../core/directory.js';
import { telephone } from '../../core/numbers.js';
import type { CouncilFinder } from '../../core/routing.js';
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

/** For an attribute that lit-html leaves out, where the checker of templates wants a text. */
const absent: string = nothing as never;

/** An address as people read it on paper: without the scheme, and without the slash after a bare host. */
export const readable = (url: string): string => url.replace(/^https:\/\//, '').replace(/^([^/]+)\/$/, '$1');

/** A link that calls a number. `name` is the id of the element with the contact's name, if the words of the link do not say it. */
export const callLink = (
  { contact, phone }: ContactPhone,
  content: unknown,
  use: Use,
  name?: string,
  looks = 'number',
): TemplateResult =>
  html`<a
    part="number"
    class=${looks}
    href=${telephone(phone.value)}
    aria-describedby=${name ?? nothing}
    @click=${() => use(contact, phone)}
    >${content}</a
  >`;

/**
 * A link to a website, which sends no referrer. It has the target `_top`, because a service's site refuses to open inside a frame. If rows
 * have links with the same words, `named` has the id of the link and that of what tells it apart: its words, then the row's name.
 */
export const outbound = (
  href: string,
  content: unknown,
  use: () => void,
  named?: readonly [id: string, name: string],
): TemplateResult =>
  html`<a
    id=${named?.[0] ?? absent}
    aria-labelledby=${named?.join(' ') ?? nothing}
    href=${href}
    target="_top"
    rel="noreferrer noopener"
    referrerpolicy="no-referrer"
    @click=${use}
    >${content}</a
  >`;

/** The page that says whom to tell, where there is no panel that does. */
export const guidanceLink = (
  { contact, page }: CouncilFinder,
  { guidance }: { readonly guidance: string },
  phrase: Phrase,
  use: Use,
): TemplateResult =>
  html`<span
    >${phrase('guidance', guidance)}:
    ${outbound(page.value, phrase('guidance-page', readable(page.value)), () => use(contact, page))}</span
  >`;

/** The heading of a whole element, which a script may focus. */
export const title = (level: number, content: unknown): TemplateResult =>
  html`<p id="h" class="band title" part="heading" tabindex="-1" role="heading" aria-level=${level}>
    <span>${content}</span>
  </p>`;

/** A disclosure whose content is drawn once somebody opens it, the browser is idle, or the page is printed. */
export const disclosure = (looks: string, summary: unknown, content: unknown): TemplateResult =>
  html`<details class=${looks}>
    <summary>${summary}</summary>
    ${content}
  </details>`;
