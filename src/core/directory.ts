import { digitsOf, unbroken } from './numbers.js';
import { holdsRejectedNumber } from './rejected-numbers.js';

export { digitsOf };

/** A day of the week as ISO 8601 numbers it: Monday is 1, Sunday is 7. */
export type IsoDay = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** A time on the 24-hour clock in Europe/London. `"09:30"` */
export type ClockTime = string;
/** A calendar date, ISO 8601. `"2026-11-23"` */
export type CalendarDate = string;

/**
 * Where the days of the week stand for one way of making contact.
 *
 * Hours are wall-clock times in Europe/London: a helpline opens at ten whether or not the clocks have changed.
 * An interval that ends at or before it starts runs past midnight into the next day.
 */
export interface WeeklyHours {
  /** Days on which the interval starts. `[1, 2, 3, 4, 5]` */
  readonly days: readonly IsoDay[];
  /** Opening time, inclusive. `"10:00"` */
  readonly opens: ClockTime;
  /** Closing time, exclusive. `"16:00"` */
  readonly closes: ClockTime;
}

/** Known hours. Where hours are not known the field is left out: no claim is made. */
export type Hours =
  | 'always'
  | {
      readonly weekly: readonly WeeklyHours[];
      /** What a bank holiday does to the weekly hours; `unknown` is treated as closed, and said as "may be". */
      readonly bankHolidays: 'open' | 'closed' | 'unknown';
    };

export const CHANNEL_TYPES = ['phone', 'sms', 'relay', 'bsl', 'web', 'email'] as const;
export type ChannelType = (typeof CHANNEL_TYPES)[number];

/** What a web channel is for. Only `report` counts as a way to report. */
export const WEB_USES = ['report', 'chat', 'find', 'read'] as const;
export type WebUse = (typeof WEB_USES)[number];

/** One way of reaching a contact. */
export interface Channel {
  readonly type: ChannelType;
  /** A number in the groups it is read in (`"0300 123 4043"`), an `https:` address, or an email address. */
  readonly value: string;
  /** What the page is for; only with `web`, and always with it. */
  readonly use?: WebUse;
  /** The word to text to the number; only with `sms`. `"SHOUT"` */
  readonly word?: string;
  /** Whether using it is free. Left out where that is not known. */
  readonly free?: boolean;
  /** Whether it stays off the phone bill. Left out where that is not known. */
  readonly offBill?: boolean;
  /** Left out where hours are not known. */
  readonly hours?: Hours;
  /** True for mail that is lost outside its hours: it is then not offered on screen. */
  readonly receivedOnlyWhenOpen?: boolean;
}

export const ANONYMITY = ['yes', 'on-request', 'partly', 'not-guaranteed', 'no'] as const;
export type Anonymity = (typeof ANONYMITY)[number];

export const CONTACT_AUDIENCES = [
  'anyone',
  'children',
  'young-people',
  'adults',
  'parents',
  'businesses',
  'professionals',
] as const;
/** Whom a contact serves. */
export type ContactAudience = (typeof CONTACT_AUDIENCES)[number];

export const AREAS = [
  'local',
  'england',
  'wales',
  'scotland',
  'northern-ireland',
  'great-britain-railways',
  'uk',
] as const;
/** Where a contact serves; `local` is the directory's own area. */
export type Area = (typeof AREAS)[number];

