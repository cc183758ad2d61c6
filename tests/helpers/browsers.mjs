// Starts browsers for the tests that drive one from Node, and waits for what a person would see in them.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { findBrowsers } from '../../scripts/testkit/find.mjs';

/** Each engine's program, or undefined. */
export const found = findBrowsers();

/** A reason to skip for node:test, or false: `describe('in firefox', { skip: without('firefox') }, ...)`. */
export const without = (engine) => (found[engine] ? false : `${engine} is not installed`);

/** How long a test waits for what must come, in milliseconds. A machine that is busy with other things needs most of it. */
export const LIMIT = 120_000;

const FLAGS = {
  chromium: [
    // Chromium refuses its sandbox to root
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--disable-gpu',
    '--no-first-run',
  ],
  firefox: [],
};

/**
 * A browser of puppeteer's, without a window. `options` are those of `puppeteer.launch`; its `args` come after ours. Pages
 * from `newPage` wait `LIMIT` for what they are told to wait for.
 *
 * @param {'chromium' | 'firefox'} engine
 * @param {import('puppeteer-core').LaunchOptions} [options]
 */
export async function launch(engine, { args = [], ...options } = {}) {
  assert.ok(found[engine], `${engine} is not installed`);
  const browser = await puppeteer.launch({
    executablePath: found[engine],
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    headless: true,
    args: [...FLAGS[engine], ...args],
    timeout: LIMIT,
    protocolTimeout: 600_000,
    ...options,
  });
  const newPage = browser.newPage.bind(browser);
  browser.newPage = async (...given) => {
    const page = await newPage(...given);
    page.setDefaultTimeout(LIMIT);
    return page;
  };
  return browser;
}

/**
 * Lets a server answer while the tests of a suite run. Gives a function for its origin, which is known once they begin.
 *
 * @param {import('node:http').Server} server
 * @returns {() => string} `http://127.0.0.1:40123`
 */
export function serving(server) {
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return () => `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
}

/**
 * Looks again and again until it sees something, and gives that. A look that throws has seen nothing yet: a page may be on
 * its way. Fails after `LIMIT` with the words given and what was seen or thrown last.
 *
 * @template T
 * @param {string} what what is waited for: "the panel is drawn"
 * @param {() => T | Promise<T>} look
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, look, limit = LIMIT) {
  let last;
  for (const end = Date.now() + limit; Date.now() < end; await sleep(50)) {
    try {
      last = await look();
      if (last) return last;
    } catch (error) {
      last = error;
    }
  }
  assert.fail(`not within ${limit / 1000} s: ${what}; last seen: ${last instanceof Error ? last.message : last}`);
}
