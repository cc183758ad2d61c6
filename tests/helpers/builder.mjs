// The snippet builder as an editor uses it: every choice by its own control, and what it says to paste, pasted into a page of
// another origin, looks as the preview does, to the pixel. In real Chromium and real Firefox.
/* global axe, Image, OffscreenCanvas, document, getSelection, history, innerWidth, location, scrollTo -- in the page */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { load } from '../../scripts/directory/load.mjs';
import { findBrowsers } from '../../scripts/testkit/find.mjs';
import { respond } from '../../scripts/testkit/static.mjs';

const { AUDIENCES, SYSTEMS, snippetFor } = await load('src/core/audiences.ts', 'demo/systems.ts', 'demo/snippets.ts');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const found = findBrowsers();
const HEIGHT = 1100;

/** The site, as its partnership hosts it. */
let withoutHash = false;
const site = createServer((request, response) => {
  const { pathname, search } = new URL(request.url, 'http://localhost');
  const answer = withoutHash && pathname.endsWith('integrity.json') ? undefined : respond(pathname, search);
  if (!answer) return response.writeHead(404).end();
  return response.writeHead(200, answer.headers).end(answer.body);
});
/** The page of an embedder, with a copy of the script of its own. */
let pasted = { body: '', headers: {} };
const embedder = createServer((request, response) => {
  if (request.url === '/say-something.js') {
    const { body, headers } = respond('/dist/say-something.js');
    return response.writeHead(200, headers).end(body);
  }
  if (request.url !== '/') return response.writeHead(404).end();
  return response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...pasted.headers })
    .end(pasted.body);
});

/** A blank page with what was copied, under the style sheet of the page that the preview has: plain, dark or hostile. */
const blank = ({
  lang,
  css,
  snippet,
  script,
  page,
}) => `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>A page</title>
<style>${page}</style><style>${css}</style></head><body>
${snippet}
${script}
</body></html>`;

/** A frame is put together by itself, and a pixel of a round corner can be a few steps apart: 6 were seen, at a letter 100 and more. */
const ROUNDING = 8;
/** In the page: how far the pixels of two pictures are apart, at most, of 255. */
const difference = async (...pictures) => {
  const [one, two] = await Promise.all(
    pictures.map(async (picture) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas.drawImage(image, 0, 0);
      return canvas.getImageData(0, 0, image.width, image.height);
    }),
  );
  if (one.width !== two.width || one.height !== two.height) return 255;
  return one.data.reduce((most, value, i) => Math.max(most, Math.abs(value - two.data[i])), 0);
};

const starts = {
  chromium: (downloads) =>
    puppeteer.launch({
      executablePath: found.chromium,
      headless: true,
      protocolTimeout: 30_000,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      downloadBehavior: { policy: 'allow', downloadPath: downloads },
    }),
  firefox: (downloads) =>
    puppeteer.launch({
      browser: 'firefox',
      executablePath: found.firefox,
      headless: true,
      protocolTimeout: 30_000,
      extraPrefsFirefox: {
        // a frame's scroll bar has another colour than a window's, and neither is the page's
        'ui.useOverlayScrollbars': 1,
        'widget.gtk.overlay-scrollbars.enabled': true,
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'browser.download.useDownloadDir': true,
        'browser.download.always_ask_before_handling_new_types': false,
      },
    }),
};

