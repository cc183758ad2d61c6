// The exit in the shipped script, in a page that really is left: history, Back, the referrer, a slow network.
/* global document, getComputedStyle, history, location, window -- in the page */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { findBrowsers } from '../../scripts/testkit/find.mjs';

const script = readFileSync(fileURLToPath(new URL('../../dist/say-something.js', import.meta.url)));
const found = findBrowsers();
const SLOW = 1_500;

/** Whether the exit is drawn. Given to a page. */
const isDrawn = () => !!document.querySelector('say-something-exit')?.shadowRoot?.querySelector('a');

/** What was asked of the server: path, and referrer where one was sent. */
const asked = [];
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
  if (pathname === '/slow') await sleep(SLOW);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  if (pathname === '/frames') {
    const src = `http://localhost:${server.address().port}/concern?to=/away`;
    return response.end(
      page('Frames', `<iframe sandbox="allow-scripts" src="${src}"></iframe><iframe src="${src}"></iframe>`),
    );
  }
  if (pathname !== '/concern') return response.end(page(pathname, ''));
  const to = searchParams.get('to');
  // the page's own policy is the most talkative there is
  response.setHeader('referrer-policy', 'unsafe-url');
  response.end(concern(`<say-something-exit href="${to}"></say-something-exit>`));
});

describe('leaving a page', { concurrency: false }, () => {
  let origin;
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  for (const [engine, options] of [
    ['chromium', { args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] }],
    ['firefox', { browser: 'firefox' }],
  ]) {
    const skip = found[engine] ? false : `${engine} is not installed`;
    describe(`in ${engine}`, { skip }, () => {
      let browser;
      let tab;
      before(async () => {
        browser = await puppeteer.launch({ executablePath: found[engine], headless: true, ...options });
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
        await tab.goto(`${origin}/before`);
        await tab.goto(`${origin}/concern?to=${encodeURIComponent(to)}`);
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
      const reach = async (wanted, within = 10_000) => {
        for (const end = Date.now() + within; Date.now() < end; await sleep(50)) {
          if ((await path()) === wanted) return;
        }
        assert.equal(await path(), wanted);
      };
      /** Leaves, and tells what stands in the page at once and after so many milliseconds. */
      const leaveAndLook = (after) =>
        tab.evaluate(async (after) => {
          const look = () => [
            getComputedStyle(document.body).display,
            document.documentElement.lastElementChild.shadowRoot?.textContent,
          ];
          document.querySelector('say-something-exit').shadowRoot.querySelector('a').click();
          const atOnce = look();
          await new Promise((resolve) => setTimeout(resolve, after));
          return [atOnce, look()];
        }, after);

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

      it('tells the other page nothing of where somebody was', async () => {
        await arrive('/away');
        await ways['the link']();
        await reach('/away');
        assert.deepEqual(
          asked.filter((request) => request.path === '/away'),
          [{ path: '/away', referrer: undefined }],
        );
      });

      it('is empty for as long as a slow page takes to come', async () => {
        await arrive('/slow');
        const empty = ['none', 'Loading.'];
        assert.deepEqual(await leaveAndLook(SLOW / 2), [empty, empty]);
        await reach('/slow');
      });

      it('stays empty and says to close the tab where no page comes', async () => {
        await arrive('/nothing');
        assert.deepEqual(await leaveAndLook(5_500), [
          ['none', 'Loading.'],
          ['none', 'Close this tab.'],
        ]);
      });

      // asked from here, and anew each time: a frame of another site may not be painted, and changes its process as it comes
      const drawnFrame = async (i) => {
        for (let tries = 0; tries < 100; tries++) {
          const frame = tab.mainFrame().childFrames()[i];
          const drawn = frame?.evaluate(isDrawn).catch(() => false);
          if (await Promise.race([drawn, sleep(1000, false)])) return frame;
          await sleep(100);
        }
        throw new Error('the exit was not drawn in the frame');
      };
      for (const [i, kind] of ['a sandbox', 'a frame on a page of another site'].entries()) {
        it(`empties itself and says to close the tab in ${kind}, and leaves nothing`, async () => {
          await tab.goto(`${origin}/frames`);
          const frame = await drawnFrame(i);
          asked.length = 0;
          const look = () =>
            frame.evaluate(() => [
              getComputedStyle(document.body).display,
              document.documentElement.lastElementChild.shadowRoot.textContent,
            ]);
          await frame.evaluate(() =>
            document.querySelector('say-something-exit').shadowRoot.querySelector('a').click(),
          );
          await sleep(300);
          assert.deepEqual(await look(), ['none', 'Close this tab.']);
          assert.equal(await path(), '/frames');
          assert.deepEqual(asked, []);
        });
      }

      it('works again in a page that Back brings out of the back-forward cache', async (test) => {
        await arrive('/away');
        await tab.keyboard.press('Shift');
        await tab.evaluate(() => void document.querySelector('#on').click());
        await reach('/news');
        await back();
        await reach('/concern');
        await sleep(200);
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
