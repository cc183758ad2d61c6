import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../src/index.js';
import { faults } from '../helpers/axe.js';
import { answer, OPEN, panelWith, restoreTime, setTime, unfoldAll } from '../helpers/panel.js';

/* The short look of every run. All states, audiences, widths and looks are in tests/site/axe*.test.ts. */
describe('axe', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(restoreTime);

  for (const kind of ['report', 'signs', 'banner', 'exit']) {
    it(`finds no fault in the ${kind} as it opens`, async () => {
      const page = await fixture<HTMLElement>(html`<div></div>`);
      const element = document.createElement(`say-something-${kind}`) as LitElement;
      page.append(element);
      await element.updateComplete;
      expect(await faults(element)).to.deep.equal([]);
    });
  }

  it('finds no fault in a panel that is answered and unfolded', async () => {
    const panel = await panelWith();
    await answer(panel, 'who', 'under-19');
    await unfoldAll(panel);
    expect(await faults(panel)).to.deep.equal([]);
  });
});
