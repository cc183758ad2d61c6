/*
 * Values that a broken or hostile page may pass to us, in one list for every test, and a watch for effects that they must never have.
 * Node has the list too, without the nodes and windows that only a browser has.
 */

export interface Hostile {
  /** Its name in a title or a message. */
  readonly name: string;
  readonly value: unknown;
}
export interface HostileText extends Hostile {
  readonly value: string;
}

/** The function that the markup and addresses below call if they run. The watch counts the calls. */
const CANARY = 'sayCanary';
const run = `${CANARY}()`;

const texts = (values: readonly string[]): HostileText[] =>
  values.map((value) => ({ name: JSON.stringify(value.slice(0, 60)), value }));

export const MARKUP: readonly HostileText[] = texts([
  `<img src=x onerror=${run}>`,
  `"><img src=x onerror=${run}>`,
  `'><svg onload=${run}>`,
  `</script><script>${run}</script>`,
  `</slot></p></section><script>${run}</script>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<object data="javascript:${run}"></object>`,
  `<a href="javascript:${run}">999</a>`,
  `<base href="https://example.org/">`,
  `<style>*{display:none!important}</style>`,
  `<template shadowrootmode="open"><b>112</b></template>`,
  `" onfocus="${run}" autofocus x="`,
  `&lt;img src=x onerror=${run}&gt;`,
  `\${${run}}`,
  `{{constructor.constructor("${run}")()}}`,
  '<!--?lit$1$-->',
  'lit$123456789$',
  ']]><!--',
]);

/** Addresses that run code, read the device, or leave this site without encryption. None may be followed. */
export const ADDRESSES: readonly HostileText[] = texts([
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  ` \t\njavascript:${run}`,
  `java\tscr\nipt:${run}`,
  `\u0001\u001fjavascript:${run}`,
  `javascript://https://www.bbc.co.uk/%0a${run}`,
  `data:text/html,<script>parent.${run}</script>`,
  'DATA:text/html;base64,PHNjcmlwdD5wYXJlbnQuc2F5Q2FuYXJ5KCk8L3NjcmlwdD4=',
  `vbscript:${run}`,
  `blob:${globalThis.location?.origin ?? 'https://council.example'}/0f0f0f0f`,
  'blob:https://www.bbc.co.uk/0f0f0f0f',
  'file:///etc/hosts',
  'about:blank',
  `view-source:javascript:${run}`,
  'filesystem:https://www.bbc.co.uk/temporary/x',
  'ws://www.bbc.co.uk/',
  'ftp://www.bbc.co.uk/',
  'tel:112',
  'mailto:someone@example.org',
  'http://example.org/',
  '//example.org/',
  '\\\\example.org\\',
  '/\\example.org',
  'http:\\\\example.org',
  'http://user:secret@example.org/',
  'https://',
  'https://[',
  'http://[',
]);

/** Addresses that look dangerous but belong to this site, so that the worst effect is a wrong page. */
const RELATIVE: readonly HostileText[] = texts([
  `javascript&colon;${run}`,
  `&#106;avascript:${run}`,
  `javascript\u200b:${run}`,
  `\u00a0/javascript:${run}`,
]);

const BIDI = '\u202e';
export const WORDS: readonly HostileText[] = [
  ...texts([
    '__proto__',
    'constructor',
    'prototype',
    'hasOwnProperty',
    'toString',
    'valueOf',
    'then',
    'undefined',
    'NaN',
    '-0',
    '1e999',
    'nul\0in it',
    '\u001b[31mred\u001b[0m\u0007',
    'first line\nsay-something: all is well\r\nthird',
    'lone \ud800 surrogate \udfff',
    `turned ${BIDI}3404 321 0030`,
    '99\u200b9 \u2060\ufeff\u00ad',
    '٩٩٩',
    '９９９',
    '9\u03399\u03399\u0339',
    'О8ОО 1111',
    'ﷺ'.repeat(20),
    '%00%0d%0aSet-Cookie:x=1',
    '../../../../etc/passwd',
    'W'.repeat(500),
  ]),
  { name: 'a text of two megabytes', value: 'x'.repeat(2_000_000) },
  { name: 'a text of two megabytes of hyphens', value: 'a-'.repeat(1_000_000) },
  { name: 'a text of two megabytes of figures', value: '9 '.repeat(1_000_000) },
  { name: 'spaces alone', value: ' \t\n' },
  { name: 'nothing in it', value: '' },
];

/** All texts. */
export const TEXTS: readonly HostileText[] = [...MARKUP, ...ADDRESSES, ...RELATIVE, ...WORDS];

const boom = (): never => {
  throw new Error('thrown by the page');
};

