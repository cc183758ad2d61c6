// The tiers of tests, with the files, engines and packages of each. A file's extension says where it runs: `.test.mts` and
// `.test.mjs` run in Node, `.test.ts` runs in a browser.
import { readdirSync } from 'node:fs';
import { findOrca, findWordPress } from './find.mjs';

/**
 * @typedef {object} Tier
 * @property {string} what The subject of the tier, for `npm test -- --help`.
 * @property {readonly string[]} folders Folders whose test files it runs, or single files.
 * @property {readonly string[]} browsers The engines in which its browser files run.
 * @property {readonly string[]} [packages] Folders with their own package.json that it needs.
 * @property {readonly string[]} [debian] Debian packages from scripts/testkit/find.mjs that it needs.
 * @property {boolean} [types] Whether to check the types first.
 * @property {readonly string[]} [engines] Further engines that its Node files start.
 */

const quick = [
  'tests/core',
  'tests/data',
  'tests/demo',
  'tests/guest',
  'tests/page',
  'tests/scripts',
  'tests/elements',
  'tests/script',
  'tests/access',
];

/** Files of the quick tiers whose result depends on the engine: layout, focus, slots, styles, keys, streams, addresses. */
const inEveryEngine = [
  ...['address', 'attributes', 'exit', 'life', 'light-words', 'markers', 'page-rules', 'number-order'],
  ...['report-access', 'report-fallback', 'report-keyboard', 'report-routes', 'signs', 'theme'],
].map((name) => `tests/elements/${name}.test.ts`);
const scriptInEveryEngine = [
  'arrivals',
  'columns',
  'elements',
  'first-screen',
  'links',
  'places',
  'policies',
  'styles',
  'styles-hidden',
].map((name) => `tests/script/${name}.test.ts`);

/** @type {Readonly<Record<string, Tier>>} */
export const TIERS = {
  test: {
    what: 'decisions, facts and builder in Node; elements, shipped script and basic access in Chromium',
    folders: quick,
    browsers: ['chromium'],
    types: true,
  },
  check: {
    what: 'the same as test, and the papers of the project: manifest, README, words, workflows, pages of the site',
    folders: [...quick, 'tests/papers'],
    browsers: ['chromium'],
    packages: ['tests/papers'],
    types: true,
  },
  engines: {
    what: 'elements, shipped script, announcements, keyboard, hours, setHTML and sheets in Firefox and WebKitGTK',
    folders: [
      ...[
        'tests/engines',
        'tests/access/announcements.test.ts',
        'tests/access/keyboard.test.ts',
        'tests/guest/room.test.ts',
      ],
      // setHTML is the sanitizer that is built into browsers.
      'tests/others/sanitizers/set-html.test.ts',
      'tests/site/sheets-fit.test.ts',
      ...inEveryEngine,
      ...scriptInEveryEngine,
    ],
    browsers: ['firefox', 'webkit'],
  },
  site: {
    what: 'builder, checker, pages, printed sheets, visits, exit, traces, the settings of readers, axe in all states',
    folders: ['tests/site'],
    browsers: ['chromium'],
    engines: ['firefox', 'webkit'],
    packages: ['tests/peers'],
    debian: ['poppler-utils', 'sqlite3', 'wordpress-theme-twentytwentyone', ...Object.keys(findOrca())],
  },
  wordpress: {
    what: 'the WordPress plugin in a real WordPress, and what its editor does with what is pasted',
    folders: ['tests/wordpress'],
    browsers: ['chromium'],
    debian: Object.keys(findWordPress()),
  },
  others: {
    what: 'sanitizers, frameworks, style sheets and loaders of other people, and all of wordpress',
    folders: ['tests/others', 'tests/wordpress'],
    browsers: ['chromium'],
    packages: ['tests/peers'],
    debian: ['libjs-mootools', 'libjs-prototype', ...Object.keys(findWordPress())],
  },
  release: {
    what: 'package, pages that a server renders, reproducible build, nginx, changing a number, release',
    folders: ['tests/release'],
    browsers: ['chromium'],
    engines: ['firefox'],
    packages: ['tests/peers', 'tests/papers', 'tests/servers'],
    debian: ['nginx', 'nginx-common', 'libnginx-mod-http-brotli-static'],
  },
  fuzz: {
    what: '10,000 themes, every minute of two years, every answer at every half hour, hostile attributes',
    folders: ['tests/fuzz'],
    browsers: ['chromium'],
  },
};

export const isNodeTest = (file) => /\.test\.m[jt]s$/.test(file);
export const isBrowserTest = (file) => /\.test\.ts$/.test(file);

/** The test files below a folder, in order. For a test file it is the file itself. */
export function testFiles(folder) {
  if (/\.test\.m?[jt]s$/.test(folder)) return [folder];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && (isNodeTest(entry.name) || isBrowserTest(entry.name)))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .filter((file) => !file.includes('/node_modules/'))
    .sort();
}

/** The tier of a file, which is the first whose folders contain it. */
export const tierOf = (file) =>
  Object.keys(TIERS).find((name) =>
    TIERS[name].folders.some((folder) => file === folder || file.startsWith(`${folder}/`)),
  );
