// Whether the tests state the directory's telephone numbers a second time in one file only: then a changed number is one edit and
// that file. And whether every page and paper has them with no-break spaces.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { digitsOf } from '../../src/core/numbers.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SECOND = 'tests/data/contacts-gathered.json';
/** A directory of somebody else's, which stays as it is when ours changes. */
const THEIRS = 'tests/elements/fixtures/own-directory.json';
/** Short numbers are parts of others and of measures, so only those of a length that nothing else has are looked for. */
const numbers = hertfordshire.contacts
  .flatMap(({ channels }) => channels.filter(({ type }) => type === 'phone').map(({ value }) => value))
  .map(digitsOf)
  .filter((digits) => digits.length > 7);
/** A number as it is printed, with any spaces, or as a link has it. */
const spelled = new RegExp(
  `(?<!\\d)(?:${numbers.map((digits) => [...digits].join('(?:\\s|&#160;)?')).join('|')})(?!\\d)`,
);

test('no test but tests/data/contacts-gathered.json states a number of the directory', () => {
  assert.ok(numbers.length > 9);
  const files = readdirSync(`${root}tests`, { recursive: true })
    .map((name) => `tests/${String(name).replaceAll('\\', '/')}`)
    .filter(
      (path) =>
        /\.(?:m?[jt]s|json|html)$/.test(path) &&
        !/^tests\/peers\/|\/(?:node_modules|built|results)\/|package-lock/.test(path),
    );
  assert.ok(files.includes(SECOND));
  const stating = files.filter((path) => path !== THEIRS && spelled.test(readFileSync(root + path, 'utf8')));
  assert.deepEqual(stating, [SECOND]);
});

test('no page and no paper has an ordinary space between the groups of a number', () => {
  const groups = hertfordshire.contacts
    .flatMap(({ channels }) => channels.map(({ value }) => value.split('\u00a0')))
    .filter(({ length }) => length > 1);
  assert.ok(groups.length > 12);
  const spaced = new RegExp(`(?<!\\d)(?:${groups.map((number) => number.join('[ \\n\\u202f]+')).join('|')})(?!\\d)`);
  const below = (folder, ending) =>
    readdirSync(root + folder, { recursive: true })
      .map((name) => `${folder}${String(name).replaceAll('\\', '/')}`)
      .filter((path) => ending.test(path));
  const files = [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...below('docs/', /\.md$/),
    ...below('demo/', /\.x?html$/),
    ...below('site/', /\.x?html$/),
  ];
  assert.ok(files.includes('README.md') && files.includes('site/say-something/index.html'));
  assert.deepEqual(
    files.filter((path) => spaced.test(readFileSync(root + path, 'utf8'))),
    [],
  );
});
