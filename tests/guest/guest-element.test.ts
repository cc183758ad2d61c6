import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { GuestElement } from '../../src/guest/guest-element.js';
import { until } from '../helpers/until.js';

const provided = { locales: { en: { lang: 'en-GB' } } };

class TwoPhrases extends GuestElement {
  static provided = provided;
  static override properties = { someSetting: { attribute: 'some-setting' } };
  declare someSetting: string | undefined;
  protected override draw(): TemplateResult {
    return html`<p>${this.phrase('same', 'Childline')}</p>
      <p>${this.phrase('same', 'Crimestoppers')}</p>`;
  }
}
customElements.define('two-phrases', TwoPhrases);

class BrokenDrawing extends GuestElement {
  static provided = provided;
  protected override draw(): TemplateResult {
    throw new Error('the page has broken something');
  }
}
customElements.define('broken-drawing', BrokenDrawing);

describe('GuestElement', () => {
  it('shows each phrase in its own place, though two were given one key', async () => {
    const element = await fixture<TwoPhrases>(html`<two-phrases></two-phrases>`);
    const slots = [...element.renderRoot.querySelectorAll<HTMLSlotElement>('p slot')];
    await until(() => slots.every((slot) => slot.assignedNodes().length));
    expect(slots.map((slot) => slot.assignedNodes().map(({ textContent }) => textContent))).to.deep.equal([
      ['Childline'],
      ['Crimestoppers'],
    ]);
    element.requestUpdate();
    await element.updateComplete;
    expect(slots.map(({ name }) => name)).to.deep.equal(['same', 'same-']);
  });

  it('takes every setting under its lower-case name too', async () => {
    const element = await fixture<TwoPhrases>(html`<two-phrases></two-phrases>`);
    element.setAttribute('somesetting', 'from an attribute');
    expect(element.someSetting).to.equal('from an attribute');
    (element as unknown as { somesetting: string }).somesetting = 'from a property';
    expect(element.someSetting).to.equal('from a property');
  });

  it('shows what is inside it when drawing fails', async () => {
    const element = await fixture<BrokenDrawing>(html`<broken-drawing><a href="tel:999">999</a></broken-drawing>`);
    expect(element.querySelector('a')?.getClientRects().length).to.equal(1);
  });
});
