import { aTimeout } from '@open-wc/testing';
import type { DrawnElement } from '../../src/guest/drawn-element.js';
import { replace } from './panel.js';

/** The delay of live-region.ts, in milliseconds. */
const DELAY = 300;

/** Makes announcements come in the next task, during the tests of a suite. */
export function announceAtOnce(): void {
  let back: (() => void) | undefined;
  beforeEach(() => {
    const real = window.setTimeout.bind(window);
    back = replace(window, 'setTimeout', {
      value: (task: () => void, after = 0, ...given: unknown[]) => real(task, after === DELAY ? 0 : after, ...given),
    });
  });
  afterEach(() => back?.());
}

/** Waits until everything is drawn and announced, and the mutation observers have run. */
export async function told(element: DrawnElement): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await element.updateComplete;
    await aTimeout(0);
  }
}
