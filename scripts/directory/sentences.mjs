import { readFileSync } from 'node:fs';

const schema = JSON.parse(readFileSync(new URL('../../src/data/directory.schema.json', import.meta.url), 'utf8'));

/** A value as text that is short enough for a sentence. */
function shown(value) {
  if (value === undefined) return 'nothing';
  let text;
  try {
    text = JSON.stringify(value);
  } catch {
    text = undefined;
  }
  text ??= String(value);
  // write invisible characters as escapes
  text = text.replace(
    /[^\P{C}\u200c\u200d]/gu,
    (sign) => `\\u${Number(sign.codePointAt(0)).toString(16).padStart(4, '0')}`,
  );
  return text.length > 70 ? `${text.slice(0, 67)}...` : text;
}

/**
 * For every problem code, a phrase that says what is wrong and a sentence that says what to write instead. `found` is the
 * author's value and `about` is the schema's description of the field.
 *
 * @type {Readonly<Record<import('../../src/core/directory-rules.js').ProblemCode,
 *   (problem: { found: unknown, about: string, field: string, entry: string }) => readonly [wrong: string, write: string]>>}
 *
 * @public because a test compares its codes with those of the parser.
 */
export const SENTENCES = {
  unreadable: () => [
    'cannot be read, because reading it throws an error',
    'Write a plain JSON file with only texts, numbers, true, false, lists and objects.',
  ],
  type: ({ found, about }) => [`is ${kindOf(found)}, ${shown(found)}, and should be something else`, about],
  missing: ({ about }) => ['is not there', `Add it. ${about}`],
  'unknown-field': ({ field }) => [
    'is a field that nothing reads',
    `Look for a spelling mistake in "${field.split('.').at(-1)}", or delete the field.`,
  ],
  size: ({ found }) =>
    typeof found === 'string'
      ? [`is ${found.length} characters long`, 'Write 500 characters or fewer.']
      : [
          'is larger than any directory needs to be',
          'Write at most 200 entries in a list, and 200 fields in an object.',
        ],
  value: ({ found, about, field }) => [
    `is ${shown(found)}, which is not one of the words it can be`,
    choose(field, about),
  ],
  id: ({ found, about }) => [`is ${shown(found)}, which is not an id`, about],
  text: ({ found, about }) => [
    `is ${shown(found)}, which is not one line of plain text`,
    'Write words on one line, with no space before or after, and figures as 0 to 9. If it looks right, it contains an invisible ' +
      `character that was copied from a page, so type it by hand. ${about}`,
  ],
  date: ({ found }) => [
    `is ${shown(found)}, which is not a day of the calendar`,
    'Write the year, the month and the day with hyphens: "2026-11-23".',
  ],
  clock: ({ found }) => [
    `is ${shown(found)}, which is not a time of day`,
    'Write the 24-hour clock with two digits for the hour: "09:30". Midnight is "00:00".',
  ],
  count: ({ found, about }) => [
    Array.isArray(found) ? 'is an empty list' : `is ${shown(found)}, which is too low, too high or not a whole number`,
    about,
  ],
  number: ({ found }) => [
    `is ${shown(found)}, which is not a number that people can use`,
    'Write all its digits in groups with single spaces, beginning with 0 and not +44: "0300 123 4043". ' +
      'Write short numbers such as "101", "116 123" and "85258" as they are. A digit may be missing, so look at the source again.',
  ],
  rejected: ({ found }) => [
    `holds a number that must never be shown: ${shown(found)}`,
    'It is old, wrong or that of another service. Look the number up on the service’s own page. ' +
      'scripts/directory/rejected-numbers.json says why each of these numbers was rejected.',
  ],
  link: ({ found }) => [
    `is ${shown(found)}, which is not an address that can be opened safely`,
    'Write the whole address beginning with https://, without a name, a password or a port: "https://www.nspcc.org.uk/".',
  ],
  email: ({ found }) => [
    `is ${shown(found)}, which is not an email address`,
    'Write only the address: "jo@samaritans.org".',
  ],
  use: ({ found, field }) =>
    field.endsWith('.word')
      ? [`is ${shown(found)}, and only a text number has a word to text`, 'Delete the field, or set the type to "sms".']
      : found === undefined
        ? [
            'is not there, and a web page must say what it is for',
            'Write "report" if a person can make a report on that page, or else "chat", "find" or "read".',
          ]
        : [`is ${shown(found)}, and only a web page has a use`, 'Delete the field, or set the type to "web".'],
  overlap: () => [
    'has hours that overlap, so that a moment would be open twice',
    'Write each day once for each time it opens. Hours that run past midnight end on the next day, and Sunday’s run into Monday.',
  ],
  order: ({ found, field }) => {
    if (field === 'maximumAge')
      return [`is ${shown(found)}, below the minimum age`, 'Swap the two ages, or look at the source again.'];
    if (field.startsWith('bankHolidays')) {
      return [
        `is ${shown(found)}, which is out of order`,
        'Write each bank holiday once, earliest first, and none after the last day that the table covers.',
      ];
    }
    return [`is ${shown(found)}, before the day on which the facts were gathered`, 'One of the two days is wrong.'];
  },
  'no-999': ({ found }) => [
    `is ${shown(found)}, and the emergency contact must begin with 999`,
    'Make its first channel { "type": "phone", "value": "999" }.',
  ],
  'no-phone': ({ found }) => [
    `is ${shown(found)}, and children are given a number to ring`,
    'Make the first channel of the contact for children a phone.',
  ],
  'no-contact': ({ found }) => [
    `is ${shown(found)}, and no contact has that id`,
    'Look for a spelling mistake, or add a contact with that id.',
  ],
  answer: ({ found, field, about }) => [
    `is ${shown(found)}, which is not an answer to that question`,
    choose(field, about),
  ],
  duplicate: ({ found }) => [
    `is ${shown(found)}, and something else has that name already`,
    'Give each its own name, or delete one.',
  ],
  unreachable: ({ entry }) => [
    'is not reached by any answer',
    `Name "${entry}" in a rule under "routes" or "support" that is for the same people and places as the contact, or delete the contact.`,
  ],
  'dead-end': () => [
    'can leave a person with nobody to tell',
    'Keep one rule without "when" and "unless" that names a contact for "anyone", in "uk", with a phone, a text number or a page to report on. ' +
      'Keep "uk" among the places of every answer.',
  ],
};

