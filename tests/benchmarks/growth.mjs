// Measures costs that grow with the number of panels on a page and of contacts in the directory.
import { performance } from 'node:perf_hooks';
import { routeOrder } from '../../src/core/routing.ts';
import { atRest, serve } from './browser.mjs';
import { hertfordshire, NOW, PRODUCT, pageWith, published, script, SCRIPT } from './content.mjs';
import { prepare } from './sameness.mjs';

const PANELS = [1, 10, 20];
/** How often each number of panels is measured. The least of the times counts, because other programs only add to it. */
const SAMPLES = 3;
const CONTACTS = [12, 100, 1000, 10_000];
/** The number of panels that are added at a time. */
const MORE = 10;

async function heapOf(cdp) {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0 } = await cdp.send('Runtime.getHeapUsage');
  return { script: usedSize, page: embedderHeapUsedSize };
}
async function opened(browser, address, variant) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  tab.setDefaultTimeout(120_000);
  const cdp = await tab.createCDPSession();
  await prepare(tab, variant);
  await cdp.send('Performance.enable');
  await tab.goto(address, { waitUntil: 'load' });
  await tab.waitForFunction(() => window.measured.ready);
  return { context, tab, cdp };
}

/**
 * The heap in bytes of one more panel on a page with many. The first ones come before the measurement, because Chromium compiles more code
 * while they are drawn.
 */
export async function heapPerPanel(browser, address, variant) {
  const { context, tab, cdp } = await opened(browser, address, variant);
  const withMore = async () => {
    await tab.evaluate(
      (more, count) => {
        if (!more) return void window.dispatchEvent(new CustomEvent('more-panels', { detail: count }));
        const holder = document.createElement('div');
        holder.setHTMLUnsafe(more.repeat(count));
        return void document.querySelector('main').append(holder);
      },
      variant.more,
      MORE,
    );
    await atRest(cdp);
    return heapOf(cdp);
  };
  const before = await withMore();
  const after = await withMore();
  await context.close();
  return {
    script: Math.round((after.script - before.script) / MORE),
    page: Math.round((after.page - before.page) / MORE),
  };
}

/** Measures growing numbers of panels on a page: time on the main thread until it is idle, heap, and shared objects. */
export async function panels(browser) {
  const pages = PANELS.map((count) => [`/${count}.html`, pageWith(published('report').repeat(count), { end: SCRIPT })]);
  const server = await serve({ ...Object.fromEntries(pages), '/say-something.js': script() });
  const rows = [];
  for (const count of PANELS) {
    const times = [];
    let last = {};
    for (let i = 0; i < SAMPLES; i++) {
      const { context, tab, cdp } = await opened(browser, `${server.origin}/${count}.html`, PRODUCT);
      const { TaskDuration } = await atRest(cdp);
      times.push(TaskDuration);
      const heap = await heapOf(cdp);
      const shared = await tab.evaluate(() => {
        const roots = [...document.querySelectorAll('[data-say-something]')].map(({ shadowRoot }) => shadowRoot);
        return {
          styleSheets: new Set(roots.flatMap((root) => [...root.adoptedStyleSheets])).size,
          liveRegions: roots.flatMap((root) => [...root.querySelectorAll('[aria-live]')]).length,
        };
      });
      last = { heap, ...shared };
      await context.close();
    }
    rows.push({ panels: count, main: Math.round(Math.min(...times) * 1000), ...last });
  }
  server.close();
  return rows;
}

/** Milliseconds of one decision with growing numbers of contacts, which are copies of the directory's contacts in every rule. */
export function routing() {
  return CONTACTS.map((count) => {
    const { contacts } = hertfordshire;
    const copies = Array.from({ length: Math.max(0, count - contacts.length) }, (_, i) => {
      const original = contacts[i % contacts.length];
      return { ...original, id: `${original.id}-${i}`, of: original.id };
    });
    const copiesOf = (id) => copies.filter(({ of }) => of === id).map((copy) => copy.id);
    const byOriginal = new Map(contacts.map(({ id }) => [id, copiesOf(id)]));
    const grown = {
      ...hertfordshire,
      contacts: [...contacts.slice(0, count), ...copies],
      routes: hertfordshire.routes.map((rule) => ({
        ...rule,
        contacts: rule.contacts.flatMap((id) => [id, ...byOriginal.get(id)]),
      })),
    };
    const at = new Date(NOW);
    const times = [];
    let found = 0;
    for (let i = 0; i < 60; i++) {
      const start = performance.now();
      found = routeOrder(grown, i % 2 ? {} : { who: 'parent', name: 'anonymous' }, at).length;
      // leave out the first ones, which warm up the compiler
      if (i >= 20) times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    return {
      contacts: grown.contacts.length,
      routes: found,
      milliseconds: Number(times[times.length / 2].toPrecision(3)),
    };
  });
}
