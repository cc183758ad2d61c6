/*
 * npm run wordpress: writes dist/say-something-wordpress.zip, the WordPress plugin. Part of `npm run build`.
 *
 * The sources are in integrations/wordpress/. This script adds what the product decides: the version, the snippets with their numbers, the
 * names of elements and audiences, the script, the licence and the template for translations. The same sources give the same bytes.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { AUDIENCE_NAMES } from '../demo/audiences.ts';
import { ELEMENT_NAMES } from '../demo/element-names.ts';
import { fallbackFor } from '../demo/snippets.ts';
import { AUDIENCES, isWorkAudience } from '../src/core/audiences.ts';
import { DEFAULT_DESTINATION } from '../src/core/quick-exit.ts';
import { hertfordshire } from '../src/data/hertfordshire.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = join(root, 'integrations/wordpress');
export const ZIP = 'dist/say-something-wordpress.zip';
/** The folder in the zip, which WordPress takes as the plugin's name. */
const FOLDER = 'say-something';
const DOMAIN = 'say-something';
/** The order in the editor's list: the first is what a new block shows. */
const ELEMENTS = /** @type {const} */ (['report', 'banner', 'signs', 'exit']);
/** The audiences with a pattern: everyone, and each kind of staff. */
const PATTERNS = AUDIENCES.filter((audience) => audience === 'public' || isWorkAudience(audience));

const read = (path) => readFileSync(join(root, path), 'utf8');

