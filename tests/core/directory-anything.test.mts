import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import type { Parsed } from '../../src/core/directory.js';
import { parseDirectory } from '../../src/core/directory.js';
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

/** Expects plain data: only own fields, no accessor, and no prototype except that of lists. */
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
  if (prototype !== (Array.isArray(value) ? Array.prototype : null)) throw new Error(`${path} has a prototype`);
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
  expectPlain(directory, 'directory');
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

/** A proxy that calls `seen` with the path of each read, at any depth. */
function counted<T extends object>(value: T, seen: (path: string) => void, path = ''): T {
  return new Proxy(value, {
    get: (target, key) => {
      const at = `${path}.${String(key)}`;
      seen(at);
      const inner: unknown = Reflect.get(target, key);
      return typeof inner === 'object' && inner !== null ? counted(inner, seen, at) : inner;
    },
    ownKeys: (target) => {
      seen(`${path} keys`);
      return Reflect.ownKeys(target);
    },
  });
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
        // only the advice may be an empty list
        if (expectSound(parsed)) assert.deepEqual([field, name], ['advice', 'an empty list']);
      }
    }
  });

  const strange: Readonly<Record<string, () => unknown>> = {
    'a text that holds JSON': () => JSON.stringify(hertfordshire),
    'a promise of a directory': () => Promise.resolve(hertfordshire),
    'a map of its fields': () => new Map(Object.entries(hertfordshire)),
    'a list with holes': () => ({ ...hertfordshire, contacts: Array(5) }),
    'a field that is undefined': () => ({ ...hertfordshire, advice: undefined }),
    'a list whose length is a symbol': () => ({
      ...hertfordshire,
      contacts: new Proxy([], { get: () => Symbol('x') }),
    }),
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

describe('the number of reads by parseDirectory', () => {
  /** The largest number of reads that the limits allow. The real directory takes about two thousand. */
  const MOST = 150_000;
  const readsOf = (value: object): number => {
    let reads = 0;
    const { problems } = parseDirectory(counted(value, () => reads++));
    assert.notEqual(problems, undefined, 'refused');
    return reads;
  };
  const wide = (length: number): object => Object.fromEntries(Array.from({ length }, (_, i) => [`f${i}`, i]));
  const tree = (fan: number, depth: number): unknown =>
    depth ? Array.from({ length: fan }, () => tree(fan, depth - 1)) : 'leaf';

  it('is one for each value of the real directory', () => {
    const seen = new Map<string, number>();
    const { directory } = parseDirectory(
      counted(copyOf(hertfordshire), (path) => seen.set(path, (seen.get(path) ?? 0) + 1)),
    );
    assert.deepEqual(structuredClone(directory), hertfordshire);
    assert.ok(seen.size > 1_000, String(seen.size));
    assert.deepEqual(
      [...seen].filter(([, times]) => times !== 1),
      [],
    );
  });

  for (const [what, make] of [
    ['a hundred thousand fields', () => wide(100_000)],
    ['a hundred thousand contacts', () => ({ ...hertfordshire, contacts: Array<object>(100_000).fill({}) })],
    [
      'a list that says it has a billion entries',
      () => ({ contacts: new Proxy([], { get: (_, key) => (key === 'length' ? 1e9 : {}) }) }),
    ],
    [
      'a list that grows as it is read',
      () => {
        let length = 0;
        const growing = { valueOf: () => Math.min(++length, 150) };
        return { contacts: new Proxy([], { get: (_, key) => (key === 'length' ? growing : 'x') }) };
      },
    ],
    ['a list as wide as it is deep', () => tree(6, 6) as object],
    [
      'lists that contain each other',
      () => {
        const self: unknown[] = [];
        for (let i = 0; i < 200; i++) self.push(self);
        return self;
      },
    ],
    [
      'objects that contain each other',
      () => {
        const self: Record<string, unknown> = {};
        for (let i = 0; i < 200; i++) self[`f${i}`] = self;
        return self;
      },
    ],
    [
      'a list that is always a list of lists',
      () => {
        const endless: ProxyHandler<unknown[]> = { get: (_, key) => (key === 'length' ? 200 : new Proxy([], endless)) };
        return new Proxy([], endless);
      },
    ],
    [
      'an object that always has more',
      () => {
        const endless: ProxyHandler<object> = {
          ownKeys: () => ['a', 'b', 'c', 'd'],
          getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
          get: () => new Proxy({}, endless),
        };
        return new Proxy({}, endless);
      },
    ],
    ['twenty thousand texts of the greatest length', () => ({ ...hertfordshire, contacts: tree(27, 3) })],
  ] as const) {
    it(`is bounded for ${what}`, () => {
      const reads = readsOf(make());
      assert.ok(reads >= 1 && reads <= MOST, String(reads));
    });
  }

  it('is bounded for texts that are all digits', () => {
    // the parser compares each group of digits with the rejected numbers
    const row = '1 '.repeat(249) + '1';
    let texts = 0;
    const many = new Proxy([], { get: (_, key) => (key === 'length' ? 200 : (texts++, row)) });
    const lists = Array.from({ length: 200 }, () => many);
    assert.deepEqual(parseDirectory({ contacts: lists }).problems, [{ entry: 'directory', field: '', code: 'size' }]);
    assert.ok(texts >= 100 && texts <= 1_000, String(texts));
  });
});

describe('parseDirectory with a value that changes', () => {
  it('returns no object of the value, neither whole nor in part', () => {
    const draft = copyOf(hertfordshire);
    const { directory } = parseDirectory(draft);
    const mine = new Set<unknown>();
    const walk = (value: unknown, act: (part: object) => void): void => {
      if (typeof value !== 'object' || value === null) return;
      act(value);
      for (const inner of Object.values(value)) walk(inner, act);
    };
    walk(draft, (part) => mine.add(part));
    let parts = 0;
    walk(directory, (part) => {
      parts++;
      assert.equal(mine.has(part), false);
    });
    assert.equal(parts, mine.size);
  });

  it('keeps the first value that it read', () => {
    let turn = 0;
    const shifting = new Proxy(copyOf(hertfordshire), {
      get: (target, key) => (turn++ < Object.keys(target).length ? Reflect.get(target, key) : undefined) as unknown,
    });
    const { directory } = parseDirectory(shifting);
    assert.deepEqual(structuredClone(directory), hertfordshire);
    assert.equal(parseDirectory(shifting).directory, undefined);
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
        new Proxy({ a: 1 }, { getOwnPropertyDescriptor: thrower }),
      ]) {
        assert.deepEqual(parseDirectory(draft).problems, [{ entry: 'directory', field: '', code: 'unreadable' }]);
      }
    });
  }

  it('returns a valid result when a getter parses another value and changes this one', () => {
    let inner: Parsed | undefined;
    const draft = copyOf(hertfordshire);
    const { staleAfter } = draft;
    Object.defineProperty(draft, 'staleAfter', {
      enumerable: true,
      get: () => {
        inner = parseDirectory({});
        (draft['contacts'] as unknown[]).length = 0;
        return staleAfter;
      },
    });
    const outer = parseDirectory(draft);
    assert.equal(inner?.problems?.length, 10);
    expectSound(outer);
  });

  it('accepts an object of another page', () => {
    const foreign: unknown = runInNewContext('JSON.parse(text)', { text: JSON.stringify(hertfordshire) });
    assert.ok(!(foreign instanceof Object));
    assert.deepEqual(structuredClone(parseDirectory(foreign).directory), hertfordshire);
  });

  it('never checks one number and returns another', () => {
    const draft = copyOf(hertfordshire);
    let reads = 0;
    const channel = { type: 'phone', free: true, hours: 'always' };
    const get = (): string => (reads++ ? '0300 123 4042' : number('childline'));
    Object.defineProperty(channel, 'value', { enumerable: true, get });
    put(draft, 'childline', 'channels[0]', channel);
    const { directory } = parseDirectory(draft);
    assert.equal(directory?.contacts.find(({ id }) => id === 'childline')?.channels[0]?.value, number('childline'));
    assert.equal(reads, 1);
  });

  it('does not change the prototype of all objects', () => {
    parseDirectory(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'));
    assert.equal('polluted' in {}, false);
  });
});
