import type { Directory, PrintedDirectory } from './directory.js';

/**
 * A text with no-break spaces between the groups of its numbers. Where an ordinary space stands there, Arabic or Hebrew words
 * before the number turn the order of its groups, in left-to-right pages too; a no-break space is a part of the number.
 */
export const unbroken = (text: string): string => text.replace(/(\d)[ \u202f](?=\d)/g, '$1\u00a0');

/** The digits of a number, without the spaces of any kind that it is read with. */
export const digitsOf = (value: string): string => value.replace(/\s/g, '');

/** A directory as people write it, with its numbers as they are printed. */
export const asPrinted = (directory: Directory): PrintedDirectory =>
  ({
    ...directory,
    contacts: directory.contacts.map((contact) => ({
      ...contact,
      channels: contact.channels.map((channel) => ({ ...channel, value: unbroken(channel.value) })),
    })),
  }) as unknown as PrintedDirectory;
