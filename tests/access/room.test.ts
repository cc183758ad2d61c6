import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../src/index.js';
import {
  clips,
  flatElements,
  linesOf,
  rgba,
  shownTexts,
  sticksOut,
  tooSmall,
  visible,
  wordsOf,
} from '../helpers/looks.js';
import { emulate } from '../helpers/media.js';
import { focusables, OPEN, painted, restoreTime, setTime, treeOf } from '../helpers/panel.js';
import { engine, itUnless } from '../helpers/skip.js';
import { isMirrored } from '../helpers/mirrored.js';
import { until } from '../helpers/until.js';

const KINDS = ['report', 'signs', 'banner', 'exit'] as const;
type Kind = (typeof KINDS)[number];

/** The style sheet of the common text spacing tool, with the values of WCAG 1.4.12. */
const READER =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

function sheetOf(rules: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}
const lend = (root: Document | ShadowRoot, rules: string): void => {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(rules)];
};

/** An element in a column of this width, with everything unfolded and its phrases in the light tree. */
async function inColumn(kind: Kind, width = 320): Promise<LitElement> {
  const column = await fixture<HTMLElement>(html`<div></div>`);
  column.style.inlineSize = `${width}px`;
  const element = document.createElement(`say-something-${kind}`) as LitElement;
  if (kind !== 'report') element.setAttribute('audience', 'young-person');
  if (kind === 'banner' || kind === 'signs') element.setAttribute('href', '/report');
  column.append(element);
  await element.updateComplete;
  for (const details of treeOf(element).querySelectorAll('details')) details.open = true;
  await until(() => isMirrored(treeOf(element)), 'its words are not in the light tree');
  await painted();
  return element;
}
const rootOf = (element: Element): HTMLElement => treeOf(element).querySelector('[part=root]') as HTMLElement;
const spaced = (element: Element): boolean => rootOf(element).classList.contains('spaced');

/** The pairs of texts that overlap. */
function overlaps(element: Element): readonly string[] {
  const lines = shownTexts(element).flatMap((text) => linesOf(text).map((box) => ({ text, box })));
  const found: string[] = [];
  for (const [i, a] of lines.entries()) {
    for (const b of lines.slice(i + 1)) {
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      // the box of a line is higher than its letters, depending on the font
      if (across > 1 && down > 0.35 * Math.min(a.box.height, b.box.height))
        found.push(`${a.text.data} / ${b.text.data}`);
    }
  }
  return found;
}

/** The smallest line height of all paragraphs, relative to the text size. */
function leastLine(element: Element): number {
  const blocks = flatElements(element).filter(
    (one) => visible(one) && one.matches('p,li,summary,label,legend,[role=heading]') && wordsOf(one),
  );
  expect(blocks.length).to.be.above(0);
  return Math.min(
    ...blocks.map((one) => {
      const { lineHeight, fontSize } = getComputedStyle(one);
      return parseFloat(lineHeight) / parseFloat(fontSize);
    }),
  );
}

