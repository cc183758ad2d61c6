// Checks before any measurement that every variant shows the same words, links and states as the product, folded, unfolded and after
// answers. A difference is an error that shows both.
import assert from 'node:assert/strict';
import { atRest, inPage, serve } from './browser.mjs';
import { NOW } from './content.mjs';

/** The steps between two checks of a page. An answer is given by its question and its position. */
const STEPS = [
  ['as it begins', null],
  ['after “Stay anonymous”', { question: 2, answer: 1 }],
  ['after “Wales”', { question: 1, answer: 2 }],
  ['after “Parent or carer”', { question: 0, answer: 1 }],
  ['after clearing', { press: 'Clear my answers' }],
  ['with all signs open', { press: 'Open all' }],
  ['unfolded', { unfold: true }],
];

const pathsOf = (name, files) =>
  Object.fromEntries(Object.entries(files).map(([path, body]) => [`/${name}/${path}`, body]));
export const allFiles = (variants) =>
  Object.assign({}, ...Object.entries(variants).map(([name, { files }]) => pathsOf(name, files)));

/** Adds the probe and the helpers of the checks before a page's own scripts. */
export async function prepare(tab, { ready, frame = false }) {
  const settings = `window.benchmark=${JSON.stringify({ now: NOW, ready, frame })}`;
  await tab.evaluateOnNewDocument(`${settings};${inPage('probe')};${inPage('visible')}`);
}

/** @returns the differences of the variants from the product as texts, or an empty list */
export async function sameness(browser, variants, content) {
  const compared = Object.entries(variants).filter(([name]) => name !== 'empty');
  const server = await serve(allFiles(variants));
  const seen = {};
  try {
    for (const [name, variant] of compared) {
      const context = await browser.createBrowserContext();
      const tab = await context.newPage();
      await prepare(tab, variant);
      await tab.setViewport({ width: 768, height: 900 });
      const errors = [];
      tab.on('pageerror', (error) => errors.push(error));
      await tab.goto(`${server.origin}/${name}/`, { waitUntil: 'networkidle0' });
      await tab.waitForFunction(() => window.measured.ready, { timeout: 5000 }).catch((error) => errors.push(error));
      if (errors.length) throw new AggregateError(errors, `${name}: ${errors.join('; ')}`);
      const cdp = await tab.createCDPSession();
      await cdp.send('Performance.enable');
      await atRest(cdp);
      await tab.evaluate(() => window.unfolded());
      seen[name] = [];
      for (const [, step] of STEPS) {
        if (step) await tab.evaluate((todo) => window.act(todo), step);
        await new Promise((resolve) => setTimeout(resolve, 200));
        seen[name].push(await tab.evaluate(() => window.visible()));
      }
      await context.close();
    }
  } finally {
    server.close();
  }
  const { product, ...others } = seen;
  assert.ok(product[0].links.length > 10 && product[0].radios.length === content.report.flatMap(radiosIn).length);
  assert.equal(new Set(product.slice(0, 4).map(({ text }) => text)).size, 4, 'the answers have to change the page');
  const wrong = [];
  for (const [name, looks] of Object.entries(others)) {
    for (const [i, [when]] of STEPS.entries()) {
      for (const [what, read] of Object.entries(ASPECTS)) {
        try {
          assert.deepEqual(read(looks[i]), read(product[i]));
        } catch ({ message }) {
          wrong.push(`${name}, ${when}: other ${what} than the product (+ ${name}, - product)\n${message}`);
        }
      }
    }
  }
  return wrong;
}

const radiosIn = (node) => (node.kind === 'question' ? node.answers : (node.children ?? []).flatMap(radiosIn));
/** One word a line, so that a difference is short. White space is not compared. */
const ASPECTS = {
  words: ({ text }) => text.split(/[\s]+|(?=[,.“”:])|(?<=[“])/).filter(Boolean),
  links: ({ links }) => links.map(([href, text]) => `${href} ${text}`),
  states: ({ radios, folds }) => ({ radios, folds }),
};
