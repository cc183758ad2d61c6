import { expect, fixture, html } from '@open-wc/testing';
import type { DrawnElement } from '../../src/guest/drawn-element.js';
import { contrast, over } from '../../src/core/theme.js';
import '../../src/index.js';
import { behind, colourIn } from '../helpers/colours.js';
import { clips, flatElements, linesOf, rgba, shownTexts, sticksOut, tooSmall, visible } from '../helpers/looks.js';
import { press } from '../helpers/keyboard.js';
import { emulate } from '../helpers/media.js';
import { focusables, focused, OPEN, painted, restoreTime, setTime, treeOf } from '../helpers/panel.js';
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
async function inColumn(kind: Kind, width = 320): Promise<DrawnElement> {
  const column = await fixture<HTMLElement>(html`<div></div>`);
  column.style.inlineSize = `${width}px`;
  const element = document.createElement(`say-something-${kind}`) as DrawnElement;
  if (kind !== 'report') element.setAttribute('audience', 'young-person');
  if (kind === 'banner' || kind === 'signs') element.setAttribute('href', '/report');
  column.append(element);
  await element.updateComplete;
  await until(() => isMirrored(treeOf(element)), 'its words are not in the light tree');
  for (const details of treeOf(element).querySelectorAll('details')) details.open = true;
  await painted();
  return element;
}

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

describe('the room for text', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(() => {
    document.adoptedStyleSheets = [];
    restoreTime();
  });

  for (const kind of KINDS) {
    for (const [reach, roots] of [
      ['the page alone', () => [document]],
      ['shadow trees too', (element: Element) => [document, treeOf(element)]],
    ] as const) {
      it(`follows a reader’s tool for letter and word spacing in the ${kind} with rules for ${reach}, and nothing is clipped or overlaps`, async () => {
        const element = await inColumn(kind);
        for (const root of roots(element)) lend(root, READER);
        await painted();
        const texts = shownTexts(element);
        expect(texts.length).to.be.at.least(2);
        for (const text of texts) {
          const { fontSize, letterSpacing, wordSpacing } = getComputedStyle(text.parentElement as Element);
          // The tool's values are relative to the size of the page's text, or of this text if its rules reach it.
          const em = Math.min(16, parseFloat(fontSize)) * 0.99;
          expect(parseFloat(letterSpacing), text.data).to.be.at.least(0.12 * em);
          expect(parseFloat(wordSpacing), text.data).to.be.at.least(0.16 * em);
        }
        expect(sticksOut(element)).to.deep.equal([]);
        expect(clips(element)).to.deep.equal([]);
        expect(overlaps(element)).to.deep.equal([]);
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
    it(`never happens by itself in the ${kind}, whatever the reader has set`, async () => {
      await emulate({ reducedMotion: 'no-preference' });
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
      engine === 'webkit' && 'WebKitGTK has no forced colours',
      `show the focus on every control in forced colours, in the ${kind}`,
      async () => {
        await emulate({ forcedColors: 'active' });
        const element = await inColumn(kind);
        const start = document.createElement('button');
        element.before(start);
        start.focus();
        const controls = focusables(element).filter(visible);
        expect(controls).to.not.be.empty;
        for (const control of controls) {
          await press(['Tab']);
          expect(focused()).to.equal(control);
          const { outlineStyle, outlineWidth } = getComputedStyle(control);
          expect(outlineStyle).to.equal('solid');
          expect(parseFloat(outlineWidth)).to.be.at.least(2);
          const back = behind(control.parentElement as Element);
          // WCAG 1.4.11 requires 3 : 1; the system colour of the outline may be partly transparent
          expect(contrast(over(colourIn(control, 'outlineColor'), back), back)).to.be.at.least(3);
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
