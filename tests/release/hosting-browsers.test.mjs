// Tests a release in real browsers on pages of other sites. nginx serves it from one origin, and the pages have another.
/* global customElements, document, window -- in the page */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { snippetFor } from '../../demo/snippets.js';
import { release } from '../../scripts/release.mjs';
import { launch, without } from '../helpers/browsers.mjs';
import { skip, startNginx } from '../helpers/nginx.mjs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const [major] = version.split('.');
const ISOLATED = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' };

describe('a release, used by pages of other sites', { skip, concurrency: false }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  let nginx;
  let hash;
  let page = { body: '', headers: {} };
  const embedder = createServer((request, response) => {
    if (request.url !== '/') return response.writeHead(404).end();
    return response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...page.headers })
      .end(`<!doctype html><html lang="en-GB"><title>A page</title><h1>A page</h1>${page.body}</html>`);
  });
  before(async () => {
    const { files } = await release({ into: folder });
    hash = files[`${version}/say-something.js`].integrity;
    nginx = await startNginx({ root: folder });
    embedder.listen(0, 'localhost');
    await once(embedder, 'listening');
  });
  after(async () => {
    embedder.closeAllConnections();
    embedder.close();
    await nginx?.stop();
    rmSync(folder, { recursive: true });
  });

  /** The published script line, with the attributes of a test. */
  const line = (path, rest = 'crossorigin="anonymous"') =>
    `<script async src="${nginx.origin}${path}" ${rest} referrerpolicy="no-referrer" onerror="window.refused = true"></script>`;
  const frame = () =>
    `<iframe src="${nginx.origin}/say-something/hotel/#report" title="Who to tell" width="600" height="900"></iframe>`;
  const drawn = () => !!document.querySelector('[data-say-something]')?.shadowRoot?.querySelector('[part=root]');

  for (const engine of ['chromium', 'firefox']) {
    describe(`in ${engine}`, { skip: without(engine) }, () => {
      let browser;
      let tab;
      before(async () => {
        browser = await launch(engine);
      });
      // use a new tab, because an isolated page has another process and a driver may lose it
      beforeEach(async () => {
        tab = await browser.newPage();
      });
      afterEach(() => tab.close());
      after(() => browser?.close());
      const open = async (body, headers = {}) => {
        page = { body, headers };
        await tab.goto(`http://localhost:${embedder.address().port}/`);
      };

      it('loads the rolling script and draws', async () => {
        await open(snippetFor({ element: 'report' }) + line(`/${major}/say-something.js`));
        await tab.waitForFunction(drawn);
      });

      it('loads the pinned script by its hash and draws', async () => {
        const rest = `integrity="${hash}" crossorigin="anonymous"`;
        await open(snippetFor({ element: 'report' }) + line(`/${version}/say-something.js`, rest));
        await tab.waitForFunction(drawn);
      });

      it('refuses the script with another hash and keeps the numbers of the snippet', async () => {
        const rest = `integrity="sha384-${'A'.repeat(64)}" crossorigin="anonymous"`;
        const snippet = snippetFor({ element: 'report' });
        await open(snippet + line(`/${version}/say-something.js`, rest));
        await tab.waitForFunction(() => window.refused);
        const seen = await tab.evaluate(() => ({
          defined: !!customElements.get('say-something-report'),
          shadow: !!document.querySelector('[data-say-something]').shadowRoot,
          calls: [...document.querySelectorAll('a[href^="tel:"]')].filter((one) => one.checkVisibility()).length,
        }));
        const calls = snippet.match(/href="tel:/g)?.length;
        assert.ok(calls > 4);
        assert.deepEqual(seen, { defined: false, shadow: false, calls });
      });

      for (const [how, rest] of [
        ['by the published line', undefined],
        ['by a line without crossorigin', ''],
      ]) {
        it(`draws on an isolated page (COEP: require-corp), ${how}`, async () => {
          await open(snippetFor({ element: 'report' }) + line(`/${major}/say-something.js`, rest), ISOLATED);
          assert.equal(await tab.evaluate(() => window.crossOriginIsolated), true);
          await tab.waitForFunction(drawn);
        });
      }

      for (const [where, headers] of [
        ['a page', {}],
        ['an isolated page', ISOLATED],
      ]) {
        it(`shows the page for use without scripts in a frame of ${where}`, async () => {
          await open(frame(), headers);
          const handle = await tab.waitForSelector('iframe');
          const inside = await handle.contentFrame();
          await inside.waitForFunction(drawn);
          assert.equal(new URL(await inside.evaluate(() => document.URL)).origin, nginx.origin);
        });
      }
    });
  }
});
