import { AUDIENCES } from '../../src/core/audiences.js';
import type { Audience } from '../../src/core/audiences.js';
import { DEFAULT_DESTINATION } from '../../src/core/quick-exit.js';
import { unbroken } from '../../src/core/numbers.js';
import { holdsRejectedNumber } from '../../src/core/rejected-numbers.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { enSnippets } from '../../src/data/locales/en-snippets.js';
import { AUDIENCE_NAMES } from '../audiences.js';
import type { ElementName } from '../snippets.js';
import { isAre, markersIn, nameOf } from './markers.js';
import type { Asked, Marker } from './markers.js';
import type { Numbers } from './numbers.js';
import { figures, numbersIn, OURS } from './numbers.js';
import type { Published } from './published.js';
import { publishedFor, snippetsOf } from './published.js';
import { scriptLinesIn } from './script-line.js';
import type { ScriptLine } from './script-line.js';
import { attribute, attributeNames, isSeen, linesOf, parse, plain, WHOLE } from './text.js';

/** How many of our links the readable words should have, and how many they have. */
export interface Share {
  readonly due: number;
  readonly there: number;
}

/** Everything that is found in the pasted markup. The verdict says what it means. */
export interface Findings {
  /** Whether it is the source of a whole page, so that whatever it lacks is not on the page. */
  readonly whole: boolean;
  /** Whether it has no tags at all. */
  readonly words: boolean;
  /** Whether visitors see our tags as text, because they were pasted into a field for text. */
  readonly tags: boolean;
  readonly markers: readonly Marker[];
  readonly drawn: readonly Asked[];
  readonly scripts: readonly ScriptLine[];
  readonly frames: readonly { readonly src: string; readonly title: string }[];
  /** Whether it has a link to our page. */
  readonly ourPage: boolean;
  /** Whether the author may have chosen plain text and links, which the script leaves alone. */
  readonly mayBePlain: boolean;
  /** The snippets that it should contain, according to its markers or, without markers, its words. */
  readonly due: readonly Published[];
  readonly elements: readonly ElementName[];
  readonly audience: Audience;
  /** Whether one of them is a snippet that we no longer publish, and the newer one says more. */
  readonly earlier: boolean;
  /** Whether 999 has to be there. Only the exit by itself does not need it. */
  readonly needs999: boolean;
  readonly has999: boolean;
  /** The snippet's numbers as they are written: first those that can be read, then those that cannot. */
  readonly shown: readonly string[];
  readonly missing: readonly string[];
  /** A sentence for each number that would lead a caller to the wrong place. It says what to do. */
  readonly wrong: readonly string[];
  /** A sentence for each number that may be the author's own. */
  readonly doubtful: readonly string[];
  readonly calls: Share;
  readonly pages: Share;
  /** The words of our web links that are no longer links. */
  readonly lostPages: readonly string[];
  /** A sentence for each setting that is not used as it was written. */
  readonly settings: readonly string[];
  /** A sentence if the words are for one audience and the marker is for the public. Otherwise it is empty. */
  readonly lostAudience: string;
  /** Whether attributes have “curly” quotation marks, which a browser takes for a part of the value. */
  readonly quotes: boolean;
  /** Our classes to which a content system has added a prefix. */
  readonly changed: readonly string[];
  /** Whether WordPress wrote it: the source of a page, or what its editor stores. */
  readonly wordpress: boolean;
  /** Whether the tags that visitors see stand in a code block. */
  readonly codeBlock: boolean;
  /** The block or the shortcode of our WordPress plugin, which shows nothing of ours by itself. */
  readonly plugin?: 'block' | 'shortcode' | undefined;
}

export const and = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');
export const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];
const written = (number: string): string => OURS.get(number) ?? number;
export const EMERGENCY = hertfordshire.danger.phone.value;
/** The line for those who cannot talk. It has 999 too, and says nothing to somebody who can. */
const SILENT = plain(enSnippets.silent(EMERGENCY));

