/*
 * npm run pages: updates the snippets in the README and in the demo pages, the version, the script's rolling address, and the list
 * in demo/situations/index.html, which it writes from each page's title and description. tests/papers/pages.test.mjs fails when
 * an update is missing.
 *
 * A page marks a snippet by its own markup, whose settings stay the same:
 *
 *     <div class="say-something" data-say-something="report" data-audience="hotel">…</div>
 *     <say-something-report audience="hotel"><div class="say-something-fallback">…</div></say-something-report>
 *
 * or by comments, for a link marker or for markup that an editor's program has changed:
 *
 *     <!-- snippet: report link hotel -->…<!-- /snippet -->
 *     <!-- snippet: report element hotel wpautop -->…<!-- /snippet -->
 *
 * or as text for authors to copy:
 *
 *     <!-- snippet: report placeholder public shown -->…<!-- /snippet -->
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, getFileInfo, resolveConfig } from 'prettier';
import { escaped, fallbackFor, READ, snippetFor } from '../demo/snippets.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const SITUATIONS = 'demo/situations';
/** The page that lists the situations. */
const INDEX = `${SITUATIONS}/index.html`;
/** The example pages. */
const EXAMPLES = ['council', 'hotel', 'school'];
/** The address in the demo's own link markers, which is a useful page without the script. */
const PAGE = '/site/say-something/';

const PLACEHOLDER =
  /^([ \t]*)(<div\s+class="say-something(?: [\w-]+)*"\s+data-say-something="(\w+)"([^>]*)>)[^]*?<\/div\s*>/gm;
const ELEMENT =
  /^([ \t]*)(<say-something-(\w+)([^>]*[^/>])?>)\s*(<div class="say-something-fallback(?: [\w-]+)*">)[^]*?<\/div\s*>/gm;
const COMMENTS = /^([ \t]*)(<!-- snippet: (\w+) (\w+) ([\w-]+)( wpautop| shown)? -->)[^]*?(<!-- \/snippet -->)/gm;
/** The version that a page of the site was built from, for the page's own script. */
const VERSION = /(data-version=")[\d.]+/g;
/** The rolling address of the script and of the plugin in the pages of the site. */
const ROLLING = /((?:src|href)="(?:\.\.\/)?)\d+(?=\/say-something(?:\.js|-wordpress\.zip)")/g;
const LIST = /(<ul id="situations">)[^]*?(<\/ul>)/;

/** @returns {import('../src/core/audiences.ts').Audience | undefined} */
const audienceIn = (settings = '') => /** @type {any} */ (/audience="([\w-]+)"/.exec(settings)?.[1]);
/** The settings of a marker that its fallback depends on. */
const settingsIn = (settings = '') => ({
  audience: audienceIn(settings),
  headingLevel: Number(/heading-level="(\d)"/.exec(settings)?.[1] ?? 2),
  noExit: /no-exit/.test(settings),
  papers: /papers="([^"]+)"/.exec(settings)?.[1],
});
/** Applies WordPress's own `wpautop`, from the packages in tests/peers. */
const wpautop = (text) =>
  createRequire(new URL('../tests/papers/package.json', import.meta.url))('@wordpress/autop')
    .autop(`${text}\n`)
    .trim();
/** Adds the class that reader views look for to a tag. */
function readable(tag) {
  if (tag.includes(READ)) return tag;
  if (!tag.includes('class="')) return tag.replace(/\s*>$/, ` class="${READ}">`);
  return tag.replace(/class="(?:say-something(?:-fallback)?(?=[ "]))?/, (found) => `${found} ${READ}`);
}
const indent = (text, by) => text.replace(/^(?=.)/gm, by);

/** A page with the current version of each of its snippets. */
export function withSnippets(page) {
  return page
    .replaceAll(PLACEHOLDER, (_, by, tag, element, settings) => {
      const inside = fallbackFor({ element, ...settingsIn(settings) });
      return `${by}${readable(tag)}\n${indent(inside, `${by}  `)}\n${by}</div>`;
    })
    .replaceAll(ELEMENT, (_, by, tag, element, settings, fallback) => {
      const inside = fallbackFor({ element, ...settingsIn(settings) });
      return `${by}${readable(tag)}\n${by}  ${readable(fallback)}\n${indent(inside, `${by}    `)}\n${by}  </div>`;
    })
    .replaceAll(COMMENTS, (_, by, start, element, way, audience, how, end) => {
      const snippet = snippetFor({ element, way, audience, page: PAGE });
      const wanted = how === ' wpautop' ? wpautop(snippet) : snippet;
      const markup = how === ' shown' ? `${by}<pre><code>${escaped(snippet)}</code></pre>` : indent(wanted, by);
      return `${by}${start}\n${markup}\n${by}${end}`;
    })
    .replaceAll(VERSION, (_, start) => `${start}${version}`)
    .replaceAll(ROLLING, (_, start) => `${start}${version.split('.')[0]}`);
}

const read = (path) => readFileSync(`${root}/${path}`, 'utf8');
const situations = () =>
  readdirSync(`${root}/${SITUATIONS}`)
    .filter((name) => /\.x?html$/.test(name) && name !== 'index.html')
    .sort();

/** The title and description in a page's head. */
function about(name) {
  const page = read(`${SITUATIONS}/${name}`);
  const title = /<title>([^<]+)<\/title>/.exec(page)?.[1];
  const description = /<meta\s+name="description"\s+content="([^"]+)"/.exec(page)?.[1];
  if (!title || !description) throw new Error(`${SITUATIONS}/${name} needs a <title> and a <meta name="description">.`);
  return { name, title, description };
}

const list = () =>
  situations()
    .map(about)
    .sort((a, b) => a.title.localeCompare(b.title, 'en'))
    .map(({ name, title, description }) => `<li><a href="${name}">${title}</a>: ${description}</li>`)
    .join('\n');

/** Each file that this command writes, with its current content. */
export async function pages() {
  const paths = [
    'README.md',
    'demo/index.html',
    'demo/404.html',
    'demo/builder/index.html',
    'demo/wordpress/index.html',
    INDEX,
    ...EXAMPLES.map((name) => `demo/${name}/index.html`),
    ...situations().map((name) => `${SITUATIONS}/${name}`),
  ];
  return Promise.all(
    paths.map(async (path) => {
      const now = read(path);
      let wanted = withSnippets(now);
      if (path === INDEX) wanted = wanted.replace(LIST, (_, start, end) => `${start}\n${list()}\n${end}`);
      const filepath = `${root}/${path}`;
      // do not format a page that is broken on purpose
      const { ignored, inferredParser } = await getFileInfo(filepath, { ignorePath: `${root}/.prettierignore` });
      if (!ignored && inferredParser) wanted = await format(wanted, { ...(await resolveConfig(filepath)), filepath });
      return { path, now, wanted };
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { path, now, wanted } of await pages()) {
    if (now === wanted) continue;
    writeFileSync(`${root}/${path}`, wanted);
    console.log(`Written: ${path}`);
  }
}
