import { sendKeys } from '@web/test-runner-commands';
import { until } from './until.js';

/**
 * Waits until keys reach the frame that has the focus, because for some milliseconds WebKitGTK still sends them to the page around
 * it. Presses Control, which does nothing by itself.
 */
export async function keysReach(view: Window): Promise<void> {
  let heard = false;
  view.addEventListener('keydown', () => (heard = true), { capture: true, once: true });
  for (let tries = 0; tries < 200 && !heard; tries++) await sendKeys({ press: 'Control' });
  if (!heard) throw new Error('keys do not reach the frame');
}

/** Waits until the page has received the keyup event of a key. */
async function up(key: string, view: Window, act: () => Promise<unknown>): Promise<void> {
  let heard = false;
  view.addEventListener('keyup', () => (heard = true), { capture: true, once: true });
  await act();
  await until(() => heard, `the page has heard nothing of the key ${key}`);
}

/** Presses keys one after the other. Waits until the page has received each before it presses the next. */
export async function press(keys: readonly string[], view: Window = window): Promise<void> {
  for (const key of keys) await up(key, view, () => sendKeys({ press: key }));
}

/** Releases a key that is held. */
export const release = (key: string, view: Window = window): Promise<void> =>
  up(key, view, () => sendKeys({ up: key }));
