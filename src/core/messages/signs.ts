import type { PointId, SectionId, SignId } from '../signs.js';

/** The words of the signs, in one language. A missing phrase is a type error. */
export interface SignsMessages {
  readonly heading: string;
  readonly childHeading: string;
  /** What one sign alone means, and that nobody has to be sure. */
  readonly caution: string;
  readonly childCaution: string;
  /** A phrase and one sentence for each sign. */
  readonly signs: Readonly<Record<SignId, readonly [phrase: string, sentence: string]>>;
  /** Next to signs of self-harm and low mood, before the name and number of the contact that listens. */
  readonly urgent: (emergency: string) => string;
  readonly sections: Readonly<Record<SectionId, string>>;
  /** On a disclosure: how many points it opens to. */
  readonly counted: (heading: string, count: number) => string;
  /** On the disclosure of two lists at once. Its key is the first of them. */
  readonly pairs: { readonly [S in SectionId]?: string };
  readonly points: Readonly<Record<PointId, string>>;
  /** The first point of what to do: whom to call, and the words to use. */
  readonly tell: (emergency: string, number?: string, team?: string) => string;
}
