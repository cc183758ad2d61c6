/*
 * Measures what the drawing of an element does to somebody who reads or reaches for a number: the layout shift, and where a tap leads
 * afterwards that was aimed at a number of the fallback. `npm run places` prints the table; tests/site/places.test.mjs holds it.
 *
 * Each page is opened with the script held back, and scrolled to each of its snippets in turn. Then the script runs, and every point of
 * every number's old box is asked what is there now. Points that lead to the same number or to nothing are right.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { snippetFor } from '../../demo/snippets.ts';
import { AUDIENCES } from '../../src/core/audiences.ts';
import { digitsOf } from '../../src/core/numbers.ts';
import { hertfordshire } from '../../src/data/hertfordshire.ts';
import { respond } from '../../scripts/testkit/static.mjs';
import { launch } from '../helpers/browsers.mjs';
import { isWhole } from '../helpers/whole.mjs';

/** The widths of windows in CSS pixels, for phones, tablets and desktops. */
export const WIDTHS = [320, 360, 390, 768, 1280];
const HEIGHT = 800;
const SNIPPETS = '.say-something, say-something-report, say-something-signs, say-something-banner';
const NOW = Date.parse(
  `${hertfordshire.contacts.find(({ id }) => id === hertfordshire.emergency)?.gathered}T12:00:00Z`,
);

const peers = createRequire(new URL('../peers/package.json', import.meta.url));
const sheet = (path) => `<link rel="stylesheet" href="/peers/${path}">`;

/** Tailwind with its typography, built as its own documentation says. */
async function tailwind() {
  const loadStylesheet = async (id, base) => {
    const path = peers.resolve(id === 'tailwindcss' ? 'tailwindcss/index.css' : id);
    return { path, base, content: readFileSync(path, 'utf8') };
  };
  const loadModule = async (id, base) => ({ path: id, base, module: peers(id) });
  const { build } = await peers('tailwindcss').compile('@import "tailwindcss"; @plugin "@tailwindcss/typography";', {
    base: '.',
    loadStylesheet,
    loadModule,
  });
  return build(['prose', 'mx-auto', 'p-4']);
}

/** GOV.UK Frontend gives bare tags no style. Sites that let editors write with it set these rules of their "global styles". */
const GOVUK_GLOBAL = `p,li{font-family:"GDS Transport",arial,sans-serif;font-size:1rem;line-height:1.25}p{margin:0 0 15px}
ul{margin:0 0 15px;padding-left:20px;list-style:disc}li{margin-bottom:5px}
h2{font:700 1.3125rem/1.1905 "GDS Transport",arial,sans-serif;margin:0 0 15px}h3{font:700 1.125rem/1.1111 "GDS Transport",arial,sans-serif;margin:0 0 15px}
@media(min-width:40.0625em){p,li{font-size:1.1875rem;line-height:1.3158}p,ul{margin-bottom:20px}h2{font-size:1.6875rem;line-height:1.1111;margin-bottom:20px}h3{font-size:1.1875rem;line-height:1.3158;margin-bottom:20px}}`;

const plain = (size) => ({
  head: `<style>body{margin:0 auto;padding:0 1em;max-width:50em;font:${size}px/1.5 system-ui,sans-serif}</style>`,
});

/** The pages in which the snippets of banner, panel and signs are: what is in their head, and what is around the snippets. */
const hosts = {
  'plain 16 px': plain(16),
  'plain 17 px': plain(17),
  'plain 19 px': plain(19),
  'GOV.UK': {
    head: `${sheet('govuk-frontend/dist/govuk/govuk-frontend.min.css')}<style>${GOVUK_GLOBAL}</style>`,
    around: ['<div class="govuk-width-container"><main class="govuk-main-wrapper">', '</main></div>'],
  },
  Bootstrap: { head: sheet('bootstrap/dist/css/bootstrap.min.css'), around: ['<main class="container">', '</main>'] },
  Tailwind: {
    head: '<link rel="stylesheet" href="/tailwind.css">',
    around: ['<article class="prose mx-auto p-4">', '</article>'],
  },
  WordPress: {
    head: sheet('wordpress-theme-twentytwentyone/style.css'),
    around: [
      '<div id="page" class="site"><div id="content" class="site-content"><main id="main" class="site-main"><article class="hentry entry"><div class="entry-content">',
      '</div></article></main></div></div>',
    ],
  },
  'no style': { head: '' },
};
const EXAMPLES = { council: '/site/council/', hotel: '/site/hotel/', school: '/site/school/' };
export const PAGES = [...Object.keys(hosts), ...Object.keys(EXAMPLES)];

