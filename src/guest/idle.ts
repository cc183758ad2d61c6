/** How much of a pause in the browser's work is left, in milliseconds. */
export type TimeLeft = () => number;

/** Safari cannot tell when it is idle: there a framework has half a second from load to take over its markup. */
const PAUSE = 500;
/** How long one pause is used, in milliseconds: well under a frame on an old phone. Not what the browser, or a stand-in for it, says. */
const SLICE = 8;

/** Runs a task once when the browser has nothing else to do, and after two seconds in any case. */
export function whenIdle(task: (left: TimeLeft) => void, pause = PAUSE): void {
  let waiting = true;
  const run = (): void => {
    if (!waiting) return;
    waiting = false;
    clearTimeout(limit);
    const end = performance.now() + SLICE;
    task(() => end - performance.now());
  };
  const asked = typeof requestIdleCallback === 'function';
  // A page's stand-in for the browser's own function may never call back.
  const limit = setTimeout(run, asked ? 2000 : pause);
  if (asked) requestIdleCallback(run);
}
