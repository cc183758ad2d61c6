// Tests that the logo and the name on the page of the papers leave no trace: nothing is sent, stored or added to the history, and a browser's
// profile holds neither after the visit.
/* global document, location, window -- in the page */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { respond } from '../../scripts/testkit/static.mjs';
import { launch, serving, until, without } from '../helpers/browsers.mjs';
import { watchTraces } from '../helpers/traces.mjs';

/** What a person adds of their own, in words that nothing else has. */
const OWN = { person: 'Zebrina Quagga', extension: '98765x' };
const LOGO = 'okapi-logo.svg';
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><title>okapi-inside</title><path d="M0 0h40v20z"/></svg>';
const SECRET = [...Object.values(OWN), 'okapi-logo', 'okapi-inside'];

describe('the page of the papers, after somebody has added a logo and a name', { concurrency: false }, () => {
  const asked = [];
  const origin = serving(
    createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      const answer = respond(new URL(request.url ?? '/', 'http://localhost').pathname);
      response.writeHead(answer ? 200 : 404, answer?.headers).end(answer?.body);
    }),
  );

  for (const engine of /** @type {const} */ (['chromium', 'firefox'])) {
    describe(`in ${engine}`, { skip: without(engine) }, () => {
      let folder;
      let profile;
      let used = [];
      let requested = [];
      let address = '';
      let shown = '';
      let storage = 0;
      before(async () => {
        folder = mkdtempSync(join(tmpdir(), 'own-'));
        profile = join(folder, 'profile');
        const file = join(mkdtempSync(join(tmpdir(), 'logo-')), LOGO);
        writeFileSync(file, SVG);
        const browser = await launch(engine, { userDataDir: profile });
        try {
          const [tab] = await browser.pages();
          await tab.evaluateOnNewDocument(watchTraces);
          await tab.goto(`${origin()}/site/papers/`);
          await tab.waitForSelector('#papers article');
          await tab.evaluate(() => document.fonts.ready);
          await tab.evaluate(() => void window.traces.used.splice(0));
          const before = asked.length;
          for (const [id, words] of Object.entries(OWN)) {
            await tab.click(`#${id}`);
            await tab.keyboard.type(words);
          }
          const field = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (await tab.$('#logo'));
          await field.uploadFile(file);
          await tab.waitForSelector('.sheet .logo');
          await tab.click('#trade-taxi');
          await tab.waitForFunction(() => location.hash === '#trade=taxi');
          shown = await tab.evaluate(() => document.querySelector('[data-sheet=office-1]').textContent);
          used = await tab.evaluate(() => window.traces.used.splice(0));
          storage = await tab.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
          address = await tab.evaluate(() => location.href);
          requested = asked.slice(before).filter((line) => !line.endsWith('.woff2'));
          await tab.pdf({ path: join(folder, 'printed.pdf') });
          // Chromium saves the session of an open tab every few seconds. Firefox saves it when it closes.
          if (engine === 'chromium')
            await until('the address is in the saved session', () =>
              filesWith('trade=taxi').some((name) => name.includes('Sessions')),
            );
        } finally {
          await browser.close();
          rmSync(join(file, '..'), { recursive: true, force: true });
        }
      });
      after(() => rmSync(folder, { recursive: true, force: true }));

      /** The files of the profile that hold these words, in UTF-8 or UTF-16. */
      const filesWith = (words) =>
        readdirSync(profile, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .filter((file) => {
            const bytes = readFileSync(file);
            return bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le'));
          });

      it('has them on the sheets', () => {
        for (const words of Object.values(OWN)) assert.ok(shown.includes(words), words);
      });

      it('sends nothing and stores nothing', () => {
        assert.deepEqual(requested, []);
        assert.equal(storage, 0);
        const allowed =
          /^(?:history\.replaceState|navigation replace .*#trade=taxi|<input>|Image(?:\.src =)?|<img>|canvas\.(?:getContext|toDataURL)|Math\.random)$/;
        assert.deepEqual(
          used.filter((way) => !allowed.test(way)),
          [],
        );
        assert.ok(used.includes('history.replaceState'), used.join());
      });

      it('has neither in its address', () => {
        assert.equal(address, `${origin()}/site/papers/#trade=taxi`);
      });

      it('leaves neither in the browser’s profile, where its address is found', () => {
        assert.notDeepEqual(filesWith('trade=taxi'), [], 'the address is in the profile, so a name would be found too');
        for (const words of SECRET) assert.deepEqual(filesWith(words), [], words);
      });
    });
  }
});
