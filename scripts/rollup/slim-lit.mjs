import { edit } from './edit.mjs';

/**
 * Exact edits of Lit's production modules, written for lit 3.3.3. An edit whose text is not found exactly once fails
 * the build, so that nobody ships an upgraded Lit without its edits.
 * The reasons are also in docs/decisions/0002-lit-is-edited-at-build-time.md.
 */
const edits = {
  'lit-html/lit-html.js': [
    // For visitors of pages that list the Trusted Types policies they allow: stock Lit throws there at load, and also
    // when the page's own Lit took the name first. Ours has its own name, and a refusal does not throw.
    [
      'e=s?s.createPolicy("lit-html",{createHTML:t=>t}):void 0',
      'e=(()=>{try{return s?.createPolicy("say-something",{createHTML:t=>t})}catch{}})()',
    ],
    // For the page's own Lit, and for us: its polyfill must not patch our copy, and its check for several versions of
    // Lit must not warn its author about ours. We add nothing to globalThis.
    [',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");', ';'],
    // For visitors of pages with an optimiser, as in plain-strings.mjs: without a back-tick, no tool finds a template literal.
    ['\\`<>=]', '\\\\x60<>=]'],
  ],
  'lit-element/lit-element.js': [
    // For visitors of server-rendered Lit pages: their hydration would be patched into our elements, which are never
    // rendered on a server, and would throw there. The version list has the reason above.
    [',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});', ';'],
    ['(s.litElementVersions??=[]).push("4.2.2");', ''],
  ],
  '@lit/reactive-element/css-tag.js': [
    // For visitors of pages with MooTools, which replaces the browser's Document: Lit would conclude that the browser
    // has no adopted style sheets and write style elements, which many policies refuse.
    ['"adoptedStyleSheets"in Document.prototype', '"adoptedStyleSheets"in document'],
    // The back-ticks have the reason above.
    ['"CSSResult is not constructable. Use `unsafeCSS` or `css` instead."', '"CSSResult"'],
  ],
  '@lit/reactive-element/reactive-element.js': [
    [',p=a.reactiveElementPolyfillSupport,', ','],
    [',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2");', ';'],
    // For pages that watch their globals: stock Lit adds Symbol.metadata and litPropertyMetadata, which only standard
    // decorators use. We use no decorators (docs/decisions/0003-static-properties-no-decorators.md).
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
  ],
};

export function slimLit() {
  const seen = new Set();
  return {
    name: 'slim-lit',
    buildStart: () => seen.clear(),
    transform(code, id) {
      const path = id.replaceAll('\\', '/');
      const file = Object.keys(edits).find((name) => path.endsWith(`/node_modules/${name}`));
      if (!file) return null;
      seen.add(file);
      const wanted = edits[file].map(([from, to]) => {
        const start = code.indexOf(from);
        if (start < 0 || code.includes(from, start + 1)) {
          this.error(`slim-lit: this text is not found exactly once in ${file}: ${from}`);
        }
        return { start, end: start + from.length, to };
      });
      return edit(code, wanted);
    },
    buildEnd(error) {
      if (error) return;
      for (const file of Object.keys(edits)) {
        if (!seen.has(file)) this.error(`slim-lit: ${file} was not part of the build, so its edits were not made`);
      }
    },
  };
}
