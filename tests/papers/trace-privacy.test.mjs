// Every test that docs/privacy.md names has to exist, so that an officer signs only statements that are tested.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const privacy = read('docs/privacy.md');
const named = [...privacy.matchAll(/`(tests\/[^`]+)`:\s+“([^”]+)”/g)].map(([, file, title]) => ({ file, title }));

/** The quoted texts of a test file, which include its titles. */
const titlesOf = (file) => [...read(file).matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, title]) => title);

test('every test that docs/privacy.md names exists', () => {
  assert.ok(named.length > 20, `${named.length} are named`);
  for (const { file, title } of named) {
    assert.ok(existsSync(new URL(`../../${file}`, import.meta.url)), `${file} does not exist`);
    assert.ok(titlesOf(file).includes(title), `${file} has no test called “${title}”`);
  }
});

test('every statement in a table of docs/privacy.md names a test', () => {
  const tables = privacy.split('\n\n').filter((block) => /^\| What we say/.test(block));
  assert.ok(tables.length >= 4, `${tables.length} tables`);
  for (const row of tables.flatMap((table) => table.trim().split('\n').slice(2)))
    assert.match(row, /`tests\/[^`]+`: “/);
});

test('docs/privacy.md names every test of the trace files', () => {
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
        `docs/privacy.md does not name “${title}” of ${file}`,
      );
  }
});

test('the script tag in docs/privacy.md is that of the README with another address', () => {
  const tag = /<script [^>]*><\/script>/;
  assert.equal(
    tag.exec(privacy)?.[0],
    tag.exec(read('README.md'))?.[0].replace('say-something.js', '/say-something.js'),
  );
});
