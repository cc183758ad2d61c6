// Compares the published JSON Schema with parseDirectory, on the directories of tests/helpers/directory-corpus.ts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { isRejectedNumber, holdsRejectedNumber } from '../../src/core/rejected-numbers.js';
import { parseDirectory } from '../../src/core/parse-directory.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { copyOf, corpus, put } from '../helpers/directory-corpus.js';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const schema = JSON.parse(read('src/data/directory.schema.json'));
const cases = corpus(hertfordshire);

const ajv = new Ajv.default({
  allErrors: false,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  strictTuples: false,
});
addFormats.default(ajv);
const accepts = ajv.compile(schema);

/** The problems that a JSON Schema cannot detect. The schema refuses everything else that parseDirectory refuses. */
const BEYOND = [
  'hours that overlap in one day',
  'hours that overlap past midnight',
  'hours that overlap from Sunday night into Monday',
  'hours within other hours',
  'a youngest age above the oldest',
  'confirmed before it was gathered',
  'valid until before it was gathered',
  'a holiday after the table ends',
  'holidays out of order',
  'an emergency contact that is not 999',
  'a contact for children that cannot be rung',
  'a route to no contact',
  'support from no contact',
  'a line for children that does not exist',
  'a finder that does not exist',
  'two contacts with one id',
  'a contact that no rule names',
  'a closing list that serves one country',
  'an answer about a place that every line in the closing list is left out of',
  'the line for adults in place of the one for children',
  'a rejected number in a sentence',
  'a rejected number before other figures',
  'a rejected number before a bracket',
  'a rejected number in a source',
];

test('the schema is a JSON Schema of 2020-12', () => {
  assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.ok(ajv.validateSchema(schema));
});

for (const { name, value, problems, schema: visible } of cases) {
  if (!problems.length)
    test(`the schema accepts like parseDirectory: ${name}`, () => assert.ok(accepts(value), message()));
  else if (visible) test(`the schema refuses like parseDirectory: ${name}`, () => assert.equal(accepts(value), false));
  else
    test(`the schema accepts a problem that no schema can detect: ${name}`, () => assert.ok(accepts(value), message()));
}
const message = () => JSON.stringify(accepts.errors);

test('the schema leaves to parseDirectory only problems that no schema can detect', () => {
  assert.deepEqual(
    cases.filter(({ schema: visible }) => !visible).map(({ name }) => name),
    BEYOND,
  );
});

test('the schema says in its description which problems it cannot detect', () => {
  for (const what of [
    'an id that no contact has',
    'first channel is not 999',
    'two contacts with one id',
    'a contact that no rule names',
    'nobody to tell',
    'hours that overlap',
    'out of order',
    'known to be wrong',
    'first channel is not a phone',
  ]) {
    assert.ok(schema.description.includes(what), what);
  }
});

test('the schema describes every field for a person who does not program', () => {
  const silent = [];
  const walk = (node, path) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, field] of Object.entries(node.properties ?? {})) {
      if (!field.description?.endsWith('.') || !field.examples?.length) {
        if (field.type !== 'object' || !field.description) silent.push(`${path}.${name}`);
      }
    }
    if (node.additionalProperties === false) {
      for (const [name, field] of Object.entries(node.properties)) walk(field, `${path}.${name}`);
    }
    walk(node.items, `${path}[]`);
    for (const [i, one] of (node.oneOf ?? []).entries()) walk(one, `${path}|${i}`);
  };
  // skip if, then and contains, which repeat a field to narrow it and are not for people
  const plain = (node) => {
    if (Array.isArray(node)) return node.map(plain);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => !['if', 'then', 'else', 'contains', 'allOf', 'not'].includes(key))
        .map(([key, value]) => [key, key === 'examples' ? value : plain(value)]),
    );
  };
  const clean = plain(schema);
  walk(clean, '');
  for (const [name, one] of Object.entries(clean.$defs)) {
    if (!one.description) silent.push(name);
    walk(one, name);
  }
  assert.deepEqual(silent, []);
});

test('the schema accepts its own examples', () => {
  const wrong = [];
  const walk = (node, path) => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node.examples)) {
      const { examples, ...rest } = node;
      const check = ajv.compile({ ...rest, $defs: schema.$defs });
      for (const example of examples) if (!check(example)) wrong.push(`${path}: ${JSON.stringify(example)}`);
    }
    for (const [key, value] of Object.entries(node)) if (key !== 'examples') walk(value, `${path}.${key}`);
  };
  walk({ ...schema, $defs: undefined }, '');
  for (const [name, one] of Object.entries(schema.$defs)) walk(one, name);
  // skip examples of contacts and routes, which lack the 999 or the last rule of a whole directory
  assert.deepEqual(
    wrong.filter((one) => !one.startsWith('.properties.contacts:')),
    [],
  );
});

test('the schema allows no field that it does not describe', () => {
  const open = [];
  const walk = (node, path) => {
    if (typeof node !== 'object' || node === null) return;
    if (node.type === 'object' && node.properties && !('additionalProperties' in node) && !path.includes('contains')) {
      open.push(path);
    }
    for (const [key, value] of Object.entries(node)) walk(value, `${path}.${key}`);
  };
  walk(schema, '');
  assert.deepEqual(open, []);
});

test('the schema contains no number that must never be shown', () => {
  const rejected = JSON.parse(read('scripts/directory/rejected-numbers.json'));
  assert.ok(rejected.length > 10);
  const text = JSON.stringify(schema);
  for (const { number } of rejected) {
    assert.ok(isRejectedNumber(number), number);
    assert.equal(text.includes(number), false, number);
  }
  const strings = [];
  JSON.stringify(schema, (_, value) => (typeof value === 'string' && strings.push(value), value));
  assert.deepEqual(strings.filter(holdsRejectedNumber), []);
});

test('the schema and parseDirectory agree on the directory with any part replaced', () => {
  const places = [];
  const walk = (value, path) => {
    if (path) places.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
  };
  walk(hertfordshire, '');
  const strings = [...new Set(JSON.stringify(hertfordshire).match(/(?<=")[^"]*(?=")/g))];
  // any JSON, or as often a value from another place of the directory, which is nearly valid
  const values = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(...strings),
    fc.integer(),
    fc.constantFrom([], {}, null),
  );
  // codes of problems that a schema cannot detect, which the cases of the corpus list by name
  const hidden = new Set([
    'no-contact',
    'unreachable',
    'duplicate',
    'overlap',
    'order',
    'rejected',
    'no-999',
    'dead-end',
  ]);
  fc.assert(
    fc.property(fc.constantFrom(...places), values, (path, value) => {
      const draft = JSON.parse(JSON.stringify(put(copyOf(hertfordshire), 'directory', path, value)));
      const { directory, problems } = parseDirectory(draft);
      const fits = accepts(draft);
      if (directory) assert.ok(fits, `${path} = ${JSON.stringify(value)}: ${message()}`);
      else if (problems.some(({ code }) => !hidden.has(code))) {
        assert.equal(fits, false, `${path} = ${JSON.stringify(value)}: ${JSON.stringify(problems)}`);
      }
    }),
    { seed: 20261123, numRuns: 300 },
  );
});
