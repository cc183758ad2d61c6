import type { Audience } from '../../src/core/audiences.js';
import type { ElementName } from '../snippets.js';
import type { Findings, Share } from './findings.js';
import { and, EMERGENCY, findIn, unique } from './findings.js';
import type { Marker } from './markers.js';
import type { Verdict } from './verdict.js';
import { judge } from './verdict.js';

export type { Level } from './verdict.js';
/** The answer of the checker: what happens to the pasted markup on a published page. */
export interface Report extends Omit<Verdict, 'way' | 'system'> {
  readonly sections: readonly { readonly heading: string; readonly items: readonly string[] }[];
  /** What to build instead, and the fragment of the builder's address with the settings for it. */
  readonly instead?: { readonly words: string; readonly fragment: string };
  readonly markers: readonly Pick<Marker, 'form' | 'keeps' | 'draws'>[];
  readonly calls: Share;
  readonly pages: Share;
}

/** The most characters that are checked. Even a long page has only about a million. */
export const MAX_SOURCE_LENGTH = 2_000_000;
const NOTHING = { sections: [], markers: [], calls: { due: 0, there: 0 }, pages: { due: 0, there: 0 } };

/**
 * Says what happens to markup on a published page: what the script draws, which numbers can be read without the script, what a
 * content system has removed, and what to paste instead.
 *
 * It only parses the markup, so nothing in it runs and the browser makes no request. It accepts any text and never throws.
 */
export function check(source: string): Report {
  if (!source.trim()) {
    return {
      ...NOTHING,
      level: 'empty',
      verdict: 'Nothing is pasted yet.',
      advice: 'Paste the source of your published page, or the part with our snippet in it.',
    };
  }
  if (source.length > MAX_SOURCE_LENGTH) {
    return {
      ...NOTHING,
      level: 'empty',
      verdict: 'That is too much to look through.',
      advice:
        'It is longer than two million characters. Paste the part that holds our snippet, with what stands around it.',
    };
  }
  const found = findIn(source);
  const { way, system, ...verdict } = judge(found);
  const { markers, calls, pages, elements, audience } = found;
  return {
    ...verdict,
    // leave out what the verdict says already
    sections: verdict.level === 'empty' ? [] : sectionsOf(found, verdict.advice),
    markers,
    calls,
    pages,
    ...(way && { instead: { words: BUILD[way], fragment: fragmentFor(way, elements, audience, system) } }),
  };
}

const BUILD: Readonly<Record<NonNullable<Verdict['way']>, string>> = {
  placeholder: 'Build the snippet',
  element: 'Build it with the tag',
  link: 'Build it with the link',
  plain: 'Build plain text and links',
  iframe: 'Build the frame with its numbers',
};
const ORDER: readonly ElementName[] = ['banner', 'signs', 'report', 'exit'];

/** The fragment of the builder's address, with the settings that differ from its defaults. */
function fragmentFor(way: string, elements: readonly ElementName[], audience: Audience, system = ''): string {
  const settings = new URLSearchParams();
  const sorted = ORDER.filter((element) => elements.includes(element)).join();
  if (sorted && sorted !== 'report') settings.set('elements', sorted);
  if (audience !== 'public') settings.set('audience', audience);
  if (way !== 'placeholder') settings.set('way', way);
  if (system) settings.set('system', system);
  return settings.toString();
}

const sectionsOf = (found: Findings, said: string): Report['sections'] =>
  [
    { heading: 'What to put right', items: faults(found) },
    {
      heading:
        found.scripts.length || !found.whole ? 'What the script makes of it' : 'What the script would make of it',
      // curly quotation marks make every setting invalid, and a sentence for each would hide their one cause
      items:
        found.markers.length && !(found.quotes && !found.drawn.length)
          ? unique(found.markers.map(({ says }) => says))
          : ['It finds nothing to draw. What stands there stays as it is.'],
    },
    { heading: 'What can be read without the script', items: readable(found) },
    { heading: 'What was taken away', items: taken(found) },
    { heading: 'The script line', items: scriptLine(found) },
  ]
    .map(({ heading, items }) => ({ heading, items: items.filter((item) => item !== said) }))
    .filter(({ items }) => items.length);

