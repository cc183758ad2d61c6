import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

/** Names that a file may use without declaring them. TypeScript checks those of its own files. */
const known = (names) => Object.fromEntries(names.split(' ').map((name) => [name, 'readonly']));
const NODE = known(
  'AbortSignal BroadcastChannel Buffer CustomEvent Event EventTarget URL URLSearchParams clearTimeout console fetch localStorage navigator performance process sessionStorage setTimeout',
);
const PAGE = known(
  'CSSStyleSheet Element HTMLCollection HTMLElement MessageChannel MutationObserver Node NodeList PerformanceObserver addEventListener customElements document getComputedStyle location navigator performance requestAnimationFrame setTimeout window',
);

/** Bans the parts of Lit that avoid its own escaping or violate a page's style-src. */
const unsafeLit = {
  regex: '^lit(-html)?/(decorators|static-html|directives/(style-map|unsafe-))',
  message: 'No decorators (decision 0003), and nothing that a strict policy refuses.',
};

/**
 * The recommended rules of a plugin, which its types declare as optional.
 *
 * @param {{ configs?: any }} plugin
 */
const recommended = ({ configs }) => configs['flat/recommended'];

/**
 * Allows in `files` only imports that match `allowed`. Imports that match `typesOnly` may be types.
 *
 * @param {string[]} files
 * @param {string} allowed a regular expression, as `typesOnly`
 * @param {string} message
 * @param {string} [typesOnly]
 * @returns {import('typescript-eslint').ConfigArray[number]}
 */
function room(files, allowed, message, typesOnly) {
  /** @type {{ regex: string, message: string, allowTypeImports?: boolean }[]} */
  const patterns = [unsafeLit, { regex: `^(?!${allowed})`, message }];
  if (typesOnly) patterns.push({ regex: typesOnly, allowTypeImports: true, message });
  return { files, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } };
}

const banned = {
  properties: [
    ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'].map((property) => ({
      property,
      message: 'Throws on pages that require Trusted Types, and a way in for an attacker.',
    })),
    { object: 'Array', property: 'from', message: 'prototype.js and MooTools replace it: spread, or for...of.' },
    {
      object: 'Math',
      property: 'random',
      message: 'The same panel for everybody, and nothing to tell one visitor by.',
    },
    { property: 'cookie', message: 'Nothing is stored.' },
    { property: 'sendBeacon', message: 'Nothing is sent.' },
    { object: 'history', property: 'pushState', message: 'No history entry.' },
    { object: 'history', property: 'replaceState', message: 'No history entry.' },
  ],
  globals: ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'XMLHttpRequest', 'BroadcastChannel'].map(
    (name) => ({
      name,
      message: 'Takes nothing: no storage, nothing sent.',
    }),
  ),
  syntax: [
    { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
    { selector: 'ImportExpression', message: 'One script, no chunks: a chunk would break integrity.' },
    {
      selector: 'TaggedTemplateExpression[tag.name="html"] TemplateElement[value.raw=/\\sstyle=/]',
      message: 'A style attribute is refused by a strict style-src.',
    },
  ],
};
const noScreen = ['document', 'window', 'fetch', 'navigator', 'location', 'customElements', 'globalThis', 'self'].map(
  (name) => ({ name, message: 'Core decides; it has no screen and no network.' }),
);

