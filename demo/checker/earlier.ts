import type { Audience } from '../../src/core/audiences.js';
import { panelFor } from '../../src/core/panel.js';
import { telephone } from '../../src/core/numbers.js';
import { contactById } from '../../src/core/routing.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import { signs as guide } from '../../src/data/signs.js';
import type { ElementName } from '../snippets.js';
import { escaped, LINK_TEXT, READ } from '../snippets.js';

/*
 * The snippets as they were published until 29 November 2026, which pages still have: 999 and Childline for every audience, and with the
 * panel a list of three numbers. Their numbers are those of the directory, so an old number in a pasted snippet is still noticed.
 */

const link = (address: string, words: string): string => `<a href="${address}">${escaped(words)}</a>`;
const call = (value: string): string => link(telephone(value), value);
const pageOf = (use: 'find' | 'read'): string => {
  const value =
    contactById(hertfordshire, hertfordshire.finder)?.channels.find((channel) => channel.use === use)?.value ?? '';
  return link(value, value.replace('https://', ''));
};

function numbers(): string {
  const { danger, childLine } = hertfordshire;
  return `<p><strong>In danger now? Call ${call(danger.phone.value)}</strong></p>
<p>Under 19? ${childLine.contact.name} ${call(childLine.phone.value)}, free, any time</p>`;
}

function report(audience: Audience): string {
  const at = new Date(`${hertfordshire.danger.contact.gathered}T12:00:00Z`);
  const { first, child } = panelFor({ directory: hertfordshire, guide, audience, at });
  const routes = first.map(
    ({ contact: { name, askFor, channels } }) =>
      `<li>${escaped(name)}: ${call(channels[0]?.value ?? '')}${askFor && !child ? `, ask for “${askFor}”` : ''}</li>`,
  );
  return `<ul>${routes.join('')}<li>Somewhere else in England: ${pageOf('find')}</li></ul>
<p>${child ? en.whatChildrenCanSay : en.tellHint}</p>`;
}

/** The earlier snippet of an element, as HTML. The exit's has not changed. */
export function earlierSnippet(
  element: Exclude<ElementName, 'exit'>,
  audience: Audience,
  way: 'placeholder' | 'link',
): string {
  const fragment = `${element}${audience === 'public' ? '' : `-${audience}`}`;
  if (way === 'link')
    return `${numbers()}<p>${link(`https://www.example.org/say-something/#${fragment}`, LINK_TEXT[element])}</p>`;
  const guidance = `<p>Who to tell in England: ${pageOf('read')}</p>`;
  const inside = {
    report: () => `${numbers()}${report(audience)}`,
    signs: () => `${numbers()}${guidance}`,
    banner: () =>
      `<p><strong>${en.banner.heading}</strong></p><p>${en.banner.sentence[audience]}</p>${numbers()}${guidance}`,
  };
  return `<div class="say-something ${READ} say-something-${fragment}" data-say-something="${element}" data-audience="${audience}">${inside[element]()}</div>`;
}
