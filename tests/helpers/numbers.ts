/* Telephone numbers for the tests, read from the directory, so that a changed number needs no change in a test. */
import { digitsOf } from '../../src/core/numbers.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';

/** The first telephone number of a contact as it is printed, with no-break spaces: `number('childline')`. Throws for an unknown contact. */
export function number(id: string): string {
  const channels = hertfordshire.contacts.find((contact) => contact.id === id)?.channels ?? [];
  const phone = channels.find(({ type }) => type === 'phone');
  if (!phone) throw new Error(`The directory has no telephone number for "${id}".`);
  return phone.value;
}

/** The same number as in our markup, where a no-break space is written as `&#160;`. */
export const inMarkup = (id: string): string => number(id).replaceAll('\u00a0', '&#160;');

/** The same number as in a link, without spaces: `digits('childline')`. */
export const digits = (id: string): string => digitsOf(number(id));
