import type { PointId, SectionId, SignId } from '../signs.js';

/** The words of the signs, in one language. A missing phrase is a type error. */
export interface SignsMessages {
  readonly heading: string;
  readonly childHeading: string;
  /** What one sign alone means, and that nobody has to be sure. */
  readonly caution: string;
  readonly childCaution: string;
  /** Above the list. */
  readonly listHeading: (count: number) => string;
  /** A phrase and one sentence for each sign. */
  readonly signs: Readonly<Record<SignId, readonly [phrase: string, sentence: string]>>;
  /** Next to signs of self-harm and low mood, before the name and number of the contact that listens. */
  readonly urgent: (emergency: string) => string;
  /** On the control that unfolds a list which was folded to the height of its fallback. */
  readonly unfold: (count: number) => string;
  readonly openAll: string;
  readonly closeAll: string;
  /** Said aloud after all signs were opened. */
  readonly opened: (count: number) => string;
  readonly closed: (count: number) => string;
  readonly sections: Readonly<Record<SectionId, string>>;
  readonly points: Readonly<Record<PointId, string>>;
  /** The first point of what to do: whom to call, and the words to use. */
  readonly tell: (emergency: string, number?: string, team?: string) => string;
  /** On the button or link to the panel. */
  readonly action: string;
}
