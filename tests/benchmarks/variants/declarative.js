import { behave } from './behaviour.js';

const host = (name) => document.querySelector(`x-${name}`);
for (const name of ['banner', 'report', 'signs']) {
  behave(host(name).shadowRoot, () => host('report').shadowRoot.querySelector('[data-heading]').focus());
}
