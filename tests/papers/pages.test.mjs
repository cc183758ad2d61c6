// The README and the demo have to contain the snippets of demo/snippets.ts, and nothing in them may be out of date.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { ELEMENTS, snippetFor, unescaped, WAYS } from '../../demo/snippets.js';
import { pages, withSnippets } from '../../scripts/pages.mjs';
import { AUDIENCES } from '../../src/core/audiences.js';
import { digitsOf } from '../../src/core/numbers.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { digits, inMarkup } from '../helpers/numbers.js';

const every = ELEMENTS.flatMap((element) =>
  WAYS.flatMap((way) => AUDIENCES.map((audience) => ({ element, way, audience }))),
);
const values = hertfordshire.contacts.flatMap(({ channels }) => channels.map(({ value }) => value));
const linksIn = (html) =>
  [...html.matchAll(/<a\s+href="([^"]+)"[^>]*>([^<]+)<\/a\s*>/g)].map((link) => link.map(unescaped));
const demo = readdirSync(new URL('../../demo', import.meta.url), { recursive: true })
  .map(String)
  .filter((name) => /\.x?html$/.test(name))
  .map((name) => [name, readFileSync(new URL(`../../demo/${name}`, import.meta.url), 'utf8')]);

test('everything that npm run pages writes is up to date', async () => {
  const all = await pages();
  assert.ok(all.length > 20);
  for (const { path, now, wanted } of all) assert.equal(now, wanted, `${path} is out of date. Run: npm run pages`);
  const bare = (html) => html.replace(/\s+/g, ' ').replace(/ ?([<>]) ?/g, '$1');
  const report = bare(snippetFor({ element: 'report' }));
  for (const path of ['README.md', 'demo/situations/index.html']) {
    assert.ok(
      bare(all.find((one) => one.path === path).now).includes(report),
      `${path} does not contain the published snippet`,
    );
  }
});

test('npm run pages writes a changed number into every page with a snippet', () => {
  const childline = inMarkup('childline');
  const holding = demo.filter(([, page]) => page.includes(childline));
  assert.ok(holding.length > 10);
  for (const [name, page] of holding) {
    const old = page.replaceAll(childline, '01632&#160;960&#160;001');
    assert.ok(!withSnippets(old).includes('01632&#160;960&#160;001'), name);
  }
});

test('every number on a demo page and every link of a snippet is in the directory with the same spelling', () => {
  const onPages = demo.flatMap(([name, page]) => linksIn(page).map(([, href, text]) => ({ name, href, text })));
  const calls = onPages.filter(({ href }) => href.startsWith('tel:'));
  assert.ok(calls.length > 60);
  const inSnippets = every
    .filter(({ element, way }) => element !== 'exit' && way !== 'link')
    .flatMap((what) =>
      linksIn(snippetFor(what)).map(([, href, text]) => ({ name: JSON.stringify(what), href, text: text.trim() })),
    );
  assert.ok(inSnippets.some(({ href }) => href.startsWith('https:')));
  for (const { name, href, text } of [...calls, ...inSnippets]) {
    if (href.startsWith('tel:')) {
      assert.ok(values.includes(text), `${name}: ${text}`);
      assert.equal(href, `tel:${digitsOf(text)}`, name);
    } else {
      assert.ok(values.includes(href), `${name}: ${href}`);
      assert.equal(text, href.replace('https://', ''), name);
    }
  }
});

test('every snippet has 999 and a helpline, or says what leaving cannot do', () => {
  assert.equal(every.length, 108);
  for (const what of every) {
    const snippet = snippetFor(what);
    const links = linksIn(snippet).map(([, href]) => href);
    if (what.element === 'exit') {
      assert.match(snippet, /it stays in your browser’s history/);
      assert.deepEqual(links, ['https://www.bbc.co.uk/weather']);
    } else {
      assert.equal(links[0], 'tel:999', JSON.stringify(what));
      assert.equal(links[1], `tel:${digits('childline')}`, JSON.stringify(what));
    }
  }
});

test('every snippet has only markup that editors keep', () => {
  for (const what of every) {
    const tags = new Set([...snippetFor(what).matchAll(/<([\w-]+)/g)].map(([, tag]) => tag));
    tags.delete(`say-something-${what.element}`);
    for (const tag of tags) assert.ok(['p', 'ul', 'li', 'strong', 'a', 'div'].includes(tag), `${tag} in ${what.way}`);
    assert.doesNotMatch(
      snippetFor(what),
      /style=|sms:|onclick|class="(?!say-something-[a-z]+"|say-something(?:-fallback)?(?: say-something-[a-z-]+)+")/,
    );
  }
});

test('a snippet for a young person has neither the adults’ line nor the word for staff', () => {
  const snippets = every.filter(({ audience }) => audience === 'young-person').map(snippetFor);
  assert.equal(snippets.length, 12);
  const adults = hertfordshire.contacts.find(({ id }) => id === 'nspcc-helpline');
  for (const snippet of snippets) {
    assert.ok(!snippet.includes(adults.name));
    assert.ok(!snippet.includes('Halo'));
  }
});

test('the report’s snippet has the panel’s first three routes and the finder', () => {
  for (const audience of AUDIENCES) {
    const links = linksIn(snippetFor({ element: 'report', audience })).map(([, href]) => href);
    assert.equal(links.length, 6, audience);
    assert.equal(links[5], 'https://www.gov.uk/report-child-abuse-to-local-council');
    assert.equal(new Set(links).size, 6, audience);
  }
});
