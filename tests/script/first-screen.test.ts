import { aTimeout, expect } from '@open-wc/testing';
import { AUDIENCES } from '../../src/core/audiences.js';
import type { SnippetSettings } from '../../demo/snippets.js';
import { snippetFor } from '../../demo/snippets.js';
import { itUnless } from '../helpers/skip.js';
import { NUMBERS, drawnIn, shown, unfold, until, visibleText } from './page.js';

/*
 * The built script arrives while a person is already reading the page. Nothing visible may move, and our elements grow only when
 * the person taps.
 */

let frame: HTMLIFrameElement;
afterEach(() => frame.remove());

interface Before {
  readonly width?: number;
  readonly height?: number;
  readonly style?: string;
  /** The markup before the snippets. */
  readonly lead?: string;
}

/** A page with snippets and text after each, without the script. */
function pageWith(
  snippets: readonly string[],
  { width = 360, height = 800, style = '', lead = '' }: Before = {},
): Document {
  frame = document.createElement('iframe');
  frame.style.cssText = `border: 0; width: ${width}px; height: ${height}px`;
  document.body.append(frame);
  const page = frame.contentDocument as Document;
  page.open();
  page.write(
    `<!doctype html><html lang="en"><style>html { scrollbar-width: none } body { font: 16px/1.5 sans-serif } ${style}</style>
    <body><h1>A page</h1><p>Words of the page.</p>${lead}${snippets.map((snippet) => `${snippet}<p class="after">Text.</p>`).join('')}`,
  );
  page.close();
  return page;
}

const tops = (page: Document): number[] =>
  [...page.querySelectorAll('.after')].map((after) => Math.round(after.getBoundingClientRect().top));

/** Adds the script to the page, and waits until this number of elements is drawn. */
async function runScript(page: Document, drawn: number): Promise<void> {
  const script = page.createElement('script');
  script.src = '/dist/say-something.js';
  page.head.append(script);
  await until(() => frame.contentWindow?.customElements.get('say-something-exit'));
  await until(() => drawnIn(page).length === drawn && roots(page).every((root) => !root.matches('[data-partial]')));
  expect(drawnIn(page)).to.have.length(drawn);
}
const roots = (page: Document): HTMLElement[] =>
  drawnIn(page).flatMap(({ shadowRoot }) => shadowRoot?.querySelector<HTMLElement>('[part=root]') ?? []);
const rootOf = (page: Document, i = 0): HTMLElement => roots(page)[i] as HTMLElement;
const control = (root: Element): HTMLElement | null => root.querySelector('.unfold button');

