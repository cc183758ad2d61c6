import { expect } from '@open-wc/testing';
import { visibleText } from '../../script/page.js';
import type { AppPage, State } from './page.js';
import { drawn, hasExit, levelOf, openApp, spansOf, until, whole, whoOf } from './page.js';

const LIST = ['hotel', 'parent', 'taxi'];
const WORK = 'At work in a hotel, pub, taxi or shop';
const CHILD = 'I am under 19';
/** The only resource that the script keeps when the page has no elements. */
const IDLE = 'MutationObserver';

/** Expects no warnings and no errors since the test began. */
const silent = (page: AppPage): void => void expect(page.window.said.splice(0)).to.deep.equal([]);

/** Every marker of a page that shows `LIST`. */
const markersIn = ({ find }: AppPage): readonly HTMLElement[] => [
  find('#panel say-something-report'),
  ...['#attributes', '#properties', '#text', '#placeholder', '#link', '#node', '#paragraph'].map(find),
  ...LIST.map((id) => find(`#${id}`)),
];

/** The first state of a page in the tests, which differs from the first state of each app. */
const GIVEN: State = { audience: 'young-person', headingLevel: 4, noExit: true, own: true };

/** Expects that every marker is drawn with `GIVEN`, without warnings. */
async function drawsWhatItWasGiven(page: AppPage): Promise<void> {
  await until('every marker is drawn', () => markersIn(page).every(whole));
  const [panel, attributes, properties] = markersIn(page) as [HTMLElement, HTMLElement, HTMLElement];
  await until('the page’s own directory', () => visibleText(panel).includes('Testshire'));
  for (const one of [panel, attributes, properties]) {
    expect(levelOf(one)).to.equal('4');
    expect(whoOf(one)).to.equal(CHILD);
  }
  expect(hasExit(panel)).to.equal(false);
  expect(hasExit(attributes)).to.equal(true);
  expect(hasExit(properties)).to.equal(false);
  silent(page);
}

