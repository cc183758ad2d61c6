import { expect } from '@open-wc/testing';
import type { Audience } from '../../src/core/audiences.js';
import { namesChildren } from '../../src/core/audiences.js';
import { LINKS, NUMBERS, openPage, shown, until, visibleText, whole } from './page.js';
import type { Page } from './page.js';
import { number } from '../helpers/numbers.js';

const ADDRESS = 'www.gov.uk/report-child-abuse-to-local-council';

describe('the script, loaded in different ways', () => {
  let page: Page;
  const open = async (...given: Parameters<typeof openPage>): Promise<Page> => (page = await openPage(...given));
  afterEach(() => page.close());

  const heading = (): string => visibleText(page.panels()[0]?.querySelector('[part=heading]') as Element).trim();
  /** Expects the whole snippet and none of our elements. */
  const expectFallback = (): void => {
    expect(!!page.window.customElements.get('say-something-report')).to.equal(false);
    expect(page.panels()).to.have.length(0);
    const text = visibleText(page.document.body);
    for (const number of [...NUMBERS, ADDRESS]) expect(text).to.contain(number);
    const links = [...page.document.querySelectorAll('.say-something a')];
    expect(links).to.have.length(LINKS);
    expect(links.filter(shown)).to.have.length(LINKS);
  };

  for (const [path, how] of [
    ['index.html', 'async at the end of the page'],
    ['head.html', 'in the head, before there is a body'],
    ['head-async.html', 'async in the head'],
    ['integrity.html', 'named by the hash that the build has written'],
    ['injected.html', 'put into the page later by a tag manager'],
    ['evaluated.html', 'run as text, with no script tag to read'],
    ['module.html', 'made a module by an optimiser'],
    ['twice.html', 'there twice'],
  ] as const) {
    it(`replaces the snippet with one panel: ${how}`, async () => {
      await open(path);
      await until(() => page.panels().length);
      expect(page.panels()).to.have.length(1);
      expect(page.panels()[0]?.querySelectorAll('[part=root]')).to.have.length(1);
      expect(heading()).to.equal('Worried about a child?');
      const links = [...page.document.querySelectorAll('.say-something > :is(p, ul) a')];
      expect(links).to.have.length(LINKS);
      expect(links.filter(shown)).to.have.length(0);
      expect(page.errors).to.deep.equal([]);
      expect(page.warnings).to.deep.equal([]);
    });
  }

  it('leaves the snippet and does not run when it was changed in transit', async () => {
    await open('tampered.html', { draws: false });
    expectFallback();
    expect(page.document.title).to.equal('Script that was changed');
  });

  it('leaves the snippet usable while the script is loading', async () => {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'width: 390px; height: 844px';
    document.body.append(frame);
    // try again, because on a busy machine the script may arrive before the test can look
    for (let tries = 0; tries < 40 && frame.contentDocument?.readyState !== 'interactive'; tries++) {
      frame.src = `/demo/situations/delayed.html?${tries}`;
      await until(() => {
        const { readyState, URL } = frame.contentDocument as Document;
        return readyState !== 'loading' && URL.endsWith(`?${tries}`);
      });
    }
    page = {
      window: frame.contentWindow as Page['window'],
      document: frame.contentDocument as Document,
      panels: () => [],
      errors: [],
      warnings: [],
      violations: [],
      close: () => frame.remove(),
    };
    expectFallback();
    const placeholder = page.document.querySelector('.say-something') as Element;
    await until(() => placeholder.shadowRoot?.querySelector('[part=root]'));
    await whole(page.document);
    expect(visibleText(placeholder)).to.contain('Who to tell');
  });

  for (const [path, words] of [
    ['two-versions.html', 'Worried about a child? (another version)'],
    ['two-versions-newer-first.html', 'Worried about a child?'],
  ] as const) {
    it(`lets only the first version of two draw: ${path}`, async () => {
      await open(path);
      expect(page.panels()).to.have.length(1);
      expect(page.panels()[0]?.querySelectorAll('[part=root]')).to.have.length(1);
      expect(heading()).to.equal(words);
      // a snippet that is added now is drawn once too, by the first version
      const late = page.document.createElement('div');
      late.className = 'say-something';
      page.document.body.append(late);
      await until(() => page.panels().length === 2);
      expect(late.shadowRoot?.querySelectorAll('[part=root]')).to.have.length(1);
      expect(visibleText(late.shadowRoot?.querySelector('[part=heading]') as Element).trim()).to.equal(words);
      expect(page.errors).to.deep.equal([]);
      expect(page.warnings).to.deep.equal([]);
    });
  }

  it('leaves the snippet until a consent tool enables the script', async () => {
    await open('consent.html', { draws: false });
    expectFallback();
    page.document.querySelector<HTMLElement>('#agree')?.click();
    await until(() => page.panels().length);
    await whole(page.document);
    expect(page.panels()).to.have.length(1);
    expect(heading()).to.equal('Worried about a child?');
    expect(page.errors).to.deep.equal([]);
  });

  it('draws each snippet once that client-side navigation adds', async () => {
    await open('client-side.html', { draws: false });
    const go = async (id: string, tag: string): Promise<Element> => {
      page.document.querySelector<HTMLElement>(`#${id}`)?.click();
      const inside = (): Element | null | undefined => page.document.querySelector('#view')?.firstElementChild;
      await until(
        () => inside()?.localName === tag && (tag === 'p' || inside()?.shadowRoot?.querySelector('[part=root]')),
      );
      return inside() as Element;
    };
    for (let visit = 0; visit < 3; visit++) {
      const report = await go('to-report', 'div');
      expect(report.shadowRoot?.querySelectorAll('[part=root]')).to.have.length(1);
      expect(visibleText(report)).to.contain('Hertfordshire Police');
      const signs = await go('to-signs', 'say-something-signs');
      expect(visibleText(signs)).to.contain('Signs to look out for');
      expect(visibleText(await go('to-news', 'p'))).to.contain('library');
    }
    expect(page.errors).to.deep.equal([]);
    expect(page.warnings).to.deep.equal([]);
  });
});

