import type { Audience } from '../../src/core/audiences.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import { en } from '../../src/data/locales/en.js';
import type { ElementName } from '../snippets.js';
import { ELEMENTS, snippetFor } from '../snippets.js';
import { figures } from './numbers.js';
import { linesOf, parse, plain } from './text.js';

/** What we publish for one element and audience: its words, and its links with the words that they stand on. */
export interface Published {
  readonly element: ElementName;
  readonly audience: Audience;
  readonly way: 'placeholder' | 'link';
  readonly text: string;
  readonly links: readonly { readonly href: string; readonly words: string }[];
  /** Its telephone numbers, as figures. */
  readonly numbers: readonly string[];
}

function published(element: ElementName, audience: Audience, way: 'placeholder' | 'link'): Published {
  const root = parse(snippetFor({ element, way, audience }));
  const links = [...root.querySelectorAll('a')].map((link) => ({
    href: link.getAttribute('href') ?? '',
    words: plain(link.textContent),
  }));
  return {
    element,
    audience,
    way,
    text: linesOf(root).join(' '),
    links,
    numbers: links.filter(({ href }) => href.startsWith('tel:')).map(({ href }) => figures(href)),
  };
}

let all: readonly Published[] | undefined;
/** Made once, when it is first asked for. */
const everything = (): readonly Published[] =>
  (all ??= ELEMENTS.flatMap((element) =>
    AUDIENCES.flatMap((audience) => [
      published(element, audience, 'placeholder'),
      ...(element === 'exit' ? [] : [published(element, audience, 'link')]),
    ]),
  ));

export const publishedFor = (
  element: ElementName,
  audience: Audience,
  way: 'placeholder' | 'link',
): Published | undefined =>
  everything().find((one) => one.element === element && one.audience === audience && one.way === way);

/** Which of our snippets a text was, where its tags no longer say so. Several have the same words: all of those. */
export function snippetsOf(text: string, numbers: ReadonlySet<string>): readonly Published[] {
  const whole = everything().filter((one) => text.includes(one.text));
  if (whole.length) {
    const length = Math.max(...whole.map((one) => one.text.length));
    return whole.filter((one) => one.text.length === length);
  }
  if (!text.includes(plain(en.banner.danger))) return [];
  // a word or a number of it is not as we write it: the one that has most of its numbers there, and fewest missing
  const score = ({ numbers: own }: Published): number =>
    own.reduce((sum, number) => sum + (numbers.has(number) ? 2 : -1), 0);
  const panels = everything().filter(({ element, way }) => element === 'report' && way === 'placeholder');
  const best = Math.max(...panels.map(score));
  return panels.filter((one) => score(one) === best);
}
