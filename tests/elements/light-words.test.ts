import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { isMirrored } from '../helpers/mirrored.js';
import { until } from '../helpers/until.js';
import type { SaySomethingReport } from '../../src/elements/say-something-report.js';

/** Waits until all words are in the light tree, which they come to slice by slice while the page is idle. */
async function mirrored(holder: Element): Promise<HTMLSpanElement[]> {
  await until(() => isMirrored(holder.shadowRoot), 'its words are not in the light tree');
  return [...holder.querySelectorAll<HTMLSpanElement>(':scope > span[slot]')];
}
const span = (holder: Element, key: string): HTMLSpanElement =>
  holder.querySelector(`:scope > span[slot="${key}"]`) as HTMLSpanElement;
const panelIn = (holder: Element): SaySomethingReport =>
  holder.shadowRoot?.querySelector('say-something-report') as SaySomethingReport;

describe('the words in the light tree', () => {
  it('stand in the page’s own text, every visible phrase of them', async () => {
    const panel = await fixture(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    const text = document.body.innerText;
    for (const slot of (panel.shadowRoot as ShadowRoot).querySelectorAll<HTMLSlotElement>('slot[name]')) {
      if (slot.closest('details:not([open]) > :not(summary)') || slot.closest('.paper')) continue;
      expect(text).to.contain(slot.textContent?.trim());
    }
  });

  it('stand in the light tree of a placeholder', async () => {
    const holder = await fixture<HTMLElement>(html`<div class="say-something"><p>fallback</p></div>`);
    const spans = await mirrored(holder);
    expect(spans.map(({ slot }) => slot)).to.include('route0-name');
    expect(holder.innerText).to.contain('Hertfordshire Police');
    expect(holder.innerText).not.to.contain('fallback');
  });

  it('stand in the order in which they are read, a line each', async () => {
    const panel = await fixture(html`<say-something-report></say-something-report>`);
    const spans = await mirrored(panel);
    const drawn = [...(panel.shadowRoot as ShadowRoot).querySelectorAll<HTMLSlotElement>('slot[name]')];
    expect(spans.map(({ slot }) => slot)).to.deep.equal(drawn.map(({ name }) => name));
    expect(spans.every(({ nextSibling }) => nextSibling?.textContent === '\n')).to.equal(true);
  });

  it('have a key of their own in every place', async () => {
    const panel = await fixture(html`<say-something-report></say-something-report>`);
    const names = [...(panel.shadowRoot as ShadowRoot).querySelectorAll<HTMLSlotElement>('slot[name]')].map(
      ({ name }) => name,
    );
    expect(new Set(names).size).to.equal(names.length);
  });

  it('leave a translation alone while our own words stay the same', async () => {
    const panel = await fixture<SaySomethingReport>(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    span(panel, 'heading').textContent = 'Martwisz się o dziecko?';
    // other words change after it, and have come
    panel.audience = 'parent';
    await until(() => span(panel, 'route0-name').textContent === 'Hertfordshire Children’s Services');
    expect(span(panel, 'heading').textContent).to.equal('Martwisz się o dziecko?');
  });

  it('take the place of a translation when our own words change', async () => {
    const panel = await fixture<SaySomethingReport>(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    span(panel, 'route0-name').textContent = 'Policja';
    panel.audience = 'parent';
    const now = (): string | null => span(panel, 'route0-name').textContent;
    await until(() => now() !== 'Policja', 'the translation stays');
    expect(now()).to.equal('Hertfordshire Children’s Services');
  });

  it('show from the shadow tree where the spans are taken away', async () => {
    const panel = await fixture<SaySomethingReport>(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    panel.replaceChildren();
    const slot = (panel.shadowRoot as ShadowRoot).querySelector<HTMLSlotElement>('slot[name=heading]');
    expect(slot?.assignedNodes()).to.have.length(0);
    expect(slot?.textContent).to.contain('Worried about a child?');
  });

  it('show from the shadow tree where a span is emptied', async () => {
    const panel = await fixture<SaySomethingReport>(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    span(panel, 'heading').textContent = '';
    await until(() => !panel.querySelector('span[slot=heading]'), 'the empty span stays');
    const slot = (panel.shadowRoot as ShadowRoot).querySelector<HTMLSlotElement>('slot[name=heading]');
    expect(slot?.assignedNodes()).to.have.length(0);
    expect(slot?.textContent).to.contain('Worried about a child?');
  });

  it('keep numbers from translators', async () => {
    const panel = await fixture(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    expect(span(panel, 'route1-way').translate).to.equal(false);
    expect(span(panel, 'heading').translate).to.equal(true);
  });

  it('cannot be restyled by the page, not even with !important', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('span { color: red !important; font-size: 4px !important; display: none !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    try {
      const panel = await fixture(html`<say-something-report></say-something-report>`);
      await mirrored(panel);
      const style = getComputedStyle(span(panel, 'route0-why'));
      expect(style.color).not.to.equal('rgb(255, 0, 0)');
      expect(style.display).to.equal('inline');
      expect(parseFloat(style.fontSize)).to.be.above(14);
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  });

  it('leave the author’s own span in the element as it is', async () => {
    const panel = await fixture(
      html`<say-something-report><span id="own" style="color: rgb(1, 2, 3)">own</span></say-something-report>`,
    );
    expect(getComputedStyle(panel.querySelector('#own') as Element).color).to.equal('rgb(1, 2, 3)');
  });

  it('follow the letter and word spacing that a reader sets', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { letter-spacing: 2px !important; word-spacing: 3px !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    try {
      const panel = await fixture(html`<say-something-report></say-something-report>`);
      await mirrored(panel);
      const style = getComputedStyle(span(panel, 'route0-why'));
      expect(style.letterSpacing).to.equal('2px');
      expect(style.wordSpacing).to.equal('3px');
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  });

  it('take over the spans that a cloned placeholder brings with it', async () => {
    const place = await fixture(html`<div><div class="say-something">fallback</div></div>`);
    const first = place.firstElementChild as Element;
    await mirrored(first);
    const clone = first.cloneNode(true) as Element;
    place.append(clone);
    await until(() => clone.shadowRoot && panelIn(clone), 'the copy is not drawn');
    // other words change after it, and have come
    panelIn(clone).audience = 'parent';
    await until(() => span(clone, 'route0-name').textContent === 'Hertfordshire Children’s Services');
    const slots = (await mirrored(clone)).map(({ slot }) => slot);
    expect(new Set(slots).size).to.equal(slots.length);
  });
});
