// Runs a tier of tests, or the files that are named:
//
//   node scripts/test.mjs test                       the tier behind `npm test`; the tiers are in scripts/testkit/tiers.mjs
//   npm test -- tests/core/hours.test.mts            one file, without the type check and without a build it does not need
//   BROWSERS=firefox npm test -- tests/elements/exit.test.ts
//
// Node files run by `node --test`, browser files by Web Test Runner; each appends its counts to one file. The last line is
// `N passed, N failed`, unless TOTALS names the file, because then the caller adds up the tiers. Uses Node's own modules only,
// because it runs before the packages are installed.
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinFonts } from './testkit/fonts.mjs';
import { isBrowserTest, isNodeTest, testFiles, TIERS, tierOf } from './testkit/tiers.mjs';

const started = performance.now();
const root = fileURLToPath(new URL('..', import.meta.url));
const [name = '', ...named] = process.argv.slice(2);
const paths = named
  .filter((word) => !word.startsWith('--'))
  .map((path) => relative(root, resolve(path)).replaceAll('\\', '/'));
process.chdir(root);
if (!Object.hasOwn(TIERS, name)) fail(`"${name}" is not a tier. The tiers are ${Object.keys(TIERS).join(', ')}.`);
if (named.includes('--help')) {
  for (const [tier, { what }] of Object.entries(TIERS)) console.log(`${tier.padEnd(8)} ${what}`);
  process.exit();
}

const files = [...new Set((paths.length ? paths : TIERS[name].folders).flatMap(filesBelow))];
if (!files.length) fail('No test file is there.');
// A named file runs with the packages of its own tier, and in Chromium unless BROWSERS says otherwise.
const tiers = paths.length ? [...new Set(files.map((file) => tierOf(file) ?? name))] : [name];
const browserFiles = files.filter(isBrowserTest);
const nodeFiles = files.filter(isNodeTest);
const browsers = process.env.BROWSERS?.split(',') ?? (paths.length ? ['chromium'] : [...TIERS[name].browsers]);
const more = tiers.flatMap((tier) => TIERS[tier].engines ?? []);

const totals = process.env.TOTALS || 'node_modules/.cache/say-something/totals.jsonl';
run('scripts/ensure.mjs', [
  `--browsers=${[...new Set([...browsers, ...more])].join(',')}`,
  ...tiers.flatMap((tier) => TIERS[tier].packages ?? []).map((folder) => `--packages=${folder}`),
  ...tiers.flatMap((tier) => TIERS[tier].debian ?? []).map((name) => `--debian=${name}`),
]) || fail('The packages or the browsers are not ready; see above.');
// After the installation, because the fonts come with the browsers.
pinFonts();
if (!process.env.TOTALS) {
  mkdirSync('node_modules/.cache/say-something', { recursive: true });
  rmSync(totals, { force: true });
}
const before = rows().length;

if (!paths.length && TIERS[name].types)
  run('scripts/types.mjs') || fail('There are type errors, so no test was run; see above.');
// A failed build ends the run, because the tests would run an old script.
const needsBuild = (file) => !/^tests\/(core|data|demo|elements|engines|fuzz|guest|page)\//.test(file);
if ((paths.length ? files.some(needsBuild) : true) && isStale()) {
  run('scripts/build.mjs') || fail('The build failed, so no test was run; see above.');
}
if (browserFiles.some((file) => file.startsWith('tests/others/frameworks/'))) {
  run('scripts/frameworks.mjs') || fail('The pages of the frameworks could not be built; see above.');
}
if (nodeFiles.length) {
  command(
    ...['--import=tsx', '--test', `--test-concurrency=${name === 'release' ? 1 : 2}`, '--test-timeout=900000'],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=./scripts/testkit/node-reporter.mjs', '--test-reporter-destination=stderr'],
    ...nodeFiles,
  );
}
if (browserFiles.length) command('node_modules/@web/test-runner/dist/bin.js', '--files', ...browserFiles);
report();

function filesBelow(path) {
  return existsSync(path) ? testFiles(path) : fail(`There is no ${path}.`);
}

/** Whether a source is newer than the build. A folder's own time shows that a file was removed. */
function isStale() {
  const built = statSync('dist/say-something.js', { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const site = statSync('site/index.html', { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = [
    'src',
    'demo',
    'scripts',
    'package.json',
    'rollup.config.mjs',
    'custom-elements-manifest.config.mjs',
  ];
  const all = sources.flatMap((source) =>
    statSync(source).isDirectory()
      ? [source, ...readdirSync(source, { recursive: true }).map((file) => `${source}/${file}`)]
      : [source],
  );
  return all.some((path) => statSync(path).mtimeMs > Math.min(built, site));
}

function run(script, args = []) {
  return spawnSync(process.execPath, [script, ...args], { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** Runs Node with a test command, which appends its counts to `totals`. A command that fails without a failed test counts as one. */
function command(...args) {
  const seen = rows().length;
  const env = { ...process.env, TOTALS: totals, BROWSERS: browsers.join(',') };
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  const failed = rows()
    .slice(seen)
    .some((row) => row.failed);
  if (status !== 0 && !failed)
    record({ engine: 'runner', files: 0, passed: 0, failed: 1, skipped: 0, faults: ['ended without a failed test'] });
}

function record(row) {
  appendFileSync(totals, `${JSON.stringify(row)}\n`);
}

function rows() {
  if (!existsSync(totals)) return [];
  return readFileSync(totals, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function report() {
  const ours = rows().slice(before);
  const sum = (key) => ours.reduce((total, row) => total + row[key], 0);
  const cells = [
    [name, 'files', 'passed', 'failed', 'skipped'],
    ...ours.map((row) => [row.engine, row.files, row.passed, row.failed, row.skipped]),
  ];
  console.log();
  for (const [label, ...numbers] of cells)
    console.log(String(label).padEnd(16) + numbers.map((cell) => String(cell).padStart(9)).join(''));
  const nothing = sum('passed') + sum('failed') ? 0 : 1;
  if (nothing) console.error('No test was run.');
  const failed = sum('failed') + nothing;
  console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`);
  if (!process.env.TOTALS)
    console.log(`\n${sum('passed')} passed, ${failed} failed${sum('skipped') ? `, ${sum('skipped')} skipped` : ''}`);
  process.exitCode = failed ? 1 : 0;
}

function fail(message) {
  console.error(`\n${message}`);
  if (process.env.TOTALS) record({ engine: name, files: 0, passed: 0, failed: 1, skipped: 0, faults: [message] });
  else console.log('\n0 passed, 1 failed');
  process.exit(1);
}
