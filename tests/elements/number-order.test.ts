import { expect, fixture, html } from '@open-wc/testing';
import { fallbackFor } from '../../demo/snippets.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import '../../src/index.js';
import { isMirrored } from '../helpers/mirrored.js';
import type { Order } from '../helpers/number-order.js';
import { orderIn, translate, WORDS } from '../helpers/number-order.js';
import { digits } from '../helpers/numbers.js';
import { until } from '../helpers/until.js';

/** The numbers in sight that are written in groups. */
const FIRST = ['childline', 'herts-childrens-services', 'crimestoppers', 'samaritans'].map(digits);

for (const dir of ['ltr', 'rtl'] as const) {
  for (const [language, words] of Object.entries(WORDS)) {
    describe(`the order of the digits on a page with dir=${dir}, among ${language} words`, () => {
      before(() => (document.documentElement.dir = dir));
      after(() => document.documentElement.removeAttribute('dir'));

      async function pasted(markup: string, width: string): Promise<Order> {
        const place = await fixture<HTMLElement>(html`<div></div>`);
        place.style.width = width;
        place.innerHTML = markup;
        translate(place, words);
        return orderIn(place);
      }

      it('is correct and on one line in every snippet', async () => {
        for (const audience of AUDIENCES) {
          for (const width of ['40em', '9em']) {
            const { seen, wrong } = await pasted(fallbackFor({ element: 'report', audience }), width);
            expect(seen.length, audience).to.be.above(3);
            expect(wrong, `${audience}, ${width}`).to.deep.equal([]);
          }
        }
      });

      it('is wrong in a snippet with ordinary spaces', async () => {
        const spaced = fallbackFor({ element: 'report' }).replaceAll('&#160;', ' ');
        const { seen, wrong } = await pasted(spaced, '40em');
        expect(seen).to.include.members(FIRST);
        expect(wrong.map((written) => written.replaceAll(' ', ''))).to.have.members(FIRST);
      });

      for (const element of ['report', 'banner', 'signs']) {
        it(`is correct and on one line in the drawn ${element}`, async () => {
          const place = await fixture<HTMLElement>(html`<div></div>`);
          const drawn = document.createElement(`say-something-${element}`);
          drawn.setAttribute('audience', 'young-person');
          place.append(drawn);
          await until(() => isMirrored(drawn.shadowRoot), 'its words are not in the light tree');
          for (const details of drawn.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
          translate(drawn, words);
          // check the words too as a reader view shows them, which is plain text
          const kept = document.createElement('p');
          kept.innerHTML = drawn.innerHTML;
          for (const span of kept.querySelectorAll<HTMLElement>('[hidden]')) span.hidden = false;
          place.append(kept);
          for (const { seen, wrong } of [orderIn(drawn), orderIn(kept)]) {
            expect(seen).to.include.members(element === 'report' ? FIRST : [digits('childline')]);
            expect(wrong).to.deep.equal([]);
          }
        });
      }
    });
  }
}
