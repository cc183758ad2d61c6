import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { Directory } from '../../src/core/directory.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import type { SaySomethingReport } from '../../src/elements/say-something-report.js';
import '../../src/index.js';
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

const OWN = '/tests/elements/fixtures/own-directory.json';

/** The real directory with an edit, as an object of the page's own. */
function edited(edit: (directory: { [key: string]: never } & Directory) => unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(hertfordshire));
  edit(copy as { [key: string]: never } & Directory);
  return copy;
}

const first = (panel: Element): string => routes(panel)[0]?.name ?? '';
const builtIn = 'Hertfordshire Police';

/** A panel that is as good as if nothing had been set. */
function expectBuiltIn(panel: Element): void {
  expect(first(panel)).to.equal(builtIn);
  expect(get(treeOf(panel), 'link', 'Call 999').getAttribute('href')).to.equal('tel:999');
}

describe('the report panel, given something wrong', () => {
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

  it('takes an unknown audience as the public, and says so once', async () => {
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

  for (const audience of [
    'Hotel',
    'hotel school',
    'constructor',
    '__proto__',
    'toString',
    '<b>',
    'x'.repeat(100_000),
  ]) {
    it(`takes the audience “${audience.slice(0, 20)}” as the public`, async () => {
      const said = await warningsOf(async () => expectBuiltIn(await panelWith({ audience })));
      expect(said.length).to.equal(1);
      expect(said[0]).to.include('audience="').and.include('professional');
      expect(said[0]?.length).to.be.below(300);
    });
  }

  for (const audience of ['', ' ', '  hotel\n']) {
    it(`reads the audience ${JSON.stringify(audience)} without a word`, async () => {
      const said = await warningsOf(async () => {
        const panel = await panelWith({ audience });
        expectBuiltIn(panel);
        expect(textOf(panel).includes('Under 19?')).to.equal(!audience.trim());
      });
      expect(said).to.deep.equal([]);
    });
  }

  for (const level of ['0', '7', 'abc', '', '-1', '2.5', '1e0', '٣']) {
    it(`takes the heading level “${level}” as 2, and says so once`, async () => {
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
    it(`lets its inner headings follow the heading level ${level.trim()}`, async () => {
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

  it('says each thing once for a hundred panels', async () => {
    const said = await warningsOf(async () => {
      const wrapper = await panelWith();
      const panels = Array.from({ length: 100 }, () => {
        const panel = document.createElement('say-something-report');
        panel.setAttribute('audience', 'hundred');
        panel.setAttribute('heading-level', 'hundred');
        panel.directory = { hundred: true };
        return panel;
      });
      wrapper.after(...panels);
      await Promise.all(panels.map(settled));
      expect(new Set(panels.map(first)).size).to.equal(1);
      expectBuiltIn(panels[99] as Element);
      for (const panel of panels) panel.remove();
    });
    expect(said.length).to.equal(3);
  });

  const cyclic: { [key: string]: unknown } = { area: {} };
  cyclic['self'] = cyclic;
  const junk: readonly (readonly [string, unknown])[] = [
    ['an empty object', {}],
    ['an array', []],
    ['a number', 7],
    ['true', true],
    ['a function', () => hertfordshire],
    ['a symbol', Symbol('directory')],
    ['a big number', 10n],
    ['a date', new Date(0)],
    ['an element', document.createElement('form')],
    ['the window', window],
    [
      'a getter that throws',
      {
        get area(): never {
          throw new Error('no');
        },
      },
    ],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('no');
          },
        },
      ),
    ],
    ['an object in itself', cyclic],
    ['keys of the prototype', JSON.parse('{"__proto__": {"area": 1}, "constructor": {}}')],
    ['no 999', edited((draft) => Object.assign(draft, { emergency: 'childline' }))],
    [
      'a number that was rejected',
      edited((draft) => Object.assign(draft.contacts[3]?.channels[0] as object, { value: '0300 123 4042' })),
    ],
    [
      'a link that runs script',
      edited((draft) => Object.assign(draft.contacts[4]?.channels[0] as object, { value: 'javascript:alert(1)' })),
    ],
    ['a route to nobody', edited((draft) => Object.assign(draft.routes[0] as object, { contacts: ['nobody'] }))],
  ];
  for (const [what, directory] of junk) {
    it(`keeps the built-in directory when it is given ${what}`, async () => {
      const said = await warningsOf(async () => {
        const panel = await panelWith();
        panel.directory = directory;
        await settled(panel);
        expectBuiltIn(panel);
        expect(numbersIn(textOf(panel)))
          .to.include('03001234043')
          .and.not.include('03001234042');
      });
      // two of these may be wrong in the same way, and the same thing is said once
      expect(said.length).to.be.below(2);
      for (const words of said) {
        expect(words).to.include('the directory property is not used; the built-in directory stays. Wrong in it: ');
      }
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

  it('asks for nothing when a framework writes an object into the attribute, and says what to do', async () => {
    const asked: unknown[] = [];
    const { fetch } = globalThis;
    globalThis.fetch = (...what) => (asked.push(what[0]), fetch(...what));
    try {
      const said = await warningsOf(async () => {
        const panel = await panelWith({ directory: '[object Object]' });
        await aTimeout(50);
        expectBuiltIn(panel);
      });
      expect(said).to.deep.equal([
        'say-something: an object does not fit into directory="…"; set the property instead.',
      ]);
      expect(asked).to.deep.equal([]);
    } finally {
      globalThis.fetch = fetch;
    }
  });

  for (const [text, there] of [
    ['', false],
    ['no', false],
    ['false', true],
  ] as const) {
    it(`${there ? 'keeps' : 'leaves out'} the exit where a framework writes no-exit="${text}"`, async () => {
      const panel = await panelWith({ 'no-exit': text });
      expect(all(treeOf(panel), 'link').some((link) => nameOf(link) === en.exit.leave)).to.equal(there);
    });
  }

  for (const nothing of [null, undefined, '', ' ']) {
    it(`reads the directory ${JSON.stringify(nothing) ?? 'undefined'} as none, without a word`, async () => {
      const said = await warningsOf(async () => {
        const panel = await panelWith();
        panel.directory = nothing;
        await settled(panel);
        expectBuiltIn(panel);
      });
      expect(said).to.deep.equal([]);
    });
  }

  const addresses: readonly (readonly [string, string])[] = [
    ['is not there', '/tests/elements/fixtures/not-there.json'],
    ['is not JSON', '/LICENSE'],
    ['is JSON of something else', '/package.json'],
    ['is no address', 'http://['],
    ['cannot be reached', 'https://localhost:9/directory.json'],
    ['is not kept from listeners', 'http://example.org/directory.json'],
    ['holds its own data', 'data:application/json,{}'],
    ['runs script', 'javascript:alert(1)'],
  ];
  for (const [what, address] of addresses) {
    it(`keeps the built-in directory when an address ${what}, and says so once`, async () => {
      const said = await warningsOf(async (heard) => {
        const panel = await panelWith({ directory: address });
        expectBuiltIn(panel);
        // a busy machine takes its time to find out that nobody answers
        for (let tries = 0; tries < 400 && !heard.length; tries++) await aTimeout(25);
        await aTimeout(50);
        await settled(panel);
        expectBuiltIn(panel);
      });
      expect(said.length).to.equal(1);
      expect(said[0]).to.include(`directory="${address}" is not used; the built-in directory stays.`);
    });
  }

  const objects: readonly (readonly [string, unknown])[] = [
    ['null', null],
    ['undefined', undefined],
    ['a number', 7],
    ['a list', ['hotel', 'school']],
    ['a symbol', Symbol('hotel')],
    ['an object without a text', Object.create(null)],
  ];
  for (const [what, value] of objects) {
    it(`takes ${what} for an audience and a heading level as if they were left out`, async () => {
      await warningsOf(async () => {
        const panel = await panelWith();
        Object.assign(panel, { audience: value, headingLevel: value });
        await settled(panel);
        expectBuiltIn(panel);
        expect(all(treeOf(panel), 'heading')[0]?.getAttribute('aria-level')).to.equal('2');
      });
    });
  }
});

describe('the report panel, with a directory of the page’s own', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(restoreTime);

  const own = async (): Promise<unknown> => (await fetch(OWN)).json();
  const shown = (panel: SaySomethingReport): Promise<void> =>
    waitUntil(() => first(panel) !== builtIn, 'the directory was not taken');

  it('reads it from an address, with the built-in one until it is here', async () => {
    const said = await warningsOf(async () => {
      const panel = await panelWith({ directory: OWN });
      expectBuiltIn(panel);
      await shown(panel);
      expect(routes(panel).map(({ name }) => name)).to.deep.equal(['Testshire Children’s Services', 'Finder']);
      expect(get(treeOf(panel), 'link', '01632 960 001').getAttribute('href')).to.equal('tel:01632960001');
    });
    expect(said).to.deep.equal([]);
  });

  it('reads an address as one relative to the page', async () => {
    const relative = new URL(OWN, location.href).href.replace(location.origin, location.origin);
    const panel = await panelWith({ directory: ` ${relative}\n` });
    await shown(panel);
    expect(first(panel)).to.equal('Testshire Children’s Services');
  });

  it('takes it as an object', async () => {
    const panel = await panelWith();
    panel.directory = await own();
    await settled(panel);
    expect(first(panel)).to.equal('Testshire Children’s Services');
  });

  it('asks only what it asks', async () => {
    const panel = await panelWith();
    panel.directory = await own();
    await settled(panel);
    expect(all(treeOf(panel), 'group').map(nameOf)).to.deep.equal(['Who are you?']);
  });

  it('goes back to the built-in one when it is taken away', async () => {
    const panel = await panelWith();
    panel.directory = await own();
    await settled(panel);
    panel.directory = undefined;
    await settled(panel);
    expectBuiltIn(panel);
  });

  it('goes back to the built-in one when a bad one follows', async () => {
    await warningsOf(async () => {
      const panel = await panelWith();
      panel.directory = await own();
      await settled(panel);
      panel.directory = { bad: 'after good' };
      await settled(panel);
      expectBuiltIn(panel);
    });
  });

  it('does not let an address that answers late take the place of what came after it', async () => {
    const panel = await panelWith({ directory: `${OWN}?late` });
    panel.directory = undefined;
    await aTimeout(200);
    await settled(panel);
    expectBuiltIn(panel);
  });

  it('cannot be changed behind its back once it is checked', async () => {
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
