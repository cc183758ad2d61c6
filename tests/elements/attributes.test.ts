/* Tests each setting of each element with some hostile values. tests/fuzz/attributes.test.ts tries all of them. */
import { expect } from '@open-wc/testing';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import '../../src/index.js';
import type { Hostile, HostileText, Watch } from '../helpers/hostile.js';
import { ADDRESSES, expectOurWarning, MARKUP, objects, watch } from '../helpers/hostile.js';
import { digits } from '../helpers/numbers.js';
import { OPEN, replace, restoreTime, setTime } from '../helpers/panel.js';
import type { Clean, Drawn, Kind } from '../helpers/settings.js';
import { drawClean, KINDS, make, SETTINGS, settled } from '../helpers/settings.js';

const DESTINATION = 'https://www.bbc.co.uk/weather';

/** One text for each kind of attack. */
const SOME_TEXTS: readonly HostileText[] = [
  MARKUP[1] as HostileText,
  ADDRESSES[2] as HostileText,
  { name: 'a name of the prototype', value: '__proto__' },
  { name: 'invisible characters', value: 'nul\0, turned \u202e, lone \ud800 and\nanother line' },
  { name: 'two megabytes', value: 'x'.repeat(2_000_000) },
  { name: 'spaces alone', value: ' \t\n' },
  { name: 'nothing in it', value: '' },
];

/** One of each kind of value that is not a text. */
const SOME_OBJECTS = [
  'null',
  'not a number',
  'a symbol',
  'a list in itself',
  'a getter that throws',
  'a proxy that was revoked',
  'keys of the prototype',
  'an object whose text throws',
  'a thenable that throws',
];

describe('an element with hostile values in an attribute or a property', () => {
  let place: HTMLElement;
  let page: Watch;
  let clean: Clean;
  let values: readonly Hostile[] = [];
  let restoreFetch: () => void;

  const drawn = async (element: Drawn): Promise<Drawn> => {
    if (!element.isConnected) place.append(element);
    await settled(element);
    return element;
  };
  const expectOneWarning = (what: string): void => {
    if (page.said().length > 1) expect.fail(`${what} warned more than once: ${page.said().join(' AND ')}`);
    page.expectQuiet(what);
  };

  before(async () => {
    setTime(OPEN);
    place = document.body.appendChild(document.createElement('div'));
    values = [...SOME_TEXTS, ...objects().filter(({ name }) => SOME_OBJECTS.includes(name))];
    clean = await drawClean(place);
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
    expect(clean.of('report').numbers).to.include.members(
      ['police-999', 'childline', 'herts-childrens-services', 'crimestoppers'].map(digits),
    );
    expect(clean.of('signs').numbers).to.include.members(['police-999', 'childline'].map(digits));
    expect(clean.leading.numbers).to.include(digits('police-999'));
    expect(clean.of('banner').numbers).to.include(digits('police-999'));
    expect(values).to.have.length(SOME_TEXTS.length + SOME_OBJECTS.length);
  });

  for (const kind of KINDS) {
    for (const [attribute, property] of SETTINGS[kind]) {
      it(`shows the numbers of the ${kind} when ${attribute} changes`, async () => {
        const element = await drawn(make(kind));
        for (const { name, value } of values) {
          // `lang` belongs to HTML, which converts other values to text or throws before we see them
          if (typeof value === 'string') element.setAttribute(attribute, value);
          else if (property !== 'lang') Object.assign(element, { [property]: value });
          else continue;
          await settled(element);
          clean.expectAsEver(kind, element, `${attribute}: ${name}`);
          expectOneWarning(`${attribute}: ${name}`);
        }
        element.removeAttribute(attribute);
        await settled(element);
        clean.expectAsEver(kind, element, `${attribute} taken away`);
      });
    }

    it(`shows the numbers of the ${kind} when all settings are older than its definition`, async () => {
      for (const { name, value } of values) {
        // created in a document without a window, so that it is upgraded only in this page
        const foreign = document.implementation.createHTMLDocument();
        const early = foreign.createElement(`say-something-${kind}`) as unknown as Drawn;
        expect(early).not.to.be.instanceOf(customElements.get(`say-something-${kind}`));
        for (const [attribute, property] of SETTINGS[kind]) {
          if (typeof value === 'string') early.setAttribute(attribute, value);
          if (property !== 'lang') Object.assign(early, { [property]: value });
        }
        await drawn(early);
        clean.expectAsEver(kind, early, name);
        early.remove();
        page.expectQuiet(name);
      }
    });

    it(`shows the numbers of the ${kind} in a placeholder with any settings`, async () => {
      for (const { name, value } of SOME_TEXTS) {
        const holder = document.createElement('div');
        holder.setAttribute('data-say-something', ` ${kind}\n`);
        for (const [attribute] of SETTINGS[kind]) holder.setAttribute(`data-${attribute}`, value);
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

  it('gives the exit its default destination when the destination is not a text', async () => {
    const exit = make('exit');
    for (const { name, value } of values) {
      if (typeof value === 'string' || typeof value === 'number') continue;
      Object.assign(exit, { href: value });
      await drawn(exit);
      expect(exit.shadowRoot?.querySelector('a')?.href, name).to.equal(DESTINATION);
    }
    page.expectQuiet('an exit without a text');
  });

  for (const kind of ['banner', 'signs', 'exit'] as const) {
    it(`gives the ${kind} no link that is neither of this site nor https:`, async () => {
      const element = await drawn(make(kind));
      for (const { name, value } of ADDRESSES) {
        element.setAttribute('href', value);
        await settled(element);
        const links = [...(element.shadowRoot?.querySelectorAll('a') ?? [])].map(({ href }) => href);
        const there = links.filter((href) => !href.startsWith('tel:'));
        // without a panel to lead to, they name the page that says whom to tell
        const own = kind === 'exit' ? DESTINATION : 'https://www.gov.uk/report-child-abuse';
        expect(there, name).to.deep.equal([own]);
      }
      page.expectQuiet('addresses');
    });
  }

  describe('warns the page’s author', () => {
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
      it(`in one line for ${attribute} of the ${kind}, which names the value that is used instead`, async () => {
        const warning = await once(kind, attribute, huge(start));
        expect(warning).to.include(`${attribute}="${start} yyy`).and.include(instead);
        expect(warning.length).to.be.below(400);
      });

      it(`for ${attribute} of the ${kind} without invisible characters`, async () => {
        const warning = await once(kind, attribute, `${start}\u202e\u0007\n\u2028say-something: all is well`);
        expect(warning).to.include(`${attribute}="${start}\ufffd\ufffd\ufffd\ufffdsay-something: all is`);
      });
    }

    it('in one line for a directory whose fields are all wrong', async () => {
      const panel = await drawn(make('report'));
      const names = Array.from({ length: 150 }, (_, i) => `${i}\u202e\n${'z'.repeat(100_000)}`);
      panel.directory = { ...hertfordshire, ...Object.fromEntries(names.map((name) => [name, 1])) };
      await panel.updateComplete;
      expect(page.said()).to.have.length(1);
      expect(page.said()[0]).to.include('the built-in directory stays').and.include(' and more');
      page.expectQuiet('a directory of wrong fields');
    });

    it('only if the page has a console', async () => {
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
          clean.expectAsEver('report', panel, `console.warn is ${String(broken)}`);
        } finally {
          console.warn = warn;
        }
        page.expectQuiet(`console.warn is ${String(broken)}`);
      }
    });
  });
});
