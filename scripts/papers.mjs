/*
 * npm run papers: makes the PDFs of the sheets and the pictures for screens, in site/papers/, from the pages that the build has written.
 *
 * Chromium makes them, so that each PDF is tagged, has its title, language and headings, and holds its fonts. The pages then offer them.
 * `SITE_ADDRESS=https://www.example.org/ npm run papers` sets the address that the sheets and their codes name.
 */
/* global document -- in the page */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { pdfOf, paperPages, SCREENS, screenPage } from '../demo/papers/page.ts';
import { TRADES } from '../demo/papers/trades.ts';
import { paperFacts } from './papers-facts.mjs';
import { findBrowsers } from './testkit/find.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const papers = join(root, 'site/papers');
const started = performance.now();

if (!existsSync(join(papers, 'index.html'))) {
  console.error('site/papers/ is not there. Run: npm run build');
  process.exit(1);
}
const { chromium } = findBrowsers();
if (!chromium) {
  // A corrected number must not wait for a browser: `npm run release` goes on without the PDFs, and those of the last release are removed.
  const go = process.argv.includes('--if-possible') && !process.env.CI;
  console.error(
    `Chromium is not there, so there are no PDFs and no pictures for screens. To install it: node scripts/ensure.mjs --browsers=chromium`,
  );
  process.exit(go ? 0 : 1);
}
const facts = paperFacts();
const browser = await puppeteer.launch({
  executablePath: chromium,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
let bytes = 0;
let files = 0;
const write = (path, content) => {
  const file = join(papers, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
};
const count = (path) => {
  files++;
  bytes += statSync(join(papers, path)).size;
};

try {
  const tab = await browser.newPage();
  const open = async (path) => {
    await tab.goto(pathToFileURL(join(papers, path)).href);
    await tab.evaluate(() => document.fonts.ready);
  };
  for (const trade of TRADES) {
    for (const { folder, file, html } of paperPages(facts, trade)) {
      await open(`${folder}index.html`);
      for (const mono of [false, true]) {
        if (mono) await tab.click('#black');
        const path = pdfOf(file, mono);
        await tab.pdf({
          path: join(papers, path),
          preferCSSPageSize: true,
          printBackground: true,
          tagged: true,
          outline: true,
        });
        count(path);
      }
      write(`${folder}index.html`, html(true));
    }
  }
  for (const { name, tall, width, height } of SCREENS) {
    const page = `${name}.html`;
    write(page, screenPage(facts, tall));
    await tab.setViewport({ width, height });
    await open(page);
    await tab.screenshot({ path: join(papers, `${name}.png`) });
    rmSync(join(papers, page));
    count(`${name}.png`);
  }
} finally {
  await browser.close();
}
// The page with the choices offers the files from now on.
const page = readFileSync(join(papers, 'index.html'), 'utf8');
write('index.html', page.replace('<div id="papers">', '<div id="papers" data-ready>'));
console.log(
  `${files} files in site/papers/, ${(bytes / 1e6).toFixed(1)} MB, in ${((performance.now() - started) / 1000).toFixed(1)} s.`,
);
