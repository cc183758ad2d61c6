// The steps for each content system lead to a way that the builder offers, and no step is empty.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outputFor } from '../../demo/builder/output.js';
import type { Settings } from '../../demo/builder/settings.js';
import { DEFAULTS, ORDER, WAYS } from '../../demo/builder/settings.js';
import { SYSTEMS } from '../../demo/systems.js';

it('has for every system a way that the builder offers and steps that are sentences', () => {
  assert.equal(new Set(SYSTEMS.map(({ id }) => id)).size, 15);
  for (const { id, name, way, steps, note } of SYSTEMS) {
    assert.match(id, /^[a-z-]+$/);
    assert.ok(['placeholder', 'link', 'element', 'plain', 'iframe'].includes(way), id);
    assert.ok(name.length > 2 && steps.length > 3, id);
    for (const step of [...steps, note ?? 'None.']) assert.match(step, /[.?]$/, `${id}: ${step}`);
    const all = steps.join(' ');
    assert.match(all, /numbers|999/, `${id} does not mention the numbers`);
    assert.match(all, /as a visitor|cannot edit it/, `${id} does not say to look at the published page`);
    // a frame can stay empty, so the numbers come first
    if (way === 'iframe') assert.match(steps[0] ?? '', /^Type the numbers/, id);
  }
});

it('asks after the red bar and the tags, because 999 is there in every case that fails', () => {
  for (const { id, steps } of SYSTEMS) {
    const all = steps.join(' ');
    assert.match(all, id === 'text' ? /no “<”/ : /red bar with the button “Call 999”/, id);
    assert.doesNotMatch(all, /Is 999 there/, id);
  }
});

it('leads from WordPress to the plugin first, and keeps the script line for classic themes', () => {
  const steps = SYSTEMS.find(({ id }) => id === 'wordpress')?.steps ?? [];
  assert.match(steps[0] ?? '', /install our plugin under Plugins, Add New, Upload Plugin/);
  assert.match(steps.join(' '), /classic theme: .* script line .* A block theme has no place for it/);
});

// tests/wordpress/editor.test.mjs shows that such a wrapper loses every number at the next save
it('never offers a wrapper of wp:html comments', () => {
  const site = { root: 'https://say.example.org/', version: '1.2.3' };
  for (const { id } of SYSTEMS) {
    for (const way of WAYS) {
      const output = outputFor(
        { ...DEFAULTS, system: id, way, elements: ORDER },
        site,
        'https://say.example.org/builder/',
      );
      assert.doesNotMatch(JSON.stringify(output), /wp:html/, `${id} ${way}`);
    }
  }
});

describe('for WordPress', () => {
  const outputOf = (part: Partial<Settings>) =>
    outputFor(
      { ...DEFAULTS, system: 'wordpress', ...part },
      { root: 'https://say.example.org/', version: '1.2.3' },
      '',
    );

  it('makes the blocks of our plugin, with the settings that are not the usual ones', () => {
    assert.equal(outputOf({}).block, '<!-- wp:say-something/element /-->');
    const settings = { elements: ORDER, audience: 'parent', level: 3, panelExit: false } as const;
    assert.equal(
      outputOf({ ...settings, action: 'https://example.org/a--b' }).block,
      [
        '<!-- wp:say-something/element {"element":"banner","audience":"parent","headingLevel":3,"href":"https://example.org/a\\u002d\\u002db"} /-->',
        '<!-- wp:say-something/element {"element":"signs","audience":"parent","headingLevel":3,"href":"https://example.org/a\\u002d\\u002db"} /-->',
        '<!-- wp:say-something/element {"audience":"parent","headingLevel":3,"exit":false} /-->',
        '<!-- wp:say-something/element {"element":"exit"} /-->',
      ].join('\n\n'),
    );
    const papers = 'https://example.org/papers/';
    assert.equal(
      outputOf({ audience: 'hotel', papers }).block,
      `<!-- wp:say-something/element {"audience":"hotel","papers":"${papers}"} /-->`,
    );
    assert.equal(outputOf({ papers }).block, '<!-- wp:say-something/element /-->');
    assert.ok(outputOf({ papers }).file.includes('\n<!-- wp:say-something/element /-->\n'));
    assert.equal(outputOf({ system: 'umbraco' }).block, undefined);
    assert.equal(outputOf({ way: 'plain' }).block, undefined);
  });

  it('gives three lines of text and links that its editor keeps, the last of which is the link marker', () => {
    const { snippet } = outputOf({ way: 'link' });
    const lines = snippet.split('\n');
    assert.equal(lines.length, 3);
    for (const line of lines) assert.match(line, /^<p>.*<\/p>$/);
    assert.match(lines[2] ?? '', /\/say-something\/#report">/);
  });
});

describe('for a wiki', () => {
  const wikiOf = (system: string, part: Partial<Settings> = {}) =>
    outputFor({ ...DEFAULTS, system, ...part }, { root: 'https://say.example.org/', version: '1.2.3' }, '').wiki ?? '';

  it('writes MediaWiki’s links in the placeholder, at the left edge', () => {
    const wiki = wikiOf('mediawiki', { audience: 'hotel' });
    assert.match(
      wiki,
      /^<div class="say-something say-something-content say-something-report-hotel" data-say-something="report"/,
    );
    assert.match(wiki, /Call \[tel:999 999\]/);
    assert.doesNotMatch(wiki, /<a |^ /m);
  });

  it('writes DokuWiki’s link alone in its paragraph, and no tag', () => {
    const wiki = wikiOf('dokuwiki', { way: 'link' });
    assert.match(wiki, /\n\n\[\[https:\/\/say\.example\.org\/say-something\/#report\|Who to tell\]\]$/);
    assert.match(wiki, /^\*\*In danger now\? Call 999\*\*\n\n/);
    assert.doesNotMatch(wiki, /<|&|tel:/);
    assert.doesNotMatch(wikiOf('dokuwiki', { way: 'plain', elements: ORDER }), /<|&#|tel:/);
  });
});