/** Pages whose own rules hide plain text, which nothing can prevent without the script. */
const HIDDEN_BY_THE_PAGE = ['situations/important-boxes.html', 'situations/out-of-reach.html'];

/** The numbers that a snippet has next to the emergency number: all of them in a panel, and only that for children for a young person. */
function numbersOf(snippet: Element): readonly string[] {
  const holder = snippet.closest('[data-audience],[audience]');
  const audience = (holder?.getAttribute('data-audience') ?? holder?.getAttribute('audience') ?? 'public') as Audience;
  const panel = [...snippet.querySelectorAll('h1,h2,h3,h4,h5,h6')].some(
    ({ textContent }) => textContent === 'Who to tell',
  );
  const childline = number('childline');
  if (panel) return NUMBERS.filter((one) => one !== childline || namesChildren(audience));
  return audience === 'young-person' ? [childline] : [];
}

describe('a page of the demo without scripts', () => {
  it('has its numbers as text and links', async () => {
    const index = new DOMParser().parseFromString(
      await (await fetch('/demo/situations/index.html')).text(),
      'text/html',
    );
    const paths = [...index.querySelectorAll('#situations a')].map(
      (link) => `situations/${link.getAttribute('href') ?? ''}`,
    );
    expect(paths.length).to.be.above(40);
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-same-origin');
    frame.style.cssText = 'width: 390px; height: 844px';
    document.body.append(frame);
    let held = 0;
    const hidden = new Set<string>();
    for (const path of ['index.html', 'council/', 'hotel/', 'school/', 'situations/', ...paths]) {
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      frame.src = `/demo/${path}`;
      await loaded;
      const inner = frame.contentDocument as Document;
      expect(!!frame.contentWindow?.customElements.get('say-something-report'), path).to.equal(false);
      // the exit's snippet contains a link and no number, and a template contains nothing yet
      const snippets = [...inner.querySelectorAll('.say-something,.say-something-fallback')].filter((snippet) =>
        snippet.querySelector('a[href="tel:999"]'),
      );
      for (const snippet of snippets) {
        const links = [...snippet.querySelectorAll('a')];
        expect(links.length, path).to.be.above(1);
        const words = (snippet.textContent ?? '').replace(/[ \n]+/g, ' ');
        const needed = ['In danger now? Call 999', ...numbersOf(snippet)];
        for (const one of needed) expect(words, path).to.contain(one);
        const seen = visibleText(snippet).replace(/[ \n]+/g, ' ');
        if (needed.every((one) => seen.includes(one)) && links.every(shown)) held++;
        else hidden.add(path);
      }
    }
    frame.remove();
    expect([...hidden].sort()).to.deep.equal(HIDDEN_BY_THE_PAGE);
    expect(held).to.be.above(40);
  }).timeout(60_000);
});
