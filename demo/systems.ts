/** A way to put the panel into a page in the snippet builder. */
export type SystemWay = 'placeholder' | 'link' | 'element' | 'plain' | 'iframe';

/** The steps of an editor in one content system. */
export interface System {
  /** The id in the builder's address. `"wordpress"` */
  readonly id: string;
  /** The name that its users know. `"WordPress"` */
  readonly name: string;
  /** The way that suits it best. */
  readonly way: SystemWay;
  /** The steps in order. The last says what to do if the script is not allowed. */
  readonly steps: readonly string[];
  /** A warning about this system. */
  readonly note?: string;
  /** Whether there is a page for the people who run such a website (scripts/suppliers.mjs). */
  readonly supplier?: true;
  /** The markup that its pages are written in, if it is not HTML. */
  readonly markup?: 'mediawiki' | 'dokuwiki';
}

/** The question that tells a page which is drawn from one that only has its words, and from one that shows the tags. 999 is in all three. */
export const DRAWN = 'Is there a red bar with the button “Call 999”, and no “<” in the words?';
/** The same for what has no such bar: the signs, the banner and the exit. */
export const BOXED = 'Is there a box with a border, or a button, and no “<” in the words?';
const LOOK = `Publish, and look at the page as a visitor sees it. ${DRAWN} If not, paste what was published into “Will my editor keep it?”.`;
const LOOK_FRAMED =
  'Publish, and look at the page as a visitor sees it. Are the numbers there as text, and in the frame a red bar with the button “Call 999”?';

/**
 * A system of which no copy can be run here, with the people who run a site made with it. Each step says what to look for, and names no menu.
 */
const untried = (id: string, name: string, people = 'the people who run your website'): System => ({
  id,
  name,
  way: 'placeholder',
  supplier: true,
  steps: [
    `Once for the whole site: ask ${people} to put the script line into the template that all pages share.`,
    'Open the page, and in the editor choose the source or HTML view, or the block that takes HTML, where your site has it.',
    'Paste the snippet without the script line, save, and open the source again: is the div still there with its class or its settings?',
    `If it is not, ask ${people} for a block or a template that holds the snippet, or use the snippet with the link.`,
    LOOK,
    'If the script is not allowed, the numbers stay as text and links.',
  ],
  note: 'Not tried by us. What its editor keeps depends on how your site is set up, so look at the published page.',
});

/**
 * The steps for the systems that our users have.
 *
 * A step names a menu only if the maker's page or a working guide names it. Otherwise it says what to look for, because menus change
 * with versions and plans. Each entry lists its sources.
 */
