import { isWorkAudience } from '../../src/core/audiences.js';
import type { ElementName } from '../snippets.js';
import { en } from '../../src/data/locales/en.js';
import { BOXED, DRAWN, SYSTEMS } from '../systems.js';
import {
  escaped,
  fallbackFor,
  guidance,
  indented,
  linesAbove,
  LINK_TEXT,
  markerFor,
  snippetFor,
  unescaped,
} from '../snippets.js';
import { usedCopy, usedLink } from './addresses.js';
import type { Settings } from './settings.js';
import type { Tokens } from './tokens.js';

/** The address of this site, and the version that it was built from. */
export interface Site {
  /** The site's own folder, with a `/` at its end. `"https://www.example.org/say/"` */
  readonly root: string;
  /** `"1.2.3"` */
  readonly version: string;
  /** The hash of this version's script. It is undefined if it could not be read. */
  readonly integrity?: string | undefined;
}

/** The pieces to paste, as text. A piece that the chosen way does not need is left out. */
export interface Output {
  /** Goes into the page. */
  readonly snippet: string;
  /** The same in the markup of a wiki, if the system is one. It is pasted instead of the snippet. */
  readonly wiki?: string;
  /** The same as a block of our WordPress plugin, if the system is WordPress. */
  readonly block?: string;
  /** Goes into the site's template once, or below the snippet. */
  readonly script?: string;
  /** Goes into the site's own style sheet. */
  readonly css?: string;
  /** What to add to the Content-Security-Policy, for the people who run the server. */
  readonly csp?: string;
  /** The numbers as lines of text, for an editor that takes only text and links. */
  readonly text: string;
  readonly links: readonly TextLink[];
  /** All pieces in one file, with a comment before each. */
  readonly file: string;
}
interface TextLink {
  readonly words: string;
  readonly address: string;
}

/** Whether the script draws an element in the chosen way. */
export const isDrawn = ({ way }: Settings): boolean => way !== 'plain' && way !== 'iframe';
/** Whether the page has the panel, and the panel can have its own exit. */
export const mayHaveExit = ({ audience, elements }: Settings): boolean =>
  elements.includes('report') && !isWorkAudience(audience);

/** Whether the chosen system takes only text and links. */
export const isTextOnly = ({ system }: Pick<Settings, 'system'>): boolean => system === 'text';
/** The settings with another system. A system that takes only text leaves only the plain way. */
export const withSystem = (settings: Settings, system: string): Settings => ({
  ...settings,
  system,
  way: isTextOnly({ system }) ? 'plain' : isTextOnly(settings) ? 'placeholder' : settings.way,
});
/** The snippet to copy for the chosen system. */
export const toPaste = ({ wiki, snippet: html }: Output): string => wiki ?? html;

/** The address of the page without script for the chosen audience. */
export const pageFor = ({ root }: Site, { audience }: Settings): string =>
  `${root}say-something/${audience === 'public' ? '' : `${audience}/`}`;

/** The address of the script on this site. */
export const hostedScript = ({ root, version }: Site, pinned: boolean): string =>
  `${root}${pinned ? version : version.split('.')[0]}/say-something.js`;

const has = (settings: Settings, ...elements: readonly ElementName[]): boolean =>
  elements.some((element) => settings.elements.includes(element));

/** The lines of the panel, or 999 with the line for children and a link if there is no panel. */
function numbers(settings: Settings): string {
  const { audience, level, panelExit } = settings;
  const noExit = !panelExit && mayHaveExit(settings);
  const papers = usedLink(settings.papers) || undefined;
  if (has(settings, 'report')) return fallbackFor({ element: 'report', audience, headingLevel: level, noExit, papers });
  return has(settings, 'banner', 'signs') ? [...linesAbove(audience), guidance()].join('\n') : '';
}
const exitLine = (settings: Settings): string =>
  has(settings, 'exit') ? fallbackFor({ element: 'exit', href: usedLink(settings.leave) || undefined }) : '';
const bannerLines = (settings: Settings): string =>
  has(settings, 'banner')
    ? `<p><strong>${en.banner.heading}</strong></p>\n<p>${en.banner.sentence[settings.audience]}</p>`
    : '';

const plainLink = (settings: Settings, site: Site): string => {
  const words = has(settings, 'report', 'banner') ? LINK_TEXT.report : LINK_TEXT.signs;
  return `<p><a href="${escaped(pageFor(site, settings))}">${words}</a></p>`;
};

