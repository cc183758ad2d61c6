/*
 * Tests London's time in each engine. tests/core/hours.test.mts tests the opening states in Node.
 */
import { expect } from '@open-wc/testing';
import { londonDate, openState } from '../../src/core/hours.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import type { Weekly } from '../helpers/directory-hours.js';
import { aroundChanges, CLOCK_CHANGES, HALF_YEARS, HOURS } from '../helpers/directory-hours.js';
import { Calendar, disagreement } from '../helpers/directory-hours-oracle.js';
import { itUnless } from '../helpers/skip.js';

const holidays = hertfordshire.bankHolidays;
const hours = HOURS['Sundays around the hours at which clocks change'] as Weekly;

/** Compares every minute of three days, of which the second is the Sunday on which the clocks change. */
function agreeFrom(from: string, to: string): void {
  const calendar = new Calendar(from, to);
  const { compared, what } = disagreement(calendar, hours, holidays, openState, (minute) => minute < 3 * 1440);
  expect(what).to.equal(undefined);
  expect(compared).to.equal(3 * 1440);
}

describe('London’s time in this engine', () => {
  it('has the correct date', () => {
    const dates = ['2026-11-24T00:00:00Z', '2027-06-01T22:59:59.999Z', '2027-06-01T23:00:00Z', '1969-12-31T22:59:59Z'];
    expect(dates.map((at) => londonDate(new Date(at)))).to.deep.equal([
      '2026-11-24',
      '2027-06-01',
      '2027-06-02',
      '1969-12-31',
    ]);
  });

  it('agrees with the Temporal polyfill around each Sunday on which the clocks change', () => {
    for (const [from, to] of CLOCK_CHANGES.slice(0, 2)) agreeFrom(from, to);
  });

  it('agrees before and after every change of opening hours in a year', () => {
    for (const [from, to] of HALF_YEARS.slice(0, 2)) {
      const calendar = new Calendar(from, to);
      for (const [name, each] of Object.entries(HOURS)) {
        const { compared, what } = disagreement(calendar, each, holidays, openState, aroundChanges());
        expect(what, name).to.equal(undefined);
        expect(compared, name).to.be.above(80);
      }
    }
  });
});

describe('London’s time on a page that changes Temporal and Intl', () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'Temporal');
  const { prototype } = Intl.DateTimeFormat;
  const formatToParts = Object.getOwnPropertyDescriptor(prototype, 'formatToParts') as PropertyDescriptor;
  const provide = (temporal: unknown): void =>
    void Object.defineProperty(globalThis, 'Temporal', { configurable: true, writable: true, value: temporal });
  const instant = (zoned: () => unknown): unknown => ({
    Instant: { fromEpochMilliseconds: () => ({ toZonedDateTimeISO: zoned }) },
  });
  afterEach(() => {
    Object.defineProperty(prototype, 'formatToParts', formatToParts);
    if (own) Object.defineProperty(globalThis, 'Temporal', own);
    else Reflect.deleteProperty(globalThis, 'Temporal');
  });

  // offsets are cached, so each test uses a year that no other test uses
  for (const [what, temporal, spring, autumn] of [
    ['none', undefined, ['2029-03-24', '2029-04-10'], ['2029-10-27', '2029-11-13']],
    ['an empty one', {}, ['2030-03-30', '2030-04-16'], ['2030-10-26', '2030-11-12']],
    ['one that knows no offset', instant(() => ({})), ['2031-03-29', '2031-04-15'], ['2031-10-25', '2031-11-11']],
    [
      'one that throws',
      instant(() => {
        throw new RangeError('the page has its own');
      }),
      ['2032-03-27', '2032-04-13'],
      ['2032-10-30', '2032-11-16'],
    ],
  ] as const) {
    it(`comes from Intl and is correct when Temporal is ${what}`, () => {
      provide(temporal);
      agreeFrom(spring[0], spring[1]);
      agreeFrom(autumn[0], autumn[1]);
    });
  }

  itUnless(!own && 'this engine has no Temporal', 'comes from Temporal first and is correct', () => {
    prototype.formatToParts = () => {
      throw new TypeError('Intl was used');
    };
    agreeFrom('2033-03-26', '2033-04-12');
    agreeFrom('2033-10-29', '2033-11-15');
  });
});
