// Tests what a visit leaves on the device. It uses real profiles with mouse and keys, closes the browser, and reads every file.
/* global document, history, location -- in the page */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { onPath } from '../../scripts/testkit/find.mjs';
import { en } from '../../src/data/locales/en.ts';
import { LIMIT, launch, until } from '../helpers/browsers.mjs';
import { digits, number } from '../helpers/numbers.ts';
import { startNet } from '../helpers/trace-net.mjs';
import { PAGE, SCRIPT, engines, page, scriptHost, snippet, ways } from '../helpers/trace-pages.mjs';
import { isWhole } from '../helpers/whole.mjs';

/** The service whose link is followed. */
const SERVICE = '999bsl.co.uk';

/** The answers that are chosen in the visit. */
const CHOSEN = { who: 'under-19', where: 'online', name: 'anonymous' };
const chosenWords = Object.values(CHOSEN).map((id) => en.answers[id]);
/** Words that occur only in our elements: the answers except plain words, an answer's id, what is copied and followed, and our names. */
const OUR_WORDS = [
  CHOSEN.who,
  ...chosenWords.filter((words) => words.includes(' ')),
  ...['childline', 'crimestoppers'].flatMap((id) => [number(id), number(id).replaceAll('\u00a0', ' '), digits(id)]),
  ...['Childline', 'Crimestoppers', 'say-something'],
];

const form = `<!doctype html><title>Form</title><link rel="icon" href="data:,">
  <form action="/sent"><input name="town"><label><input type="radio" name="q1" value="zebra">Zebra</label><button>Send</button></form>
  <script>addEventListener('load', () => {
    document.cookie = 'kept=zebra; max-age=100000';
    localStorage.setItem('kept', 'zebra');
    sessionStorage.setItem('kept', 'zebra');
    indexedDB.open('zebra');
  });</script>`;

/** The reason to skip without Debian's command for reading the browsers' SQLite files. */
const noSqlite = !onPath('sqlite3') && 'sqlite3 is not installed: apt-get install sqlite3';

