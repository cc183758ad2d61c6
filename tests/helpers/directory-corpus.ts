/*
 * One list of valid and broken directories for everything that checks one: parseDirectory, the JSON Schema, and the sentences of
 * `npm run directory`. Every case is the real directory with one small edit, and is plain JSON.
 */
import type { Directory } from '../../src/core/directory.js';
import type { Problem, ProblemCode } from '../../src/core/directory-rules.js';

export interface CorpusCase {
  /** The edit to the real directory. */
  readonly name: string;
  readonly value: unknown;
  /** The problems that parseDirectory finds. Empty for a valid directory. */
  readonly problems: readonly Problem[];
  /** Whether the JSON Schema alone decides correctly. True for a valid directory, which both accept. */
  readonly schema: boolean;
}

/** Every problem code, so that a new code without a case is a type error. */
export const PROBLEM_CODES: Readonly<Record<ProblemCode, true>> = {
  unreadable: true,
  type: true,
  missing: true,
  'unknown-field': true,
  size: true,
  value: true,
  id: true,
  text: true,
  date: true,
  clock: true,
  count: true,
  number: true,
  rejected: true,
  link: true,
  email: true,
  use: true,
  overlap: true,
  order: true,
  'no-999': true,
  'no-phone': true,
  'no-contact': true,
  answer: true,
  duplicate: true,
  unreachable: true,
  'dead-end': true,
};

/** Codes for problems that no JSON text has, such as a getter that throws. */
export const NOT_JSON: readonly ProblemCode[] = ['unreadable'];

type Draft = { [key: string]: unknown };

export const copyOf = (directory: Directory): Draft => JSON.parse(JSON.stringify(directory)) as Draft;

/** A copy whose facts were all gathered on one day and never confirmed, so that the tests do not depend on the real days. */
export function gatheredOn(directory: Directory, day = '2026-11-23'): Draft {
  const draft = copyOf(directory);
  for (const contact of draft['contacts'] as Draft[]) {
    contact['gathered'] = day;
    delete contact['confirmed'];
  }
  return draft;
}

/** The list or object that contains the last step of a field's path, and that step. `"channels[0].value"` */
function holderOf(root: unknown, field: string): [holder: Draft, key: string] {
  const steps = field.match(/[^.[\]]+/g) ?? [];
  const key = steps.pop() ?? '';
  let holder = root as Draft;
  for (const step of steps) holder = holder[step] as Draft;
  return [holder, key];
}

/** The contact, question or rule with the name that a problem uses, or the whole directory. */
function entryOf(draft: Draft, entry: string): unknown {
  if (entry === 'directory') return draft;
  const [, list, index] = /^(\w+)\[(\d+)\]$/.exec(entry) ?? [];
  if (list) return (draft[list] as Draft[])[Number(index)];
  const named = [...(draft['contacts'] as Draft[]), ...(draft['questions'] as Draft[])];
  return named.find((one) => one['id'] === entry);
}

/** Sets one field of one entry. `undefined` deletes it. */
export function put(draft: Draft, entry: string, field: string, value: unknown): Draft {
  const [holder, key] = holderOf(entryOf(draft, entry), field);
  if (value === undefined) delete holder[key];
  else holder[key] = value;
  return draft;
}

const remove = (draft: Draft, list: string, id: string): void => {
  draft[list] = (draft[list] as Draft[]).filter((one) => one['id'] !== id);
};

/** Deletes a contact from the directory and from every rule that names it. */
function withoutContact(draft: Draft, id: string): Draft {
  remove(draft, 'contacts', id);
  for (const list of ['routes', 'support']) {
    for (const rule of draft[list] as Draft[]) {
      rule['contacts'] = (rule['contacts'] as string[]).filter((name) => name !== id);
    }
    draft[list] = (draft[list] as Draft[]).filter((rule) => (rule['contacts'] as string[]).length);
  }
  return draft;
}

