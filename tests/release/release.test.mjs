// npm run release: tests the files that it lays out over an earlier release, and what it refuses. The folders here are like those of
// a build with fewer files. hosting.test.mjs serves a complete release.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { backTo, release } from '../../scripts/release.mjs';
import { digits } from '../helpers/numbers.js';

const program = fileURLToPath(new URL('../../scripts/release.mjs', import.meta.url));
const hashOf = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const PAGE = '<!doctype html><p>a page, a page, a page, a page, a page</p>';
const NUMBER = digits('herts-childrens-services');
const OLD = `say("${NUMBER}");`.repeat(3);
const NEW = OLD.replaceAll(NUMBER, '01632960123');
const LONG_AGO = new Date('2026-01-01T00:00:00Z');

describe('a release', () => {
  let folder;
  let into;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'release-'));
    into = join(folder, 'served');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A project after a build. */
  function project(version, script, pages = { 'index.html': PAGE }) {
    const from = join(folder, `project-${version}`);
    const write = (path, text) => {
      mkdirSync(dirname(join(from, path)), { recursive: true });
      writeFileSync(join(from, path), text);
    };
    rmSync(from, { recursive: true, force: true });
    write('package.json', JSON.stringify({ version }));
    for (const name of ['custom-elements.json', 'directory.schema.json']) write(`dist/${name}`, '{}');
    for (const at of [version, version.split('.')[0]]) {
      write(`site/${at}/say-something.js`, script);
      write(`site/${at}/integrity.json`, JSON.stringify({ 'say-something.js': hashOf(script) }));
    }
    for (const [path, text] of Object.entries(pages)) write(`site/${path}`, text);
    return from;
  }
  const made = (version, script, pages) => release({ into, from: project(version, script, pages) });
  const read = (path) => readFileSync(join(into, path), 'utf8');
  /** Every file with its content and its date. */
  const all = () =>
    readdirSync(into, { recursive: true })
      .sort()
      .filter((path) => statSync(join(into, path)).isFile())
      .map((path) => [path, read(path), statSync(join(into, path)).mtimeMs]);

  it('has the script at both its addresses, the files that belong to it, and the site', async () => {
    const { rolling, pinned, files } = await made('1.0.0', OLD);
    const beside = ['custom-elements.json', 'directory.schema.json', 'integrity.json', 'say-something.js'];
    assert.deepEqual(
      Object.keys(files).sort(),
      [...beside.map((name) => `1.0.0/${name}`), ...beside.map((name) => `1/${name}`), 'index.html'].sort(),
    );
    assert.deepEqual({ rolling, pinned }, { rolling: { 1: '1.0.0' }, pinned: ['1.0.0'] });
    for (const [path, { bytes, integrity }] of Object.entries(files)) {
      assert.equal(bytes, read(path).length);
      assert.equal(integrity, hashOf(read(path)), path);
    }
    assert.deepEqual(JSON.parse(read('release.json')), { rolling, pinned, files });
  });

  it('compresses in both ways the files that become smaller, and no others', async () => {
    const { files } = await made('1.0.0', OLD);
    const { brotli, gzip } = files['1/say-something.js'];
    assert.deepEqual(
      [brotli, gzip],
      ['.br', '.gz'].map((ending) => statSync(join(into, `1/say-something.js${ending}`)).size),
    );
    assert.ok(brotli < OLD.length && gzip < OLD.length);
    assert.ok(existsSync(join(into, 'index.html.br')));
    assert.ok(!existsSync(join(into, '1/directory.schema.json.br')));
  });

  it('changes no byte and no date when nothing is new', async () => {
    await made('1.0.0', OLD);
    for (const [path] of all()) utimesSync(join(into, path), LONG_AGO, LONG_AGO);
    const before = all();
    await made('1.0.0', OLD);
    const own = ([path]) => !['release.json', '_headers'].includes(path);
    assert.deepEqual(all().filter(own), before.filter(own));
  });

  it('refuses a version that exists with other bytes, and changes nothing', async () => {
    await made('1.0.0', OLD);
    const before = all();
    await assert.rejects(
      made('1.0.0', NEW),
      /^Error: 1\.0\.0 is already released with other bytes \(integrity\.json, say-something\.js\).*npm version patch/,
    );
    assert.deepEqual(all(), before);
  });

  it('refuses a version that exists with more or fewer files', async () => {
    await made('1.0.0', OLD, { 'index.html': PAGE, '1.0.0/more.json': '[]' });
    await assert.rejects(made('1.0.0', OLD), /1\.0\.0 is already released with other bytes \(more\.json\)/);
  });

  it('has a new version at the rolling address and does not change the one before', async () => {
    await made('1.0.9', OLD);
    for (const [path] of all()) utimesSync(join(into, path), LONG_AGO, LONG_AGO);
    const pinned = () => all().filter(([path]) => path.startsWith('1.0.9/'));
    const before = pinned();
    const { rolling, pinned: versions } = await made('1.0.10', NEW);
    assert.deepEqual(pinned(), before);
    assert.equal(read('1.0.10/say-something.js'), NEW);
    assert.equal(read('1/say-something.js'), NEW);
    assert.ok(
      statSync(join(into, '1/say-something.js')).mtime > LONG_AGO,
      'the new date tells a browser that the file is new',
    );
    assert.deepEqual({ rolling, versions }, { rolling: { 1: '1.0.10' }, versions: ['1.0.9', '1.0.10'] });
  });

  it('refuses a version older than the newest and says how to go back', async () => {
    await made('1.0.10', NEW);
    await assert.rejects(made('1.0.9', OLD), /1\.0\.10 is there already, and 1\.0\.9 is older\..*--back-to 1\.0\.9/);
    assert.equal(read('1/say-something.js'), NEW);
  });

  it('goes back only at the rolling address', async () => {
    await made('1.0.0', OLD);
    await made('1.0.1', NEW);
    const { rolling } = await backTo({ into, version: '1.0.0' });
    assert.deepEqual(rolling, { 1: '1.0.0' });
    assert.equal(read('1/say-something.js'), OLD);
    assert.equal(read('1.0.1/say-something.js'), NEW);
    await assert.rejects(backTo({ into, version: '1.0.7' }), /1\.0\.7 is not in /);
  });

  it('can continue a major next to a newer one, which keeps the site', async () => {
    await made('1.0.0', OLD);
    await made('2.0.0', NEW, { 'index.html': PAGE.replace('a page', 'the second') });
    const { rolling } = await made('1.0.1', `${OLD};`);
    assert.deepEqual(rolling, { 1: '1.0.1', 2: '2.0.0' });
    assert.equal(read('1/say-something.js'), `${OLD};`);
    assert.equal(read('2/say-something.js'), NEW);
    assert.match(read('index.html'), /the second/);
  });

  it('refuses to continue when a released version was changed or is missing', async () => {
    await made('1.0.0', OLD);
    writeFileSync(join(into, '1.0.0/say-something.js'), NEW);
    await assert.rejects(made('1.0.1', NEW), /1\.0\.0\/say-something\.js has changed since it was released/);
    rmSync(join(into, '1.0.0/say-something.js'));
    await assert.rejects(made('1.0.1', NEW), /1\.0\.0\/say-something\.js was released and is missing/);
    assert.ok(!existsSync(join(into, '1.0.1')));
  });

  it('deletes a page that no longer exists, but no file of the host and none that a cached page may request', async () => {
    await made('1.0.0', OLD, { 'index.html': PAGE, 'old/index.html': PAGE, 'part-AbCd1234.js': OLD });
    const own = ['robots.txt', '.well-known/acme-challenge/token'];
    for (const path of own) {
      mkdirSync(dirname(join(into, path)), { recursive: true });
      writeFileSync(join(into, path), path);
    }
    await made('1.0.1', NEW);
    await made('1.0.2', `${NEW};`);
    assert.deepEqual(readdirSync(join(into, 'old')), []);
    for (const path of [...own, 'part-AbCd1234.js', 'index.html']) assert.ok(existsSync(join(into, path)), path);
  });

  it('refuses files that were not built for this version, and a name that is not a version', async () => {
    const from = project('1.0.0', OLD);
    writeFileSync(join(from, 'site/1.0.0/say-something.js'), NEW);
    await assert.rejects(release({ into, from }), /Run: npm run build/);
    await assert.rejects(made('1.1.0-rc.1', OLD), /1\.1\.0-rc\.1 is not a version such as 1\.2\.3/);
    assert.ok(!existsSync(into));
  });

  it('prints on the command line only what is wrong', () => {
    const { status, stderr } = spawnSync(process.execPath, [program, '--into', into, '--back-to', '9.9.9'], {
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.equal(stderr, `9.9.9 is not in ${into}.\n`);
  });
});
