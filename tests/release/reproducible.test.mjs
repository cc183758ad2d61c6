// The same sources have to give the same bytes on any machine, so that anybody can check that the host and npm serve what the
// repository contains. One build is that of this folder, which the other tests use. The second is made in a clone.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const exec = promisify(execFile);
const run = (program, args, options) => exec(program, args, { maxBuffer: 2 ** 26, ...options });
const scratch = mkdtempSync(join(tmpdir(), 'reproducible-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** A repository with the files of this project, committed or not, to clone from. */
async function origin() {
  const folder = join(scratch, 'origin');
  // `git add` leaves out other ignored files.
  const made = /^(?:\.git|dist|site|release|coverage)$|(?:^|\/)(?:node_modules|built)$/;
  cpSync(root, folder, {
    recursive: true,
    filter: (path) => !made.test(relative(root, path).replaceAll('\\', '/')),
  });
  const git = (...args) => run('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd: folder });
  await git('init', '--quiet');
  await git('add', '--all');
  await git('commit', '--quiet', '--no-gpg-sign', '--message', 'As it is');
  return folder;
}

/** Installs the packages of a clone. Published ones are copied and tools are linked, so that no path of this folder gets in. */
function installPackages(folder) {
  const shipped = /^(?:lit|lit-html|lit-element|@lit\/reactive-element|@lit-labs\/ssr-dom-shim)$/;
  const modules = join(root, 'node_modules');
  const packages = readdirSync(modules).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  for (const name of packages.filter((entry) => !entry.startsWith('.'))) {
    const [from, to] = [join(modules, name), join(folder, 'node_modules', name)];
    mkdirSync(dirname(to), { recursive: true });
    if (shipped.test(name)) cpSync(from, to, { recursive: true });
    else symlinkSync(from, to, 'junction');
  }
}

/** The hash of every built file, by its path, and that of the package. */
async function hashesIn(folder, env = {}) {
  const packed = mkdtempSync(join(scratch, 'packed-'));
  const options = { cwd: folder, env: { ...process.env, ...env }, shell: process.platform === 'win32' };
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', packed], options);
  const [{ filename }] = JSON.parse(stdout);
  const files = ['dist', 'site'].flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const hash = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
  return Object.fromEntries([
    [filename, hash(join(packed, filename))],
    ...files.map((file) => [relative(folder, file).replaceAll('\\', '/'), hash(file)]).sort(),
  ]);
}

describe('the build', () => {
  /** The environment of another person, with another time zone, another locale and a longer path. */
  const ELSEWHERE = { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8', HOME: scratch };
  let here;
  let there;
  before(async () => {
    const clone = join(scratch, 'somebody-else', 'with a longer path', 'say-something');
    await run('git', ['clone', '--quiet', await origin(), clone]);
    installPackages(clone);
    await run('node', ['scripts/build.mjs'], { cwd: clone, env: { ...process.env, ...ELSEWHERE } });
    here = await hashesIn(root);
    there = await hashesIn(clone, ELSEWHERE);
  });

  it('gives the same bytes in a clone as here for the script, the modules, their descriptions, the site and the package', (t) => {
    const names = Object.keys(here);
    for (const name of ['dist/say-something.js', 'dist/custom-elements.json', 'site/index.html']) {
      assert.ok(names.includes(name), name);
    }
    assert.ok(names.length > 100);
    assert.match(names[0], /\.tgz$/);
    assert.deepEqual(there, here, 'If a source has changed since the last build, run: npm run build');
    t.diagnostic(`${names.length} files, ${names[0]} ${here[names[0]]}`);
  });
});
