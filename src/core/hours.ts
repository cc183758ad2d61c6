import type { BankHolidays, CalendarDate, Hours, IsoDay } from './directory.js';

/** A moment as people in Europe/London say it. */
export interface WallTime {
  readonly date: CalendarDate;
  readonly day: IsoDay;
  /** Minutes since midnight on the clock. `600` is 10am. */
  readonly minutes: number;
  /** Calendar days from the day it is said on; 0 is today. */
  readonly daysAhead: number;
}

/**
 * What may be said of one channel now.
 *
 * `unknown`: no claim. `maybe`: a bank holiday that may close it today; ranked as closed. `opens` and `closes` are left out
 * where no such time is known, as past the end of the bank holiday table.
 */
export type OpenState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'always' }
  | { readonly kind: 'open'; readonly closes?: WallTime }
  | { readonly kind: 'closed' | 'maybe'; readonly opens?: WallTime };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Far enough to pass over Christmas and New Year, in days. */
const HORIZON = 21;

/** The moment at which London's clocks change in a month: 01:00 UTC on its last Sunday. `month` counts from 0. */
function clockChange(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0, 1));
  return lastDay.getTime() - lastDay.getUTCDay() * DAY;
}

/**
 * Milliseconds by which London's clock is ahead of UTC: an hour from the last Sunday of March to the last Sunday of October. The Summer
 * Time Order 2002 made that the rule; no device and no page can have another opinion of it.
 */
function offsetAt(time: number): number {
  const year = new Date(time).getUTCFullYear();
  return time >= clockChange(year, 2) && time < clockChange(year, 9) ? HOUR : 0;
}

const dates = new Map<number, CalendarDate>();
function dateOf(dayNumber: number): CalendarDate {
  let date = dates.get(dayNumber);
  if (!date) {
    if (dates.size > 4096) dates.clear();
    dates.set(dayNumber, (date = new Date(dayNumber * DAY).toISOString().slice(0, 10)));
  }
  return date;
}
// 1 January 1970 was a Thursday
const isoDayOf = (dayNumber: number): IsoDay => (((((dayNumber + 3) % 7) + 7) % 7) + 1) as IsoDay;
const minutesOf = (time: string): number => +time.slice(0, 2) * 60 + +time.slice(3);

/** The number of days since 1 January 1970 and the minutes since midnight on London's clock. */
function clockAt(time: number): readonly [dayNumber: number, minutes: number] {
  const wall = time + offsetAt(time);
  const dayNumber = Math.floor(wall / DAY);
  return [dayNumber, Math.floor((wall - dayNumber * DAY) / MINUTE)];
}

/** The calendar date in London; empty at a moment that is no date. `"2026-11-23"` */
export const londonDate = (at: Date): CalendarDate => {
  const time = at.getTime();
  return time === time ? dateOf(clockAt(time)[0]) : '';
};

/** Whether weekly hours hold on a day: not on all bank holidays, and not known past the end of the table. */
function dayKind(dayNumber: number, holds: string, holidays: BankHolidays): OpenState['kind'] {
  if (holds === 'open') return 'open';
  const day = dateOf(dayNumber);
  if (day > holidays.through) return 'unknown';
  if (holidays.dates.includes(day) || holidays.alsoUncertain?.includes(day))
    return holds === 'closed' ? 'closed' : 'maybe';
  return 'open';
}

type Weekly = Exclude<Hours, 'always'>;

function kindAt({ weekly, bankHolidays }: Weekly, time: number, holidays: BankHolidays): OpenState['kind'] {
  const [today, minutes] = clockAt(time);
  let kind: OpenState['kind'] = 'closed';
  for (const { days, opens, closes } of weekly) {
    const from = minutesOf(opens);
    const to = minutesOf(closes);
    const startsOn = (dayNumber: number): boolean => days.includes(isoDayOf(dayNumber));
    const pastMidnight = to <= from;
    if (startsOn(today) && minutes >= from && (pastMidnight || minutes < to))
      return dayKind(today, bankHolidays, holidays);
    if (pastMidnight && startsOn(today - 1) && minutes < to) return dayKind(today - 1, bankHolidays, holidays);
    // earlier on a bank holiday nobody knows whether it will open today
    if (startsOn(today) && minutes < from && dayKind(today, bankHolidays, holidays) === 'maybe') kind = 'maybe';
  }
  return kind;
}

/** The first moment after `time` that is, or is not, open; undefined where none is known in the next three weeks. */
function nextChange(hours: Weekly, time: number, open: boolean, holidays: BankHolidays): number | undefined {
  const [today] = clockAt(time);
  // midnight, and the hours at which clocks change, count too
  const clocks = [
    0,
    60,
    120,
    180,
    ...hours.weekly.flatMap(({ opens, closes }) => [minutesOf(opens), minutesOf(closes)]),
  ];
  for (let ahead = 0; ahead <= HORIZON; ahead++) {
    const midnight = (today + ahead) * DAY;
    // where the clocks change that day, a time on the clock may stand for two moments, or for none
    const shifts = [...new Set([offsetAt(midnight), offsetAt(midnight + DAY - HOUR)])];
    const moments = shifts.flatMap((shift) => clocks.map((clock) => midnight + clock * MINUTE - shift));
    for (const moment of moments.sort((a, b) => a - b)) {
      // On a day of 23 hours, a late time by the winter's offset is the next day's, and would pass over its midnight.
      if (clockAt(moment)[0] !== today + ahead) continue;
      if (moment > time && (kindAt(hours, moment, holidays) === 'open') === open) return moment;
    }
  }
  return undefined;
}

function wallTime(time: number, now: number): WallTime {
  const [dayNumber, minutes] = clockAt(time);
  return {
    date: dateOf(dayNumber),
    day: isoDayOf(dayNumber),
    minutes,
    daysAhead: dayNumber - clockAt(now)[0],
  };
}

/** What may be said of some hours at a moment, without the times: enough to put routes in order. As `openState`. */
export function openKind(hours: Hours | undefined, at: Date, holidays: BankHolidays): OpenState['kind'] {
  const time = at.getTime();
  if (hours === 'always') return hours;
  if (!hours || time !== time) return 'unknown';
  const kind = kindAt(hours, time, holidays);
  // past the end of the table nothing is claimed, at no hour of the day
  const known = kind !== 'closed' || dayKind(clockAt(time)[0], hours.bankHolidays, holidays) !== 'unknown';
  return known ? kind : 'unknown';
}

/**
 * What may be said of some hours at a moment.
 *
 * Wall-clock time in Europe/London, whatever zone the device is in. An hour that the clocks
 * repeat counts twice, one that they leave out does not exist. Hours that are not known, and a moment that is no date, give
 * `unknown`.
 */
export function openState(hours: Hours | undefined, at: Date, holidays: BankHolidays): OpenState {
  const kind = openKind(hours, at, holidays);
  if (kind === 'always' || kind === 'unknown') return { kind };
  const time = at.getTime();
  const change = nextChange(hours as Weekly, time, kind !== 'open', holidays);
  if (change === undefined) return { kind };
  const then = wallTime(change, time);
  return kind === 'open' ? { kind, closes: then } : { kind, opens: then };
}

/** Whether it is known to be open. */
export const isOpen = ({ kind }: Pick<OpenState, 'kind'>): boolean => kind === 'always' || kind === 'open';
/** Whether it is known to be closed, or may be. */
export const isClosed = ({ kind }: Pick<OpenState, 'kind'>): boolean => kind === 'closed' || kind === 'maybe';
