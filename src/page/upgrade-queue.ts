import { whenIdle } from '../guest/idle.js';
import { whenCalm } from '../guest/press.js';
import { isShown } from '../guest/seen.js';

/** Something in the page that has waited for the script, and how it is drawn. */
export interface Upgrade {
  readonly at: Element;
  readonly run: () => void;
}

/**
 * Runs each upgrade in a task of its own, so that the page can react in between: first those in view, then the others while the browser is
 * idle. Then it calls `done`.
 */
export function upgradeInTurn(upgrades: readonly Upgrade[], done: () => void): void {
  const seen: Upgrade[] = [];
  const unseen: Upgrade[] = [];
  for (const upgrade of upgrades) {
    // Not the node's own method, because a form's fields may be called like it.
    const { top, bottom } = Element.prototype.getBoundingClientRect.call(upgrade.at);
    (top < innerHeight && bottom > 0 && isShown(upgrade.at) ? seen : unseen).push(upgrade);
  }
  const wait = (): void => {
    if (seen.length) setTimeout(next);
    else whenIdle(next, 50);
  };
  const next = (): void => {
    const upgrade = seen.shift() ?? unseen.shift();
    if (!upgrade) return done();
    whenCalm(() => {
      upgrade.run();
      wait();
    });
  };
  wait();
}
