/** The engine that runs the tests. The product never reads it. */
export const engine = /firefox/i.test(navigator.userAgent)
  ? 'firefox'
  : /chrom/i.test(navigator.userAgent)
    ? 'chromium'
    : 'webkit';

/**
 * Like `it`, but skips the test with the reason in its title when a browser cannot do what the test needs. A test that is skipped
 * without a reason counts as failed.
 *
 *     itUnless(engine === 'webkit' && 'WebKitGTK has no forced colours', 'keeps its borders', async () => { … });
 */
export function itUnless(reason: string | false, title: string, test: Mocha.AsyncFunc | Mocha.Func): void {
  if (reason) it.skip(`${title} [skipped: ${reason}]`, test as Mocha.Func);
  else it(title, test as Mocha.Func);
}