/** A value as PHP code. */
function php(value, indent = '') {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`;
  const deeper = `${indent}\t`;
  const lines = Array.isArray(value)
    ? value.map((one) => `${deeper}${php(one, deeper)},\n`)
    : Object.entries(value).map(([key, one]) => `${deeper}${php(key)} => ${php(one, deeper)},\n`);
  return `array(\n${lines.join('')}${indent})`;
}

const phpFile = (what, code) =>
  `<?php\n/**\n * ${what} Written by \`npm run wordpress\`; do not edit it.\n *\n * @package Say_Something\n */\n\ndefined( 'ABSPATH' ) || exit;\n\n${code}\n`;

/** The lines of a snippet, with placeholders for what an editor sets. The two levels are those of a snippet of level 2. */
const linesOf = (settings) =>
  fallbackFor({ ...settings, headingLevel: 2 })
    .replace(/(<\/?h)2>/g, '$1{{level}}>')
    .replace(/(<\/?h)3>/g, '$1{{sub-level}}>')
    .replaceAll(settings.element === 'exit' ? `href="${DEFAULT_DESTINATION}"` : '\0', 'href="{{leave}}"');

const forEach = (audiences, write) => Object.fromEntries(audiences.map((audience) => [audience, write(audience)]));

/** The snippets and facts as a PHP file. */
function snippets() {
  const hasExit = AUDIENCES.filter((audience) => !isWorkAudience(audience));
  return phpFile(
    'The snippets with their numbers, and how old the facts are.',
    `return ${php({
      elements: ELEMENTS,
      audiences: AUDIENCES,
      // the oldest fact decides, because a snippet has no other date
      gathered: hertfordshire.contacts.map(({ confirmed, gathered }) => confirmed ?? gathered).sort()[0] ?? '',
      staleAfter: hertfordshire.staleAfter,
      leave: DEFAULT_DESTINATION,
      // the last line of a panel for staff with a link to papers
      papers: fallbackFor({ element: 'report', audience: 'hotel', papers: '{{papers}}' }).split('\n').at(-1) ?? '',
      snippets: {
        report: forEach(AUDIENCES, (audience) => linesOf({ element: 'report', audience })),
        'report-no-exit': forEach(hasExit, (audience) => linesOf({ element: 'report', audience, noExit: true })),
        banner: forEach(AUDIENCES, (audience) => linesOf({ element: 'banner', audience })),
        signs: forEach(AUDIENCES, (audience) => linesOf({ element: 'signs', audience })),
        exit: { public: linesOf({ element: 'exit' }) },
      },
    })};`,
  );
}

/** The names of elements and audiences as a PHP file, so that a translator finds them. */
function names() {
  const translated = (text) => `__( ${php(text)}, '${DOMAIN}' )`;
  const elements = ELEMENTS.map((element) => {
    const [name, hint] = ELEMENT_NAMES[element];
    return `\t\t'${element}' => array(\n\t\t\t'name' => ${translated(name)},\n\t\t\t'hint' => ${translated(hint)},\n\t\t),\n`;
  });
  const audiences = AUDIENCES.map((audience) => `\t\t'${audience}' => ${translated(AUDIENCE_NAMES[audience])},\n`);
  return phpFile(
    'The names of elements and audiences for the editor.',
    `return array(\n\t'elements' => array(\n${elements.join('')}\t),\n\t'audiences' => array(\n${audiences.join('')}\t),\n\t'patterns' => ${php(PATTERNS, '\t')},\n);`,
  );
}

const TEXTS =
  /\b(?:__|_e|esc_html__|esc_attr__|esc_html_e)\(\s*(?:\/\*[^]*?\*\/\s*)?('(?:[^'\\]|\\.)*')\s*,\s*'say-something',?\s*\)/g;
/** The note to translators directly before a text. */
const COMMENT = /\/\* (translators: (?:(?!\*\/)[^])*) \*\/\s*(?:'title'\s*=>\s*)?(?:sprintf\(\s*)?$/;
const unquoted = (text) => text.slice(1, -1).replace(/\\(['\\])/g, '$1');
const quoted = (text) => `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;

/** The template for translations: every text in `files` with the text domain, in the order of the files. */
function template(files, version) {
  /** @type {Map<string, { places: string[], notes: string[], context?: string }>} */
  const texts = new Map();
  const add = (text, place, note = '', context = '') => {
    const known = texts.get(text) ?? { places: [], notes: [], ...(context && { context }) };
    if (!known.places.includes(place)) known.places.push(place);
    if (note && !known.notes.includes(note)) known.notes.push(note);
    texts.set(text, known);
  };
  for (const [path, text] of files) {
    if (!/\.(?:php|js)$/.test(path)) continue;
    for (const match of text.matchAll(TEXTS)) {
      const before = text.slice(0, match.index);
      add(unquoted(match[1] ?? ''), `${path}:${before.split('\n').length}`, COMMENT.exec(before)?.[1]);
    }
  }
  const block = JSON.parse(files.get('block/block.json') ?? '{}');
  const fields = {
    'block title': [block.title],
    'block description': [block.description],
    'block keyword': block.keywords,
  };
  const entries = [...texts].map(
    ([text, { places, notes }]) =>
      `${notes.map((note) => `#. ${note}\n`).join('')}${places.map((place) => `#: ${place}\n`).join('')}msgid ${quoted(text)}\nmsgstr ""\n`,
  );
  for (const [context, all] of Object.entries(fields)) {
    for (const text of all)
      entries.push(`#: block/block.json\nmsgctxt "${context}"\nmsgid ${quoted(text)}\nmsgstr ""\n`);
  }
  const head = [
    `Project-Id-Version: Say Something ${version}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    `X-Domain: ${DOMAIN}`,
  ];
  return `msgid ""\nmsgstr ""\n${head.map((line) => quoted(`${line}\n`)).join('\n')}\n\n${entries.join('\n')}`;
}

/** The files of the plugin by their path in its folder. They need dist/say-something.js. */
export function pluginFiles() {
  const { version } = JSON.parse(read('package.json'));
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const entry of readdirSync(SOURCES, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(SOURCES, file).replaceAll('\\', '/');
    files.set(path, readFileSync(file, 'utf8').replaceAll('{{version}}', version));
  }
  files.set('includes/snippets.php', snippets());
  files.set('includes/names.php', names());
  const sorted = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  files.set('languages/say-something.pot', template(sorted, version));
  files.set('say-something.js', read('dist/say-something.js').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
  files.set('LICENSE', read('LICENSE'));
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Writes the zip, and returns its size in bytes. */
export function writePlugin() {
  // a zip has the local time, so this day is written in local time too and gives the same bytes everywhere
  const mtime = new Date(1980, 0, 1);
  const zip = zipSync(
    Object.fromEntries(
      [...pluginFiles()].map(([path, text]) => [
        `${FOLDER}/${path}`,
        [strToU8(text), { mtime, level: 9, os: 3, attrs: 0o100644 << 16 }],
      ]),
    ),
  );
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, ZIP), zip);
  return zip.length;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const bytes = writePlugin();
  console.log(`Written: ${ZIP} (${(bytes / 1000).toFixed(0)} kB)`);
}
