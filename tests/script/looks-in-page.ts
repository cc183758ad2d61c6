import { expect } from '@open-wc/testing';
import { flatTexts, shownTexts, styleOf } from '../helpers/looks.js';
import { engine, itUnless } from '../helpers/skip.js';
import {
  changedLooks,
  holders,
  looksOf,
  marks,
  misshapen,
  nameOf,
  numbersOf,
  openHostile,
  rootOf,
  setOpen,
  unreachable,
  unreadable,
  withAndWithout,
} from './hostile.js';
import type { Looks } from './hostile.js';
import type { Page } from './page.js';

export interface Situation {
  /** The number of our elements in the page. */
  readonly drawn?: number;
  /** The width of the page in pixels. The default is 390. */
  readonly width?: number;
  /** The least width of any of them, in pixels. */
  readonly narrowest?: number;
  /** Whether the colours are those of a dark page. */
  readonly dark?: true;
}

/** Tests our elements in pages of demo/situations/. Each contains all four elements, as custom elements and as placeholders. */
export function testLooksIn(situations: Readonly<Record<string, Situation>>): void {
  const plain: { light?: Looks; bare?: Looks } = {};
  before(async () => {
    const pages = await Promise.all([
      openHostile('together.html', 4, 390),
      openHostile('index.html', 1, 390),
      // an answer is also in the line of its question
      openHostile('hotel.html', 1, 390),
      openHostile('school.html', 1, 390),
    ]);
    plain.light = looksOf(pages, true);
    plain.bare = looksOf(pages, false);
    for (const page of pages) page.close();
    expect(plain.light.size).to.be.above(100);
  });

  for (const [path, { drawn = 4, width = 390, narrowest = 240, dark }] of Object.entries(situations)) {
    describe(`${path}, ${width} px`, () => {
      let page: Page;
      before(async () => {
        page = await openHostile(`${path}.html`, drawn, width);
      });
      after(() => page.close());

      /** The findings in each of them, with its name: first as it is drawn, then with everything open. */
      const found = (look: (holder: HTMLElement) => readonly string[]): readonly string[] =>
        [false, true].flatMap((open) => {
          for (const holder of holders(page)) setOpen(holder, open);
          const all = holders(page).flatMap((holder) => look(holder).map((what) => `${nameOf(holder)}: ${what}`));
          for (const holder of holders(page)) setOpen(holder, false);
          return all;
        });

      it('is drawn without errors and warnings', () => {
        expect(holders(page)).to.have.length(drawn);
        expect(page.errors).to.deep.equal([]);
        expect(page.warnings).to.deep.equal([]);
        for (const holder of holders(page)) {
          expect(shownTexts(rootOf(holder)).length, nameOf(holder)).to.be.at.least(2);
        }
      });

      const unseen = engine === 'webkit' && path === 'zoom' && 'WebKitGTK ignores the zoom in the position of a text';
      itUnless(unseen, 'shows every number at the place where a tap hits it', () => {
        const numbers = holders(page).flatMap(numbersOf);
        expect(numbers.filter((number) => number.getAttribute('href') === 'tel:999')).to.have.length(drawn - 1);
        expect(numbers.length).to.be.at.least(drawn + 4);
        let open = 0;
        const unreached = found((holder) => {
          open = Math.max(open, numbersOf(holder).length);
          return unreachable(holder);
        });
        expect(open, 'the numbers of an open panel').to.be.at.least(13);
        expect(unreached).to.deep.equal([]);
      });

      it('has readable text in the reader’s size, or somewhat larger if the page’s own text is', () => {
        for (const holder of holders(page)) {
          expect(parseFloat(styleOf(rootOf(holder)).fontSize), nameOf(holder)).to.be.within(16, 16 * 1.1875);
          expect(flatTexts(rootOf(holder)).length, nameOf(holder)).to.be.at.least(3);
        }
        expect(found(unreadable)).to.deep.equal([]);
      });

      it('looks the same as in a plain page, including its words in the light tree', () => {
        const looks = (dark ? plain.bare : plain.light) as Looks;
        const each = holders(page).map((holder) => changedLooks(holder, looks, !dark));
        expect(each.reduce((sum, { compared }) => sum + compared, 0)).to.be.above(150);
        expect(each.flatMap(({ changed }) => changed)).to.deep.equal([]);
        expect(found(marks)).to.deep.equal([]);
      });

      it('keeps its shape', () => {
        const faults = found((holder) => misshapen(holder, narrowest));
        // A target is judged by what a tap hits.
        expect(faults.filter((fault) => !unseen || !fault.includes('too small'))).to.deep.equal([]);
      });

      it('does not change the page’s own elements', async () => {
        const [withUs, without] = await withAndWithout(page);
        expect(without.length).to.be.above(2);
        expect(withUs).to.deep.equal(without);
      });
    });
  }
}