export function corpus(hertfordshire: Directory): readonly CorpusCase[] {
  const cases: CorpusCase[] = [];
  const fresh = (): Draft => copyOf(hertfordshire);
  const numberOf = (id: string): string =>
    hertfordshire.contacts.find((contact) => contact.id === id)?.channels.find(({ type }) => type === 'phone')?.value ??
    '';

  const good = (name: string, edit: (draft: Draft) => unknown): void => {
    const draft = fresh();
    edit(draft);
    cases.push({ name, value: draft, problems: [], schema: true });
  };
  const goodField = (name: string, entry: string, field: string, value: unknown): void =>
    good(name, (draft) => put(draft, entry, field, value));

  const add =
    (schema: boolean) =>
    (name: string, edit: (draft: Draft) => unknown, ...problems: Problem[]): void => {
      const draft = fresh();
      edit(draft);
      cases.push({ name, value: draft, problems, schema });
    };
  /** Adds an edit that the JSON Schema can detect, with its problems. */
  const broken = add(true);
  /** Adds an edit that only parseDirectory can detect. */
  const beyond = add(false);
  /** Adds an edit of one field. The problem is found there unless `found` names another place. */
  const field =
    (make: typeof broken) =>
    (
      name: string,
      entry: string,
      path: string,
      value: unknown,
      code: ProblemCode,
      found: Partial<Problem> = {},
    ): void =>
      make(name, (draft) => put(draft, entry, path, value), { entry, field: path, code, ...found });
  const brokenField = field(broken);
  const beyondField = field(beyond);
  const whole = (name: string, value: unknown, code: ProblemCode, schema = true): void => {
    cases.push({ name, value, problems: [{ entry: 'directory', field: '', code }], schema });
  };

  // Valid directories
  good('the real directory', () => undefined);
  goodField('the address of its schema', 'directory', '$schema', './directory.schema.json');
  goodField('no advice', 'directory', 'advice', undefined);
  goodField('an empty list of advice', 'directory', 'advice', []);
  goodField('no holidays at a weekend', 'directory', 'bankHolidays.alsoUncertain', undefined);
  goodField('the shortest time to grow stale', 'directory', 'staleAfter', 1);
  goodField('the longest time to grow stale', 'directory', 'staleAfter', 730);
  goodField('a day on which the owner confirmed', 'childline', 'confirmed', '2027-01-04');
  goodField('facts confirmed on the day they were gathered', 'childline', 'confirmed', '2026-11-23');
  goodField('a leap day', 'childline', 'validUntil', '2028-02-29');
  goodField('one age only', 'childline', 'minimumAge', 18);
  goodField('a text of 500 characters', 'childline', 'description', 'a'.repeat(500));
  goodField(
    'a sentence with numbers that are right',
    'childline',
    'description',
    `Not ${numberOf('herts-childrens-services')}, not ${numberOf('crimestoppers')}.`,
  );
  goodField('hours past midnight', 'nspcc-helpline', 'channels[0].hours', {
    weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '22:00', closes: '02:00' }],
    bankHolidays: 'open',
  });
  goodField('hours round the clock, written as weekly ones', 'nspcc-helpline', 'channels[0].hours', {
    weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '09:00', closes: '09:00' }],
    bankHolidays: 'closed',
  });
  goodField('hours that meet at noon', 'nspcc-helpline', 'channels[0].hours', {
    weekly: [
      { days: [6], opens: '09:00', closes: '12:00' },
      { days: [6], opens: '12:00', closes: '17:00' },
    ],
    bankHolidays: 'closed',
  });
  goodField('hours that end on Monday as others begin', 'nspcc-helpline', 'channels[0].hours', {
    weekly: [
      { days: [7], opens: '20:00', closes: '06:00' },
      { days: [1], opens: '06:00', closes: '07:00' },
    ],
    bankHolidays: 'closed',
  });
  goodField('hours left out', 'nspcc-helpline', 'channels[0].hours', undefined);
  goodField('hours that are always', 'nspcc-helpline', 'channels[0].hours', 'always');
  goodField('a number of eleven digits', 'nspcc-helpline', 'channels[0].value', '0808 157 0001');
  goodField('a number of a town, ten digits', 'nspcc-helpline', 'channels[0].value', '01438 12345');
  goodField('a word to text', 'missing-people-safecall', 'channels[1].word', 'Safe');
  goodField(
    'a link with a path, a query and a fragment',
    'ceop',
    'channels[0].value',
    'https://ceop.police.uk/a/?b=c#d',
  );
  good('fewer answers than there could be', (draft) => put(draft, 'who', 'answers', [{ id: 'parent' }]));
  good('no questions about the name', (draft) => remove(draft, 'questions', 'name'));
  good('a contact fewer', (draft) => withoutContact(draft, 'ivison-trust'));

  // Values that are not a directory
  whole('nothing', null, 'type');
  whole('a number', 999, 'type');
  whole('a sentence', 'Call 999', 'type');
  whole('true', true, 'type');
  whole('a list', [], 'type');
  cases.push({
    name: 'an empty object',
    value: {},
    problems: (
      [
        'area',
        'staleAfter',
        'bankHolidays',
        'emergency',
        'children',
        'finder',
        'questions',
        'routes',
        'support',
      ] as const
    )
      .map((field): Problem => ({ entry: 'directory', field, code: 'missing' }))
      .concat({ entry: 'directory', field: 'contacts', code: 'missing' }),
    schema: true,
  });

  // Fields
  for (const field of [
    'area',
    'staleAfter',
    'bankHolidays',
    'emergency',
    'children',
    'finder',
    'questions',
    'contacts',
  ]) {
    brokenField(`no ${field}`, 'directory', field, undefined, 'missing');
  }
  brokenField('no code of the area', 'directory', 'area.code', undefined, 'missing');
  brokenField('no end of the holiday table', 'directory', 'bankHolidays.through', undefined, 'missing');
  for (const field of ['name', 'description', 'audiences', 'areas', 'anonymity', 'gathered', 'channels']) {
    brokenField(`a contact without ${field}`, 'childline', field, undefined, 'missing');
  }
  broken('a contact without an id', (draft) => put(draft, 'ivison-trust', 'id', undefined), {
    entry: `contacts[${hertfordshire.contacts.findIndex(({ id }) => id === 'ivison-trust')}]`,
    field: 'id',
    code: 'missing',
  });
  brokenField('a channel without a type', 'childline', 'channels[0].type', undefined, 'missing');
  brokenField('a channel without a value', 'childline', 'channels[0].value', undefined, 'missing');
  brokenField('a rule without a reason', 'routes[3]', 'reason', undefined, 'missing');
  brokenField('a field with a spelling mistake', 'childline', 'anonimity', 'yes', 'unknown-field');
  brokenField('a field nobody knows, at the top', 'directory', 'colour', 'red', 'unknown-field');
  brokenField(
    'a field nobody knows, deep inside',
    'nspcc-helpline',
    'channels[0].hours.weekly[0].note',
    'x',
    'unknown-field',
  );

  // Wrong types, at any depth
  brokenField('an area that is a word', 'directory', 'area', 'Hertfordshire', 'type');
  brokenField('a list where an area should be', 'directory', 'area', [], 'type');
  brokenField('contacts by id instead of a list', 'directory', 'contacts', { childline: {} }, 'type');
  broken('a contact that is a name', (draft) => put(draft, 'directory', 'contacts[0]', 'police-999'), {
    entry: 'contacts[0]',
    field: '',
    code: 'type',
  });
  brokenField('a name that is a number', 'childline', 'name', 116, 'type');
  brokenField('a name that is nothing', 'childline', 'name', null, 'type');
  brokenField('a phone number that is a number', 'childline', 'channels[0].value', 8001111, 'type');
  brokenField('free that is a word', 'childline', 'channels[0].free', 'yes', 'type');
  brokenField('off the bill that is a number', 'childline', 'channels[0].offBill', 1, 'type');
  brokenField('stale days in quotation marks', 'directory', 'staleAfter', '180', 'type');
  brokenField('one audience outside a list', 'childline', 'audiences', 'children', 'type');
  brokenField('opening time that is a number', 'nspcc-helpline', 'channels[0].hours.weekly[0].opens', 10, 'type');
  brokenField('a date that is a number', 'childline', 'gathered', 20261123, 'type');
  brokenField('a condition that is a word', 'routes[8]', 'when', 'under-19', 'type');
  brokenField('hours that are a word other than always', 'childline', 'channels[0].hours', 'closed', 'type');
  brokenField('hours that are a list', 'childline', 'channels[0].hours', [], 'type');

  // Sizes and depths beyond the limits
  brokenField('a text of 501 characters', 'childline', 'description', 'a'.repeat(501), 'size');
  brokenField('a list of 201 dates', 'directory', 'bankHolidays.dates', Array(201).fill('2026-12-25'), 'size');
  broken(
    'an object of 201 fields',
    (draft) => put(draft, 'directory', 'area', Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`f${i}`, 0]))),
    { entry: 'directory', field: 'area', code: 'size' },
  );
  brokenField(
    'lists within lists, twenty deep',
    'childline',
    'audiences',
    Array.from({ length: 20 }).reduce<unknown>((inner) => [inner], 'anyone'),
    'value',
    { field: 'audiences[0]' },
  );

  // Keys that could reach an object's prototype
  const polluted = (key: string): unknown =>
    JSON.parse(JSON.stringify(hertfordshire).replace('"area":{', `"area":{"${key}":{"polluted":true},`));
  for (const key of ['__proto__', 'constructor', 'prototype']) {
    cases.push({
      name: `the key ${key}`,
      value: polluted(key),
      problems: [{ entry: 'directory', field: `area.${key}`, code: 'unknown-field' }],
      schema: true,
    });
  }

  // Values from a list
  brokenField('an unknown kind of channel', 'childline', 'channels[0].type', 'fax', 'value');
  brokenField('an unknown audience', 'childline', 'audiences[0]', 'teenagers', 'value');
  brokenField('an unknown place', 'childline', 'areas[0]', 'europe', 'value');
  brokenField('an unknown word for anonymity', 'childline', 'anonymity', 'maybe', 'value');
  brokenField('an unknown reason', 'routes[0]', 'reason', 'because', 'value');
  brokenField('an unknown use of a page', 'ceop', 'channels[0].use', 'write', 'value');
  brokenField('an unknown bank holiday rule', 'nspcc-helpline', 'channels[0].hours.bankHolidays', 'half', 'value');
  brokenField('an unknown question', 'questions[2]', 'id', 'age', 'value', { entry: 'age', field: 'id' });
  brokenField('an unknown line of advice', 'advice[0]', 'id', 'call-a-lawyer', 'value', {
    entry: 'call-a-lawyer',
    field: 'id',
  });

  // Ids, texts, dates, clocks, counts
  broken('an id with capitals and a space', (draft) => put(draft, 'ivison-trust', 'id', 'Ivison Trust'), {
    entry: 'Ivison Trust',
    field: 'id',
    code: 'id',
  });
  brokenField('an ONS code without its letter', 'directory', 'area.code', '10000015', 'id');
  brokenField('an empty name', 'childline', 'name', '', 'text');
  brokenField('a name of spaces', 'childline', 'name', '   ', 'text');
  brokenField('a space after the name', 'childline', 'name', 'Childline ', 'text');
  brokenField('two lines', 'childline', 'description', 'Talk\nin private', 'text');
  for (const [what, sign] of [
    ['a character that reverses the order of digits', '\u202e'],
    ['a mark for writing from right to left', '\u200f'],
    ['a space without a width', '\u200b'],
    ['an invisible hyphen', '\u00ad'],
    ['a NUL', '\0'],
    ['half a sign', '\ud800'],
    ['a figure from another script', '٤'],
    ['a wide figure', '４'],
    ['a raised figure', '⁴'],
  ] as const) {
    brokenField(`${what} in a text`, 'childline', 'description', `Ring 01632 9${sign}60 001.`, 'text');
  }
  brokenField('a phone number in other figures', 'nspcc-helpline', 'channels[0].value', '٠٨٠٨ ٨٠٠ ٥٠٠٠', 'text');
  goodField('the joiner that Persian is written with', 'childline', 'description', 'می\u200cخواهم');
  brokenField('a word to text with a space', 'shout', 'channels[0].word', 'SHOUT OUT', 'text');
  brokenField('a date as people write it', 'childline', 'gathered', '23/11/2026', 'date');
  brokenField('a day the month does not have', 'childline', 'gathered', '2026-02-30', 'date');
  brokenField('29 February in a year without one', 'childline', 'validUntil', '2027-02-29', 'date');
  brokenField('a thirteenth month', 'directory', 'bankHolidays.through', '2028-13-01', 'date');
  brokenField('a date with a time', 'childline', 'confirmed', '2027-01-04T09:00', 'date');
  for (const time of ['10am', '9:00', '24:00', '10:60', '10.00', '']) {
    brokenField(`"${time}" for a time`, 'nspcc-helpline', 'channels[0].hours.weekly[0].opens', time, 'clock');
  }
  brokenField('no day of the week', 'nspcc-helpline', 'channels[0].hours.weekly[0].days', [], 'count');
  brokenField('an eighth day of the week', 'nspcc-helpline', 'channels[0].hours.weekly[0].days[4]', 8, 'count');
  brokenField('day nought', 'nspcc-helpline', 'channels[0].hours.weekly[0].days[0]', 0, 'count');
  brokenField('hours without any', 'nspcc-helpline', 'channels[0].hours.weekly', [], 'count');
  brokenField('half a day until stale', 'directory', 'staleAfter', 0.5, 'count');
  brokenField('no day until stale', 'directory', 'staleAfter', 0, 'count');
  brokenField('years until stale', 'directory', 'staleAfter', 731, 'count');
  brokenField('an age below nought', 'childline', 'minimumAge', -1, 'count');
  brokenField('an age of 121', 'childline', 'maximumAge', 121, 'count');
  brokenField('a contact with no way to reach it', 'childline', 'channels', [], 'count');
  brokenField('a contact for nobody', 'childline', 'audiences', [], 'count');
  brokenField('a rule that adds nobody', 'routes[0]', 'contacts', [], 'count');
  brokenField('a condition that no answer meets', 'routes[0]', 'when.who', [], 'count');
  brokenField('no routes', 'directory', 'routes', [], 'count');

  // Numbers
  const phone = (value: string): void =>
    brokenField(`the phone number "${value}"`, 'nspcc-helpline', 'channels[0].value', value, 'number');
  // 0808 157 0001 is one of the numbers that Ofcom reserves for drama
  phone('ring us');
  phone('08O8 157 OOO1');
  phone('0808 157 000');
  phone('0808 157 00011');
  phone('0300 157 000');
  phone('08081570001');
  phone('0808-157-0001');
  phone('0808  157 0001');
  phone('+44 808 157 0001');
  phone('(0808) 157 0001');
  phone('tel:08081570001');
  phone('0808 157 0001 x2');
  phone('911');
  phone('999 0');
  brokenField('a text number of eleven digits', 'shout', 'channels[0].value', '0808 157 0001', 'number');
  brokenField('an invalid relay number', 'police-999', 'channels[1].value', '18005', 'number');

  // Links and mail
  for (const value of [
    'http://www.ceop.police.uk/',
    'javascript:alert(1)',
    'JavaScript:alert(1)//https://www.ceop.police.uk/',
    'data:text/html,<p>hello</p>',
    'ftp://www.ceop.police.uk/',
    'blob:https://www.ceop.police.uk/1',
    '//www.ceop.police.uk/',
    '/Safety-Centre/',
    'www.ceop.police.uk',
    'https:/www.ceop.police.uk/',
    'https://ceop',
    'https://user:secret@www.ceop.police.uk/',
    'https://www.ceop.police.uk\\@example.org/',
    'https://www.ceop.police.uk/a b',
    'https://www.ceop.police.uk:8443/',
    'https://www.ceоp.police.uk/',
    'tel:999',
  ]) {
    brokenField(`the link "${value}"`, 'ceop', 'channels[0].value', value, 'link');
  }
  brokenField('a page of its own that is not https', 'crimestoppers', 'url', 'http://crimestoppers-uk.org/', 'link');
  brokenField(
    'a sign language link that is not https',
    'police-999',
    'channels[2].value',
    'http://999bsl.co.uk/',
    'link',
  );
  for (const value of ['help', 'help@nspcc', 'mailto:help@nspcc.org.uk', 'a b@nspcc.org.uk', 'a@b.uk?cc=c@d.uk']) {
    brokenField(`the mail address "${value}"`, 'nspcc-helpline', 'channels[1].value', value, 'email');
  }
  brokenField('a page that does not say what it is for', 'ceop', 'channels[0].use', undefined, 'use');
  brokenField('a phone with the use of a page', 'childline', 'channels[0].use', 'report', 'use');
  brokenField('a word to text on a phone', 'childline', 'channels[0].word', 'HELP', 'use');

  // Hours that overlap
  const overlapping = (name: string, ...weekly: object[]): void =>
    beyond(name, (draft) => put(draft, 'nspcc-helpline', 'channels[0].hours', { weekly, bankHolidays: 'closed' }), {
      entry: 'nspcc-helpline',
      field: 'channels[0].hours.weekly',
      code: 'overlap',
    });
  overlapping(
    'hours that overlap in one day',
    { days: [1], opens: '09:00', closes: '12:01' },
    { days: [1], opens: '12:00', closes: '17:00' },
  );
  overlapping(
    'hours that overlap past midnight',
    { days: [5], opens: '20:00', closes: '02:00' },
    { days: [6], opens: '01:59', closes: '05:00' },
  );
  overlapping(
    'hours that overlap from Sunday night into Monday',
    { days: [7], opens: '20:00', closes: '06:01' },
    { days: [1], opens: '06:00', closes: '10:00' },
  );
  overlapping(
    'hours within other hours',
    { days: [3], opens: '09:00', closes: '17:00' },
    { days: [3], opens: '10:00', closes: '11:00' },
  );
  broken(
    'the same day twice in one rule',
    (draft) => put(draft, 'nspcc-helpline', 'channels[0].hours.weekly[0].days', [1, 1]),
    { entry: 'nspcc-helpline', field: 'channels[0].hours.weekly', code: 'overlap' },
  );

  // Values in the wrong order
  beyondField('a youngest age above the oldest', 'childline', 'minimumAge', 19, 'order', {
    entry: 'childline',
    field: 'maximumAge',
  });
  beyondField('confirmed before it was gathered', 'childline', 'confirmed', '2026-11-22', 'order');
  beyondField('valid until before it was gathered', 'childline', 'validUntil', '2026-11-22', 'order');
  beyondField('a holiday after the table ends', 'directory', 'bankHolidays.dates[23]', '2029-01-01', 'order');
  beyondField('holidays out of order', 'directory', 'bankHolidays.dates[1]', '2025-12-25', 'order');
  broken('the same holiday twice', (draft) => put(draft, 'directory', 'bankHolidays.dates[1]', '2026-01-01'), {
    entry: 'directory',
    field: 'bankHolidays.dates[1]',
    code: 'order',
  });

  // 999
  broken('another number in place of 999', (draft) => put(draft, 'police-999', 'channels[0].value', '112'), {
    entry: 'police-999',
    field: 'channels[0]',
    code: 'no-999',
  });
  broken(
    '999 in second place',
    (draft) => (entryOf(draft, 'police-999') as { channels: unknown[] }).channels.reverse(),
    { entry: 'police-999', field: 'channels[0]', code: 'no-999' },
  );
  beyond(
    'an emergency contact that is not 999',
    (draft) => put(draft, 'directory', 'emergency', 'police-101'),
    { entry: 'police-101', field: 'channels[0]', code: 'no-999' },
    { entry: 'police-999', field: 'id', code: 'unreachable' },
  );
  beyond('a contact for children that cannot be rung', (draft) => put(draft, 'directory', 'children', 'fearless'), {
    entry: 'fearless',
    field: 'channels[0]',
    code: 'no-phone',
  });
  broken('no contact for 999', (draft) => remove(draft, 'contacts', 'police-999'), {
    entry: 'directory',
    field: 'emergency',
    code: 'no-contact',
  });

  // References
  beyondField('a route to no contact', 'routes[0]', 'contacts[0]', 'fearles', 'no-contact');
  beyond(
    'support from no contact',
    (draft) => put(draft, 'support[1]', 'contacts[7]', 'pace'),
    { entry: 'support[1]', field: 'contacts[7]', code: 'no-contact' },
    { entry: 'ivison-trust', field: 'id', code: 'unreachable' },
  );
  beyondField('a line for children that does not exist', 'directory', 'children', 'kidsline', 'no-contact');
  beyondField('a finder that does not exist', 'directory', 'finder', 'gov', 'no-contact');
  brokenField('a rule for an unknown answer', 'routes[0]', 'when.who', ['under-18'], 'answer', {
    entry: 'routes[0]',
    field: 'when.who[0]',
  });
  brokenField('a rule for the answer to another question', 'routes[1]', 'unless.who', ['online'], 'answer', {
    entry: 'routes[1]',
    field: 'unless.who[0]',
  });
  brokenField('a rule for an unknown question', 'routes[0]', 'when.age', ['under-19'], 'unknown-field');
  brokenField('an unknown answer', 'who', 'answers[0].id', 'under-18', 'answer');
  brokenField('an answer under another question', 'name', 'answers[0].id', 'online', 'answer');
  broken('the same answer twice', (draft) => put(draft, 'who', 'answers[4].id', 'parent'), {
    entry: 'who',
    field: 'answers[4].id',
    code: 'duplicate',
  });
  broken(
    'the same question twice',
    (draft) => (draft['questions'] as Draft[]).push({ id: 'who', answers: [{ id: 'other' }] }),
    {
      entry: 'who',
      field: 'id',
      code: 'duplicate',
    },
  );
  beyond(
    'two contacts with one id',
    (draft) => (draft['contacts'] as Draft[]).push({ ...(entryOf(draft, 'ceop') as Draft), name: 'CEOP again' }),
    { entry: 'ceop', field: 'id', code: 'duplicate' },
  );
  beyond(
    'a contact that no rule names',
    (draft) => (draft['contacts'] as Draft[]).push({ ...(entryOf(draft, 'ceop') as Draft), id: 'left-out' }),
    { entry: 'left-out', field: 'id', code: 'unreachable' },
  );
  broken(
    'a closing list for some people only',
    (draft) => {
      for (const rule of draft['routes'] as Draft[]) rule['unless'] ??= { name: ['give'], where: ['wales'] };
    },
    { entry: 'directory', field: 'routes', code: 'dead-end' },
  );
  beyond(
    'a closing list that serves one country',
    (draft) => {
      for (const id of ['crimestoppers', 'modern-slavery-helpline']) put(draft, id, 'areas', ['england']);
    },
    { entry: 'directory', field: 'routes', code: 'dead-end' },
  );
  beyond(
    'an answer about a place that every line in the closing list is left out of',
    (draft) => put(draft, 'where', 'answers[2].areas', ['wales']),
    { entry: 'directory', field: 'routes', code: 'dead-end' },
  );

  // Numbers that must never be shown. directory.test.ts tries the rest of the list in every notation.
  beyondField(
    'the line for adults in place of the one for children',
    'herts-childrens-services',
    'channels[0].value',
    '0300 123 4042',
    'rejected',
  );
  brokenField('Crimestoppers with a digit missing', 'crimestoppers', 'channels[0].value', '0800 555 11', 'rejected');
  beyondField('a rejected number in a sentence', 'childline', 'description', 'Or ring 0300 123 4042.', 'rejected');
  beyondField(
    'a rejected number before other figures',
    'childline',
    'description',
    'Ring 0300 123 4042, 24 hours.',
    'rejected',
  );
  beyondField(
    'a rejected number before a bracket',
    'childline',
    'description',
    'Ring 0300 123 4042 (24 hours).',
    'rejected',
  );
  beyondField('a rejected number in a source', 'childline', 'sources', ['Old page, 88858'], 'rejected', {
    field: 'sources[0]',
  });

  return cases;
}
