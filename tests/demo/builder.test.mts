import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { copyProblem, hostProblem, linkProblem, OWN_COPY, usedCopy, usedLink } from '../../demo/builder/addresses.js';
import type { Site } from '../../demo/builder/output.js';
import { notesFor, outputFor, stepsFor, stillToCopy } from '../../demo/builder/output.js';
import { previewPage } from '../../demo/builder/preview.js';
import type { Settings } from '../../demo/builder/settings.js';
import { DEFAULTS, formatSettings, ORDER, parseSettings, WAYS } from '../../demo/builder/settings.js';
import { PRESETS, presetOf } from '../../demo/builder/tokens.js';
import { ELEMENTS, snippetFor } from '../../demo/snippets.js';
import { SYSTEMS } from '../../demo/systems.js';
import { AUDIENCES, namesChildren } from '../../src/core/audiences.js';
import { digits, inMarkup, number } from '../helpers/numbers.js';

/** Replaces `CSS.supports`, which only a browser has. tests/site/builder.test.ts uses the real one. */
const supports = (_property: string, value: string): boolean => !value.includes('blurg');
const SITE: Site = { root: 'https://say.example.org/a/', version: '1.2.3', integrity: 'sha384-abc' };
const withSettings = (part: Partial<Settings>): Settings => ({ ...DEFAULTS, ...part });
const output = (part: Partial<Settings> = {}, site = SITE) =>
  outputFor(withSettings(part), site, 'https://say.example.org/a/builder/');

