import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Type information is off, because it needs files that exist, and these rules do not use it.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: false, program: null } },
  },
  ruleFilter: ({ ruleId }) => /^(?:@typescript-eslint\/)?no-restricted-|^lit\/|^lit-a11y\//.test(ruleId),
});
async function complaints(filePath, code) {
  const [{ messages }] = await eslint.lintText(code, { filePath });
  return messages.map(({ ruleId, fatal, message }) => (fatal ? `could not be read: ${message}` : ruleId));
}

const imports = '@typescript-eslint/no-restricted-imports';
const refused = [
  ['core that imports Lit', 'src/core/hours.ts', "import { html } from 'lit-html';", imports],
  ['core that imports a type of Lit', 'src/core/hours.ts', "import type { LitElement } from 'lit-html';", imports],
  ['core that imports data', 'src/core/hours.ts', "import { hertfordshire } from '../data/hertfordshire.js';", imports],
  ['core that imports an element', 'src/core/hours.ts', "export * from '../elements/shared/events.js';", imports],
  ['core that imports a package', 'src/core/hours.ts', "import { Temporal } from 'temporal-polyfill';", imports],
  [
    'data that imports logic',
    'src/data/hertfordshire.ts',
    "import { parseDirectory } from '../core/parse-directory.js';",
    imports,
  ],
  ['data that imports Lit', 'src/data/hertfordshire.ts', "import type { CSSResult } from 'lit-html';", imports],
  [
    'data that imports an element',
    'src/data/signs.ts',
    "import type { A } from '../elements/shared/events.js';",
    imports,
  ],
  [
    'a locale that imports logic',
    'src/data/locales/en.ts',
    "import { pick } from '../../core/messages/messages.js';",
    imports,
  ],
  ['a locale that imports guest', 'src/data/locales/en.ts', "import type { A } from '../../guest/a.js';", imports],
  [
    'an element that imports data',
    'src/elements/report/a.ts',
    "import { hertfordshire } from '../../data/hertfordshire.js';",
    imports,
  ],
  [
    'an element that imports a type of data',
    'src/elements/report/a.ts',
    "import type { A } from '../../data/locales/en.js';",
    imports,
  ],
  ['an element that imports index', 'src/elements/report/a.ts', "import '../../index.js';", imports],
  ['an element that imports page', 'src/elements/report/a.ts', "import '../../page/recognition.js';", imports],
  ['an element that imports another one', 'src/elements/signs/a.ts', "import '../report/route-row.js';", imports],
  ['shared parts that import an element', 'src/elements/shared/a.ts', "import '../report/route-row.js';", imports],
  ['guest that imports an element', 'src/guest/a.ts', "import '../elements/shared/events.js';", imports],
  ['guest that imports page', 'src/guest/a.ts', "import '../page/recognition.js';", imports],
  ['page that imports one of the elements', 'src/page/a.ts', "import '../elements/report/route-row.js';", imports],
  ['page that imports data', 'src/page/a.ts', "import '../data/signs.js';", imports],
  ['an element that imports another package', 'src/elements/report/a.ts', "import x from 'lodash';", imports],
  [
    'unsafeHTML',
    'src/elements/report/a.ts',
    "import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';",
    imports,
  ],
  ['styleMap', 'src/elements/report/a.ts', "import { styleMap } from 'lit-html/directives/style-map.js';", imports],
  ['decorators', 'src/elements/report/a.ts', "import { customElement } from 'lit/decorators.js';", imports],
  [
    'innerHTML',
    'src/elements/report/a.ts',
    "export const f = (e: Element) => { e.innerHTML = ''; };",
    'no-restricted-properties',
  ],
  ['Array.from', 'src/elements/report/a.ts', 'export const a = Array.from([1]);', 'no-restricted-properties'],
  ['Math.random', 'src/core/hours.ts', 'export const a = Math.random();', 'no-restricted-properties'],
  ['a cookie', 'src/elements/report/a.ts', "document.cookie = 'a';", 'no-restricted-properties'],
  ['storage', 'src/elements/report/a.ts', "localStorage.setItem('a', 'b');", 'no-restricted-globals'],
  ['a history entry', 'src/index.ts', "history.pushState(null, '');", 'no-restricted-properties'],
  ['a default export', 'src/elements/report/a.ts', 'export default class A {}', 'no-restricted-syntax'],
  ['a chunk', 'src/elements/report/a.ts', "void import('./b.js');", 'no-restricted-syntax'],
  [
    'a style attribute',
    'src/elements/report/a.ts',
    'export const t = html`<p style="color: red">a</p>`;',
    'no-restricted-syntax',
  ],
  ['core that fetches', 'src/core/hours.ts', "void fetch('/');", 'no-restricted-globals'],
  ['core that reads the document', 'src/core/hours.ts', 'export const a = document.title;', 'no-restricted-globals'],
  ['core that reads the window', 'src/core/hours.ts', 'export const a = window.name;', 'no-restricted-globals'],
  ['a test that silences the others', 'tests/core/a.test.ts', "it.only('a', () => {});", 'no-restricted-properties'],
  ['a check that is not waited for', 'tests/a.test.ts', 'expect(a).to.be.accessible();', 'no-restricted-syntax'],
  ['a key press that is not waited for', 'tests/a.test.ts', "sendKeys({ press: 'Tab' });", 'no-restricted-syntax'],
  [
    'a broken template',
    'src/elements/report/a.ts',
    "import { html } from 'lit-html';\nexport const t = html`<x-a />`;",
    'lit/no-invalid-html',
  ],
  [
    'an image without words',
    'src/elements/report/a.ts',
    'import { html } from \'lit-html\';\nexport const t = html`<img src="a">`;',
    'lit-a11y/alt-text',
  ],
];
const accepted = [
  ['core that imports its neighbour', 'src/core/hours.ts', "import { a } from './directory.js';\nexport { a };"],
  [
    'data that imports a type of core',
    'src/data/hertfordshire.ts',
    "import type { A } from '../core/directory.js';\nexport type { A };",
  ],
  [
    'data that imports the helper that keeps numbers on one line',
    'src/data/hertfordshire.ts',
    "import { asParsed } from '../core/numbers.js';\nexport { asParsed };",
  ],
  [
    'a locale that imports a type of core',
    'src/data/locales/en.ts',
    "import type { A } from '../../core/messages/messages.js';\nexport type { A };",
  ],
  [
    'an element that imports Lit, core, guest, elements/shared and a neighbour',
    'src/elements/report/a.ts',
    "import { html } from 'lit-html';\nimport { repeat } from 'lit-html/directives/repeat.js';\nimport { a } from '../../core/hours.js';\nimport { c } from '../../guest/c.js';\nimport { d } from '../shared/d.js';\nimport { b } from './b.js';\nexport { a, b, c, d, html, repeat };",
  ],
  [
    'page that imports elements/shared, guest and core',
    'src/page/a.ts',
    "import { a } from '../core/hours.js';\nimport { b } from '../guest/b.js';\nimport { c } from '../elements/shared/c.js';\nexport { a, b, c };",
  ],
  [
    'index that joins the rooms',
    'src/index.ts',
    "import { a } from './data/hertfordshire.js';\nimport { b } from './elements/b.js';\nimport { c } from './core/hours.js';\nexport { a, b, c };",
  ],
];

describe('lint', () => {
  for (const [what, file, code, rule] of refused) {
    it(`refuses ${what} in ${file}`, async () => {
      const found = await complaints(file, code);
      assert.ok(found.includes(rule), `expected ${rule}, got: ${found.join(', ') || 'nothing'}`);
    });
  }
  for (const [what, file, code] of accepted) {
    it(`accepts ${what}`, async () => {
      assert.deepEqual(await complaints(file, code), []);
    });
  }
});
