import { expect, fixture, html } from '@open-wc/testing';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import { signs as guide } from '../../src/data/signs.js';
import { SaySomethingBanner } from '../../src/elements/banner/say-something-banner.js';
import { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import { expectPanel } from '../../src/elements/shared/to-report.js';

const provided = { directory: hertfordshire, locales: { en }, guide };

/** Elements with other tag names, so that no script of the page expects a panel at the same time. */
class Banner extends SaySomethingBanner {
  static override provided = provided;
}
class Report extends SaySomethingReport {
  static override provided = provided;
}
customElements.define('test-banner', Banner);
customElements.define('test-report', Report);

describe('the way to a panel that was expected and does not come', () => {
  it('leaves the focus alone when another panel comes later', async () => {
    const banner = await fixture<Banner>(html`<test-banner></test-banner>`);
    expectPanel(true);
    await banner.updateComplete;
    banner.renderRoot.querySelector<HTMLElement>('button[part=action]')?.click();
    expectPanel(false);
    const field = await fixture<HTMLInputElement>(html`<input />`);
    field.focus();
    const panel = await fixture<Report>(html`<test-report></test-report>`);
    await panel.updateComplete;
    expect(document.activeElement?.localName).to.equal('input');
  });
});

describe('the way to a panel that is drawn only when somebody asks', () => {
  for (const [when, first] of [
    ['known before it is asked for', false],
    ['asked for before it is known', true],
  ] as const) {
    it(`draws it once: ${when}`, async () => {
      const banner = await fixture<Banner>(html`<test-banner></test-banner>`);
      let drawn = 0;
      const draw = (): void => void drawn++;
      expectPanel(true, first ? undefined : draw);
      await banner.updateComplete;
      banner.renderRoot.querySelector<HTMLElement>('button[part=action]')?.click();
      if (first) expectPanel(true, draw);
      expectPanel(false);
      expect(drawn).to.equal(1);
    });
  }
});

describe('the way to a panel', () => {
  it('is drawn again for the first panel and after the last, and not for those between', async () => {
    const banner = await fixture<Banner>(html`<test-banner></test-banner>`);
    let asked = 0;
    banner.requestUpdate = () => void asked++;
    const panels = [document.createElement('test-report'), document.createElement('test-report')] as const;
    const changes: readonly [string, number, () => unknown][] = [
      ['a panel is expected', 1, () => expectPanel(true)],
      ['it comes', 0, () => document.body.append(panels[0])],
      ['no other is expected', 0, () => expectPanel(false)],
      ['another one comes', 0, () => document.body.append(panels[1])],
      ['the first one goes', 0, () => panels[0].remove()],
      ['the last one goes', 1, () => panels[1].remove()],
    ];
    for (const [when, times, change] of changes) {
      asked = 0;
      change();
      expect(asked, when).to.equal(times);
    }
  });
});
