/* Weekly hours that tests compare with the Temporal polyfill, in Node and in each engine. */
import fc from 'fast-check';
import { parseDirectory } from '../../src/core/parse-directory.js';
import type { Hours, IsoDay, WeeklyHours } from '../../src/core/directory.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { copyOf, put } from './directory-corpus.js';

export type Weekly = Exclude<Hours, 'always'>;
type Rule = readonly [days: readonly IsoDay[], opens: string, closes: string];

export const DAILY: readonly IsoDay[] = [1, 2, 3, 4, 5, 6, 7];

export const weekly = (bankHolidays: Weekly['bankHolidays'], ...rules: Rule[]): Weekly => ({
  weekly: rules.map(([days, opens, closes]): WeeklyHours => ({ days, opens, closes })),
  bankHolidays,
});

/** Hours that include a clock change, midnight or a bank holiday in different ways. */
export const HOURS: Readonly<Record<string, Weekly>> = {
  'the NSPCC on weekdays': weekly('unknown', [[1, 2, 3, 4, 5], '10:00', '16:00']),
  'the NSPCC’s mail every day': weekly('unknown', [DAILY, '11:00', '16:00']),
  'evenings and nights past midnight': weekly('closed', [[5, 6], '20:00', '03:00'], [[1, 2, 3, 4], '18:00', '00:30']),
  'Sundays around the hours at which clocks change': weekly('open', [[7], '00:30', '01:30'], [[7], '02:15', '03:30']),
  'a Saturday night and a Sunday in pieces': weekly(
    'unknown',
    [[6], '23:00', '01:15'],
    [[7], '01:15', '01:45'],
    [[7], '02:30', '02:45'],
  ),
  'all day on Sundays': weekly('unknown', [[7], '00:00', '00:00']),
};

/** Two years in half years. Each continues for two weeks, so that it includes the next opening. */
export const HALF_YEARS = [
  ['2026-11-23', '2027-06-07'],
  ['2027-05-24', '2027-12-07'],
  ['2027-11-23', '2028-06-07'],
  ['2028-05-24', '2028-12-08'],
] as const;

/** The Sundays on which the clocks change, from the day before. Each continues for two weeks, as the half years do. */
export const CLOCK_CHANGES = [
  ['2027-03-27', '2027-04-13'],
  ['2027-10-30', '2027-11-16'],
  ['2028-03-25', '2028-04-11'],
  ['2028-10-28', '2028-11-14'],
] as const;

/** A filter for `disagreement`: the last minute before each change of state and the first after it. */
export function aroundChanges(): (minute: number, change: number) => boolean {
  let last = -1;
  return (minute, change) => {
    const turned = change !== last;
    last = change;
    return turned || change === minute + 1;
  };
}

const time = fc
  .integer({ min: 0, max: 287 })
  .map((n) => `${String(Math.floor(n / 12)).padStart(2, '0')}:${String((n % 12) * 5).padStart(2, '0')}`);
const rule = fc.record({ days: fc.subarray([...DAILY], { minLength: 1 }), opens: time, closes: time });

/** Weekly hours that are valid in a directory, which means that none overlap. */
export const anyHours: fc.Arbitrary<Weekly> = fc
  .record({
    weekly: fc.array(rule, { minLength: 1, maxLength: 3 }),
    bankHolidays: fc.constantFrom('open' as const, 'closed' as const, 'unknown' as const),
  })
  .filter((one) => !parseDirectory(put(copyOf(hertfordshire), 'nspcc-helpline', 'channels[0].hours', one)).problems);
