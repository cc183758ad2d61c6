// npm run routes: the lists that a safeguarding officer reads and signs.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { printRoutes } from '../../scripts/directory/routes.mjs';
import { load } from '../../scripts/directory/load.mjs';

const script = fileURLToPath(new URL('../../scripts/directory/routes.mjs', import.meta.url));
const { copyOf, hertfordshire, put, routesFor } = await load('tests/helpers/directory-corpus.ts');
async function run(...args) {
  let [out, err] = ['', ''];
  const status = await printRoutes(args, {
    log: (line = '') => (out += `${line}\n`),
    error: (line) => (err += `${line}\n`),
  });
  return { status, out, err, flat: out.replace(/\s+/g, ' ') };
}
const { status, out, flat } = await run();

test('prints without an error', () => assert.equal(status, 0));

test('names every contact with its number or address', async () => {
  for (const { name, channels } of hertfordshire.contacts) {
    assert.ok(flat.includes(name), name);
    for (const { value } of channels) assert.ok(flat.includes(value), value);
  }
});

test('says what is always on screen', async () => {
  assert.match(flat, /Danger now: Call 999; .*For children: Childline: Call 0800 1111/);
});

test('puts answers together that change nothing', async () => {
  assert.match(out, /126 combinations of answers, in 60 lists/);
  assert.match(flat, /Someone else \/ Not sure \+ Hertfordshire \/ Not sure \+ name: Fine to give it \/ Not sure/);
});

test('gives the order by day and by night', async () => {
  const list = flat.slice(flat.indexOf('Parent or carer + Hertfordshire / Not sure + name: Fine'));
  const order =
    /By day: 1\. Hertfordshire Children’s Services: Call 0300 123 4043\..* 3\. NSPCC Helpline: Call 0808 800 5000\..*By night, on a bank holiday: .* 5\. NSPCC Helpline: Call 0808 800 5000\. You are a parent or carer\. Then closed, or may be closed\./;
  assert.match(list.slice(0, 2000), order);
});

test('gives the advice for a school or health worker', async () => {
  assert.match(flat, /School or health worker \+ .* Tell your safeguarding lead today\./);
});

test('has a place to sign, with the date of the facts', async () => {
  assert.match(
    flat,
    /The facts are those of 23 November 2026; their owners have confirmed 0 of 24\..*Signature: _{20}/,
  );
});

test('prints every combination by itself when asked', async () => {
  const all = (await run('--all')).out;
  assert.match(all, /126 combinations of answers, in 126 lists/);
  assert.equal(all.match(/^\d+\. .*name: /gm)?.length, 126);
});

test('lists in each of them what the panel lists', async () => {
  const { out: everything } = await run('--all');
  const all = everything.split(/^(?=\d+\. )/m).slice(1);
  const names = new Map(hertfordshire.contacts.map(({ id, name }) => [id, name]));
  const [who, where, name] = hertfordshire.questions.map(({ answers }) => answers.map(({ id }) => id));
  const noon = new Date('2026-11-23T12:00:00Z');
  let index = 0;
  for (const one of who) {
    for (const two of where) {
      for (const three of name) {
        const ids = routesFor(hertfordshire, { who: one, where: two, name: three }, noon).map(
          ({ contact }) => contact.id,
        );
        const block = all[index++].replace(/\s+/g, ' ');
        const numbered = ids.map((id, i) => `${i + 1}. ${names.get(id)}: `);
        let from = 0;
        for (const entry of numbered) {
          const at = block.indexOf(entry, from);
          assert.ok(at >= 0, `${[one, two, three]}: ${entry}`);
          from = at;
        }
      }
    }
  }
  assert.equal(index, 126);
});

test('prints Markdown when asked', async () => {
  const markdown = (await run('--markdown')).out;
  assert.match(markdown, /^# Who is shown to whom: Hertfordshire$/m);
  assert.match(markdown, /^\| 1 \| Childline \| Call 0800 1111 \| You are under 19\. \|$/m);
});

test('says what the directory says, and nothing of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'say-something-'));
  try {
    const file = join(folder, 'elsewhere.json');
    const draft = put(
      put(copyOf(hertfordshire), 'directory', 'area.name', 'Elsewhere'),
      'childline',
      'name',
      'Kidsline',
    );
    put(draft, 'childline', 'channels[0].value', '0800 800 1234');
    writeFileSync(file, JSON.stringify(draft));
    const there = (await run(file)).flat;
    assert.match(there, /WHO IS SHOWN TO WHOM: ELSEWHERE/);
    assert.match(there, /For children: Kidsline: Call 0800 800 1234/);
    assert.doesNotMatch(there, /Childline: Call 0800 1111/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('refuses a directory that is not right, in a sentence', async () => {
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

test('fails as a command where there is no such file', () => {
  const { status: code } = spawnSync(process.execPath, [script, 'nowhere.json'], { encoding: 'utf8' });
  assert.notEqual(code, 0);
});
