// Each entry of `exports`, imported where there is no page, as a server does that draws pages.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { name, exports: published } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

/** Prints each tag that is registered. Lit brings a registry along, which a server may have as well. */
const PRINT_TAGS = `for (const tag of ['banner', 'exit', 'report', 'signs'])
  if (globalThis.customElements?.get('say-something-' + tag)) console.log(tag);`;

describe('a Node process that imports', () => {
  for (const entry of Object.keys(published)) {
    it(`${name}${entry.slice(1)} ends well, prints nothing and registers no tag`, () => {
      const options = entry.endsWith('.json') ? ", { with: { type: 'json' } }" : '';
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--input-type=module', '-e', `await import('${name}${entry.slice(1)}'${options});${PRINT_TAGS}`],
        { cwd: root, encoding: 'utf8' },
      );
      assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
    });
  }
});
