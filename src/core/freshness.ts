import type { CalendarDate, Contact, Directory } from './directory.js';
import { DAY, londonDate } from './hours.js';

/** How old a contact's facts are, and what a card may still claim. */
export interface FactAge {
  /** The day on which they were confirmed or, if nobody has confirmed them, copied. */
  readonly date: CalendarDate;
  /** Whether the service confirmed them on that day. */
  readonly confirmed: boolean;
  /**
   * True after `staleAfter` days, and on a device whose date is before that day. The card then claims neither open nor closed, and offers
   * the service's own page.
   */
  readonly stale: boolean;
  /**
   * Set after `validUntil`. `changing` makes the card say that it may have changed. After three more months, `replaced` puts the finder in
   * its place.
   */
  readonly expiry?: 'changing' | 'replaced';
}

/** The date three calendar months later, or the last day of that month if it has no such day. */
export function threeMonthsAfter(date: CalendarDate): CalendarDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 3, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 2, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Whether a contact has expired on a day in London. Undefined while it is valid, and for a day that cannot be read. */
export function expiryOf({ validUntil }: Contact, today: CalendarDate): FactAge['expiry'] {
  if (validUntil === undefined || today <= validUntil) return undefined;
  return today > threeMonthsAfter(validUntil) ? 'replaced' : 'changing';
}

/** The age of a contact's facts on the current day in London. On a device with an invalid date they are stale, so nothing is claimed. */
export function ageOf(contact: Contact, { staleAfter }: Pick<Directory, 'staleAfter'>, at: Date): FactAge {
  const { gathered, confirmed } = contact;
  const date = confirmed ?? gathered;
  const today = londonDate(at);
  // A clock that is earlier than the day of the facts is wrong, and would say "Open now" at a wrong hour as well.
  const days = (Date.parse(today) - Date.parse(date)) / DAY;
  const stale = !(days >= 0 && days <= staleAfter);
  const expiry = expiryOf(contact, today);
  return { date, confirmed: !!confirmed, stale, ...(expiry && { expiry }) };
}
