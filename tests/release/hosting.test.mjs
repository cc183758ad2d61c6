// Tests the raw answers of Debian's nginx for a release, with the configuration in hosting/.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { CACHE, release } from '../../scripts/release.mjs';
import { ask, skip, startNginx } from '../helpers/nginx.mjs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const [major] = version.split('.');
const PINNED = `/${version}/say-something.js`;
const ROLLING = `/${major}/say-something.js`;
const PAGE = '/say-something/hotel/';
const TYPES = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  png: 'image/png',
  woff2: 'font/woff2',
  zip: 'application/zip',
};

describe('a release on nginx', { skip, concurrency: false }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  const file = (path) => readFileSync(join(folder, path));
  let paths;
  let nginx;
  before(async () => {
    paths = Object.keys((await release({ into: folder })).files).map((path) => `/${path}`);
    nginx = await startNginx({ root: folder });
  });
  after(async () => {
    await nginx?.stop();
    rmSync(folder, { recursive: true });
  });
  const get = (path, headers, method) => ask(nginx.origin, path, { headers, method });

  it('sends every file with its type to any page, without a cookie', async () => {
    assert.ok(paths.length > 30);
    for (const path of [...paths, '/release.json']) {
      const { status, headers, body } = await get(path);
      assert.equal(status, 200, path);
      assert.deepEqual(body, file(path), path);
      assert.equal(headers['content-type'], TYPES[path.split('.').at(-1)], path);
      assert.equal(headers['access-control-allow-origin'], '*', path);
      assert.equal(headers['cross-origin-resource-policy'], 'cross-origin', path);
      assert.equal(headers['x-content-type-options'], 'nosniff', path);
      assert.equal(headers['x-frame-options'], undefined, path);
      assert.equal(headers['set-cookie'], undefined, path);
      assert.equal(headers.server, 'nginx', path);
    }
  });

  it('lets a version be cached for ever and the rest for minutes', async () => {
    for (const path of paths) {
      const { headers } = await get(path);
      assert.equal(headers['cache-control'], CACHE[path.startsWith(`/${version}/`) ? 'pinned' : 'rolling'], path);
    }
    assert.equal((await get('/')).headers['cache-control'], CACHE.rolling);
  });

  it('sends the release’s compressed files unchanged to clients that accept them', async () => {
    let compressed = 0;
    for (const path of paths) {
      for (const [accept, ending, encoding, unpack] of [
        ['gzip, deflate, br, zstd', '.br', 'br', brotliDecompressSync],
        ['gzip, deflate', '.gz', 'gzip', gunzipSync],
        ['br;q=0, gzip', '.gz', 'gzip', gunzipSync],
      ]) {
        const there = readdirSync(join(folder, path, '..')).includes(path.split('/').at(-1) + ending);
        const { headers, body } = await get(path, { 'accept-encoding': accept });
        if (there) assert.equal(headers.vary, 'Accept-Encoding', path);
        assert.equal(headers['content-encoding'], there ? encoding : undefined, `${path}: ${accept}`);
        assert.deepEqual(body, file(there ? path + ending : path), path);
        assert.deepEqual(there ? unpack(body) : body, file(path), path);
        compressed += there;
      }
    }
    assert.ok(compressed > 80);
  });

  it('sends the uncompressed file to clients that accept neither', async () => {
    for (const accept of ['identity', 'br;q=0, gzip;q=0', 'deflate', '']) {
      const { headers, body } = await get(ROLLING, { 'accept-encoding': accept });
      assert.equal(headers['content-encoding'], undefined, accept);
      assert.equal(headers.vary, 'Accept-Encoding', accept);
      assert.deepEqual(body, file(ROLLING), accept);
    }
  });

  it('sends a different ETag for each form of a file', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(
        async (accept) => (await get(ROLLING, { 'accept-encoding': accept })).headers.etag,
      ),
    );
    assert.equal(new Set(tags).size, 3);
    for (const tag of tags) assert.match(tag, /^"[^"]+"$/);
  });

  for (const path of [PINNED, ROLLING, PAGE]) {
    it(`answers 304 when nothing has changed: ${path}`, async () => {
      for (const accept of ['br', 'gzip', 'identity']) {
        const first = await get(path, { 'accept-encoding': accept });
        for (const asks of [
          { 'if-none-match': first.headers.etag },
          { 'if-modified-since': first.headers['last-modified'] },
        ]) {
          const { status, headers, body } = await get(path, { 'accept-encoding': accept, ...asks });
          assert.equal(status, 304);
          assert.equal(body.length, 0);
          for (const name of ['etag', 'cache-control', 'access-control-allow-origin', 'cross-origin-resource-policy']) {
            assert.ok(headers[name], name);
            assert.equal(headers[name], first.headers[name], name);
          }
          assert.equal(headers['set-cookie'], undefined);
        }
        const other = await get(path, { 'accept-encoding': accept, 'if-none-match': '"another"' });
        assert.equal(other.status, 200);
        assert.deepEqual(other.body, first.body);
      }
    });
  }

  it('answers HEAD like GET without the body', async () => {
    for (const path of [PINNED, ROLLING, PAGE]) {
      for (const accept of ['br', 'gzip', 'identity']) {
        const whole = await get(path, { 'accept-encoding': accept });
        const { status, headers, body } = await get(path, { 'accept-encoding': accept }, 'HEAD');
        assert.equal(status, 200);
        assert.equal(body.length, 0);
        assert.equal(Number(headers['content-length']), whole.body.length);
        assert.deepEqual({ ...headers, date: '' }, { ...whole.headers, date: '' });
      }
    }
  });

  it('sends ranges of the uncompressed file and never of a compressed one', async () => {
    const range = { range: 'bytes=100-199' };
    const part = await get(ROLLING, range);
    assert.equal(part.status, 206);
    assert.deepEqual(part.body, file(ROLLING).subarray(100, 200));
    assert.equal(part.headers['content-range'], `bytes 100-199/${file(ROLLING).length}`);
    assert.equal((await get(ROLLING, { range: 'bytes=99999999-' })).status, 416);
    for (const [accept, ending] of Object.entries({ br: '.br', gzip: '.gz' })) {
      const { status, headers, body } = await get(ROLLING, { ...range, 'accept-encoding': accept });
      const form = file(ROLLING + ending);
      assert.deepEqual(body, status === 206 ? form.subarray(100, 200) : form);
      assert.equal(headers['content-encoding'], accept);
    }
  });

  it('answers 404 for a missing file to any page, without caching', async () => {
    for (const path of [
      `/${major}/nothing.js`,
      '/9.9.9/say-something.js',
      `/${version}/nothing.js`,
      '/nothing/',
      '/a.css',
    ]) {
      const { status, headers, body } = await get(path);
      assert.equal(status, 404, path);
      assert.equal(headers['cache-control'], 'no-cache', path);
      assert.equal(headers['access-control-allow-origin'], '*', path);
      assert.equal(headers['x-content-type-options'], 'nosniff', path);
      assert.equal(headers['content-type'], 'text/html; charset=utf-8', path);
      assert.equal(headers['set-cookie'], undefined, path);
      assert.match(body.toString(), /<a href="tel:999">999<\/a>/, path);
    }
  });

  it('lists no folder and has no address for compressed forms', async () => {
    for (const path of [
      `/${major}/`,
      `/${version}/`,
      `${ROLLING}.br`,
      `${PINNED}.gz`,
      '/_headers',
      '/%2e%2e/etc/passwd',
    ]) {
      const { status, body } = await get(path);
      assert.ok([400, 404].includes(status), `${path}: ${status}`);
      assert.doesNotMatch(body.toString(), /Index of|integrity\.json/, path);
    }
  });

  it('redirects to a folder with a relative address', async () => {
    const { status, headers } = await get('/say-something/hotel', { host: 'widget.example' });
    assert.equal(status, 301);
    assert.equal(headers.location, PAGE);
  });

  it('accepts only GET and HEAD', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
      for (const path of [ROLLING, PINNED, PAGE, '/nothing.js']) {
        const { status, headers } = await get(path, {}, method);
        assert.equal(status, 405, `${method} ${path}`);
        assert.equal(headers.allow, 'GET, HEAD', `${method} ${path}`);
        assert.equal(headers['cache-control'], 'no-cache', `${method} ${path}`);
        assert.equal(headers['set-cookie'], undefined, `${method} ${path}`);
      }
    }
  });

  it('lets isolated pages frame the pages for use without scripts, with a header only on those', async () => {
    const policy = async (path) => (await get(path)).headers['cross-origin-embedder-policy'];
    assert.equal(await policy('/say-something/'), 'require-corp');
    assert.equal(await policy(PAGE), 'require-corp');
    assert.equal(await policy('/builder/'), undefined);
    assert.equal(await policy(ROLLING), undefined);
  });

  it('keeps no address, browser or page in its logs', async () => {
    const traces = {
      'user-agent': 'Telltale/1.0',
      referer: 'https://page.example/secret',
      origin: 'https://origin.example',
    };
    const asked = [ROLLING, '/nothing.js', PAGE];
    for (const path of asked) await get(`${path}?asked=secret`, traces);
    await get(ROLLING, traces, 'POST');
    const written = ['say-something.log', 'say-something-error.log', 'error.log', 'access.log', 'start.log'].map(
      nginx.log,
    );
    for (const path of asked) assert.match(written[0], new RegExp(` GET ${path} \\d+\\n`));
    assert.match(written[0], / 405 POST /);
    assert.doesNotMatch(written.join(''), /127\.0\.0\.1|Telltale|secret|example/);
  });

  it('has a _headers file that matches nginx', async () => {
    const rules = file('_headers')
      .toString()
      .trim()
      .split('\n\n')
      .map((rule) => {
        const [path, ...lines] = rule.split('\n');
        const fits = path.endsWith('*') ? (one) => one.startsWith(path.slice(0, -1)) : (one) => one === path;
        return { fits, headers: lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line).slice(1)) };
      });
    for (const path of [...paths, '/', PAGE, '/release.json']) {
      const said = rules.filter(({ fits }) => fits(path)).flatMap(({ headers }) => headers);
      const names = said.map(([name]) => name);
      // hosts join the values of two rules with the same header
      assert.equal(new Set(names).size, names.length, path);
      const { headers } = await get(path);
      for (const [name, value] of said) assert.equal(headers[name.toLowerCase()], value, `${path}: ${name}`);
      for (const name of ['cache-control', 'access-control-allow-origin', 'cross-origin-embedder-policy']) {
        assert.equal(
          !!headers[name],
          names.some((one) => one.toLowerCase() === name),
          `${path}: ${name}`,
        );
      }
    }
  });

  it('sends gzip without the brotli module', async () => {
    const plain = await startNginx({ root: folder, brotli: false });
    try {
      const { headers, body } = await ask(plain.origin, ROLLING, { headers: { 'accept-encoding': 'gzip, br' } });
      assert.equal(headers['content-encoding'], 'gzip');
      assert.equal(headers.vary, 'Accept-Encoding');
      assert.deepEqual(body, file(`${ROLLING}.gz`));
    } finally {
      await plain.stop();
    }
  });
});
