import { expect } from '@open-wc/testing';
import { NUMBERS, openPage, shown, until, visibleText } from './page.js';
import type { Page } from './page.js';
import { digitsOf } from '../../src/core/numbers.js';
import { isMirrored } from '../helpers/mirrored.js';
import { digits, number } from '../helpers/numbers.js';

const FINDER = 'www.gov.uk/report-child-abuse-to-local-council';

describe('the script in a page', () => {
  let page: Page;
  const open = async (...given: Parameters<typeof openPage>): Promise<Page> => (page = await openPage(...given));
  afterEach(() => page.close());

  const linkTo = (path: string): HTMLAnchorElement | null => page.document.querySelector(`a[href="${path}"]`);

  it('shows 999, Childline and the first three routes on the first screen of a phone', async () => {
    await open('index.html', { width: 390, height: 844 });
    const [panel] = page.panels();
    const bottom = (element?: Element | null): number => element?.getBoundingClientRect().bottom ?? Infinity;
    expect(bottom(panel?.querySelector('a[href="tel:999"]'))).to.be.below(844);
    expect(bottom(panel?.querySelector(`a[href="tel:${digits('childline')}"]`))).to.be.below(844);
    const cards = panel?.querySelectorAll('[part=route]') ?? [];
    expect(bottom(cards[2]?.querySelector('[part=number]'))).to.be.below(844);
    expect(bottom(cards[2])).to.be.at.most(844);
  });

  it('hides the fallback when the panel is drawn, and writes nothing to the console', async () => {
    await open('index.html');
    expect(page.panels()).to.have.length(1);
    expect(shown(linkTo('https://www.gov.uk/report-child-abuse-to-local-council'))).to.equal(false);
    expect(page.errors).to.deep.equal([]);
    expect(page.warnings).to.deep.equal([]);
  });

  it('moves none of the page’s nodes and adds only its own words', async () => {
    await open('index.html');
    const placeholder = page.document.querySelector('.say-something') as Element;
    expect([...placeholder.attributes].map(({ name }) => name)).to.have.members([
      'class',
      'data-say-something',
      'data-audience',
    ]);
    const served = await (await fetch(page.document.location.href)).text();
    const pasted = new DOMParser().parseFromString(served, 'text/html').querySelector('.say-something') as Element;
    await until(() => isMirrored(placeholder.shadowRoot));
    const markup = ({ outerHTML }: Element): string => outerHTML;
    const children = [...placeholder.children];
    const own = children.slice(0, pasted.children.length);
    expect(own.map(markup)).to.deep.equal([...pasted.children].map(markup));
    expect(children.length - own.length).to.be.above(20);
    expect(children.slice(own.length).every((child) => child.matches('span[slot]'))).to.equal(true);
  });

  it('adds no global except its custom elements', async () => {
    await open('no-script.html', { draws: false });
    const before = new Set(Object.getOwnPropertyNames(page.window));
    page.close();
    await open('index.html');
    const added = Object.getOwnPropertyNames(page.window).filter((name) => !before.has(name) && !/^\d+$/.test(name));
    expect(added).to.deep.equal([]);
  });

  it('keeps content in the custom element that is not marked as fallback', async () => {
    await open('element.html');
    expect(page.panels()).to.have.length(1);
    expect(shown(page.document.querySelector('#own'))).to.equal(true);
    expect(shown(page.document.querySelector('.say-something-fallback'))).to.equal(false);
  });

  for (const [path, why] of [
    ['no-script.html', 'the script never comes'],
    ['blocked.html', 'a policy blocks the script'],
  ] as const) {
    it(`leaves every number and the finder as text and links when ${why}`, async () => {
      await open(path, { draws: false });
      expect(page.panels()).to.have.length(0);
      const text = visibleText(page.document.body);
      for (const number of [...NUMBERS, FINDER]) expect(text).to.contain(number);
      for (const number of NUMBERS) expect(shown(linkTo(`tel:${digitsOf(number)}`))).to.equal(true);
      expect(shown(linkTo(`https://${FINDER}`))).to.equal(true);
    });
  }

  it('draws a snippet that is added to the page later', async () => {
    await open('later.html');
    await until(() => page.panels().length);
    expect(page.panels()).to.have.length(1);
  });

  it('uses the defaults for wrong settings and warns once of each', async () => {
    await open('bad-settings.html');
    await until(() => page.warnings.length >= 4);
    expect(page.panels()).to.have.length(2);
    expect(visibleText(page.document.querySelector('#unknown') as Element)).to.contain('This text stays.');
    const about = (text: string): number => page.warnings.filter((warning) => warning.includes(text)).length;
    expect(about('audience="hotle"')).to.equal(1);
    expect(about('heading-level="9"')).to.equal(1);
    expect(about('directory="missing.json"')).to.equal(1);
    expect(about('data-say-something="sings"')).to.equal(1);
    expect(page.warnings).to.have.length(4);
    expect(page.errors).to.deep.equal([]);
  });

  it('ignores spaces around the settings of a placeholder', async () => {
    await open('bad-settings.html');
    const work = page.panels()[1];
    expect(work?.querySelector<HTMLInputElement>('input:checked')?.closest('label')?.textContent).to.contain('At work');
  });

  it('reads the page’s own directory', async () => {
    await open('own-directory.html');
    const first = (): string => visibleText(page.panels()[0]?.querySelector('[part=route]') as Element);
    await until(() => first().includes('Crimestoppers'));
    expect(first()).to.contain('Crimestoppers');
    expect(visibleText(page.panels()[0] as ShadowRoot)).not.to.contain(number('herts-childrens-services'));
  });

  it('follows a dark page', async () => {
    await open('dark.html');
    const root = page.panels()[0]?.querySelector('[part=root]') as Element;
    expect(page.window.getComputedStyle(root).backgroundColor).to.equal('rgb(23, 25, 28)');
  });

  for (const [path, who] of [
    ['hotel.html', 'At work in a hotel, pub, taxi or shop'],
    ['school.html', 'School or health worker'],
    ['young-person.html', 'I am under 19'],
  ] as const) {
    it(`begins with the answer that ${path} gives`, async () => {
      await open(path);
      expect(page.panels()[0]?.querySelector('input:checked')?.closest('label')?.textContent).to.contain(who);
    });
  }

  it('has no horizontal scroll bar at 320 px', async () => {
    await open('index.html', { width: 320, height: 640 });
    const { scrollWidth, clientWidth } = page.document.documentElement;
    expect(clientWidth).to.equal(320);
    expect(scrollWidth).to.equal(320);
  });
});
