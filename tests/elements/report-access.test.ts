import { expect, fixture, html } from '@open-wc/testing';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import '../../src/index.js';
import { behind, rgba, sticksOut, tooSmall, visible } from '../helpers/looks.js';
import { press } from '../helpers/keyboard.js';
import { emulate } from '../helpers/media.js';
import { number } from '../helpers/numbers.js';
import {
  all,
  answer,
  focusables,
  focused,
  get,
  nameOf,
  OPEN,
  openQuestion,
  painted,
  restoreTime,
  routes,
  setTime,
  settled,
  shownText,
  support,
  textOf,
  treeOf,
  unfoldAll,
} from '../helpers/panel.js';
import { engine, itUnless } from '../helpers/skip.js';

const noPrint = engine === 'webkit' && 'WebKitGTK cannot be made to lay a page out for paper';
const noForcedColours = engine === 'webkit' && 'WebKitGTK has no forced colours';

/** A panel in a wrapper that has these styles as a page would. */
async function panelIn(
  style: Readonly<Partial<CSSStyleDeclaration>> = {},
  dir: 'ltr' | 'rtl' = 'ltr',
): Promise<SaySomethingReport> {
  const page = await fixture<HTMLElement>(
    html`<div dir=${dir}><say-something-report audience="public"></say-something-report></div>`,
  );
  Object.assign(page.style, style);
  const panel = page.querySelector('say-something-report') as SaySomethingReport;
  await settled(panel);
  await painted();
  return panel;
}

const inside = (panel: Element): readonly HTMLElement[] => [...treeOf(panel).querySelectorAll<HTMLElement>('*')];
const rootOf = (panel: Element): HTMLElement => all(treeOf(panel), 'region')[0] as HTMLElement;

const black = [0, 0, 0, 255];
const white = [255, 255, 255, 255];
/** The approximate lightness of a colour, from 0 to 1. */
const lightness = (color: string): number =>
  rgba(color)
    .slice(0, 3)
    .reduce((sum, part) => sum + part, 0) / 765;

/** Visible elements with text of their own, of which there is at least one. A slot has no box, so its parent stands in for it. */
function written(panel: Element): readonly HTMLElement[] {
  const found = inside(panel)
    .filter((element) => [...element.childNodes].some((node) => node instanceof Text && node.data.trim()))
    .filter((element) => visible(element.localName === 'slot' ? (element.parentElement as Element) : element))
    .filter((element) => element.localName !== 'style');
  expect(found, 'visible texts').to.not.be.empty;
  return found;
}

describe('the report panel on paper', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(async () => {
    await emulate({});
    restoreTime();
  });

  itUnless(noPrint, 'unfolds everything', async () => {
    const panel = await panelIn();
    expect(shownText(panel)).to.not.include('Then press 55.').and.not.include('Copied from');
    await emulate({ media: 'print' });
    const folded = shownText(panel);
    expect(folded).to.include('Then press 55.');
    // the line for children and the support in sight have these facts too
    const contacts = routes(panel).length + support(panel).length + 2;
    expect(folded.split('Copied from public pages').length - 1).to.equal(contacts);
    await emulate({});
    await unfoldAll(panel);
    await emulate({ media: 'print' });
    expect(shownText(panel)).to.equal(folded);
  });

  itUnless(noPrint, 'gives every number and address', async () => {
    const panel = await panelIn();
    await emulate({ media: 'print' });
    const text = shownText(panel);
    const cards = routes(panel);
    expect(cards.length).to.be.above(3);
    for (const { name, element } of cards) {
      const values = [...element.querySelectorAll('[translate=no]')].map(textOf);
      expect(values, name).to.not.be.empty;
      for (const value of values) expect(text, name).to.include(value);
    }
    for (const id of ['police-999', 'childline', 'samaritans']) expect(text, id).to.include(number(id));
    expect(text).to.include('Call 999').and.include('www.gov.uk/report-child-abuse-to-local-council');
    expect(text).to.include('help@nspcc.org.uk').and.include('Email sent at other times is not received.');
  });

  itUnless(noPrint, 'has no controls', async () => {
    const panel = await panelIn();
    await unfoldAll(panel);
    await emulate({ media: 'print' });
    const pressed = [...all(treeOf(panel), 'button'), ...all(treeOf(panel), 'radio')];
    expect(pressed.filter(visible).map(nameOf)).to.deep.equal([]);
    expect(shownText(panel)).to.not.include('Who are you?');
  });

  itUnless(noPrint, 'does not say what is open now', async () => {
    const panel = await panelIn();
    await emulate({ media: 'print' });
    expect(shownText(panel)).to.not.include('Open now');
    expect(shownText(panel)).to.include('Monday to Friday, 10am to 4pm.');
  });

  itUnless(noPrint, 'is black on white, also on a dark page', async () => {
    const panel = await panelIn({ colorScheme: 'dark' });
    await emulate({ media: 'print' });
    for (const element of written(panel)) {
      expect(rgba(getComputedStyle(element).color), textOf(element)).to.deep.equal(black);
      // the page has no background here, like paper
      expect(rgba(behind(element)), textOf(element)).to.deep.equal(white);
    }
  });
});

