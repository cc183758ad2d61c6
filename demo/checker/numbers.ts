import { unbroken } from '../../src/core/numbers.js';
import { isRejectedNumber } from '../../src/core/rejected-numbers.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';

/** Every number of the directory: its digits, and how we write it. */
export const OURS: ReadonlyMap<string, string> = new Map(
  hertfordshire.contacts
    .flatMap(({ channels }) => channels)
    .filter(({ value }) => /^[\d\s]+$/.test(value))
    .map(({ value }) => [figures(value), value]),
);
/** The fewest digits of a number that is recognised anywhere. Shorter ones occur by chance in longer numbers and in dates. */
const LONG = 5;

/** The digits of a number in any notation. A leading 0 replaces the country code 44. */
export function figures(number: string): string {
  return number.replace(/\D/g, '').replace(/^(?:00)?44(?=\d{8})/, '0');
}

export interface Numbers {
  /** The digits of the directory's own numbers. */
  readonly ours: ReadonlySet<string>;
  /** The numbers that must never be shown, as they are written in the text, except for the kind of space. */
  readonly rejected: readonly string[];
  /** The numbers that differ from one of ours in one or two digits, or by one digit that is missing or added. */
  readonly near: readonly { readonly written: string; readonly meant: string }[];
  /** All other numbers of three or more digits, without years. */
  readonly others: readonly string[];
}

/** The numbers in lines of text. Neighbouring numbers are separated as far as the spaces between their digits allow. */
export function numbersIn(lines: readonly string[]): Numbers {
  const ours = new Set<string>();
  const rejected: string[] = [];
  const near: { written: string; meant: string }[] = [];
  const others: string[] = [];
  for (const line of lines) {
    for (const [row] of line.matchAll(/\+?\d+(?:[\s()\-‐-―./]{1,3}\d+)*/g)) {
      const groups = [...row.matchAll(/\+?\d+/g)].slice(0, 200);
      const written = (from: number, to: number): string =>
        unbroken(row.slice(groups[from]?.index, (groups[to]?.index ?? 0) + (groups[to]?.[0].length ?? 0)));
      let left: (number | undefined)[] = groups.map((_, index) => index);
      /** Takes each run of groups that is a number of one kind. Of the runs that begin at a group, it tries the longest first. */
      const take = (isOne: (run: string, from: number, to: number) => boolean): void => {
        for (let from = 0; from < groups.length; from++) {
          for (let to = Math.min(from + 8, groups.length) - 1; to >= from; to--) {
            if (left.slice(from, to + 1).includes(undefined) || !isOne(written(from, to), from, to)) continue;
            left = left.map((index) => (index !== undefined && index >= from && index <= to ? undefined : index));
            break;
          }
        }
      };
      const known = (run: string): boolean => {
        if (!OURS.has(figures(run))) return false;
        ours.add(figures(run));
        return true;
      };
      take((run) => figures(run).length >= LONG && known(run));
      take((run) => isRejectedNumber(run) && rejected.push(run) > 0);
      // short numbers count only if everything that is left of the row is a short number of ours
      if (left.every((index) => index === undefined || OURS.has(groups[index]?.[0] ?? ''))) take(known);
      take((run) => {
        const meant = meantBy(figures(run));
        return meant !== undefined && near.push({ written: run, meant }) > 0;
      });
      const rest = left.filter((index) => index !== undefined);
      const [first] = rest;
      const last = rest.at(-1);
      if (first === undefined || last === undefined) continue;
      const other = written(first, last);
      if (figures(other).length > 2 && !/^(?:19|20)\d\d$/.test(other)) others.push(other);
    }
  }
  return { ours, rejected, near, others };
}

/** The number of ours that a mistyped number is close to, as we write it. */
function meantBy(number: string): string | undefined {
  for (const [own, written] of OURS) if (own.length > 7 && isNear(number, own)) return written;
  return undefined;
}

function isNear(a: string, b: string): boolean {
  if (a.length === b.length) return [...a].filter((figure, index) => figure !== b[index]).length <= 2;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length !== 1) return false;
  return [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short);
}
