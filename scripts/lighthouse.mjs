// npm run lighthouse: runs Lighthouse on the three example pages as a phone on a slow network. Prints the scores and the audits
// that cost points. Fails when accessibility, best practices or performance is below 100.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { findBrowsers } from './testkit/find.mjs';
import { respond } from './testkit/static.mjs';

const PAGES = ['council/', 'hotel/', 'school/'];
const CATEGORIES = ['accessibility', 'best-practices', 'performance'];
const peer = createRequire(fileURLToPath(new URL('../tests/benchmarks/package.json', import.meta.url)));
const { default: lighthouse } = await import(pathToFileURL(peer.resolve('lighthouse')).href);

const { chromium } = findBrowsers();
if (!chromium) {
  console.error('Lighthouse needs Chromium, and none was found. If it is in another place, name it in CHROME_PATH.');
  process.exit(1);
}

// compressed and cacheable, as a host serves it
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const answer = respond(pathname);
  if (!answer) return response.writeHead(404).end();
  const headers = { ...answer.headers, 'cache-control': 'public, max-age=3600', 'content-encoding': 'br' };
  return response.writeHead(200, headers).end(brotliCompressSync(answer.body));
});
server.listen(0, 'localhost');
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const origin = `http://localhost:${port}`;

const browser = await puppeteer.launch({
  executablePath: chromium,
  headless: true,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
let failed = false;
try {
  console.log(['page'.padEnd(10), ...CATEGORIES].join('  '));
  for (const path of PAGES) {
    const tab = await browser.newPage();
    const { lhr } = await lighthouse(
      `${origin}/site/${path}`,
      { onlyCategories: CATEGORIES, logLevel: 'error' },
      undefined,
      tab,
    );
    await tab.close();
    const scores = CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100));
    console.log(
      [path.padEnd(10), ...scores.map((score, i) => String(score).padStart(CATEGORIES[i].length))].join('  '),
    );
    for (const name of CATEGORIES) {
      for (const { id, weight } of lhr.categories[name].auditRefs) {
        const { score, title, displayValue = '' } = lhr.audits[id];
        if (weight && score !== null && score < 1) console.log(`  ${name}: ${title} ${displayValue}`.trimEnd());
      }
    }
    failed ||= scores.some((score) => score < 100);
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
if (failed) {
  console.error(
    'A score is below 100; the audits are above. A busy machine lowers the performance score, so try again when nothing else runs.',
  );
  process.exitCode = 1;
}
