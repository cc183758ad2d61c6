import { expect } from '@open-wc/testing';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import '../../src/index.js';
import type { Watch } from '../helpers/hostile.js';
import { ADDRESSES, expectHarmless, watch } from '../helpers/hostile.js';
import { digits } from '../helpers/numbers.js';
import { numbersIn, OPEN, replace, restoreTime, setTime, shownText } from '../helpers/panel.js';
import { until } from '../helpers/until.js';

type Answer = (address: string, init: RequestInit) => Response | Promise<Response>;

const OWN = '/tests/elements/fixtures/own-directory.json';
const OWN_NUMBER = '01632960001';
const JSON_TYPE = { headers: { 'content-type': 'application/json' } };
/** The largest number of characters that is read from an address, plus a few chunks in transit. */
const MAX_DIRECTORY_LENGTH = 2_000_000;
const PIECE = 65_536;

let own = '';
let page: Watch;
let builtIn: readonly string[] = [];
let place: HTMLElement;
let count = 0;
let asked: { address: string; init: RequestInit }[] = [];
const undo: (() => void)[] = [];

const numbers = (panel: Element): readonly string[] => numbersIn(shownText(panel));
/** An address that no test has requested yet. */
const fresh = (): string => `/directory-${++count}.json`;

/** Answers requests instead of the server. */
function answer(with_: Answer): void {
  const fetch = (address: string, init: RequestInit): Promise<Response> => {
    asked.push({ address, init });
    return Promise.resolve().then(() => with_(address, init));
  };
  undo.push(replace(window, 'fetch', { value: fetch, writable: true }));
}

const make = (directory?: string): SaySomethingReport => {
  const panel = document.createElement('say-something-report');
  if (directory !== undefined) panel.setAttribute('directory', directory);
  return panel;
};
const put = async (panel: SaySomethingReport): Promise<SaySomethingReport> => {
  place.append(panel);
  await panel.updateComplete;
  return panel;
};
const said = (): Promise<void> => until(() => page.said().length, 'there was no warning');
/**
 * Requests another directory, which breaks off at its end, and waits for the warning about it. Whatever an earlier answer leads to has
 * happened by then. Returns all other warnings.
 */
async function afterAnotherRequest(): Promise<readonly string[]> {
  const address = fresh();
  const restore = replace(window, 'fetch', {
    value: () => Promise.resolve(new Response(own.slice(0, -20), JSON_TYPE)),
    writable: true,
  });
  const panel = await put(make(address));
  await until(() => page.said().some((warning) => warning.includes(address)), 'the other request was not answered');
  restore();
  await panel.updateComplete;
  return page.said().filter((warning) => !warning.includes(address));
}
const drawsOwn = (panel: Element): Promise<void> =>
  until(() => numbers(panel).includes(OWN_NUMBER), 'the directory is not used');

function expectBuiltIn(panel: Element, what: string): void {
  expect(numbers(panel), what).to.deep.equal(builtIn);
  expectHarmless(panel, what);
}

/** A body that sends chunks while it is read. */
function pieces(make: (i: number) => string | undefined): {
  body: ReadableStream<Uint8Array>;
  sent: () => number;
  ended: () => boolean;
} {
  let sent = 0;
  let ended = false;
  let i = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const piece = make(i++);
      if (piece === undefined) {
        controller.close();
        return;
      }
      sent += piece.length;
      controller.enqueue(new TextEncoder().encode(piece));
    },
    cancel: () => void (ended = true),
  });
  return { body, sent: () => sent, ended: () => ended };
}

