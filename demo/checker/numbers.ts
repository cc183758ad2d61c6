import { unbroken } from '../../src/core/numbers.js';
import { isRejectedNumber } from '../../src/core/rejected-numbers.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';

/** Every number that the directory shows, as figures, and how it is written. */
export const OURS: ReadonlyMap<string, string> = new Map(
  hertfordshire.contacts
    .flatMap(({ channels }) => channels)
    .filter(({ value }) => /^[\d\s]+$/.test(value))
    .map(({ value }) => [figures(value), value]),
);
/** Shorter ones stand by chance in a longer number, and in a date. */
const LONG = 5;

/** The figures of a number however it is written, with 0 for the country's own code. */
export function figures(number: string): string {
  return number.replace(/\D/g, '').replace(/^(?:00)?44(?=\d{8})/, '0');
}

export interface Numbers {
  /** The directory's own, as figures. */
  readonly ours: ReadonlySet<string>;
  /** Those that must never be shown, as they stand there but for the kind of space. */
  readonly rejected: readonly string[];
  /** Those that are one of ours with a figure or two changed, left out or added. */
  readonly near: readonly { readonly written: string; readonly meant: string }[];
  /** Others, from three figures on; years are passed over. */
  readonly others: readonly string[];
}

/** The numbers in lines of text. Those beside each other are told apart as far as their groups allow. */
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
      /** Takes each run of groups that is a number of a kind, the longest of those that begin together first. */
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
      // a short one counts where all that is left of its row is short ones of ours
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

/** Which of ours a number was before somebody's slip, in how it is written. */
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
