/*
 * Numbers that some page has published for one of these services, but that are wrong, old or another service's. Only their fingerprints are
 * here, so that neither the script nor a search of it can give one to a frightened person. The list with the reason for each is
 * scripts/directory/rejected-numbers.json; a test checks that the two agree.
 */
const FINGERPRINTS: readonly number[] = [
  -2084823571, -1845795202, -1185051653, -970056339, -931390320, -273769201, 53440987, 325016428, 505691885, 1172918181,
  1423637129, 1646417606, 1884696460, 2016022534, 2067754621,
];

/**
 * The fingerprint of a phone number, however it is written: everything but digits is ignored, and a leading 44 or 0044 counts as 0. It is a
 * 32-bit integer (Java's `String.hashCode` of the digits).
 */
export function fingerprintOf(number: string): number {
  let hash = 0;
  for (const digit of number.replace(/\D/g, '').replace(/^(00)?44(?=\d{8})/, '0')) {
    hash = (Math.imul(hash, 31) + digit.charCodeAt(0)) | 0;
  }
  return hash;
}

/** Whether a number as a whole is one that must never be shown. */
export const isRejectedNumber = (number: string): boolean => FINGERPRINTS.includes(fingerprintOf(number));

/**
 * Whether a text contains such a number. Every sequence of neighbouring groups of digits is tried, whatever separates them except letters,
 * so that an hour or a year next to a number does not hide it. A right number that only begins like a rejected one is accepted. Invisible
 * characters, which may come with copied text, are ignored.
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
