/* What the tests of hostile settings share: every setting of every element, and what an element shows whatever is set. */
import { expect } from '@open-wc/testing';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import { expectHarmless } from './hostile.js';
import { numbersIn, shownText } from './panel.js';

export type Kind = 'report' | 'signs' | 'banner' | 'exit';
/** Any of the four; only what all of them have is used, or what the kind is known to have. */
export type Drawn = SaySomethingReport;

/** Every attribute of every element, with the property that holds it. */
export const SETTINGS: Readonly<Record<Kind, readonly (readonly [attribute: string, property: string])[]>> = {
  report: [
    ['audience', 'audience'],
    ['heading-level', 'headingLevel'],
    ['directory', 'directory'],
    ['no-exit', 'noExit'],
    ['lang', 'lang'],
  ],
  signs: [
    ['audience', 'audience'],
    ['heading-level', 'headingLevel'],
    ['href', 'href'],
    ['lang', 'lang'],
  ],
  banner: [
    ['audience', 'audience'],
    ['heading-level', 'headingLevel'],
    ['directory', 'directory'],
    ['href', 'href'],
    ['lang', 'lang'],
  ],
  exit: [
    ['href', 'href'],
    ['lang', 'lang'],
  ],
};
export const KINDS = Object.keys(SETTINGS) as Kind[];

export const make = (kind: Kind): Drawn => document.createElement(`say-something-${kind}`) as unknown as Drawn;

/** Waits until an address that nobody answers has been found to be one. */
export async function settled(element: Drawn): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await element.updateComplete;
}

/** The numbers that a person sees in an element. */
export const numbers = (holder: Element): readonly string[] => numbersIn(shownText(holder));

/** All the figures in an element, quickly: thousands of panels are looked at. */
const figures = (holder: Element): string => (holder.shadowRoot?.textContent ?? '').replace(/[^\d]+/g, ' ');

/** What an element shows: what a person sees of numbers, and every figure in it. */
interface Looks {
  readonly numbers: readonly string[];
  readonly figures: string;
}

export interface Clean {
  readonly of: (kind: Kind) => Looks;
  /** What the panel shows where its author does without the exit. */
  readonly withoutExit: Looks;
  /** Throws where an element does not show what one without settings shows, or where something in it can run or lead astray. */
  readonly expectAsEver: (kind: Kind, holder: Element, what: string) => void;
}

/** Draws one of each without settings in `place`, and takes it away again. With `every`, a person's look is taken at one in so many. */
export async function drawClean(place: Element, every = 1): Promise<Clean> {
  const clean = new Map<Kind, Looks>();
  let withoutExit: Looks | undefined;
  const looksOf = (element: Element): Looks => ({ numbers: numbers(element), figures: figures(element) });
  for (const kind of KINDS) {
    const element = make(kind);
    place.append(element);
    await settled(element);
    clean.set(kind, looksOf(element));
    if (kind === 'report') {
      element.noExit = true;
      await settled(element);
      withoutExit = looksOf(element);
    }
    element.remove();
  }
  const of = (kind: Kind): Looks => clean.get(kind) as Looks;
  const without = withoutExit as Looks;
  let looked = 0;
  return {
    of,
    withoutExit: without,
    expectAsEver: (kind, holder, what) => {
      expectHarmless(holder, what);
      const hasExit = !!holder.shadowRoot?.querySelector('[part=exit]');
      // the exit says how often to press the key; where the author wants none, that number goes with it
      const wanted = kind === 'report' && !hasExit ? without : of(kind);
      if (figures(holder) !== wanted.figures) expect(figures(holder), what).to.equal(wanted.figures);
      if (looked++ % every === 0) expect(numbers(holder), what).to.deep.equal(wanted.numbers);
      if (kind === 'exit') {
        const link = holder.shadowRoot?.querySelector('a');
        expect(link?.textContent?.trim(), what).to.equal('Leave this page');
        return;
      }
      const links = holder.shadowRoot?.querySelectorAll('a[href="tel:999"]') ?? [];
      expect(links.length, `${what}: links to 999`).to.equal(1);
      expect((links[0] as HTMLElement).checkVisibility(), `${what}: 999 is on screen`).to.equal(true);
    },
  };
}
