import type { Choice, Own } from './paper.js';
import type { Size, Trade } from './trades.js';
import { SIZES, TRADES } from './trades.js';

/*
 * What a person has chosen, in the fragment of the page's address, so that a link leads to the same sheets. The logo and the name of a person
 * are never in it, because an address is kept in the history and shared.
 */

export interface Settings {
  readonly trade: Trade;
  readonly size: Size;
  readonly mono: boolean;
  /** What staff say to the person to tell first. */
  readonly word: string;
}

export const DEFAULTS: Settings = { trade: 'hotel', size: 'a4', mono: false, word: '' };
/** The longest texts that fit on a card. */
export const LONGEST = { person: 48, extension: 12, word: 20 } as const;

/** A text on one line, without what cannot be seen, and not longer than its place. */
export const tidy = (text: string, longest: number): string =>
  [...text.replace(/[\p{C}\s]+/gu, ' ').trimStart()].slice(0, longest).join('');

const oneOf = <T extends string>(all: readonly T[], wanted: string | null, instead: T): T =>
  all.find((one) => one === wanted) ?? instead;

/** The settings of a fragment. What is unknown in it becomes the default. */
export function parseSettings(fragment: string): Settings {
  const found = new URLSearchParams(fragment.replace(/^#/, ''));
  return {
    trade: oneOf(TRADES, found.get('trade'), DEFAULTS.trade),
    size: oneOf(SIZES, found.get('size'), DEFAULTS.size),
    mono: found.get('ink') === 'black',
    word: tidy(found.get('word') ?? '', LONGEST.word).trim(),
  };
}

/** The fragment of settings, without those that are the default. */
export function formatSettings({ trade, size, mono, word }: Settings): string {
  const found = new URLSearchParams();
  if (trade !== DEFAULTS.trade) found.set('trade', trade);
  if (size !== DEFAULTS.size) found.set('size', size);
  if (mono) found.set('ink', 'black');
  if (word.trim()) found.set('word', word.trim());
  return found.toString();
}

/** The choice that the sheets are drawn from. */
export const choiceOf = ({ trade, size, mono, word }: Settings, own: Own, level: number): Choice => ({
  trade,
  size,
  mono,
  level,
  own: { ...own, word },
});
