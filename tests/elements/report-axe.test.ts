import { expect, fixture, html } from '@open-wc/testing';
import type { Audience } from '../../src/core/audiences.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import type { SaySomethingReport } from '../../src/elements/say-something-report.js';
import '../../src/index.js';
import {
  answer,
  clear,
  NIGHT,
  OPEN,
  painted,
  panelWith,
  restoreTime,
  setTime,
  settled,
  unfoldAll,
} from '../helpers/panel.js';

/** A panel on a page that looks like this. */
async function panelOn(style: Readonly<Partial<CSSStyleDeclaration>>, dir = 'ltr'): Promise<SaySomethingReport> {
  const page = await fixture<HTMLElement>(html`<div dir=${dir}><say-something-report></say-something-report></div>`);
  Object.assign(page.style, style);
  const panel = page.querySelector('say-something-report') as SaySomethingReport;
  await settled(panel);
  await painted();
  return panel;
}

describe('the report panel, looked at by axe', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(restoreTime);

  for (const audience of AUDIENCES satisfies readonly Audience[]) {
    it(`has no fault for the audience ${audience}`, async () => {
      await expect(await panelWith({ audience })).to.be.accessible();
    });
  }

  it('has no fault at night', async () => {
    setTime(NIGHT);
    await expect(await panelWith()).to.be.accessible();
  });

  it('has no fault when every question is answered', async () => {
    const panel = await panelWith();
    await answer(panel, 'who', 'under-19');
    await answer(panel, 'where', 'online');
    await answer(panel, 'name', 'anonymous');
    await expect(panel).to.be.accessible();
  });

  it('has no fault when the answers are cleared', async () => {
    const panel = await panelWith();
    await answer(panel, 'where', 'scotland-ni');
    await clear(panel);
    await expect(panel).to.be.accessible();
  });

  it('has no fault with everything unfolded', async () => {
    const panel = await panelWith();
    await unfoldAll(panel);
    await expect(panel).to.be.accessible();
  });

  it('has no fault on a dark page', async () => {
    const panel = await panelOn({ colorScheme: 'dark', background: '#000' });
    await unfoldAll(panel);
    await expect(panel).to.be.accessible();
  });

  it('has no fault from right to left', async () => {
    const panel = await panelOn({}, 'rtl');
    await unfoldAll(panel);
    await expect(panel).to.be.accessible();
  });

  it('has no fault where it is 320 px wide', async () => {
    const panel = await panelOn({ inlineSize: '320px' });
    await unfoldAll(panel);
    await expect(panel).to.be.accessible();
  });

  it('has no fault once its facts are old', async () => {
    setTime('2027-06-01T12:00:00Z');
    const panel = await panelWith();
    await unfoldAll(panel);
    await expect(panel).to.be.accessible();
  });

  it('has no fault once a contact has expired', async () => {
    setTime('2028-05-01T12:00:00Z');
    await expect(await panelWith()).to.be.accessible();
  });

  for (const level of ['1', '6']) {
    it(`has no fault at heading level ${level}`, async () => {
      await expect(await panelWith({ 'heading-level': level })).to.be.accessible();
    });
  }

  it('has no fault twice on one page', async () => {
    const page = await fixture<HTMLElement>(
      html`<main>
        <say-something-report></say-something-report>
        <say-something-report audience="hotel"></say-something-report>
      </main>`,
    );
    await Promise.all([...page.querySelectorAll('say-something-report')].map(settled));
    await expect(page).to.be.accessible({
      // two regions of one name are the page's doing
      ignoredRules: ['landmark-unique'],
    });
  });
});
