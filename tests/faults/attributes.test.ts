import { expect, fixtureCleanup } from '@open-wc/testing';
import fc from 'fast-check';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import '../../src/index.js';
import type { SaySomethingReport } from '../../src/elements/say-something-report.js';
import type { Hostile, Watch } from '../helpers/hostile.js';
import {
  ADDRESSES,
  everything,
  expectHarmless,
  expectOurWarning,
  MARKUP,
  TEXTS,
  watch,
  WORDS,
} from '../helpers/hostile.js';
import { numbersIn, OPEN, replace, restoreTime, setTime, shownText } from '../helpers/panel.js';

type Kind = 'report' | 'signs' | 'banner' | 'exit';
type Drawn = SaySomethingReport;
/** What an element has to show: what a person sees of numbers, and every figure in it. */
interface Looks {
  readonly numbers: readonly string[];
  readonly figures: string;
}

/** Every attribute of every element, with the property that holds it. */
const SETTINGS: Readonly<Record<Kind, readonly (readonly [attribute: string, property: string])[]>> = {
  report: [
    ['audience', 'audience'],
    ['heading-level', 'headingLevel'],
    ['directory', 'directory'],
    ['no-exit', 'noExit'],
    ['lang', 'lang'],
  ],
  signs: [
    ['audience', 'audience'],
    ['heading-level', 'headingLevel'],
    ['href', 'href'],
    ['lang', 'lang'],
  ],
  banner: [
    ['audience', 'audience'],
    ['heading-level', 'headingLevel'],
    ['directory', 'directory'],
    ['href', 'href'],
    ['lang', 'lang'],
  ],
  exit: [
    ['href', 'href'],
    ['lang', 'lang'],
  ],
};
const KINDS = Object.keys(SETTINGS) as Kind[];

const make = (kind: Kind): Drawn => document.createElement(`say-something-${kind}`) as Drawn;
const drawn = async (element: Drawn): Promise<Drawn> => {
  if (!element.isConnected) place.append(element);
  await settled(element);
  return element;
};
/** Waits until an address that nobody answers has been found to be one. */
async function settled(element: Drawn): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await element.updateComplete;
}
const numbers = (holder: Element): readonly string[] => numbersIn(shownText(holder));
const DESTINATION = 'https://www.bbc.co.uk/weather';

let place: HTMLElement;
let page: Watch;
let restoreFetch: () => void;
let withoutExit: Looks;
/** The numbers that each element shows when nothing is set, and what it shows besides when it has nowhere to lead. */
const clean = new Map<Kind, Looks>();

/** All the figures in it, quickly: thousands of panels are looked at here. */
const figures = (holder: Element): string => (holder.shadowRoot?.textContent ?? '').replace(/[^\d]+/g, ' ');
let looks = 0;

/** The element shows what a clean one shows, and nothing in it can run or lead astray. */
function expectAsEver(kind: Kind, holder: Element, what: string): void {
  expectHarmless(holder, what);
  const hasExit = !!holder.shadowRoot?.querySelector('[part=exit]');
  // the exit says how often to press the key; where the author wants none, that number goes with it
  const wanted = kind === 'report' && !hasExit ? withoutExit : clean.get(kind);
  if (!wanted) throw new Error(`no clean ${kind} was drawn`);
  if (figures(holder) !== wanted.figures) expect(figures(holder), what).to.equal(wanted.figures);
  // one in eight is looked at as a person does, box by box
  if (looks++ % 8 === 0) expect(numbers(holder), what).to.deep.equal(wanted.numbers);
  if (kind === 'exit') {
    const link = holder.shadowRoot?.querySelector('a');
    expect(link?.textContent?.trim(), what).to.equal('Leave this page');
    return;
  }
  const links = holder.shadowRoot?.querySelectorAll('a[href="tel:999"]') ?? [];
  expect(links.length, `${what}: links to 999`).to.equal(1);
  expect((links[0] as HTMLElement).checkVisibility(), `${what}: 999 is on screen`).to.equal(true);
}

