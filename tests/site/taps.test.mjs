// Where a finger that was aimed at a number of the fallback lands once the panel is drawn, compared with what is recorded.
// `npm run bench -- --taps --update` measures all of it and records a change for the better; here each page has two of the widths.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SAME_FONTS } from '../benchmarks/browser.mjs';
import { taps, worse } from '../benchmarks/taps.mjs';
import { launch, without } from '../helpers/browsers.mjs';

describe('the numbers of the fallback after the drawing', { skip: without('chromium') }, () => {
  it('lead elsewhere at no more points than tests/benchmarks/taps.json records', async () => {
    const browser = await launch('chromium', { args: SAME_FONTS });
    try {
      const found = {
        ...(await taps(browser, { pages: ['council', 'plain'], widths: [320, 768] })),
        ...(await taps(browser, { pages: ['hotel', 'school'], widths: [390, 1280] })),
      };
      const grown = worse(found);
      assert.deepEqual(grown, [], grown.join('\n'));
    } finally {
      await browser.close();
    }
  });
});