describe('the room for text', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(() => {
    document.adoptedStyleSheets = [];
    restoreTime();
  });

  for (const kind of KINDS) {
    it(`follows the reader’s text spacing tool in the ${kind}, and nothing is clipped or overlaps`, async () => {
      const element = await inColumn(kind);
      const { height } = element.getBoundingClientRect();
      lend(document, READER);
      await until(() => spaced(element), 'the element did not notice the spacing');
      await painted();
      const texts = shownTexts(element);
      expect(texts.length).to.be.above(2);
      for (const text of texts) {
        const { letterSpacing, wordSpacing } = getComputedStyle(text.parentElement as Element);
        // 16px is the size of the page's text, to which the tool's values are relative
        expect(parseFloat(letterSpacing), text.data).to.be.at.least(0.12 * 16 * 0.99);
        expect(parseFloat(wordSpacing), text.data).to.be.at.least(0.16 * 16 * 0.99);
      }
      expect(leastLine(element)).to.be.at.least(1.49);
      for (const one of flatElements(element).filter((p) => p.matches('p:not([role])') && visible(p)))
        expect(parseFloat(getComputedStyle(one).marginBlockEnd)).to.be.at.least(
          2 * 0.99 * parseFloat(getComputedStyle(one).fontSize),
        );
      expect(element.getBoundingClientRect().height).to.be.above(height);
      expect(sticksOut(element)).to.deep.equal([]);
      expect(clips(element)).to.deep.equal([]);
      expect(overlaps(element)).to.deep.equal([]);
      document.adoptedStyleSheets = [];
      await until(() => !spaced(element), 'the element did not notice that the tool is off');
    });

    it(`is sufficient in the ${kind} when the tool reaches into shadow trees`, async () => {
      const element = await inColumn(kind);
      lend(document, READER);
      lend(treeOf(element), READER);
      await until(() => spaced(element), 'the element did not notice the spacing');
      await painted();
      expect(leastLine(element)).to.be.at.least(1.49);
      expect(sticksOut(element)).to.deep.equal([]);
      expect(clips(element)).to.deep.equal([]);
      expect(overlaps(element)).to.deep.equal([]);
    });

    for (const [title, rules] of [
      ['a page’s own line height', 'html{line-height:2.5}div{line-height:3}'],
      ['a page’s own letter spacing of none', '*{letter-spacing:normal;word-spacing:normal;line-height:2}'],
      ['a page that forces a line height of nine', '*{line-height:9!important}p,span{margin:99px!important}'],
    ] as const) {
      it(`does not change in the ${kind} with ${title}`, async () => {
        const element = await inColumn(kind);
        const { height } = element.getBoundingClientRect();
        lend(document, rules);
        await painted();
        expect(element.getBoundingClientRect().height).to.equal(height);
        expect(spaced(element)).to.equal(false);
      });
    }

    for (const width of [320, 1280]) {
      it(`is enough in the ${kind} at ${width} px: nothing sticks out, is clipped or overlaps, and every target has 24 px`, async () => {
        const element = await inColumn(kind, width);
        expect(sticksOut(element)).to.deep.equal([]);
        expect(clips(element)).to.deep.equal([]);
        expect(overlaps(element)).to.deep.equal([]);
        expect(focusables(element).filter(visible).length).to.be.above(0);
        expect(tooSmall(focusables(element))).to.deep.equal([]);
      });
    }
  }
});

describe('a movement', () => {
  afterEach(() => emulate({}));

  for (const kind of KINDS) {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      it(`never happens by itself in the ${kind}, with the setting “${reducedMotion}”`, async () => {
        await emulate({ reducedMotion });
        const element = await inColumn(kind);
        const all = flatElements(element);
        expect(all.length).to.be.above(5);
        for (const one of [element, ...all]) {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
          expect([animationName, transitionDuration, scrollBehavior]).to.deep.equal(['none', '0s', 'auto']);
        }
        expect(document.getAnimations()).to.deep.equal([]);
      });
    }
  }
});

describe('the banner, the signs and the exit in forced colours and in print', () => {
  afterEach(() => emulate({}));

  for (const kind of ['signs', 'banner', 'exit'] as const) {
    itUnless(
      engine === 'webkit' && 'WebKitGTK has no forced colours',
      `keep borders around controls in forced colours, in the ${kind}`,
      async () => {
        await emulate({ forcedColors: 'active' });
        const element = await inColumn(kind);
        const pressed = [...treeOf(element).querySelectorAll<HTMLElement>('button,.button,a[part=exit]')];
        expect(pressed.length).to.be.above(0);
        for (const one of pressed) {
          const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(one);
          expect([borderTopStyle, borderTopWidth]).to.deep.equal(['solid', '2px']);
          expect(borderTopColor).to.not.equal(backgroundColor);
          expect(rgba(borderTopColor)[3]).to.equal(255);
        }
      },
    );

    itUnless(
      engine === 'webkit' && 'WebKitGTK cannot emulate print',
      `print no controls except links in the ${kind}`,
      async () => {
        const element = await inColumn(kind);
        await emulate({ media: 'print' });
        expect([...treeOf(element).querySelectorAll('button,.button,a[part=exit]')].filter(visible)).to.deep.equal([]);
        const texts = shownTexts(element);
        // an exit is useless on paper
        expect(texts.length > 0).to.equal(kind !== 'exit');
        for (const text of texts)
          expect(getComputedStyle(text.parentElement as Element).color).to.equal('rgb(0, 0, 0)');
      },
    );
  }
});
