import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { syllable } from 'syllable';
import { audiencesRead, report, wordsFrom } from '../../scripts/words.mjs';
import { gradeOf, HIGHEST, wordsIn } from './reading-age.mjs';

/** Words with this many syllables or more have to be in the list below. */
const LONG = 4;

/** The harder sentences, each with the reason to keep it. */
const HARD_SENTENCES = {
  'If this happens more than once, someone may be forcing or tricking a child into sex.': 'as the facts have it, 6.1',
  'Cutting, burning or other self-harm can be a way to cope with what is being done to them.':
    'as the facts have it, 6.5',
  'Or they have had more than one pregnancy, miscarriage or abortion.': 'what a health worker calls them',
  'Registration cards and key-card logs.': 'what a hotel calls them; three words longer and it passes',
  'Sometimes a police inspector has good reason to think that a hotel is used for child sexual exploitation, or will be.':
    'what the law asks for, all of which has to be said',
  'Those who give out taxi licences are expected to ask for safeguarding training.': 'what the trade calls it',
  '(Section 116, Anti-social Behaviour, Crime and Policing Act 2014)': 'the name of an Act',
  '(Department for Transport standards, July 2020)': 'the name of a department',
  'It is very private, but not fully anonymous.': 'a promise that no plainer word makes exactly',
};

/** The long words, each with the reason to keep it. */
const LONG_WORDS = {
  ordinary: 'as the facts have it',
  exploitation: 'the name of the crime, and what to say on the phone',
  miscarriage: 'for health workers; counted as four, said as three',
  whistleblowing: 'the name of a line; counted as four, said as three',
  safeguarding: 'what the trade calls it, in "safeguarding lead"',
  Education: 'the title of the guidance for schools',
  Registration: 'what a hotel calls its cards',
  'Anti-social': 'the name of an Act',
  Behaviour: 'the name of an Act; counted as four, said as three',
  Samaritans: 'the name of a service',
  anonymous: 'what the panel asks about too',
};

const sentencesIn = (text) =>
  (text.match(/[^.!?]+[.!?]?/g) ?? []).map((one) => one.trim()).filter((one) => /[a-z]/i.test(one));
const read = await audiencesRead();
const everything = [...new Set(Object.values(read).flat())];

describe('the reading age of the signs', () => {
  it('is lower for plain words than for hard ones', () => {
    assert.ok(gradeOf(['The cat sat on the mat.']) < 2);
    assert.ok(gradeOf(['Practitioners should escalate safeguarding concerns immediately.']) > 12);
  });

  for (const [audience, texts] of Object.entries(read)) {
    it(`is nine to eleven for the whole text of "${audience}"`, (t) => {
      const grade = gradeOf(texts.flatMap(sentencesIn));
      t.diagnostic(`${audience}: grade ${grade.toFixed(1)}, age ${(grade + 5).toFixed(1)}`);
      assert.ok(grade <= HIGHEST, `grade ${grade.toFixed(1)}`);
    });
  }

  it('is at most eleven for each sentence except those listed here', () => {
    const hard = everything.flatMap(sentencesIn).filter((sentence) => gradeOf([sentence]) > HIGHEST);
    assert.deepEqual([...new Set(hard)].sort(), Object.keys(HARD_SENTENCES).sort());
  });

  it('has a reason in this file for every long word', () => {
    const long = everything.flatMap(wordsIn).filter((word) => syllable(word) >= LONG);
    assert.deepEqual([...new Set(long)].sort(), Object.keys(LONG_WORDS).sort());
  });
});

describe('the words of the signs', () => {
  it('blame no child and use no word that the language guide warns of', () => {
    const banned =
      /promiscu|lifestyle|prostitut|risk|runaway|abscond|truant|offend|recruiter|sexually active|attention.seeking|provocative|child porn|young adult|vulnerable|misuse|contacting adult/i;
    assert.deepEqual(
      everything.filter((text) => banned.test(text)),
      [],
    );
  });

  it('contain no telephone number, because numbers come from the directory', async () => {
    const { enSigns } = await wordsFrom('data/locales/en-signs.ts');
    const strings = [...Object.values(enSigns.signs).flat(), ...Object.values(enSigns.points), enSigns.caution];
    const numbers = strings.flatMap((text) => text.match(/\d+/g) ?? []);
    // 24 hours, under-18s, Challenge 25, section 116, and years
    assert.deepEqual([...new Set(numbers)].sort(), ['116', '18', '2003', '2014', '2020', '2026', '24', '25']);
  });

  it('are in docs/generated/words.md with their sources', async () => {
    const wanted = await report();
    assert.doesNotMatch(wanted, /undefined|\[M\]/);
    const there = readFileSync(new URL('../../docs/generated/words.md', import.meta.url), 'utf8');
    assert.equal(there, wanted, 'docs/generated/words.md is out of date. Run: npm run words');
  });
});
