// npm run build: everything in dist/. With --script only the one script, which is what the demo needs.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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
  if (existsSync('src/core/directory.schema.json')) copyFileSync('src/core/directory.schema.json', 'dist/directory.schema.json');
  run('the manifest', '@custom-elements-manifest/analyzer/cem.js', 'analyze', '--config', 'custom-elements-manifest.config.mjs');
}
console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
