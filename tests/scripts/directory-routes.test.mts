// npm run routes prints the lists that a safeguarding officer reads and signs.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { AUDIENCE_NAMES } from '../../demo/audiences.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import type { Audience } from '../../src/core/audiences.js';
import type { Answers } from '../../src/core/directory.js';
import { panelFor } from '../../src/core/panel.js';
import { routesFor } from '../../src/core/routing.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { signs as guide } from '../../src/data/signs.js';
import { copyOf, gatheredOn, put } from '../helpers/directory-corpus.js';
import { number } from '../helpers/numbers.js';

const script = fileURLToPath(new URL('../../scripts/directory/routes.mjs', import.meta.url));
// the scripts are JavaScript, which the tests' compiler does not check
const { printRoutes } = (await import(script)) as {
  printRoutes: (
    args: readonly string[],
    out: { log: (line?: string) => void; error: (line: string) => void },
  ) => Promise<number>;
};
async function run(...args: string[]) {
  let [out, err] = ['', ''];
  const status = await printRoutes(args, {
    log: (line: string = '') => (out += `${line}\n`),
    error: (line: string) => (err += `${line}\n`),
  });
  return { status, out, err, flat: out.replace(/[ \n]+/g, ' ') };
}
const { status, out, flat } = await run();

test('prints without an error', () => assert.equal(status, 0));

test('names every contact with its number or address', () => {
  for (const { name, channels } of hertfordshire.contacts) {
    assert.ok(flat.includes(name), name);
    for (const { value } of channels) assert.ok(flat.includes(value), value);
  }
});

test('says what is always on screen', () => {
  assert.match(flat, new RegExp(`Danger now: Call 999; .*For children: Childline: Call ${number('childline')}`));
});

test('gives every reason in words', () => assert.doesNotMatch(flat, /undefined/));

test('gives for every audience the order before any answer, whose first three are the panel’s at any hour', () => {
  const part = flat.slice(flat.indexOf('Before anybody answers'), flat.indexOf('combinations of answers'));
  const panelAt = (audience: Audience, time: string) =>
    panelFor({ directory: hertfordshire, guide, audience, at: new Date(time) });
  for (const audience of AUDIENCES) {
    const { first, more } = panelAt(audience, '2026-11-23T12:00:00Z');
    const list = [...first, ...more].map(({ contact: { name, channels } }, i) => {
      const value = channels[0]?.value ?? '';
      return `${i + 1}\\. ${name}: [A-Z][a-z]+(?: at)? ${value.replaceAll('.', '\\.')}\\. [^:]+?`;
    });
    assert.match(part, new RegExp(`${AUDIENCE_NAMES[audience]}(?: /[^:]*)?: ${list.join('')}`), audience);
    for (const time of ['2026-11-28T03:00:00Z', '2026-12-25T12:00:00Z'])
      assert.deepEqual(panelAt(audience, time).first, first, `${audience}, ${time}`);
  }
});

test('groups answers that lead to the same lists', () => {
  assert.match(out, /126 combinations of answers, in 60 lists/);
  assert.match(flat, /Someone else \/ Not sure \+ Hertfordshire \/ Not sure \+ name: Fine to give it \/ Not sure/);
});

test('gives the order by day and by night', () => {
  const list = flat.slice(flat.indexOf('Parent or carer + Hertfordshire / Not sure + name: Fine'));
  const order =
    `By day: 1\\. Hertfordshire Children’s Services: Call ${number('herts-childrens-services')}\\..* 3\\. NSPCC Helpline: Call ${number('nspcc-helpline')}\\..*` +
    `By night, on a bank holiday: .* 5\\. NSPCC Helpline: Call ${number('nspcc-helpline')}\\. You are a parent or carer\\. Then closed, or may be closed\\.`;
  assert.match(list.slice(0, 2000), new RegExp(order));
});

test('gives the advice for a school or health worker', () => {
  assert.match(flat, /School or health worker \+ .* Tell your safeguarding lead today\./);
});

test('has a place to sign and the date of the facts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'say-something-'));
  const file = join(folder, 'fixed.json');
  writeFileSync(file, JSON.stringify(gatheredOn(hertfordshire)));
  const { flat } = await run(file);
  rmSync(folder, { recursive: true });
  assert.match(
    flat,
    /The facts are those of 23 November 2026; their owners have confirmed 0 of 24\..*Signature: _{20}/,
  );
});

test('prints every combination by itself with --all', async () => {
  const all = (await run('--all')).out;
  assert.match(all, /126 combinations of answers, in 126 lists/);
  assert.equal(all.match(/^\d+\. .*name: /gm)?.length, 126);
});

test('lists for each combination the same routes as the panel', async () => {
  const { out: everything } = await run('--all');
  const all = everything.split(/^(?=\d+\. )/m).slice(1);
  const names = new Map(hertfordshire.contacts.map(({ id, name }) => [id, name]));
  const [who = [], where = [], name = []] = hertfordshire.questions.map(({ answers }) => answers.map(({ id }) => id));
  const noon = new Date('2026-11-23T12:00:00Z');
  let index = 0;
  for (const one of who) {
    for (const two of where) {
      for (const three of name) {
        const ids = routesFor(hertfordshire, { who: one, where: two, name: three } as Answers, noon).map(
          ({ contact }) => contact.id,
        );
        const block = (all[index++] ?? '').replace(/\s+/g, ' ');
        const numbered = ids.map((id, i) => `${i + 1}. ${names.get(id)}: `);
        let from = 0;
        for (const entry of numbered) {
          const at = block.indexOf(entry, from);
          assert.ok(at >= 0, `${[one, two, three].join()}: ${entry}`);
          from = at;
        }
      }
    }
  }
  assert.equal(index, 126);
});

test('prints Markdown with --markdown', async () => {
  const markdown = (await run('--markdown')).out;
  assert.match(markdown, /^# Who is shown to whom: Hertfordshire$/m);
  assert.match(
    markdown,
    new RegExp(`^\\| 1 \\| Childline \\| Call ${number('childline')} \\| You are under 19\\. \\|$`, 'm'),
  );
});

test('prints only facts of the given directory', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'say-something-'));
  try {
    const file = join(folder, 'elsewhere.json');
    const draft = put(
      put(copyOf(hertfordshire), 'directory', 'area.name', 'Elsewhere'),
      'childline',
      'name',
      'Kidsline',
    );
    put(draft, 'childline', 'channels[0].value', '0808 157 0001');
    writeFileSync(file, JSON.stringify(draft));
    const there = (await run(file)).flat;
    assert.match(there, /WHO IS SHOWN TO WHOM: ELSEWHERE/);
    assert.match(there, /For children: Kidsline: Call 0808\u00a0157\u00a00001/);
    assert.doesNotMatch(there, new RegExp(`Call ${number('childline')}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('refuses a directory with problems and says why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'say-something-'));
  try {
    const file = join(folder, 'broken.json');
    writeFileSync(file, JSON.stringify(put(copyOf(hertfordshire), 'childline', 'name', '')));
    const broken = await run(file);
    assert.equal(broken.status, 1);
    assert.match(broken.err, /In childline, name is ""/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('fails when the file does not exist', () => {
  const { status: code } = spawnSync(process.execPath, ['--import', 'tsx', script, 'nowhere.json'], {
    encoding: 'utf8',
  });
  assert.notEqual(code, 0);
});
