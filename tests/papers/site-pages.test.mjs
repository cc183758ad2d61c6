// Checks the pages that visitors of the site see first, without JavaScript and under any path.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fallbackFor } from '../../demo/snippets.js';
import { en } from '../../src/data/locales/en.js';

const demo = (path) => new URL(`../../demo/${path}`, import.meta.url);
const read = (path) => readFileSync(demo(path), 'utf8');
const bare = (html) => html.replace(/\s+/g, ' ').replace(/ ?([<>]) ?/g, '$1');
const linksIn = (html) => [...html.matchAll(/<a\s[^>]*?href="([^"]+)"/g)].map(([, href]) => href);

const [rolling] = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version.split('.');
const EXAMPLES = { council: 'public', hotel: 'hotel', school: 'parent' };
/** Pages with the site's own header, each with the path from it to the top of the site. */
const PAGES = {
  'index.html': '',
  'builder/index.html': '../',
  'papers/index.html': '../',
  'checker/index.html': '../',
  'live/index.html': '../',
};
/** A page with the same header, which is not in it. */
const WORDPRESS = 'wordpress/index.html';

/** The markers of a page, each with its settings and its content. */
const markersIn = (page) =>
  [...page.matchAll(/<div\s+([^>]*data-say-something="(\w+)"[^>]*)>([^]*?)<\/div\s*>/g)].map(
    ([, settings, element, inside]) => ({
      element,
      audience: /data-audience="([\w-]+)"/.exec(settings)?.[1],
      inside: bare(inside),
    }),
  );

for (const [name, audience] of Object.entries(EXAMPLES)) {
  describe(`the example of a ${name}`, () => {
    const page = read(`${name}/index.html`);
    const style = read(`${name}/style.css`).replace(/\/\*[^]*?\*\//g, '');

    it('has the banner, the panel and the signs for its audience', () => {
      const markers = markersIn(page);
      assert.deepEqual(markers.map(({ element }) => element).sort(), ['banner', 'report', 'signs']);
      for (const marker of markers) assert.equal(marker.audience, audience, marker.element);
    });

    it('says in its title and at its top that it is invented, and links back', () => {
      assert.match(page, /<title>[^<]*\(an invented example\)<\/title>/);
      assert.match(page, /<body>[^]*?<p class="example">\s*An invented example: [^<]*<a href="\.\.\/">[^]*?<h1>/);
    });

    it('has the published script line once', () => {
      const lines = [...page.matchAll(/<script[^>]*>/g)].map(([line]) => bare(line));
      assert.deepEqual(lines, [
        `<script async src="../${rolling}/say-something.js" crossorigin="anonymous" referrerpolicy="no-referrer">`,
      ]);
    });

    it('themes the elements only with their tokens', () => {
      const known = new Set(
        [...readFileSync(new URL('../../docs/theming.md', import.meta.url), 'utf8').matchAll(/^\| `(--[\w-]+)`/gm)].map(
          ([, token]) => token,
        ),
      );
      assert.equal(known.size, 12);
      const named = [...style.matchAll(/[^\s{};:(,]*say-something[^\s{};:),]*/g)].map(([word]) => word);
      assert.ok(named.length > 5);
      for (const word of named) assert.ok(known.has(word), word);
      assert.doesNotMatch(style, /::part|data-(?:say-something|audience)/);
      const [, root] = /:root \{([^}]+)\}/.exec(style);
      const outside = style.replace(root, '');
      assert.doesNotMatch(outside, /--say-something-[\w-]+:/, 'tokens are set once, on :root');
    });
  });
}

describe('the front page', () => {
  it('shows the banner with its numbers and a link to a panel', () => {
    const page = read('index.html');
    const [banner, ...more] = markersIn(page);
    assert.deepEqual(more, []);
    assert.equal(banner.inside, bare(fallbackFor({ element: 'banner', audience: 'public' })));
    assert.match(page, /data-href="say-something\/#report"/);
  });
});

describe('the pages of the site', () => {
  const all = [...Object.keys(PAGES), WORDPRESS, ...Object.keys(EXAMPLES).map((name) => `${name}/index.html`)];

  it('have the same header, which marks the current page', () => {
    for (const [path, up] of Object.entries(PAGES)) {
      const header = bare(/<header class="site">[^]*?<\/header>/.exec(read(path))?.[0] ?? '');
      assert.equal(header.match(/aria-current="page"/g)?.length, 1, path);
      assert.deepEqual(
        linksIn(header),
        [up || './', ...['builder/', 'papers/', 'checker/', 'live/', 'reference/'].map((to) => `${up}${to}`)],
        path,
      );
    }
  });

  it('have the same header where the page is not in it', () => {
    const header = bare(/<header class="site">[^]*?<\/header>/.exec(read(WORDPRESS))?.[0] ?? '');
    assert.doesNotMatch(header, /aria-current/);
    assert.deepEqual(linksIn(header), [
      '../',
      ...['builder/', 'papers/', 'checker/', 'live/', 'reference/'].map((to) => `../${to}`),
    ]);
  });

  it('have different titles and descriptions', () => {
    for (const what of [/<title>([^<]+)</, /<meta\s+name="description"\s+content="([^"]+)"/]) {
      const said = all.map((path) => what.exec(read(path))?.[1]);
      assert.ok(said.every(Boolean));
      assert.equal(new Set(said).size, all.length);
    }
  });
});

describe('the page “Is it live?”', () => {
  it('quotes the panel’s own words', () => {
    const quotes = [
      ...read('live/index.html')
        .replace(/\s+/g, ' ')
        .matchAll(/“([^”]+)”/g),
    ].map(([, words]) => words);
    assert.equal(quotes.length, 4);
    const words = JSON.stringify(en);
    for (const quote of quotes) assert.ok(words.includes(`"${quote}"`), quote);
  });
});
