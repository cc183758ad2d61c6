// docs/accessibility.md has to be complete and name tests that exist, because a council bases its own statement on it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** WCAG 2.2 (W3C Recommendation of 5 October 2023), levels A and AA, without 4.1.1, which was removed. */
const CRITERIA = {
  A: `1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4
    2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2`.split(/\s+/),
  AA: `1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2
    3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3`.split(/\s+/),
};

const rows = read('docs/accessibility.md')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [criterion, level, how, test, person, ...more] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    assert.deepEqual(more, [], line);
    return { number: criterion.split(' ')[0], level, how, test, person };
  });

/** Whether a file contains a test with this title, in which "…" matches any text. */
function holds(file, title) {
  const source = title
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^\\n]+?');
  return new RegExp(`\\b(?:it(?:Unless)?|test)\\([^;]{0,200}?[\`'"]${source}[\`'"]`).test(read(file));
}

describe('docs/accessibility.md', () => {
  it('has a row with the level for each criterion of WCAG 2.2, A and AA, in order', () => {
    const key = (number) =>
      number
        .split('.')
        .map((part) => part.padStart(2, '0'))
        .join();
    const all = Object.entries(CRITERIA).flatMap(([level, numbers]) => numbers.map((number) => `${number} ${level}`));
    assert.equal(all.length, 55);
    assert.deepEqual(
      rows.map(({ number, level }) => `${number} ${level}`),
      all.sort((a, b) => (key(a.split(' ')[0]) < key(b.split(' ')[0]) ? -1 : 1)),
    );
  });

  it('says in each row how we conform, which test shows it and what a person has to check', () => {
    for (const { number, how, test, person } of rows) {
      assert.ok(how && person, number);
      const own = /^Does not apply: .*your (page|site)'s/.test(how);
      assert.match(
        test,
        own ? /^None: your page's own$|^`tests/ : /^`tests\/[\w/.-]+` “.+”(; `tests\/[\w/.-]+` “.+”)*$/,
        number,
      );
    }
  });

  it('names only tests that exist', () => {
    let named = 0;
    for (const { number, test } of rows) {
      for (const [, file, title] of test.matchAll(/`(tests\/[^`]+)` “(.+?)”(?=;|$)/g)) {
        named++;
        assert.ok(existsSync(new URL(`../../${file}`, import.meta.url)), `${number}: ${file}`);
        assert.ok(holds(file, title), `${number}: ${file}: ${title}`);
      }
    }
    assert.ok(named > 52);
  });

  it('would be wrong with a test that does not exist', () => {
    assert.ok(!holds('tests/access/keyboard.test.ts', 'is no test of ours'));
  });
});
