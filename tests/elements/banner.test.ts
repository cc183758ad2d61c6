import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import { en } from '../../src/data/locales/en.js';
import type { SaySomethingBanner } from '../../src/elements/banner/say-something-banner.js';
import { digits, number } from '../helpers/numbers.js';
import { until } from '../helpers/until.js';

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

  it('has words for each audience', async () => {
    const element = await banner();
    for (const audience of AUDIENCES) {
      element.audience = audience;
      await element.updateComplete;
      expect(text(element), audience).to.contain(en.banner.sentence[audience]);
    }
  });

  it('shows Childline’s number to a young person only', async () => {
    const young = await banner(html`<say-something-banner audience="young-person"></say-something-banner>`);
    const call = `a[href="tel:${digits('childline')}"]`;
    expect(within(young, call).textContent).to.contain(number('childline'));
    const hotel = await banner(html`<say-something-banner audience="hotel"></say-something-banner>`);
    expect(within(hotel, call)).to.equal(null);
  });

  it('has a link to the address that its author gives', async () => {
    const element = await banner(html`<say-something-banner href="/report-a-concern"></say-something-banner>`);
    expect(within(element, 'a[part=action]').getAttribute('href')).to.equal('/report-a-concern');
  });

  it('has no action without an address and without a panel', async () => {
    expect(within(await banner(), '[part=action]')).to.equal(null);
  });

  it('scrolls to the panel on the page, focuses its heading and adds nothing to the history', async () => {
    const page = await fixture(
      html`<div>
        <say-something-banner></say-something-banner>
        <p style="height: 1500px">between</p>
        <div class="say-something">fallback</div>
      </div>`,
    );
    const before = history.length;
    const element = page.querySelector('say-something-banner') as Element;
    await until(() => within(element, 'button[part=action]'), 'it has no action');
    within(element, 'button[part=action]').click();
    const focus = (): Element | null | undefined => page.querySelector('.say-something')?.shadowRoot?.activeElement;
    await until(() => focus()?.getAttribute('part') === 'heading', 'the heading has no focus');
    const top = (): number => focus()?.getBoundingClientRect().top ?? NaN;
    await until(() => top() >= -1 && top() < innerHeight, 'the heading is not on screen');
    expect(history.length).to.equal(before);
    expect(location.hash).to.equal('');
  });

  it('leads to the first panel that can be seen, where the page hides another', async () => {
    const page = await fixture(
      html`<div>
        <say-something-banner></say-something-banner>
        <div style="display: none"><say-something-report></say-something-report></div>
        <say-something-report id="seen"></say-something-report>
      </div>`,
    );
    const element = page.querySelector('say-something-banner') as Element;
    await until(() => within(element, 'button[part=action]'), 'it has no action');
    within(element, 'button[part=action]').click();
    const focus = (): Element | null | undefined => page.querySelector('#seen')?.shadowRoot?.activeElement;
    await until(() => focus()?.getAttribute('part') === 'heading', 'the heading has no focus');
  });

  it('shows its action while there is a panel on the page', async () => {
    const element = await banner();
    const panel = await fixture(html`<say-something-report></say-something-report>`);
    await element.updateComplete;
    expect(within(element, 'button[part=action]')).not.to.equal(null);
    panel.remove();
    await element.updateComplete;
    expect(within(element, '[part=action]')).to.equal(null);
  });

  it('stays in the flow of the page when the page scrolls', async () => {
    const element = await banner();
    for (const part of [element, ...(element.shadowRoot as ShadowRoot).querySelectorAll('*')]) {
      // skip both, because they are invisible
      if (part.matches('.aloud,.probe')) continue;
      expect(getComputedStyle(part).position).to.be.oneOf(['static', 'relative']);
    }
  });

  it('has no control to close it', async () => {
    const element = await banner();
    expect((element.shadowRoot as ShadowRoot).querySelectorAll('button')).to.have.length(0);
  });

  it('fits in 200 px', async () => {
    const box = await fixture<HTMLElement>(
      html`<div style="width: 200px"><say-something-banner audience="young-person"></say-something-banner></div>`,
    );
    expect(box.scrollWidth).to.equal(200);
  });

  it('has the heading level that its author sets', async () => {
    const element = await banner(html`<say-something-banner heading-level="4"></say-something-banner>`);
    expect(within(element, '[part=heading]').getAttribute('aria-level')).to.equal('4');
  });
});