/** The numbers once, and for each element a link alone in its paragraph, which is its marker. */
function asLinks(settings: Settings, site: Site): string[] {
  const page = pageFor(site, settings);
  const markers = settings.elements.flatMap((element) =>
    element === 'exit' ? [] : [markerFor(element, page, settings.audience)],
  );
  return [...(markers.length ? [...linesAbove(settings.audience), ...markers] : []), exitLine(settings)];
}

/** The numbers and an ordinary link. Without a fragment the script does not take the link for a marker. */
function asPlainText(settings: Settings, site: Site): string[] {
  return [
    bannerLines(settings),
    numbers(settings),
    has(settings, 'report', 'banner', 'signs') ? plainLink(settings, site) : '',
    exitLine(settings),
  ];
}

/** The page without script in a frame. The numbers are above the frame, so that they show if the frame stays empty. */
function asFrame(settings: Settings, site: Site): string[] {
  const both = has(settings, 'report') && has(settings, 'signs');
  const fragment = both ? '' : has(settings, 'signs') ? '#signs' : '#report';
  const title = fragment === '#signs' ? en.signs.heading : en.heading;
  const frame = `<iframe src="${escaped(pageFor(site, settings))}${fragment}" title="${escaped(title)}" width="100%" height="900" loading="lazy" referrerpolicy="no-referrer" allow="clipboard-write"></iframe>`;
  return [bannerLines(settings), numbers(settings), has(settings, 'report', 'signs') ? frame : '', exitLine(settings)];
}

function snippet(settings: Settings, site: Site): string {
  const { way, audience, level, lang, panelExit } = settings;
  if (way === 'placeholder' || way === 'element') {
    return settings.elements
      .map((element) =>
        snippetFor({
          element,
          way,
          audience,
          headingLevel: level,
          lang: lang || undefined,
          href: usedLink(element === 'exit' ? settings.leave : settings.action) || undefined,
          noExit: !panelExit && mayHaveExit(settings),
          papers: usedLink(settings.papers) || undefined,
        }),
      )
      .join('\n');
  }
  const lines = { link: asLinks, plain: asPlainText, iframe: asFrame }[way](settings, site).filter(Boolean).join('\n');
  return lang ? `<div lang="${escaped(lang)}">\n${indented(lines)}\n</div>` : lines;
}

const markupOf = ({ system }: Settings): 'mediawiki' | 'dokuwiki' | undefined =>
  SYSTEMS.find(({ id }) => id === system)?.markup;
const HTML_LINKS = /<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g;

/** The snippet in MediaWiki's markup, which keeps our tags and takes HTML links for words. No line begins with a space. */
const asMediaWiki = (markup: string): string => markup.replace(HTML_LINKS, '[$1 $2]').replace(/^ +/gm, '');

/** The snippet in DokuWiki's markup, which takes every tag for words and knows no telephone links. */
function asDokuWiki(markup: string): string {
  const inLine = markup
    .replace(HTML_LINKS, (_, address: string, words: string) =>
      /^https?:/.test(address) ? `[[${unescaped(address)}|${words}]]` : words,
    )
    .replace(/^ +/gm, '')
    .replace(/<\/p> <p>/g, '. ')
    .replace(/<h([1-6])>(.*?)<\/h\1>/g, (_, level: string, words: string) => {
      const marks = '='.repeat(Math.max(7 - Number(level), 2));
      return `${marks} ${words} ${marks}`;
    })
    .replace(/<li>(.*?)<\/li>/g, '  * $1')
    .replace(/<\/?strong>/g, '**');
  return unescaped(inLine.replace(/<[^>]*>/g, ''))
    .split('\n')
    .filter((line) => line.trim())
    .join('\n\n')
    .replace(/(\n {2}\* .*)\n(?=\n {2}\* )/g, '$1');
}

/** The snippet in the markup of the chosen wiki. */
function wikiOf(settings: Settings, html: string): string | undefined {
  const markup = markupOf(settings);
  return markup && { mediawiki: asMediaWiki, dokuwiki: asDokuWiki }[markup](html);
}

