import { expect, fixture, html } from '@open-wc/testing';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import '../../src/index.js';
import { isMirrored } from '../helpers/mirrored.js';
import { numbersIn, shownText, textOf } from '../helpers/panel.js';
import { digits } from '../helpers/numbers.js';
import { until } from '../helpers/until.js';

const OWN = '/tests/elements/fixtures/own-directory.json';
const OWN_NUMBER = '01632960001';

/** The style sheet of a page during one test. */
let sheet: CSSStyleSheet | undefined;
function rules(text: string): void {
  sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
afterEach(() => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  document.documentElement.style.colorScheme = '';
});

const SNIPPET = html`<div class="say-something">
  <p>Call <a href="tel:999">999</a></p>
</div>`;
const danger = (holder: Element): HTMLElement => holder.shadowRoot?.querySelector('[part=emergency] a') as HTMLElement;
async function drawn(holder: HTMLElement): Promise<HTMLElement> {
  await until(() => isMirrored(holder.shadowRoot), 'it is not drawn');
  return holder;
}

describe('a page’s rules for a marker', () => {
  it('can show only the help and hide everything else, as a print style sheet does', async () => {
    rules('body * { visibility: hidden } .say-something, .say-something * { visibility: visible }');
    const holder = await drawn(await fixture<HTMLElement>(SNIPPET));
    expect(getComputedStyle(danger(holder)).visibility).to.equal('visible');
  });

  for (const [how, declaration] of [
    ['display', 'display: none'],
    ['visibility', 'visibility: hidden'],
    ['opacity', 'opacity: 0'],
    ['taps', 'pointer-events: none'],
  ] as const) {
    it(`apply to the drawn element too: ${how}`, async () => {
      const holder = await drawn(await fixture<HTMLElement>(SNIPPET));
      const [property = '', value] = declaration.split(': ');
      expect(getComputedStyle(holder).getPropertyValue(property)).not.to.equal(value);
      rules(`.say-something { ${declaration} }`);
      expect(getComputedStyle(holder).getPropertyValue(property)).to.equal(value);
    });
  }

  it('can hide it until it is found', async () => {
    const panel = await fixture<HTMLElement>(html`<say-something-report></say-something-report>`);
    panel.setAttribute('hidden', '');
    expect(getComputedStyle(panel).display).to.equal('none');
    panel.setAttribute('hidden', 'until-found');
    expect(getComputedStyle(panel).display).to.equal('block');
  });

  it('can keep line breaks without a gap below the element', async () => {
    const place = await fixture<HTMLElement>(
      html`<div style="white-space: pre-line"><say-something-report></say-something-report></div>`,
    );
    const panel = await drawn(place.firstElementChild as HTMLElement);
    const root = panel.shadowRoot?.querySelector('.root') as HTMLElement;
    expect(panel.getBoundingClientRect().bottom - root.getBoundingClientRect().bottom).to.be.below(2);
  });

  it('can make the marker a flex row, which the panel fills', async () => {
    rules('.say-something { display: flex }');
    const holder = await drawn(await fixture<HTMLElement>(SNIPPET));
    const root = holder.shadowRoot?.querySelector('.root') as HTMLElement;
    expect(root.getBoundingClientRect().width).to.be.closeTo(holder.clientWidth, 1);
  });
});

describe('a change while an element is hidden', () => {
  /** The contrast of two colours such as `rgb(1, 2, 3)`, as WCAG 2 defines it. */
  function contrast(one: string, other: string): number {
    const light = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  }

  it('keeps the text readable on a page that turns dark while its tab panel is closed', async () => {
    rules('.own { --say-something-surface: #ffffff }');
    const tab = await fixture<HTMLElement>(html`<div class="own">${SNIPPET}</div>`);
    const holder = await drawn(tab.firstElementChild as HTMLElement);
    tab.style.display = 'none';
    document.documentElement.style.colorScheme = 'dark';
    // wait until the browser has painted the page without it
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    tab.style.display = '';
    const root = holder.shadowRoot?.querySelector('.root') as HTMLElement;
    const apart = (): number => contrast(getComputedStyle(root).color, getComputedStyle(root).backgroundColor);
    await until(() => apart() >= 4.5, 'it stays unreadable');
    expect(apart()).to.be.at.least(4.5);
  });
});

describe('a panel behind a modal dialog', () => {
  it('leaves announcements to a panel that can be reached', async () => {
    const place = await fixture<HTMLElement>(
      html`<div>
        <div inert><say-something-banner></say-something-banner></div>
        <say-something-report></say-something-report>
      </div>`,
    );
    const panel = place.lastElementChild as HTMLElement;
    await drawn(panel);
    panel.shadowRoot?.querySelector('input')?.click();
    const said = (): string => panel.shadowRoot?.querySelector('[aria-live]')?.textContent ?? '';
    await until(() => said().includes('places to tell'), 'no element announces it');
    expect(place.querySelector('say-something-banner')?.shadowRoot?.querySelector('[aria-live]')).to.equal(null);
  });
});

describe('a page of another area', () => {
  const place = (): Promise<HTMLElement> =>
    fixture<HTMLElement>(
      html`<div>
        <say-something-signs audience="hotel"></say-something-signs>
        <say-something-banner></say-something-banner>
        <say-something-report audience="hotel" directory=${OWN}></say-something-report>
        <say-something-report></say-something-report>
      </div>`,
    );

  it('shows none of the built-in numbers in any element', async () => {
    const page = await place();
    const all = [...page.children];
    const panels = all.filter(({ localName }) => localName === 'say-something-report');
    for (const panel of panels)
      await until(() => numbersIn(shownText(panel)).includes(OWN_NUMBER), 'the directory is not used');
    const local = hertfordshire.contacts.filter(({ areas }) => areas.includes('local')).map(({ id }) => id);
    expect(local).to.include('herts-childrens-services');
    for (const element of all) {
      await until(() => !element.shadowRoot?.querySelector('[data-partial]'), 'an element is not completely drawn');
      const text = textOf(element);
      expect(text, element.localName).not.to.contain('Halo');
      expect(numbersIn(text), element.localName).not.to.include(digits('herts-childrens-services'));
    }
  });

  it('shows the built-in numbers again when the panel with the directory is removed', async () => {
    const page = await place();
    const [signs, , own, other] = [...page.children] as [HTMLElement, HTMLElement, SaySomethingReport, HTMLElement];
    await until(() => numbersIn(shownText(other)).includes(OWN_NUMBER), 'the directory is not used');
    own.remove();
    await until(() => textOf(signs).includes('Halo'), 'the signs stay with the other directory');
    expect(numbersIn(shownText(other))).to.include(digits('herts-childrens-services'));
  });
});
