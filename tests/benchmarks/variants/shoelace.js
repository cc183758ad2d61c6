import '@shoelace-style/shoelace/dist/themes/light.css';
import '@shoelace-style/shoelace/dist/components/button/button.js';
import '@shoelace-style/shoelace/dist/components/details/details.js';
import '@shoelace-style/shoelace/dist/components/radio/radio.js';
import '@shoelace-style/shoelace/dist/components/radio-group/radio-group.js';
import './look.css';
import './group.css';
import { behave } from './behaviour.js';

behave(document);
// One question is open at a time, as in Shoelace's own example of a group.
document.addEventListener('sl-show', ({ target }) => {
  if (!target.matches('sl-details[name]')) return;
  for (const details of target.parentElement.querySelectorAll('sl-details[name]')) details.open = details === target;
});