/** Tests everything that a framework does with the elements when it renders its page in the browser. */
export function testInTheBrowser(framework: string): void {
  // test development too, because a framework warns only there
  describe(`${framework} in development, with the script before the page is rendered`, () => {
    it('has every marker drawn with its settings and changes', async () => {
      const page = await openApp(`${framework}-development/client`);
      await page.addScript();
      await until('the script rests', () => page.held().join() === IDLE);
      await page.app.mount(GIVEN);
      await drawsWhatItWasGiven(page);
      await page.app.update({});
      await until('the changes', () =>
        markersIn(page)
          .slice(0, 3)
          .every((marker) => levelOf(marker) === '3'),
      );
      silent(page);
      page.close();
    });
  });

  describe(`${framework} in production, with the script after the page is rendered`, () => {
    let page: AppPage;
    const show = async (state: State = {}): Promise<void> => void (await page.app.update(state));
    const panel = (): HTMLElement => page.find('#panel say-something-report');
    const markers = (): readonly HTMLElement[] => markersIn(page);
    /** Waits until the words are in the light tree, except where the framework has replaced all content. */
    const mirrored = (): Promise<void> =>
      until('the words are in the light tree', () =>
        markers().every((marker) => marker.childElementCount === 0 || spansOf(marker).length),
      );

    before(async () => {
      page = await openApp(`${framework}-production/client`);
      await page.app.mount(GIVEN);
      await page.addScript();
    });
    after(() => page.close());

    it('has every marker drawn with its settings', async () => {
      await drawsWhatItWasGiven(page);
      await show();
      silent(page);
    });

    it('passes attributes and their changes', async () => {
      await until('the first level', () => levelOf(page.find('#attributes')) === '3');
      await until('the first audience', () => whoOf(page.find('#attributes')) === WORK);
      await show({ audience: 'young-person', headingLevel: 4 });
      await until('the new level', () => levelOf(page.find('#attributes')) === '4');
      await until('the new audience', () => whoOf(page.find('#attributes')) === CHILD);
      await show();
      silent(page);
    });

    it('passes properties and their changes', async () => {
      await until('the first level', () => levelOf(page.find('#properties')) === '3');
      await until('the first audience', () => whoOf(page.find('#properties')) === WORK);
      await show({ audience: 'young-person', headingLevel: 4 });
      await until('an exit', () => hasExit(page.find('#properties')));
      await until('the new level', () => levelOf(page.find('#properties')) === '4');
      await until('the new audience', () => whoOf(page.find('#properties')) === CHILD);
      await show({ audience: 'young-person', noExit: true });
      await until('no exit', () => !hasExit(page.find('#properties')));
      await show({ audience: 'young-person' });
      await until('an exit again', () => hasExit(page.find('#properties')));
      await show();
      silent(page);
    });

    it('passes everything in the component of the docs', async () => {
      await show({ audience: 'young-person', headingLevel: 5, own: true });
      await until('the page’s own directory', () => visibleText(panel()).includes('Testshire'));
      await until('the new level', () => levelOf(panel()) === '5');
      await until('an exit', () => hasExit(panel()));
      await show({ audience: 'young-person', noExit: true });
      await until('the built-in directory', () => visibleText(panel()).includes('Hertfordshire'));
      await until('no exit', () => !hasExit(panel()));
      await show();
      silent(page);
    });

    it('passes changes of a placeholder’s and a link’s settings', async () => {
      await show({ audience: 'young-person' });
      await until('the placeholder', () => whoOf(page.find('#placeholder')) === CHILD);
      await until('the link', () => whoOf(page.find('#link')) === CHILD);
      await show();
      await until('the placeholder again', () => whoOf(page.find('#placeholder')) === WORK);
      await until('the link again', () => whoOf(page.find('#link')) === WORK);
      silent(page);
    });

    it('receives the contact event once', () => {
      const stay = (event: Event): void => event.preventDefault();
      page.window.addEventListener('click', stay, true);
      drawn(panel())?.querySelector<HTMLElement>('a[href="tel:999"]')?.click();
      page.window.removeEventListener('click', stay, true);
      expect(page.app.received.splice(0)).to.deep.equal(['police-999 phone']);
      silent(page);
    });

    it('can rewrite its words next to our words', async () => {
      await mirrored();
      await show({ words: 'Call the police' });
      for (const [selector, count] of [
        ['#attributes .own', 2],
        ['#placeholder > p', 1],
        ['#link > a', 1],
      ] as const) {
        const found = [...page.document.querySelectorAll(selector)];
        expect(found.map(({ textContent }) => textContent)).to.deep.equal(Array(count).fill('Call the police'));
      }
      expect(page.find('#text').textContent).to.contain('Call the police');
      await until('999 in every marker', () => markers().every((marker) => visibleText(marker).includes('999')));
      await show({ words: 'Call 999', marked: false });
      expect(page.document.querySelectorAll('#attributes .own')).to.have.length(1);
      await show();
      expect(page.document.querySelectorAll('#attributes .own')).to.have.length(2);
      silent(page);
    });

    it('can reuse a marker’s node for something else', async () => {
      await show();
      await until('both are markers', () => drawn(page.find('#node')) && drawn(page.find('#paragraph')));
      await show({ marked: false, words: 'Opening hours of the library' });
      await until('both show the page’s own words and nothing else', () =>
        ['#node', '#paragraph'].every(
          (selector) => visibleText(page.find(selector)).trim() === 'Opening hours of the library',
        ),
      );
      await until('none of our words', () =>
        ['#node', '#paragraph'].every((selector) => !spansOf(page.find(selector)).length),
      );
      await show();
      await until('both are markers again', () => drawn(page.find('#node')) && drawn(page.find('#paragraph')));
      await until('999 in the node', () => visibleText(page.find('#node')).includes('999'));
      silent(page);
    });

    it('keeps each panel of a list with its answers when the order changes', async () => {
      const before = LIST.map((id) => page.find(`#${id}`));
      drawn(page.find('#parent'))?.querySelector<HTMLElement>('input')?.click();
      await show({ order: ['taxi', 'parent', 'school', 'hotel'] });
      expect([...page.find('#list').children].map(({ id }) => id)).to.deep.equal(['taxi', 'parent', 'school', 'hotel']);
      expect(LIST.every((id, i) => page.find(`#${id}`) === before[i])).to.equal(true);
      await until('the new one is drawn', () => drawn(page.find('#school')));
      await until('the answer', () => whoOf(page.find('#parent')) === CHILD);
      await show({ order: ['hotel'] });
      expect(page.find('#list').children).to.have.length(1);
      await until('999 in the one that is left', () => visibleText(page.find('#hotel')).includes('999'));
      await show();
      await until('all are drawn', () => markers().every(drawn));
      silent(page);
    });

    it('can add and remove an element with a condition', async () => {
      await mirrored();
      await show({ shown: false });
      expect(page.find('#root').textContent?.trim()).to.equal('Call 999');
      await show();
      await until('every marker is drawn', () => markers().every(drawn));
      await mirrored();
      silent(page);
    });

    it('leaves nothing behind after unmounting, and can mount again', async () => {
      await mirrored();
      page.app.unmount();
      expect(page.document.querySelectorAll('#root *').length).to.equal(0);
      expect(page.document.querySelectorAll('span[slot]').length).to.equal(0);
      await until(`${IDLE} and nothing else is held`, () => page.held().join() === IDLE);
      page.window.dispatchEvent(new Event('pageshow'));
      page.document.documentElement.lang = 'cy';
      await page.app.mount();
      await until('every marker is drawn', () => markers().every(drawn));
      await until('something is held again', () => page.held().join() !== IDLE);
      silent(page);
    });
  });
}
