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
}

const LOOK =
  'Publish, and look at the page as a visitor sees it. Is 999 there? Paste what was published into “Will my editor keep it?”.';

/**
 * The steps for the systems that our users have.
 *
 * A step names a menu only if the maker's page or a working guide names it. Otherwise it says what to look for, because menus change
 * with versions and plans. Each entry lists its sources.
 */
export const SYSTEMS: readonly System[] = [
  {
    // sources: tried with the WordPress that Debian has (docs/generated/editors.md); publishpress.com/knowledge-base/unfiltered_html;
    // karenattfield.com, “The unfiltered_html permission: unexpected HTML stripping on multisites”
    id: 'wordpress',
    name: 'WordPress',
    way: 'placeholder',
    steps: [
      'Once for the whole site: ask an administrator to put the script line into the theme, or into the plugin that your site uses for header and footer code.',
      'Open the page in the editor and add a “Custom HTML” block where the panel should stand.',
      'Paste the snippet without the script line into the block. Do not paste it into a paragraph: there the tags become words.',
      LOOK,
      'If the script is not allowed, or you do not know who could install it, paste the snippet all the same. The numbers stay as text and links.',
    ],
    note: 'WordPress filters what authors post: the div and its settings stay, a script line, a frame or our own tag goes. What an administrator posts is not filtered, unless the site is one of a network: there only its super administrators go unfiltered.',
  },
  {
    // sources: github.com/localgovdrupal/localgov_core, modules/localgov_media/config/optional/filter.format.wysiwyg.yml (no
    // div, no script, no iframe; p and a stay); drupal.org, “Adding assets (CSS, JS) to a Drupal module via *.libraries.yml”
    id: 'localgov-drupal',
    name: 'LocalGov Drupal',
    way: 'link',
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
      LOOK,
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
    steps: [
      'Type the numbers from the plain text snippet into a “Text” web part. They show even when the frame below does not load.',
      'Once for the site: ask its administrator to allow the address of the page with the panel, under site settings, “HTML Field Security”.',
      'Edit the page, add the “Embed” web part below the numbers, and paste the frame snippet or the address of the page with the panel.',
      'Publish, and open the page as somebody who cannot edit it. Are 999 and the panel there?',
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
      LOOK,
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
    // sources: docs/generated/editors.md (“text only”, “plain text and links”)
    id: 'text',
    name: 'I can only type text and links',
    way: 'plain',
    steps: [
      'Copy the plain text with the numbers, and paste it where people will see it first.',
      'Make every number a link if you can: the address is “tel:” and the number without spaces, as in tel:08001111.',
      'Make the address of the page with the panel a link too, if you can.',
      'Check each number against the plain text here, digit by digit, and then publish.',
      'Look at the page as a visitor sees it. Is 999 there, as text?',
    ],
    note: 'Do not put the numbers into a picture: nobody can tap, copy, enlarge or hear them there.',
  },
];