describe('the device after a visit', { concurrency: false }, () => {
  for (const { engine, skip } of engines) {
    describe(`in a profile of ${engine}`, { skip: skip || noSqlite }, () => {
      let folder;
      const profiles = {};
      let net;
      let withScript = true;
      /** The minimum duration of the visit without the script, because a browser writes some files after a while. */
      let atLeast = 0;
      before(async () => {
        folder = mkdtempSync(join(tmpdir(), 'profile-'));
        net = await startNet((asked) => {
          if (asked.host === SCRIPT) {
            const answer = scriptHost(asked);
            return withScript ? answer : { ...answer, body: '// nothing' };
          }
          if (asked.host !== PAGE)
            return `<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,"><p>Elsewhere</p>`;
          if (asked.path === '/form') return form;
          if (asked.path === '/sent') return `<!doctype html><title>Sent</title>`;
          return page(
            `${snippet}${ways.placeholder('signs', 'public')}${ways.element('banner', 'public')}${ways.element('exit', 'public')}`,
          );
        });
        profiles.form = await visit('form', fillIn);
        const began = Date.now();
        profiles.ours = await visit('ours', useOurs);
        atLeast = Date.now() - began;
        withScript = false;
        profiles.plain = await visit('plain', readOnly);
      });
      after(async () => {
        await net?.close();
        rmSync(folder, { recursive: true, force: true });
      });

      /** A complete visit with a profile of its own, which ends like a person closes a browser. */
      async function visit(name, act) {
        const profile = join(folder, name);
        const browser = await launch(engine, { userDataDir: profile, ...net.launch[engine] });
        try {
          const [tab] = await browser.pages();
          tab.setDefaultTimeout(LIMIT);
          await act(tab, profile);
        } finally {
          await browser.close();
        }
        return profile;
      }

      /**
       * Waits until Chromium has saved these words in the session of the open tab, which it does every few seconds. Firefox saves its
       * session when it closes.
       */
      const sessionHolds = async (profile, words) => {
        if (engine === 'chromium')
          await until(`"${words}" is in the saved session`, () =>
            placesOf(profile, [words]).some((place) => place.startsWith('Default/Sessions')),
          );
      };

      async function fillIn(tab, profile) {
        await tab.goto(`https://${PAGE}/form`);
        await tab.click('[type=radio]');
        await tab.click('[name=town]');
        await tab.keyboard.type('zebra', { delay: 10 });
        await Promise.all([tab.waitForNavigation(), tab.click('button')]);
        await sessionHolds(profile, 'form state version');
      }

      async function useOurs(tab, profile) {
        await tab.goto(`https://${PAGE}/concern`);
        await whole(tab);
        const inPanel = (find, ...given) =>
          tab.evaluateHandle(
            (find, ...given) =>
              new Function(`return ${find}`)()(document.querySelector('.say-something').shadowRoot, ...given),
            String(find),
            ...given,
          );
        const click = async (find, ...given) => {
          const element = (await inPanel(find, ...given)).asElement();
          assert.ok(element, String(find));
          await element.click();
        };
        const labelled = (root, words) =>
          [...root.querySelectorAll('label')].find((label) => label.textContent.includes(words));
        /** Opens what is closed around an answer: first all questions, then its own. */
        const openTo = async (words) => {
          for (const which of ['.ask > details', 'details.question']) {
            const closed = (root, which, words) =>
              [...root.querySelectorAll(which)]
                .find((details) =>
                  [...details.querySelectorAll('label')].some((one) => one.textContent.includes(words)),
                )
                .querySelector(':scope:not([open]) > summary');
            // try again, because a click does nothing for a moment after an answer
            await until(`${which} is open`, async () => {
              if (!(await inPanel(closed, which, words)).asElement()) return true;
              await click(closed, which, words);
              return false;
            });
          }
        };
        for (const words of chosenWords) {
          await openTo(words);
          await click(labelled, words);
        }
        const answered = await inPanel((root) => root.querySelectorAll('input:checked').length);
        assert.equal(await answered.jsonValue(), 3);
        // go to the next answer and back with keys
        await tab.keyboard.press('ArrowUp');
        await tab.keyboard.press('ArrowDown');
        // try again, because a click does nothing for a moment after an answer
        const opened = (root) => !!root.querySelector('details.quiet[open] button');
        await until('a row is open', async () => {
          if (await (await inPanel(opened)).jsonValue()) return true;
          await click((root) => root.querySelector('details.quiet:has(button) > summary'));
          return (await inPanel(opened)).jsonValue();
        });
        await click((root) => root.querySelector('details.quiet[open] button'));
        await click((root) => root.querySelector('[part=emergency] + * summary'));
        await tab.pdf();
        await click((root) => root.querySelector('[part=emergency] + * a[href^="https:"]'));
        await arrives(tab, SERVICE);
        await back(tab);
        // a browser without the page in its back-forward cache loads it again
        await whole(tab);
        await openTo(chosenWords[0]);
        await click(labelled, chosenWords[0]);
        for (let i = 0; i < 3; i++) await tab.keyboard.press('Shift');
        await arrives(tab, 'www.bbc.co.uk');
        await sessionHolds(profile, 'www.bbc.co.uk');
      }

      /** Waits until the panel is completely drawn. */
      async function whole(tab) {
        await tab.waitForFunction(isWhole, {}, '.say-something');
      }

      /** Waits until a host's page has loaded. Reads it in the page, because a driver does not notice every return from a cache. */
      async function arrives(tab, host) {
        await until(`the page of ${host}`, () =>
          tab.evaluate((host) => document.readyState === 'complete' && location.host === host, host),
        );
      }
      async function back(tab) {
        await tab.evaluate(() => void setTimeout(() => history.back())).catch(() => {});
        await arrives(tab, PAGE);
      }

      async function readOnly(tab) {
        await tab.goto(`https://${PAGE}/concern`);
        await sleep(atLeast);
        await tab.click('.say-something p');
        await tab.pdf();
        await tab.click('.say-something a[href^="https://www.gov.uk"]');
        await arrives(tab, 'www.gov.uk');
        await back(tab);
        await tab.evaluate(() => location.replace('https://www.bbc.co.uk/weather')).catch(() => {});
        await arrives(tab, 'www.bbc.co.uk');
      }

      /** The paths of all files in a profile. */
      const filesOf = (profile) =>
        readdirSync(profile, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name));
      /** Whether a file contains these words in UTF-8 or UTF-16, which browsers use too. */
      const holds = (file, words) => {
        const bytes = readFileSync(file);
        return bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le'));
      };
      /** The places in a profile that contain these words, without the numbers in file names. */
      const placesOf = (profile, words) => [
        ...new Set(
          filesOf(profile)
            .filter((file) => words.some((one) => holds(file, one)))
            .map((file) =>
              file
                .slice(profile.length + 1)
                .replaceAll('\\', '/')
                .replace(/\d{3,}/g, '#'),
            ),
        ),
      ];
      /** Whether a place is in a browser's HTTP cache, which contains every page. */
      const isCache = (place) => /(^|\/)(Cache|Code Cache|cache2|startupCache)\//.test(place);
      const rows = (profile, file, query) => {
        const path = join(profile, file);
        assert.ok(existsSync(path), `${file} is there`);
        // The browser is closed, so nothing else has the file open. sqlite3 prints nothing when there is no row.
        const printed = execFileSync('sqlite3', ['-json', path, query], { encoding: 'utf8', maxBuffer: 1 << 28 });
        return JSON.parse(printed || '[]').map((row) => Object.values(row));
      };

      const all = (profile, ...words) => placesOf(profile, words).filter((place) => !isCache(place));
      const has = (profile, words, ...places) => {
        const found = all(profile, words);
        for (const place of places)
          assert.ok(
            found.some((one) => one.startsWith(place)),
            `${words} in ${place}: ${found}`,
          );
      };

      it('would contain the data of a form, a cookie and storage, and this test would find it', () => {
        const { form } = profiles;
        if (engine === 'chromium') {
          assert.deepEqual(rows(form, 'Default/Web Data', 'SELECT name, value FROM autofill'), [['town', 'zebra']]);
          assert.deepEqual(rows(form, 'Default/Cookies', 'SELECT host_key, name FROM cookies'), [[PAGE, 'kept']]);
          has(form, 'zebra', 'Default/Local Storage', 'Default/Session Storage', 'Default/History', 'Default/Sessions');
          has(form, PAGE, 'Default/IndexedDB');
          has(form, 'form state version', 'Default/Sessions');
        } else {
          has(form, 'zebra', 'formhistory.sqlite', 'cookies.sqlite', 'storage/default', 'places.sqlite');
          has(form, 'town', 'formhistory.sqlite');
        }
      });

      it('holds none of the chosen, copied or unfolded words', () => {
        const { ours } = profiles;
        // the visit itself is in the history
        has(ours, `${PAGE}/concern`, engine === 'chromium' ? 'Default/History' : 'places.sqlite');
        assert.deepEqual(all(ours, ...OUR_WORDS), []);
        // a browser uses this text to restore the state of forms
        assert.deepEqual(all(ours, 'form state version'), []);
      });

      it('has no row of autofill, no cookie, no storage and no worker', () => {
        const { ours } = profiles;
        if (engine === 'chromium') {
          const filled =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND (name LIKE 'auto%' OR name LIKE 'addr%')";
          const tables = rows(ours, 'Default/Web Data', filled).flat();
          assert.ok(tables.includes('autofill') && tables.includes('addresses'), tables.join());
          for (const table of tables.filter((name) => !/meta|state/.test(name))) {
            assert.deepEqual(rows(ours, 'Default/Web Data', `SELECT * FROM "${table}"`), [], table);
          }
          assert.deepEqual(rows(ours, 'Default/Cookies', 'SELECT * FROM cookies'), []);
          for (const kind of ['IndexedDB', 'Service Worker', 'File System', 'databases']) {
            assert.equal(existsSync(join(ours, 'Default', kind)), false, kind);
          }
        }
        const kept =
          /cookies|storage\/(default|permanent|temporary)|webappsstore|formhistory|Local Storage|Session Storage|WebStorage/;
        assert.deepEqual(
          all(ours, PAGE, SCRIPT, 'council.example').filter((place) => kept.test(place)),
          [],
        );
        if (engine === 'firefox') {
          // the browser creates the file when it has data for it
          if (existsSync(join(ours, 'formhistory.sqlite'))) {
            assert.deepEqual(rows(ours, 'formhistory.sqlite', 'SELECT * FROM moz_formhistory'), []);
          }
          assert.deepEqual(rows(ours, 'cookies.sqlite', 'SELECT * FROM moz_cookies'), []);
        }
      });

      it('has only the opened pages in its history', () => {
        const { ours } = profiles;
        const address = `https://${PAGE}/concern`;
        if (engine === 'chromium') {
          const urls = rows(ours, 'Default/History', 'SELECT url FROM urls').flat();
          assert.deepEqual(
            urls.filter((url) => url.includes('council.example')),
            [address],
          );
          assert.equal(urls.length, 3, urls.join());
          for (const { host } of urls.map((url) => new URL(url)))
            assert.ok([PAGE, SERVICE, 'www.bbc.co.uk'].includes(host), host);
        } else {
          has(ours, address, 'places.sqlite');
          // the address of the page with anything after it
          for (const mark of ['#', '?', '/']) assert.deepEqual(all(ours, `${address}${mark}`), []);
        }
      });

      it('names the site only in places where the same page without the script is named', () => {
        const { ours, plain } = profiles;
        const usual = all(plain, PAGE, SCRIPT);
        assert.ok(usual.length);
        assert.deepEqual(
          all(ours, PAGE, SCRIPT).filter((place) => !usual.includes(place)),
          [],
        );
      });
    });
  }
});
