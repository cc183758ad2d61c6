import type { Channel, Contact, ContactPhone, Directory, ParsedDirectory } from './directory.js';

/**
 * A text with no-break spaces between the groups of its numbers. Where an ordinary space is, Arabic or Hebrew words before the number turn
 * the order of its groups, in left-to-right pages too; a no-break space is a part of the number.
 */
export const unbroken = (text: string): string => text.replace(/(\d)[ \u202f](?=\d)/g, '$1\u00a0');

/** The digits of a number, without the spaces of any kind that it is read with. */
export const digitsOf = (value: string): string => value.replace(/\s/g, '');

/** The address that calls a number. `"tel:08001111"` */
export const telephone = (value: string): string => `tel:${digitsOf(value)}`;

/**
 * A directory as it is shown, from one as people write it: with its numbers as they are printed, and with the contacts that everything
 * needs. Those two are no fields of the JSON. Reading one throws where the contact is missing, which `parseDirectory` rules out.
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
  return Object.defineProperties(whole, {
    danger: { get: () => first(directory.emergency) },
    childLine: { get: () => first(directory.children) },
  }) as ParsedDirectory;
}
