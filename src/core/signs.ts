import type { Audience } from './audiences.js';

/** One of the campaign's signs. */
export type SignId =
  | 'missing'
  | 'injuries'
  | 'drink'
  | 'police'
  | 'health'
  | 'school'
  | 'gifts'
  | 'others'
  | 'low'
  | 'self-harm'
  | 'looks'
  | 'older'
  | 'online'
  | 'family';

/** A list of advice under a heading of its own. */
export type SectionId = 'look' | 'also' | 'do' | 'dont' | 'keep' | 'law' | 'fault' | 'talk' | 'secret';

type Numbered<Prefix extends string, N extends number> = `${Prefix}${N}`;
type To5 = 1 | 2 | 3 | 4 | 5;
type To8 = To5 | 6 | 7 | 8;
type To10 = To8 | 9 | 10;

/**
 * One line of advice. The things to look for in a setting are numbered as the facts number them; the rest has a word.
 */
export type PointId =
  | Numbered<'hotel' | 'licensed' | 'taxi' | 'takeaway' | 'professional', To10>
  | Numbered<'school', To8>
  | Numbered<'parent', 1 | 2 | 3>
  // what to do
  | 'note'
  | 'vehicles'
  | 'manager'
  | 'near'
  | 'small'
  | 'again'
  | 'honest'
  | 'id'
  | 'night'
  | 'ages'
  | 'refuse'
  | 'door'
  | 'address'
  | 'trips'
  | 'controller'
  | 'refused-trip'
  | 'back-seat'
  | 'back-rooms'
  | 'whistle'
  | 'lead'
  | 'straight'
  | 'record'
  | 'part-one'
  | 'calm'
  | 'blameless'
  | 'listen'
  | 'names'
  | 'gone'
  | 'tell-school'
  | 'support'
  // what not to do
  | 'accuse'
  | 'question'
  | 'pictures'
  | 'alone'
  | 'gifts'
  | 'promise'
  | 'nudes'
  // what to keep
  | 'cards'
  | 'refusals'
  | 'log'
  | 'cctv'
  | 'bookings'
  | 'till'
  | 'book'
  | 'where'
  | 'own-words'
  | 'notes'
  // the law
  | 'hotel-law'
  | 'licensed-law'
  | 'taxi-law'
  // to a young person
  | Numbered<'fault', To5>
  | Numbered<'talk', To8>
  | Numbered<'secret', To8>;

export interface Section {
  readonly id: SectionId;
  readonly points: readonly PointId[];
  /** True where it stands above the signs: it matters more to these readers than the signs themselves. */
  readonly first?: boolean;
}

/** Which signs there are, in order, and what each audience is told besides. Ids here, words in locales. */
export interface SignsGuide {
  readonly signs: readonly SignId[];
  /** Signs that may mean a child's life is in danger: each has a line of urgent help. */
  readonly urgent: readonly SignId[];
  /** Id of the contact that listens, named in that line. */
  readonly listener: string;
  /** Ids of the contacts that a point is about: how to reach each stands after the words. */
  readonly reach: { readonly [P in PointId]?: string };
  readonly audiences: Readonly<Record<Audience, readonly Section[]>>;
}

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

/** What one audience is shown. */
export interface AudienceSigns {
  readonly signs: readonly { readonly id: SignId; readonly urgent: boolean }[];
  /** Above the signs. */
  readonly before: readonly Section[];
  /** Below the signs. */
  readonly after: readonly Section[];
  /** True for a young person: other headings, and no word to use on the phone. */
  readonly child: boolean;
}

/** All the signs, for everybody, and the sections of one audience, in order. */
export function signsFor({ signs, urgent, audiences }: SignsGuide, audience: Audience): AudienceSigns {
  const sections = audiences[audience];
  return {
    signs: signs.map((id) => ({ id, urgent: urgent.includes(id) })),
    before: sections.filter(({ first }) => first),
    after: sections.filter(({ first }) => !first),
    child: audience === 'young-person',
  };
}
