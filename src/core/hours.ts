import type { BankHolidays, CalendarDate, ClockTime, Hours, IsoDay } from './directory.js';

/** A moment as people in Europe/London say it. */
export interface WallTime {
  readonly date: CalendarDate;
  readonly day: IsoDay;
  /** Minutes since midnight on the clock. `600` is 10am. */
  readonly minutes: number;
  /** Calendar days from today; 0 is today. */
  readonly daysAhead: number;
}

/**
 * What a card may say about the hours of one channel now.
 *
 * `unknown` makes no claim. `maybe` means that a bank holiday may close it today; it ranks as closed. `opens` and `closes` are left out if
 * no such time is known, for example after the end of the bank holiday table.
 */
export type OpenState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'always' }
  | { readonly kind: 'open'; readonly closes?: WallTime }
  | { readonly kind: 'closed' | 'maybe'; readonly opens?: WallTime };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** How many days ahead the next opening is looked for: enough to get past Christmas and New Year. */
const HORIZON = 21;

/** The moment at which London's clocks change in a month: 01:00 UTC on its last Sunday. `month` counts from 0. */
function clockChange(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0, 1));
  return lastDay.getTime() - lastDay.getUTCDay() * DAY;
}

/**
 * How far London's clock is ahead of UTC, in milliseconds: an hour from the last Sunday of March to the last Sunday of October (Summer Time
 * Order 2002), otherwise 0. A wrong time zone of the device, or a page that has changed `Intl`, cannot make the hours wrong.
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
// 1 January 1970 was a Thursday.
const isoDayOf = (dayNumber: number): IsoDay => (((((dayNumber + 3) % 7) + 7) % 7) + 1) as IsoDay;
/** Minutes from midnight to a time on the clock. `"09:30"` is 570. */
export const minutesOf = (time: ClockTime): number => +time.slice(0, 2) * 60 + +time.slice(3);

/** The number of days since 1 January 1970 and the minutes since midnight on London's clock. */
function clockAt(time: number): readonly [dayNumber: number, minutes: number] {
  const wall = time + offsetAt(time);
  const dayNumber = Math.floor(wall / DAY);
  return [dayNumber, Math.floor((wall - dayNumber * DAY) / MINUTE)];
}

/** The calendar date in London, or an empty string for an invalid date. `"2026-11-23"` */
export const londonDate = (at: Date): CalendarDate => {
  const time = at.getTime();
  return time === time ? dateOf(clockAt(time)[0]) : '';
};

/** What a channel is during its weekly hours on a day: open, unless a bank holiday may change that; unknown after the end of the table. */
function dayKind(dayNumber: number, onBankHoliday: string, holidays: BankHolidays): OpenState['kind'] {
  if (onBankHoliday === 'open') return 'open';
  const day = dateOf(dayNumber);
  if (day > holidays.through) return 'unknown';
  if (holidays.dates.includes(day) || holidays.alsoUncertain?.includes(day))
    return onBankHoliday === 'closed' ? 'closed' : 'maybe';
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
    // Before opening time on a bank holiday, nobody knows whether it will open today.
    if (startsOn(today) && minutes < from && dayKind(today, bankHolidays, holidays) === 'maybe') kind = 'maybe';
  }
  return kind;
}

/**
 * The first moment after `time` at which the hours are open or, with `open` false, not open. Undefined if none is known in the next three
 * weeks.
 */
function nextChange(hours: Weekly, time: number, open: boolean, holidays: BankHolidays): number | undefined {
  const [today] = clockAt(time);
  // The state can also change at midnight, and at the hours around a change of the clocks.
  const clocks = [
    0,
    60,
    120,
    180,
    ...hours.weekly.flatMap(({ opens, closes }) => [minutesOf(opens), minutesOf(closes)]),
  ];
  for (let ahead = 0; ahead <= HORIZON; ahead++) {
    const midnight = (today + ahead) * DAY;
    // On a day on which the clocks change, a clock time may occur twice, or not at all.
    const shifts = [...new Set([offsetAt(midnight), offsetAt(midnight + DAY - HOUR)])];
    const moments = shifts.flatMap((shift) => clocks.map((clock) => midnight + clock * MINUTE - shift));
    for (const moment of moments.sort((a, b) => a - b)) {
      // On a day of 23 hours, a late time with the winter offset falls on the next day, and would skip the midnight before it.
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

/** The `kind` that `openState` gives, without looking for the next change: enough to put routes in order. */
export function openKind(hours: Hours | undefined, at: Date, holidays: BankHolidays): OpenState['kind'] {
  const time = at.getTime();
  if (hours === 'always') return hours;
  if (!hours || time !== time) return 'unknown';
  const kind = kindAt(hours, time, holidays);
  // After the end of the table nothing is claimed, at any hour of the day.
  const known = kind !== 'closed' || dayKind(clockAt(time)[0], hours.bankHolidays, holidays) !== 'unknown';
  return known ? kind : 'unknown';
}

/**
 * What a card may say about some hours at one moment.
 *
 * Hours are wall-clock times in Europe/London, whatever time zone the device is in. An hour that the clocks repeat counts twice, and an
 * hour that they skip does not exist. Unknown hours and an invalid date give `unknown`.
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
