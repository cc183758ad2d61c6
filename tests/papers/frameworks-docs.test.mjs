import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { digitsOf } from '../../src/core/numbers.ts';
import { hertfordshire } from '../../src/data/hertfordshire.ts';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const docs = read('docs/frameworks.md');
const examples = [...docs.matchAll(/<!-- (\S+) -->\n+```\w+\n([^]*?)```/g)];

test('every example in docs/frameworks.md is a file that the tests build', () => {
  const paths = examples.map(([, path]) => path);
  assert.deepEqual(paths.map((path) => /apps\/(.+)$/.exec(path)[1]).sort(), [
    'angular/panel.ts',
    'react/panel-18.jsx',
    'react/panel-19.jsx',
    'svelte/Panel.svelte',
    'vue/Panel.vue',
  ]);
  for (const [, path, code] of examples) assert.equal(code, read(path), path);
});

test('docs/frameworks.md has no other example except that of the types, which their test compiles', () => {
  const fences = [...docs.matchAll(/^```(\w+)$/gm)].map(([, language]) => language);
  assert.deepEqual(fences.sort(), ['jsx', 'jsx', 'svelte', 'ts', 'tsx', 'vue']);
});

test('the setting for Vue is the one in scripts/frameworks.mjs', () => {
  const [, setting] = /isCustomElement: (\(tag\) => [^`]+)`/.exec(docs);
  assert.ok(read('scripts/frameworks.mjs').includes(`isCustomElement = ${setting};`));
});

test('every number in an example is in the directory', () => {
  const values = hertfordshire.contacts.flatMap(({ channels }) => channels.map(({ value }) => value));
  const numbers = [...docs.matchAll(/tel:(\d+)/g)].map(([, number]) => number);
  assert.equal(numbers.length, examples.length);
  for (const number of numbers)
    assert.ok(
      values.some((value) => digitsOf(value) === number),
      number,
    );
});
