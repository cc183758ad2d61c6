// Makes a fresh clone ready. Installs the npm packages when they are missing or stale, and whatever these options ask for:
//
//   --browsers=chromium,firefox   installs these engines on Debian as root; elsewhere it says how to install them
//   --packages=tests/peers        installs the npm packages of this folder too
//   --debian=nginx                installs this Debian package, one of those in scripts/testkit/find.mjs
//
// Uses Node's own modules only, because it runs before npm ci.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { debianPackages, findBrowsers, findDebian, UNPACKED, unpackedIn } from './testkit/find.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { values } = parseArgs({
  options: {
    browsers: { type: 'string', default: '' },
    packages: { type: 'string', multiple: true, default: [] },
    debian: { type: 'string', multiple: true, default: [] },
  },
});

function fail(message) {
  console.error(message);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) fail(`Node 20.19 or newer is needed; this is ${process.version}.`);

await installPackages('.');
for (const folder of new Set(values.packages)) await installPackages(folder, '--ignore-scripts');
installDebian(values.debian);
installBrowsers(values.browsers.split(',').filter(Boolean));

async function installPackages(folder, ...options) {
  const stamp = `${folder}/node_modules/.ready`;
  const { packages } = JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8'));
  delete packages[''].version; // A new version of our own needs no install.
  const platform = process.version + process.platform + process.arch;
  const want = createHash('sha256').update(JSON.stringify(packages)).update(platform).digest('hex');
  const ready = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === want;
  if (ready()) return;

  // The lock allows one install at a time, even when start and test run together. A lock that a killed install left expires.
  const lock = '.install-lock';
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 600_000) rmSync(lock, { recursive: true, force: true });
      await sleep(500);
    }
  }
  try {
    if (ready()) return;
    console.log(`Installing the npm packages of ${folder} (once, until its package-lock.json changes) …`);
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...options];
    const npm = process.env.npm_execpath;
    const { status } = npm
      ? spawnSync(process.execPath, [npm, ...args], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] })
      : spawnSync('npm', args, {
          cwd: folder,
          stdio: ['ignore', 'inherit', 'inherit'],
          shell: process.platform === 'win32',
        });
    if (status === 0) writeFileSync(stamp, want);
    else process.exitCode = status ?? 1;
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  if (process.exitCode) fail('npm ci did not finish, so nothing else can run.');
}

/** Installs old libraries, a theme and programs that npm does not have. On other systems the tests that need them are skipped. */
function installDebian(wanted) {
  const missing = () => {
    const found = findDebian();
    return wanted.filter((name) => !found[name]);
  };
  if (missing().length && isDebian() && process.getuid?.() === 0) aptInstall(missing());
  const lacking = missing();
  if (!lacking.length) return;
  const how = `Not found: Debian's packages ${lacking.join(', ')}. To install: sudo apt-get install ${lacking.join(' ')}`;
  if (process.env.CI) fail(`${how}\nA missing package is a failure because CI is set.`);
  console.warn(`${how}\nThe tests that need them are skipped and say so.\n`);
}

function installBrowsers(wanted) {
  const missing = () => {
    const found = findBrowsers();
    return wanted.filter((name) => !found[name]);
  };
  let lacking = missing();
  if (!lacking.length) return;

  if (isDebian() && process.getuid?.() === 0) {
    aptInstall(lacking.flatMap(debianPackages));
    lacking = missing();
    if (!lacking.length) return;
  }

  const names = lacking.join(', ');
  const how = `Not found: ${names}. To install:
  Debian, Ubuntu:  sudo apt-get install ${lacking.flatMap(debianPackages).join(' ')}
  macOS:           brew install --cask google-chrome firefox
  Windows:         winget install Google.Chrome Mozilla.Firefox
WebKitGTK can be tested on Linux only. If a browser is in another place, name it in CHROME_PATH, FIREFOX_PATH or WEBKIT_PATH.`;
  if (lacking.length === wanted.length) fail(`There is no browser to test in.\n${how}`);
  if (process.env.CI) fail(`${how}\nA missing engine is a failure because CI is set.`);
  console.warn(`${how}\nThe tests run without ${names}.\n`);
}

function isDebian() {
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release')) return false;
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function aptInstall(packages) {
  console.log(`Installing ${packages.join(' ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // When two commands install at once, one waits for the other.
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=600', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env })
      .status;
  apt('update', '-qq');
  const installed = packages.filter((name) => !UNPACKED.includes(name));
  if (installed.length && apt('install', '-y', '-qq', '--no-install-recommends', ...installed) !== 0) {
    console.error('apt-get failed; its message is above.');
  }
  for (const name of packages.filter((name) => UNPACKED.includes(name))) unpack(name, env);
}

function unpack(name, env) {
  mkdirSync(unpackedIn, { recursive: true });
  const run = (command, ...args) =>
    spawnSync(command, args, { cwd: unpackedIn, stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  const archives = () => readdirSync(unpackedIn).filter((file) => file.startsWith(`${name}_`) && file.endsWith('.deb'));
  for (const file of archives()) rmSync(`${unpackedIn}/${file}`);
  // Download as root, because the user that apt downloads as may not write here.
  const fetched = run('apt-get', 'download', '-qq', '-o', 'APT::Sandbox::User=root', name);
  const [archive] = archives();
  if (!fetched || !archive || !run('dpkg-deb', '--extract', archive, '.')) console.error(`${name} was not unpacked.`);
  if (archive) rmSync(`${unpackedIn}/${archive}`);
}
