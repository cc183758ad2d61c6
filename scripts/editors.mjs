/*
 * npm run editors: writes docs/generated/editors.md from tests/others/sanitizers/record.json. The tests in that folder compare
 * the record with what every editor and filter really does, and tests/papers/editors.test.mjs compares the file with the record.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { snippetFor } from '../demo/snippets.ts';

const at = (path) => new URL(`../${path}`, import.meta.url);
const json = (path) => JSON.parse(readFileSync(at(path), 'utf8'));
const PATH = 'docs/generated/editors.md';

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
  gone: '**removed, with its numbers**',
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

\`npm run editors\` writes this page; do not edit it. The tests paste each kind of snippet into each editor or filter below and
look at the page that results.

Most editors and content systems change what is pasted. All of those below leave 999, a helpline and every other word of the
\`div\` and of the link on the page, at least as text. The table says what else remains:

- **drawn**: with the script on the page, the panel, signs or banner appears for the right people.
- **text and links**: the script finds nothing to draw. The numbers stay as they were pasted.

| Where it is pasted | The \`div\` | The link | The custom element | Telephone links |
| --- | --- | --- | --- | --- |
${Object.entries(record).map(row).join('\n')}

The \`div\` is drawn in ${drawn('placeholder')} of ${all.length}, the link in ${drawn('link')} and the custom element in ${drawn('element')}.

The versions tried are ${versions.slice(0, 4).join(', ')},
${versions.slice(4).join(', ')} and Debian’s WordPress. \`setHTML\` is the filter that Chromium and Firefox have built in.

## What to paste

Open the editor’s source or HTML view and paste there: in the other view, tags turn into visible text. Then look at the page as
a visitor sees it.

1. **The \`div\`.** It brings every number, and works before the script does.

   ${hotel('placeholder').replace(/\n/g, '\n   ')}

   It carries its settings twice, in the class and in the \`data-\` attributes, because some filters keep only one of them.

2. **The link, if the \`div\` stays text and links.** Put it alone in its paragraph. It is drawn wherever links are allowed.
   Where the script is missing, it leads to a page of yours.

   ${hotel('link').replace(/\n/g, '\n   ')}

3. **Not the custom element.** It is for developers who write the page itself. The browser’s own filter, \`setHTML\`, removes an
   unknown tag together with its content.

Few editors keep the \`script\` line under a snippet. Ask for it to be added once, in the template of the whole site.

## What to ask the people who run the system

- Allow \`class\` and \`data-\` attributes on \`div\`, or at least one of the two.
- Allow \`tel:\` links. Without them nobody can call a number with a tap; the web links still work.
- Keep no-break spaces. Without them, a translation into Arabic, Hebrew, Persian or Urdu reverses the groups of a number. Quill
  replaces them with ordinary spaces in the editor’s own HTML (\`root.innerHTML\`); publish what \`getSemanticHTML()\` returns.
- Allow custom elements only if your developers write them.
`;
  const filepath = at(PATH).pathname;
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(at(PATH), await editors());
