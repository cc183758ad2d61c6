// Nothing moves when an element is drawn in the place of its fallback, and no number takes the place of another, in the style sheets that
// councils, schools and businesses use. `npm run places` prints the table.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AUDIENCES } from '../../src/core/audiences.ts';
import { heights, PAGES, places, tableOf, WIDTHS } from '../benchmarks/places.mjs';
import { launch, without } from '../helpers/browsers.mjs';

/** The largest layout shift that counts as 0.00. In a page without any style a tight panel may not fit: there it is at most a tenth. */
const mostFor = (page) => (page === 'no style' ? 0.1 : 0.005);
const isBad = ({ page, shift, taken }) => shift >= mostFor(page) || Object.keys(taken).length > 0;

describe('a page whose fallbacks are drawn on', { skip: without('chromium') }, () => {
  /** @type {Awaited<ReturnType<typeof launch>>} */
  let browser;
  before(async () => {
    browser = await launch('chromium');
  });
  after(() => browser.close());

  it(`moves nothing and keeps each number in its place, on ${PAGES.length} kinds of page at ${WIDTHS.join(', ')} px`, async () => {
    const rows = await places(browser);
    const bad = rows.filter(isBad);
    assert.equal(rows.length, PAGES.length * WIDTHS.length);
    assert.deepEqual(bad, [], tableOf(bad));
  });

  it('stays short when nothing was there before: the closed panel of every audience, and the council’s page', async () => {
    const tall = await heights(browser);
    for (const [what, { height, most }] of Object.entries(tall))
      assert.ok(height <= most, `${what}: ${height} px, at most ${most}`);
    assert.equal(Object.keys(tall).length, AUDIENCES.length * 3 + 1);
  });

  for (const audience of ['young-person', 'hotel', 'school']) {
    it(`does so for ${audience}`, async () => {
      const rows = await places(browser, { pages: ['plain 16 px', 'GOV.UK'], widths: [320, 390, 1280], audience });
      const bad = rows.filter(isBad);
      assert.deepEqual(bad, [], tableOf(bad));
    });
  }
});
