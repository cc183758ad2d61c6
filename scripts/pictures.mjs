/*
 * npm run pictures: takes the pictures that the README shows, in light and in dark, with Chromium, and writes docs/pictures/*.png:
 * the panel as it opens on a phone, the panel with an answer, and the signs. tests/papers/readme.test.mjs checks that each picture
 * exists and is small.
 *
 * The clock is set to noon on the day on which the facts were copied, and the page uses DejaVu Sans, the font that Debian
 * installs with Chromium. So the same sources give the same picture on every machine that has this font.
 */
/* global document, scrollY, OffscreenCanvas, createImageBitmap -- in the page */
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { snippetFor } from '../demo/snippets.ts';
import { hertfordshire } from '../src/data/hertfordshire.ts';
import { en } from '../src/data/locales/en.ts';
import { launch } from '../tests/helpers/browsers.mjs';
import { isWhole } from '../tests/helpers/whole.mjs';
import { pinFonts } from './testkit/fonts.mjs';
import { respond } from './testkit/static.mjs';

pinFonts();

/** The width of a phone in CSS pixels. A picture has one and a half pixels for each of them. */
const WIDTH = 390;
const SCALE = 1.5;
/** The window is so low that each element is below it: it takes no room of a fallback, and is as it is where nothing was before. */
const WINDOW = 40;
/** The height of a picture, at most: an open panel is longer than a reader of the README wants. */
const MOST = 1070;

/** The element in each picture, by the picture's name, and the words of the controls that somebody has used in it. */
const PICTURES = {
  panel: { element: 'report', used: [] },
  answers: { element: 'report', used: [en.questionsHeading, en.questions.where, en.answers.online] },
  signs: { element: 'signs', used: [en.signs.signs.gifts[0]] },
};
const SCHEMES = ['light', 'dark'];

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const gathered = hertfordshire.contacts.find(({ id }) => id === hertfordshire.emergency)?.gathered;
const NOON = Date.parse(`${gathered}T12:00:00Z`);

const pageWith = (element) => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Say Something</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; --say-something-font: 'DejaVu Sans', sans-serif; }
body { margin: ${WINDOW + 12}px 12px 12px; font-family: 'DejaVu Sans', sans-serif; }
.say-something > :first-child { margin-top: 0; }
</style>
</head>
<body>
${snippetFor({ element })}
<script async src="/dist/say-something.js"></script>
</body>
</html>`;

/**
 * Runs in a page: the pixels of a PNG as indices into a palette of at most 256 colours. The most frequent colours stay as they
 * are, and each other one, from the edge of a letter, becomes the nearest of them.
 */
const reduce = async (base64) => {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('The page has no canvas.');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const colours = [];
  const uses = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data[at] * 65_536 + data[at + 1] * 256 + data[at + 2];
    colours.push(colour);
    uses.set(colour, (uses.get(colour) ?? 0) + 1);
  }
  const channels = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const palette = [...uses.keys()].sort((a, b) => uses.get(b) - uses.get(a)).slice(0, 256);
  const distance = (a, b) => channels(a).reduce((sum, value, i) => sum + (value - channels(b)[i]) ** 2, 0);
  const nearest = (colour) =>
    palette.reduce((best, one, i) => (distance(one, colour) < distance(palette[best], colour) ? i : best), 0);
  const index = new Map([...uses.keys()].map((colour) => [colour, nearest(colour)]));
  return { width, height, palette: palette.map(channels), pixels: colours.map((colour) => index.get(colour)) };
};

/** Runs in a page: uses the control with these words, as a person would. */
const use = (words) => {
  const tree = document.querySelector('.say-something')?.shadowRoot;
  const slot = [.../** @type {any} */ (tree).querySelectorAll('slot')].find(({ textContent }) => textContent === words);
  slot.closest('summary,label').click();
};
/** Runs in a page: where the element ends. */
const bottom = () =>
  /** @type {any} */ (document.querySelector('.say-something')).shadowRoot
    .querySelector('.root')
    .getBoundingClientRect().bottom + scrollY;

/** A PNG with a palette: about a quarter of the bytes that Chromium's own takes. */
function png({ width, height, palette, pixels }) {
  const chunk = (type, body) => {
    const named = Buffer.concat([Buffer.from(type), body]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // eight bits for each pixel, and a palette
  header.set([8, 3], 8);
  // Each row begins with the number of its filter, which is none.
  const rows = Buffer.alloc(height * (width + 1));
  for (let row = 0; row < height; row++) {
    rows.set(pixels.slice(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const picture = PICTURES[pathname.slice(1)];
  const answer = picture
    ? { body: pageWith(picture.element), headers: { 'content-type': 'text/html; charset=utf-8' } }
    : respond(pathname);
  if (answer) response.writeHead(200, answer.headers).end(answer.body);
  else response.writeHead(404).end();
});
server.listen(0, 'localhost');
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

const browser = await launch('chromium', { args: ['--font-render-hinting=none', '--force-color-profile=srgb'] });
try {
  mkdirSync(folder, { recursive: true });
  for (const name of Object.keys(PICTURES)) {
    for (const scheme of SCHEMES) {
      const tab = await browser.newPage();
      await tab.setViewport({ width: WIDTH, height: WINDOW, deviceScaleFactor: SCALE });
      await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await tab.evaluateOnNewDocument(`Date.now = () => ${NOON}`);
      await tab.goto(`http://localhost:${port}/${name}`);
      await tab.waitForFunction(isWhole, {}, '.say-something');
      for (const words of PICTURES[name].used) await tab.evaluate(use, words);
      const height = await tab.evaluate(bottom);
      const clip = { x: 0, y: WINDOW, width: WIDTH, height: Math.min(MOST, Math.ceil(height) + 12 - WINDOW) };
      const taken = await tab.screenshot({ clip, captureBeyondViewport: true, encoding: 'base64' });
      const picture = png(await tab.evaluate(reduce, taken));
      await tab.close();
      writeFileSync(`${folder}${name}-${scheme}.png`, picture);
      console.log(`docs/pictures/${name}-${scheme}.png: ${picture.length} bytes`);
    }
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
