// docs/npm.md has to show the files that tests/release/servers.test.mjs builds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { digitsOf } from '../../src/core/numbers.ts';
import { hertfordshire } from '../../src/data/hertfordshire.ts';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const docs = read('docs/npm.md');
const examples = [...docs.matchAll(/<!-- (\S+) -->\n+```\w+\n([^]*?)```/g)];

test('every example for a server in docs/npm.md is a file that the tests build', () => {
  assert.deepEqual(examples.map(([, path]) => /tests\/servers\/(.+)$/.exec(path)[1]).sort(), [
    'astro/src/components/Panel.astro',
    'next/app/panel.jsx',
    'vitepress/.vitepress/config.mjs',
    'vitepress/.vitepress/theme/index.js',
  ]);
  for (const [, path, code] of examples) assert.equal(code, read(path), path);
});

test('every other example in docs/npm.md is TypeScript, which the test of the package compiles', () => {
  const languages = [...docs.matchAll(/^```(\w+)$/gm)].map(([, language]) => language);
  const others = languages.filter((language) => language !== 'ts');
  assert.equal(others.length, examples.length);
});

test('every number in an example is in the directory', () => {
  const values = hertfordshire.contacts.flatMap(({ channels }) => channels.map(({ value }) => digitsOf(value)));
  const numbers = [...docs.matchAll(/tel:(\d+)/g)].map(([, number]) => number);
  assert.equal(numbers.length, 2);
  for (const number of numbers) assert.ok(values.includes(number), number);
});
