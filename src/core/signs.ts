import type { Audience } from './audiences.js';
import type { Contact, ContactPhone, ParsedDirectory } from './directory.js';
import type { CouncilFinder } from './routing.js';
import { contactById, councilFinder } from './routing.js';

export type { SignsMessages } from './messages/signs.js';

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
  // What to do.
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
  // What not to do.
  | 'accuse'
  | 'question'
  | 'pictures'
  | 'alone'
  | 'gifts'
  | 'promise'
  | 'nudes'
  // What to keep.
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
  // The law.
  | 'hotel-law'
  | 'licensed-law'
  | 'taxi-law'
  // For a young person.
  | Numbered<'fault', To5>
  | Numbered<'talk', To8>
  | Numbered<'secret', To8>;

export interface Section {
  readonly id: SectionId;
  readonly points: readonly PointId[];
  /** True if it is shown above the signs, because it matters more to these readers than the signs themselves. */
  readonly first?: boolean;
}

/** The signs in order, and the advice for each audience, as ids. Their words are in the locales. */
export interface SignsGuide {
  readonly signs: readonly SignId[];
  /** Signs that may mean a child's life is in danger: each has a line of urgent help. */
  readonly urgent: readonly SignId[];
  /** Id of the contact that listens, named in that line. */
  readonly listener: string;
  /** Ids of the contacts that a point is about. The words are followed by the way to reach that contact. */
  readonly reach: { readonly [P in PointId]?: string };
  readonly audiences: Readonly<Record<Audience, readonly Section[]>>;
}

/** One list of advice as it is shown. */
export interface AdviceSection {
  readonly id: SectionId;
  /** Whom to call, before the points. Only in what to do, and only if the local team may be named. */
  readonly tell:
    { readonly danger: string; readonly number?: string | undefined; readonly team?: string | undefined } | undefined;
  /** Each point, with the contact it is about, if any. */
  readonly points: readonly { readonly id: PointId; readonly contact: Contact | undefined }[];
}

/** Lists of advice with the contacts they lead to. Elsewhere than in the directory's area, which is `local`, no team is named. */
export function sectionsFor(
  sections: readonly Section[],
  { reach }: SignsGuide,
  directory: ParsedDirectory,
  local: boolean,
): readonly AdviceSection[] {
  const team = directory.contacts.find(({ askFor, channels: [first] }) => askFor && first?.type === 'phone');
  const tell = { danger: directory.danger.phone.value, number: team?.channels[0]?.value, team: team?.askFor };
  return sections.map(({ id, points }) => ({
    id,
    tell: id === 'do' && local ? tell : undefined,
    points: points.map((point) => ({ id: point, contact: contactById(directory, reach[point] ?? '') })),
  }));
}

/** Everything that a list of signs shows, in order. */
export interface Signs {
  /** Whether a young person reads it: other headings, and no word to use on the phone. */
  readonly child: boolean;
  readonly danger: ContactPhone;
  /** The line for children; only for a young person, or if there is no panel that has it. */
  readonly childLine: ContactPhone | undefined;
  /** The page that says whom to tell; only if there is no way to a panel. */
  readonly guidance: CouncilFinder | undefined;
  /** Above the signs, because they matter more to these readers than the signs themselves. One disclosure opens to each group of lists. */
  readonly before: readonly (readonly AdviceSection[])[];
  /** The signs. An urgent one may mean that a child's life is in danger, and names whom to call. */
  readonly signs: readonly { readonly id: SignId; readonly urgent: boolean }[];
  /** The contact that listens, named next to an urgent sign. */
  readonly listener: Contact | undefined;
  /** Below the signs. */
  readonly after: readonly (readonly AdviceSection[])[];
}

/** The list that each of these follows: one disclosure opens to both. */
const SECOND_OF: { readonly [S in SectionId]?: SectionId } = { dont: 'do', law: 'keep' };

function grouped(sections: readonly AdviceSection[]): readonly (readonly AdviceSection[])[] {
  const groups: AdviceSection[][] = [];
  for (const section of sections) {
    const last = groups.at(-1);
    if (last && last[0]?.id === SECOND_OF[section.id]) last.push(section);
    else groups.push([section]);
  }
  return groups;
}

/** Decides everything that a list of signs shows, and in which order. `leads` says whether it has a way to a panel. */
export function signsFor({
  directory,
  guide,
  audience,
  leads,
}: {
  readonly directory: ParsedDirectory;
  readonly guide: SignsGuide;
  readonly audience: Audience;
  readonly leads: boolean;
}): Signs {
  const { danger, childLine } = directory;
  const child = audience === 'young-person';
  const groups = (first: boolean): readonly (readonly AdviceSection[])[] =>
    grouped(
      sectionsFor(
        guide.audiences[audience].filter((section) => !!section.first === first),
        guide,
        directory,
        true,
      ),
    );
  return {
    child,
    danger,
    childLine: child || !leads ? childLine : undefined,
    guidance: leads ? undefined : councilFinder(directory, 'read'),
    before: groups(true),
    signs: guide.signs.map((id) => ({ id, urgent: guide.urgent.includes(id) })),
    listener: contactById(directory, guide.listener),
    after: groups(false),
  };
}