describe('the report panel in forced colours', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(async () => {
    await emulate({});
    restoreTime();
  });

  itUnless(noForcedColours, 'keeps a border around separate parts', async () => {
    const panel = await panelIn();
    await unfoldAll(panel);
    await emulate({ forcedColors: 'active' });
    const apart = [
      rootOf(panel),
      ...routes(panel).map(({ element }) => element),
      get(treeOf(panel), 'link', 'Call 999'),
      get(treeOf(panel), 'link', 'Call 999').parentElement as HTMLElement,
      ...all(treeOf(panel), 'button').filter(visible),
      ...all<HTMLInputElement>(treeOf(panel), 'radio').map(({ labels }) => labels?.[0] as HTMLElement),
    ];
    for (const element of apart) {
      const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element);
      expect(borderTopStyle, textOf(element)).to.equal('solid');
      expect(parseFloat(borderTopWidth), textOf(element)).to.be.at.least(1);
      expect(rgba(borderTopColor), textOf(element)).to.not.deep.equal(rgba(behind(element)));
      expect(rgba(borderTopColor)[3], textOf(element)).to.equal(255);
    }
  });

  itUnless(noForcedColours, 'shows which answer is chosen by more than a colour', async () => {
    const panel = await panelIn();
    await answer(panel, 'who', 'parent');
    await emulate({ forcedColors: 'active' });
    const width = (name: string): number =>
      parseFloat(
        getComputedStyle(get<HTMLInputElement>(treeOf(panel), 'radio', name).labels?.[0] as Element).borderTopWidth,
      );
    expect(width('Parent or carer')).to.be.above(width('I am under 19'));
  });

  itUnless(noForcedColours, 'shows the focus', async () => {
    const panel = await panelIn();
    await emulate({ forcedColors: 'active' });
    all(treeOf(panel), 'link')[0]?.focus();
    for (let step = 0; step < 6; step++) {
      await press(['Tab']);
      const element = focused() as HTMLElement;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      expect(outlineStyle, nameOf(element)).to.equal('solid');
      expect(parseFloat(outlineWidth), nameOf(element)).to.be.at.least(2);
      expect(rgba(outlineColor), nameOf(element)).to.not.deep.equal(rgba(behind(element.parentElement)));
    }
  });
});

describe('the report panel in the colours of its page', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(async () => {
    await emulate({});
    restoreTime();
  });

  it('is light on a page that sets no colours', async () => {
    const root = rootOf(await panelIn());
    expect(lightness(behind(root))).to.equal(1);
    expect(lightness(getComputedStyle(root).color)).to.be.below(0.1);
  });

  it('is dark on a page that is dark', async () => {
    const root = rootOf(await panelIn({ colorScheme: 'dark' }));
    expect(lightness(behind(root))).to.be.below(0.2);
    expect(lightness(getComputedStyle(root).color)).to.be.above(0.9);
  });

  it('stays light on a light page when the device is dark', async () => {
    await emulate({ colorScheme: 'dark' });
    const root = rootOf(await panelIn());
    expect(lightness(behind(root))).to.equal(1);
  });

  it('follows the device on a page that follows the device', async () => {
    const root = rootOf(await panelIn({ colorScheme: 'light dark' }));
    expect(lightness(behind(root))).to.equal(1);
    await emulate({ colorScheme: 'dark' });
    expect(lightness(behind(root))).to.be.below(0.2);
  });
});

