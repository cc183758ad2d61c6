import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));
const CORE = ['directory', 'freshness', 'hours', 'rejected-numbers', 'routing'];
/** @type {Map<string, Promise<Core>>} */
const loaded = new Map();

/**
 * The core and the directory as they stand in src at this moment. What was built last may be older than the number that
 * somebody has just changed, and a check of the old one would say that the new one is right.
 *
 * @param {readonly string[]} more other TypeScript files, by their place in the project
 */
export function load(...more) {
  const key = more.join();
  if (!loaded.has(key)) loaded.set(key, transpiled(more));
  return loaded.get(key);
}

async function transpiled(more) {
  // everything that these may import, and of it only these
  const rooms = ['src/core', 'src/data', 'demo'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true }).map((name) => `${room}/${String(name).replaceAll('\\', '/')}`),
  );
  const files = [...rooms.filter((name) => name.endsWith('.ts')), ...more];
  const wanted = [...CORE.map((name) => `src/core/${name}.ts`), 'src/data/hertfordshire.ts', ...more];
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'say-something-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    for (const file of files) {
      const target = join(folder, file.replace(/ts$/, 'js'));
      mkdirSync(dirname(target), { recursive: true });
      const { outputText } = ts.transpileModule(readFileSync(join(root, file), 'utf8'), {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
      });
      writeFileSync(target, outputText);
    }
    const modules = {};
    for (const file of wanted) {
      Object.assign(modules, await import(pathToFileURL(join(folder, file.replace(/ts$/, 'js'))).href));
    }
    return /** @type {Core} */ (modules);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {typeof import('../../src/core/directory.js')
 *   & typeof import('../../src/core/freshness.js')
 *   & typeof import('../../src/core/hours.js')
 *   & typeof import('../../src/core/rejected-numbers.js')
 *   & typeof import('../../src/core/routing.js')
 *   & typeof import('../../src/data/hertfordshire.js')
 *   & typeof import('../../demo/snippets.js')
 *   & typeof import('../../tests/helpers/directory-corpus.js')
 *   & typeof import('../../tests/helpers/directory-promises.js')} Core
 */
