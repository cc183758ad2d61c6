import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const src = join(root, 'src');
/** The output folder of `tsc -p tsconfig.build.json`. */
export const COMPILED = join(root, 'node_modules/.cache/build');

/** The JavaScript that tsc wrote for a module in src, without the comment that names its source map. */
export function compiled(file) {
  const path = resolve(file);
  const script = join(COMPILED, relative(src, path).replace(/\.ts$/, '.js'));
  const map = JSON.parse(readFileSync(`${script}.map`, 'utf8'));
  const code = readFileSync(script, 'utf8').replace(/\/\/# sourceMappingURL=\S+\s*$/, '');
  return { code, map: { ...map, sources: [path] } };
}

/**
 * Reads the modules of src as tsc compiled them, so that the bundle needs no second compiler. A module keeps the path of its
 * TypeScript file, so that the source map names that file.
 */
export function fromCompiled({ entry }) {
  return {
    name: 'from-compiled',
    resolveId(id, importer) {
      const file = importer && id.startsWith('.') ? resolve(dirname(importer), id.replace(/\.js$/, '.ts')) : id;
      if (!file.startsWith(src)) return null;
      // package.json's "sideEffects" names the published files, and only the entry runs something when it is imported
      return { id: file, moduleSideEffects: file === entry };
    },
    load: (id) => (id.startsWith(src) && id.endsWith('.ts') ? compiled(id) : null),
  };
}
