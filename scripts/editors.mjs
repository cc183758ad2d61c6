/*
 * npm run editors: writes docs/editors.md from tests/others/sanitizers/record.json. The tests in that folder compare the record
 * with what every editor and filter really does, and tests/papers/editors.test.mjs compares the file with the record.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { snippetFor } from '../demo/snippets.ts';

const at = (path) => new URL(`../${path}`, import.meta.url);
const json = (path) => JSON.parse(readFileSync(at(path), 'utf8'));
const PATH = 'docs/editors.md';

/** The npm package of each editor and filter in the record. */
const PACKAGES = {
  TinyMCE: 'tinymce',
  'CKEditor 5': 'ckeditor5',
  Quill: 'quill',
  Tiptap: '@tiptap/core',
  DOMPurify: 'dompurify',
  'sanitize-html': 'sanitize-html',
};
const THEN = {
  drawn: 'drawn',
  text: 'text and links',
  gone: '**thrown away, numbers and all**',
};
const LINKS = { all: 'all work', 'https:': 'web links only', none: 'none; numbers as text' };

function row([name, { placeholder, element, link }]) {
  return `| ${name} | ${THEN[placeholder.then]} | ${THEN[link.then]} | ${THEN[element.then]} | ${LINKS[placeholder.links]} |`;
}

export async function editors() {
  const record = json('tests/others/sanitizers/record.json');
  const { dependencies } = json('tests/peers/package.json');
  const versions = Object.entries(PACKAGES).map(([name, id]) => `${name} ${dependencies[id]}`);
  const all = Object.values(record);
  const drawn = (way) => all.filter((ways) => ways[way].then === 'drawn').length;
  const hotel = (way) => `\`\`\`html\n${snippetFor({ element: 'report', way, audience: 'hotel' })}\n\`\`\``;

  const text = `# What editors and filters leave of a snippet

Written by \`npm run editors\`; do not edit. The tests put each kind of snippet through each of these and look at the page that results.

Most editors and content systems change what is pasted. Of the \`div\` and of the link all of these leave 999, a helpline and
every other word on the page as text. The table says what more there is:

- **drawn**: with the script on the page, the panel, signs or banner appears for the right people.
- **text and links**: the script finds nothing to draw. The numbers stay as they were pasted.

| Where it is pasted | The \`div\` | The link | The custom element | Telephone links |
| --- | --- | --- | --- | --- |
${Object.entries(record).map(row).join('\n')}

Drawn in ${drawn('placeholder')} of ${all.length} as a \`div\`, in ${drawn('link')} as a link and in ${drawn('element')} as a custom element.

Tried with ${versions.slice(0, 4).join(', ')},
${versions.slice(4).join(', ')} and the WordPress that Debian has; \`setHTML\` is the browser’s own, in Chromium and Firefox.

## What to paste

Open the editor’s source or HTML view, and paste there: in the other view tags become words to be read. Then look at the page
as a visitor sees it.

1. **The \`div\`.** It brings every number, and works before the script does.

   ${hotel('placeholder').replace(/\n/g, '\n   ')}

   Its settings stand twice, in the class and in the \`data-\` attributes, because some filters leave one and some the other.

2. **If that stays text and links, the link**, alone in its paragraph. It is drawn wherever links are let in. Where the script is
   missing it leads to a page of yours.

   ${hotel('link').replace(/\n/g, '\n   ')}

3. **Not the custom element.** It is for developers who write the page itself. The browsers’ own filter, \`setHTML\`, throws a tag
   that it does not know away with all that it holds.

The \`script\` line under a snippet rarely stays. Have it put once into the whole site’s template.

## What to ask of those who run the system

- Let \`class\` and \`data-\` attributes through on \`div\`, or at least one of them.
- Let \`tel:\` links through. Without them nobody can ring a number by a tap; the web links still work.
- Let no-break spaces be. Without them a translation into Arabic, Hebrew, Persian or Urdu turns the groups of a number, so that it
  reads backwards. Quill makes ordinary spaces of them in what stands in the editor (\`root.innerHTML\`); publish what
  \`getSemanticHTML()\` gives.
- Let custom elements through only if your developers write them.
`;
  const filepath = at(PATH).pathname;
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(at(PATH), await editors());
