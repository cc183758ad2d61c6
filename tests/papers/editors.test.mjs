import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { editors } from '../../scripts/editors.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const record = JSON.parse(read('tests/others/sanitizers/record.json'));

test('docs/generated/editors.md matches the record of the editors and filters', async () => {
  assert.equal(
    read('docs/generated/editors.md'),
    await editors(),
    'docs/generated/editors.md is out of date. Run: npm run editors',
  );
});

test('no editor or filter removes the published snippet or the link', () => {
  assert.ok(Object.keys(record).length >= 20);
  for (const [name, { placeholder, link }] of Object.entries(record)) {
    for (const { then } of [placeholder, link]) assert.match(then, /^(?:drawn|text)$/, name);
  }
});

test('every editor and filter in the record is tested', () => {
  const tests = ['ckeditor', 'dompurify', 'quill', 'sanitize-html', 'set-html', 'tinymce', 'tiptap', 'wordpress']
    .map((name) => read(`tests/others/sanitizers/${name}.test.ts`))
    .join('\n');
  for (const name of Object.keys(record)) assert.match(tests, new RegExp(`'?${name}'?[:,]`), name);
});