export function findIn(source: string): Findings {
  const words = !/<[a-z!/]/i.test(source);
  const root = parse(words ? source.replace(/\r?\n/g, '<br>') : source);
  const lines = linesOf(root);
  const text = lines.join(' ');
  const numbers = numbersIn(lines);
  const readable = numbersIn(lines.map((line) => line.replaceAll(SILENT, ''))).ours;
  const markers = markersIn(root);
  const tags = showsTags(text);
  const read = snippetsOf(text, numbers.ours);
  const asked = markers.flatMap(({ asks, form }) =>
    asks ? (publishedFor(asks.element, asks.audience, form === 'link' ? 'link' : 'placeholder', text) ?? []) : [],
  );
  const due = asked.length ? asked : read.slice(0, 1);
  const expected = unique(due.flatMap((one) => one.numbers));
  const drawn = markers.flatMap(({ draws }) => draws ?? []);
  const [first] = tags ? markersIn(parse(text)).flatMap(({ asks }) => asks ?? []) : due;
  const lost = lostAudience(drawn, read);
  const ourPage = root.querySelector('a[href*="/say-something"]') !== null;
  return {
    whole: WHOLE.test(source),
    words,
    tags,
    markers,
    drawn,
    scripts: scriptLinesIn(root),
    frames: [...root.querySelectorAll('iframe[src*="say-something" i]')].map((frame) => ({
      src: attribute(frame, 'src') ?? '',
      title: attribute(frame, 'title')?.trim() ?? '',
    })),
    ourPage,
    mayBePlain: due.length > 0 && (ourPage || due.every(({ element }) => element === 'exit')),
    due,
    earlier: due.some((one) => one.earlier),
    elements: unique([...(tags && first ? [first] : []), ...drawn, ...due].map(({ element }) => element)),
    audience: (lost && read[0]?.audience) || (first?.audience ?? 'public'),
    needs999: due.some(({ element }) => element !== 'exit'),
    has999: readable.has(figures(EMERGENCY)),
    shown: expected.filter((number) => readable.has(number)).map(written),
    missing: expected.filter((number) => !readable.has(number)).map(written),
    ...numbersOf(root, lines, numbers, markers, expected, words),
    ...linksOf(root, text, numbers, due),
    settings: unique(markers.flatMap((marker) => marker.wrong)),
    lostAudience: lost,
    quotes: [...root.querySelectorAll('*')].some((element) =>
      attributeNames(element).some(
        (name) =>
          /[“”„‟″]/.test(name) ||
          (/^(?:class|href|src|data-)/.test(name) && /^[“”„‟″‘’]/.test(attribute(element, name) ?? '')),
      ),
    ),
    changed: unique(
      [...root.querySelectorAll('[class*="say-something"]')]
        .flatMap((element) => (attribute(element, 'class') ?? '').split(/\s+/))
        // WordPress gives the block of our plugin a class of its own
        .filter((name) => /^(?!wp-block-)[\w-]+say-something/.test(name)),
    ),
    wordpress: /\/wp-(?:content|includes)\/|<!-- \/?wp:|class=["'][^"']*\bwp-block-/.test(source),
    codeBlock: tags && [...root.querySelectorAll('pre')].some((pre) => showsTags(plain(pre.textContent))),
    plugin: /<!-- wp:say-something\//.test(source)
      ? 'block'
      : /\[say-something(?:\s[^\]]*)?\]/.test(text)
        ? 'shortcode'
        : undefined,
  };
}

const showsTags = (text: string): boolean =>
  /say-something/.test(text) &&
  (/<\/?(?:div|p|a|ul|li|strong|script|say-something)\b[^<]*>/i.test(text) ||
    /&lt;\/?(?:div|p|a|script|say)/i.test(text));

