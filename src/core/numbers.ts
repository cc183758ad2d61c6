import type { Channel, Contact, ContactPhone, Directory, ParsedDirectory } from './directory.js';

/**
 * A text with no-break spaces between the groups of its numbers. With ordinary spaces, Arabic or Hebrew words before a number reverse the
 * order of its groups, even on a left-to-right page, and somebody calls a wrong number. By the Unicode bidirectional algorithm, a no-break
 * space is part of the number.
 */
export const unbroken = (text: string): string => text.replace(/(\d)[ \u202f](?=\d)/g, '$1\u00a0');

/** A number without spaces of any kind. `"08001111"` */
export const digitsOf = (value: string): string => value.replace(/\s/g, '');

/** The address that calls a number. `"tel:08001111"` */
export const telephone = (value: string): string => `tel:${digitsOf(value)}`;

/**
 * Turns a directory as people write it into one as the elements show it: numbers get no-break spaces, and the directory gets `danger` and
 * `childLine`, which are not fields of the JSON. Reading either of them throws if its contact is missing, which `parseDirectory` rules out.
 */
export function asParsed(directory: Directory): ParsedDirectory {
  const contacts = directory.contacts.map((contact) => ({
    ...contact,
    channels: contact.channels.map((channel) => ({ ...channel, value: unbroken(channel.value) })),
  }));
  const first = (wanted: string): ContactPhone => {
    const contact = contacts.find(({ id }) => id === wanted) as Contact;
    return { contact, phone: contact.channels[0] as Channel };
  };
  const whole: object = { ...directory, contacts };
  // They are not enumerable, so that the directory is the same JSON. A spread copy loses them: pass the object itself.
  return Object.defineProperties(whole, {
    danger: { get: () => first(directory.emergency) },
    childLine: { get: () => first(directory.children) },
  }) as ParsedDirectory;
}
