import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DrawnElement } from '../../src/guest/drawn-element.js';
import type { Answers } from '../../src/core/directory.js';
import { en } from '../../src/data/locales/en.js';
import '../../src/index.js';
import { openPage } from '../script/page.js';
import {
  all,
  answer,
  clear,
  get,
  NIGHT,
  OPEN,
  panelWith,
  replace,
  restoreTime,
  routes,
  setTime,
  settled,
  textOf,
  treeOf,
  unfoldAll,
} from '../helpers/panel.js';
import { announceAtOnce, told } from '../helpers/at-once.js';
import { isMirrored } from '../helpers/mirrored.js';
import { number } from '../helpers/numbers.js';
import { until } from '../helpers/until.js';

/** Collects all text that is added to the live regions of these elements from now on, as a screen reader announces it. */
function listen(...elements: readonly Element[]): { readonly heard: string[]; readonly stop: () => void } {
  const heard: string[] = [];
  const observer = new MutationObserver((records) => {
    // changes in one task are announced once
    const regions = new Set(
      records.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest('[aria-live]')),
    );
    for (const region of regions) {
      const text = region?.textContent?.trim();
      if (text) heard.push(text);
    }
  });
  for (const element of elements) {
    observer.observe(treeOf(element), { subtree: true, childList: true, characterData: true });
  }
  return { heard, stop: () => observer.disconnect() };
}

/** The sentence about the places of a panel as it is now. */
function placesOf(panel: Element): string {
  const shown = routes(panel);
  const finder = textOf(panel).includes(en.elsewhere) ? 1 : 0;
  return en.routesFound(shown.length + finder, shown[0]?.name ?? '');
}

const regions = (...elements: readonly Element[]): readonly HTMLElement[] =>
  elements.flatMap((element) => [
    ...treeOf(element).querySelectorAll<HTMLElement>('[role=status],[role=alert],[role=log],[aria-live]'),
  ]);

describe('an announcement', () => {
  announceAtOnce();
  beforeEach(() => setTime(OPEN));
  afterEach(restoreTime);

  it('is polite and read as a whole', async () => {
    const panel = await panelWith();
    const [region, ...others] = regions(panel);
    expect(others).to.have.length(0);
    expect(region?.getAttribute('aria-live')).to.equal('polite');
    expect(region?.getAttribute('aria-atomic')).to.equal('true');
    // a reader that comes past says the name of a role, even if the region is empty
    for (const name of ['role', 'aria-relevant', 'aria-busy', 'aria-hidden'])
      expect(region?.getAttribute(name), name).to.equal(null);
    expect(region && getComputedStyle(region).display).to.equal('block');
    expect(region && getComputedStyle(region).visibility).to.equal('visible');
  });

  it('is not made when the page opens', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const panel = document.createElement('say-something-report');
    page.append(panel);
    // nothing is drawn before the next microtask, so this hears all from the first drawing on
    const { heard, stop } = listen(panel);
    await until(() => isMirrored(treeOf(panel)), 'its words are not in the light tree');
    // the first announcement is that of an answer, and an earlier one would be heard before it
    await answer(panel, 'where', 'wales');
    await told(panel);
    stop();
    expect(heard).to.deep.equal([placesOf(panel)]);
  });

  it('is one sentence for each answer with the number of places and the first of them', async () => {
    const panel = await panelWith();
    const { heard, stop } = listen(panel);
    // For somebody under 19, Childline is one of the places. It stands above the rows.
    const given: readonly (readonly [keyof Answers, string, string])[] = [
      ['who', 'under-19', '8 places to tell. First: Childline.'],
      ['where', 'online', '11 places to tell. First: CEOP Safety Centre.'],
      ['name', 'anonymous', '11 places to tell. First: Fearless.'],
      ['where', 'wales', '6 places to tell. First: Fearless.'],
      ['who', 'parent', '4 places to tell. First: Crimestoppers.'],
    ];
    const expected: string[] = [];
    for (const [question, id, sentence] of given) {
      await answer(panel, question, id as never);
      await told(panel);
      expected.push(sentence);
      expect(heard).to.deep.equal(expected);
    }
    stop();
  });

  it('is the same sentence again when the next answer changes nothing', async () => {
    const panel = await panelWith();
    const { heard, stop } = listen(panel);
    for (const id of ['give', 'not-sure', 'give'] as const) {
      await answer(panel, 'name', id);
      await told(panel);
    }
    stop();
    expect(heard).to.have.length(3);
    expect(new Set(heard).size).to.equal(1);
  });

  it('is only the last when answers follow each other at once, as with the arrow keys', async () => {
    const panel = await panelWith();
    const { heard, stop } = listen(panel);
    await answer(panel, 'where', 'online');
    await answer(panel, 'where', 'wales');
    await told(panel);
    stop();
    expect(heard).to.deep.equal([placesOf(panel)]);
  });

  it('is one sentence when the answers are cleared', async () => {
    const panel = await panelWith();
    await answer(panel, 'where', 'wales');
    await told(panel);
    const { heard, stop } = listen(panel);
    await clear(panel);
    await told(panel);
    stop();
    expect(heard).to.deep.equal(['6 places to tell. First: Hertfordshire Police.']);
  });

  it('leaves the region after a while, so that a person who reads on does not hear it again', async () => {
    const real = window.setTimeout.bind(window);
    const back = replace(window, 'setTimeout', {
      value: (task: () => void, after = 0) => real(task, after === 7_000 ? 100 : after),
    });
    const panel = await panelWith();
    const { heard, stop } = listen(panel);
    await answer(panel, 'who', 'under-19');
    await until(() => heard.length, 'it is not announced');
    await until(() => regions(panel)[0]?.textContent === '', 'it does not leave');
    stop();
    back();
    expect(heard).to.have.length(1);
  });

  it('is not made when minutes pass or a line opens or closes', async () => {
    const panel = await panelWith();
    const state = (): string => treeOf(panel).textContent ?? '';
    await answer(panel, 'who', 'parent');
    await told(panel);
    const { heard, stop } = listen(panel);
    const before = state();
    for (const time of ['2026-11-23T12:01:00Z', '2026-11-23T12:02:00Z', '2026-11-23T23:59:00Z', NIGHT]) {
      setTime(time);
      await told(panel);
    }
    stop();
    // the state has changed, so an announcement would have been possible
    expect(state()).to.not.equal(before);
    expect(heard).to.deep.equal([]);
  });

  it('is not made when something is opened, because the control announces that itself', async () => {
    const panel = await panelWith();
    const { heard, stop } = listen(panel);
    await unfoldAll(panel);
    await told(panel);
    stop();
    expect(heard).to.deep.equal([]);
  });

  for (const [refuses, words] of [
    [false, en.numberCopied],
    [true, en.notCopied(number('childline'))],
  ] as const) {
    it(`is “${words}” once after an attempt to copy a number`, async () => {
      const back = replace(navigator.clipboard, 'writeText', {
        value: () => (refuses ? Promise.reject(new DOMException('no', 'NotAllowedError')) : Promise.resolve()),
      });
      const panel = await panelWith();
      await unfoldAll(panel);
      const { heard, stop } = listen(panel);
      get(treeOf(panel), 'button', en.copyNumber).click();
      await told(panel);
      stop();
      back();
      expect(heard).to.deep.equal([words]);
    });
  }

  it('is not made when a sign is opened or closed, because the control announces that itself', async () => {
    const signs = await fixture<DrawnElement>(html`<say-something-signs></say-something-signs>`);
    const { heard, stop } = listen(signs);
    for (let times = 0; times < 2; times++) {
      for (const summary of all(treeOf(signs), 'disclosure')) summary.click();
      await told(signs);
    }
    stop();
    expect(heard).to.deep.equal([]);
  });

  it('is one sentence for each press with the number of presses left', async () => {
    const exit = await fixture<DrawnElement>(html`<say-something-exit></say-something-exit>`);
    (document.activeElement as HTMLElement | null)?.blur();
    const { heard, stop } = listen(exit);
    await sendKeys({ press: 'Shift' });
    await told(exit);
    await sendKeys({ press: 'Shift' });
    await told(exit);
    stop();
    expect(heard).to.deep.equal([en.exit.pressesLeft(2), en.exit.pressesLeft(1)]);
  });

  it('interrupts at once and only once when a person leaves the page', async () => {
    const page = await openPage('exit.html');
    const exit = page.document.querySelector('say-something-exit') as HTMLElement;
    exit.shadowRoot?.querySelector('a')?.click();
    const covers = [...page.document.documentElement.children].filter(({ shadowRoot }) => shadowRoot);
    const alerts = covers.flatMap(({ shadowRoot }) => [...(shadowRoot as ShadowRoot).querySelectorAll('[role=alert]')]);
    expect(alerts.map(({ textContent }) => textContent)).to.deep.equal([en.exit.closeTab]);
    page.close();
  });
});

