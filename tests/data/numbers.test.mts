// No phrase may have ordinary spaces between groups of digits, because right-to-left words around them would change their order.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { hertfordshire } from '../../src/data/hertfordshire.js';

const locales = new URL('../../src/data/locales/', import.meta.url);
const GROUPS = /\d[ \u202f]\d/;

test('no phrase of any language has an ordinary space between digits', () => {
  const files = readdirSync(locales);
  assert.ok(files.length > 3);
  for (const file of files) {
    const lines = readFileSync(new URL(file, locales), 'utf8').split('\n');
    assert.deepEqual(
      lines.filter((line) => GROUPS.test(line)),
      [],
      file,
    );
  }
});

test('no shown text of the directory has an ordinary space between digits', () => {
  const shown = JSON.stringify(hertfordshire);
  assert.ok(shown.includes('\u00a0'));
  assert.doesNotMatch(shown, GROUPS);
});
