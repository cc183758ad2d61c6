// Counts costs that do not depend on the machine: bytes, requests, nodes, calls, layouts, layout shifts, and objects that many panels
// on a page should share. Needs none of the packages of this folder.
import { readFileSync, writeFileSync } from 'node:fs';
import { NOW, PRODUCT, hertfordshire, pageWith, productPage, published, SCRIPT, script } from './content.mjs';
import { atRest, compressed, inPage, metricsOf, serve } from './browser.mjs';

const WIDTHS = [360, 768, 1280];
/** The number of panels, which are drawn within seconds. */
const PANELS = 100;

/** Disables idle time, so that only the first render happens. */
const NO_IDLE = 'window.requestIdleCallback = () => 0;';
/** Counts the objects that a page should create once for any number of panels. */
const TALLY = `{
window.made = { observers: 0, parsed: 0, fetched: 0 };
for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
  window[name] = class extends window[name] { constructor(...given) { super(...given); window.made.observers++; } };
}
// Each directory is copied once, when it is checked.
const { stringify } = JSON;
JSON.stringify = (...given) => { window.made.parsed++; return stringify(...given); };
const { fetch } = window;
window.fetch = (...given) => { window.made.fetched++; return fetch(...given); };
}`;

async function opened(browser, { ready, frame }, { width = 1280, before = '' } = {}) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  tab.setDefaultTimeout(120_000);
  await tab.setViewport({ width, height: 800 });
  const settings = `window.benchmark=${JSON.stringify({ now: NOW, ready, frame })}`;
  await tab.evaluateOnNewDocument(`${settings};${inPage('probe')};${inPage('visible')};${before}`);
  const cdp = await tab.createCDPSession();
  await cdp.send('Performance.enable');
  return { context, tab, cdp };
}

/** Opens an address, delays its scripts until the page is painted without them, and waits for the widget. */
async function drawn(tab, address) {
  await tab.setRequestInterception(true);
  let painted;
  tab.on('request', async (request) => {
    if (request.resourceType() === 'script') await (painted ??= tab.waitForFunction(() => window.measured.first));
    await request.continue();
  });
  await tab.goto(address, { waitUntil: 'load' });
  await tab.waitForFunction(() => window.measured.ready);
}

/** The costs until a variant's first render: requests and their bytes, nodes, calls of its own functions, layouts. */
export async function firstRender(browser, address, variant) {
  const { context, tab, cdp } = await opened(browser, variant, { before: NO_IDLE });
  try {
    const requests = [];
    tab.on('request', (request) => request.url().startsWith('http') && requests.push(request.url()));
    await cdp.send('Profiler.enable');
    await cdp.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    await drawn(tab, address);
    const { result } = await cdp.send('Profiler.takePreciseCoverage');
    const { LayoutCount: layouts } = await metricsOf(cdp);
    const { origin } = new URL(address);
    const calls = result
      .filter(({ url }) => url.startsWith(origin))
      .flatMap(({ functions }) => functions)
      .reduce((sum, { ranges }) => sum + ranges[0].count, 0);
    return { requests, nodes: await tab.evaluate(() => [...window.everyElement()].length), calls, layouts };
  } finally {
    await context.close();
  }
}

/** The layout shift of the published snippets when they are drawn, by the width of the window. */
async function shifts(browser, origin) {
  const all = {};
  for (const width of WIDTHS) {
    const { context, tab, cdp } = await opened(browser, PRODUCT, { width });
    await drawn(tab, `${origin}/`);
    await atRest(cdp);
    all[width] = Math.round((await tab.evaluate(() => window.measured.shift)) * 100) / 100;
    await context.close();
  }
  return all;
}

/** The objects that many panels with their author's directory share. */
async function shared(browser, origin) {
  const { context, tab, cdp } = await opened(browser, PRODUCT, { before: TALLY });
  await drawn(tab, `${origin}/many.html`);
  await atRest(cdp);
  const found = await tab.evaluate(() => {
    const holders = [...document.querySelectorAll('[data-say-something]')];
    const roots = [document, ...holders.map(({ shadowRoot }) => shadowRoot)];
    return {
      panels: holders.filter(({ shadowRoot }) => shadowRoot?.querySelector('[part=root]')).length,
      styleSheets: new Set(roots.flatMap((root) => [...root.adoptedStyleSheets])).size,
      directories: window.made.parsed,
      fetches: window.made.fetched,
      observers: window.made.observers,
      liveRegions: roots.flatMap((root) => [...root.querySelectorAll('[aria-live], [role=status], [role=alert]')])
        .length,
    };
  });
  await context.close();
  return found;
}

/** All counts of the product. */
export async function productCounts(browser) {
  const files = {
    '/index.html': productPage(),
    '/say-something.js': script(),
    '/directory.json': JSON.stringify(hertfordshire),
    '/many.html': pageWith(
      published('report')
        .replace('data-say-something', 'data-directory="directory.json" data-say-something')
        .repeat(PANELS),
      { end: SCRIPT },
    ),
  };
  const server = await serve(files);
  try {
    const { requests, ...first } = await firstRender(browser, `${server.origin}/`, PRODUCT);
    return {
      bytes: [files['/index.html'], files['/say-something.js']].reduce((sum, body) => sum + compressed(body).length, 0),
      requests: requests.length,
      ...first,
      layoutShift: await shifts(browser, server.origin),
      manyPanels: await shared(browser, server.origin),
    };
  } finally {
    server.close();
  }
}

const RECORD = new URL('counts.json', import.meta.url);
/** The allowed differences: bytes with another release of zlib, and calls when tasks run in another order. */
const TOLERANCE = { bytes: 64, calls: 50 };

const flat = (counts, path = '') =>
  Object.entries(counts).flatMap(([key, value]) =>
    typeof value === 'object' ? flat(value, `${path}${key}.`) : [[`${path}${key}`, value]],
  );

/** The differences from the record, with a sentence for each. */
export function drift(counted, recorded = JSON.parse(readFileSync(RECORD, 'utf8'))) {
  const now = Object.fromEntries(flat(counted));
  const before = Object.fromEntries(flat(recorded));
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((key) => !(Math.abs(now[key] - before[key]) <= (TOLERANCE[key] ?? 0)))
    .map((key) => `${key}: ${now[key]}, recorded ${before[key]}`);
}

export const record = (counted) => writeFileSync(RECORD, `${JSON.stringify(counted, null, 2)}\n`);
