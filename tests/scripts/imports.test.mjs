// Imports each entry of `exports` without a page, as a server that renders pages does.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { name, exports: published } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

/** Prints each registered tag. Lit has a registry of its own for servers, and a server may have one too. */
const PRINT_TAGS = `for (const tag of ['banner', 'exit', 'report', 'signs'])
  if (globalThis.customElements?.get('say-something-' + tag)) console.log(tag);`;

describe('a Node process that imports an entry', () => {
  for (const entry of Object.keys(published)) {
    it(`exits with code 0, prints nothing and registers no tag for ${name}${entry.slice(1)}`, () => {
      const options = entry.endsWith('.json') ? ", { with: { type: 'json' } }" : '';
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--input-type=module', '-e', `await import('${name}${entry.slice(1)}'${options});${PRINT_TAGS}`],
        { cwd: root, encoding: 'utf8' },
      );
      assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
    });
  }

  for (const condition of ['edge-light', 'workerd']) {
    it(`loads no Lit for ${name} under the condition of an edge worker, ${condition}`, () => {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [
          `--conditions=${condition}`,
          '--input-type=module',
          '-e',
          `await import('${name}'); console.log(Object.hasOwn(globalThis, 'litElementVersions'), import.meta.resolve('${name}'));`,
        ],
        { cwd: root, encoding: 'utf8' },
      );
      assert.equal(stderr, '');
      assert.match(stdout, /^false file:.*\/dist\/server\.js\n$/);
    });
  }
});
