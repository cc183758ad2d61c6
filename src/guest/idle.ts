/** The time that a task may still use in this idle period, in milliseconds. */
export type TimeLeft = () => number;

/** How long to wait in Safari, which cannot tell when it is idle, in milliseconds. A framework can take over its markup in that time. */
const PAUSE = 500;
/**
 * How long a task may run in one idle period, in milliseconds: well under a frame on an old phone. The figure of the browser is not used,
 * because a page may have replaced its function.
 */
const SLICE = 8;

/**
 * Runs a task once, when the browser is idle and after two seconds at the latest. A browser that cannot tell runs it after `pause`
 * milliseconds.
 */
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
  // A page's own replacement of `requestIdleCallback` may never call back.
  const limit = setTimeout(run, asked ? 2000 : pause);
  if (asked) requestIdleCallback(run);
}