/** Values that a page may throw. Some throw again when they are read. */
export const THROWN: readonly Hostile[] = [
  { name: 'an error', value: new Error('thrown by the page') },
  { name: 'nothing at all', value: undefined },
  { name: 'an error of the kind that we throw ourselves', value: new RangeError('size') },
  { name: 'a symbol', value: Symbol('thrown') },
  { name: 'an object without a text', value: Object.create(null) },
  { name: 'an object whose text throws', value: { toString: boom, [Symbol.toPrimitive]: boom } },
  { name: 'a proxy that throws at every look', value: trap() },
  { name: 'a proxy that was revoked', value: revoked() },
];

/** A proxy whose traps all throw. */
function trap(): object {
  const traps = {
    get: boom,
    set: boom,
    has: boom,
    ownKeys: boom,
    getOwnPropertyDescriptor: boom,
    getPrototypeOf: boom,
    deleteProperty: boom,
    defineProperty: boom,
    isExtensible: boom,
  };
  return new Proxy({}, traps);
}

function revoked(list = false): object {
  const { proxy, revoke } = Proxy.revocable<object>(list ? [] : {}, {});
  revoke();
  return proxy;
}

function deep(levels: number): object {
  let value: object = {};
  for (let i = 0; i < levels; i++) value = i % 2 ? [value] : { area: value };
  return value;
}

function cyclic(): object {
  const self: Record<string, unknown> = { list: [] };
  self['area'] = self;
  (self['list'] as unknown[]).push(self, self['list']);
  return self;
}

/** An object whose getter returns a different value each time. */
function changing(): object {
  let reads = 0;
  return {
    get area() {
      return ++reads % 2 ? { name: 'x', code: 'E10000015' } : boom();
    },
    toString: () => `${++reads}`,
  };
}

/** Another window, whose objects are not instances of our classes. */
function otherWindow(): Window & typeof globalThis {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  return frame.contentWindow as Window & typeof globalThis;
}

/** Values that only a page has: nodes, windows, and the objects of another page. */
function pageObjects(): Readonly<Record<string, unknown>> {
  if (typeof document === 'undefined') return {};
  const other = otherWindow();
  return {
    'an element': document.createElement('form'),
    'an attribute': document.createAttribute('hotel'),
    'the document': document,
    'the window': window,
    'the window of another page': other,
    'an object of another page': other.eval('({ area: {} })') as object,
    'a list of another page': other.eval('["hotel"]') as object,
  };
}

/** All values that are not texts, created at each call. */
export function objects(): readonly Hostile[] {
  const sparse = [1, 2];
  sparse[9_999] = 3;
  const quiet = Promise.reject(new Error('thrown by the page'));
  quiet.catch(() => undefined);
  return Object.entries({
    null: null,
    undefined: undefined,
    true: true,
    false: false,
    'not a number': NaN,
    'minus nought': -0,
    'half a number': 2.5,
    infinity: Infinity,
    'a big number': 10n ** 40n,
    'a symbol': Symbol('hotel'),
    'an empty object': {},
    'an empty list': [],
    'a list of texts': ['hotel', 'school'],
    'a list in itself': cyclic(),
    'a hundred thousand objects within each other': deep(100_000),
    'a getter that throws': Object.defineProperty({}, 'area', { enumerable: true, get: boom }),
    'a getter that changes': changing(),
    'a proxy that throws': trap(),
    'a proxy that was revoked': revoked(),
    'a list that was revoked': revoked(true),
    'keys of the prototype': JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"hasOwnProperty":1}',
    ),
    'an object without a prototype': Object.create(null),
    'an object of a class': new (class Directory {
      area = 'x';
    })(),
    'a text as an object': new String('hotel'),
    'a number as an object': new Number(3),
    'an object whose text throws': { toString: boom, valueOf: boom, [Symbol.toPrimitive]: boom },
    'an object whose text is no text': { toString: () => ({}), valueOf: () => ({}) },
    'an object that says it is an audience': { toString: () => 'hotel', valueOf: () => 6 },
    'a date': new Date(NaN),
    'a map': new Map([['area', 1]]),
    'a set': new Set(['hotel']),
    'an error': new Error('x'),
    'a pattern': /hotel/gu,
    bytes: new Uint8Array(1000),
    'a function': boom,
    'a class': class {},
    'a thenable that throws': { then: boom },
    'a promise that fails': quiet,
    ...pageObjects(),
    'a frozen object': Object.freeze({ area: Object.freeze([]) }),
    'a sealed list': Object.seal([1]),
    'a list with holes': sparse,
    'a list with a name': Object.assign([1], { area: 'x', length: 1 }),
  }).map(([name, value]: [string, unknown]) => ({ name, value }));
}

/** All values. */
export const everything = (): readonly Hostile[] => [...TEXTS, ...objects()];

const ODD = /[\p{C}\p{Zl}\p{Zp}]/u;
/** Elements that run, load or send something. None of our elements needs them. */
const FORBIDDEN =
  'script,iframe,frame,object,embed,img,image,link,meta,base,form,style,video,audio,input:not([type=radio])';
