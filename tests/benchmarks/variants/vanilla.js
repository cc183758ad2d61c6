// Custom elements without a library, each with a template in its shadow root.
import { parts } from 'content';
import { behave } from './behaviour.js';
import css from './look.css';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
for (const [name, markup] of Object.entries(parts)) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  customElements.define(
    `x-${name}`,
    class extends HTMLElement {
      connectedCallback() {
        if (this.shadowRoot) return;
        const root = this.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [sheet];
        root.append(template.content.cloneNode(true));
        behave(root, () => document.querySelector('x-report').shadowRoot.querySelector('[data-heading]').focus());
      }
    },
  );
}