function expectOneWarning(what: string): void {
  if (page.said().length > 1) expect.fail(`${what} was told more than once: ${page.said().join(' AND ')}`);
}

describe('whatever stands in an attribute or a property', function () {
  this.timeout(60_000);
  let values: readonly Hostile[] = [];

  before(async () => {
    setTime(OPEN);
    place = document.body.appendChild(document.createElement('div'));
    // what is set is refused where it could run at all, so that an attempt is seen twice
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "img-src 'none'; object-src 'none'; frame-src 'self'; form-action 'none'; base-uri 'none'";
    document.head.append(policy);
    values = everything();
    for (const kind of KINDS) {
      const element = await drawn(make(kind));
      clean.set(kind, { numbers: numbers(element), figures: figures(element) });
      if (kind === 'report') {
        element.noExit = true;
        await drawn(element);
        withoutExit = { numbers: numbers(element), figures: figures(element) };
      }
      element.remove();
    }
    page = watch();
    // addresses are tried in address.test.ts; here nothing is to be asked of anybody
    restoreFetch = replace(window, 'fetch', {
      value: () => Promise.reject(new TypeError('no network')),
      writable: true,
    });
  });
  afterEach(() => place.replaceChildren());
  after(() => {
    restoreFetch();
    page.stop();
    place.remove();
    restoreTime();
    fixtureCleanup();
  });

  it('has numbers to lose', () => {
    expect(clean.get('report')?.numbers).to.include.members(['999', '08001111', '03001234043', '0800555111']);
    expect(clean.get('signs')?.numbers).to.include.members(['999', '08001111']);
    expect(clean.get('banner')?.numbers).to.include('999');
    expect(withoutExit.numbers).to.have.length((clean.get('report')?.numbers.length ?? 0) - 1);
    expect(values.length).to.be.above(120);
  });

  for (const kind of KINDS) {
    for (const [attribute, property] of SETTINGS[kind]) {
      it(`the ${kind} draws as ever when ${attribute} changes under it`, async () => {
        const element = await drawn(make(kind));
        for (const { name, value } of TEXTS) {
          element.setAttribute(attribute, value);
          await settled(element);
          // an exit that is not wanted is not there, and has no numbers
          expectAsEver(kind, element, `${attribute}=${name}`);
          expectOneWarning(`${attribute}=${name}`);
          page.expectQuiet(`${attribute}=${name}`);
        }
        element.removeAttribute(attribute);
        await settled(element);
        expectAsEver(kind, element, `${attribute} taken away`);
      });

      // `lang` is HTML's own: what is not text becomes text, or throws, before it reaches us
      if (property === 'lang') continue;
      it(`the ${kind} draws as ever when its property ${property} is set`, async () => {
        const element = await drawn(make(kind));
        for (const { name, value } of values) {
          Object.assign(element, { [property]: value });
          await settled(element);
          expectAsEver(kind, element, `${property} = ${name}`);
          expectOneWarning(`${property} = ${name}`);
          page.expectQuiet(`${property} = ${name}`);
        }
      });
    }

    it(`the ${kind} draws as ever when everything was set before it was in the page`, async () => {
      for (const { name, value } of [...MARKUP, ...ADDRESSES, ...WORDS]) {
        const element = make(kind);
        for (const [attribute] of SETTINGS[kind]) element.setAttribute(attribute, value);
        await drawn(element);
        expectAsEver(kind, element, name);
        element.remove();
        page.expectQuiet(name);
      }
    });

    it(`the ${kind} draws as ever when everything was set before it was defined`, async () => {
      for (const { name, value } of values) {
        // made where there is no window, so that it is no element of ours until it is in this page
        const foreign = document.implementation.createHTMLDocument();
        const early = foreign.createElement(`say-something-${kind}`) as Drawn;
        expect(early).not.to.be.instanceOf(customElements.get(`say-something-${kind}`));
        for (const [attribute, property] of SETTINGS[kind]) {
          if (typeof value === 'string') early.setAttribute(attribute, value);
          if (property !== 'lang') Object.assign(early, { [property]: value });
        }
        place.append(early);
        await early.updateComplete;
        expectAsEver(kind, early, name);
        early.remove();
        page.expectQuiet(name);
      }
    });

    it(`a placeholder for the ${kind} is drawn as ever whatever its settings are`, async () => {
      const holders = TEXTS.map(({ value }) => {
        const holder = document.createElement('div');
        holder.setAttribute('data-say-something', ` ${kind}\n`);
        for (const [attribute] of SETTINGS[kind]) holder.setAttribute(`data-${attribute}`, value);
        return holder;
      });
      for (const [i, holder] of holders.entries()) {
        const name = TEXTS[i]?.name ?? '';
        place.append(holder);
        await Promise.resolve();
        const inner = holder.shadowRoot?.querySelector<Drawn>(`say-something-${kind}`);
        if (!inner) throw new Error(`${name}: the placeholder was not found`);
        await inner.updateComplete;
        expectAsEver(kind, holder, name);
        holder.remove();
        page.expectQuiet(name);
      }
    });
  }

  it('a placeholder of an unknown kind keeps its own text', async () => {
    for (const { name, value } of TEXTS) {
      if (!value.trim()) continue;
      const holder = document.createElement('div');
      holder.setAttribute('data-say-something', value);
      holder.textContent = 'Call 999';
      place.append(holder);
      await Promise.resolve();
      expect(holder.shadowRoot, name).to.equal(null);
      expect(holder.checkVisibility(), name).to.equal(true);
      holder.remove();
      expect(page.said().length, name).to.be.below(2);
      page.expectQuiet(name);
    }
  });

  it('a link stays a link, or becomes the panel as ever, whatever its fragment is', async () => {
    let upgraded = 0;
    for (const { name, value } of TEXTS) {
      for (const href of [`/say-something/#report-${value}`, `${value}/say-something/#report`, `#${value}`]) {
        const block = document.createElement('p');
        const link = block.appendChild(document.createElement('a'));
        link.setAttribute('href', href);
        link.textContent = 'Call 999';
        place.append(block);
        await Promise.resolve();
        if (block.shadowRoot) {
          upgraded++;
          const inner = block.shadowRoot.querySelector<Drawn>('say-something-report');
          await inner?.updateComplete;
          expectAsEver('report', block, name);
        } else expect(shownText(block), name).to.equal('Call 999');
        block.remove();
        page.expectQuiet(name);
      }
    }
    expect(upgraded).to.be.within(TEXTS.length / 2, TEXTS.length * 2);
  });

  it('draws as ever after any settings in any order', async () => {
    const setting = fc.constantFrom(...KINDS.flatMap((kind) => SETTINGS[kind].map((pair) => [kind, ...pair] as const)));
    const value = fc.oneof(
      fc.constantFrom(...values),
      fc
        .anything({ withBigInt: true, withNullPrototype: true })
        .map((any): Hostile => ({ name: 'anything', value: any })),
      fc.string({ unit: 'binary' }).map((any): Hostile => ({ name: JSON.stringify(any), value: any })),
    );
    const elements = new Map<Kind, Drawn>();
    for (const kind of KINDS) elements.set(kind, await drawn(make(kind)));
    // with a panel in the page, signs and banner have something to lead to
    const steps = fc.array(fc.tuple(setting, value, fc.boolean()), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        for (const [[kind, attribute, property], { value: one }, asAttribute] of given) {
          const element = elements.get(kind) as Drawn;
          if (asAttribute && typeof one === 'string') element.setAttribute(attribute, one);
          else if (property !== 'lang') Object.assign(element, { [property]: one });
        }
        for (const element of elements.values()) await settled(element);
        for (const [kind, element] of elements) {
          expectHarmless(element, kind);
          if (kind !== 'exit') expect(numbers(element), kind).to.include('999');
        }
        expectAsEver('report', elements.get('report') as Drawn, 'the panel');
        page.expectQuiet(JSON.stringify(given.map(([[kind, name], { name: what }]) => [kind, name, what])));
      }),
      { seed: 20261124, numRuns: 60 },
    );
  });

  describe('is told to the page’s author', () => {
    const once = async (kind: Kind, attribute: string, value: string): Promise<string> => {
      const element = make(kind);
      element.setAttribute(attribute, value);
      await drawn(element);
      element.requestUpdate();
      await settled(element);
      const [warning, ...more] = page.said();
      expect(more).to.deep.equal([]);
      expectOurWarning(warning ?? '', attribute);
      page.expectQuiet(attribute);
      return warning ?? '';
    };
    const huge = (start: string): string => `${start} ${'y'.repeat(2_000_000)}`;

    for (const [kind, attribute, start, instead] of [
      ['report', 'audience', 'two megabytes', '"public" is used'],
      ['signs', 'heading-level', 'two megabytes', '2 is used'],
      ['banner', 'href', 'javascript:two megabytes', 'leads to the panel on this page'],
      ['exit', 'href', 'javascript:two megabytes', `${DESTINATION} is used`],
      ['report', 'directory', 'javascript:two megabytes', 'the built-in directory stays'],
    ] as const) {
      it(`in a line, for ${attribute} of the ${kind}, with what is used instead, however long it is`, async () => {
        const warning = await once(kind, attribute, huge(start));
        expect(warning).to.include(`${attribute}="${start} yyy`).and.include(instead);
        expect(warning.length).to.be.below(400);
      });

      it(`for ${attribute} of the ${kind} without a sign that cannot be seen`, async () => {
        const warning = await once(kind, attribute, `${start}\u202e\u0007\n\u2028say-something: all is well`);
        expect(warning).to.include(`${attribute}="${start}\ufffd\ufffd\ufffd\ufffdsay-something: all is`);
      });
    }

    it('for a directory with nothing but wrong fields, in a line', async () => {
      const panel = await drawn(make('report'));
      const names = Array.from({ length: 150 }, (_, i) => `${i}\u202e\n${'z'.repeat(100_000)}`);
      panel.directory = { ...hertfordshire, ...Object.fromEntries(names.map((name) => [name, 1])) };
      await panel.updateComplete;
      expect(page.said()).to.have.length(1);
      expect(page.said()[0]).to.include('the built-in directory stays').and.include(' and more');
      page.expectQuiet('a directory of wrong fields');
    });

    it('only where there is a console to tell it on', async () => {
      const { warn } = console;
      for (const [i, broken] of [
        undefined,
        null,
        7,
        () => {
          throw new Error('no console here');
        },
      ].entries()) {
        Object.assign(console, { warn: broken });
        try {
          const panel = make('report');
          panel.setAttribute('audience', `without a console ${i}`);
          await drawn(panel);
          expectAsEver('report', panel, `console.warn is ${String(broken)}`);
        } finally {
          console.warn = warn;
        }
        page.expectQuiet(`console.warn is ${String(broken)}`);
      }
    });
  });

  it('the exit leads to the weather where it is given no text', async () => {
    const exit = make('exit');
    for (const { name, value } of values) {
      if (typeof value === 'string' || typeof value === 'number') continue;
      Object.assign(exit, { href: value });
      await drawn(exit);
      expect(exit.shadowRoot?.querySelector('a')?.href, name).to.equal(DESTINATION);
    }
    page.expectQuiet('an exit without a text');
  });

  it('no address that is not of this site or https: is led to', async () => {
    for (const kind of ['banner', 'signs', 'exit'] as const) {
      const element = await drawn(make(kind));
      for (const { name, value } of ADDRESSES) {
        element.setAttribute('href', value);
        await settled(element);
        const links = [...(element.shadowRoot?.querySelectorAll('a') ?? [])].map(({ href }) => href);
        const there = links.filter((href) => !href.startsWith('tel:'));
        expect(there, `${kind} ${name}`).to.deep.equal(kind === 'exit' ? [DESTINATION] : []);
      }
    }
    page.expectQuiet('addresses');
  });
});
