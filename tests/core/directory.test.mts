import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Directory } from '../../src/core/directory.js';
import type { ProblemCode } from '../../src/core/directory-rules.js';
import { parseDirectory } from '../../src/core/parse-directory.js';
import { asParsed } from '../../src/core/numbers.js';
import { holdsRejectedNumber, isRejectedNumber } from '../../src/core/rejected-numbers.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { copyOf, corpus, NOT_JSON, PROBLEM_CODES, put } from '../helpers/directory-corpus.js';
import { number as numberOf } from '../helpers/numbers.js';

const cases = corpus(hertfordshire);

const codesOf = (value: unknown): readonly ProblemCode[] =>
  (parseDirectory(value).problems ?? []).map(({ code }) => code);

describe('parseDirectory', () => {
  for (const { name, value, problems } of cases) {
    if (problems.length) {
      it(`refuses ${name}, and says what is wrong and where`, () => {
        assert.deepEqual(parseDirectory(value), { problems });
      });
    } else {
      it(`accepts and returns ${name}`, () => {
        assert.deepEqual(structuredClone(parseDirectory(value).directory), asParsed(value as Directory));
      });
    }
  }

  it('has a test case for every problem code', () => {
    const tried = new Set<string>([...NOT_JSON, ...cases.flatMap(({ problems }) => problems.map(({ code }) => code))]);
    assert.deepEqual([...tried].sort(), Object.keys(PROBLEM_CODES).sort());
  });

  it('has test cases with different names', () => {
    assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length);
  });

  it('reports all problems of structure at once', () => {
    const draft = put(put(copyOf(hertfordshire), 'ceop', 'name', 1), 'childline', 'areas', []);
    assert.deepEqual(parseDirectory(draft).problems, [
      { entry: 'childline', field: 'areas', code: 'count' },
      { entry: 'ceop', field: 'name', code: 'type' },
    ]);
  });

  it('reports at most a hundred problems', () => {
    const draft = copyOf(hertfordshire);
    draft['routes'] = Array.from({ length: 150 }, () => 'not a rule');
    assert.equal(codesOf(draft).length, 100);
  });

  it('returns a directory that does not change with its source', () => {
    const draft = copyOf(hertfordshire);
    const { directory } = parseDirectory(draft);
    put(draft, 'childline', 'channels[0].value', '0300 123 4042');
    put(draft, 'nspcc-helpline', 'channels[0].hours.weekly[0].days[0]', 7);
    assert.deepEqual(structuredClone(directory), hertfordshire);
  });
});

describe('a number that must never be shown', () => {
  const file = new URL('../../scripts/directory/rejected-numbers.json', import.meta.url);
  const rejected = JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly number: string }[];

  /** A number in the notations of people, pages and machines. */
  function writingsOf(number: string): string[] {
    const digits = number.replace(/\D/g, '').replace(/^44/, '0');
    const groups = number.replace('+44 ', '0').split(' ');
    const [first = '', ...rest] = groups;
    const abroad = digits.startsWith('0') ? [`+44${digits.slice(1)}`, `0044${digits.slice(1)}`] : [];
    const grouped = first.startsWith('0')
      ? [`+44 ${[first.slice(1), ...rest].join(' ')}`, `+44 (0)${[first.slice(1), ...rest].join(' ')}`]
      : [];
    return [
      number,
      digits,
      groups.join('-'),
      groups.join('\u2013'),
      groups.join('\u2011'),
      groups.join('.'),
      groups.join('\u00a0'),
      [...digits].join(' '),
      `(${first}) ${rest.join(' ')}`,
      ...abroad,
      ...grouped,
    ];
  }

  it('is in a list that is not empty', () => {
    assert.ok(rejected.length > 10, String(rejected.length));
  });

  it('is recognised in any notation', () => {
    for (const { number } of rejected) {
      for (const writing of writingsOf(number)) assert.equal(holdsRejectedNumber(writing), true, writing);
    }
  });

  it('is refused as a channel in any notation', () => {
    for (const { number } of rejected) {
      for (const [i, value] of writingsOf(number).entries()) {
        const draft = put(copyOf(hertfordshire), 'ivison-trust', 'channels[0]', {
          type: i % 2 ? 'sms' : 'phone',
          value,
        });
        const expected = [{ entry: 'ivison-trust', field: 'channels[0].value', code: 'rejected' }];
        assert.deepEqual(parseDirectory(draft).problems, expected, value);
      }
    }
  });

  const textsWith = (writing: string): readonly string[] => [
    `Ring ${writing}.`,
    `Ring ${writing} (24 hours)`,
    `Ring ${writing} 24 hours a day`,
    `From 9 ${writing}`,
    `Ring ${numberOf('childline')} ${writing}`,
    `tel:${writing}`,
  ];

  it('is recognised inside any text', () => {
    for (const { number } of rejected) {
      for (const writing of writingsOf(number)) {
        for (const text of textsWith(writing)) assert.equal(holdsRejectedNumber(text), true, text);
      }
    }
  });

  it('is refused inside a text', () => {
    for (const [i, { number }] of rejected.entries()) {
      const text = textsWith(number)[i % 6] ?? '';
      const draft = put(copyOf(hertfordshire), 'ivison-trust', 'description', text);
      const expected = [{ entry: 'ivison-trust', field: 'description', code: 'rejected' }];
      assert.deepEqual(parseDirectory(draft).problems, expected, text);
    }
  });

  it('is refused inside an address', () => {
    const draft = put(copyOf(hertfordshire), 'ceop', 'url', 'https://example.org/call/03001234042');
    assert.deepEqual(codesOf(draft), ['rejected']);
  });

  it('is not one of the published numbers', () => {
    const numbers = hertfordshire.contacts.flatMap(({ channels }) => channels.map(({ value }) => value));
    assert.deepEqual(
      numbers.filter((value) => isRejectedNumber(value) || holdsRejectedNumber(value)),
      [],
    );
  });

  it('is distinguished from a longer number that begins with it', () => {
    for (const { number } of rejected) assert.equal(isRejectedNumber(`${number}1`), false, number);
  });

  it('is distinguished from numbers that differ by one digit', () => {
    assert.equal(holdsRejectedNumber('0300 123 4042'), true);
    assert.deepEqual(['0300 123 4041', '0300 123 4052'].filter(holdsRejectedNumber), []);
  });
});
