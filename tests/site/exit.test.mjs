// The exit in the shipped script, in a page that really is left: history, Back, the referrer, a slow network. In Chromium and
// in Firefox, because history and the back-forward cache are the engine's own.
/* global document, getComputedStyle, history, location, window -- in the page */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch, serving, until, without } from '../helpers/browsers.mjs';

const script = readFileSync(new URL('../../dist/say-something.js', import.meta.url));

/** Whether the exit is drawn. Given to a page. */
const isDrawn = () => !!document.querySelector('say-something-exit')?.shadowRoot?.querySelector('a');

/** What was asked of the server: path, and referrer where one was sent. */
const asked = [];
/** Sends the slow page, which comes when a test says so. */
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
  // the page's own policy is the most talkative there is
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

      // asked of the page itself, and again where it has just gone: a driver does not hear of every return from a cache
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
      /** What is seen of the page, and what is said in the place of it. */
      const look = () => [document.body.textContent, document.documentElement.lastElementChild.shadowRoot?.textContent];
      /** Leaves, and tells what is in the page in the same task, and when the words in it have changed. */
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
        it(`puts the other page in the place of ours by ${way}: Back leads to the page before`, async () => {
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

      it('is empty for as long as a slow page takes to come', async () => {
        await arrive('/slow');
        assert.deepEqual(await leaveAndLook(), WORDS);
        await until('the slow page is asked for', () => asked.some((request) => request.path === '/slow'));
        sendSlow();
        await reach('/slow');
      });

      // What follows asks nothing of the engine: Chromium shows it for both.
      const itInChromium = engine === 'chromium' ? it : () => {};
      itInChromium('stays empty and says to close the tab where no page comes', async () => {
        await arrive('/nothing');
        assert.deepEqual(await leaveAndLook(), WORDS);
      });

      // Asked from here: a frame of another site changes its process as it comes, and a driver may lose it. Then the page is opened again.
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
        itInChromium(`empties itself and says to close the tab in ${kind}, and leaves nothing`, async () => {
          const frame = await drawnFrame(as);
          asked.length = 0;
          await frame.evaluate(() =>
            document.querySelector('say-something-exit').shadowRoot.querySelector('a').click(),
          );
          await until('the frame is empty', async () => (await frame.evaluate(look))[1]);
          assert.deepEqual(await frame.evaluate(look), ['', 'Close this tab.']);
          // Whatever the frame had asked for before has come before this.
          await frame.evaluate(() => fetch('/later', { mode: 'no-cors' }).then(() => {}));
          assert.deepEqual(
            asked.map((request) => request.path),
            ['/later'],
          );
          assert.equal(await path(), '/frames');
        });
      }

      it('works again in a page that Back brings out of the back-forward cache', async (test) => {
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
          test.skip(`${engine} keeps no pages for Back when it is driven like this`);
          return;
        }
        assert.equal(await tab.evaluate(() => getComputedStyle(document.body).display), 'block');
        const said = () =>
          tab.evaluate(
            () => document.querySelector('say-something-exit').shadowRoot.querySelector('[role=status]').textContent,
          );
        assert.equal(await said(), '');
        await ways.Shift();
        await reach('/away');
      });
    });
  }
});
