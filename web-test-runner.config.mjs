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
if (missing.length && (process.env.CI || process.env.BROWSERS)) throw new Error(`Not found: ${missing.join(', ')}`);
if (missing.length) console.warn(`Not installed here, so not tested: ${missing.join(', ')}\n`);

export default {
  files: process.env.TEST_FILES?.split('\n') ?? ['tests/**/*.test.ts', '!tests/peers/**'],
  nodeResolve: { exportConditions: ['development'] },
  browsers: wanted.filter((name) => found[name]).map((name) => launchers[name]()),
  concurrentBrowsers: 3,
  // axe takes more than mocha's two seconds on a busy machine
  testFramework: { config: { timeout: 15_000 } },
  testsFinishTimeout: 240_000,
  browserStartTimeout: 90_000,
  middleware: [demoMiddleware()],
  plugins: [
    mediaCommand(),
    filtersPlugin(),
    esbuildPlugin({ ts: true, tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
  ],
  reporters: [defaultReporter(), totalsReporter('coverage/totals-browsers.json')],
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  coverageConfig: {
    include: ['src/**/*.ts'],
    // with an empty list nothing at all is counted, and every threshold passes
    exclude: ['**/node_modules/**'],
    reporters: ['text-summary', 'lcovonly'],
  },
};
