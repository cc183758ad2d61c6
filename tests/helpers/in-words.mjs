// Writes texts for snapshots, in which no number of the directory stands.
import { digitsOf } from '../../src/core/numbers.ts';
import { hertfordshire } from '../../src/data/hertfordshire.ts';

/** The directory's numbers as printed and as in links, each with its replacement. 999 stays, because it is part of the design. */
const NUMBERS = Object.fromEntries(
  hertfordshire.contacts
    .flatMap(({ id, channels }) => channels.map(({ type, value }) => ({ id, type, value })))
    .filter(({ type, value }) => ['phone', 'relay', 'sms'].includes(type) && value !== '999')
    .reverse() // The number of two contacts is replaced with the first contact.
    .flatMap(({ id, value }) => [
      [`tel:${digitsOf(value)}`, `tel:{${id}}`],
      [value, `{${id}}`],
    ]),
);
const longestFirst = Object.keys(NUMBERS).sort((one, other) => other.length - one.length);
const anyNumber = new RegExp(`(?<!\\d)(?:${longestFirst.join('|')})(?!\\d)`, 'g');
/** A text with ids in place of numbers, so that a changed number changes no snapshot. */
export const inWords = (text) =>
  text
    .replaceAll(anyNumber, (value) => NUMBERS[value])
    // The day changes with the number.
    .replaceAll(/Copied from public pages, [^.]+\. Not yet confirmed by the service\.|Confirmed [^.]+\./g, '{day}');
