import type { Audience } from '../../src/core/audiences.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import { holdsRejectedNumber } from '../../src/core/rejected-numbers.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { contactById } from '../../src/core/routing.js';
import { AUDIENCE_NAMES } from '../audiences.js';
import type { ElementName } from '../snippets.js';
import type { Marker } from './markers.js';
import { isAre, markersIn, nameOf } from './markers.js';
import type { Numbers } from './numbers.js';
import { figures, numbersIn, OURS } from './numbers.js';
import type { Published } from './published.js';
import { publishedFor, snippetsOf } from './published.js';
import { scriptLinesIn } from './script-line.js';
import { attribute, attributeNames, isSeen, linesOf, parse, plain } from './text.js';

/** `stop`: do not publish; `fair`: the numbers stand, but something is missing; `good`; `empty`: nothing to judge. */
export type Level = 'empty' | 'stop' | 'fair' | 'good';
export interface Section {
  readonly heading: string;
  readonly items: readonly string[];
}
/** How many of our links there should be for the words that can be read, and how many there are. */
export interface Share {
  readonly due: number;
  readonly there: number;
}
/** What becomes of what was pasted, in plain words. */
export interface Report {
  readonly level: Level;
  /** One sentence. */
  readonly verdict: string;
  /** What to do about it now; empty where nothing is. */
  readonly advice: string;
  readonly sections: readonly Section[];
  /** What to paste instead, and the builder's settings for it as the fragment of its address. */
  readonly instead?: { readonly words: string; readonly fragment: string };
  readonly markers: readonly Pick<Marker, 'form' | 'keeps' | 'draws'>[];
  readonly calls: Share;
  readonly pages: Share;
}

/** A page of a megabyte is a long one. */
export const LONGEST = 2_000_000;
const NONE: Share = { due: 0, there: 0 };
const empty = (verdict: string, advice: string, instead?: Report['instead']): Report => ({
  level: 'empty',
  verdict,
  advice,
  sections: [],
  markers: [],
  calls: NONE,
  pages: NONE,
  ...(instead && { instead }),
});
const emergency = figures(contactById(hertfordshire, hertfordshire.emergency)?.channels[0]?.value ?? '');
const and = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');
const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** What was pasted, read once. */
interface Pasted {
  readonly root: Element;
  /** It is the source of a whole page, so that what is not in it is not on the page. */
  readonly whole: boolean;
  /** It holds no tag at all. */
  readonly words: boolean;
  readonly text: string;
  readonly lines: readonly string[];
  readonly numbers: Numbers;
  readonly markers: readonly Marker[];
  /** The snippets of ours that it should hold: by its markers, else by its words. */
  readonly due: readonly Published[];
  /** Those whose words stand in it. */
  readonly read: readonly Published[];
  readonly frames: readonly Element[];
}

function read(source: string): Pasted {
  const words = !/<[a-z!/]/i.test(source);
  const root = parse(words ? source.replace(/\r?\n/g, '<br>') : source);
  const lines = linesOf(root);
  const numbers = numbersIn(lines);
  const text = lines.join(' ');
  const markers = markersIn(root);
  const byWords = snippetsOf(text, numbers.ours);
  const byMarkers = markers.flatMap(({ draws, form }) =>
    draws ? (publishedFor(draws.element, draws.audience, form === 'link' ? 'link' : 'placeholder') ?? []) : [],
  );
  return {
    root,
    whole: /<(?:!doctype|html|body)\b/i.test(source),
    words,
    text,
    lines,
    numbers,
    markers,
    due: byMarkers.length ? byMarkers : byWords.slice(0, 1),
    read: byWords,
    frames: [...root.querySelectorAll('iframe[src*="say-something" i]')],
  };
}

