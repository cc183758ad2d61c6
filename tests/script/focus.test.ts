/*
 * A header, footer or notice that sticks to the window's edge covers no part of an element to which we move the focus: WCAG 2.4.11
 * Focus Not Obscured (Minimum, AA) and 2.4.12 (Enhanced).
 */
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { keysReach } from '../helpers/keyboard.js';
import { number } from '../helpers/numbers.js';
import { until, visibleText } from './page.js';

type Inner = Window & typeof globalThis;
interface Edges {
  readonly width?: number;
  readonly height?: number;
  readonly header?: number;
  readonly footer?: number;
  readonly style?: string;
}

describe('the element with the focus', () => {
  let frame: HTMLIFrameElement;
  let inner: Inner;

  const FALLBACK = `<p><strong>In danger now? Call ${number('police-999')}</strong></p><p>Childline ${number('childline')}</p>`;
  const BANNER = `<div class="say-something" data-say-something="banner">${FALLBACK}</div>`;
  const SIGNS = `<div class="say-something" data-say-something="signs">${FALLBACK}</div>`;
  const REPORT = `<div id="panel" class="say-something">${FALLBACK}${'<p>More to read.</p>'.repeat(9)}</div>`;
  const GAP = '<div style="height: 1500px">News</div>';

  const open = async (
    { width = 800, height = 600, header = 0, footer = 0, style = '' }: Edges,
    body: string,
  ): Promise<void> => {
    frame = document.createElement('iframe');
    frame.style.cssText = `position: fixed; inset: 0 auto auto 0; border: 0; width: ${width}px; height: ${height}px`;
    frame.srcdoc = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A page</title><style>
        body { margin: 0; font: 16px/1.5 sans-serif }
        header { position: sticky; top: 0; height: ${header}px; background: #123; z-index: 10; overflow: hidden }
        footer { position: fixed; inset: auto 0 0 0; height: ${footer}px; background: #321; z-index: 10; overflow: hidden }
        ${style}</style></head><body><header>Our school</header><main>${body}</main><footer>We use cookies</footer>
      <script src="/dist/say-something.js"></script></body></html>`;
    document.body.append(frame);
    await until(
      () =>
        holders().length &&
        holders().every(({ shadowRoot }) => shadowRoot?.querySelector(':not([data-partial])[part=root]')),
    );
    inner = frame.contentWindow as Inner;
  };
  afterEach(() => frame.remove());

  const holders = (): Element[] => [...(frame.contentDocument?.querySelectorAll('.say-something') ?? [])];
  const rootOf = (kind: string): ShadowRoot =>
    inner.document.querySelector(`[data-say-something=${kind}]`)?.shadowRoot as ShadowRoot;
  const panel = (): ShadowRoot => inner.document.querySelector('#panel')?.shadowRoot as ShadowRoot;
  const focused = (): Element | null => panel().activeElement;
  /** The summary whose words begin with these. */
  const disclosure = (words: string): HTMLElement => {
    const summaries = [...panel().querySelectorAll('summary')];
    const found = summaries.find((summary) => visibleText(summary).trim().startsWith(words));
    if (!found) throw new Error(`No disclosure begins with "${words}".`);
    return found;
  };
  /** The hidden part of the focused element: outside the window or a box, or behind the header or the footer. */
  const hidden = (element: Element | null): string => {
    if (!element) return 'nothing has the focus';
    const { top, bottom } = element.getBoundingClientRect();
    const upper = inner.document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
    const lower = inner.document.querySelector('footer')?.getBoundingClientRect().top ?? inner.innerHeight;
    const box = inner.document.querySelector('.box')?.getBoundingClientRect();
    const from = Math.max(upper, box?.top ?? 0);
    const to = Math.min(lower, box?.bottom ?? Infinity);
    // allow a pixel, because browsers scroll by whole pixels
    return top >= from - 1 && bottom <= to + 1 ? '' : `${top} to ${bottom}, seen is ${from} to ${to}`;
  };
  const expectSeen = async (id: string): Promise<void> => {
    await until(() => focused()?.id === id && !hidden(focused()));
    expect(focused()?.id).to.equal(id);
    expect(hidden(focused())).to.equal('');
  };
  const action = (root: ShadowRoot): HTMLElement => root.querySelector('[part=action].lead') as HTMLElement;

  const pages: Readonly<Record<string, Edges>> = {
    'a header of 120 px': { header: 120 },
    'a header of 120 px on a phone': { width: 390, height: 700, header: 120 },
    'a header of 120 px at 400 %': { width: 320, height: 256, header: 120 },
    'a header, and a footer of the same height': { width: 320, height: 500, header: 150, footer: 150 },
    'a notice over three fifths of the window': { width: 390, height: 700, footer: 420 },
    'a header, and a scroll-padding of its own': { header: 120, style: 'html { scroll-padding-top: 130px }' },
    'a header, and smooth scrolling': { header: 120, style: 'html { scroll-behavior: smooth }' },
    'a header, and a box that scrolls by itself': { header: 120, style: '.box { height: 300px; overflow: auto }' },
  };
  for (const [what, edges] of Object.entries(pages)) {
    const body = edges.style?.includes('.box')
      ? `${BANNER}<div class="box">${GAP}${REPORT}${GAP}</div>${GAP}`
      : `${BANNER}${SIGNS}${GAP}${REPORT}${GAP}`;
    it(`is the panel’s heading and completely visible after the banner’s action: ${what}`, async () => {
      await open(edges, body);
      await until(() => action(rootOf('banner')));
      action(rootOf('banner')).click();
      await expectSeen('h');
    });
  }

  it('is the panel’s heading and completely visible after the action of the signs', async () => {
    await open({ header: 120 }, `${SIGNS}${GAP}${REPORT}${GAP}`);
    await until(() => action(rootOf('signs')));
    action(rootOf('signs')).click();
    await expectSeen('h');
  });

  it('is still the disclosure that a key opens, at the same place', async () => {
    await open({ header: 120 }, `${REPORT}${GAP}`);
    const summary = disclosure('More support');
    inner.scrollTo(0, 60);
    summary.focus({ preventScroll: true });
    await keysReach(inner);
    const { top } = summary.getBoundingClientRect();
    await sendKeys({ press: 'Enter' });
    await until(() => (summary.parentElement as HTMLDetailsElement).open);
    expect(focused()).to.equal(summary);
    expect(summary.getBoundingClientRect().top).to.be.closeTo(top, 1);
    expect(hidden(focused())).to.equal('');
  });

  it('does not move when a person taps it to open or to close it', async () => {
    await open({ header: 120 }, `${REPORT}${GAP}`);
    const summary = disclosure('Cannot talk?');
    const details = summary.parentElement as HTMLDetailsElement;
    inner.scrollTo(0, 60);
    const { left, top } = summary.getBoundingClientRect();
    const tap = (): Promise<void> =>
      sendMouse({ type: 'click', position: [Math.round(left + 5), Math.round(top + 5)] });
    // a tap does nothing for a moment after drawing
    await until(async () => {
      await tap();
      return details.open;
    });
    expect([inner.scrollY, summary.getBoundingClientRect().top]).to.deep.equal([60, top]);
    expect(focused()).to.equal(summary);
    await tap();
    await until(() => !details.open);
    expect([inner.scrollY, summary.getBoundingClientRect().top]).to.deep.equal([60, top]);
    expect(focused()).to.equal(summary);
  });

  it('is completely visible after each press of Tab, forwards and back', async () => {
    await open({ width: 390, height: 700, header: 100, footer: 60 }, `${GAP}${REPORT}${GAP}`);
    panel().querySelector<HTMLElement>('#h')?.focus();
    await keysReach(inner);
    const covered: string[] = [];
    for (let i = 0; i < 28; i++) {
      if (i === 14) await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      if (!focused()) break;
      // a browser may need some frames to scroll
      await until(() => !hidden(focused()));
      if (hidden(focused())) covered.push(`${i}: ${focused()?.localName} ${hidden(focused())}`);
    }
    await sendKeys({ up: 'Shift' });
    expect(covered).to.deep.equal([]);
  });
});
