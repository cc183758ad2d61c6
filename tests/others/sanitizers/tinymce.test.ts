import { expect } from '@open-wc/testing';
import { describeFilter } from './filters.js';
import { drawnIn, openScripted, publish } from './page.js';
import { globalFrom, place } from './script.js';

interface Editor {
  setContent(text: string): void;
  getContent(): string;
  execCommand(command: string, ui: boolean, value: object): void;
  remove(): void;
}
const tinymce = globalFrom<{ init(settings: object): Promise<Editor[]> }>('/peers/tinymce/tinymce.min.js', 'tinymce');

function inEditor(
  settings: object,
  put: (editor: Editor, text: string) => void,
): (texts: readonly string[]) => Promise<string[]> {
  return async (texts) => {
    const target = place('textarea');
    const [editor] = await (
      await tinymce
    ).init({
      target,
      license_key: 'gpl',
      base_url: '/peers/tinymce',
      suffix: '.min',
      plugins: 'link lists code',
      ...settings,
    });
    if (!editor) throw new Error('TinyMCE did not start');
    const out = texts.map((text) => {
      editor.setContent('');
      put(editor, text);
      return editor.getContent();
    });
    editor.remove();
    target.remove();
    return out;
  };
}
const asSource = (editor: Editor, text: string): void => editor.setContent(text);
const asPaste = (editor: Editor, html: string): void =>
  editor.execCommand('mceInsertClipboardContent', false, { html });

describeFilter({ name: 'TinyMCE', clean: inEditor({}, asSource) });
describeFilter({ name: 'TinyMCE, pasted', clean: inEditor({}, asPaste) });
describeFilter({
  name: 'TinyMCE, custom elements let in',
  clean: inEditor(
    {
      custom_elements: 'say-something-report,say-something-signs,say-something-banner,say-something-exit',
      extended_valid_elements:
        'say-something-report[audience|heading-level],say-something-signs[audience],say-something-banner[audience],say-something-exit',
    },
    asSource,
  ),
});

describe('TinyMCE on the site that it edits', () => {
  it('makes the link’s address relative, and the link is still drawn', async () => {
    const link = `<p><a href="${location.origin}/say-something/#report-hotel">Who to tell</a></p>`;
    const [out = ''] = await inEditor({}, asSource)([link]);
    expect(out).to.match(/href="(?:\.\.\/)*say-something\/#report-hotel"/);
    const page = await openScripted();
    await publish(page, out);
    expect(drawnIn(page.body)).to.deep.equal(['report hotel']);
    page.close();
  });
});
