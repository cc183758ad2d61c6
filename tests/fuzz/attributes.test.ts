/* Tests each setting of each element with all hostile values. tests/elements/attributes.test.ts tries some of them. */
import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import fc from 'fast-check';
import '../../src/index.js';
import type { Hostile, Watch } from '../helpers/hostile.js';
import { ADDRESSES, everything, expectHarmless, MARKUP, TEXTS, watch, WORDS } from '../helpers/hostile.js';
import { digits } from '../helpers/numbers.js';
import { OPEN, replace, restoreTime, setTime, shownText } from '../helpers/panel.js';
import type { Clean, Drawn, Kind } from '../helpers/settings.js';
import { drawClean, KINDS, make, numbers, SETTINGS, settled } from '../helpers/settings.js';

let place: HTMLElement;
let page: Watch;
let clean: Clean;
let restoreFetch: () => void;

const drawn = async (element: Drawn): Promise<Drawn> => {
  if (!element.isConnected) place.append(element);
  await settled(element);
  return element;
};

function expectOneWarning(what: string): void {
  if (page.said().length > 1) expect.fail(`${what} warned more than once: ${page.said().join(' AND ')}`);
}

describe('an element with any hostile value in an attribute or a property', function () {
  this.timeout(600_000);
  let values: readonly Hostile[] = [];

  before(async () => {
    setTime(OPEN);
    place = document.body.appendChild(document.createElement('div'));
    // a policy refuses code that could run, so that an attempt is detected in two ways
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "img-src 'none'; object-src 'none'; frame-src 'self'; form-action 'none'; base-uri 'none'";
    document.head.append(policy);
    values = everything();
    // checking what a person sees takes most of the time, so only one element in eight is checked so
    clean = await drawClean(place, 8);
    page = watch();
    // address.test.ts tests addresses, so no request is made here
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
  });

  it('shows numbers without settings', () => {
    expect(clean.of('report').numbers).to.include(digits('childline'));
    // only the words about the key have a number, the times to press it, and a device without keys hides it
    const presses = clean.of('report').figures.split(' ').length - clean.withoutExit.figures.split(' ').length;
    expect(presses).to.equal(1);
    expect(values.length).to.be.above(120);
  });

  for (const kind of KINDS) {
    for (const [attribute, property] of SETTINGS[kind]) {
      it(`shows the numbers of the ${kind} when ${attribute} changes`, async () => {
        const element = await drawn(make(kind));
        for (const { name, value } of TEXTS) {
          element.setAttribute(attribute, value);
          await settled(element);
          // an exit that the author leaves out has no numbers
          clean.expectAsEver(kind, element, `${attribute}=${name}`);
          expectOneWarning(`${attribute}=${name}`);
          page.expectQuiet(`${attribute}=${name}`);
        }
        element.removeAttribute(attribute);
        await settled(element);
        clean.expectAsEver(kind, element, `${attribute} taken away`);
      });

      // `lang` belongs to HTML, which converts other values to text or throws before we see them
      if (property === 'lang') continue;
      it(`shows the numbers of the ${kind} when its property ${property} is set`, async () => {
        const element = await drawn(make(kind));
        for (const { name, value } of values) {
          Object.assign(element, { [property]: value });
          await settled(element);
          clean.expectAsEver(kind, element, `${property} = ${name}`);
          expectOneWarning(`${property} = ${name}`);
          page.expectQuiet(`${property} = ${name}`);
        }
      });
    }

    it(`shows the numbers of the ${kind} when all settings are made before it is in the page`, async () => {
      for (const { name, value } of [...MARKUP, ...ADDRESSES, ...WORDS]) {
        const element = make(kind);
        for (const [attribute] of SETTINGS[kind]) element.setAttribute(attribute, value);
        await drawn(element);
        clean.expectAsEver(kind, element, name);
        element.remove();
        page.expectQuiet(name);
      }
    });

    it(`shows the numbers of the ${kind} when all settings are older than its definition`, async () => {
      for (const { name, value } of values) {
        // created in a document without a window, so that it is upgraded only in this page
        const foreign = document.implementation.createHTMLDocument();
        const early = foreign.createElement(`say-something-${kind}`) as Drawn;
        expect(early).not.to.be.instanceOf(customElements.get(`say-something-${kind}`));
        for (const [attribute, property] of SETTINGS[kind]) {
          if (typeof value === 'string') early.setAttribute(attribute, value);
          if (property !== 'lang') Object.assign(early, { [property]: value });
        }
        place.append(early);
        await settled(early);
        clean.expectAsEver(kind, early, name);
        early.remove();
        page.expectQuiet(name);
      }
    });

    it(`shows the numbers of the ${kind} in a placeholder with any settings`, async () => {
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
        if (!inner) throw new Error(`${name}: the placeholder was not drawn`);
        await settled(inner);
        clean.expectAsEver(kind, holder, name);
        holder.remove();
        page.expectQuiet(name);
      }
    });
  }

  it('keeps the text of a placeholder of an unknown kind', async () => {
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

  it('keeps a link or replaces it with the usual panel for any fragment', async () => {
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
          if (inner) await settled(inner);
          clean.expectAsEver('report', block, name);
        } else expect(shownText(block), name).to.equal('Call 999');
        block.remove();
        page.expectQuiet(name);
      }
    }
    expect(upgraded).to.be.within(TEXTS.length / 2, TEXTS.length * 2);
  });

  it('shows its numbers after any settings in any order', async () => {
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
    // add a panel to the page, so that signs and banner have an action
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
        clean.expectAsEver('report', elements.get('report') as Drawn, 'the panel');
        page.expectQuiet(JSON.stringify(given.map(([[kind, name], { name: what }]) => [kind, name, what])));
      }),
      { seed: Number(await executeServerCommand('seed')), numRuns: 200 },
    );
  });
});
