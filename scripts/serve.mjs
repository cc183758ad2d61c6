// npm start: builds the script, serves the demo and builds again when a source changes.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { respond } from './testkit/static.mjs';
import { buildOnChange } from './watch.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const builder = fileURLToPath(new URL('build.mjs', import.meta.url));

const build = () =>
  new Promise((resolve) => {
    spawn(process.execPath, [builder, '--script'], { stdio: 'inherit' }).once('exit', (code) => resolve(code === 0));
  });

if (!(await build())) process.exit(1);

buildOnChange([join(root, 'src'), join(root, 'demo')], build);

const server = createServer(async (request, response) => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/' || pathname === '/site') {
    response.writeHead(302, { location: '/site/' }).end();
    return;
  }
  try {
    const answer = ['GET', 'HEAD'].includes(request.method ?? '') ? respond(pathname, search) : undefined;
    if (answer) await sleep(answer.late);
    if (answer) response.writeHead(200, answer.headers).end(request.method === 'HEAD' ? undefined : answer.body);
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  } catch (error) {
    console.error(error.message);
    response.writeHead(500, { 'content-type': 'text/plain' }).end(error.message);
  }
});

const wanted = Number(process.env.PORT ?? 8000);
let port = wanted;
server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== 'EADDRINUSE' || port >= wanted + 20) throw error;
  server.listen(++port, 'localhost');
});
server.on('listening', () => console.log(`Demo: http://localhost:${port}/\nStop with Ctrl+C.`));
server.listen(port, 'localhost');
