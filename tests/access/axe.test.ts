import { expect, fixture, html } from '@open-wc/testing';
import type { DrawnElement } from '../../src/guest/drawn-element.js';
import '../../src/index.js';
import { faults } from '../helpers/axe.js';
import { answer, OPEN, panelWith, restoreTime, setTime, unfoldAll } from '../helpers/panel.js';

/* A short check for every run. tests/site/axe*.test.ts check all states, audiences, widths and themes. */
describe('axe', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(restoreTime);

  for (const kind of ['report', 'signs', 'banner', 'exit']) {
    it(`finds no fault in the ${kind} when it opens`, async () => {
      const page = await fixture<HTMLElement>(html`<div></div>`);
      const element = document.createElement(`say-something-${kind}`) as DrawnElement;
      page.append(element);
      await element.updateComplete;
      expect(await faults(element)).to.deep.equal([]);
    });
  }

  it('finds no fault in an unfolded panel with answers', async () => {
    const panel = await panelWith();
    await answer(panel, 'who', 'under-19');
    await unfoldAll(panel);
    expect(await faults(panel)).to.deep.equal([]);
  });
});
