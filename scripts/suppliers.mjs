// Writes the pages for the people who run a website: one for each content system of which there is no module of ours, made from the snippet
// builder's own pieces and steps. Each says what was tried and what was not.
import { notesFor, outputFor, stepsFor } from '../demo/builder/output.ts';
import { DEFAULTS } from '../demo/builder/settings.ts';
import { escaped } from '../demo/snippets.ts';
import { SYSTEMS } from '../demo/systems.ts';
import { sitePage } from './site-page.mjs';

/**
 * @typedef {object} Supplier
 * @property {string} id The id of the system in the builder.
 * @property {string} tried What was tried, and what was not.
 * @property {string} [more] More for its developers, as HTML.
 */

const code = (text) => `<pre><code>${escaped(text)}</code></pre>`;

const NOT_TRIED = 'There is no copy of it that we can run, so nothing on this page was tried in it.';

/** What developers of LocalGov Drupal need. The files follow Drupal's own form of a library. */
const DRUPAL = `<h2 id="drupal">For developers of LocalGov Drupal</h2>
<p><strong>Not tried by us.</strong> We have no module, because we could not run one.</p>
<h3>The library</h3>
<p>In <code>say_something.libraries.yml</code> of a module of your own, or in the libraries file of your theme:</p>
${code(`say-something:
  js:
    js/say-something.js:
      attributes: { async: true, crossorigin: anonymous, referrerpolicy: no-referrer }`)}
<h3>The block</h3>
<p>A block whose template holds the snippet above, and this line, so that the script comes with it:</p>
${code(`{{ attach_library('say_something/say-something') }}`)}
<h3>The text filter</h3>
<p>If editors paste the snippet, add this to the allowed HTML tags of their text format. The tags inside it have to be allowed too: p, strong, ul, li, h2, h3 and a with href.</p>
${code('<div class data-say-something data-audience data-heading-level data-href data-no-exit data-lang lang>')}
<p>Without it the text format keeps paragraphs and links. Then the link that is drawn on is what remains: see the last piece above.</p>
`;

/** @type {readonly Supplier[]} */
export const SUPPLIERS = [
  {
    id: 'localgov-drupal',
    tried: `${NOT_TRIED} CKEditor 5, the editor in it, was tried by itself: it keeps the link.`,
    more: DRUPAL,
  },
  { id: 'jadu', tried: NOT_TRIED },
  { id: 'goss', tried: NOT_TRIED },
  { id: 'contensis', tried: NOT_TRIED },
  {
    id: 'umbraco',
    tried: `${NOT_TRIED} TinyMCE and Tiptap, on which its rich text editors are built, were tried by themselves with settings of their own.`,
  },
  { id: 'sharepoint', tried: NOT_TRIED },
  { id: 'school', tried: 'We tried no school website maker: there are many, and each differs.' },
];

const systemOf = (id) => {
  const system = SYSTEMS.find((one) => one.id === id && one.supplier);
  if (!system) throw new Error(`The builder names no supplier ${id}.`);
  return system;
};
const nameOf = (id) => systemOf(id).name;

/** A numbered list of sentences. */
const list = (steps) => `<ol class="steps">\n${steps.map((step) => `<li>${escaped(step)}</li>`).join('\n')}\n</ol>\n`;

