/*
 * Tests the accessibility tree in Chromium: the roles and names in the main states, which are stored in tests/site/snapshots.
 *
 * The trees come from Chromium itself. `Accessibility.getFullAXTree` of its devtools protocol returns the nodes for assistive
 * technology, with their computed names and descriptions. `printed` below writes one node a line and leaves out nodes that a
 * screen reader does not announce: those that Chromium ignores, boxes without a role, and the text of a control that is its name.
 * A number of the directory is printed as its contact, so that a changed number changes no tree.
 *
 * After an intended change, `UPDATE_SNAPSHOTS=1 node --import tsx --test tests/site/access-tree.test.mjs` updates them. Read the
 * difference as a person hears it, with the names in lists of links and buttons, the headings and the order.
 */
/* global document -- in the page */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { hertfordshire } from '../../src/data/hertfordshire.ts';
import { launch, until, without } from '../helpers/browsers.mjs';
import { inWords } from '../helpers/in-words.mjs';
import { number } from '../helpers/numbers.ts';
import { isWhole } from '../helpers/whole.mjs';

const script = readFileSync(new URL('../../dist/say-something.js', import.meta.url), 'utf8');
const snapshots = new URL('snapshots/', import.meta.url);
/** Noon on the day when the facts were gathered. */
const [{ gathered }] = hertfordshire.contacts;
const OPEN = `${gathered}T12:00:00Z`;
const OLD = '2028-05-01T12:00:00Z';

/** Runs in the page. Clicks every control that a selector finds, or only those with these words. */
const click = (selector, words) => {
  for (const control of document.querySelector('main > *').shadowRoot.querySelectorAll(selector)) {
    if (!words || words.includes(control.textContent.trim())) control.click();
  }
};
const clickFirst = () => document.querySelector('main > *').shadowRoot.querySelector('summary').click();
const isDrawn = () => !document.querySelector('main > *').shadowRoot.querySelector('[data-partial]');
/** Opens everything, as a person would. What is behind the first disclosure is drawn when it is opened. */
async function open(page) {
  await page.evaluate(clickFirst);
  await page.waitForFunction(isDrawn);
  await page.evaluate(click, 'details:not([open]) > summary');
}
const said = () => document.querySelector('main > *').shadowRoot.querySelector('[aria-live]').textContent;
const report = (attributes = '') => `<say-something-report${attributes}></say-something-report>`;

/** The states by file name, each with its markup, what to do in it, and the time. */
const STATES = {
  banner: { body: '<say-something-banner audience="parent" href="/report"></say-something-banner>' },
  'banner-young-person': { body: '<say-something-banner audience="young-person"></say-something-banner>' },
  exit: { body: '<say-something-exit></say-something-exit>' },
  'exit-counting': {
    body: '<say-something-exit></say-something-exit>',
    act: async (page) => {
      await page.keyboard.press('Shift');
      await until('the count is announced', async () => /press 2 more times/.test(await page.evaluate(said)));
    },
  },
  report: { body: report() },
  'report-answered': {
    body: report(),
    act: async (page) => {
      await page.evaluate(click, 'summary', ['Find the best for you']);
      await page.waitForFunction(isDrawn);
      await page.evaluate(click, 'label', ['I am under 19', 'Online', 'Stay anonymous']);
      await until('the answer is announced', async () => /places to tell/.test(await page.evaluate(said)));
    },
  },
  // It is drawn in the room of its fallback, and what is behind the disclosures is not drawn before the browser is idle.
  'report-early': {
    body: '<div class="say-something"><p style="height: 400px">The fallback</p></div>',
    early: true,
  },
  'report-hotel': { body: report(' audience="hotel"') },
  'report-old-facts': { body: report(), time: OLD },
  'report-open': { body: report(' audience="young-person"'), act: open },
  signs: { body: '<say-something-signs audience="hotel"></say-something-signs>' },
  'signs-open': {
    body: '<say-something-signs audience="young-person" href="/report"></say-something-signs>',
    act: open,
  },
};

/** Roles of boxes that a screen reader does not announce. It announces their content. */
const BOXES = ['none', 'generic', 'LabelText', 'LineBreak', 'InlineTextBox'];

/** The words for a control's state, by the property of its node and its value. */
const STATE_WORDS = {
  checked: { true: 'checked' },
  expanded: { true: 'expanded', false: 'collapsed' },
  disabled: { true: 'disabled' },
  required: { true: 'required' },
};

/** The nodes that Chromium exposes to assistive technology, as a tree without boxes. */
async function treeOf(page) {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (node) => {
    const children = node.childIds.flatMap((id) => (byId.has(id) ? read(byId.get(id)) : []));
    if (node.ignored || BOXES.includes(node.role.value)) return children;
    const { url, level, ...states } = Object.fromEntries(
      (node.properties ?? []).map(({ name, value }) => [name, value.value]),
    );
    return [
      {
        role: node.role.value,
        name: node.name?.value ?? '',
        description: node.description?.value ?? '',
        url,
        level: node.role.value === 'heading' && level,
        states: Object.entries(STATE_WORDS).flatMap(([name, words]) => words[String(states[name])] ?? []),
        children,
      },
    ];
  };
  return read(nodes[0]);
}
const flat = (tree) => tree.flatMap((node) => [node, ...flat(node.children)]);

