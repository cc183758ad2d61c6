import type { Contact, ParsedDirectory } from '../../src/core/directory.js';
import type { Panel } from '../../src/core/panel.js';
import { panelFor } from '../../src/core/panel.js';
import type { PointId, SignsGuide } from '../../src/core/signs.js';
import { signsFor } from '../../src/core/signs.js';
import type { Agreed } from '../../src/data/locales/en-papers.js';
import { agreedPapers } from '../../src/data/locales/en-papers.js';
import type { Size, Trade } from './trades.js';

/** What a business adds of its own. All of it is optional and stays on the device. */
export interface Own {
  /** The logo as a `data:` address of a picture that this page has drawn. */
  readonly logo?: string | undefined;
  /** The person to tell first, and their extension. */
  readonly person?: string | undefined;
  readonly extension?: string | undefined;
  /** What staff say to that person. The police are always told the directory's own word. */
  readonly word?: string | undefined;
}

/** Where the site is, for the addresses and codes on the sheets. */
export interface Place {
  /** The address of the site, with a slash at its end. */
  readonly address: string;
  /** False while the site has no public address, so that the sheets say that theirs is a sample. */
  readonly known: boolean;
  readonly version: string;
  /** The code for phones of each page below `address`, as the path of an SVG, with its number of modules. */
  readonly codes: Readonly<Record<string, { readonly path: string; readonly modules: number }>>;
}

/** What the sheets are made from. */
export interface PaperFacts {
  readonly directory: ParsedDirectory;
  readonly guide: SignsGuide;
  readonly place: Place;
  /** The sheets whose words are agreed. The default is what `en-papers.ts` records. */
  readonly agreed?: Agreed;
}

/** How a person wants the sheets. */
export interface Choice {
  readonly trade: Trade;
  readonly size: Size;
  /** Whether the sheets have no colour and no filled areas, which saves ink. */
  readonly mono: boolean;
  readonly own?: Own;
  /** The level of each sheet's own heading. */
  readonly level?: number;
}

/** Everything that the sheets of one choice draw. */
export interface Paper extends Required<Choice> {
  readonly place: Place;
  readonly agreed: Agreed;
  /** The panel of the trade's staff, and the panel for everyone. */
  readonly panel: Panel;
  readonly open: Panel;
  readonly area: string;
  /** The service that has a word to ask for, its number and the word. */
  readonly team: { readonly number: string; readonly word: string };
  /** The service that does not ask for a name. */
  readonly anonymous: Contact;
  /** Every contact that a sheet may name. They decide the use-by date. */
  readonly contacts: readonly Contact[];
  /** What the trade's staff should look for, keep and know of the law, as the signs have it. */
  readonly look: readonly PointId[];
  readonly keep: readonly PointId[];
  readonly law: readonly PointId[];
  readonly dont: readonly PointId[];
}

/** Throws when the directory or the signs lack something that a sheet must name. */
function needed<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`the papers need ${what}`);
  return found;
}

/** Decides everything that the sheets of one choice draw. */
export function paperFor({ directory, guide, place, agreed = agreedPapers }: PaperFacts, choice: Choice): Paper {
  const { trade } = choice;
  // At noon on the day on which the facts were copied they are fresh, and every build makes the same sheets.
  const at = new Date(`${directory.danger.contact.gathered}T12:00:00Z`);
  const panel = panelFor({ directory, guide, audience: trade, at });
  const open = panelFor({ directory, guide, audience: 'public', at });
  const { before, after } = signsFor({ directory, guide, audience: trade, leads: true });
  const sections = [...before, ...after].flat();
  const points = (wanted: string): readonly PointId[] =>
    sections.find(({ id }) => id === wanted)?.points.map(({ id }) => id) ?? [];
  const known = [...panel.first, ...panel.more].map(({ contact }) => contact);
  const asked = needed(
    known.find(({ askFor, channels: [first] }) => askFor && first?.type === 'phone'),
    'a service with a number and a word to ask for',
  );
  const anonymous = needed(
    [...open.first, ...open.more].map(({ contact }) => contact).find(({ anonymity }) => anonymity === 'yes'),
    'a service that asks for no name',
  );
  const contacts = [
    panel.danger.contact,
    ...(open.childLine ? [open.childLine.contact] : []),
    ...[...panel.first, ...open.first].map(({ contact }) => contact),
    anonymous,
  ];
  return {
    own: {},
    level: 1,
    ...choice,
    place,
    agreed,
    panel,
    open,
    area: directory.area.name,
    team: { number: asked.channels[0]?.value ?? '', word: asked.askFor ?? '' },
    anonymous,
    contacts: [...new Set(contacts)],
    look: points('look'),
    keep: points('keep'),
    law: points('law'),
    dont: points('dont'),
  };
}
