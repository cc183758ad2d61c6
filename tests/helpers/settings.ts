/* Helpers for the tests of hostile settings: every setting of every element, and the numbers that an element must always show. */
import { expect } from '@open-wc/testing';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import { expectHarmless } from './hostile.js';
import { numbersIn, shownText } from './panel.js';

export type Kind = 'report' | 'signs' | 'banner' | 'exit';
/** Any of the four elements. Tests use only members that all of them have, or that the kind has. */
export type Drawn = SaySomethingReport;

/** Every attribute of every element, with its property. */
export const SETTINGS: Readonly<Record<Kind, readonly (readonly [attribute: string, property: string])[]>> = {
  report: [
    ['audience', 'audience'],
    ['heading-level', 'headingLevel'],
    ['directory', 'directory'],
    ['no-exit', 'noExit'],
    ['papers', 'papers'],
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

/** Has everything drawn as for paper, and waits until the element has given up an address that does not answer. */
export async function settled(element: Drawn): Promise<void> {
  await element.updateComplete;
  dispatchEvent(new Event('beforeprint'));
  for (let turn = 0; turn < 6; turn++) await element.updateComplete;
}

/** The numbers that a person sees in an element. */
export const numbers = (holder: Element): readonly string[] => numbersIn(shownText(holder));

/** All digits in an element. It has to be fast, because tests check thousands of panels. */
const figures = (holder: Element): string => (holder.shadowRoot?.textContent ?? '').replace(/[^\d]+/g, ' ');

/** The numbers that a person sees in an element, and all digits in it. */
interface Looks {
  readonly numbers: readonly string[];
  readonly figures: string;
}

export interface Clean {
  readonly of: (kind: Kind) => Looks;
  /** What the panel shows if its author leaves out the exit. */
  readonly withoutExit: Looks;
  /** What the signs show if they lead to a panel, which has the line for children. */
  readonly leading: Looks;
  /** Throws if an element shows other numbers than one without settings, or if something in it can run or lead to a forbidden address. */
  readonly expectAsEver: (kind: Kind, holder: Element, what: string) => void;
}

/** Draws each element without settings in `place` and removes it. With `every`, checks what a person sees only once in so many calls. */
export async function drawClean(place: Element, every = 1): Promise<Clean> {
  const clean = new Map<Kind, Looks>();
  let withoutExit: Looks | undefined;
  let leading: Looks | undefined;
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
    if (kind === 'signs') {
      element.setAttribute('href', '/report');
      await settled(element);
      leading = looksOf(element);
    }
    element.remove();
  }
  const of = (kind: Kind): Looks => clean.get(kind) as Looks;
  const without = withoutExit as Looks;
  const led = leading as Looks;
  let looked = 0;
  return {
    of,
    withoutExit: without,
    leading: led,
    expectAsEver: (kind, holder, what) => {
      expectHarmless(holder, what);
      const hasExit = !!holder.shadowRoot?.querySelector('[part=exit]');
      // the exit names the number of key presses, which is missing if the author leaves out the exit
      const leads = kind === 'signs' && !!holder.shadowRoot?.querySelector('[part=action]');
      const wanted = leads ? led : kind === 'report' && !hasExit ? without : of(kind);
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
