import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DrawnElement } from '../../src/guest/drawn-element.js';
import { en } from '../../src/data/locales/en.js';
import '../../src/index.js';
import { faults } from '../helpers/axe.js';
import { galleryOf, WIDTHS } from '../helpers/gallery.js';
import { emulate } from '../helpers/media.js';
import { all, OPEN, painted, restoreTime, setTime, treeOf } from '../helpers/panel.js';
import { GALLERY, NO_COLOURS } from '../helpers/report-states.js';
import { until } from '../helpers/until.js';

/** A state of an element other than the report panel, how to reach it and how to recognise it. */
interface State {
  readonly title: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly withPanel?: boolean;
  readonly reach?: (element: DrawnElement) => unknown;
  readonly seen: (element: DrawnElement) => boolean;
}
const has = (element: Element, selector: string): boolean => !!treeOf(element).querySelector(selector);
const openSigns = (element: Element): number => [...treeOf(element).querySelectorAll('details[open]')].length;

const STATES: Readonly<Record<string, readonly State[]>> = {
  signs: [
    { title: 'closed, without an action', seen: (signs) => openSigns(signs) === 0 && !has(signs, '[part=action]') },
    {
      title: 'with one sign open and a button to a panel on the page',
      withPanel: true,
      reach: (signs) => all(treeOf(signs), 'disclosure')[9]?.click(),
      seen: (signs) => openSigns(signs) === 1 && has(signs, 'button.lead'),
    },
    {
      title: 'all open, with a link',
      attributes: { href: '/report' },
      reach: (signs) => all(treeOf(signs), 'disclosure').forEach((summary) => summary.click()),
      seen: (signs) => openSigns(signs) > 14 && has(signs, 'a[part=action]'),
    },
  ],
  banner: [
    { title: 'with no action', seen: (banner) => has(banner, '[href="tel:999"]') && !has(banner, '[part=action]') },
    { title: 'with a link', attributes: { href: '/report' }, seen: (banner) => has(banner, 'a[part=action]') },
    { title: 'with a button to a panel on the page', withPanel: true, seen: (banner) => has(banner, 'button.lead') },
  ],
  exit: [{ title: 'before it is used', seen: (exit) => has(exit, 'a[part=exit]') }],
};

for (const [kind, states] of Object.entries(STATES)) {
  describe(`axe, on the ${kind} for every audience`, () => {
    beforeEach(() => setTime(OPEN));
    afterEach(async () => {
      restoreTime();
      await emulate({});
    });

    const look = async (
      { attributes = {}, withPanel = false, reach, seen, title }: State,
      page: Parameters<typeof galleryOf>[2] = {},
    ): Promise<Awaited<ReturnType<typeof galleryOf>>> => {
      if (withPanel) await fixture(html`<say-something-report></say-something-report>`);
      const gallery = await galleryOf(`say-something-${kind}`, attributes, page);
      for (const [audience, element] of gallery.each) {
        await reach?.(element);
        await element.updateComplete;
        await until(() => seen(element), `${audience} is ${title}`);
      }
      return gallery;
    };

    for (const [turn, state] of states.entries()) {
      it(`finds no fault ${state.title}, each audience at one of ${WIDTHS.join(', ')} px`, async () => {
        const { box, each } = await look(state);
        // Each audience has one of the widths, and another in the next state.
        for (const [i, [, element]] of each.entries()) {
          element.style.inlineSize = `${WIDTHS[(i + turn) % WIDTHS.length]}px`;
        }
        await painted();
        expect(await faults(box, { without: turn ? NO_COLOURS : GALLERY })).to.deep.equal([]);
      });
    }

    const last = states.at(-1) as State;
    for (const [title, page] of [
      ['on a dark page', { style: { colorScheme: 'dark', background: '#000' } }],
      ['from right to left', { dir: 'rtl' }],
    ] as const) {
      it(`finds no fault ${title}`, async () => {
        const { box, at } = await look(last, page);
        await at(390);
        expect(await faults(box, { without: GALLERY })).to.deep.equal([]);
      });
    }

    it('finds no fault in forced colours', async () => {
      await emulate({ forcedColors: 'active' });
      const { box, at } = await look(last);
      await at(390);
      // leave out contrast, because axe reads the page's colours and not the forced ones
      expect(await faults(box, { without: NO_COLOURS })).to.deep.equal([]);
    });
  });
}

describe('axe, on the exit while it counts', () => {
  it('finds no fault', async () => {
    const exit = await fixture<DrawnElement>(html`<say-something-exit></say-something-exit>`);
    await sendKeys({ press: 'Shift' });
    await until(
      () => all(treeOf(exit), 'status')[0]?.textContent === en.exit.pressesLeft(2),
      'it does not say how many presses are left',
    );
    expect(await faults(exit)).to.deep.equal([]);
  });
});

describe('faults', () => {
  it('finds a fault of an element and names its state', async () => {
    const { box, each } = await galleryOf('say-something-banner');
    treeOf(each[3]?.[1] as Element)
      .querySelector('section')
      ?.append(Object.assign(document.createElement('img'), { src: 'data:,' }));
    const found = await faults(box, { without: NO_COLOURS });
    expect(found).to.have.length(1);
    expect(found[0]).to.match(/^hotel: image-alt: /);
  });
});
