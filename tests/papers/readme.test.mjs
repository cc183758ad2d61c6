// Whether the commands and the files that the README and CONTRIBUTING.md name exist. Their snippet is in pages.test.mjs.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const PAGES = ['README.md', 'CONTRIBUTING.md'];

test('every command that the README and the notes for developers name is there', () => {
  const { scripts } = JSON.parse(read('package.json'));
  for (const page of PAGES) {
    const named = [...read(page).matchAll(/`npm (?:run )?([a-z:]+)/g)]
      .map(([, name]) => name)
      .filter((name) => !['ci', 'install', 'pack', 'publish', 'version'].includes(name));
    assert.ok(named.length > 3, page);
    for (const name of named) assert.ok(scripts[name], `${page}: npm run ${name}`);
  }
});

test('every file that the README and the notes for developers lead to or name is there', () => {
  for (const page of PAGES) {
    const text = read(page);
    const linked = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, path]) => path);
    const named = [...text.matchAll(/\b(?:tests|scripts|src|docs|demo)\/[\w./-]+\.(?:m?[jt]s|json|md|html)\b/g)].map(
      ([path]) => path,
    );
    assert.ok(linked.length > 2, page);
    for (const path of [...linked, ...named].filter((one) => !/^https?:/.test(one)))
      assert.ok(existsSync(new URL(`../../${path}`, import.meta.url)), `${page}: ${path}`);
  }
});
