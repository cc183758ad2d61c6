// Starts browsers for tests that drive one from Node, and waits until something can be seen in them.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { findBrowsers } from '../../scripts/testkit/find.mjs';

/** The program of each engine, or undefined. */
export const found = findBrowsers();

/** A reason to skip for node:test, or false: `describe('in firefox', { skip: without('firefox') }, ...)`. */
export const without = (engine) => (found[engine] ? false : `${engine} is not installed`);

/** Milliseconds that a test waits at most. A busy machine may need most of it. */
export const LIMIT = 120_000;

const FLAGS = {
  chromium: [
    // Chromium's sandbox does not work for root
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
 * Starts a headless browser with puppeteer. `options` are those of `puppeteer.launch`, and its `args` come after ours. Pages from
 * `newPage` wait at most `LIMIT`.
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
 * Runs a server during the tests of a suite. Returns a function for its origin, which is known when the tests begin.
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
 * Calls `look` until it returns something truthy, and returns that. A call that throws counts as nothing, because a page may be
 * loading. Fails after `LIMIT` with `what` and the last result or error.
 *
 * @template T
 * @param {string} what the awaited condition: "the panel is drawn"
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
  assert.fail(
    `This did not happen within ${limit / 1000} s: ${what}. Last result: ${last instanceof Error ? last.message : last}`,
  );
}
