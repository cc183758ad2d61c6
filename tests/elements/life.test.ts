import { expect } from '@open-wc/testing';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import { signs as guide } from '../../src/data/signs.js';
import { SaySomethingBanner } from '../../src/elements/banner/say-something-banner.js';
import { SaySomethingExit } from '../../src/elements/exit/say-something-exit.js';
import { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import { SaySomethingSigns } from '../../src/elements/signs/say-something-signs.js';
import '../../src/index.js';
import { copyOf, put as putField } from '../helpers/directory-corpus.js';
import type { Watch } from '../helpers/hostile.js';
import { expectHarmless, MARKUP, THROWN, watch } from '../helpers/hostile.js';
import { digits } from '../helpers/numbers.js';
import {
  answer,
  numbersIn,
  OPEN,
  painted,
  restoreTime,
  setTime,
  settled,
  shownText,
  textOf,
} from '../helpers/panel.js';
import { until } from '../helpers/until.js';

const CLASSES = {
  report: SaySomethingReport,
  signs: SaySomethingSigns,
  banner: SaySomethingBanner,
  exit: SaySomethingExit,
};
type Kind = keyof typeof CLASSES;
const KINDS = Object.keys(CLASSES) as Kind[];

let page: Watch;
let place: HTMLElement;
const clean = new Map<Kind, readonly string[]>();
const cleanFigures = new Map<Kind, string>();

const make = (kind: Kind): SaySomethingReport =>
  document.createElement(`say-something-${kind}`) as unknown as SaySomethingReport;
const numbers = (holder: Element): readonly string[] => numbersIn(shownText(holder));

/** Expects what an untouched element shows, and that each link dials the number in its text. */
function expectAsEver(kind: Kind, holder: Element, what: string): void {
  expect(numbers(holder), what).to.deep.equal(clean.get(kind));
  expectTrue(holder, what);
}

/** Expects that each link dials the number in its text. */
function expectTrue(holder: Element, what: string): void {
  expectHarmless(holder, what);
  for (const link of holder.shadowRoot?.querySelectorAll('a[href^="tel:"]') ?? []) {
    const read = numbersIn(textOf(link)).join();
    expect(`tel:${read}`, `${what}: dialled and read`).to.equal(link.getAttribute('href'));
  }
}

/** A page of this site without any of our elements. */
const EMPTY = '/tests/elements/fixtures/own-directory.json';

/** A frame that the watch ignores, after its page has loaded, because Firefox replaces a first, empty page with it. */
async function ownFrame(src: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.dataset['test'] = '';
  frame.style.cssText = 'width: 390px; height: 800px';
  frame.src = src;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame;
}

/** All digits that are drawn, in order. */
const figures = (holder: Element): string => (holder.shadowRoot?.textContent ?? '').replace(/\D+/g, ' ');

/**
 * Expects in a frame what an untouched element shows here. It checks no classes, because in Firefox a node that moves to another
 * window becomes an instance of that window's classes.
 */
function expectInFrame(kind: Kind, holder: Element, what: string): void {
  expect(figures(holder), what).to.equal(cleanFigures.get(kind));
  const links = [...(holder.shadowRoot?.querySelectorAll('a') ?? [])];
  expect(links.length, what).to.be.above(0);
  for (const link of links.filter(({ protocol }) => protocol === 'tel:')) {
    expect(`tel:${(link.textContent ?? '').replace(/\D+/g, '')}`, what).to.equal(link.getAttribute('href'));
  }
  const first = kind === 'exit' ? 'a' : 'a[href="tel:999"]';
  expect(holder.shadowRoot?.querySelector(first)?.checkVisibility(), `${what}: on screen`).to.equal(true);
}

const mirrored = (panel: Element): Promise<void> =>
  until(() => panel.querySelector('span[slot]'), 'the words are not in the light tree');

describe('an element that a page moves, copies or changes', () => {
  before(async () => {
    setTime(OPEN);
    place = document.body.appendChild(document.createElement('div'));
    for (const kind of KINDS) {
      const element = make(kind);
      place.append(element);
      await settled(element);
      clean.set(kind, numbers(element));
      cleanFigures.set(kind, figures(element));
      element.remove();
    }
    expect(clean.get('report')).to.include.members(['police-999', 'childline', 'herts-childrens-services'].map(digits));
    page = watch();
  });
  afterEach(() => {
    place.replaceChildren();
    page.expectQuiet('afterwards');
    expect(page.said()).to.deep.equal([]);
  });
  after(() => {
    page.stop();
    place.remove();
    restoreTime();
  });

  it('accepts calls of its methods before it is in the page', async () => {
    const panel = make('report');
    panel.focusHeading();
    panel.requestUpdate();
    panel.click();
    panel.remove();
    expect(panel.isConnected).to.equal(false);
    place.append(panel);
    await settled(panel);
    expectAsEver('report', panel, 'afterwards');
  });

  for (const kind of KINDS) {
    it(`draws the ${kind} when it was created in a document without a window`, async () => {
      const foreign = document.implementation.createHTMLDocument();
      const early = foreign.createElement(`say-something-${kind}`) as SaySomethingReport;
      foreign.body.append(early);
      expect(early.shadowRoot).to.equal(null);
      place.append(early);
      await settled(early);
      expectAsEver(kind, early, 'appended');
      const template = document.createElement('template');
      template.innerHTML = `<say-something-${kind}></say-something-${kind}>`;
      place.append(template.content.cloneNode(true));
      const second = place.lastElementChild as SaySomethingReport;
      await settled(second);
      early.remove();
      await settled(second);
      expectAsEver(kind, second, 'from a template');
    });

    it(`keeps every word and link of the ${kind} in the document of a frame, and its styles when it is back in this one`, async () => {
      const frame = await ownFrame(EMPTY);
      const inner = frame.contentWindow as Window & typeof globalThis;
      const element = make(kind);
      place.append(element);
      await settled(element);
      await mirrored(element);
      const display = (): string => {
        const root = element.shadowRoot?.querySelector('.root') as HTMLElement;
        const { fontFamily, overflowWrap, boxSizing } = getComputedStyle(root);
        return [getComputedStyle(element).display, fontFamily, overflowWrap, boxSizing].join(' | ');
      };
      const here = display();
      expect(here).to.include('block');
      const expectWords = (what: string): void => {
        expectInFrame(kind, element, what);
        const words = [...element.querySelectorAll<HTMLElement>('span[slot]')];
        expect(words.length, what).to.be.above(2);
        expect(
          words.filter(({ hidden }) => hidden).map(({ slot }) => slot),
          what,
        ).to.deep.equal([]);
      };
      inner.document.body.append(inner.document.adoptNode(element));
      await settled(element);
      expect(element.ownerDocument).to.equal(inner.document);
      expectWords('in the frame');
      element.requestUpdate();
      await settled(element);
      expectWords('drawn again in the frame');
      place.append(element);
      await settled(element);
      expect(display(), 'back again').to.equal(here);
      expectAsEver(kind, element, 'back again');
      frame.remove();
    });
  }

  it('draws a copy with its own words at once, without the answers of the original', async () => {
    const panel = make('report');
    place.append(panel);
    await settled(panel);
    await mirrored(panel);
    await answer(panel, 'who', 'under-19');
    await answer(panel, 'where', 'wales');
    expect(numbers(panel)).not.to.deep.equal(clean.get('report'));
    const copies = document.createElement('div');
    copies.append(panel.cloneNode(true));
    const written = document.createElement('div');
    written.innerHTML = panel.outerHTML;
    panel.remove();
    for (const box of [copies, written]) {
      place.append(box);
      const copy = box.firstElementChild as SaySomethingReport;
      expect(copy.querySelector('span[slot]')).not.to.equal(null);
      await settled(copy);
      // check before the page is idle, because a person may tap at once
      expectAsEver('report', copy, 'at once');
      await painted();
      expectAsEver('report', copy, 'a moment later');
      box.remove();
    }
  });

  it('does not show another element’s words that arrive after drawing next to its links', async () => {
    const panel = make('report');
    place.append(panel);
    await settled(panel);
    // as a parser adds them when a saved page continues after the script has run
    for (const [slot, words] of [
      ['call', 'Call 112'],
      ['route0-way', '01632 960 001'],
    ] as const) {
      const span = document.createElement('span');
      span.slot = slot;
      span.textContent = words;
      panel.append(span);
    }
    await settled(panel);
    expectAsEver('report', panel, 'at once');
  });

  it('draws once after a thousand changes in one task, with the last change', async () => {
    const panel = make('report');
    place.append(panel);
    await settled(panel);
    const audiences = ['hotel', 'young-person', 'professional', 'parent'];
    for (let i = 0; i < 4_000; i++) {
      panel.setAttribute('audience', audiences[i % 4] ?? '');
      panel.setAttribute('heading-level', `${(i % 6) + 1}`);
      panel.noExit = i % 2 === 0;
    }
    panel.setAttribute('audience', 'public');
    panel.noExit = false;
    await settled(panel);
    expectAsEver('report', panel, 'at the end');
    expect(panel.shadowRoot?.querySelector('[part=heading]')?.getAttribute('aria-level')).to.equal('4');
  });

  it('leaves one panel that is drawn once after a hundred moves in one task', async () => {
    const panel = make('report');
    const boxes = [0, 1, 2].map(() => place.appendChild(document.createElement('div')));
    for (let i = 0; i < 100; i++) {
      boxes[i % 3]?.append(panel);
      if (i % 7 === 0) panel.remove();
    }
    boxes[0]?.append(panel);
    await settled(panel);
    expectAsEver('report', panel, 'at the end');
    expect(panel.shadowRoot?.querySelectorAll('[part=root]')).to.have.length(1);
  });

  describe('with invalid facts and words', () => {
    /** An element without words in any language shows its fallback as if it were not set up yet, so it warns of nothing. */
    const NO_WORDS = 'no words';
    let tags = 0;
    const boom = (): never => {
      throw new Error('thrown by the page');
    };
    /** What a class is given, and the elements that draw with it, because they need none of what is invalid. */
    const provided: readonly (readonly [string, unknown, readonly Kind[]])[] = [
      ['an empty object', {}, []],
      ['a number', 7, []],
      ['a text', 'directory', []],
      ['true', true, []],
      ['a directory without contacts', { directory: {}, locales: { en }, guide }, ['exit']],
      [NO_WORDS, { directory: hertfordshire, locales: {}, guide }, []],
      ['no signs', { directory: hertfordshire, locales: { en } }, ['banner', 'exit']],
      ['words that throw', { directory: hertfordshire, guide, locales: { en: new Proxy({}, { get: boom }) } }, []],
      ['a proxy that throws', new Proxy({}, { get: boom, ownKeys: boom, has: boom }), []],
      ...THROWN.map(
        ({ name, value }) =>
          [
            `a directory that throws ${name}`,
            {
              get directory(): never {
                throw value;
              },
              locales: {
                get en(): never {
                  throw value;
                },
              },
              guide,
            },
            [],
          ] as const,
      ),
    ];
    for (const kind of KINDS) {
      it(`draws the ${kind} if all that it needs is valid, and otherwise shows its fallback and throws nothing`, async () => {
        for (const [name, value, drawnBy] of provided) {
          const tag = `broken-${kind}-${++tags}`;
          const Broken = class extends (CLASSES[kind] as typeof SaySomethingReport) {};
          Object.defineProperty(Broken, 'provided', { value, writable: true });
          customElements.define(tag, Broken);
          const element = document.createElement(tag) as SaySomethingReport;
          element.innerHTML = '<p>Call <a href="tel:999">999</a></p>';
          place.append(element);
          await settled(element);
          const drawn = drawnBy.includes(kind);
          expect(!!element.shadowRoot?.querySelector('[part=root]'), name).to.equal(drawn);
          // the fallback has no class, so it shows next to what is drawn too
          expect(numbers(element), name).to.deep.equal([...(drawn ? (clean.get(kind) ?? []) : []), '999']);
          expect(element.querySelector('a')?.checkVisibility(), name).to.equal(true);
          if (drawn) expectTrue(element, name);
          expect(page.said(), name).to.have.length(drawn || name === NO_WORDS ? 0 : 1);
          for (const warning of page.said()) expect(warning, name).to.include('its fallback stays');
          element.remove();
          page.expectQuiet(`${kind}: ${name}`);
        }
      });
    }
  });

  describe('within a form whose fields have the names of its members', () => {
    /** A field of a form hides the form's own property or method of the same name. */
    const NAMES = [
      ...['matches', 'closest', 'querySelector', 'querySelectorAll', 'getAttribute', 'hasAttribute', 'setAttribute'],
      ...['attachShadow', 'shadowRoot', 'getRootNode', 'parentNode', 'parentElement', 'children', 'childNodes'],
      ...['firstElementChild', 'firstChild', 'nodeType', 'localName', 'tagName', 'textContent', 'innerText', 'host'],
      ...['contains', 'append', 'remove', 'getClientRects', 'getBoundingClientRect', 'scrollBy', 'lang', 'slot'],
      ...['addEventListener', 'dispatchEvent', 'ownerDocument', 'isConnected', 'compareDocumentPosition', 'hidden'],
    ];
    const form = (): HTMLFormElement => {
      const made = document.createElement('form');
      made.dataset['test'] = '';
      for (const name of NAMES) {
        const field = document.createElement('output');
        field.setAttribute('name', name);
        HTMLElement.prototype.append.call(made, field);
      }
      expect((made as { matches: unknown }).matches).to.be.instanceOf(HTMLElement);
      return made;
    };
    const into = (holder: Element, ...nodes: Node[]): void => Element.prototype.append.apply(holder, nodes);

    for (const kind of KINDS) {
      it(`draws the ${kind} as usual`, async () => {
        const around = form();
        const element = make(kind);
        into(around, element);
        place.append(around);
        await settled(element);
        expectAsEver(kind, element, 'in a form');
      });
    }

    it('lets the panel follow its answers and throws nothing', async () => {
      const around = form();
      const panel = make('report');
      into(around, panel);
      place.append(around);
      await settled(panel);
      await answer(panel, 'who', 'under-19');
      expectTrue(panel, 'answered');
      expect(numbers(panel)).to.include(digits('childline'));
    });

    it('draws placeholders and links in it and after it', async () => {
      const around = form();
      const inside = document.createElement('div');
      inside.dataset['saySomething'] = 'report';
      into(around, inside);
      const after = document.createElement('div');
      after.dataset['saySomething'] = 'report';
      const box = document.createElement('section');
      box.dataset['test'] = '';
      box.append(after);
      place.append(around, box);
      for (const holder of [inside, after]) {
        await until(() => holder.shadowRoot?.querySelector('[part=root]'), 'it is not drawn');
        expectAsEver('report', holder, 'in and after a form');
      }
    });

    it('keeps the text of a form that is a placeholder itself', async () => {
      const marked = form();
      Element.prototype.setAttribute.call(marked, 'data-say-something', 'report');
      into(marked, document.createTextNode('Call 999'));
      place.append(marked);
      await until(() => page.said().length, 'there was no warning');
      expect(marked.checkVisibility()).to.equal(true);
      const [warning] = page.said();
      expect(warning).to.include('cannot be a placeholder');
      page.expectQuiet('a form');
    });
  });

  describe('with a directory whose words are markup or very long', () => {
    const FIELDS = ['name', 'description', 'anonymityNote', 'askFor'];
    const filled = (words: string): object => {
      const draft = putField(copyOf(hertfordshire), 'directory', 'area.name', words);
      for (const { id } of hertfordshire.contacts) for (const field of FIELDS) putField(draft, id, field, words);
      return draft;
    };

    it('draws markup as text and runs none of it', async () => {
      const panel = make('report');
      const banner = make('banner');
      banner.setAttribute('audience', 'young-person');
      place.append(panel, banner);
      let taken = 0;
      for (const { name, value } of MARKUP) {
        panel.directory = banner.directory = filled(value);
        await settled(panel);
        await settled(banner);
        if (page.said().length) throw new Error(`${name}: ${page.said().join()}`);
        expect(textOf(panel), name).to.include(value.replace(/ +/g, ' '));
        expect(
          numbers(panel).filter((number) => number.length > 7),
          name,
        ).to.include.members(['childline', 'herts-childrens-services'].map(digits));
        expectTrue(panel, name);
        expectTrue(banner, name);
        page.expectQuiet(name);
        taken++;
      }
      expect(taken).to.equal(MARKUP.length);
    });

    it('does not widen the page', async () => {
      const box = place.appendChild(document.createElement('div'));
      box.style.width = '320px';
      const panel = make('report');
      const banner = make('banner');
      banner.setAttribute('audience', 'young-person');
      box.append(panel, banner);
      panel.directory = banner.directory = filled('W'.repeat(500));
      await settled(panel);
      await settled(banner);
      await painted();
      expect(textOf(panel)).to.include('W'.repeat(500));
      const wide = (): string =>
        [panel, banner]
          .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('*') ?? [])])
          .filter((element) => element.getBoundingClientRect().right > box.getBoundingClientRect().right + 1)
          .map((element) => `${element.localName}.${element.className}`)
          .join();
      expect(wide()).to.equal('');
      expect(box.scrollWidth).to.equal(320);
      for (const details of panel.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
      await painted();
      expect(wide(), 'unfolded').to.equal('');
      expect(box.scrollWidth, 'unfolded').to.equal(320);
    });
  });

  it('draws again in a document that is opened and written again', async () => {
    const frame = await ownFrame('/demo/situations/index.html?none');
    const write = async (): Promise<Element> => {
      const inner = frame.contentDocument as Document;
      inner.open();
      inner.write(
        '<!doctype html><title>x</title><script src="/dist/say-something.js"><' +
          '/script>' +
          '<div class="say-something"><p>Call <a href="tel:999">999</a></p></div>',
      );
      inner.close();
      await until(
        () => frame.contentDocument?.querySelector('div')?.shadowRoot?.querySelector('[part=root]'),
        'not drawn',
      );
      return frame.contentDocument?.querySelector('div') as Element;
    };
    const thrown: unknown[] = [];
    for (let times = 0; times < 3; times++) {
      const holder = await write();
      frame.contentWindow?.addEventListener('error', (event) => thrown.push(event.message));
      expect(holder.shadowRoot?.querySelectorAll('a[href="tel:999"]')).to.have.length(1);
      await until(() => holder.shadowRoot?.querySelector('input'), 'the questions are not drawn');
      holder.shadowRoot?.querySelector<HTMLInputElement>('input')?.click();
      await until(() => holder.shadowRoot?.querySelector('input:checked'));
    }
    expect(thrown).to.deep.equal([]);
    frame.remove();
  });
});
