import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { fallbackFor } from '../../demo/snippets.js';
import type { Audience } from '../../src/core/audiences.js';
import type { Kind } from '../../src/core/kinds.js';
import { KINDS } from '../../src/core/kinds.js';
import { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import type { GuestElement } from '../../src/guest/guest-element.js';
import { roomOf } from '../../src/guest/room.js';
import '../../src/index.js';
import { drawOn } from '../../src/page/placeholder.js';
import { isMirrored } from '../helpers/mirrored.js';
import { OPEN, painted, replace, restoreTime, setTime } from '../helpers/panel.js';
import { until } from '../helpers/until.js';

/** A marker of a page, with something before it and after it. */
interface Page {
  readonly marker: HTMLElement;
  readonly after: HTMLElement;
}

async function pageWith(
  inside: string,
  style: Readonly<Partial<CSSStyleDeclaration>> = {},
  width = 390,
): Promise<Page> {
  // one page at a time, so that each begins in the window
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.inlineSize = `${width}px`;
  box.innerHTML = `<p>Before</p><div id="marker">${inside}</div><p id="after">After</p>`;
  const marker = box.querySelector('#marker') as HTMLElement;
  Object.assign(marker.style, style);
  return { marker, after: box.querySelector('#after') as HTMLElement };
}

/** Draws an element on the marker, as the script does with one that has waited for it. */
async function draw(marker: HTMLElement, kind: Kind = 'report', audience: Audience = 'public'): Promise<HTMLElement> {
  const element = drawOn(marker, { kind, settings: { audience } }, true);
  if (!element) throw new Error('nothing was drawn');
  await element.updateComplete;
  return rootOf(marker);
}
const rootOf = (holder: Element): HTMLElement => {
  const inner = holder.shadowRoot?.firstElementChild as HTMLElement;
  return ((inner.shadowRoot ?? holder.shadowRoot) as ShadowRoot).querySelector('.root') as HTMLElement;
};
const airOf = (root: HTMLElement): string => root.style.getPropertyValue('--_air');
const top = (element: Element): number => element.getBoundingClientRect().top;

/** The visible links to numbers: the digits and the place of each. */
function numbers(scope: ParentNode): readonly (readonly [string, DOMRect])[] {
  return [...scope.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')]
    .filter((link) => link.checkVisibility())
    .map((link) => [link.href, link.getBoundingClientRect()] as const);
}
const overlap = (a: DOMRect, b: DOMRect): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

const AUDIENCES: readonly Audience[] = ['public', 'young-person', 'hotel', 'school'];
const WIDTHS = [320, 390, 768, 1240];

describe('an element drawn on its snippet', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(restoreTime);

  for (const kind of KINDS) {
    for (const width of WIDTHS) {
      it(`keeps its height and moves no number to the place of another: ${kind}, ${width} px`, async () => {
        for (const audience of kind === 'exit' ? (['public'] as const) : AUDIENCES) {
          const { marker, after } = await pageWith(fallbackFor({ element: kind, audience }), {}, width);
          const was = numbers(marker);
          const below = top(after);
          const root = await draw(marker, kind, audience);
          expect(top(after), `${audience}, in sight`).to.be.closeTo(below, 1);
          const drawn = numbers(root);
          if (kind !== 'exit') expect(drawn.length, audience).to.be.above(0);
          for (const [href, box] of drawn) {
            const taken = was.filter(([other, place]) => other !== href && overlap(box, place));
            expect(
              taken.map(([other]) => `${href} at the place of ${other}`),
              audience,
            ).to.deep.equal([]);
          }
          // neither what opens nor the words in the light tree change anything
          await until(() => !marker.shadowRoot?.querySelector('[data-partial]') && isMirrored(marker.shadowRoot));
          await painted();
          expect(top(after), `${audience}, complete`).to.be.closeTo(below, 1);
          expect(numbers(root).map(([href, box]) => `${href} ${Math.round(box.top)}`)).to.deep.equal(
            drawn.map(([href, box]) => `${href} ${Math.round(box.top)}`),
          );
        }
      });
    }
  }

  it('keeps its height in a marker with padding and a border', async () => {
    const { marker, after } = await pageWith(fallbackFor({ element: 'report' }), {
      padding: '20px',
      border: '5px solid',
      marginBlock: '30px',
    });
    const { height } = marker.getBoundingClientRect();
    const below = top(after);
    await draw(marker);
    expect(marker.getBoundingClientRect().height).to.be.closeTo(height, 1);
    expect(top(after)).to.be.closeTo(below, 1);
  });

  it('keeps its height as a custom element that waited for its definition', async () => {
    class Waiting extends SaySomethingReport {}
    const { marker, after } = await pageWith(
      `<waiting-report><div class="say-something-fallback">${fallbackFor({ element: 'report' })}</div></waiting-report>`,
    );
    const below = top(after);
    Waiting.define('waiting-report');
    const element = marker.firstElementChild as Waiting;
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('.root')?.checkVisibility()).to.equal(true);
    expect(top(after)).to.be.closeTo(below, 1);
  });

  it('is as comfortable as it can be without becoming higher', async () => {
    const heights: number[] = [];
    for (const gap of ['0px', '8px', '40px']) {
      const inside = `<style>#marker * { margin-block: ${gap} !important }</style>${fallbackFor({ element: 'report' })}`;
      const { marker } = await pageWith(inside);
      const root = await draw(marker);
      heights.push(root.getBoundingClientRect().height);
      expect(Number(airOf(root)), gap).to.be.within(0, 1);
    }
    expect(heights).to.deep.equal([...heights].sort((a, b) => a - b));
    expect(new Set(heights).size).to.equal(3);
  });

  it('takes over the size of larger words, up to a limit, and never smaller ones', async () => {
    const sizes: number[] = [];
    for (const fontSize of ['10px', '16px', '18px', '40px']) {
      const { marker } = await pageWith(fallbackFor({ element: 'report' }), { fontSize });
      sizes.push(parseFloat(getComputedStyle(await draw(marker)).fontSize));
    }
    expect(sizes).to.deep.equal([16, 16, 18, 19]);
  });
});

