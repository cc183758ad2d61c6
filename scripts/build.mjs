// npm run build: everything in dist/, and the public site in site/. With --script only the one script and the site.
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
  const schema = readdirSync('src', { recursive: true }).find((name) => basename(name) === 'directory.schema.json');
  if (schema) copyFileSync(join('src', schema), 'dist/directory.schema.json');
}
run(
  'the manifest',
  '@custom-elements-manifest/analyzer/cem.js',
  'analyze',
  '--config',
  'custom-elements-manifest.config.mjs',
);
await site();
console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
