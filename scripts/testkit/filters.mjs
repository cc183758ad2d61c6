// The server side of the sanitizer tests: filters that run on servers, and Tiptap, which is published for bundlers only. The pages
// load everything else unchanged from /peers/.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { findPeers } from './find.mjs';

const folder = fileURLToPath(new URL('../../tests/peers/', import.meta.url));
const peer = createRequire(`${folder}package.json`);

let tiptap;
/** Bundles StarterKit and its editor, once a run, as one classic script that sets a global `tiptap`. */
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

const { 'php-cli': php, wordpress } = findPeers();
/** Runs WordPress's own functions without a WordPress site. */
function throughWordPress(input) {
  const program = fileURLToPath(new URL('wordpress.php', import.meta.url));
  const { status, stdout, stderr } = spawnSync(String(php), ['-n', program, String(wordpress)], {
    input: JSON.stringify(input),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`WordPress did not run: ${stderr}${stdout}`);
  return JSON.parse(stdout);
}

/** Serves `/sanitizers/tiptap.js`, and answers executeServerCommand('sanitize-html', { texts, options }) with the filtered texts. */
export function filtersPlugin() {
  return {
    name: 'filters',
    async serve({ path }) {
      return path === '/sanitizers/tiptap.js' ? { body: await bundleTiptap(), type: 'js' } : undefined;
    },
    executeCommand({ command, payload }) {
      if (command === 'wordpress-found') return Boolean(php && wordpress);
      if (command === 'wordpress') return throughWordPress(payload);
      if (command !== 'sanitize-html') return undefined;
      return payload.texts.map((text) => peer('sanitize-html')(text, payload.options));
    },
  };
}
