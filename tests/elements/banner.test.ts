import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import { en } from '../../src/data/locales/en.js';
import type { SaySomethingBanner } from '../../src/elements/say-something-banner.js';
import { recordWarnings } from '../helpers/warnings.js';

const within = (element: Element, selector: string): HTMLElement =>
  (element.shadowRoot as ShadowRoot).querySelector(selector) as HTMLElement;
const text = (element: Element): string => (element.shadowRoot as ShadowRoot).textContent ?? '';
const banner = (template = html`<say-something-banner></say-something-banner>`): Promise<SaySomethingBanner> =>
  fixture<SaySomethingBanner>(template);

describe('the banner', () => {
  it('says the campaign’s line, one sentence and 999', async () => {
    const element = await banner();
    expect(text(element)).to.contain('Say something if you see something');
    expect(text(element)).to.contain(en.banner.sentence.public);
    expect((element.shadowRoot as ShadowRoot).querySelectorAll('a[href="tel:999"]')).to.have.length(1);
  });

  for (const audience of AUDIENCES) {
    it(`speaks to the audience "${audience}"`, async () => {
      const element = await banner(html`<say-something-banner audience=${audience}></say-something-banner>`);
      expect(text(element)).to.contain(en.banner.sentence[audience]);
    });
  }

  it('gives a young person Childline’s number, and no adult another line', async () => {
    const young = await banner(html`<say-something-banner audience="young-person"></say-something-banner>`);
    expect(within(young, 'a[href="tel:08001111"]').textContent).to.contain('0800 1111');
    const hotel = await banner(html`<say-something-banner audience="hotel"></say-something-banner>`);
    expect(within(hotel, 'a[href="tel:08001111"]')).to.equal(null);
  });

  it('leads where its author says, as a link', async () => {
    const element = await banner(html`<say-something-banner href="/report-a-concern"></say-something-banner>`);
    expect(within(element, 'a[part=action]').getAttribute('href')).to.equal('/report-a-concern');
  });

  it('ignores an address that runs script, and says so once', async () => {
    const warnings = recordWarnings();
    const element = await banner(html`<say-something-banner href="javascript:alert(1)"></say-something-banner>`);
    expect(within(element, 'a[part=action]')).to.equal(null);
    expect(warnings.stop().filter((warning) => warning.includes('href="javascript:'))).to.have.length(1);
  });

  it('has no action where there is nowhere to lead', async () => {
    expect(within(await banner(), '[part=action]')).to.equal(null);
  });

  it('leads to the panel on the page, focuses its heading and adds nothing to the history', async () => {
    const page = await fixture(
      html`<div>
        <say-something-banner></say-something-banner>
        <p style="height: 1500px">between</p>
        <div class="say-something">fallback</div>
      </div>`,
    );
    await aTimeout(50);
    const before = history.length;
    within(page.querySelector('say-something-banner') as Element, 'button[part=action]').click();
    const root = page.querySelector('.say-something')?.shadowRoot as ShadowRoot;
    expect(root.activeElement?.getAttribute('part')).to.equal('heading');
    expect(root.activeElement?.getBoundingClientRect().top).to.be.within(-1, innerHeight);
    expect(history.length).to.equal(before);
    expect(location.hash).to.equal('');
  });

  it('draws its action when a panel comes, and takes it away when the panel goes', async () => {
    const element = await banner();
    const panel = await fixture(html`<say-something-report></say-something-report>`);
    await element.updateComplete;
    expect(within(element, 'button[part=action]')).not.to.equal(null);
    panel.remove();
    await element.updateComplete;
    expect(within(element, '[part=action]')).to.equal(null);
  });

  it('stays in the flow of the page, wherever the page scrolls', async () => {
    const element = await banner();
    for (const part of [element, ...(element.shadowRoot as ShadowRoot).querySelectorAll('*')]) {
      // neither can be seen
      if (part.matches('.aloud,.probe')) continue;
      expect(getComputedStyle(part).position).to.be.oneOf(['static', 'relative']);
    }
  });

  it('offers nothing to close it with', async () => {
    const element = await banner();
    expect((element.shadowRoot as ShadowRoot).querySelectorAll('button')).to.have.length(0);
  });

  it('fits in 200 px', async () => {
    const box = await fixture<HTMLElement>(
      html`<div style="width: 200px"><say-something-banner audience="young-person"></say-something-banner></div>`,
    );
    expect(box.scrollWidth).to.equal(200);
  });

  it('has the heading level that its author gives', async () => {
    const element = await banner(html`<say-something-banner heading-level="4"></say-something-banner>`);
    expect(within(element, '[part=heading]').getAttribute('aria-level')).to.equal('4');
  });
});

describe('the live region', () => {
  it('is one for all the elements on the page', async () => {
    const page = await fixture(
      html`<div>
        <say-something-banner></say-something-banner><say-something-report></say-something-report>
        <say-something-report></say-something-report><say-something-signs></say-something-signs>
      </div>`,
    );
    await aTimeout(50);
    const regions = [...page.children].flatMap((element) => [
      ...(element.shadowRoot as ShadowRoot).querySelectorAll('[role=status],[aria-live]'),
    ]);
    expect(regions).to.have.length(1);
  });

  it('speaks for the second panel through the first', async () => {
    const page = await fixture(
      html`<div><say-something-report></say-something-report><say-something-report></say-something-report></div>`,
    );
    const [first, second] = [...page.children] as [Element, Element];
    within(second, 'input').click();
    await aTimeout(50);
    expect(within(first, '[role=status]').textContent).to.contain('6 places to tell. First: Childline.');
  });

  it('passes to the next element when the first goes', async () => {
    const page = await fixture(
      html`<div><say-something-report></say-something-report><say-something-report></say-something-report></div>`,
    );
    page.firstElementChild?.remove();
    await aTimeout(50);
    expect(within(page.firstElementChild as Element, '[role=status]')).not.to.equal(null);
  });
});
