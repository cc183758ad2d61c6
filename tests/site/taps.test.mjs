// Compares where a tap on a number of the fallback leads after the panel is drawn with the recorded results. `npm run bench --
// --taps --update` measures all widths and records improvements. This test uses two widths for each page.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { taps, worse } from '../benchmarks/taps.mjs';
import { launch, without } from '../helpers/browsers.mjs';

describe('the numbers of the fallback after drawing', { skip: without('chromium') }, () => {
  it('lead elsewhere at no more points than recorded in tests/benchmarks/taps.json', async () => {
    const browser = await launch('chromium');
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