describe('the directory attribute with an address', () => {
  before(async () => {
    own = await (await fetch(OWN)).text();
    expect(JSON.parse(own)).to.have.property('area');
    setTime(OPEN);
    place = document.body.appendChild(document.createElement('div'));
    const panel = await put(make());
    builtIn = numbers(panel);
    panel.remove();
    expect(builtIn)
      .to.include.members([digits('police-999'), digits('herts-childrens-services')])
      .and.not.include(OWN_NUMBER);
    page = watch();
  });
  beforeEach(() => {
    asked = [];
  });
  afterEach(() => {
    for (const one of undo.splice(0)) one();
    place.replaceChildren();
    page.expectQuiet('afterwards');
  });
  after(() => {
    page.stop();
    place.remove();
    restoreTime();
  });

  it('is requested without credentials or a referrer', async () => {
    answer(() => new Response(own, JSON_TYPE));
    const panel = await put(make(fresh()));
    expectBuiltIn(panel, 'until it is here');
    await drawsOwn(panel);
    expect(page.said()).to.deep.equal([]);
    expect(asked).to.have.length(1);
    expect(asked[0]?.init).to.include({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    expect(asked[0]?.init).not.to.have.any.keys('body', 'headers', 'method');
  });

  it('is read when its file begins with a byte order mark', async () => {
    answer(() => new Response(`\ufeff${own}`, JSON_TYPE));
    await drawsOwn(await put(make(fresh())));
  });

  const truncated = (): string => own.slice(0, -20);
  const answers: readonly (readonly [string, Answer])[] = [
    ['is not found', () => new Response(own, { status: 404 })],
    ['fails at the server', () => new Response(own, { status: 500 })],
    ['is a page', () => new Response('<!doctype html><title>x</title><script>sayCanary()</script>')],
    ['is empty', () => new Response('', JSON_TYPE)],
    ['has no body at all', () => new Response(null, { status: 204 })],
    ['is not JSON', () => new Response('{area:', JSON_TYPE)],
    ['breaks off', () => new Response(truncated(), JSON_TYPE)],
    ['is a text', () => new Response(JSON.stringify(own), JSON_TYPE)],
    ['is in another encoding', () => new Response(new Uint16Array([...own].map((sign) => sign.charCodeAt(0))))],
    ['is a hundred thousand lists deep', () => new Response('['.repeat(100_000) + ']'.repeat(100_000), JSON_TYPE)],
    ['contains a rejected number', () => new Response(own.replace('01632 960 001', '0300 123 4042'), JSON_TYPE)],
    ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['is refused by the other site', () => Response.error()],
    [
      'breaks off',
      () =>
        new Response(
          new ReadableStream({
            start: (controller) => {
              controller.enqueue(new TextEncoder().encode(truncated()));
              controller.error(new TypeError('network error'));
            },
          }),
        ),
    ],
    ['is answered by nothing', () => undefined as unknown as Response],
    [
      'is answered with an object of the page',
      () => ({ ok: true, json: () => JSON.parse(own) as unknown }) as Response,
    ],
    [
      'throws when its answer is read',
      () =>
        new Proxy({} as Response, {
          get: (_, key) => {
            if (key === 'then') return undefined;
            throw new Error('thrown by the page');
          },
        }),
    ],
  ];
  for (const [what, with_] of answers) {
    it(`keeps the built-in numbers and warns once when it ${what}`, async () => {
      answer(with_);
      const address = fresh();
      const panel = await put(make(address));
      await said();
      const warnings = await afterAnotherRequest();
      expectBuiltIn(panel, what);
      expect(asked.length).to.equal(1);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include(`directory="${address}" is not used; the built-in directory stays.`);
    });
  }

  it('warns once for two panels', async () => {
    const waiting: ((response: Response) => void)[] = [];
    answer(() => new Promise((resolve) => waiting.push(resolve)));
    const address = fresh();
    const panels = [await put(make(address)), await put(make(address))];
    await until(() => waiting.length, 'there was no request');
    for (const resolve of waiting) resolve(new Response('', { status: 404 }));
    const warnings = await afterAnotherRequest();
    for (const panel of panels) expectBuiltIn(panel, 'two panels');
    expect(asked).to.have.length(1);
    expect(warnings).to.have.length(1);
  });

  it('keeps the built-in numbers on a page without fetch', async () => {
    undo.push(replace(window, 'fetch', { value: undefined, writable: true }));
    const panel = await put(make(fresh()));
    await said();
    expectBuiltIn(panel, 'no fetch');
  });

  it('is not requested when it is neither https: nor of this site', async () => {
    answer(() => new Response(own, JSON_TYPE));
    const panel = await put(make());
    const warned = new Set<string>();
    let told = 0;
    for (const { name, value } of ADDRESSES) {
      panel.setAttribute('directory', value);
      await panel.updateComplete;
      // two addresses that differ only in the spaces around them are the same, so there is one warning
      if (!warned.has(value.trim())) await said();
      warned.add(value.trim());
      expectBuiltIn(panel, name);
      told += page.said().length;
      page.expectQuiet(name);
    }
    // the first address that is requested is one of this site
    const allowed = fresh();
    panel.setAttribute('directory', allowed);
    await drawsOwn(panel);
    expect(asked.map(({ address }) => address)).to.deep.equal([`${location.origin}${allowed}`]);
    expect(told + page.said().length).to.equal(warned.size);
  });

  it('is not requested when it has a name and a password', async () => {
    const panel = await put(make('https://user:secret@localhost:9/directory.json'));
    await said();
    expectBuiltIn(panel, 'credentials');
  });

  it('is not read when it is a data: or blob: address', async () => {
    const blob = URL.createObjectURL(new Blob([own], { type: 'application/json' }));
    for (const address of [blob, `data:application/json,${encodeURIComponent(own)}`]) {
      const panel = await put(make(address));
      await said();
      expectBuiltIn(panel, address.slice(0, 20));
      panel.remove();
      page.expectQuiet(address.slice(0, 20));
    }
    URL.revokeObjectURL(blob);
  });

  for (const [to, taken] of [
    ['http://example.org/directory.json', false],
    ['http://127.0.0.1:8000/directory.json', false],
    ['data:application/json,{}', false],
    ['https://example.org/directory.json', true],
    [`${location.origin}/moved.json`, true],
  ] as const) {
    it(`is ${taken ? '' : 'not '}read when it redirects to ${to}`, async () => {
      answer(() => {
        const response = new Response(own, JSON_TYPE);
        Object.defineProperties(response, { redirected: { value: true }, url: { value: to } });
        return response;
      });
      const panel = await put(make(fresh()));
      if (taken) await drawsOwn(panel);
      else {
        await said();
        expectBuiltIn(panel, to);
      }
    });
  }

  it('is resolved against the page’s base', async () => {
    const base = document.createElement('base');
    base.dataset['test'] = '';
    answer(() => new Response(own, JSON_TYPE));
    base.href = '/somewhere/else/';
    document.head.prepend(base);
    try {
      await drawsOwn(await put(make('own.json')));
      expect(asked.map(({ address }) => address)).to.deep.equal([`${location.origin}/somewhere/else/own.json`]);
      place.replaceChildren();
      base.href = 'http://example.org/';
      const panel = await put(make('other.json'));
      await said();
      expectBuiltIn(panel, 'the base of another site');
      expect(asked).to.have.length(1);
    } finally {
      base.remove();
    }
  });

  it('is read up to the limit when it sends fifty megabytes', async () => {
    const big = pieces((i) => (i * PIECE < 50_000_000 ? (i ? ' ' : '{').repeat(PIECE) : undefined));
    answer(() => new Response(big.body));
    const panel = await put(make(fresh()));
    await said();
    expectBuiltIn(panel, 'fifty megabytes');
    expect(big.sent()).to.be.within(MAX_DIRECTORY_LENGTH, MAX_DIRECTORY_LENGTH + 4 * PIECE);
    expect(asked[0]?.init.signal?.aborted).to.equal(true);
  });

  it('is cancelled at once when its status is an error', async () => {
    const big = pieces(() => ' '.repeat(PIECE));
    answer(() => new Response(big.body, { status: 503 }));
    await put(make(fresh()));
    await said();
    expect(big.sent()).to.be.below(3 * PIECE);
    expect(asked[0]?.init.signal?.aborted).to.equal(true);
  });

  it('keeps the built-in numbers while it never ends, and the next directory is used', async () => {
    answer(() => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) })));
    const panel = await put(make(fresh()));
    await until(() => asked.length, 'there was no request');
    expect(await afterAnotherRequest()).to.deep.equal([]);
    expectBuiltIn(panel, 'no end');
    panel.directory = JSON.parse(own);
    await panel.updateComplete;
    expect(numbers(panel)).to.include(OWN_NUMBER);
  });

  it('keeps the built-in numbers when it sends empty chunks', async () => {
    let rounds = 0;
    answer(() => new Response(pieces(() => (++rounds > 500 ? undefined : '')).body));
    const panel = await put(make(fresh()));
    await said();
    expectBuiltIn(panel, 'empty pieces');
    expect(rounds).to.equal(501);
  });

  it('is read when it arrives in single bytes', async () => {
    answer(() => new Response(pieces((i) => own[i]).body));
    const panel = await put(make(fresh()));
    await drawsOwn(panel);
  });

  it('does not replace a later directory when it answers late', async () => {
    const waiting = new Map<string, (response: Response) => void>();
    answer((address) => new Promise((resolve) => waiting.set(address, resolve)));
    const [first, second] = [fresh(), fresh()];
    const panel = await put(make(first));
    await until(() => waiting.size === 1);
    panel.setAttribute('directory', second);
    await until(() => waiting.size === 2);
    waiting.get(`${location.origin}${second}`)?.(new Response(own, JSON_TYPE));
    await drawsOwn(panel);
    waiting.get(`${location.origin}${first}`)?.(new Response(JSON.stringify(hertfordshire), JSON_TYPE));
    // an address that another panel requests after that is read after it
    const third = fresh();
    const later = await put(make(third));
    await until(() => waiting.size === 3);
    waiting.get(`${location.origin}${third}`)?.(new Response(own, JSON_TYPE));
    await drawsOwn(later);
    expect(numbers(panel)).to.include(OWN_NUMBER);
    expect(page.said()).to.deep.equal([]);
  });

  it('is used when it answers while its panel is out of the page', async () => {
    let send: (response: Response) => void = () => undefined;
    answer(() => new Promise((resolve) => (send = resolve)));
    const panel = await put(make(fresh()));
    await until(() => asked.length, 'there was no request');
    panel.remove();
    send(new Response(own, JSON_TYPE));
    expect(await afterAnotherRequest()).to.deep.equal([]);
    place.append(panel);
    await drawsOwn(panel);
    expect(asked).to.have.length(1);
  });

  it('is requested again by the next panel after a network failure', async () => {
    const address = fresh();
    let online = false;
    answer(() => (online ? new Response(own, JSON_TYPE) : Promise.reject(new TypeError('offline'))));
    const panel = await put(make(address));
    await said();
    online = true;
    await drawsOwn(await put(make(address)));
    // all panels of a page show the numbers of one county
    await drawsOwn(panel);
    expect(asked).to.have.length(2);
  });

  it('is requested again by the next panel after the server has refused it', async () => {
    const address = fresh();
    let up = false;
    answer(() => (up ? new Response(own, JSON_TYPE) : new Response('', { status: 503 })));
    await put(make(address));
    await said();
    up = true;
    await drawsOwn(await put(make(address)));
    expect(asked).to.have.length(2);
  });

  it('is requested once when it changes two thousand times, and the last one is used', async () => {
    answer(() => new Response(own, JSON_TYPE));
    const panel = await put(make());
    for (let i = 0; i < 2_000; i++) panel.setAttribute('directory', `/quick-${i}.json`);
    await drawsOwn(panel);
    expect(asked.map(({ address }) => address)).to.deep.equal([`${location.origin}/quick-1999.json`]);
  });
});