describe('the snippet builder', () => {
  for (const { id, tokens } of PRESETS) {
    it(`recognises the theme “${id}”`, () => {
      assert.equal(presetOf(tokens)?.id, id);
      assert.equal(presetOf({ ...tokens, accent: '#123456' }), undefined);
    });
  }

  describe('the address of its page', () => {
    it('is empty when nothing is chosen', () => {
      assert.equal(formatSettings(DEFAULTS, supports), '');
      assert.deepEqual(parseSettings('', supports), { settings: DEFAULTS, leftOut: [] });
    });

    const CHANGES: readonly Partial<Settings>[] = [
      ...ORDER.map((element) => ({ elements: [element] })),
      { elements: ORDER },
      ...AUDIENCES.map((audience) => ({ audience })),
      { lang: 'en' },
      ...[1, 2, 3, 4, 5, 6].map((level) => ({ level })),
      { action: 'https://example.org/report?a=1&b=2#c' },
      { leave: 'https://example.org/' },
      { panelExit: false },
      ...PRESETS.map(({ tokens }) => ({ tokens })),
      { tokens: { accent: '#00703c', font: "'Your Font', sans-serif", space: '1em' } },
      ...WAYS.map((way) => ({ way })),
      { version: 'pinned' },
      { host: 'own', own: '/files/say.js' },
      ...SYSTEMS.map(({ id }) => ({ system: id })),
      { width: 'desktop', page: 'hostile', script: false },
    ];
    it('restores each choice', () => {
      for (const change of CHANGES) {
        const settings = withSettings(change);
        const read = parseSettings(`#${formatSettings(settings, supports)}`, supports);
        assert.deepEqual(read, { settings, leftOut: [] }, JSON.stringify(change));
      }
    });

    it('names values that it does not know and uses the defaults instead', () => {
      const { settings, leftOut } = parseSettings(
        '#audience=pub&level=7&colour=red&accent=red;}&elements=report,poster&way=link&way=plain&theme=none&action=http://a.org&copy=x',
        supports,
      );
      assert.deepEqual(settings, withSettings({ way: 'link' }));
      assert.equal(leftOut.length, 9);
      assert.ok(leftOut.join().includes('audience=pub'));
      assert.ok(leftOut.join().includes('accent=red;}'));
      assert.ok(leftOut.join().includes('way=plain'));
    });

    it('leaves out choices that are not used', () => {
      const settings = withSettings({ action: 'http://a.org', own: 'x', tokens: { accent: 'blurg', text: 'black' } });
      assert.equal(formatSettings(settings, supports), 'text=black');
    });

    it('changes single tokens of a theme that it names', () => {
      const { settings } = parseSettings('#accent=black&theme=plum', supports);
      assert.deepEqual([settings.tokens.accent, settings.tokens.radius], ['black', '0.75em']);
    });
  });

  describe('addresses', () => {
    for (const [text, problem] of [
      ['', undefined],
      [' https://example.org/a ', undefined],
      ['http://example.org', 'http:'],
      ['example.org', 'does not begin'],
      ['javascript:alert(1)', 'does not begin'],
      ['https://exa mple.org', 'space'],
      ['https://example', 'not the address'],
      ['https://', 'not the address'],
      ['https://a:b@example.org', 'password'],
    ] as const) {
      it(`says of “${text}”: ${problem ?? 'nothing'}`, () => {
        const said = linkProblem(text, 'the panel is used');
        if (!problem) assert.equal(said, undefined);
        else {
          assert.ok(said?.includes(problem));
          assert.ok(said?.includes('so the panel is used.'));
        }
        assert.equal(usedLink(text), problem || !text ? '' : 'https://example.org/a');
      });
    }
    for (const [text, used] of [
      ['', OWN_COPY],
      ['/a/b.js', '/a/b.js'],
      ['https://example.org/x.js', 'https://example.org/x.js'],
      ['//example.org/x.js', OWN_COPY],
      ['x.js', OWN_COPY],
      ['/a', OWN_COPY],
      ['/a".js', OWN_COPY],
      ['http://example.org/x.js', OWN_COPY],
    ] as const) {
      it(`uses for a copy at “${text}” ${used}`, () => {
        assert.equal(usedCopy(text), used);
        if (text && used === OWN_COPY) assert.ok(copyProblem(text)?.includes(`${OWN_COPY} is used`));
        else assert.equal(copyProblem(text), undefined);
      });
    }
    it('warns when the builder is open at a local address or without https:', () => {
      for (const root of ['http://localhost:8000/', 'http://127.0.0.1/', 'http://[::1]/', 'https://a.localhost/'])
        assert.match(hostProblem(root, true) ?? '', /only on this computer.*Our own copy/);
      assert.ok(hostProblem('http://example.org/', true)?.includes('https:'));
      assert.equal(hostProblem('https://example.org/', true), undefined);
      // a copy of the script is useless without a script line
      assert.ok(!hostProblem('http://localhost/', false)?.includes('copy'));
    });
  });

  describe('the output', () => {
    it('is the published snippet when nothing is chosen', () => {
      assert.equal(output().snippet, snippetFor({ element: 'report' }));
    });

    it('has the elements in page order, each with its settings', () => {
      const { snippet } = output({
        elements: ORDER,
        audience: 'parent',
        lang: 'en',
        level: 3,
        action: 'https://example.org/?a&b',
        leave: 'https://example.org/out',
        panelExit: false,
      });
      const found = [...snippet.matchAll(/<div ([^>]*)>/g)].map(([, attributes]) => attributes);
      assert.deepEqual(found, [
        'class="say-something say-something-content say-something-banner-parent" data-say-something="banner" data-audience="parent" data-heading-level="3" data-href="https://example.org/?a&amp;b" data-lang="en" lang="en"',
        'class="say-something say-something-content say-something-signs-parent" data-say-something="signs" data-audience="parent" data-heading-level="3" data-href="https://example.org/?a&amp;b" data-lang="en" lang="en"',
        'class="say-something say-something-content say-something-report-parent" data-say-something="report" data-audience="parent" data-heading-level="3" data-no-exit="true" data-lang="en" lang="en"',
        'class="say-something say-something-content say-something-exit" data-say-something="exit" data-href="https://example.org/out" data-lang="en" lang="en"',
      ]);
      assert.ok(snippet.includes('<a href="https://example.org/out" rel="noreferrer nofollow">'));
    });

    it('does not mention the panel’s exit for people at work', () => {
      assert.ok(!output({ audience: 'hotel', panelExit: false }).snippet.includes('no-exit'));
    });

    it('has the link to papers, as a setting and as a line, for people at work only', () => {
      const papers = 'https://example.org/papers/#trade=hotel';
      const { snippet } = output({ audience: 'hotel', papers });
      assert.ok(snippet.includes(`data-papers="${papers}"`));
      assert.match(snippet, new RegExp(`<p><a href="${papers}" rel="noreferrer">Posters and cards to print</a></p>`));
      assert.ok(!output({ audience: 'hotel', papers: 'http://example.org/' }).snippet.includes('papers'));
      assert.ok(!output({ audience: 'parent', papers }).snippet.includes('papers'));
    });

    it('has 999 as text and as a link for every audience, way and element, and Childline where children may read it', () => {
      for (const audience of AUDIENCES) {
        for (const way of WAYS) {
          for (const element of ELEMENTS) {
            if (element === 'exit') continue;
            const { snippet, text } = output({ audience, way, elements: [element] });
            assert.ok(snippet.includes('<a href="tel:999">999</a>'));
            assert.ok(snippet.indexOf('tel:999') < snippet.indexOf('iframe') >>> 0, String(snippet.indexOf('tel:999')));
            assert.ok(text.includes('In danger now? Call 999\n'));
            const childline = `<a href="tel:${digits('childline')}">${inMarkup('childline')}</a>`;
            // A drawn banner and drawn signs lead to the panel, which has the line.
            const drawn = way === 'placeholder' || way === 'element';
            const has = namesChildren(audience) && (element === 'report' || audience === 'young-person' || !drawn);
            assert.equal(snippet.includes(childline), has, `${audience} ${way} ${element}`);
            assert.equal(text.includes(number('childline')), namesChildren(audience), `${audience} ${way} ${element}`);
          }
        }
      }
    });

    it('is a marker alone in its paragraph for the way “link”, with the numbers once', () => {
      const { snippet } = output({ way: 'link', elements: ['banner', 'report'], audience: 'hotel' });
      assert.equal(snippet.match(/tel:999/g)?.length, 1);
      assert.ok(snippet.includes('<p><a href="https://say.example.org/a/say-something/hotel/#banner-hotel">'));
      assert.ok(snippet.includes('<p><a href="https://say.example.org/a/say-something/hotel/#report-hotel">'));
      assert.ok(output({ way: 'link' }).snippet.includes('href="https://say.example.org/a/say-something/#report"'));
    });

    it('is a link without script and policy for the way “plain”', () => {
      const { snippet, script, csp, css } = output({ way: 'plain', tokens: { accent: 'red' } });
      assert.ok(snippet.includes('<p><a href="https://say.example.org/a/say-something/">'));
      assert.deepEqual([script, csp, css], [undefined, undefined, undefined]);
    });

    it('is a frame below the numbers for the way “iframe”, with a policy and no script', () => {
      const { snippet, script, csp } = output({ way: 'iframe', audience: 'school', elements: ['signs'] });
      assert.ok(snippet.includes('<iframe src="https://say.example.org/a/say-something/school/#signs" title="'));
      assert.equal(script, undefined);
      assert.equal(csp, 'frame-src https://say.example.org;');
    });

    it('has the script’s address, with a hash only if the script never changes', () => {
      const rest = 'crossorigin="anonymous" referrerpolicy="no-referrer"></script>';
      assert.equal(output().script, `<script async src="https://say.example.org/a/1/say-something.js" ${rest}`);
      assert.equal(
        output({ version: 'pinned' }).script,
        `<script async src="https://say.example.org/a/1.2.3/say-something.js" integrity="sha384-abc" ${rest}`,
      );
      assert.ok(!output({ version: 'pinned' }, { root: SITE.root, version: '1.2.3' }).script?.includes('integrity'));
      assert.equal(output({ host: 'own', version: 'pinned' }).script, `<script async src="/say-something.js" ${rest}`);
    });

    it('has the script’s origin in the policy', () => {
      assert.equal(output().csp, 'script-src https://say.example.org; trusted-types say-something;');
      assert.equal(output({ host: 'own' }).csp, "script-src 'self'; trusted-types say-something;");
      assert.ok(output({ host: 'own', own: 'https://cdn.example.org/s.js' }).csp?.includes('https://cdn.example.org;'));
    });

    it('has a theme as a CSS rule', () => {
      assert.equal(output().css, undefined);
      assert.equal(
        output({ tokens: { accent: 'red', space: '1em' } }).css,
        ':root {\n  --say-something-accent: red;\n  --say-something-space: 1em;\n}',
      );
    });

    it('lists what to copy besides the snippet', () => {
      assert.equal(stillToCopy(output()), 'Still to copy: the script line.');
      assert.equal(stillToCopy(output({ tokens: { accent: 'red' } })), 'Still to copy: the script line, your colours.');
      assert.equal(stillToCopy(output({ way: 'plain', tokens: { accent: 'red' } })), '');
    });

    it('has steps for the script line and the colours in every system that needs them', () => {
      for (const { id, steps } of SYSTEMS) {
        const all = stepsFor(steps, output({ tokens: { accent: 'red' } }), {
          way: 'placeholder',
          elements: ['report'],
        });
        assert.equal(all.filter((step) => step.startsWith('Put your colours')).length, 1, id);
        assert.match(all.join(), /the script line|add the script/, id);
        assert.deepEqual(
          stepsFor(steps, output({ way: 'plain', tokens: { accent: 'red' } }), { way: 'plain', elements: ['report'] }),
          steps,
          id,
        );
      }
    });

    it('asks for a press of the link before it asks what is drawn', () => {
      for (const { id, steps } of SYSTEMS.filter(({ way }) => way === 'link'))
        assert.match(
          stepsFor(steps, output({ way: 'link' }), { way: 'link', elements: ['report'] }).join(),
          /Press the link\. Is there a red bar with the button/,
          id,
        );
    });

    it('has plain text with the numbers, and a list of links', () => {
      const { text, links } = output();
      const lines = text.split('\n');
      assert.deepEqual(lines.slice(0, 2), ['Worried about a child?', 'In danger now? Call 999']);
      assert.ok(lines.includes('Who to tell'));
      assert.ok(lines.includes('Hertfordshire Police: 101, ask for the “Halo” team'));
      assert.ok(!text.includes('Leave this page'));
      assert.doesNotMatch(text, /[<>]/);
      assert.deepEqual(links[0], { words: '999', address: 'tel:999' });
      assert.equal(links.at(-1)?.address, 'https://say.example.org/a/say-something/');
      for (const { words } of links) assert.ok(text.includes(words));
      assert.match(text, /\nWho to tell: https:\/\/say\.example\.org\/a\/say-something\/$/);
      assert.ok(text.includes('Somewhere else in England: www.gov.uk/report-child-abuse-to-local-council\n'));
      assert.match(output({ elements: ['exit'] }).text, /: https:\/\/www\.bbc\.co\.uk\/weather$/);
    });

    it('says which settings a way leaves out', () => {
      const asked = { level: 4, panelExit: false, action: 'https://example.org/', elements: ORDER };
      for (const way of ['link', 'iframe'] as const) {
        const notes = notesFor(withSettings({ ...asked, way })).join(' ');
        assert.ok(notes.includes('heading level'));
        assert.ok(notes.includes('action'));
        assert.ok(notes.includes('the panel without its exit'));
      }
      const plain = withSettings({ ...asked, way: 'plain' });
      assert.ok(notesFor(plain).join(' ').includes('action'));
      assert.doesNotMatch(notesFor(plain).join(' '), /heading level|without its exit/);
      assert.match(output({ ...asked, way: 'plain', elements: ['report'] }).snippet, /^<h4>/);
      assert.doesNotMatch(output({ ...asked, way: 'plain', elements: ['report'] }).snippet, /Leave this page/);
      assert.match(output({ way: 'plain' }).snippet, /Leave this page/);
      assert.deepEqual(notesFor(withSettings({ ...asked, way: 'placeholder' })), []);
      assert.ok(
        notesFor(withSettings({ elements: ['banner'] }))
          .join()
          .includes('no panel'),
      );
      assert.ok(
        notesFor(withSettings({ way: 'iframe', tokens: { accent: 'red' } }))
          .join()
          .includes('colours'),
      );
    });

    it('is previewed with this site’s script instead of a copy elsewhere', () => {
      const settings = withSettings({ host: 'own' });
      const page = previewPage(output(settings), settings, SITE);
      assert.ok(page.includes('src="https://say.example.org/a/1.2.3/say-something.js"'));
    });
  });
});