function faults({ wrong, settings, lostAudience, quotes, scripts }: Findings): string[] {
  const small = (sentence: string): string => `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`;
  return unique([
    ...wrong,
    ...(quotes ? [] : [...settings, ...(lostAudience ? [lostAudience] : [])]),
    ...(quotes
      ? [
          'Quotation marks in the tags are “curly”. A browser takes them for a part of the word, so classes, settings and links do not work. Paste the snippet as plain text, or type straight ones.',
        ]
      : []),
    ...scripts.flatMap(({ bad }) => bad.map((sentence) => `The script line: ${small(sentence)}`)),
  ]);
}

function readable({ needs999, has999, shown, missing, doubtful, frames, tags, earlier, drawn }: Findings): string[] {
  const others = shown.filter((number) => number !== EMERGENCY);
  return [
    ...(needs999 ? [has999 ? '999 can be read.' : '999 cannot be read.'] : []),
    ...(others.length ? [`${has999 ? 'So can' : 'What can be read:'} ${and(others)}.`] : []),
    ...(missing.length ? [`Missing: ${and(missing)}.`] : []),
    ...(earlier
      ? [
          `It is a snippet of an earlier version, and its numbers are right. The newer one says more without the script${drawn.length ? ', and keeps the page still when the script draws' : ''}. Build it when you next edit the page.`,
        ]
      : []),
    ...doubtful,
    ...frames.map(
      ({ src, title }) =>
        `A frame shows ${src.slice(0, 120)}. This checker cannot look into it.${title ? '' : ' It has no title, and a screen reader needs one.'}`,
    ),
    ...(tags ? ['Tags can be read as words.'] : []),
  ];
}

function taken({
  words,
  markers,
  due,
  changed,
  calls,
  pages,
  lostPages,
  tags,
  frames,
  mayBePlain,
  quotes,
}: Findings): string[] {
  const keeps = markers.filter(({ form }) => form === 'placeholder' && !quotes).map((marker) => marker.keeps);
  const gone = calls.due - calls.there;
  return [
    ...(words ? ['Every tag: these are words alone.'] : []),
    ...(!words && !tags && !markers.length && !frames.length && !mayBePlain && due.length
      ? [
          due[0]?.way === 'link'
            ? 'The link that the script looks for.'
            : 'The div or the tag that the script looks for, with its class and settings.',
        ]
      : []),
    ...changed.map(
      (name) => `The class say-something has become ${name.slice(0, 60)}, which the script does not know.`,
    ),
    ...(keeps.includes('class') ? ['The data- settings. The class says the same.'] : []),
    ...(keeps.includes('data') ? ['The class. The data- settings say the same.'] : []),
    ...(gone
      ? [
          calls.there
            ? `${gone} of ${calls.due} telephone links. Those numbers can be read, and not tapped.`
            : 'The telephone links. The numbers can be read, and nobody can ring one by a tap.',
        ]
      : []),
    ...(lostPages.length ? [`${pages.there ? 'Some web links' : 'The web links'}: ${and(lostPages)}.`] : []),
  ];
}

function scriptLine({ scripts, whole, frames, drawn }: Findings): string[] {
  if (frames.length && !drawn.length) return [];
  if (scripts.length) {
    return unique(
      scripts.flatMap(({ says, bad, remarks }) => [
        says,
        ...(bad.length || remarks.length ? remarks : ['It is as we publish it.']),
      ]),
    );
  }
  return [
    whole
      ? 'It is not on this page. Ask whoever runs the site to install it once for all pages.'
      : 'It is not in what you pasted. It need not be, if it is installed once for the whole site.',
  ];
}
