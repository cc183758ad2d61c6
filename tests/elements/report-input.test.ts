import { expect, fixture, html } from '@open-wc/testing';
import type { Directory } from '../../src/core/directory.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import '../../src/index.js';
import { digits } from '../helpers/numbers.js';
import {
  all,
  get,
  nameOf,
  numbersIn,
  OPEN,
  panelWith,
  restoreTime,
  routes,
  setTime,
  settled,
  textOf,
  treeOf,
  warningsOf,
} from '../helpers/panel.js';
import { until } from '../helpers/until.js';

const OWN = '/tests/elements/fixtures/own-directory.json';

/** The real directory with an edit, as an object of the page. */
function edited(edit: (directory: { [key: string]: never } & Directory) => unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(hertfordshire));
  edit(copy as { [key: string]: never } & Directory);
  return copy;
}

const first = (panel: Element): string => routes(panel)[0]?.name ?? '';
const builtIn = 'Hertfordshire Police';

/** Expects a panel like one without settings. */
function expectBuiltIn(panel: Element): void {
  expect(first(panel)).to.equal(builtIn);
  expect(get(treeOf(panel), 'link', 'Call 999').getAttribute('href')).to.equal('tel:999');
}

describe('the report panel with wrong settings', () => {
  const thrown: string[] = [];
  const note = (event: ErrorEvent | PromiseRejectionEvent): void =>
    void thrown.push(event instanceof ErrorEvent ? event.message : String(event.reason));

  before(() => {
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
  });
  beforeEach(() => {
    thrown.length = 0;
    setTime(OPEN);
  });
  afterEach(() => {
    restoreTime();
    expect(thrown, 'thrown at the page').to.deep.equal([]);
  });
  after(() => {
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
  });

  it('uses the public audience for an unknown one and warns once', async () => {
    const said = await warningsOf(async () => {
      const panel = await panelWith({ audience: 'pirates' });
      expectBuiltIn(panel);
      expect(textOf(panel)).to.include('Under 19?');
      panel.requestUpdate();
      await settled(panel);
    });
    expect(said).to.deep.equal([
      'say-something: audience="pirates" is not known, so "public" is used. Known: public, young-person, parent, hotel, licensed, taxi, takeaway, school, professional.',
    ]);
  });

  for (const audience of ['', ' ', '  hotel\n']) {
    it(`accepts the audience ${JSON.stringify(audience)} without a warning`, async () => {
      const said = await warningsOf(async () => {
        const panel = await panelWith({ audience });
        expectBuiltIn(panel);
        expect(textOf(panel).includes('Under 19?')).to.equal(!audience.trim());
      });
      expect(said).to.deep.equal([]);
    });
  }

  for (const level of ['0', '7', '', '2.5', '٣']) {
    it(`uses heading level 2 for “${level}” and warns once`, async () => {
      const said = await warningsOf(async () => {
        const panel = await panelWith({ 'heading-level': level });
        const [title] = all(treeOf(panel), 'heading');
        expect(title?.ariaLevel ?? title?.getAttribute('aria-level')).to.equal('2');
        panel.requestUpdate();
        await settled(panel);
      });
      expect(said).to.deep.equal([
        `say-something: heading-level="${level}" is not a number from 1 to 6, so 2 is used.`,
      ]);
    });
  }

  for (const [level, inner, cards] of [
    ['1', '2', '3'],
    ['3', '4', '5'],
    [' 4 ', '5', '6'],
    ['6', '6', '6'],
  ] as const) {
    it(`sets its inner headings one level below ${level.trim()}`, async () => {
      const said = await warningsOf(async () => {
        const panel = await panelWith({ 'heading-level': level });
        const levelOf = (name: string): string | null => get(treeOf(panel), 'heading', name).getAttribute('aria-level');
        expect([levelOf('Worried about a child?'), levelOf('Who to tell'), levelOf(builtIn)]).to.deep.equal([
          level.trim(),
          inner,
          cards,
        ]);
      });
      expect(said).to.deep.equal([]);
    });
  }

  it('warns once of each problem for ten panels', async () => {
    const said = await warningsOf(async () => {
      const wrapper = await panelWith();
      const panels = Array.from({ length: 10 }, () => {
        const panel = document.createElement('say-something-report');
        panel.setAttribute('audience', 'ten');
        panel.setAttribute('heading-level', 'ten');
        panel.directory = { ten: true };
        return panel;
      });
      wrapper.after(...panels);
      await Promise.all(panels.map(settled));
      for (const panel of panels) {
        expectBuiltIn(panel);
        panel.remove();
      }
    });
    expect(said.length).to.equal(3);
  });

  // tests/core tests the check of directories, so these tests only show that the panel uses it
  const junk: readonly (readonly [string, unknown])[] = [
    ['an empty object', {}],
    [
      'a getter that throws',
      {
        get area(): never {
          throw new Error('no');
        },
      },
    ],
    [
      'a number that was rejected',
      edited((draft) => Object.assign(draft.contacts[3]?.channels[0] as object, { value: '0300 123 4042' })),
    ],
  ];
  for (const [what, directory] of junk) {
    it(`keeps the built-in directory when it is given ${what}`, async () => {
      const said = await warningsOf(async () => {
        const panel = await panelWith();
        panel.directory = directory;
        await settled(panel);
        expectBuiltIn(panel);
        expect(numbersIn(textOf(panel)))
          .to.include(digits('herts-childrens-services'))
          .and.not.include('03001234042');
      });
      expect(said.length).to.equal(1);
      expect(said[0]).to.include('the directory property is not used; the built-in directory stays. Wrong in it: ');
    });
  }

  it('lists every problem of a directory in one warning', async () => {
    const said = await warningsOf(async () => {
      const panel = await panelWith();
      panel.directory = edited((draft) => {
        Object.assign(draft, { staleAfter: 0 });
        Object.assign(draft.contacts[6]?.channels[0] as object, { free: 'yes' });
      });
      await settled(panel);
    });
    expect(said.length).to.equal(1);
    expect(said[0]).to.include('directory staleAfter (count); childline channels[0].free (type)');
  });

  it('requests nothing when a framework writes an object into the attribute, and says what to do', async () => {
    const asked: string[] = [];
    const { fetch } = globalThis;
    globalThis.fetch = (...what) => (asked.push(what[0] as string), fetch(...what));
    try {
      const said = await warningsOf(async () => {
        const panel = await panelWith({ directory: '[object Object]' });
        expectBuiltIn(panel);
        // only the address that is set afterwards is requested
        panel.setAttribute('directory', `${OWN}?afterwards`);
        await until(() => first(panel) !== builtIn, 'the directory is not used');
      });
      expect(said).to.deep.equal([
        'say-something: an object does not fit into directory="…"; set the property instead.',
      ]);
      expect(asked.map((address) => new URL(address, location.href).pathname)).to.deep.equal([OWN]);
    } finally {
      globalThis.fetch = fetch;
    }
  });

  for (const [text, there] of [
    ['', false],
    ['no', false],
    ['false', true],
  ] as const) {
    it(`${there ? 'keeps' : 'leaves out'} the exit when a framework writes no-exit="${text}"`, async () => {
      const panel = await panelWith({ 'no-exit': text });
      expect(all(treeOf(panel), 'link').some((link) => nameOf(link) === en.exit.leave)).to.equal(there);
    });
  }

  for (const nothing of [null, undefined, '', ' ']) {
    it(`ignores the directory ${JSON.stringify(nothing) ?? 'undefined'} without a warning`, async () => {
      const said = await warningsOf(async () => {
        const panel = await panelWith();
        panel.directory = nothing;
        await settled(panel);
        expectBuiltIn(panel);
      });
      expect(said).to.deep.equal([]);
    });
  }

  // address.test.ts tests other answers without a server
  it('keeps the built-in directory when an address has no file, and warns once', async () => {
    const address = '/tests/elements/fixtures/not-there.json';
    const said = await warningsOf(async (heard) => {
      const panel = await panelWith({ directory: address });
      expectBuiltIn(panel);
      await until(() => heard.length, 'there was no warning');
      await settled(panel);
      expectBuiltIn(panel);
    });
    expect(said.length).to.equal(1);
    expect(said[0]).to.include(`directory="${address}" is not used; the built-in directory stays.`);
  });
});

