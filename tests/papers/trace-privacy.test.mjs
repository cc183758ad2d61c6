// Whether every test that docs/privacy.md names exists, so that an officer signs only what has been tried.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const privacy = read('docs/privacy.md');
const named = [...privacy.matchAll(/`(tests\/[^`]+)`:\s+“([^”]+)”/g)].map(([, file, title]) => ({ file, title }));

/** Titles as they stand in a test: quoted, whole. */
const titlesOf = (file) => [...read(file).matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, title]) => title);

test('every test that the privacy page names is there, by file and title', () => {
  assert.ok(named.length > 20, `${named.length} are named`);
  for (const { file, title } of named) {
    assert.ok(existsSync(new URL(`../../${file}`, import.meta.url)), `${file} is there`);
    assert.ok(titlesOf(file).includes(title), `${file} has a test called “${title}”`);
  }
});

test('every statement in a table of the privacy page names the test that shows it', () => {
  const tables = privacy.split('\n\n').filter((block) => /^\| What we say/.test(block));
  assert.ok(tables.length >= 4, `${tables.length} tables`);
  for (const row of tables.flatMap((table) => table.trim().split('\n').slice(2)))
    assert.match(row, /`tests\/[^`]+`: “/);
});

test('every test of what is taken is named on the privacy page', () => {
  const files = readdirSync(new URL('../site', import.meta.url))
    .filter((name) => /^trace\b.*\.test\.m?[jt]s$/.test(name))
    .map((name) => `tests/site/${name}`);
  assert.ok(files.length > 2, files.join());
  for (const file of files) {
    const titles = titlesOf(file).filter((title) => /^(takes|tells|asks|holds|has|names|would) .{9}/.test(title));
    assert.ok(titles.length > 1, `${file} has ${titles.length} tests`);
    for (const title of titles)
      assert.ok(
        named.some((one) => one.title === title),
        `${file}: “${title}” is named`,
      );
  }
});

test('the tag on the privacy page is the one in the README, at an address of one’s own', () => {
  const tag = /<script [^>]*><\/script>/;
  assert.equal(
    tag.exec(privacy)?.[0],
    tag.exec(read('README.md'))?.[0].replace('say-something.js', '/say-something.js'),
  );
});
