import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/** A skipped test says why in its title; tests/helpers/skip.ts writes it so. */
const hasReason = /\[skipped: .+\]$/;

/** Counts what happened in each engine, prints every skipped test, and writes both to a file for scripts/test.mjs. */
export function totalsReporter(file) {
  return {
    stop({ sessions, testCoverage }) {
      const engines = {};
      const skips = new Map();
      const problems = [];
      for (const session of sessions) {
        const name = session.browser.name;
        const engine = (engines[name] ??= { files: 0, passed: 0, failed: 0, skipped: 0 });
        const tests = session.testResults ? flatten(session.testResults) : [];
        const failed = tests.filter((test) => !test.passed && !test.skipped).length;
        const path = relative(process.cwd(), session.testFile);
        engine.files++;
        engine.passed += tests.filter((test) => test.passed && !test.skipped).length;
        engine.failed += failed;
        // A file that did not load, whose hook failed or that holds no test at all has no failed test to be counted by
        if (!failed && (!session.passed || tests.length === 0)) {
          engine.failed++;
          problems.push(`${name}: ${path}: ${tests.length ? 'failed outside its tests' : 'no test was run'}`);
        }
        for (const { title } of tests.filter((test) => test.skipped)) {
          const key = `${path}: ${title}`;
          skips.set(key, [...(skips.get(key) ?? []), name]);
          if (hasReason.test(title)) {
            engine.skipped++;
          } else {
            engine.failed++;
            problems.push(`${name}: ${key}: skipped without a reason; see tests/helpers/skip.ts`);
          }
        }
      }
      if (testCoverage?.summary.lines.total === 0) problems.push('Coverage counted no line at all.');
      for (const [title, names] of skips) console.log(`Skipped in ${names.join(', ')}: ${title}`);
      for (const problem of problems) console.error(problem);
      if (problems.length || !sessions.length) process.exitCode = 1;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(engines, null, 2)}\n`);
    },
  };
}

function flatten(suite, prefix = '') {
  const title = [prefix, suite.name].filter(Boolean).join(' › ');
  const tests = suite.tests.map((test) => ({ ...test, title: [title, test.name].filter(Boolean).join(' › ') }));
  return [...tests, ...suite.suites.flatMap((inner) => flatten(inner, title))];
}
