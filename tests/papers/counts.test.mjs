// Checks costs for a page that do not depend on the machine: bytes, requests, nodes, calls, layouts, layout shifts, and what many
// panels share. `npm run bench -- --counts --update` records an intended change. Checks as well that the benchmark still reads the product
// right, because nobody runs it for each change.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findBrowsers } from '../../scripts/testkit/find.mjs';
import { launch } from '../benchmarks/browser.mjs';
import { ELEMENTS, pageWith, productVariant, describe as read } from '../benchmarks/content.mjs';
import { drift, productCounts } from '../benchmarks/counts.mjs';
import { plain, writer } from '../benchmarks/markup.mjs';
import { samenessAtFirst } from '../benchmarks/sameness.mjs';

const missing = !findBrowsers().chromium && 'Chromium is not installed';

describe('a page with the published snippets', { skip: missing }, () => {
  /** @type {Awaited<ReturnType<typeof launch>>} */
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  it('has the costs in tests/benchmarks/counts.json', async () => {
    const drifted = drift(await productCounts(browser));
    const how = 'If it should be so: npm run bench -- --counts --update';
    assert.deepEqual(drifted, [], `${drifted.join('\n')}\n${how}`);
  });

  it('is described for the benchmark word for word, with a reason for each kind of route', async () => {
    const content = await read(browser);
    const { write } = writer(content, plain);
    const parts = ELEMENTS.map((name) => `<section>${write(content[name])}</section>`);
    const variants = {
      product: productVariant(),
      plain: { files: { 'index.html': pageWith(parts.join('\n')) }, ready: { inside: '[data-card]' } },
    };
    assert.deepEqual(await samenessAtFirst(browser, variants), []);
    assert.ok(content.reasons.length > 5, content.reasons.join('\n'));
  });
});
