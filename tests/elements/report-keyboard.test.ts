import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import '../../src/index.js';
import { press as pressKeys, release } from '../helpers/keyboard.js';
import { digits, number } from '../helpers/numbers.js';
import {
  all,
  focusables,
  focused,
  fold,
  get,
  nameOf,
  NIGHT,
  restoreTime,
  routes,
  setTime,
  settled,
  shownText,
  textOf,
  treeOf,
  unfoldAll,
} from '../helpers/panel.js';
import { until } from '../helpers/until.js';

/** A panel between two focusable elements of the page. The first has the focus. */
async function panelInPage(): Promise<SaySomethingReport> {
  const page = await fixture<HTMLElement>(
    html`<div><button>Before</button><say-something-report></say-something-report><button>After</button></div>`,
  );
  const panel = page.querySelector('say-something-report') as SaySomethingReport;
  await settled(panel);
  page.querySelector('button')?.focus();
  return panel;
}

const press = async (panel: SaySomethingReport, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    const back = key === 'Shift+Tab';
    if (back) await sendKeys({ down: 'Shift' });
    await pressKeys([back ? 'Tab' : key]);
    if (back) await release('Shift');
  }
  await settled(panel);
};

/** Presses Tab until an element with this name has the focus. */
async function tabTo(panel: SaySomethingReport, name: string): Promise<HTMLElement> {
  for (let tries = 0; tries < 60; tries++) {
    await pressKeys(['Tab']);
    const element = focused();
    if (element && nameOf(element) === name) return element;
    if (element?.textContent === 'After') break;
  }
  throw new Error(`Tab reaches no element named "${name}"; the panel's text is ${textOf(panel)}`);
}

const row = (id: string, name: string): readonly string[] => [number(id), `${name} Open day and night`];
const START = [
  'Leave this page',
  'Call 999',
  'Cannot talk? Other ways to reach 999',
  number('childline'),
  'Childline Free, any time',
  'Find the best for you',
  ...row('herts-police', 'Hertfordshire Police'),
  ...row('herts-childrens-services', 'Hertfordshire Children’s Services'),
  ...row('crimestoppers', 'Crimestoppers'),
  'GOV.UK council finder',
  'More people to tell (2)',
  'What to say, and what happens next',
  number('samaritans'),
  'More support (7)',
];

/** The names of everything that Tab reaches. */
async function walk(): Promise<readonly string[]> {
  const walked: string[] = [];
  const faint: string[] = [];
  for (let step = 0; step < 150; step++) {
    await pressKeys(['Tab']);
    const element = focused() as HTMLElement;
    if (element.textContent === 'After') break;
    walked.push(nameOf(element));
    // the outline of an answer is around the button and its words
    const { outlineStyle, outlineWidth } = getComputedStyle(element.closest('label') ?? element);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) faint.push(nameOf(element));
  }
  expect(faint, 'without a visible focus').to.deep.equal([]);
  return walked;
}

/** Opens the questions with the keys, and puts the focus on the first answer. */
async function toQuestions(panel: SaySomethingReport): Promise<void> {
  await tabTo(panel, 'Find the best for you');
  await press(panel, 'Enter');
  await tabTo(panel, 'I am under 19');
}

