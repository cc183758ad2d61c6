// Pages that are really visited and left, in all three engines: Turbo, client-side navigation, Back, and JavaScript switched off.
/* global addEventListener, document, history, location, requestAnimationFrame, window -- in the page */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { findBrowsers, onPath } from '../../scripts/testkit/find.mjs';
import { respond } from '../../scripts/testkit/static.mjs';
import { Slot } from '../../scripts/testkit/webkit-launcher.mjs';

const found = findBrowsers();
const server = createServer((request, response) => {
  const { pathname, search } = new URL(request.url, 'http://localhost');
  const answer = respond(pathname, search);
  if (!answer) return response.writeHead(404).end();
  // what must not be stored is not kept for Back either
  const headers = { ...answer.headers };
  delete headers['cache-control'];
  response.writeHead(200, headers).end(answer.body);
});

/** A tab, driven the same way in each engine: `run` calls a function in the page. */
async function puppeteerTab(browser) {
  const tab = await browser.newPage();
  return {
    page: tab,
    goto: (url) => tab.goto(url),
    run: (task, ...given) => tab.evaluate(task, ...given),
    close: () => tab.close(),
  };
}
const webkitTab = (slot) => ({
  goto: (url) => slot.command('POST', '/url', { url }),
  run: (task, ...given) => slot.run(`return (${task}).apply(null, arguments)`, given),
  close: () => slot.command('POST', '/url', { url: 'about:blank' }),
});
const starts = {
  chromium: async () => {
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser = await puppeteer.launch({ executablePath: found.chromium, headless: true, args });
    const open = async (script = true) => {
      const tab = await puppeteerTab(browser);
      if (!script) await tab.page.setJavaScriptEnabled(false);
      return tab;
    };
    return { open, close: () => browser.close() };
  },
  // Firefox switches JavaScript off for all its tabs
  firefox: async (script = true) => {
    const extraPrefsFirefox = { 'javascript.enabled': script };
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: found.firefox,
      headless: true,
      extraPrefsFirefox,
    });
    return { open: () => puppeteerTab(browser), close: () => browser.close() };
  },
  webkit: async () => {
    const slot = await new Slot({ driver: onPath('WebKitWebDriver'), binary: found.webkit }).start();
    return { open: async () => webkitTab(slot), close: () => slot.stop() };
  },
};

/**
 * In the page: what of ours is drawn, and what is wrong with it. `numbers` are links that read other than they call, `doubled`
 * are phrases in the light tree that stand there twice or not at their place.
 */
const look = () => {
  const all = [...document.querySelectorAll('*')].filter((one) => one.shadowRoot?.querySelector('[part=root]'));
  const read = (link) => {
    const slot = link.querySelector('slot');
    const nodes = slot?.assignedNodes() ?? [];
    return (nodes.length ? nodes.map((node) => node.textContent).join('') : link.textContent).replaceAll(/\D/g, '');
  };
  return {
    path: location.pathname.split('/').pop(),
    query: location.search,
    drawn: all.length,
    roots: all.map((one) => one.shadowRoot.querySelectorAll('[part=root]').length),
    mirrored: all.every(
      ({ shadowRoot }) =>
        shadowRoot.querySelector('.root:not([data-partial])') &&
        [...shadowRoot.querySelectorAll('slot[name]')].every((slot) => slot.assignedNodes().length),
    ),
    doubled: all.flatMap((one) => {
      const slots = [...one.shadowRoot.querySelectorAll('slot[name]')];
      const spans = [...one.querySelectorAll(':scope > span[slot]')];
      const wrong = slots.filter((slot) => slot.assignedNodes().length !== 1).map(({ name }) => name);
      return spans.length === slots.length ? wrong : [...wrong, `${spans.length} spans for ${slots.length} slots`];
    }),
    numbers: all.flatMap((one) =>
      [...one.shadowRoot.querySelectorAll('a[href^="tel:"]')]
        .filter((link) => `tel:${read(link)}` !== link.getAttribute('href'))
        .map((link) => `${link.getAttribute('href')} reads ${read(link)}`),
    ),
    chosen: all.map(
      (one) => one.shadowRoot.querySelector('input:checked')?.closest('label')?.textContent.trim() ?? null,
    ),
    open: all.flatMap((one) => [...one.shadowRoot.querySelectorAll('details[open]')]).length,
    first: all
      .map((one) => one.shadowRoot.querySelector('[part=route] [role=heading]'))
      .filter(Boolean)
      .map((heading) => heading.querySelector('slot').assignedNodes()[0]?.textContent ?? heading.textContent.trim()),
    preview: document.documentElement.hasAttribute('data-turbo-preview'),
    persisted: document.documentElement.dataset.persisted,
    same: window.same,
    errors: window.errors,
  };
};

