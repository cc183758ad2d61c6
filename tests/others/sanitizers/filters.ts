import { expect } from '@open-wc/testing';
import { itUnless } from '../../helpers/skip.js';
import { visibleText } from '../../script/page.js';
import { drawnIn, linksIn, oneLine, openFrame, openScripted, publish } from './page.js';
import type { Frame } from './page.js';
import { check } from '../../../demo/checker/check.js';
import { WAYS } from '../../../demo/snippets.js';
import { EMERGENCY, look, SNIPPETS } from './snippets.js';
import type { Look, Snippet } from './snippets.js';

/** An editor or filter through which a pasted snippet goes before it is published. */
export interface Filter {
  /** The name in `record.json`: the product and its settings. */
  readonly name: string;
  /** The reason why this engine cannot run it. */
  readonly missing?: string | false;
  /** Whether it removes all links. */
  readonly linkless?: boolean;
  /** Whether it replaces no-break spaces with ordinary ones. */
  readonly spaced?: boolean;
  readonly clean: (texts: readonly string[]) => string[] | Promise<string[]>;
}

/** The rest of a marker, the links that work, and the result on a page with the script. */
interface Outcome {
  readonly keeps: string;
  links: string;
  /** `drawn`, `text`, or `gone` when the filter removes a tag with its content. */
  readonly then: string;
}
export type Result = Snippet & Look & { readonly out: string };

const record = (await (await fetch('/tests/others/sanitizers/record.json')).json()) as Record<
  string,
  Partial<Record<Snippet['way'], Outcome>>
>;

/** Puts every published snippet through a filter, checks the resulting pages, and compares them with the record. */
export function describeFilter({ name, missing = false, linkless = false, spaced = false, clean }: Filter): void {
  describe(`the published snippets through ${name}`, () => {
    const recorded = record[name];
    let results: Result[] = [];

    /** The results without the custom element if a filter removes unknown tags with their content, because then nothing is left. */
    const left = (): Result[] => results.filter(({ way }) => way !== 'element' || recorded?.element?.then !== 'gone');
    const collect = (check: (result: Result) => readonly string[]): string[] =>
      left().flatMap((result) =>
        check(result).map((problem) => `${result.element} ${result.audience} as ${result.way}: ${problem}`),
      );

    before(async () => {
      if (missing) return;
      const plain = await openFrame();
      const outs = await clean(SNIPPETS.map(({ html }) => html));
      results = SNIPPETS.map((snippet, index) => {
        const out = outs[index] ?? '';
        return { ...snippet, out, ...look(plain, snippet, out) };
      });
      plain.close();
    });

    itUnless(missing, 'keep 999, each helpline and every other word readable, and show no markup', () => {
      expect(left().length).to.be.at.least(7);
      expect(collect(({ unread }) => unread)).to.deep.equal([]);
    });

    itUnless(missing, `${spaced ? 'lose' : 'keep'} the order of digits among Arabic words`, () => {
      const turned = collect((result) => result.turned);
      if (spaced) expect(turned).to.have.length.above(7);
      else expect(turned).to.deep.equal([]);
    });

    itUnless(
      missing,
      linkless ? 'keep no link, because the filter removes all links' : 'keep a link that works',
      () => {
        expect(left().length).to.be.at.least(7);
        const wrong = collect(({ links }) => ((links === 'none') === linkless ? [] : [`links that work: ${links}`]));
        expect(wrong).to.deep.equal([]);
      },
    );

    itUnless(missing, 'are drawn for their audience by the script, or stay readable', async () => {
      const page = await openScripted();
      const seen: Partial<Record<Snippet['way'], Outcome>> = {};
      const problems: string[] = [];
      for (const result of results) {
        const { element, way, audience, out, keeps, links } = result;
        const then = await become(page, result);
        const outcome = { keeps, links, then };
        seen[way] ??= outcome;
        // ignore the links of the exit, which has no tel: links
        if (element === 'exit') outcome.links = seen[way].links;
        if (JSON.stringify(outcome) !== JSON.stringify(seen[way])) {
          problems.push(`${element} ${audience} as ${way}: ${JSON.stringify(outcome)} of ${out}`);
        }
      }
      page.close();
      if (JSON.stringify(seen) !== JSON.stringify(recorded))
        console.log(`The result differs from record.json: ${JSON.stringify({ [name]: seen })}`);
      expect(problems).to.deep.equal([]);
      expect(page.said).to.deep.equal([]);
      expect(seen).to.have.all.keys(...WAYS);
      expect(seen).to.deep.equal(recorded);
    });

    itUnless(missing, 'have the results that the checker predicts', () => {
      expect(results).to.have.length(SNIPPETS.length);
      const says = results.map(({ element, way, audience, out }) => ({ element, way, audience, ...said(out) }));
      // the results of the test above, which do not count the exit’s own link
      const seen = results.map(({ element, way, audience, keeps, links }) => {
        const then = recorded?.[way]?.then;
        return {
          ...{ element, way, audience },
          keeps: then === 'drawn' ? keeps : 'nothing',
          drawn: then === 'drawn' ? [`${element} ${audience}`] : [],
          links: then === 'gone' ? 'none' : links,
          reads999: then !== 'gone' && element !== 'exit',
        };
      });
      expect(says).to.deep.equal(seen);
    });
  });
}

/** The checker's prediction for a text, in the words of the record. */
function said(out: string): Record<'keeps' | 'links', string> & { drawn: string[]; reads999: boolean } {
  const { level, verdict, markers, calls, pages, sections } = check(out);
  const drawn = markers.filter(({ draws }) => draws);
  const due = calls.due + pages.due;
  const there = calls.there + pages.there;
  return {
    keeps: drawn.map(({ keeps }) => keeps).join() || 'nothing',
    drawn: drawn.map(({ draws }) => `${draws?.element} ${draws?.audience}`),
    links: due && there === due ? 'all' : there && !calls.there ? 'https:' : there ? 'some' : 'none',
    reads999: level !== 'stop' && sections.some(({ items }) => items.includes('999 can be read.')) && verdict !== '',
  };
}

/** The result of the script for a filtered snippet. */
export async function become(page: Frame, { element, audience, out, unread, links }: Result): Promise<string> {
  await publish(page, out);
  const drawn = drawnIn(page.body).join(', ');
  const shown = oneLine(visibleText(page.body));
  const works = linksIn(page.body);
  page.body.replaceChildren();
  if (!shown) return 'gone';
  if (element !== 'exit' && !EMERGENCY.test(shown)) return `999 is missing: ${shown}`;
  if (!works.length && links !== 'none') return `without a link: ${shown}`;
  if (drawn) return drawn === `${element} ${audience}` ? 'drawn' : `drawn as ${drawn}`;
  return unread.length ? 'unreadable' : 'text';
}
