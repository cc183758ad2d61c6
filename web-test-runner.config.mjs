import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { mediaCommand } from './scripts/testkit/commands.mjs';
import { found, launchers } from './scripts/testkit/engines.mjs';
import { filtersPlugin } from './scripts/testkit/filters.mjs';
import { wantedBrowsers } from './scripts/testkit/find.mjs';
import { demoMiddleware } from './scripts/testkit/static.mjs';
import { totalsReporter } from './scripts/testkit/totals.mjs';

const wanted = wantedBrowsers();
const missing = wanted.filter((name) => !found[name]);
if (missing.length && (process.env.CI || process.env.BROWSERS))
  throw new Error(
    `These browsers were not found: ${missing.join(', ')}. Run node scripts/ensure.mjs --browsers=${missing.join(',')}.`,
  );
if (missing.length)
  console.warn(`These browsers are not installed, so nothing is tested in them: ${missing.join(', ')}.\n`);

export default {
  files: process.env.TEST_FILES?.split('\n') ?? ['tests/**/*.test.ts', '!tests/**/node_modules/**'],
  nodeResolve: { exportConditions: ['development'] },
  browsers: wanted.filter((name) => found[name]).map((name) => launchers[name]()),
  concurrentBrowsers: 3,
  // These limits end tests that hang. They are far above the time that a test takes on a busy machine.
  testFramework: { config: { timeout: 120_000 } },
  // A failed list names what is in it; by default chai prints `[ Array(1) ]`. The other entry of the package would look for mocha, which is
  // not there yet, and never remove the fixtures of a test.
  testRunnerHtml: (framework) => `<!doctype html><html><body>
    <script type="module">
      import { chai } from '@open-wc/testing/pure';
      chai.config.truncateThreshold = 2000;
    </script>
    <script type="module" src="${framework}"></script>
  </body></html>`,
  testsFinishTimeout: 1_800_000,
  browserStartTimeout: 300_000,
  middleware: [demoMiddleware()],
  plugins: [
    mediaCommand(),
    filtersPlugin(),
    esbuildPlugin({ ts: true, tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
  ],
  reporters: [defaultReporter(), totalsReporter(process.env.TOTALS)],
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  coverageConfig: {
    include: ['src/**/*.ts'],
    // with an empty list no line is counted, and every threshold passes
    exclude: ['**/node_modules/**'],
    reporters: ['text-summary', 'lcovonly'],
  },
};
