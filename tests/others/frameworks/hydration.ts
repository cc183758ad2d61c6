import { expect } from '@open-wc/testing';
import { visibleText } from '../../script/page.js';
import type { AppPage, Later } from './page.js';
import { drawn, hasExit, levelOf, openApp, spansOf, until, whoOf } from './page.js';

const MARKERS = ['#panel say-something-report', '#attributes', '#text', '#placeholder', '#link', '#node', '#paragraph'];

/**
 * Tests a server's markup that hydrates in the browser, with `inTwo` also in two steps. Development warns of unexpected markup, and
 * production recovers without a warning, so one test runs in both.
 */
export function testServerMarkup(framework: string, inTwo: boolean): void {
  for (const mode of ['development', 'production']) {
    describe(`${framework}’s server markup in ${mode}`, () => {
      let page: AppPage;
      const open = async (name: string): Promise<void> => {
        page = await openApp(`${framework}-${mode}/${name}`);
      };
      afterEach(() => page.close());

      const markers = (): readonly HTMLElement[] => MARKERS.map(page.find);
      const ready = (): Promise<void> => until('it is taken over', () => page.app.ready);
      const allDrawn = (): Promise<void> => until('every marker is drawn', () => markers().every(drawn));
      const mirrored = (): Promise<void> =>
        until('the words are in the light tree', () => markers().every((marker) => spansOf(marker).length));
      /** Expects no warnings, no errors, and nothing that was rendered again. */
      const silent = (): void => {
        expect(page.window.said.splice(0)).to.deep.equal([]);
        expect(page.app.recovered ?? []).to.deep.equal([]);
      };
      /** Expects that the page works like one that the framework has rendered itself. */
      const lives = async (): Promise<void> => {
        await page.app.update({ audience: 'young-person', headingLevel: 4, words: 'Call the police', own: true });
        await until('the changes', () => levelOf(page.find('#attributes')) === '4');
        await until('an object', () => visibleText(page.find('#panel')).includes('Testshire'));
        await until('the audience', () => whoOf(page.find('#attributes')) === 'I am under 19');
        await until('an exit', () => hasExit(page.find('#attributes')));
        expect(page.find('#placeholder > p').textContent).to.equal('Call the police');
        await page.app.update({ shown: false });
        await page.app.update({});
        await allDrawn();
        const stay = (event: Event): void => event.preventDefault();
        page.window.addEventListener('click', stay, true);
        drawn(page.find('#panel say-something-report'))?.querySelector<HTMLElement>('a[href="tel:999"]')?.click();
        expect(page.app.received).to.deep.equal(['police-999 phone']);
        page.app.unmount();
        expect(page.document.querySelectorAll('#root *').length).to.equal(0);
      };

      it('hydrates after the script has drawn the markers', async () => {
        await open('before');
        await ready();
        await allDrawn();
        await mirrored();
        silent();
        await lives();
        silent();
      });
      if (mode === 'development') return;

      it('hydrates before the script loads', async () => {
        await open('after');
        const nodes = MARKERS.map(page.find);
        await ready();
        await page.addScript();
        await allDrawn();
        await mirrored();
        expect(MARKERS.every((selector, i) => page.find(selector) === nodes[i])).to.equal(true);
        silent();
        await lives();
        silent();
      });

      if (inTwo) {
        it('hydrates in two steps with the script between them', async () => {
          await open('during');
          let go: () => void = () => {};
          const later: Later = { done: false, promise: new Promise((resolve) => (go = resolve)) };
          page.app.hydrate(later);
          await ready();
          const placeholder = page.find('#placeholder');
          await page.addScript();
          await allDrawn();
          expect(later.taken).to.equal(undefined);
          later.done = true;
          go();
          await until('the rest is taken over', () => later.taken);
          // compare to a boolean, because a failure message with a node of React would print all of React
          expect(page.find('#placeholder') === placeholder).to.equal(true);
          silent();
          // the words are added in several idle periods
          await until('the words are in the light tree', () => {
            page.window.idle();
            return markers().every((marker) => spansOf(marker).length);
          });
          silent();
        });
      }

      it('is rendered again with every number when it hydrates after our words were added', async () => {
        await open('late');
        await allDrawn();
        await mirrored();
        page.app.hydrate();
        await ready();
        await allDrawn();
        await until('999 in every marker', () => markers().every((marker) => visibleText(marker).includes('999')));
        expect(page.window.said.splice(0).filter((words) => /^(?:thrown|rejected)/.test(words))).to.deep.equal([]);
        await lives();
        expect(page.window.said.filter((words) => /^(?:thrown|rejected)/.test(words))).to.deep.equal([]);
      });
    });
  }
}
