import { aTimeout, expect } from '@open-wc/testing';
import { AUDIENCES } from '../../src/core/audiences.js';
import type { SnippetSettings } from '../../demo/snippets.js';
import { snippetFor } from '../../demo/snippets.js';
import { tooSmall } from '../helpers/looks.js';
import { NUMBERS, drawnIn, until, visibleText, whole } from './page.js';

/*
 * The built script arrives while a person is already reading the page. Nothing that they see may move, and no number may take the place
 * of another one, because somebody may be about to tap it.
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
  [...page.querySelectorAll('.after')].map((after) => after.getBoundingClientRect().top);

/** How far the texts of the page have moved, where that is more than the half pixel that rounding adds up to. */
const moved = (page: Document, before: readonly number[]): number[] =>
  tops(page)
    .map((top, i) => top - (before[i] ?? NaN))
    .filter((by) => !(Math.abs(by) <= 0.5));

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

/** The number that a tap at a point calls, if any. */
function calledAt(page: Document, x: number, y: number): string | undefined {
  const links: (Element | null)[] = [];
  for (let hit = page.elementFromPoint(x, y); hit; hit = hit.shadowRoot?.elementFromPoint(x, y) ?? null) {
    if (links.includes(hit)) break;
    links.push(hit);
  }
  // What the page knows of our words is slotted, so the link is around the slot.
  const inner = links.at(-1);
  const link = inner?.closest('a') ?? inner?.assignedSlot?.closest('a');
  return link?.getAttribute('href') ?? undefined;
}

interface Place {
  readonly href: string;
  readonly box: DOMRect;
}

/** Where each number of the fallback is. */
const placesIn = (page: Document): Place[] =>
  [...page.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')].map((link) => ({
    href: link.getAttribute('href') as string,
    box: link.getBoundingClientRect(),
  }));

/** The taps aimed at a number of the fallback that call another one. */
function misled(page: Document, places: readonly Place[]): string[] {
  const found = new Set<string>();
  for (const { href, box } of places) {
    for (const across of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      for (const down of [0.1, 0.5, 0.9]) {
        const called = calledAt(page, box.left + box.width * across, box.top + box.height * down);
        if (called?.startsWith('tel:') && called !== href) found.add(`${href} calls ${called}`);
      }
    }
  }
  return [...found];
}

/** Draws the elements of a page, and expects that nothing moves and that no tap calls another number than the one it was aimed at. */
async function expectNothingMoves(page: Document, drawn: number): Promise<void> {
  const before = tops(page);
  const places = placesIn(page);
  await runScript(page, drawn);
  expect(moved(page, before)).to.deep.equal([]);
  expect(misled(page, places)).to.deep.equal([]);
}

const WIDTHS = [320, 360, 768, 1280];
const SITUATIONS: Readonly<Record<string, string>> = {
  'margins of its own': 'p, ul, li { margin: 1.5em 0 }',
  'headings of its own': 'h2 { margin: 0 0 30px; font-size: 36px } h3 { margin: 20px 0 15px; font-size: 24px }',
  'a frame around the placeholder': '.say-something { padding: 20px; border: 3px solid; margin: 10px }',
  'a grid': 'body { display: grid }',
  'large letters': 'body { font-size: 24px; line-height: 1.8 }',
};

