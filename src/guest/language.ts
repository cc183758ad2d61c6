import { pickLocale } from '../core/messages/pick-locale.js';
import type { Provided } from './provided.js';
import { hostOf } from './public-node.js';

/** The language of an element: its own `lang`, or the nearest ancestor's across shadow hosts, or an empty string. */
export function languageOf(element: Element): string {
  // `closest` works in a form whose fields hide an element's own properties; a walk from parent to parent would not.
  for (let node: Element | undefined = element; node; node = hostOf(node)) {
    const lang = node.closest('[lang]:not([lang=""],[lang=" "])')?.getAttribute('lang')?.trim();
    if (lang) return lang;
  }
  return '';
}

/** The words for an element: in its language if there are any, otherwise in English. */
export const messagesFor = <Words>(element: Element, { locales }: Pick<Provided<Words>, 'locales'>): Words =>
  locales[pickLocale([languageOf(element)], Object.keys(locales))] ?? locales.en;
