import { aTimeout, expect } from '@open-wc/testing';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import { faults } from '../helpers/axe.js';
import type { Gallery } from '../helpers/gallery.js';
import { galleryOf, WIDTHS } from '../helpers/gallery.js';
import {
  all,
  answer,
  clear,
  get,
  NIGHT,
  OPEN,
  painted,
  replace,
  routes,
  setTime,
  settled,
  shownText,
  textOf,
  treeOf,
  unfoldAll,
} from '../helpers/panel.js';
import { until } from './until.js';

/*
 * One page contains a panel for every audience, and axe checks them together. A fault names its audience.
 *
 * landmark-unique is off, because only this test has nine panels with the same name in one page.
 */
export const GALLERY = ['landmark-unique'];
/** Rules to leave out in states without colours of their own, because checking colours takes most of the time. */
export const NO_COLOURS = [...GALLERY, 'color-contrast'];

/** One state, how to reach it and how to see that a panel is in it. */
export interface State {
  readonly title: string;
  readonly time?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly reach?: (panel: SaySomethingReport) => Promise<void>;
  /** Whether a panel is in the state. With `somewhere`, one audience whose panel is in it is enough. */
  readonly seen: (panel: SaySomethingReport) => boolean;
  readonly somewhere?: boolean;
  /** Whether axe checks colours too. */
  readonly colours?: boolean;
}

/** Whether everything is unfolded. Of the questions, one is open at a time. */
const unfolded = (panel: SaySomethingReport): boolean => {
  const folds = [...treeOf(panel).querySelectorAll('details')];
  return folds.every(({ open, name }) => open || name) && folds.some(({ open, name }) => open && name);
};
const chosen = (panel: Element): string =>
  all<HTMLInputElement>(treeOf(panel), 'radio')
    .filter(({ checked }) => checked)
    .map(({ labels }) => textOf(labels?.[0] as Element))
    .join();
const answers =
  (...given: readonly (readonly ['who' | 'where' | 'name', string])[]) =>
  async (panel: SaySomethingReport): Promise<void> => {
    for (const [question, id] of given) await answer(panel, question, id as never);
  };

/** Presses the first button that copies a number, with a clipboard that accepts or refuses it. */
async function copy(panel: SaySomethingReport, refuses: boolean): Promise<void> {
  const back = replace(navigator.clipboard, 'writeText', {
    value: () => (refuses ? Promise.reject(new DOMException('no', 'NotAllowedError')) : Promise.resolve()),
  });
  get(treeOf(panel), 'button', 'Copy the number').click();
  await aTimeout(0);
  await settled(panel);
  back();
}

const under19 = answers(['who', 'under-19'], ['where', 'online'], ['name', 'anonymous']);
const parent = answers(['who', 'parent'], ['where', 'england'], ['name', 'give']);

export const FRESH: State = { title: 'fresh', seen: (panel) => routes(panel).length > 2 && !unfolded(panel) };
export const UNFOLDED: State = {
  title: 'answered by a person under 19, online, anonymous, and unfolded',
  reach: async (panel) => {
    await under19(panel);
    await unfoldAll(panel);
  },
  seen: (panel) => unfolded(panel) && chosen(panel) === 'I am under 19,Online,Stay anonymous',
};

/** States before any answer. */
export const OPENED: readonly State[] = [
  FRESH,
  {
    title: 'unfolded, with a number copied',
    reach: async (panel) => {
      await unfoldAll(panel);
      await copy(panel, false);
    },
    seen: (panel) => unfolded(panel) && /^Copied$/m.test(shownText(panel)),
    colours: true,
  },
];

/** States after answers. */
export const ANSWERED: readonly State[] = [
  UNFOLDED,
  {
    title: 'answered by a parent elsewhere in England who gives a name, with a number that could not be copied',
    reach: async (panel) => {
      await parent(panel);
      await unfoldAll(panel);
      await copy(panel, true);
    },
    seen: (panel) => shownText(panel).includes('Your browser did not copy it.') && chosen(panel).includes('England'),
    colours: true,
  },
  {
    title: 'cleared, with a directory of its own',
    attributes: { directory: '/demo/situations/national.json' },
    reach: async (panel) => {
      await until(() => !textOf(panel).includes('Beacon'), 'its directory is there');
      await answers(['where', 'wales'])(panel);
      await clear(panel);
    },
    seen: (panel) => !chosen(panel).includes('Wales') && !textOf(panel).includes('Beacon') && routes(panel).length > 0,
  },
];

/** States that depend on the clock. */
export const CLOCK: readonly State[] = [
  {
    title: 'at night, answered by a person at work in Scotland who is not sure of the name',
    time: NIGHT,
    reach: answers(['who', 'business'], ['where', 'scotland-ni'], ['name', 'not-sure']),
    seen: (panel) => textOf(panel).includes('Closed, opens') && chosen(panel).includes('Scotland'),
  },
  {
    title: 'on a bank holiday, answered by a professional on a train',
    time: '2026-12-25T12:00:00Z',
    reach: answers(['who', 'professional'], ['where', 'railway']),
    seen: (panel) => textOf(panel).includes('bank holiday') && chosen(panel).includes('On a train'),
  },
  {
    title: 'unfolded, with facts that are old',
    time: '2027-06-01T12:00:00Z',
    reach: unfoldAll,
    seen: (panel) => unfolded(panel) && shownText(panel).includes('These facts are old.'),
    colours: true,
  },
  {
    title: 'with a contact that has expired',
    time: '2028-05-01T12:00:00Z',
    seen: (panel) => shownText(panel).includes('This may have changed.'),
    // a panel for young people does not list this contact before they answer
    somewhere: true,
  },
];

/** The panels of all audiences in a state, on a page that looks like this. */
export async function panelsIn(
  { time = OPEN, attributes = {}, reach, seen, somewhere = false, title }: State,
  look: Parameters<typeof galleryOf>[2] = {},
): Promise<Gallery<SaySomethingReport>> {
  setTime(time);
  const gallery = await galleryOf<SaySomethingReport>('say-something-report', attributes, look);
  for (const [audience, panel] of gallery.each) {
    await settled(panel);
    await reach?.(panel);
    if (!somewhere) expect(seen(panel), `${audience} is ${title}`).to.equal(true);
  }
  expect(
    gallery.each.some(([, panel]) => seen(panel)),
    `one is ${title}`,
  ).to.equal(true);
  return gallery;
}

/**
 * Expects that axe finds nothing in a state. Each audience has one of the widths, and `turn` rotates them from state to state, so
 * that every state is checked at every width and for every audience, and every audience at every width.
 */
export async function noFault(state: State, turn: number): Promise<void> {
  const { box, each } = await panelsIn(state);
  for (const [i, [, panel]] of each.entries()) {
    panel.style.inlineSize = `${WIDTHS[(i + turn) % WIDTHS.length]}px`;
  }
  await painted();
  expect(await faults(box, { without: state.colours ? GALLERY : NO_COLOURS })).to.deep.equal([]);
}
