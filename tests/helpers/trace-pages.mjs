// Pages with the published snippet for the tests of traces.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { without } from './browsers.mjs';

const read = (path) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

// hosts of one site, so that the browser sends a cookie unless something forbids it
export const PAGE = 'www.council.example';
export const SCRIPT = 'static.council.example';
const script = read('dist/say-something.js');

const readme = read('README.md');
const find = (pattern, text) => {
  const [found] = pattern.exec(text) ?? [];
  if (!found) throw new Error(`README.md does not contain ${pattern}. Update this helper.`);
  return found;
};
/** The published snippet, which is the placeholder with its numbers. */
export const snippet = find(/<div class="say-something [^]*?<\/div>/, readme);
const published = find(/<script [^>]*say-something\.js[^>]*><\/script>/, readme);
const fallback = find(/(?<=<div[^>]*>)[^]*(?=<\/div>)/, snippet);
/** The published script tag, from another host. It is marked as the page's own, like everything that the page contains itself. */
const tag = published
  .replace('say-something.js', `https://${SCRIPT}/say-something.js`)
  .replace('<script', '<script data-own');

export const AUDIENCES = [
  ...['public', 'young-person', 'parent', 'hotel', 'licensed', 'taxi', 'takeaway', 'school', 'professional'],
];

/** The markup of an element in each of the ways to put it into a page. */
export const ways = {
  element: (kind, audience) =>
    `<say-something-${kind} audience="${audience}"><div class="say-something-fallback">${fallback}</div></say-something-${kind}>`,
  placeholder: (kind, audience) =>
    `<div class="say-something" data-say-something="${kind}" data-audience="${audience}">${fallback}</div>`,
  link: (kind, audience) =>
    kind === 'exit' ? '' : `<p><a href="https://any.example/say-something/#${kind}-${audience}">Say something</a></p>`,
};

/** The markup of all four elements in one way, for all or some audiences. */
export const everything = (way, audiences = AUDIENCES) =>
  audiences
    .flatMap((audience) =>
      ['report', 'signs', 'banner', 'exit'].map(
        (kind) =>
          ways[way](kind, audience) &&
          `<section data-case="${kind} ${audience}">${ways[way](kind, audience)}</section>`,
      ),
    )
    .join('\n');

export const page = (body, head = '') =>
  `<!doctype html><html lang="en-GB"><head><meta data-own charset="utf-8"><title>Concern</title>
  <link data-own rel="icon" href="data:,">${head}</head><body>${body}\n${tag}</body></html>`;

/** The answers of the script's host. Any other path of that host sets a cookie. */
export const scriptHost = ({ path }) =>
  path === '/say-something.js'
    ? {
        body: script,
        headers: { 'content-type': 'text/javascript; charset=utf-8', 'access-control-allow-origin': '*' },
      }
    : {
        body: '<!doctype html><title>Host</title><link rel="icon" href="data:,">',
        headers: { 'set-cookie': 'known=1; Secure; SameSite=None; Path=/' },
      };

export const engines = ['chromium', 'firefox'].map((engine) => ({ engine, skip: without(engine) }));
