import { pickLocale } from '../core/messages/pick-locale.js';
import type { Provided } from './provided.js';

/** The language of an element: its own `lang`, else the nearest ancestor's across shadow hosts, else none. */
export function languageOf(element: Element): string {
  // `closest` looks past a form whose fields are called like the parts of an element; a walk from parent to parent would not
  for (let node: Element | undefined = element; node; node = (node.getRootNode() as Partial<ShadowRoot>).host) {
    const lang = node.closest('[lang]:not([lang=""],[lang=" "])')?.getAttribute('lang')?.trim();
    if (lang) return lang;
  }
  return '';
}

/** The words for an element: in its language where there are any, else in English. */
export const messagesFor = <Words>(element: Element, { locales }: Pick<Provided<Words>, 'locales'>): Words =>
  locales[pickLocale([languageOf(element)], Object.keys(locales))] ?? locales.en;
