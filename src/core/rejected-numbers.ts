/*
 * Numbers that once stood on somebody's page for one of these services and are wrong, old or another service's.
 * They are kept as fingerprints, so that neither the script nor a search of it can ever hand one to a frightened person.
 * The list itself, with the reason for each, is scripts/directory/rejected-numbers.json; a test holds the two together.
 */
const FINGERPRINTS: readonly number[] = [
  -2084823571, -1845795202, -1185051653, -970056339, -931390320, -273769201, 53440987, 325016428, 505691885, 1172918181,
  1423637129, 1646417606, 1884696460, 2016022534, 2067754621,
];

/**
 * The fingerprint of a phone number however it is written: spaces and hyphens are passed over, and a leading 44 for the
 * United Kingdom is read as 0. A 32-bit integer (Java's `String.hashCode` of the digits).
 */
export function fingerprintOf(number: string): number {
  let hash = 0;
  for (const digit of number.replace(/\D/g, '').replace(/^(00)?44(?=\d{8})/, '0')) {
    hash = (Math.imul(hash, 31) + digit.charCodeAt(0)) | 0;
  }
  return hash;
}

/** Whether a number, taken whole, is one that must never be shown. */
export const isRejectedNumber = (number: string): boolean => FINGERPRINTS.includes(fingerprintOf(number));

/**
 * Whether a text holds such a number. Every row of neighbouring groups of figures is tried, whatever but a letter stands between
 * them, so that an hour or a year beside a number does not hide it; a right number that only begins like a rejected one is let
 * be. Signs that cannot be seen, as a copied page may bring them along, are passed over.
 */
export function holdsRejectedNumber(text: string): boolean {
  for (const [row] of text.replace(/[\p{C}\p{M}]/gu, ' ').matchAll(/\d[^\p{L}]*/gu)) {
    const groups = row.match(/\d+/g) ?? [];
    for (let from = 0; from < groups.length; from++) {
      let digits = '';
      for (let to = from; to < groups.length && digits.length < 15; to++) {
        digits += groups[to] ?? '';
        if (isRejectedNumber(digits)) return true;
      }
    }
  }
  return false;
}
