// The output of the build: the script, the published files, and the plugins that write them.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import ts from 'typescript';
import { plainStrings } from '../../scripts/rollup/plain-strings.mjs';
import { slimLit } from '../../scripts/rollup/slim-lit.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file) => readFileSync(join(root, file), 'utf8');

describe('say-something.js', () => {
  const code = read('dist/say-something.js');

  /** Whether esbuild finds only syntax that a browser of 2022 can read. */
  const isOf2022 = async (source) => {
    const [plain, lowered] = await Promise.all(
      ['esnext', 'es2022'].map((target) => transform(source, { target, loader: 'js' })),
    );
    return plain.code === lowered.code;
  };

  it('is a classic script without syntax newer than 2022', async () => {
    assert.doesNotThrow(() => new Script(code), 'it is a script and not a module');
    assert.ok(await isOf2022(code));
    assert.ok(!(await isOf2022(`${code};{using newer=null}`)), 'newer syntax is detected');
  });

  it('is one `try` around one function call, so that no name reaches the page', () => {
    /** Whether a statement is only a call of an anonymous function after a `!`. */
    const isCall = (statement) => {
      const called = ts.isExpressionStatement(statement) && statement.expression;
      const call = called && ts.isPrefixUnaryExpression(called) ? called.operand : undefined;
      if (!call || !ts.isCallExpression(call)) return false;
      const { expression } = call;
      return ts.isFunctionExpression(expression) && !expression.name;
    };
    const isClosed = (source) => {
      const file = ts.createSourceFile('script.js', source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
      const [only, ...more] = file.statements;
      if (!ts.isTryStatement(only) || only.finallyBlock || more.length) return false;
      const tried = only.tryBlock.statements;
      const caught = only.catchClause.block.statements;
      return (
        tried.length === 1 &&
        isCall(tried[0]) &&
        caught.length === 1 &&
        ts.isExpressionStatement(caught[0]) &&
        ts.isBinaryExpression(caught[0].expression) &&
        ts.isCallExpression(caught[0].expression.right)
      );
    };
    assert.ok(isClosed(code));
    // These are the ways in which a name could reach the page. The name of a function inside `try` is a global too.
    for (const leak of [
      code.replace(/^try\{/m, 'try{function leak(){}'),
      code.replace(/^try\{/m, 'try{var leak=1;'),
      code.replace(/\}\s*$/, ';var leak=1}'),
      `${code};var leak=1;`,
      `${code};leak=1;`,
    ]) {
      assert.notEqual(leak, code);
      assert.ok(!isClosed(leak), leak.slice(-40));
    }
  });

  it('is plain ASCII, because the host page may have any encoding', () => {
    assert.equal(Buffer.byteLength(code), code.length);
  });
  it('has no back-tick, because an optimiser would treat the text between two as code', () => {
    assert.ok(!code.includes('`'));
  });
  it('checks, before it defines anything, every place from which an optimiser may remove a space', () => {
    /** The characters before and after each space in the strings of the script. */
    const signs = (text) => [
      ...[...text.matchAll(/[^\w\s\\](?= )/g)].map(([sign]) => `${sign} `),
      ...[...text.matchAll(/ (?=[^\w\s\\])/g)].map(({ index }) => text.slice(index, index + 2)),
    ];
    const strings = [];
    const collect = (node) => {
      if (ts.isStringLiteral(node))
        strings.push(
          node
            .getText()
            .slice(1, -1)
            .replace(/\\(["'])/g, '$1'),
        );
      ts.forEachChild(node, collect);
    };
    collect(ts.createSourceFile('script.js', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS));
    const [tried, ...more] = strings.filter((text) => text.startsWith(' , ; :'));
    assert.ok(tried && !more.length);
    const known = new Set(signs(tried));
    assert.deepEqual(
      [...new Set(strings.flatMap(signs))].filter((pair) => !known.has(pair)),
      [],
    );
  });
  it('has no selector that lost its backslash in a template', () => {
    for (const [selector] of code.matchAll(/\[[\w-]+[*^$|~]?=[^\]"'`]*\]\{/g)) {
      assert.match(selector, /^\[[\w-]+[*^$|~]?=[\w-]+\]\{$/);
    }
  });
  it('has no comment at its end that would request the source map', () => {
    assert.doesNotMatch(code, /sourceMappingURL/);
  });
  it('requests a Trusted Types policy with its own name and no other', () => {
    const names = [...code.matchAll(/createPolicy\(\s*["'`]([^"'`]*)/g)].map((match) => match[1]);
    assert.deepEqual(names, ['say-something']);
  });
  it('neither reads nor sets a global of Lit', () => {
    for (const name of [
      'litHtmlVersions',
      'litElementVersions',
      'reactiveElementVersions',
      'litPropertyMetadata',
      'Symbol.metadata',
      'PolyfillSupport',
      'HydrateSupport',
    ]) {
      assert.ok(!code.includes(name), name);
    }
  });
  it('contains no provenance notes', () => {
    assert.match(read('src/data/hertfordshire-sources.ts'), /ofcom\.org\.uk/, 'the source has notes to leave out');
    assert.doesNotMatch(code, /ofcom\.org\.uk/);
  });
  it('loads no chunk and no import', () => {
    assert.doesNotMatch(code, /\bimport\s*\(|\brequire\s*\(|importScripts/);
  });
  it('has the hash that integrity.json gives', () => {
    const hash = `sha384-${createHash('sha384')
      .update(readFileSync(join(root, 'dist/say-something.js')))
      .digest('base64')}`;
    assert.deepEqual(JSON.parse(read('dist/integrity.json')), { 'say-something.js': hash });
  });
  it('has a source map that leads to the TypeScript', () => {
    const { sources, sourcesContent } = JSON.parse(read('dist/say-something.js.map'));
    const index = sources.indexOf('../src/index.ts');
    assert.ok(index >= 0, sources.join('\n'));
    assert.equal(sourcesContent[index], read('src/index.ts'));
  });
});

describe('the package', () => {
  const { exports: published } = JSON.parse(read('package.json'));
  const targets = Object.values(published).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  );
  it('has a file for every entry of `exports`', () => {
    assert.ok(targets.length > 20);
    for (const target of targets) assert.ok(read(target).length > 0, target);
  });
  it('names no package registry in dist or in the lockfile', () => {
    const files = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true });
    const names = files.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const name of [...names, join(root, 'package-lock.json')]) {
      assert.doesNotMatch(readFileSync(name, 'utf8'), /"resolved": "http|https?:\/\/[^/\s"']*(?:registry|npmjs)/, name);
    }
  });
});

describe('the build', () => {
  /** Bundles modules that exist only in this test. The first is the entry. */
  function bundle(modules, plugin) {
    const [input] = Object.keys(modules);
    const virtual = { name: 'virtual', resolveId: (id) => (id in modules ? id : null), load: (id) => modules[id] };
    return rollup({ input, plugins: [virtual, plugin], onwarn: () => {} });
  }

  it('fails when an edit of Lit does not find its text', async () => {
    const id = '/x/node_modules/lit-html/lit-html.js';
    await assert.rejects(bundle({ [id]: 'export const html = 1;' }, slimLit()), /not found exactly once in lit-html/);
  });
  it('fails when it does not include a module of Lit that is edited', async () => {
    await assert.rejects(bundle({ '/x/a.js': 'export const a = 1;' }, slimLit()), /was not part of the build/);
  });
  it('writes template literals as equivalent strings', async () => {
    const id = '/x/a.js';
    const code = [
      'const tag = (strings, ...values) => ({ strings, values });',
      'const a = 1, b = 2;',
      'const twice = () => tag`<p x=${a} y="${(a, b)}">${`n${a}`} ${tag`"in"\n${b}`}</p>`;',
      'export const d = [`${a}${b}`, `a ${a} ${b} \\n`, `|&^`, `${a > 1 ? `x` : `y${b}`}`, `lines\n\\`q\\``];',
      'export const t = [tag`whole`, twice(), twice()];',
    ].join('\n');
    const read = async (plugins) => {
      const { output } = await (await bundle({ [id]: code }, {})).generate({ format: 'es', plugins });
      return [output[0].code, await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)];
    };
    const [, literal] = await read([]);
    const [text, plain] = await read([plainStrings()]);
    assert.doesNotMatch(text.replaceAll('`q`', ''), /`/);
    assert.deepEqual(plain.d, literal.d);
    assert.deepEqual(JSON.parse(JSON.stringify(plain.t)), JSON.parse(JSON.stringify(literal.t)));
    assert.equal(plain.t[1].strings, plain.t[2].strings, 'Lit identifies a template by its strings');
    assert.ok(Object.hasOwn(plain.t[1].strings, 'raw'));
  });
  it('fails on a tag that may read a template’s raw text', async () => {
    const built = await bundle({ '/x/a.js': 'export const a = String.raw`a`;' }, {});
    await assert.rejects(built.generate({ format: 'es', plugins: [plainStrings()] }), /this tag is not a plain name/);
  });
});
