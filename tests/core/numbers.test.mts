import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChannelType, Directory } from '../../src/core/directory.js';
import { parseDirectory } from '../../src/core/parse-directory.js';
import { asParsed, digitsOf, unbroken } from '../../src/core/numbers.js';
import { fingerprintOf, holdsRejectedNumber } from '../../src/core/rejected-numbers.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import type { Provided } from '../../src/guest/provided.js';
import { copyOf } from '../helpers/directory-corpus.js';

const SPACES = { ordinary: ' ', 'no-break': '\u00a0', 'narrow no-break': '\u202f' };
const NUMBERED: readonly ChannelType[] = ['phone', 'sms', 'relay'];
const channelsOf = ({ contacts }: Directory) => contacts.flatMap(({ channels }) => channels);
/** The directory with another kind of space between the groups of its numbers. */
const writtenWith = (space: string): Directory =>
  JSON.parse(JSON.stringify(copyOf(hertfordshire)).replaceAll('\u00a0', space)) as Directory;

describe('unbroken', () => {
  for (const [text, expected] of [
    ['01632 960 001', '01632\u00a0960\u00a0001'],
    ['01 6 3 2', '01\u00a06\u00a03\u00a02'],
    ['01632\u202f960\u00a0001', '01632\u00a0960\u00a0001'],
    ['Ring 01632 960 001 or 01632 960 002.', 'Ring 01632\u00a0960\u00a0001 or 01632\u00a0960\u00a0002.'],
    ['01632  960', '01632  960'],
    ['01632\n960', '01632\n960'],
    ['In 4 days', 'In 4 days'],
    ['', ''],
  ] as const) {
    it(`puts no-break spaces between groups of digits and nowhere else: ${JSON.stringify(text)}`, () => {
      assert.equal(unbroken(text), expected);
      assert.equal(unbroken(expected), expected);
    });
  }
});

describe('digitsOf', () => {
  for (const [name, space] of Object.entries(SPACES)) {
    it(`removes ${name} spaces between the groups of a number`, () => {
      assert.equal(digitsOf(['01632', '960', '001'].join(space)), '01632960001');
    });
  }
});

describe('asPrinted', () => {
  it('puts no-break spaces and no others into each number', () => {
    const numbers = channelsOf(hertfordshire).filter(({ type }) => NUMBERED.includes(type));
    assert.ok(numbers.filter(({ value }) => value.includes('\u00a0')).length > 12);
    for (const { value } of numbers) assert.match(value, /^\d+(?:\u00a0\d+)*$/);
  });

  it('leaves addresses unchanged', () => {
    const address = 'https://www.example.org/a%201%202';
    const [contact] = hertfordshire.contacts;
    assert.ok(contact);
    const channels = [
      { type: 'web', value: address, use: 'read' },
      { type: 'email', value: 'a1@2.example.org' },
    ] as const;
    const printed = asParsed({ ...hertfordshire, contacts: [{ ...contact, channels }] });
    assert.deepEqual(channelsOf(printed), channels);
  });

  it('does not change its argument', () => {
    const written = writtenWith(' ');
    asParsed(written);
    assert.deepEqual(written, writtenWith(' '));
  });

  it('returns the only type of directory that the elements accept', () => {
    // @ts-expect-error -- a directory that people write has to be parsed first
    const provided: Provided['directory'] = writtenWith(' ');
    assert.notDeepEqual(provided, hertfordshire);
  });
});

describe('parseDirectory', () => {
  for (const [name, space] of Object.entries(SPACES)) {
    it(`accepts numbers with ${name} spaces and returns no-break spaces`, () => {
      const written = writtenWith(space);
      assert.ok(channelsOf(written).some(({ value }) => value.includes(space)));
      assert.deepEqual(structuredClone(parseDirectory(written).directory), hertfordshire);
    });

    it(`recognises a rejected number with ${name} spaces`, () => {
      const rejected = ['0300', '123', '4042'].join(space);
      assert.equal(holdsRejectedNumber(`Ring ${rejected} now.`), true);
      assert.equal(fingerprintOf(rejected), fingerprintOf(digitsOf(rejected)));
      const text = JSON.stringify(writtenWith(space)).replace('"Childline"', `"Childline ${rejected}"`);
      assert.deepEqual(
        parseDirectory(JSON.parse(text)).problems?.map(({ code }) => code),
        ['rejected'],
      );
    });
  }

  it('returns no-break spaces in a sentence too', () => {
    const draft = writtenWith(' ');
    const contacts = draft.contacts.map((contact) => ({ ...contact, description: 'Ring 01632 960 001.' }));
    const { directory } = parseDirectory({ ...draft, contacts });
    assert.equal(directory?.contacts[0]?.description, 'Ring 01632\u00a0960\u00a0001.');
  });

  it('refuses two spaces between groups, and any other kind of space', () => {
    for (const space of ['  ', '\u00a0\u00a0', ' \u00a0', '\u2007', '\u2009', '-']) {
      assert.equal(parseDirectory(writtenWith(space)).directory, undefined, JSON.stringify(space));
    }
  });
});
