/*
 * Tests settings that a reader makes in the browser itself: a larger text, zoom, or a style sheet. No page can make them, so each
 * browser starts with a profile that contains the setting.
 */
/* global devicePixelRatio, document, getComputedStyle, innerWidth -- in the page */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { launch, serving, until, without } from '../helpers/browsers.mjs';
import { number } from '../helpers/numbers.ts';
import { isWhole } from '../helpers/whole.mjs';

const script = readFileSync(new URL('../../dist/say-something.js', import.meta.url));
const NUMBERS = ['police-999', 'childline', 'herts-childrens-services'].map(number);
/** A reader's style sheet with the values of WCAG 1.4.12. */
const SHEET = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;
const page = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A page</title><main><say-something-banner></say-something-banner><say-something-report></say-something-report>
<say-something-signs></say-something-signs><say-something-exit></say-something-exit></main>
<script src="/say-something.js"></script>`;
const server = createServer(({ url }, response) => {
  const [type, body] = url === '/say-something.js' ? ['text/javascript', script] : ['text/html; charset=utf-8', page];
  response.setHeader('content-type', type).end(body);
});

/** The launch options for each setting in each engine. */
const WAYS = {
  chromium: {
    'a text of 28 px': { preferences: { webkit: { webprefs: { default_font_size: 28 } } } },
    'a zoom of 400 %': { preferences: { partition: { default_zoom_level: { x: Math.log(4) / Math.log(1.2) } } } },
    'a style sheet of their own': { extension: true },
  },
  firefox: {
    // Firefox has a larger text and the sheet at once, because the browser itself supports both.
    'a style sheet of their own': {
      userContent: true,
      extraPrefsFirefox: {
        'toolkit.legacyUserProfileCustomizations.stylesheets': true,
        'font.size.variable.x-western': 28,
      },
    },
  },
};

describe('a reader’s setting in the browser', { concurrency: false }, () => {
  const origin = serving(server);

  for (const [engine, ways] of Object.entries(WAYS)) {
    describe(`in ${engine}`, { skip: without(engine) }, () => {
      /** Opens the page with this setting and describes what is in it. */
      async function look(way, width, viewport) {
        const profile = mkdtempSync(join(tmpdir(), 'reader-'));
        const { preferences, extension, userContent, extraPrefsFirefox } = ways[way];
        if (preferences) {
          mkdirSync(join(profile, 'Default'));
          writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
        }
        if (userContent) {
          mkdirSync(join(profile, 'chrome'));
          writeFileSync(join(profile, 'chrome/userContent.css'), SHEET);
        }
        const folder = join(profile, 'extension');
        if (extension) {
          mkdirSync(folder);
          writeFileSync(join(folder, 'sheet.css'), SHEET);
          const origins = ['http://127.0.0.1/*'];
          writeFileSync(
            join(folder, 'manifest.json'),
            JSON.stringify({
              manifest_version: 3,
              name: 'A reader’s sheet',
              version: '1',
              permissions: ['scripting', 'tabs'],
              host_permissions: origins,
              background: { service_worker: 'start.js' },
            }),
          );
          writeFileSync(
            join(folder, 'start.js'),
            `chrome.tabs.onUpdated.addListener((tabId, { status }) => {
              if (status === 'complete') chrome.scripting.insertCSS({ target: { tabId }, files: ['sheet.css'], origin: 'USER' });
            });`,
          );
        }
        const browser = await launch(engine, {
          userDataDir: profile,
          defaultViewport: null,
          ...(extension && { enableExtensions: true, pipe: true }),
          args: engine === 'firefox' ? [`--width=${width}`, '--height=1024'] : [`--window-size=${width},1024`],
          ...(extraPrefsFirefox && { extraPrefsFirefox }),
        });
        try {
          if (extension) await browser.installExtension(folder);
          const tab = await browser.newPage();
          if (viewport) await tab.setViewport(viewport);
          const spaced = () => getComputedStyle(document.querySelector('main')).wordSpacing !== '0px';
          await tab.goto(origin());
          if (extension) {
            // The extension may start after the page has loaded, and then it applies its sheet to the next load.
            await until('the sheet of the extension', async () => {
              if (await tab.evaluate(spaced)) return true;
              await tab.waitForFunction(spaced, { timeout: 5_000 }).catch(() => tab.reload());
              return tab.evaluate(spaced);
            });
          }
          await tab.waitForFunction(isWhole, {}, 'main > *');
          if (extension || userContent) await tab.waitForFunction(spaced);
          return await tab.evaluate((numbers) => {
            const elements = [...document.querySelectorAll('main > *')];
            for (const { shadowRoot } of elements) {
              for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
            }
            const roots = elements.map(({ shadowRoot }) => shadowRoot.querySelector('.root'));
            const all = elements.flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('*')]);
            const seen = all.filter((one) => one.checkVisibility() && !one.matches('.aloud, slot'));
            const lines = seen
              .filter((one) => one.matches('p, li, summary, label, legend'))
              .map((one) => parseFloat(getComputedStyle(one).lineHeight) / parseFloat(getComputedStyle(one).fontSize));
            return {
              elements: elements.length,
              fontSizes: roots.map((root) => getComputedStyle(root).fontSize),
              smallest: Math.min(...seen.map((one) => parseFloat(getComputedStyle(one).fontSize))),
              ratio: devicePixelRatio,
              width: innerWidth,
              wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
              sticksOut: seen
                .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
                .map((one) => one.textContent.trim().slice(0, 60)),
              clips: seen
                .filter((one) => getComputedStyle(one).overflow !== 'visible')
                .filter((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight)
                .map((one) => one.textContent.trim().slice(0, 60)),
              lines: Math.min(...lines),
              letters: Math.min(
                ...seen.map(
                  (one) => parseFloat(getComputedStyle(one).letterSpacing) / parseFloat(getComputedStyle(one).fontSize),
                ),
              ),
              numbers: numbers.filter((number) => document.body.innerText.includes(number)),
            };
          }, NUMBERS);
        } finally {
          await browser.close();
          rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
        }
      }
      const nothingLost = (seen) => {
        assert.equal(seen.elements, 4);
        assert.deepEqual(seen.sticksOut, []);
        assert.equal(seen.wider, 0, 'the page scrolls sideways');
        assert.deepEqual(seen.clips, []);
        assert.deepEqual(seen.numbers, NUMBERS);
      };

      // Chromium tests each setting by itself. Firefox tests text and sheet together, because it has its own settings for both.
      if (engine === 'chromium') {
        it('can be a text size of 28 px, which is used without loss in a narrow window', async () => {
          const seen = await look('a text of 28 px', 500, { width: 320, height: 800 });
          assert.equal(seen.width, 320);
          assert.deepEqual(seen.fontSizes, Array(4).fill('28px'));
          assert.ok(seen.smallest > 28 * 0.7, `${seen.smallest} px`);
          nothingLost(seen);
        });

        it('can be a zoom of 400 % in a window of 1280 px, with one column, no sideways scrolling and no loss', async () => {
          const seen = await look('a zoom of 400 %', 1280);
          assert.equal(Math.round(seen.ratio), 4);
          assert.ok(seen.width <= 320, `${seen.width} px`);
          nothingLost(seen);
        });
      }

      it('can be a style sheet that sets line, letter and word spacing, without any loss of text or control', async () => {
        const seen = await look('a style sheet of their own', 500);
        assert.ok(seen.lines >= 1.49, `${seen.lines}`);
        assert.ok(seen.letters >= 0.119, `${seen.letters}`);
        assert.deepEqual(seen.fontSizes, Array(4).fill(engine === 'firefox' ? '28px' : '16px'));
        nothingLost(seen);
      });
    });
  }
});
