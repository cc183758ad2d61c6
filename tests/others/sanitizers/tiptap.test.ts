import { describeFilter } from './filters.js';
import { globalFrom, place } from './script.js';

interface Tiptap {
  readonly StarterKit: unknown;
  readonly Editor: new (settings: object) => { getHTML(): string; destroy(): void };
}
const tiptap = globalFrom<Tiptap>('/sanitizers/tiptap.js', 'tiptap');

describeFilter({
  name: 'Tiptap',
  clean: async (texts) => {
    const { Editor, StarterKit } = await tiptap;
    return texts.map((content) => {
      const element = place();
      const editor = new Editor({ element, extensions: [StarterKit], content });
      const out = editor.getHTML();
      editor.destroy();
      element.remove();
      return out;
    });
  },
});
