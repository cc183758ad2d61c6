// Checks which JSX our types accept and refuse, with and without React 19's types, in two versions of TypeScript.
import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const peers = join(root, 'tests/peers');
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const compilers = {
  'our own TypeScript': createRequire(join(root, 'package.json'))('typescript'),
  'the TypeScript of Angular 20': createRequire(join(peers, 'package.json'))('typescript'),
};

/** A project that has installed our package, with or without React's types. */
function projectWith(react) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'jsx-')));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@types'), { recursive: true });
  mkdirSync(join(modules, 'say-something'));
  cpSync(join(root, 'dist'), join(modules, 'say-something/dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(modules, 'say-something/package.json'));
  for (const name of Object.keys(dependencies))
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
  if (react) symlinkSync(join(peers, 'node_modules/@types/react'), join(modules, '@types/react'), 'junction');
  return folder;
}

/** The compiler's messages for each file, including our declarations: `TS2322 first line of the message`. */
function check(ts, folder, files) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const program = ts.createProgram({
    rootNames: Object.keys(files).map((name) => join(folder, name)),
    options: {
      strict: true,
      noEmit: true,
      // check declarations too, because a project may do so
      skipLibCheck: false,
      jsx: ts.JsxEmit.ReactJSX,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
    },
  });
  const said = Object.fromEntries(Object.keys(files).map((name) => [name, []]));
  for (const { code, file, messageText } of ts.getPreEmitDiagnostics(program)) {
    const name = file?.fileName.split('/').at(-1) ?? 'the project';
    (said[name] ??= []).push(`TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  }
  return said;
}

const IMPORT = "import type {} from 'say-something/jsx';\n";
const jsx = (code) => `${IMPORT}export const page = ${code};\n`;

const [, inDocs] = /```tsx\n([^]*?)```/.exec(readFileSync(join(root, 'docs/frameworks.md'), 'utf8'));

/** Code of an author with the expected message of the compiler. */
const CASES = {
  'the example in the docs': [inDocs],
  'every setting, as attribute and as property': [
    jsx(
      `<say-something-report audience="hotel" headingLevel={3} heading-level="3" noExit={false} no-exit directory={{}} />`,
    ),
  ],
  'the attributes of every React element': [
    jsx(
      `<say-something-signs key="a" id="b" className="c" lang="cy" hidden data-x="y"><p>fallback</p></say-something-signs>`,
    ),
  ],
  'an event with its ids': [
    jsx(
      `<say-something-report onsay-something-contact={(e) => { const ids: string[] = [e.contactId, e.channel]; void ids; }} />`,
    ),
  ],
  'a reference to the element': [jsx(`<say-something-report ref={(panel) => panel?.focusHeading()} />`)],
  'an optional value': [
    `${IMPORT}export const page = (audience?: 'hotel') => <say-something-banner audience={audience} href={null} />;\n`,
  ],
  'the exit': [jsx(`<say-something-exit href="/" />`)],
  'a reference to the types instead of the import': [
    `/// <reference types="say-something/jsx" />\nexport const page = <say-something-report audience="hotel" />;\n`,
  ],
  'an unknown audience': [jsx(`<say-something-report audience="hotle" />`), /TS2820 .*"hotle".*Did you mean '"hotel"'/],
  'an invalid heading level': [jsx(`<say-something-signs headingLevel={7} />`), /TS2322 .*'7'/],
  'the same as an attribute': [jsx(`<say-something-signs heading-level="7" />`), /TS2322 .*"7"/],
  'a switch as a word': [jsx(`<say-something-report noExit="yes" />`), /TS2322 .*'string'.*"noExit"/],
  'a name with a mistake': [jsx(`<say-something-report audiense="hotel" />`), /TS2322 .*audiense/],
  'a setting of another element': [jsx(`<say-something-report href="/" />`), /TS2322 .*href/],
  'a handler that reads an unknown member of the event': [
    jsx(`<say-something-banner onsay-something-contact={(e) => e.answers} />`),
    /TS2339 .*answers.*SaySomethingContactEvent/,
  ],
  'a tag with a mistake': [jsx(`<say-something-reports />`), /TS2339 .*say-something-reports/],
};

for (const [what, ts] of Object.entries(compilers)) {
  describe(`JSX in ${what}`, () => {
    const folders = {};
    const said = {};
    const names = Object.keys(CASES);
    before(() => {
      folders.react = projectWith(true);
      folders.none = projectWith(false);
      const sources = names.map((name, i) => [`case${i}.tsx`, CASES[name][0]]);
      said.react = check(ts, folders.react, Object.fromEntries(sources));
    });
    after(() => Object.values(folders).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

    it('is accepted with React 19 when it is correct', () => {
      for (const [i, name] of names.entries())
        if (!CASES[name][1]) assert.deepEqual(said.react[`case${i}.tsx`], [], name);
    });

    it('is refused with React 19 with the reason when it is wrong', () => {
      for (const [i, name] of names.entries()) {
        const [, wrong] = CASES[name];
        if (!wrong) continue;
        const about = said.react[`case${i}.tsx`];
        assert.equal(about.length, 1, `${name}: ${about.join('\n')}`);
        assert.match(about[0], wrong, name);
      }
    });

    it('has no error in our declarations', () => {
      const ours = Object.entries(said.react).filter(([name]) => !name.startsWith('case'));
      assert.deepEqual(ours, []);
    });

    it('needs no React, because the types work alone and with another JSX', () => {
      const about = check(ts, folders.none, {
        'alone.ts': `${IMPORT}export {};\n`,
        'own.tsx': `/* @jsxRuntime classic */ /* @jsx h */
import type { SaySomethingElements } from 'say-something/jsx';
declare namespace h.JSX {
  type Element = object;
  interface IntrinsicElements extends SaySomethingElements {}
}
declare function h(tag: string, settings: object | null, ...children: unknown[]): object;
export const right = <say-something-report audience="hotel" />;
export const wrong = <say-something-report audience="hotle" />;
`,
      });
      assert.deepEqual(about['alone.ts'], []);
      assert.equal(about['own.tsx'].length, 1, about['own.tsx'].join('\n'));
      assert.match(about['own.tsx'][0], /TS2820 .*"hotle"/);
      assert.deepEqual(Object.keys(about), ['alone.ts', 'own.tsx']);
    });
  });
}
