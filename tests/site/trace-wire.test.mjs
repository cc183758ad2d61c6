// Tests what the servers receive: every request of a whole visit, with all its headers.
/* global Image, document, location, window -- in the page */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { hertfordshire } from '../../src/data/hertfordshire.ts';
import { launch, until } from '../helpers/browsers.mjs';
import { startNet } from '../helpers/trace-net.mjs';
import { PAGE, SCRIPT, engines, everything, page, scriptHost, snippet, ways } from '../helpers/trace-pages.mjs';
import { useEverything } from '../helpers/traces.mjs';

const directory = readFileSync(new URL('../../demo/situations/national.json', import.meta.url), 'utf8');

/** The headers of a script request. `origin` names the site and never the page. The others describe the browser. */
const HEADERS = [
  ...['host', 'connection', 'user-agent', 'accept', 'accept-encoding', 'accept-language', 'origin', 'priority', 'te'],
  ...['sec-fetch-dest', 'sec-fetch-mode', 'sec-fetch-site', 'sec-ch-ua', 'sec-ch-ua-mobile', 'sec-ch-ua-platform'],
  ...['pragma', 'cache-control'],
];

describe('a visit on the network', { concurrency: false }, () => {
  for (const { engine, skip } of engines) {
    describe(`in ${engine}`, { skip }, () => {
      let net;
      let browser;
      let tab;
      let body = '';
      let ownHost = false;
      before(async () => {
        net = await startNet((asked) => {
          if (asked.path === '/directory.json') {
            return {
              body: directory,
              headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
            };
          }
          if (asked.host === SCRIPT || asked.path === '/say-something.js') return scriptHost(asked);
          if (asked.host !== PAGE) return { status: 204, body: '' };
          // the page's own policy reveals everything, so only our settings can hide it
          return {
            body: ownHost ? page(body).replace(`https://${SCRIPT}/`, '/') : page(body),
            headers: { 'set-cookie': 'visitor=1; Secure; Path=/', 'referrer-policy': 'unsafe-url' },
          };
        });
        browser = await launch(engine, net.launch[engine]);
      });
      after(async () => {
        await browser?.close();
        await net?.close();
      });
      beforeEach(async () => {
        tab = await browser.newPage();
        // the browser already has a cookie of the script's host
        await tab.goto(`https://${SCRIPT}/known`);
        net.asked.length = 0;
      });
      afterEach(() => tab.close());

      const address = `https://${PAGE}/concern?about=it`;
      const open = async (content) => {
        body = content;
        await tab.goto(address);
        await tab.waitForFunction(() => {
          const holders = [...document.querySelectorAll('[data-case] > *')];
          return holders.length && holders.every((one) => one.shadowRoot?.querySelector('[part=root]'));
        });
      };
      const summary = () => net.askedByPages().map(({ host, path }) => `${host}${path}`);
      const one = (markup) => `<section data-case>${markup}</section>`;
      const reaches = (host, path) =>
        until(`${host}${path ?? ''} is asked`, () =>
          net.askedByPages().find((asked) => asked.host === host && (!path || asked.path === path)),
        );
      /** Lets the page send a request, before which all its earlier requests arrive. */
      const askLast = async () => {
        await tab.evaluate(() => fetch('/last').then(() => {}));
        await reaches(PAGE, '/last');
      };

      it('would show a request of the page with its cookie and its referrer', async () => {
        await open(one(ways.element('exit', 'public')));
        await tab.evaluate(async (host) => {
          new Image().src = `https://${host}/seen`;
          await fetch('https://elsewhere.example/').catch(() => {});
          // this only looks up a name
          const hint = document.createElement('link');
          hint.rel = 'preconnect';
          hint.href = 'https://hinted.example';
          document.head.append(hint);
        }, SCRIPT);
        const { headers } = await reaches(SCRIPT, '/seen');
        assert.equal(headers.referer, address);
        assert.equal(headers.cookie, 'known=1');
        await reaches('elsewhere.example');
        // Firefox does not preconnect through a proxy
        if (engine === 'firefox') return;
        await until('the connection', () => net.hosts().includes('hinted.example'));
      });

      it('asks for the script once and for nothing else, whatever a person does', async () => {
        await open(everything('element'));
        const cases = await tab.$$('[data-case="report public"] > *, [data-case$=hotel] > *');
        assert.equal(cases.length, 5);
        for (const holder of cases) {
          const did = await holder.evaluate(useEverything);
          assert.ok(did.links + did.words > 0);
        }
        await askLast();
        assert.deepEqual(summary(), [`${PAGE}/concern?about=it`, `${SCRIPT}/say-something.js`, `${PAGE}/last`]);
        assert.deepEqual(net.hosts().sort(), [SCRIPT, PAGE]);
      });

      it('asks for the script without a referrer and without a cookie', async () => {
        await open(`${one(ways.element('exit', 'public'))}${snippet}`);
        const { method, headers } = await reaches(SCRIPT, '/say-something.js');
        assert.equal(method, 'GET');
        assert.equal(headers.referer, undefined);
        assert.equal(headers.cookie, undefined);
        // the script's host learns the site, as for every cross-origin request, but not the page
        assert.equal(headers.origin, `https://${PAGE}`);
        assert.deepEqual(
          Object.keys(headers).filter((name) => !HEADERS.includes(name)),
          [],
        );
      });

      it('asks for a script on the page’s own host like for its other files, without a referrer', async () => {
        ownHost = true;
        try {
          await open(one(ways.element('exit', 'public')));
        } finally {
          ownHost = false;
        }
        assert.deepEqual(summary(), [`${PAGE}/concern?about=it`, `${PAGE}/say-something.js`]);
        const { headers } = await reaches(PAGE, '/say-something.js');
        assert.equal(headers.referer, undefined);
        // Chromium sends the site's own origin
        assert.ok([undefined, `https://${PAGE}`].includes(headers.origin), headers.origin);
        // browsers send a site its own cookies with every request, and the page has set this one
        assert.equal(headers.cookie, 'visitor=1');
      });

      it('tells no service which page a person comes from, whichever link is followed', async () => {
        const shown = ['public', 'young-person', 'hotel', 'professional'];
        await open(
          `<a id="own" href="https://elsewhere.example/own">The page's own</a>${shown
            .flatMap((audience) => [one(ways.element('report', audience)), one(ways.element('signs', audience))])
            .join('')}`,
        );
        await tab.click('#own');
        assert.equal(
          (await reaches('elsewhere.example', '/own')).headers.referer,
          address,
          'the page itself sends a referrer',
        );
        const next = (done) =>
          tab.evaluate((done) => {
            const roots = [...document.querySelectorAll('[data-case] > *')].map((holder) => holder.shadowRoot);
            window.turn ??= 0;
            for (;;) {
              for (const root of roots) {
                for (const link of root.querySelectorAll('a[href^="https:"]:not([part=exit])')) {
                  if (done.includes(link.href)) continue;
                  link.click();
                  return link.href;
                }
              }
              // another answer shows other links
              const input = roots.map((root) => root.querySelectorAll('input')[window.turn]).filter(Boolean);
              if (!input.length) return null;
              window.turn++;
              for (const radio of input) radio.click();
              return '';
            }
          }, done);
        const followed = [];
        for (let href = ''; href !== null; href = await next(followed)) {
          if (!href) continue;
          followed.push(href);
          const { host, pathname, search } = new URL(href);
          const { headers } = await reaches(host, pathname + search);
          assert.equal(headers.referer, undefined, href);
          assert.equal(headers.cookie, undefined, href);
        }
        assert.equal(await tab.evaluate(() => location.href), address);
        const services = hertfordshire.contacts.flatMap(({ channels }) =>
          channels.filter(({ type }) => ['web', 'bsl'].includes(type)).map(({ value }) => new URL(value).href),
        );
        assert.ok(services.length > 10);
        assert.deepEqual(
          services.filter((href) => !followed.includes(href)),
          [],
        );
      });

      for (const [by, title] of [
        ['the link', 'tells the other page nothing when a person leaves by the link of the exit'],
        ['Shift', 'tells the other page nothing when a person leaves with Shift'],
      ]) {
        it(title, async () => {
          await open(one(ways.element('exit', 'public')));
          if (by === 'Shift') for (let i = 0; i < 3; i++) await tab.keyboard.press('Shift');
          else
            await tab.evaluate(() =>
              document.querySelector('say-something-exit').shadowRoot.querySelector('a').click(),
            );
          const { headers } = await reaches('www.bbc.co.uk', '/weather');
          assert.equal(headers.referer, undefined);
          assert.deepEqual(net.hosts().sort(), [SCRIPT, 'www.bbc.co.uk', PAGE]);
        });
      }

      it('asks for an author’s directory once for all elements, without a referrer and without a cookie', async () => {
        const at = `https://${SCRIPT}/directory.json`;
        await open(
          one(`<say-something-report directory="${at}"></say-something-report>`) +
            one(`<say-something-banner directory="${at}"></say-something-banner>`) +
            one(`<div class="say-something" data-directory="${at}"></div>`),
        );
        // wait until "Halo", Hertfordshire's word, is gone, because this directory has only national lines
        await tab.waitForFunction(
          () => !document.querySelector('say-something-report').shadowRoot.textContent.includes('Halo'),
        );
        await askLast();
        assert.deepEqual(summary(), [
          `${PAGE}/concern?about=it`,
          `${SCRIPT}/say-something.js`,
          `${SCRIPT}/directory.json`,
          `${PAGE}/last`,
        ]);
        const { headers } = await reaches(SCRIPT, '/directory.json');
        assert.equal(headers.referer, undefined);
        assert.equal(headers.cookie, undefined);
      });
    });
  }
});
