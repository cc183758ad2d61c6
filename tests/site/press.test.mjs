// Presses a number with real touch, mouse and pen while the script draws. The press calls that number or nobody.
/* global Element, MutationObserver, addEventListener, customElements, document, window -- in the page */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { onPath } from '../../scripts/testkit/find.mjs';
import { respond } from '../../scripts/testkit/static.mjs';
import { Slot } from '../../scripts/testkit/webkit-launcher.mjs';
import { found, launch, serving, until, without } from '../helpers/browsers.mjs';
import { digits } from '../helpers/numbers.ts';

/** Milliseconds after drawing in which a press calls nobody, as the product promises. */
const AIM = 400;
const OWN = readFileSync(new URL('../elements/fixtures/own-directory.json', import.meta.url));
/** The digits of a number that is only in the author's directory. */
const OWN_NUMBER = JSON.parse(OWN.toString())
  .contacts.find(({ id }) => id === 'line')
  .channels[0].value.replaceAll(/\D/g, '');
const CHILDLINE = `tel:${digits('childline')}`;

/** Runs in the page before everything else. Notes what is pressed and when, and when the panel is drawn. */
const watch = () => {
  const seen = (window.seen = { clicks: [], ups: [], drawn: [] });
  addEventListener('pointerup', () => seen.ups.push(performance.now()), true);
  addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node.matches?.('a[href], button, summary'));
    seen.clicks.push({ href: link?.getAttribute('href') ?? link?.localName ?? '', at: performance.now() });
    event.preventDefault();
  });
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (...given) {
    // skip the probe that is added first
    if (this.isConnected) seen.drawn.push(performance.now());
    return attachShadow.apply(this, given);
  };
};
/** No number of a published snippet gets another's place. So this one is the author's own, and Childline is where the panel has 999. */
const OWN_WORDS = `<p style="text-align: end">Childline <a href="${CHILDLINE}">call</a></p>`.repeat(12);
const page = (settings) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Concern</title>
  <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
  <style>body { margin: 1em; font: 16px/1.5 sans-serif }</style><script>(${watch})()</script>
  <body><div class="say-something" data-say-something="report" ${settings}>${OWN_WORDS}</div>
  <p>The page goes on.</p></body></html>`;

/** Answers the page's request for its directory. */
let sendDirectory;
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (pathname === '/') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return response.end(page(searchParams.get('settings') ?? ''));
  }
  if (pathname === '/own.json') {
    sendDirectory = () => response.setHeader('content-type', 'application/json').end(OWN);
    return undefined;
  }
  const answer = respond(pathname);
  return response.writeHead(answer ? 200 : 404, answer?.headers).end(answer?.body);
});

/** Runs in the page. Points of the links that a selector finds, three pixels apart, each with the link's address. */
const pointsOf = (selector) => {
  const all = [document, ...[...document.querySelectorAll('.say-something')].map(({ shadowRoot }) => shadowRoot)];
  const links = all.flatMap((root) => [...(root?.querySelectorAll(selector) ?? [])]);
  return links.flatMap((link) => {
    const { left, top, width, height } = link.getBoundingClientRect();
    const points = [];
    for (let x = 1; x < width; x += 3)
      for (let y = 1; y < height; y += 3)
        points.push({ x: left + x, y: top + y, href: link.getAttribute('href') ?? '' });
    return points;
  });
};
/** Runs in the page. The address to which a tap at a point leads now. */
const leadsTo = ({ x, y }) => {
  let at = document.elementFromPoint(x, y);
  while (at?.shadowRoot?.elementFromPoint(x, y) && at.shadowRoot.elementFromPoint(x, y) !== at)
    at = at.shadowRoot.elementFromPoint(x, y);
  for (; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host)
    if (at.matches('a[href]')) return at.getAttribute('href');
  return '';
};
const isDrawn = () => !!document.querySelector('.say-something')?.shadowRoot?.querySelector('.root');
const isComplete = () =>
  !!document.querySelector('.say-something')?.shadowRoot?.querySelector('.root:not([data-partial])');
/** Whether the script has run, because an element without a marker is defined at once. */
const hasRun = () => !!customElements.get('say-something-exit');
const seen = () => window.seen;
const hasDirectory = () =>
  performance.getEntriesByType('resource').some(({ name, responseEnd }) => responseEnd && name.endsWith('/own.json'));
/** Runs in the page. Notes when the number of the author's directory is drawn. */
const noteOwn = (number) => {
  const root = document.querySelector('.say-something').shadowRoot;
  new MutationObserver(() => {
    if (root.textContent.replaceAll(/\D/g, '').includes(number)) window.seen.own ??= performance.now();
  }).observe(root, { childList: true, characterData: true, subtree: true });
};
/** Runs in the page. Adds the script as a tag manager does. */
const bring = () => {
  const script = document.createElement('script');
  script.src = '/dist/say-something.js';
  document.head.append(script);
};

/** A pointer of each kind, with the engine's own driver. */
const CHROMIUM_POINTERS = {
  touch: (cdp) => ({
    down: (point) => cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] }),
    up: () => cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
  }),
  ...Object.fromEntries(
    ['mouse', 'pen'].map((pointerType) => [
      pointerType,
      (cdp) => {
        const send = (type, { x, y }) =>
          cdp.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1, pointerType });
        return { down: (point) => send('mousePressed', point), up: (point) => send('mouseReleased', point) };
      },
    ]),
  ),
};
const ENGINES = {
  chromium: {
    pointers: Object.keys(CHROMIUM_POINTERS),
    async start() {
      const browser = await launch('chromium');
      return {
        async open(pointer) {
          const tab = await browser.newPage();
          const cdp = await tab.createCDPSession();
          if (pointer === 'touch') await tab.setViewport({ width: 800, height: 600, hasTouch: true });
          return {
            goto: (url) => tab.goto(url, { waitUntil: 'domcontentloaded' }),
            run: (task, ...given) => tab.evaluate(task, ...given),
            close: () => tab.close(),
            ...CHROMIUM_POINTERS[pointer](cdp),
          };
        },
        close: () => browser.close(),
      };
    },
  },
  firefox: {
    pointers: ['touch', 'mouse'],
    async start() {
      const browser = await launch('firefox');
      return {
        async open(pointer) {
          const tab = await browser.newPage();
          const { mouse, touchscreen } = tab;
          return {
            goto: (url) => tab.goto(url, { waitUntil: 'domcontentloaded' }),
            run: (task, ...given) => tab.evaluate(task, ...given),
            close: () => tab.close(),
            ...(pointer === 'touch'
              ? { down: ({ x, y }) => touchscreen.touchStart(x, y), up: () => touchscreen.touchEnd() }
              : {
                  down: async ({ x, y }) => {
                    await mouse.move(x, y);
                    await mouse.down();
                  },
                  up: () => mouse.up(),
                }),
          };
        },
        close: () => browser.close(),
      };
    },
  },
  webkit: {
    pointers: ['mouse'],
    async start() {
      const slot = await new Slot({ driver: onPath('WebKitWebDriver'), binary: found.webkit }).start();
      const act = (...actions) =>
        slot.command('POST', '/actions', {
          actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
        });
      return {
        open: async () => ({
          goto: (url) => slot.command('POST', '/url', { url }),
          run: (task, ...given) => slot.run(`return (${task}).apply(null, arguments)`, given),
          close: () => slot.command('POST', '/url', { url: 'about:blank' }),
          down: ({ x, y }) =>
            act(
              { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
              { type: 'pointerDown', button: 0 },
            ),
          up: () => act({ type: 'pointerUp', button: 0 }),
        }),
        close: () => slot.stop(),
      };
    },
  },
};

describe('a press during drawing', { concurrency: false }, () => {
  const host = serving(server);
  const origin = () => `${host()}/`;

  for (const [engine, { pointers, start }] of Object.entries(ENGINES)) {
    describe(`in ${engine}`, { skip: without(engine) }, () => {
      let browser;
      before(async () => (browser = await start()));
      after(() => browser?.close());

      const drawn = (tab) => until('the panel is drawn', () => tab.run(isDrawn));
      const complete = (tab) => until('all of the panel is drawn', () => tab.run(isComplete));
      /** A point on Childline in the snippet that leads elsewhere once the panel is drawn. */
      const clash = async (tab) => {
        await tab.goto(origin());
        const points = (await tab.run(pointsOf, '.say-something a[href^="tel:"]')).filter(
          ({ href }) => href === CHILDLINE,
        );
        await tab.run(bring);
        await complete(tab);
        for (const point of points) {
          const to = await tab.run(leadsTo, point);
          if (to && to !== CHILDLINE) return { ...point, to };
        }
        return assert.fail('No point of Childline’s number leads elsewhere after drawing, so this test shows nothing.');
      };
      /** The clicks within the protected time after drawing that did not call the first number. */
      const wrong = ({ clicks, drawn: [first] }) =>
        clicks.filter(({ href, at }) => href && href !== CHILDLINE && at - first < AIM);

      for (const pointer of pointers) {
        describe(`with ${pointer}`, () => {
          let tab;
          let point;
          before(async () => {
            tab = await browser.open(pointer);
            point = await clash(tab);
          });
          after(() => tab?.close());

          it('calls the number that was pressed when the script begins meanwhile', async () => {
            await tab.goto(origin());
            await tab.down(point);
            await tab.run(bring);
            await until('the script has run', () => tab.run(hasRun));
            await tab.up(point);
            await drawn(tab);
            const { clicks, ups, drawn: at } = await tab.run(seen);
            // No browser says of a touch that began before the script that it still continues.
            if (pointer === 'touch' && at[0] < ups[0])
              return assert.deepEqual(
                clicks.filter(({ href }) => href),
                [],
              );
            assert.ok(at[0] - ups[0] >= AIM, `drawn at ${at[0]}, lifted at ${ups[0]}`);
            return assert.deepEqual(
              clicks.map(({ href }) => href),
              [CHILDLINE],
            );
          });

          it('delays a late directory until a moment after it has ended', async () => {
            await tab.goto(`${origin()}?settings=${encodeURIComponent('data-directory="/own.json"')}`);
            await tab.run(bring);
            await complete(tab);
            await tab.run(noteOwn, OWN_NUMBER);
            const all = await tab.run(pointsOf, '[part=emergency] a');
            const danger = all[Math.floor(all.length / 2)];
            await tab.down(danger);
            sendDirectory();
            await until('the directory is there', () => tab.run(hasDirectory));
            await tab.up(danger);
            const { own, ups } = await until('the directory is taken', async () => {
              const now = await tab.run(seen);
              return now.own && now;
            });
            assert.ok(own - ups.at(-1) >= AIM, `taken at ${own}, lifted at ${ups.at(-1)}`);
          });

          it('does not call a number that has just been drawn under the pointer', async () => {
            // try again, because on a busy machine the protected time may be over before the press
            for (let tries = 0; tries < 20; tries++) {
              await tab.goto(origin());
              await tab.run(bring);
              await drawn(tab);
              await tab.down(point);
              await tab.up(point);
              const after = await tab.run(seen);
              assert.deepEqual(wrong(after), [], JSON.stringify(after));
              if (after.ups[0] - after.drawn[0] < AIM) return;
            }
            assert.fail('No press was within the protected time.');
          });
        });
      }
    });
  }
});
