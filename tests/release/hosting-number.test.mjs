// Follows docs/changing-a-number.md. Changes a number in a copy of the project with the guide's commands, and releases it over an
// earlier release while nginx serves it. This needs one edit in the data and one in tests/data/contacts-gathered.json.
/* global document -- in the page */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { escaped, snippetFor } from '../../demo/snippets.js';
import { release } from '../../scripts/release.mjs';
import { digitsOf } from '../../src/core/numbers.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { launch, LIMIT, without } from '../helpers/browsers.mjs';
import { ask, skip, startNginx } from '../helpers/nginx.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const guide = readFileSync(join(root, 'docs/changing-a-number.md'), 'utf8');
const { version: OLD } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const [major, minor, patch] = OLD.split('.').map(Number);
const NEW = `${major}.${minor}.${patch + 1}`;

const contact = hertfordshire.contacts.find(({ id }) => id === 'herts-childrens-services');
/** A number as it is typed in the project's source. */
const typed = (number) => number.replaceAll('\u00a0', ' ');
const old = {
  number: contact.channels[0].value,
  day: new Date(`${contact.gathered}T12:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }),
};
/** A number that Ofcom reserves for drama, so that it never reaches anybody. */
const changed = { number: '01632\u00a0960\u00a0123', day: '24 November 2026' };
const link = ({ number }) => `tel:${digitsOf(number)}`;

/** Makes a copy of the project for changes. Its packages are links, so that changes here do not affect ours. */
function copyOfProject(folder) {
  const left =
    /^(?:\.git|dist|site|release|coverage)$|(?:^|[\\/])node_modules$|^tests[\\/](?!helpers|benchmarks|core|data|demo|papers|scripts)/;
  cpSync(root, folder, { recursive: true, filter: (path) => !left.test(relative(root, path)) });
  for (const from of ['.', 'tests/papers']) {
    const modules = join(root, from, 'node_modules');
    const copied = join(folder, from, 'node_modules');
    mkdirSync(copied);
    cpSync(join(modules, '.ready'), join(copied, '.ready'));
    for (const name of readdirSync(modules).filter((entry) => !/^\.(?!bin$)/.test(entry))) {
      symlinkSync(join(modules, name), join(copied, name), 'junction');
    }
  }
}

describe('changing a number', { skip: skip || without('chromium'), concurrency: false }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'number-'));
  const [copy, served] = [join(folder, 'project'), join(folder, 'served')];
  let nginx;
  let browser;
  let hash;
  let first;
  let page = '';
  const embedder = createServer((request, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page),
  );
  const rolling = `/${major}/say-something.js`;

  before(async () => {
    hash = (await release({ into: served })).files[`${OLD}/say-something.js`].integrity;
    nginx = await startNginx({ root: served });
    first = await ask(nginx.origin, rolling, { headers: { 'accept-encoding': 'br' } });
    embedder.listen(0, 'localhost');
    await once(embedder, 'listening');
    browser = await launch('chromium');
    copyOfProject(copy);
  });
  after(async () => {
    await browser?.close();
    embedder.closeAllConnections();
    embedder.close();
    await nginx?.stop();
    rmSync(folder, { recursive: true });
  });

  /** Runs a command of the guide in the copy. */
  function run(command, ...more) {
    assert.ok(guide.includes(command), `docs/changing-a-number.md does not contain the command ${command}`);
    const [program, ...args] = command.split(' ');
    const { status, stdout, stderr } = spawnSync(program, [...args, ...more], { cwd: copy, encoding: 'utf8' });
    assert.equal(status, 0, `${command}: ${stdout}${stderr}`);
    return stdout;
  }

  /** The link of the contact and the age of its facts on a page with the snippet. */
  async function shown(path, integrity = '') {
    page = `<!doctype html><html lang="en-GB"><title>A page</title>${snippetFor({ element: 'report' })}
<script async src="${nginx.origin}${path}"${integrity} crossorigin="anonymous" referrerpolicy="no-referrer"></script></html>`;
    // use a new context, so that the browser's cache is empty
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    tab.setDefaultTimeout(LIMIT);
    await tab.goto(`http://localhost:${embedder.address().port}/`);
    const route = await tab.waitForFunction(
      (name) => {
        const panel = document.querySelector('[data-say-something]').shadowRoot;
        // The age of a fact is behind a disclosure, which is drawn later.
        const whole = panel?.querySelector('.root:not([data-partial])');
        return [...(whole?.querySelectorAll('[part~=route]') ?? [])].find((one) => one.textContent.includes(name));
      },
      {},
      contact.name,
    );
    const seen = await route.evaluate((one) => ({
      link: one.querySelector('a[href^="tel:"]').getAttribute('href'),
      age: /Copied from public pages, (.+?)\. Not yet confirmed/.exec(one.textContent)?.[1],
    }));
    await context.close();
    return seen;
  }

  it('begins with the old number at both addresses', async () => {
    const wanted = { link: link(old), age: old.day };
    assert.deepEqual(await shown(rolling), wanted);
    assert.deepEqual(await shown(`/${OLD}/say-something.js`, ` integrity="${hash}"`), wanted);
  });

  it('needs the edit, the check and the release in the guide', () => {
    const file = join(copy, 'src/data/hertfordshire.ts');
    const directory = readFileSync(file, 'utf8');
    const start = directory.indexOf(`id: '${contact.id}'`);
    const end = directory.indexOf('\n    },', start);
    const edited = directory
      .slice(start, end)
      .replace(typed(old.number), typed(changed.number))
      .replace('gathered,', "gathered: '2026-11-24',");
    writeFileSync(file, directory.slice(0, start) + edited + directory.slice(end));

    const checked = run('npm run directory');
    assert.match(checked, /no problems/);
    assert.ok(checked.includes(changed.number));
    assert.match(run('npm version patch --no-git-tag-version'), new RegExp(`v${NEW}`));
    const said = run('npm run release', '--', '--into', served);
    assert.doesNotMatch(said, /Installing/, 'a new version of our own must not install packages');
    assert.ok(said.includes(`${major}/ serves ${NEW}`), said);
  });

  it('needs one more edit for the tests in tests/data/contacts-gathered.json', () => {
    const tests = () => {
      const files = ['core', 'data', 'demo', 'scripts'].flatMap((name) =>
        readdirSync(join(copy, 'tests', name))
          .filter((file) => /\.test\.m[jt]s$/.test(file))
          .map((file) => `tests/${name}/${file}`),
      );
      assert.ok(files.length > 5);
      // Delete the variable with which Node marks child processes of a test.
      const env = { ...process.env };
      delete env.NODE_TEST_CONTEXT;
      return spawnSync(process.execPath, ['--import=tsx', '--test', '--test-reporter=tap', ...files], {
        cwd: copy,
        env,
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      });
    };
    const second = join(copy, 'tests/data/contacts-gathered.json');
    const facts = JSON.parse(readFileSync(second, 'utf8'));
    const stated = facts
      .find(({ id }) => id === contact.id)
      .channels.filter(({ value }) => link({ number: value }) === link(old));
    assert.ok(stated.length > 0);
    const before = tests();
    assert.notEqual(before.status, 0, 'the tests have to notice the change of the directory');
    for (const channel of stated) channel.value = typed(changed.number);
    writeFileSync(second, JSON.stringify(facts, null, 2));
    const { status, stdout } = tests();
    assert.equal(
      status,
      0,
      stdout
        .split('\n')
        .filter((line) => /not ok|error:/.test(line))
        .join('\n'),
    );
  });

  it('publishes the new number and its day at the rolling address', async () => {
    assert.deepEqual(await shown(rolling), { link: link(changed), age: changed.day });
  });

  it('sends the new script to a browser that asks with the old tag', async () => {
    for (const asks of [
      { 'if-none-match': first.headers.etag },
      { 'if-modified-since': first.headers['last-modified'] },
    ]) {
      const { status } = await ask(nginx.origin, rolling, { headers: { 'accept-encoding': 'br', ...asks } });
      assert.equal(status, 200);
    }
  });

  it('does not change a page with a pinned version, which works and says how old its facts are', async () => {
    assert.deepEqual(await shown(`/${OLD}/say-something.js`, ` integrity="${hash}"`), {
      link: link(old),
      age: old.day,
    });
  });

  it('publishes the new number on every page of the site and the old one on none', () => {
    const pages = readdirSync(served, { recursive: true })
      .map((name) => String(name))
      .filter((name) => /\.html$/.test(name))
      .map((name) => [name, readFileSync(join(served, name), 'utf8')]);
    assert.equal(pages.filter(([, html]) => html.includes(link(changed))).length >= 10, true);
    for (const [name, html] of pages) {
      for (const spelling of [typed(old.number), old.number, escaped(old.number), link(old)])
        assert.ok(!html.includes(spelling), `${name}: ${spelling}`);
    }
  });

  it('can be undone at the rolling address with one command', async () => {
    const said = run('node scripts/release.mjs', '--into', served, '--back-to', OLD);
    assert.ok(said.includes(`${major}/ serves ${OLD}`), said);
    assert.deepEqual(await shown(rolling), { link: link(old), age: old.day });
  });
});