describe('the live region', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(restoreTime);

  /** A page with a banner, two panels, signs and an exit. */
  async function whole(): Promise<{
    readonly banner: DrawnElement;
    readonly panel: DrawnElement;
    readonly all: Element[];
  }> {
    const page = await fixture(
      html`<div>
        <say-something-banner></say-something-banner><say-something-report></say-something-report>
        <say-something-report></say-something-report><say-something-signs></say-something-signs>
        <say-something-exit></say-something-exit>
      </div>`,
    );
    const elements = [...page.children] as DrawnElement[];
    for (const element of elements) await settled(element as never);
    const [banner, panel] = elements as [DrawnElement, DrawnElement];
    return { banner, panel, all: elements };
  }

  it('is used in one element only, whichever element of the page has an announcement', async () => {
    const { panel, all: elements } = await whole();
    expect(regions(...elements)).to.have.length(1);
    const { heard, stop } = listen(...elements);
    await answer(panel as never, 'who', 'parent');
    await until(() => heard.length, 'it is not announced');
    stop();
    expect(heard).to.have.length(1);
  });

  it('is in another element before its words when the element that announced is hidden', async () => {
    const { banner, panel, all: elements } = await whole();
    banner.hidden = true;
    const { heard, stop } = listen(...elements);
    await answer(panel as never, 'who', 'under-19');
    await told(panel);
    // a screen reader does not read a region that is added together with its words
    expect(regions(...elements).map(({ textContent }) => textContent)).to.deep.equal(['']);
    expect(heard).to.deep.equal([]);
    await until(() => heard.length, 'it is not announced');
    await settled(panel as never);
    stop();
    expect(heard).to.deep.equal(['8 places to tell. First: Childline.']);
    expect(regions(...elements)).to.have.length(1);
    expect(regions(banner)).to.have.length(0);
  });

  it('is in another element without old words when the element that announced is removed', async () => {
    const { banner, panel, all: elements } = await whole();
    await answer(panel as never, 'who', 'under-19');
    await until(() => regions(banner)[0]?.textContent, 'it is not announced');
    banner.remove();
    await told(panel);
    expect(regions(...elements.slice(1)).map(({ textContent }) => textContent)).to.deep.equal(['']);
  });
});
