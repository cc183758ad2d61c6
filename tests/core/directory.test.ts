import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Parsed, ProblemCode } from '../../src/core/directory.js';
import { parseDirectory } from '../../src/core/directory.js';
import { holdsRejectedNumber, isRejectedNumber } from '../../src/core/rejected-numbers.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { copyOf, corpus, NOT_JSON, PROBLEM_CODES, put } from '../helpers/directory-corpus.js';

const SEED = 20261123;
const cases = corpus(hertfordshire);

/** Either a directory or problems, never both and never neither. */
function expectOneOf(parsed: Parsed): void {
  expect(Object.keys(parsed)).to.have.lengthOf(1);
  if (parsed.directory) expect(parsed.directory.contacts).to.be.an('array').that.is.not.empty;
  else expect(parsed.problems).to.be.an('array').that.is.not.empty;
}

const codesOf = (value: unknown): ProblemCode[] => {
  const parsed = parseDirectory(value);
  expectOneOf(parsed);
  return (parsed.problems ?? []).map(({ code }) => code);
};

describe('a directory', function () {
  // many directories, or many moments: long on a busy machine
  this.timeout(60_000);

  for (const { name, value, problems } of cases) {
    if (problems.length) {
      it(`is refused, with what and where: ${name}`, () => {
        expect(parseDirectory(value)).to.deep.equal({ problems });
      });
    } else {
      it(`is accepted and comes back whole: ${name}`, () => {
        expect(parseDirectory(value).directory).to.deep.equal(value);
      });
    }
  }

  it('has a case for every code a problem can have', () => {
    const tried = new Set<string>([...NOT_JSON, ...cases.flatMap(({ problems }) => problems.map(({ code }) => code))]);
    expect([...tried].sort()).to.deep.equal(Object.keys(PROBLEM_CODES).sort());
  });

  it('has a name of its own for every case', () => {
    expect(new Set(cases.map(({ name }) => name)).size).to.equal(cases.length);
  });

  it('tells of every problem of shape at once', () => {
    const draft = put(put(copyOf(hertfordshire), 'ceop', 'name', 1), 'childline', 'areas', []);
    expect(parseDirectory(draft).problems).to.deep.equal([
      { entry: 'childline', field: 'areas', code: 'count' },
      { entry: 'ceop', field: 'name', code: 'type' },
    ]);
  });

  it('stops counting at a hundred problems', () => {
    const draft = copyOf(hertfordshire);
    draft['routes'] = Array.from({ length: 150 }, () => 'not a rule');
    expect(parseDirectory(draft).problems).to.have.lengthOf(100);
  });

  it('stays as it was when the value it came from is changed afterwards', () => {
    const draft = copyOf(hertfordshire);
    const { directory } = parseDirectory(draft);
    put(draft, 'childline', 'channels[0].value', '0300 123 4042');
    put(draft, 'nspcc-helpline', 'channels[0].hours.weekly[0].days[0]', 7);
    expect(directory).to.deep.equal(hertfordshire);
  });

  it('holds nothing that a page adds to the prototype of all objects', () => {
    const { directory } = parseDirectory(hertfordshire);
    expect(Object.getPrototypeOf(directory?.contacts[0])).to.equal(null);
  });
});

describe('a number that must never be shown', function () {
  // every number, in every writing, in every field: thousands of directories, on a machine that may be busy
  this.timeout(60_000);

  interface Rejected {
    readonly number: string;
  }
  let rejected: readonly Rejected[] = [];
  before(async () => {
    const file = new URL('../../scripts/directory/rejected-numbers.json', import.meta.url);
    rejected = (await (await fetch(file)).json()) as Rejected[];
  });

  /** A number as people, pages and machines write it. */
  function writingsOf(number: string): string[] {
    const digits = number.replace(/\D/g, '').replace(/^44/, '0');
    const groups = number.replace('+44 ', '0').split(' ');
    const [first = '', ...rest] = groups;
    const abroad = digits.startsWith('0') ? [`+44${digits.slice(1)}`, `0044${digits.slice(1)}`] : [];
    const grouped = first.startsWith('0')
      ? [`+44 ${[first.slice(1), ...rest].join(' ')}`, `+44 (0)${[first.slice(1), ...rest].join(' ')}`]
      : [];
    return [
      number,
      digits,
      groups.join('-'),
      groups.join('\u2013'),
      groups.join('\u2011'),
      groups.join('.'),
      groups.join('\u00a0'),
      [...digits].join(' '),
      `(${first}) ${rest.join(' ')}`,
      ...abroad,
      ...grouped,
    ];
  }

  it('is on a list that is not empty', () => {
    expect(rejected.length).to.be.greaterThan(10);
  });

  it('is known however it is written', () => {
    for (const { number } of rejected) {
      for (const writing of writingsOf(number)) expect(holdsRejectedNumber(writing), writing).to.equal(true);
    }
  });

  it('is refused as a channel however it is written', () => {
    for (const { number } of rejected) {
      for (const writing of writingsOf(number)) {
        for (const type of ['phone', 'sms']) {
          const draft = put(copyOf(hertfordshire), 'ivison-trust', 'channels[0]', { type, value: writing });
          const { problems } = parseDirectory(draft);
          expect(problems, writing).to.deep.equal([
            { entry: 'ivison-trust', field: 'channels[0].value', code: 'rejected' },
          ]);
        }
      }
    }
  });

  it('is refused inside a text', () => {
    for (const { number } of rejected) {
      for (const writing of writingsOf(number)) {
        for (const text of [
          `Ring ${writing}.`,
          `Ring ${writing} (24 hours)`,
          `Ring ${writing} 24 hours a day`,
          `From 9 ${writing}`,
          `Ring 0800 1111 ${writing}`,
          `tel:${writing}`,
        ]) {
          const draft = put(copyOf(hertfordshire), 'ivison-trust', 'description', text);
          expect(parseDirectory(draft).problems, text).to.deep.equal([
            { entry: 'ivison-trust', field: 'description', code: 'rejected' },
          ]);
        }
      }
    }
  });

  it('is refused inside an address', () => {
    const draft = put(copyOf(hertfordshire), 'ceop', 'url', 'https://example.org/call/03001234042');
    expect(codesOf(draft)).to.deep.equal(['rejected']);
  });

  it('is none of the numbers that are published', () => {
    const numbers = hertfordshire.contacts.flatMap(({ channels }) => channels.map(({ value }) => value));
    expect(numbers.filter((value) => isRejectedNumber(value) || holdsRejectedNumber(value))).to.deep.equal([]);
  });

  it('is told from a longer number that begins the same way', () => {
    for (const { number } of rejected) expect(isRejectedNumber(`${number}1`), number).to.equal(false);
  });

  it('is told from its neighbours by one digit', () => {
    expect(['0300 123 4041', '0300 123 4043'].filter(holdsRejectedNumber)).to.deep.equal([]);
  });
});