describe('pages that are visited and left', { concurrency: false }, () => {
  let origin;
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${server.address().port}/demo/situations`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  for (const [engine, start] of Object.entries(starts)) {
    describe(`in ${engine}`, { skip: found[engine] ? false : `${engine} is not installed` }, () => {
      let browser;
      let tab;
      before(async () => {
        browser = await start();
      });
      after(() => browser?.close());
      beforeEach(async () => {
        tab = await browser.open();
      });
      afterEach(() => tab.close());

      const seen = () => tab.run(look).catch(() => ({ path: 'on the way' }));
      /** Waits until the page is as `wanted`, and gives what is seen then; a page that never is so fails. */
      const until = async (wanted) => {
        let now;
        for (const end = Date.now() + 20_000; Date.now() < end; await sleep(50)) {
          now = await seen();
          if (Object.entries(wanted).every(([key, value]) => now[key] === value)) return now;
        }
        assert.fail(`${JSON.stringify(wanted)} never came; last seen: ${JSON.stringify(now)}`);
      };
      const go = (id) => tab.run((id) => void document.querySelector(`#${id}`).click(), id).catch(() => {});
      const back = () => tab.run(() => void setTimeout(() => history.back())).catch(() => {});
      /** Answers as a child would, in every panel of the page, and unfolds what there is. */
      const use = () =>
        tab.run(() => {
          for (const one of document.querySelectorAll('*')) {
            for (const control of one.shadowRoot?.querySelectorAll('summary,fieldset:first-of-type input') ?? []) {
              if (control.localName === 'summary' || control.closest('label').textContent.includes('under 19'))
                control.click();
            }
          }
        });
      const watch = () =>
        tab.run(() => {
          window.same = true;
          window.errors = [];
          addEventListener('error', ({ message }) => window.errors.push(message));
          addEventListener('unhandledrejection', ({ reason }) => window.errors.push(String(reason)));
        });
      const assertWhole = ({ roots, doubled, numbers }) => {
        assert.deepEqual(new Set(roots), new Set([1]));
        assert.deepEqual(doubled, []);
        assert.deepEqual(numbers, []);
      };

      it('have each element once and alive on every Turbo visit and after Back', async () => {
        await tab.goto(`${origin}/turbo.html`);
        await watch();
        const visit = async (path, drawn) => {
          const now = await until({ path, drawn, mirrored: true, preview: false, same: true });
          assertWhole(now);
          // what was answered before is not in the copy that Turbo has kept
          assert.ok(!now.chosen.includes('I am under 19'), now.chosen.join());
          await use();
          const used = await seen();
          assert.ok(used.chosen.includes('I am under 19'), used.chosen.join());
          assert.equal(used.first.at(-1), 'Childline');
          assertWhole(used);
        };
        await visit('turbo.html', 1);
        await go('on');
        await visit('turbo-on.html', 2);
        await go('on');
        await visit('turbo.html', 1);
        await go('on');
        await visit('turbo-on.html', 2);
        await back();
        await visit('turbo.html', 1);
        await back();
        await visit('turbo-on.html', 2);
        await back();
        await visit('turbo.html', 1);
        assert.deepEqual((await seen()).errors, []);
      });

      it('show the right numbers at once where Turbo puts back a copy of a page that was used', async () => {
        await tab.goto(`${origin}/turbo.html`);
        await until({ drawn: 1, mirrored: true });
        await use();
        await go('on');
        await until({ path: 'turbo-on.html', drawn: 2 });
        // looked at in every frame that is drawn from now on, and never wrong in one
        await tab.run((source) => {
          const look = (0, eval)(source);
          window.wrong = [];
          window.frames_ = 0;
          const each = () => {
            const { path, numbers } = look();
            if (path === 'turbo.html') window.frames_++;
            window.wrong.push(...numbers);
            requestAnimationFrame(each);
          };
          requestAnimationFrame(each);
        }, `(${look})`);
        await back();
        await until({ path: 'turbo.html', drawn: 1, mirrored: true });
        await sleep(200);
        assert.ok((await tab.run(() => window.frames_)) > 1);
        assert.deepEqual(await tab.run(() => window.wrong), []);
      });

      it('have each element once where Back goes through client-side navigation', async () => {
        await tab.goto(`${origin}/client-side.html`);
        await watch();
        await go('to-report');
        assertWhole(await until({ query: '?report', drawn: 1, mirrored: true }));
        await use();
        await go('to-signs');
        assertWhole(await until({ query: '?signs', drawn: 1, mirrored: true }));
        await go('to-news');
        await until({ query: '?news', drawn: 0 });
        await back();
        assertWhole(await until({ query: '?signs', drawn: 1, mirrored: true }));
        await back();
        const now = await until({ query: '?report', drawn: 1, mirrored: true, same: true });
        assertWhole(now);
        assert.deepEqual(now.chosen, [null]);
        assert.deepEqual(now.errors, []);
      });

      it('are kept for Back, and nothing that was chosen with them', async () => {
        await tab.goto(`${origin}/back.html`);
        await until({ drawn: 4, mirrored: true });
        await use();
        const used = await seen();
        assert.ok(used.chosen.includes('I am under 19'));
        assert.ok(used.open > 10);
        await go('on');
        await until({ path: 'dark.html', drawn: 1 });
        await back();
        const now = await until({ path: 'back.html', drawn: 4, mirrored: true });
        const reasons = await tab.run(() =>
          JSON.stringify(performance.getEntriesByType('navigation')[0]?.notRestoredReasons ?? null),
        );
        assert.equal(now.persisted, 'true', `not kept: ${reasons}`);
        assert.deepEqual(
          now.chosen.filter((one) => one),
          [],
        );
        assert.deepEqual(now.first, ['Hertfordshire Police']);
        assertWhole(now);
      });

      const cannot =
        engine === 'webkit' && 'its driver cannot switch JavaScript off; a sandboxed frame does, elsewhere';
      it('hold every number as text and links where JavaScript is off', { skip: cannot }, async (t) => {
        const other = await start(false);
        t.after(() => other.close());
        const still = await other.open(false);
        await still.goto(`${origin}/together.html`);
        const { defined, text, links } = await still.run(() => ({
          defined: [...document.querySelectorAll('*')].some((one) => one.shadowRoot),
          text: document.body.innerText,
          links: [...document.querySelectorAll('a')].filter((a) => a.getClientRects().length).map((a) => a.href),
        }));
        assert.equal(defined, false);
        for (const number of ['999', '0800 1111', '101', '0300 123 4043', '0800 555 111']) {
          assert.ok(text.includes(number), number);
          assert.ok(links.includes(`tel:${number.replaceAll(' ', '')}`), number);
        }
        assert.ok(text.includes('it stays in your browser’s history'));
        assert.ok(links.includes('https://www.bbc.co.uk/weather'));
      });
    });
  }
});
