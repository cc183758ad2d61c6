import { edit } from './edit.mjs';

/**
 * Exact edits of lit-html's production module, written for lit 3.3.3. An edit whose text is not found exactly once fails
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
