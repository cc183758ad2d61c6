// The plugin in a real WordPress, without a browser: what visitors, feeds and the REST API get from posts that an author wrote.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { snippetFor } from '../../demo/snippets.js';
import { AUDIENCES, isWorkAudience } from '../../src/core/audiences.js';
import { lacking, startWordPress } from '../helpers/wordpress.mjs';

const SCRIPT = /<script[^>]*\/say-something\.js[^>]*>/g;
const block = (settings = {}) => `<!-- wp:say-something/element ${JSON.stringify(settings)} /-->`;
/** How often the script's line is in a page. */
const lines = (html) => [...html.matchAll(SCRIPT)].length;
/** Words without markup, as a person reads them. */
const wordsOf = (html) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, character) => String.fromCodePoint(Number(character)))
    .replace(/[“”"″]/g, '"')
    .replace(/[‘’'′]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
const snippetIn = (html) => /<div class="say-something [^]*?\n<\/div>/.exec(html)?.[0] ?? '';

describe('the plugin in WordPress', { skip: lacking }, () => {
  let wp;
  before(async () => {
    wp = await startWordPress();
  });
  after(() => wp?.stop());

  /** Publishes posts as an author and reads their pages as a visitor. All posts take one start of PHP. */
  const allPublished = (contents) =>
    Promise.all(wp.posts(contents).map(async (id) => ({ id, page: (await wp.get(`/?p=${id}`)).text })));
  const published = async (content) => (await allPublished([content]))[0];

  it('prints the same snippets as the builder, for every setting', () => {
    const href = 'https://example.org/tell?a=1&b=2';
    const papers = 'https://example.org/papers?a=1&b=2#trade=hotel';
    const settings = ['report', 'signs', 'banner', 'exit'].flatMap((element) =>
      AUDIENCES.flatMap((audience) =>
        [1, 2, 3, 4, 5, 6].flatMap((headingLevel) =>
          [true, false].map((exit) => ({
            element,
            audience,
            headingLevel,
            exit,
            ...(exit && { href: element === 'report' ? '' : href, papers }),
          })),
        ),
      ),
    );
    const printed = wp.run(
      `return array_map(fn($one) => say_something_snippet(say_something_settings($one)), $given);`,
      settings,
    );
    for (const [i, { element, audience, headingLevel, exit, href: address, papers }] of settings.entries()) {
      const noExit = element === 'report' && !exit && !isWorkAudience(audience);
      const wanted = snippetFor({ element, audience, headingLevel, noExit, href: address || undefined, papers });
      assert.equal(printed[i], wanted, JSON.stringify(settings[i]));
    }
    assert.equal(printed.length, 432);
  });

  for (const theme of ['twentytwentyone', 'twentytwentythree']) {
    describe(`with the theme ${theme}`, () => {
      before(() => assert.equal(wp.theme(theme), theme));

      it('keeps an author’s block as it was written, and prints its numbers and one script line', async () => {
        const content = block({ audience: 'hotel', align: 'wide' });
        const { id, page } = await published(content);
        assert.equal(wp.saved(id), content);
        assert.equal(wordsOf(snippetIn(page)), wordsOf(snippetFor({ element: 'report', audience: 'hotel' })));
        assert.match(
          page,
          /<div class="alignwide wp-block-say-something-element">|<div class="wp-block-say-something-element alignwide">/,
        );
        assert.equal(lines(page), 1);
        const [line] = page.match(SCRIPT) ?? [];
        assert.match(line, / async /);
        assert.match(line, / crossorigin="anonymous" referrerpolicy="no-referrer" /);
        assert.match(line, new RegExp(`src=['"]${wp.url}/`));
      });

      it('prints an author’s shortcode outside of any paragraph', async () => {
        const { page } = await published(
          'Before\n\n[say-something element="signs" audience="taxi" heading-level="3"]\n\nAfter',
        );
        const wanted = snippetFor({ element: 'signs', audience: 'taxi', headingLevel: 3 });
        assert.ok(page.includes(wanted));
        assert.doesNotMatch(page, /<p>\s*<div class="say-something/);
        assert.equal(lines(page), 1);
      });

      it('brings the script to older markers, and to no page without one', async () => {
        const placeholder = snippetFor({ element: 'report', audience: 'school' });
        const pasted = [
          `<!-- wp:html -->\n${placeholder}\n<!-- /wp:html -->`,
          placeholder,
          '<!-- wp:paragraph -->\n<p><a href="https://www.example.org/say-something/#report-hotel">Who to tell</a></p>\n<!-- /wp:paragraph -->',
          '<div class="say-something">999</div>',
        ];
        const without = [
          'Say something if you see something.',
          '<p class="not-say-something">No marker</p>',
          '<p><a href="https://www.example.org/say-something/">A link to the page</a></p>',
        ];
        const pages = await allPublished([...pasted, ...without]);
        for (const [i, content] of [...pasted, ...without].entries())
          assert.equal(lines(pages[i].page), i < pasted.length ? 1 : 0, content.slice(0, 60));
      });
    });
  }

  it('brings the script to a marker in a widget and to two blocks only once', async () => {
    wp.theme('twentytwentyone');
    assert.equal(lines((await published(`${block()}\n\n${block({ element: 'signs' })}`)).page), 1);
    wp.run(
      `update_option('widget_block', [2 => ['content' => $given], '_multiwidget' => 1]);
       wp_set_sidebars_widgets(['sidebar-1' => ['block-2']]); return true;`,
      block({ element: 'banner' }),
    );
    const { page } = await published('Nothing here.');
    assert.equal(wordsOf(snippetIn(page)), wordsOf(snippetFor({ element: 'banner' })));
    assert.equal(lines(page), 1);
    wp.run(`wp_set_sidebars_widgets(['sidebar-1' => []]); return true;`);
  });

  it('gives feeds and the REST API the numbers without a script', async () => {
    const { id } = await published(block({ audience: 'parent' }));
    const words = wordsOf(snippetFor({ element: 'report', audience: 'parent' }));
    const feed = await wp.get('/?feed=rss2');
    assert.ok(wordsOf(feed.text).includes(words));
    const { text } = await wp.get(`/?rest_route=/wp/v2/posts/${id}`);
    assert.equal(wordsOf(snippetIn(JSON.parse(text).content.rendered)), words);
    for (const answer of [feed.text, text]) assert.doesNotMatch(answer, /<script|say-something\.js/);
  });

  it('asks for the script for a page, and neither in a feed nor in an answer of the REST API', () => {
    const asked = (before) =>
      wp.run(`${before} do_shortcode('[say-something]'); return wp_script_is('say-something', 'enqueued');`);
    assert.equal(asked(''), true);
    assert.equal(asked('$GLOBALS["wp_query"]->is_feed = true;'), false);
    assert.equal(asked('define("REST_REQUEST", true);'), false);
    assert.equal(asked('set_current_screen("dashboard");'), false);
  });

  it('takes an address on https, or a page of the site, and nothing else', () => {
    const taken = {
      'https://example.org/tell?a=1&b=2#c': 'https://example.org/tell?a=1&b=2#c',
      [`${wp.url}/?p=1`]: `${wp.url}/?p=1`,
      'http://example.org/': '',
      'https://name:secret@example.org/': '',
      'ftp://example.org/': '',
      'javascript:alert(1)': '',
      '//example.org/': '',
      '/tell': '',
      'tell us': '',
    };
    const used = wp.run(`return array_map('say_something_address', $given);`, Object.keys(taken));
    assert.deepEqual(Object.fromEntries(Object.keys(taken).map((address, i) => [address, used[i]])), taken);
  });

  it('lets nobody draw blocks through the REST API without rights', async () => {
    const { status } = await wp.get('/?rest_route=/wp/v2/block-renderer/say-something/element&context=edit');
    assert.equal(status, 401);
  });

  it('leaves the script out of admin screens', async () => {
    const cookie = Object.entries(wp.cookies('admin'))
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('; ');
    const [id] = wp.posts([block()]);
    for (const path of ['/wp-admin/', `/wp-admin/post.php?post=${id}&action=edit`, '/wp-admin/plugins.php']) {
      const { status, text } = await wp.get(path, { cookie });
      assert.equal(status, 200, path);
      assert.equal(lines(text), 0, path);
    }
    const { text } = await wp.get(`/wp-admin/post.php?post=${id}&action=edit`, { cookie });
    assert.match(text, /block\/editor\.js/);
  });

  describe('with a hostile setting', () => {
    const hostile = [
      '"><script>alert(1)</script>',
      "' onmouseover='alert(1)",
      '" onload="alert(1)',
      'javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      '</div><img src=x onerror=alert(1)>',
      '--><script>alert(1)</script>',
      'report" data-directory="https://evil.example/',
      '\u0000report',
      '[say-something]',
      'x'.repeat(5000),
    ];
    const names = [
      'element',
      'audience',
      'headingLevel',
      'href',
      'exit',
      'papers',
      'align',
      'className',
      'anchor',
      'backgroundColor',
      'textColor',
    ];
    /** The names of attributes, and the tags, of all markup. */
    const shapeOf = (html) => ({
      tags: [...new Set([...html.matchAll(/<([\w-]+)/g)].map(([, tag]) => tag))].filter(
        (tag) => !/^(?:div|p|h[1-6]|ul|li|a|strong)$/.test(tag),
      ),
      attributes: [
        ...new Set(
          [...html.matchAll(/<[\w-]+((?:\s+[\w-]+="[^"]*")*)\s*(?:>|.{0,40})/g)].flatMap(([, all]) =>
            [...all.matchAll(/([\w-]+)="/g)].map(([, name]) => name),
          ),
        ),
      ],
    });
    const allowed =
      /^(?:class|style|href|rel|lang|data-(?:say-something|audience|heading-level|href|no-exit|papers|lang))$/;

    it('draws the usual snippet in a block and lets nothing out of an attribute', () => {
      // Only staff have a link to papers.
      const cases = names.flatMap((name) =>
        hostile.map((value) => ({ ...(name === 'papers' && { audience: 'hotel' }), [name]: value })),
      );
      cases.push(
        ...hostile.flatMap((value) => [
          { style: { color: { background: value, text: value } } },
          {
            style: {
              color: { background: `var:preset|color|${value}` },
              elements: { link: { color: { text: value } } },
            },
          },
          { style: value },
          { element: [value], audience: { a: value }, href: [value], style: [value] },
          { element: 'exit', href: value },
          { element: 'banner', href: `https://example.org/${value}` },
          { audience: 'hotel', papers: `https://example.org/${value}` },
        ]),
      );
      const printed = wp.run(
        `return array_map(fn($one) => do_blocks(serialize_block(['blockName' => 'say-something/element', 'attrs' => $one, 'innerContent' => []])), $given);`,
        cases,
      );
      for (const [i, html] of printed.entries()) {
        const what = JSON.stringify(cases[i]).slice(0, 120);
        const { tags, attributes } = shapeOf(html);
        assert.deepEqual(tags, [], what);
        for (const name of attributes) assert.match(name, allowed, what);
        assert.match(html, /tel:999|Leave this page/, what);
        assert.doesNotMatch(html, /href="(?:javascript|data|vbscript):/i, what);
        assert.doesNotMatch(html.replace(/ class="[^"]*"/g, ''), /(?:url|expression)\(|;[^"]*;[^"]*evil/, what);
        assert.equal(html.match(/<div/g)?.length, html.match(/<\/div>/g)?.length, what);
      }
    });

    it('draws the usual snippet in a shortcode', () => {
      // Only staff have a link to papers.
      const audienceFor = (name) => (name === 'papers' ? 'hotel' : 'public');
      const cases = ['element', 'audience', 'heading-level', 'exit', 'href', 'papers', 'onclick', 'style'].flatMap(
        (name) =>
          hostile
            .filter((value) => !/["[\]]/.test(value))
            .map((value) => [name, `[say-something audience="${audienceFor(name)}" ${name}="${value}"]`]),
      );
      const printed = wp.run(
        `return array_map('do_shortcode', $given);`,
        cases.map(([, text]) => text),
      );
      for (const [i, [name, text]] of cases.entries()) {
        // WordPress does not read a shortcode with an open tag in it
        if (printed[i] === text) continue;
        const usual = snippetFor({ element: 'report', audience: audienceFor(name) });
        assert.ok(printed[i].startsWith(usual), `${text.slice(0, 80)} gave ${printed[i].slice(0, 200)}`);
      }
    });

    it('writes an author’s post without a script of its own', async () => {
      const pages = await allPublished(
        hostile.map((value) => block({ element: value, audience: value, href: value, papers: value })),
      );
      for (const [i, { page }] of pages.entries())
        assert.doesNotMatch(page, /alert\(1\)<\/script>|<[^>]*\son\w+=["']?alert/, hostile[i].slice(0, 40));
    });
  });

  it('uses the colours of the block as our tokens', () => {
    const draw = (attrs) =>
      wp.run(
        `return do_blocks(serialize_block(['blockName' => 'say-something/element', 'attrs' => $given, 'innerContent' => []]));`,
        attrs,
      );
    const html = draw({
      backgroundColor: 'dark-gray',
      style: { color: { text: '#fafafa' }, elements: { link: { color: { text: 'var:preset|color|light-blue' } } } },
    });
    assert.match(
      html,
      /style="--say-something-surface:var\(--wp--preset--color--dark-gray\);--say-something-text:#fafafa;--say-something-accent:var\(--wp--preset--color--light-blue\)"/,
    );
    // a name that is no colour of a theme gives no colour
    for (const slug of ['red);color:red', 'a b', '"'])
      assert.doesNotMatch(draw({ backgroundColor: slug }), /style=/, slug);
    // WordPress's own classes would colour the words without our check of the contrast
    assert.doesNotMatch(html, /has-(?:text-color|background|link-color)|wp-elements-/);
  });

  it('says that its words are English on a site in another language', () => {
    const html = wp.run(
      `add_filter('locale', fn() => 'cy');
       return say_something_snippet(say_something_settings([]));`,
    );
    assert.equal(html, snippetFor({ element: 'report', lang: 'en' }));
  });

  it('offers a pattern for everyone and for each kind of staff', () => {
    const patterns = wp.run(
      `return array_values(array_filter(WP_Block_Patterns_Registry::get_instance()->get_all_registered(),
         fn($one) => 0 === strpos($one['name'], 'say-something/')));`,
    );
    assert.deepEqual(
      patterns.map(({ name }) => name.split('/')[1]),
      AUDIENCES.filter((audience) => audience === 'public' || isWorkAudience(audience)),
    );
    const drawn = wp.run(
      `return array_map('do_blocks', $given);`,
      patterns.map(({ content }) => content),
    );
    for (const [i, { name }] of patterns.entries()) {
      const audience = name.split('/')[1];
      const html = drawn[i];
      const wanted = ['banner', 'report', 'signs'].map((element) => snippetFor({ element, audience }));
      for (const snippet of wanted) assert.ok(html.includes(snippet), name);
    }
  });

  it('says in Site Health when the facts are older than they may be', () => {
    const [gathered, days] = wp.run(`return [say_something_facts()['gathered'], say_something_facts()['staleAfter']];`);
    const on = (after) => new Date(Date.parse(gathered) + after * 86_400_000).toISOString().slice(0, 10);
    const results = wp.run(`return array_map('say_something_health', $given);`, [
      on(0),
      on(days),
      on(days + 1),
      on(-1),
    ]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['good', 'good', 'recommended', 'recommended'],
    );
    assert.match(results[2].description, /Upload Plugin/);
    const tests = wp.run(
      `require_once ABSPATH . 'wp-admin/includes/class-wp-site-health.php'; return WP_Site_Health::get_tests()['direct']['say_something_facts'];`,
    );
    assert.equal(tests.test, 'say_something_health');
  });

  // This is why the builder leads to the plugin: a block theme has no other place for the script line.
  it('sees the site editor say “updated” and drop the script line, where administrators are filtered', () => {
    const line = '<script async src="/say-something.js"></script>';
    const save = (filtered) =>
      wp.run(
        `switch_theme('twentytwentythree');
         if ($given['filtered']) add_filter('map_meta_cap', fn($caps, $cap) => $cap === 'unfiltered_html' ? ['do_not_allow'] : $caps, 10, 2);
         wp_set_current_user(get_user_by('login', 'admin')->ID);
         $request = new WP_REST_Request('POST', '/wp/v2/template-parts/twentytwentythree//footer');
         $request->set_param('content', '<!-- wp:html -->' . $given['line'] . '<!-- /wp:html -->');
         $answer = rest_do_request($request);
         return [$answer->get_status(), $answer->get_data()['content']['raw']];`,
        { filtered, line },
      );
    assert.deepEqual(save(false), [200, `<!-- wp:html -->${line}<!-- /wp:html -->`]);
    assert.deepEqual(save(true), [200, '<!-- wp:html --><!-- /wp:html -->']);
  });

  it('asks no server and leaves no notice of PHP', () => {
    assert.deepEqual(wp.requests(), []);
    assert.deepEqual(wp.notices(), []);
  });

  it('leaves nothing behind, and what its readme says, when it is deactivated and deleted', async () => {
    const { id } = await published(
      `${block()}\n\n<!-- wp:shortcode -->\n[say-something]\n<!-- /wp:shortcode -->\n\n<!-- wp:html -->\n${snippetFor({ element: 'report' })}\n<!-- /wp:html -->`,
    );
    const stored = () =>
      wp.run(
        `global $wpdb; return [
          $wpdb->get_col("SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%say%something%' OR option_value LIKE '%say-something%'"),
          $wpdb->get_col("SELECT meta_key FROM $wpdb->usermeta WHERE meta_key LIKE '%say%something%'"),
          $wpdb->get_col("SHOW TABLES LIKE '%say%'")];`,
      );
    wp.run(`deactivate_plugins('say-something/say-something.php'); return true;`);
    const { text } = await wp.get(`/?p=${id}`);
    assert.equal(lines(text), 0);
    assert.match(text, /\[say-something\]/);
    assert.equal([...text.matchAll(/<div class="say-something /g)].length, 1, 'only the pasted snippet is left');
    assert.equal(wp.run(`return delete_plugins(['say-something/say-something.php']);`), true);
    const [options, meta, tables] = stored();
    assert.deepEqual(
      [options.filter((name) => !/^(?:_site_transient|recently_activated|widget_block)/.test(name)), meta, tables],
      [[], [], []],
    );
    assert.deepEqual(wp.notices(), []);
  });
});