/** People who can help: one service with every way of reaching it. */
export interface Contact {
  /** `"nspcc-helpline"` */
  readonly id: string;
  /** The service's own name. */
  readonly name: string;
  /** What it does, a short sentence. The `description` of Open Referral UK. */
  readonly description: string;
  readonly audiences: readonly ContactAudience[];
  /** Youngest age served, in years. */
  readonly minimumAge?: number;
  /** Oldest age served, in years. */
  readonly maximumAge?: number;
  readonly areas: readonly Area[];
  /** Whether a person can stay anonymous. Nothing stronger than the service itself promises. */
  readonly anonymity: Anonymity;
  readonly anonymityNote?: string;
  /** The team to ask for by name. `"Halo"` */
  readonly askFor?: string;
  /** True where pictures are reported: the card then says never to save, copy or send one. */
  readonly images?: boolean;
  /** The day its facts were copied from public pages. */
  readonly gathered: CalendarDate;
  /** The day its owner confirmed them. Left out until that has happened. */
  readonly confirmed?: CalendarDate;
  /** The last day on which the facts are known to hold. */
  readonly validUntil?: CalendarDate;
  /** The service's own page, where no channel is one; offered once the facts have grown old. */
  readonly url?: string;
  /** Where each fact was read. Kept in the repository, left out of the script. */
  readonly sources?: readonly string[];
  /** The first is the one shown without unfolding. */
  readonly channels: readonly Channel[];
}

/** The answers there can be to each question. Ids here, words in locales. An unanswered question is `not-sure`. */
export const ANSWERS = {
  who: ['under-19', 'parent', 'business', 'professional', 'other', 'not-sure'],
  where: ['local', 'england', 'wales', 'scotland-ni', 'online', 'railway', 'not-sure'],
  name: ['give', 'anonymous', 'not-sure'],
} as const;
export type QuestionId = keyof typeof ANSWERS;
export type AnswerId<Q extends QuestionId = QuestionId> = (typeof ANSWERS)[Q][number];
/** What a person has answered so far. Every question may be left out. */
export type Answers = { readonly [Q in QuestionId]?: AnswerId<Q> };

/** One answer and what follows from it: whom to look for, and where they must serve. */
export interface Answer {
  readonly id: AnswerId;
  /** Contacts for none of these (nor for `anyone`) are left out. Absent: nobody is left out. */
  readonly audiences?: readonly ContactAudience[];
  /** Contacts serving none of these are left out. Absent: no place is left out. */
  readonly areas?: readonly Area[];
}

export interface Question {
  readonly id: QuestionId;
  readonly answers: readonly Answer[];
}

export type Condition = { readonly [Q in QuestionId]?: readonly AnswerId<Q>[] };

export const REASONS = [
  'anonymous',
  'online',
  'railway',
  'england',
  'wales',
  'under-19',
  'parent',
  'business',
  'professional',
  'anyone',
  'national',
  'finder',
] as const;
/** Why a route is in the list. */
export type ReasonId = (typeof REASONS)[number];

/** Adds contacts, in order, where every `when` holds and no `unless` does. */
export interface Rule {
  readonly when?: Condition;
  readonly unless?: Condition;
  readonly contacts: readonly string[];
  readonly reason: ReasonId;
  /** The contacts stay below all others at any hour, also below those that are closed. */
  readonly last?: true;
}

export const ADVICE = ['safeguarding-lead'] as const;
export type AdviceId = (typeof ADVICE)[number];

/** A line of advice shown above the routes. */
export interface AdviceRule {
  readonly when: Condition;
  readonly id: AdviceId;
}

/** Days on which weekly hours may not hold. */
export interface BankHolidays {
  /** Bank holidays of the area, in order. */
  readonly dates: readonly CalendarDate[];
  /** Christmas, Boxing or New Year's Days at a weekend: no bank holiday by law, yet services may be closed. */
  readonly alsoUncertain?: readonly CalendarDate[];
  /** The last day the table covers. After it weekly hours make no claim. */
  readonly through: CalendarDate;
}

