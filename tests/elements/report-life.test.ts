import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import {
  all,
  answer,
  card,
  fold,
  nameOf,
  OPEN,
  panelWith,
  replace,
  restoreTime,
  routes,
  setTime,
  settled,
  toggle,
  treeOf,
} from '../helpers/panel.js';

describe('the report panel, added to and removed from a page', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(restoreTime);

  it('keeps the answers and the unfolded cards when it is moved in the page', async () => {
    const panel = await panelWith();
    await answer(panel, 'who', 'parent');
    await toggle(panel, fold(card(panel, 'Crimestoppers')));
    const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
    elsewhere.append(panel);
    await settled(panel);
    expect(routes(panel)[0]?.name).to.equal('Hertfordshire Children’s Services');
    expect(
      all<HTMLInputElement>(treeOf(panel), 'radio')
        .filter(({ checked }) => checked)
        .map(nameOf),
    ).to.deep.equal(['Parent or carer']);
    expect(fold(card(panel, 'Crimestoppers')).open).to.equal(true);
    await answer(panel, 'who', 'under-19');
    expect(routes(panel)[0]?.name).to.equal('Hertfordshire Police');
  });

  it('shows current opening states when it comes back', async () => {
    const panel = await panelWith();
    const { parentElement } = panel;
    panel.remove();
    Date.now = () => Date.parse('2026-11-23T16:00:00Z');
    parentElement?.append(panel);
    await settled(panel);
    expect(nameOf(card(panel, 'NSPCC Helpline'))).to.include('Closed, opens Tuesday 10am');
  });

  /** Counts listeners on the page and the panel's timers, which are longer than those of a test and at most a minute. */
  function watchLeftovers(): { readonly count: () => readonly [number, number]; readonly stop: () => void } {
    const listeners: string[] = [];
    const timers = new Set<unknown>();
    const undo: (() => void)[] = [];
    for (const [target, name] of [
      [document, 'document'],
      [window, 'window'],
    ] as const) {
      const add = target.addEventListener.bind(target) as (...given: unknown[]) => void;
      const remove = target.removeEventListener.bind(target) as (...given: unknown[]) => void;
      undo.push(
        replace(target, 'addEventListener', {
          value: (...given: unknown[]) => {
            listeners.push(`${name} ${String(given[0])}`);
            add(...given);
          },
        }),
        replace(target, 'removeEventListener', {
          value: (...given: unknown[]) => {
            const at = listeners.indexOf(`${name} ${String(given[0])}`);
            if (at >= 0) listeners.splice(at, 1);
            remove(...given);
          },
        }),
      );
    }
    const set = setTimeout.bind(window) as (act: () => void, delay: number) => number;
    const unset = clearTimeout.bind(window) as (timer: number) => void;
    const every = setInterval.bind(window) as (act: () => void, delay: number) => number;
    undo.push(
      replace(window, 'setTimeout', {
        value: (act: () => void, delay: number) => {
          const timer = set(act, delay);
          if (delay > 20_000) timers.add(timer);
          return timer;
        },
      }),
      replace(window, 'setInterval', {
        value: (act: () => void, delay: number) => {
          const timer = every(act, delay);
          timers.add(timer);
          return timer;
        },
      }),
      replace(window, 'clearTimeout', {
        value: (timer: number) => {
          timers.delete(timer);
          unset(timer);
        },
      }),
    );
    return { count: () => [listeners.length, timers.size], stop: () => undo.forEach((back) => back()) };
  }

  it('leaves no timer and no listener on the page when the last panel is removed', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const { count, stop } = watchLeftovers();
    try {
      const panels = [1, 2, 3].map(() => document.createElement('say-something-report'));
      page.append(...panels);
      for (const panel of panels) await panel.updateComplete;
      const [listeners, timers] = count();
      expect(timers, 'all panels share one timer').to.equal(1);
      expect(listeners).to.be.above(0);
      panels[0]?.remove();
      panels[1]?.remove();
      // each panel listens by itself for another width and for paper, and shares the rest
      expect(count()).to.deep.equal([listeners - 4, 1]);
      panels[2]?.remove();
      expect(count()).to.deep.equal([0, 0]);
      // an update that was already scheduled adds nothing back
      setTime(OPEN);
      expect(count()).to.deep.equal([0, 0]);
    } finally {
      stop();
    }
  });

  it('leaves nothing behind when it is added and removed a hundred times', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const { count, stop } = watchLeftovers();
    try {
      const panel = document.createElement('say-something-report');
      for (let times = 0; times < 100; times++) {
        page.append(panel);
        panel.remove();
      }
      for (let turn = 0; turn < 3; turn++) await panel.updateComplete;
      expect(count()).to.deep.equal([0, 0]);
    } finally {
      stop();
    }
  });
});
