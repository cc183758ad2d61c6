import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { isMirrored } from '../helpers/mirrored.js';
import { OPEN, restoreTime, setTime } from '../helpers/panel.js';
import { until } from '../helpers/until.js';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';

/** Waits until all phrases are in the light tree, where they are added in slices while the page is idle. */
async function mirrored(holder: Element): Promise<HTMLSpanElement[]> {
  await until(() => isMirrored(holder.shadowRoot), 'its words are not in the light tree');
  return [...holder.querySelectorAll<HTMLSpanElement>(':scope > span[slot]')];
}
const span = (holder: Element, key: string): HTMLSpanElement =>
  holder.querySelector(`:scope > span[slot="${key}"]`) as HTMLSpanElement;
const panelIn = (holder: Element): SaySomethingReport =>
  holder.shadowRoot?.querySelector('say-something-report') as SaySomethingReport;

/** An element as a program saves it with the page, opened again without our script. */
async function saved(holder: Element, change = (html: string): string => html): Promise<HTMLElement> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.innerHTML = change(holder.outerHTML.replaceAll('say-something', 'saved'));
  return place;
}

describe('the words in the light tree', () => {
  afterEach(restoreTime);

  it('include every visible phrase in the page’s own text', async () => {
    const panel = await fixture(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    const text = document.body.innerText;
    const slots = [...(panel.shadowRoot as ShadowRoot).querySelectorAll<HTMLSlotElement>('slot[name]')];
    const visible = slots.filter(({ parentElement }) => parentElement?.checkVisibility());
    expect(visible.length).to.be.above(30);
    for (const slot of visible) expect(text).to.contain(slot.textContent?.trim());
  });

  it('are in the light tree of a placeholder too', async () => {
    const holder = await fixture<HTMLElement>(html`<div class="say-something"><p>fallback</p></div>`);
    const spans = await mirrored(holder);
    expect(spans.map(({ slot }) => slot)).to.include('route0-name');
    expect(holder.innerText).to.contain('Hertfordshire Police');
    expect(holder.innerText).not.to.contain('fallback');
  });

  it('are in reading order, one line each', async () => {
    const panel = await fixture(html`<say-something-report></say-something-report>`);
    const spans = await mirrored(panel);
    const drawn = [...(panel.shadowRoot as ShadowRoot).querySelectorAll<HTMLSlotElement>('slot[name]')];
    expect(spans.map(({ slot }) => slot)).to.deep.equal(drawn.map(({ name }) => name));
    expect(spans.every(({ nextSibling }) => nextSibling?.textContent === '\n')).to.equal(true);
  });

  it('have a different key in every place', async () => {
    const panel = await fixture(html`<say-something-report></say-something-report>`);
    const names = [...(panel.shadowRoot as ShadowRoot).querySelectorAll<HTMLSlotElement>('slot[name]')].map(
      ({ name }) => name,
    );
    expect(new Set(names).size).to.equal(names.length);
  });

  it('keep a translation while our own phrase stays the same', async () => {
    const panel = await fixture<SaySomethingReport>(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    span(panel, 'heading').textContent = 'Martwisz się o dziecko?';
    // wait until other words have changed, which happens after it
    panel.audience = 'parent';
    await until(() => span(panel, 'route0-name').textContent === 'Hertfordshire Children’s Services');
    expect(span(panel, 'heading').textContent).to.equal('Martwisz się o dziecko?');
  });

  it('replace a translation when our own phrase changes', async () => {
    const panel = await fixture<SaySomethingReport>(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    span(panel, 'route0-name').textContent = 'Policja';
    panel.audience = 'parent';
    const now = (): string | null => span(panel, 'route0-name').textContent;
    await until(() => now() !== 'Policja', 'the translation stays');
    expect(now()).to.equal('Hertfordshire Children’s Services');
  });

  it('show from the shadow tree when the spans are removed', async () => {
    const panel = await fixture<SaySomethingReport>(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    panel.replaceChildren();
    const slot = (panel.shadowRoot as ShadowRoot).querySelector<HTMLSlotElement>('slot[name=heading]');
    expect(slot?.assignedNodes()).to.have.length(0);
    expect(slot?.textContent).to.contain('Worried about a child?');
  });

  it('show from the shadow tree when a span is emptied', async () => {
    const panel = await fixture<SaySomethingReport>(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    span(panel, 'heading').textContent = '';
    await until(() => !panel.querySelector('span[slot=heading]'), 'the empty span stays');
    const slot = (panel.shadowRoot as ShadowRoot).querySelector<HTMLSlotElement>('slot[name=heading]');
    expect(slot?.assignedNodes()).to.have.length(0);
    expect(slot?.textContent).to.contain('Worried about a child?');
  });

  it('are marked as English on a page in another language, except for a translation', async () => {
    const place = await fixture(html`<div lang="cy"><say-something-report></say-something-report></div>`);
    const panel = place.firstElementChild as SaySomethingReport;
    const spans = await mirrored(panel);
    expect(spans.filter(({ lang }) => lang !== 'en-GB')).to.deep.equal([]);
    span(panel, 'heading').textContent = 'Yn poeni am blentyn?';
    await until(() => !span(panel, 'heading').lang, 'the translation is called English');
    expect(span(panel, 'routes').lang).to.equal('en-GB');
    place.setAttribute('lang', 'en-GB');
    await until(() => !span(panel, 'routes').lang, 'words in the language of the page are still marked');
  });

  it('are not marked as English on an English page', async () => {
    const place = await fixture(html`<div lang="en-US"><say-something-report></say-something-report></div>`);
    const spans = await mirrored(place.firstElementChild as Element);
    expect(spans.filter((one) => one.hasAttribute('lang'))).to.deep.equal([]);
  });

  it('come back with their translation when a page resets its markup', async () => {
    const holder = await fixture<HTMLElement>(html`<div class="say-something"><p>fallback</p></div>`);
    const before = (await mirrored(holder)).map(({ slot }) => slot);
    span(holder, 'heading').textContent = 'Martwisz się o dziecko?';
    for (const one of holder.querySelectorAll('span[slot]')) one.remove();
    expect(span(holder, 'heading')).to.equal(null);
    expect((await mirrored(holder)).map(({ slot }) => slot)).to.deep.equal(before);
    expect(span(holder, 'heading').textContent).to.equal('Martwisz się o dziecko?');
  });

  it('do not keep a page busy that always removes them', async () => {
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

  it('come back when a page removes them while the panel is being drawn', async () => {
    const holder = await fixture<HTMLElement>(html`<div class="say-something"><p>fallback</p></div>`);
    await mirrored(holder);
    // the panel is drawn again when the page becomes visible
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

  it('come back when a page removes them in the task in which it changes the panel', async () => {
    const panel = await fixture<SaySomethingReport>(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    panel.requestUpdate();
    for (const one of panel.querySelectorAll('span[slot]')) one.remove();
    await mirrored(panel);
  });

  it('come back when a page removes them while the panel is out of the page', async () => {
    const panel = await fixture<SaySomethingReport>(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    const { parentElement } = panel;
    panel.remove();
    for (const one of panel.querySelectorAll('span[slot]')) one.remove();
    parentElement?.append(panel);
    await mirrored(panel);
  });

  it('contain neither the opening state nor a person’s answers', async () => {
    setTime(OPEN);
    const panel = await fixture<SaySomethingReport>(html`<say-something-report></say-something-report>`);
    await mirrored(panel);
    const shadow = panel.shadowRoot as ShadowRoot;
    expect(shadow.textContent).to.match(/Open now|Closed, opens/);
    expect(panel.textContent).not.to.match(/Open now|Closed, opens|May be closed today|places to tell/);
    const inputs = [...shadow.querySelectorAll('input')];
    inputs.find(({ parentElement }) => parentElement?.textContent.includes('anonymous'))?.click();
    await until(() => /places to tell. First: Crimestoppers/.test(shadow.textContent), 'the answer has no effect');
    await mirrored(panel);
    expect(panel.textContent).not.to.match(/places to tell|you want to stay/i);
  });

  it('are hidden in a saved copy, which shows the snippet', async () => {
    const holder = await fixture<HTMLElement>(
      html`<div class="say-something">
        <p>Call <a href="tel:999">999</a></p>
      </div>`,
    );
    await mirrored(holder);
    for (const change of [(kept: string) => kept, (kept: string) => kept.replaceAll(/ slot="[^"]*"/g, '')])
      expect((await saved(holder, change)).innerText.trim()).to.equal('Call 999');
  });

  it('are current in a saved copy that is opened with the script, with and without slots', async () => {
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

  it('mark numbers as not to be translated', async () => {
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

  it('do not change the author’s own span in the element', async () => {
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

  it('reuse the spans of a cloned placeholder', async () => {
    const place = await fixture(html`<div><div class="say-something">fallback</div></div>`);
    const first = place.firstElementChild as Element;
    await mirrored(first);
    const clone = first.cloneNode(true) as Element;
    place.append(clone);
    await until(() => clone.shadowRoot && panelIn(clone), 'the copy is not drawn');
    // wait until other words have changed, which happens after it
    panelIn(clone).audience = 'parent';
    await until(() => span(clone, 'route0-name').textContent === 'Hertfordshire Children’s Services');
    const slots = (await mirrored(clone)).map(({ slot }) => slot);
    expect(new Set(slots).size).to.equal(slots.length);
  });
});