/** Who can be told, how, when, and by which answers a person is led to them. */
export interface Directory {
  readonly $schema?: string;
  readonly area: {
    readonly name: string;
    /** ONS code. `"E10000015"` */
    readonly code: string;
  };
  /** Days after which facts that nobody confirmed stop claiming to be open or closed. `180` */
  readonly staleAfter: number;
  readonly bankHolidays: BankHolidays;
  /** Id of the contact for danger now; its first channel is the phone number 999. */
  readonly emergency: string;
  /** Id of the contact for children, named above the routes. */
  readonly children: string;
  /** Id of the contact that finds the right council, and that takes the place of one that has expired. */
  readonly finder: string;
  readonly questions: readonly Question[];
  readonly advice?: readonly AdviceRule[];
  /** Ways to report, read from the top; a contact keeps its first place. */
  readonly routes: readonly Rule[];
  /** Support for the person reporting; never counts as a report. */
  readonly support: readonly Rule[];
  readonly contacts: readonly Contact[];
}

declare const printed: unique symbol;

/** A directory whose numbers have no-break spaces between their groups, so that no text around one turns its order. */
export type PrintedDirectory = Directory & { readonly [printed]: true };

/** What is wrong, as a short code; `npm run directory` says each in a sentence. */
export type ProblemCode =
  | 'unreadable'
  | 'type'
  | 'missing'
  | 'unknown-field'
  | 'size'
  | 'value'
  | 'id'
  | 'text'
  | 'date'
  | 'clock'
  | 'count'
  | 'number'
  | 'rejected'
  | 'link'
  | 'email'
  | 'use'
  | 'overlap'
  | 'order'
  | 'no-999'
  | 'no-phone'
  | 'no-contact'
  | 'answer'
  | 'duplicate'
  | 'unreachable'
  | 'dead-end';

/** One thing wrong with a directory. */
export interface Problem {
  /** The contact, question or rule. `"nspcc-helpline"`, `"routes[2]"`, `"directory"` */
  readonly entry: string;
  /** The field within it. `"channels[0].value"` */
  readonly field: string;
  readonly code: ProblemCode;
}

/** Either a whole, checked directory, or what is wrong; never both, never half. */
export type Parsed =
  | { readonly directory: PrintedDirectory; readonly problems?: undefined }
  | { readonly directory?: undefined; readonly problems: readonly Problem[] };

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Leaf = (value: Json) => ProblemCode | undefined;
/** A leaf check, a list of one shape, or an object whose optional fields end in `?`. */
type Shape = Leaf | readonly [Shape] | { readonly [field: string]: Shape };

const LIMITS = {
  text: 500,
  list: 200,
  /** Values in all, a text counting once more for every eight characters. The largest county needs a tenth of it. */
  values: 50_000,
  problems: 100,
};

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
 * Words on one line. A sign that cannot be seen, or that turns the order of what stands beside it, could make a right number read
 * as another; a figure of another script could not be looked up among the wrong ones. The two joiners that Persian and Hindi
 * are written with may stay.
 */
const text = matches(/^(?!.*([^\P{C}\u200c\u200d]|[^\P{N}0-9]))\S(.*\S)?$/u, 'text');
const clock = matches(/^([01]\d|2[0-3]):[0-5]\d$/, 'clock');
const link = matches(/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/[!-~]*)?$/i, 'link');
const date: Leaf = (value) => {
  if (typeof value !== 'string') return 'type';
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : NaN;
  return time === time && new Date(time).toISOString().startsWith(value) ? undefined : 'date';
};

const answers = ANSWERS as { readonly [Q in QuestionId]: readonly string[] };
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
          // 'always' is the one word; anything else is read as an object
          'hours?': hours,
          'receivedOnlyWhenOpen?': flag,
        },
      ],
    },
  ],
};

/**
 * A number as people read it: digits in groups, a short code or one that starts with 0. Eleven digits; ten only after 01 and 0800,
 * and eight for Childline, so that a number that lost a digit on the way is seen.
 */
