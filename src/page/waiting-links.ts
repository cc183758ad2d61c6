/*
 * Links of the page that wait. What is drawn on a link is taller than its line, so in view it would move what is below it. There the link
 * stays a link, which leads to the same numbers, until its block is out of sight, somebody presses it, or the page is printed.
 */
import type { Kind } from '../core/kinds.js';
import type { GuestElement } from '../guest/guest-element.js';
import { isOutOfSight, whenSeen } from '../guest/seen.js';

interface WaitingLink {
  readonly kind: Kind;
  readonly link: HTMLElement;
  /** Removes everything that listens. */
  readonly stop: () => void;
}

/** The links that wait, by the block that each is alone in. */
export const waiting = new Map<Element, WaitingLink>();

/** Lets a link wait, unless it does so already. `draw` draws on its block, if it can. */
export function letWait(block: Element, kind: Kind, link: HTMLElement, draw: () => GuestElement | undefined): void {
  if (waiting.has(block)) return;
  const pressed = (event: MouseEvent): void => {
    // With one of these keys a browser opens a new tab or window, or saves the page.
    const element = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) && draw();
    if (!element) return;
    event.preventDefault();
    element.arrive();
  };
  const printed = (): void => draw()?.drawWhole();
  const unwatch = whenSeen(block, () => void (isOutOfSight(block) && draw()));
  link.addEventListener('click', pressed);
  addEventListener('beforeprint', printed);
  waiting.set(block, {
    kind,
    link,
    stop() {
      unwatch();
      link.removeEventListener('click', pressed);
      removeEventListener('beforeprint', printed);
    },
  });
}
