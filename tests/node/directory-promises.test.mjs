// The promises of the routing, by brute force: every combination of answers at every hour until the facts are stale.
// The browsers hold the same promises at a sample of moments (tests/core/routing.test.ts), and hold too that a question left
// out counts as not sure, which is why those 98 combinations are not walked through again here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../scripts/directory/load.mjs';

const { ALL_ANSWERS, brokenPromise, hertfordshire, routesFor, supportFor } = await load(
  'tests/helpers/directory-corpus.ts',
  'tests/helpers/directory-promises.ts',
);
const HOUR = 3_600_000;
const first = Date.parse('2026-11-23T00:00:00Z');
const days = hertfordshire.staleAfter + 1;
const answered = ALL_ANSWERS.filter(({ who, where, name }) => who && where && name);

test('keeps every promise for all 126 combinations of answers at every hour for 180 days', () => {
  let tried = 0;
  // support does not depend on the time, and is looked at by day
  const support = answered.map((answers) => supportFor(hertfordshire, answers, new Date(first)));
  for (let at = first; at < first + days * 24 * HOUR - HOUR; at += HOUR) {
    const moment = new Date(at);
    for (const [i, answers] of answered.entries()) {
      const what = brokenPromise(hertfordshire, answers, routesFor(hertfordshire, answers, moment), support[i]);
      if (what) assert.fail(`${what}: ${JSON.stringify(answers)} at ${moment.toISOString()}`);
      tried++;
    }
  }
  assert.equal(tried, 126 * (days * 24 - 1));
});
