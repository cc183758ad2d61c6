/*
 * npm run load: measures what it costs to serve a release. Debian's nginx runs on one core with hosting/nginx.conf, and wrk sends
 * requests from another core over loopback. Counts the bytes on the wire of a visit with Chromium too. Takes at most a minute.
 *
 * Requests are divided by the seconds of CPU time and not of clock time, so a busy machine or a slow wrk hardly changes the
 * number.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { skip, startNginx } from '../tests/helpers/nginx.mjs';
import { release } from './release.mjs';
import { findBrowsers, onPath } from './testkit/find.mjs';

const SECONDS = 5;
const CONNECTIONS = 32;
const MILLION = 1_000_000;
/** Linux counts CPU time in ticks. */
const TICKS_A_SECOND = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout);

const { chromium } = findBrowsers();
const [wrk, taskset] = [onPath('wrk'), onPath('taskset')];
const lacking = [
  skip,
  !wrk && 'wrk (Debian: sudo apt-get install wrk)',
  !taskset && 'taskset (Debian: util-linux)',
  !chromium && 'Chromium',
].filter(Boolean);
if (lacking.length) {
  console.error(`This needs: ${lacking.join('; ')}. On Debian as root, npm test installs the packages of nginx.`);
  process.exit(1);
}

const number = (value, digits = 0) => value.toLocaleString('en-GB', { maximumFractionDigits: digits });

/** Seconds of CPU time that nginx's one worker has used. */
function worked(master) {
  const [worker] = readFileSync(`/proc/${master}/task/${master}/children`, 'utf8').trim().split(' ');
  const fields = readFileSync(`/proc/${worker}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

function asked(nginx, path, headers) {
  const before = worked(nginx.pid);
  const { status, stdout, stderr } = spawnSync(
    String(taskset),
    ['-c', '1', String(wrk), '-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`]
      .concat(Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]))
      .concat(nginx.origin + path),
    { encoding: 'utf8' },
  );
  const requests = Number(/(\d+) requests in/.exec(stdout)?.[1]);
  // wrk does not report a 304 as an error
  if (status !== 0 || !requests || /Socket errors|Non-2xx/.test(stdout)) throw new Error(`wrk: ${stdout}${stderr}`);
  const seconds = worked(nginx.pid) - before;
  return { requests, seconds, perCore: requests / seconds };
}

/** Forwards bytes to a port, keeps what the browser sends and counts what it receives. */
async function tap(port) {
  const wire = { sent: /** @type {Buffer[]} */ ([]), received: 0 };
  const server = createServer((socket) => {
    const through = connect(port, '127.0.0.1');
    socket.on('data', (bytes) => wire.sent.push(bytes));
    through.on('data', (bytes) => (wire.received += bytes.length));
    socket.pipe(through).pipe(socket);
    for (const one of [socket, through]) one.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { wire, origin: `http://127.0.0.1:${own}`, close: () => server.close() };
}

/** The request that Chromium makes for the published script line, and the size of the answer. */
async function firstVisit(nginx, path) {
  const { wire, origin, close } = await tap(nginx.port);
  const page = createHttpServer((_request, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        `<!doctype html><title>A page</title><div class="say-something"></div><script async src="${origin}${path}" crossorigin="anonymous" referrerpolicy="no-referrer"></script>`,
      ),
  ).listen(0, 'localhost');
  await once(page, 'listening');
  const browser = await puppeteer.launch({
    executablePath: chromium,
    headless: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const tab = await browser.newPage();
  const { port } = /** @type {import('node:net').AddressInfo} */ (page.address());
  await tab.goto(`http://localhost:${port}/`);
  /* global document -- in the page */
  await tab.waitForFunction(() => document.querySelector('.say-something')?.shadowRoot);
  await browser.close();
  page.closeAllConnections();
  page.close();
  close();
  const request = Buffer.concat(wire.sent);
  if (request.toString().split('\r\n\r\n').length !== 2) throw new Error(`More than one request: ${request}`);
  return { request, sent: request.length, received: wire.received };
}

/** Sends the same request again with more headers. */
async function again(nginx, request, headers) {
  const lines = Object.entries({ ...headers, Connection: 'close' }).map(([name, value]) => `${name}: ${value}\r\n`);
  const text = request
    .toString()
    .replace(/connection: [^\r]*\r\n/i, '')
    .replace(/\r\n\r\n$/, `\r\n${lines.join('')}\r\n`);
  const socket = connect(nginx.port, '127.0.0.1');
  socket.write(text);
  const parts = [];
  for await (const part of socket) parts.push(part);
  const answer = Buffer.concat(parts);
  return { head: answer.toString('latin1').split('\r\n\r\n')[0], sent: text.length, received: answer.length };
}

const folder = mkdtempSync(join(tmpdir(), 'load-'));
const { files, pinned } = await release({ into: folder });
const version = String(pinned.at(-1));
const nginx = await startNginx({
  root: folder,
  main: [['worker_processes auto;', 'worker_processes 1;\nworker_cpu_affinity 01;']],
});
try {
  const rolling = `/${version.split('.')[0]}/say-something.js`;
  const visit = await firstVisit(nginx, rolling);
  const { head } = await again(nginx, visit.request, {});
  const header = (name) => new RegExp(`^${name}: (.+)$`, 'm').exec(head)?.[1]?.trim() ?? '';
  const [etag, modified] = [header('ETag'), header('Last-Modified')];
  const unchanged = await again(nginx, visit.request, { 'If-None-Match': etag, 'If-Modified-Since': modified });
  if (!unchanged.head.startsWith('HTTP/1.1 304')) throw new Error(unchanged.head);

  console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus()[0].model.trim()}, one core of ${cpus().length}`);
  console.log(`\nrequests a second a core (${CONNECTIONS} connections, ${SECONDS} s each, plain HTTP on loopback)`);
  const br = { 'Accept-Encoding': 'gzip, deflate, br, zstd' };
  for (const [name, path, headers] of /** @type {[string, string, Record<string, string>][]} */ ([
    ['script, brotli', rolling, br],
    ['script, gzip', rolling, { 'Accept-Encoding': 'gzip, deflate' }],
    ['script, not changed (304)', rolling, { ...br, 'If-None-Match': etag }],
    ['script of one version, brotli', `/${version}/say-something.js`, br],
    ['page without script, brotli', '/say-something/', br],
  ])) {
    const { requests, seconds, perCore } = asked(nginx, path, headers);
    console.log(
      `  ${name.padEnd(32)}${number(perCore).padStart(8)}  (${number(requests)} in ${SECONDS} s, of which the core worked ${number(seconds, 2)} s)`,
    );
  }
  console.log(`\nbytes on the wire, without TLS: request + answer (body ${number(files[rolling.slice(1)].brotli)})`);
  for (const [name, { sent, received }] of /** @type {[string, { sent: number, received: number }][]} */ ([
    ['a first visit', visit],
    ['one that asks again (304)', unchanged],
  ])) {
    console.log(
      `  ${name.padEnd(32)}${number(sent)} + ${number(received)}; a million: ${number(((sent + received) * MILLION) / 1e9, 2)} GB`,
    );
  }
  console.log('  a visit within ten minutes      0');
} finally {
  await nginx.stop();
  rmSync(folder, { recursive: true });
}
