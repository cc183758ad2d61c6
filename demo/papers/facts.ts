import type { CalendarDate, Contact } from '../../src/core/directory.js';

/** The same day one year later. 29 February becomes 28 February. */
export function yearAfter(date: CalendarDate): CalendarDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year + 1, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + 1, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
}

/**
 * The last day on which a sheet with these contacts may hang: one year after the oldest of their facts, or the earliest day on which facts of
 * one of them may end. A wrong number on paper would otherwise be read for years.
 */
export function useBy(contacts: readonly Contact[]): CalendarDate {
  const days = contacts.flatMap(({ gathered, confirmed, validUntil }) => [
    yearAfter(confirmed ?? gathered),
    ...(validUntil ? [validUntil] : []),
  ]);
  const [first] = days.sort();
  if (!first) throw new Error('a sheet without a contact has no use-by date');
  return first;
}

/** How old the facts of these contacts are: the oldest day, among those that are not confirmed if there are any. */
export function ageOfFacts(contacts: readonly Contact[]): { readonly day: CalendarDate; readonly confirmed: boolean } {
  const unconfirmed = contacts.filter(({ confirmed }) => !confirmed);
  const [day = ''] = (unconfirmed.length ? unconfirmed : contacts)
    .map(({ gathered, confirmed }) => confirmed ?? gathered)
    .sort();
  return { day, confirmed: !unconfirmed.length };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** A day in words, the same in every browser. `"23 November 2026"` */
export const dayInWords = (date: CalendarDate): string =>
  `${+date.slice(8)} ${MONTHS[+date.slice(5, 7) - 1]} ${date.slice(0, 4)}`;
