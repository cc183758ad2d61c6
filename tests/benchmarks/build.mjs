// Builds every variant from the description with its library, following the library's own documentation.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ELEMENTS, pageWith, productVariant } from './content.mjs';
import * as dialects from './dialects.mjs';
import { plain, tableOf, writer } from './markup.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);
/** Loads a package of this folder, which has its own packages. */
export const peer = (name) => require(name);
const esbuild = peer('esbuild');

const file = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const TARGET = { target: 'es2022', minify: true, bundle: true, write: false, legalComments: 'none', logLevel: 'error' };

/** Generates modules that the sources in variants/ import: `content`, and the compiled modules of a library. */
function written(modules) {
  return {
    name: 'written',
    setup(build) {
      build.onResolve({ filter: /^(content|view|\w+\.svelte)$/ }, ({ path }) => ({ path, namespace: 'written' }));
      build.onLoad({ filter: /.*/, namespace: 'written' }, ({ path }) => ({
        contents: modules[path],
        resolveDir: `${here}variants`,
      }));
    },
  };
}
const asModule = (exported) =>
  Object.entries(exported)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');

/** Bundles a script of variants/ with everything that it imports. */
async function bundled(entry, exported, { css = 'text', modules = {} } = {}) {
  const { outputFiles } = await esbuild.build({
    ...TARGET,
    entryPoints: [`${here}variants/${entry}`],
    format: 'iife',
    loader: { '.css': css },
    conditions: ['svelte', 'browser'],
    outdir: here,
    plugins: [written({ content: asModule(exported), ...modules })],
  });
  const of = (end) => outputFiles.find(({ path }) => path.endsWith(end))?.text;
  return { js: of('.js'), css: of('.css') };
}
const minified = async (css) => (await esbuild.transform(css, { loader: 'css', minify: true })).code;

const part = (name, inside) => `<section class="part" data-part="${name}" id="${name}">${inside}</section>`;
const INLINE_LIMITS = { '</script': '<\\/script' };
const inline = (js) => js.replaceAll('</script', INLINE_LIMITS['</script']);

/**
 * @returns each variant by name, with its title, its files by path (`index.html` is the page), and how the probe recognises it
 */
