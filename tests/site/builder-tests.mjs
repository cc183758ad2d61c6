// Uses the snippet builder like an editor, with every choice by its own control. Pastes the snippet into a page of another origin,
// which has to look like the preview, pixel for pixel.
/* global axe, Image, MutationObserver, OffscreenCanvas, window, customElements, document, getSelection, history, innerHeight, innerWidth, location, scrollTo -- in the page */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { snippetFor } from '../../demo/snippets.ts';
import { SYSTEMS } from '../../demo/systems.ts';
import { respond } from '../../scripts/testkit/static.mjs';
import { launch, until, without } from '../helpers/browsers.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const HEIGHT = 1100;

/** The site on its own host. */
let withoutHash = false;
const site = createServer((request, response) => {
  const { pathname, search } = new URL(request.url, 'http://localhost');
  const answer = withoutHash && pathname.endsWith('integrity.json') ? undefined : respond(pathname, search);
  if (!answer) return response.writeHead(404).end();
  return response.writeHead(200, answer.headers).end(answer.body);
});
/** The page of an embedder, with its own copy of the script. */
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

/** A blank page with the copied snippet and the style sheet of the preview's page: plain, dark or hostile. */
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

/**
 * The allowed difference of a pixel, because frames are composed separately. Round corners differed by 6, hairlines at
 * another fraction of a pixel by 20, and letters by 100 or more. */
const ROUNDING = 32;
/** Runs in the page. The largest difference between the pixels of two pictures, of 255. */
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

/** The settings with which each engine saves files without asking. */
const saving = {
  chromium: (downloads) => ({ downloadBehavior: { policy: 'allow', downloadPath: downloads } }),
  firefox: () => ({}),
};

/** Each choice by name, with the actions of a person. */
const tick = (id) => (tab) => tab.click(`#${id}`);
const choose = (id, value) => (tab) => tab.select(`#${id}`, value);
const type = (id, text) => async (tab) => {
  await tab.click(`#${id}`, { count: 3 });
  await tab.type(`#${id}`, text);
};
/** Does what the colour picker does, because the picker itself is a window of the system. */
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
/** These choices use each control of the builder, and each of its values that draws something different. */
const CHOICES = {
  'the defaults': async () => {},
  'the banner alone': all(tick('element-banner'), tick('element-report')),
  'signs, and an exit with another address': all(
    tick('element-signs'),
    tick('element-exit'),
    tick('element-report'),
    type('leave', 'https://www.example.org/'),
  ),
  'everything for parents as a link, with another address for the action': all(
    everything,
    choose('audience', 'parent'),
    tick('way-link'),
    type('action', 'https://www.example.org/report'),
  ),
  'an element for young people in another language, headings of level 6, no exit': all(
    choose('audience', 'young-person'),
    tick('way-element'),
    tick('language-en'),
    choose('level', '6'),
    tick('panel-exit'),
  ),
  'a theme and the pinned script': all(everything, choose('theme', 'plum'), tick('version-pinned')),
  'an own copy, and an unsafe address for the action': all(
    everything,
    tick('host-own'),
    type('action', 'http://www.example.org/'),
  ),
  'a picked colour and a translucent background': all(
    pick('accent', '#a0306e'),
    type('token-surface', 'rgb(0 60 0 / 60%)'),
  ),
  'a colour with too little contrast': type('token-accent', '#ffcc00'),
  'a font, a corner and a space': all(
    type('token-font', 'Georgia, serif'),
    type('token-radius', '1em'),
    type('token-space', '20px'),
  ),
  'a tablet, a dark page and a theme for dark pages': all(
    tick('width-tablet'),
    tick('page-dark'),
    choose('theme', 'night'),
  ),
  'a hostile page on a desktop': all(everything, tick('width-desktop'), tick('page-hostile')),
  'plain text for taxi drivers': all(choose('audience', 'taxi'), tick('way-plain')),
  'no script': tick('script-off'),
  'a frame for hotels': all(choose('audience', 'hotel'), tick('way-iframe')),
  'no script in a frame': all(tick('way-iframe'), tick('script-off')),
};

/**
 * Tests a part of the builder in one engine: `snippets` compares them with their previews, `page` tests the page itself, and
 * `copying` tests only that, because each engine has its own rules for it.
 */
