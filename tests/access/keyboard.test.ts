import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DrawnElement } from '../../src/guest/drawn-element.js';
import { SaySomethingExit } from '../../src/elements/exit/say-something-exit.js';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import '../../src/index.js';
import { hitAt, holds } from '../helpers/looks.js';
import {
  focused,
  nameOf,
  NIGHT,
  painted,
  replace,
  restoreTime,
  routes,
  setTime,
  settled,
  shownText,
  treeOf,
} from '../helpers/panel.js';
import { digits, number } from '../helpers/numbers.js';
import { until } from '../helpers/until.js';

/** These elements between two buttons of the page. The first button has the focus. */
async function between(content: ReturnType<typeof html>): Promise<HTMLElement> {
  const page = await fixture<HTMLElement>(html`<div><button>Before</button>${content}<button>After</button></div>`);
  for (const element of page.children) {
    await (element as Partial<DrawnElement>).updateComplete;
    await until(() => !element.shadowRoot?.querySelector('[data-partial]'), 'it is not completely drawn');
  }
  page.querySelector('button')?.focus();
  return page;
}

const tab = async (back = false): Promise<HTMLElement> => {
  if (back) await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'Tab' });
  if (back) await sendKeys({ up: 'Shift' });
  return focused() as HTMLElement;
};

/** Whether a person sees that an element has the focus, by an outline in the window that none of our elements covers. */
function seesFocus(element: HTMLElement): boolean {
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const inWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const hit = hitAt(
    document,
    box.left + box.width / 2,
    Math.max(1, Math.min(innerHeight - 1, box.top + box.height / 2)),
  );
  return (
    outlineStyle !== 'none' &&
    parseFloat(outlineWidth) >= 2 &&
    inWindow &&
    !!hit &&
    (holds(element, hit) || holds(hit, element))
  );
}

/** The names of the elements that Tab reaches before the page's next button. Each has to show that it has the focus. */
async function walk(back = false): Promise<readonly string[]> {
  const walked: string[] = [];
  for (let step = 0; step < 60; step++) {
    const element = await tab(back);
    if (['Before', 'After'].includes(element.textContent ?? '')) return walked;
    walked.push(nameOf(element));
    expect(seesFocus(element), nameOf(element)).to.equal(true);
  }
  throw new Error(`Tab does not leave the element: ${walked.join(' | ')}`);
}

async function tabTo(name: string): Promise<HTMLElement> {
  const passed: string[] = [];
  for (let step = 0; step < 90; step++) {
    const element = await tab();
    passed.push(nameOf(element));
    if (passed.at(-1)?.startsWith(name)) return element;
  }
  throw new Error(`Tab does not reach "${name}" but ${passed.join(' | ')}`);
}

describe('Tab', () => {
  beforeEach(() => setTime(NIGHT));
  afterEach(restoreTime);

  it('goes through the banner in reading order and leaves it both ways', async () => {
    await between(html`<say-something-banner audience="young-person" href="/report"></say-something-banner>`);
    const order = [number('childline'), 'Who I can talk to', 'Call 999'];
    expect(await walk()).to.deep.equal(order);
    expect(await walk(true)).to.deep.equal([...order].reverse());
  });

  it('goes through the exit and leaves it both ways', async () => {
    await between(html`<say-something-exit></say-something-exit>`);
    expect(await walk()).to.deep.equal(['Leave this page']);
    expect(await walk(true)).to.deep.equal(['Leave this page']);
  });

  it('goes through the closed signs in reading order and never to what they open to', async () => {
    await between(html`<say-something-signs href="/report"></say-something-signs>`);
    const walked = await walk();
    expect(walked).to.have.length(18);
    expect(walked[0]).to.equal('Going missing or staying out all night');
    expect(walked.slice(14)).to.deep.equal([
      'What to do, and what not to do',
      'What to keep',
      'Who to tell',
      'Call 999',
    ]);
    // the two urgent signs contain the number of the Samaritans
    expect(walked).to.not.include(number('samaritans'));
    expect(await walk(true)).to.deep.equal([...walked].reverse());
  });

  it('reaches the number in an open sign, and the focus stays on the control that opened it', async () => {
    await between(html`<say-something-signs></say-something-signs>`);
    const low = await tabTo('Feeling very low or scared');
    await sendKeys({ press: 'Enter' });
    await painted();
    expect(focused()).to.equal(low);
    expect(nameOf(await tab())).to.equal(number('samaritans'));
  });

  it('goes through the closed panel in reading order, and leaves it both ways', async () => {
    await between(html`<say-something-report audience="hotel"></say-something-report>`);
    const order = [
      'Call 999',
      'Cannot talk? Other ways to reach 999',
      'Find the best for you',
      number('herts-police'),
      'Hertfordshire Police Open day and night',
      number('crimestoppers'),
      'Crimestoppers Open day and night',
      number('herts-childrens-services'),
      'Hertfordshire Children’s Services Open day and night',
      'GOV.UK council finder',
      'More people to tell (3)',
      'What to say, and what happens next',
      number('samaritans'),
      'More support (6)',
    ];
    expect(await walk()).to.deep.equal(order);
    expect(await walk(true)).to.deep.equal([...order].reverse());
  });

  it('goes from the panel’s heading to the way out and to 999 after the banner’s action', async () => {
    const page = await between(
      html`<say-something-banner></say-something-banner><say-something-report></say-something-report>`,
    );
    await tabTo('Say something');
    await sendKeys({ press: 'Enter' });
    await painted();
    expect(nameOf(focused() as HTMLElement)).to.equal('Worried about a child?');
    expect(seesFocus(focused() as HTMLElement)).to.equal(true);
    expect(nameOf(await tab())).to.equal('Leave this page');
    expect(nameOf(await tab())).to.equal('Call 999');
    expect((focused() as HTMLElement).getRootNode()).to.equal(
      treeOf(page.querySelector('say-something-report') as Element),
    );
  });
});

