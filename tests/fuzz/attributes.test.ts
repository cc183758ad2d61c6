/* Each setting of each element with everything hostile there is; tests/elements/attributes.test.ts tries some of it. */
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
  if (page.said().length > 1) expect.fail(`${what} was told more than once: ${page.said().join(' AND ')}`);
}

describe('whatever is in an attribute or a property, in full', function () {
  this.timeout(600_000);
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
    // a person's look, box by box, takes most of the time, so one element in eight gets it
    clean = await drawClean(place, 8);
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
  });

  it('has numbers to lose', () => {
    expect(clean.of('report').numbers).to.include(digits('childline'));
    expect(clean.withoutExit.numbers).to.have.length(clean.of('report').numbers.length - 1);
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
          clean.expectAsEver(kind, element, `${attribute}=${name}`);
          expectOneWarning(`${attribute}=${name}`);
          page.expectQuiet(`${attribute}=${name}`);
        }
        element.removeAttribute(attribute);
        await settled(element);
        clean.expectAsEver(kind, element, `${attribute} taken away`);
      });

      // `lang` is HTML's own: what is not text becomes text, or throws, before it reaches us
      if (property === 'lang') continue;
      it(`the ${kind} draws as ever when its property ${property} is set`, async () => {
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

    it(`the ${kind} draws as ever when everything was set before it was in the page`, async () => {
      for (const { name, value } of [...MARKUP, ...ADDRESSES, ...WORDS]) {
        const element = make(kind);
        for (const [attribute] of SETTINGS[kind]) element.setAttribute(attribute, value);
        await drawn(element);
        clean.expectAsEver(kind, element, name);
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
        clean.expectAsEver(kind, early, name);
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
        clean.expectAsEver(kind, holder, name);
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
          clean.expectAsEver('report', block, name);
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
        clean.expectAsEver('report', elements.get('report') as Drawn, 'the panel');
        page.expectQuiet(JSON.stringify(given.map(([[kind, name], { name: what }]) => [kind, name, what])));
      }),
      { seed: Number(await executeServerCommand('seed')), numRuns: 200 },
    );
  });
});
