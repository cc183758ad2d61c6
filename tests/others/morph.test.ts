/* Tests a page that morphs its markup into the server's, which does not contain our words, as Turbo and Livewire do. */
import { expect, fixture, html } from '@open-wc/testing';
import { snippetFor } from '../../demo/snippets.js';
import '../../src/index.js';
import { isMirrored } from '../helpers/mirrored.js';
import { until } from '../helpers/until.js';
import { globalFrom } from './sanitizers/script.js';

interface Turbo {
  morphChildren: (current: Element, next: Element) => void;
}
const turbo = globalFrom<Turbo>('/peers/@hotwired/turbo/dist/turbo.es2017-umd.js', 'Turbo');

describe('a page that morphs its markup', () => {
  it('gets our words back with their translation, and keeps the server’s snippet', async () => {
    const place = await fixture<HTMLElement>(html`<main></main>`);
    place.innerHTML = snippetFor({ element: 'report' });
    const sent = place.cloneNode(true) as HTMLElement;
    const holder = place.firstElementChild as HTMLElement;
    const words = (): NodeListOf<HTMLElement> => holder.querySelectorAll(':scope > span[slot]');
    await until(() => isMirrored(holder.shadowRoot), 'the words are not there');
    const before = words().length;
    (holder.querySelector('span[slot=heading]') as Element).textContent = 'Martwisz się o dziecko?';

    const { morphChildren } = await turbo;
    morphChildren(place, sent);
    expect(words().length, 'the morph takes the words away').to.equal(0);
    expect(place.firstElementChild).to.equal(holder);
    await until(() => isMirrored(holder.shadowRoot), 'the words do not come back');
    expect(words().length).to.equal(before);
    expect(holder.querySelector('span[slot=heading]')?.textContent).to.equal('Martwisz się o dziecko?');
  });
});
