// Serves demo/, site/ and dist/ byte for byte, as a plain web server would, for `npm start` and for the tests alike; and below
// /peers/ what the pages of others are made of: /peers/bootstrap/… from npm, /peers/libjs-prototype/… from Debian. The
// pages that scripts/frameworks.mjs builds are below /frameworks/.
import { readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findPeers } from './find.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Stands in a demo page where the script's hash belongs. */
const HASH = 'sha384-filled-in-by-the-server';
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
};

/** The folders that are served, by the first part of a path. */
const folders = {
  demo: 'demo',
  dist: 'dist',
  site: 'site',
  frameworks: 'tests/others/frameworks/built',
  // the Lit of a page that draws with its own
  modules: 'node_modules',
  peers: 'tests/peers/node_modules',
};

/** The file behind a path, if it is in a folder that is served. */
function fileFor(path) {
  const [, top, name] = path.split('/');
  const debian = top === 'peers' ? findPeers()[name] : undefined;
  if (!debian && !Object.hasOwn(folders, top)) return undefined;
  const folder = debian ?? join(root, folders[top]);
  const rest = path.split('/').slice(debian ? 3 : 2);
  const file = normalize(join(folder, ...rest));
  return file.startsWith(folder + sep) ? file : undefined;
}

/** What a page asks of the script besides: another version of it, or one that somebody has tampered with. */
const altered = {
  other: (script) => script.replaceAll('Worried about a child?', 'Worried about a child? (another version)'),
  changed: (script) => `${script};document.title="changed"`,
};

/** The file as it is, but for what only a server can know: the hash of the script, and what the address asks for. */
function bodyOf(file, path, asks) {
  const body = readFileSync(file);
  const how = Object.keys(altered).find((name) => asks.has(name));
  if (how && path.startsWith('/dist/')) return altered[how](body.toString());
  if (!path.startsWith('/demo/') || !body.includes(HASH)) return body;
  const hashes = JSON.parse(readFileSync(join(root, 'dist/integrity.json'), 'utf8'));
  return body.toString().replaceAll(HASH, hashes['say-something.js']);
}

/**
 * What to answer to a GET of this path; undefined for what does not exist or is not to be served. `?after=3000` is answered
 * that many milliseconds `late`, which is for the caller to wait.
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
      // a page of another origin may load the script, and a caged frame of this one too
      'access-control-allow-origin': '*',
    },
  };
}

/** A test has to be listening to a page before the script runs there: from a network it comes later than the page as well. */
const LATER = 25;

/**
 * Web Test Runner middleware: pages under /demo/ and /frameworks/, the script and /peers/ reach the tests untouched, with
 * their headers. The ES modules in dist/ go the usual way, because their imports of Lit have to be resolved.
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
