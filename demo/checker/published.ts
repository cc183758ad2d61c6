import type { Audience } from '../../src/core/audiences.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import { en } from '../../src/data/locales/en.js';
import type { ElementName } from '../snippets.js';
import { ELEMENTS, snippetFor } from '../snippets.js';
import { earlierSnippet } from './earlier.js';
import { figures } from './numbers.js';
import { linesOf, parse, plain } from './text.js';

/** A snippet that we publish, or have published, for one element and audience: its text, and its links with their words. */
export interface Published {
  readonly element: ElementName;
  readonly audience: Audience;
  readonly way: 'placeholder' | 'link';
  /** Whether it is the one that we published before. */
  readonly earlier: boolean;
  readonly text: string;
  readonly links: readonly { readonly href: string; readonly words: string }[];
  /** The digits of its telephone numbers. */
  readonly numbers: readonly string[];
}

function published(element: ElementName, audience: Audience, way: 'placeholder' | 'link', earlier?: string): Published {
  const root = parse(earlier ?? snippetFor({ element, way, audience }));
  const links = [...root.querySelectorAll('a')].map((link) => ({
    href: link.getAttribute('href') ?? '',
    words: plain(link.textContent),
  }));
  return {
    element,
    audience,
    way,
    earlier: earlier !== undefined,
    text: linesOf(root).join(' '),
    links,
    numbers: links.filter(({ href }) => href.startsWith('tel:')).map(({ href }) => figures(href)),
  };
}

let all: readonly Published[] | undefined;
/** All published snippets, the newest first. They are made once, at the first call. */
const everything = (): readonly Published[] =>
  (all ??= ELEMENTS.flatMap((element) =>
    AUDIENCES.flatMap((audience) =>
      element === 'exit'
        ? [published(element, audience, 'placeholder')]
        : (['placeholder', 'link'] as const).flatMap((way) => [
            published(element, audience, way),
            published(element, audience, way, earlierSnippet(element, audience, way)),
          ]),
    ),
  ));

/** The snippet of an element: the earlier one if the text has all of it, otherwise the one that we publish now. */
export function publishedFor(
  element: ElementName,
  audience: Audience,
  way: 'placeholder' | 'link',
  text: string,
): Published | undefined {
  const found = everything().filter((one) => one.element === element && one.audience === audience && one.way === way);
  return found.find((one) => one.earlier && text.includes(one.text)) ?? found[0];
}

/** The snippets that a text may come from, if its tags do not say. Snippets with the same words are all returned. */
export function snippetsOf(text: string, numbers: ReadonlySet<string>): readonly Published[] {
  // The words of a link marker are the first words of the line that leads to the guidance, too.
  const unguided = text.replaceAll(`${en.guidance}:`, '');
  const whole = everything().filter((one) => (one.way === 'link' ? unguided : text).includes(one.text));
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
