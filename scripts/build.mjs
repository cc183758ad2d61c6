// npm run build: writes everything in dist/, and the public site in site/. With --script it writes only the script and the site.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ide } from './ide.mjs';
import { COMPILED, compiled } from './rollup/compiled.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/**
 * Runs one program of the build. Resolves when it succeeds. When it fails, prints its output and ends the build.
 *
 * @param {string} what the name of the step in the error message
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
      console.error(`The build failed at this step: ${what}.`);
      process.exit(1);
    });
  });
}

/** The modules that tsc compiles, without those that its configuration excludes. */
const modules = () =>
  readdirSync('src', { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('-sources.ts'));

async function compile() {
  const tsc = () =>
    run('modules and types', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--pretty');
  await tsc();
  if (modules().every((name) => existsSync(join(COMPILED, name.replace(/\.ts$/, '.js'))))) return;
  // tsc skips files that its build info lists as written, so delete the build info when one of those files is missing
  rmSync(COMPILED, { recursive: true });
  await tsc();
}

/** Writes the published modules and their types. */
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
// keep the previous build until the sources have compiled
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
await run('the WordPress plugin', '--import', 'tsx', 'scripts/wordpress.mjs');
await run('the site', '--import', 'tsx', 'scripts/site.mjs');
console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
