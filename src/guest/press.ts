/*
 * Nothing takes another thing's place under a finger. Somebody aims at Childline, the panel is drawn there, and the tap calls
 * 999: so a drawing waits for a press to end, and a tap that was aimed at what stood there before calls nobody.
 */
import type { LitElement } from 'lit';
import { SharedHosts } from './shared-hosts.js';

/** How long a person still aims at what they last saw, in milliseconds. */
const AIM = 400;
/** The longest that a drawing waits for a press to end, in milliseconds: a page can withhold the event that would say so. */
const LIMIT = 5_000;
/** The longest that a press is waited for which began before the script, in milliseconds. */
const EARLY_LIMIT = 1_500;

/** The pointers that are down, with the time since when. */
const down = new Map<number, number>();
let lastUp = -Infinity;
/** Whether the last press began before the script listened, or lasted beyond the limit. */
let orphan = false;
/** The root of ours in which somebody asks for something in this very task: that is drawn at once. */
let asking: Node | undefined;
/** When what was seen in each root was last replaced. */
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
    // An answer that was chosen by mistake calls nobody.
    const leads = target.closest('a,button,summary');
    // A key or a screen reader, which have no count of clicks, press what was read out, wherever that stands.
    if (leads && event.detail && (wasOrphan || performance.now() - at < AIM)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (target.closest('button,summary,label')) drawNow(root);
    return;
  }
}

/** The drawings that wait for a press to end, by their root. */
const waiting = new Map<Node, () => void>();

/** Lets a root be drawn in this task whatever is pressed, because a person or a printer asks for it. */
export function drawNow(root: Node): void {
  asking = root;
  setTimeout(() => {
    asking = undefined;
    // what was asked for has joined a drawing that waits
    waiting.get(root)?.();
  });
}

const EVENTS = { pointerdown: began, pointerup: ended, pointercancel: ended, click: clicked };
let since = 0;
function listening(change: 'addEventListener' | 'removeEventListener'): void {
  for (const [type, listener] of Object.entries(EVENTS)) window[change](type, listener as EventListener, true);
}

/** Those for whose sake presses are followed. */
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

/** Milliseconds until nobody presses or has just pressed; 0 is now. */
function wait(): number {
  const now = performance.now();
  for (const [id, begun] of down) if (now - begun > LIMIT) down.delete(id);
  // A press that began before we listened shows only in this state, which some browsers keep after a drag or a tap.
  const pressed = down.size || (now - since < EARLY_LIMIT && document.documentElement.matches(':active'));
  return pressed ? AIM / 4 : Math.max(0, lastUp + AIM - now);
}

/** Runs a task that replaces what is seen: now, or once nobody presses or has just pressed. */
export function whenCalm(task: () => void): void {
  const left = wait();
  if (left) setTimeout(() => whenCalm(task), left);
  else task();
}

type Drawn = Pick<LitElement, 'hasUpdated' | 'renderRoot'>;

/** Draws an element again: at once what the person asked for in it, all else when nobody presses. */
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

/** Notes that what is seen in this root has just been replaced: for a moment no tap there calls anybody. */
export function noteReplaced(root: Node): void {
  replaced.set(root, performance.now());
}
