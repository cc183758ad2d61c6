// Checks before any measurement that every variant shows the same words, links and states as the product, closed, open and after
// answers. A difference is an error that shows both.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { atRest, inPage, serve } from './browser.mjs';
import { NOW } from './content.mjs';

/** The steps between two checks of a page. An answer is given by its question and its position. */
const STEPS = [
  ['as it begins', null],
  ['with the last question open', { open: { question: 2, answer: 1 } }],
  ['after “Stay anonymous”', { question: 2, answer: 1 }],
  ['with the second question open', { open: { question: 1, answer: 2 } }],
  ['after “Wales”', { question: 1, answer: 2 }],
  ['with the first question open', { open: { question: 0, answer: 1 } }],
  ['after “Parent or carer”', { question: 0, answer: 1 }],
  ['after clearing', { press: 'Clear my answers' }],
  ['with everything open', { unfold: true }],
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

/** What is visible of each variant after each step, by its name. */
async function looksOf(browser, variants, steps) {
  const server = await serve(allFiles(variants));
  const seen = {};
  try {
    for (const [name, variant] of Object.entries(variants)) {
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
      await tab.evaluate(() => window.complete());
      seen[name] = [];
      for (const [, step] of steps) {
        if (step) await tab.evaluate((todo) => window.act(todo), step);
        await sleep(200);
        await atRest(cdp);
        seen[name].push(await tab.evaluate(() => window.visible()));
      }
      await context.close();
    }
  } finally {
    server.close();
  }
  return seen;
}

/** The differences of the variants from the product, each as a text. */
function differences({ product, ...others }, steps) {
  const wrong = [];
  for (const [name, looks] of Object.entries(others)) {
    for (const [i, [when]] of steps.entries()) {
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

/** @returns the differences of the variants from the product as texts, or an empty list */
export async function sameness(browser, variants, content) {
  const compared = Object.entries(variants).filter(([name]) => name !== 'empty');
  const seen = await looksOf(browser, Object.fromEntries(compared), STEPS);
  const { product } = seen;
  const answers = content.report.flatMap(questionsIn).map((question) => question.answers.length);
  assert.ok(product[0].links.length >= 10, 'the numbers have to be in sight');
  assert.equal(product[0].radios.length, 0, 'the questions have to be closed');
  assert.equal(product[1].radios.length, answers[2], 'one question has to be open');
  assert.ok(product.at(-1).folds.length > 30, 'everything has to be open');
  const texts = [0, 2, 4, 6].map((step) => product[step].text);
  assert.equal(new Set(texts).size, texts.length, 'the answers have to change the page');
  return differences(seen, STEPS);
}

/** @returns the differences of variants that answer no question, before any answer */
export async function samenessAtFirst(browser, variants) {
  const steps = [STEPS[0], STEPS.at(-1)];
  return differences(await looksOf(browser, variants, steps), steps);
}

const questionsIn = (node) => (node.kind === 'question' ? [node] : (node.children ?? []).flatMap(questionsIn));
/** One word a line, so that a difference is short. White space is not compared. */
const ASPECTS = {
  words: ({ text }) => text.split(/[\s]+|(?=[,.“”:])|(?<=[“])/).filter(Boolean),
  links: ({ links }) => links.map(([href, text]) => `${href} ${text}`),
  states: ({ radios, folds }) => ({ radios, folds }),
};
