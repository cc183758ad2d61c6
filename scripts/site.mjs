// Lays out the public site in site/: the files of demo/, the script and the WordPress plugin at their rolling and their pinned address, the
// pages that need no script, the papers, the pages for suppliers, the tables from the manifest, and the measurements. The files are static and
// work under any path. Part of `npm run build`.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { TRADES } from '../demo/papers/trades.ts';
import { paperPages } from '../demo/papers/page.ts';
import { folderOf, pageFor } from '../demo/say-something/page.ts';
import { AUDIENCES } from '../src/core/audiences.ts';
import { benchmarks } from './benchmarks.mjs';
import { FONT_FILES, paperFacts } from './papers-facts.mjs';
import { reference } from './reference.mjs';
import { suppliers } from './suppliers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const from = (path) => join(root, path);
const { version } = JSON.parse(readFileSync(from('package.json'), 'utf8'));
/** The script's two folders: `1.2.3` always serves the same script, and `1` serves the newest of its major. */
const PINNED = version;
const ROLLING = version.split('.')[0];
/** Pages for tests, and sources, which the public site leaves out. */
const LEFT_OUT = /(^|\/)(situations|demo\.css|headers\.json|.*\.ts)$/;

const write = (path, text) => {
  mkdirSync(dirname(from(path)), { recursive: true });
  writeFileSync(from(path), text);
};

const facts = paperFacts();

/** Bundles each demo/<folder>/main.ts as one module. Code that two of them need is in a file that both load. */
async function scripts() {
  const folders = readdirSync(from('demo')).filter((name) => existsSync(from(`demo/${name}/main.ts`)));
  const { warnings } = await build({
    absWorkingDir: root,
    entryPoints: folders.map((name) => `demo/${name}/main.ts`),
    outbase: 'demo',
    outdir: 'site',
    bundle: true,
    splitting: true,
    chunkNames: 'shared-[hash]',
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    minify: true,
    define: { PAPERS_PLACE: JSON.stringify(facts.place) },
  });
  if (warnings.length) throw new Error('Bundling the site’s scripts gave the warnings above. Fix them.');
}

rmSync(from('site'), { recursive: true, force: true });
cpSync(from('demo'), from('site'), { recursive: true, filter: (path) => !LEFT_OUT.test(path.replaceAll('\\', '/')) });
for (const name of [ROLLING, PINNED]) {
  for (const file of ['say-something.js', 'say-something.js.map', 'integrity.json', 'say-something-wordpress.zip']) {
    mkdirSync(from(`site/${name}`), { recursive: true });
    cpSync(from(`dist/${file}`), from(`site/${name}/${file}`));
  }
}
for (const audience of AUDIENCES) {
  const folder = folderOf(audience);
  const up = folder ? '../../' : '../';
  write(`site/say-something/${folder}index.html`, pageFor(audience, `${up}${ROLLING}/say-something.js`));
}
for (const trade of TRADES) {
  for (const { folder, html } of paperPages(facts, trade)) write(`site/papers/${folder}index.html`, html(false));
}
for (const [name, path] of FONT_FILES) cpSync(path, from(`site/papers/fonts/${name}`));
const results = JSON.parse(readFileSync(from('tests/benchmarks/results/latest.json'), 'utf8'));
write('site/benchmarks/index.html', benchmarks(results));
write('site/reference/index.html', reference(JSON.parse(readFileSync(from('dist/custom-elements.json'), 'utf8'))));
for (const [path, text] of suppliers(version)) write(`site/${path}`, text);
await scripts();
