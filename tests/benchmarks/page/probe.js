// Runs in every page before its own scripts. Stops the clock on one day and notes when the widget is painted. Checks only after
// changes of the page, because a check in every frame would affect the measurement.
(() => {
  const { now, ready, frame } = window.benchmark;
  const started = Date.now();
  const RealDate = Date;
  window.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length ? given : [now + RealDate.now() - started]));
    }
    static now() {
      return now + RealDate.now() - started;
    }
  };

  const measured = { shift: 0, largest: 0, first: 0, long: [], shifts: [] };
  const top = window.top;
  if (top === window) {
    window.measured = measured;
    const observe = (type, take) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    observe('paint', ({ name, startTime }) => name === 'first-contentful-paint' && (measured.first = startTime));
    observe('largest-contentful-paint', ({ startTime }) => (measured.largest = startTime));
    observe('layout-shift', ({ value, hadRecentInput, startTime }) => {
      if (hadRecentInput) return;
      measured.shift += value;
      measured.shifts.push([Math.round(startTime), value]);
    });
    observe('longtask', ({ startTime, duration }) => measured.long.push([startTime, duration]));
  }

  const painted = (name) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        top.measured[name] = performance.timeOrigin + performance.now() - top.performance.timeOrigin;
        if (name === 'ready') performance.mark('benchmark-ready');
        port1.close();
        top.benchmarkPainted?.(name);
      };
      port2.postMessage('');
    });
  };
  const wanted = {
    number: () => document.querySelector('a[href^="tel:"]') ?? panel()?.querySelector('a[href^="tel:"]'),
    ready: () => panel()?.querySelector(ready.inside),
  };
  const panel = () => (ready.host ? document.querySelector(ready.host)?.shadowRoot : document);
  // a page with the widget in a frame waits for the frame
  if (!!frame !== (top !== window)) return;
  const look = () => {
    for (const [name, found] of Object.entries(wanted)) {
      if (!found()) continue;
      delete wanted[name];
      painted(name);
    }
    if (!Object.keys(wanted).length) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  const all = { childList: true, subtree: true };
  observer.observe(document, all);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (...given) {
    const root = attachShadow.apply(this, given);
    if (wanted.ready) observer.observe(root, all);
    return root;
  };
})();