const phoneNumber = matches(
  /^(?=0(\d ?){10}$|01(\d ?){8}$|0800 (\d ?){6}$|0800 1111$)0\d+ [\d ]+$|^1\d\d( \d{3})?$|^999$/,
  'number',
);
const valueOf: { readonly [T in ChannelType]: Leaf } = {
  phone: phoneNumber,
  sms: matches(/^\d{3,6}$|^\d{3} \d{3}$/, 'number'),
  relay: matches(/^1800[01]( \d+)*$/, 'number'),
  bsl: link,
  web: link,
  email: matches(/^[a-z0-9._-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'email'),
};

/**
 * Checks anything at all and returns a whole directory, or every problem that was found (at most 100).
 *
 * Never throws, whatever the value. It is copied as JSON first, so that what is checked is what is shown: an object of a framework may
 * be a proxy, and may change later. Problems of shape come alone; references, hours and numbers are checked once the shape is right.
 */
export function parseDirectory(value: unknown): Parsed {
  const found: (readonly [path: string, code: ProblemCode])[] = [];
  const report = (path: string, code: ProblemCode): void => {
    if (found.length < LIMITS.problems) found.push([path, code]);
  };
  let values = 0;

  /** Checks a value and returns it with its numbers as they are printed. */
  const check = (item: Json, shape: Shape, path: string): Json => {
    values += 1 + (typeof item === 'string' ? Math.min(item.length, LIMITS.text) >> 3 : 0);
    if (values > LIMITS.values) throw new RangeError();
    // a whole catalogue, handed in by mistake, must not keep the page waiting
    if (found.length >= LIMITS.problems || (shape === hours && item === 'always')) return item;
    if (typeof shape === 'function') {
      const code =
        typeof item !== 'string'
          ? undefined
          : item.length > LIMITS.text
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
    if (names.length > LIMITS.list) report(path, 'size');
    else if (Array.isArray(item)) {
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
      const directory = plain as unknown as PrintedDirectory;
      problems = [...problemsWithin(directory)];
      if (!problems.length) return { directory };
    }
  } catch {
    // what was thrown may be the page's own, and is not looked at: even to ask what it is can throw again
    report('', values > LIMITS.values ? 'size' : 'unreadable');
  }
  for (const [path, code] of found) {
    // contacts[3].channels[0].value is the field channels[0].value of the fourth contact, named by its id where it has one
    const [, item, list = '', index = 0, field = ''] = /^((\w+)\[(\d+)\])\.?(.*)$/.exec(path) ?? [];
    const id = item && (plain as Record<string, { id?: Json }[]> | null)?.[list]?.[+index]?.id;
    problems.push({
      entry: item ? (typeof id === 'string' && id ? id : item) : 'directory',
      field: item ? field : path,
      code,
    });
  }
  return { problems: problems.slice(0, LIMITS.problems) };
}

const minutesOf = (time: ClockTime): number => +time.slice(0, 2) * 60 + +time.slice(3);

/** Whether any two intervals of a week share a minute; the week is a circle, so Sunday night runs into Monday. */
function overlaps(weekly: readonly WeeklyHours[]): boolean {
  const taken: [number, number][] = [];
  for (const { days, opens, closes } of weekly) {
    const from = minutesOf(opens);
    const to = minutesOf(closes);
    for (const day of days) {
      const start = (day - 1) * 1440 + from;
      taken.push([start, start + to - from + (to > from ? 0 : 1440)]);
    }
  }
  taken.sort((a, b) => a[0] - b[0]);
  const first = taken[0];
  if (first) taken.push([first[0] + 10080, first[1] + 10080]);
  return taken.some(([start], i) => i > 0 && start < (taken[i - 1] as [number, number])[1]);
}

/** What only shows once the shape is right: references, numbers, hours, order of dates, dead ends. */
function* problemsWithin(directory: Directory): Generator<Problem> {
  const { contacts, questions, routes, support, bankHolidays } = directory;
  const byId = new Map<string, Contact>();
  const reached = new Set([directory.emergency, directory.children, directory.finder]);
  for (const field of ['emergency', 'children', 'finder'] as const) {
    if (!contacts.some((contact) => contact.id === directory[field]))
      yield { entry: 'directory', field, code: 'no-contact' };
  }
  for (const [i, day] of bankHolidays.dates.entries()) {
    if (day > bankHolidays.through || day <= (bankHolidays.dates[i - 1] ?? '')) {
      yield {
        entry: 'directory',
        field: `bankHolidays.dates[${i}]`,
        code: 'order',
      };
    }
  }

  const asked = new Set<string>();
  for (const { id: question, answers: given } of questions) {
    if (asked.has(question)) yield { entry: question, field: 'id', code: 'duplicate' };
    asked.add(question);
    const seen = new Set<string>();
    for (const [i, { id: answer }] of given.entries()) {
      if (!answers[question].includes(answer)) yield { entry: question, field: `answers[${i}].id`, code: 'answer' };
      if (seen.has(answer)) yield { entry: question, field: `answers[${i}].id`, code: 'duplicate' };
      seen.add(answer);
    }
  }

  for (const contact of contacts) {
    const entry = contact.id;
    if (byId.has(entry)) yield { entry, field: 'id', code: 'duplicate' };
    byId.set(entry, contact);
    if ((contact.minimumAge ?? 0) > (contact.maximumAge ?? 120)) yield { entry, field: 'maximumAge', code: 'order' };
    if ((contact.confirmed ?? '9') < contact.gathered) yield { entry, field: 'confirmed', code: 'order' };
    if ((contact.validUntil ?? '9') < contact.gathered) yield { entry, field: 'validUntil', code: 'order' };
    for (const [i, channel] of contact.channels.entries()) {
      const field = `channels[${i}]`;
      const code = valueOf[channel.type](channel.value.replace(/\xa0/g, ' '));
      if (code) yield { entry, field: `${field}.value`, code };
      if ((channel.type === 'web') !== 'use' in channel) yield { entry, field: `${field}.use`, code: 'use' };
      if ('word' in channel && channel.type !== 'sms') yield { entry, field: `${field}.word`, code: 'use' };
      if (typeof channel.hours === 'object' && overlaps(channel.hours.weekly)) {
        yield { entry, field: `${field}.hours.weekly`, code: 'overlap' };
      }
    }
  }

  const emergency = byId.get(directory.emergency)?.channels[0];
  if (emergency && (emergency.type !== 'phone' || emergency.value !== '999')) {
    yield { entry: directory.emergency, field: 'channels[0]', code: 'no-999' };
  }
  // the children's number stands beside 999 and is dialled with a tap
  const children = byId.get(directory.children)?.channels[0];
  if (children && children.type !== 'phone')
    yield { entry: directory.children, field: 'channels[0]', code: 'no-phone' };
  const rules = { routes, support };
  let end = false;
  for (const list of ['routes', 'support'] as const) {
    for (const [i, { contacts: ids, when, unless }] of rules[list].entries()) {
      for (const [j, name] of ids.entries()) {
        reached.add(name);
        const contact = byId.get(name);
        if (!contact)
          yield {
            entry: `${list}[${i}]`,
            field: `contacts[${j}]`,
            code: 'no-contact',
          };
        else if (list === 'routes' && !when && !unless) {
          end ||=
            contact.areas.includes('uk') &&
            contact.audiences.includes('anyone') &&
            contact.channels.some(isWayToReport) &&
            questions.every(({ answers: given }) => given.every(({ areas }) => areas?.includes('uk') ?? true));
        }
      }
    }
  }
  // Whatever a person answers, one route stays: it serves everyone, everywhere, and no condition guards it.
  if (!end) yield { entry: 'directory', field: 'routes', code: 'dead-end' };
  for (const name of byId.keys()) if (!reached.has(name)) yield { entry: name, field: 'id', code: 'unreachable' };
}

/** Whether a report can be made this way: by phone, by text or in a form; not a finder, a plain page or a chat. */
export const isWayToReport = ({ type, use }: Channel): boolean =>
  type === 'phone' || type === 'sms' || use === 'report';
