// Tests what is visible and announced after leaving a page with something in the top layer: a modal dialog, a popover, full screen
// or a view transition. The other address returns no page, so that the test can look at the page that is left.
/* global document -- in the page */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, serving, until, without } from '../helpers/browsers.mjs';

const script = readFileSync(fileURLToPath(new URL('../../dist/say-something.js', import.meta.url)));
const PAGE = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Signs of abuse</title>
  <style>
    @layer utilities { .flex { display: flex !important } }
    body { margin: 0; background: #fdd }
    #pop { inset: auto 1em 1em auto; background: #800; color: #fff }
    ::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) { animation-duration: 600s }
  </style>
  <body class="flex"><main id="main">
  <h1>What nobody else may see</h1>
  <p><a href="/news">A link of the page</a> <button id="go">A button of the page</button></p>
  <say-something-exit href="/nothing"></say-something-exit>
  <say-something-report></say-something-report>
  <dialog id="dialog"><p>Subscribe to news of abuse</p><button>Close</button></dialog>
  <div id="pop" popover="manual">Chat: talk to us about abuse</div>
  </main><script src="/say-something.js"></script></body></html>`;

const server = createServer((request, response) => {
  if (request.url === '/nothing') response.writeHead(204).end();
  else if (request.url === '/say-something.js') response.setHeader('content-type', 'text/javascript').end(script);
  else response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
});

/** Ways to open something in the top layer. They run in the page on a click. */
const OPEN = {
  'a modal dialog': () => document.querySelector('#dialog').showModal(),
  'a pop-over': () => document.querySelector('#pop').showPopover(),
  'a popover above a modal dialog': () => {
    document.querySelector('#dialog').showModal();
    document.querySelector('#pop').showPopover();
  },
  'its main part in full screen': () => document.querySelector('#main').requestFullscreen(),
  'a view transition': () =>
    document.startViewTransition?.(() => {
      document.querySelector('h1').textContent = 'What abuse looks like';
    }).ready,
};

describe('the page that a person leaves', { concurrency: false }, () => {
  const origin = serving(server);

  for (const engine of ['chromium', 'firefox']) {
    describe(`in ${engine}`, { skip: without(engine) }, () => {
      let browser;
      let tab;
      before(async () => {
        browser = await launch(engine);
      });
      after(() => browser?.close());
      const openTab = async () => {
        tab = await browser.newPage();
        await tab.setViewport({ width: 800, height: 600 });
      };
      beforeEach(openTab);
      afterEach(() => tab.close());

      const picture = async () => Buffer.from(await tab.screenshot()).toString('base64');
      const arrive = async (open) => {
        await tab.goto(`${origin()}/`);
        await until('the exit and the panel are drawn', () =>
          tab.evaluate(() =>
            ['exit', 'report'].every((kind) =>
              document.querySelector(`say-something-${kind}`)?.shadowRoot?.querySelector('[part=root]'),
            ),
          ),
        );
        // a browser allows full screen only on a person's click
        await tab.evaluate((source) => {
          const act = new Function(`return (${source})()`);
          document.querySelector('#go').onclick = () => {
            document.opened = Promise.resolve(act()).then(() => true);
          };
        }, String(open));
        await tab.click('#go');
        await until('it is open', () => tab.evaluate(() => document.opened));
      };
      /** Leaves, and waits until the page says that the other page does not load. */
      const leave = async () => {
        await tab.evaluate(() => document.querySelector('say-something-exit').shadowRoot.querySelector('a').click());
        await until('the page says what to do', () =>
          tab.evaluate(() => {
            const words = document.documentElement.lastElementChild.shadowRoot?.querySelector('[role=alert]');
            return words?.textContent === 'Close this tab.' && words.getClientRects().length;
          }),
        );
      };

      /** A picture of the page after leaving with nothing open. */
      let left;
      before(async () => {
        await openTab();
        await arrive(() => {});
        await leave();
        left = await picture();
        await tab.close();
      });

      for (const [what, open] of Object.entries(OPEN)) {
        it(`is empty, has no focusable element and is announced, with ${what}`, async () => {
          await arrive(open);
          await until('the page is seen', async () => (await picture()) !== left);
          await leave();
          // full screen ends with an animation of the window
          await until('nothing of the page is seen', async () => (await picture()) === left);
          assert.equal(await tab.evaluate(() => document.fullscreenElement), null);

          for (let i = 0; i < 6; i++) await tab.keyboard.press('Tab');
          assert.equal(await tab.evaluate(() => document.activeElement?.localName), 'body');

          if (engine !== 'chromium') return;
          const { children = [], name } = await tab.accessibility.snapshot({ interestingOnly: false });
          assert.equal(name, 'Loading.', 'the title of the page');
          const heard = [];
          const gather = ({ role, name: words, children: inner = [] }) => {
            heard.push(`${role} ${words ?? ''}`.trim());
            inner.forEach(gather);
          };
          children.forEach(gather);
          const text = heard.join('\n');
          assert.match(text, /^alert/m);
          assert.match(text, /StaticText Close this tab\./);
          assert.doesNotMatch(text, /link|button|abuse|nobody/i);
        });
      }
    });
  }
});
