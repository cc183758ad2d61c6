import type { ParsedDirectory } from '../core/directory.js';
import type { Messages } from '../core/messages/messages.js';
import type { SignsGuide } from '../core/signs.js';

/**
 * The facts and words that the elements draw. `index.ts` passes them to the classes.
 *
 * An element that needs less declares less, so that an author who uses one element alone need not load the words of the others.
 */
export interface Provided<Words = Messages> {
  /** `parseDirectory` makes one from a directory as people write it. */
  readonly directory: ParsedDirectory;
  /** The signs in order, and the advice for each audience. */
  readonly guide: SignsGuide;
  /** Words by BCP 47 tag; `en` is always there. */
  readonly locales: { readonly en: Words; readonly [tag: string]: Words };
}