describe('an element drawn on other words', () => {
  it('is as tight as it can be on a fallback of text alone, which has less room', async () => {
    const { marker } = await pageWith('In danger? Call <a href="tel:999">999</a> now.');
    expect(airOf(await draw(marker))).to.equal('0');
    expect(numbers(rootOf(marker)).map(([href]) => href)).to.include('tel:999');
  });

  it('is comfortable and keeps the height of a fallback that is much higher', async () => {
    const { marker, after } = await pageWith('<p style="block-size: 3000px">Call <a href="tel:999">999</a></p>');
    const below = top(after);
    expect(airOf(await draw(marker))).to.equal('1');
    expect(top(after)).to.be.closeTo(below, 1);
  });

  for (const [what, inside, style] of [
    ['nothing is inside', '', {}],
    ['nothing visible is inside', '<p hidden>Call 999</p>', {}],
    ['the page hides the marker', fallbackFor({ element: 'report' }), { display: 'none' }],
    ['the marker begins below the window', fallbackFor({ element: 'report' }), { marginTop: '5000px' }],
  ] as const) {
    it(`is comfortable, and as high as it likes, if ${what}`, async () => {
      const { marker } = await pageWith(inside, style);
      expect(roomOf(marker)).to.equal(undefined);
      const root = await draw(marker);
      expect(airOf(root)).to.equal('');
      expect([...root.querySelectorAll<HTMLElement>('.band')].filter((band) => band.style.minBlockSize)).to.deep.equal(
        [],
      );
    });
  }

  it('is comfortable if its page adds it later', async () => {
    const { marker } = await pageWith(fallbackFor({ element: 'report' }));
    drawOn(marker, { kind: 'report', settings: {} }, false);
    await (marker.shadowRoot?.firstElementChild as GuestElement).updateComplete;
    expect(airOf(rootOf(marker))).to.equal('');
  });
});

describe('the room of a fallback', () => {
  it('is from its first line to its last, with the margins around them and the place of each number', async () => {
    const { marker } = await pageWith(
      `<div style="margin: 7px 0 9px"><p style="margin: 20px 0; block-size: 50px">In danger? <a href="tel:999">999</a></p>
      <p style="margin: 20px 0 30px; block-size: 60px">Or <a href="tel:101">101</a>, or again <a href="tel:999">999</a></p></div>`,
    );
    const { height, before, after, places } = roomOf(marker) ?? expect.fail('it has no room');
    expect([height, before, after]).to.deep.equal([130, 20, 30]);
    expect([...places]).to.deep.equal([
      ['999', 0],
      ['101', 70],
    ]);
  });

  it('has no place for a number that nobody sees', async () => {
    const { marker } = await pageWith('<p>Call <a href="tel:999">999</a> <a hidden href="tel:101">101</a></p>');
    expect([...(roomOf(marker)?.places.keys() ?? [])]).to.deep.equal(['999']);
  });
});

describe('the room that an element has taken', () => {
  const resize = async (width: number): Promise<void> => {
    const back = replace(window, 'innerWidth', { get: () => width });
    dispatchEvent(new Event('resize'));
    back();
    await painted();
  };
  const kept = (root: HTMLElement): boolean =>
    !!airOf(root) || [...root.querySelectorAll<HTMLElement>('.band')].some((band) => band.style.minBlockSize);

  it('is given up when the window has another width', async () => {
    const { marker } = await pageWith('<p style="block-size: 3000px">Call <a href="tel:999">999</a></p>');
    const root = await draw(marker);
    expect(kept(root)).to.equal(true);
    await resize(innerWidth + 100);
    expect(kept(root)).to.equal(false);
    expect(root.getBoundingClientRect().height).to.be.below(1500);
  });

  it('is kept when only the height of the window changes, as when a phone shows its address bar', async () => {
    const { marker } = await pageWith('<p style="block-size: 3000px">Call <a href="tel:999">999</a></p>');
    const root = await draw(marker);
    const { height } = root.getBoundingClientRect();
    await resize(innerWidth);
    expect(kept(root)).to.equal(true);
    expect(root.getBoundingClientRect().height).to.equal(height);
  });
});
