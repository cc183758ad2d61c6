import { expect } from '@open-wc/testing';
import { wordsOf } from '../../helpers/looks.js';
import { isMirrored } from '../../helpers/mirrored.js';
import { digits } from '../../helpers/numbers.js';
import { until as untilSeen } from '../../helpers/until.js';
import { NUMBERS, openPage, visibleText, whole } from '../../script/page.js';
import type { Page } from '../../script/page.js';

interface Library extends Window {
  readonly $?: (id: string) => unknown;
  readonly Prototype?: unknown;
  readonly MooTools?: unknown;
}

/** The drawn elements by kind. */
function drawn(page: Page): ReadonlyMap<string, HTMLElement> {
  const found = new Map<string, HTMLElement>();
  for (const holder of page.document.querySelectorAll<HTMLElement>(
    '[data-say-something],say-something-report,say-something-banner,say-something-signs,say-something-exit',
  )) {
    const kind = holder.getAttribute('data-say-something') ?? holder.localName.replace('say-something-', '');
    if (holder.shadowRoot?.querySelector('[part=root]')) found.set(kind, holder);
  }
  return found;
}

const until = (what: string, test: () => boolean): Promise<void> => untilSeen(test, what);

/** Draws the elements and does everything that a person can do with them. */
async function useAll(page: Page): Promise<void> {
  await until('all four', () => drawn(page).size === 4);
  // with promises that take a task each, some elements are drawn after the page counts as open
  await whole(page.document);
  const panel = drawn(page).get('report') as HTMLElement;
  const tree = panel.shadowRoot as ShadowRoot;
  await until('words in the light tree', () => panel.textContent.includes('Find the best for you'));
  for (const number of NUMBERS) expect(visibleText(panel)).to.include(number);

  // answer a question
  const first = (): string => wordsOf(tree.querySelector('[part=route]') as Element);
  expect(first()).to.include('Hertfordshire Police');
  const anonymous = [...tree.querySelectorAll('label')].find((label) => wordsOf(label) === 'Stay anonymous');
  anonymous?.click();
  await until('Crimestoppers first', () => first().startsWith('Crimestoppers'));

  // open a row
  const details = tree.querySelector('[part=route] details') as HTMLDetailsElement;
  details.querySelector('summary')?.click();
  await until('what the row opens to', () => details.open && details.getBoundingClientRect().height > 60);

  // copy a number
  const copied: string[] = [];
  Object.defineProperty(page.window.navigator.clipboard, 'writeText', {
    configurable: true,
    value: (text: string) => Promise.resolve(void copied.push(text)),
  });
  details.querySelector('button')?.click();
  await until('the copy', () => wordsOf(details.querySelector('button') as Element).startsWith('Copied'));
  expect(copied).to.deep.equal([digits('crimestoppers')]);

  // open all signs
  const signs = drawn(page).get('signs')?.shadowRoot as ShadowRoot;
  for (const summary of signs.querySelectorAll('summary')) summary.click();
  await until('open signs', () => [...signs.querySelectorAll('details')].every(({ open }) => open));
  expect(signs.querySelectorAll('[part=sign] details')).to.have.length(14);

  // go from the banner to the panel
  const banner = drawn(page).get('banner')?.shadowRoot as ShadowRoot;
  banner.querySelector<HTMLButtonElement>('button')?.click();
  expect(tree.activeElement?.getAttribute('part')).to.equal('heading');

  // leave, which empties a page in a frame
  const exit = drawn(page).get('exit')?.shadowRoot as ShadowRoot;
  exit.querySelector<HTMLAnchorElement>('a')?.click();
  expect(page.document.body.textContent).to.equal('');
}

const nothingSaid = (page: Page): void => {
  expect(page.errors).to.deep.equal([]);
  expect(page.warnings).to.deep.equal([]);
};

describe('the script on a page with an old library', () => {
  let page: Page;
  afterEach(() => page.close());

  for (const [path, name] of [
    ['prototype', 'Prototype'],
    ['prototype-after', 'Prototype'],
    ['mootools', 'MooTools'],
    ['mootools-after', 'MooTools'],
  ] as const) {
    it(`draws, answers, unfolds, copies and leaves, and the library still works (${path})`, async () => {
      page = await openPage(`${path}.html`);
      const window = page.window as Library;
      expect(window[name]).to.be.an('object');
      const own = page.document.createElement('p');
      own.id = 'own';
      page.document.body.append(own);
      expect(window.$?.('own')).to.equal(own);
      await useAll(page);
      nothingSaid(page);
    });
  }
});

describe('the script on a page that has changed JavaScript’s built-ins', () => {
  let page: Page;
  afterEach(() => page.close());

  for (const change of [
    'object-properties',
    'object-setters',
    'array-additions',
    'array-helpers',
    'array-from',
    'element-remove',
    'json',
    'json-methods',
    'bind',
    'promise',
    'idle-callback',
    'intl-broken',
    'object-properties+array-additions+array-helpers+array-from+element-remove+json+bind+promise',
  ]) {
    it(`draws and works: ${change}`, async () => {
      page = await openPage(`changed-builtins.html?${change}`);
      await useAll(page);
      nothingSaid(page);
    });
  }

  for (const change of [
    'object-facts',
    'object-name',
    'object-value',
    'object-get',
    'array-helpers-broken',
    'element-methods',
    'element-matches',
    'element-attach',
    'string-methods',
    'string-missing',
    'promise-broken',
    'map-broken',
    'custom-elements',
    'mutation-observer',
  ]) {
    it(`keeps the numbers and throws nothing: ${change}`, async () => {
      page = await openPage(`changed-builtins.html?${change}`, { draws: false });
      // A page that is never drawn has no event to wait for, so wait until a page that was opened after it is drawn.
      const later = await openPage('together.html');
      await until('a later page', () => later.panels().every(isMirrored));
      later.close();
      expect(page.errors).to.deep.equal([]);
      const report = page.document.querySelector('[data-say-something=report]') as HTMLElement;
      for (const number of NUMBERS) expect(visibleText(report)).to.include(number);
      const call = (report.shadowRoot?.querySelector('a[href="tel:999"]') ??
        report.querySelector('a[href="tel:999"]')) as HTMLElement;
      expect(call.getClientRects().length).to.be.above(0);
      expect(visibleText(page.document.querySelector('[data-say-something=banner]') as Node)).to.include('999');
      expect(visibleText(page.document.querySelector('say-something-signs') as Node)).to.include('999');
      expect(visibleText(page.document.querySelector('say-something-exit') as Node)).to.include('Leave this page');
    });
  }
});
