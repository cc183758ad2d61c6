// Builds the small pages of tests/others/frameworks/apps with each framework's own compiler, for development and for production.
// Renders on a server those that hydrate in the browser. Builds nothing when no input has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const apps = join(root, 'tests/others/frameworks/apps');
const built = join(root, 'tests/others/frameworks/built');
const peers = join(root, 'tests/peers');
const modules = join(peers, 'node_modules');
const ownDirectory = join(root, 'tests/elements/fixtures/own-directory.json');
const stamp = join(built, '.ready');

/** Every file that the pages are built from. */
function inputs() {
  const hash = createHash('sha256');
  const files = readdirSync(apps, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const others = [fileURLToPath(import.meta.url), ownDirectory, join(peers, 'package-lock.json')];
  for (const file of [...files, ...others]) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.update(process.version).digest('hex');
}

const want = inputs();
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) process.exit(0);

const started = performance.now();
async function load(name) {
  const module = await import(pathToFileURL(createRequire(join(peers, 'package.json')).resolve(name)).href);
  return module.default ?? module;
}
const esbuild = await load('esbuild');
const vueCompiler = await load('vue/compiler-sfc');
const svelteCompiler = await load('svelte/compiler');

/** Compiles Vue's single-file components, and tells Vue that our tags are custom elements and not components. */
const vue = ({ dev, server }) => ({
  name: 'vue',
  setup(build) {
    build.onLoad({ filter: /\.vue$/ }, ({ path }) => {
      const { compileScript, parse } = vueCompiler;
      const isCustomElement = (tag) => tag.startsWith('say-something-');
      const { descriptor, errors } = parse(readFileSync(path, 'utf8'), {
        filename: path,
        templateParseOptions: { isCustomElement },
      });
      if (errors.length) throw errors[0];
      const { content } = compileScript(descriptor, {
        id: 'page',
        isProd: !dev,
        inlineTemplate: true,
        templateOptions: {
          ssr: server,
          ssrCssVars: [],
          compilerOptions: { isCustomElement },
        },
      });
      return { contents: content, loader: 'js', resolveDir: join(path, '..') };
    });
  },
});

const svelte = ({ dev }) => ({
  name: 'svelte',
  setup(build) {
    build.onLoad({ filter: /\.svelte$/ }, ({ path }) => {
      const { js } = svelteCompiler.compile(readFileSync(path, 'utf8'), { filename: path, dev, generate: 'client' });
      return { contents: js.code, loader: 'js', resolveDir: join(path, '..') };
    });
  },
});

/** Angular's packages are published partly compiled. Its linker, a Babel plugin, finishes them. */
const angularLinker = async () => {
  const { transformAsync } = await load('@babel/core');
  const linker = await load('@angular/compiler-cli/linker/babel');
  return {
    name: 'angular-linker',
    setup(build) {
      build.onLoad({ filter: /@angular[\\/].*\.mjs$/ }, async ({ path }) => {
        const source = readFileSync(path, 'utf8');
        if (!source.includes('ɵɵngDeclare')) return undefined;
        const { code } = await transformAsync(source, {
          filename: path,
          compact: false,
          configFile: false,
          babelrc: false,
          plugins: [[linker, { linkerJitMode: false }]],
        });
        return { contents: code, loader: 'js' };
      });
    },
  };
};