const pageFor = (name, audience) => {
  const { head, around: [before, after] = ['', ''] } = hosts[name];
  const snippets = ['banner', 'report', 'signs', 'exit'].map((element) => snippetFor({ element, audience }));
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Keeping children safe</title>
<link rel="icon" href="data:,">${head}</head>
<body class="page-template-default page page-id-1 is-light-theme no-js singular">${before}
<h1>Keeping children safe</h1>
<p>We want every child who lives here to grow up safe and well.</p>
${snippets.join('\n<p>Ask for this page in large print, in another language or to have it read to you.</p>\n')}
<p>This page is for everyone.</p>${after}
<script async src="/dist/say-something.js" crossorigin="anonymous" referrerpolicy="no-referrer"></script></body></html>`;
};

/** The contact behind a telephone link. */
const owners = Object.fromEntries(
  hertfordshire.contacts.flatMap(({ id, channels }) =>
    channels.filter(({ type }) => type === 'phone').map(({ value }) => [`tel:${digitsOf(value)}`, id]),
  ),
);
const named = (where) => owners[where] ?? where;

/** A server that holds back the script until `release` is called. */
async function serve(css) {
  const held = new Set();
  let open = false;
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const html = { headers: { 'content-type': 'text/html; charset=utf-8' } };
    const answer =
      pathname === '/host/'
        ? { ...html, body: pageFor(searchParams.get('name'), searchParams.get('audience') ?? 'public') }
        : pathname === '/tailwind.css'
          ? { headers: { 'content-type': 'text/css' }, body: css }
          : respond(pathname);
    const send = () =>
      answer ? response.writeHead(200, answer.headers).end(answer.body) : response.writeHead(404).end();
    if (pathname.endsWith('/say-something.js') && !open) held.add(send);
    else send();
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    addressOf: (page, audience) =>
      `http://localhost:${port}${EXAMPLES[page] ?? `/host/?name=${encodeURIComponent(page)}&audience=${audience}`}`,
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

/* global innerHeight, scrollTo, requestAnimationFrame, PerformanceObserver -- in the page */
/** Runs in the page. Whether its style sheets have loaded, because the end of parsing does not wait for them. */
const isStyled = () => [...document.querySelectorAll('link[rel=stylesheet]')].every(({ sheet: loaded }) => loaded);

/** Runs in the page. The scroll positions that show the numbers of each snippet. Those on the first screen need no scrolling. */
const positions = (snippets) => [
  ...new Set(
    [...document.querySelectorAll(snippets)].flatMap((snippet) => {
      const tops = [...snippet.querySelectorAll('a[href^="tel:"]')].map((link) => link.getBoundingClientRect());
      return tops.length
        ? [tops[0], tops.at(-1)].map(({ top, bottom }) => (bottom <= innerHeight ? 0 : Math.round(top - 200)))
        : [];
    }),
  ),
];

/** Runs in the page, before the script. The boxes of the visible numbers, line by line, and a watch for what moves. */
const begin = (snippets) => {
  window.moved = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of /** @type {any[]} */ (list.getEntries()))
      if (!hadRecentInput) window.moved += value;
  }).observe({ type: 'layout-shift' });
  return [...document.querySelectorAll(snippets)].flatMap((snippet) =>
    [...snippet.querySelectorAll('a[href^="tel:"]')].flatMap((link) =>
      [...link.getClientRects()]
        .filter(({ top, bottom, width }) => width && top >= 0 && bottom <= innerHeight)
        .map(({ x, y, width, height }) => ({ from: link.getAttribute('href'), x, y, width, height })),
    ),
  );
};

/** Runs in the page. Counts the points of the boxes by the address to which a tap leads now. `{"tel:999": {"tel:101": 12, "": 30}}` */
const end = (all) => {
  const at = (x, y) => {
    let found = document.elementFromPoint(x, y);
    while (found?.shadowRoot) {
      const inner = found.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === found) break;
      found = inner;
    }
    for (let node = found; node; node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host) {
      if (node.matches?.('a[href]')) return node.getAttribute('href');
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
  return { counts, shift: window.moved };
};

/** Two frames, after which the browser has reported what has moved. */
const frames = () =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))));

/** Opens a page, scrolls to one of the positions (by default the first), and releases the script. */
async function measure(browser, server, address, width, scroll) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  try {
    server.hold();
    await tab.setViewport({ width, height: HEIGHT });
    await tab.evaluateOnNewDocument(`Date.now = () => ${NOW}`);
    await tab.goto(address, { waitUntil: 'domcontentloaded' });
    await tab.waitForFunction(isStyled);
    const [first, ...others] = await tab.evaluate(positions, SNIPPETS);
    await tab.evaluate((top) => scrollTo({ top, behavior: 'instant' }), scroll ?? first);
    await tab.evaluate(frames);
    const boxes = await tab.evaluate(begin, SNIPPETS);
    server.release();
    await tab.waitForFunction(isWhole, {}, SNIPPETS);
    await tab.evaluate(frames);
    return { ...(await tab.evaluate(end, boxes)), others };
  } finally {
    await context.close();
    server.release();
  }
}

