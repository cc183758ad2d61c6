// Serves demo/, site/ and dist/ unchanged, for `npm start` and for the tests. Serves the libraries of the test pages below /peers/
// (/peers/bootstrap/… from npm, /peers/libjs-prototype/… from Debian), and the pages that scripts/frameworks.mjs builds below
// /frameworks/.
import { readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findPeers } from './find.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The placeholder for the script's hash in a demo page. */
const HASH = 'sha384-filled-in-by-the-server';
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.zip': 'application/zip',
};

/** The served folders, by the first part of a path. */
const folders = {
  demo: 'demo',
  dist: 'dist',
  site: 'site',
  frameworks: 'tests/others/frameworks/built',
  // for a page that uses its own Lit
  modules: 'node_modules',
  peers: 'tests/peers/node_modules',
};

/** The file of a path, if it is in a served folder. */
function fileFor(path) {
  const [, top, name] = path.split('/');
  const debian = top === 'peers' ? findPeers()[name] : undefined;
  if (!debian && !Object.hasOwn(folders, top)) return undefined;
  const folder = debian ?? join(root, folders[top]);
  const rest = path.split('/').slice(debian ? 3 : 2);
  const file = normalize(join(folder, ...rest));
  return file.startsWith(folder + sep) ? file : undefined;
}

/** Variants of the script that a page can ask for: another version, or a tampered one. */
const altered = {
  other: (script) => script.replaceAll('Worried about a child?', 'Worried about a child? (another version)'),
  changed: (script) => `${script};document.title="changed"`,
};

/** The content of the file, with the script's hash filled in and the changes that the address asks for. */
function bodyOf(file, path, asks) {
  const body = readFileSync(file);
  const how = Object.keys(altered).find((name) => asks.has(name));
  if (how && path.startsWith('/dist/')) return altered[how](body.toString());
  if (!path.startsWith('/demo/') || !body.includes(HASH)) return body;
  const hashes = JSON.parse(readFileSync(join(root, 'dist/integrity.json'), 'utf8'));
  return body.toString().replaceAll(HASH, hashes['say-something.js']);
}

/**
 * The answer to a GET of this path, or undefined if the file does not exist or is not served. With `?after=3000` the answer says
 * that it is `late` by that many milliseconds, and the caller waits.
 */
export function respond(pathname, search = '') {
  let path;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (path.endsWith('/')) path += 'index.html';
  const file = fileFor(path);
  if (!file) return undefined;
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  const asks = new URLSearchParams(search);
  return {
    body: bodyOf(file, path, asks),
    late: Math.min(Number(asks.get('after')) || 0, 60_000),
    headers: {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
      // a page of another origin and a sandboxed frame of this one may load the script
      'access-control-allow-origin': '*',
    },
  };
}

/** Milliseconds by which the script comes after the page, as from a network, so that a test listens before the script runs. */
const LATER = 25;

/**
 * Web Test Runner middleware that serves pages under /demo/ and /frameworks/, the script and /peers/ unchanged and with their
 * headers. It leaves the ES modules in dist/ to the runner, which resolves their imports of Lit.
 */
export function demoMiddleware() {
  const untouched =
    /^\/(?:demo\/|site\/|frameworks\/|peers\/|modules\/|dist\/[^/]+\.(?:json|map)$|dist\/say-something[^/]*\.js$)/;
  return async (context, next) => {
    const answer =
      untouched.test(context.path) && !context.path.endsWith('.ts') && !context.URL.search.includes('wtr-')
        ? respond(context.path, context.URL.search)
        : undefined;
    if (!answer) return next();
    await sleep(answer.late || (context.path.startsWith('/dist/say-something') ? LATER : 0));
    context.status = 200;
    for (const [name, value] of Object.entries(answer.headers)) context.set(name, value);
    context.body = answer.body;
  };
}
