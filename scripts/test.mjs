// npm test: types, build, the Node tests, then the browser tests in every engine found. Ends with one line,
// `N passed, N failed`, which counts every test once for each engine it ran in.
//
//   npm test -- --files tests/core/hours.test.ts 'tests/node/*.test.mjs'
//   BROWSERS=chromium npm test -- --coverage
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const rows = [];

try {
  await main();
} catch (error) {
  console.error(error);
  rows.push({ engine: 'npm test itself', files: 0, passed: 0, failed: 1, skipped: 0 });
}
report();

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      files: { type: 'string', multiple: true },
      coverage: { type: 'boolean' },
      'skip-build': { type: 'boolean' },
    },
  });
  const wanted = [...(values.files ?? []), ...positionals];
  const nodeTests = wanted.length ? wanted.filter((name) => name.endsWith('.mjs')) : ['tests/node/**/*.test.mjs'];
  const browserTests = wanted.length
    ? wanted.filter((name) => !name.endsWith('.mjs'))
    : ['tests/**/*.test.ts', '!tests/peers/**'];

  if (!values['skip-build'] && !(step('types', 'scripts/types.mjs') && step('build', 'scripts/build.mjs'))) return;
  if (nodeTests.length) await runNodeTests(nodeTests);
  if (browserTests.some((name) => !wanted.length || name.startsWith('tests/frameworks/'))) {
    if (!step('frameworks', 'scripts/frameworks.mjs')) return;
  }
  if (browserTests.length) runBrowserTests(browserTests, values.coverage);
}

/** Tests of code that does not compile or build would say nothing, so a failure here is the end. */
function step(name, script) {
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) rows.push({ engine: name, files: 0, passed: 0, failed: 1, skipped: 0 });
  return status === 0;
}

async function runNodeTests(patterns) {
  const row = { engine: 'Node', files: 0, passed: 0, failed: 0, skipped: 0 };
  rows.push(row);
  const all = readdirSync('tests', { recursive: true }).map((name) => `tests/${name.replaceAll('\\', '/')}`);
  const files = all.filter(
    (name) => name.endsWith('.test.mjs') && patterns.some((pattern) => globToRegExp(pattern).test(name)),
  );
  row.files = files.length;
  if (!files.length) {
    console.error(`No Node test matches ${patterns.join(' ')}`);
    row.failed++;
    return;
  }
  // Node gives a file that holds no test the result of a test with the file's name.
  const isFile = (test) => test.nesting === 0 && files.some((file) => test.name.endsWith(file));
  const isSuite = (test) => test.details?.type === 'suite';
  const stream = run({ files, concurrency: 2, timeout: 900_000 });
  stream.on('test:pass', (test) => {
    if (isSuite(test)) return;
    if (isFile(test)) {
      console.error(`${test.name}: no test was run`);
      row.failed++;
    } else if (test.skip !== undefined || test.todo !== undefined) {
      // a string is the reason, true is none
      if (typeof test.skip === 'string' && test.skip) row.skipped++;
      else {
        console.error(`${test.name}: skipped without a reason`);
        row.failed++;
      }
    } else row.passed++;
  });
  stream.on('test:fail', (test) => {
    // a suite, or a test with tests in it, fails with its own children, which are counted; or in a hook, which is not
    if (test.details.error?.failureType !== 'subtestsFailed') row.failed++;
  });
  const output = stream.compose(new spec());
  output.pipe(process.stdout, { end: false });
  await finished(output, { writable: false });
}

/** `**` and `*` are all that is needed; Node 20's own matchesGlob is an experiment that prints a warning. */
function globToRegExp(pattern) {
  const source = pattern
    .replace(/[.+^${}()|[\]\\?]/g, '\\$&')
    .replace(/\*\*\/|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
  return new RegExp(`^(?:\\./)?${source}$`);
}

function runBrowserTests(patterns, coverage) {
  const file = 'coverage/totals-browsers.json';
  mkdirSync('coverage', { recursive: true });
  rmSync(file, { force: true });
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@web/test-runner/dist/bin.js', ...(coverage ? ['--coverage'] : [])],
    { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, TEST_FILES: patterns.join('\n') } },
  );
  const engines = existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8'))) : [];
  for (const [engine, counts] of engines) rows.push({ engine, ...counts });
  const failed = engines.some(([, counts]) => counts.failed);
  if (!engines.length || (status !== 0 && !failed)) {
    rows.push({ engine: 'test runner', files: 0, passed: 0, failed: 1, skipped: 0 });
  }
}

function report() {
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const cells = [
    ['', 'files', 'passed', 'failed', 'skipped'],
    ...rows.map((row) => [row.engine, row.files, row.passed, row.failed, row.skipped]),
  ];
  console.log();
  for (const [name, ...numbers] of cells) {
    console.log(name.padEnd(16) + numbers.map((cell) => String(cell).padStart(9)).join(''));
  }
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  if (!passed && !failed) console.error('\nNo test was run.');
  const nothing = passed || failed ? 0 : 1;
  console.log(`\n${passed} passed, ${failed + nothing} failed${skipped ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed + nothing ? 1 : 0;
}
