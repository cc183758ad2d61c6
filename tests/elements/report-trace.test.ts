import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { AUDIENCES } from '../../src/core/audiences.js';
import type { SaySomethingReport } from '../../src/elements/say-something-report.js';
import '../../src/index.js';
import {
  all,
  answer,
  clear,
  focusables,
  OPEN,
  panelWith,
  replace,
  restoreTime,
  routes,
  setTime,
  settled,
  stayHere,
  treeOf,
  unfoldAll,
} from '../helpers/panel.js';

/** Every way in which a page can leave a trace, watched. Returns what was used. */
function watchTraces(): { readonly used: string[]; readonly stop: () => void } {
  const used: string[] = [];
  const undo: (() => void)[] = [];
  const methods: readonly (readonly [string, object, string])[] = [
    ['storage', Storage.prototype, 'setItem'],
    ['history', History.prototype, 'pushState'],
    ['history', History.prototype, 'replaceState'],
    ['request', window, 'fetch'],
    ['request', XMLHttpRequest.prototype, 'open'],
    ['request', Navigator.prototype, 'sendBeacon'],
    ['request', window, 'WebSocket'],
    ['request', window, 'EventSource'],
    ['storage', IDBFactory.prototype, 'open'],
    ['storage', CacheStorage.prototype, 'open'],
    ['message', window, 'BroadcastChannel'],
    ['message', window, 'open'],
    ['message', window, 'postMessage'],
    ['request', window, 'Image'],
  ];
  for (const [kind, object, name] of methods) {
    const real: unknown = Reflect.get(object, name);
    const watched = function (this: unknown, ...given: unknown[]): unknown {
      used.push(`${kind}: ${name}`);
      return new.target
        ? Reflect.construct(real as new () => object, given)
        : Reflect.apply(real as () => unknown, this, given);
    };
    undo.push(replace(object, name, { value: watched, writable: true }));
  }
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') as PropertyDescriptor;
  undo.push(
    replace(document, 'cookie', {
      get: () => cookie.get?.call(document) as string,
      set: () => void used.push('storage: cookie'),
    }),
  );
  return { used, stop: () => undo.forEach((back) => back()) };
}

describe('the report panel and the traces a visit leaves', () => {
  let leave = (): void => undefined;
  beforeEach(() => {
    setTime(OPEN);
    leave = stayHere();
  });
  afterEach(() => {
    leave();
    restoreTime();
  });

  it('stores nothing, sends nothing and adds nothing to the history, whatever is used', async () => {
    const { used, stop } = watchTraces();
    const before = { history: history.length, address: location.href, cookie: document.cookie };
    const loaded = performance.getEntriesByType('resource').length;
    try {
      const panel = await panelWith();
      await unfoldAll(panel);
      await answer(panel, 'who', 'under-19');
      await answer(panel, 'where', 'online');
      await answer(panel, 'name', 'anonymous');
      await clear(panel);
      for (const control of focusables(panel)) {
        // the summaries fold again, and what they fold is used all the same
        // the exit leaves the page, as it should; tests/node/exit.test.mjs shows what it leaves behind
        if (control.isConnected && !control.matches('[part=exit]')) control.click();
        await settled(panel);
      }
      panel.remove();
      await aTimeout(100);
    } finally {
      stop();
    }
    expect(used).to.deep.equal([]);
    expect({ history: history.length, address: location.href, cookie: document.cookie }).to.deep.equal(before);
    expect(performance.getEntriesByType('resource').length).to.equal(loaded);
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });

  it('sees a trace where there is one', () => {
    const { used, stop } = watchTraces();
    try {
      sessionStorage.setItem('a', 'b');
      sessionStorage.clear();
      history.replaceState(history.state, '');
      document.cookie = 'a=b';
      new BroadcastChannel('a').close();
    } finally {
      stop();
    }
    expect(used).to.deep.equal([
      'storage: setItem',
      'history: replaceState',
      'storage: cookie',
      'message: BroadcastChannel',
    ]);
  });

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
