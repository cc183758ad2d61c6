// A reporter for `node --test`. It names each failing test at once, and appends one line of JSON with the counts to the file in
// TOTALS. A file without a test and a test that is skipped without a reason count as failed.
import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @param {AsyncIterable<{ type: string, data: any }>} source */
export default async function* counts(source) {
  /** @type {{ engine: string, files: number, passed: number, failed: number, skipped: number, faults: string[] }} */
  const row = { engine: 'Node', files: 0, passed: 0, failed: 0, skipped: 0, faults: [] };
  const files = new Set();
  for await (const { type, data } of source) {
    if (data?.file) files.add(data.file);
    const fault = faultOf(type, data);
    if (fault) {
      row.failed++;
      row.faults.push(`${relative(process.cwd(), data.file ?? '')}: ${data.name}: ${fault}`);
      yield `not ok: ${row.faults.at(-1)}\n`;
    } else if (type === 'test:pass' && data.details?.type !== 'suite') {
      if (data.skip === undefined && data.todo === undefined) row.passed++;
      else row.skipped++;
    }
  }
  row.files = files.size;
  if (process.env.TOTALS) appendFileSync(process.env.TOTALS, `${JSON.stringify(row)}\n`);
}

/** The reason why a test that has ended counts as failed, or undefined. */
function faultOf(type, data) {
  // Do not count a suite that fails because of its tests, which are counted already. Count one that fails in a hook.
  if (type === 'test:fail') {
    const { failureType, cause } = data.details.error ?? {};
    return failureType === 'subtestsFailed' ? undefined : String(cause?.message ?? 'it failed').split('\n')[0];
  }
  if (type !== 'test:pass' || data.details?.type === 'suite') return undefined;
  // Node reports a file without tests as a test with the file's name.
  if (data.nesting === 0 && /\.test\.m[jt]s$/.test(data.name)) return 'no test was run';
  if (data.skip === undefined && data.todo === undefined) return undefined;
  return typeof data.skip === 'string' && data.skip ? undefined : 'skipped without a reason';
}
