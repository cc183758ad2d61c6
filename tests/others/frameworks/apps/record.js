// A page loads this before everything else. It records warnings, errors, and the listeners, timers and observers of our script.
const said = (window.said = []);
for (const method of ['error', 'warn']) {
  console[method] = (...words) => void said.push(words.map(String).join(' '));
}
addEventListener('error', ({ message }) => void said.push(`thrown: ${message}`));
addEventListener('unhandledrejection', ({ reason }) => void said.push(`rejected: ${reason}`));

/** The page listeners, timers and observers that the script has created and not removed. */
const held = (window.held = new Map());
const isOurs = () => new Error().stack.includes('/dist/say-something.js');

const names = new Map();
const nameOf = (listener) => names.get(listener) ?? names.set(listener, names.size).get(listener);
function listenerKey(target, type, listener, options) {
  if (!listener || (target !== window && target !== document)) return undefined;
  const capture = typeof options === 'object' ? !!options?.capture : !!options;
  return `${target === window ? 'window' : 'document'} ${type} ${capture} ${nameOf(listener)}`;
}
const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (type, listener, options) {
  const key = listenerKey(this ?? window, type, listener, options);
  if (key && !options?.once && isOurs()) held.set(key, `listener ${type}`);
  return add.call(this ?? window, type, listener, options);
};
EventTarget.prototype.removeEventListener = function (type, listener, options) {
  held.delete(listenerKey(this ?? window, type, listener, options));
  return remove.call(this ?? window, type, listener, options);
};

for (const [set, clear] of [
  ['setTimeout', 'clearTimeout'],
  ['setInterval', 'clearInterval'],
  ['requestAnimationFrame', 'cancelAnimationFrame'],
  ['requestIdleCallback', 'cancelIdleCallback'],
]) {
  const [start, stop] = [window[set], window[clear]];
  if (!start) continue;
  window[set] = (task, ...rest) => {
    const ours = isOurs();
    const id = start.call(
      window,
      (...given) => {
        if (set !== 'setInterval') held.delete(`${set} ${id}`);
        task(...given);
      },
      ...rest,
    );
    if (ours) held.set(`${set} ${id}`, set);
    return id;
  };
  window[clear] = (id) => {
    held.delete(`${set} ${id}`);
    stop.call(window, id);
  };
}

for (const kind of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
  window[kind] = class extends window[kind] {
    observe(...what) {
      if (isOurs()) held.set(this, kind);
      super.observe(...what);
    }
    disconnect() {
      held.delete(this);
      super.disconnect();
    }
  };
}
