import { describeFilter } from './filters.js';

type Holder = HTMLElement & { setHTML(text: string, settings?: object): void };
const missing = !('setHTML' in Element.prototype) && 'this engine has no Element.setHTML';

function through(settings?: object): (texts: readonly string[]) => string[] {
  return (texts) =>
    texts.map((text) => {
      const holder = document.createElement('div') as unknown as Holder;
      holder.setHTML(text, settings);
      return holder.innerHTML;
    });
}

describeFilter({ name: 'setHTML', missing, clean: through() });
describeFilter({
  name: 'setHTML, class and data attributes let in',
  missing,
  clean: (texts) => {
    const { Sanitizer } = window as unknown as {
      Sanitizer: new () => { allowAttribute(name: string): void; setDataAttributes(allow: boolean): void };
    };
    const sanitizer = new Sanitizer();
    sanitizer.allowAttribute('class');
    sanitizer.setDataAttributes(true);
    return through({ sanitizer })(texts);
  },
});
