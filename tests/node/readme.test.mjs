import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { load } from '../../scripts/directory/load.mjs';

const { hertfordshire, snippetFor } = await load('demo/snippets.ts');

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const bare = (html) => html.replace(/\s+/g, ' ').replace(/ ?([<>]) ?/g, '$1');
const snippetOf = (page) => bare(/<div class="say-something"[^]*?<\/div>/.exec(page)?.[0] ?? '');
const readme = read('README.md');
const values = hertfordshire.contacts.flatMap(({ channels }) => channels.map(({ value }) => value));

test('the snippet in the README is the published one, and the one that the demo shows', () => {
  assert.notEqual(snippetOf(readme), '');
  assert.equal(snippetOf(readme), bare(snippetFor({ element: 'report' })));
  assert.equal(snippetOf(readme), snippetOf(read('demo/situations/index.html')));
});

test('every number and link of the snippet is one of the directory, written the same', () => {
  const links = [...snippetOf(readme).matchAll(/<a href="([^"]+)">([^<]+)<\/a>/g)];
  assert.equal(links.length, 6);
  for (const [, href, text] of links) {
    if (href.startsWith('tel:')) {
      assert.ok(values.includes(text), `${text} is in the directory`);
      assert.equal(href, `tel:${text.replaceAll(' ', '')}`);
    } else {
      assert.ok(values.includes(href), `${href} is in the directory`);
      assert.equal(text, href.replace('https://', ''));
    }
  }
});

test('the snippet needs nothing that editors strip', () => {
  assert.doesNotMatch(snippetOf(readme), /<(?:script|style|iframe|noscript|details|img)|style=|sms:/);
});

test('every command that the README and the notes for developers name is there', () => {
  const { scripts } = JSON.parse(read('package.json'));
  for (const page of [readme, read('CONTRIBUTING.md')]) {
    const named = [...page.matchAll(/`npm run ([a-z:]+)/g)].map(([, name]) => name);
    assert.ok(named.length > 3);
    for (const name of named) assert.ok(scripts[name], `npm run ${name}`);
  }
});

test('every file that the README and the notes for developers lead to is there', () => {
  for (const page of [readme, read('CONTRIBUTING.md')]) {
    const named = [...page.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, path]) => path);
    assert.ok(named.length > 2);
    for (const path of named) assert.ok(existsSync(new URL(`../../${path}`, import.meta.url)), path);
  }
});
