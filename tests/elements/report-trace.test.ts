import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { AUDIENCES } from '../../src/core/audiences.js';
import type { SaySomethingReport } from '../../src/elements/say-something-report.js';
import { all, answer, OPEN, panelWith, restoreTime, routes, setTime, settled, treeOf } from '../helpers/panel.js';
import type { Traces } from '../helpers/traces.mjs';
import { disturb, useEverything, watchTraces } from '../helpers/traces.mjs';

const KINDS = ['report', 'signs', 'banner', 'exit'] as const;

// in every engine, from the sources; tests/site/trace.test.mjs does the same with the shipped script in a page of its own
describe('what the elements take from a visitor', () => {
  let traces: Traces;
  before(async () => {
    traces = watchTraces();
    // from before any of it is read
    await import('../../src/index.js');
  });
  after(() => traces.stop());
  beforeEach(() => {
    setTime(OPEN);
    traces.used.length = 0;
  });
  afterEach(restoreTime);

  const take = (): readonly string[] => traces.used.splice(0);

  it('would be seen: each way that is watched is seen when it is used', async () => {
    expect(traces.ways.length).to.be.greaterThan(80);
    const unseen: string[] = [];
    for (const { way, use } of traces.ways) {
      take();
      try {
        await use();
      } catch {
        // used on nothing at all, it is refused
      }
      if (take()[0] !== way) unseen.push(way);
    }
    expect(unseen).to.deep.equal([]);
    for (const way of ['Storage.setItem', 'document.cookie =', 'history.pushState', 'fetch', 'navigator.sendBeacon']) {
      expect(traces.ways.map((one) => one.way)).to.include(way);
    }
  });

  it('would be seen in what pages do', async () => {
    sessionStorage.setItem('a', 'b');
    sessionStorage.clear();
    history.replaceState(history.state, '');
    document.cookie = 'a=b; max-age=0';
    new BroadcastChannel('a').close();
    const { parentNode } = await fixture(html`<div><form></form></div>`);
    await aTimeout(0);
    expect(parentNode).not.to.equal(null);
    const seen = take().filter((way) => !way.startsWith('navigation'));
    expect([...new Set(seen)]).to.deep.equal([
      'sessionStorage',
      'Storage.setItem',
      'Storage.clear',
      'history.state',
      'history.replaceState',
      'document.cookie =',
      'BroadcastChannel',
      '<form>',
    ]);
  });

  /** Puts one into the page in one of the ways there are; the exit knows no audience and no link. */
  function put(kind: (typeof KINDS)[number], way: 'element' | 'placeholder' | 'link', audience: string): HTMLElement {
    if (way === 'element') {
      const element = document.createElement(`say-something-${kind}`);
      element.setAttribute('audience', audience);
      return element;
    }
    const holder = document.createElement(way === 'link' ? 'p' : 'div');
    if (way === 'placeholder') Object.assign(holder.dataset, { saySomething: kind, audience });
    else {
      const link = document.createElement('a');
      link.href = `https://any.example/say-something/#${kind}-${audience}`;
      link.textContent = 'Say something';
      holder.append(link);
    }
    return holder;
  }

  // every audience as an element, and each marker for one: the shipped script is tried with all of both, in two engines
  const audiences = {
    report: ['public', 'young-person', 'hotel', 'school'],
    signs: AUDIENCES,
    banner: AUDIENCES,
    exit: [''],
  };
  const titles = {
    report: 'is nothing, whatever is done with the panel',
    signs: 'is nothing, whatever is done with the signs',
    banner: 'is nothing, whatever is done with the banner',
    exit: 'is nothing, whatever is done with the exit, but to leave',
  };
  for (const kind of KINDS) {
    it(titles[kind], async function () {
      this.timeout(120_000);
      const before = { history: history.length, address: location.href, title: document.title };
      const page = await fixture<HTMLElement>(html`<div></div>`);
      const holders = audiences[kind].map((audience) => put(kind, 'element', audience));
      holders.push(put(kind, 'placeholder', 'public'));
      if (kind !== 'exit') holders.push(put(kind, 'link', 'young-person'));
      page.append(...holders);
      await waitUntil(
        () => holders.every((holder) => holder.shadowRoot && holder.querySelector(':scope > span[slot]')),
        'all are drawn, and their words stand in the light tree',
        { timeout: 20_000 },
      );
      await disturb();
      for (const holder of holders) {
        const did = await useEverything(holder);
        expect(did.words).to.be.greaterThan(1);
        if (kind === 'report') expect(Math.min(did.answers, did.links, did.heard, did.unfolded)).to.be.greaterThan(11);
        if (kind === 'signs') expect(did.unfolded).to.be.greaterThan(13);
        if (kind === 'banner') expect(did.heard).to.be.greaterThan(0);
        // the number that a person asked to copy is all
        expect(take()).to.deep.equal(Array<string>(did.copies).fill('clipboard.writeText'));
      }
      expect({ history: history.length, address: location.href, title: document.title }).to.deep.equal(before);
    });
  }
});

