// The README and the demo have to contain the snippets of demo/snippets.ts, and nothing in them may be out of date.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { ELEMENTS, snippetFor, unescaped, WAYS } from '../../demo/snippets.js';
import { pages, withSnippets } from '../../scripts/pages.mjs';
import { AUDIENCES, namesChildren } from '../../src/core/audiences.js';
import { digitsOf, telephone } from '../../src/core/numbers.js';
import { panelFor } from '../../src/core/panel.js';
import { DEFAULT_DESTINATION } from '../../src/core/quick-exit.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import { signs as guide } from '../../src/data/signs.js';
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
    } else if (href === DEFAULT_DESTINATION) {
      assert.equal(text, en.exit.leave, name);
    } else {
      assert.ok(values.includes(href), `${name}: ${href}`);
      assert.equal(text, href.replace('https://', ''), name);
    }
  }
});

test('every snippet is in ASCII, because a page may not say its encoding', () => {
  for (const what of every) assert.doesNotMatch(snippetFor(what), /[^\n -~]/, JSON.stringify(what));
});

test('every snippet has 999, before any other number where services are listed, or says what leaving cannot do', () => {
  assert.equal(every.length, 108);
  for (const what of every) {
    const snippet = snippetFor(what);
    const links = linksIn(snippet).map(([, href]) => href);
    if (what.element === 'exit') {
      assert.match(unescaped(snippet), /it stays in your browser’s history/);
      assert.deepEqual(links, [DEFAULT_DESTINATION]);
    } else {
      const numbers = links.filter((href) => href.startsWith('tel:'));
      assert.ok(numbers.includes('tel:999'), JSON.stringify(what));
      // The banner and the signs have 999 in their last line, as they are drawn.
      if (what.element === 'report' || what.way === 'link') assert.equal(numbers[0], 'tel:999', JSON.stringify(what));
    }
  }
});

test('every snippet that children may read has Childline', () => {
  const childline = `tel:${digits('childline')}`;
  for (const what of every.filter(({ element }) => element !== 'exit')) {
    const has = linksIn(snippetFor(what)).some(([, href]) => href === childline);
    // A banner and the signs lead to the panel, which has the line wherever children may read it.
    const panel = what.element === 'report' || what.way === 'link';
    const wanted = what.audience === 'young-person' || (panel && namesChildren(what.audience));
    assert.equal(has, wanted, JSON.stringify(what));
  }
  assert.deepEqual(AUDIENCES.filter(namesChildren), ['public', 'young-person', 'parent', 'school']);
});

test('every snippet has only markup that editors keep', () => {
  for (const what of every) {
    const tags = new Set([...snippetFor(what).matchAll(/<([\w-]+)/g)].map(([, tag]) => tag));
    tags.delete(`say-something-${what.element}`);
    for (const tag of tags)
      assert.ok(['h2', 'h3', 'p', 'ul', 'li', 'strong', 'a', 'div'].includes(tag), `${tag} in ${what.way}`);
    assert.doesNotMatch(
      snippetFor(what),
      /style=|sms:|onclick|class="(?!say-something-[a-z]+"|say-something(?:-fallback)?(?: say-something-[a-z-]+)+")/,
    );
  }
});

test('every snippet is well-formed, with a heading at the level that it was given', () => {
  for (const what of every) {
    const snippet = snippetFor({ ...what, headingLevel: 4 });
    assert.doesNotMatch(snippet, /&(?![a-z]+;|#\d+;)/, JSON.stringify(what));
    const headings = [...snippet.matchAll(/<h(\d)>/g)].map(([, level]) => Number(level));
    const wanted = what.element === 'exit' || what.way === 'link' ? [] : what.element === 'report' ? [4, 5] : [4];
    assert.deepEqual(headings, wanted, JSON.stringify(what));
  }
});

test('no snippet says when a service is open, because the pasted words would grow old', () => {
  for (const what of every) {
    assert.doesNotMatch(snippetFor(what), /\b(?:open|opens|closed|closes)\b|\d(?:am|pm)\b|Monday|bank holiday/i);
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

test('the report’s snippet has the panel’s first three routes at any hour, the finder and support, in the panel’s order', () => {
  // Noon on a Tuesday, the middle of a Saturday night, and a bank holiday.
  for (const at of ['2026-11-24T12:00:00Z', '2026-11-29T03:00:00Z', '2026-12-25T11:00:00Z'].map(
    (time) => new Date(time),
  )) {
    for (const audience of AUDIENCES) {
      const panel = panelFor({ directory: hertfordshire, guide, audience, at });
      const wanted = [
        panel.exit ? DEFAULT_DESTINATION : undefined,
        'tel:999',
        panel.childLine && telephone(panel.childLine.phone.value),
        panel.chat?.value,
        ...panel.first.map(({ contact }) => telephone(contact.channels[0].value)),
        panel.finder.page.value,
        telephone(panel.support.phone.value),
      ].filter(Boolean);
      assert.equal(panel.first.length, 3, audience);
      assert.deepEqual(
        linksIn(snippetFor({ element: 'report', audience })).map(([, href]) => href),
        wanted,
        `${audience}, ${at.toISOString()}`,
      );
    }
  }
});

test('the signs’ snippet has every sign, in order', () => {
  for (const audience of AUDIENCES) {
    const snippet = unescaped(snippetFor({ element: 'signs', audience }));
    const found = [...snippet.matchAll(/<li>([^<]*)<\/li>/g)].map(([, words]) => words);
    assert.equal(found.length, 14);
    assert.deepEqual(
      found,
      guide.signs.map((id) => en.signs.signs[id][0]),
    );
  }
});
