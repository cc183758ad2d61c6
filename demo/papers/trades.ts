import type { Trade } from '../../src/data/locales/en-papers.js';

export type { Trade };
export const TRADES = ['hotel', 'licensed', 'taxi', 'takeaway', 'school'] as const satisfies readonly Trade[];

/** The paper in the printer. Cards are cut from A4, except that A5 has room for one desk card. */
export const SIZES = ['a4', 'a3', 'a5'] as const;
export type Size = (typeof SIZES)[number];

/** The pages below the site's address that a code may open: one for each kind of place, and never one for a single business. */
export const pageOfTrade = (trade: Trade | 'public'): string =>
  trade === 'public' ? 'say-something/' : `say-something/${trade}/`;