describe('the report panel and the traces a visit leaves', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(restoreTime);

  it('has no form, and nowhere to type', async () => {
    for (const audience of AUDIENCES) {
      const panel = await panelWith({ audience });
      const tree = treeOf(panel);
      const fields = tree.querySelectorAll('form,textarea,select,[contenteditable],input:not([type=radio])');
      expect([...fields].map(({ localName }) => localName)).to.deep.equal([]);
      for (const radio of all<HTMLInputElement>(tree, 'radio')) expect(radio.form).to.equal(null);
    }
  });

  it('belongs to no form of the page, and adds nothing to what one sends', async () => {
    const form = await fixture<HTMLFormElement>(html`<form><say-something-report></say-something-report></form>`);
    const panel = form.querySelector('say-something-report') as SaySomethingReport;
    await settled(panel);
    let sent = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent++;
    });
    await answer(panel, 'who', 'parent');
    for (const button of all(treeOf(panel), 'button')) button.click();
    expect([...new FormData(form).keys()]).to.deep.equal([]);
    expect(sent).to.equal(0);
  });

  it('writes none of the answers into its attributes', async () => {
    const panel = await panelWith();
    const before = panel.cloneNode(false) as Element;
    await answer(panel, 'who', 'under-19');
    await answer(panel, 'name', 'anonymous');
    expect(panel.cloneNode(false).isEqualNode(before)).to.equal(true);
  });

  it('forgets the answers in a copy of itself', async () => {
    const panel = await panelWith();
    await answer(panel, 'who', 'under-19');
    const copy = panel.cloneNode(true) as SaySomethingReport;
    panel.after(copy);
    await settled(copy);
    expect(routes(copy)[0]?.name).to.equal('Hertfordshire Police');
  });

  it('names its radios neutrally, and asks no browser to fill them in', async () => {
    const panel = await panelWith();
    const radios = all<HTMLInputElement>(treeOf(panel), 'radio');
    expect([...new Set(radios.map(({ name }) => name))]).to.deep.equal(['q1', 'q2', 'q3']);
    for (const radio of radios) expect(radio.getAttribute('autocomplete')).to.equal('off');
  });

  it('calls nothing by a name that gives it away', async () => {
    const panel = await panelWith();
    const names = [...treeOf(panel).querySelectorAll('*')].flatMap(({ id, classList }) => [id, ...classList]);
    expect(names.filter((name) => /abuse|exploit|sexual|child(?!ren-)|victim/i.test(name))).to.deep.equal([]);
  });

  it('puts no id and no name into the page', async () => {
    const panel = await panelWith();
    const page = (panel.parentElement as Element).querySelectorAll('[id],[name]');
    expect([...page]).to.deep.equal([]);
  });
});
