/*
 * Nothing changes under a finger. Without this, somebody aims at Childline, the panel is drawn there, and the tap calls 999. So a drawing
 * waits for a press to end, and a tap that was aimed at what was there before calls nobody.
 */
import type { DrawnElement } from './drawn-element.js';
import { SharedHosts } from './shared-hosts.js';

/** How long after a press or a drawing a person may still aim at what was there before, in milliseconds. */
const AIM = 400;
/** The longest that a drawing waits for a press to end, in milliseconds, because a page can withhold the event that ends it. */
const LIMIT = 5_000;
/** The longest that a drawing waits for a press that began before the script, in milliseconds. */
const EARLY_LIMIT = 1_500;

/** The pointers that are down, by id, each with the time at which it went down. */
const down = new Map<number, number>();
let lastUp = -Infinity;
/** Whether the last press began before the script listened, or lasted beyond the limit. */
let orphan = false;
/** The root in which a person asks for something in this task. It is drawn at once. */
let asking: Node | undefined;
/** When the visible content of each root was last replaced. */
const replaced = new WeakMap<Node, number>();

function began({ isTrusted, pointerId }: PointerEvent): void {
  if (!isTrusted) return;
  down.set(pointerId, performance.now());
  orphan = false;
}

function ended({ isTrusted, pointerId }: PointerEvent): void {
  if (!isTrusted) return;
  orphan = !down.delete(pointerId);
  lastUp = performance.now();
}

function clicked(event: MouseEvent): void {
  const wasOrphan = orphan;
  orphan = false;
  for (const target of event.isTrusted ? event.composedPath() : []) {
    if (!(target instanceof Element)) continue;
    const root = target.getRootNode();
    const at = replaced.get(root);
    if (at === undefined) continue;
    // Answers are not in this list, because one that is chosen by mistake calls nobody.
    const leads = target.closest('a,button,summary');
    // Keys and screen readers, whose clicks have the count 0, activate what was read aloud, wherever it is. They always count.
    if (leads && event.detail && (wasOrphan || performance.now() - at < AIM)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (target.closest('button,summary,label')) drawNow(root);
    return;
  }
}

/** The drawings that wait for a press to end, by root. */
const waiting = new Map<Node, () => void>();

/** Lets a root be drawn in this task even during a press, because a person or a printer asks for it. */
export function drawNow(root: Node): void {
  asking = root;
  setTimeout(() => {
    asking = undefined;
    // If a drawing of this root already waits, it includes what was asked for, so it runs now.
    waiting.get(root)?.();
  });
}

const EVENTS = { pointerdown: began, pointerup: ended, pointercancel: ended, click: clicked };
let since = 0;
function listening(change: 'addEventListener' | 'removeEventListener'): void {
  for (const [type, listener] of Object.entries(EVENTS)) window[change](type, listener as EventListener, true);
}

/** The elements, and the upgrades in the queue, for which presses are tracked. Without any, nothing listens. */
export const presses = new SharedHosts<object>(
  () => {
    since = performance.now();
    listening('addEventListener');
  },
  () => {
    listening('removeEventListener');
    down.clear();
  },
);

/** Milliseconds until nobody presses or has just pressed; 0 means that a drawing can run now. */
function wait(): number {
  const now = performance.now();
  for (const [id, begun] of down) if (now - begun > LIMIT) down.delete(id);
  // A press that began before we listened is visible only as `:active`, which some browsers keep after a drag or a tap.
  const pressed = down.size || (now - since < EARLY_LIMIT && document.documentElement.matches(':active'));
  return pressed ? AIM / 4 : Math.max(0, lastUp + AIM - now);
}

/** Runs a task that replaces visible content: now, or once nobody presses or has just pressed. */
export function whenCalm(task: () => void): void {
  const left = wait();
  if (left) setTimeout(() => whenCalm(task), left);
  else task();
}

type Drawn = Pick<DrawnElement, 'hasUpdated' | 'renderRoot'>;

/** Draws an element: at once the first time or if a person asked for it, otherwise once nobody presses. */
export function drawWhenCalm({ hasUpdated, renderRoot }: Drawn, draw: () => unknown): void | Promise<void> {
  if (!hasUpdated || asking === renderRoot || !wait()) return void draw();
  return new Promise((resolve) => {
    const run = (): void => {
      if (waiting.get(renderRoot) !== run) return;
      waiting.delete(renderRoot);
      draw();
      resolve();
    };
    waiting.set(renderRoot, run);
    whenCalm(run);
  });
}

/** Notes that the visible content of this root has just been replaced. For a moment, no tap there calls anybody. */
export function noteReplaced(root: Node): void {
  replaced.set(root, performance.now());
}
