// The plugin in WordPress's own editor, with Chromium: an author finds the block, chooses the readers and publishes. Then what the editor
// does with what is pasted, with the plugin and without. PICTURES=<folder> keeps a picture of each step.
/* global Blob, ClipboardItem, PerformanceObserver, document, getSelection, window, wp -- in the page */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { snippetFor } from '../../demo/snippets.js';
import { respond } from '../../scripts/testkit/static.mjs';
import { writePlugin, ZIP } from '../../scripts/wordpress.mjs';
import { launch, serving, until, without } from '../helpers/browsers.mjs';
import { lacking, startWordPress } from '../helpers/wordpress.mjs';

const zip = fileURLToPath(new URL(`../../${ZIP}`, import.meta.url));
const HOTEL = { element: 'report', audience: 'hotel' };
const BLOCK = '<!-- wp:say-something/element {"audience":"hotel"} /-->';
const pictures = process.env.PICTURES;
if (pictures) mkdirSync(pictures, { recursive: true });

describe('the editor of WordPress', { skip: lacking || without('chromium') }, () => {
  const builder = serving(
    createServer((request, response) => {
      const { pathname, search } = new URL(request.url, 'http://localhost');
      const answer = respond(pathname, search);
      response.writeHead(answer ? 200 : 404, answer?.headers).end(answer?.body);
    }),
  );
  let site;
  let browser;
  let page;
  before(async () => {
    site = await startWordPress({ plugin: false });
    // the guide would cover the editor of a user who has never seen it
    site.run(
      `foreach (get_users() as $user) update_user_meta($user->ID, 'wp_persisted_preferences',
         ['core/edit-post' => ['welcomeGuide' => false], '_modified' => gmdate('c')]);
       return true;`,
    );
    browser = await launch('chromium');
    page = await browser.newPage();
    page.on('dialog', (dialog) => dialog.accept());
    await page.setViewport({ width: 1280, height: 900 });
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
  });

  const picture = async (name, shown = page) => {
    if (pictures) await shown.screenshot({ path: join(pictures, `wordpress-${name}.png`) });
  };
  const loginAs = async (user) => {
    await page.setCookie(
      ...Object.entries(site.cookies(user)).map(([name, value]) => ({
        name,
        value: encodeURIComponent(value),
        url: site.url,
      })),
    );
  };
  const press = async (words) => {
    const button = await until(`the button “${words}”`, () => page.$(`::-p-aria([name="${words}"][role="button"])`));
    await button.click();
  };
  const content = () => page.evaluate(() => wp.data.select('core/editor').getEditedPostContent());
  const newPost = async () => {
    await page.goto(`${site.url}/wp-admin/post-new.php`);
    await page.waitForSelector('.block-editor-default-block-appender__content');
  };
  /** Opens the sidebar with the settings of the selected block. */
  const openSettings = async () => {
    if (!(await page.$('.block-editor-block-inspector'))) await press('Settings');
    await page.waitForSelector('.block-editor-block-inspector');
  };
  const save = async () => {
    await page.evaluate(() => wp.data.dispatch('core/editor').savePost());
    await until('the post to be saved', () => page.evaluate(() => !wp.data.select('core/editor').isEditedPostDirty()));
  };
  /** A page for a visitor, who is not logged in. */
  const visit = async (path, { width, script = true }) => {
    const context = await browser.createBrowserContext();
    const shown = await context.newPage();
    await shown.setViewport({ width, height: 844, deviceScaleFactor: 1 });
    await shown.setJavaScriptEnabled(script);
    if (script) {
      await shown.evaluateOnNewDocument(() => {
        window.shifts = [];
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({
          type: 'layout-shift',
          buffered: true,
        });
      });
    }
    await shown.goto(site.url + path);
    return { shown, close: () => context.close() };
  };

  /** Publishes the post of the editor, and returns the page that a visitor gets. */
  const publishedPage = async () => {
    await save();
    const id = await page.evaluate(() => wp.data.select('core/editor').getCurrentPostId());
    site.run(`wp_publish_post($given); return true;`, id);
    return (await site.get(`/?p=${id}`)).text;
  };
  /** What the checker of the site says of a source. */
  const checked = async (source) => {
    const tab = await browser.newPage();
    await tab.goto(`${builder()}/site/checker/`);
    await tab.waitForSelector('#checker:not([hidden])');
    await tab.$eval('#pasted', (field, text) => (field.value = text), source);
    await tab.click('#check');
    const said = await until('the verdict', () => tab.$eval('#report', (report) => report.innerText));
    await tab.close();
    await page.bringToFront();
    return said;
  };

  describe('with the plugin', () => {
    let id;

    it('takes the zip under “Upload Plugin”, and activates it', async () => {
      writePlugin();
      await loginAs('admin');
      await page.goto(`${site.url}/wp-admin/plugin-install.php?tab=upload`);
      const input = await page.waitForSelector('#pluginzip');
      await input.uploadFile(zip);
      await picture('1-upload');
      await Promise.all([page.waitForNavigation(), page.click('#install-plugin-submit')]);
      assert.match(await page.$eval('#wpbody', (body) => body.innerText), /Plugin installed successfully/);
      await Promise.all([page.waitForNavigation(), page.click('a[href*="action=activate"]')]);
      assert.match(await page.$eval('#wpbody', (body) => body.innerText), /Plugin activated/);
    });

    it('offers the block to an author who searches for it', async () => {
      await page.browserContext().deleteCookie(...(await page.browserContext().cookies()));
      await loginAs('author');
      await newPost();
      await page.type('.editor-post-title__input', 'For our hotel staff');
      await page.click('.edit-post-header-toolbar__inserter-toggle');
      const search = await page.waitForSelector('.block-editor-inserter__search input');
      for (const words of ['999', 'report', 'Say Something', 'safeguarding']) {
        await search.click({ count: 3 });
        await search.type(words);
        const found = await until(`“${words}” to find the block`, () =>
          page.$('.editor-block-list-item-say-something-element'),
        );
        assert.match(await found.evaluate((item) => item.innerText), /Say\s+Something/);
      }
      await page.hover('.editor-block-list-item-say-something-element');
      await page.waitForSelector('.block-editor-inserter__preview-container');
      await picture('2-found');
      await page.click('.editor-block-list-item-say-something-element');
      await page.waitForSelector('.block-editor-block-list__block .say-something');
      await page.click('.edit-post-header-toolbar__inserter-toggle');
    });

    it('shows the numbers for the chosen readers in its preview', async () => {
      await openSettings();
      const select = await until('the list of readers', async () => {
        const all = await page.$$('.block-editor-block-inspector select');
        const labels = await Promise.all(all.map((one) => one.evaluate(({ labels: [label] }) => label.textContent)));
        return all[labels.indexOf('Who reads the page')];
      });
      await select.select('hotel');
      const shown = await until('the preview for hotel staff', () =>
        page.$('.block-editor-block-list__block [data-audience="hotel"]'),
      );
      assert.match(await shown.evaluate((node) => node.innerText), /Hertfordshire Police: 101/);
      await picture('3-audience');
      assert.equal(await content(), BLOCK);
    });

    it('publishes it for an author, whose posts are filtered', async () => {
      await press('Publish');
      await page.waitForSelector('.editor-post-publish-panel');
      await page.click('.editor-post-publish-panel .editor-post-publish-button');
      await page.waitForSelector('.post-publish-panel__postpublish-header');
      id = await page.evaluate(() => wp.data.select('core/editor').getCurrentPostId());
      assert.equal(site.saved(id), BLOCK);
    });

    for (const theme of ['twentytwentyone', 'twentytwentythree']) {
      for (const width of [390, 1280]) {
        it(`draws it without a shift at ${width} px in ${theme}`, async (t) => {
          site.theme(theme);
          const { shown, close } = await visit(`/?p=${id}`, { width });
          await until('the panel to be drawn', () => shown.$('.say-something >>> [part~="emergency"]'));
          const words = await shown.$eval('.say-something', ({ shadowRoot }) => shadowRoot.textContent);
          assert.match(words, /Call 999/);
          const shifts = await shown.evaluate(() => window.shifts);
          const scroll = await shown.evaluate(() => document.documentElement.scrollWidth);
          t.diagnostic(`layout shifts: ${shifts.reduce((sum, one) => sum + one, 0)}`);
          if (theme === 'twentytwentythree') await picture(width === 390 ? '5-phone' : '4-published', shown);
          await close();
          assert.deepEqual(shifts, []);
          assert.ok(scroll <= width, `the page is ${scroll} px wide`);
        });
      }
    }

    it('is called good by the checker', async () => {
      // the site of this test has no certificate, and the checker would say so
      const source = (await site.get(`/?p=${id}`)).text.replaceAll('http://127.0.0.1', 'https://127.0.0.1');
      assert.match(await checked(source), /^It will work: the panel for hotel staff is drawn/);
    });

    it('is read without JavaScript, with every number', async () => {
      site.theme('twentytwentythree');
      const { shown, close } = await visit(`/?p=${id}`, { width: 390, script: false });
      await picture('6-without-script', shown);
      // Chromium runs no code of the page, and answers a test all the same
      const words = await shown.$eval('.say-something', (node) => node.innerText.replaceAll('\u00a0', ' '));
      const links = await shown.$$eval('.say-something a', (all) => all.map((link) => link.getAttribute('href')));
      await close();
      const numbers = [...snippetFor(HOTEL).matchAll(/href="(tel:\d+)">([^<]+)</g)];
      assert.ok(numbers.length >= 5);
      for (const [, address, number = ''] of numbers) {
        assert.ok(words.includes(number.replaceAll('&#160;', ' ')), number);
        assert.ok(links.includes(address), address);
      }
    });

    it('lets an author find the pattern for hotel staff and publish it', async () => {
      await newPost();
      await page.type('.editor-post-title__input', 'A whole page');
      await page.click('.edit-post-header-toolbar__inserter-toggle');
      const search = await page.waitForSelector('.block-editor-inserter__search input');
      await search.type('hotel staff');
      const found = await until('the pattern to be found', () =>
        page.$('.block-editor-inserter__panel-content [aria-label*="banner, panel and signs (Hotel staff"]'),
      );
      await found.click();
      await until('three blocks', () => page.evaluate(() => wp.data.select('core/block-editor').getBlockCount() === 3));
      await save();
      const made = await page.evaluate(() => wp.data.select('core/editor').getCurrentPostId());
      const wanted = [
        '{"element":"banner","audience":"hotel"}',
        '{"audience":"hotel"}',
        '{"element":"signs","audience":"hotel"}',
      ];
      assert.equal(
        site.saved(made),
        wanted.map((settings) => `<!-- wp:say-something/element ${settings} /-->`).join('\n\n'),
      );
    });

    it('lets an author choose a colour of the theme, which is the surface of what is drawn', async () => {
      await newPost();
      await page.evaluate(() => {
        wp.data.dispatch('core/block-editor').insertBlock(wp.blocks.createBlock('say-something/element'));
      });
      await openSettings();
      await press('Background');
      const choice = await page.waitForSelector(
        '.block-editor-color-gradient-control button.components-circular-option-picker__option',
      );
      await choice.click();
      const slug = await until('the colour', () =>
        page.evaluate(() => wp.data.select('core/block-editor').getBlocks()[0].attributes.backgroundColor),
      );
      const html = await publishedPage();
      assert.ok(html.includes(`--say-something-surface:var(--wp--preset--color--${slug})`), slug);
    });

    it('takes where posters are for staff, and no such address for anybody else', async () => {
      await newPost();
      await page.evaluate(() => {
        const block = wp.blocks.createBlock('say-something/element', { audience: 'hotel' });
        wp.data.dispatch('core/block-editor').insertBlock(block);
      });
      await openSettings();
      const field = '.block-editor-block-inspector input[type="url"]';
      await (await page.waitForSelector(field)).type('https://example.org/papers/');
      await until('the link in the preview', () =>
        page.$('.block-editor-block-list__block [data-audience="hotel"] a[href="https://example.org/papers/"]'),
      );
      await page.evaluate(() => {
        const { getBlocks } = wp.data.select('core/block-editor');
        wp.data.dispatch('core/block-editor').updateBlockAttributes(getBlocks()[0].clientId, { audience: 'parent' });
      });
      await until('the field to go', async () => !(await page.$(field)));
      assert.doesNotMatch(await publishedPage(), /example\.org\/papers/);
    });

    it('says what the contrast of the chosen colours is', async () => {
      await newPost();
      await page.evaluate(() => {
        const block = wp.blocks.createBlock('say-something/element', {
          style: {
            color: { background: '#ffffff', text: '#999999' },
            elements: { link: { color: { text: '#005a9c' } } },
          },
        });
        wp.data.dispatch('core/block-editor').insertBlock(block);
      });
      await openSettings();
      const said = () => page.$eval('.block-editor-block-inspector', (inspector) => inspector.innerText);
      await until('the sentence about the text', async () =>
        /Text on the background: contrast 2\.8 to 1\. At least 4\.5/.test(await said()),
      );
      assert.match(await said(), /Links and buttons on the background: contrast 7\.1 to 1\. That is enough\./);
    });
  });

  /** Puts these kinds of content on the clipboard and presses the keys that paste. */
  const paste = async (flavours, { into = 'page' } = {}) => {
    await newPost();
    await page.evaluate(async (all) => {
      const blobs = Object.entries(all).map(([type, text]) => [type, new Blob([text], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    }, flavours);
    return pasteHere(into);
  };
  const pasteHere = async (into = 'page') => {
    if (into === 'html') {
      await page.evaluate(() => wp.data.dispatch('core/block-editor').insertBlock(wp.blocks.createBlock('core/html')));
      await page.waitForSelector('.wp-block-html textarea');
      await page.focus('.wp-block-html textarea');
    } else {
      await page.click('.block-editor-default-block-appender__content');
      await page.waitForSelector('.block-editor-rich-text__editable.is-selected, .wp-block-paragraph:focus');
    }
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    await until('the pasted content', async () => /say-something|999/.test(await content()));
    return content();
  };
  const mayPaste = () =>
    browser
      .defaultBrowserContext()
      .overridePermissions(site.url, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
  /** Copies the snippet for hotel staff in the builder, as its button does or as keys do after it was marked. */
  const copyInBuilder = async (how, way = 'placeholder') => {
    const tab = await browser.newPage();
    await browser
      .defaultBrowserContext()
      .overridePermissions(builder(), ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
    await tab.goto(`${builder()}/site/builder/#audience=hotel&system=wordpress&way=${way}`);
    await tab.waitForSelector('#snippet');
    if (how === 'button') {
      await tab.click('#copy-snippet');
      await until('the button to say so', () => tab.$('#copy-snippet.done'));
    } else {
      await tab.click('#snippet', { count: 3 });
      await tab.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#snippet')));
      await tab.keyboard.down('Control');
      await tab.keyboard.press('c');
      await tab.keyboard.up('Control');
    }
    await tab.close();
    await page.bringToFront();
  };
  const snippet = snippetFor(HOTEL);

  describe('with the plugin, when something is pasted', () => {
    before(async () => {
      await mayPaste();
    });

    it('makes the block of a snippet that was copied with the button', async () => {
      await newPost();
      await copyInBuilder('button');
      assert.equal(await pasteHere(), BLOCK);
    });

    it('makes the block of a snippet that was marked and copied by keys', async () => {
      await newPost();
      await copyInBuilder('keys');
      assert.equal(await pasteHere(), BLOCK);
    });

    it('makes the block of the block’s comment, of a shortcode and of a copied piece of a page', async () => {
      assert.equal(await paste({ 'text/plain': BLOCK }), BLOCK);
      assert.equal(
        await paste({ 'text/plain': '[say-something element="signs" audience="taxi" heading-level="3"]' }),
        '<!-- wp:say-something/element {"element":"signs","audience":"taxi","headingLevel":3} /-->',
      );
      assert.equal(await paste({ 'text/plain': 'words', 'text/html': snippet }), BLOCK);
    });

    it('keeps the lines of a pasted link, which move nothing, and the link becomes the panel when pressed', async () => {
      await newPost();
      await copyInBuilder('button', 'link');
      assert.match(await pasteHere(), /<p><a href="[^"]*\/say-something\/hotel\/#report-hotel">Who to tell<\/a><\/p>/);
      await publishedPage();
      const id = await page.evaluate(() => wp.data.select('core/editor').getCurrentPostId());
      for (const width of [390, 1280]) {
        const { shown, close } = await visit(`/?p=${id}`, { width });
        await shown.waitForFunction(() => window.customElements.get('say-something-report'));
        const link = await shown.$('a[href$="#report-hotel"]');
        const top = await link.evaluate((node) => node.getBoundingClientRect().top);
        assert.ok(top < 844, 'the link is in view');
        assert.deepEqual(await shown.evaluate(() => window.shifts), [], `${width} px`);
        await until('the panel in the place of the link', async () => {
          await link.evaluate((node) => node.click());
          return shown.$('p >>> [part~="emergency"]');
        });
        assert.equal(await shown.evaluate(() => document.activeElement.shadowRoot?.activeElement?.id), 'h');
        await close();
      }
    });

    it('keeps the snippet as it is in a Custom HTML block, which can be made the block', async () => {
      assert.match(
        await paste({ 'text/plain': snippet }, { into: 'html' }),
        /^<!-- wp:html -->\n<div class="say-something /,
      );
      await page.evaluate(() => {
        const [html] = wp.data.select('core/block-editor').getBlocks();
        const made = wp.blocks.switchToBlockType(html, 'say-something/element');
        wp.data.dispatch('core/block-editor').replaceBlocks(html.clientId, made);
      });
      assert.equal(await content(), BLOCK);
    });
  });

  describe('without the plugin, when something is pasted', () => {
    before(async () => {
      site.run(`deactivate_plugins('say-something/say-something.php'); return true;`);
      await mayPaste();
    });

    for (const how of ['button', 'keys']) {
      it(`makes neat paragraphs without the marker of a snippet that was copied by ${how}`, async () => {
        await newPost();
        await copyInBuilder(how);
        const pasted = await pasteHere();
        assert.match(pasted, /<!-- wp:paragraph -->\n<p><strong>In danger now\? Call <a href="tel:999">999<\/a>/);
        assert.doesNotMatch(pasted, /say-something|&lt;|wp:code/);
        const said = await checked(await publishedPage());
        assert.match(
          said,
          /pasted straight into the page, where WordPress keeps its words and links and drops its div/,
        );
        assert.match(said, /Add the block of our plugin, or paste the snippet into a “Custom HTML” block/);
      });
    }

    it('makes a code block of HTML that was copied with its code element', async () => {
      const code = `<pre><code>${snippet.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</code></pre>`;
      assert.match(await paste({ 'text/plain': snippet, 'text/html': code }), /^<!-- wp:code -->/);
      const said = await checked(await publishedPage());
      assert.match(said, /^Do not publish this: visitors see the tags as words/);
      assert.match(said, /The snippet stands in a code block\. Delete it\. Add the block of our plugin/);
    });

    it('shows visitors nothing of the block’s comment', async () => {
      await paste({ 'text/plain': BLOCK });
      assert.doesNotMatch(await publishedPage(), /tel:999|Call 999/);
      assert.match(await checked(BLOCK), /^This is the block of our WordPress plugin/);
    });

    it('shows visitors a shortcode as words, and the checker says so', async () => {
      await paste({ 'text/plain': '[say-something audience="hotel"]' });
      assert.match(await checked(await publishedPage()), /^Do not publish this: visitors see the shortcode as words/);
    });

    it('keeps the placeholder of an author in a Custom HTML block', async () => {
      await paste({ 'text/plain': snippet }, { into: 'html' });
      await save();
      const id = await page.evaluate(() => wp.data.select('core/editor').getCurrentPostId());
      assert.match(
        site.saved(id),
        /<div class="say-something say-something-content say-something-report-hotel" data-say-something="report"/,
      );
    });

    // This is why the builder never offers such a wrapper, although it works when it is pasted straight into the page.
    it('loses every number at the next save when a wrapper of wp:html comments is pasted into an HTML block', async () => {
      const wrapped = `<!-- wp:html -->\n${snippet}\n<!-- /wp:html -->`;
      assert.match(await paste({ 'text/plain': wrapped }), /^<!-- wp:html -->\n<div class="say-something /);
      await paste({ 'text/plain': wrapped }, { into: 'html' });
      await save();
      const id = await page.evaluate(() => wp.data.select('core/editor').getCurrentPostId());
      assert.match(site.saved(id), /tel:999/);
      await page.goto(`${site.url}/wp-admin/post.php?post=${id}&action=edit`);
      await page.waitForSelector('.editor-post-title__input');
      await page.type('.editor-post-title__input', 'Again');
      await save();
      assert.doesNotMatch(site.saved(id), /999/);
    });
  });
});
