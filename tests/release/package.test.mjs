// Tests the tarball of `npm pack` and a project that installs it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import ts from 'typescript';
import { holdsRejectedNumber } from '../../src/core/rejected-numbers.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { enBanner } from '../../src/data/locales/en-banner.js';
import { enExit } from '../../src/data/locales/en-exit.js';
import { enSigns } from '../../src/data/locales/en-signs.js';
import { en } from '../../src/data/locales/en.js';
import { hertfordshireSources } from '../../src/data/hertfordshire-sources.js';
import { signsSources } from '../../src/data/signs-sources.js';
import { installPacked } from '../helpers/packed.mjs';

/** Loads packages of tests/peers. */
const peers = createRequire(new URL('../peers/package.json', import.meta.url));
const peer = (name) => import(pathToFileURL(peers.resolve(name)).href);
const { checkPackage, createPackageFromTarballData } = await peer('@arethetypeswrong/core');
const { publint } = await peer('publint');

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file) => readFileSync(join(root, file), 'utf8');
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'package-')));
const installed = join(scratch, 'node_modules/say-something');
/** The code of every TypeScript example in docs/npm.md. servers-docs.test.mjs compares the others with the files that are built. */
const examples = [...read('docs/npm.md').matchAll(/```ts\n([^]*?)```/g)].map(([, code]) => code);

let tarball;
let listing;
before(() => {
  const packed = installPacked(scratch);
  tarball = readFileSync(packed.tarball);
  listing = packed.files;
});
after(() => rmSync(scratch, { recursive: true, force: true }));

