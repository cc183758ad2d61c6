import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { BankHolidays, Hours, IsoDay } from '../../src/core/directory.js';
import type { OpenState, WallTime } from '../../src/core/hours.js';
import { isClosed, isOpen, londonDate, openState } from '../../src/core/hours.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import type { Weekly } from '../helpers/directory-hours.js';
import {
  anyHours,
  aroundChanges,
  CLOCK_CHANGES,
  DAILY,
  HALF_YEARS,
  HOURS,
  weekly,
} from '../helpers/directory-hours.js';
import { Calendar, disagreement } from '../helpers/directory-hours-oracle.js';

const SEED = 20261123;
const holidays: BankHolidays = hertfordshire.bankHolidays;

/** "open until 2026-11-25 16:00 +0": the last figure is the number of days ahead. */
function said(state: OpenState): string {
  const wall = (word: string, time: WallTime | undefined): string => {
    if (!time) return '';
    const clock = [time.minutes / 60, time.minutes % 60].map((part) => String(Math.floor(part)).padStart(2, '0'));
    return ` ${word} ${time.date} ${clock.join(':')} +${time.daysAhead}`;
  };
  if (state.kind === 'open') return `open${wall('until', state.closes)}`;
  return `${state.kind}${'opens' in state ? wall('from', state.opens) : ''}`;
}

