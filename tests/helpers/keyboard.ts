import { sendKeys } from '@web/test-runner-commands';

/**
 * Waits until keys reach the frame whose element has the focus: for some milliseconds after it has moved there, WebKitGTK still
 * sends them to the page around it. Presses Control, which does nothing by itself.
 */
export async function keysReach(view: Window): Promise<void> {
  let heard = false;
  view.addEventListener('keydown', () => (heard = true), { capture: true, once: true });
  for (let tries = 0; tries < 20 && !heard; tries++) await sendKeys({ press: 'Control' });
  if (!heard) throw new Error('no key reaches the frame');
}
