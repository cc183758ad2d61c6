import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { isMirrored } from '../helpers/mirrored.js';
import { OPEN, restoreTime, setTime } from '../helpers/panel.js';
import { until } from '../helpers/until.js';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';

/** Waits until all words are in the light tree, which they come to slice by slice while the page is idle. */
async function mirrored(holder: Element): Promise<HTMLSpanElement[]> {
  await until(() => isMirrored(holder.shadowRoot), 'its words are not in the light tree');
  return [...holder.querySelectorAll<HTMLSpanElement>(':scope > span[slot]')];
}
const span = (holder: Element, key: string): HTMLSpanElement =>
  holder.querySelector(`:scope > span[slot="${key}"]`) as HTMLSpanElement;
const panelIn = (holder: Element): SaySomethingReport =>
  holder.shadowRoot?.querySelector('say-something-report') as SaySomethingReport;

/** What a program that saves the page makes of an element, opened again without our script. */
async function saved(holder: Element, change = (html: string): string => html): Promise<HTMLElement> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.innerHTML = change(holder.outerHTML.replaceAll('say-something', 'saved'));
  return place;
}

describe('the words in the light tree', () => {
  afterEach(restoreTime);

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

  it('say that they are English on a page in another language, and a translation does not', async () => {
    const place = await fixture(html`<div lang="cy"><say-something-report></say-something-report></div>`);
    const panel = place.firstElementChild as SaySomethingReport;
    const spans = await mirrored(panel);
    expect(spans.filter(({ lang }) => lang !== 'en-GB')).to.deep.equal([]);
    span(panel, 'heading').textContent = 'Yn poeni am blentyn?';
    await until(() => !span(panel, 'heading').lang, 'the translation is called English');
    expect(span(panel, 'routes').lang).to.equal('en-GB');
    place.setAttribute('lang', 'en-GB');
    await until(() => !span(panel, 'routes').lang, 'words in the language of the page say so once more');
  });

  it('do not name their language where the page is in it', async () => {
    const place = await fixture(html`<div lang="en-US"><say-something-report></say-something-report></div>`);
    const spans = await mirrored(place.firstElementChild as Element);
    expect(spans.filter((one) => one.hasAttribute('lang'))).to.deep.equal([]);
  });

  it('come back, as they were translated, where a page resets its markup', async () => {
    const holder = await fixture<HTMLElement>(html`<div class="say-something"><p>fallback</p></div>`);
    const before = (await mirrored(holder)).map(({ slot }) => slot);
    span(holder, 'heading').textContent = 'Martwisz się o dziecko?';
    for (const one of holder.querySelectorAll('span[slot]')) one.remove();
    expect(span(holder, 'heading')).to.equal(null);
    expect((await mirrored(holder)).map(({ slot }) => slot)).to.deep.equal(before);
    expect(span(holder, 'heading').textContent).to.equal('Martwisz się o dziecko?');
  });

  it('do not fight with a page that takes them away each time', async () => {
    const holder = await fixture<HTMLElement>(html`<div class="say-something"><p>fallback</p></div>`);
    await mirrored(holder);
    let taken = 0;
    const thief = new MutationObserver(() => {
      const spans = holder.querySelectorAll('span[slot]');
      if (spans.length) taken++;
      for (const one of spans) one.remove();
    });
    thief.observe(holder, { childList: true });
    const began = performance.now();
    holder.append('x');
    await until(() => taken > 2, 'they do not come back');
    thief.disconnect();
    expect(performance.now() - began).to.be.above(1000 * (taken - 2));
    await mirrored(holder);
  });

  it('come back where a page takes them away again while the panel is being drawn', async () => {
    const holder = await fixture<HTMLElement>(html`<div class="say-something"><p>fallback</p></div>`);
    await mirrored(holder);
    // the panel is drawn again when a page is shown again
    const drawings = setInterval(() => document.dispatchEvent(new Event('visibilitychange')), 10);
    let taken = 0;
    const thief = new MutationObserver(() => {
      const spans = holder.querySelectorAll('span[slot]');
      if (!spans.length || taken++ > 1) return;
      for (const one of spans) one.remove();
    });
    thief.observe(holder, { childList: true });
    holder.append('x');
    await until(() => taken > 2, 'they do not come back').finally(() => clearInterval(drawings));
    thief.disconnect();
    await mirrored(holder);
  });

  it('come back where a page takes them away in the task that has the panel drawn', async () => {
    const panel = await fixture<SaySomethingReport>(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    panel.requestUpdate();
    for (const one of panel.querySelectorAll('span[slot]')) one.remove();
    await mirrored(panel);
  });

  it('come back where a page takes them away while the panel is out of the page', async () => {
    const panel = await fixture<SaySomethingReport>(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    const { parentElement } = panel;
    panel.remove();
    for (const one of panel.querySelectorAll('span[slot]')) one.remove();
    parentElement?.append(panel);
    await mirrored(panel);
  });

  it('say nothing of the hour, and nothing of what somebody has answered', async () => {
    setTime(OPEN);
    const panel = await fixture<SaySomethingReport>(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    const shadow = panel.shadowRoot as ShadowRoot;
    expect(shadow.textContent).to.match(/Open now|Closed, opens/);
    expect(panel.textContent).not.to.match(/Open now|Closed, opens|May be closed today|places to tell/);
    const inputs = [...shadow.querySelectorAll('input')];
    inputs.find(({ parentElement }) => parentElement?.textContent.includes('under 19'))?.click();
    await until(() => /places to tell. First: Childline/.test(shadow.textContent), 'the answer is not taken');
    await mirrored(panel);
    expect(panel.textContent).not.to.match(/places to tell|because you/i);
  });

  it('are not seen in a saved copy, which shows the snippet', async () => {
    const holder = await fixture<HTMLElement>(
      html`<div class="say-something">
        <p>Call <a href="tel:999">999</a></p>
      </div>`,
    );
    await mirrored(holder);
    for (const change of [(kept: string) => kept, (kept: string) => kept.replaceAll(/ slot="[^"]*"/g, '')])
      expect((await saved(holder, change)).innerText.trim()).to.equal('Call 999');
  });

  it('are those of the hour in a saved copy that is opened with the script, with the slots and without', async () => {
    const holder = await fixture<HTMLElement>(
      html`<div class="say-something">
        <p>Call <a href="tel:999">999</a></p>
      </div>`,
    );
    await mirrored(holder);
    const shown = (element: HTMLElement): string => element.innerText.replaceAll(/\s+/g, ' ').trim();
    const wanted = shown(holder);
    for (const change of [(kept: string) => kept, (kept: string) => kept.replaceAll(/ slot="[^"]*"/g, '')]) {
      const place = await fixture<HTMLElement>(html`<div></div>`);
      place.innerHTML = change(holder.outerHTML);
      const copy = place.firstElementChild as HTMLElement;
      await mirrored(copy);
      expect(shown(copy)).to.equal(wanted);
    }
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
