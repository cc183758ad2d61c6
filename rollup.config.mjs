import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terserPackage from '@rollup/plugin-terser';
import { fromCompiled } from './scripts/rollup/compiled.mjs';
import { plainStrings } from './scripts/rollup/plain-strings.mjs';
import { slimLit } from './scripts/rollup/slim-lit.mjs';

// its types describe its CommonJS build, in which the function is one level deeper
const terser = /** @type {any} */ (terserPackage);
const file = 'say-something.js';

const index = fileURLToPath(new URL('src/index.ts', import.meta.url));

/** Runs src/index.ts and exports nothing, because a classic script with exports would add a global to the page. */
function entry() {
  return {
    name: 'entry',
    resolveId: (id) => (id === file ? `\0${file}` : null),
    load: (id) => (id === `\0${file}` ? `import ${JSON.stringify(index)};` : null),
  };
}

/** Writes the hash for `<script integrity>`, computed from the bytes that are written to disk. */
function integrity() {
  return {
    name: 'integrity',
    generateBundle(_options, bundle) {
      const hashes = {};
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        hashes[chunk.fileName] = `sha384-${createHash('sha384').update(chunk.code).digest('base64')}`;
      }
      this.emitFile({ type: 'asset', fileName: 'integrity.json', source: `${JSON.stringify(hashes, null, 2)}\n` });
    },
  };
}

export default {
  input: file,
  plugins: [
    entry(),
    fromCompiled({ entry: index }),
    nodeResolve({ exportConditions: ['production'] }),
    minifyLiterals({
      include: '**/src/**/*.ts',
      failOnError: true,
      options: {
        minifyOptions: {
          // our slots hold phrases, and without this option the space between two of them is lost
          inlineCustomElements: ['slot'],
          // 128 is MediaRangeSyntax in lightningcss (its flags.js). Compiling it away keeps `(min-width: 30em)`, which old phones need
          minifyCSS: { include: 128 },
        },
      },
    }),
    slimLit(),
  ],
  onwarn(warning) {
    throw new Error(warning.message);
  },
  output: {
    file: `dist/${file}`,
    format: 'iife',
    // For visitors of a page that has broken a part of JavaScript: the fallback stays, and the page gets no error. A server that
    // imports the script has no page, so it gets no warning.
    banner: 'try{',
    footer: '}catch(e){globalThis.document&&console.warn("say-something: could not start, so the fallback stays.",e)}',
    // 'hidden' adds no comment to the script, so that no browser requests the map
    sourcemap: 'hidden',
    plugins: [
      plainStrings(),
      terser({
        ecma: 2022,
        compress: { passes: 3 },
        format: {
          // the host page may have any encoding
          ascii_only: true,
          comments: false,
          // The first line lets V8 compile all functions in the background while it loads the script. Without it, V8 compiles 300 of them
          // one by one while it draws elements. Other engines ignore it.
          preamble: '//# allFunctionsCalledOnLoad\n/*! Holds Lit, (c) Google LLC, BSD-3-Clause */',
        },
        maxWorkers: 1,
      }),
      integrity(),
    ],
  },
};