/** Runs Angular's ahead-of-time compiler in a folder from which it finds its packages. Returns the compiled entry. */
function compileAngular() {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const typesOf = (entry) => join(root, (entry.types ?? entry).replace(/\.js$/, '.d.ts'));
  const published = Object.fromEntries(
    Object.entries(exports).map(([name, entry]) => [`say-something${name.slice(1)}`, [typesOf(entry)]]),
  );
  const folder = join(peers, '.angular');
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(apps, 'angular'), folder, { recursive: true });
  const config = {
    compilerOptions: {
      target: 'es2022',
      module: 'es2022',
      moduleResolution: 'bundler',
      lib: ['es2023', 'dom', 'dom.iterable'],
      strict: true,
      skipLibCheck: true,
      resolveJsonModule: true,
      types: [],
      rootDir: root,
      outDir: 'out',
      paths: {
        '#state': [join(apps, 'state.ts')],
        '#directory': [ownDirectory],
        ...published,
      },
    },
    files: ['main.ts'],
    angularCompilerOptions: { strictTemplates: true },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const ngc = join(modules, '@angular/compiler-cli/bundles/src/bin/ngc.js');
  const { status } = spawnSync(process.execPath, [ngc, '-p', join(folder, 'tsconfig.json')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('Angular’s compiler failed; its message is above.');
  return join(folder, 'out', folder.slice(root.length), 'main.js');
}

function bundle(options, { dev, server = false }) {
  return esbuild.build({
    bundle: true,
    logLevel: 'warning',
    nodePaths: [modules],
    platform: server ? 'node' : 'browser',
    format: server ? 'cjs' : 'iife',
    target: 'es2022',
    minify: !dev && !server,
    jsx: 'automatic',
    jsxDev: dev,
    mainFields: server ? undefined : ['browser', 'module', 'main'],
    conditions: ['svelte', dev ? 'development' : 'production'],
    loader: { '.mjs': 'js' },
    define: {
      'process.env.NODE_ENV': JSON.stringify(dev ? 'development' : 'production'),
      ngDevMode: dev ? 'undefined' : 'false',
      ngJitMode: 'false',
      ngI18nClosureMode: 'false',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: String(dev),
    },
    ...options,
    alias: { '#state': join(apps, 'state.ts'), '#directory': ownDirectory, ...options.alias },
  });
}

const react = (version) => ({
  '#panel': join(apps, `react/panel-${version}.jsx`),
  ...(version === 18 && { react: 'react-18', 'react-dom': 'react-dom-18' }),
});

/** The entry of each framework, its compiler, and the entry that a server renders. */
const frameworks = {
  'react-18': { entry: 'react/main.jsx', server: 'react/server.jsx', alias: react(18), later: true },
  'react-19': { entry: 'react/main.jsx', server: 'react/server.jsx', alias: react(19), later: true },
  vue: { entry: 'vue/main.js', server: 'vue/server.js', plugins: (mode) => [vue(mode)] },
  svelte: { entry: 'svelte/main.js', plugins: (mode) => [svelte(mode)] },
  angular: { compile: compileAngular, plugins: async () => [await angularLinker()] },
};

const SCRIPT = '<script src="/dist/say-something.js"></script>';
const APP = '<script src="app.js"></script>';
/** Keeps the page busy until the test ends it. */
const BUSY = `<script>
  const tasks = [];
  window.requestIdleCallback = (task) => tasks.push(task);
  window.idle = () => tasks.splice(0).forEach((task) => task());
</script>`;
const document = (head, body) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A page</title><script src="../record.js"></script>${head}</head>
<body>${body}</body>
</html>
`;

/** The server's markup with the script loaded before hydration, during it and after it. */
function hydratedPages(whole, inTwo) {
  const root = (markup) => `<div id="root">${markup}</div>`;
  const hydrate = '<script>app.hydrate()</script>';
  return {
    before: document(SCRIPT, root(whole) + APP + hydrate),
    after: document('', root(whole) + APP + hydrate),
    late: document(SCRIPT, root(whole) + APP),
    ...(inTwo && { during: document(BUSY, root(inTwo) + APP) }),
  };
}

rmSync(built, { recursive: true, force: true });
mkdirSync(built, { recursive: true });
cpSync(join(apps, 'record.js'), join(built, 'record.js'));

await Promise.all(
  Object.entries(frameworks).map(async ([name, { entry, compile, server, alias, plugins, later }]) => {
    const compiled = compile?.();
    for (const dev of [true, false]) {
      const folder = join(built, `${name}-${dev ? 'development' : 'production'}`);
      await bundle(
        {
          entryPoints: [compiled ?? join(apps, entry)],
          outfile: join(folder, 'app.js'),
          alias,
          plugins: await plugins?.({ dev, server: false }),
        },
        { dev },
      );
      const pages = { client: document('', `<div id="root"></div>${APP}`) };
      if (server) {
        const outfile = join(folder, 'server.cjs');
        await bundle(
          { entryPoints: [join(apps, server)], outfile, alias, plugins: await plugins?.({ dev, server: true }) },
          { dev, server: true },
        );
        const { page } = createRequire(import.meta.url)(outfile);
        Object.assign(pages, hydratedPages(await page(), later && (await page(true))));
        rmSync(outfile);
      }
      for (const [page, html] of Object.entries(pages)) writeFileSync(join(folder, `${page}.html`), html);
    }
  }),
);
writeFileSync(stamp, want);
console.log(`Built the frameworks' pages in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
