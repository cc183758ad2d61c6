// Compares opening hours with the Temporal polyfill at every minute of two years, and for random hours and minutes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openState } from '../../src/core/hours.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { anyHours, aroundChanges, CLOCK_CHANGES, HALF_YEARS, HOURS } from '../helpers/directory-hours.js';
import { Calendar, disagreement } from '../helpers/directory-hours-oracle.js';

const { bankHolidays } = hertfordshire;
const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
console.log(`hours: SEED=${SEED}`);

describe('openState, compared with the Temporal polyfill at every minute', () => {
  const calendars = HALF_YEARS.map(([from, to]) => new Calendar(from, to));

  for (const [name, hours] of Object.entries(HOURS)) {
    // compare the hours of the directory at every minute, and unusual hours at every 61st minute
    const whole = name.startsWith('the NSPCC');
    it(`agrees at every ${whole ? '' : '61st '}minute of two years: ${name}`, { timeout: 3_600_000 }, () => {
      let all = 0;
      for (const calendar of calendars) {
        const changes = aroundChanges();
        const wanted = (minute: number, change: number): boolean =>
          changes(minute, change) || whole || minute % 61 === 0;
        const { compared, what } = disagreement(calendar, hours, bankHolidays, openState, wanted);
        assert.equal(what, undefined);
        all += compared;
      }
      assert.ok(all > (2 * 365 * 1440) / (whole ? 1 : 61), String(all));
    });

    it(`agrees at every minute of the days around a clock change: ${name}`, { timeout: 3_600_000 }, () => {
      for (const [from, to] of CLOCK_CHANGES) {
        const around = new Calendar(from, to);
        const { compared, what } = disagreement(around, hours, bankHolidays, openState, (minute) => minute < 3 * 1440);
        assert.equal(what, undefined);
        assert.equal(compared, 3 * 1440);
      }
    });
  }

  it(`agrees for any weekly hours (SEED=${SEED})`, { timeout: 3_600_000 }, () => {
    const anyMinutes = fc.tuple(anyHours, fc.constantFrom(...calendars), fc.nat({ max: 192 }));
    fc.assert(
      fc.property(anyMinutes, ([hours, calendar, offset]) => {
        const { what } = disagreement(calendar, hours, bankHolidays, openState, (minute) => minute % 193 === offset);
        assert.equal(what, undefined);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
