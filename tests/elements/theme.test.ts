import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { contrast } from '../../src/core/theme.js';
import type { DrawnElement } from '../../src/guest/drawn-element.js';
import '../../src/index.js';
import { behind, colourIn, textContrast, written } from '../helpers/colours.js';
import { press } from '../helpers/keyboard.js';
import { emulate } from '../helpers/media.js';
import { engine, itUnless } from '../helpers/skip.js';
import { until } from '../helpers/until.js';
import { recordWarnings } from '../helpers/warnings.js';

const TAGS = ['say-something-report', 'say-something-signs', 'say-something-banner', 'say-something-exit'] as const;
type Tag = (typeof TAGS)[number];
const PREFIX = '--say-something-';

interface Declaration {
  readonly tagName?: string;
  readonly cssProperties?: readonly { readonly name: string; readonly description?: string }[];
}
const manifest = (await (await fetch('/dist/custom-elements.json')).json()) as {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
};
const documented = (tag: Tag): readonly string[] =>
  manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName === tag)
    .flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name));

/** A value for each token that nothing has by default and that is readable on a white page. */
const CASES: Readonly<Record<string, string>> = {
  accent: 'rgb(0 90 60)',
  'on-accent': 'rgb(240 255 230)',
  urgent: 'rgb(120 0 90)',
  'on-urgent': 'rgb(255 240 250)',
  surface: 'rgb(250 252 255)',
  text: 'rgb(30 0 60)',
  'text-muted': 'rgb(70 50 90)',
  border: 'rgb(120 90 90)',
  focus: 'rgb(160 0 160)',
  font: 'Georgia, serif',
  radius: '11px',
  space: '19px',
};

const tree = (element: Element): ShadowRoot => element.shadowRoot as ShadowRoot;
const rootOf = (element: Element): HTMLElement => tree(element).querySelector('[part=root]') as HTMLElement;
const settled = async (element: Element): Promise<void> => {
  await (element as DrawnElement).updateComplete;
  await until(() => !tree(element).querySelector('[data-partial]'), 'it is not completely drawn');
  for (let turn = 0; turn < 3; turn++) await (element as DrawnElement).updateComplete;
};
async function draw(tag: Tag, style: Readonly<Record<string, string>> = {}): Promise<HTMLElement> {
  const page = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement(tag);
  if (tag !== 'say-something-exit') element.setAttribute('href', '/report');
  for (const [name, value] of Object.entries(style)) page.style.setProperty(name, value);
  page.append(element);
  await settled(element);
  return element;
}
const LOOKS = [
  'color',
  'backgroundColor',
  'borderTopColor',
  'borderLeftColor',
  'borderBottomColor',
  'outlineColor',
  'fontFamily',
  'borderTopLeftRadius',
  'paddingLeft',
  'paddingTop',
  'columnGap',
] as const;
/** The look of every visible part of an element. Borders are included only if they have a width. */
function looks(element: Element): readonly string[] {
  const found: string[] = [];
  for (const part of tree(element).querySelectorAll('.root, .root *')) {
    if (!part.checkVisibility()) continue;
    const style = getComputedStyle(part);
    for (const look of LOOKS) {
      const side = /^border(\w+)Color$/.exec(look)?.[1];
      if (side && style[`border${side as 'Top' | 'Left' | 'Bottom'}Width`] === '0px') continue;
      if (look === 'outlineColor' && style.outlineStyle === 'none') continue;
      found.push(`${part.localName}.${part.className} ${look} ${style[look]}`);
    }
  }
  return found;
}

describe('a token of the theme', () => {
  it('is one of twelve, each documented on the elements that it changes', () => {
    expect(new Set(TAGS.flatMap(documented))).to.have.keys(Object.keys(CASES).map((name) => PREFIX + name));
  });

  for (const tag of TAGS) {
    it(`changes how <${tag}> looks exactly if it is documented there`, async () => {
      const element = await draw(tag);
      for (const details of tree(element).querySelectorAll('details')) details.open = true;
      // press a key, because browsers show the focus only after keyboard input
      await press(['Tab']);
      tree(element).querySelector<HTMLElement>('a[href]')?.focus();
      const page = element.parentElement as HTMLElement;
      const before = looks(element);
      expect(before).to.not.be.empty;
      const changing = Object.entries(CASES).filter(([name, value]) => {
        page.style.setProperty(PREFIX + name, value);
        const changed = looks(element).join() !== before.join();
        page.style.removeProperty(PREFIX + name);
        return changed;
      });
      expect(changing.map(([name]) => PREFIX + name)).to.have.members([...documented(tag)]);
    });
  }

  it('can apply to one element', async () => {
    const surfaces = ['rgb(1, 20, 40)', 'rgb(40, 1, 20)', 'rgb(20, 40, 1)', 'rgb(1, 40, 20)'];
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const sheet = document.createElement('style');
    sheet.textContent = TAGS.map((tag, i) => `${tag} { ${PREFIX}surface: ${surfaces[i] ?? ''} }`).join('\n');
    const elements = TAGS.map((tag) => document.createElement(tag));
    page.append(sheet, ...elements);
    for (const element of elements) await settled(element);
    expect(elements.map((element) => getComputedStyle(rootOf(element)).backgroundColor)).to.deep.equal(surfaces);
  });

  it('can apply to all four elements from an ancestor', async () => {
    const page = await fixture<HTMLElement>(
      html`<div style="--say-something-surface: rgb(1 20 40)">
        <say-something-report></say-something-report><say-something-signs></say-something-signs
        ><say-something-banner></say-something-banner><say-something-exit></say-something-exit>
        <div class="say-something">fallback</div>
      </div>`,
    );
    await until(() => !!page.lastElementChild?.shadowRoot?.querySelector('[part=root]'));
    for (const element of page.children) {
      await settled(element);
      expect(colourIn(rootOf(element), 'backgroundColor').map((part) => Math.round(part * 255))).to.deep.equal([
        1, 20, 40, 255,
      ]);
    }
  });

  it('is inherited through other shadow roots', async () => {
    const page = await fixture<HTMLElement>(html`<div style="--say-something-accent: rgb(0 90 60)"></div>`);
    const outer = page.attachShadow({ mode: 'open' });
    const inner = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
    const element = inner.appendChild(document.createElement('say-something-banner'));
    await settled(element);
    const link = tree(element).querySelector('a[href="tel:999"]');
    expect(getComputedStyle(link as Element).color).to.equal('rgb(0, 90, 60)');
  });
});

