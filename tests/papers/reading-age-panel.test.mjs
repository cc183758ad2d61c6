import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import { enSnippets } from '../../src/data/locales/en-snippets.js';
import { gradeOf, HIGHEST, wordsIn } from './reading-age.mjs';

/** Sentences with this many words or more are checked one by one, because the reading age of short phrases means little. */
const SENTENCE = 6;

const sentencesIn = (text) => (text.match(/[^.!?:]+[.!?:]?/g) ?? []).map((one) => one.trim());
/** Every phrase of the panel, the banner, the exit and the snippets, with numbers and names as arguments. */
const phrasesOf = (value) =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'function'
      ? []
      : Object.values(value).flatMap((inner) => phrasesOf(inner));
const texts = [
  ...phrasesOf({ ...en, signs: {} }),
  ...phrasesOf(enSnippets),
  enSnippets.silent('999'),
  en.otherWays('999'),
  `${en.underAge(19)} Childline`,
  en.numbersCopied('2026-11-23'),
  en.routesFound(5, 'Crimestoppers'),
  en.emergencyText('999'),
  en.silentSolution('999'),
  en.whatToSay('Halo'),
  en.exit.keys(3),
  ...hertfordshire.contacts.flatMap(({ description, anonymityNote }) => [description, anonymityNote ?? '']),
].filter(Boolean);

/** The harder sentences, each with the reason to keep it. */
const HARD_SENTENCES = {
  'Advice and reporting where someone may be trafficked or exploited.': 'what the service is for, as the facts have it',
  'Any child can be sexually exploited, online too.': '"sexually exploited" is the name of the crime',
  'Any child can be sexually exploited.': '"sexually exploited" is the name of the crime',
  'Children can be sexually exploited anywhere, including where you work.':
    '"sexually exploited" is the name of the crime',
  'For people aged 16 and over, after any sexual violence, at any time.':
    'what the service is for, as the facts have it',
  'For under-25s who are missing, unsafe or being exploited, and for their families.':
    'what the service is for, as the facts have it',
  'Free help for anyone in Hertfordshire hurt by crime, reported or not.': 'the name of the county',
  'Health care and support after rape or sexual assault, with or without the police.':
    'what the service is for, as the facts have it',
  'If a child may be being sexually exploited, tell your safeguarding lead today.':
    'for staff, who have a safeguarding lead',
  'If they can tell who the child is and it is serious, they tell Children’s Services, and the police if there is danger.':
    'every condition of the promise has to be said',
  'It is very private, but not fully anonymous.': 'a promise that no plainer word makes exactly',
  'Report a person who is sexually abusing or grooming a child online.':
    'what the service is for, as the facts have it',
  'Report sexual pictures or videos of under-18s that you have come across online.':
    'what the service is for, as the facts have it',
  'Support for parents and carers of children who are exploited.': 'what the service is for, as the facts have it',
  'Tell the local police about a worry that is not happening right now.':
    'what the service is for, as the facts have it',
  'Whether anyone is in danger now.': 'three long words in a short line; every one of them is plain',
  'Worried about how someone acts sexually towards children, or about your own thoughts.':
    'what the service is for, as the facts have it',
  'a call handler listens, then a child protection specialist.': 'what these people are called',
  'a child protection adviser reads it.': 'what these people are called',
};

describe('the reading age of the panel, the banner, the exit and the snippets', () => {
  it('is nine to eleven for the whole text', (t) => {
    const grade = gradeOf(texts.flatMap(sentencesIn));
    t.diagnostic(`grade ${grade.toFixed(1)}, age ${(grade + 5).toFixed(1)}`);
    assert.ok(grade <= HIGHEST, `grade ${grade.toFixed(1)}`);
  });

  it('includes every word that only the snippets have', () => {
    for (const [key, words] of Object.entries(enSnippets))
      assert.ok(texts.includes(typeof words === 'function' ? words('999') : words), key);
  });

  it('is at most eleven for each sentence except those listed here', () => {
    const hard = texts
      .flatMap(sentencesIn)
      .filter((sentence) => wordsIn(sentence).length >= SENTENCE && gradeOf([sentence]) > HIGHEST);
    assert.deepEqual([...new Set(hard)].sort(), Object.keys(HARD_SENTENCES).sort());
  });
});
