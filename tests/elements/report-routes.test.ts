import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import type { Audience } from '../../src/core/audiences.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import type { Answers, Channel, QuestionId } from '../../src/core/directory.js';
import { ANSWERS } from '../../src/core/directory.js';
import { digitsOf } from '../../src/core/numbers.js';
import { fingerprintOf } from '../../src/core/rejected-numbers.js';
import { routesFor, supportFor } from '../../src/core/routing.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import '../../src/index.js';
import { digits, number } from '../helpers/numbers.js';
import {
  all,
  answer,
  clear,
  get,
  NIGHT,
  nameOf,
  numbersIn,
  openQuestion,
  painted,
  panelWith,
  radio,
  restoreTime,
  routes,
  setTime,
  settled,
  shownText,
  support,
  textOf,
  treeOf,
} from '../helpers/panel.js';

/** A channel's value as it is printed. */
const readable = ({ type, value }: Channel): string =>
  type === 'web' || type === 'bsl' ? value.replace(/^https:\/\//, '').replace(/^([^/]+)\/$/, '$1') : value;

/** All words except the answers to the questions, because their labels name places too. */
const wordsBesideAnswers = (panel: Element): string => {
  let text = textOf(panel);
  for (const group of all(treeOf(panel), 'group')) text = text.replace(textOf(group), '');
  return text;
};

const QUESTIONS = Object.keys(ANSWERS) as readonly QuestionId[];
const names = (panel: Element): readonly string[] => routes(panel).map(({ name }) => name);

describe('the report panel, before any tap', () => {
  beforeEach(() => setTime(NIGHT));
  afterEach(restoreTime);

  it('offers 999 as a link exactly once', async () => {
    const panel = await panelWith();
    const links = all<HTMLAnchorElement>(treeOf(panel), 'link').filter((link) => link.href.includes('999'));
    expect(links.map((link) => `${nameOf(link)}: ${link.getAttribute('href')}`)).to.deep.equal([
      'Call 999: tel:999',
      // 999 BSL is a separate website, and it is folded
      'British Sign Language: 999 BSL, by video: https://999bsl.co.uk/',
    ]);
  });

  it('names the first three contacts, each with its number and opening state', async () => {
    const panel = await panelWith();
    expect(
      routes(panel)
        .slice(0, 3)
        .map(({ element }) => shownText(element).replaceAll('\n', ' / ')),
    ).to.deep.equal([
      `Hertfordshire Police / They look into child exploitation. / ${number('herts-police')} ask for the “Halo” team / Open day and night`,
      `Hertfordshire Children’s Services / For any worry about a child. / ${number('herts-childrens-services')} / Open day and night`,
      `Crimestoppers / They are not the police. You do not have to give your name. / ${number('crimestoppers')} / Open day and night`,
    ]);
  });

  it('fits 999, Childline and the first three numbers on the first screen of a phone', async () => {
    await setViewport({ width: 390, height: 844 });
    const panel = await panelWith();
    const top = panel.getBoundingClientRect().top;
    const reach = (text: string): number => {
      const link = all(treeOf(panel), 'link').find((one) => nameOf(one).endsWith(text));
      return (link?.getBoundingClientRect().bottom ?? Infinity) - top;
    };
    for (const id of ['police-999', 'childline', 'herts-police', 'herts-childrens-services', 'crimestoppers']) {
      expect(reach(number(id)), id).to.be.below(844);
    }
    await setViewport({ width: 800, height: 600 });
  });

  it('has no required question', async () => {
    const panel = await panelWith();
    const radios = all<HTMLInputElement>(treeOf(panel), 'radio');
    expect(radios.length).to.equal(16);
    expect(radios.filter((one) => one.required || one.checked || one.ariaRequired === 'true')).to.deep.equal([]);
  });

  it('shows the first three routes, and the questions right above them only to those who open them', async () => {
    const panel = await panelWith();
    const groups = all(treeOf(panel), 'group');
    const cards = routes(panel).map(({ element }) => element);
    expect(cards.filter((element) => element.checkVisibility())).to.deep.equal(cards.slice(0, 3));
    expect(groups.filter((element) => element.checkVisibility())).to.deep.equal([]);
    for (const group of groups)
      expect(group.compareDocumentPosition(cards[0] as Element)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    await openQuestion(panel, 'who');
    expect(groups.map((element) => element.checkVisibility())).to.deep.equal([true, false, false]);
  });

  it('leads to a council elsewhere in the row after the first routes', async () => {
    const panel = await panelWith();
    const row = routes(panel)[2]?.element.nextElementSibling as HTMLElement;
    expect(shownText(row)).to.equal('Somewhere else in England\nGOV.UK council finder');
    expect(all<HTMLAnchorElement>(row, 'link').map(({ href }) => href)).to.deep.equal([
      'https://www.gov.uk/report-child-abuse-to-local-council',
    ]);
  });

  it('has one number of support in sight, and the rest behind the disclosure', async () => {
    const panel = await panelWith();
    const text = shownText(panel);
    expect(text)
      .to.include(`Support for you: Samaritans\n${number('samaritans')}`)
      .and.include('More support (7)');
    expect(support(panel).length).to.equal(7);
    for (const { name, element } of support(panel)) {
      expect(element.checkVisibility(), name).to.equal(false);
      expect(text).to.not.include(name);
    }
  });

  it('says once how old its numbers are', async () => {
    const age = 'Numbers copied from public pages, 23 November 2026. Not yet confirmed by the services.';
    expect(
      shownText(await panelWith())
        .split('\n')
        .filter((line) => line === age),
    ).to.have.length(1);
  });

  /** The first contact for an audience, and whether the line for children is shown, which it is not on pages for staff. */
  const starts: Readonly<Record<Audience, readonly [first: string, forChildren: boolean]>> = {
    public: ['Hertfordshire Police', true],
    'young-person': ['Hertfordshire Police', true],
    parent: ['Hertfordshire Children’s Services', true],
    hotel: ['Hertfordshire Police', false],
    licensed: ['Hertfordshire Police', false],
    taxi: ['Hertfordshire Police', false],
    takeaway: ['Hertfordshire Police', false],
    school: ['Hertfordshire Children’s Services', true],
    professional: ['Hertfordshire Children’s Services', false],
  };
  it('starts with the first contact of its audience and shows the line for children, also when the audience changes', async () => {
    const panel = await panelWith();
    for (const audience of AUDIENCES) {
      panel.setAttribute('audience', audience);
      await settled(panel);
      const [first, forChildren] = starts[audience];
      expect(names(panel)[0], audience).to.equal(first);
      const line = `Under 19? You can talk to Childline\n${number('childline')}\nFree, any time`;
      expect(shownText(panel).split(line).length - 1, audience).to.equal(forChildren ? 1 : 0);
      expect(names(panel), 'the line for children is not a second time among the routes').to.not.include('Childline');
      if (!forChildren) expect(textOf(panel), audience).to.not.include(number('childline'));
    }
  });

  it('tells school staff to speak to their safeguarding lead first', async () => {
    const panel = await panelWith({ audience: 'school' });
    expect(shownText(panel)).to.include('Tell your safeguarding lead today.');
  });
});

describe('the report panel, with answers', () => {
  beforeEach(() => setTime(NIGHT));
  afterEach(restoreTime);

  /** Sets of answers with each answer at least once and each question left open once. tests/core has all 224 combinations. */
  const given: readonly Answers[] = [
    { who: 'under-19' },
    { who: 'under-19', where: 'online', name: 'anonymous' },
    { who: 'parent', where: 'wales', name: 'anonymous' },
    { who: 'business', where: 'local', name: 'give' },
    { who: 'professional', where: 'england' },
    { who: 'other', where: 'railway', name: 'not-sure' },
    { where: 'scotland-ni', name: 'give' },
    { who: 'not-sure', where: 'not-sure' },
  ];

  async function panelFor(answers: Answers): Promise<SaySomethingReport> {
    const panel = await panelWith();
    for (const question of QUESTIONS) {
      const id = answers[question];
      if (id) await answer(panel, question, id);
    }
    return panel;
  }
  const at = new Date(NIGHT);

  it('is tested with each answer at least once', () => {
    for (const question of QUESTIONS) {
      const tried = new Set(given.map((answers) => answers[question]));
      expect([...tried], question).to.have.members([undefined, ...ANSWERS[question]]);
    }
  });

  for (const answers of given) {
    it(`shows the routes and the support in order, with every channel, for ${JSON.stringify(answers)}`, async () => {
      const panel = await panelFor(answers);
      const [ways, help] = [routesFor(hertfordshire, answers, at), supportFor(hertfordshire, answers, at)];
      // Childline has a line of its own, and so has the finder for those who may be in the county.
      const elsewhere = answers.where && ['england', 'wales', 'scotland-ni'].includes(answers.where);
      const own = ['childline', ...(elsewhere ? [] : [hertfordshire.finder])];
      expect(names(panel)).to.deep.equal(
        ways.filter(({ contact }) => !own.includes(contact.id)).map(({ contact }) => contact.name),
      );
      // The first support that is there at any hour is in sight.
      const listener = help.find(({ channels }) => channels[0]?.state.kind === 'always')?.contact.name;
      expect(get(treeOf(panel), 'heading', `Support for you: ${listener}`).checkVisibility()).to.equal(true);
      expect(support(panel).map(({ name }) => name)).to.deep.equal(
        help.map(({ contact }) => contact.name).filter((name) => name !== listener),
      );
      const text = textOf(panel);
      const links = all<HTMLAnchorElement>(treeOf(panel), 'link').map(({ href }) => href);
      for (const { contact, channels } of [...ways, ...help]) {
        expect(text).to.include(contact.name);
        if (contact.id === hertfordshire.finder && !elsewhere) expect(links).to.include(channels[0]?.channel.value);
        else for (const { channel } of channels) expect(text).to.include(readable(channel));
      }
    });
  }

  it('offers 999 as a link once, calls numbers by their digits and shows no rejected number', async () => {
    const list = (await (await fetch('/scripts/directory/rejected-numbers.json')).json()) as readonly {
      readonly number: string;
    }[];
    const rejected = new Set(list.map(({ number }) => fingerprintOf(number)));
    const known = new Set(
      hertfordshire.contacts.flatMap(({ channels }) => channels).map(({ value }) => digitsOf(value)),
    );
    for (const answers of given) {
      const panel = await panelFor(answers);
      const links = all(treeOf(panel), 'link').map((link) => link.getAttribute('href') ?? '');
      expect(links.filter((href) => href === `tel:${digits('police-999')}`).length).to.equal(1);
      for (const href of links) {
        expect(href).to.match(/^(tel:\d+|mailto:[^?]+|https:\/\/[^ ]+)$/);
        if (href.startsWith('tel:')) expect(known.has(href.slice(4)), href).to.equal(true);
      }
      const numbers = [...numbersIn(textOf(panel)), ...links.flatMap(numbersIn)];
      expect(numbers.filter((number) => rejected.has(fingerprintOf(number)))).to.deep.equal([]);
    }
  });

  it('names Childline and what to say to a child, and no code word, vehicle or line for adults', async () => {
    for (const answers of given.filter(({ who }) => who === 'under-19')) {
      const text = textOf(await panelFor(answers));
      expect(text).to.include(number('childline')).and.include(en.whatChildrenCanSay);
      expect(text)
        .to.not.include('Halo')
        .and.not.include('NSPCC Helpline')
        .and.not.include(number('nspcc-helpline'))
        .and.not.match(/vehicle/i);
    }
  });

  it('tells everyone else what to have ready, including vehicles', async () => {
    expect(textOf(await panelFor({ who: 'parent' }))).to.include('Vehicles: number plate');
  });

  it('names no local contact outside the county', async () => {
    for (const where of ['england', 'wales', 'scotland-ni'] as const) {
      const words = wordsBesideAnswers(await panelFor({ who: 'business', where }));
      expect(words, where)
        .to.not.include('Halo')
        .and.not.include(number('herts-childrens-services'))
        .and.not.match(/hert(s|fordshire)/i);
    }
  });
});

describe('the report panel, when a question is answered', () => {
  beforeEach(() => setTime(NIGHT));
  afterEach(restoreTime);

  it('shows the same routes for any order of the answers', async () => {
    const given = [
      ['who', 'parent'],
      ['where', 'online'],
      ['name', 'anonymous'],
    ] as const;
    const results: string[][] = [];
    for (const order of [given, [...given].reverse()]) {
      const panel = await panelWith();
      for (const [question, id] of order) await answer(panel, question, id as 'parent');
      results.push([...names(panel)]);
    }
    expect(results[0]).to.deep.equal(results[1]);
  });

  it('shows the first list again when the answers are cleared', async () => {
    const panel = await panelWith({ audience: 'young-person' });
    const before = shownText(panel).replace(/^\d+ places to tell.*$/m, '');
    await answer(panel, 'who', 'business');
    await answer(panel, 'where', 'wales');
    await answer(panel, 'name', 'anonymous');
    expect(names(panel)[0]).to.equal('Crimestoppers');
    await clear(panel);
    expect(shownText(panel).replace(/^\d+ places to tell.*$/m, '')).to.equal(before);
  });

  it('marks the page’s own answers again when the answers are cleared', async () => {
    const panel = await panelWith({ audience: 'hotel' });
    await answer(panel, 'who', 'parent');
    await answer(panel, 'where', 'wales');
    await clear(panel);
    expect(
      all<HTMLInputElement>(treeOf(panel), 'radio')
        .filter(({ checked }) => checked)
        .map(nameOf),
    ).to.deep.equal(['At work in a hotel, pub, taxi or shop']);
  });

  it('lets a person change the page’s own answers', async () => {
    const panel = await panelWith({ audience: 'hotel' });
    await answer(panel, 'who', 'under-19');
    expect(names(panel)[0]).to.equal('Childline');
  });

  it('lets “not sure” replace the page’s own answer', async () => {
    const panel = await panelWith({ audience: 'parent' });
    await answer(panel, 'who', 'not-sure');
    expect(names(panel)[0]).to.equal('Hertfordshire Police');
  });

  /** Answers with the question in the middle of the screen, and returns how far the radio button moved in the window. */
  const shiftOf = async (panel: SaySomethingReport, question: QuestionId, words: string): Promise<number> => {
    await openQuestion(panel, question);
    const input = radio(panel, question, words);
    input.scrollIntoView({ block: 'center', behavior: 'instant' });
    await painted();
    const before = input.getBoundingClientRect().top;
    input.click();
    await settled(panel);
    await painted();
    return Math.abs(input.getBoundingClientRect().top - before);
  };

  const tall = (audience = 'public'): TemplateResult =>
    html`<div>
      <p>Above</p>
      <say-something-report audience=${audience}></say-something-report>
      <p>Below</p>
    </div>`;
  const changes = [
    ['public', 'who', 'I am under 19'],
    ['public', 'where', 'Online'],
    ['public', 'name', 'Stay anonymous'],
  ] as const;
  for (const [audience, question, words] of changes) {
    it(`keeps “${words}” at its place under the finger while the routes below change`, async () => {
      await setViewport({ width: 390, height: 844 });
      const wrapper = await fixture<HTMLElement>(tall(audience));
      wrapper.style.paddingBlock = '1000px';
      const panel = wrapper.querySelector('say-something-report') as SaySomethingReport;
      await settled(panel);
      const before = names(panel);
      const shift = await shiftOf(panel, question, words);
      expect(names(panel), 'the routes have changed').to.not.deep.equal(before);
      expect(shift).to.be.below(1.5);
    });
  }

  it('changes nothing above the questions but the words for a friend', async () => {
    const panel = await panelWith();
    const above = (): string => shownText(panel).split('Who to tell')[0] ?? '';
    const before = above();
    for (const [question, ids] of Object.entries(ANSWERS)) {
      for (const id of ids) {
        await answer(panel, question as QuestionId, id);
        const young = question === 'who' && id === 'under-19';
        expect(above(), id).to.equal(young ? before.replace(en.disclosure, en.friendDisclosure) : before);
      }
    }
  });

  for (const [what, style] of [
    ['', { paddingBlock: '1000px' }],
    [' in a scrolling box of the page', { blockSize: '500px', overflow: 'auto' }],
  ] as const) {
    it(`keeps an answer at its place under the finger${what} while a line above it becomes higher`, async () => {
      const box = await fixture<HTMLElement>(tall());
      Object.assign(box.style, style);
      // without the browser's own anchoring, which some browsers and pages do not have
      for (const one of [box, document.documentElement]) one.style.setProperty('overflow-anchor', 'none');
      const panel = box.querySelector('say-something-report') as SaySomethingReport;
      await settled(panel);
      await openQuestion(panel, 'who');
      // the words for a friend have another length, so at some widths they need another number of lines
      const heights = (): readonly number[] =>
        WIDTHS.map((width) => {
          panel.style.inlineSize = `${width}px`;
          return heightAbove(panel);
        });
      await answer(panel, 'who', 'other');
      const adult = heights();
      await answer(panel, 'who', 'under-19');
      const at = heights().findIndex((height, i) => Math.abs(height - (adult[i] ?? 0)) > 5);
      expect(at, 'a width at which the height changes').to.be.at.least(0);
      panel.style.inlineSize = `${WIDTHS[at]}px`;
      await answer(panel, 'who', 'other');
      expect(await shiftOf(panel, 'who', 'I am under 19')).to.be.below(1.5);
    });
  }

  after(() => {
    document.documentElement.style.removeProperty('overflow-anchor');
    return setViewport({ width: 800, height: 600 });
  });

  const WIDTHS = Array.from({ length: 60 }, (_, i) => 260 + 5 * i);
  const heightAbove = (panel: Element): number =>
    (all(treeOf(panel), 'group')[0] as Element).getBoundingClientRect().top - panel.getBoundingClientRect().top;
});
