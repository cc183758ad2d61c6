import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { syllable } from 'syllable';
import { papersRead } from '../../scripts/words.mjs';
import { gradeOf, HIGHEST, wordsIn } from './reading-age.mjs';

/** The harder sentences, each with the reason to keep it. */
const HARD_SENTENCES = {
  'Any child can be sexually exploited.': 'the name of the crime, in as few words as it has',
  'Listen.': 'one word, which counts as hard because it has two syllables',
  'Say “Halo” and “child sexual exploitation”.': 'what to say on the phone',
  'Someone uses power over a child.': 'the heart of the definition, which no plainer word says',
  'The campaign “Say something if you see something” asks businesses in Hertfordshire to help keep children safe.':
    'the name of the campaign and of the county',
  'What is child sexual exploitation?': 'the name of the crime',
};
/** The long words, each with the reason to keep it. */
const LONG_WORDS = {
  exploitation: 'the name of the crime, and what to say on the phone',
  sexually: 'counted as four, said as three',
};

const sentencesIn = (text) =>
  (text.match(/[^.!?]+[.!?]?/g) ?? []).map((one) => one.trim()).filter((one) => /[a-z]/i.test(one));
const read = papersRead();

describe('the sentences that only the papers have', () => {
  it('have a source each, and none from memory', () => {
    for (const { id, source } of read) {
      assert.ok(source, id);
      assert.doesNotMatch(source, /\[M\]/, id);
    }
    assert.ok(read.length > 50);
  });

  it('have a reading age of nine to eleven as a whole', (t) => {
    const grade = gradeOf(read.flatMap(({ text }) => sentencesIn(text)));
    t.diagnostic(`grade ${grade.toFixed(1)}, age ${(grade + 5).toFixed(1)}`);
    assert.ok(grade <= HIGHEST, `grade ${grade.toFixed(1)}`);
  });

  it('have a reading age of at most eleven each, except those listed here', () => {
    const hard = read.flatMap(({ text }) => sentencesIn(text)).filter((sentence) => gradeOf([sentence]) > HIGHEST);
    assert.deepEqual([...new Set(hard)].sort(), Object.keys(HARD_SENTENCES).sort());
  });

  it('have a reason in this file for every long word', () => {
    const long = read.flatMap(({ text }) => wordsIn(text)).filter((word) => syllable(word) >= 4);
    assert.deepEqual([...new Set(long)].sort(), Object.keys(LONG_WORDS).sort());
  });

  it('blame no child and use no word that the language guide warns of', () => {
    const banned =
      /promiscu|lifestyle|prostitut|risk|runaway|abscond|truant|offend|recruiter|sexually active|attention.seeking|provocative|child porn|young adult|vulnerable|misuse|contacting adult/i;
    assert.deepEqual(
      read.filter(({ text }) => banned.test(text)).map(({ text }) => text),
      [],
    );
  });

  it('do not tell staff what no source says: to follow, to hold or to keep a room as it is', () => {
    const fromMemory = /follow (?:them|him|her|anyone)|hold (?:them|him|her|anyone)|touch|clean the room|online.*post/i;
    assert.deepEqual(
      read.filter(({ text }) => fromMemory.test(text)).map(({ text }) => text),
      [],
    );
  });
});
