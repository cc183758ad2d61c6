// Checks the built public site: pages for use without scripts are complete, links have a destination, tables match the manifest.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { folderOf } from '../../demo/say-something/page.js';
import { snippetFor, unescaped } from '../../demo/snippets.js';
import { AUDIENCES, presetAnswers } from '../../src/core/audiences.js';
import { ANSWERS } from '../../src/core/directory.js';
import { holdsRejectedNumber } from '../../src/core/rejected-numbers.js';
import { panelFor } from '../../src/core/panel.js';
import { routesFor, supportFor } from '../../src/core/routing.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import { signs } from '../../src/data/signs.js';

const site = fileURLToPath(new URL('../../site', import.meta.url));
const files = readdirSync(site, { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .filter((name) => statSync(join(site, name)).isFile());
const pages = files
  .filter((name) => name.endsWith('.html'))
  .map((name) => [name, readFileSync(join(site, name), 'utf8')]);
const textOf = (html) =>
  unescaped(
    html
      .replace(/<head>[^]*?<\/head>/, '')
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&gt;', '>')
      .replace(/[ \n]+/g, ' '),
  );
const linksIn = (html) =>
  [...html.matchAll(/<a\s[^>]*?href="([^"]*)"[^>]*>([^]*?)<\/a\s*>/g)].map(([, href, inside]) => ({
    href: unescaped(href),
    text: textOf(inside).trim(),
  }));
