import type { ElementName } from './snippets.js';

/** The name of each element for editors, and a hint that says what a visitor sees. */
export const ELEMENT_NAMES: Readonly<Record<ElementName, readonly [name: string, hint: string]>> = {
  banner: ['Banner', 'The campaign’s line, 999, and one button.'],
  signs: ['Signs', 'What to look out for, in words for your readers.'],
  report: ['Panel', 'Whom to tell: 999, and who else, with their numbers.'],
  exit: ['Exit', 'A link that leaves the page fast.'],
};