export function testBuilder(engine, part) {
  describe(`the snippet builder in ${engine}`, { skip: without(engine) }, () => {
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
      browser = await launch(engine, saving[engine](downloads));
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
    const describeIf = (...wanted) => (wanted.includes(part) ? describe : () => {});
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
          // the builder updates its address when it draws the preview
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
          // the preview uses the pinned script, because an own copy is not on this site
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
          // use the preview's height, so that the same part of the other page is in view when the script runs
          const height = await tab.evaluate(() => Number(document.querySelector('#frame iframe').height));
          await other.setViewport({ width: state.width, height });
          await other.goto(elsewhere);
          if (state.script && !state.off) {
            await until('the widget on the other page', () =>
              other.evaluate(() => {
                const drawn = [...document.querySelectorAll('*')].filter((one) =>
                  one.shadowRoot?.querySelector('.root'),
                );
                // A link in view waits. The tag is defined last of all.
                const links = [...document.querySelectorAll('p > a[href*="/say-something/"]:only-child')];
                return (
                  (links.length > 0 ? customElements.get('say-something-report') : drawn.length > 0) &&
                  links.every(
                    ({ parentElement }) =>
                      drawn.includes(parentElement) || parentElement.getBoundingClientRect().top < innerHeight,
                  ) &&
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
          // show only the frame, in its own size
          const stage = await tab.addStyleTag({
            content: `#frame { position: fixed; inset: 0 auto auto 0; z-index: 9; overflow: visible; }
              #frame iframe { transform: none !important; height: ${HEIGHT}px; } html, .window { overflow: hidden }`,
          });
          // move the pointer away, because it would show a scroll bar
          await tab.mouse.move(1450, 1150);
          try {
            const here = async () => {
              await tab.bringToFront();
              await tab.evaluate(() => scrollTo(0, 0));
              const clip = { x: 0, y: 0, width: state.width, height: HEIGHT };
              return Buffer.from(await tab.screenshot({ clip, captureBeyondViewport: false })).toString('base64');
            };
            // scroll again, because the position differs by a pixel or two with the order of script and scrolling
            const scroll = async () => {
              for (const frame of [...tab.frames(), ...other.frames()]) {
                if (/\/say-something\/.*#/.test(frame.url()))
                  await frame.evaluate(() => document.querySelector(location.hash)?.scrollIntoView());
              }
            };
            await scroll();
            let apart;
            // Compare again, because the words follow the clock and a frame needs time to paint.
            for (const end = Date.now() + 60_000; Date.now() < end;) {
              const one = await here();
              apart = await tab.evaluate(difference, one, await there());
              if (apart <= ROUNDING) break;
              await scroll();
            }
            assert.ok(apart <= ROUNDING, `the pixels differ by up to ${apart} of 255`);
          } finally {
            await stage.evaluate((node) => node.remove());
            await stage.dispose();
          }
        });
      }
    });

    describeIf('page', 'copying')('is a page', () => {
      const itOnPage = part === 'page' ? it : () => {};
      afterEach(() => tab.close());
      const press = (id) => tab.click(`#${id}`);
      const text = (selector) => tab.evaluate((name) => document.querySelector(name)?.textContent.trim(), selector);

      it('copies each piece, and says so on the button and in the live region', async () => {
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

      itOnPage('selects a piece for copying with keys when the browser refuses to copy', async () => {
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

      itOnPage('saves everything as a file', async () => {
        await open('#accent=%2300703c&elements=banner,report');
        const pieces = [await piece('snippet'), await piece('script-line'), await piece('css'), await piece('csp')];
        await press('download');
        let saved = '';
        await until('the file', () => {
          try {
            saved = readFileSync(join(downloads, 'say-something-snippet.html'), 'utf8');
          } catch {
            // the file is not there yet
          }
          return saved.length > 0;
        });
        for (const content of pieces) assert.ok(content && saved.includes(content), content);
      });

      itOnPage('keeps the choices in its address, restores them from it and follows it', async () => {
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
        await until('the hash', async () => /integrity="sha384-[\w+/=]+"/.test(await piece('script-line')));
        await tab.evaluate(() => (location.hash = '#audience=hotel'));
        await until('the other choice', async () => (await piece('snippet')).includes('data-audience="hotel"'));
      });

      itOnPage('says once which parts of an address it left out', async () => {
        await open('#audience=pub&theme=plum&accent=red;}');
        const said = await text('#left-out');
        assert.match(said, /audience=pub; accent=red;}/);
        assert.equal(await tab.evaluate(() => location.hash), '#theme=plum');
        await until('said aloud', async () => (await text('#said')) === said);
        await choose('audience', 'hotel')(tab);
        await until('no more of it', async () => (await text('#left-out')) === undefined);
      });

      itOnPage('says what is missing and offers nothing to paste while nothing is ticked', async () => {
        await open();
        await press('element-report');
        await until('what is missing', async () => /Tick at least one/.test(await text('#elements-error')));
        await until('nothing to paste', async () => (await text('#snippet')) === undefined);
        await until('an empty preview', () => tab.evaluate(() => !document.querySelector('#frame iframe')));
      });

      itOnPage('warns that a local address does not work elsewhere, except with an own copy', async () => {
        await open();
        await until('the warning', async () => /only on this computer/.test(await text('#host-problem')));
        await press('host-own');
        await until('no warning', async () => (await text('#host-problem')) === undefined);
      });

      itOnPage('offers the steps and the best way for each system', async () => {
        await open();
        for (const { id, name, way, steps } of SYSTEMS) {
          await choose('system', id)(tab);
          await until(`the steps for ${name}`, async () => (await text('#steps-title')).includes(name));
          await (await tab.$('.fits button'))?.click();
          const chosen = () => tab.evaluate((value) => document.querySelector(`#way-${value}`).checked, way);
          if (id !== 'text') await until(`${way} for ${name}`, chosen);
          const shown = () => tab.evaluate(() => document.querySelectorAll('#steps-title ~ .steps li').length);
          await until(`all steps for ${name}`, async () => (await shown()) === steps.length);
        }
      });

      itOnPage('has the numbers and the page’s address to copy for systems in which they are typed', async () => {
        await open('#audience=hotel');
        for (const { id, way } of SYSTEMS) {
          await choose('system', id)(tab);
          const address =
            way === 'iframe' || way === 'plain' ? builder.replace('builder/', 'say-something/hotel/') : '';
          await until(`the address for ${id}`, async () => (await piece('page-address')) === address);
          if (address) await tab.waitForSelector('#copy-plain-text');
        }
      });

      for (const fragment of ['', '#system=text&accent=%2300703c'])
        itOnPage(`has only text to copy for systems with text only: ${fragment || 'chosen'}`, async () => {
          await open(fragment);
          await choose('system', 'text')(tab);
          await until('plain text', async () => (await text('#copy-first')) === 'Copy the plain text');
          await tab.evaluate(
            () => (navigator.clipboard.writeText = (all) => ((document.title = all), Promise.resolve())),
          );
          await press('copy-first');
          await until('copied', async () => (await text('#copy-first')).startsWith('Copied'));
          assert.equal(await tab.title(), (await piece('plain-text')).replaceAll(/[ \n]+/g, ' '));
          assert.equal(await tab.$('#snippet, #script-line, #css, #csp, #download'), null);
          assert.match(await piece('plain-text'), /Who to tell: http.*say-something\/$/);
        });

      itOnPage('leaves the hash out and says so when it cannot be read', async () => {
        withoutHash = true;
        try {
          await open('#version=pinned');
          const said = () => text('section:has(> #script-line)');
          await until('that it could not be read', async () => /could not be read/.test(await said()));
          assert.doesNotMatch(await piece('script-line'), /integrity/);
        } finally {
          withoutHash = false;
        }
      });

      itOnPage('requests only the hash from its server', async () => {
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
        await until('the preview', () => tab.$('#frame iframe:not(.coming)'));
        await until('the hash is asked for', () => [...asked].some((url) => url.endsWith('integrity.json')));
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

      itOnPage('announces the result of a change', async () => {
        await open('#audience=hotel');
        await choose('audience', 'school')(tab);
        await heard('The snippet has changed.');
        await choose('system', 'localgov-drupal')(tab);
        await heard('The steps are those for your system. What fits LocalGov Drupal: link that is drawn on.');
        await tab.evaluate(() => {
          const said = document.querySelector('#said');
          window.heard = [];
          new MutationObserver(() => window.heard.push(said.textContent)).observe(said, {
            childList: true,
            characterData: true,
            subtree: true,
          });
        });
        // An invalid colour changes nothing, so the next announcement is about the next change.
        await type('token-accent', 'blurg')(tab);
        await choose('system', 'squarespace')(tab);
        await until('said', async () => /^The steps are those for your system\./.test(await text('#said')));
        assert.deepEqual(
          (await tab.evaluate(() => window.heard)).filter((words) => words && !words.startsWith('The steps are')),
          [],
        );
        await type('token-accent', '#00703c')(tab);
        await heard('The snippet has changed.');
        await tab.evaluate(() => document.querySelector('#copy-address ~ button').click());
        await heard('Everything is put back. The snippet has changed. The steps are those for any system.');
      });

      itOnPage('keeps the focus when a button is removed, and announces what it did', async () => {
        await open('#system=localgov-drupal&accent=%2300703c');
        await tab.focus('.fits button');
        await tab.keyboard.press('Enter');
        await until('the focus on the way', async () => (await focused()) === 'way-link');
        await heard('Link that is drawn on is chosen. The snippet has changed.');
        await tab.focus('#token-accent ~ button');
        await tab.keyboard.press('Enter');
        await until('the focus on the field', async () => (await focused()) === 'token-accent');
        await heard('Accent is cleared. The snippet has changed.');
      });

      itOnPage('has links past the preview and to the main part that change no setting', async () => {
        for (const [link, to] of [
          ['.preview > .skip', 'paste'],
          ['body > .skip', ''],
        ]) {
          await open('#audience=hotel');
          await tab.focus(link);
          await tab.keyboard.press('Enter');
          await until('the address as it was', () => tab.evaluate(() => location.hash === '#audience=hotel'));
          await until('the focus', async () => (await focused()) === to);
          assert.match(await piece('snippet'), /data-audience="hotel"/);
          // The effects of the link come before those of this choice.
          await choose('level', '4')(tab);
          await until('another level', async () => /data-heading-level="4"/.test(await piece('snippet')));
          assert.match(await piece('snippet'), /data-audience="hotel"/);
          assert.equal(await text('#left-out'), undefined);
          await tab.close();
        }
        await open();
      });

      itOnPage('says after the snippet what else to copy', async () => {
        await open('#accent=%2300703c');
        await tab.evaluate(() => (navigator.clipboard.writeText = () => Promise.resolve()));
        for (const id of ['first', 'snippet']) {
          await press(`copy-${id}`);
          await heard('Copied the snippet. Still to copy: the script line, your colours.');
          await until('one note', () => tab.evaluate(() => document.querySelectorAll('.note.still').length === 1));
        }
      });

      itOnPage('closes no fold while a colour is replaced', async () => {
        tab = await browser.newPage();
        await tab.goto(`${builder}#accent=%2300703c`);
        await tab.waitForSelector('#token-accent');
        await type('token-accent', '')(tab);
        await tab.keyboard.press('Backspace');
        assert.equal(await tab.evaluate(() => document.querySelector('#token-accent').value), '');
        await tab.keyboard.type('#a0306e');
        assert.equal(await tab.evaluate(() => document.activeElement.value), '#a0306e');
        await until('the colour', async () => /accent: #a0306e/.test(await piece('css')));
      });

      const STATES = {
        'when it opens': ['', async () => {}],
        'with everything open and many mistakes': [
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
        copied: [
          '',
          all(tick('copy-snippet'), (tab) => tab.waitForFunction(() => document.querySelector('#said').textContent)),
        ],
      };
      const WIDTHS = [1280, 320, 390];
      for (const [i, [name, [fragment, make]]] of Object.entries(STATES).entries()) {
        const width = WIDTHS[i % WIDTHS.length];
        itOnPage(`has no fault that axe finds and fits the screen: ${name}, ${width} px`, async () => {
          await open(fragment, { width: 1280, height: 900 });
          await make(tab);
          await tab.evaluate(AXE);
          await tab.setViewport({ width, height: 900 });
          await until('the width', () => tab.evaluate((wanted) => innerWidth === wanted, width));
          const { violations, wide } = await tab.evaluate(async () => ({
            violations: (await axe.run(document, { iframes: false, resultTypes: ['violations'] })).violations.map(
              ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
            ),
            wide: document.documentElement.scrollWidth - innerWidth,
          }));
          assert.deepEqual(violations, []);
          assert.ok(wide <= 0, `${wide} px too wide`);
        });
      }

      {
        itOnPage('has the snippet as text without scripts', async () => {
          tab = await browser.newPage();
          await tab.setJavaScriptEnabled(false);
          await tab.goto(builder);
          assert.equal(await text('#without-script pre'), snippetFor({ element: 'report' }));
        });
      }
    });
  });
}