const staticPages = AUDIENCES.map((audience) => {
  const html = readFileSync(join(site, 'say-something', folderOf(audience), 'index.html'), 'utf8');
  return { audience, html, text: textOf(html) };
});
/** An address as the page shows it, without its scheme and without a lone slash at the end. */
const asRead = (value) => value.replace(/^https:\/\//, '').replace(/^([^/]+)\/$/, '$1');
/** The day on which the facts were copied, when no fact is old. */
const at = new Date('2026-11-23T12:00:00Z');

describe('a page for use without scripts', () => {
  it('exists for every audience and for no other', () => {
    const folders = files.filter((name) => /^say-something\/.*index\.html$/.test(name));
    assert.equal(folders.length, AUDIENCES.length);
  });

  for (const { audience, html, text } of staticPages) {
    it(`names every contact that an answer leads to, with every channel: ${audience}`, () => {
      const missing = new Set();
      let count = 0;
      for (const where of [undefined, ...ANSWERS.where]) {
        for (const name of [undefined, ...ANSWERS.name]) {
          const answers = { ...presetAnswers(audience), ...(where && { where }), ...(name && { name }) };
          // skip support outside the county, because the page lists the same services for the county
          const support = where ? [] : supportFor(hertfordshire, answers, at);
          for (const { contact } of [...routesFor(hertfordshire, answers, at), ...support]) {
            count++;
            if (!text.includes(contact.name)) missing.add(contact.name);
            for (const { value } of contact.channels) if (!text.includes(asRead(value))) missing.add(value);
          }
        }
      }
      assert.ok(count > 100);
      assert.deepEqual([...missing], []);
    });

    it(`names the panel’s routes in the panel’s order before those for any answer: ${audience}`, () => {
      const [, part] = /<h2>Who to tell<\/h2>([^]*?)<summary>Who to tell: /.exec(html);
      const panel = panelFor({ directory: hertfordshire, guide: signs, audience, at });
      assert.deepEqual(
        [...part.matchAll(/<(?:li|h3) id="([^"]+)"/g)].map(([, id]) => id),
        [...panel.first, ...panel.more].map(({ contact }) => contact.id),
      );
      assert.equal(panel.first.length, 3);
      assert.equal(panel.finder.contact.id, hertfordshire.finder);
      assert.ok(linksIn(part).some(({ href }) => href === panel.finder.page.value));
    });

    it(`shows 999 and each number of the snippet without opening anything: ${audience}`, () => {
      const closed = html.replace(/<details>\n<summary>([^]*?)<\/summary>[^]*?<\/details>/g, '$1');
      const numbers = (markup) => new Set([...markup.matchAll(/href="(tel:[^"]+)"/g)].map(([, href]) => href));
      const snippet = numbers(snippetFor({ element: 'report', audience }));
      assert.ok(snippet.size > 3);
      assert.ok(snippet.has('tel:999'));
      assert.deepEqual(
        [...snippet].filter((href) => !numbers(closed).has(href)),
        [],
      );
    });

    it(`has a different name for each thing that opens: ${audience}`, () => {
      const summaries = [...html.matchAll(/<summary>([^]*?)<\/summary>/g)].map(([, words]) => textOf(words).trim());
      assert.ok(summaries.length > 25);
      assert.equal(new Set(summaries).size, summaries.length);
    });

    it(`replaces the whole window with another site, also in a frame: ${audience}`, () => {
      const web = [...html.matchAll(/<a\s[^>]*href="https:[^>]*>/g)].map(([tag]) => tag);
      assert.ok(web.length > 10);
      for (const tag of web) assert.equal(tag.match(/ target="_top"/g)?.length, 1, tag);
    });

    it(`has 999, every sign with its sentence and the audience’s advice: ${audience}`, () => {
      const phrases = [
        en.missingChild,
        audience === 'young-person' ? en.friendDisclosure : en.disclosure,
        en.silentSolution('999'),
        ...Object.values(en.signs.signs).flat(),
        ...signs.audiences[audience].flatMap(({ id, points }) => [
          en.signs.sections[id],
          ...points.map((point) => en.signs.points[point]),
        ]),
      ];
      assert.ok(phrases.length > 30);
      for (const phrase of phrases) assert.ok(text.includes(phrase), phrase);
      assert.ok(text.indexOf('Call 999') < 200, '999 comes first');
    });

    it(`says for each service how anonymous a person can stay: ${audience}`, () => {
      const [, list] = /<summary>Who to tell: Stay anonymous<\/summary>\s*<ol>([^]*?)<\/ol>/.exec(html);
      const items = list.split('</li>').filter((item) => item.includes('<li>'));
      assert.ok(items.length > 3);
      for (const item of items) {
        const [, id] = /href="#([^"]+)"/.exec(item);
        const { anonymity } = hertfordshire.contacts.find((one) => one.id === id);
        assert.ok(textOf(item).includes(en.anonymity[anonymity]), id);
      }
    });

    it(`shows email that is lost at night only in print: ${audience}`, () => {
      const lost = hertfordshire.contacts.flatMap(({ channels }) =>
        channels.filter((channel) => channel.receivedOnlyWhenOpen).map(({ value }) => value),
      );
      assert.ok(lost.length);
      const items = html.split('<li').filter((item) => lost.some((value) => item.includes(`mailto:${value}`)));
      for (const item of items) assert.ok(item.startsWith(' class="paper">'), item);
      if (audience === 'public') assert.ok(items.length);
    });

    it(`does not say what is open or closed now, and says when its facts were copied: ${audience}`, () => {
      assert.doesNotMatch(text, /open now|closed now|opens at|Closed, opens/i);
      assert.ok(text.includes(en.copied('2026-11-23')));
    });

    it(`has no rejected number, and no link that calls another number than it shows: ${audience}`, () => {
      assert.ok(!holdsRejectedNumber(text));
      const calls = linksIn(html).filter(({ href }) => href.startsWith('tel:'));
      assert.ok(calls.length > 8);
      for (const { href, text: read } of calls) assert.equal(href, `tel:${read.replaceAll(/\D/g, '')}`);
    });

    it(`has each destination of link markers once: ${audience}`, () => {
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length);
      for (const kind of ['report', 'signs', 'banner']) {
        assert.ok(ids.includes(kind), kind);
        for (const other of AUDIENCES.filter((one) => one !== 'public')) assert.ok(ids.includes(`${kind}-${other}`));
      }
    });
  }

  it('shows a young person neither the adults’ line nor the word for staff', () => {
    const { text } = staticPages.find(({ audience }) => audience === 'young-person');
    const adults = hertfordshire.contacts.find(({ id }) => id === 'nspcc-helpline');
    assert.ok(!text.includes(adults.name));
    assert.ok(!text.includes('Halo'));
  });

  it('names no local contact in parts for places outside the county', () => {
    for (const { audience, html } of staticPages) {
      const local = hertfordshire.contacts.filter(({ areas }) => areas.every((area) => area === 'local'));
      assert.ok(local.length > 1);
      for (const place of [en.answers.england, en.answers.wales, en.answers['scotland-ni']]) {
        const [, part] = new RegExp(`<summary>[^<]*${place}</summary>([^]*?)</details>`).exec(html);
        assert.ok(linksIn(part).length > 3);
        for (const { name } of local) assert.ok(!textOf(part).includes(name), `${audience}, ${place}: ${name}`);
      }
    }
  });
});

describe('the public site', () => {
  it('has the pages that people look for', () => {
    for (const name of [
      '',
      'council/',
      'hotel/',
      'school/',
      'builder/',
      'checker/',
      'live/',
      'reference/',
      'benchmarks/',
      'say-something/',
    ]) {
      assert.ok(files.includes(`${name}index.html`), name);
    }
  });

  it('has the built script at its rolling and at its pinned address', () => {
    const built = readFileSync(new URL('../../dist/say-something.js', import.meta.url), 'utf8');
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    for (const folder of [version, version.split('.')[0]]) {
      assert.equal(readFileSync(join(site, folder, 'say-something.js'), 'utf8'), built);
      assert.ok(existsSync(join(site, folder, 'integrity.json')));
    }
  });

  it('contains no file for tests or for the build', () => {
    assert.deepEqual(
      files.filter((name) => /situations|\.ts$|demo\.css/.test(name)),
      [],
    );
  });

  it('names only hosts of services, and not its own', () => {
    const known = new Set(
      hertfordshire.contacts.flatMap(({ channels, url }) =>
        [...channels.map(({ value }) => value), url].filter((value) => value?.startsWith('https:')),
      ),
    );
    for (const [name, html] of pages) {
      for (const [, address] of html.matchAll(/\s(?:src|href)="(https?:[^"]*)"/g)) {
        assert.ok(known.has(unescaped(address)) || address === 'https://www.bbc.co.uk/weather', `${name}: ${address}`);
      }
    }
  });

  it('has no broken link, under any path', () => {
    const wrong = [];
    let count = 0;
    for (const [name, html] of pages) {
      // skip code to copy, whose links are for other sites
      for (const [, address] of html.replace(/<pre>[^]*?<\/pre>/g, '').matchAll(/\s(?:src|href)="([^"]*)"/g)) {
        if (/^(?:https?|tel|mailto|data):/.test(address)) continue;
        count++;
        const [path, fragment] = unescaped(address).split('#');
        if (path.startsWith('/')) {
          wrong.push(`${name}: ${address} holds only at the top of a host`);
          continue;
        }
        const folder = dirname(join(site, name));
        const target = path
          ? join(folder, path.split('?')[0], path.endsWith('/') ? 'index.html' : '')
          : join(site, name);
        if (!existsSync(target) || statSync(target).isDirectory() || relative(site, target).startsWith('..')) {
          wrong.push(`${name}: ${address}`);
        } else if (fragment && !/[=&]/.test(fragment) && target.endsWith('.html')) {
          if (!readFileSync(target, 'utf8').includes(`id="${fragment}"`))
            wrong.push(`${name}: ${address} has no such place`);
        }
      }
    }
    assert.ok(count > 150);
    assert.deepEqual(wrong, []);
  });
});

describe('the page of settings and tokens', () => {
  const page = textOf(readFileSync(join(site, 'reference/index.html'), 'utf8'));
  const manifest = JSON.parse(readFileSync(new URL('../../dist/custom-elements.json', import.meta.url), 'utf8'));
  const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);

  it('has every tag, attribute, event, part and token of the manifest', () => {
    assert.equal(elements.length, 4);
    const bare = (text) => text.replaceAll('`', '').replace(/\s+/g, ' ').trim();
    const spaced = page.replace(/ ([.,;:)])/g, '$1');
    for (const { tagName, attributes, events = [], cssParts, cssProperties } of elements) {
      assert.ok(page.includes(`<${tagName}>`), tagName);
      const rows = [...attributes, ...events, ...cssParts, ...cssProperties];
      assert.ok(rows.length > 8);
      for (const { name, description } of rows) {
        assert.ok(page.includes(` ${name} `), name);
        assert.ok(spaced.includes(bare(description)), description);
      }
    }
  });
});