describe('a published snippet on the first screen', () => {
  for (const element of ['report', 'signs', 'banner', 'exit'] as const) {
    for (const width of [360, 768, 1280]) {
      it(`moves nothing when the ${element} is drawn in a page ${width} px wide`, async () => {
        const page = pageWith([snippetFor({ element })], { width });
        const before = tops(page);
        await runScript(page, 1);
        expect(tops(page)).to.deep.equal(before);
        expect(!!control(rootOf(page))).to.equal(element === 'report' || element === 'signs');
      });
    }
  }

  for (const audience of AUDIENCES) {
    it(`moves nothing for ${audience} with banner, panel and signs together, as custom elements too`, async () => {
      const all: SnippetSettings[] = [
        { element: 'banner', audience },
        { element: 'report', audience, way: 'element' },
        { element: 'signs', audience },
      ];
      const page = pageWith(all.map(snippetFor), { width: 360, height: 3000 });
      const before = tops(page);
      await runScript(page, 3);
      expect(tops(page)).to.deep.equal(before);
      // the banner's action leads to the panel that was drawn after it
      expect(rootOf(page).querySelector('[part=action]')).not.to.equal(null);
    });
  }

  for (const [how, style] of [
    ['margins of its own', 'p, ul, li { margin: 1.5em 0 }'],
    ['a frame around the placeholder', '.say-something { padding: 20px; border: 3px solid; margin: 10px }'],
    ['a grid', 'body { display: grid }'],
    ['large letters', 'body { font-size: 24px; line-height: 1.8 }'],
  ] as const) {
    it(`moves nothing in a page with ${how}`, async () => {
      const page = pageWith([snippetFor({ element: 'report' })], { style, height: 2000 });
      const before = tops(page);
      await runScript(page, 1);
      expect(tops(page)).to.deep.equal(before);
    });
  }

  it('shows the numbers while it is folded, and nothing twice', async () => {
    const page = pageWith([snippetFor({ element: 'report' })]);
    await runScript(page, 1);
    const seen = visibleText(page.body);
    for (const number of NUMBERS) expect(seen.split(number), number).to.have.length(2);
    expect(rootOf(page).querySelectorAll('[href="tel:999"]')).to.have.length(1);
    for (const link of rootOf(page).querySelectorAll<HTMLElement>('a.number')) {
      if (shown(link)) expect(link.getBoundingClientRect().height).to.be.at.least(24);
    }
  });

  it('opens when a person taps, and moves the focus', async () => {
    const page = pageWith([snippetFor({ element: 'report' })]);
    await runScript(page, 1);
    const button = control(rootOf(page)) as HTMLElement;
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    button.click();
    await until(() => !control(rootOf(page)));
    expect(control(rootOf(page))).to.equal(null);
    const { shadowRoot } = drawnIn(page)[0] as HTMLElement;
    await until(() => shadowRoot?.activeElement);
    expect(shadowRoot?.activeElement?.id).to.equal('h');
    const seen = visibleText(page.body);
    for (const words of ['Worried about a child?', 'Find the best place to tell', 'Support for you'])
      expect(seen).to.include(words);
  });

  itUnless(
    !('onbeforematch' in document.documentElement) && 'this engine’s search does not find hidden text',
    'opens when the browser’s own search finds a text in it',
    async () => {
      const page = pageWith([snippetFor({ element: 'signs' })]);
      await runScript(page, 1);
      const below = rootOf(page).querySelector('.below') as HTMLElement;
      expect(below.getAttribute('hidden')).to.equal('until-found');
      below.dispatchEvent(new Event('beforematch', { bubbles: true }));
      await until(() => !control(rootOf(page)));
      expect(visibleText(page.body)).to.include('Open all');
    },
  );

  it('is drawn completely out of view, and nothing in view moves', async () => {
    const page = pageWith([snippetFor({ element: 'report' })], { lead: '<div style="height: 2000px"></div>' });
    await runScript(page, 1);
    expect(rootOf(page).matches('[data-folded]')).to.equal(false);
    expect(visibleText(page.body)).to.include('Support for you');
  });

  it('is drawn completely when its fallback ends below the first screen', async () => {
    const long = snippetFor({ element: 'report' }).replace('</div>', '<p style="height: 1500px">More.</p></div>');
    const page = pageWith([long]);
    await runScript(page, 1);
    expect(rootOf(page).matches('[data-folded]')).to.equal(false);
    expect(rootOf(page).style.minHeight).to.equal('');
  });

  it('is drawn completely when it is added after the script', async () => {
    const page = pageWith([]);
    await runScript(page, 0);
    page.body.insertAdjacentHTML('beforeend', snippetFor({ element: 'report' }));
    await until(() => drawnIn(page).length);
    expect(rootOf(page).matches('[data-folded],[data-partial]')).to.equal(false);
  });

  it('is printed completely at once', async () => {
    const page = pageWith([snippetFor({ element: 'report' })], { lead: '<div style="height: 2000px"></div>' });
    const script = page.createElement('script');
    script.src = '/dist/say-something.js';
    page.head.append(script);
    await until(() => drawnIn(page).length);
    frame.contentWindow?.dispatchEvent(new Event('beforeprint'));
    await aTimeout(0);
    expect(rootOf(page).textContent).to.include('Support for you');
  });

  it('stops keeping the height of its fallback when the device is rotated', async () => {
    const page = pageWith([snippetFor({ element: 'banner' })], { width: 360, height: 800 });
    await runScript(page, 1);
    expect(rootOf(page).style.minHeight).not.to.equal('');
    frame.style.width = '800px';
    await until(() => rootOf(page).style.minHeight === '');
    expect(rootOf(page).style.minHeight).to.equal('');
  });

  it('lets the banner’s action lead to a panel that is not drawn yet', async () => {
    const page = pageWith([snippetFor({ element: 'banner' }), snippetFor({ element: 'report' })], {
      style: '.after { height: 2000px }',
    });
    const script = page.createElement('script');
    script.src = '/dist/say-something.js';
    page.head.append(script);
    // on a busy machine the panel may already be drawn before the test can look
    await until(() => drawnIn(page).length);
    rootOf(page).querySelector<HTMLElement>('button[part=action]')?.click();
    await until(() => page.activeElement?.matches('[data-say-something=report]'));
    expect(page.activeElement?.getAttribute('data-say-something')).to.equal('report');
    await unfold(page);
  });

  it('defines each kind of element in a task of its own', async () => {
    const page = pageWith(
      (['banner', 'report', 'signs'] as const).map((element) => snippetFor({ element, way: 'element' })),
      { height: 3000 },
    );
    const window = frame.contentWindow as Window & typeof globalThis;
    // count every task of the script when it begins
    let task = 0;
    const counted =
      <T extends unknown[]>(run: (...given: T) => void) =>
      (...given: T): void => {
        task++;
        run(...given);
      };
    const later = window.setTimeout.bind(window);
    window.setTimeout = ((run: () => void, wait?: number) => later(counted(run), wait)) as typeof window.setTimeout;
    if ('requestIdleCallback' in window) {
      const idle = window.requestIdleCallback.bind(window);
      window.requestIdleCallback = (run, options) => idle(counted(run), options);
    }
    const tasks = new Map<string, number>();
    const define = window.customElements.define.bind(window.customElements);
    window.customElements.define = (tag, element): void => {
      tasks.set(tag, task);
      define(tag, element);
    };
    await runScript(page, 3);
    expect(tasks.size).to.equal(4);
    expect(new Set(tasks.values()).size).to.equal(4);
  });
});
