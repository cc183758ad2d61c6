// Where a finger that was aimed at a number of the fallback lands once the panel is drawn, compared with what is recorded.
// `npm run bench -- --taps --update` records a change for the better.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { taps, worse } from '../benchmarks/taps.mjs';
import { launch, without } from '../helpers/browsers.mjs';

describe('the numbers of the fallback after the drawing', { skip: without('chromium') }, () => {
  it('lead elsewhere at no more points than tests/benchmarks/taps.json records', async () => {
    const browser = await launch('chromium');
    try {
      const grown = worse(await taps(browser));
      assert.deepEqual(grown, [], grown.join('\n'));
    } finally {
      await browser.close();
    }
  });
});
