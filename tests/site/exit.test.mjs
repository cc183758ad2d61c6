// Tests the exit of the built script in a page that a person really leaves: history, Back, the referrer, a slow network. It runs in
// Chromium and Firefox, because each engine has its own history and back-forward cache.
/* global document, getComputedStyle, history, location, window -- in the page */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch, serving, until, without } from '../helpers/browsers.mjs';

const script = readFileSync(new URL('../../dist/say-something.js', import.meta.url));

/** Whether the exit is drawn. Runs in the page. */
const isDrawn = () => !!document.querySelector('say-something-exit')?.shadowRoot?.querySelector('a');

/** The requests to the server, each with its path and its referrer if it has one. */
const asked = [];
/** Sends the slow page when a test calls it. */
let sendSlow = () => {};
const page = (title, body) =>
  `<!doctype html><html lang="en-GB"><meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title><h1>${title}</h1>${body}`;
const concern = (exit) =>
  page(
    'Concern',
    `<script>addEventListener('pageshow', (event) => { window.persisted = event.persisted; });</script>
    <p>What nobody else may see</p><p><a id="on" href="/news">News</a></p>${exit}
    <script src="/say-something.js"></script>`,
  );
const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  asked.push({ path: pathname, referrer: request.headers.referer });
  if (pathname === '/say-something.js') return response.setHeader('content-type', 'text/javascript').end(script);
  if (pathname === '/nothing') return response.writeHead(204).end();
  if (pathname === '/slow') await new Promise((resolve) => (sendSlow = resolve));
  response.setHeader('content-type', 'text/html; charset=utf-8');
  if (pathname === '/frames') {
    const src = `http://localhost:${server.address().port}/concern?to=/away`;
    return response.end(page('Frames', `<iframe ${searchParams.get('as')} src="${src}"></iframe>`));
  }
  if (pathname !== '/concern') return response.end(page(pathname, ''));
  const to = searchParams.get('to');
  // this is the page policy that reveals most
  response.setHeader('referrer-policy', 'unsafe-url');
  response.end(concern(`<say-something-exit href="${to}"></say-something-exit>`));
});

describe('leaving a page', { concurrency: false }, () => {
  const origin = serving(server);

  for (const engine of ['chromium', 'firefox']) {
    describe(`in ${engine}`, { skip: without(engine) }, () => {
      let browser;
      let tab;
      before(async () => {
        browser = await launch(engine);
      });
      after(() => browser?.close());
      beforeEach(async () => {
        tab = await browser.newPage();
      });
      afterEach(() => tab.close());

      // read the path in the page itself, because a driver does not notice every return from a cache
      const path = () => tab.evaluate(() => location.pathname).catch(() => 'on the way');
      const back = () => tab.evaluate(() => void setTimeout(() => history.back())).catch(() => {});
      const arrive = async (to) => {
        await tab.goto(`${origin()}/before`);
        await tab.goto(`${origin()}/concern?to=${encodeURIComponent(to)}`);
        await tab.waitForFunction(() => document.querySelector('say-something-exit')?.shadowRoot?.querySelector('a'));
        asked.length = 0;
        return tab.evaluate(() => history.length);
      };
      const ways = {
        'the link': () =>
          tab.evaluate(() => void document.querySelector('say-something-exit').shadowRoot.querySelector('a').click()),
        Shift: async () => {
          for (let i = 0; i < 3; i++) await tab.keyboard.press('Shift');
        },
      };
      const reach = (wanted) => until(`the page ${wanted}`, async () => (await path()) === wanted);
      /** The page's own text and the text of the cover. */
      const look = () => [document.body.textContent, document.documentElement.lastElementChild.shadowRoot?.textContent];
      /** Leaves, and returns the text of the page in the same task and after the text has changed. */
      const leaveAndLook = () =>
        tab.evaluate(async (source) => {
          const look = (0, eval)(source);
          document.querySelector('say-something-exit').shadowRoot.querySelector('a').click();
          const seen = [look()];
          while (look()[1] === seen[0][1]) await new Promise((resolve) => setTimeout(resolve, 50));
          return [...seen, look()];
        }, `(${look})`);
      const WORDS = [
        ['', 'Loading.'],
        ['', 'Close this tab.'],
      ];

      for (const [way, go] of Object.entries(ways)) {
        it(`replaces our page with the other one by ${way}, so that Back leads to the page before`, async () => {
          const length = await arrive('/away');
          const tabs = (await browser.pages()).length;
          await go();
          await reach('/away');
          assert.equal(await tab.evaluate(() => history.length), length);
          assert.equal((await browser.pages()).length, tabs);
          await back();
          await reach('/before');
        });
      }

      it('empties the page while a slow page loads', async () => {
        await arrive('/slow');
        assert.deepEqual(await leaveAndLook(), WORDS);
        await until('the slow page is asked for', () => asked.some((request) => request.path === '/slow'));
        sendSlow();
        await reach('/slow');
      });

      // The following tests do not depend on the engine, so they run only in Chromium.
      const itInChromium = engine === 'chromium' ? it : () => {};
      itInChromium('leaves the page empty and says to close the tab when no page loads', async () => {
        await arrive('/nothing');
        assert.deepEqual(await leaveAndLook(), WORDS);
      });

      // A frame of another site changes its process while it loads, and a driver may lose it. Then the test opens the page again.
      const drawnFrame = (as) =>
        until('the exit is drawn in the frame', async () => {
          await tab.goto(`${origin()}/frames?as=${as}`);
          for (const end = Date.now() + 20_000; Date.now() < end; await sleep(100)) {
            const [frame] = tab.mainFrame().childFrames();
            const drawn = frame?.evaluate(isDrawn).catch(() => false);
            if (await Promise.race([drawn, sleep(5_000, false)])) return frame;
          }
          return undefined;
        });
      for (const [kind, as] of [
        ['a sandbox', 'sandbox=allow-scripts'],
        ['a frame on a page of another site', ''],
      ]) {
        itInChromium(`empties ${kind} and says to close the tab, and the frame requests nothing`, async () => {
          const frame = await drawnFrame(as);
          asked.length = 0;
          await frame.evaluate(() =>
            document.querySelector('say-something-exit').shadowRoot.querySelector('a').click(),
          );
          await until('the frame is empty', async () => (await frame.evaluate(look))[1]);
          assert.deepEqual(await frame.evaluate(look), ['', 'Close this tab.']);
          // Earlier requests of the frame arrive before this one.
          await frame.evaluate(() => fetch('/later', { mode: 'no-cors' }).then(() => {}));
          assert.deepEqual(
            asked.map((request) => request.path),
            ['/later'],
          );
          assert.equal(await path(), '/frames');
        });
      }

      it('works again in a page that Back restores from the back-forward cache', async (test) => {
        await arrive('/away');
        await tab.keyboard.press('Shift');
        await tab.evaluate(() => {
          window.persisted = 'not shown again yet';
          document.querySelector('#on').click();
        });
        await reach('/news');
        await back();
        await until('the page is shown again', () => tab.evaluate(() => typeof window.persisted === 'boolean'));
        if (!(await tab.evaluate(() => window.persisted))) {
          test.skip(`${engine} has no back-forward cache under this driver`);
          return;
        }
        assert.equal(await tab.evaluate(() => getComputedStyle(document.body).display), 'block');
        const said = () =>
          tab.evaluate(
            () => document.querySelector('say-something-exit').shadowRoot.querySelector('[aria-live]').textContent,
          );
        assert.equal(await said(), '');
        await ways.Shift();
        await reach('/away');
      });
    });
  }
});