describe('a partial theme', () => {
  for (const tag of TAGS) {
    it(`gives <${tag}> on a dark surface the matching colours without a warning`, async () => {
      const warnings = recordWarnings();
      const element = await draw(tag, { [`${PREFIX}surface`]: 'rgb(10 30 50)' });
      for (const text of written(tree(element))) expect(textContrast(text), text.textContent ?? '').to.be.at.least(4.5);
      expect(getComputedStyle(rootOf(element)).colorScheme).to.equal('dark');
      expect(warnings.stop()).to.deep.equal([]);
    });
  }

  it('gets a dark text for a light accent', async () => {
    const element = await draw('say-something-banner', {
      colorScheme: 'dark',
      [`${PREFIX}surface`]: '#101820',
      [`${PREFIX}accent`]: '#ffcc00',
    });
    const action = tree(element).querySelector('[part=action]') as Element;
    expect(getComputedStyle(action).backgroundColor).to.equal('rgb(255, 204, 0)');
    expect(textContrast(action)).to.be.at.least(4.5);
  });

  it('sets nothing when no token is set', async () => {
    for (const tag of TAGS) expect(rootOf(await draw(tag)).hasAttribute('style'), tag).to.equal(false);
  });

  it('keeps readable values unchanged', async () => {
    const element = await draw('say-something-report', { [`${PREFIX}accent`]: 'oklch(0.4 0.1 150)' });
    expect(rootOf(element).hasAttribute('style')).to.equal(false);
    const link = tree(element).querySelector('[part=route] a[href^=tel]') as Element;
    expect(getComputedStyle(link).color).to.contain('oklch');
  });
});

