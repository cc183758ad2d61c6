import type { Audience } from '../core/audiences.js';
import { AUDIENCES } from '../core/audiences.js';
import { DEFAULT_DESTINATION, isSafeDestination } from '../core/quick-exit.js';
import { truncate, warnOnce } from './warn.js';

/** What an author wrote, as text. What is neither text nor a number counts as nothing written. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? `${value}` : undefined;

/** The author's audience. An unknown one becomes `public` with one warning; without one it is `public`. */
export function audienceOf(value: unknown): Audience {
  const wanted = textOf(value);
  const known = AUDIENCES.find((audience) => audience === wanted);
  if (!known && wanted) {
    warnOnce(`audience="${truncate(wanted)}" is not known, so "public" is used. Known: ${AUDIENCES.join(', ')}.`);
  }
  return known ?? 'public';
}

/** The author's heading level, from 1 to 6. Any other value becomes 2 with one warning; without one it is 2. */
export function headingLevelOf(value: unknown): number {
  const wanted = textOf(value);
  if (wanted === undefined) return 2;
  if (/^[1-6]$/.test(wanted)) return +wanted;
  warnOnce(`heading-level="${truncate(wanted)}" is not a number from 1 to 6, so 2 is used.`);
  return 2;
}

/** Whether a boolean attribute is on. Frameworks write `no-exit="false"`, which must not remove a person's way out of the page. */
export const isOn = (value: string | null): boolean => value !== null && value !== 'false';

/** Whether an address may be followed or fetched: any `https:` address, or an `http:` address of this site. */
export const isTrusted = ({ protocol, origin }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && origin === location.origin);

/**
 * Where an author's link leads: an `https:` address or one of this site. Any other value becomes undefined with one warning; without one it
 * is undefined.
 */
export function hrefOf(
  value: unknown,
  name = 'href',
  instead = 'The action leads to the panel on this page.',
): string | undefined {
  const wanted = textOf(value);
  if (!wanted) return undefined;
  try {
    // A script that cuts a text may leave half a character. In some browsers, a link with one leads nowhere.
    if (!/\p{Cs}/u.test(wanted) && isTrusted(new URL(wanted, document.baseURI))) return wanted;
  } catch {
    // The warning below covers this.
  }
  warnOnce(
    `${name}="${truncate(wanted)}" is not used, because it is neither https: nor an address of this site. ${instead}`,
  );
  return undefined;
}

/** Where an author's exit leads: an address that is safe to leave to, or the default and one warning. */
export function destinationOf(value: unknown): string {
  const wanted = textOf(value) ?? DEFAULT_DESTINATION;
  try {
    const to = new URL(wanted, document.baseURI);
    if (isSafeDestination(to, location)) return to.href;
  } catch {
    // It is not an address at all.
  }
  warnOnce(
    `href="${truncate(wanted)}" on the exit is neither https: nor another page of this site, so ${DEFAULT_DESTINATION} is used.`,
  );
  return DEFAULT_DESTINATION;
}
