// Tests pages that are really visited and left: Turbo and Back in all three engines, each with its own back-forward cache, and
// client-side navigation and disabled JavaScript in Chromium.
/* global addEventListener, document, history, location, requestAnimationFrame, window -- in the page */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { onPath } from '../../scripts/testkit/find.mjs';
import { respond } from '../../scripts/testkit/static.mjs';
import { Slot } from '../../scripts/testkit/webkit-launcher.mjs';
import { found, launch, serving, until, without } from '../helpers/browsers.mjs';
import { digits, number } from '../helpers/numbers.ts';

const server = createServer((request, response) => {
  const { pathname, search } = new URL(request.url, 'http://localhost');
  const answer = respond(pathname, search);
  if (!answer) return response.writeHead(404).end();
  // remove no-store, because it disables the back-forward cache
  const headers = { ...answer.headers };
  delete headers['cache-control'];
  response.writeHead(200, headers).end(answer.body);
});

/** A tab with the same interface in each engine. `run` calls a function in the page. */
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
    const browser = await launch('chromium');
    const open = async (script = true) => {
      const tab = await puppeteerTab(browser);
      if (!script) await tab.page.setJavaScriptEnabled(false);
      return tab;
    };
    return { open, close: () => browser.close() };
  },
  firefox: async () => {
    const browser = await launch('firefox');
    return { open: () => puppeteerTab(browser), close: () => browser.close() };
  },
  webkit: async () => {
    const slot = await new Slot({ driver: onPath('WebKitWebDriver'), binary: found.webkit }).start();
    return { open: async () => webkitTab(slot), close: () => slot.stop() };
  },
};

/**
 * Runs in the page. Describes our drawn elements and their faults. `numbers` are links whose text differs from the number that they
 * call, and `doubled` are phrases that are in the light tree twice or at a wrong place.
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

describe('our elements in pages that are visited and left', { concurrency: false }, () => {
  const host = serving(server);
  const origin = () => `${host()}/demo/situations`;

  for (const [engine, start] of Object.entries(starts)) {
    describe(`in ${engine}`, { skip: without(engine) }, () => {
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
      /** Waits until the page is as `wanted` and returns what is seen then. Fails if that never happens. */
      const untilSeen = async (wanted) => {
        let now;
        const asWanted = () => Object.entries(wanted).every(([key, value]) => now[key] === value);
        await until(JSON.stringify(wanted), async () => ((now = await seen()), asWanted())).catch((error) => {
          throw new Error(`${error.message}; ${JSON.stringify(now)}`);
        });
        return now;
      };
      const go = (id) => tab.run((id) => void document.querySelector(`#${id}`).click(), id).catch(() => {});
      const back = () => tab.run(() => void setTimeout(() => history.back())).catch(() => {});
      /** Answers as a child in every panel of the page, and unfolds everything. */
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

      it('are there once and work on every Turbo visit and after Back', async () => {
        await tab.goto(`${origin()}/turbo.html`);
        await watch();
        const visit = async (path, drawn) => {
          const now = await untilSeen({ path, drawn, mirrored: true, preview: false, same: true });
          assertWhole(now);
          // earlier answers are not in Turbo's copy of the page
          assert.ok(!now.chosen.includes('I am under 19'), now.chosen.join());
          await use();
          const used = await seen();
          assert.ok(used.chosen.includes('I am under 19'), used.chosen.join());
          assert.equal(used.first.at(-1), 'Hertfordshire Police');
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

      it('show the right numbers at once when Turbo restores a copy of a used page', async () => {
        await tab.goto(`${origin()}/turbo.html`);
        await untilSeen({ drawn: 1, mirrored: true });
        await use();
        await go('on');
        await untilSeen({ path: 'turbo-on.html', drawn: 2 });
        // check every frame from now on
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
        await untilSeen({ path: 'turbo.html', drawn: 1, mirrored: true });
        await until('two frames', () => tab.run(() => window.frames_ > 1));
        assert.deepEqual(await tab.run(() => window.wrong), []);
      });

      // The following tests do not depend on the engine, so they run only in Chromium.
      const itInChromium = engine === 'chromium' ? it : () => {};
      itInChromium('are there once when Back goes through client-side navigation', async () => {
        await tab.goto(`${origin()}/client-side.html`);
        await watch();
        await go('to-report');
        assertWhole(await untilSeen({ query: '?report', drawn: 1, mirrored: true }));
        await use();
        await go('to-signs');
        assertWhole(await untilSeen({ query: '?signs', drawn: 1, mirrored: true }));
        await go('to-news');
        await untilSeen({ query: '?news', drawn: 0 });
        await back();
        assertWhole(await untilSeen({ query: '?signs', drawn: 1, mirrored: true }));
        await back();
        const now = await untilSeen({ query: '?report', drawn: 1, mirrored: true, same: true });
        assertWhole(now);
        assert.deepEqual(now.chosen, [null]);
        assert.deepEqual(now.errors, []);
      });

      it('are in the back-forward cache, without a person’s choices', async () => {
        await tab.goto(`${origin()}/back.html`);
        await untilSeen({ drawn: 4, mirrored: true });
        await use();
        const used = await seen();
        assert.ok(used.chosen.includes('I am under 19'));
        assert.ok(used.open > 10);
        await go('on');
        await untilSeen({ path: 'dark.html', drawn: 1 });
        await back();
        const now = await untilSeen({ path: 'back.html', drawn: 4, mirrored: true });
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

      itInChromium('have every number as text and links when JavaScript is disabled', async (t) => {
        const still = await browser.open(false);
        t.after(() => still.close());
        await still.goto(`${origin()}/together.html`);
        const { defined, text, links } = await still.run(() => ({
          defined: [...document.querySelectorAll('*')].some((one) => one.shadowRoot),
          text: document.body.innerText,
          links: [...document.querySelectorAll('a')].filter((a) => a.getClientRects().length).map((a) => a.href),
        }));
        assert.equal(defined, false);
        for (const id of ['police-999', 'childline', 'police-101', 'herts-childrens-services', 'crimestoppers']) {
          assert.ok(text.includes(number(id)), number(id));
          assert.ok(links.includes(`tel:${digits(id)}`), number(id));
        }
        assert.ok(text.includes('it stays in your browser’s history'));
        assert.ok(links.includes('https://www.bbc.co.uk/weather'));
      });
    });
  }
});