describe('an unreadable theme', () => {
  const bad: readonly (readonly [string, string, RegExp])[] = [
    ['text', '#eeeeef', /--say-something-text: #eeeeef has too little contrast, so rgb\(\d+ \d+ \d+\) is used\.$/],
    ['text-muted', '#f0f0f1', /text-muted: #f0f0f1 has too little contrast/],
    ['accent', '#ffcc01', /accent: #ffcc01 has too little contrast/],
    ['on-accent', '#14427e', /on-accent: #14427e has too little contrast/],
    ['urgent', '#fff0f1', /urgent: #fff0f1 has too little contrast/],
    ['on-urgent', '#a40f1d', /on-urgent: #a40f1d has too little contrast/],
    ['border', '#f5f5f6', /border: #f5f5f6 has too little contrast/],
    ['focus', '#fffff0', /focus: #fffff0 has too little contrast/],
    ['surface', 'rgb(255 0 0 / 0.11)', /surface: rgb\(255 0 0 \/ 0\.11\) is transparent/],
    ['text', 'banana', /text: banana is invalid, so rgb\(11 12 12\) is used/],
    ['surface', 'url(x.png)', /surface: url\(x\\?\.png\) is invalid, so rgb\(255 255 255\) is used/],
    ['font', '12px', /font: 12px is invalid, so the default is used/],
    ['radius', '-3px', /radius: -3px is invalid, so the default is used/],
    ['space', 'wide', /space: wide is invalid, so the default is used/],
  ];
  for (const [token, value, message] of bad) {
    it(`is corrected, and its author gets one warning that names the token: ${token} ${value}`, async () => {
      const warnings = recordWarnings();
      const element = await draw('say-something-report', { [PREFIX + token]: value });
      // render again, and add a second element next to it
      element.setAttribute('heading-level', '3');
      await settled(element);
      if (token === 'text') await draw('say-something-report', { [PREFIX + token]: value });
      const said = warnings.stop();
      expect(said).to.have.length(1);
      expect(said[0]).to.match(message);
      for (const text of written(tree(element))) expect(textContrast(text), text.textContent ?? '').to.be.at.least(4.5);
    });
  }

  it('does not resolve currentcolor against itself', async () => {
    const element = await draw('say-something-banner', { [`${PREFIX}accent`]: 'currentColor' });
    const action = tree(element).querySelector('[part=action]') as Element;
    expect(textContrast(action)).to.be.at.least(4.5);
  });

  it('keeps words inside round corners and numbers inside a narrow column', async () => {
    const element = await draw('say-something-report', {
      width: '200px',
      [`${PREFIX}radius`]: '99px',
      [`${PREFIX}space`]: '400px',
    });
    const root = rootOf(element);
    const { borderTopLeftRadius, fontSize } = getComputedStyle(root);
    expect(parseFloat(borderTopLeftRadius)).to.be.at.most(parseFloat(fontSize));
    for (const band of root.querySelectorAll(':scope > .band'))
      expect(parseFloat(getComputedStyle(band).paddingLeft), band.className).to.be.within(4, 24);
    expect(root.scrollWidth).to.be.at.most(root.clientWidth);
  });

  it('is corrected when a class on the page sets it late', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <style>
          .night {
            --say-something-surface: #0a1e32;
            --say-something-text: #0b0c0d;
          }
        </style>
        <say-something-signs></say-something-signs>
      </div>`,
    );
    const element = page.querySelector('say-something-signs') as HTMLElement;
    await settled(element);
    await nextFrame();
    page.className = 'night';
    await until(() => written(tree(element)).every((text) => textContrast(text) >= 4.5));
    page.className = '';
    await until(() => !rootOf(element).hasAttribute('style'));
  });

  it('is corrected when the page turns dark', async () => {
    const element = await draw('say-something-banner', { [`${PREFIX}text`]: '#0b0c0e' });
    expect(rootOf(element).hasAttribute('style')).to.equal(false);
    (element.parentElement as HTMLElement).style.colorScheme = 'dark';
    await until(() => written(tree(element)).every((text) => textContrast(text) >= 4.5));
    expect(contrast(behind(rootOf(element)), [1, 1, 1, 1])).to.be.above(10);
  });

  it('leaves no transition running after it is corrected', async () => {
    // correcting an invalid colour and a see-through dark surface changes the hidden probe, whose transitions start a correction
    const element = await draw('say-something-report', {
      [`${PREFIX}accent`]: 'banana3',
      [`${PREFIX}surface`]: 'rgb(10 30 50 / 0.91)',
    });
    let runs = 0;
    tree(element).addEventListener('transitionrun', () => runs++);
    const own = element.parentElement?.insertBefore(document.createElement('i'), element) as HTMLElement;
    own.style.cssText = 'opacity: 1; transition: opacity 0s 1ms';
    const ownTransition = async (opacity: string): Promise<void> => {
      await nextFrame();
      // a transition begins at a style that the browser has computed
      expect(getComputedStyle(own).opacity).to.not.equal(opacity);
      const ended = new Promise((resolve) => own.addEventListener('transitionend', resolve, { once: true }));
      own.style.opacity = opacity;
      await ended;
    };
    // the last transition of a correction may still run during the first one of the page
    await ownTransition('0.9');
    runs = 0;
    await ownTransition('0.8');
    await ownTransition('0.7');
    expect(runs).to.equal(0);
    expect(document.getAnimations()).to.deep.equal([]);
  });
});

describe('a theme and the reader’s own colours', () => {
  afterEach(() => emulate({}));

  itUnless(engine === 'webkit' && 'WebKitGTK has no forced colours', 'is ignored in forced colours', async () => {
    const element = await draw('say-something-report', {
      [`${PREFIX}accent`]: 'rgb(1 90 61)',
      [`${PREFIX}surface`]: 'rgb(250 252 254)',
      [`${PREFIX}text`]: '#fafcff',
    });
    await emulate({ forcedColors: 'active' });
    const system = await fixture<HTMLElement>(
      html`<p style="color: CanvasText; background: Canvas">x<a href="#x">y</a></p>`,
    );
    const root = rootOf(element);
    expect(getComputedStyle(root).color).to.equal(getComputedStyle(system).color);
    expect(getComputedStyle(root).backgroundColor).to.equal(getComputedStyle(system).backgroundColor);
    const link = tree(element).querySelector('[part=route] a[href^=tel]') as Element;
    expect(getComputedStyle(link).color).to.equal(getComputedStyle(system.querySelector('a') as Element).color);
  });

  itUnless(engine === 'webkit' && 'WebKitGTK cannot emulate print', 'is ignored in print', async () => {
    const element = await draw('say-something-report', {
      [`${PREFIX}surface`]: '#0a1e33',
      [`${PREFIX}accent`]: 'banana2',
    });
    await emulate({ media: 'print' });
    for (const text of written(tree(element))) {
      expect(getComputedStyle(text).color, text.textContent ?? '').to.equal('rgb(0, 0, 0)');
    }
  });
});
