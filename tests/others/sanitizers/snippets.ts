import { snippetFor } from '../../../demo/snippets.js';
import type { ElementName, Way } from '../../../demo/snippets.js';
import type { Audience } from '../../../src/core/audiences.js';
import { orderIn, translate, WORDS } from '../../helpers/number-order.js';
import { linksIn, oneLine, readable } from './page.js';
import type { Frame } from './page.js';

/** A snippet that an editor pastes, with the element that it should become. */
export interface Snippet {
  readonly element: ElementName;
  readonly way: Way;
  readonly audience: Audience;
  readonly html: string;
}

/** The script line below the pasted snippet. Many filters remove it. */
const SCRIPT =
  '<script async src="https://www.example.org/say-something.js" crossorigin="anonymous" referrerpolicy="no-referrer"></script>';
/** The emergency number for those who can talk. A panel's snippet also has it in a sentence for those who cannot. */
export const EMERGENCY = /In danger now\? Call 999(?!\d)/;
/** A pattern for a helpline's number in groups. */
const HELPLINE = /\b0\d{2,4} \d{3,4}\b/;
/** Whether an element has a helpline's number: the panel, and what leads to it only for children. */
const hasHelpline = ({ element, way, audience }: Snippet): boolean =>
  HELPLINE.test(snippetFor({ element, way, audience }).replaceAll('&#160;', ' '));

export const snippet = (element: ElementName, way: Way, audience: Audience): Snippet => ({
  ...{ element, way, audience },
  html: `${snippetFor({ element, way, audience })}\n${SCRIPT}`,
});

/**
 * Every element in every way, and every audience once, because a filter treats all audiences in the same way. The exit as a link is
 * left out, because it has no marker.
 */
export const SNIPPETS: readonly Snippet[] = [
  snippet('report', 'placeholder', 'public'),
  snippet('signs', 'placeholder', 'school'),
  snippet('banner', 'placeholder', 'taxi'),
  snippet('exit', 'placeholder', 'public'),
  snippet('report', 'element', 'parent'),
  snippet('signs', 'element', 'licensed'),
  snippet('banner', 'element', 'takeaway'),
  snippet('exit', 'element', 'public'),
  snippet('report', 'link', 'young-person'),
  snippet('signs', 'link', 'hotel'),
  snippet('banner', 'link', 'professional'),
];

/** The parts of the marker that a filter keeps. */
function keptOf(body: HTMLElement, { way, element, audience }: Snippet): string {
  const kept: string[] = [];
  if (way === 'placeholder') {
    if (body.querySelector('.say-something')) kept.push('class');
    if (body.querySelector(`[data-say-something="${element}"]`)) kept.push('data');
  } else if (way === 'element') {
    const tag = body.querySelector(`say-something-${element}`);
    if (tag)
      kept.push(element === 'exit' || tag.getAttribute('audience') === audience ? 'tag' : 'tag without settings');
  } else {
    const hash = audience === 'public' ? `#${element}` : `#${element}-${audience}`;
    if (linksIn(body).some((href) => href.endsWith(`/say-something/${hash}`))) kept.push('link');
  }
  return kept.join(' and ') || 'nothing';
}

export interface Look {
  /** The faults of the visible text. */
  readonly unread: readonly string[];
  /** Numbers whose groups change their order among Arabic words, as after a translation. */
  readonly turned: readonly string[];
  /** The links that work: `all`, `https:` or `none`. */
  readonly links: string;
  readonly keeps: string;
}

/** Checks a filtered snippet in a page with nothing else and no script. */
export function look({ body }: Frame, snippet: Snippet, out: string): Look {
  body.innerHTML = snippet.html;
  const words = readable(body);
  const links = linksIn(body);
  body.innerHTML = out;
  const shown = readable(body);
  const works = linksIn(body).filter((href) => links.includes(href));
  const keeps = keptOf(body, snippet);
  translate(body, WORDS.Arabic);
  const { wrong: turned } = orderIn(body);
  body.replaceChildren();

  const unread: string[] = [];
  if (!words) unread.push('the snippet itself shows nothing');
  if (snippet.element !== 'exit') {
    if (!EMERGENCY.test(shown)) unread.push('999 cannot be read');
    if (hasHelpline(snippet) && !HELPLINE.test(shown)) unread.push('no helpline can be read');
  }
  if (/[<>{}]|&\w+;|[\w-]+="/.test(shown)) unread.push(`markup can be read: ${shown}`);
  if (shown !== words) unread.push(`reads "${shown}" and not "${words}"`);
  const calls = (all: readonly string[]): number => all.filter((href) => href.startsWith('tel:')).length;
  return {
    unread,
    turned,
    keeps,
    links:
      works.length === links.length
        ? 'all'
        : works.length && !calls(works)
          ? 'https:'
          : oneLine(works.join(' ')) || 'none',
  };
}
