// Each function runs in a page of any engine and uses nothing outside itself, because a driver sends it there as text.
/* global document, HTMLAnchorElement, KeyboardEvent, MouseEvent, MutationObserver, PageTransitionEvent -- in the page */

/**
 * Watches every way in which a page can keep something on the device, send something, add to the history, leave a name behind or
 * fingerprint the browser. `used` names the ways that were used. `ways` lists the ways that are watched in this browser, each with a
 * `use` that triggers it. Sets `globalThis.traces` too.
 */
export function watchTraces() {
  const used = [];
  const ways = [];
  const undo = [];
  const note = (way) => void used.push(way);

  /** Replaces a property on the object of the prototype chain that owns it. */
  const swap = (object, name, change) => {
    let owner = object;
    while (owner && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
    const own = owner && Object.getOwnPropertyDescriptor(owner, name);
    // skip what this browser does not have
    if (!own?.configurable) return;
    const changed = change(own);
    if (!changed) return;
    Object.defineProperty(owner, name, { ...own, ...changed });
    undo.push(() => Object.defineProperty(owner, name, own));
  };
  /** Watches functions and constructors of one object. */
  const calls = (of, object, names, instead) => {
    for (const name of names.split(' ')) {
      const way = `${of}${name}`;
      swap(object, name, ({ value }) => {
        if (typeof value !== 'function') return undefined;
        const watched = new Proxy(value, {
          apply: (target, self, given) => {
            note(way);
            return instead ? instead() : Reflect.apply(target, self, given);
          },
          construct: (target, given, by) => {
            note(way);
            return Reflect.construct(target, given, by === watched ? target : by);
          },
        });
        // call it without an object, so that the browser refuses it after it was noted
        const use = () => Promise.resolve(Reflect.apply(watched, {}, [])).catch(() => {});
        ways.push({ way, use });
        return { value: watched };
      });
    }
  };
  /** Watches writing of one object's properties, and with `read` reading too. */
  const properties = (of, object, names, read) => {
    for (const name of names.split(' ')) {
      swap(object, name, ({ get, set, value, writable }) => {
        if (!get && !writable) return undefined;
        let kept = value;
        const reading = () => Reflect.apply(getter, {}, []);
        const writing = () => Reflect.apply(setter, {}, ['']);
        const getter = /** @this {any} */ function () {
          if (read) note(`${of}${name}`);
          return get ? Reflect.apply(get, this ?? globalThis, []) : kept;
        };
        const setter = /** @this {any} */ function (given) {
          note(`${of}${name} =`);
          if (set) Reflect.apply(set, this ?? globalThis, [given]);
          else kept = given;
        };
        if (read) ways.push({ way: `${of}${name}`, use: reading });
        if (set || !get) ways.push({ way: `${of}${name} =`, use: writing });
        return get
          ? { get: getter, ...(set && { set: setter }) }
          : { get: getter, set: setter, value: undefined, writable: undefined };
      });
    }
  };
  const prototype = (name) => globalThis[name]?.prototype;

  // storage on the device
  calls('Storage.', prototype('Storage'), 'getItem setItem removeItem clear key');
  properties('', globalThis, 'localStorage sessionStorage indexedDB caches cookieStore', true);
  calls('IDBFactory.', prototype('IDBFactory'), 'open deleteDatabase databases');
  calls('CacheStorage.', prototype('CacheStorage'), 'open has match keys delete');
  calls('CookieStore.', prototype('CookieStore'), 'get getAll set delete');
  properties('document.', prototype('Document'), 'cookie', true);
  properties('navigator.', prototype('Navigator'), 'storage', true);
  calls('document.', prototype('Document'), 'requestStorageAccess hasStorageAccess');
  properties('', globalThis, 'name', true);

  // the history and the browser's own display
  calls('history.', prototype('History'), 'pushState replaceState go back forward');
  properties('history.', prototype('History'), 'state', true);
  properties('document.', prototype('Document'), 'title');
  calls('', globalThis, 'open print alert confirm prompt');
  calls('document.', prototype('Document'), 'open write execCommand');
  // location cannot be wrapped, so use navigation events in browsers that have them
  const moved = ({ navigationType, destination }) => note(`navigation ${navigationType} ${destination.url}`);
  globalThis.navigation?.addEventListener('navigate', moved);
  undo.push(() => globalThis.navigation?.removeEventListener('navigate', moved));

  // requests
  calls('', globalThis, 'fetch XMLHttpRequest WebSocket EventSource WebTransport RTCPeerConnection Image Audio Worker');
  calls('', globalThis, 'SharedWorker BroadcastChannel Notification SpeechSynthesisUtterance FileReader');
  calls('XMLHttpRequest.', prototype('XMLHttpRequest'), 'open send');
  calls('navigator.', prototype('Navigator'), 'sendBeacon share vibrate getBattery registerProtocolHandler');
  properties('navigator.', prototype('Navigator'), 'serviceWorker credentials geolocation permissions locks', true);
  calls('ServiceWorkerContainer.', prototype('ServiceWorkerContainer'), 'register getRegistration getRegistrations');
  calls('', globalThis, 'postMessage');
  calls('MessagePort.', prototype('MessagePort'), 'postMessage');
  calls('form.', prototype('HTMLFormElement'), 'submit requestSubmit');
  for (const [name, property] of [
    ['Image', 'src'],
    ['Image', 'srcset'],
    ['Script', 'src'],
    ['Link', 'href'],
    ['IFrame', 'src'],
    ['IFrame', 'srcdoc'],
    ['Media', 'src'],
    ['Source', 'src'],
    ['Object', 'data'],
    ['Embed', 'src'],
    ['Anchor', 'ping'],
  ]) {
    properties(`${name}.`, prototype(`HTML${name}Element`), property);
  }

  // fingerprints
  const device =
    'userAgent userAgentData platform language languages plugins mimeTypes hardwareConcurrency deviceMemory';
  properties('navigator.', prototype('Navigator'), `${device} connection maxTouchPoints doNotTrack webdriver`, true);
  calls('NavigatorUAData.', prototype('NavigatorUAData'), 'getHighEntropyValues');
  properties('screen.', prototype('Screen'), 'width height availWidth availHeight colorDepth', true);
  properties('document.', prototype('Document'), 'referrer lastModified', true);
  calls('canvas.', prototype('HTMLCanvasElement'), 'getContext toDataURL toBlob');
  calls('', globalThis, 'OffscreenCanvas AudioContext OfflineAudioContext FontFace queryLocalFonts');
  calls('canvas.', prototype('CanvasRenderingContext2D'), 'getImageData measureText');
  calls('DateTimeFormat.', Intl.DateTimeFormat.prototype, 'resolvedOptions');
  calls('performance.', prototype('Performance'), 'mark measure getEntries getEntriesByName getEntriesByType');
  calls('', globalThis, 'PerformanceObserver ReportingObserver');
  calls('Math.', Math, 'random');
  calls('crypto.', prototype('Crypto'), 'getRandomValues randomUUID');

  // report success without touching the clipboard of the person who runs the tests
  calls('clipboard.', prototype('Clipboard'), 'writeText write', () => Promise.resolve());
  calls('clipboard.', prototype('Clipboard'), 'readText read');

  // elements that send requests, added to the page or to a shadow tree; those of the page itself are marked
  const ASKS = 'script,link,img,iframe,object,embed,video,audio,source,track,style,base,meta,form,textarea,select';
  const ASKING = `${ASKS},input:not([type=radio]),[style*="url("],[ping],[contenteditable]`;
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const added of addedNodes) {
        if (added.nodeType !== 1) continue;
        const node = /** @type {Element} */ (added);
        for (const element of [node, ...node.querySelectorAll(ASKING)]) {
          if (element.matches(ASKING) && !element.closest('[data-own]')) note(`<${element.localName}>`);
        }
      }
    }
  });
  observer.observe(document, { childList: true, subtree: true });
  swap(globalThis.Element.prototype, 'attachShadow', ({ value }) => ({
    value: new Proxy(value, {
      apply: (target, self, given) => {
        const root = Reflect.apply(target, self, given);
        observer.observe(root, { childList: true, subtree: true });
        return root;
      },
    }),
  }));
  undo.push(() => observer.disconnect());

  const traces = { used, ways, stop: () => undo.reverse().forEach((back) => back()) };
  Object.defineProperty(globalThis, 'traces', { value: traces, configurable: true });
  return traces;
}

