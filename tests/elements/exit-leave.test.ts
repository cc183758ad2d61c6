import { expect } from '@open-wc/testing';
import { onLeave } from '../../src/elements/shared/leave-page.js';

const show = (persisted: boolean): boolean => dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));

describe('onLeave', () => {
  it('calls its callback when the page returns from the back-forward cache, and not when it first shows', () => {
    let calls = 0;
    const stop = onLeave(() => calls++);
    show(false);
    expect(calls).to.equal(0);
    show(true);
    expect(calls).to.equal(1);
    stop();
    show(true);
    expect(calls).to.equal(1);
  });

  it('calls the other callbacks when one throws', () => {
    let calls = 0;
    const stops = [
      onLeave(() => {
        throw new Error('a panel that cannot be reset');
      }),
      onLeave(() => calls++),
    ];
    show(true);
    for (const stop of stops) stop();
    expect(calls).to.equal(1);
  });
});