/** Each choice: a name, and how a person makes it. */
const tick = (id) => (tab) => tab.click(`#${id}`);
const choose = (id, value) => (tab) => tab.select(`#${id}`, value);
const type = (id, text) => async (tab) => {
  await tab.click(`#${id}`, { count: 3 });
  await tab.type(`#${id}`, text);
};
/** The picker itself is a window of the system's: this is what it does when a colour is picked. */
const pick = (token, hex) => (tab) =>
  tab.evaluate(
    (name, value) => {
      const input = document.querySelector(`.token:has(#token-${name}) input[type=color]`);
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    token,
    hex,
  );
const all =
  (...steps) =>
  async (tab) => {
    for (const step of steps) await step(tab);
  };
const everything = all(tick('element-banner'), tick('element-signs'), tick('element-exit'));
const WAYS = ['link', 'element', 'plain', 'iframe'];
const THEMES = ['green', 'plum', 'sand', 'night', 'strong'];
const CHOICES = {
  'nothing but what is chosen at first': async () => {},
  'the banner alone': all(tick('element-banner'), tick('element-report')),
  'the signs alone': all(tick('element-signs'), tick('element-report')),
  'the exit alone': all(tick('element-exit'), tick('element-report')),
  everything: everything,
  ...Object.fromEntries(
    AUDIENCES.slice(1).map((audience) => [`the panel for ${audience}`, choose('audience', audience)]),
  ),
  'banner and signs for taxi drivers': all(
    tick('element-banner'),
    tick('element-signs'),
    tick('element-report'),
    choose('audience', 'taxi'),
  ),
  'a page in another language': tick('language-en'),
  ...Object.fromEntries([1, 6].map((level) => [`headings of level ${level}`, choose('level', `${level}`)])),
  'an action that leads elsewhere': all(everything, type('action', 'https://www.example.org/report')),
  'an action that leads nowhere good': all(everything, type('action', 'http://www.example.org/')),
  'an exit that leads elsewhere': all(tick('element-exit'), type('leave', 'https://www.example.org/')),
  'a panel without its exit': tick('panel-exit'),
  ...Object.fromEntries(THEMES.map((theme) => [`the theme “${theme}”`, all(everything, choose('theme', theme))])),
  'a colour that was picked': pick('accent', '#a0306e'),
  'a colour that stands out too little': type('token-accent', '#ffcc00'),
  'a see-through background': type('token-surface', 'rgb(0 60 0 / 60%)'),
  'a font, a corner and a space': all(
    type('token-font', 'Georgia, serif'),
    type('token-radius', '1em'),
    type('token-space', '20px'),
  ),
  ...Object.fromEntries(WAYS.map((way) => [`the ${way}`, tick(`way-${way}`)])),
  ...Object.fromEntries(
    WAYS.map((way) => [
      `everything for parents as ${way}`,
      all(everything, choose('audience', 'parent'), tick(`way-${way}`)),
    ]),
  ),
  'the pinned script': tick('version-pinned'),
  'an own copy': tick('host-own'),
  'a tablet': tick('width-tablet'),
  'a desktop': all(everything, tick('width-desktop')),
  'a dark page': tick('page-dark'),
  'a dark page with a theme for dark pages': all(tick('page-dark'), choose('theme', 'night')),
  'a hostile page': all(everything, tick('page-hostile')),
  'no script': tick('script-off'),
  'no script in a frame': all(tick('way-iframe'), tick('script-off')),
};

/**
 * Tries the builder in one engine: its `snippets` beside their previews, or itself as a `page`. A file of each, because no file
 * may take long.
 */
export function testBuilder(engine, part) {
  const start = starts[engine];
  describe(`the snippet builder in ${engine}`, { skip: found[engine] ? false : `${engine} is not installed` }, () => {
    let browser;
    let tab;
    let builder;
    let elsewhere;
    const downloads = mkdtempSync(join(tmpdir(), 'say-something-'));
    before(async () => {
      for (const server of [site, embedder]) {
        server.listen(0, '127.0.0.1');
        await once(server, 'listening');
      }
      builder = `http://127.0.0.1:${site.address().port}/site/builder/`;
      elsewhere = `http://127.0.0.1:${embedder.address().port}/`;
      browser = await start(downloads);
    });
    after(async () => {
      await browser?.close();
      rmSync(downloads, { recursive: true, force: true });
      for (const server of [site, embedder]) {
        server.closeAllConnections();
        server.close();
      }
    });

    const piece = (id) => tab.evaluate((name) => document.querySelector(`#${name}`)?.textContent ?? '', id);
    const unfold = () =>
      tab.evaluate(() => {
        for (const part of document.querySelectorAll('#builder details')) part.open = true;
      });
    const open = async (fragment = '', { width = 1500, height = 1200 } = {}) => {
      tab = await browser.newPage();
      await tab.setViewport({ width, height });
      await tab.goto(builder + fragment);
      await tab.waitForSelector('#snippet, #plain-text, #elements-error');
      await unfold();
    };
    const until = async (what, look) => {
      for (const end = Date.now() + 15_000; Date.now() < end; await sleep(50)) if (await look()) return;
      assert.fail(`never: ${what}`);
    };

    const describeIf = (wanted) => (part === wanted ? describe : () => {});
    describeIf('snippets')('gives a snippet that looks as its preview does', () => {
      let other;
      before(async () => {
        await open();
        other = await browser.newPage();
      });
      after(async () => {
        await other?.close();
        await tab?.close();
      });

      for (const [name, make] of Object.entries(CHOICES)) {
        it(`with ${name}`, async () => {
          await tab.bringToFront();
          await tab.evaluate(() =>
            [...document.querySelectorAll('#builder button')]
              .find((one) => one.textContent.trim() === 'Put everything back')
              .click(),
          );
          await unfold();
          await make(tab);
          // the address is written when the preview is drawn
          const state = await tab.evaluate(() => ({
            snippet: document.querySelector('#snippet').textContent,
            script: document.querySelector('#script-line')?.textContent ?? '',
            css: document.querySelector('#css')?.textContent ?? '',
            own: document.querySelector('#host-own')?.checked,
            version: document.querySelector('#builder').dataset.version,
            lang: document.querySelector('#language-en').checked ? 'pl' : 'en',
            off: document.querySelector('#script-off').checked,
            width: { phone: 390, tablet: 768, desktop: 1280 }[document.querySelector('[name=width]:checked').value],
            page: document.querySelector('[name=page]:checked').value,
          }));
          const frameOf = () =>
            tab.evaluate(({ width, page, off }) => {
              const [frame, ...more] = document.querySelectorAll('#frame iframe');
              const same =
                frame?.width === String(width) && frame.title.endsWith(`${page} page, script ${off ? 'off' : 'on'}`);
              return same && !more.length && !frame.className ? frame.srcdoc : '';
            }, state);
          // the script of an own copy is not here: the pinned one stands in the preview
          const parts = [
            state.snippet,
            state.css,
            `lang="${state.lang}"`,
            state.own ? /\d\.\d\.\d/.exec(state.version)[0] : state.script,
          ];
          let srcdoc = '';
          await until('a preview of this snippet', async () => {
            srcdoc = await frameOf();
            return parts.every((part) => srcdoc.includes(part)) && (state.css || !srcdoc.includes('--say-something'));
          });
          const [, page = ''] = /<style>\n([^]*?)<\/style>/.exec(srcdoc) ?? [];
          pasted = {
            body: blank({ ...state, page: page.replace(state.css, '') }),
            headers: state.off ? { 'content-security-policy': 'sandbox' } : {},
          };
          await other.bringToFront();
          // as much of the other page is in view when the script comes as of the preview
          const height = await tab.evaluate(() => Number(document.querySelector('#frame iframe').height));
          await other.setViewport({ width: state.width, height });
          await other.goto(elsewhere);
          if (state.script && !state.off) {
            await until('the widget on the other page', () =>
              other.evaluate(() => {
                const drawn = [...document.querySelectorAll('*')].filter((one) =>
                  one.shadowRoot?.querySelector('.root'),
                );
                return (
                  drawn.length > 0 &&
                  drawn.every(
                    ({ shadowRoot }) =>
                      shadowRoot.querySelector('.root:not([data-partial])') &&
                      [...shadowRoot.querySelectorAll('slot[name]')].every((slot) => slot.assignedNodes().length),
                  )
                );
              }),
            );
          }
          await other.setViewport({ width: state.width, height: HEIGHT });
          const there = async () => {
            await other.bringToFront();
            return Buffer.from(await other.screenshot()).toString('base64');
          };
          // nothing of the builder's around it, and as large as it is
          const stage = await tab.addStyleTag({
            content: `#frame { position: fixed; inset: 0 auto auto 0; z-index: 9; overflow: visible; }
              #frame iframe { transform: none !important; height: ${HEIGHT}px; } html, .window { overflow: hidden }`,
          });
          // a scroll bar under the pointer shows itself
          await tab.mouse.move(1450, 1150);
          try {
            const here = async () => {
              await tab.bringToFront();
              await tab.evaluate(() => scrollTo(0, 0));
              const clip = { x: 0, y: 0, width: state.width, height: HEIGHT };
              return Buffer.from(await tab.screenshot({ clip, captureBeyondViewport: false })).toString('base64');
            };
            // by a pixel or two it depends on which came first: the script, or the scrolling to the part that the address names
            const scroll = async () => {
              for (const frame of [...tab.frames(), ...other.frames()]) {
                if (/\/say-something\/.*#/.test(frame.url()))
                  await frame.evaluate(() => document.querySelector(location.hash)?.scrollIntoView());
              }
            };
            await scroll();
            let two = await there();
            let one = await here();
            let apart = await tab.evaluate(difference, one, two);
            // the words follow the clock by the minute, and a frame takes a moment
            for (let tries = 0; apart > ROUNDING && tries < 6; tries++) {
              await sleep(300);
              await scroll();
              one = await here();
              two = await there();
              apart = await tab.evaluate(difference, one, two);
            }
            assert.ok(apart <= ROUNDING, `the pixels differ, by up to ${apart} of 255`);
          } finally {
            await stage.evaluate((node) => node.remove());
            await stage.dispose();
          }
        });
      }
    });

    describeIf('page')('is a page', () => {
      afterEach(() => tab.close());
      const press = (id) => tab.click(`#${id}`);
      const text = (selector) => tab.evaluate((name) => document.querySelector(name)?.textContent.trim(), selector);

      it('copies each piece, and says so on the button and aloud', async () => {
        if (engine === 'chromium') {
          const context = browser.defaultBrowserContext();
          await context.overridePermissions(new URL(builder).origin, [
            'clipboard-read',
            'clipboard-write',
            'clipboard-sanitized-write',
          ]);
        }
        await open('#accent=%2300703c');
        await tab.bringToFront();
        await tab.evaluate(() => document.body.append(document.createElement('textarea')));
        for (const id of ['snippet', 'script-line', 'css', 'csp', 'plain-text', 'first', 'address']) {
          await press(`copy-${id}`);
          await until(`${id} copied`, async () => (await text(`#copy-${id}`)).startsWith('Copied'));
          await until(`${id} said`, async () => (await text('#said')).startsWith('Copied'));
          const wanted = { first: await piece('snippet'), address: await tab.evaluate(() => location.href) }[id];
          await tab.evaluate(() => {
            document.querySelector('body > textarea').value = '';
            document.querySelector('body > textarea').focus();
          });
          await tab.keyboard.down('Control');
          await tab.keyboard.press('v');
          await tab.keyboard.up('Control');
          const got = () => tab.evaluate(() => document.querySelector('body > textarea').value);
          const content = wanted ?? (await piece(id));
          await until(`${id} pasted`, async () => (await got()) === content);
        }
      });

      it('marks a piece for the keys where the browser does not let it copy', async () => {
        await open();
        await tab.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('no'))));
        await press('copy-snippet');
        await until('says which keys', async () => /press (Ctrl|Command) and C/.test(await text('#copy-snippet')));
        assert.equal(await tab.evaluate(() => getSelection().toString().trim()), (await piece('snippet')).trim());
        await press('copy-address');
        await until(
          'shows the address',
          async () => (await text('#address')) === (await tab.evaluate(() => location.href)),
        );
      });

      it('saves all of it as a file', async () => {
        await open('#accent=%2300703c&elements=banner,report');
        const pieces = [await piece('snippet'), await piece('script-line'), await piece('css'), await piece('csp')];
        await press('download');
        let saved = '';
        await until('the file', () => {
          try {
            saved = readFileSync(join(downloads, 'say-something-snippet.html'), 'utf8');
          } catch {
            // not there yet
          }
          return saved.length > 0;
        });
        for (const content of pieces) assert.ok(content && saved.includes(content), content);
      });

      it('keeps the choices in its address, opens the same again, and follows the address', async () => {
        await open();
        const entries = await tab.evaluate(() => history.length);
        await everything(tab);
        for (const make of [
          choose('audience', 'parent'),
          choose('theme', 'plum'),
          tick('way-element'),
          tick('version-pinned'),
        ])
          await make(tab);
        await tick('panel-exit')(tab);
        await until('an address', async () => (await tab.evaluate(() => location.hash)).includes('exit=off'));
        const [hash, before] = [await tab.evaluate(() => location.hash), await piece('snippet')];
        assert.equal(await tab.evaluate(() => history.length), entries);
        await tab.close();
        await open(hash);
        assert.equal(await piece('snippet'), before);
        assert.match(before, /no-exit="true"/);
        assert.match(await piece('script-line'), /integrity="sha384-[\w+/=]+"/);
        await tab.evaluate(() => (location.hash = '#audience=hotel'));
        await until('the other choice', async () => (await piece('snippet')).includes('data-audience="hotel"'));
      });

      it('says once what of an address it left out', async () => {
        await open('#audience=pub&theme=plum&accent=red;}');
        const said = await text('#left-out');
        assert.match(said, /audience=pub; accent=red;}/);
        assert.equal(await tab.evaluate(() => location.hash), '#theme=plum');
        await until('said aloud', async () => (await text('#said')) === said);
        await choose('audience', 'hotel')(tab);
        assert.equal(await text('#left-out'), undefined);
      });

      it('says what is missing while nothing is ticked, and offers nothing to paste', async () => {
        await open();
        await press('element-report');
        assert.match(await text('#elements-error'), /Tick at least one/);
        assert.equal(await text('#snippet'), undefined);
        assert.equal(await tab.evaluate(() => document.querySelectorAll('#frame iframe:not(.coming)').length), 1);
        await until('an empty preview', () => tab.evaluate(() => !document.querySelector('#frame iframe')));
      });

      it('warns that an address of this computer is of no use elsewhere, but not with an own copy', async () => {
        await open();
        assert.match(await text('#host-problem'), /only on this computer/);
        await press('host-own');
        assert.equal(await text('#host-problem'), undefined);
      });

      it('offers each system its steps and the way that fits', async () => {
        await open();
        for (const { id, name, way, steps } of SYSTEMS) {
          await choose('system', id)(tab);
          assert.ok((await text('#steps-title')).includes(name));
          const fits = await tab.$('.fits button');
          await fits?.click();
          if (id !== 'text')
            assert.ok(await tab.evaluate((value) => document.querySelector(`#way-${value}`).checked, way), id);
          assert.equal(
            await tab.evaluate(() => document.querySelectorAll('#steps-title ~ .steps li').length),
            steps.length,
          );
        }
      });

      it('has the numbers and the page’s address to copy where a system has them typed', async () => {
        await open('#audience=hotel');
        for (const { id, way } of SYSTEMS) {
          await choose('system', id)(tab);
          const address =
            way === 'iframe' || way === 'plain' ? builder.replace('builder/', 'say-something/hotel/') : '';
          assert.equal(await piece('page-address'), address, id);
          assert.ok(!address || (await tab.$('#copy-plain-text')), id);
        }
      });

      for (const fragment of ['', '#system=text&accent=%2300703c'])
        it(`has nothing but text to copy where only text can be typed: ${fragment || 'chosen'}`, async () => {
          await open(fragment);
          await choose('system', 'text')(tab);
          await until('plain text', async () => (await text('#copy-first')) === 'Copy the plain text');
          await tab.evaluate(
            () => (navigator.clipboard.writeText = (all) => ((document.title = all), Promise.resolve())),
          );
          await press('copy-first');
          await until('copied', async () => (await text('#copy-first')).startsWith('Copied'));
          assert.equal(await tab.title(), (await piece('plain-text')).replaceAll(/\s+/g, ' '));
          assert.equal(await tab.$('#snippet, #script-line, #css, #csp, #download'), null);
          assert.match(await piece('plain-text'), /Who to tell: http.*say-something\/$/);
        });

      it('leaves the hash out and says so where it cannot be read', async () => {
        withoutHash = true;
        try {
          await open('#version=pinned');
          await sleep(300);
          assert.doesNotMatch(await piece('script-line'), /integrity/);
          assert.match(await text('section:has(> #script-line)'), /could not be read/);
        } finally {
          withoutHash = false;
        }
      });

      it('asks its server for the hash and nothing else', async () => {
        tab = await browser.newPage();
        const asked = new Set();
        tab.on('request', (request) =>
          asked.add(
            request
              .url()
              .replace(/[#?].*/, '')
              .replace(builder, ''),
          ),
        );
        await tab.goto(builder);
        await tab.waitForSelector('#snippet');
        await sleep(500);
        const own = [...asked].filter(
          (url) =>
            !/^(|about:srcdoc|builder\.css|main\.js|data:.*|.*-[\w-]{8}\.js|.*\/(site\.css|favicon\.ico))$/.test(url),
        );
        const root = builder.replace('builder/', '');
        for (const url of own)
          assert.match(url.replace(root, ''), /^(\d+\/say-something\.js|\d+\.\d+\.\d+\/integrity\.json)$/);
        assert.ok(own.some((url) => url.endsWith('integrity.json')));
      });

      const heard = (wanted) => until(`said: ${wanted}`, async () => (await text('#said')) === wanted);
      const focused = () => tab.evaluate(() => document.activeElement.id);

      it('says what a change came to', async () => {
        await open('#audience=hotel');
        await choose('audience', 'school')(tab);
        await heard('The snippet has changed.');
        await choose('system', 'localgov-drupal')(tab);
        await heard('The steps are those for your system. What fits LocalGov Drupal: link that is drawn on.');
        await type('token-accent', 'blurg')(tab);
        await sleep(1500);
        assert.equal(await text('#said'), '');
        await type('token-accent', '#00703c')(tab);
        await heard('The snippet has changed.');
        await tab.evaluate(() => document.querySelector('#copy-address ~ button').click());
        await heard('Everything is put back. The snippet has changed. The steps are those for any system.');
      });

      it('keeps the focus where a button goes away, and says what it did', async () => {
        await open('#system=localgov-drupal&accent=%2300703c');
        await tab.focus('.fits button');
        await tab.keyboard.press('Enter');
        assert.equal(await focused(), 'way-link');
        await heard('Link that is drawn on is chosen. The snippet has changed.');
        await tab.focus('#token-accent ~ button');
        await tab.keyboard.press('Enter');
        assert.equal(await focused(), 'token-accent');
        await heard('Accent is cleared. The snippet has changed.');
      });

      it('has links past the preview and to the main part, which change no setting', async () => {
        for (const [link, to] of [
          ['.preview > .skip', 'paste'],
          ['body > .skip', ''],
        ]) {
          await open('#audience=hotel');
          await tab.focus(link);
          await tab.keyboard.press('Enter');
          await until('the address as it was', () => tab.evaluate(() => location.hash === '#audience=hotel'));
          assert.equal(await focused(), to);
          await sleep(500);
          assert.match(await piece('snippet'), /data-audience="hotel"/);
          assert.equal(await text('#left-out'), undefined);
          await tab.close();
        }
        await open();
      });

      it('says after the snippet what else is to be copied', async () => {
        await open('#accent=%2300703c');
        await tab.evaluate(() => (navigator.clipboard.writeText = () => Promise.resolve()));
        for (const id of ['first', 'snippet']) {
          await press(`copy-${id}`);
          await heard('Copied the snippet. Still to copy: the script line, your colours.');
          assert.equal(await tab.evaluate(() => document.querySelectorAll('.note.still').length), 1);
        }
      });

      it('closes no fold while a colour is typed anew', async () => {
        tab = await browser.newPage();
        await tab.goto(`${builder}#accent=%2300703c`);
        await tab.waitForSelector('#token-accent');
        await type('token-accent', '')(tab);
        await tab.keyboard.press('Backspace');
        assert.equal(await tab.evaluate(() => document.querySelector('#token-accent').value), '');
        await tab.keyboard.type('#a0306e');
        assert.equal(await tab.evaluate(() => document.activeElement.value), '#a0306e');
        assert.match(await piece('css'), /accent: #a0306e/);
      });

      const STATES = {
        'as it opens': ['', async () => {}],
        'with all of it open and much that is wrong': [
          '#colour=red',
          all(
            everything,
            type('action', 'http://a'),
            type('leave', 'x'),
            type('token-accent', '#ffcc00'),
            type('token-border', 'blurg'),
            type('token-radius', '4'),
          ),
        ],
        'with nothing ticked': ['', tick('element-report')],
        'for a system': ['#system=localgov-drupal&way=placeholder', async () => {}],
        'for text and links': ['#system=text&way=plain', async () => {}],
        'in a frame': ['#way=iframe&width=desktop&elements=banner,report', async () => {}],
        'with an own copy at a wrong address': ['#host=own', type('own', 'say.js')],
        copied: ['', tick('copy-snippet')],
      };
      for (const [name, [fragment, make]] of Object.entries(STATES)) {
        it(`has nothing for axe to find, and nothing wider than the screen: ${name}`, async () => {
          await open(fragment, { width: 1280, height: 900 });
          await make(tab);
          await tab.evaluate(AXE);
          for (const width of [1280, 390, 320]) {
            await tab.setViewport({ width, height: 900 });
            await sleep(100);
            const { violations, wide } = await tab.evaluate(async () => ({
              violations: (await axe.run(document, { iframes: false, resultTypes: ['violations'] })).violations.map(
                ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
              ),
              wide: document.documentElement.scrollWidth - innerWidth,
            }));
            assert.deepEqual(violations, [], `at ${width}`);
            assert.ok(wide <= 0, `${wide} px too wide at ${width}`);
          }
        });
      }

      if (engine === 'chromium') {
        it('holds the snippet as text where no script runs', async () => {
          tab = await browser.newPage();
          await tab.setJavaScriptEnabled(false);
          await tab.goto(builder);
          assert.equal(await text('#without-script pre'), snippetFor({ element: 'report' }));
        });
      }
    });
  });
}