describe('a published snippet on the first screen', () => {
  for (const width of WIDTHS) {
    for (const element of ['report', 'signs', 'banner', 'exit'] as const) {
      it(`moves nothing when the ${element} is drawn in a page ${width} px wide`, async () => {
        await expectNothingMoves(pageWith([snippetFor({ element })], { width, height: 2000 }), 1);
      });
    }

    for (const audience of AUDIENCES) {
      it(`moves nothing for ${audience} with all elements together, as custom elements too, ${width} px wide`, async () => {
        const all: SnippetSettings[] = [
          { element: 'banner', audience },
          { element: 'report', audience, way: 'element' },
          { element: 'signs', audience },
        ];
        const page = pageWith(all.map(snippetFor), { width, height: 5000 });
        await expectNothingMoves(page, 3);
        // the banner's action leads to the panel that was drawn after it
        expect(rootOf(page).querySelector('[part=action]')).not.to.equal(null);
      });
    }

    it(`moves nothing with a link to papers at the foot of the panel, ${width} px wide`, async () => {
      const papers = 'https://papers.example/#trade=hotel';
      const snippet = snippetFor({ element: 'report', audience: 'hotel', papers });
      const page = pageWith([snippet], { width, height: 2000 });
      await expectNothingMoves(page, 1);
      expect(rootOf(page).querySelector(`a[href="${papers}"]`)).not.to.equal(null);
    });

    for (const [how, style] of Object.entries(SITUATIONS)) {
      it(`moves nothing in a page ${width} px wide with ${how}`, async () => {
        const all: SnippetSettings[] = [{ element: 'banner' }, { element: 'report' }, { element: 'signs' }];
        await expectNothingMoves(pageWith(all.map(snippetFor), { width, style, height: 6000 }), 3);
      });
    }
  }

  it('moves nothing where its fallback ends below the first screen', async () => {
    await expectNothingMoves(pageWith([snippetFor({ element: 'report' })], { height: 300 }), 1);
  });

  it('shows every number once, and all it opens to is there but closed', async () => {
    const page = pageWith([snippetFor({ element: 'report' })]);
    await runScript(page, 1);
    const root = rootOf(page);
    const inSight = [...root.querySelectorAll<HTMLElement>('a[href^="tel:"]')].filter((link) => link.checkVisibility());
    expect(inSight.map(({ textContent }) => textContent.replace('Call ', '').trim())).to.deep.equal(NUMBERS);
    expect(tooSmall(inSight)).to.deep.equal([]);
    expect(root.querySelectorAll('[href="tel:999"]')).to.have.length(1);
    expect(root.querySelectorAll('details').length).to.be.above(15);
    expect(
      [...root.querySelectorAll('details > summary')].every(({ nextElementSibling }) => nextElementSibling),
    ).to.equal(true);
  });

  it('has its numbers and its disclosures before the browser is idle, and the rest when a person opens one', async () => {
    const page = pageWith([snippetFor({ element: 'report' })]);
    const window = frame.contentWindow as Window & typeof globalThis;
    const before = tops(page);
    window.requestIdleCallback = () => 0;
    const script = page.createElement('script');
    script.src = '/dist/say-something.js';
    page.head.append(script);
    await until(() => drawnIn(page).length);
    const root = rootOf(page);
    expect(root.matches('[data-partial]')).to.equal(true);
    expect(moved(page, before)).to.deep.equal([]);
    for (const number of NUMBERS) expect(visibleText(root)).to.include(number);
    const summary = [...root.querySelectorAll('summary')].find((one) => visibleText(one).startsWith('What to say'));
    summary?.click();
    await until(() => !root.matches('[data-partial]'));
    expect(visibleText(summary?.parentElement as Element)).to.include('What happens next');
    expect(summary?.parentElement?.matches('[open]')).to.equal(true);
  });

  it('is as comfortable as it can be out of view, and nothing in view moves', async () => {
    const page = pageWith([snippetFor({ element: 'report' })], { lead: '<div style="height: 2000px"></div>' });
    const lead = (page.querySelector('h1') as Element).getBoundingClientRect().top;
    await runScript(page, 1);
    expect(rootOf(page).style.cssText).to.equal('');
    expect((page.querySelector('h1') as Element).getBoundingClientRect().top).to.equal(lead);
    expect(visibleText(page.body)).to.include('Support for you');
  });

  it('is drawn completely when it is added after the script', async () => {
    const page = pageWith([]);
    await runScript(page, 0);
    page.body.insertAdjacentHTML('beforeend', snippetFor({ element: 'report' }));
    await until(() => drawnIn(page).length);
    expect(rootOf(page).style.cssText, 'it keeps no room').to.equal('');
    await whole(page);
    expect(visibleText(rootOf(page))).to.include('Support for you');
    expect(rootOf(page).textContent).to.include('What happens next');
  });

  it('is printed completely at once', async () => {
    const page = pageWith([snippetFor({ element: 'report' })], { lead: '<div style="height: 2000px"></div>' });
    const window = frame.contentWindow as Window & typeof globalThis;
    // Only the first of these, which draws the panel out of view, is answered.
    const idle = window.requestIdleCallback?.bind(window);
    let asked = 0;
    if (idle) window.requestIdleCallback = (run, options) => (asked++ ? 0 : idle(run, options));
    const script = page.createElement('script');
    script.src = '/dist/say-something.js';
    page.head.append(script);
    await until(() => drawnIn(page).length);
    window.dispatchEvent(new Event('beforeprint'));
    await aTimeout(0);
    expect(rootOf(page).matches('[data-partial]')).to.equal(false);
    for (const words of ['What happens next', 'Who are you?', 'Where is it happening?'])
      expect(rootOf(page).textContent).to.include(words);
  });

  it('keeps the room of its fallback until the width of the window changes', async () => {
    const page = pageWith([snippetFor({ element: 'report' })], { width: 360, height: 800 });
    await runScript(page, 1);
    const root = rootOf(page);
    const kept = (): number =>
      [...root.querySelectorAll<HTMLElement>('.band')].filter(({ style }) => style.minBlockSize).length +
      (root.style.getPropertyValue('--_air') ? 1 : 0);
    expect(kept()).to.be.above(0);
    const before = tops(page);
    const { contentWindow } = frame;
    // A phone's browser hides its bar while somebody scrolls.
    let resized = 0;
    contentWindow?.addEventListener('resize', () => resized++);
    frame.style.height = '860px';
    await until(() => resized);
    expect(kept()).to.be.above(0);
    expect(moved(page, before)).to.deep.equal([]);
    frame.style.width = '800px';
    await until(() => !kept());
    expect(kept()).to.equal(0);
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
    await whole(page);
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