describe('anything else that is handed in', function () {
  this.timeout(60_000);

  const throwing = (): never => {
    throw new Error('a getter that throws');
  };
  const strange: readonly (readonly [name: string, make: () => unknown])[] = [
    ['nothing at all', () => undefined],
    ['a function', () => () => hertfordshire],
    ['a symbol', () => Symbol('directory')],
    ['a big number', () => 999n],
    ['not a number', () => NaN],
    ['a date', () => new Date(0)],
    ['a map', () => new Map(Object.entries(hertfordshire))],
    ['a promise', () => Promise.resolve(hertfordshire)],
    ['an element', () => document.body],
    ['the window', () => window],
    ['a text that holds JSON', () => JSON.stringify(hertfordshire)],
    ['a text as an object', () => new String('directory')],
    ['a list with holes', () => ({ ...hertfordshire, contacts: Array(5) })],
    ['a field that is undefined', () => ({ ...hertfordshire, advice: undefined })],
    ['a getter that throws', () => Object.defineProperty({}, 'area', { enumerable: true, get: throwing })],
    [
      'a getter that throws nothing',
      () => ({
        get area() {
          // eslint-disable-next-line @typescript-eslint/only-throw-error
          throw undefined;
        },
      }),
    ],
    ['a proxy that throws', () => new Proxy({}, { ownKeys: throwing })],
    ['a list that throws', () => ({ ...hertfordshire, contacts: new Proxy([], { get: throwing }) })],
    ['a list that lies about its length', () => ({ ...hertfordshire, contacts: new Proxy([], { get: () => 1e9 }) })],
    [
      'a list whose length is a symbol',
      () => ({ ...hertfordshire, contacts: new Proxy([], { get: () => Symbol('x') }) }),
    ],
    [
      'a proxy that was revoked',
      () => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return proxy;
      },
    ],
    [
      'an object that holds itself',
      () => {
        const self: Record<string, unknown> = {};
        self['area'] = self;
        return self;
      },
    ],
    [
      'a list that holds itself a hundred times',
      () => {
        const self: unknown[] = [];
        for (let i = 0; i < 100; i++) self.push(self);
        return { ...hertfordshire, contacts: self };
      },
    ],
    [
      'ten thousand objects within each other',
      () => {
        let deep: unknown = {};
        for (let i = 0; i < 10_000; i++) deep = { area: deep };
        return deep;
      },
    ],
    ['a text of ten million characters', () => ({ ...hertfordshire, emergency: '9'.repeat(10_000_000) })],
  ];
  for (const [name, make] of strange) {
    it(`is refused and throws nothing: ${name}`, () => {
      const parsed = parseDirectory(make());
      expectOneOf(parsed);
      expect(parsed.directory).to.equal(undefined);
    });
  }

  it('says of a getter that throws that it cannot be read', () => {
    const value = Object.defineProperty({}, 'area', { enumerable: true, get: throwing });
    expect(codesOf(value)).to.deep.equal(['unreadable']);
  });

  it('cannot show one number to the check and another to the person', () => {
    const draft = copyOf(hertfordshire);
    let reads = 0;
    const channel = { type: 'phone', free: true, hours: 'always' };
    Object.defineProperty(channel, 'value', { enumerable: true, get: () => (reads++ ? '0300 123 4042' : '0800 1111') });
    put(draft, 'childline', 'channels[0]', channel);
    const { directory } = parseDirectory(draft);
    expect(directory?.contacts.find(({ id }) => id === 'childline')?.channels[0]?.value).to.equal('0800 1111');
    expect(reads).to.equal(1);
  });

  it('leaves the prototype of all objects alone', () => {
    parseDirectory(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'));
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });

  it('gives a directory or problems, never both and never an error, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withSet: true, withSparseArray: true }), (value) =>
        expectOneOf(parseDirectory(value)),
      ),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it('is seen wherever in a good directory it is put', () => {
    const places: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (path) places.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
    };
    walk(hertfordshire, '');
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.anything({ withBigInt: true }), (path, value) => {
        const draft = put(copyOf(hertfordshire), 'directory', path, value);
        const parsed = parseDirectory(draft);
        expectOneOf(parsed);
        if (parsed.directory) expect(parsed.directory).to.deep.equal(draft);
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });
});
