import type { Audience } from '../../src/core/audiences.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import { en } from '../../src/data/locales/en.js';
import type { ElementName } from '../snippets.js';
import { ELEMENTS, snippetFor } from '../snippets.js';
import { figures } from './numbers.js';
import { linesOf, parse, plain } from './text.js';

/** The snippet that we publish for one element and audience: its text, and its links with their words. */
export interface Published {
  readonly element: ElementName;
  readonly audience: Audience;
  readonly way: 'placeholder' | 'link';
  readonly text: string;
  readonly links: readonly { readonly href: string; readonly words: string }[];
  /** The digits of its telephone numbers. */
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
/** All published snippets. They are made once, at the first call. */
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

/** The snippets that a text may come from, if its tags do not say. Snippets with the same words are all returned. */
export function snippetsOf(text: string, numbers: ReadonlySet<string>): readonly Published[] {
  const whole = everything().filter((one) => text.includes(one.text));
  if (whole.length) {
    const length = Math.max(...whole.map((one) => one.text.length));
    return whole.filter((one) => one.text.length === length);
  }
  if (!text.includes(plain(en.banner.danger))) return [];
  // the text was changed, so choose the panels with the most numbers present and the fewest missing
  const score = ({ numbers: own }: Published): number =>
    own.reduce((sum, number) => sum + (numbers.has(number) ? 2 : -1), 0);
  const panels = everything().filter(({ element, way }) => element === 'report' && way === 'placeholder');
  const best = Math.max(...panels.map(score));
  return panels.filter((one) => score(one) === best);
}
