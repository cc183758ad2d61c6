import { expect } from '@open-wc/testing';
import { visibleText } from '../../script/page.js';
import type { AppPage, State } from './page.js';
import { drawn, hasExit, levelOf, openApp, spansOf, unfolded, until, whoOf } from './page.js';

const LIST = ['hotel', 'parent', 'taxi'];
const WORK = 'At work in a hotel, pub, taxi or shop';
const CHILD = 'I am under 19';
/** What a script that rests holds of its page. */
const IDLE = 'MutationObserver';

/** Everything that a framework does with the elements once its page is drawn in the browser. */
export function testInTheBrowser(framework: string): void {
  for (const [mode, first] of [
    ['development', true],
    ['production', false],
  ] as const) {
    describe(`${framework} in ${mode}, the script ${first ? 'before' : 'after'} the page is drawn`, function () {
      // a dozen panels are drawn again and again, which takes a busy machine its time
      this.timeout(60_000);
      let page: AppPage;
      const show = async (state: State = {}): Promise<void> => void (await page.app.update(state));
      const panel = (): HTMLElement => page.find('#panel say-something-report');
      const markers = (): readonly HTMLElement[] => [
        panel(),
        ...['#attributes', '#properties', '#text', '#placeholder', '#link', '#node', '#paragraph'].map(page.find),
        ...LIST.map((id) => page.find(`#${id}`)),
      ];
      /** Nothing was warned of or thrown since the test began. */
      const silent = (): void => void expect(page.window.said.splice(0)).to.deep.equal([]);
      /** The words are in the light tree, but for where the framework has since put its own in place of everything. */
      const mirrored = (): Promise<void> =>
        until('the words are in the light tree', () =>
          markers().every((marker) => marker.childElementCount === 0 || spansOf(marker).length),
        );

      before(async () => {
        page = await openApp(`${framework}-${mode}/client`);
        if (first) {
          await page.addScript();
          await until('the script rests', () => page.held().join() === IDLE);
        }
        await page.app.mount({ audience: 'young-person', headingLevel: 4, noExit: true, own: true });
        if (!first) await page.addScript();
      });
      after(() => page.close());

      it('draws every marker, with what it was given', async () => {
        await until('every marker is drawn', () => markers().every(unfolded));
        for (const one of [panel(), page.find('#attributes'), page.find('#properties')]) {
          expect(levelOf(one)).to.equal('4');
          expect(whoOf(one)).to.equal(CHILD);
        }
        expect(hasExit(panel())).to.equal(false);
        expect(hasExit(page.find('#attributes'))).to.equal(true);
        expect(hasExit(page.find('#properties'))).to.equal(false);
        expect(visibleText(panel())).to.contain('Testshire');
        await show();
        silent();
      });

      it('takes attributes, and the changes to them', async () => {
        await until('the first ones', () => levelOf(page.find('#attributes')) === '3');
        expect(whoOf(page.find('#attributes'))).to.equal(WORK);
        await show({ audience: 'young-person', headingLevel: 4 });
        await until('the new ones', () => levelOf(page.find('#attributes')) === '4');
        expect(whoOf(page.find('#attributes'))).to.equal(CHILD);
        await show();
        silent();
      });

      it('takes properties, and the changes to them', async () => {
        await until('the first ones', () => levelOf(page.find('#properties')) === '3');
        expect(whoOf(page.find('#properties'))).to.equal(WORK);
        await show({ audience: 'young-person', headingLevel: 4 });
        await until('an exit', () => hasExit(page.find('#properties')));
        expect(levelOf(page.find('#properties'))).to.equal('4');
        expect(whoOf(page.find('#properties'))).to.equal(CHILD);
        await show({ audience: 'young-person', noExit: true });
        await until('no exit', () => !hasExit(page.find('#properties')));
        await show({ audience: 'young-person' });
        await until('an exit again', () => hasExit(page.find('#properties')));
        await show();
        silent();
      });

      it('takes everything in the component of the docs', async () => {
        await show({ audience: 'young-person', headingLevel: 5, own: true });
        await until('the page’s own directory', () => visibleText(panel()).includes('Testshire'));
        expect(levelOf(panel())).to.equal('5');
        expect(hasExit(panel())).to.equal(true);
        await show({ audience: 'young-person', noExit: true });
        await until('the built-in directory', () => visibleText(panel()).includes('Hertfordshire'));
        expect(hasExit(panel())).to.equal(false);
        await show();
        silent();
      });

      it('follows the settings of a placeholder and of a link', async () => {
        await show({ audience: 'young-person' });
        await until('the placeholder', () => whoOf(page.find('#placeholder')) === CHILD);
        await until('the link', () => whoOf(page.find('#link')) === CHILD);
        await show();
        await until('the placeholder again', () => whoOf(page.find('#placeholder')) === WORK);
        await until('the link again', () => whoOf(page.find('#link')) === WORK);
        silent();
      });

      it('tells the page once which way of making contact was used', () => {
        const stay = (event: Event): void => event.preventDefault();
        page.window.addEventListener('click', stay, true);
        drawn(panel())?.querySelector<HTMLElement>('a[href="tel:999"]')?.click();
        page.window.removeEventListener('click', stay, true);
        expect(page.app.received.splice(0)).to.deep.equal(['police-999 phone']);
        silent();
      });

      it('lets the framework rewrite the words inside, once ours stand beside them', async () => {
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
        for (const marker of markers()) expect(visibleText(marker)).to.contain('999');
        await show({ words: 'Call 999', marked: false });
        expect(page.document.querySelectorAll('#attributes .own')).to.have.length(1);
        await show();
        expect(page.document.querySelectorAll('#attributes .own')).to.have.length(2);
        silent();
      });

      it('gives a node back when the framework makes something else of it', async () => {
        await show();
        await until('both are markers', () => drawn(page.find('#node')) && drawn(page.find('#paragraph')));
        await show({ marked: false, words: 'Opening hours of the library' });
        await until('both show the page’s own words and nothing else', () =>
          ['#node', '#paragraph'].every(
            (selector) => visibleText(page.find(selector)).trim() === 'Opening hours of the library',
          ),
        );
        expect(spansOf(page.find('#node'))).to.have.length(0);
        expect(spansOf(page.find('#paragraph'))).to.have.length(0);
        await show();
        await until('both are markers again', () => drawn(page.find('#node')) && drawn(page.find('#paragraph')));
        expect(visibleText(page.find('#node'))).to.contain('999');
        silent();
      });

      it('keeps each panel of a list, and what was answered in it, when their order changes', async () => {
        const before = LIST.map((id) => page.find(`#${id}`));
        drawn(page.find('#parent'))?.querySelector<HTMLElement>('input')?.click();
        await show({ order: ['taxi', 'parent', 'school', 'hotel'] });
        expect([...page.find('#list').children].map(({ id }) => id)).to.deep.equal([
          'taxi',
          'parent',
          'school',
          'hotel',
        ]);
        expect(LIST.every((id, i) => page.find(`#${id}`) === before[i])).to.equal(true);
        await until('the new one is drawn', () => drawn(page.find('#school')));
        expect(whoOf(page.find('#parent'))).to.equal(CHILD);
        await show({ order: ['hotel'] });
        expect(page.find('#list').children).to.have.length(1);
        expect(visibleText(page.find('#hotel'))).to.contain('999');
        await show();
        await until('all are drawn', () => markers().every(drawn));
        silent();
      });

      it('comes and goes with a condition', async () => {
        await mirrored();
        await show({ shown: false });
        expect(page.find('#root').textContent?.trim()).to.equal('Call 999');
        await show();
        await until('every marker is drawn', () => markers().every(drawn));
        await mirrored();
        silent();
      });

      it('leaves nothing behind when it is unmounted, and comes back', async () => {
        await mirrored();
        page.app.unmount();
        expect(page.document.querySelectorAll('#root *').length).to.equal(0);
        expect(page.document.querySelectorAll('span[slot]').length).to.equal(0);
        await until(`${IDLE} and nothing else is held`, () => page.held().join() === IDLE);
        page.window.dispatchEvent(new Event('pageshow'));
        page.document.documentElement.lang = 'cy';
        await page.app.mount();
        await until('every marker is drawn', () => markers().every(drawn));
        expect(page.held().join()).not.to.equal(IDLE);
        silent();
      });
    });
  }
}
