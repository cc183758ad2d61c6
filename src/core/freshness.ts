import type { CalendarDate, Contact, Directory } from './directory.js';
import { londonDate } from './hours.js';

/** How old a contact's facts are, and what may still be claimed of them. */
export interface FactAge {
  /** The day they were copied, or confirmed where that was later. */
  readonly date: CalendarDate;
  /** Whether their owner confirmed them on that day. */
  readonly confirmed: boolean;
  /** Past `staleAfter`, or before that day: no claim of open or closed, and the service's own page is offered. */
  readonly stale: boolean;
  /** Past `validUntil`: `changing` says that it may have changed; `replaced`, three months on, gives way to the finder. */
  readonly expiry?: 'changing' | 'replaced';
}

const DAY = 86_400_000;

/** Three calendar months later; a day that the month does not have becomes its last. */
export function threeMonthsAfter(date: CalendarDate): CalendarDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 3, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 2, Math.min(day, last))).toISOString().slice(0, 10);
}

/** What has become of a contact on a day in London: nothing while it is valid, nor on a day that cannot be read. */
export function expiryOf({ validUntil }: Contact, today: CalendarDate): FactAge['expiry'] {
  if (validUntil === undefined || today <= validUntil) return undefined;
  return today > threeMonthsAfter(validUntil) ? 'replaced' : 'changing';
}

/** The age of a contact's facts on the day it is in London; a device whose date cannot be read is given no claims. */
export function ageOf(contact: Contact, { staleAfter }: Pick<Directory, 'staleAfter'>, at: Date): FactAge {
  const { gathered, confirmed } = contact;
  const date = confirmed ?? gathered;
  const today = londonDate(at);
  // A clock before the day the facts were copied is wrong, and would say "Open now" at a wrong hour as well.
  const days = (Date.parse(today) - Date.parse(date)) / DAY;
  const stale = !(days >= 0 && days <= staleAfter);
  const expiry = expiryOf(contact, today);
  return { date, confirmed: !!confirmed, stale, ...(expiry && { expiry }) };
}