/**
 * The layout shift and, for each number that another link has taken over, the share of its box in per cent, rounded up.
 *
 * @returns {Promise<{page: string, width: number, shift: number, taken: Record<string, number>}[]>}
 */
export async function places(browser, { pages = PAGES, widths = WIDTHS, audience = 'public' } = {}) {
  const css = pages.includes('Tailwind') ? await tailwind() : '';
  const rows = [];
  const one = async (page, width, server) => {
    const address = server.addressOf(page, audience);
    const { others, ...first } = await measure(browser, server, address, width);
    const all = [first];
    for (const scroll of others) all.push(await measure(browser, server, address, width, scroll));
    const taken = {};
    for (const [from, counts] of all.flatMap((found) => Object.entries(found.counts))) {
      const points = Object.values(counts).reduce((sum, count) => sum + count, 0);
      for (const [to, count] of Object.entries(counts)) {
        if (!to || to === from) continue;
        const way = `${named(from)} → ${named(to)}`;
        taken[way] = Math.max(taken[way] ?? 0, Math.ceil((100 * count) / points));
      }
    }
    rows.push({ page, width, shift: Math.max(...all.map(({ shift }) => shift)), taken });
  };
  const all = pages.flatMap((page) => widths.map((width) => [page, width]));
  // Run two at a time, each with its own server, which holds back the script of one page.
  const worker = async () => {
    const server = await serve(css);
    try {
      for (let next = all.shift(); next; next = all.shift()) await one(...next, server);
    } finally {
      server.close();
    }
  };
  await Promise.all([worker(), worker()]);
  const place = ({ page, width }) => pages.indexOf(page) * 10_000 + width;
  return rows.sort((a, b) => place(a) - place(b));
}

/** The greatest heights of a closed panel that comes where nothing was before, by the width of the window. */
const MOST = { 390: 1000, 768: 680, 1280: 680 };
/** A young person's panel has the chat of Childline in sight as well. Its snippet is 1,237 px high on a phone. */
const WITH_CHAT = { 'young-person': { 390: 1020 } };

/**
 * The heights of the closed panels of all audiences, drawn where nothing was before, and of the council's page on a phone.
 *
 * @returns {Promise<Record<string, {height: number, most: number}>>}
 */
export async function heights(browser) {
  const server = await serve('');
  const found = {};
  const tab = await browser.newPage();
  try {
    server.release();
    await tab.evaluateOnNewDocument(`Date.now = () => ${NOW}`);
    await tab.goto(server.addressOf('plain 16 px', 'public'));
    await tab.waitForFunction(isWhole, {}, SNIPPETS);
    for (const [width, most] of Object.entries(MOST)) {
      await tab.setViewport({ width: Number(width), height: HEIGHT });
      for (const audience of AUDIENCES) {
        const height = await tab.evaluate(async (given) => {
          const panel = /** @type {any} */ (document.createElement('say-something-report'));
          panel.setAttribute('audience', given);
          document.body.append(panel);
          await panel.updateComplete;
          const { height: high } = panel.getBoundingClientRect();
          panel.remove();
          return Math.round(high);
        }, audience);
        found[`panel for ${audience} at ${width} px`] = { height, most: WITH_CHAT[audience]?.[width] ?? most };
      }
    }
    await tab.setViewport({ width: 390, height: HEIGHT });
    await tab.goto(server.addressOf('council', ''));
    await tab.waitForFunction(isWhole, {}, SNIPPETS);
    const height = await tab.evaluate(() => document.documentElement.scrollHeight);
    found['the council’s page at 390 px'] = { height, most: 3300 };
    return found;
  } finally {
    await tab.close();
    server.close();
  }
}

/** The table as text. */
export const tableOf = (rows) =>
  rows
    .map(({ page, width, shift, taken }) => {
      const ways = Object.entries(taken).map(([way, share]) => `${way} ${share} %`);
      return `${page.padEnd(12)} ${String(width).padStart(5)} px  shift ${shift.toFixed(3)}  ${ways.join(', ') || 'no number taken over'}`;
    })
    .join('\n');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [pages, widths, audience] = process.argv.slice(2);
  const browser = await launch('chromium');
  try {
    const asked = {
      ...(pages && { pages: pages.split(',') }),
      ...(widths && { widths: widths.split(',').map(Number) }),
      ...(audience && { audience }),
    };
    console.log(tableOf(await places(browser, asked)));
    for (const [what, { height, most }] of Object.entries(await heights(browser)))
      console.log(`${what}: ${height} px, at most ${most}`);
  } finally {
    await browser.close();
  }
}
