// Tests the public site in Chromium: axe on every page, and on one sheet of each kind, at one of three widths, with or without the script, and the pages that need
// no script without scripts, in a sandboxed frame, in print and as the destination of link markers.
/* global document, getComputedStyle, innerHeight, innerWidth, window -- in the page */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { respond } from '../../scripts/testkit/static.mjs';
import { launch, without } from '../helpers/browsers.mjs';

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const pages = readdirSync(new URL('../../site', import.meta.url), { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .filter((name) => /(^|\/)index\.html$/.test(name))
  .map((name) => name.replace(/index\.html$/, ''))
  .sort();
/** The widths. Pages of different audiences are alike, so together they cover each width with and without the script. */
const WIDTHS = [390, 320, 1280];
/** The single sheets of one trade stand for those of the others, which are the same with other words. Every pack is tried. */
const tried = pages.filter((page) => !/^papers\/(?!hotel\/)[^/]+\/[^/]+\//.test(page));
const LOOKS = tried.flatMap((page, i) => {
  const once = { page, script: 'with', width: WIDTHS[i % 3] };
  return i % 2 ? [once, { page, script: 'without', width: WIDTHS[((i + 1) / 2) % 3] }] : [once];
});

/** A host with the site, or one that refuses the script. */
function host(withScript) {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/frame') {
      const frame = `<iframe sandbox="" title="Who to tell" src="/site/say-something/hotel/#report" width="100%" height="900"></iframe>`;
      return response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(`<!doctype html><html lang="en-GB"><title>A page</title><h1>A page</h1>${frame}</html>`);
    }
    const answer = !withScript && pathname.endsWith('/say-something.js') ? undefined : respond(pathname);
    if (!answer) return response.writeHead(404).end();
    return response.writeHead(200, answer.headers).end(answer.body);
  });
}
const hosts = { with: host(true), without: host(false) };
const origins = {};

before(async () => {
  for (const [name, server] of Object.entries(hosts)) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origins[name] = `http://127.0.0.1:${server.address().port}`;
  }
});
after(() => {
  for (const server of Object.values(hosts)) {
    server.closeAllConnections();
    server.close();
  }
});

const drawn = () =>
  [...document.querySelectorAll('[data-say-something]')].every((one) => one.shadowRoot?.querySelector('[part=root]'));

/** The findings of axe, and whether the page is wider than the window. */
async function faults(tab) {
  await tab.evaluate(axe);
  return tab.evaluate(async () => {
    const { violations, passes } = await window.axe.run(document, {
      rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } },
    });
    if (!passes.length) return ['axe has found nothing to look at'];
    const wide = document.documentElement.scrollWidth - innerWidth;
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
      ...(wide > 0 ? [`${wide} px wider than the window`] : []),
    ];
  });
}

