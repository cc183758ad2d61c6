import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';

/** A phrase: in the shadow tree by itself, from the light tree where one is put there under its key. */
export const say = (key: string, phrase: string): TemplateResult => html`<slot name=${key}>${phrase}</slot>`;

/**
 * A phrase that is only true now, or only for what somebody has answered. It stays in the shadow tree: what stands in the light tree
 * is kept by prerender services, archivers and editors that save a page, and would claim "Open now" at any hour.
 */
export const sayNow = (phrase: string): TemplateResult => html`<span>${phrase}</span>`;

/** A number stays in its order in right-to-left text, and no translator touches it. */
export const numeral = (key: string, value: string): TemplateResult =>
  html`<bdi class="numeral" dir="ltr" translate="no">${say(key, value)}</bdi>`;

/** An address as it is read from paper: without the scheme and a lone slash at the end. */
export const readable = (url: string): string => url.replace(/^https:\/\//, '').replace(/^([^/]+)\/$/, '$1');

/**
 * A link to a website sends no referrer; `_top` because a service's site refuses to open inside a frame. Where
 * cards have links of the same words, `named` has the ids of what tells them apart: the link's words, then the card's name.
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

/** Opens an element that was folded to the room of its fallback. */
export const unfoldControl = (phrase: string, unfold: () => void): TemplateResult =>
  html`<p class="unfold screen">
    <button part="action" type="button" aria-expanded="false" @click=${unfold}>${say('unfold', phrase)}</button>
  </p>`;
