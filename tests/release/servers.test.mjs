// Tests the panel in pages that a server renders. Astro, VitePress and Next.js each build one with our packed package, and Chromium
// opens it.
/* global document -- in the page */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fallbackFor, indented, unescaped } from '../../demo/snippets.js';
import { presetAnswers } from '../../src/core/audiences.js';
import { digitsOf } from '../../src/core/numbers.js';
import { contactById, routesFor } from '../../src/core/routing.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { launch, serving, until, without } from '../helpers/browsers.mjs';
import { installPacked } from '../helpers/packed.mjs';
import { isWhole } from '../helpers/whole.mjs';

const servers = fileURLToPath(new URL('../servers', import.meta.url));
/** A folder below tests/servers, so that Node finds the frameworks in the node_modules there. */
const scratch = join(servers, '.built');
const installed = join(scratch, 'node_modules/say-something');

/**
 * @typedef {object} Framework
 * @property {string} name
 * @property {string} id Its package, its command and its folder in tests/servers.
 * @property {string} page The file with the panel.
 * @property {string} built The folder of the built page.
 * @property {boolean} hydrates Whether the page hydrates in the browser. Then it has a button that counts.
 */

/** @type {readonly Framework[]} */
const FRAMEWORKS = [
  {
    name: 'Astro',
    id: 'astro',
    page: 'src/components/Panel.astro',
    built: 'dist',
    hydrates: false,
  },
  {
    name: 'VitePress',
    id: 'vitepress',
    page: 'index.md',
    built: '.vitepress/dist',
    hydrates: true,
  },
  {
    name: 'Next.js',
    id: 'next',
    page: 'app/panel.jsx',
    built: 'out',
    hydrates: true,
  },
];

const AUDIENCE = 'parent';
const PANEL = 'say-something-report';
const emergency = contactById(hertfordshire, hertfordshire.emergency).channels[0].value;
/** The example in the pages, which the test replaces with a real fallback. */
const EXAMPLE = `In danger now? <a href="tel:${digitsOf(emergency)}">Call ${emergency}</a>.`;
const FALLBACK = fallbackFor({ element: 'report', audience: AUDIENCE });
/** Each number in HTML, as the pair of the dialled and the shown number. */
const numbersIn = (html) =>
  [...html.matchAll(/<a href="tel:(\d+)">([^<]+)<\/a>/g)].map(([, digits, text]) => [digits, unescaped(text)]);

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** Serves a folder as a host of static pages does. */
const host = (folder) =>
  createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    // a browser requests this by itself, and no page has one
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    const file = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end();
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    return response.writeHead(200, { 'content-type': type }).end(readFileSync(file));
  });

/** The text of the page in the browser's accessibility tree. */
async function heard(tab) {
  const all = ({ name = '', children = [] }) => [name, ...children.flatMap(all)];
  return all(await tab.accessibility.snapshot())
    .join('\n')
    .replaceAll('\u00a0', ' ');
}

describe('a page that a server renders', { skip: without('chromium'), concurrency: false }, () => {
  let browser;
  before(async () => {
    rmSync(scratch, { recursive: true, force: true });
    installPacked(scratch);
    browser = await launch('chromium');
  });
  after(async () => {
    await browser?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  for (const { name, id, page, built, hydrates } of FRAMEWORKS) {
    describe(`built by ${name}`, () => {
      const app = join(scratch, id);
      const origin = serving(host(join(app, built)));
      const build = () => {
        const from = join(servers, 'node_modules', id);
        const { bin } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
        const { status, stdout, stderr } = spawnSync(process.execPath, [join(from, bin[id]), 'build'], {
          cwd: app,
          encoding: 'utf8',
          env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
        });
        return { status, said: `${stdout}\n${stderr}` };
      };
      let outcome;
      /** Fails at once if the page is not built, so that a test does not wait for it. */
      const isBuilt = () => assert.equal(outcome.status, 0, outcome.said);
      before(() => {
        cpSync(join(servers, id), app, { recursive: true });
        const written = readFileSync(join(app, page), 'utf8');
        assert.ok(written.includes(EXAMPLE), `${page} does not contain ${EXAMPLE}`);
        writeFileSync(join(app, page), written.replace(EXAMPLE, indented(FALLBACK)));
        outcome = build();
      });

      it('is built without an error or a warning', () => {
        isBuilt();
        assert.doesNotMatch(outcome.said, /error|warn|fail/i);
      });

      it('has every number of the fallback in its HTML', () => {
        isBuilt();
        const html = readFileSync(join(app, built, 'index.html'), 'utf8');
        const [panel] = html.match(new RegExp(`<${PANEL} audience="${AUDIENCE}">[^]*?</${PANEL}>`)) ?? [''];
        const numbers = numbersIn(panel);
        assert.deepEqual(numbers, numbersIn(FALLBACK));
        assert.ok(numbers.length > 3 && numbers.some(([, text]) => text === emergency));
      });

      it('shows the numbers without scripts', async () => {
        isBuilt();
        const tab = await browser.newPage();
        await tab.setJavaScriptEnabled(false);
        await tab.goto(origin());
        const text = await heard(tab);
        for (const [, number] of numbersIn(FALLBACK))
          assert.ok(text.includes(number.replaceAll('\u00a0', ' ')), number);
        await tab.close();
      });

      it('shows the panel in Chromium without console messages', async () => {
        isBuilt();
        const tab = await browser.newPage();
        const complaints = [];
        tab.on('console', (message) => {
          if (['error', 'warn', 'assert'].includes(message.type())) complaints.push(message.text());
        });
        tab.on('pageerror', (error) => complaints.push(String(error)));
        tab.on('response', (response) => {
          if (!response.ok()) complaints.push(`${response.status()} ${response.url()}`);
        });
        await tab.goto(origin());
        if (hydrates) {
          await until('a press is counted', () =>
            tab.evaluate(() => {
              const button = [...document.querySelectorAll('button')].find((one) =>
                one.textContent.includes('Pressed'),
              );
              button.click();
              return !button.textContent.includes('Pressed 0');
            }),
          );
        }
        await tab.waitForFunction(isWhole, {}, PANEL);
        await tab.evaluate((selector) => {
          for (const { shadowRoot } of document.querySelectorAll(selector))
            for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
        }, PANEL);

        const text = await heard(tab);
        const routes = routesFor(hertfordshire, presetAnswers(AUDIENCE), new Date());
        assert.ok(routes.length > 3);
        for (const phrase of [emergency, ...routes.map(({ contact }) => contact.name)])
          assert.ok(text.includes(phrase.replaceAll('\u00a0', ' ')), `${phrase} is not in:\n${text}`);
        assert.equal(
          await tab.evaluate(() => document.querySelector('.say-something-fallback').checkVisibility()),
          false,
          'the fallback is still seen',
        );
        assert.deepEqual(complaints, []);
        await tab.close();
      });

      it('would fail to build if the import used the document', () => {
        const file = join(installed, 'dist/index.js');
        const code = readFileSync(file, 'utf8');
        writeFileSync(file, `document.title;\n${code}`);
        try {
          const { status, said } = build();
          assert.notEqual(status, 0, said);
          assert.match(said, /document is not defined/);
        } finally {
          writeFileSync(file, code);
        }
      });
    });
  }
});
