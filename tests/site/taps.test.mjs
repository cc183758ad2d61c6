// Where a finger that was aimed at a number of the fallback lands once the panel is drawn, compared with what is recorded.
// `npm run bench -- --taps --update` measures all of it and records a change for the better; here each page has every other width,
// and each width two pages.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { taps, WIDTHS, worse } from '../benchmarks/taps.mjs';
import { launch, without } from '../helpers/browsers.mjs';

describe('the numbers of the fallback after the drawing', { skip: without('chromium') }, () => {
  it('lead elsewhere at no more points than tests/benchmarks/taps.json records', async () => {
    const browser = await launch('chromium');
    try {
      const odd = WIDTHS.filter((_, i) => i % 2);
      const even = WIDTHS.filter((_, i) => i % 2 === 0);
      const found = {
        ...(await taps(browser, { pages: ['council', 'plain'], widths: even })),
        ...(await taps(browser, { pages: ['hotel', 'school'], widths: odd })),
      };
      const grown = worse(found);
      assert.deepEqual(grown, [], grown.join('\n'));
    } finally {
      await browser.close();
    }
  });
});
