// npm run build: everything in dist/, and the public site in site/. With --script only the one script and the site.
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import { ide } from './ide.mjs';
import { strip } from './rollup/without-sources.mjs';
import { site } from './site.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

function run(what, bin, ...args) {
  const { status } = spawnSync(process.execPath, [`node_modules/${bin}`, ...args], {
    stdio: ['ignore', process.env.VERBOSE ? 'inherit' : 'pipe', 'inherit'],
  });
  if (status === 0) return;
  console.error(`The build failed: ${what}.`);
  process.exit(1);
}

const started = performance.now();
const scriptOnly = process.argv.includes('--script');
if (!scriptOnly) {
  rmSync('dist', { recursive: true, force: true });
  run('modules and types', 'typescript/bin/tsc', '-p', 'tsconfig.build.json', '--pretty');
}
run('the script', 'rollup/dist/bin/rollup', '--config', '--silent');
if (!scriptOnly) {
  copyFileSync('src/data/directory.schema.json', 'dist/directory.schema.json');
  // the modules carry no more notes than the script does
  const module = 'dist/data/hertfordshire.js';
  const code = readFileSync(module, 'utf8');
  writeFileSync(module, strip(code, parse(code, { ecmaVersion: 2022, sourceType: 'module' })).text.toString());
}
run(
  'the manifest',
  '@custom-elements-manifest/analyzer/cem.js',
  'analyze',
  '--config',
  'custom-elements-manifest.config.mjs',
);
ide();
await site();
console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
