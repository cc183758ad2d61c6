// Starts a real nginx on a free port with Debian's own configuration and the one in hosting/. Changes in both only paths, the user
// and the ports.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findNginx } from '../../scripts/testkit/find.mjs';

const found = findNginx();
const lacking = Object.keys(found).filter((name) => !found[name]);
/** The reason to skip a test that needs nginx, or false. */
export const skip = lacking.length > 0 && `Debian's packages ${lacking.join(', ')} are not installed`;

/** Replaces the parts of a configuration that an administrator would edit. A missing part is an error. */
function adapted(text, ...edits) {
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`nginx's configuration does not contain ${from}. Update this helper.`);
    text = text.replaceAll(from, to);
  }
  return text;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts nginx on a folder.
 *
 * @param {{ root: string, brotli?: boolean, main?: [string, string][] }} what the folder to serve, whether to load the brotli
 *   module, and further replacements in Debian's configuration
 */
export async function startNginx({ root, brotli = true, main = [] }) {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  for (const name of ['conf.d', 'modules-enabled', 'sites-enabled', 'logs', 'temporary']) mkdirSync(join(folder, name));
  const etc = found['nginx-common'];
  cpSync(join(etc, 'mime.types'), join(folder, 'mime.types'));
  const port = await freePort();
  writeFileSync(
    join(folder, 'nginx.conf'),
    adapted(
      readFileSync(join(etc, 'nginx.conf'), 'utf8'),
      ['user www-data;', process.getuid?.() === 0 ? 'user root;' : ''],
      ['/run/nginx.pid', `${folder}/nginx.pid`],
      ['/var/log/nginx/', `${folder}/logs/`],
      ['/etc/nginx/', `${folder}/`],
      ...main,
    ),
  );
  writeFileSync(
    join(folder, 'conf.d/temporary.conf'),
    ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${folder}/temporary/${name};\n`)
      .join(''),
  );
  if (brotli) {
    writeFileSync(
      join(folder, 'modules-enabled/brotli.conf'),
      `load_module ${found['libnginx-mod-http-brotli-static']};`,
    );
  }
  writeFileSync(
    join(folder, 'sites-enabled/say-something'),
    adapted(
      readFileSync(new URL('../../hosting/nginx.conf', import.meta.url), 'utf8'),
      ['listen 80;', `listen 127.0.0.1:${port};`],
      ['listen [::]:80;', ''],
      ['/var/www/say-something', root],
      ['/var/log/nginx/', `${folder}/logs/`],
      ...(brotli ? [] : [['brotli_static on;', '']]),
    ),
  );
  const nginx = spawn(
    found.nginx,
    ['-p', folder, '-c', `${folder}/nginx.conf`, '-e', `${folder}/logs/start.log`, '-g', 'daemon off;'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaints = '';
  nginx.stderr.on('data', (text) => (complaints += text));
  const ended = once(nginx, 'exit');
  while (!(await answers(port))) {
    if (nginx.exitCode !== null) throw new Error(`nginx did not start: ${complaints}`);
    await sleep(20);
  }
  return {
    port,
    pid: nginx.pid,
    origin: `http://127.0.0.1:${port}`,
    /** The content of one of its logs. */
    log: (name) => readFileSync(join(folder, 'logs', name), 'utf8'),
    stop: async () => {
      nginx.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => resolve(false));
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });

/** Sends one request and returns the raw answer. Decompresses nothing, follows no redirect and caches nothing. */
export async function ask(origin, path, { method = 'GET', headers = {} } = {}) {
  const asked = request(`${origin}${path}`, { method, headers, agent: false }).end();
  const [answer] = await once(asked, 'response');
  const parts = [];
  for await (const part of answer) parts.push(part);
  return { status: answer.statusCode, headers: answer.headers, raw: answer.rawHeaders, body: Buffer.concat(parts) };
}