describe('the tarball', () => {
  it('contains the built modules, the script, their descriptions and the papers, and nothing else', () => {
    const modules = readdirSync(join(root, 'src'), { recursive: true })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('-sources.ts'))
      .flatMap((name) => ['.js', '.d.ts'].map((end) => `dist/${name.replace(/\.ts$/, end)}`));
    const described = [
      'custom-elements.json',
      'directory.schema.json',
      'integrity.json',
      'say-something.js',
      'vscode.css-custom-data.json',
      'vscode.html-custom-data.json',
      'web-types.json',
    ].map((name) => `dist/${name}`);
    const papers = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json'];
    assert.ok(modules.length > 50);
    assert.deepEqual(listing, [...modules, ...described, ...papers].sort());
  });

  it('contains the file of every entry of `exports` and of every other field', () => {
    const {
      exports,
      unpkg,
      jsdelivr,
      customElements,
      'web-types': webTypes,
      sideEffects,
    } = JSON.parse(read('package.json'));
    const entries = Object.values(exports).flatMap((entry) =>
      typeof entry === 'string' ? entry : Object.values(entry),
    );
    for (const entry of [...entries, unpkg, jsdelivr, customElements, webTypes, ...sideEffects]) {
      assert.ok(listing.includes(entry.replace(/^\.\//, '')), entry);
    }
    for (const tag of ['banner', 'exit', 'report', 'signs'])
      assert.ok(exports[`./elements/say-something-${tag}.js`], tag);
  });

  it('contains no number that must never be shown', () => {
    for (const path of listing)
      assert.equal(holdsRejectedNumber(readFileSync(join(installed, path), 'utf8')), false, path);
  });

  it('contains no source page of a fact, except those that are shown', () => {
    const shown = JSON.stringify(hertfordshire);
    const pages = [JSON.stringify(hertfordshireSources), JSON.stringify(signsSources)]
      .flatMap((text) => text.match(/https?:\/\/[^\s"\\]+/g) ?? [])
      .filter((page) => !shown.includes(page));
    assert.ok(pages.length > 30);
    for (const path of listing) {
      const text = readFileSync(join(installed, path), 'utf8');
      for (const page of pages) assert.ok(!text.includes(page), `${path}: ${page}`);
    }
  });

  it('names no source map, because it contains none', () => {
    for (const path of listing)
      assert.doesNotMatch(readFileSync(join(installed, path), 'utf8'), /sourceMappingURL/, path);
  });

  it('has no fault that publint finds', async () => {
    const { buffer, byteOffset, byteLength } = tarball;
    const { messages } = await publint({
      strict: true,
      pack: { tarball: buffer.slice(byteOffset, byteOffset + byteLength) },
    });
    assert.deepEqual(messages, []);
  });

  it('has correct types for every project that can import it, according to attw', async () => {
    const { types, problems } = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)));
    assert.equal(types.kind, 'included');
    // skip two resolutions like attw's profile `esm-only`, because the package has only ES modules
    const ours = problems.filter(({ resolutionKind }) => !['node10', 'node16-cjs'].includes(resolutionKind));
    assert.deepEqual(ours, []);
  });
});

describe('a project that has installed the package', () => {
  /** The compiler's messages for each file: `TS2345 first line of the message`. */
  function check(files, resolution) {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(scratch, name), text);
    const bundler = resolution === 'bundler';
    const program = ts.createProgram({
      rootNames: Object.keys(files).map((name) => join(scratch, name)),
      options: {
        strict: true,
        noEmit: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noUncheckedSideEffectImports: true,
        resolveJsonModule: true,
        target: ts.ScriptTarget.ES2022,
        jsx: ts.JsxEmit.ReactJSX,
        module: bundler ? ts.ModuleKind.ESNext : ts.ModuleKind.NodeNext,
        moduleResolution: bundler ? ts.ModuleResolutionKind.Bundler : ts.ModuleResolutionKind.NodeNext,
        lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        types: [],
      },
    });
    return ts.getPreEmitDiagnostics(program).map(({ code, file, messageText }) => {
      const said = ts.flattenDiagnosticMessageText(messageText, ' ');
      return `${file?.fileName.split('/').at(-1)}: TS${code} ${said.split('\n')[0]}`;
    });
  }

  for (const resolution of ['bundler', 'nodenext']) {
    it(`gets types for the examples in the docs and for every entry, and errors for mistakes, with ${resolution}`, () => {
      const { exports } = JSON.parse(read('package.json'));
      const entries = Object.keys(exports).filter((name) => !name.endsWith('.json'));
      const files = {
        'entries.ts': entries.map((name) => `import 'say-something${name.slice(1)}';`).join('\n'),
        'jsx.ts': `import type { SaySomethingElements } from 'say-something/jsx';
export const settings: SaySomethingElements['say-something-report'] = { audience: 'hotel', 'heading-level': 3 };
`,
        'directory.ts': `import { parseDirectory } from 'say-something/core/directory.js';
import type { Directory, SaySomethingContactEvent } from 'say-something';
const { directory, problems } = parseDirectory({});
export const read: Directory | undefined = directory;
export const count: number = problems?.length ?? 0;
export const used = (event: SaySomethingContactEvent): string => event.contactId;
`,
      };
      assert.ok(examples.length > 4 && entries.length > 15);
      // make each a module, because one imports nothing
      for (const [i, code] of examples.entries()) files[`example${i}.ts`] = `${code}export {};\n`;
      // Compile the correct and the wrong files in one program, so that the compiler reads the declarations once.
      const wrong = {
        'wrong1.ts': `import type { Directory } from 'say-something';\nexport const d: Directory = {};\n`,
        'wrong2.ts': `import 'say-something';\ndocument.querySelector('say-something-report')?.focusHeadings();\n`,
        'wrong3.ts': `import type { SaySomethingElements } from 'say-something/jsx';
export const settings: SaySomethingElements['say-something-report'] = { audience: 'hotle' };
`,
        'wrong4.ts': `import { warnOnce } from 'say-something/guest/warn.js';\nwarnOnce('');\n`,
        'wrong5.ts': `import 'say-something/elements/say-something-report';\n`,
      };
      const said = check({ ...files, ...wrong }, resolution).map((line) =>
        line.slice(0, line.indexOf(' ', line.indexOf('TS'))),
      );
      assert.deepEqual(said.sort(), [
        'wrong1.ts: TS2740',
        'wrong2.ts: TS2551',
        'wrong3.ts: TS2820',
        'wrong4.ts: TS2307',
        'wrong5.ts: TS2882',
      ]);
    });
  }

  it('cannot import private modules, not even in Node', () => {
    const outcome = (name) => {
      try {
        execFileSync(process.execPath, ['--input-type=module', '-e', `import.meta.resolve('say-something/${name}')`], {
          cwd: scratch,
          stdio: 'pipe',
        });
        return 'found';
      } catch (error) {
        return /ERR_\w+/.exec(error.stderr.toString())?.[0];
      }
    };
    assert.equal(outcome('core/directory.js'), 'found');
    assert.ok(existsSync(join(installed, 'dist/core/rejected-numbers.js')));
    assert.equal(outcome('core/rejected-numbers.js'), 'ERR_PACKAGE_PATH_NOT_EXPORTED');
    assert.equal(outcome('dist/core/directory.js'), 'ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  /** Bundles and minifies a program of the project as one module. */
  async function bundle(code) {
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    });
    mkdirSync(join(scratch, 'src'), { recursive: true });
    writeFileSync(join(scratch, 'src/main.js'), outputText);
    const built = await rollup({
      input: join(scratch, 'src/main.js'),
      plugins: [nodeResolve({ exportConditions: ['production'] })],
      // ignore the warning for an empty bundle, which is correct for a program that uses nothing
      onwarn: ({ code, message }) => code === 'EMPTY_BUNDLE' || assert.fail(message),
    });
    const { output } = await built.generate({ format: 'es', plugins: [terser({ ecma: 2022, maxWorkers: 1 })] });
    const [{ code: text, modules }] = output;
    const kept = Object.entries(modules).filter(([, { renderedLength }]) => renderedLength);
    return { text, ours: kept.map(([path]) => path.split('/say-something/dist/')[1]).filter(Boolean) };
  }

  /** The texts of a catalogue that are long enough to be unique, as a bundle writes them. */
  const texts = (words) =>
    [...JSON.stringify(words).matchAll(/"((?:[^"\\]|\\.){20,})"/g)]
      .map(([, text]) => text)
      .filter((text) => text.includes(' '));

  it('bundles one element without the others', async (t) => {
    const { banner, exit, signs, ...report } = en;
    assert.deepEqual([banner, exit, signs], [enBanner, enExit, enSigns]);
    const catalogues = { banner, exit, signs, report };
    const whole = (await bundle(`import 'say-something';`)).text.length;
    for (const [tag, wanted] of Object.entries({
      exit: ['exit'],
      banner: ['banner'],
      signs: ['banner', 'exit', 'signs', 'report'],
    })) {
      const code = examples.find((text) => text.includes(`define('say-something-${tag}'`));
      const { text, ours } = await bundle(code);
      const elements = ours.filter((path) => /^elements\/\w+\/say-something-\w+\.js$/.test(path));
      assert.deepEqual(elements, [`elements/${tag}/say-something-${tag}.js`]);
      assert.ok(!ours.some((path) => path.startsWith('page/')) && !ours.includes('index.js'), `${tag}: ${ours}`);
      const defined = [...text.matchAll(/customElements\.define\("([^"]+)"/g)].map(([, name]) => name);
      assert.deepEqual(defined, [`say-something-${tag}`]);
      const own = wanted.flatMap((name) => texts(catalogues[name]));
      const others = Object.values(catalogues)
        .flatMap(texts)
        .filter((phrase) => !own.some((one) => one.includes(phrase)));
      assert.ok(own.length && (wanted.length === 4 || others.length > 100), tag);
      assert.deepEqual(
        own.filter((phrase) => !text.includes(phrase)),
        [],
      );
      assert.deepEqual(
        others.filter((phrase) => text.includes(phrase) && !code.includes(phrase)),
        [],
      );
      const listener = hertfordshire.contacts.find(({ id }) => id === 'samaritans').name;
      assert.equal(text.includes(listener), tag !== 'exit', 'it contains the directory');
      assert.ok(text.length < whole);
      t.diagnostic(`${tag} alone: ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} with gzip`);
    }
    t.diagnostic(`everything, as modules: ${whole} bytes`);
  });

  it('bundles nothing that it imports but does not use', async () => {
    const { exports } = JSON.parse(read('package.json'));
    const pure = Object.keys(exports).filter((name) => /^\.\/(core|data|elements)\//.test(name));
    const { ours } = await bundle(
      pure.map((name, i) => `import * as unused${i} from 'say-something${name.slice(1)}';`).join('\n'),
    );
    assert.deepEqual(ours, []);
  });
});
