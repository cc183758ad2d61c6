// Tests every promise of the routing for every answer at every half hour until the facts are stale. Nothing here is random.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { routesFor, supportFor } from '../../src/core/routing.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { ALL_ANSWERS, brokenPromise } from '../helpers/directory-promises.js';

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
const FIRST = Date.parse('2026-11-23T00:00:00Z');
const DAYS = hertfordshire.staleAfter + 1;

function holdsAt(at: Date): void {
  for (const answers of ALL_ANSWERS) {
    const routes = routesFor(hertfordshire, answers, at);
    const what = brokenPromise(hertfordshire, answers, routes, supportFor(hertfordshire, answers, at));
    if (what) assert.fail(`${what}: ${JSON.stringify(answers)} at ${at.toISOString()}`);
  }
}

describe('the promises for every combination of answers', () => {
  for (let day = 0; day < DAYS; day += 30) {
    const to = Math.min(day + 30, DAYS);
    it(`are kept at every half hour from day ${day + 1} to day ${to}`, { timeout: 3_600_000 }, () => {
      let tried = 0;
      // the last day is in London's summer time, so it ends an hour before the UTC day
      const end = FIRST + to * 48 * HALF_HOUR - (to === DAYS ? 2 * HALF_HOUR : 0);
      for (let at = FIRST + day * 48 * HALF_HOUR; at < end; at += HALF_HOUR) {
        holdsAt(new Date(at));
        tried++;
      }
      assert.equal(tried, (to - day) * 48 - (to === DAYS ? 2 : 0));
    });
  }

  for (const date of ['2026-11-25', '2026-12-25']) {
    it(`are kept at every minute around opening and closing on ${date}`, { timeout: 3_600_000 }, () => {
      const midnight = Date.parse(`${date}T00:00:00Z`);
      for (const change of [0, 600, 960, 1440]) {
        for (let minute = change - 10; minute <= change + 10; minute++) holdsAt(new Date(midnight + minute * MINUTE));
      }
    });
  }
});