/** A tree in lines with role, name in quotes, and states. `: text` is the node's text if it differs from its name. */
function printed(tree, indent = '') {
  return tree
    .map(({ role, name, description, url, level, states, children }) => {
      const head = [
        `${indent}- ${role === 'StaticText' ? 'text' : role}`,
        ...(name ? [JSON.stringify(inWords(name))] : []),
        ...[...(level ? [`level ${level}`] : []), ...states].map((state) => `[${state}]`),
        ...(description ? [`described as ${JSON.stringify(description)}`] : []),
        ...(url ? [`to ${inWords(url.replace(/^http:\/\/127\.0\.0\.1:\d+/, ''))}`] : []),
      ].join(' ');
      const [only, ...more] = children;
      if (!only || more.length || only.role !== 'StaticText') return `${head}\n${printed(children, `${indent}  `)}`;
      return only.name === name ? `${head}\n` : `${head}: ${inWords(only.name)}\n`;
    })
    .join('');
}

describe('the accessibility tree', { concurrency: false, skip: without('chromium') }, () => {
  let page = '';
  const server = createServer(({ url }, response) => {
    const type = { '/s.js': 'text/javascript', '/late.js': 'text/javascript', '/': 'text/html; charset=utf-8' }[url];
    if (!type) return response.writeHead(404).end();
    // Without idle time no words are added to the light tree, and what is behind the disclosures is not drawn.
    const late = url === '/late.js' ? `{const requestIdleCallback=()=>{};${script}}` : script;
    return response.setHeader('content-type', type).end(url === '/' ? page : late);
  });
  let browser;
  let origin;
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${server.address().port}/`;
    browser = await launch('chromium', { defaultViewport: { width: 390, height: 844 } });
  });
  after(async () => {
    await browser?.close();
    server.closeAllConnections();
    server.close();
  });

  /** The tree of a state. With `mirrored` it waits until our words are in the light tree too. */
  async function treeIn({ body, early, act, time = OPEN }, { mirrored = true } = {}) {
    const tag = `<script src="/${mirrored ? 's' : 'late'}.js"></script>`;
    page = `<!doctype html><html lang="en-GB"><link rel="icon" href="data:,"><title>A page</title>${early ? '' : tag}<main>${body}</main>${early ? tag : ''}`;
    const tab = await browser.newPage();
    try {
      await tab.evaluateOnNewDocument((now) => {
        Date.now = () => now;
        // Never cancel the count of presses, however long the test takes.
        const { setTimeout } = globalThis;
        globalThis.setTimeout = (task, after, ...given) => (after === 5_000 ? 0 : setTimeout(task, after, ...given));
      }, Date.parse(time));
      await tab.goto(origin);
      await tab.waitForFunction(() => document.querySelector('main > *').shadowRoot?.querySelector('[part=root]'));
      if (mirrored) await tab.waitForFunction(isWhole, {}, 'main > *');
      await act?.(tab);
      if (mirrored) await tab.waitForFunction(isWhole, {}, 'main > *');
      return (await treeOf(tab))[0].children;
    } finally {
      await tab.close();
    }
  }

  for (const [name, state] of Object.entries(STATES)) {
    it(`is the reviewed snapshot ${name}, with every word once`, async () => {
      const tree = await treeIn(state);
      const file = new URL(`${name}.txt`, snapshots);
      if (process.env.UPDATE_SNAPSHOTS) writeFileSync(file, printed(tree));
      assert.equal(printed(tree), readFileSync(file, 'utf8'));
      assert.equal(printed(await treeIn(state, { mirrored: false })), printed(tree), 'before the words are mirrored');
      const nodes = flat(tree);
      assert.ok(nodes.length > 3);
      for (const one of nodes) {
        assert.ok(!one.description || !one.name.includes(one.description), `${one.name}: ${one.description}`);
      }
    });
  }

  it('has different names for all controls of one type', async () => {
    for (const state of [STATES.report, STATES['report-open'], STATES['signs-open']]) {
      const controls = flat(await treeIn(state)).filter(({ role }) =>
        ['link', 'button', 'DisclosureTriangle', 'radio'].includes(role),
      );
      assert.ok(controls.length > 14);
      const alike = controls
        .filter(({ role, name }) => role !== 'radio' && controls.filter((one) => one.name === name).length > 1)
        // A repeated number, or a service that is a route and support, leads to the same place.
        .filter(({ name }) => !/^[\d\u00a0]+$|SafeCall/.test(name));
      assert.deepEqual(alike, []);
    }
  });

  it('names the contact of every link whose name is only a number', async () => {
    const { id, name } = hertfordshire.contacts.find((contact) => contact.id === 'herts-police');
    for (const [state, least] of [
      [STATES.report, 5],
      [STATES['report-open'], 9],
    ]) {
      const numbers = flat(await treeIn(state)).filter(
        (node) => node.role === 'link' && /^[\d\u00a0]+$/.test(node.name),
      );
      assert.ok(numbers.length >= least);
      assert.deepEqual(
        numbers.filter(({ description }) => !description),
        [],
      );
      assert.equal(numbers.find((link) => link.name === number(id)).description, name);
    }
  });

  it('has each number in one node, so that a screen reader reads it as one', async () => {
    const nodes = flat(await treeIn(STATES.report));
    for (const id of ['police-101', 'herts-childrens-services', 'crimestoppers']) {
      const pieces = nodes.filter(({ role, name }) => role === 'StaticText' && name === number(id));
      assert.equal(pieces.length, 1, number(id));
    }
  });

  it('has a snapshot for every state and no other', () => {
    assert.deepEqual(
      readdirSync(snapshots).sort(),
      Object.keys(STATES)
        .map((name) => `${name}.txt`)
        .sort(),
    );
  });
});