/** The page for one supplier, with the panel for everyone and the site's own copy of the script. */
function supplierPage({ id, tried, more = '' }, site) {
  const system = systemOf(id);
  const settings = { ...DEFAULTS, system: id, way: system.way, host: /** @type {const} */ ('own') };
  const output = outputFor(settings, site, '');
  const isFrame = system.way === 'iframe';
  const link = outputFor({ ...settings, way: 'link' }, site, '');
  const pieces = isFrame
    ? `<h2>1. The numbers, as text</h2>
<p>Above the frame, so that they show if it stays empty. Each number can be a link, such as <code>tel:999</code>.</p>
${code(output.text)}
<h2>2. The frame</h2>
<p>Replace <code>${escaped(site.root)}</code> by the address of the site on which you read this page.</p>
${code(/<iframe[^]*<\/iframe>/.exec(output.snippet)?.[0] ?? '')}
<h2>3. The policy line</h2>
<p>The address that the system has to allow in a frame. A site with a Content-Security-Policy adds it like this:</p>
${code(output.csp ?? '')}
`
    : `<h2>1. The marker</h2>
<p>Into the page, in the source or HTML view. This is the one for everyone; <a href="../../builder/#system=${id}">the snippet builder</a> makes those for hotels, schools, taxi drivers and others.</p>
${code(outputFor({ ...settings, way: 'placeholder' }, site, '').snippet)}
<h2>2. The script line</h2>
<p><a href="../../${site.version.split('.')[0]}/say-something.js" download>Save the script</a>, put it on your own server, and put this line once into the template that all pages share. It sends nothing and stores nothing.</p>
${code(output.script ?? '')}
<h2>3. The policy line</h2>
<p>Only where your server sends a Content-Security-Policy. Add this to what it allows, the second part only if your policy has such a line.</p>
${code(output.csp ?? '')}
<h2>4. If the system keeps no div</h2>
<p>These lines instead of the marker. The link has to be alone in its paragraph. Replace its address by that of a page of yours with <code>/say-something/</code> in its path. ${escaped(notesFor({ ...settings, way: 'link' })[0] ?? '')}</p>
${code(link.snippet)}
`;
  return sitePage({
    title: `For the people who run your website: ${system.name}`,
    description: `What to add to a website made with ${system.name}: marker, script line, policy line, and how to see that it works`,
    up: '../../',
    main: `<h1>Give this to the people who run your website</h1>
<p class="lead">${escaped(system.name)}: add “Say Something”, which shows a worried person whom to tell when a child may be sexually exploited.</p>
<p class="note"><strong>What was tried.</strong> ${escaped(tried)}</p>
${pieces}<h2>Step by step</h2>
${system.note ? `<p class="note">${escaped(system.note)}</p>\n` : ''}${list(stepsFor(system.steps, output, { way: system.way, elements: ['report'] }))}<h2>How to see that it works</h2>
<ul class="checks">
<li>Open the published page as a visitor. ${isFrame ? 'In the frame there' : system.way === 'link' ? 'Press the link: there' : 'There'} is a red bar with the button “Call 999”, and no “&lt;” in the words.</li>
<li>Switch JavaScript off and load it again. 999 and the other numbers can be read.</li>
<li>On a phone, a tap on 999 asks whether to call. Do not call.</li>
<li>Paste the source of the published page into <a href="../../checker/">Will my editor keep it?</a></li>
</ul>
${more}<p class="no-print"><a href="../">The same for other systems</a></p>
`,
  });
}

/** The pages by their path in the site. */
export function suppliers(version) {
  // the builder names the address at which it is open; a written page has none
  const site = { root: 'https://www.example.org/', version };
  const pages = new Map(
    SUPPLIERS.map((supplier) => [`suppliers/${supplier.id}/index.html`, supplierPage(supplier, site)]),
  );
  pages.set(
    'suppliers/index.html',
    sitePage({
      title: 'For the people who run your website',
      description: 'One page for each content system, to print or to send to the people who run the website',
      up: '../',
      main: `<h1>For the people who run your website</h1>
<p class="lead">One page for each system, to print or to send. Each says what was tried and what was not.</p>
<ul>
${SUPPLIERS.map(({ id }) => `<li><a href="${id}/">${escaped(nameOf(id))}</a></li>`).join('\n')}
</ul>
<p>For WordPress there is <a href="../wordpress/">a plugin</a>. For other systems, and for MediaWiki and DokuWiki, <a href="../builder/">the snippet builder</a> has the steps.</p>
`,
    }),
  );
  return pages;
}
