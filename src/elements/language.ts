import type { Messages } from '../core/messages.js';
import { pickLocale } from '../core/messages.js';
import type { Provided } from './provided.js';

/** The language of an element: its own `lang`, else the nearest ancestor's across shadow hosts, else none. */
export function languageOf(element: Element): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null) {
    const lang = node instanceof Element ? node.getAttribute('lang')?.trim() : '';
    if (lang) return lang;
  }
  return '';
}

/** The words for an element: in its language where there are any, else in English. */
export const messagesFor = (element: Element, { locales }: Provided): Messages =>
  locales[pickLocale([languageOf(element)], Object.keys(locales))] ?? locales.en;
