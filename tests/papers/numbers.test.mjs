// Only one test file may state the directory's telephone numbers, so that a changed number needs one edit there. Every page and
// paper has to have them with no-break spaces.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { digitsOf } from '../../src/core/numbers.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SECOND = 'tests/data/contacts-gathered.json';
/** The directory of another area, which does not change with ours. */
const THEIRS = 'tests/elements/fixtures/own-directory.json';
/** The long numbers of the directory. Short ones are left out, because they occur in other numbers too. */
const numbers = hertfordshire.contacts
  .flatMap(({ channels }) => channels.filter(({ type }) => type === 'phone').map(({ value }) => value))
  .map(digitsOf)
  .filter((digits) => digits.length > 7);
/** A pattern for the numbers as printed, with any spaces, or as in a link. */
const spelled = new RegExp(
  `(?<!\\d)(?:${numbers.map((digits) => [...digits].join('(?:\\s|&#160;)?')).join('|')})(?!\\d)`,
);

test('only tests/data/contacts-gathered.json states numbers of the directory in the tests', () => {
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
