// npm run directory prints problems as sentences, or a checklist for the maintainer of the directory.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Contact } from '../../src/core/directory.js';
import type { Problem } from '../../src/core/directory-rules.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { hertfordshireSources } from '../../src/data/hertfordshire-sources.js';
import type { copyOf } from '../helpers/directory-corpus.js';
import { gatheredOn, corpus, PROBLEM_CODES, put } from '../helpers/directory-corpus.js';

const script = fileURLToPath(new URL('../../scripts/directory/check.mjs', import.meta.url));
// the scripts are JavaScript, which the tests' compiler does not check
const { check } = (await import(script)) as {
  check: (args: readonly string[], out: Record<'log' | 'error', (line: string) => void>) => Promise<number>;
};
const { SENTENCES, sentenceFor } = (await import(fileURLToPath(new URL('sentences.mjs', `file://${script}`)))) as {
  SENTENCES: object;
  sentenceFor: (problem: Problem, value: unknown) => string;
};
const folder = mkdtempSync(join(tmpdir(), 'say-something-'));
after(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  let [out, err] = ['', ''];
  const status = await check(args, {
    log: (line: string) => (out += `${line}\n`),
    error: (line: string) => (err += `${line}\n`),
  });
  return { status, out, err, flat: `${out}${err}`.replace(/[ \n]+/g, ' ') };
}

const fixed = gatheredOn(hertfordshire);
/** The real directory with all facts gathered on one day and with its sources in it, as in an author's file. */
const withSources = {
  ...fixed,
  contacts: hertfordshire.contacts.map(({ id }, i) => ({
    ...(fixed['contacts'] as object[])[i],
    sources: hertfordshireSources[id],
  })),
};
const runFixed = (...args: string[]): ReturnType<typeof run> => run(fileOf(withSources, 'fixed.json'), ...args);