/**
 * Does everything with one element that a person can do, except leaving: answers each question in each way, unfolds, follows every
 * link, copies, clears and listens. Then moves, copies and removes it. Returns how often it did each, because a test that did
 * nothing must not pass.
 */
export async function useEverything(holder) {
  const root = holder.shadowRoot;
  const did = { answers: 0, unfolded: 0, links: 0, heard: 0, copies: 0, buttons: 0, said: 0, words: 0 };
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const all = (selector) => [...root.querySelectorAll(selector)];
  const speakers = () => [...document.querySelectorAll('*')].map((one) => one.shadowRoot?.querySelector('[aria-live]'));
  const spoken = () => speakers().find(Boolean)?.textContent;
  const stay = (event) => {
    if (event.composedPath().some((one) => one instanceof HTMLAnchorElement)) event.preventDefault();
  };
  const hear = () => void did.heard++;
  globalThis.addEventListener('click', stay, true);
  holder.addEventListener('say-something-contact', hear);
  const before = spoken();

  const touch = (control) => {
    control.focus({ preventScroll: true });
    for (const type of ['pointerover', 'pointerdown', 'pointerup']) {
      control.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
    }
    for (const key of ['Enter', ' ', 'ArrowDown', 'Escape', 'a']) {
      for (const type of ['keydown', 'keyup']) {
        control.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }));
      }
    }
    control.click();
  };
  const unfold = async () => {
    for (const summary of all('summary')) {
      if (summary.parentElement.open) continue;
      // only some of them with keys and pointer, because that is slow
      if (did.unfolded < 3) touch(summary);
      else summary.click();
      did.unfolded++;
    }
    await turn();
  };
  const useAll = async () => {
    await unfold();
    // another test tries the exit, where it may really leave
    for (const link of all('a[href]:not([part=exit])')) {
      link.click();
      did.links++;
    }
    for (const button of all('details button:not([part=action])')) {
      button.click();
      did.copies++;
    }
    await turn();
  };

  await useAll();
  for (const question of all('fieldset').keys()) {
    for (const answer of all('fieldset')[question].querySelectorAll('input')) {
      touch(answer);
      did.answers++;
      await turn();
    }
  }
  if (did.answers) await useAll();
  for (const button of all('button[part=action],button:not(details *)')) {
    touch(button);
    did.buttons++;
    await turn();
  }
  // The answers are announced a moment later.
  for (let tries = 0; did.answers && spoken() === before && tries < 600; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const after = spoken();
  if (after && after !== before) did.said++;

  // changes by the page's author
  const element = root.querySelector(
    'say-something-report,say-something-banner,say-something-signs,say-something-exit',
  );
  for (const [name, value] of [
    ['audience', 'nobody'],
    ['heading-level', '9'],
    ['directory', 'http://not.secure.example/'],
    ['href', 'javascript:0'],
    ['no-exit', ''],
    ['papers', 'https://papers.example/'],
  ]) {
    (element ?? holder).setAttribute(name, value);
    await turn();
    (element ?? holder).removeAttribute(name);
  }
  await unfold();
  did.words = holder.querySelectorAll(':scope > span[slot]').length;
  const copy = holder.cloneNode(true);
  holder.after(copy);
  holder.parentNode.append(holder);
  await turn();
  copy.remove();
  holder.remove();
  await turn();

  holder.removeEventListener('say-something-contact', hear);
  globalThis.removeEventListener('click', stay, true);
  return did;
}

/** Events that affect all elements at once: print, sleep, return to the page, and a new language. */
export async function disturb() {
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  for (const event of ['beforeprint', 'afterprint', 'resize', 'online', 'offline', 'pagehide', 'focus', 'blur']) {
    globalThis.dispatchEvent(new CustomEvent(event));
  }
  globalThis.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  document.dispatchEvent(new CustomEvent('visibilitychange'));
  const { lang } = document.documentElement;
  document.documentElement.lang = 'cy';
  await turn();
  document.documentElement.lang = lang;
  await turn();
}
