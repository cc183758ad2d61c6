import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import '../../src/index.js';
import { press as pressKeys, release } from '../helpers/keyboard.js';
import { digits, number } from '../helpers/numbers.js';
import {
  all,
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

const card = (way: string, name: string): readonly string[] => [...(way ? [way] : []), `More about this ${name}`];
const START = [
  'Call 999',
  'Cannot talk? Other ways to reach 999',
  number('childline'),
  ...card(number('herts-police'), 'Hertfordshire Police'),
  ...card(number('herts-childrens-services'), 'Hertfordshire Children’s Services'),
  ...card(number('crimestoppers'), 'Crimestoppers'),
  'Leave this page',
  'I am under 19',
  'Hertfordshire',
  'Fine to give it',
  'Go to the first',
  'Clear my answers',
  // closed contacts are last
  ...card('Open the finder GOV.UK council finder', 'GOV.UK council finder'),
  ...card(number('modern-slavery-helpline'), 'Modern Slavery & Exploitation Helpline'),
  ...card(number('nspcc-helpline'), 'NSPCC Helpline'),
  // support
  ...card(number('samaritans'), 'Samaritans'),
  ...card('', 'Shout'),
  ...card(number('victim-support'), 'Victim Support'),
  ...card('Read more Beacon', 'Beacon'),
  ...card('Open the finder Sexual assault referral centres', 'Sexual assault referral centres'),
  ...card(number('rape-crisis-247'), '24/7 Rape and Sexual Abuse Support Line'),
  ...card(number('stop-it-now'), 'Stop It Now'),
  ...card('Read more Ivison Trust', 'Ivison Trust'),
];

describe('the report panel with only the keyboard', () => {
  beforeEach(() => setTime(NIGHT));
  afterEach(restoreTime);

  it('lets Tab go through it in reading order and leave it at its end', async () => {
    await panelInPage();
    const walked: string[] = [];
    const faint: string[] = [];
    for (let step = 0; step < 80; step++) {
      await pressKeys(['Tab']);
      const element = focused() as HTMLElement;
      if (element.textContent === 'After') break;
      walked.push(nameOf(element));
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) faint.push(nameOf(element));
    }
    expect(walked).to.deep.equal(START);
    expect(faint, 'without a visible focus').to.deep.equal([]);
  });

  it('lets Shift and Tab go back through it', async () => {
    const panel = await panelInPage();
    await tabTo(panel, number('childline'));
    await press(panel, 'Shift+Tab');
    expect(nameOf(focused() as HTMLElement)).to.equal('Cannot talk? Other ways to reach 999');
  });

  it('takes an answer with the arrow keys and keeps the focus on it', async () => {
    const panel = await panelInPage();
    await tabTo(panel, 'I am under 19');
    await press(panel, 'ArrowDown');
    expect(nameOf(focused() as HTMLElement)).to.equal('Parent or carer');
    expect((focused() as HTMLInputElement).checked).to.equal(true);
    expect(routes(panel)[0]?.name).to.equal('Hertfordshire Children’s Services');
    await press(panel, 'ArrowUp');
    expect(nameOf(focused() as HTMLElement)).to.equal('I am under 19');
    expect(routes(panel)[0]?.name).to.equal('Childline');
  });

  it('moves the focus to the chosen answer when Tab returns to a question', async () => {
    const panel = await panelInPage();
    await tabTo(panel, 'I am under 19');
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

  it('moves the focus to the first route with its button and adds no history entry', async () => {
    const panel = await panelInPage();
    await tabTo(panel, 'Go to the first');
    const { length } = history;
    const { href } = location;
    await press(panel, 'Enter');
    expect(nameOf(focused() as HTMLElement)).to.equal('Who to tell');
    const { outlineStyle, outlineWidth } = getComputedStyle(focused() as HTMLElement);
    expect(outlineStyle).to.not.equal('none');
    expect(parseFloat(outlineWidth)).to.be.at.least(2);
    expect(history.length).to.equal(length);
    expect(location.href).to.equal(href);
    const box = (): DOMRect => (focused() as HTMLElement).getBoundingClientRect();
    await until(() => box().top >= -1 && box().bottom <= innerHeight + 1, 'the heading is not on screen');
    await press(panel, 'Tab');
    expect(nameOf(focused() as HTMLElement)).to.equal(number('herts-police'));
  });

  it('keeps the focus when the answers are cleared', async () => {
    const panel = await panelInPage();
    await tabTo(panel, 'I am under 19');
    await press(panel, 'ArrowDown');
    await tabTo(panel, 'Clear my answers');
    await press(panel, 'Enter');
    expect(nameOf(focused() as HTMLElement)).to.equal('Clear my answers');
    expect(all<HTMLInputElement>(treeOf(panel), 'radio').filter(({ checked }) => checked)).to.deep.equal([]);
  });

  it('needs no mouse from start to finish', async () => {
    const panel = await panelInPage();
    await tabTo(panel, 'I am under 19');
    await press(panel, 'ArrowDown', 'ArrowDown');
    await tabTo(panel, 'Hertfordshire');
    await press(panel, ' ');
    await tabTo(panel, 'Fine to give it');
    await press(panel, 'ArrowDown');
    await tabTo(panel, 'Go to the first');
    await press(panel, 'Enter', 'Tab');
    const link = focused() as HTMLAnchorElement;
    expect(link.getAttribute('href')).to.equal(`tel:${digits('crimestoppers')}`);
    expect(link.closest('li')).to.equal(routes(panel)[0]?.element);
    expect(get(treeOf(panel), 'radio', 'Stay anonymous')).to.have.property('checked', true);
  });
});