const PROTOCOLS = ['https:', 'tel:', 'mailto:'];

/** Throws if something in the trees below an element can run, load, or lead to a forbidden address. */
export function expectHarmless(holder: Element, what: string): void {
  const root = holder.shadowRoot;
  if (!root) throw new Error(`${what}: it has no shadow root`);
  const forbidden = root.querySelector(FORBIDDEN);
  if (forbidden) throw new Error(`${what}: <${forbidden.localName}> in the shadow tree`);
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) throw new Error(`${what}: a shadow tree on <${element.localName}> in the shadow tree`);
    // throw instead of asserting, because an assertion for each attribute of thousands of elements would take most of the test's time
    for (const { name } of element.attributes) {
      // hidden probes read the page's colours, and a script sets their style
      if (name === 'style' && element.localName === 'i') continue;
      if (/^(on|style$|src|action|formaction|background|poster|ping|download)/.test(name)) {
        throw new Error(`${what}: ${name} on <${element.localName}>`);
      }
    }
    if (element instanceof SVGElement) throw new Error(`${what}: <${element.localName}> in the shadow tree`);
    if (!(element instanceof HTMLAnchorElement) || !element.hasAttribute('href')) continue;
    const { protocol, origin, href } = element;
    if (!PROTOCOLS.includes(protocol) && origin !== location.origin) throw new Error(`${what}: a link to ${href}`);
  }
}

export interface Watch {
  /** The console messages since the last call. */
  readonly said: () => readonly string[];
  /** Expects that nothing ran, threw or was added to the page, and that each console message has our form. */
  readonly expectQuiet: (what: string) => void;
  readonly stop: () => void;
}

/** Watches the page from now on. */
export function watch(): Watch {
  const page = window as unknown as Record<string, unknown>;
  let troubles: string[] = [];
  let said: string[] = [];
  page[CANARY] = (): void => void troubles.push('hostile text was run');
  const note = (event: Event): void => {
    troubles.push(
      event instanceof ErrorEvent
        ? `thrown: ${event.message}`
        : event instanceof PromiseRejectionEvent
          ? `thrown in a promise: ${String(event.reason)}`
          : `refused by the policy: ${(event as SecurityPolicyViolationEvent).effectiveDirective}`,
    );
  };
  const events = ['error', 'unhandledrejection', 'securitypolicyviolation'];
  for (const type of events) addEventListener(type, note, true);
  const observer = new MutationObserver((records) => look(records));
  const look = (records: readonly MutationRecord[]): void => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        // a test marks the nodes that it adds itself
        if (!(node instanceof Element) || Element.prototype.matches.call(node, '[data-test]')) continue;
        for (const element of [node, ...node.querySelectorAll('*')]) {
          if (element.matches(FORBIDDEN) || [...element.attributes].some(({ name }) => name.startsWith('on')))
            troubles.push(`put into the page: ${element.outerHTML.slice(0, 80)}`);
        }
      }
    }
  };
  observer.observe(document, { childList: true, subtree: true });
  const attachShadow = Object.getOwnPropertyDescriptor(Element.prototype, 'attachShadow')?.value as (
    this: Element,
    init: ShadowRootInit,
  ) => ShadowRoot;
  // changes within a shadow tree count too
  Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit): ShadowRoot {
    const root = attachShadow.call(this, init);
    observer.observe(root, { childList: true, subtree: true });
    return root;
  };
  const real = { warn: console.warn, error: console.error };
  console.warn = (...words: unknown[]): void => void said.push(words.map(String).join(' '));
  console.error = (...words: unknown[]): void => void troubles.push(`console.error: ${words.map(String).join(' ')}`);
  return {
    said: () => said,
    expectQuiet: (what) => {
      look(observer.takeRecords());
      const [wrong, words] = [troubles, said];
      troubles = [];
      said = [];
      if (wrong.length) throw new Error(`${what}: ${wrong.join('; ')}`);
      if ('polluted' in {}) throw new Error(`${what}: the prototype of all objects has changed`);
      for (const one of words) expectOurWarning(one, what);
    },
    stop: () => {
      observer.disconnect();
      Element.prototype.attachShadow = attachShadow;
      Object.assign(console, real);
      for (const type of events) removeEventListener(type, note, true);
      Reflect.deleteProperty(page, CANARY);
    },
  };
}

/** Expects a warning that begins with our name, is one line of visible characters, and is short. */
export function expectOurWarning(warning: string, what: string): void {
  const shown = `${what}: ${warning.slice(0, 200)}`;
  if (!warning.startsWith('say-something: ')) throw new Error(`the warning does not begin with our name: ${shown}`);
  if (ODD.test(warning)) throw new Error(`the warning contains an invisible character: ${JSON.stringify(shown)}`);
  if (warning.length >= 1_500) throw new Error(`the warning has ${warning.length} characters: ${shown}`);
}
