// Builds every variant from the description and its library, as the library's own documentation says.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ELEMENTS, PRODUCT, pageWith, productPage, script } from './content.mjs';
import { plain, tableOf, writer } from './markup.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);
/** A package of this folder's own, which the project's other parts do without. */
export const peer = async (name) => import(pathToFileURL(require.resolve(name)).href);
const esbuild = await peer('esbuild');

const file = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const TARGET = { target: 'es2022', minify: true, bundle: true, write: false, legalComments: 'none', logLevel: 'error' };

/** The module `content`, which the sources in variants/ import. */
function contentModule(exported) {
  return {
    name: 'content',
    setup(build) {
      build.onResolve({ filter: /^content$/ }, () => ({ path: 'content', namespace: 'content' }));
      build.onLoad({ filter: /.*/, namespace: 'content' }, () => ({
        contents: Object.entries(exported)
          .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
          .join('\n'),
        resolveDir: here,
      }));
    },
  };
}

/** A script of variants/ with all it needs in it. */
async function bundled(entry, exported, { loader = { '.css': 'text' }, plugins = [], format = 'iife' } = {}) {
  const { outputFiles } = await esbuild.build({
    ...TARGET,
    entryPoints: [`${here}variants/${entry}`],
    format,
    loader,
    outdir: here,
    plugins: [contentModule(exported), ...plugins],
  });
  const of = (end) => outputFiles.find(({ path }) => path.endsWith(end))?.text;
  return { js: of('.js'), css: of('.css') };
}
const minified = async (css) => (await esbuild.transform(css, { loader: 'css', minify: true })).code;

const part = (name, inside) => `<section class="part" data-part="${name}" id="${name}">${inside}</section>`;
const INLINE_LIMITS = { '</script': '<\\/script' };
const inline = (js) => js.replaceAll('</script', INLINE_LIMITS['</script']);

/**
 * @returns each variant by its name: its title, its files by path (`index.html` is the page), how the probe knows that it is there
 */
export async function variants(content) {
  const shared = {
    ...tableOf(content),
    names: content.cards.route.map(([name]) => name),
    openAll: content.openAll,
  };
  const look = await minified(file('variants/look.css'));

  /** The parts of the page in a dialect; the panel has its other cards in a template. */
  function parts(dialect, wrap = part) {
    const { write, spare } = writer(content, dialect);
    const more = { report: `<template data-spare>${spare()}</template>` };
    return Object.fromEntries(ELEMENTS.map((name) => [name, wrap(name, write(content[name]) + (more[name] ?? ''))]));
  }
  const joined = (some) => ELEMENTS.map((name) => some[name]).join('\n');
  const inLight = { ready: { inside: '[data-card]' } };

  const all = {
    empty: {
      title: 'the page alone',
      files: { 'index.html': pageWith('') },
      ready: { inside: 'main > p:nth-of-type(5)' },
      answers: false,
    },
    product: {
      title: 'Say Something',
      files: { 'index.html': productPage(), 'say-something.js': script() },
      ...PRODUCT,
    },
  };

  const behaviour = await bundled('static.js', shared);
  const staticPage = pageWith(joined(parts(plain)), {
    head: `<style>${look}</style>\n`,
    end: `<script>${inline(behaviour.js)}</script>\n`,
  });
  all.static = { title: 'static HTML', files: { 'index.html': staticPage }, ...inLight };

  const inShadow = parts(plain, (name, inside) => `<section class="part" data-part="${name}">${inside}</section>`);
  const shadowTemplates = ELEMENTS.map(
    (name) =>
      `<x-${name} id="${name}"><template shadowrootmode="open"><style>${look}</style>${inShadow[name]}</template></x-${name}>`,
  );
  all.declarative = {
    title: 'declarative shadow DOM',
    files: {
      'index.html': pageWith(shadowTemplates.join('\n'), { end: '<script async src="widget.js"></script>\n' }),
      'widget.js': (await bundled('declarative.js', shared)).js,
    },
    ready: { host: 'x-report', inside: '[data-card]' },
  };

  const tags = ELEMENTS.map((name) => `<x-${name}></x-${name}>`).join('\n');
  all.vanilla = {
    title: 'vanilla custom elements',
    files: {
      'index.html': pageWith(tags, { end: '<script async src="widget.js"></script>\n' }),
      'widget.js': (await bundled('vanilla.js', { ...shared, parts: inShadow })).js,
    },
    ready: { host: 'x-report', inside: '[data-card]' },
  };

  const frame = `<iframe src="frame.html" title="Say Something" width="100%" height="600" style="border:0" onload="height=contentDocument.documentElement.scrollHeight"></iframe>`;
  all.iframe = {
    title: 'iframe',
    files: {
      'index.html': pageWith(frame),
      'frame.html': `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Say Something</title><style>body{margin:0;font:16px/1.5 system-ui,sans-serif}${look}</style></head><body>${joined(parts(plain))}<script>${inline(behaviour.js)}</script></body></html>`,
    },
    ready: { inside: '[data-card]' },
    frame: true,
  };
  return all;
}