function fileOf(value: unknown, name = 'my-area.json'): string {
  const file = join(folder, name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

const edited = (...edits: [entry: string, field: string, value: unknown][]): ReturnType<typeof copyOf> => {
  const draft = gatheredOn(hertfordshire);
  for (const edit of edits) put(draft, ...edit);
  return draft;
};

describe('sentenceFor', () => {
  test('has a sentence for every problem code and for no other', () => {
    assert.deepEqual(Object.keys(SENTENCES).sort(), Object.keys(PROBLEM_CODES).sort());
  });

  const cases = corpus(hertfordshire).filter(({ problems }) => problems.length);
  for (const { name, value, problems } of cases) {
    test(`says where the problem is, what is wrong and what to write instead: ${name}`, () => {
      for (const problem of problems) {
        const sentence = sentenceFor(problem, value);
        const [first = '', ...rest] = sentence.split('. ');
        assert.ok(first.toLowerCase().includes(problem.entry.toLowerCase()), sentence);
        assert.ok(!problem.field || first.includes(problem.field), sentence);
        assert.ok(rest.join('. ').length > 15 && sentence.endsWith('.'), sentence);
        assert.doesNotMatch(sentence, /undefined|\[object|NaN|\.\. /, sentence);
      }
    });
  }

  test('says that a value that throws cannot be read', () => {
    const value = Object.defineProperty({}, 'area', { enumerable: true, get: () => { throw new Error('no'); } }); // prettier-ignore
    assert.match(
      sentenceFor({ entry: 'directory', field: '', code: 'unreadable' }, value),
      /^The directory cannot be read/,
    );
  });

  test('quotes the value and gives a correct example', () => {
    const value = edited(['nspcc-helpline', 'channels[0].value', '0808 157 000']);
    const sentence = sentenceFor({ entry: 'nspcc-helpline', field: 'channels[0].value', code: 'number' }, value);
    assert.match(sentence, /^In nspcc-helpline, channels\[0\]\.value is "0808 157 000"/);
    assert.match(sentence, /"0\d{3} \d{3} \d{4}"/);
  });

  test('lists the allowed words', () => {
    const value = edited(['childline', 'anonymity', 'maybe']);
    assert.match(
      sentenceFor({ entry: 'childline', field: 'anonymity', code: 'value' }, value),
      /is "maybe".*Write one of: yes, on-request, partly, not-guaranteed, no\./,
    );
  });

  test('quotes the schema’s description of a missing field', () => {
    const value = edited(['childline', 'gathered', undefined]);
    assert.match(
      sentenceFor({ entry: 'childline', field: 'gathered', code: 'missing' }, value),
      /is not there\. Add it\. The day on which its facts were copied from public pages\. For example: "2026-11-23"\./,
    );
  });
});

describe('npm run directory', () => {
  test('finds no problem with Hertfordshire', async () => {
    const { status, out, err } = await runFixed('--today', '2026-11-23');
    assert.equal(status, 0);
    assert.equal(err, '');
    assert.match(out, /24 contacts, \d+ channels, no problems\./);
  });

  test('lists every contact, every channel and every source', async () => {
    const { flat } = await runFixed('--today', '2026-11-23');
    for (const { id, name, channels } of hertfordshire.contacts) {
      assert.ok(flat.includes(`${name} (${id})`), id);
      for (const { value } of channels) assert.ok(flat.includes(value), value);
      for (const source of hertfordshireSources[id] ?? []) assert.ok(flat.includes(source), source);
    }
  });

  test('lists the sources of the built-in directory too', async () => {
    const { flat } = await run('--today', '2026-11-23');
    for (const source of Object.values(hertfordshireSources).flat()) assert.ok(flat.includes(source), source);
  });

  test('keeps its lines within 100 columns, except for addresses', async () => {
    const { out } = await runFixed('--today', '2028-09-01');
    const long = out.split('\n').filter((line) => line.length > 100 && !/^\s*\S+$/.test(line));
    assert.deepEqual(long, []);
  });

  test('reads the author’s own file', async () => {
    const file = fileOf(edited(['directory', 'area.name', 'Elsewhere']));
    const { status, out } = await run(file, '--today', '2026-11-23');
    assert.equal(status, 0);
    assert.match(out, /my-area\.json: Elsewhere, 24 contacts/);
  });

  test('prints a sentence for every problem and fails', async () => {
    const file = fileOf(
      edited(
        ['childline', 'channels[0].value', '0808-157-0001'],
        ['ceop', 'channels[0].value', 'http://www.ceop.police.uk/'],
      ),
    );
    const { status, err, flat } = await run(file);
    assert.equal(status, 1);
    assert.match(err, /^2 problems in /);
    assert.match(flat, /1\. In childline, channels\[0\]\.value is "0808-157-0001", which is not a number/);
    assert.match(
      flat,
      /2\. In ceop, channels\[0\]\.value is "http:\/\/www\.ceop\.police\.uk\/", which is not an address/,
    );
  });

  test('prints no checklist for a directory with problems', async () => {
    const { out } = await run(fileOf(edited(['childline', 'name', ''])));
    assert.equal(out, '');
  });

  test('ends with exit code 1 for a directory with problems', () => {
    const file = fileOf(edited(['childline', 'name', '']));
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, file], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /In childline, name is ""/);
  });

  test('says that a file is not JSON', async () => {
    const { status, flat } = await run(fileOf('{ "area": }', 'broken.json'));
    assert.equal(status, 1);
    assert.match(flat, /broken\.json cannot be read as JSON.*Look for a missing comma/);
  });

  test('says that a file does not exist', async () => {
    const { status, flat } = await run(join(folder, 'nowhere.json'));
    assert.equal(status, 1);
    assert.match(flat, /nowhere\.json cannot be read/);
  });

  test('finds a contact whose only rule is for other people than the contact', async () => {
    const draft = edited();
    (draft['routes'] as object[]).push({ when: { who: ['under-19'] }, contacts: ['left-out'], reason: 'under-19' });
    (draft['contacts'] as object[]).push({
      ...(hertfordshire.contacts.find(({ id }) => id === 'nspcc-helpline') as Contact),
      id: 'left-out',
    });
    const { status, flat } = await run(fileOf(draft));
    assert.equal(status, 1);
    assert.match(flat, /left-out is not reached by any answer\./);
  });

  test('says that no contact is confirmed', async () => {
    assert.match((await runFixed('--today', '2026-11-23')).out, /Never confirmed by their owner: 24 of 24\./);
  });

  test('counts the confirmed contacts', async () => {
    const file = fileOf(edited(['childline', 'confirmed', '2027-01-04']));
    const { out } = await run(file, '--today', '2027-01-05');
    assert.match(out, /Never confirmed by their owner: 23 of 24\./);
    assert.match(out, /Confirmed by the service on 4 January 2027\. 179 days left until 3 July 2027\./);
  });

  test('says how many days are left until facts are stale', async () => {
    assert.match(
      (await runFixed('--today', '2027-05-22')).out,
      /Copied on 23 November 2026\. Never confirmed\. 0 days left until 22 May 2027\./,
    );
  });

  test('warns when facts will soon be stale', async () => {
    assert.match(
      (await runFixed('--today', '2027-05-01')).out,
      /\[ \] Childline \(childline\): stale in 22 days, on 23 May 2027\./,
    );
  });

  test('says that facts are stale', async () => {
    const { out } = await runFixed('--today', '2027-06-01');
    assert.match(out, /\[ \] Childline \(childline\): stale since 23 May 2027\./);
    assert.match(out, /Stale: 24 of 24\./);
  });

  test('passes when facts are stale, except with --fail-when-stale', async () => {
    assert.equal((await runFixed('--today', '2027-05-23')).status, 0);
    assert.equal((await runFixed('--today', '2027-05-23', '--fail-when-stale')).status, 1);
    assert.equal((await runFixed('--today', '2027-05-22', '--fail-when-stale')).status, 0);
  });

  test('names each contact whose facts are stale with --fail-when-stale', async () => {
    const draft = edited(['childline', 'confirmed', '2027-02-01'], ['ceop', 'confirmed', '2027-03-01']);
    const { status, out, err } = await run(fileOf(draft), '--today', '2027-05-23', '--fail-when-stale', '--brief');
    assert.equal(status, 1);
    const named = err.trim().split('\n');
    const others = hertfordshire.contacts.filter(({ id }) => id !== 'childline' && id !== 'ceop');
    assert.deepEqual(named.toSorted(), others.map(({ id, name }) => `Stale: ${name} (${id}), 23 May 2027.`).sort());
    assert.doesNotMatch(out, /Soon stale/);
  });

  test('warns six weeks before facts are stale and passes', async () => {
    const due = '--fail-when-stale';
    assert.doesNotMatch((await runFixed('--today', '2027-04-10', due, '--brief')).out, /Soon stale/);
    const { status, out, err } = await runFixed('--today', '2027-04-11', due, '--brief');
    assert.equal(status, 0);
    assert.equal(err, '');
    assert.equal(out.match(/^Soon stale: .+, 23 May 2027\.$/gm)?.length, hertfordshire.contacts.length);
    // without --brief the checklist names the contacts instead
    assert.doesNotMatch((await runFixed('--today', '2027-04-11')).out, /Soon stale/);
  });

  test('ends with exit code 1 for stale facts, as the weekly workflow needs', () => {
    const file = fileOf(gatheredOn(hertfordshire), 'fixed.json');
    const args = ['--import', 'tsx', script, file, '--brief', '--fail-when-stale', '--today'];
    const late = spawnSync(process.execPath, [...args, '2027-05-23'], { encoding: 'utf8' });
    assert.equal(late.status, 1);
    assert.match(late.stderr, /^Stale: Childline \(childline\), 23 May 2027\.$/m);
    assert.equal(spawnSync(process.execPath, [...args, '2027-05-22']).status, 0);
  });

  test('warns a year before facts expire', async () => {
    const line = /herts-childrens-services\): its facts hold until 31 March 2028/;
    assert.doesNotMatch((await runFixed('--today', '2027-03-31')).flat, line);
    assert.match((await runFixed('--today', '2027-04-01')).flat, line);
  });

  test('says that facts have expired and what the panel shows', async () => {
    assert.match(
      (await runFixed('--today', '2028-04-01')).flat,
      /its facts held until 31 March 2028\. The panel says that it may have changed\./,
    );
    assert.match(
      (await runFixed('--today', '2028-07-01')).flat,
      /its facts held until 31 March 2028\. The finder has taken its place\./,
    );
  });

  test('warns a year before the bank holidays end', async () => {
    const line = /Bank holidays: the table ends on 31 December 2028/;
    assert.doesNotMatch((await runFixed('--today', '2027-12-31')).flat, line);
    assert.match((await runFixed('--today', '2028-01-01')).flat, line);
    assert.match(
      (await runFixed('--today', '2029-01-01')).flat,
      /Bank holidays: the table ended on 31 December 2028\./,
    );
  });

  test('points out facts with few sources', async () => {
    assert.match((await runFixed('--today', '2026-11-23')).out, /nhs-sarc\): only 1 source\./);
  });

  test('points out a day that has not come yet', async () => {
    const { out } = await run(fileOf(edited(['childline', 'gathered', '2027-11-23'])), '--today', '2026-11-23');
    assert.match(out.replace(/\s+/g, ' '), /childline\): "gathered" is 23 November 2027, which has not come yet\./);
  });

  test('prints two lines with --brief', async () => {
    const { out } = await runFixed('--brief', '--today', '2026-11-23');
    assert.equal(out.trim().split('\n').length, 2);
    assert.match(out, /Not confirmed by their owner: 24\. Stale: 0\. Days until the next is stale: 180\./);
  });

  test('says how to write the day of --today', async () => {
    const { status, flat } = await runFixed('--today', '1 June 2027');
    assert.equal(status, 1);
    assert.match(flat, /Write a day as 2027-06-01\./);
  });
});