describe('the report panel from right to left', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(restoreTime);

  /** The position of each character of an element, from the left. */
  const places = (element: Element): readonly (readonly [string, number])[] => {
    const found: [string, number][] = [];
    // slotted text replaces the text of a slot
    const texts = (node: Node): Text[] => {
      if (node instanceof Text) return [node];
      const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
      return (assigned.length ? assigned : [...node.childNodes]).flatMap(texts);
    };
    for (const text of texts(element)) {
      for (const [i, character] of [...text.data].entries()) {
        if (!character.trim()) continue;
        const range = document.createRange();
        range.setStart(text, i);
        range.setEnd(text, i + 1);
        found.push([character, range.getBoundingClientRect().left]);
      }
    }
    return found;
  };

  it('keeps the digits of every number in order', async () => {
    const panel = await panelIn({}, 'rtl');
    await unfoldAll(panel);
    const numbers = all(treeOf(panel), 'link').filter((link) => link.getAttribute('href')?.startsWith('tel:'));
    expect(numbers.map(nameOf)).to.include(number('herts-childrens-services'));
    for (const number of numbers) {
      const digits = places(number).filter(([character]) => /\d/.test(character));
      const inOrder = [...digits].sort((a, b) => a[1] - b[1]);
      expect(inOrder.map(([digit]) => digit).join(''), nameOf(number)).to.equal(number.getAttribute('href')?.slice(4));
    }
  });

  it('keeps English sentences from left to right', async () => {
    const panel = await panelIn({}, 'rtl');
    const [title] = all(treeOf(panel), 'heading');
    const line = places(title as Element);
    expect(line[0]?.[1]).to.be.below(line.at(-1)?.[1] ?? 0);
  });

  it('mirrors its layout', async () => {
    const panel = await panelIn({}, 'rtl');
    await openQuestion(panel, 'who');
    const label = get<HTMLInputElement>(treeOf(panel), 'radio', 'I am under 19').labels?.[0] as HTMLElement;
    const next = get<HTMLInputElement>(treeOf(panel), 'radio', 'Parent or carer').labels?.[0] as HTMLElement;
    expect(next.getBoundingClientRect().left).to.be.below(label.getBoundingClientRect().left);
  });
});

describe('the report panel in narrow places and large text', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(() => {
    document.documentElement.style.fontSize = '';
    restoreTime();
  });

  it('does not overflow in 200 px when it is unfolded and right to left', async () => {
    const panel = await panelIn({ inlineSize: '200px' }, 'rtl');
    await unfoldAll(panel);
    expect(sticksOut(panel)).to.deep.equal([]);
    expect(rootOf(panel).scrollWidth).to.be.at.most(rootOf(panel).clientWidth);
  });

  it('does not overflow in 320 px with all questions answered and old facts, and every target has 24 px', async () => {
    setTime('2028-05-01T12:00:00Z');
    const panel = await panelIn({ inlineSize: '320px' });
    await answer(panel, 'who', 'under-19');
    await answer(panel, 'where', 'online');
    await answer(panel, 'name', 'anonymous');
    await unfoldAll(panel);
    expect(sticksOut(panel)).to.deep.equal([]);
    expect(tooSmall(focusables(panel))).to.deep.equal([]);
  });

  it('keeps its text size on a page that shrinks its own text', async () => {
    const panel = await panelIn();
    const size = getComputedStyle(rootOf(panel)).fontSize;
    const { height } = panel.getBoundingClientRect();
    document.documentElement.style.fontSize = '62.5%';
    (panel.parentElement as HTMLElement).style.fontSize = '8px';
    await painted();
    expect(getComputedStyle(rootOf(panel)).fontSize).to.equal(size);
    expect(parseFloat(size)).to.be.at.least(16);
    expect(panel.getBoundingClientRect().height).to.be.closeTo(height, 1);
  });

  it('shows no text smaller than 12 px', async () => {
    const panel = await panelIn();
    await unfoldAll(panel);
    for (const element of written(panel)) {
      expect(parseFloat(getComputedStyle(element).fontSize), textOf(element)).to.be.at.least(12);
    }
  });
});