export async function variants(content) {
  const shared = {
    ...tableOf(content),
    names: content.cards.route.map(([name]) => name),
  };
  const look = await minified(file('variants/look.css'));

  /** The parts of the page in a dialect. The panel has its other rows in a template. */
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
    product: productVariant(),
  };

  const behaviour = await bundled('static.js', shared);
  const staticPage = pageWith(joined(parts(plain)), {
    head: `<style>${look}</style>\n`,
    end: `<script>${inline(behaviour.js)}</script>\n`,
  });
  all.static = { title: 'static HTML', more: parts(plain).report, files: { 'index.html': staticPage }, ...inLight };

  const inShadow = parts(plain, (name, inside) => `<section class="part" data-part="${name}">${inside}</section>`);
  const shadowTemplates = ELEMENTS.map(
    (name) =>
      `<x-${name} id="${name}"><template shadowrootmode="open"><style>${look}</style>${inShadow[name]}</template></x-${name}>`,
  );
  all.declarative = {
    title: 'declarative shadow DOM',
    more: shadowTemplates[ELEMENTS.indexOf('report')],
    files: {
      'index.html': pageWith(shadowTemplates.join('\n'), { end: '<script async src="widget.js"></script>\n' }),
      'widget.js': (await bundled('declarative.js', shared)).js,
    },
    ready: { host: 'x-report', inside: '[data-card]' },
  };

  const tags = ELEMENTS.map((name) => `<x-${name}></x-${name}>`).join('\n');
  all.vanilla = {
    title: 'vanilla custom elements',
    more: '<x-report></x-report>',
    files: {
      'index.html': pageWith(tags, { end: '<script async src="widget.js"></script>\n' }),
      'widget.js': (await bundled('vanilla.js', { ...shared, parts: inShadow })).js,
    },
    ready: { host: 'x-report', inside: '[data-card]' },
  };

  const frame = `<iframe src="frame.html" title="Say Something" width="100%" height="600" style="border:0" onload="height=contentDocument.documentElement.scrollHeight"></iframe>`;
  all.iframe = {
    title: 'iframe',
    more: frame,
    files: {
      'index.html': pageWith(frame),
      'frame.html': `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Say Something</title><style>body{margin:0;font:16px/1.5 system-ui,sans-serif}${look}</style></head><body>${joined(parts(plain))}<script>${inline(behaviour.js)}</script></body></html>`,
    },
    ready: { inside: '[data-card]' },
    frame: true,
  };

  /** A page with markup, a style sheet before it and a script after it, as component libraries need. */
  const withLibrary = (
    title,
    dialect,
    { js, css },
    { bodyClass = '', bodyScript = '', ready = inLight.ready } = {},
  ) => ({
    title,
    more: parts(dialect).report,
    files: {
      'index.html': pageWith(bodyScript + joined(parts(dialect)), {
        head: '<link rel="stylesheet" href="widget.css">\n',
        end: '<script type="module" src="widget.js"></script>\n',
        bodyClass,
      }),
      'widget.css': css,
      'widget.js': js,
    },
    ready,
  });
  const frontend = (name) => ({
    bodyClass: name === 'govuk' ? 'govuk-template__body' : '',
    bodyScript: `<script>document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' ${name}-frontend-supported' : '');</script>`,
  });
  const { js: govukJs } = await bundled('govuk.js', shared);
  const { js: govukWholeJs } = await bundled('govuk-whole.js', shared);
  const { js: nhsukJs } = await bundled('nhsuk.js', shared);
  const govukUsed = ['button', 'details', 'fieldset', 'hint', 'inset-text', 'label', 'radios'];
  const system = '$govuk-font-family: (system-ui, sans-serif)';
  all.govuk = withLibrary(
    'GOV.UK Frontend, what is used',
    dialects.govuk,
    {
      js: govukJs,
      css: await fromSass(
        `@use "govuk-frontend/dist/govuk/base" with (${system});`,
        ...['core', 'objects', ...govukUsed.map((name) => `components/${name}`)].map(
          (name) => `@use "govuk-frontend/dist/govuk/${name}" as ${name.replace(/\W/g, '_')};`,
        ),
      ),
    },
    frontend('govuk'),
  );
  all.govukWhole = withLibrary(
    'GOV.UK Frontend, whole',
    dialects.govuk,
    { js: govukWholeJs, css: await fromSass(`@use "govuk-frontend/dist/govuk" with (${system});`) },
    frontend('govuk'),
  );
  all.nhsuk = withLibrary(
    'NHS.UK Frontend, whole',
    dialects.nhsuk,
    { js: nhsukJs, css: await fromSass('@use "nhsuk-frontend/dist/nhsuk" with ($nhsuk-include-font-face: false);') },
    frontend('nhsuk'),
  );
  const upgraded = (host, inside) => ({ ready: { host, inside } });
  all.shoelace = withLibrary(
    'Shoelace',
    dialects.shoelace,
    await bundled('shoelace.js', shared, { css: 'css' }),
    upgraded('sl-details', 'details'),
  );
  all.webawesome = withLibrary(
    'Web Awesome',
    dialects.webawesome,
    await bundled('webawesome.js', shared, { css: 'css' }),
    upgraded('wa-details', 'details'),
  );
  all.material = withLibrary(
    'Material Web',
    dialects.material,
    { ...(await bundled('material.js', shared)), css: look },
    upgraded('md-radio', 'svg'),
  );

  const templates = writer(content, dialects.preact);
  const each = (list) => content.cards[list].map((_, card) => templates.cardOf(list, card));
  const asView = ([name, given]) => `${name}: (${given}) => html\`${templates.write(content[name])}\``;
  const view = `import { counts } from 'content';
  export const view = (html) => ({
    cards: {
      route: [${each('route').map((card) => `(reason) => html\`${card}\``)}],
      support: [${each('support').map((card) => `() => html\`${card}\``)}],
    },
    ${[
      ['banner', ''],
      ['report', '{ answers, result, first, more, support }'],
      ['signs', ''],
    ].map(asView)}
  });`;
  all.preact = {
    title: 'Preact and htm',
    files: {
      'index.html': pageWith('<div id="widget"></div>', {
        head: `<style>${look}</style>\n`,
        end: '<script async src="widget.js"></script>\n',
      }),
      'widget.js': (await bundled('preact.js', shared, { modules: { view } })).js,
    },
    ...inLight,
  };

  all.svelte = {
    title: 'Svelte custom elements',
    more: '<x-report></x-report>',
    files: {
      'index.html': pageWith(tags, { end: '<script async src="widget.js"></script>\n' }),
      'widget.js': (await bundled('svelte.js', shared, { modules: await svelteModules(content) })).js,
    },
    ready: { host: 'x-report', inside: '[data-card]' },
  };
  return all;
}

/** Compiles a style sheet from Sass and compresses it. */
async function fromSass(...lines) {
  const sass = peer('sass');
  const { css } = sass.compileString(lines.join('\n'), {
    loadPaths: [`${here}node_modules`],
    logger: sass.Logger.silent,
  });
  return minified(css);
}

/** The parts as compiled Svelte components, including their styles. */
async function svelteModules(content) {
  const { compile } = peer('svelte/compiler');
  const { write, cardOf } = writer(content, dialects.svelte);
  const snippets = (list) =>
    content.cards[list].map((_, card) => `{#snippet ${list}${card}(reason)}${cardOf(list, card)}{/snippet}`).join('\n');
  const named = (list) => `[${content.cards[list].map((_, card) => `${list}${card}`)}]`;
  const toReport = `document.querySelector('x-report').shadowRoot.querySelector('[data-heading]').focus()`;
  const component = (name, script, markup, on = '') => `<svelte:options customElement="x-${name}" />
<script>
${script}
  const click = ({ target }) => {
    const button = target.closest('[data-do]');
    if (button) actions[button.dataset.do](button);
  };
</script>
${markup.before ?? ''}
<section class="part" data-part="${name}" onclick={click}${on}>${markup.inside}</section>
<style>
${file('variants/look.css')}
</style>`;
  const sources = {
    'Banner.svelte': component('banner', `const actions = { lead: () => ${toReport} };`, {
      inside: write(content.banner),
    }),
    'Report.svelte': component(
      'report',
      `  import { counts } from 'content';
  import { order } from './order.js';
  let answers = $state([-1, -1, -1]);
  const found = $derived(order(answers));
  const routes = ${named('route')};
  const support = ${named('support')};
  const answer = ({ target }) => {
    answers[target.closest('[data-question]').dataset.question] = Number(target.value);
  };
  const actions = {
    clear: () => answers.fill(-1),
    copy: (button) => navigator.clipboard.writeText(button.dataset.number),
  };`,
      { before: `${snippets('route')}\n${snippets('support')}`, inside: write(content.report) },
      ' onchange={answer}',
    ),
    'Signs.svelte': component('signs', `const actions = { lead: () => ${toReport} };`, {
      inside: write(content.signs),
    }),
  };
  return Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [
      name,
      compile(source, { filename: name, customElement: true, css: 'injected', generate: 'client' }).js.code,
    ]),
  );
}