describe('the public site', { skip: without('chromium'), concurrency: false }, () => {
  let browser;
  let tab;
  /** The requests of a page that failed. */
  const missing = [];
  before(async () => {
    browser = await launch('chromium');
    tab = await browser.newPage();
    tab.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
  });
  after(() => browser?.close());

  for (const { page, script, width } of LOOKS) {
    it(`has no fault that axe finds and fits the window: ${page || 'front page'}, ${script} the script, ${width} px`, async () => {
      missing.length = 0;
      await tab.setViewport({ width, height: 844 });
      await tab.goto(`${origins[script]}/site/${page}`);
      if (script === 'with') await tab.waitForFunction(drawn);
      const wrong = await faults(tab);
      if (script === 'with') assert.deepEqual(missing, []);
      assert.deepEqual(wrong, []);
    });
  }

  it('replaces the content of a page for use without scripts with panel and signs, under one main heading', async () => {
    await tab.goto(`${origins.with}/site/say-something/hotel/`);
    await tab.waitForFunction(drawn);
    const seen = await tab.evaluate(() => ({
      drawn: [...document.querySelectorAll('[data-say-something]')].map(
        (one) => `${one.dataset.saySomething} ${one.shadowRoot.querySelector('[aria-level="1"]') ? 1 : 2}`,
      ),
      shown: [...document.querySelectorAll('h1')].filter((one) => one.getClientRects().length).length,
    }));
    assert.deepEqual(seen, { drawn: ['report 1', 'signs 2'], shown: 0 });
  });

  it('has the right place for a link marker without scripts', async () => {
    await tab.setViewport({ width: 390, height: 844 });
    for (const [fragment, heading] of [
      ['report-hotel', 'Worried about a child?'],
      ['signs', 'Signs to look out for'],
      ['signs-hotel', 'Signs to look out for'],
    ]) {
      await tab.goto('about:blank');
      await tab.goto(`${origins.without}/site/say-something/hotel/#${fragment}`);
      const shown = await tab.evaluate(() =>
        [...document.querySelectorAll('h1,h2')]
          .filter((one) => {
            const { top, bottom } = one.getBoundingClientRect();
            // A heading in a closed part has no box. A pixel is allowed, because browsers scroll by whole pixels.
            return one.checkVisibility() && top > -1 && bottom <= innerHeight;
          })
          .map((one) => one.textContent),
      );
      assert.equal(shown[0], heading, fragment);
    }
  });

  it('has 999 and the first routes on the first screen of a phone without scripts', async () => {
    await tab.setViewport({ width: 390, height: 844 });
    for (const page of pages.filter((name) => name.startsWith('say-something/'))) {
      await tab.goto(`${origins.without}/site/${page}`);
      const lost = await tab.evaluate(() =>
        [...document.querySelectorAll('a[href^="mailto:help@"]')].some((one) => one.getClientRects().length),
      );
      assert.ok(!lost, `${page}: an email address is shown that does not work at night`);
      const calls = await tab.evaluate(() =>
        [...document.querySelectorAll('a[href^="tel:"]')]
          .filter((one) => one.getClientRects().length && one.getBoundingClientRect().bottom <= innerHeight)
          .map((one) => one.getAttribute('href')),
      );
      assert.equal(calls[0], 'tel:999', page);
      assert.ok(new Set(calls).size >= 4, `${page}: ${calls}`);
    }
  });

  it('is complete in a sandboxed frame of another page', async () => {
    await tab.setViewport({ width: 390, height: 1000 });
    await tab.goto(`${origins.with}/frame`);
    const frame = tab.frames().find((one) => one.url().includes('/say-something/hotel/'));
    assert.ok(frame, 'the frame has loaded');
    // compare pictures of the frame and the page, because a frame without scripts cannot be asked
    const image = await (await tab.$('iframe')).screenshot({ encoding: 'base64' });
    const alone = await browser.newPage();
    await alone.setViewport({ width: 390, height: 1000 });
    await alone.goto(`${origins.without}/frame`);
    const expected = await (await alone.$('iframe')).screenshot({ encoding: 'base64' });
    await alone.goto(`${origins.without}/site/say-something/hotel/`);
    const words = await alone.evaluate(() => document.body.innerText);
    await alone.close();
    assert.ok(words.includes('999'));
    assert.equal(image, expected);
  });

  it('is unfolded in print, without controls that need a screen', async () => {
    await tab.goto(`${origins.without}/site/say-something/`);
    await tab.emulateMediaType('print');
    const seen = await tab.evaluate(() => {
      const other = document.querySelector('details li');
      return {
        unfolded: other.getClientRects().length > 0 && other.checkVisibility(),
        mail: document.querySelector('a[href^="mailto:help@"]').getClientRects().length > 0,
        exit: [...document.querySelectorAll('.screen, nav')].some((one) => one.getClientRects().length),
        colour: getComputedStyle(document.querySelector('a')).color,
      };
    });
    await tab.emulateMediaType(null);
    assert.deepEqual(seen, { unfolded: true, mail: true, exit: false, colour: 'rgb(0, 0, 0)' });
  });
});
