import { expect } from '@open-wc/testing';
import { openPage, until, visibleText } from './page.js';
import type { Page } from './page.js';
import { number } from '../helpers/numbers.js';

describe('the script with all its elements in one page', () => {
  let page: Page;
  const open = async (...given: Parameters<typeof openPage>): Promise<Page> => (page = await openPage(...given));
  afterEach(() => page.close());

  it('draws the banner, the signs, the panel and the exit, each from its own marker', async () => {
    await open('together.html');
    const drawn = [...page.document.querySelectorAll('*')].filter((element) =>
      element.shadowRoot?.querySelector('[part=root]'),
    );
    expect(drawn.map((element) => element.id || element.localName)).to.deep.equal([
      'say-something-exit',
      'div',
      'alone',
      'say-something-report',
    ]);
    expect(page.errors).to.deep.equal([]);
    expect(page.warnings).to.deep.equal([]);
  });

  it('leaves a link in a sentence alone', async () => {
    await open('together.html');
    const sentence = page.document.querySelector('#sentence') as Element;
    expect(sentence.shadowRoot).to.equal(null);
    expect(visibleText(sentence)).to.contain('read the signs first');
  });

  it('adds every visible phrase to the page’s own text when the page is idle', async () => {
    await open('together.html');
    const phrases = [
      'Say something if you see something',
      'Cut off from family',
      number('herts-childrens-services'),
      'You can leave this page fast',
    ];
    const missing = (): string[] => phrases.filter((phrase) => !page.document.body.innerText.includes(phrase));
    await until(() => !missing().length);
    expect(missing()).to.deep.equal([]);
  });

  it('has one live region for all elements', async () => {
    await open('together.html');
    const regions = [...page.document.querySelectorAll('*')].flatMap((element) => [
      ...(element.shadowRoot?.querySelectorAll('[role=status],[aria-live]') ?? []),
    ]);
    expect(regions).to.have.length(1);
  });

  it('fits the signs into a sidebar of 200 px', async () => {
    await open('signs.html', { width: 1280, height: 900 });
    const sidebar = page.document.querySelector('aside') as HTMLElement;
    expect(sidebar.getBoundingClientRect().width).to.equal(200);
    expect(sidebar.scrollWidth).to.equal(200);
  });

  it('throws nothing when ten thousand nodes are added at once', async () => {
    await open('together.html');
    const place = page.document.createElement('div');
    for (let i = 0; i < 10_000; i++) place.append(page.document.createElement('p'));
    place.lastElementChild?.append(
      Object.assign(page.document.createElement('div'), { className: 'say-something', textContent: 'late' }),
    );
    page.document.body.append(place);
    await until(() => place.querySelector('.say-something')?.shadowRoot);
    expect(place.querySelector('.say-something')?.shadowRoot).not.to.equal(null);
    expect(page.errors).to.deep.equal([]);
  });
});