describe('openState', () => {
  const nspcc = weekly('unknown', [[1, 2, 3, 4, 5], '10:00', '16:00']);
  const mail = weekly('unknown', [DAILY, '11:00', '16:00']);
  const shutOnHolidays = weekly('closed', [[1, 2, 3, 4, 5], '10:00', '16:00']);
  const openOnHolidays = weekly('open', [[1, 2, 3, 4, 5], '10:00', '16:00']);
  const fridayNight = weekly('closed', [[5], '22:00', '02:00']);
  const everyNight = weekly('unknown', [DAILY, '22:00', '02:00']);
  const untilMidnight = weekly('closed', [[1, 2, 3, 4, 5], '18:00', '00:00']);
  const roundTheClock = weekly('open', [DAILY, '09:00', '09:00']);
  const twiceADay = weekly('unknown', [DAILY, '09:00', '12:00'], [DAILY, '14:00', '17:00']);
  const sundays = (opens: string, closes: string): Weekly => weekly('open', [[7], opens, closes]);

  const table: readonly (readonly [situation: string, hours: Hours | undefined, at: string, expected: string])[] = [
    ['a weekday at noon', nspcc, '2026-11-25T12:00Z', 'open until 2026-11-25 16:00 +0'],
    ['a moment before opening', nspcc, '2026-11-25T09:59:59.999Z', 'closed from 2026-11-25 10:00 +0'],
    ['the moment of opening', nspcc, '2026-11-25T10:00Z', 'open until 2026-11-25 16:00 +0'],
    ['a moment before closing', nspcc, '2026-11-25T15:59:59.999Z', 'open until 2026-11-25 16:00 +0'],
    ['the moment of closing', nspcc, '2026-11-25T16:00Z', 'closed from 2026-11-26 10:00 +1'],
    ['midnight', nspcc, '2026-11-25T00:00Z', 'closed from 2026-11-25 10:00 +0'],
    ['Friday after closing', nspcc, '2026-11-27T16:00Z', 'closed from 2026-11-30 10:00 +3'],
    ['Saturday', nspcc, '2026-11-28T12:00Z', 'closed from 2026-11-30 10:00 +2'],
    ['the last minute of Sunday', nspcc, '2026-11-29T23:59Z', 'closed from 2026-11-30 10:00 +1'],
    ['a moment before opening in summer', nspcc, '2027-06-02T08:59:59Z', 'closed from 2027-06-02 10:00 +0'],
    ['the moment of opening in summer', nspcc, '2027-06-02T09:00Z', 'open until 2027-06-02 16:00 +0'],
    ['the moment of closing in summer', nspcc, '2027-06-02T15:00Z', 'closed from 2027-06-03 10:00 +1'],
    ['after midnight in summer, the day before by UTC', nspcc, '2027-06-01T23:30Z', 'closed from 2027-06-02 10:00 +0'],
    ['between two openings of a day', twiceADay, '2026-11-25T13:00Z', 'closed from 2026-11-25 14:00 +0'],
    ['the first of two openings of a day', twiceADay, '2026-11-25T11:00Z', 'open until 2026-11-25 12:00 +0'],

    ['before a night that runs past midnight', fridayNight, '2026-11-27T21:59Z', 'closed from 2026-11-27 22:00 +0'],
    ['before midnight', fridayNight, '2026-11-27T22:00Z', 'open until 2026-11-28 02:00 +1'],
    ['at midnight', fridayNight, '2026-11-28T00:00Z', 'open until 2026-11-28 02:00 +0'],
    ['the last minute past midnight', fridayNight, '2026-11-28T01:59Z', 'open until 2026-11-28 02:00 +0'],
    ['closing past midnight', fridayNight, '2026-11-28T02:00Z', 'closed from 2026-12-04 22:00 +6'],
    ['the same hour a day before', fridayNight, '2026-11-27T01:00Z', 'closed from 2026-11-27 22:00 +0'],
    ['until midnight', untilMidnight, '2026-11-25T23:59Z', 'open until 2026-11-26 00:00 +1'],
    ['midnight as the closing time', untilMidnight, '2026-11-26T00:00Z', 'closed from 2026-11-26 18:00 +0'],
    ['all day every day, as weekly hours', roundTheClock, '2026-12-25T09:00Z', 'open'],

    [
      'clocks forward: closing in the skipped hour',
      sundays('00:30', '01:30'),
      '2027-03-28T00:59Z',
      'open until 2027-03-28 02:00 +0',
    ],
    [
      'clocks forward: the first minute after it',
      sundays('00:30', '01:30'),
      '2027-03-28T01:00Z',
      'closed from 2027-04-04 00:30 +7',
    ],
    [
      'clocks forward: opening in the skipped hour',
      sundays('01:30', '03:00'),
      '2027-03-28T00:59Z',
      'closed from 2027-03-28 02:00 +0',
    ],
    [
      'clocks forward: open from the first minute after it',
      sundays('01:30', '03:00'),
      '2027-03-28T01:00Z',
      'open until 2027-03-28 03:00 +0',
    ],
    [
      'clocks forward: hours within the skipped hour',
      sundays('01:15', '01:45'),
      '2027-03-28T00:30Z',
      'closed from 2027-04-04 01:15 +7',
    ],
    [
      'clocks forward: hours around it',
      sundays('00:30', '03:00'),
      '2027-03-28T00:45Z',
      'open until 2027-03-28 03:00 +0',
    ],
    [
      'clocks forward: overnight from Saturday',
      weekly('open', [[6], '23:00', '02:30']),
      '2027-03-28T00:00Z',
      'open until 2027-03-28 02:30 +0',
    ],
    [
      'clocks forward: the midnight after it, next to a time late in the day',
      weekly('open', [[1, 5], '00:00', '23:05']),
      '2027-03-26T23:25Z',
      'closed from 2027-03-29 00:00 +3',
    ],
    ['clocks forward: the day after', nspcc, '2027-03-28T12:00Z', 'closed from 2027-03-30 10:00 +2'],
    [
      'clocks back: before hours within the repeated hour',
      sundays('01:15', '01:45'),
      '2027-10-31T00:00Z',
      'closed from 2027-10-31 01:15 +0',
    ],
    ['clocks back: the first time', sundays('01:15', '01:45'), '2027-10-31T00:20Z', 'open until 2027-10-31 01:45 +0'],
    ['clocks back: between the two', sundays('01:15', '01:45'), '2027-10-31T00:50Z', 'closed from 2027-10-31 01:15 +0'],
    ['clocks back: the second time', sundays('01:15', '01:45'), '2027-10-31T01:20Z', 'open until 2027-10-31 01:45 +0'],
    ['clocks back: after both', sundays('01:15', '01:45'), '2027-10-31T01:45Z', 'closed from 2027-11-07 01:15 +7'],
    ['clocks back: hours around it', sundays('00:30', '03:00'), '2027-10-31T00:00Z', 'open until 2027-10-31 03:00 +0'],
    [
      'clocks back: closing in the repeated hour',
      sundays('00:30', '01:30'),
      '2027-10-31T00:15Z',
      'open until 2027-10-31 01:30 +0',
    ],
    ['clocks back: open once more', sundays('00:30', '01:30'), '2027-10-31T01:00Z', 'open until 2027-10-31 01:30 +0'],
    ['clocks back: the day after', nspcc, '2027-10-31T12:00Z', 'closed from 2027-11-01 10:00 +1'],

    ['a bank holiday before opening, not known', nspcc, '2026-12-25T09:00Z', 'maybe from 2026-12-29 10:00 +4'],
    ['a bank holiday in its hours, not known', nspcc, '2026-12-25T12:00Z', 'maybe from 2026-12-29 10:00 +4'],
    ['a bank holiday after its hours, not known', nspcc, '2026-12-25T16:00Z', 'closed from 2026-12-29 10:00 +4'],
    ['the evening before a bank holiday', nspcc, '2026-12-24T16:00Z', 'closed from 2026-12-29 10:00 +5'],
    ['the morning after a bank holiday', nspcc, '2026-12-29T09:00Z', 'closed from 2026-12-29 10:00 +0'],
    ['Easter', nspcc, '2027-03-26T12:00Z', 'maybe from 2027-03-30 10:00 +4'],
    [
      'a bank holiday between two openings, not known',
      twiceADay,
      '2026-12-25T13:00Z',
      'maybe from 2026-12-27 09:00 +2',
    ],
    [
      'a bank holiday after the second opening, not known',
      twiceADay,
      '2026-12-25T17:00Z',
      'closed from 2026-12-27 09:00 +2',
    ],
    ['a bank holiday, closed', shutOnHolidays, '2026-12-25T12:00Z', 'closed from 2026-12-29 10:00 +4'],
    ['a bank holiday before opening, closed', shutOnHolidays, '2026-12-25T09:00Z', 'closed from 2026-12-29 10:00 +4'],
    ['a bank holiday, open', openOnHolidays, '2026-12-25T12:00Z', 'open until 2026-12-25 16:00 +0'],
    ['a bank holiday on a day without hours', nspcc, '2026-12-26T12:00Z', 'closed from 2026-12-29 10:00 +3'],
    ['Boxing Day on a Saturday', mail, '2026-12-26T12:00Z', 'maybe from 2026-12-27 11:00 +1'],
    ['Christmas Day on a Saturday', mail, '2027-12-25T12:00Z', 'maybe from 2027-12-29 11:00 +4'],
    ['Boxing Day on a Sunday', mail, '2027-12-26T12:00Z', 'maybe from 2027-12-29 11:00 +3'],
    ['New Year’s Day on a Saturday', mail, '2028-01-01T12:00Z', 'maybe from 2028-01-02 11:00 +1'],
    ['the evening before it', mail, '2027-12-31T16:00Z', 'closed from 2028-01-02 11:00 +2'],
    ['a night that began before the holiday', everyNight, '2026-12-25T01:00Z', 'open until 2026-12-25 02:00 +0'],
    ['a night that begins on the holiday', everyNight, '2026-12-25T23:00Z', 'maybe from 2026-12-27 22:00 +2'],
    ['a holiday night after midnight', everyNight, '2026-12-26T01:00Z', 'maybe from 2026-12-27 22:00 +1'],
    [
      'Mondays only, with a holiday on each of the next two',
      weekly('closed', [[1], '10:00', '16:00']),
      '2027-12-20T16:00Z',
      'closed from 2028-01-10 10:00 +21',
    ],

    ['the last day of the holiday table', mail, '2028-12-31T12:00Z', 'open until 2028-12-31 16:00 +0'],
    ['the last evening of the holiday table', mail, '2028-12-31T17:00Z', 'closed'],
    ['the day after the holiday table ends, in its hours', mail, '2029-01-01T12:00Z', 'unknown'],
    ['the day after the holiday table ends, before its hours', mail, '2029-01-01T09:00Z', 'unknown'],
    ['the day after the holiday table ends, after its hours', mail, '2029-01-01T20:00Z', 'unknown'],
    ['the first second after the holiday table ends', mail, '2029-01-01T00:00Z', 'unknown'],
    [
      'a night that began on the last day of the table',
      everyNight,
      '2029-01-01T01:00Z',
      'open until 2029-01-01 02:00 +0',
    ],
    ['the minute that night is over', everyNight, '2029-01-01T02:00Z', 'unknown'],
    [
      'after the holiday table, for hours that holidays do not touch',
      openOnHolidays,
      '2029-01-01T12:00Z',
      'open until 2029-01-01 16:00 +0',
    ],
    ['a summer after the holiday table ends', nspcc, '2031-07-02T12:00Z', 'unknown'],

    ['always, at night', 'always', '2026-12-25T03:00Z', 'always'],
    ['always, after the holiday table ends', 'always', '2031-07-02T12:00Z', 'always'],
    ['hours that are not known', undefined, '2026-11-25T12:00Z', 'unknown'],
    ['a device without a valid time', nspcc, 'no date', 'unknown'],
  ];
  for (const [situation, hours, at, expected] of table) {
    it(`returns the state: ${situation}`, () => {
      assert.equal(said(openState(hours, new Date(at), holidays)), expected);
    });
  }

  it('names the day of the week of the next opening', () => {
    const state = openState(nspcc, new Date('2026-11-27T16:00Z'), holidays);
    assert.deepEqual(state, { kind: 'closed', opens: { date: '2026-11-30', day: 1, minutes: 600, daysAhead: 3 } });
  });

  it('needs no list of holidays at a weekend', () => {
    const { dates, through } = holidays;
    assert.equal(openState(mail, new Date('2026-12-26T12:00Z'), { dates, through }).kind, 'open');
  });

  it('counts as open only when that is known', () => {
    const states: OpenState[] = [
      { kind: 'always' },
      { kind: 'open' },
      { kind: 'maybe' },
      { kind: 'closed' },
      { kind: 'unknown' },
    ];
    assert.deepEqual(states.map(isOpen), [true, true, false, false, false]);
  });

  it('counts as closed when a line may be closed, but not when the hours are not known', () => {
    const states: OpenState[] = [
      { kind: 'always' },
      { kind: 'open' },
      { kind: 'maybe' },
      { kind: 'closed' },
      { kind: 'unknown' },
    ];
    assert.deepEqual(states.map(isClosed), [false, false, true, true, false]);
  });
});

