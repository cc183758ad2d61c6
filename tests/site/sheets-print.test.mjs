/*
 * Prints the sheets of the built site, and reads the PDFs back with Debian's poppler-utils: pages, sizes, text, tags, fonts, and what is seen
 * in a picture of them. It tests what is in a PDF, not its bytes.
 */
/* global document, getComputedStyle -- in the page */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import decodeQR from 'qr/decode.js';
import { paperPages } from '../../demo/papers/page.js';
import { TRADES } from '../../demo/papers/trades.js';
import { unescaped } from '../../demo/snippets.js';
import { paperFacts } from '../../scripts/papers-facts.mjs';
import { findPoppler } from '../../scripts/testkit/find.mjs';
import { holdsRejectedNumber } from '../../src/core/rejected-numbers.js';
import { launch, without } from '../helpers/browsers.mjs';

const site = fileURLToPath(new URL('../../site', import.meta.url));
const facts = paperFacts();
const pages = TRADES.flatMap((trade) => paperPages(facts, trade));
const packs = pages.filter(({ file }) => file.endsWith('/pack'));
/** Every sheet of the hotel in each of its sizes. The other trades print the same sheets in their packs. */
const alone = pages.filter(({ file }) => file.startsWith('hotel/') && !file.endsWith('/pack'));
const lacking = findPoppler()['poppler-utils'] ? false : 'poppler-utils is not installed';

/** Points of each format, as wide and high as it is printed. */
const SIZES = { a3: [842, 1191], a4: [595, 842], 'a4-wide': [842, 595], a5: [420, 595] };

const run = (program, ...args) =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'ignore'] });
const textOf = (file, ...args) => run('pdftotext', ...args, file, '-').replace(/\s+/g, ' ');
/** The formats of a page's printed pages, in order. A pack begins with its contents on A4. */
const formatsOf = ({ sheets, file }) => [
  ...(file.endsWith('/pack') ? ['a4'] : []),
  ...sheets.flatMap(({ format, pages: count }) => Array(count).fill(format)),
];
const sizesOf = (file) =>
  [...run('pdfinfo', '-l', '99', file).matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map(([, w, h]) => [
    Math.round(+w),
    Math.round(+h),
  ]);
const near = (a, b) => a.every((value, i) => Math.abs(value - b[i]) <= 2);

/** One page of a PDF as a picture: three bytes a pixel. */
function pictureOf(file, page, dots, ...args) {
  const ppm = execFileSync('pdftoppm', ['-r', String(dots), '-f', String(page), '-l', String(page), ...args, file], {
    maxBuffer: 256e6,
  });
  const [head, kind, width, height] = /^(P[56])\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'));
  return { width: +width, height: +height, data: ppm.subarray(head.length), channels: kind === 'P6' ? 3 : 1 };
}
/** The text in the code on a page, or undefined. */
function codeOn(file, page) {
  const { width, height, data } = pictureOf(file, page, 150);
  try {
    return decodeQR({ width, height, data });
  } catch {
    return undefined;
  }
}

/** The titles in a PDF's outline. Poppler does not show them. One with more than ASCII is written as hexadecimal UTF-16. */
const bookmarksIn = (bytes) =>
  [...bytes.matchAll(/\/Title (?:\(((?:\\.|[^)\\])*)\)|<FEFF([0-9A-F]+)>)\s*\/Dest/g)].map(([, plain, hex]) =>
    hex ? String.fromCharCode(...hex.match(/.{4}/g).map((unit) => parseInt(unit, 16))) : plain.replace(/\\(.)/g, '$1'),
  );

