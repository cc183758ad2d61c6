import type { Directory, ParsedDirectory, QuestionId } from './directory.js';
import { ADVICE, ANONYMITY, AREAS, CHANNEL_TYPES, CONTACT_AUDIENCES, REASONS, WEB_USES } from './directory.js';
import type { Problem, ProblemCode } from './directory-rules.js';
import { LINK, answers, problemsWithin } from './directory-rules.js';
import { asParsed, unbroken } from './numbers.js';
import { holdsRejectedNumber } from './rejected-numbers.js';

export * from './directory.js';
export type { Problem, ProblemCode };

/** Either a complete, checked directory or the problems, and never both. */
export type Parsed =
  | { readonly directory: ParsedDirectory; readonly problems?: undefined }
  | { readonly directory?: undefined; readonly problems: readonly Problem[] };

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Leaf = (value: Json) => ProblemCode | undefined;
/** A leaf check, a list of one shape, or an object whose optional fields end in `?`. */
type Shape = Leaf | readonly [Shape] | { readonly [field: string]: Shape };

/** The longest text, in characters. */
const MAX_TEXT = 500;
/** The most entries of a list, and fields of an object. */
const MAX_ENTRIES = 200;
/** The most problems that are reported. */
const MAX_PROBLEMS = 100;

const matches =
  (pattern: RegExp, code: ProblemCode): Leaf =>
  (value) =>
    typeof value !== 'string' ? 'type' : pattern.test(value) ? undefined : code;
const oneOf =
  (allowed: readonly unknown[], code: ProblemCode = 'value'): Leaf =>
  (value) =>
    allowed.includes(value) ? undefined : code;
const whole =
  (least: number, most: number): Leaf =>
  (value) =>
    typeof value !== 'number'
      ? 'type'
      : Number.isInteger(value) && value >= least && value <= most
        ? undefined
        : 'count';
const flag: Leaf = (value) => (typeof value === 'boolean' ? undefined : 'type');
const id = matches(/^[a-z][a-z0-9-]{0,48}$/, 'id');
/**
 * Words on one line. Invisible characters, and those that reverse the order of their neighbours, are refused because they could make a
 * right number read as another. Digits of other scripts are refused because they could not be compared with the rejected numbers. The two
 * joiners that Persian and Hindi need are allowed.
 */
const text = matches(/^(?!.*([^\P{C}\u200c\u200d]|[^\P{N}0-9]))\S(.*\S)?$/u, 'text');
const clock = matches(/^([01]\d|2[0-3]):[0-5]\d$/, 'clock');
const link = matches(LINK, 'link');
const date: Leaf = (value) => {
  if (typeof value !== 'string') return 'type';
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : NaN;
  return time === time && new Date(time).toISOString().startsWith(value) ? undefined : 'date';
};

const condition: Shape = {};
for (const question of Object.keys(answers) as QuestionId[]) {
  (condition as Record<string, Shape>)[`${question}?`] = [oneOf(answers[question], 'answer')];
}
const rule: Shape = {
  'when?': condition,
  'unless?': condition,
  contacts: [id],
  reason: oneOf(REASONS),
  'last?': oneOf([true]),
};
const hours: Shape = {
  weekly: [{ days: [whole(1, 7)], opens: clock, closes: clock }],
  bankHolidays: oneOf(['open', 'closed', 'unknown']),
};
const directoryShape: Shape = {
  '$schema?': text,
  area: { name: text, code: matches(/^[A-Z]\d{8}$/, 'id') },
  staleAfter: whole(1, 730),
  bankHolidays: { dates: [date], 'alsoUncertain?': [date], through: date },
  emergency: id,
  children: id,
  finder: id,
  questions: [
    {
      id: oneOf(Object.keys(answers)),
      answers: [
        {
          id: oneOf(Object.values(answers).flat(), 'answer'),
          'audiences?': [oneOf(CONTACT_AUDIENCES)],
          'areas?': [oneOf(AREAS)],
        },
      ],
    },
  ],
  'advice?': [{ when: condition, id: oneOf(ADVICE) }],
  routes: [rule],
  support: [rule],
  contacts: [
    {
      id,
      name: text,
      description: text,
      audiences: [oneOf(CONTACT_AUDIENCES)],
      'minimumAge?': whole(0, 120),
      'maximumAge?': whole(0, 120),
      areas: [oneOf(AREAS)],
      anonymity: oneOf(ANONYMITY),
      'anonymityNote?': text,
      'askFor?': text,
      'images?': flag,
      gathered: date,
      'confirmed?': date,
      'validUntil?': date,
      'url?': link,
      'sources?': [text],
      channels: [
        {
          type: oneOf(CHANNEL_TYPES),
          value: text,
          'use?': oneOf(WEB_USES),
          'word?': matches(/^[A-Za-z]{1,20}$/, 'text'),
          'free?': flag,
          'offBill?': flag,
          // `check` accepts the word 'always'; anything else has to be an object.
          'hours?': hours,
          'receivedOnlyWhenOpen?': flag,
        },
      ],
    },
  ],
};

