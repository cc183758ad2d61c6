/* A page that changes its markup into what the server sent, as Turbo and Livewire do it: our words are not in that. */
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
  it('has our words back, as they were translated, and the snippet as the server sent it', async () => {
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
