// docs/changing-a-number.md, done: a number is changed in a copy of the project, by the commands that stand there, and released
// over the release that pages hold, while nginx serves it.
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
import puppeteer from 'puppeteer-core';
import { load } from '../../scripts/directory/load.mjs';
import { release } from '../../scripts/release.mjs';
import { findBrowsers } from '../../scripts/testkit/find.mjs';
import { ask, skip, startNginx } from '../helpers/nginx.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { hertfordshire, snippetFor } = await load('demo/snippets.ts');
const { chromium } = findBrowsers();
const guide = readFileSync(join(root, 'docs/changing-a-number.md'), 'utf8');
const { version: OLD } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const [major, minor, patch] = OLD.split('.').map(Number);
const NEW = `${major}.${minor}.${patch + 1}`;

const contact = hertfordshire.contacts.find(({ id }) => id === 'herts-childrens-services');
const old = { number: contact.channels[0].value, day: '23 November 2026' };
/** One of those that Ofcom keeps for drama: it will never reach anybody. */
const changed = { number: '01632 960 123', day: '24 November 2026' };
const link = ({ number }) => `tel:${number.replaceAll(' ', '')}`;

/** The project, to be written in. Packages are links, so that nothing done to them here reaches ours. */
function copyOfProject(folder) {
  const left = /^(?:\.git|dist|site|release|coverage)$|(?:^|[\\/])node_modules$|^tests[\\/](?!helpers|benchmarks)/;
  cpSync(root, folder, { recursive: true, filter: (path) => !left.test(relative(root, path)) });
  const modules = join(root, 'node_modules');
  mkdirSync(join(folder, 'node_modules'));
  cpSync(join(modules, '.ready'), join(folder, 'node_modules/.ready'));
  for (const name of readdirSync(modules).filter((entry) => !/^\.(?!bin$)/.test(entry))) {
    symlinkSync(join(modules, name), join(folder, 'node_modules', name), 'junction');
  }
}

describe('changing a number', { skip: skip || (!chromium && 'chromium is not installed'), concurrency: false }, () => {
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
    browser = await puppeteer.launch({
      executablePath: chromium,
      headless: true,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    copyOfProject(copy);
  });
  after(async () => {
    await browser?.close();
    embedder.closeAllConnections();
    embedder.close();
    await nginx?.stop();
    rmSync(folder, { recursive: true });
  });

  /** A command of the guide's, in the copy. */
  function run(command, ...more) {
    assert.ok(guide.includes(command), `the guide says ${command}`);
    const [program, ...args] = command.split(' ');
    const { status, stdout, stderr } = spawnSync(program, [...args, ...more], { cwd: copy, encoding: 'utf8' });
    assert.equal(status, 0, `${command}: ${stdout}${stderr}`);
    return stdout;
  }

  /** What a page that somebody has pasted shows of the contact: its link, and the age of its facts. */
  async function shown(path, integrity = '') {
    page = `<!doctype html><html lang="en-GB"><title>A page</title>${snippetFor({ element: 'report' })}
<script async src="${nginx.origin}${path}"${integrity} crossorigin="anonymous" referrerpolicy="no-referrer"></script></html>`;
    // as somebody who has not been here before: nothing is in the browser's cache
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    await tab.goto(`http://localhost:${embedder.address().port}/`);
    const route = await tab.waitForFunction(
      (name) => {
        const panel = document.querySelector('[data-say-something]').shadowRoot;
        return [...(panel?.querySelectorAll('[part~=route]') ?? [])].find((one) => one.textContent.includes(name));
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

  it('begins with the old one, at both addresses', async () => {
    const wanted = { link: link(old), age: old.day };
    assert.deepEqual(await shown(rolling), wanted);
    assert.deepEqual(await shown(`/${OLD}/say-something.js`, ` integrity="${hash}"`), wanted);
  });

  it('takes the edit, the check and the release that the guide names', () => {
    const file = join(copy, 'src/data/hertfordshire.ts');
    const directory = readFileSync(file, 'utf8');
    const start = directory.indexOf(`id: '${contact.id}'`);
    const end = directory.indexOf('\n    },', start);
    const edited = directory
      .slice(start, end)
      .replace(old.number, changed.number)
      .replace('gathered,', "gathered: '2026-11-24',");
    writeFileSync(file, directory.slice(0, start) + edited + directory.slice(end));

    const checked = run('npm run directory');
    assert.match(checked, /no problems/);
    assert.ok(checked.includes(changed.number));
    assert.match(run('npm version patch --no-git-tag-version'), new RegExp(`v${NEW}`));
    const said = run('npm run release', '--', '--into', served);
    assert.doesNotMatch(said, /Installing/, 'a new version of our own asks for no package');
    assert.ok(said.includes(`${major}/ serves ${NEW}`), said);
  });

  it('has the new number at the rolling address, with its day', async () => {
    assert.deepEqual(await shown(rolling), { link: link(changed), age: changed.day });
  });

  it('tells a browser that holds the old one, and asks, that it is another', async () => {
    for (const asks of [
      { 'if-none-match': first.headers.etag },
      { 'if-modified-since': first.headers['last-modified'] },
    ]) {
      const { status } = await ask(nginx.origin, rolling, { headers: { 'accept-encoding': 'br', ...asks } });
      assert.equal(status, 200);
    }
  });

  it('leaves a page that has pinned a version as it was: it works, and says how old its facts are', async () => {
    assert.deepEqual(await shown(`/${OLD}/say-something.js`, ` integrity="${hash}"`), {
      link: link(old),
      age: old.day,
    });
  });

  it('has the new number on every page of the site, and the old one on none', () => {
    const pages = readdirSync(served, { recursive: true })
      .map((name) => String(name))
      .filter((name) => /\.html$/.test(name))
      .map((name) => [name, readFileSync(join(served, name), 'utf8')]);
    assert.equal(pages.filter(([, html]) => html.includes(link(changed))).length >= 10, true);
    for (const [name, html] of pages) {
      for (const spelling of [old.number, link(old)]) assert.ok(!html.includes(spelling), `${name}: ${spelling}`);
    }
  });

  it('can be taken back at the rolling address, in a moment', async () => {
    const said = run('node scripts/release.mjs', '--into', served, '--back-to', OLD);
    assert.ok(said.includes(`${major}/ serves ${OLD}`), said);
    assert.deepEqual(await shown(rolling), { link: link(old), age: old.day });
  });
});
