/*
 * A second implementation of opening hours. It builds intervals on London's calendar with the Temporal polyfill and paints them
 * minute by minute onto a line. It shares no code with hours.ts and never reads the device's time zone.
 */
import { Temporal } from 'temporal-polyfill';
import type { BankHolidays, Hours } from '../../src/core/directory.js';
import type { OpenState, WallTime } from '../../src/core/hours.js';

type Weekly = Exclude<Hours, 'always'>;

const MINUTE = 60_000;
const KINDS = ['closed', 'maybe', 'open'] as const;
const [CLOSED, MAYBE, OPEN] = [0, 1, 2];

const minuteOf = (at: Temporal.ZonedDateTime): number => at.epochMilliseconds / MINUTE;

/** The days of London's calendar, and the clock time of each of their minutes. */
export class Calendar {
  /** The first minute, in minutes since 1970. */
  readonly first: number;
  readonly length: number;
  /** Where each day starts on the line. */
  readonly #starts: number[] = [];
  readonly #days: Temporal.PlainDate[] = [];
  readonly #dayOf: Int32Array;
  readonly #clockOf: Int16Array;

  constructor(from: string, to: string) {
    const start = Temporal.PlainDate.from(from).toZonedDateTime('Europe/London');
    const end = Temporal.PlainDate.from(to).toZonedDateTime('Europe/London');
    this.first = minuteOf(start);
    this.length = minuteOf(end) - this.first;
    this.#dayOf = new Int32Array(this.length);
    this.#clockOf = new Int16Array(this.length);
    for (let day = start; day.epochMilliseconds < end.epochMilliseconds; day = day.add({ days: 1 })) {
      const from = minuteOf(day) - this.first;
      const index = this.#days.push(day.toPlainDate()) - 1;
      this.#starts.push(from);
      const length = day.hoursInDay * 60;
      const ordinary = length === 1440;
      for (let minute = 0; minute < length; minute++) {
        this.#dayOf[from + minute] = index;
        // on a day when the clocks change, ask Temporal for each minute
        const clock = ordinary ? minute : clockOf(day.add({ minutes: minute }));
        this.#clockOf[from + minute] = clock;
      }
    }
  }

  /** The state of the hours at every minute of the line. */
  paint(hours: Weekly, holidays: BankHolidays): Uint8Array {
    const line = new Uint8Array(this.length);
    // start on the day before, because its last interval may run into the first day
    for (let index = -1; index < this.#days.length; index++) {
      const day = this.#days[index] ?? (this.#days[0] as Temporal.PlainDate).subtract({ days: 1 });
      const date = day.toString();
      const holiday = holidays.dates.includes(date) || !!holidays.alsoUncertain?.includes(date);
      const worth =
        !holiday || hours.bankHolidays === 'open' ? OPEN : hours.bankHolidays === 'unknown' ? MAYBE : CLOSED;
      for (const { days, opens, closes } of hours.weekly) {
        if (!(days as readonly number[]).includes(day.dayOfWeek)) continue;
        const [from, to] = [clockMinutes(opens), clockMinutes(closes)];
        const overnight = to <= from;
        // paint the part of the interval within the day, and the part after midnight on the next day
        this.#paintDay(line, index, from, overnight ? 1440 : to, worth);
        if (overnight) this.#paintDay(line, index + 1, 0, to, worth);
        if (worth === MAYBE) this.#paintDay(line, index, 0, from, MAYBE);
      }
    }
    return line;
  }

  /** Paints clock times of one day. Times that the clocks skip are missing, and times that they repeat occur twice. */
  #paintDay(line: Uint8Array, index: number, from: number, to: number, worth: number): void {
    const start = this.#starts[index];
    const end = this.#starts[index + 1] ?? this.length;
    if (start === undefined) return;
    for (let minute = start; minute < end; minute++) {
      const clock = this.#clockOf[minute] as number;
      if (clock >= from && clock < to && worth > (line[minute] as number)) line[minute] = worth;
    }
  }

  /** Yields the correct state at each minute of the line, until the next change is beyond its end. */
  *states(line: Uint8Array): Generator<readonly [minute: number, kind: OpenState['kind'], change: number]> {
    const changes = new Int32Array(this.length).fill(-1);
    for (let minute = this.length - 2; minute >= 0; minute--) {
      const turns = (line[minute] === OPEN) !== (line[minute + 1] === OPEN);
      changes[minute] = turns ? minute + 1 : (changes[minute + 1] as number);
    }
    for (let minute = 0; minute < this.length && changes[minute] !== -1; minute++) {
      yield [minute, KINDS[line[minute] as number] as OpenState['kind'], changes[minute] as number];
    }
  }

  /** Whether a wall time that is shown at minute `now` means `minute`. */
  names(wall: WallTime | undefined, now: number, minute: number): boolean {
    const day = this.#dayOf[minute] as number;
    return (
      wall !== undefined &&
      wall.minutes === this.#clockOf[minute] &&
      wall.daysAhead === day - (this.#dayOf[now] as number) &&
      wall.date === this.#dateOf(day) &&
      wall.day === this.#days[day]?.dayOfWeek
    );
  }

  readonly #dates: string[] = [];
  #dateOf(day: number): string {
    return (this.#dates[day] ??= String(this.#days[day]));
  }
}

const clockOf = ({ hour, minute }: Temporal.ZonedDateTime): number => hour * 60 + minute;
function clockMinutes(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}

/** Describes the first minute at which an engine and the oracle disagree, or leaves `what` undefined. */
export function disagreement(
  calendar: Calendar,
  hours: Weekly,
  holidays: BankHolidays,
  say: (hours: Hours, at: Date, holidays: BankHolidays) => OpenState,
  every: (minute: number, change: number) => boolean = () => true,
): { readonly compared: number; readonly what?: string } {
  let compared = 0;
  for (const [minute, kind, change] of calendar.states(calendar.paint(hours, holidays))) {
    if (!every(minute, change)) continue;
    compared++;
    const at = new Date((calendar.first + minute) * MINUTE);
    const said = say(hours, at, holidays);
    const wall = said.kind === 'open' ? said.closes : 'opens' in said ? said.opens : undefined;
    if (said.kind !== kind || !calendar.names(wall, minute, change)) {
      const then = new Date((calendar.first + change) * MINUTE);
      const what = `${at.toISOString()}: said ${JSON.stringify(said)}; Temporal says ${kind} until ${then.toISOString()}`;
      return { compared, what };
    }
  }
  return { compared };
}