function kindOf(value) {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'boolean' ? 'true or false' : `a ${typeof value}`;
}

/** The path of an entry within the whole directory. `"contacts[3]"` */
function placeOf(entry, directory) {
  if (entry === 'directory') return '';
  if (/^\w+\[\d+\]$/.test(entry)) return entry;
  for (const list of ['contacts', 'questions', 'advice']) {
    const all = directory?.[list];
    const index = Array.isArray(all) ? all.findIndex((one) => one?.id === entry) : -1;
    if (index >= 0) return `${list}[${index}]`;
  }
  return entry;
}

const stepsOf = (path) => path.match(/[^.[\]]+/g) ?? [];

function valueAt(directory, path) {
  try {
    let value = directory;
    for (const step of stepsOf(path)) value = Object.hasOwn(value, step) ? value[step] : undefined;
    return value;
  } catch {
    return undefined;
  }
}

/** The part of the schema that describes a field. For an unknown field it is the nearest part above it. */
function schemaAt(path) {
  const resolve = (node) => (node?.$ref ? { ...resolve(schema.$defs[node.$ref.split('/').at(-1)]), ...node } : node);
  let node = schema;
  for (const step of stepsOf(path)) {
    const whole = resolve(node);
    const branch = whole.oneOf?.find((one) => one.properties) ?? whole;
    const next = /^\d+$/.test(step) ? branch.items : branch.properties?.[step];
    if (!next) break;
    node = next;
  }
  return resolve(node);
}

function aboutField(path) {
  const { description = '', examples } = schemaAt(path);
  return examples?.length ? `${description} For example: ${shown(examples[0])}.` : description;
}

function choose(path, about) {
  const { enum: words } = schemaAt(path);
  return words ? `Write one of: ${words.join(', ')}.` : about;
}

/** One problem as full sentences, which say where it is, what is wrong and what to write instead. */
export function sentenceFor({ entry, field, code }, directory) {
  const place = placeOf(entry, directory);
  const path = place && field ? `${place}.${field}` : place || field;
  const found = valueAt(directory, path);
  const [wrong, write] = SENTENCES[code]({ found, about: aboutField(path), field: path, entry });
  const where =
    entry === 'directory'
      ? field
        ? `In the directory, ${field}`
        : 'The directory'
      : field
        ? `In ${entry}, ${field}`
        : entry;
  return `${where} ${wrong}. ${write}`;
}
