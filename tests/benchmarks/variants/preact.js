// The page's parts as Preact components with htm templates.
import { h, render } from 'preact';
import { useState } from 'preact/hooks';
import htm from 'htm';
import { view } from 'view';
import { order } from './order.js';

const html = htm.bind(h);
const { banner, cards, report, signs } = view(html);
const lead = () => document.querySelector('#report [data-heading]').focus();
const copy = (button) => navigator.clipboard.writeText(button.dataset.number);

function Part({ name, actions = {}, onChange, children }) {
  const click = ({ target }) => {
    const button = target.closest('[data-do]');
    if (button) ({ lead, copy, ...actions })[button.dataset.do](button);
  };
  return html`<section class="part" id=${name} onClick=${click} onChange=${onChange}>${children}</section>`;
}
function Report() {
  const [answers, setAnswers] = useState([-1, -1, -1]);
  const { first, more, support, result } = order(answers);
  const actions = { clear: () => setAnswers([-1, -1, -1]) };
  const answer = ({ target }) => {
    const { question } = target.closest('[data-question]').dataset;
    setAnswers(answers.with(question, Number(target.value)));
  };
  const drawn = ({ card, reason }) => cards.route[card](reason);
  return html`<${Part} name="report" actions=${actions} onChange=${answer}>
    ${report({ answers, result, first: first.map(drawn), more: more.map(drawn), support: support.map((card) => cards.support[card]()) })}
  <//>`;
}
const Signs = () => html`<${Part} name="signs">${signs()}<//>`;
render(html`<${Part} name="banner">${banner()}<//><${Report} /><${Signs} />`, document.querySelector('#widget'));
// each panel has its own root, as on pages with it in several places
addEventListener('more-panels', ({ detail }) => {
  for (let i = 0; i < detail; i++) {
    const holder = document.createElement('div');
    document.body.append(holder);
    render(html`<${Report} />`, holder);
  }
});