describe('the printed sheets', { skip: lacking || without('chromium') }, () => {
  let folder;
  let browser;
  let tab;
  const printed = {};
  const print = async ({ folder: at, file }, options = {}) => {
    await tab.goto(pathToFileURL(join(site, 'papers', at, 'index.html')).href);
    await tab.evaluate(() => document.fonts.ready);
    const { black, ...given } = options;
    if (black) await tab.click('#black');
    const path = join(folder, `${file.replaceAll('/', '-')}-${Object.keys(options).join('-')}.pdf`);
    await tab.pdf({ path, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, ...given });
    return path;
  };
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'papers-'));
    browser = await launch('chromium');
    tab = await browser.newPage();
    for (const page of [...packs, ...alone]) printed[page.file] = await print(page);
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are as many pages as they say, each of its own size', () => {
    for (const page of [...packs, ...alone]) {
      const formats = formatsOf(page);
      assert.equal(formats.length, page.pages);
      const sizes = sizesOf(printed[page.file]);
      assert.equal(sizes.length, formats.length, page.file);
      for (const [i, format] of formats.entries())
        assert.ok(near(sizes[i], SIZES[format]), `${page.file}, page ${i + 1}: ${sizes[i]} is not ${format}`);
    }
  });

  it('have the numbers of the directory in their text, and none that was rejected', () => {
    for (const page of [...packs, ...alone]) {
      const text = textOf(printed[page.file], '-layout');
      const wanted = new Set(
        page.sheets.flatMap(({ html }) =>
          [...html.matchAll(/<bdi class="number"[^>]*>([^<]+)</g)].map(([, value]) =>
            unescaped(value).replaceAll('\u00a0', ' '),
          ),
        ),
      );
      for (const number of wanted)
        assert.ok(text.replaceAll('\u00a0', ' ').includes(number), `${page.file} has no ${number}`);
      assert.ok(!holdsRejectedNumber(text), page.file);
    }
    assert.match(textOf(printed['hotel/pack']), /0300.123.4043/);
  });

  it('have nothing cut off at the foot of a page', () => {
    for (const page of packs) {
      for (let i = 1; i <= page.pages; i++) {
        const text = textOf(printed[page.file], '-f', String(i), '-l', String(i));
        assert.match(
          text,
          /after 23 November 2027\. Facts of 23 November 2026, not yet confirmed by the services\. Version [\d.]+ ?\. English\./,
          `${page.file}, page ${i}`,
        );
      }
    }
  });

  it('are tagged, with a title, a language, headings, lists, tables and an alternative text for each code', () => {
    for (const page of [...packs, ...alone]) {
      const info = run('pdfinfo', printed[page.file]);
      assert.match(info, /^Tagged: +yes$/m, page.file);
      assert.ok(info.includes(page.title), `${page.file} has the title ${page.title}`);
      const bytes = readFileSync(printed[page.file], 'latin1');
      assert.match(bytes, /\/Lang \(en-GB\)/, page.file);
      // A card that is there several times is read once.
      const codes = page.sheets.filter(({ html }) => html.includes('class="qr"')).length + (page.pages > 5 ? 1 : 0);
      assert.equal(bytes.match(/\/Alt \(Code for phones\. It opens www\./g)?.length ?? 0, codes, page.file);
    }
    const tags = (file) => new Set(run('pdfinfo', '-struct', printed[file]).match(/\b(?:H[1-6]|L|LI|Figure|TH)\b/g));
    for (const tag of ['H1', 'H2', 'L', 'LI', 'Figure']) assert.ok(tags('hotel/poster').has(tag), tag);
    for (const tag of ['H1', 'TH']) assert.ok(tags('hotel/log').has(tag), tag);
  });

  it('have a bookmark for each sheet of a pack', () => {
    for (const { file, sheets } of packs) {
      const marks = bookmarksIn(readFileSync(printed[file], 'latin1'));
      const titles = sheets.map(({ id, title }) => (id === 'poster' ? 'Say something if you see something' : title));
      assert.deepEqual(
        titles.filter((title) => !marks.includes(title)),
        [],
        file,
      );
    }
  });

  it('hold their fonts', () => {
    for (const page of [...packs, ...alone]) {
      const fonts = run('pdffonts', printed[page.file]).trim().split('\n').slice(2);
      assert.ok(fonts.length);
      for (const font of fonts) assert.match(font, /PublicSans.* yes (?:yes|no) +(?:yes|no)/, page.file);
    }
  });

  it('have no text smaller than 12 pt', async () => {
    for (const page of [...packs, ...alone]) {
      await tab.goto(pathToFileURL(join(site, 'papers', page.folder, 'index.html')).href);
      await tab.emulateMediaType('print');
      const small = await tab.evaluate(() => {
        const found = [];
        const walk = document.createTreeWalker(document.querySelector('main'), 4);
        while (walk.nextNode()) {
          const { parentElement: holder, data } = walk.currentNode;
          if (data.trim() && parseFloat(getComputedStyle(holder).fontSize) < 15.99) found.push(data.trim());
        }
        return found;
      });
      await tab.emulateMediaType();
      assert.deepEqual(small, [], page.file);
    }
  });

  it('have codes that a phone reads at 150 dots an inch, which open a page of the site', () => {
    let read = 0;
    for (const page of [
      ...packs.map((pack) => [pack, 2]),
      ...packs.map((pack) => [pack, 3]),
      ...alone.map((one) => [one, 1]),
    ]) {
      const [{ file, sheets }, at] = page;
      const html = sheets[file.endsWith('/pack') ? at - 2 : 0].html;
      if (!html.includes('class="qr"')) continue;
      const text = codeOn(printed[file], at);
      assert.ok(text?.startsWith(facts.place.address), `${file}, page ${at}: ${text}`);
      const path = text.slice(facts.place.address.length);
      assert.ok(existsSync(join(site, path, 'index.html')), text);
      const trade = file.split('/')[0];
      assert.equal(
        path,
        html.includes('poster') || html.includes('guest-card') ? 'say-something/' : `say-something/${trade}/`,
      );
      read++;
    }
    assert.ok(read >= 15, String(read));
  });

  it('are whole without backgrounds, in grey and in black and white', async () => {
    const pack = packs[0];
    const variants = {
      'no backgrounds': await print(pack, { printBackground: false }),
      'black and white': await print(pack, { black: true }),
    };
    for (const [how, file] of Object.entries({ grey: printed[pack.file], ...variants })) {
      assert.equal(textOf(file), textOf(printed[pack.file]), how);
      for (const page of [2, 3]) {
        const seen = contrastOfWords(file, page);
        assert.ok(seen.words > 60, `${how}, page ${page}: ${seen.words} words`);
        assert.deepEqual(seen.faint, [], `${how}, page ${page}`);
      }
    }
  });

  it('have no filled area in black and white, so that they save ink', async () => {
    const [colour, black] = [printed['hotel/poster'], await print(alone[0], { black: true })].map((file) => {
      const { data } = pictureOf(file, 1, 40, '-gray');
      return data.reduce((sum, value) => sum + (value < 128 ? 1 : 0), 0) / data.length;
    });
    assert.ok(colour > 0.2, String(colour));
    assert.ok(black < 0.12, String(black));
  });

  it('are as many pages in Firefox', { skip: without('firefox') }, async () => {
    const firefox = await launch('firefox');
    try {
      const page = await firefox.newPage();
      // They have every sheet. The words of the other trades are tried in this engine by sheets-fit.test.ts.
      for (const one of packs.filter(({ file }) => /^(?:hotel|school)\//.test(file))) {
        await page.goto(pathToFileURL(join(site, 'papers', one.folder, 'index.html')).href);
        await page.evaluate(() => document.fonts.ready);
        const path = join(folder, `firefox-${one.file.replaceAll('/', '-')}.pdf`);
        await page.pdf({ path, width: '210mm', height: '297mm', margin: { top: 0, right: 0, bottom: 0, left: 0 } });
        const sizes = sizesOf(path);
        assert.equal(sizes.length, one.pages, one.file);
        for (const [i, format] of formatsOf(one).entries())
          assert.ok(near(sizes[i], SIZES[format]), `${one.file}, page ${i + 1}`);
      }
    } finally {
      await firefox.close();
    }
  });
});

/**
 * The contrast of each word on a page, as a printer without colour shows it: the darkest and the lightest grey within the word's box. A word
 * that is as light as what is behind it has little between them.
 */
function contrastOfWords(file, page) {
  const dots = 72;
  const { width, height, data } = pictureOf(file, page, dots, '-gray');
  const boxes = [
    ...run('pdftotext', '-bbox', '-f', String(page), '-l', String(page), file, '-').matchAll(
      /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g,
    ),
  ];
  const faint = [];
  for (const [, ...found] of boxes) {
    const [left, top, right, bottom] = found.slice(0, 4).map(Number);
    let [dark, light] = [255, 0];
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y++) {
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x++) {
        const value = data[y * width + x];
        dark = Math.min(dark, value);
        light = Math.max(light, value);
      }
    }
    const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const ratio = (linear(light) + 0.05) / (linear(dark) + 0.05);
    if (ratio < 4.5) faint.push(`${found[4]} ${ratio.toFixed(1)}`);
  }
  return { words: boxes.length, faint };
}
