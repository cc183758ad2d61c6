import { recordWarnings } from '../../helpers/warnings.js';
import { describeFilter } from './filters.js';
import { globalFrom, place } from './script.js';

interface Editor {
  setData(text: string): void;
  getData(): string;
  destroy(): Promise<void>;
  editing: { view: { document: { fire(type: string, data: object): void } } };
}
type Plugins = Record<string, unknown> & {
  ClassicEditor: { create(place: HTMLElement, settings: object): Promise<Editor> };
};

const ckeditor = globalFrom<Plugins>('/peers/ckeditor5/dist/browser/ckeditor5.umd.js', 'CKEDITOR');
const ORDINARY = [
  'Essentials',
  'Autoformat',
  'Paragraph',
  'Heading',
  'Bold',
  'Italic',
  'Link',
  'AutoLink',
  'List',
  'BlockQuote',
  'Table',
  'Indent',
  'PasteFromOffice',
  'SourceEditing',
];

function inEditor(
  plugins: string[],
  settings: object,
  put: (editor: Editor, text: string) => void,
): (texts: readonly string[]) => Promise<string[]> {
  return async (texts) => {
    const all = await ckeditor;
    const holder = place();
    const editor = await all.ClassicEditor.create(holder, {
      licenseKey: 'GPL',
      plugins: plugins.map((name) => all[name]),
      ...settings,
    });
    // it warns its author of every script tag that it does not run
    const { stop } = recordWarnings();
    const out = texts.map((text) => {
      editor.setData('');
      put(editor, text);
      return editor.getData();
    });
    stop();
    await editor.destroy();
    holder.remove();
    return out;
  };
}
const asSource = (editor: Editor, text: string): void => editor.setData(text);
/** Does what the editor does with a real paste event, because a simulated one has no data in Firefox. */
function asPaste(editor: Editor, text: string): void {
  editor.editing.view.document.fire('clipboardInput', {
    dataTransfer: { getData: (type: string) => (type === 'text/html' ? text : ''), types: ['text/html'], files: [] },
    content: text,
    method: 'paste',
    preventDefault: () => undefined,
    stopPropagation: () => undefined,
  });
}

describeFilter({ name: 'CKEditor 5', clean: inEditor(ORDINARY, {}, asSource) });
describeFilter({ name: 'CKEditor 5, pasted', clean: inEditor(ORDINARY, {}, asPaste) });
describeFilter({
  name: 'CKEditor 5, any HTML let in',
  clean: inEditor(
    [...ORDINARY, 'GeneralHtmlSupport'],
    { htmlSupport: { allow: [{ name: /.*/, attributes: true, classes: true, styles: true }] } },
    asSource,
  ),
});
