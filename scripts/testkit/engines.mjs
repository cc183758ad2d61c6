import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { findBrowsers, onPath } from './find.mjs';
import { webkitLauncher } from './webkit-launcher.mjs';

export const found = findBrowsers();

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--no-first-run',
];

/**
 * A page that waits for its own document, and not for the frames that a test adds to it: while a test adds one after the other, the page
 * never counts as loaded. It waits up to two minutes, because the machine may be busy.
 */
function patient(page) {
  const goto = page.goto.bind(page);
  page.goto = (url) => goto(url, { waitUntil: 'domcontentloaded', timeout: 120_000 });
  return page;
}

export const launchers = {
  chromium: () =>
    chromeLauncher({
      puppeteer, // without this option the launcher would name itself Chrome and look for its own browser
      concurrency: 2,
      launchOptions: {
        executablePath: found.chromium,
        headless: true,
        args: process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet,
      },
      // A context of its own shares no storage. With focus emulation a page in a background tab paints and keeps its focus.
      createPage: async ({ browser }) => {
        const page = patient(await (await browser.createBrowserContext()).newPage());
        await page.emulateFocusedPage(true);
        return page;
      },
    }),
  firefox: () => {
    const launcher = chromeLauncher({
      puppeteer,
      concurrency: 1, // a second tab would be hidden and stop painting
      launchOptions: {
        browser: 'firefox',
        executablePath: found.firefox,
        headless: true,
        args: ['-remote-allow-system-access'],
      },
      createPage: async ({ browser }) => patient(await browser.newPage()),
    });
    const stop = launcher.stopSession.bind(launcher);
    // when a page with a focused frame closes, the window loses its focus too, so each file gets a new tab
    launcher.stopSession = async (id) => {
      const result = await stop(id);
      // the types declare them private
      const { inactivePages } = /** @type {any} */ (launcher);
      await Promise.all(inactivePages.splice(0).map(({ puppeteerPage }) => puppeteerPage.close()));
      return result;
    };
    return launcher;
  },
  webkit: () =>
    webkitLauncher({
      concurrency: 1,
      driver: onPath('WebKitWebDriver'),
      binary: found.webkit,
      xsettings: onPath('xsettingsd'),
    }),
};
