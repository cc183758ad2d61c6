// What the sanitizer tests need from this side: what runs on servers, and Tiptap, which is published for bundlers only.
// Everything else is loaded by its page from /peers/, as it comes.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { autop } from '@wordpress/autop';

const folder = fileURLToPath(new URL('../../tests/peers/', import.meta.url));
const peer = createRequire(`${folder}package.json`);

let tiptap;
/** StarterKit with an editor to run it, as one classic script that leaves a global `tiptap`. Made once a run. */
function bundleTiptap() {
  tiptap ??= peer('esbuild')
    .build({
      stdin: {
        contents: `export { Editor } from '@tiptap/core'; export { default as StarterKit } from '@tiptap/starter-kit';`,
        resolveDir: folder,
      },
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'tiptap',
      logLevel: 'error',
    })
    .then(({ outputFiles }) => outputFiles[0].text);
  return tiptap;
}

const onServer = {
  'sanitize-html': (text, options) => peer('sanitize-html')(text, options),
  wpautop: (text) => autop(text),
};

/** `/sanitizers/tiptap.js`, and executeServerCommand('sanitize-html', { texts, options }) -> the texts as they come out. */
export function filtersPlugin() {
  return {
    name: 'filters',
    async serve({ path }) {
      return path === '/sanitizers/tiptap.js' ? { body: await bundleTiptap(), type: 'js' } : undefined;
    },
    executeCommand({ command, payload }) {
      const clean = onServer[command];
      return clean && payload.texts.map((text) => clean(text, payload.options));
    },
  };
}