describe('the report panel with only the keyboard', () => {
  beforeEach(() => setTime(NIGHT));
  afterEach(restoreTime);

  it('lets Tab go through it in reading order and leave it at its end', async () => {
    await panelInPage();
    expect(await walk()).to.deep.equal(START);
  });

  it('lets Tab go through everything that is open, in reading order', async () => {
    const panel = await panelInPage();
    await unfoldAll(panel);
    (panel.previousElementSibling as HTMLElement).focus();
    const radios = all(treeOf(panel), 'radio').filter((one) => one.checkVisibility());
    // one Tab reaches a question and leaves it
    const wanted = focusables(panel).filter((one) => one.checkVisibility() && !radios.slice(1).includes(one));
    expect(wanted.length).to.be.above(50);
    expect(await walk()).to.deep.equal(wanted.map(nameOf));
  });

  it('lets Shift and Tab go back through it', async () => {
    const panel = await panelInPage();
    await tabTo(panel, number('childline'));
    await press(panel, 'Shift+Tab');
    expect(nameOf(focused() as HTMLElement)).to.equal('Cannot talk? Other ways to reach 999');
  });

  it('takes an answer with the arrow keys and keeps the focus on it', async () => {
    const panel = await panelInPage();
    await toQuestions(panel);
    await press(panel, 'ArrowDown');
    expect(nameOf(focused() as HTMLElement)).to.equal('Parent or carer');
    expect((focused() as HTMLInputElement).checked).to.equal(true);
    expect(routes(panel)[0]?.name).to.equal('Hertfordshire Children’s Services');
    await press(panel, 'ArrowUp');
    expect(nameOf(focused() as HTMLElement)).to.equal('I am under 19');
    expect(routes(panel)[0]?.name).to.equal('Hertfordshire Police');
  });

  it('moves the focus to the chosen answer when Tab returns to a question', async () => {
    const panel = await panelInPage();
    await toQuestions(panel);
    await press(panel, 'ArrowDown', 'ArrowDown');
    await press(panel, 'Tab', 'Shift+Tab');
    expect(nameOf(focused() as HTMLElement)).to.equal('At work in a hotel, pub, taxi or shop');
  });

  for (const [key, name] of [
    ['Enter', 'Enter'],
    [' ', 'the space bar'],
  ] as const) {
    it(`unfolds and folds a card with ${name}`, async () => {
      const panel = await panelInPage();
      await tabTo(panel, number('herts-police'));
      await press(panel, 'Tab', key);
      const [card] = routes(panel);
      const isOpen = (): boolean => fold(card?.element as Element).open;
      await until(isOpen, 'it stays folded');
      expect(shownText(card?.element as Element)).to.include('They may ask your name.');
      await press(panel, key);
      await until(() => !isOpen(), 'it stays unfolded');
    });
  }

  it('reaches the unfolded content next', async () => {
    const panel = await panelInPage();
    await tabTo(panel, number('herts-police'));
    await press(panel, 'Tab', 'Enter', 'Tab');
    expect(nameOf(focused() as HTMLElement)).to.equal('Report online Hertfordshire Police');
  });

  it('opens one question at a time and keeps the focus on its line, which says the answer', async () => {
    const panel = await panelInPage();
    await toQuestions(panel);
    await press(panel, 'ArrowDown');
    await tabTo(panel, 'Where is it happening? Not said');
    await press(panel, 'Enter');
    const shown = (question: string): boolean => get(treeOf(panel), 'group', question).checkVisibility();
    await until(() => shown('Where is it happening?'), 'the question stays closed');
    expect(nameOf(focused() as HTMLElement)).to.equal('Where is it happening? Not said');
    expect(shown('Who are you?')).to.equal(false);
    expect(shownText(panel)).to.include('Who are you? Parent or carer');
  });

  it('keeps the focus when the answers are cleared', async () => {
    const panel = await panelInPage();
    await toQuestions(panel);
    await press(panel, 'ArrowDown');
    await tabTo(panel, 'Clear my answers');
    await press(panel, 'Enter');
    expect(nameOf(focused() as HTMLElement)).to.equal('Clear my answers');
    expect(all<HTMLInputElement>(treeOf(panel), 'radio').filter(({ checked }) => checked)).to.deep.equal([]);
  });

  it('needs no mouse from start to finish', async () => {
    const panel = await panelInPage();
    await toQuestions(panel);
    await press(panel, 'ArrowDown', 'ArrowDown');
    await tabTo(panel, 'Where is it happening? Not said');
    await press(panel, 'Enter');
    await tabTo(panel, 'Hertfordshire');
    await press(panel, ' ');
    await tabTo(panel, 'Your name? Not said');
    await press(panel, 'Enter');
    await tabTo(panel, 'Fine to give it');
    await press(panel, 'ArrowDown');
    // after the answers comes the first route
    await tabTo(panel, 'Clear my answers');
    await press(panel, 'Tab');
    const link = focused() as HTMLAnchorElement;
    expect(link.getAttribute('href')).to.equal(`tel:${digits('crimestoppers')}`);
    expect(link.closest('li')).to.equal(routes(panel)[0]?.element);
    expect(get(treeOf(panel), 'radio', 'Stay anonymous')).to.have.property('checked', true);
  });
});
