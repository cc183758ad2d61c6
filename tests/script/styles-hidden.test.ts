import { expect } from '@open-wc/testing';
import { hitAt, holds, styleOf, visible } from '../helpers/looks.js';
import { holders, numbersOf, openHostile, rootOf, setOpen } from './hostile.js';
import { until } from './page.js';
import type { Page } from './page.js';

describe('an element that a page hides', () => {
  let page: Page;
  afterEach(() => page.close());
  const centre = (element: Element): [number, number] => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };

  it('stays hidden in a closed slide and takes no taps and no focus from the open one', async () => {
    page = await openHostile('hidden.html', 5, 390);
    const inSlide = holders(page).filter((holder) => holder.closest('.slide'));
    expect(inSlide).to.have.length(4);
    for (const holder of inSlide) {
      const controls = [...(holder.shadowRoot?.querySelectorAll<HTMLElement>('a[href],button,summary,input') ?? [])];
      expect(controls.length).to.be.above(0);
      expect(controls.filter(visible)).to.deep.equal([]);
      controls[0]?.focus();
      expect(holder.shadowRoot?.activeElement).to.equal(null);
    }
    const own = page.document.querySelector('#own') as HTMLElement;
    expect(hitAt(page.document, ...centre(own))).to.equal(own);
  });

  it('lets taps through when the page fades it out with pointer-events: none', async () => {
    page = await openHostile('hidden.html', 5, 390);
    const faded = holders(page).find((holder) => holder.closest('.faded')) as HTMLElement;
    const button = page.document.querySelector('#under') as HTMLElement;
    const [x, y] = centre(button);
    const { left, right, top, bottom } = rootOf(faded).getBoundingClientRect();
    expect(x > left && x < right && y > top && y < bottom, 'it covers the button').to.equal(true);
    expect(hitAt(page.document, x, y)).to.equal(button);
  });

  it('stays hidden when the page hides, fades or clips the box around it', async () => {
    page = await openHostile('out-of-reach.html', 6, 390);
    const inside = (id: string): HTMLElement =>
      holders(page).find((holder) => holder.parentElement?.id === id) as HTMLElement;
    const reached = (id: string): boolean => {
      const [number] = numbersOf(inside(id));
      return !!number && holds(number, hitAt(page.document, ...centre(number)));
    };
    expect(numbersOf(inside('around-display'))).to.deep.equal([]);
    expect(styleOf(inside('around-opacity')).opacity).to.equal('1');
    expect(styleOf(inside('around-opacity').parentElement as Element).opacity).to.equal('0');
    expect(inside('around-height').parentElement?.getBoundingClientRect().height).to.equal(0);
    for (const id of ['own-transform', 'own-clip']) expect(reached(id), id).to.equal(false);
    expect(reached('own-width')).to.equal(true);
  });

  it('has the width and position that the page sets', async () => {
    page = await openHostile('out-of-reach.html', 6, 1280);
    const placed = holders(page).find((holder) => holder.parentElement?.id === 'own-width') as HTMLElement;
    expect(styleOf(placed).float).to.equal('right');
    const share = rootOf(placed).getBoundingClientRect().width / (placed.parentElement as Element).clientWidth;
    expect(share).to.be.closeTo(0.6, 0.01);
  });
});

describe('a box that is too small', () => {
  for (const path of ['clipped', 'contain', 'absolute']) {
    it(`shows 999 at once and the rest with the keyboard (${path})`, async () => {
      const page = await openHostile(`${path}.html`, 4, 390);
      const panel = holders(page).find((holder) => holder.getAttribute('data-say-something') === 'report');
      const box = panel?.closest('.clipped,.contained,.relative') as HTMLElement;
      expect(box.scrollTop).to.equal(0);
      expect(box.scrollHeight).to.be.above(box.clientHeight * 2);
      const [danger] = numbersOf(panel as HTMLElement);
      expect(danger?.getBoundingClientRect().bottom).to.be.below(box.getBoundingClientRect().bottom);
      const last = numbersOf(panel as HTMLElement).findLast((number) => number.localName === 'a') as HTMLElement;
      last.focus();
      // one engine scrolls to the focused element only with its next layout
      await until(() => box.scrollTop > 0);
      const { top, bottom } = last.getBoundingClientRect();
      expect(top).to.be.at.least(box.getBoundingClientRect().top);
      expect(bottom).to.be.at.most(box.getBoundingClientRect().bottom);
      page.close();
    });
  }
});

describe('a right-to-left page', () => {
  it('announces the number of places with the number first', async () => {
    const page = await openHostile('right-to-left-all.html', 4, 1280);
    const panel = holders(page).find((holder) => holder.getAttribute('data-say-something') === 'report');
    setOpen(panel as HTMLElement, true);
    const result = rootOf(panel as HTMLElement).querySelector('.result span') as Element;
    const words = [...result.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE) as Text;
    expect(words.data).to.match(/^\d places to tell/);
    const place = (at: number): number => {
      const range = page.document.createRange();
      range.setStart(words, at);
      range.setEnd(words, at + 1);
      return range.getBoundingClientRect().left;
    };
    expect(place(0)).to.be.below(place(2));
    page.close();
  });
});

describe('a number in a page that prevents selection', () => {
  for (const path of ['inherited', 'important-text']) {
    it(`can be selected and copied (${path})`, async () => {
      const page = await openHostile(`${path}.html`, path === 'inherited' ? 4 : 5, 390);
      const selectable = (element: Element): string =>
        styleOf(element).getPropertyValue('user-select') || styleOf(element).getPropertyValue('-webkit-user-select');
      expect(selectable(page.document.querySelector('.inherits') ?? page.document.body)).to.equal('none');
      for (const holder of holders(page)) expect(selectable(rootOf(holder))).to.equal('text');
      page.close();
    });
  }
});
