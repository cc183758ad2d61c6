// Tests that the built script stores, sends and fingerprints nothing in any state of any element. It watches every way to do so from
// before the script loads.
/* global Image, document, history, location, navigation, window -- in the page */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { launch, until } from '../helpers/browsers.mjs';
import { startNet } from '../helpers/trace-net.mjs';
import {
  AUDIENCES,
  PAGE,
  SCRIPT,
  engines,
  everything,
  page,
  scriptHost,
  snippet,
  ways,
} from '../helpers/trace-pages.mjs';
import { disturb, useEverything, watchTraces } from '../helpers/traces.mjs';
import { isWhole } from '../helpers/whole.mjs';

describe('the built script', { concurrency: false }, () => {
  for (const { engine, skip } of engines) {
    describe(`in ${engine}`, { skip }, () => {
      let net;
      let browser;
      let tab;
      let body = '';
      before(async () => {
        net = await startNet((asked) => {
          if (asked.host === SCRIPT) return scriptHost(asked);
          return asked.host === PAGE && asked.path === '/' ? page(body) : undefined;
        });
        browser = await launch(engine, net.launch[engine]);
      });
      after(async () => {
        await browser?.close();
        await net?.close();
      });
      beforeEach(async () => {
        tab = await browser.newPage();
        await tab.evaluateOnNewDocument(watchTraces);
      });
      afterEach(() => tab.close());

      const used = () => tab.evaluate(() => window.traces.used.splice(0));
      /** When it loads, Lit uses one random number to distinguish its own markers in templates from text. */
      const AS_IT_LOADS = ['Math.random'];
      /** Opens a page, presses each link marker that waits, and waits until all is drawn and its words are in the light tree. */
      const open = async (content) => {
        body = content;
        await tab.goto(`https://${PAGE}/`);
        await tab.waitForFunction(() => {
          const links = [...document.querySelectorAll('[data-case] > p > a[href*="say-something"]')];
          const left = links.filter((link) => !link.parentElement.shadowRoot);
          for (const link of left) {
            // One that does not wait yet would open its page.
            link.addEventListener('click', (event) => event.preventDefault(), { once: true });
            link.click();
          }
          return !left.length;
        });
        await tab.waitForFunction(isWhole, {}, '[data-case] > *');
      };
      const one = (markup) => `<section data-case>${markup}</section>`;

      it('would be noticed in each watched way when it used that way', async () => {
        body = '<p>Nothing of ours.</p>';
        await tab.goto(`https://${PAGE}/`);
        const { watched, unseen } = await tab.evaluate(async () => {
          const { ways, used } = window.traces;
          const unseen = [];
          for (const { way, use } of ways) {
            used.length = 0;
            try {
              await use();
            } catch {
              // the browser refuses the call, because it has no object
            }
            if (used[0] !== way) unseen.push(way);
          }
          return { watched: ways.map(({ way }) => way), unseen };
        });
        assert.deepEqual(unseen, []);
        assert.ok(watched.length > 100, `${watched.length} ways are watched`);
        for (const way of [
          ...['Storage.setItem', 'localStorage', 'document.cookie =', 'history.pushState', 'fetch', 'XMLHttpRequest'],
          ...['navigator.sendBeacon', 'IDBFactory.open', 'WebSocket', 'BroadcastChannel', 'name =', 'Image.src ='],
        ]) {
          assert.ok(watched.includes(way), `${way} is watched`);
        }
      });

      it('would be noticed when it did what real pages do', async () => {
        body = '<p>Nothing of ours.</p>';
        await tab.goto(`https://${PAGE}/`);
        const seen = await tab.evaluate(async () => {
          localStorage.q1 = 'a';
          document.cookie = 'a=b';
          history.replaceState(null, '');
          window.name = 'a';
          new Image().src = '/i.png';
          new BroadcastChannel('a').close();
          await fetch('/').catch(() => {});
          const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
          const field = document.createElement('input');
          root.append(document.createElement('form'), field, document.createElement('iframe'));
          location.hash = 'a';
          await new Promise((resolve) => setTimeout(resolve));
          const seen = [...window.traces.used];
          localStorage.clear();
          document.cookie = 'a=; max-age=0';
          return seen;
        });
        assert.deepEqual(
          seen.filter((way) => !way.startsWith('navigation')),
          [
            ...AS_IT_LOADS,
            ...['localStorage', 'document.cookie =', 'history.replaceState', 'name =', 'Image', 'Image.src ='],
            ...['BroadcastChannel', 'fetch', '<form>', '<input>', '<iframe>'],
          ],
        );
        if (await tab.evaluate(() => typeof navigation === 'object')) {
          assert.ok(seen.includes(`navigation push https://${PAGE}/#a`), seen.join());
        }
      });

      // test at three times, because cards differ by day, at night and when the facts are old
      for (const [way, time, title] of [
        ['element', '2026-11-24T12:00:00Z', 'takes nothing in any state of any element, for any audience'],
        ['placeholder', '2026-11-24T01:00:00Z', 'takes nothing in any state of any placeholder, for any audience'],
        ['link', '2027-08-01T12:00:00Z', 'takes nothing in any state of any link marker, for any audience'],
      ]) {
        it(title, async () => {
          await tab.evaluateOnNewDocument((now) => {
            Date.now = () => now;
          }, Date.parse(time));
          // Each audience as an element, and as one of the two markers.
          const chosen = AUDIENCES.filter((_, i) => way === 'element' || i % 2 === (way === 'link' ? 1 : 0));
          await open(everything(way, chosen));
          const address = () => tab.evaluate(() => [history.length, location.href, document.title]);
          const before = await address();
          const cases = await tab.evaluate(() =>
            [...document.querySelectorAll('[data-case]')].map((section) => section.dataset.case),
          );
          assert.equal(cases.length, chosen.length * (way === 'link' ? 3 : 4));
          assert.deepEqual(await used(), AS_IT_LOADS, 'when it loads');
          await tab.evaluate(disturb);
          assert.deepEqual(await used(), [], 'when the page is printed, sleeps, returns or changes its language');
          let actions = 0;
          for (const wanted of cases) {
            const holder = await tab.$(`[data-case="${wanted}"] > *`);
            const did = await holder.evaluate(useEverything);
            // everything possible was done
            const least = {
              report: { answers: 16, unfolded: 12, links: 40, heard: 40, copies: 8, buttons: 1, said: 1, words: 100 },
              signs: { unfolded: 16, links: 1, heard: 1, words: 30 },
              banner: { links: 1, heard: 1, words: 4 },
              exit: { words: 2 },
            }[wanted.split(' ')[0]];
            for (const [what, often] of Object.entries(least)) {
              assert.ok(did[what] >= often, `${wanted}: ${what} ${did[what]}, not ${often}`);
            }
            if (wanted.startsWith('banner')) actions += did.buttons;
            // only the numbers that a person asked to copy are written
            assert.deepEqual(await used(), Array(did.copies).fill('clipboard.writeText'), wanted);
          }
          // when the last banner was used, there was no panel left
          assert.equal(actions, chosen.length - 1);
          assert.equal(await tab.$('say-something-report'), null, 'everything is removed');
          assert.deepEqual(await used(), [], 'after everything was removed');
          assert.deepEqual(await address(), before);
          assert.deepEqual(await browser.cookies(), []);
        });
      }

      const ours = `${snippet}<section data-case>${ways.element('exit', 'public')}</section>`;
      const said = () =>
        tab.evaluate(
          () =>
            [...document.querySelectorAll('*')]
              .map((holder) => holder.shadowRoot?.querySelector('[aria-live]')?.textContent)
              .find((words) => words !== undefined) ?? '',
        );
      const hears = (words) => until(`said: ${words}`, async () => words.test(await said()));

      it('takes nothing while Shift is counted and cancelled', async () => {
        await open(ours);
        for (let i = 0; i < 2; i++) await tab.keyboard.press('Shift');
        // It is cancelled after five seconds, and only if it was counted.
        await hears(/cancelled/);
        assert.deepEqual(await used(), AS_IT_LOADS);
      });

      it('takes nothing when a person leaves', async () => {
        await open(ours);
        const navigations = await tab.evaluate(() => typeof navigation === 'object');
        const gone = tab.waitForNavigation();
        // read it in the same task, because the page is gone a moment later
        const taken = await tab.evaluate(async () => {
          document.querySelector('say-something-exit').shadowRoot.querySelector('a').click();
          await null;
          // remove duplicates, because the watch may note the <meta> by itself and within the empty page
          return [...new Set(window.traces.used)];
        });
        await gone;
        // the <meta> that it adds hides from the next page where the person was
        assert.deepEqual(taken, [
          ...AS_IT_LOADS,
          'document.title =',
          ...(navigations ? ['navigation replace https://www.bbc.co.uk/weather'] : []),
          '<meta>',
        ]);
        assert.equal(new URL(tab.url()).host, 'www.bbc.co.uk');
      });

      it('takes nothing when Back restores the page from the back-forward cache', async (test) => {
        await open(ours);
        await tab.evaluate(() => {
          window.addEventListener('pageshow', ({ persisted }) => {
            window.persisted = persisted;
          });
        });
        await tab.click('section');
        await tab.evaluate(() => {
          window.persisted = 'not shown again yet';
          setTimeout(() => location.assign('/other'));
        });
        await until('the other page', () => tab.evaluate(() => location.pathname === '/other'));
        await tab.evaluate(() => void setTimeout(() => history.back())).catch(() => {});
        await until('the page is shown again', () => tab.evaluate(() => typeof window.persisted === 'boolean'));
        if (!(await tab.evaluate(() => window.persisted))) {
          test.skip(`${engine} has no back-forward cache under this driver`);
          return;
        }
        assert.deepEqual(
          (await used()).filter((way) => !way.startsWith('navigation')),
          AS_IT_LOADS,
        );
      });

      it('asks once for a directory when an author gives its address, and does nothing else', async () => {
        await open(one(`<say-something-report directory="/directory.json"></say-something-report>`));
        assert.deepEqual(await used(), [...AS_IT_LOADS, 'fetch']);
      });
    });
  }
});
