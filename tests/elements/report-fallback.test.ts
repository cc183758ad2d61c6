import { expect, fixture, html } from '@open-wc/testing';
import { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import '../../src/index.js';
import { OPEN, restoreTime, routes, setTime, settled, textOf, warningsOf } from '../helpers/panel.js';

/** The number of times that drawing fails before it succeeds. Each attempt reduces it by one. */
let failures = 0;

class FailingReport extends SaySomethingReport {
  protected override render(): ReturnType<SaySomethingReport['render']> {
    if (failures-- > 0) throw new Error('refused');
    return super.render();
  }
}
customElements.define('test-failing-report', FailingReport);

const inside = html`<div class="say-something-fallback"><a href="tel:999">Call 999</a></div>
  <p id="unmarked">The page goes on</p>`;

const isVisible = (element: Element | null): boolean =>
  !!element && [...element.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
const fallbackOf = (panel: Element): Element | null => panel.querySelector('.say-something-fallback a');
const unmarkedOf = (panel: Element): Element | null => panel.querySelector('#unmarked');

describe('the report panel and its fallback', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(() => {
    failures = 0;
    restoreTime();
  });

  it('replaces its fallback and nothing else', async () => {
    const panel = await fixture<SaySomethingReport>(html`<say-something-report>${inside}</say-something-report>`);
    await settled(panel);
    expect(isVisible(fallbackOf(panel))).to.equal(false);
    expect(isVisible(unmarkedOf(panel))).to.equal(true);
    expect(routes(panel).length).to.be.above(0);
  });

  it('shows the page content that it contains after a self-closing tag', async () => {
    const wrapper = await fixture<HTMLElement>(html`<div></div>`);
    const parsed = new DOMParser().parseFromString(
      '<say-something-report audience="hotel" /><h1>The page</h1>Words <b>more</b>',
      'text/html',
    );
    wrapper.append(...parsed.body.childNodes);
    const panel = wrapper.querySelector('say-something-report') as SaySomethingReport;
    await settled(panel);
    expect(isVisible(wrapper.querySelector('h1'))).to.equal(true);
    expect(isVisible(wrapper.querySelector('b'))).to.equal(true);
    expect(textOf(wrapper)).to.include('Words');
  });

  it('hides its fallback whatever the page’s styles are', async () => {
    const wrapper = await fixture<HTMLElement>(
      html`<div>
        <style>
          .say-something-fallback {
            display: block !important;
          }
        </style>
        <say-something-report>${inside}</say-something-report>
      </div>`,
    );
    const panel = wrapper.querySelector('say-something-report') as SaySomethingReport;
    await settled(panel);
    expect(isVisible(fallbackOf(panel))).to.equal(false);
  });

  it('keeps its fallback when it cannot be drawn', async () => {
    failures = Infinity;
    const said = await warningsOf(async () => {
      const panel = await fixture<SaySomethingReport>(html`<test-failing-report>${inside}</test-failing-report>`);
      await settled(panel);
      expect(isVisible(fallbackOf(panel))).to.equal(true);
      expect(isVisible(unmarkedOf(panel))).to.equal(true);
    });
    expect(said).to.deep.equal([
      'say-something: <test-failing-report> could not be drawn, its fallback stays: Error: refused',
    ]);
  });

  it('shows its fallback again when it can no longer be drawn', async () => {
    await warningsOf(async () => {
      const panel = await fixture<SaySomethingReport>(html`<test-failing-report>${inside}</test-failing-report>`);
      await settled(panel);
      expect(isVisible(fallbackOf(panel))).to.equal(false);
      failures = 1;
      panel.requestUpdate();
      await settled(panel);
      expect(isVisible(fallbackOf(panel))).to.equal(true);
      expect(isVisible(unmarkedOf(panel))).to.equal(true);
    });
  });

  it('is not empty when it is drawn again after a failure', async () => {
    await warningsOf(async () => {
      failures = 1;
      const panel = await fixture<SaySomethingReport>(html`<test-failing-report>${inside}</test-failing-report>`);
      for (let minute = 0; minute < 3; minute++) {
        panel.requestUpdate();
        await settled(panel);
        expect(isVisible(fallbackOf(panel)) || routes(panel).length > 0).to.equal(true);
        expect(isVisible(unmarkedOf(panel))).to.equal(true);
      }
    });
  });

  it('keeps its fallback when it has nothing to draw', async () => {
    const { provided } = SaySomethingReport;
    SaySomethingReport.provided = undefined;
    try {
      const panel = await fixture<SaySomethingReport>(html`<say-something-report>${inside}</say-something-report>`);
      await settled(panel);
      expect(isVisible(fallbackOf(panel))).to.equal(true);
      expect(isVisible(unmarkedOf(panel))).to.equal(true);
    } finally {
      SaySomethingReport.provided = provided;
    }
  });

  it('is drawn without a fallback', async () => {
    const panel = await fixture<SaySomethingReport>(html`<say-something-report></say-something-report>`);
    await settled(panel);
    expect(isVisible(panel)).to.equal(true);
  });

  it('is hidden only by the hidden attribute', async () => {
    const panel = await fixture<SaySomethingReport>(html`<say-something-report></say-something-report>`);
    panel.hidden = true;
    expect(isVisible(panel)).to.equal(false);
    panel.hidden = false;
    expect(isVisible(panel)).to.equal(true);
  });
});