/** Which of the links that our words should have are there. */
function links({ root, due, text, numbers }: Pasted): { calls: Share; pages: Share; lost: string[] } {
  const seen = [...root.querySelectorAll('a')].filter((link) => isSeen(link) && plain(link.textContent));
  const tel = new Set(
    seen.map((link) => link.getAttribute('href') ?? '').flatMap((href) => (/^tel:/i.test(href) ? [figures(href)] : [])),
  );
  const pages = seen.map(({ href, hash }) => ({ href, hash }));
  const share = { calls: { due: 0, there: 0 }, pages: { due: 0, there: 0 } };
  const lost: string[] = [];
  const wanted = new Map(due.flatMap((one) => one.links.map((link) => [link.href, link.words] as const)));
  for (const [href, words] of wanted) {
    const isCall = href.startsWith('tel:');
    if (isCall ? !numbers.ours.has(figures(href)) : !text.includes(words)) continue;
    const marker = /\/say-something\/(#.*)/.exec(href)?.[1];
    const there = isCall
      ? tel.has(figures(href))
      : pages.some((page) =>
          marker ? page.hash === marker && page.href.includes('say-something') : page.href === href,
        );
    const of = isCall ? share.calls : share.pages;
    of.due++;
    if (there) of.there++;
    else lost.push(words);
  }
  return { ...share, lost };
}

/** Numbers that would send somebody to the wrong place, each as a sentence that says what to do. */
function wrongNumbers({ root, numbers, lines, markers, due }: Pasted): string[] {
  const again = 'Paste the snippet again.';
  const own = new Set(
    markers
      .filter(({ draws }) => draws)
      .flatMap(({ node }) => numbersIn(linesOf(node)).near.map(({ written }) => written)),
  );
  const missing = due.flatMap((one) => one.numbers).filter((number) => !numbers.ours.has(number));
  const near = numbers.near.filter(({ written, meant }) => own.has(written) || missing.includes(figures(meant)));
  const wrong = [
    ...numbers.rejected.map((written) => `${written} is old or wrong, and must not be shown. ${again}`),
    ...near.map(
      ({ written, meant }) =>
        `${written} is not one of our numbers. It looks like ${meant} with a slip in it. ${again}`,
    ),
  ];
  for (const link of root.querySelectorAll('a[href^="tel:" i]')) {
    if (!isSeen(link)) continue;
    const calls = figures(attribute(link, 'href') ?? '');
    const words = plain(link.textContent);
    const shows = numbersIn([words]);
    const said = [...shows.ours, ...[...shows.near.map(({ written }) => written), ...shows.others].map(figures)];
    if (said.length && !said.includes(calls) && (OURS.has(calls) || shows.ours.size)) {
      wrong.push(`The link that reads “${words.slice(0, 40)}” calls ${calls.slice(0, 20) || 'nobody'}. ${again}`);
    }
  }
  if (!numbers.rejected.length && lines.some(holdsRejectedNumber)) {
    wrong.push(`One of the numbers is old or wrong, and must not be shown. ${again}`);
  }
  return unique(wrong);
}

/** Tags that are read as words, because they were pasted where words are typed. */
const showsTags = ({ text }: Pasted): boolean =>
  /<\/?(?:div|p|a|ul|li|strong|script|say-something)\b[^<]*>/i.test(text) ||
  /&lt;\/?(?:div|p|a|script|say)/i.test(text);

/** Attributes in “curly” quotation marks, which a browser takes for a part of the value. */
const hasCurlyQuotes = ({ root }: Pasted): boolean =>
  [...root.querySelectorAll('*')].some((element) =>
    attributeNames(element).some((name) => /[“”„‟″]/.test(name) || /^[“”„‟″‘’]/.test(attribute(element, name) ?? '')),
  );

/** Classes of ours that a system has put something before. */
const changedClasses = ({ root }: Pasted): string[] =>
  [...root.querySelectorAll('[class*="say-something"]')]
    .flatMap((element) => (attribute(element, 'class') ?? '').split(/\s+/))
    .filter((name) => /[^\s]say-something/.test(name));

const ELEMENT_ORDER: readonly ElementName[] = ['banner', 'signs', 'report', 'exit'];
/** The builder's settings for another way in, as the fragment of its address. */
function fragmentFor(way: string, elements: readonly ElementName[], audience: Audience): string {
  const settings = new URLSearchParams();
  const sorted = ELEMENT_ORDER.filter((element) => elements.includes(element));
  if (sorted.length && sorted.join() !== 'report') settings.set('elements', sorted.join());
  if (audience !== 'public') settings.set('audience', audience);
  if (way !== 'placeholder') settings.set('way', way);
  return settings.toString();
}

/**
 * Says what becomes of markup once it is published: what the script would draw, which numbers can be read without it, what a
 * system took away, and what to paste instead.
 *
 * The markup is parsed and no more: nothing in it runs, and nothing is asked for. Takes any text, and never throws for one.
 */
export function check(source: string): Report {
  if (!source.trim()) {
    return empty(
      'Nothing is pasted yet.',
      'Paste the source of your published page, or the part with our snippet in it.',
    );
  }
  if (source.length > LONGEST) {
    return empty(
      'That is too much to look through.',
      'It is longer than two million characters. Paste the part that holds our snippet, with what stands around it.',
    );
  }
  const pasted = read(source);
  const { markers, numbers, due, whole, words, frames, root } = pasted;
  const scripts = scriptLinesIn(root);
  const drawn = markers.flatMap(({ draws }) => draws ?? []);
  const changed = changedClasses(pasted);
  const tags = showsTags(pasted) && /say-something/.test(pasted.text);
  if (!markers.length && !due.length && !frames.length && !scripts.length && !changed.length && !tags) {
    const ourPage = root.querySelector('a[href*="/say-something"]');
    return ourPage
      ? empty(
          'There is a link to our page, and nothing else of ours.',
          'It leads to the page with the numbers, and nothing is drawn here. That is in order if you meant a link.',
        )
      : empty(
          'We found nothing of ours.',
          'Is it the right page, and all of it? Use “View page source” in your browser, copy everything, and paste it here.',
          { words: 'Build a snippet', fragment: '' },
        );
  }

  const { calls, pages, lost } = links(pasted);
  const wrong = wrongNumbers(pasted);
  const settings = unique(markers.flatMap((marker) => marker.wrong));
  const expected = unique(due.flatMap((one) => one.numbers));
  const missing = expected.filter((number) => !numbers.ours.has(number));
  const has999 = numbers.ours.has(emergency);
  const needs999 =
    due.some(({ element }) => element !== 'exit') || markers.some(({ draws }) => draws && draws.element !== 'exit');
  const quotes = hasCurlyQuotes(pasted);
  const badScript = scripts.length > 0 && scripts.every(({ bad }) => bad.length > 0);
  const noScript = whole && !scripts.length;
  const audience = drawn[0]?.audience ?? due[0]?.audience ?? 'public';
  const elements = unique([...drawn, ...due].map(({ element }) => element));

  const names = unique(drawn.map((one) => nameOf(one.element, one.audience)));
  const will = `${and(names)} ${names.length > 1 || drawn[0]?.element === 'signs' ? 'are' : 'is'} drawn`;
  const stand = needs999 ? 'the numbers stand there' : 'a link stands there';

  const judge = (): Pick<Report, 'level' | 'verdict' | 'advice'> & { readonly way?: string } => {
    const same = markers[0]?.form ?? 'placeholder';
    if (tags) {
      return {
        level: 'stop',
        verdict: 'Do not publish this: visitors see the tags as words.',
        advice:
          'The snippet was pasted where words are typed. Open the source or HTML view of your editor, and paste it there.',
        way: 'placeholder',
      };
    }
    if (wrong.length) {
      return { level: 'stop', verdict: 'Do not publish this: a number is wrong.', advice: wrong[0] ?? '', way: same };
    }
    if (needs999 && !has999 && !(drawn.length && markers.every(({ form }) => form === 'link'))) {
      return {
        level: 'stop',
        verdict: 'Do not publish this: 999 cannot be read.',
        advice: 'Without the script nobody finds 999 there. Paste the whole snippet again, with the numbers in it.',
        way: same,
      };
    }
    if (drawn.length) {
      if (badScript) {
        return {
          level: 'fair',
          verdict: `${needs999 ? 'Numbers stay' : 'A link stays'}, but nothing will be drawn: the script line does not work.`,
          advice: 'Put the script line right. What is wrong with it stands below.',
        };
      }
      if (noScript) {
        return {
          level: 'fair',
          verdict: `${needs999 ? 'Numbers stay' : 'A link stays'}, but nothing is drawn: the script line is not on this page.`,
          advice:
            'Ask whoever runs the site to install the script line once for all pages. If a tag manager brings it, look at the page itself.',
        };
      }
      if (settings.length) {
        return {
          level: 'fair',
          verdict: `It will work, but not as it was set: ${will}.`,
          advice: settings[0] ?? '',
          way: same,
        };
      }
      if (missing.length) {
        return {
          level: 'fair',
          verdict: `It will be drawn, but without the script not every number stands there.`,
          advice: `Missing: ${and(missing.map((number) => OURS.get(number) ?? number))}. Paste the whole snippet again.`,
          way: same,
        };
      }
      if (audienceLost) {
        return {
          level: 'fair',
          verdict: `It will work, but for everyone: the audience was taken away.`,
          advice: audienceLost,
          way: markers.some(({ form }) => form === 'link') ? 'link' : 'link',
        };
      }
      return {
        level: 'good',
        verdict: `It will work${scripts.length ? '' : ' where the script is installed'}: ${will}, and without the script ${stand}.`,
        advice: scripts.length
          ? ''
          : 'The script line is not in what you pasted. Make sure that it is installed once for the whole site.',
      };
    }
    if (words) {
      return {
        level: 'fair',
        verdict: 'These are the words alone. The numbers stand there; what is drawn cannot be told from words.',
        advice:
          'Paste the source of the published page instead: “View page source” in your browser, or the HTML view of your editor.',
        way: 'plain',
      };
    }
    if (!due.length && frames.length) {
      return {
        level: 'fair',
        verdict: 'Our page stands in a frame, and no number stands beside it.',
        advice: 'A frame can stay empty. Put the numbers as text above it.',
        way: 'iframe',
      };
    }
    if (frames.length) {
      return {
        level: 'good',
        verdict: 'It will work: our page stands in a frame, and if the frame stays empty the numbers stand there.',
        advice: 'Look at the published page: this checker cannot look into the frame.',
      };
    }
    if (!due.length) {
      return {
        level: 'fair',
        verdict:
          markers.length || changed.length
            ? 'Nothing is drawn.'
            : 'The script line is here, and nothing for it to draw.',
        advice:
          markers[0]?.says ??
          (changed.length
            ? 'Your system changed the class, so the script does not find it.'
            : 'Paste the snippet into the page too.'),
        way: changed.length ? 'link' : 'placeholder',
      };
    }
    const stays = markers.find(({ form }) => form === 'link');
    return {
      level: 'fair',
      verdict: `${needs999 ? 'Numbers stay' : 'A link stays'}, but nothing is drawn.`,
      advice: stays
        ? 'Give the link a paragraph of its own, with nothing else in it.'
        : quotes
          ? 'The quotation marks in the tags are curly. Paste the snippet again, into the source or HTML view.'
          : 'Your system took away what the script looks for.',
      way: stays
        ? 'link'
        : quotes
          ? 'placeholder'
          : due[0]?.way === 'link' || (calls.due + pages.due > 0 && !pages.there)
            ? 'plain'
            : 'link',
    };
  };

  const audienceLost = lostAudience(pasted);
  const { way, ...judged } = judge();

  const plural = (count: number, one: string, more: string): string => (count === 1 ? one : more);
  const sections: Section[] = [
    {
      heading: 'What to put right',
      items: unique([
        ...wrong,
        ...settings,
        ...(audienceLost && drawn.length ? [audienceLost] : []),
        ...(quotes
          ? [
              'The quotation marks in the tags are “curly”. A browser takes them for a part of the word, so classes, settings and links do not work. Paste the snippet as plain text, or type straight ones: ".',
            ]
          : []),
        ...scripts.flatMap(({ bad }) =>
          bad.map((sentence) => `The script line: ${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`),
        ),
      ]),
    },
    {
      heading: 'What the script makes of it',
      items: markers.length
        ? unique(markers.map(({ says }) => says))
        : ['It finds nothing to draw. The words stay as they are.'],
    },
    { heading: 'What can be read without the script', items: readItems() },
    { heading: 'What was taken away', items: takenItems() },
    {
      heading: 'The script line',
      items: scripts.length
        ? unique(
            scripts.flatMap(({ says, bad, remarks }) => [
              says,
              ...(bad.length || remarks.length ? remarks : ['It is as we publish it.']),
            ]),
          )
        : [
            whole
              ? 'It is not on this page. Ask whoever runs the site to install it once for all pages.'
              : 'It is not in what you pasted. It need not be, if it is installed once for the whole site.',
          ],
    },
  ];

  function readItems(): string[] {
    const shown = expected.filter((number) => numbers.ours.has(number)).map((number) => OURS.get(number) ?? number);
    const guessed = numbers.near.filter(({ written }) => !wrong.some((sentence) => sentence.startsWith(written)));
    return [
      ...(needs999 ? [has999 ? '999 can be read.' : '999 cannot be read.'] : []),
      ...(shown.length > 1 ? [`These numbers can be read: ${and(shown)}.`] : []),
      ...(missing.length
        ? [
            `${plural(missing.length, 'This number is', 'These numbers are')} missing: ${and(missing.map((number) => OURS.get(number) ?? number))}.`,
          ]
        : []),
      ...guessed.map(
        ({ written, meant }) =>
          `${written} is not one of our numbers. If it is meant to be ${meant}, paste the snippet again.`,
      ),
      ...unknownNumbers().map(
        (written) => `${written} is not one of our numbers. If you did not add it yourself, paste the snippet again.`,
      ),
      ...frames.map(
        (frame) =>
          `A frame shows ${(attribute(frame, 'src') ?? '').slice(0, 120)}. This checker cannot look into it.${attribute(frame, 'title')?.trim() ? '' : ' It has no title: screen readers need one.'}`,
      ),
      ...(tags ? ['Tags can be read as words.'] : []),
    ];
  }

  /** Numbers inside what we draw on, where only ours belong. */
  function unknownNumbers(): string[] {
    const own = markers.filter(({ draws }) => draws).flatMap(({ node }) => numbersIn(linesOf(node)).others);
    return unique(words && due.length ? [...own, ...numbers.others] : own).slice(0, 10);
  }

  function takenItems(): string[] {
    const gone = calls.due - calls.there;
    const kept = unique(markers.filter(({ form }) => form === 'placeholder').map(({ keeps }) => keeps));
    return [
      ...(words ? ['Every tag: these are words alone.'] : []),
      ...(!words && !markers.length && due.length
        ? [
            due[0]?.way === 'link'
              ? 'The link that the script looks for.'
              : 'The div or the tag that the script looks for, with its class and settings.',
          ]
        : []),
      ...changed.map(
        (name) => `The class say-something has become ${name.slice(0, 60)}, which the script does not know.`,
      ),
      ...(kept.includes('class') ? ['The data- settings. The class says the same.'] : []),
      ...(kept.includes('data') ? ['The class. The data- settings say the same.'] : []),
      ...(gone
        ? [
            calls.there
              ? `${gone} of ${calls.due} telephone links. Those numbers can be read, and not tapped.`
              : 'The telephone links. The numbers can be read, and nobody can ring one by a tap.',
          ]
        : []),
      ...(pages.due > pages.there
        ? [`${pages.there ? 'Some' : 'The'} web links: ${and(lost.filter((text) => !/^[\d ]+$/.test(text)))}.`]
        : []),
    ];
  }

  return {
    ...judged,
    sections: sections.filter(({ items }) => items.length),
    markers,
    calls,
    pages,
    ...(way &&
      judged.level !== 'good' && {
        instead: { words: INSTEAD[way] ?? '', fragment: fragmentFor(way, elements, audience) },
      }),
  };
}

const INSTEAD: Readonly<Record<string, string>> = {
  placeholder: 'Build the snippet with the div again',
  element: 'Build the snippet with the tag again',
  link: 'Build the snippet with the link',
  plain: 'Build the plain text and links',
  iframe: 'Build the frame with its numbers',
};

/** Where the words are those for somebody and the marker says everyone: a filter took the audience. */
function lostAudience({ markers, read: found }: Pasted): string {
  const drawn = markers.flatMap(({ draws, form }) => (draws && form !== 'link' ? [draws] : []));
  const [one] = found;
  if (!one || !drawn.some(({ audience, element }) => audience === 'public' && element === one.element)) return '';
  if (found.some(({ audience }) => audience === 'public')) return '';
  const whose = and(
    AUDIENCES.filter((audience) => found.some((other) => other.audience === audience)).map((audience) =>
      AUDIENCE_NAMES[audience].toLowerCase(),
    ),
  );
  return `The numbers are those for ${whose}, but ${nameOf(one.element, 'public')} ${isAre(one.element)} drawn.`;
}
