import { describeFilter } from './filters.js';
import { globalFrom, place } from './script.js';

interface Editor {
  readonly root: HTMLElement;
  readonly clipboard: { dangerouslyPasteHTML(text: string): void };
  getSemanticHTML(): string;
}
const quill = globalFrom<new (place: HTMLElement) => Editor>('/peers/quill/dist/quill.js', 'Quill');

function inEditor(get: (editor: Editor) => string): (texts: readonly string[]) => Promise<string[]> {
  return async (texts) => {
    const Quill = await quill;
    const holder = place();
    const editor = new Quill(holder);
    const out = texts.map((text) => {
      editor.clipboard.dangerouslyPasteHTML(text);
      return get(editor);
    });
    holder.remove();
    return out;
  };
}

describeFilter({ name: 'Quill', clean: inEditor((editor) => editor.getSemanticHTML()) });
describeFilter({
  name: 'Quill, as it stands in the editor',
  spaced: true,
  clean: inEditor(({ root }) => root.innerHTML),
});
