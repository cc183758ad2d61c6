import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** Flesch-Kincaid grade 6, which is the age of eleven, the highest reading age that we write for. */
export const HIGHEST = 6;

export const wordsIn = (text) => text.replace(/[’']/g, '').match(/[A-Za-z]+(?:-[A-Za-z]+)*|\d+/g) ?? [];

/** The Flesch-Kincaid grade of some sentences. The reading age is the grade plus five. */
export function gradeOf(sentences) {
  const words = sentences.flatMap(wordsIn);
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables });
}
