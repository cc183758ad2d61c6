// npm run build: everything in dist/, and the public site in site/. With --script only the one script and the site.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ide } from './ide.mjs';
import { COMPILED, compiled } from './rollup/compiled.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/**
 * Runs one program of the build. Resolves when it has succeeded; when it fails, prints what it said and ends the build.
 *
 * @param {string} what named when it fails
 * @param {...string} args
 * @returns {Promise<void>}
 */
function run(what, ...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    child.once('close', (status) => {
      if (status !== 0 || process.env.VERBOSE) process.stdout.write(said);
      if (status === 0) return resolve();
      console.error(`The build failed: ${what}.`);
      process.exit(1);
    });
  });
}

/** The modules that tsc compiles: all but what its configuration leaves out. */
const modules = () =>
  readdirSync('src', { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('-sources.ts'));

async function compile() {
  const tsc = () =>
    run('modules and types', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--pretty');
  await tsc();
  if (modules().every((name) => existsSync(join(COMPILED, name.replace(/\.ts$/, '.js'))))) return;
  // tsc believes its own notes of what it has written, so they go when a part of that is gone
  rmSync(COMPILED, { recursive: true });
  await tsc();
}

/** The published modules and their types. */
function publish() {
  for (const name of modules()) {
    const [script, types] = ['.js', '.d.ts'].map((ending) => name.replace(/\.ts$/, ending));
    const { code } = compiled(join('src', name));
    mkdirSync(dirname(`dist/${name}`), { recursive: true });
    writeFileSync(`dist/${script}`, code);
    copyFileSync(join(COMPILED, types), `dist/${types}`);
  }
  copyFileSync('src/data/directory.schema.json', 'dist/directory.schema.json');
}

const started = performance.now();
const scriptOnly = process.argv.includes('--script');
// what was built before stays until the sources are known to compile
await compile();
if (!scriptOnly) rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });
const manifest = run(
  'the manifest',
  'node_modules/@custom-elements-manifest/analyzer/cem.js',
  'analyze',
  '--config',
  'custom-elements-manifest.config.mjs',
);
const script = run('the script', 'node_modules/rollup/dist/bin/rollup', '--config', '--silent');
if (!scriptOnly) publish();
await manifest;
ide();
await script;
await run('the site', '--import', 'tsx', 'scripts/site.mjs');
console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
