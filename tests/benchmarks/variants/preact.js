// The page's parts as Preact components with htm templates.
import { openAll } from 'content';
import { h, render } from 'preact';
import { useState } from 'preact/hooks';
import htm from 'htm';
import { view } from 'view';
import { FIRST, order } from './order.js';

const html = htm.bind(h);
const { banner, cards, report, signs } = view(html);
const focus = (selector) => document.querySelector(`#report ${selector}`).focus();
const copy = (button) => navigator.clipboard.writeText(button.closest('[data-number]').dataset.number);

function Part({ name, actions = {}, onChange, children }) {
  const click = ({ target }) => {
    const button = target.closest('[data-do]');
    if (button) ({ lead: () => focus('[data-heading=h]'), copy, ...actions })[button.dataset.do](button);
  };
  return html`<section class="part" id=${name} onClick=${click} onChange=${onChange}>${children}</section>`;
}
function Report() {
  const [answers, setAnswers] = useState([-1, -1, -1]);
  const { routes, support, result } = order(answers);
  const actions = { clear: () => setAnswers([-1, -1, -1]), 'to-routes': () => focus('[data-heading=routes]') };
  const answer = ({ target }) => {
    const { question } = target.closest('[data-question]').dataset;
    setAnswers(answers.with(question, Number(target.value)));
  };
  const drawn = routes.map(({ card, reason }) => cards.route[card](reason));
  return html`<${Part} name="report" actions=${actions} onChange=${answer}>
    ${report({ answers, result, first: drawn.slice(0, FIRST), more: drawn.slice(FIRST), support: support.map((card) => cards.support[card]()) })}
  <//>`;
}
function Signs() {
  const [open, setOpen] = useState(false);
  const actions = {
    all(button) {
      for (const fold of button.closest('section').querySelectorAll('details')) fold.open = !open;
      setOpen(!open);
    },
  };
  return html`<${Part} name="signs" actions=${actions}>${signs({ all: open ? openAll.opened : openAll.closed })}<//>`;
}
render(html`<${Part} name="banner">${banner()}<//><${Report} /><${Signs} />`, document.querySelector('#widget'));
// each panel has its own root, as on pages with it in several places
addEventListener('more-panels', ({ detail }) => {
  for (let i = 0; i < detail; i++) {
    const holder = document.createElement('div');
    document.body.append(holder);
    render(html`<${Report} />`, holder);
  }
});
