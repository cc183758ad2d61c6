/*
 * What a screen reader is given, in Chromium: the tree of roles and names of the main states, kept in tests/access/snapshots,
 * and what a kept tree does not hold (descriptions, what is said twice).
 *
 * After a change that is meant, `UPDATE_SNAPSHOTS=1 node --test tests/node/access-tree.test.mjs` writes them anew. Read what
 * has changed as somebody would who hears it: names in lists of links and buttons, headings, the order.
 */
/* global document -- in the page */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { findBrowsers } from '../../scripts/testkit/find.mjs';
import { isWhole } from '../helpers/whole.mjs';

const script = readFileSync(new URL('../../dist/say-something.js', import.meta.url), 'utf8');
const snapshots = new URL('../access/snapshots/', import.meta.url);
const executablePath = findBrowsers().chromium;
/** The Monday on which the facts were gathered, at lunchtime. */
const OPEN = '2026-11-23T12:00:00Z';

/** By file name: markup, what is done to it, and when. */
const STATES = {
  banner: { body: '<say-something-banner audience="parent" href="/report"></say-something-banner>' },
  'banner-young-person': { body: '<say-something-banner audience="young-person"></say-something-banner>' },
  exit: { body: '<say-something-exit></say-something-exit>' },
  'exit-counting': {
    body: '<say-something-exit></say-something-exit>',
    act: async (page) => {
      await page.keyboard.press('Shift');
      await page.getByText('press 2 more times').waitFor();
    },
  },
  report: { body: '<say-something-report></say-something-report>' },
  'report-answered': {
    body: '<say-something-report></say-something-report>',
    act: async (page) => {
      for (const name of ['I am under 19', 'Online', 'Stay anonymous']) {
        await page.getByRole('radio', { name, exact: true }).check();
      }
    },
  },
  // what stands in the fallback's place, of the first part alone: the rest is drawn when the browser is idle
  'report-folded': {
    body: '<div class="say-something"><p style="height: 400px">The fallback</p></div>',
    early: true,
  },
  'report-hotel': { body: '<say-something-report audience="hotel"></say-something-report>' },
  'report-old-facts': { body: '<say-something-report></say-something-report>', time: '2028-05-01T12:00:00Z' },
  'report-unfolded': {
    body: '<say-something-report audience="young-person"></say-something-report>',
    act: async (page) => {
      for (const summary of await page.locator('summary').all()) await summary.click();
    },
  },
  signs: { body: '<say-something-signs audience="hotel"></say-something-signs>' },
  'signs-open': {
    body: '<say-something-signs audience="young-person" href="/report"></say-something-signs>',
    act: (page) => page.getByRole('button', { name: 'Open all' }).click(),
  },
};

describe(
  'what a screen reader is given',
  { concurrency: false, skip: !executablePath && 'there is no Chromium' },
  () => {
    let browser;
    before(async () => {
      browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
    });
    after(() => browser?.close());

    /** A page with our script, its clock stopped; `mirrored` waits until our words are in the light tree as well. */
    async function open({ body, early, time = OPEN }, { mirrored = false } = {}) {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
      await page.clock.setFixedTime(time);
      await page.route('**/*', (route) =>
        route.fulfill(
          route.request().url().endsWith('.js')
            ? {
                contentType: 'text/javascript',
                body: mirrored ? script : `{const requestIdleCallback=()=>{};${script}}`,
              }
            : {
                contentType: 'text/html; charset=utf-8',
                body: `<!doctype html><html lang="en-GB"><title>A page</title>${early ? '' : '<script src="/s.js"></script>'}<main>${body}</main>${early ? '<script src="/s.js"></script>' : ''}`,
              },
        ),
      );
      await page.goto('http://localhost/');
      await page.waitForFunction(() => document.querySelector('main > *').shadowRoot?.querySelector('[part=root]'));
      if (mirrored) await page.waitForFunction(isWhole, 'main > *');
      return page;
    }

    /** The nodes of the tree that Chromium itself gives to assistive technology, in order. */
    async function nodesOf(page) {
      const session = await page.context().newCDPSession(page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const walk = (node) => [node, ...node.childIds.flatMap((id) => (byId.has(id) ? walk(byId.get(id)) : []))];
      return walk(nodes[0])
        .filter(({ ignored }) => !ignored)
        .map(({ role, name, description }) => ({
          role: role.value,
          name: name?.value ?? '',
          description: description?.value ?? '',
        }));
    }
    const CONTROLS = ['link', 'button', 'DisclosureTriangle', 'radio'];

    for (const [name, state] of Object.entries(STATES)) {
      it(`is the tree that was read and kept as ${name}`, async () => {
        const page = await open(state);
        await state.act?.(page);
        const tree = `${await page.locator('main').ariaSnapshot()}\n`;
        const file = new URL(`${name}.txt`, snapshots);
        if (process.env.UPDATE_SNAPSHOTS) writeFileSync(file, tree);
        assert.equal(tree, readFileSync(file, 'utf8'));
        await page.close();
      });

      it(`says every word of ${name} once, also when the words stand in the light tree as well`, async () => {
        const heard = async (mirrored) => {
          const page = await open(state, { mirrored });
          await state.act?.(page);
          const nodes = await nodesOf(page);
          await page.close();
          return nodes.filter(({ role }) => role !== 'InlineTextBox');
        };
        const nodes = await heard(false);
        assert.ok(nodes.length > 5);
        assert.deepEqual(await heard(true), nodes);
        for (const { name, description } of nodes) assert.ok(!description || !name.includes(description), description);
      });
    }

    it('tells the controls of one kind apart, in a list of them alone', async () => {
      for (const state of [STATES.report, STATES['report-unfolded'], STATES['signs-open']]) {
        const page = await open(state);
        await state.act?.(page);
        const controls = (await nodesOf(page)).filter(({ role }) => CONTROLS.includes(role));
        assert.ok(controls.length > 14);
        const alike = controls
          .filter(({ role, name }) => role !== 'radio' && controls.filter((one) => one.name === name).length > 1)
          // the same number, or the same service both as a route and as support, leads to the same
          .filter(({ name }) => !/^[\d ]+$|SafeCall/.test(name));
        assert.deepEqual(alike, []);
        await page.close();
      }
    });

    it('says whose a number is that is all the name of a link', async () => {
      const page = await open(STATES.report);
      const numbers = (await nodesOf(page)).filter(({ role, name }) => role === 'link' && /^[\d ]+$/.test(name));
      assert.ok(numbers.length > 8);
      // Childline's, which stands in a sentence that names it
      assert.deepEqual(
        numbers.filter(({ description }) => !description).map(({ name }) => name),
        ['0800 1111'],
      );
      assert.equal(numbers.find(({ name }) => name === '101').description, 'Hertfordshire Police');
      await page.close();
    });

    it('gives each number as one piece, so that it is read as one', async () => {
      const page = await open(STATES.report, { mirrored: true });
      const nodes = await nodesOf(page);
      for (const number of ['101', '0300 123 4043', '0800 555 111']) {
        assert.equal(nodes.filter(({ role, name }) => role === 'StaticText' && name === number).length, 1, number);
      }
      await page.close();
    });

    it('has a kept tree for every state, and no other', () => {
      assert.deepEqual(
        readdirSync(snapshots).sort(),
        Object.keys(STATES)
          .map((name) => `${name}.txt`)
          .sort(),
      );
    });
  },
);
