import { expect, fixture, html } from '@open-wc/testing';
import { en } from '../../src/data/locales/en.js';
import { SaySomethingBanner } from '../../src/elements/banner/say-something-banner.js';
import { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import '../../src/index.js';
import { until } from '../helpers/until.js';

describe('the language of the elements', () => {
  const elements = [SaySomethingReport, SaySomethingBanner];
  const before = elements.map(({ provided }) => provided);
  const lang = document.documentElement.lang;

  beforeEach(() => {
    const other = { ...en, lang: 'pl', heading: 'Nagłówek', banner: { ...en.banner, heading: 'Hasło' } };
    elements.forEach((element, i) => {
      const provided = before[i];
      if (provided) element.provided = { ...provided, locales: { en, pl: other } };
    });
  });
  afterEach(() => {
    elements.forEach((element, i) => (element.provided = before[i]));
    document.documentElement.lang = lang;
  });

  const words = (element: Element, selector: string): string =>
    element.shadowRoot?.querySelector(selector)?.textContent ?? '';

  it('follows the page when a translator changes it', async () => {
    const page = await fixture(
      html`<div><say-something-report></say-something-report><say-something-banner></say-something-banner></div>`,
    );
    const [report, banner] = [...page.children] as [Element, Element];
    expect(words(report, '[part=heading]')).to.contain('Worried about a child?');
    document.documentElement.lang = 'pl';
    await until(() => words(report, '[part=heading]').includes('Nagłówek'), 'the panel stays English');
    await until(() => words(banner, '[part=heading]').includes('Hasło'), 'the banner stays English');
  });

  it('stays English when there are no words in the page’s language', async () => {
    document.documentElement.lang = 'cy';
    const report = await fixture(html`<say-something-report></say-something-report>`);
    expect(words(report, '[part=heading]')).to.contain('Worried about a child?');
    expect(report.shadowRoot?.querySelector('[part=root]')?.getAttribute('lang')).to.equal('en-GB');
  });

  it('is that of the nearest ancestor with a language, across shadow trees', async () => {
    const place = await fixture(html`<div lang="pl"></div>`);
    const inner = document.createElement('say-something-report');
    place.attachShadow({ mode: 'open' }).append(inner);
    await inner.updateComplete;
    expect(words(inner, '[part=heading]')).to.contain('Nagłówek');
  });

  it('is looked for and not found in a form out of the page that has a field called host', async () => {
    const form = await fixture<HTMLFormElement>(html`<form><output name="host"></output></form>`);
    const panel = document.createElement('say-something-report');
    form.append(panel);
    await panel.updateComplete;
    form.remove();
    panel.requestUpdate();
    await panel.updateComplete;
    expect(words(panel, '[part=heading]')).to.contain('Worried about a child?');
  });
});
