/** How many presses of Shift leave the page, as in GOV.UK's "Exit this page", which people may already know. */
export const PRESSES = 3;
/** How far apart the first and the last of them may be, in milliseconds. */
export const WITHIN = 5_000;
/** Where an exit leads that names no place of its own, or no safe one: the same as GOV.UK's. */
export const DEFAULT_DESTINATION = 'https://www.bbc.co.uk/weather';

/** Where someone stands on the way out. */
export interface Count {
  /** The presses that still count, oldest first, as times in milliseconds. */
  readonly presses: readonly number[];
  /** How many more are wanted; 0 means: leave. */
  readonly left: number;
}

/**
 * What one more press makes of the presses before it, oldest first, and of the time it came at.
 *
 * Any three presses leave that lie within five seconds, the limit included. An older press no longer counts, and neither
 * does one from the future: a clock that is set back must not make two presses into three.
 */
export function countPress(earlier: readonly number[], at: number): Count {
  const presses = [...earlier.filter((press) => press <= at && at - press <= WITHIN), at].slice(-PRESSES);
  return { presses, left: PRESSES - presses.length };
}

/** The parts of an address that matter here, as a `URL` or a `Location` has them. */
export interface Address {
  readonly href: string;
  /** With its colon. `"https:"` */
  readonly protocol: string;
  /** `"null"` where there is none. */
  readonly origin: string;
}

const withoutFragment = (href: string): string => href.replace(/#.*$/s, '');

/**
 * Whether an exit on this page may lead there: any address on `https:`, or a web address of the same origin. Never this
 * page itself, whatever its fragment: someone would press, and still be here.
 */
export function isSafeDestination(to: Address, page: Address): boolean {
  if (withoutFragment(to.href) === withoutFragment(page.href)) return false;
  return to.protocol === 'https:' || (to.protocol === 'http:' && to.origin === page.origin);
}
