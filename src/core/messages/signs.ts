import type { PointId, SectionId, SignId } from '../signs.js';

/** The words of the signs, in one language. A phrase left out is a type error. */
export interface SignsMessages {
  readonly heading: string;
  readonly childHeading: string;
  /** What one sign alone means, and that nobody need be sure. */
  readonly caution: string;
  readonly childCaution: string;
  /** Above the list. */
  readonly listHeading: (count: number) => string;
  /** Each sign: our phrase, and one sentence. */
  readonly signs: Readonly<Record<SignId, readonly [phrase: string, sentence: string]>>;
  /** Beside signs of self-harm and low mood, before the name and number of those who listen. */
  readonly urgent: (emergency: string) => string;
  /** On the control that opens a list which was folded to the room of its fallback. */
  readonly unfold: (count: number) => string;
  readonly openAll: string;
  readonly closeAll: string;
  /** Said aloud when all have been opened or closed. */
  readonly opened: (count: number) => string;
  readonly closed: (count: number) => string;
  readonly sections: Readonly<Record<SectionId, string>>;
  readonly points: Readonly<Record<PointId, string>>;
  /** First of what to do: whom to call, and the words to use. */
  readonly tell: (emergency: string, number?: string, team?: string) => string;
  /** On the button or link to the panel. */
  readonly action: string;
}