function linksOf(
  root: Element,
  text: string,
  { ours }: Numbers,
  due: readonly Published[],
): Pick<Findings, 'calls' | 'pages' | 'lostPages'> {
  const seen = [...root.querySelectorAll('a')].filter((link) => isSeen(link) && plain(link.textContent));
  const called = new Set(
    seen.map((link) => attribute(link, 'href') ?? '').flatMap((href) => (/^tel:/i.test(href) ? [figures(href)] : [])),
  );
  const wanted = [...new Map(due.flatMap(({ links }) => links.map((link) => [link.href, link.words] as const)))];
  const calls = wanted.flatMap(([href]) => (href.startsWith('tel:') && ours.has(figures(href)) ? [figures(href)] : []));
  const pages = wanted.filter(([href, words]) => !href.startsWith('tel:') && text.includes(words));
  const there = pages.filter(([href, words]) => {
    // a link marker leads to one of the author's own pages, and the exit may do so too
    const fragment = /\/say-something\/(#.*)/.exec(href)?.[1];
    return seen.some((link) => {
      if (fragment) return link.hash === fragment && link.href.includes('say-something');
      return link.href === href || (href === DEFAULT_DESTINATION && plain(link.textContent) === words);
    });
  });
  return {
    calls: { due: calls.length, there: calls.filter((number) => called.has(number)).length },
    pages: { due: pages.length, there: there.length },
    lostPages: pages.filter((page) => !there.includes(page)).map(([, words]) => words),
  };
}

const AGAIN = 'Paste the snippet again.';

function numbersOf(
  root: Element,
  lines: readonly string[],
  { ours, rejected, near, others }: Numbers,
  markers: readonly Marker[],
  expected: readonly string[],
  words: boolean,
): Pick<Findings, 'wrong' | 'doubtful'> {
  // a marker should contain only our numbers, but the page around it may have the author's own
  const inside = markers.filter(({ asks }) => asks).map(({ node }) => numbersIn(linesOf(node)));
  const insideNear = inside.flatMap((one) => one.near.map((slip) => slip.written));
  const isSlip = (slip: Numbers['near'][number]): boolean =>
    insideNear.includes(slip.written) || (expected.includes(figures(slip.meant)) && !ours.has(figures(slip.meant)));
  const unknown = unique([...inside.flatMap((one) => one.others), ...(words && expected.length ? others : [])]);
  return {
    wrong: unique([
      ...rejected.map((number) => `${number} is old or wrong, and must not be shown. ${AGAIN}`),
      ...(!rejected.length && lines.some(holdsRejectedNumber)
        ? [`One of the numbers is old or wrong, and must not be shown. ${AGAIN}`]
        : []),
      ...near
        .filter(isSlip)
        .map(
          ({ written, meant }) =>
            `${written} is not one of our numbers. It looks like ${meant} with a slip in it. ${AGAIN}`,
        ),
      ...[...root.querySelectorAll('a[href^="tel:" i]')].filter(isSeen).flatMap(wrongCall),
    ]),
    doubtful: unique([
      ...near
        .filter((slip) => !isSlip(slip))
        .map(
          ({ written, meant }) =>
            `${written} is not one of our numbers. If it is meant to be ${meant}, paste the snippet again.`,
        ),
      ...unknown
        .slice(0, 10)
        .map(
          (number) => `${number} is not one of our numbers. If you did not add it yourself, paste the snippet again.`,
        ),
    ]),
  };
}

/** A sentence about a link whose text is one number and whose address is another. */
function wrongCall(link: Element): string[] {
  const calls = figures(attribute(link, 'href') ?? '');
  const words = unbroken(plain(link.textContent));
  const { ours, near, others } = numbersIn([words]);
  const reads = [...ours, ...[...near.map(({ written }) => written), ...others].map(figures)];
  if (!reads.length || reads.includes(calls) || !(OURS.has(calls) || ours.size)) return [];
  return [
    `The link that reads “${words.slice(0, 40)}” calls ${calls ? written(calls.slice(0, 20)) : 'nobody'}. ${AGAIN}`,
  ];
}

function lostAudience(drawn: readonly Asked[], read: readonly Published[]): string {
  const element = read[0]?.element;
  if (!element || read.some(({ audience, way }) => audience === 'public' || way === 'link')) return '';
  if (!drawn.some((one) => one.audience === 'public' && one.element === element)) return '';
  const whose = AUDIENCES.filter((audience) => read.some((one) => one.audience === audience));
  return `The numbers are those for ${and(whose.map((audience) => AUDIENCE_NAMES[audience].toLowerCase()))}, but ${nameOf(element, 'public')} ${isAre(element)} drawn.`;
}
