import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** Flesch-Kincaid grade 6: eleven years old, the top of the reading age we write for. */
export const HIGHEST = 6;

export const wordsIn = (text) => text.replace(/[’']/g, '').match(/[A-Za-z]+(?:-[A-Za-z]+)*|\d+/g) ?? [];

/** The Flesch-Kincaid grade of some sentences; five years on from it is the reading age. */
export function gradeOf(sentences) {
  const words = sentences.flatMap(wordsIn);
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables });
}
