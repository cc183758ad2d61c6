// What the build makes: the one script, what is published, and the plugins that make them.
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
import { withoutSources } from '../../scripts/rollup/without-sources.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file) => readFileSync(join(root, file), 'utf8');

describe('the one script', () => {
  const code = read('dist/say-something.js');

  /** Whether esbuild finds nothing in it that a browser of 2022 cannot read. */
  const isOf2022 = async (source) => {
    const [plain, lowered] = await Promise.all(
      ['esnext', 'es2022'].map((target) => transform(source, { target, loader: 'js' })),
    );
    return plain.code === lowered.code;
  };

  it('is a classic script of the year 2022 and nothing newer', async () => {
    assert.doesNotThrow(() => new Script(code), 'a script, not a module');
    assert.ok(await isOf2022(code));
    assert.ok(!(await isOf2022(`${code};{using newer=null}`)), 'newer syntax is found');
  });

  it('is one `try` around one function call: no name of it reaches the page', () => {
    /** Whether a statement is a call of a function without a name, the whole of it under a `!`. */
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
    // These are the ways in which a name could reach the page. The name of a function inside `try` is the page's too.
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

  it('is plain ASCII, whatever encoding the host page has', () => {
    assert.equal(Buffer.byteLength(code), code.length);
  });
  it('has no back-tick, between which an optimiser would squeeze what it takes for code', () => {
    assert.ok(!code.includes('`'));
  });
  it('tries, before it defines anything, all that an optimiser may take a space from', () => {
    /** The signs next to a space in the strings of the script, before it and after it. */
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
  it('has no selector that lost its backslash in a template, and its whole rule with it', () => {
    for (const [selector] of code.matchAll(/\[[\w-]+[*^$|~]?=[^\]"'`]*\]\{/g)) {
      assert.match(selector, /^\[[\w-]+[*^$|~]?=[\w-]+\]\{$/);
    }
  });
  it('has no comment at its end that would ask for the source map', () => {
    assert.doesNotMatch(code, /sourceMappingURL/);
  });
  it('asks for a Trusted Types policy of its own name, and only that', () => {
    const names = [...code.matchAll(/createPolicy\(\s*["'`]([^"'`]*)/g)].map((match) => match[1]);
    assert.deepEqual(names, ['say-something']);
  });
  it('takes no name of Lit’s from the page, and leaves none there', () => {
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
  it('carries none of the provenance notes', () => {
    assert.match(read('src/data/hertfordshire.ts'), /\bsources:/, 'there are notes to leave out');
    assert.doesNotMatch(code, /\bsources:/);
    assert.doesNotMatch(code, /ofcom\.org\.uk/);
  });
  it('loads nothing: no chunk, no import', () => {
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

describe('what is published', () => {
  const { exports: published } = JSON.parse(read('package.json'));
  const targets = Object.values(published).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  );
  it('is there for every entry of `exports`', () => {
    assert.ok(targets.length > 20);
    for (const target of targets) assert.ok(read(target).length > 0, target);
  });
  it('names no package registry, in dist or in the lockfile', () => {
    const files = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true });
    const names = files.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const name of [...names, join(root, 'package-lock.json')]) {
      assert.doesNotMatch(readFileSync(name, 'utf8'), /"resolved": "http|https?:\/\/[^/\s"']*(?:registry|npmjs)/, name);
    }
  });
});

describe('the build', () => {
  /** Bundles modules that exist only here; the first is the entry. */
  function bundle(modules, plugin) {
    const [input] = Object.keys(modules);
    const virtual = { name: 'virtual', resolveId: (id) => (id in modules ? id : null), load: (id) => modules[id] };
    return rollup({ input, plugins: [virtual, plugin], onwarn: () => {} });
  }

  it('fails when the text that an edit of Lit looks for is gone', async () => {
    const id = '/x/node_modules/lit-html/lit-html.js';
    await assert.rejects(bundle({ [id]: 'export const html = 1;' }, slimLit()), /not found exactly once in lit-html/);
  });
  it('fails when a module of Lit that is edited is no part of it', async () => {
    await assert.rejects(bundle({ '/x/a.js': 'export const a = 1;' }, slimLit()), /was not part of the build/);
  });
  it('writes template literals as strings that mean the same', async () => {
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
    assert.equal(plain.t[1].strings, plain.t[2].strings, 'Lit knows a template by its strings');
    assert.ok(Object.hasOwn(plain.t[1].strings, 'raw'));
  });
  it('fails at a tag that may read a template’s raw text', async () => {
    const built = await bundle({ '/x/a.js': 'export const a = String.raw`a`;' }, {});
    await assert.rejects(built.generate({ format: 'es', plugins: [plainStrings()] }), /this tag is not a plain name/);
  });
  it('fails when there are no provenance notes to leave out', async () => {
    const id = '/x/src/data/hertfordshire.ts';
    const plugin = withoutSources({ file: 'src/data/hertfordshire.ts' });
    await assert.rejects(bundle({ [id]: 'export const d = { id: 1 };' }, plugin), /no `sources` found/);
  });
  it('leaves the provenance notes out, wherever they are in an object', async () => {
    for (const [from, to] of [
      ['{ id: 1, sources: [{ url: "u" }] }', '{ id: 1 }'],
      ['{ sources: ["u"], id: 1 }', '{ id: 1 }'],
      ['{ a: 0, "sources": [], id: 1, }', '{ a: 0, id: 1 }'],
      ['{ sources: [], }', '{}'],
      ['{ a: [{ id: 2, sources: [1] }], sources: [2] }', '{ a: [{ id: 2 }] }'],
      ['{ id: "sources" }, { sources: [] }', '{ id: "sources" }, {}'],
    ]) {
      const id = '/x/src/data/hertfordshire.ts';
      const plugin = withoutSources({ file: 'src/data/hertfordshire.ts' });
      const built = await bundle({ [id]: `export const d = [${from}];` }, plugin);
      const { output } = await built.generate({ format: 'es' });
      const { d } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
      assert.deepEqual(d, new Function(`return [${to}]`)(), from);
    }
  });
});