/**
 * Checks any value and returns a complete directory, or every problem that it finds (at most 100).
 *
 * Never throws. It first copies the value as JSON, so that what is checked is what people see: a framework's object may be a proxy, and may
 * change later. References, hours and numbers are checked only once the shape is right.
 */
export function parseDirectory(value: unknown): Parsed {
  const found: (readonly [path: string, code: ProblemCode])[] = [];
  const report = (path: string, code: ProblemCode): void => {
    if (found.length < MAX_PROBLEMS) found.push([path, code]);
  };

  /** Checks a value and returns it with no-break spaces in its numbers. */
  const check = (item: Json, shape: Shape, path: string): Json => {
    // A huge object that was passed by mistake must not keep the visitor waiting.
    if (found.length >= MAX_PROBLEMS || (shape === hours && item === 'always')) return item;
    if (typeof shape === 'function') {
      const code =
        typeof item !== 'string'
          ? undefined
          : item.length > MAX_TEXT
            ? 'size'
            : holdsRejectedNumber(item)
              ? 'rejected'
              : undefined;
      const wrong = code ?? shape(item);
      if (wrong) report(path, wrong);
      return typeof item === 'string' ? unbroken(item) : item;
    }
    if (typeof item !== 'object' || item === null || Array.isArray(item) !== Array.isArray(shape)) {
      report(path, 'type');
      return item;
    }
    const names = Object.keys(item);
    if (names.length > MAX_ENTRIES) report(path, 'size');
    else if (Array.isArray(item)) {
      // Every list needs an entry, except the lines of advice.
      if (!item.length && path !== 'advice') report(path, 'count');
      return (item as Json[]).map((one, i) => check(one, (shape as readonly [Shape])[0], `${path}[${i}]`));
    } else {
      const object = item as Record<string, Json>;
      const under = path && `${path}.`;
      const unknown = new Set(names);
      for (const [field, inner] of Object.entries(shape as { readonly [field: string]: Shape })) {
        const name = field.replace('?', '');
        if (unknown.delete(name)) object[name] = check(object[name] as Json, inner, under + name);
        else if (name === field) report(under + name, 'missing');
      }
      for (const name of unknown) report(under + name.slice(0, 50), 'unknown-field');
    }
    return item;
  };

  let plain: Json = null;
  let problems: Problem[] = [];
  try {
    plain = JSON.parse(JSON.stringify(value)) as Json;
    plain = check(plain, directoryShape, '');
    if (!found.length) {
      const directory = plain as unknown as Directory;
      problems = [...problemsWithin(directory)];
      if (!problems.length) return { directory: asParsed(directory) };
    }
  } catch {
    // The error may be an object of the page, and even reading it can throw again, so it is ignored.
    report('', 'unreadable');
  }
  for (const [path, code] of found) {
    // `contacts[3].channels[0].value` is the field `channels[0].value` of the fourth contact, which is named by its id if it has one.
    const [, item, list = '', index = 0, field = ''] = /^((\w+)\[(\d+)\])\.?(.*)$/.exec(path) ?? [];
    const id = item && (plain as Record<string, { id?: Json }[]> | null)?.[list]?.[+index]?.id;
    problems.push({
      entry: item ? (typeof id === 'string' && id ? id : item) : 'directory',
      field: item ? field : path,
      code,
    });
  }
  return { problems: problems.slice(0, MAX_PROBLEMS) };
}
