// Measures one page once. Loads it in a fresh profile as a desktop and as a slow phone, and reads its costs.
import { setTimeout as sleep } from 'node:timers/promises';
import { atRest, metricsOf } from './browser.mjs';
import { prepare } from './sameness.mjs';

/** The settings of Lighthouse and DevTools for slow 4G, in the DevTools protocol's throttling of single requests. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 188_743, uploadThroughput: 86_400 };
/** An answer that changes the order of the routes in every variant: “Stay anonymous”. */
const ANSWER = { question: 2, answer: 1 };
const milliseconds = ({ TaskDuration, LayoutDuration, RecalcStyleDuration }, script) => ({
  main: TaskDuration * 1000,
  script,
  render: (LayoutDuration + RecalcStyleDuration) * 1000,
});

const CATEGORIES = ['devtools.timeline', 'v8', 'blink.user_timing'];
const SCRIPT =
  /^(EvaluateScript|FunctionCall|RunMicrotasks|v8\.compile|v8\.evaluateModule|TimerFire|FireAnimationFrame|FireIdleCallback|EventDispatch|MajorGC|MinorGC)$/;
const RENDER = /^(Layout|UpdateLayoutTree|PrePaint|Paint|Layerize|Commit)$/;

/** Milliseconds of script on the main thread, from a trace, because the metrics of the protocol leave out microtasks. */
function scriptIn(trace) {
  const { traceEvents } = JSON.parse(Buffer.from(trace).toString());
  const painted = traceEvents.find(({ name }) => name === 'benchmark-ready');
  const spans = traceEvents
    .filter(
      ({ ph, name, pid, tid }) =>
        ph === 'X' && pid === painted.pid && tid === painted.tid && (SCRIPT.test(name) || RENDER.test(name)),
    )
    .map(({ ts, dur = 0, name }) => ({ from: ts, to: ts + dur, script: SCRIPT.test(name) }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const sum = (limit) => {
    let total = 0;
    const open = [];
    const close = (at) => {
      // count nested events once, as the innermost
      while (open.length && open.at(-1).to <= at) {
        const { script, from, to, inner } = open.pop();
        if (script) total += to - from - inner;
        if (open.length) open.at(-1).inner += to - from;
      }
    };
    for (const span of spans) {
      if (span.from >= limit) break;
      close(span.from);
      open.push({ ...span, inner: 0 });
    }
    close(Infinity);
    return total / 1000;
  };
  return { first: sum(painted.ts), whole: sum(Infinity) };
}

/** Opens a page in its own profile with throttling, and waits until the widget is painted and the page is idle. */
async function opened(browser, address, variant, { width, height = 800, slowdown = 1, network }) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setViewport({ width, height });
  const cdp = await tab.createCDPSession();
  await prepare(tab, variant);
  await cdp.send('Performance.enable');
  await cdp.send('Network.enable');
  if (network) await cdp.send('Network.emulateNetworkConditions', network);
  if (slowdown > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const painted = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${address}: the widget was not painted within 30 s`)), 30_000);
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== 'benchmarkPainted' || payload !== 'ready') return;
      clearTimeout(late);
      resolve(metricsOf(cdp));
    });
  });
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: 'benchmarkPainted' });
  await tab.tracing.start({ categories: CATEGORIES });
  await tab.goto(address, { waitUntil: 'load' });
  const first = await painted;
  const whole = await atRest(cdp, { slowdown });
  const script = scriptIn(await tab.tracing.stop());
  return { context, tab, cdp, first: milliseconds(first, script.first), whole: milliseconds(whole, script.whole) };
}

/** Measures without throttling: time on the main thread until the first render and in total, and the remaining heap. */
export async function onDesktop(browser, address, variant) {
  const { context, cdp, first, whole } = await opened(browser, address, variant, { width: 1280 });
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await context.close();
  return { first, whole, heap: usedSize };
}

/** Measures a four times slower phone on slow 4G: paint times, layout shift, blocking time, and the time of an answer. */
export async function onPhone(browser, address, variant) {
  const { context, tab, cdp, first, whole } = await opened(browser, address, variant, {
    width: 360,
    slowdown: 4,
    network: SLOW_4G,
  });
  const seen = await tab.evaluate(() => window.measured);
  const blocking = seen.long.filter(([start]) => start > seen.first);
  const result = {
    first,
    whole,
    ready: seen.ready,
    number: seen.number,
    fcp: seen.first,
    lcp: seen.largest,
    cls: seen.shift,
    tbt: blocking.reduce((sum, [, duration]) => sum + duration - 50, 0),
    long: seen.long.length,
    answer: variant.answers === false ? undefined : await answerToPaint(tab, cdp),
  };
  await context.close();
  return result;
}

/** The time from a real click on an answer until the frame with the new order of the routes is painted. */
async function answerToPaint(tab, cdp) {
  await tab.evaluate(() => window.complete());
  await tab.evaluate((answer) => window.openAround(answer), ANSWER);
  await atRest(cdp, { slowdown: 4 });
  const place = await tab.evaluate((answer) => window.readyToAnswer(answer), ANSWER);
  await sleep(100);
  const mouse = (type) => cdp.send('Input.dispatchMouseEvent', { type, ...place, button: 'left', clickCount: 1 });
  await mouse('mousePressed');
  await mouse('mouseReleased');
  return tab.evaluate(() => window.answerPainted);
}
