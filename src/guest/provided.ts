import type { ParsedDirectory } from '../core/directory.js';
import type { Messages } from '../core/messages.js';
import type { SignsGuide } from '../core/signs.js';

/**
 * What the elements are given to draw: facts, and words in each language there is. Joined to them in `index.ts`.
 *
 * An element that needs less says so, so that whoever takes one of them alone need not take the words of the others.
 */
export interface Provided<Words = Messages> {
  /** A directory that people wrote becomes one by `parseDirectory`. */
  readonly directory: ParsedDirectory;
  /** Which signs there are, and what each audience is told besides. */
  readonly guide: SignsGuide;
  /** By BCP 47 tag; `en` is always there. */
  readonly locales: { readonly en: Words; readonly [tag: string]: Words };
}
