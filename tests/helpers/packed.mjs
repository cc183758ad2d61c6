// Packs our package as npm does, and installs it in a project of a test.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const npm = (cwd, ...args) => execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
/** Lit and its dependencies, which come from this project's packages, so that npm does not contact a registry. */
const LIT = [
  'lit',
  'lit-html',
  'lit-element',
  '@lit/reactive-element',
  '@lit-labs/ssr-dom-shim',
  '@types/trusted-types',
];

/**
 * Packs the last build and installs it in a folder, which becomes a project. Returns the paths of the tarball and of its files.
 *
 * @param {string} folder
 */
export function installPacked(folder) {
  mkdirSync(folder, { recursive: true });
  // without scripts, because the test run has already built it
  const [packed] = JSON.parse(npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', folder));
  const dependencies = Object.fromEntries([
    ['say-something', `file:${packed.filename}`],
    ...LIT.map((name) => [name, `file:${join(root, 'node_modules', name)}`]),
  ]);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
  npm(folder, 'install', '--offline', '--install-links', '--ignore-scripts', '--no-audit', '--no-fund');
  return { tarball: join(folder, packed.filename), files: packed.files.map(({ path }) => path).sort() };
}
