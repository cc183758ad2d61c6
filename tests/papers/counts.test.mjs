// Checks costs for a page that do not depend on the machine: bytes, requests, nodes, calls, layouts, layout shifts, and what many
// panels share. `npm run bench -- --counts --update` records an intended change.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findBrowsers } from '../../scripts/testkit/find.mjs';
import { launch } from '../benchmarks/browser.mjs';
import { drift, productCounts } from '../benchmarks/counts.mjs';

const missing = !findBrowsers().chromium && 'Chromium is not installed';

describe('a page with the published snippets', { skip: missing }, () => {
  it('has the costs in tests/benchmarks/counts.json', async () => {
    const browser = await launch();
    try {
      const drifted = drift(await productCounts(browser));
      const how = 'If it should be so: npm run bench -- --counts --update';
      assert.deepEqual(drifted, [], `${drifted.join('\n')}\n${how}`);
    } finally {
      await browser.close();
    }
  });
});
