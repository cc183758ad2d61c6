import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PRESSES, WITHIN, countPress, isSafeDestination } from '../../src/core/quick-exit.js';

describe('countPress', () => {
  /** The number of presses that are left after each press. */
  const leftAfter = (times: readonly number[]): number[] => {
    let presses: readonly number[] = [];
    return times.map((at) => {
      const count = countPress(presses, at);
      presses = count.left ? count.presses : [];
      return count.left;
    });
  };

  for (const [situation, times, left] of [
    ['one press', [0], [2]],
    ['two presses', [0, 100], [2, 1]],
    ['three at once', [0, 0, 0], [2, 1, 0]],
    ['three in exactly five seconds', [0, 2500, 5000], [2, 1, 0]],
    ['three in a millisecond more', [0, 2500, 5001], [2, 1, 1]],
    ['the last three of four within five seconds', [0, 3000, 6000, 7000], [2, 1, 1, 0]],
    ['three, each six seconds after the one before', [0, 6000, 12_000], [2, 2, 2]],
    ['a fourth press after leaving', [0, 1, 2, 3], [2, 1, 0, 2]],
    ['a clock that is set back', [9000, 9100, 100], [2, 1, 2]],
  ] as const) {
    it(`counts ${situation}`, () => {
      assert.deepEqual(leftAfter(times), left);
    });
  }

  it('leaves exactly when three presses are within five seconds, for any series of presses', () => {
    const steps = fc.array(fc.oneof(fc.nat(2 * WITHIN), fc.constantFrom(0, WITHIN / 2, WITHIN)), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (gaps) => {
        let at = 0;
        let since: number[] = [];
        let presses: readonly number[] = [];
        for (const gap of gaps) {
          at += gap;
          since.push(at);
          const count = countPress(presses, at);
          ({ presses } = count);
          const third = since.at(-PRESSES);
          const leaves = third !== undefined && at - third <= WITHIN;
          assert.equal(count.left === 0, leaves);
          if (leaves) [presses, since] = [[], []];
        }
      }),
    );
  });
});

describe('isSafeDestination', () => {
  const page = 'http://council.example/concerns?a=b#top';
  for (const [wanted, safe] of [
    ['https://www.bbc.co.uk/weather', true],
    ['https://council.example/concerns?a=b', true],
    ['//other.example/', false],
    ['/news', true],
    ['?c=d', true],
    ['http://council.example/news', true],
    ['http://council.example:8080/news', false],
    ['http://other.example/', false],
    ['', false],
    ['#bottom', false],
    ['/concerns?a=b', false],
    ['javascript:alert(1)', false],
    ['data:text/html,hello', false],
    ['blob:http://council.example/1b2c', false],
    ['blob:https://other.example/1b2c', false],
    ['about:blank', false],
    ['file:///etc/hosts', false],
    ['ftp://other.example/', false],
    ['tel:999', false],
    ['mailto:a@other.example', false],
    ['view-source:https://other.example/', false],
  ] as const) {
    it(`${safe ? 'accepts' : 'refuses'} ${wanted || 'an empty address'}`, () => {
      assert.equal(isSafeDestination(new URL(wanted, page), new URL(page)), safe);
    });
  }
});
