// Pages with the published snippet, as the tests of what is taken open them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { without } from './browsers.mjs';

const read = (path) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

// hosts of one site, so that a cookie would be sent along wherever nobody forbids it
export const PAGE = 'www.council.example';
export const SCRIPT = 'static.council.example';
const script = read('dist/say-something.js');

const readme = read('README.md');
const find = (pattern, text) => {
  const [found] = pattern.exec(text) ?? [];
  if (!found) throw new Error(`README.md has nothing like ${pattern}.`);
  return found;
};
/** The snippet as it is published: the placeholder with its numbers, and the script tag. */
export const snippet = find(/<div class="say-something [^]*?<\/div>/, readme);
const published = find(/<script [^>]*say-something\.js[^>]*><\/script>/, readme);
const fallback = find(/(?<=<div[^>]*>)[^]*(?=<\/div>)/, snippet);
/** The script tag as it is published, from a host of its own. What the page brings itself is marked as its own. */
const tag = published
  .replace('say-something.js', `https://${SCRIPT}/say-something.js`)
  .replace('<script', '<script data-own');

export const AUDIENCES = [
  ...['public', 'young-person', 'parent', 'hotel', 'licensed', 'taxi', 'takeaway', 'school', 'professional'],
];

/** Every element for every audience, in each of the ways in which it can get into a page. */
export const ways = {
  element: (kind, audience) =>
    `<say-something-${kind} audience="${audience}"><div class="say-something-fallback">${fallback}</div></say-something-${kind}>`,
  placeholder: (kind, audience) =>
    `<div class="say-something" data-say-something="${kind}" data-audience="${audience}">${fallback}</div>`,
  link: (kind, audience) =>
    kind === 'exit' ? '' : `<p><a href="https://any.example/say-something/#${kind}-${audience}">Say something</a></p>`,
};

/** All four in one way, for all audiences or those that are given. */
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

/** Answers for the host of the script; a cookie of that host is set by any other path of it. */
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
