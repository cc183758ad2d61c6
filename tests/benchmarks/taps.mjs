// Measures which number a tap calls that was aimed at a number before the script drew. Tests every point of every number's box in a
// fallback again after drawing, on the three example pages and a plain one. Needs none of the packages of this folder.
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { digitsOf } from '../../src/core/numbers.ts';
import { respond } from '../../scripts/testkit/static.mjs';
import { isWhole } from '../helpers/whole.mjs';
import { hertfordshire, NOW, productPage, script } from './content.mjs';

/** The widths of windows in CSS pixels, for phones, tablets and desktops. */
const WIDTHS = [320, 360, 390, 414, 480, 640, 768, 1024, 1280, 1440];
const HEIGHT = 800;
const PAGES = { council: '/site/council/', hotel: '/site/hotel/', school: '/site/school/', plain: '/plain/' };
const SNIPPETS = '.say-something, say-something-report, say-something-signs, say-something-banner';

/** The contact behind a telephone link. */
const owners = Object.fromEntries(
  hertfordshire.contacts.flatMap(({ id, channels }) =>
    channels.filter(({ type }) => type === 'phone').map(({ value }) => [`tel:${digitsOf(value)}`, id]),
  ),
);
const named = (where) => owners[where] ?? where;

function answerTo(pathname) {
  if (pathname.endsWith('/say-something.js'))
    return { body: script(), headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' } };
  return pathname === '/plain/'
    ? { body: productPage(), headers: { 'content-type': 'text/html; charset=utf-8' } }
    : respond(pathname);
}

/** A server that holds back the script until `release` is called. */
async function serve() {
  const held = new Set();
  let open = false;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const answer = answerTo(pathname);
    const send = () =>
      answer ? response.writeHead(200, answer.headers).end(answer.body) : response.writeHead(404).end();
    if (pathname.endsWith('/say-something.js') && !open) held.add(send);
    else send();
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${server.address().port}`,
    hold() {
      open = false;
    },
    /** Sends the script now and for later requests, because a browser may request it late. */
    release() {
      open = true;
      for (const send of held) send();
      held.clear();
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/* global innerHeight, scrollTo -- in the page */
/** Runs in the page. Whether its style sheets have loaded, because the end of parsing does not wait for them. */
const isStyled = () => [...document.querySelectorAll('link[rel=stylesheet]')].every(({ sheet }) => sheet);

/** Runs in the page. The scroll positions that show each snippet's numbers. Those on the first screen need no scrolling. */
const positions = (snippets) => {
  const tops = [...document.querySelectorAll(snippets)]
    .map((snippet) => snippet.querySelector('a[href^="tel:"]')?.getBoundingClientRect())
    .filter(Boolean)
    .map(({ top, bottom }) => (bottom <= innerHeight ? 0 : Math.round(top - 200)));
  return [...new Set(tops)];
};

/** Runs in the page. The boxes of the visible numbers, line by line. */
const boxes = (snippets) =>
  [...document.querySelectorAll(snippets)].flatMap((snippet) =>
    [...snippet.querySelectorAll('a[href^="tel:"]')].flatMap((link) =>
      [...link.getClientRects()]
        .filter(({ top, bottom, width }) => width && top >= 0 && bottom <= innerHeight)
        .map(({ x, y, width, height }) => ({ from: link.getAttribute('href'), x, y, width, height })),
    ),
  );

/** Runs in the page. Counts the points of the boxes by the address to which a tap leads now. `{"tel:999": {"tel:101": 12, "": 30}}` */
const hits = (all) => {
  const at = (x, y) => {
    let found = document.elementFromPoint(x, y);
    while (found?.shadowRoot) {
      const inner = found.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === found) break;
      found = inner;
    }
    for (let node = found; node; node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host) {
      if (node.matches?.('a[href]')) return node.getAttribute('href');
      if (node.matches?.('button, summary, label, input')) return 'a control';
    }
    return '';
  };
  const counts = {};
  for (const { from, x, y, width, height } of all) {
    const row = (counts[from] ??= {});
    for (let down = 1; down < height; down += 2)
      for (let right = 1; right < width; right += 2) {
        const to = at(x + right, y + down);
        row[to] = (row[to] ?? 0) + 1;
      }
  }
  return counts;
};

/** Opens a page, scrolls to one of the positions (by default the first), and releases the script. */
async function measure(browser, server, path, width, scroll) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  tab.setDefaultTimeout(120_000);
  try {
    server.hold();
    await tab.setViewport({ width, height: HEIGHT });
    await tab.evaluateOnNewDocument(`Date.now = () => ${NOW}`);
    await tab.goto(server.origin + path, { waitUntil: 'domcontentloaded' });
    await tab.waitForFunction(isStyled);
    const [first, ...others] = await tab.evaluate(positions, SNIPPETS);
    await tab.evaluate((top) => scrollTo({ top, behavior: 'instant' }), scroll ?? first);
    const before = await tab.evaluate(boxes, SNIPPETS);
    server.release();
    await tab.waitForFunction(isWhole, {}, SNIPPETS);
    return { counts: await tab.evaluate(hits, before), others };
  } finally {
    await context.close();
    server.release();
  }
}

/**
 * The share of each number's box that leads elsewhere after drawing, in per cent and rounded up. Points that lead to the same number
 * or nowhere are not listed.
 *
 * @returns {Promise<Record<string, Record<string, Record<string, number>>>>} `{council: {"390": {"childline → police-999": 43}}}`
 */
export async function taps(browser, { pages = Object.keys(PAGES), widths = WIDTHS } = {}) {
  const found = {};
  const one = async (page, width, server) => {
    const path = PAGES[page];
    const { counts: first, others } = await measure(browser, server, path, width);
    const all = [first];
    for (const scroll of others) all.push((await measure(browser, server, path, width, scroll)).counts);
    const row = {};
    for (const [from, counts] of all.flatMap((counts) => Object.entries(counts))) {
      const points = Object.values(counts).reduce((sum, count) => sum + count, 0);
      for (const [to, count] of Object.entries(counts)) {
        if (!to || to === from) continue;
        const way = `${named(from)} → ${named(to)}`;
        row[way] = Math.max(row[way] ?? 0, Math.ceil((100 * count) / points));
      }
    }
    (found[page] ??= {})[width] = row;
  };
  const all = pages.flatMap((page) => widths.map((width) => [page, width]));
  // Run two at a time, each with its own server, which holds back the script of one page.
  const worker = async () => {
    const server = await serve();
    try {
      for (let next = all.shift(); next; next = all.shift()) await one(...next, server);
    } finally {
      server.close();
    }
  };
  await Promise.all([worker(), worker()]);
  return Object.fromEntries(
    pages.map((page) => [page, Object.fromEntries(widths.map((width) => [width, found[page][width]]))]),
  );
}

const RECORD = new URL('taps.json', import.meta.url);
const recorded = () => JSON.parse(readFileSync(RECORD, 'utf8'));
export const record = (found) => writeFileSync(RECORD, `${JSON.stringify(found, null, 2)}\n`);

/** A sentence for each entry that is worse than recorded. Entries may shrink but not grow. */
export const worse = (found, before = recorded()) =>
  Object.entries(found).flatMap(([page, widths]) =>
    Object.entries(widths).flatMap(([width, ways]) =>
      Object.entries(ways)
        .filter(([way, share]) => share > (before[page]?.[width]?.[way] ?? 0))
        .map(
          ([way, share]) =>
            `${page} at ${width} px: ${way} ${share} %, recorded ${before[page]?.[width]?.[way] ?? 0} %`,
        ),
    ),
  );