describe('the report panel with the page’s own directory', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(restoreTime);

  const own = async (): Promise<unknown> => (await fetch(OWN)).json();
  const shown = (panel: SaySomethingReport): Promise<void> =>
    until(() => first(panel) !== builtIn, 'the directory is not used');

  it('reads it from an address and shows the built-in one until then', async () => {
    const said = await warningsOf(async () => {
      const page = await fixture<HTMLElement>(html`<div></div>`);
      const panel = document.createElement('say-something-report');
      panel.setAttribute('directory', ` ${OWN}\n`);
      page.append(panel);
      await panel.updateComplete;
      expectBuiltIn(panel);
      await shown(panel);
      expect(routes(panel).map(({ name }) => name)).to.deep.equal(['Testshire Children’s Services']);
      expect(get<HTMLAnchorElement>(treeOf(panel), 'link', 'Finder').checkVisibility()).to.equal(true);
      expect(get(treeOf(panel), 'link', '01632\u00a0960\u00a0001').getAttribute('href')).to.equal('tel:01632960001');
    });
    expect(said).to.deep.equal([]);
  });

  it('accepts it as an object', async () => {
    const panel = await panelWith();
    panel.directory = await own();
    await settled(panel);
    expect(first(panel)).to.equal('Testshire Children’s Services');
  });

  it('shows only the questions of the directory', async () => {
    const panel = await panelWith();
    panel.directory = await own();
    await settled(panel);
    expect(all(treeOf(panel), 'group').map(nameOf)).to.deep.equal(['Who are you?']);
  });

  it('uses the built-in one again when it is removed', async () => {
    const panel = await panelWith();
    panel.directory = await own();
    await settled(panel);
    panel.directory = undefined;
    await settled(panel);
    expectBuiltIn(panel);
  });

  it('uses the built-in one again when an invalid one follows', async () => {
    await warningsOf(async () => {
      const panel = await panelWith();
      panel.directory = await own();
      await settled(panel);
      panel.directory = { bad: 'after good' };
      await settled(panel);
      expectBuiltIn(panel);
    });
  });

  it('does not change when the page changes the object afterwards', async () => {
    const mine = (await own()) as { contacts: { name: string }[] };
    const panel = await panelWith();
    panel.directory = mine;
    await settled(panel);
    for (const contact of mine.contacts) contact.name = 'Changed';
    panel.requestUpdate();
    await settled(panel);
    expect(textOf(panel)).to.not.include('Changed');
  });

  it('fetches one address once for many panels', async () => {
    const address = `${OWN}?once`;
    const panels = await Promise.all([1, 2, 3].map(() => panelWith({ directory: address })));
    await Promise.all(panels.map(shown));
    expect(performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(address)).length).to.equal(1);
  });
});
