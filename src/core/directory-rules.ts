import type { ChannelType, Contact, Directory, QuestionId, WeeklyHours } from './directory.js';
import { ANSWERS, isWayToReport } from './directory.js';
import { minutesOf } from './hours.js';

/** A short code for what is wrong. `npm run directory` explains each in a sentence. */
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

/** Matches a link that a page may open: an `https:` address on one line. */
export const LINK = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/[!-~]*)?$/i;

/**
 * Matches a number as people read it: digits in groups that start with 0, or a short code. It has eleven digits, ten only after 01 or 0800,
 * and eight only for Childline, so that a number that lost a digit is refused.
 */
const PHONE = /^(?=0(\d ?){10}$|01(\d ?){8}$|0800 (\d ?){6}$|0800 1111$)0\d+ [\d ]+$|^1\d\d( \d{3})?$|^999$/;
const VALUES: { readonly [T in ChannelType]: readonly [RegExp, ProblemCode] } = {
  phone: [PHONE, 'number'],
  sms: [/^\d{3,6}$|^\d{3} \d{3}$/, 'number'],
  relay: [/^1800[01]( \d+)*$/, 'number'],
  bsl: [LINK, 'link'],
  web: [LINK, 'link'],
  email: [/^[a-z0-9._-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'email'],
};
/** The answers to each question, as plain strings. */
export const answers = ANSWERS as { readonly [Q in QuestionId]: readonly string[] };

/** Whether any two intervals of a week share a minute. The week repeats, so Sunday night runs into Monday. */
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

const problem = (entry: string, field: string, code: ProblemCode): Problem => ({ entry, field, code });

/** Finds the problems that show only once the shape is right: references, numbers, hours, the order of dates, and dead ends. */
export function* problemsWithin(directory: Directory): Generator<Problem> {
  const { contacts, questions, routes, support, bankHolidays } = directory;
  const byId = new Map<string, Contact>();
  const reached = new Set([directory.emergency, directory.children, directory.finder]);
  for (const field of ['emergency', 'children', 'finder'] as const) {
    if (!contacts.some((contact) => contact.id === directory[field])) yield problem('directory', field, 'no-contact');
  }
  for (const [i, day] of bankHolidays.dates.entries()) {
    if (day > bankHolidays.through || day <= (bankHolidays.dates[i - 1] ?? '')) {
      yield problem('directory', `bankHolidays.dates[${i}]`, 'order');
    }
  }

  const asked = new Set<string>();
  for (const { id: question, answers: given } of questions) {
    if (asked.has(question)) yield problem(question, 'id', 'duplicate');
    asked.add(question);
    const seen = new Set<string>();
    for (const [i, { id: answer }] of given.entries()) {
      if (!answers[question].includes(answer)) yield problem(question, `answers[${i}].id`, 'answer');
      if (seen.has(answer)) yield problem(question, `answers[${i}].id`, 'duplicate');
      seen.add(answer);
    }
  }

  for (const contact of contacts) {
    const entry = contact.id;
    if (byId.has(entry)) yield problem(entry, 'id', 'duplicate');
    byId.set(entry, contact);
    if ((contact.minimumAge ?? 0) > (contact.maximumAge ?? 120)) yield problem(entry, 'maximumAge', 'order');
    if ((contact.confirmed ?? '9') < contact.gathered) yield problem(entry, 'confirmed', 'order');
    if ((contact.validUntil ?? '9') < contact.gathered) yield problem(entry, 'validUntil', 'order');
    for (const [i, channel] of contact.channels.entries()) {
      const field = `channels[${i}]`;
      const [pattern, code] = VALUES[channel.type];
      if (!pattern.test(channel.value.replace(/\xa0/g, ' '))) yield problem(entry, `${field}.value`, code);
      if ((channel.type === 'web') !== 'use' in channel) yield problem(entry, `${field}.use`, 'use');
      if ('word' in channel && channel.type !== 'sms') yield problem(entry, `${field}.word`, 'use');
      if (typeof channel.hours === 'object' && overlaps(channel.hours.weekly)) {
        yield problem(entry, `${field}.hours.weekly`, 'overlap');
      }
    }
  }

  const emergency = byId.get(directory.emergency)?.channels[0];
  if (emergency && (emergency.type !== 'phone' || emergency.value !== '999')) {
    yield problem(directory.emergency, 'channels[0]', 'no-999');
  }
  // The children's number is shown next to 999, and a tap dials it.
  const children = byId.get(directory.children)?.channels[0];
  if (children && children.type !== 'phone') yield problem(directory.children, 'channels[0]', 'no-phone');
  const rules = { routes, support };
  let end = false;
  for (const list of ['routes', 'support'] as const) {
    for (const [i, { contacts: ids, when, unless }] of rules[list].entries()) {
      for (const [j, name] of ids.entries()) {
        reached.add(name);
        const contact = byId.get(name);
        if (!contact) yield problem(`${list}[${i}]`, `contacts[${j}]`, 'no-contact');
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
  // Whatever a person answers, one route must remain: to a contact for everyone, everywhere, by a rule without conditions.
  if (!end) yield problem('directory', 'routes', 'dead-end');
  for (const name of byId.keys()) if (!reached.has(name)) yield problem(name, 'id', 'unreachable');
}
