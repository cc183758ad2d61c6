// A person scrolls a wide table sideways with Shift and the wheel. Uses the browser's real wheel, which a script cannot simulate.
/* global addEventListener, document, location, MutationObserver -- in the page */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, serving, until, without } from '../helpers/browsers.mjs';

const script = readFileSync(fileURLToPath(new URL('../../dist/say-something.js', import.meta.url)));
const PAGE = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Term dates</title>
  <style>.wide { overflow: auto; width: 600px } .wide div { width: 9000px; height: 200px }</style>
  <div class="wide" tabindex="0"><div>Week 1</div></div>
  <say-something-exit href="/away"></say-something-exit><script src="/say-something.js"></script></html>`;
const server = createServer((request, response) => {
  if (request.url === '/say-something.js') response.setHeader('content-type', 'text/javascript').end(script);
  else response.setHeader('content-type', 'text/html; charset=utf-8').end(request.url === '/' ? PAGE : 'Away');
});

describe('Shift held for the wheel', { concurrency: false }, () => {
  const origin = serving(server);

  for (const engine of ['chromium', 'firefox']) {
    it(
      `does not leave the page, and Shift alone leaves afterwards, in ${engine}`,
      { skip: without(engine) },
      async () => {
        const browser = await launch(engine);
        try {
          const tab = await browser.newPage();
          await tab.goto(`${origin()}/`);
          await until('the exit is drawn', () =>
            tab.evaluate(() => document.querySelector('say-something-exit').shadowRoot?.querySelector('a')?.href),
          );
          // a press that counts is announced, so this test does not depend on three turns within five seconds
          await tab.evaluate(() => {
            document.counted = [];
            document.turns = 0;
            addEventListener('wheel', ({ shiftKey }) => (document.turns += +shiftKey), { passive: true });
            const region = document.querySelector('say-something-exit').shadowRoot.querySelector('[aria-live]');
            new MutationObserver(() => document.counted.push(region.textContent)).observe(region, {
              childList: true,
              characterData: true,
              subtree: true,
            });
          });
          await tab.mouse.move(100, 100);
          for (let i = 0; i < 3; i++) {
            await tab.keyboard.down('Shift');
            await tab.mouse.wheel({ deltaY: 120 });
            await until('the page hears of the wheel', () => tab.evaluate((turns) => document.turns > turns, i));
            await tab.keyboard.up('Shift');
          }
          assert.deepEqual(await tab.evaluate(() => [location.pathname, document.counted]), ['/', []]);
          await until('the other page', async () => {
            for (let i = 0; i < 3; i++) await tab.keyboard.press('Shift');
            return tab.evaluate(() => location.pathname === '/away');
          });
        } finally {
          await browser.close();
        }
      },
    );
  }
});
