import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';

/** The reason in the title of a skipped test, as tests/helpers/skip.ts writes it. */
const hasReason = /\[skipped: .+\]$/;

/**
 * A reporter for Web Test Runner. It names each failing test when its file ends, prints every skipped test, and appends one line of
 * JSON with the counts of each engine to `file`. A file without a test and a test that is skipped without a reason count as failed.
 *
 * @param {string | undefined} file
 */
export function totalsReporter(file) {
  return {
    reportTestFileResults({ sessionsForTestFile, testFile }) {
      for (const session of sessionsForTestFile) {
        const failed = flatten(session.testResults).filter((test) => !test.passed && !test.skipped);
        for (const { title } of failed) {
          console.error(`not ok: ${relative(process.cwd(), testFile)}: ${session.browser.name}: ${title}`);
        }
      }
    },
    stop({ sessions, testCoverage }) {
      const engines = {};
      const skips = new Map();
      const problems = [];
      for (const session of sessions) {
        const name = session.browser.name;
        const row = (engines[name] ??= { engine: name, files: 0, passed: 0, failed: 0, skipped: 0, faults: [] });
        const tests = flatten(session.testResults);
        const failing = tests.filter((test) => !test.passed && !test.skipped);
        const failed = failing.length;
        const path = relative(process.cwd(), session.testFile);
        row.files++;
        row.passed += tests.filter((test) => test.passed && !test.skipped).length;
        row.failed += failed;
        row.faults.push(...failing.map(({ title, error }) => `${path}: ${name}: ${title}: ${firstLine(error)}`));
        // Count a file that did not load, whose hook failed or that has no test, because it has no failed test to count.
        if (!failed && (!session.passed || tests.length === 0)) {
          row.failed++;
          row.faults.push(`${path}: ${name}: ${tests.length ? 'failed outside its tests' : 'no test was run'}`);
          problems.push(`not ok: ${row.faults.at(-1)}`);
        }
        for (const { title } of tests.filter((test) => test.skipped)) {
          const key = `${path}: ${title}`;
          skips.set(key, [...(skips.get(key) ?? []), name]);
          if (hasReason.test(title)) row.skipped++;
          else {
            row.failed++;
            row.faults.push(`${key}: ${name}: skipped without a reason; see tests/helpers/skip.ts`);
            problems.push(`not ok: ${row.faults.at(-1)}`);
          }
        }
      }
      if (testCoverage?.summary.lines.total === 0)
        problems.push('Coverage counted no lines. Check `include` and `exclude` in web-test-runner.config.mjs.');
      for (const [title, names] of skips) console.log(`Skipped in ${names.join(', ')}: ${title}`);
      for (const problem of problems) console.error(problem);
      if (problems.length || !sessions.length) process.exitCode = 1;
      if (file) for (const row of Object.values(engines)) appendFileSync(file, `${JSON.stringify(row)}\n`);
    },
  };
}

const firstLine = (error) => String(error?.message ?? '').split('\n')[0];

function flatten(suite, prefix = '') {
  if (!suite) return [];
  const title = [prefix, suite.name].filter(Boolean).join(' › ');
  const tests = suite.tests.map((test) => ({ ...test, title: [title, test.name].filter(Boolean).join(' › ') }));
  return [...tests, ...suite.suites.flatMap((inner) => flatten(inner, title))];
}