describe('the keyboard', () => {
  beforeEach(() => setTime(NIGHT));
  afterEach(restoreTime);

  it('is enough to reach 999 and a service, copy its number and leave', async () => {
    let left = 0;
    const stay = replace(SaySomethingExit.prototype, 'leave', { value: () => void left++ });
    let copied = '';
    const back = replace(navigator.clipboard, 'writeText', {
      value: (text: string) => {
        copied = text;
        return Promise.resolve();
      },
    });
    try {
      const page = await between(
        html`<say-something-banner></say-something-banner><say-something-report no-exit></say-something-report
          ><say-something-exit></say-something-exit>`,
      );
      const panel = page.querySelector('say-something-report') as SaySomethingReport;
      await tabTo('Say something');
      await sendKeys({ press: 'Enter' });
      expect((await tabTo('Call 999')).getAttribute('href')).to.equal('tel:999');
      await tabTo('Find the best for you');
      await sendKeys({ press: 'Enter' });
      await tabTo('I am under 19');
      await sendKeys({ press: 'ArrowDown' });
      await settled(panel);
      expect(routes(panel)[0]?.name).to.equal('Hertfordshire Children’s Services');
      await tabTo('Clear my answers');
      await sendKeys({ press: 'Enter' });
      await settled(panel);
      expect(routes(panel)[0]?.name).to.equal('Hertfordshire Police');
      expect(nameOf(await tab(true))).to.equal('Your name? Not said');
      await sendKeys({ press: 'Enter' });
      await tabTo('Fine to give it');
      await sendKeys({ press: 'ArrowDown' });
      await settled(panel);
      expect(nameOf(await tab())).to.equal('Clear my answers');
      expect((await tab()).getAttribute('href')).to.equal(`tel:${digits('crimestoppers')}`);
      const more = await tab();
      const row = routes(panel)[0]?.element as Element;
      expect(shownText(row)).to.not.include('What to say:');
      await sendKeys({ press: 'Enter' });
      await painted();
      expect(shownText(row)).to.include('What to say:');
      expect(focused()).to.equal(more);
      const copy = await tabTo('Copy the number Crimestoppers');
      await sendKeys({ press: 'Enter' });
      await until(() => copied, 'it is not copied');
      await settled(panel);
      expect(copied).to.equal(digits('crimestoppers'));
      expect(focused()).to.equal(copy);
      await tabTo('Leave this page');
      await sendKeys({ press: 'Enter' });
      expect(left).to.equal(1);
    } finally {
      stay();
      back();
    }
  });

  it('keeps the focus on the answer while the rows below change their order', async () => {
    const page = await between(html`<say-something-report></say-something-report>`);
    const panel = page.querySelector('say-something-report') as SaySomethingReport;
    await tabTo('Find the best for you');
    await sendKeys({ press: 'Enter' });
    const radio = await tabTo('I am under 19');
    const before = routes(panel).map(({ name }) => name);
    await sendKeys({ press: ' ' });
    await settled(panel);
    expect(routes(panel).map(({ name }) => name)).to.not.deep.equal(before);
    expect(focused()).to.equal(radio);
    const { top, bottom } = radio.getBoundingClientRect();
    expect(top).to.be.above(0);
    expect(bottom).to.be.below(innerHeight);
  });
});
