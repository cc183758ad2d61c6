// Changes JavaScript's built-in objects as a page may do before our script loads. The address names one or several changes, as in
// `?array-from+json`. Libraries and old snippets make the changes in the first list, and our script works in spite of them. Each
// change in the second list breaks something that our script needs to draw.
{
  const add = (object, properties) => {
    for (const [name, value] of Object.entries(properties)) object[name] = value;
  };
  const broken = (object, ...names) => {
    for (const name of names) {
      object[name] = () => {
        throw new TypeError(`the page has broken ${name}`);
      };
    }
  };
  const native = { map: Array.prototype.map, filter: Array.prototype.filter, Promise };

  const changes = {
    // our script works in spite of these
    'object-properties': () =>
      add(Object.prototype, { extend() {}, clone() {}, note: 'of the page', toArray: () => [] }),
    'object-setters': () => {
      for (const name of ['id', 'lang', 'title', 'kind', 'reason', 'channels']) {
        Object.defineProperty(Object.prototype, name, { configurable: true, get: () => undefined, set() {} });
      }
    },
    'array-additions': () =>
      add(Array.prototype, { each() {}, remove() {}, contains() {}, last: 0, first: 0, 100: undefined }),
    'array-helpers': () =>
      add(Array.prototype, {
        // like in an old library: they ignore the third argument of the callback, holes and Symbol.species
        map(task) {
          return native.map.call(this, (item, index) => task(item, index));
        },
        filter(task) {
          return native.filter.call(this, (item) => task(item));
        },
        forEach(task) {
          for (let i = 0; i < this.length; i++) task(this[i], i);
        },
        find(task) {
          for (const item of this) if (task(item)) return item;
        },
        includes(wanted) {
          return this.indexOf(wanted) !== -1;
        },
      }),
    'array-from': () => {
      Array.from = (list) => (list && list.toArray ? list.toArray() : []);
    },
    'element-remove': () => {
      // this polyfill was copied often; it fails for a child of a shadow root, which has no parent element
      Element.prototype.remove = function () {
        this.parentElement.removeChild(this);
      };
      NodeList.prototype.remove = HTMLCollection.prototype.remove = function () {
        for (let i = this.length - 1; i >= 0; i--) this[i].parentElement.removeChild(this[i]);
      };
    },
    json: () => broken(JSON, 'parse', 'stringify'),
    'json-methods': () =>
      add(Object.prototype, {
        toJSON() {
          return '"';
        },
      }),
    bind: () => {
      // a polyfill from before all browsers had bind: it takes no further arguments and does not work with new
      Function.prototype.bind = function (self) {
        const task = this;
        return (...given) => task.apply(self, given);
      };
    },
    promise: () => {
      // a library's own promise, which has no subclasses and calls back in a later task
      window.Promise = class {
        constructor(task) {
          const settled = new native.Promise(task);
          this.then = (...given) => new window.Promise((resolve) => setTimeout(() => resolve(settled.then(...given))));
          this.catch = (refused) => this.then(undefined, refused);
        }
        static resolve(value) {
          return new window.Promise((resolve) => resolve(value));
        }
        static reject(reason) {
          return new window.Promise((resolve, reject) => reject(reason));
        }
        static all(list) {
          return native.Promise.all(list);
        }
      };
    },
    'idle-callback': () => {
      window.requestIdleCallback = undefined;
    },
    'intl-broken': () => {
      Intl.DateTimeFormat = function () {
        throw new TypeError('the page has broken Intl');
      };
    },
    // our script may not draw with these, but the numbers stay
    'object-facts': () => add(Object.prototype, { hours: 'never', url: '#' }),
    'object-name': () =>
      Object.defineProperty(Object.prototype, 'name', { configurable: true, get: () => undefined, set() {} }),
    'object-value': () => add(Object.prototype, { value: 1 }),
    'object-get': () => add(Object.prototype, { get() {} }),
    'array-helpers-broken': () =>
      broken(Array.prototype, 'map', 'filter', 'find', 'some', 'every', 'flatMap', 'reduce'),
    'element-methods': () =>
      broken(Element.prototype, 'remove', 'matches', 'closest', 'append', 'replaceChildren', 'before', 'after'),
    'element-matches': () => broken(Element.prototype, 'matches', 'closest'),
    'element-attach': () => broken(Element.prototype, 'attachShadow'),
    'string-methods': () => broken(String.prototype, 'replaceAll', 'trim'),
    'string-missing': () => {
      delete String.prototype.replaceAll;
    },
    'promise-broken': () => {
      window.Promise = function () {
        throw new TypeError('the page has broken Promise');
      };
    },
    'map-broken': () => {
      window.Map = function () {
        throw new TypeError('the page has broken Map');
      };
    },
    'custom-elements': () => broken(customElements, 'define'),
    'mutation-observer': () => {
      window.MutationObserver = undefined;
    },
  };
  for (const name of location.search.slice(1).split('+')) changes[name]?.();
}
