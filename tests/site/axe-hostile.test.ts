import { expect } from '@open-wc/testing';
import { bringAxe, faults } from '../helpers/axe.js';
import { wordsOf } from '../helpers/looks.js';
import { isMirrored } from '../helpers/mirrored.js';
import { until } from '../helpers/until.js';
import { openPage } from '../script/page.js';
import type { Page } from '../script/page.js';

/*
 * Tests the built script in difficult pages. axe checks only our elements, and not the page's own faults. Pages with a strict
 * policy are left out, because they do not load axe either, and our elements are the same there.
 */
const PAGES: readonly (readonly [title: string, path: string, width: number, rules?: string])[] = [
  ['a page from right to left', 'right-to-left.html', 320],
  ['a dark page', 'dark.html', 390],
  [
    'a page whose rules are all important',
    'element.html',
    1280,
    '*{color:red!important;background:yellow!important;font:9px/9 cursive!important;text-indent:-99px!important;' +
      'outline:0!important;opacity:.9!important;visibility:visible!important;text-transform:uppercase!important}',
  ],
  ['a page with important rules for every text', 'important-text.html', 390],
  ['a page that unsets everything with !important', 'unset-important.html', 1280],
  ['a page that unsets everything, 200 px wide', 'element.html', 200, 'html{font-size:62.5%}*{all:unset}'],
];

describe('axe, on our elements in hostile pages', () => {
  let page: Page;
  afterEach(() => page.close());

  for (const [title, path, width, rules] of PAGES) {
    it(`finds no fault in ${title}, at ${width} px`, async () => {
      page = await openPage(path, { width });
      await bringAxe(page.window);
      if (rules) page.document.head.append(Object.assign(page.document.createElement('style'), { textContent: rules }));
      // wait for the light tree, because the page's rules reach it
      const mirrored = (): boolean => page.panels().every(isMirrored);
      await until(mirrored, 'the words are in the light tree');
      const [panel] = page.panels();
      for (const details of panel?.querySelectorAll('details') ?? []) details.open = true;
      expect(wordsOf(panel?.host as Element)).to.include('Call 999');
      expect(await faults(panel?.querySelector('[part=root]') as Element)).to.deep.equal([]);
    });
  }
});
