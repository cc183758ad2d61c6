/*
 * Tests the traces of the elements in WebKit with the sources. tests/site tests them in Chromium and Firefox with the built script
 * and for every audience.
 */
import { expect, fixture, html } from '@open-wc/testing';
import { OPEN, restoreTime, setTime } from '../helpers/panel.js';
import type { Traces } from '../helpers/traces.mjs';
import { disturb, useEverything, watchTraces } from '../helpers/traces.mjs';
import { until } from '../helpers/until.js';

describe('the trace of a visit', () => {
  let traces: Traces;
  before(async () => {
    traces = watchTraces();
    // start to watch before any of our code runs
    await import('../../src/index.js');
  });
  after(() => traces.stop());
  beforeEach(() => {
    setTime(OPEN);
    traces.used.length = 0;
  });
  afterEach(restoreTime);

  const take = (): readonly string[] => traces.used.splice(0);

  it('is detected in each watched way when that way is used', async () => {
    expect(traces.ways.length).to.be.greaterThan(80);
    const unseen: string[] = [];
    for (const { way, use } of traces.ways) {
      take();
      try {
        await use();
      } catch {
        // the browser refuses the call, because it has no object
      }
      if (take()[0] !== way) unseen.push(way);
    }
    expect(unseen).to.deep.equal([]);
    for (const way of ['Storage.setItem', 'document.cookie =', 'history.pushState', 'fetch', 'navigator.sendBeacon']) {
      expect(traces.ways.map((one) => one.way)).to.include(way);
    }
  });

  const titles = {
    report: 'is empty after every use of the panel',
    signs: 'is empty after every use of the signs',
    banner: 'is empty after every use of the banner',
    exit: 'is empty after every use of the exit except leaving',
  };
  for (const kind of ['report', 'signs', 'banner', 'exit'] as const) {
    it(titles[kind], async () => {
      const before = { history: history.length, address: location.href, title: document.title };
      const page = await fixture<HTMLElement>(html`<div></div>`);
      const element = document.createElement(`say-something-${kind}`);
      page.append(element);
      await until(
        () => element.shadowRoot && element.querySelector(':scope > span[slot]'),
        'it is not drawn, or its words are not in the light tree',
      );
      await disturb();
      const did = await useEverything(element);
      expect(did.words).to.be.greaterThan(1);
      if (kind === 'report') expect(Math.min(did.answers, did.links, did.heard, did.unfolded)).to.be.greaterThan(11);
      if (kind === 'signs') expect(did.unfolded).to.be.greaterThan(13);
      if (kind === 'banner') expect(did.heard).to.be.greaterThan(0);
      // only the numbers that a person asked to copy are written
      expect(take()).to.deep.equal(Array<string>(did.copies).fill('clipboard.writeText'));
      expect({ history: history.length, address: location.href, title: document.title }).to.deep.equal(before);
    });
  }
});
