// Tests the hosted page of the checker: it neither sends nor runs a pasted source, and it is useful without its script.
/* global caches, document, indexedDB -- in the page */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { respond } from '../../scripts/testkit/static.mjs';
import { launch, serving, without } from '../helpers/browsers.mjs';

const asked = [];
/** Whether the server refuses the page’s own script. */
let refused = false;
const server = createServer((request, response) => {
  asked.push(request.url);
  const { pathname } = new URL(request.url, 'http://localhost');
  const answer = !(refused && pathname.endsWith('.js')) && respond(pathname.replace(/\/$/, '/index.html'));
  if (answer) response.writeHead(200, answer.headers).end(answer.body);
  else response.writeHead(404).end();
});
const HOSTILE = `<link rel="stylesheet" href="/asked/link"><style>@import "/asked/import"; body { background: url(/asked/css) }</style>
  <img src="/asked/img" onerror="document.title = 'ran'"><script>document.title = 'ran'</script><script src="/asked/script"></script>
  <iframe src="/asked/frame"></iframe><object data="/asked/object"></object><video src="/asked/video" poster="/asked/poster"></video>
  <svg onload="document.title = 'ran'"><image href="/asked/svg" /></svg><meta http-equiv="refresh" content="0;url=/asked/refresh">
  <div class="say-something" data-directory="/asked/directory"><p>In danger now? Call <a href="tel:999" ping="/asked/ping">999</a></p></div>`;

describe('the checker', { concurrency: false, skip: without('chromium') }, () => {
  const host = serving(server);
  const address = () => `${host()}/site/checker/`;

  let browser;
  before(async () => {
    browser = await launch('chromium');
  });
  after(() => browser?.close());

  it('requests, runs and stores nothing from a pasted source', async () => {
    const tab = await browser.newPage();
    await tab.goto(address());
    await tab.waitForSelector('#checker:not([hidden])');
    const before = await tab.title();
    asked.length = 0;
    await tab.$eval('#pasted', (area, text) => void (area.value = text), HOSTILE);
    await tab.click('#check');
    await tab.waitForSelector('#report h2');
    // requests of the report would come before a page that is opened after it
    const last = await browser.newPage();
    await last.goto(new URL('/last', address()).href);
    await last.close();
    assert.match(await tab.$eval('#report', ({ textContent }) => textContent), /999 can be read/);
    assert.deepEqual(
      asked.filter((path) => path !== '/favicon.ico'),
      ['/last'],
    );
    assert.equal(await tab.title(), before);
    assert.equal(tab.url(), address());
    const stored = await tab.evaluate(async () => [
      document.cookie,
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ]);
    assert.deepEqual(stored, ['', 0, 0, 0, 0]);
    await tab.close();
  });

  it('says what to check by hand when its script does not load', async () => {
    const tab = await browser.newPage();
    refused = true;
    await tab.goto(address());
    refused = false;
    const shown = await tab.evaluate(() => document.body.innerText);
    assert.match(shown, /Look for yourself/);
    assert.match(shown, /Can you read 999/);
    assert.doesNotMatch(shown, /Check it/);
    await tab.close();
  });
});
