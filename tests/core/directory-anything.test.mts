import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import type { Parsed } from '../../src/core/parse-directory.js';
import { parseDirectory } from '../../src/core/parse-directory.js';
import { holdsRejectedNumber } from '../../src/core/rejected-numbers.js';
import { routesFor } from '../../src/core/routing.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { copyOf, PROBLEM_CODES, put } from '../helpers/directory-corpus.js';
import { ALL_ANSWERS } from '../helpers/directory-promises.js';
import { objects, TEXTS, THROWN } from '../helpers/hostile.js';
import { number } from '../helpers/numbers.js';

const SEED = 20261124;
const NOON = new Date('2026-11-23T12:00:00Z');

/** The path to each list, object and leaf in a value. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

/** Whether a number may be shown. A second implementation that shares no pattern with the parser. */
function isNumberAsRead(type: string, value: string): boolean {
  const figures = [...value].filter((sign) => sign !== '\u00a0');
  return (
    figures.every((sign) => '0123456789'.includes(sign)) &&
    figures.length >= 3 &&
    (type !== 'phone' || figures.length <= 11)
  );
}

/** Expects plain data: only own fields and no accessor. */
function expectPlain(value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(value))
      throw new Error(`${path} contains an invisible character`);
    if (holdsRejectedNumber(value)) throw new Error(`${path} contains a number that must never be shown`);
    return;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return;
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is ${String(value)}`);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== (Array.isArray(value) ? Array.prototype : Object.prototype))
    throw new Error(`${path} has a prototype of its own`);
  if (Object.getOwnPropertySymbols(value).length) throw new Error(`${path} has symbols`);
  for (const [key, field] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
    if (Array.isArray(value) && key === 'length') continue;
    if (field.get || !field.enumerable) throw new Error(`${path}.${key} is not a plain field`);
    if (['__proto__', 'constructor', 'prototype'].includes(key)) throw new Error(`${path}.${key} reaches a prototype`);
    expectPlain(field.value, `${path}.${key}`);
  }
}

/** Expects what is true for every result, for any input. Returns whether it is a directory. */
function expectSound(parsed: Parsed): boolean {
  const { directory, problems } = parsed;
  assert.equal(Object.keys(parsed).length, 1);
  if (!directory) {
    assert.ok(problems.length >= 1 && problems.length <= 100, String(problems.length));
    for (const { entry, field, code } of problems) {
      if (!Object.hasOwn(PROBLEM_CODES, code)) throw new Error(`a problem has an unknown code: ${String(code)}`);
      if (entry.length > 500 || field.length > 500)
        throw new Error(`a problem has ${entry.length + field.length} characters`);
    }
    return false;
  }
  // compare a copy, which leaves out the two contacts that are not in the JSON
  expectPlain({ ...directory }, 'directory');
  assert.equal(directory.danger.phone.value, '999');
  assert.equal(directory.childLine.phone.type, 'phone');
  assert.deepEqual(parseDirectory(directory), { directory });
  const first = directory.contacts.find(({ id }) => id === directory.emergency)?.channels[0];
  assert.equal(first?.value, '999');
  for (const { channels } of directory.contacts) {
    for (const { type, value } of channels) {
      const ok =
        type === 'web' || type === 'bsl'
          ? new URL(value).protocol === 'https:' &&
            !new URL(value).username &&
            new URL(value).href.startsWith('https://')
          : type === 'email'
            ? /^[\w.-]+@[\w.-]+$/.test(value)
            : isNumberAsRead(type, value);
      if (!ok) throw new Error(`a channel is not valid: ${type} ${value}`);
    }
  }
  for (const [i, answers] of ALL_ANSWERS.entries()) {
    // a step of a prime number covers every answer
    if (i % 11) continue;
    if (!routesFor(directory, answers, NOON).length)
      throw new Error(`there is nobody to tell for ${JSON.stringify(answers)}`);
  }
  return true;
}

function canBeLookedAt(value: unknown): boolean {
  try {
    return typeof value !== 'object' || value === null || !('x' in value && 'y' in value);
  } catch {
    return false;
  }
}

describe('parseDirectory with any value', () => {
  const places = placesIn(hertfordshire).filter(({ length }) => length);
  const fields = [...new Set(places.map((path) => path.at(-1) ?? ''))].filter((name) => !/^\d+$/.test(name));
  const strings = [...new Set(JSON.stringify(hertfordshire).match(/(?<=")[^"]*(?=")/g))];
  const hostile = [...TEXTS, ...objects()];

  const key = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...fields) },
    fc.constantFrom('__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'then', 'length', ''),
    fc.string({ unit: 'binary' }),
  );
  const leaf = fc.oneof(
    // fast-check reads the values that it generates, so a test of its own tries those that throw when they are read
    fc.constantFrom(...hostile.map(({ value }) => value).filter(canBeLookedAt)),
    fc.constantFrom(...strings),
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.bigInt(),
    fc.constantFrom(0, 1, 2, 180, true, false, null, undefined, [], {}),
  );
  const anything = fc.anything({
    key,
    values: [leaf],
    maxDepth: 5,
    withNullPrototype: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
  });

  it('returns a valid result for each hostile value, alone and as a field', () => {
    const names = Object.keys(hertfordshire);
    for (const [i, { name, value }] of hostile.entries()) {
      assert.equal(expectSound(parseDirectory(value)), false, name);
      // each text is tried in one field, and each other value in every field
      const as = typeof value === 'string' ? [names[i % names.length] ?? ''] : names;
      for (const field of as) {
        const parsed = parseDirectory({ ...hertfordshire, [field]: value });
        if (!expectSound(parsed)) continue;
        // Only the advice may be an empty list. A function or a symbol counts as missing, which two fields may be. A Number object
        // counts as its number.
        if (JSON.stringify(value) === undefined) assert.match(field, /^(advice|\$schema)$/);
        else if (value instanceof Number) assert.equal(field, 'staleAfter');
        else assert.deepEqual([field, name], ['advice', 'an empty list']);
      }
    }
  });

  const strange: Readonly<Record<string, () => unknown>> = {
    'a text that holds JSON': () => JSON.stringify(hertfordshire),
    'a promise of a directory': () => Promise.resolve(hertfordshire),
    'a map of its fields': () => new Map(Object.entries(hertfordshire)),
    'a list with holes': () => ({ ...hertfordshire, contacts: Array(5) }),
    'a text of ten million characters': () => ({ ...hertfordshire, emergency: '9'.repeat(10_000_000) }),
  };
  for (const [name, make] of Object.entries(strange)) {
    it(`refuses ${name} and throws nothing`, () => {
      assert.equal(expectSound(parseDirectory(make())), false);
    });
  }

  it('returns everything that it accepts, with any value in one place', () => {
    const walked = places.map((path) => path.join('.'));
    fc.assert(
      fc.property(fc.constantFrom(...walked), fc.anything({ withBigInt: true }), (path, value) => {
        const draft = put(copyOf(hertfordshire), 'directory', path, value);
        const { directory } = parseDirectory(draft);
        if (directory) assert.deepEqual(structuredClone(directory), draft);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('returns a valid result for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'large', stringUnit: 'binary' }), (value) => {
        expectSound(parseDirectory(value));
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('returns a valid result for any object with fields of a directory and hostile values', () => {
    fc.assert(
      fc.property(anything, (value) => void expectSound(parseDirectory(value))),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('returns a valid result for the real directory with parts removed, repeated, swapped and replaced by hostile values', () => {
    const place = fc.constantFrom(...places);
    const act = fc.oneof(
      fc.record({ what: fc.constant('delete' as const), place }),
      fc.record({ what: fc.constant('replace' as const), place, value: leaf }),
      fc.record({ what: fc.constant('insert' as const), place, key, value: leaf }),
      fc.record({ what: fc.constant('double' as const), place }),
      fc.record({ what: fc.constant('swap' as const), place, other: place }),
      fc.record({ what: fc.constant('append' as const), place, text: fc.string({ unit: 'binary', maxLength: 3 }) }),
    );
    const results = { taken: 0, refused: 0 };
    const holderAt = (root: unknown, path: readonly string[]): Record<string, unknown> | undefined => {
      let at = root;
      for (const step of path.slice(0, -1)) {
        if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
        at = (at as Record<string, unknown>)[step];
      }
      return typeof at === 'object' && at !== null && Object.isExtensible(at) && !Object.isFrozen(at)
        ? (at as Record<string, unknown>)
        : undefined;
    };
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 3 }), (acts) => {
        const draft = copyOf(hertfordshire);
        for (const one of acts) {
          let holder;
          try {
            holder = holderAt(draft, one.place);
          } catch {
            // an earlier edit put a value here that cannot be read
          }
          const last = one.place.at(-1) ?? '';
          if (!holder) continue;
          const list = Array.isArray(holder) ? (holder as unknown[]) : undefined;
          if (one.what === 'delete') {
            if (list) list.splice(Number(last), 1);
            else Reflect.deleteProperty(holder, last);
          } else if (one.what === 'insert') {
            if (list) list.splice(Number(last), 0, one.value);
            else
              Reflect.defineProperty(holder, one.key, {
                value: one.value,
                enumerable: true,
                configurable: true,
                writable: true,
              });
          } else if (one.what === 'double') list?.push(list[Number(last)]);
          else if (one.what === 'replace') Reflect.set(holder, last, one.value);
          else if (one.what === 'append') {
            if (typeof holder[last] === 'string') Reflect.set(holder, last, `${holder[last]}${one.text}`);
          } else {
            const other = holderAt(draft, one.other);
            const key = one.other.at(-1) ?? '';
            if (other) [holder[last], other[key]] = [other[key], holder[last]];
          }
        }
        results[expectSound(parseDirectory(draft)) ? 'taken' : 'refused']++;
      }),
      { seed: SEED, numRuns: 250 },
    );
    assert.ok(results.taken > 20, 'taken');
    assert.ok(results.refused > 80, 'refused');
  });

  it('reports a value that cannot be read at any place of the real directory', () => {
    const blind = hostile.filter(({ value }) => !canBeLookedAt(value));
    assert.equal(blind.length, 3);
    for (const { name, value } of blind) {
      for (const [i, path] of places.entries()) {
        if (i % 25) continue;
        const { problems } = parseDirectory(put(copyOf(hertfordshire), 'directory', path.join('.'), value));
        assert.deepEqual(
          problems?.map(({ code }) => code),
          ['unreadable'],
          `${name} as ${path.join('.')}`,
        );
      }
    }
  });

  const FIELDS_WITH_A_FORM = ['channels[0].value', 'url', 'id', 'gathered', 'anonymity', 'channels[0].type'];
  it('treats markup, addresses and names of prototypes as words and as nothing else', () => {
    let taken = 0;
    for (const { name, value } of TEXTS) {
      const draft = put(copyOf(hertfordshire), 'childline', 'description', value);
      const parsed = parseDirectory(draft);
      if (!expectSound(parsed)) continue;
      taken++;
      assert.equal(parsed.directory?.contacts.find(({ id }) => id === 'childline')?.description, value, name);
      const field = FIELDS_WITH_A_FORM[taken % FIELDS_WITH_A_FORM.length] ?? '';
      const there = put(copyOf(hertfordshire), 'childline', field, value);
      assert.equal(parseDirectory(there).directory, undefined, `${name} as ${field}`);
    }
    assert.ok(taken > 30, String(taken));
  });

  it('accepts a contact whose id is a member of every object', () => {
    const draft = put(copyOf(hertfordshire), 'ivison-trust', 'id', 'constructor');
    const text = JSON.stringify(draft).replaceAll('"ivison-trust"', '"constructor"');
    assert.equal(expectSound(parseDirectory(JSON.parse(text))), true);
  });
});

describe('parseDirectory with a number that only looks right', () => {
  const right = number('nspcc-helpline');
  const parsedAs = (field: string, value: string): Parsed =>
    parseDirectory(put(copyOf(hertfordshire), 'nspcc-helpline', field, value));

  const signs: readonly (readonly [string, string])[] = [
    ['a character that reverses the order', '\u202e'],
    ['the start of an isolate', '\u2067'],
    ['a right-to-left mark', '\u200f'],
    ['a zero-width space', '\u200b'],
    ['a joiner', '\u200d'],
    ['a word joiner', '\u2060'],
    ['a byte order mark', '\ufeff'],
    ['a soft hyphen', '\u00ad'],
    ['an invisible plus', '\u2064'],
    ['a variation selector', '\ufe0f'],
    ['a combining stroke', '\u0338'],
    ['a NUL', '\0'],
    ['a backspace', '\b'],
    ['half a surrogate pair', '\udc00'],
    ['an invisible tag character', '\u{e0030}'],
    ['a figure space', '\u2007'],
    ['a line break', '\n'],
  ];
  for (const [what, sign] of signs) {
    it(`refuses a number with ${what} at any place`, () => {
      for (let i = 0; i <= right.length; i++) {
        const value = right.slice(0, i) + sign + right.slice(i);
        assert.equal(parsedAs('channels[0].value', value).directory, undefined, JSON.stringify(value));
      }
    });
  }

  const figures: readonly (readonly [string, string])[] = [
    ['Arabic', '٠١٢٣٤٥٦٧٨٩'],
    ['Persian', '۰۱۲۳۴۵۶۷۸۹'],
    ['Bengali', '০১২৩৪৫৬৭৮৯'],
    ['wide', '０１２３４５６７８９'],
    ['mathematical', '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'],
    ['raised', '⁰¹²³⁴⁵⁶⁷⁸⁹'],
    ['circled', '⓪①②③④⑤⑥⑦⑧⑨'],
    ['look-alike', 'OlZЗЧS6ʹ8g'],
  ];
  for (const [what, all] of figures) {
    it(`refuses a number with one or all digits replaced by ${what} digits`, () => {
      const own = [...all];
      const whole = right.replace(/\d/g, (digit) => own[Number(digit)] ?? '');
      const one = [...right].map((sign, i) =>
        !/\d/.test(sign) || own[Number(sign)] === sign
          ? whole
          : right.slice(0, i) + (own[Number(sign)] ?? '') + right.slice(i + 1),
      );
      for (const value of [whole, ...one]) {
        assert.notEqual(value, right);
        assert.equal(parsedAs('channels[0].value', value).directory, undefined, value);
      }
    });

    if (what === 'look-alike') continue;
    it(`refuses ${what} digits in a text too, because they would hide a rejected number`, () => {
      for (const field of ['name', 'description', 'anonymityNote']) {
        assert.equal(parsedAs(field, `Ring ${[...all][4]}`).problems?.[0]?.code, 'text', field);
      }
    });
  }

  it('refuses a rejected number in a text with any characters between its digits', () => {
    const rejected = '0300 123 4042';
    let tried = 0;
    for (const between of [
      '/',
      '_',
      ',',
      ', ',
      ' · ',
      '•',
      '−',
      '~',
      ':',
      '|',
      '+',
      '\u200c',
      '\u200d',
      '\ufe0f',
      '\u20e3',
      '\u0338',
      '𝄞',
      '📞',
    ]) {
      for (const value of [
        rejected.replaceAll(' ', between),
        [...rejected.replaceAll(' ', '')].join(between),
        `1${between} ${rejected}`,
      ]) {
        const { directory } = parsedAs('description', `Ring ${value} now.`);
        assert.equal(directory, undefined, JSON.stringify(value));
        tried++;
      }
    }
    assert.equal(tried, 54);
    assert.notEqual(parsedAs('description', `Ring ${number('herts-childrens-services')} now.`).directory, undefined);
  });
});

describe('parseDirectory with a very large value', () => {
  const wide = (length: number): object => Object.fromEntries(Array.from({ length }, (_, i) => [`f${i}`, i]));
  const self: Record<string, unknown> = {};
  self['self'] = self;

  for (const [what, value, codes] of [
    ['a hundred thousand fields', wide(100_000), ['size']],
    ['a hundred thousand contacts', { ...hertfordshire, contacts: Array<object>(100_000).fill({}) }, ['size']],
    ['an object that contains itself', self, ['unreadable']],
  ] as const) {
    it(`stops at the limits for ${what}`, () => {
      assert.deepEqual(
        parseDirectory(value).problems?.map(({ code }) => code),
        codes,
      );
    });
  }
});

describe('parseDirectory with an object of a page', () => {
  it('copies the object, so that later changes by the page have no effect', () => {
    const draft = copyOf(hertfordshire);
    const { directory } = parseDirectory(draft);
    put(draft, 'childline', 'channels[0].value', number('nspcc-helpline'));
    assert.deepEqual(directory, hertfordshire);
  });

  it('accepts a proxy, which frameworks use to follow changes', () => {
    const proxied = <T extends object>(value: T): T =>
      new Proxy(value, {
        get: (target, key) => {
          const inner: unknown = Reflect.get(target, key);
          return typeof inner === 'object' && inner !== null ? proxied(inner) : inner;
        },
      });
    assert.deepEqual(parseDirectory(proxied(copyOf(hertfordshire))).directory, hertfordshire);
  });

  for (const { name, value } of THROWN) {
    it(`refuses a value that throws ${name}, and throws nothing`, () => {
      const thrower = (): never => {
        throw value;
      };
      for (const draft of [
        Object.defineProperty({}, 'area', { enumerable: true, get: thrower }),
        { ...hertfordshire, contacts: new Proxy([], { get: thrower }) },
        new Proxy({}, { ownKeys: thrower }),
        { toJSON: thrower },
      ]) {
        assert.deepEqual(parseDirectory(draft).problems, [{ entry: 'directory', field: '', code: 'unreadable' }]);
      }
    });
  }

  it('accepts an object of another page', () => {
    const foreign: unknown = runInNewContext('JSON.parse(text)', { text: JSON.stringify(hertfordshire) });
    assert.ok(!(foreign instanceof Object));
    assert.deepEqual(structuredClone(parseDirectory(foreign).directory), hertfordshire);
  });

  it('never checks one number and returns another', () => {
    const draft = copyOf(hertfordshire);
    let reads = 0;
    const get = (): string => (reads++ ? number('nspcc-helpline') : number('childline'));
    put(
      draft,
      'childline',
      'channels[0]',
      Object.defineProperty({ type: 'phone' }, 'value', { enumerable: true, get }),
    );
    const { directory } = parseDirectory(draft);
    assert.equal(directory?.contacts.find(({ id }) => id === 'childline')?.channels[0]?.value, number('childline'));
    assert.equal(reads, 1);
  });

  it('does not change the prototype of all objects', () => {
    parseDirectory(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'));
    assert.equal('polluted' in {}, false);
  });
});
