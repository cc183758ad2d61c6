/*
 * Nothing takes another thing's place under a finger. Somebody aims at Childline, the panel is drawn there, and the tap calls
 * 999: so a drawing waits for a press to end, and a tap that was aimed at what stood there before calls nobody.
 */
import type { LitElement } from 'lit';

/** How long a person still aims at what they last saw, in milliseconds. */
const AIM = 400;
/** The longest that a drawing waits for a press to end, in milliseconds: a page can withhold the event that would say so. */
const LIMIT = 5_000;

/** The pointers that are down, with the time since when. */
const down = new Map<number, number>();
let lastUp = -Infinity;
/** Whether the last press began before the script listened, or lasted beyond the limit. */
let orphan = false;
/** The root of ours that was pressed last: what the person asks for there is drawn at once. */
let pressed: Node | undefined;
/** When what was seen in each root was last replaced. */
const replaced = new WeakMap<Node, number>();
let listening = false;

function began({ pointerId }: PointerEvent): void {
  down.set(pointerId, performance.now());
  pressed = undefined;
}

function ended({ pointerId }: PointerEvent): void {
  orphan = !down.delete(pointerId);
  lastUp = performance.now();
}

function clicked(event: MouseEvent): void {
  const wasOrphan = orphan;
  orphan = false;
  // A key or a screen reader presses what it has read out, wherever that stands.
  if (!event.isTrusted || performance.now() - lastUp > AIM) return;
  for (const target of event.composedPath()) {
    if (!(target instanceof Node)) continue;
    const root = target.getRootNode();
    const since = replaced.get(root);
    if (since === undefined) continue;
    // An answer that was chosen by mistake calls nobody.
    const calls = target instanceof Element && target.closest('a,button,summary');
    if (calls && (wasOrphan || performance.now() - since < AIM)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else pressed = root;
    return;
  }
}

/** Follows presses from now on. */
export function listen(): void {
  if (listening) return;
  listening = true;
  const options = { capture: true, passive: true };
  addEventListener('pointerdown', began, options);
  addEventListener('pointerup', ended, options);
  addEventListener('pointercancel', ended, options);
  addEventListener('click', clicked, true);
}

/** Milliseconds until nobody presses or has just pressed; 0 is now. */
function wait(): number {
  const now = performance.now();
  for (const [id, since] of down) if (now - since > LIMIT) down.delete(id);
  return down.size ? AIM / 4 : Math.max(0, lastUp + AIM - now);
}

/** Runs a task that replaces what is seen: now, or once nobody presses or has just pressed. */
export function whenCalm(task: () => void): void {
  listen();
  const left = wait();
  if (left) setTimeout(() => whenCalm(task), left);
  else task();
}

type Drawn = Pick<LitElement, 'hasUpdated' | 'renderRoot'>;

/** Draws an element again: at once what the person asked for in it, all else when nobody presses. */
export function inCalm({ hasUpdated, renderRoot }: Drawn, draw: () => unknown): void | Promise<void> {
  if (!hasUpdated || pressed === renderRoot || !wait()) return void draw();
  return new Promise((resolve) =>
    whenCalm(() => {
      draw();
      resolve();
    }),
  );
}

/** Notes that what is seen in this root has just been replaced: for a moment no tap there calls anybody. */
export function noteReplaced(root: Node): void {
  listen();
  replaced.set(root, performance.now());
}