describe('londonDate', () => {
  for (const [at, date] of [
    ['2026-11-23T23:59:59.999Z', '2026-11-23'],
    ['2026-11-24T00:00:00Z', '2026-11-24'],
    ['2027-06-01T22:59:59.999Z', '2027-06-01'],
    ['2027-06-01T23:00:00Z', '2027-06-02'],
    ['2027-03-28T00:00:00Z', '2027-03-28'],
    ['2027-10-30T23:00:00Z', '2027-10-31'],
    ['2028-02-29T12:00:00Z', '2028-02-29'],
    ['1969-12-31T22:59:59Z', '1969-12-31'],
  ] as const) {
    it(`returns ${date} at ${at}`, () => {
      assert.equal(londonDate(new Date(at)), date);
    });
  }
});

// tests/fuzz/hours.test.mts compares every minute of the two years
describe('openState, compared with the Temporal polyfill', () => {
  const year = HALF_YEARS.slice(0, 2).map(([from, to]) => new Calendar(from, to));
  const changes = CLOCK_CHANGES.slice(0, 2).map(([from, to]) => new Calendar(from, to));

  for (const [name, hours] of Object.entries(HOURS)) {
    it(`agrees before and after every change in a year: ${name}`, () => {
      for (const calendar of year) {
        const { compared, what } = disagreement(calendar, hours, holidays, openState, aroundChanges());
        assert.equal(what, undefined);
        // two comparisons for each opening and closing, and all of these hours open and close at least once a week
        assert.ok(compared > 80, String(compared));
      }
    });

    it(`agrees at every minute from midnight to four on the Sundays when the clocks change: ${name}`, () => {
      for (const calendar of changes) {
        const early = (minute: number): boolean => minute >= 1440 && minute < 1440 + 240;
        const { compared, what } = disagreement(calendar, hours, holidays, openState, early);
        assert.equal(what, undefined);
        assert.equal(compared, 240);
      }
    });
  }

  it('agrees for any weekly hours', () => {
    const anyMinutes = fc.tuple(anyHours, fc.constantFrom(...changes), fc.nat({ max: 192 }));
    fc.assert(
      fc.property(anyMinutes, ([hours, calendar, offset]) => {
        const { what } = disagreement(calendar, hours, holidays, openState, (minute) => minute % 193 === offset);
        assert.equal(what, undefined);
      }),
      { seed: SEED, numRuns: 15 },
    );
  });
});

describe('London’s time', () => {
  it('changes at the same moments as in the Temporal polyfill, in every year from 1996 to 2099', () => {
    const zoned = (time: number): Temporal.ZonedDateTime =>
      Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO('Europe/London');
    const wrong: string[] = [];
    let changes = 0;
    let change = zoned(Date.UTC(1996, 0, 1)).getTimeZoneTransition('next');
    for (; change && change.year < 2100; change = change.getTimeZoneTransition('next')) {
      changes++;
      for (const time of [change.epochMilliseconds - 1, change.epochMilliseconds]) {
        const there = zoned(time);
        const clock = (at: Temporal.ZonedDateTime): string => at.toPlainTime().toString({ smallestUnit: 'minute' });
        // These hours last one minute, which is the current minute in London.
        const minute = weekly('open', [[there.dayOfWeek as IsoDay], clock(there), clock(there.add({ minutes: 1 }))]);
        const { kind } = openState(minute, new Date(time), holidays);
        if (kind !== 'open' || londonDate(new Date(time)) !== there.toPlainDate().toString())
          wrong.push(there.toString());
      }
    }
    assert.equal(changes, 2 * (2099 - 1996 + 1));
    assert.deepEqual(wrong, []);
  });
});
