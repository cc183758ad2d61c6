import { expect } from '@open-wc/testing';

// Built modules have no types here, because these tests check only the effects of importing them.
const load = (path: string): Promise<Record<string, unknown>> => import(path) as Promise<Record<string, unknown>>;

describe('the modules', () => {
  it('register nothing when an element is imported', async () => {
    const { SaySomethingReport } = await load('/dist/elements/report/say-something-report.js');
    expect(SaySomethingReport).to.be.a('function');
    expect(customElements.get('say-something-report')).to.equal(undefined);
  });

  it('let a developer register an element with facts and words', async () => {
    const { SaySomethingReport } = await load('/dist/elements/report/say-something-report.js');
    const { hertfordshire } = await load('/dist/data/hertfordshire.js');
    const { en } = await load('/dist/data/locales/en.js');
    const { signs } = await load('/dist/data/signs.js');
    class Own extends (SaySomethingReport as CustomElementConstructor & { provided: unknown }) {}
    Own.provided = { directory: hertfordshire, locales: { en }, guide: signs };
    customElements.define('say-something-report', Own);
    const panel = document.createElement('say-something-report');
    document.body.append(panel);
    await (panel as unknown as { updateComplete: Promise<boolean> }).updateComplete;
    expect(panel.shadowRoot?.querySelector('a[href="tel:999"]')).not.to.equal(null);
    panel.remove();
  });
});
