// The same sources give the same bytes, wherever and by whomever they are built: so anybody can see that what is served, and what npm
// has, is what stands in the repository.
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
const run = promisify(execFile);
const scratch = mkdtempSync(join(tmpdir(), 'reproducible-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** What a clone is made of: the project as it stands here, committed or not, in a repository of its own. */
async function origin() {
  const folder = join(scratch, 'origin');
  // what else is ignored, `git add` leaves out
  const made = /^(?:\.git|dist|site|release|coverage)$|(?:^|\/)node_modules$/;
  cpSync(root, folder, {
    recursive: true,
    filter: (path) => !made.test(relative(root, path).replaceAll('\\', '/')),
  });
  const git = (...args) => run('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd: folder });
  await git('init', '--quiet');
  await git('add', '--all');
  await git('commit', '--quiet', '--no-gpg-sign', '--message', 'As it stands');
  return folder;
}

/** The packages of a clone. What ships is copied, tools are linked, so that no path of this folder can get in. */
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

/** Every file that is built, by its path, and the package: its hash, or a text where the hash alone would say too little. */
async function builtIn(repository, folder, env) {
  await run('git', ['clone', '--quiet', repository, folder]);
  installPackages(folder);
  const options = { cwd: folder, env: { ...process.env, ...env }, shell: process.platform === 'win32' };
  await run('node', ['scripts/build.mjs'], options);
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json'], options);
  const [{ filename }] = JSON.parse(stdout);
  const files = ['dist', 'site'].flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return Object.fromEntries(
    [...files, join(folder, filename)]
      .map((file) => [
        file.slice(folder.length + 1).replaceAll('\\', '/'),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ])
      .sort(),
  );
}

describe('the build', () => {
  let first;
  let second;
  before(async () => {
    const repository = await origin();
    // two people, in two countries, with two habits
    [first, second] = await Promise.all([
      builtIn(repository, join(scratch, 'a'), { TZ: 'UTC', LC_ALL: 'C' }),
      builtIn(repository, join(scratch, 'somebody-else', 'with a longer path', 'say-something'), {
        TZ: 'Pacific/Auckland',
        LC_ALL: 'tr_TR.UTF-8',
        HOME: scratch,
      }),
    ]);
  });

  it('gives the same bytes in two clones: the script, the modules, what describes them, the site and the package', (t) => {
    const names = Object.keys(first);
    for (const name of [
      'dist/say-something.js',
      'dist/integrity.json',
      'dist/custom-elements.json',
      'site/index.html',
    ]) {
      assert.ok(names.includes(name), name);
    }
    assert.ok(names.length > 100 && names.some((name) => name.endsWith('.tgz')));
    assert.deepEqual(first, second);
    const [tarball] = names.filter((name) => name.endsWith('.tgz'));
    t.diagnostic(`${names.length} files, ${tarball} ${first[tarball]}`);
  });

  it('gives them here too', () => {
    for (const [name, hash] of Object.entries(first)) {
      if (name.endsWith('.tgz')) continue;
      assert.equal(
        createHash('sha256')
          .update(readFileSync(join(root, name)))
          .digest('hex'),
        hash,
        name,
      );
    }
  });
});
