import { expect } from '@open-wc/testing';
import { visibleText } from '../../script/page.js';
import type { AppPage, Later } from './page.js';
import { drawn, hasExit, levelOf, openApp, spansOf, until, whoOf } from './page.js';

const MARKERS = ['#panel say-something-report', '#attributes', '#text', '#placeholder', '#link', '#node', '#paragraph'];

/**
 * The markup of a server, taken over in the browser; `inTwo` where a framework can do so in two steps. Production recovers in
 * silence from markup that it did not expect, and development warns of it: one test runs in both.
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
      /** Nothing was warned of, thrown, or drawn anew. */
      const silent = (): void => {
        expect(page.window.said.splice(0)).to.deep.equal([]);
        expect(page.app.recovered ?? []).to.deep.equal([]);
      };
      /** The page goes on as if the markup had been the framework's from the start. */
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

      it('is taken over after the script has drawn on it', async () => {
        await open('before');
        await ready();
        await allDrawn();
        await mirrored();
        silent();
        await lives();
        silent();
      });
      if (mode === 'development') return;

      it('is taken over before the script comes', async () => {
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
        it('is taken over in two steps, the script between them', async () => {
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
          // asked as yes or no: a node that React owns, shown in a failure, is all of React
          expect(page.find('#placeholder') === placeholder).to.equal(true);
          silent();
          // words come in more than one pause
          await until('the words are in the light tree', () => {
            page.window.idle();
            return markers().every((marker) => spansOf(marker).length);
          });
          silent();
        });
      }

      it('is drawn anew, with every number, where it is taken over only after our words stand in it', async () => {
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
