import { aTimeout, expect } from '@open-wc/testing';
import { itUnless } from '../helpers/skip.js';
import { LINKS, NUMBERS, drawnIn, openPage, shown, until, visibleText } from './page.js';
import type { Page } from './page.js';

/** The reason to skip tests of Trusted Types in engines without them. */
const noTrustedTypes = !('trustedTypes' in window) && 'this engine has no Trusted Types';

describe('the script under a Content Security Policy', () => {
  let page: Page;
  const open = async (...given: Parameters<typeof openPage>): Promise<Page> => (page = await openPage(...given));
  afterEach(() => page.close());

  const rootOf = (element: Element): Element => element.shadowRoot?.querySelector('[part=root]') as Element;
  const expectFallback = (): void => {
    for (const kind of ['report', 'signs', 'banner', 'exit'])
      expect(!!page.window.customElements.get(`say-something-${kind}`)).to.equal(false);
    expect(drawnIn(page.document)).to.have.length(0);
    const text = visibleText(page.document.documentElement);
    for (const number of NUMBERS) expect(text).to.contain(number);
    const links = [...page.document.querySelectorAll('.say-something a')];
    expect(links).to.have.length(LINKS);
    expect(links.every(shown)).to.equal(true);
    expect(page.errors).to.deep.equal([]);
  };

  /** The page's author reads once why nothing is drawn. The script has run by then. */
  const expectOneReason = async (): Promise<void> => {
    const reasons = (): string[] => page.warnings.filter((warning) => warning.startsWith('say-something:'));
    await until(() => reasons().length);
    expect(reasons()).to.have.length(1);
    expect(reasons()[0]).to.match(/^say-something: could not start, so the fallback stays: .{10,}/);
  };

  it('draws every element with its styles when no style, picture or request is allowed', async () => {
    await open('strict-policy.html');
    await until(() => drawnIn(page.document).length === 4);
    const [banner, report, signs, exit] = drawnIn(page.document) as unknown as [Element, Element, Element, Element];
    const style = (element: Element | null | undefined): CSSStyleDeclaration =>
      page.window.getComputedStyle(element as Element);
    expect(style(rootOf(report).querySelector('[part=emergency]')).backgroundColor).to.equal('rgb(164, 15, 28)');
    expect(style(rootOf(banner)).display).not.to.equal('inline');
    expect(parseFloat(style(rootOf(banner).querySelector('[part=heading]')).paddingTop)).to.be.above(0);
    expect(style(rootOf(signs).querySelector('[part=list]:has([part=sign])')).listStyleType).to.equal('none');
    expect(style(exit.shadowRoot?.querySelector('[part=exit]')).backgroundColor).to.equal('rgb(20, 66, 127)');
    expect(page.violations).to.deep.equal([]);
    expect(page.errors).to.deep.equal([]);
  });

  it('follows it in every state of every element', async () => {
    await open('strict-policy.html');
    await until(() => drawnIn(page.document).length === 4);
    const all = drawnIn(page.document);
    // wait for the words in the light tree too
    await until(() => all.every((element) => element.querySelector(':scope > span[slot]')));
    let pressed = 0;
    for (const { shadowRoot } of all) {
      const root = shadowRoot as ShadowRoot;
      const press = async (selector: string): Promise<void> => {
        for (let i = 0; i < root.querySelectorAll(selector).length; i++) {
          root.querySelectorAll<HTMLElement>(selector)[i]?.click();
          pressed++;
          await aTimeout(0);
        }
      };
      await press('input');
      await press('summary');
      await press('button');
      await press('summary');
    }
    expect(pressed).to.be.above(80);
    const said = (): string =>
      all.map(({ shadowRoot }) => shadowRoot?.querySelector('[aria-live]')?.textContent).join('');
    await until(() => said());
    expect(said()).not.to.equal('');
    // either a number is copied, or the panel says that the frame may not copy
    const exit = all[3]?.shadowRoot?.querySelector<HTMLElement>('[part=exit]');
    exit?.click();
    const cover = page.document.documentElement.lastElementChild as HTMLElement;
    expect(cover.shadowRoot?.textContent).to.equal('Close this tab.');
    expect(page.window.getComputedStyle(cover).position).to.equal('fixed');
    expect(page.document.body.textContent).to.equal('');
    // The browser reports violations in order, so after the test's own violation all of ours were reported.
    new page.window.Image().src = '/own.png';
    const own = `img-src ${location.origin}/own.png`;
    await until(() => page.violations.includes(own));
    expect(page.violations).to.deep.equal([own]);
    expect(page.errors).to.deep.equal([]);
  });

  itUnless(noTrustedTypes, 'draws when Trusted Types are required and our policy is allowed', async () => {
    await open('trusted-types.html');
    expect(page.panels()).to.have.length(1);
    expect(!!page.panels()[0]?.querySelector('a[href="tel:999"]')).to.equal(true);
    expect(page.violations).to.deep.equal([]);
    expect(page.errors).to.deep.equal([]);
  });

  for (const [path, policy] of [
    ['refused.html', 'allowed to nobody'],
    ['trusted-types-without-us.html', 'allowed to others'],
    ['own-lit-without-us.html', 'allowed to the page’s own Lit'],
  ] as const) {
    itUnless(
      noTrustedTypes,
      `defines nothing and leaves the snippet when Trusted Types are required and ${policy}`,
      async () => {
        await open(path, { draws: false });
        // wait until the page's own script has run
        if (path.startsWith('own-lit'))
          await until(
            () => page.window.performance.getEntriesByName(`${location.origin}/dist/say-something.js`).length,
          );
        await until(() => page.violations.join().includes('trusted-types'));
        await expectOneReason();
        expectFallback();
        // the browser reports that we requested a policy, and there is no other effect
        expect(page.violations.join()).to.contain('trusted-types');
      },
    );
  }

  it('draws next to the page’s own Lit, which has used the name of Lit’s policy', async () => {
    await open('own-lit.html');
    await until(() => page.panels().length);
    expect(visibleText(page.document.querySelector('#own') as Element)).to.equal('This page draws with its own Lit.');
    expect(page.panels()).to.have.length(1);
    expect(page.violations).to.deep.equal([]);
    expect(page.errors).to.deep.equal([]);
    expect(page.warnings.filter((warning) => warning.includes('Multiple versions'))).to.deep.equal([]);
  });

  it('leaves the page’s own Lit working when ours may not draw', async () => {
    await open('own-lit-without-us.html', { draws: false });
    await until(() => page.document.querySelector('#own')?.textContent);
    expect(visibleText(page.document.querySelector('#own') as Element)).to.equal('This page draws with its own Lit.');
  });

  it('defines nothing and leaves snippet and fallback in a page served as XML', async () => {
    await open('page.xhtml', { draws: false });
    expect(page.document.contentType).to.equal('application/xhtml+xml');
    await expectOneReason();
    expectFallback();
    const inside = [...page.document.querySelectorAll('say-something-report a')];
    expect(inside).to.have.length(LINKS);
    expect(inside.every(shown)).to.equal(true);
  });
});