export const SYSTEMS: readonly System[] = [
  {
    // sources: tried with Debian’s WordPress 6.1.9 in its own editor (tests/wordpress/editor.test.mjs, docs/wordpress.md);
    // docs/generated/editors.md; publishpress.com/knowledge-base/unfiltered_html; karenattfield.com, “The unfiltered_html permission:
    // unexpected HTML stripping on multisites”
    id: 'wordpress',
    name: 'WordPress',
    way: 'placeholder',
    steps: [
      'Once for the whole site: ask an administrator to install our plugin under Plugins, Add New, Upload Plugin. It brings the script line, and a changed number comes with its next version.',
      'With the plugin: open the page in the editor, press “+”, search for “safeguarding” and choose the block. Or paste the block from here into an empty line. Choose who reads the page above the block, or in the sidebar.',
      'Without the plugin: add a “Custom HTML” block where the panel should stand, and paste the snippet without the script line into it. Straight in the page only its words and links stay, and nothing is drawn.',
      'Without the plugin, in a classic theme: ask an administrator to put the script line into the theme, or into the plugin that your site uses for header and footer code. A block theme has no place for it.',
      LOOK,
      'If neither the plugin nor the script is allowed, paste the snippet into the “Custom HTML” block all the same. The numbers stay as text and links.',
    ],
    note: 'WordPress filters what authors post: the block stays, the div and its settings stay, a script line, a frame or our own tag goes. Where administrators are filtered too, as in a network of sites, the site editor says “updated” and drops the script line.',
  },
  {
    // sources: github.com/localgovdrupal/localgov_core, modules/localgov_media/config/optional/filter.format.wysiwyg.yml (no
    // div, no script, no iframe; p and a stay); drupal.org, “Adding assets (CSS, JS) to a Drupal module via *.libraries.yml”
    id: 'localgov-drupal',
    name: 'LocalGov Drupal',
    way: 'link',
    supplier: true,
    steps: [
      'Once for the whole site: ask your developers to add the script to the theme or to a module as a library on all pages, and to host the page that the link leads to.',
      'Open the page, and in the text field choose the editor’s “Source” button, where your site has it.',
      'Paste the snippet with the link. The link must be alone in its paragraph, not in a list, a table or a sentence.',
      'No “Source” button? Type the numbers and make the link with the link button, in a paragraph of its own.',
      LOOK,
      'If the script is not allowed, the same snippet still does: the numbers are text and the link leads to the page with the panel.',
    ],
    note: 'The “WYSIWYG” text format that LocalGov Drupal brings takes away div, script and iframe, and keeps paragraphs and links. If your developers make a block or a text format that keeps the div, use the div instead.',
  },
  {
    // sources: github.com/umbraco/Umbraco-CMS/pull/18124 (div, class, data attributes kept, from 15.3; “View Source Code”);
    // github.com/umbraco/UmbracoDocs/pull/6498 (TinyMCE out in 16) and /pull/6511 (its list of valid elements)
    id: 'umbraco',
    name: 'Umbraco',
    way: 'placeholder',
    supplier: true,
    steps: [
      'Once for the whole site: ask your developers to put the script line into the template that all pages share.',
      'Open the page, and in the rich text field press the button that shows the source code, where your version has it.',
      'Paste the snippet without the script line, submit, save, and open the source again: is the div still there with its settings?',
      'If it is not, ask your developers for a block or a template that holds the snippet, or use the snippet with the link.',
      LOOK,
      'If the script is not allowed, the numbers stay as text and links.',
    ],
    note: 'From version 15.3 the rich text editor keeps div, class and data attributes. Before that, and with other editors, it depends on how your site is set up.',
  },
  untried('jadu', 'Jadu'),
  untried('goss', 'GOSS'),
  untried('contensis', 'Contensis'),
  untried('school', 'A school website maker', 'the company that makes your website'),
  {
    // sources: squareranked.com, “JSON-LD Code Injection” and docs.swetrix.com/squarespace-integration (code injection, plans);
    // guides in public repositories that paste into a Code block
    id: 'squarespace',
    name: 'Squarespace',
    way: 'placeholder',
    steps: [
      'Once for the whole site, if your plan has code injection: an administrator pastes the script line into its header field.',
      'Edit the page, add a “Code” block where the panel should stand, and set it to HTML.',
      'Paste the snippet. Leave the script line in it only if it was not put into the header.',
      LOOK,
      'If your plan has no Code block or takes no script, type the numbers from the plain text snippet into a text block, with a link to the page with the panel.',
    ],
    note: 'Whether a Code block may hold a script depends on your plan. Without it the numbers in the snippet still show.',
  },
  {
    // sources: dev.wix.com, “HtmlComponent: Introduction” (a sandboxed iframe that shows a site or your own HTML) and “About
    // Custom Code” (Settings > Custom Code; published site with its own domain)
    id: 'wix',
    name: 'Wix',
    way: 'iframe',
    steps: [
      'Type the numbers from the plain text snippet into a text element. They show even when the frame below does not load.',
      'Add the element that embeds HTML or another site, where your editor has it, below the numbers.',
      'Give it the address of the page with the panel for your readers, and make it tall enough to be read on a phone.',
      LOOK_FRAMED,
      'No frame wanted? Link to the page with the panel under the numbers instead.',
    ],
    note: 'What you embed stands in a frame of its own, so the snippet in it cannot use a script that stands elsewhere in the site. Settings, “Custom Code” adds code to all pages of a published site with its own domain, but it puts nothing at a place of your choice in the text.',
  },
  {
    // sources: learn.microsoft.com, “Security considerations of allowing custom script”; SharePoint/sp-dev-docs, “Customizing
    // modern site pages” and “Customize your SharePoint site UI by using JavaScript” (not for modern pages);
    // support.microsoft.com, “Allow or restrict the ability to embed content on SharePoint pages” (HTML Field Security)
    id: 'sharepoint',
    name: 'SharePoint',
    way: 'iframe',
    supplier: true,
    steps: [
      'Type the numbers from the plain text snippet into a “Text” web part. They show even when the frame below does not load.',
      'Once for the site: ask its administrator to allow the address of the page with the panel, under site settings, “HTML Field Security”.',
      'Edit the page, add the “Embed” web part below the numbers, and paste the frame snippet or the address of the page with the panel.',
      'Publish, and open the page as somebody who cannot edit it. Are the numbers there as text, and in the frame a red bar with the button “Call 999”?',
      'If the frame is refused, make a link to the page with the panel under the numbers instead.',
    ],
    note: 'Modern pages take no script line and no div: developers can only add script as a web part that an administrator installs. Frames are shown from allowed addresses only.',
  },
  {
    // sources: working guides in public repositories (Insert > Embed > Embed code, or a URL; a sandboxed frame);
    // support.zendesk.com 4411710546074 (no access to the page’s own head, scripts restricted)
    id: 'google-sites',
    name: 'Google Sites',
    way: 'iframe',
    steps: [
      'Type the numbers from the plain text snippet into a text box. They show even when the frame below does not load.',
      'Choose Insert, then Embed, and give the address of the page with the panel for your readers.',
      'Drag the frame until it is tall enough: what does not fit has to be scrolled.',
      LOOK_FRAMED,
      'If the frame stays empty, link to the page with the panel under the numbers instead.',
    ],
    note: 'There is no place for a script line for the whole site. “Embed code” runs what you paste in a frame of its own, so it needs the whole snippet with its script line.',
  },
  {
    // sources: moodle/moodle, lib/weblib.php (HTML Purifier, the kinds of links it lets in) and mod/page/view.php (a page’s
    // text is not cleaned); ezyang/htmlpurifier/issues/256 (class stays, data attributes go); partridgejiang/Kekule.js/issues/269
    // (forum posts); guides that name Site administration > Appearance > Additional HTML > Within HEAD
    id: 'moodle',
    name: 'Moodle',
    way: 'placeholder',
    steps: [
      'Once for the whole site: an administrator pastes the script line under Site administration, Appearance, Additional HTML, “Within HEAD”.',
      'Turn editing on, add a “Page” (or edit one), and open the HTML source of its text in the editor.',
      'Paste the snippet without the script line, and save.',
      LOOK,
      'If the script is not allowed, the numbers stay as text and links. A link to the page with the panel works too.',
    ],
    note: 'Where Moodle cleans a text, scripts go, and with them data attributes; the class stays, and the settings stand in it too. Telephone links may go: the numbers stay as text. Forum posts are cleaned, the text of a Page is not.',
  },
  {
    // sources: tried with Debian’s MediaWiki 1.39.17, its installer and maintenance/parse.php
    id: 'mediawiki',
    name: 'MediaWiki',
    way: 'placeholder',
    markup: 'mediawiki',
    steps: [
      'Once for the whole wiki: ask the people who run it to add the script line to every page. A page cannot bring it: the tag stays words.',
      'Choose “Edit source”, and paste the snippet from here. It has the links in wiki markup: an HTML link stays words too.',
      'Keep each line at the left edge. A line that begins with a space may become a grey box.',
      LOOK,
      'If the script is not allowed, paste the same snippet. The numbers stay as text and links.',
    ],
    note: 'MediaWiki keeps the div, its class and its settings. Of the links it keeps those in its own markup, such as [tel:999 999].',
  },
  {
    // sources: tried with Debian’s DokuWiki “Igor” (2022-07-31), its parser and its settings as installed
    id: 'dokuwiki',
    name: 'DokuWiki',
    way: 'link',
    markup: 'dokuwiki',
    steps: [
      'Once for the whole wiki: ask the people who run it to add the script line to every page. A page cannot bring it: the tag stays words.',
      'Edit the page, and paste the snippet from here. Leave an empty line above and below the link: it must be alone in its paragraph.',
      'Leave the numbers as words. A telephone link would become a link to a page of the wiki that is not there.',
      LOOK,
      'If the script is not allowed, the same snippet still does: the numbers are text, and the link leads to the page with the panel.',
    ],
    note: 'DokuWiki shows every HTML tag as words, so it takes no placeholder. A link in its own markup is kept, and drawn on.',
  },
  {
    // sources: docs/generated/editors.md (“text only”, “plain text and links”)
    id: 'text',
    name: 'I can only type text and links',
    way: 'plain',
    steps: [
      'Copy the plain text with the numbers, and paste it where people will see it first.',
      'Make every number a link if you can: the address is “tel:” and the number without spaces, as in tel:08001111.',
      'Make the address of the page with the panel a link too, if you can.',
      'Check each number against the plain text here, digit by digit, and then publish.',
      'Look at the page as a visitor sees it. Is every number there as text, and no “<” in the words?',
    ],
    note: 'Do not put the numbers into a picture: nobody can tap, copy, enlarge or hear them there.',
  },
];
