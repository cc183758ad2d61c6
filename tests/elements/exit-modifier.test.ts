import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { en } from '../../src/data/locales/en.js';
import { SaySomethingExit } from '../../src/elements/exit/say-something-exit.js';

/** An exit that counts instead of leaving, because the test page has to stay. */
class CountingExit extends SaySomethingExit {
  static override provided = { locales: { en } };
  static left = 0;
  override leave(): void {
    CountingExit.left++;
  }
}
customElements.define('counting-exit', CountingExit);

describe('the exit when Shift is used as a modifier', () => {
  beforeEach(async () => {
    CountingExit.left = 0;
    (document.activeElement as HTMLElement | null)?.blur();
    await fixture(html`<counting-exit></counting-exit>`);
  });

  const send = (event: Event): boolean => document.body.dispatchEvent(event);
  const bubbles = true;
  /** Presses Shift three times at once, so that even a busy machine takes less than five seconds, and acts during each press. */
  const pressed = (during: () => unknown): void => {
    for (let i = 0; i < 3; i++) {
      send(new KeyboardEvent('keydown', { key: 'Shift', shiftKey: true, bubbles }));
      during();
      send(new KeyboardEvent('keyup', { key: 'Shift', bubbles }));
    }
  };

  it('leaves when nothing else happens', () => {
    pressed(() => {});
    expect(CountingExit.left).to.equal(1);
  });

  for (const [what, event] of [
    ['the wheel', () => new WheelEvent('wheel', { bubbles, deltaY: 120, shiftKey: true })],
    ['two fingers on a touchpad', () => new WheelEvent('wheel', { bubbles, deltaX: 3, shiftKey: true })],
    ['a pinch on a touchpad', () => new WheelEvent('wheel', { bubbles, deltaY: -2, ctrlKey: true })],
    ['a pinch in Safari', () => new UIEvent('gesturestart', { bubbles })],
    ['a finger', () => new PointerEvent('pointerdown', { bubbles, pointerType: 'touch', buttons: 1 })],
    ['a pen that touches', () => new PointerEvent('pointerdown', { bubbles, pointerType: 'pen', buttons: 1 })],
    ['a pen that was down before', () => new PointerEvent('pointermove', { bubbles, pointerType: 'pen', buttons: 1 })],
    ['a mouse that drags something', () => new PointerEvent('pointermove', { bubbles, buttons: 1 })],
    ['the eraser of a pen', () => new PointerEvent('pointermove', { bubbles, pointerType: 'pen', buttons: 32 })],
  ] as const) {
    it(`stays with ${what}`, () => {
      pressed(() => send(event()));
      expect(CountingExit.left).to.equal(0);
    });
  }

  describe('in a long page', () => {
    beforeEach(async () => {
      await fixture(
        html`<div style="height: 5000px">
          <p id="text">Words</p>
          <button>One</button><button>Two</button>
        </div>`,
      );
      getSelection()?.removeAllRanges();
      scrollTo(0, 0);
      await nextFrame();
      await nextFrame();
    });
    after(() => scrollTo(0, 0));

    const MOVES: readonly [what: string, kind: string, move: (i: number) => void][] = [
      [
        'the cursor moves',
        'selectionchange',
        (i) => getSelection()?.collapse(document.querySelector('#text')?.firstChild ?? null, i),
      ],
      ['the focus moves', 'focusin', (i) => document.querySelectorAll('button')[i % 2]?.focus()],
      ['the page scrolls', 'scroll', (i) => scrollTo(0, 100 * i)],
    ];
    for (const [what, kind, move] of MOVES) {
      const moved = async (i: number): Promise<void> => {
        const told = new Promise((resolve) => addEventListener(kind, resolve, { capture: true, once: true }));
        move(i);
        await told;
      };
      for (const when of ['just before Shift is down', 'while Shift is down', 'after Shift is up'])
        it(`stays when ${what} ${when}, as after Shift+H of a screen reader`, async () => {
          for (let i = 1; i <= 3; i++) {
            if (when.startsWith('just')) move(i);
            send(new KeyboardEvent('keydown', { key: 'Shift', shiftKey: true, bubbles }));
            if (when.startsWith('while')) await moved(i);
            send(new KeyboardEvent('keyup', { key: 'Shift', bubbles }));
            if (when.startsWith('after')) await moved(i);
          }
          expect(CountingExit.left).to.equal(0);
        });
    }

    it('leaves when a list of the page scrolls by itself, or the browser tells late of a move', () => {
      pressed(() => {
        send(new Event('scroll'));
        document.dispatchEvent(new Event('selectionchange'));
      });
      expect(CountingExit.left).to.equal(1);
    });
  });

  it('leaves when only the mouse moves', () => {
    pressed(() => send(new PointerEvent('pointermove', { bubbles, pointerType: 'mouse' })));
    expect(CountingExit.left).to.equal(1);
  });

  it('leaves after the wheel has stopped', () => {
    pressed(() => send(new WheelEvent('wheel', { bubbles, deltaY: 120 })));
    pressed(() => {});
    expect(CountingExit.left).to.equal(1);
  });

  it('uses passive listeners, so that scrolling does not wait for it', async () => {
    const event = new WheelEvent('wheel', { bubbles, cancelable: true });
    const passive: unknown[] = [];
    const add = window.addEventListener.bind(window);
    window.addEventListener = (...given: Parameters<typeof add>): void => {
      if (given[0] === 'wheel') passive.push((given[2] as AddEventListenerOptions).passive);
      add(...given);
    };
    document.querySelector('counting-exit')?.remove();
    await fixture(html`<counting-exit></counting-exit>`);
    delete (window as Partial<Window>).addEventListener;
    expect(passive).to.deep.equal([true]);
    expect(send(event)).to.equal(true);
  });
});