/** The comment in which WordPress stores the block of our plugin, with the settings that are not the usual ones. */
function blockOf(element: ElementName, settings: Settings): string {
  const { audience, level, action, leave, panelExit, papers } = settings;
  const href = usedLink(element === 'exit' ? leave : action);
  const attributes = {
    ...(element !== 'report' && { element }),
    ...(element !== 'exit' && audience !== 'public' && { audience }),
    ...(element !== 'exit' && level !== 2 && { headingLevel: level }),
    ...(element !== 'report' && href && { href }),
    ...(element === 'report' && !panelExit && mayHaveExit(settings) && { exit: false }),
    ...(element === 'report' && isWorkAudience(audience) && usedLink(papers) && { papers: usedLink(papers) }),
  };
  // written as WordPress writes it, because "-->" in an address would end the comment
  const json = JSON.stringify(attributes)
    .replaceAll('--', '\\u002d\\u002d')
    .replace(/[<>&]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`);
  return `<!-- wp:say-something/element ${json === '{}' ? '' : `${json} `}/-->`;
}

/** The blocks for WordPress, which hold settings and no numbers: the plugin prints those. */
const blocks = (settings: Settings): string | undefined =>
  settings.system === 'wordpress' && settings.way === 'placeholder'
    ? settings.elements.map((element) => blockOf(element, settings)).join('\n\n')
    : undefined;

/** The address of the script that the snippet names. */
export const scriptAddress = (settings: Settings, site: Site): string =>
  settings.host === 'own' ? usedCopy(settings.own) : hostedScript(site, settings.version === 'pinned');

function scriptLine(settings: Settings, site: Site): string {
  const pinned = settings.host === 'here' && settings.version === 'pinned';
  const integrity = pinned && site.integrity ? ` integrity="${escaped(site.integrity)}"` : '';
  return `<script async src="${escaped(scriptAddress(settings, site))}"${integrity} crossorigin="anonymous" referrerpolicy="no-referrer"></script>`;
}

/** A theme as a rule for the site's own style sheet. It is undefined if no token is set. */
function cssFor(tokens: Tokens): string | undefined {
  const lines = Object.entries(tokens).map(([token, value]) => `  --say-something-${token}: ${value};`);
  return lines.length ? `:root {\n${lines.join('\n')}\n}` : undefined;
}

function policy(settings: Settings, site: Site): string | undefined {
  if (settings.way === 'plain') return undefined;
  if (settings.way === 'iframe') return `frame-src ${new URL(site.root).origin};`;
  const address = scriptAddress(settings, site);
  const from = address.startsWith('/') ? "'self'" : new URL(address).origin;
  return `script-src ${from}; trusted-types say-something;`;
}

const LINKS = /<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g;
/** A link as text, for a field that takes only text: its words, and its address if the words do not contain it. */
const linkAsText = (address: string, words: string): string =>
  address.startsWith('tel:') || unescaped(address).includes(unescaped(words)) ? words : `${words}: ${address}`;

/** Our own markup as lines of plain text. */
const textOf = (markup: string): string =>
  markup
    .replaceAll(/\s+/g, ' ')
    .replaceAll(LINKS, (_, address: string, words: string) => linkAsText(address, words))
    .replaceAll(/<\/(?:p|li|h\d)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => unescaped(line.trim()))
    .filter(Boolean)
    .join('\n');
const linksIn = (markup: string): readonly TextLink[] =>
  [...markup.matchAll(LINKS)].map(([, address = '', words = '']) => ({
    words: unescaped(words),
    address: unescaped(address),
  }));

/** All pieces in one HTML file. A comment before each piece says where it goes. */
function fileOf(pieces: Omit<Output, 'file' | 'text' | 'links'>, settingsAddress: string): string {
  return `${[
    '<!-- Say Something: what to paste, and where.',
    // escape ">", because an address with "-->" in it would end the comment
    `     Made with these settings: ${settingsAddress.replaceAll('>', '%3E')} -->`,
    '',
    '<!-- In the page, where it should stand. Use the source or HTML view of your editor. -->',
    pieces.wiki ?? pieces.snippet,
    ...(pieces.block
      ? ['', '<!-- With our plugin, this instead of the snippet, in an empty line of the page. -->', pieces.block]
      : []),
    ...(pieces.script
      ? ['', '<!-- Once for the whole site, in its template; or in the page, below the snippet. -->', pieces.script]
      : []),
    ...(pieces.css ? ['', '<!-- In the style sheet of your site, not in the page:', pieces.css, '-->'] : []),
    ...(pieces.csp
      ? [
          '',
          '<!-- For the people who run the server, if it sends a Content-Security-Policy. Add to it:',
          pieces.csp,
          '-->',
        ]
      : []),
  ].join('\n')}\n`;
}

/** The pieces to paste for these settings, which have at least one element and only valid tokens. */
export function outputFor(settings: Settings, site: Site, settingsAddress: string): Output {
  const drawn = isDrawn(settings);
  const css = drawn ? cssFor(settings.tokens) : undefined;
  const csp = policy(settings, site);
  const block = blocks(settings);
  const html = snippet(settings, site);
  const wiki = wikiOf(settings, html);
  const pieces = {
    snippet: html,
    ...(wiki ? { wiki } : {}),
    ...(block ? { block } : {}),
    ...(drawn ? { script: scriptLine(settings, site) } : {}),
    ...(css ? { css } : {}),
    ...(csp ? { csp } : {}),
  };
  // A field for words often stands in a message or a print, which nobody can leave. Without the link, 999 is its first number.
  const plain = asPlainText({ ...settings, panelExit: false }, site)
    .filter(Boolean)
    .join('\n');
  return { ...pieces, text: textOf(plain), links: linksIn(plain), file: fileOf(pieces, settingsAddress) };
}

/** A sentence that names the pieces to copy after the snippet. It is empty if there are none. */
export function stillToCopy({ script, css }: Output): string {
  const rest = [...(script ? ['the script line'] : []), ...(css ? ['your colours'] : [])];
  return rest.length ? `Still to copy: ${rest.join(', ')}.` : '';
}

/** The steps of a system. Further steps for these pieces come after the steps that are taken once for the site. */
export function stepsFor(
  steps: readonly string[],
  { script, css }: Output,
  { way, elements }: Pick<Settings, 'way' | 'elements'>,
): readonly string[] {
  const more = [
    ...(script && !steps.some((step) => /the script line|add the script/.test(step))
      ? ['Have the people who run the site put the script line into its template once. Or paste it below the snippet.']
      : []),
    ...(css ? ['Put your colours into the site’s style sheet, or ask whoever looks after it.'] : []),
  ];
  const once = steps.findIndex((step) => !step.startsWith('Once'));
  const all = [...steps.slice(0, once), ...more, ...steps.slice(once)];
  // Only the panel has the bar. In view a link stays one until somebody presses it.
  const asked = elements.includes('report') ? DRAWN : BOXED;
  return all.map((step) => step.replace(DRAWN, way === 'link' ? `Press the link. ${asked}` : asked));
}

/** Notes of one or two sentences: which settings the chosen way cannot express, and what the author has to know. */
export function notesFor(settings: Settings): readonly string[] {
  const { way, audience, elements, level, action, papers, panelExit, lang, tokens } = settings;
  const notes: string[] = [];
  const marked = way === 'placeholder' || way === 'element';
  if (!marked) {
    const lost = [
      ...(level !== 2 && way !== 'plain' ? ['the heading level'] : []),
      ...(usedLink(action) && has(settings, 'banner', 'signs') ? ['where the action leads'] : []),
      ...(!panelExit && mayHaveExit(settings) && way !== 'plain' ? ['the panel without its exit'] : []),
      ...(usedLink(papers) && isWorkAudience(audience) && has(settings, 'report') && way !== 'plain'
        ? ['the link to papers']
        : []),
    ];
    if (lost.length)
      notes.push(
        `${{ link: 'A link marker', plain: 'A plain link', iframe: 'A frame' }[way]} cannot carry ${lost.join(', ')}. Only the placeholder and the custom element can.`,
      );
  }
  if (way === 'plain' || way === 'iframe') {
    if (Object.keys(tokens).length)
      notes.push('Your colours stay out: the page that is linked or framed has colours of its own.');
    if (has(settings, 'banner')) notes.push('The banner is its words as text here. Only the script can draw it.');
  }
  if (way === 'iframe' && !has(settings, 'report', 'signs'))
    notes.push('There is nothing to frame: the frame shows the panel or the signs, and neither is ticked.');
  if (way === 'link' && has(settings, 'report', 'banner', 'signs'))
    notes.push(
      'Visitors see a link. When they press it, what it leads to opens in its place. Further down the page it is there before they come to it. Without the script it leads to the page with the panel.',
    );
  if (way === 'link' && has(settings, 'exit')) notes.push('The exit is an ordinary link here: it has no link marker.');
  if (marked && has(settings, 'banner', 'signs') && !has(settings, 'report') && !usedLink(action))
    notes.push(
      'The action of the banner and the signs leads to the panel on the same page, and this snippet has no panel. Where the page has none either, the action is left out. Tick the panel, or give an address.',
    );
  if (markupOf(settings) === 'dokuwiki' && (marked || way === 'iframe'))
    notes.push('DokuWiki shows tags as words, so this is only its words. Use the link: it is drawn on.');
  if (markupOf(settings) === 'mediawiki' && (way === 'element' || way === 'iframe'))
    notes.push('MediaWiki shows these tags as words. Use the placeholder, which it keeps.');
  if (way === 'element' && elements.length)
    notes.push(
      'Most editors take tags away that they do not know. The custom element is for people who write the page itself.',
    );
  if (lang)
    notes.push('The text in the snippet is marked as English, so that it is read aloud and translated as English.');
  return notes;
}