export default ts.config(
  // the frameworks' own compilers check the pages of tests/others/frameworks and tests/servers
  {
    ignores: [
      'dist/',
      'site/',
      'release/',
      'coverage/',
      'node_modules/',
      'tests/others/frameworks/built/',
      'tests/peers/.angular/',
      'tests/others/frameworks/apps/',
      'tests/servers/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,mts}'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [recommended(lit), recommended(wc), litA11y.configs.recommended],
    rules: {
      'lit/no-this-assign-in-render': 'error',
      'lit/no-invalid-html': 'error',
      'wc/require-listener-teardown': 'error',
      // Safari does not announce a list without markers as a list unless it has the role
      'lit-a11y/no-redundant-role': 'off',
      'no-console': ['error', { allow: ['warn'] }],
      'no-restricted-properties': ['error', ...banned.properties],
      'no-restricted-globals': ['error', ...banned.globals],
      'no-restricted-syntax': ['error', ...banned.syntax],
    },
  },
  { files: ['src/core/**/*.ts'], rules: { 'no-restricted-globals': ['error', ...banned.globals, ...noScreen] } },

  // The rooms: index -> page -> elements -> guest -> core; data -> types of core.
  room(['src/index.ts'], String.raw`(lit-html(\/|$)|\.\/)`, 'index imports data, elements and page.'),
  room(
    ['src/page/*.ts'],
    String.raw`(lit-html$|\.\.\/core\/|\.\.\/guest\/|\.\.\/elements\/shared\/|\.\/)`,
    'page imports elements/shared, guest, core and its neighbours; index passes it the elements.',
  ),
  room(
    ['src/elements/shared/*.ts'],
    String.raw`(lit-html(\/|$)|\.\.\/\.\.\/(core|guest)\/|\.\/)`,
    'elements/shared imports guest, core, Lit and its neighbours.',
  ),
  room(
    ['src/elements/{report,signs,banner,exit}/*.ts'],
    String.raw`(lit-html(\/|$)|\.\.\/\.\.\/(core|guest)\/|\.\.\/shared\/|\.\/)`,
    'An element imports elements/shared, guest, core, Lit and its own folder; index passes it the data.',
  ),
  room(
    ['src/guest/*.ts'],
    String.raw`(lit-html(\/|$)|\.\.\/core\/|\.\/)`,
    'guest imports core, Lit and its neighbours.',
  ),
  room(['src/core/*.ts'], String.raw`\.\/`, 'Core imports nothing from outside core.'),
  room(['src/core/messages/*.ts'], String.raw`\.\.?\/[^/.]+\.js$`, 'Core imports nothing from outside core.'),
  room(
    ['src/data/*.ts'],
    String.raw`(\.\/|\.\.\/core\/)`,
    'Data imports from core only types and the helper that keeps numbers on one line.',
    String.raw`^\.\.\/core\/(?!numbers\.js$)`,
  ),
  room(
    ['src/data/*/*.ts'],
    String.raw`(\.\/[^/]+\.js$|\.\.\/[^/.]+\.js$|\.\.\/\.\.\/core\/)`,
    'Data imports only types, from core.',
    String.raw`^\.\.\/\.\.\/core\/`,
  ),
  {
    // it extends React's types if they are installed, without importing them
    files: ['src/jsx.ts'],
    rules: {
      '@typescript-eslint/ban-ts-comment': 'off',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-namespace': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
    },
  },

  {
    files: ['tests/**/*.{ts,mts,mjs}'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['it', 'describe', 'test'].map((object) => ({
          object,
          property: 'only',
          message: 'The others would not run.',
        })),
      ],
    },
  },
  {
    files: ['tests/**/*.{ts,mts}'],
    rules: {
      // chai: expect(x).to.be.true
      '@typescript-eslint/no-unused-expressions': 'off',
      // The types declare every `expect(…).to.equal(…)` as a promise. These calls really return one:
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: `ExpressionStatement > CallExpression:matches(${[
            '[callee.property.name=/^(accessible|equalSnapshot)$/]',
            '[callee.name=/^(sendKeys|sendMouse|resetMouse|setViewport|emulate|executeServerCommand)$/]',
            '[callee.name=/^(fixture|nextFrame|aTimeout|waitUntil|oneEvent)$/]',
          ].join()})`,
          message: 'await it.',
        },
      ],
      // JSON.parse and the objects of a page are untyped
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  // scripts of the demo's pages, some of which are bad on purpose
  {
    // WordPress runs it as a classic script
    files: ['integrations/wordpress/**/*.js'],
    languageOptions: { globals: known('DOMParser URL window'), sourceType: 'script' },
  },
  {
    files: ['demo/**/*.js'],
    languageOptions: { globals: PAGE, sourceType: 'script' },
    rules: { 'getter-return': 'off' },
  },
  // scripts that a benchmark runs in a page
  {
    files: ['tests/benchmarks/{page,variants}/**/*.js'],
    languageOptions: { globals: PAGE },
  },
  {
    files: ['tests/benchmarks/*.mjs'],
    languageOptions: { globals: known('window document') },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: NODE },
    rules: { eqeqeq: 'error' },
  },
);
