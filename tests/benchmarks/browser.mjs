// Starts Chromium and serves the measured files, which are compressed in advance as on a host.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { findBrowsers } from '../../scripts/testkit/find.mjs';
import { pinFonts } from '../../scripts/testkit/fonts.mjs';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--no-first-run',
];

export const inPage = (name) => readFileSync(new URL(`page/${name}.js`, import.meta.url), 'utf8');

export function launch() {
  pinFonts();
  const { chromium } = findBrowsers();
  if (!chromium) throw new Error('Chromium was not found. If it is in another place, name it in CHROME_PATH.');
  return puppeteer.launch({
    executablePath: chromium,
    headless: true,
    // The limit is high, because a busy machine answers slowly.
    timeout: 120_000,
    protocolTimeout: 600_000,
    args: process.getuid?.() === 0 ? ['--no-sandbox', ...FLAGS] : FLAGS,
  });
}

/** A body with the best brotli compression. */
export const compressed = (body) =>
  brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(body),
    },
  });

/**
 * Serves files by their paths.
 *
 * @param {Record<string, string | Buffer>} files `{'/static/index.html': '<!doctype html>…'}`
 */
export async function serve(files) {
  const answers = new Map(
    Object.entries(files).map(([path, body]) => [
      path.replace(/index\.html$/, ''),
      { body: compressed(body), type: TYPES[extname(path)] },
    ]),
  );
  const server = createServer((request, response) => {
    const answer = answers.get(new URL(request.url, 'http://localhost').pathname);
    if (!answer) return response.writeHead(404).end();
    return response
      .writeHead(200, {
        'content-type': answer.type,
        'content-encoding': 'br',
        'content-length': answer.body.length,
        'cache-control': 'public, max-age=3600',
        'access-control-allow-origin': '*',
      })
      .end(answer.body);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The seconds of work within 150 ms up to which a page counts as idle. */
const REST = 0.004;

export async function metricsOf(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Waits until the page is idle, and returns the work that it has done. */
export async function atRest(cdp, { slowdown = 1 } = {}) {
  const end = performance.now() + 300_000;
  for (let before = await metricsOf(cdp); ;) {
    await sleep(150);
    const now = await metricsOf(cdp);
    if (now.TaskDuration - before.TaskDuration < REST * slowdown) return now;
    if (performance.now() > end) throw new Error('The page did not become idle in time.');
    before = now;
  }
}
