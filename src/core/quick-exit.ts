/** How many presses of Shift leave the page, as in GOV.UK's "Exit this page", which people may already know. */
export const PRESSES = 3;
/** How far apart the first and the last of them may be, in milliseconds. */
export const WITHIN = 5_000;
/** Where an exit leads if its author gives no address, or no safe one: the same page as GOV.UK's exit. */
export const DEFAULT_DESTINATION = 'https://www.bbc.co.uk/weather';

/** The presses of Shift so far, and how many more are needed. */
export interface Count {
  /** The presses that still count, oldest first, as times in milliseconds. */
  readonly presses: readonly number[];
  /** How many more are needed; 0 means that the person leaves now. */
  readonly left: number;
}

/**
 * Counts one more press at the time `at`, after the `earlier` ones, oldest first.
 *
 * Any three presses within five seconds leave the page, the limit included. An older press no longer counts. Nor does one from the future,
 * because a clock that is set back must not turn two presses into three.
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
  /** `"null"` if there is none. */
  readonly origin: string;
}

const withoutFragment = (href: string): string => href.replace(/#.*$/s, '');

/**
 * Whether an exit on this page may lead to an address: any `https:` address, or an `http:` address of the same origin. It is never this
 * page itself, with any fragment, because the person would press and still be here.
 */
export function isSafeDestination(to: Address, page: Address): boolean {
  if (withoutFragment(to.href) === withoutFragment(page.href)) return false;
  return to.protocol === 'https:' || (to.protocol === 'http:' && to.origin === page.origin);
}
