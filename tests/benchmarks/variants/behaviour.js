// The behaviour of answers, buttons and clicks for variants whose markup is already in the page. It reorders the cards.
import { openAll } from 'content';
import { FIRST, order } from './order.js';

export function behave(root, toReport) {
  const find = (selector) => root.querySelector(selector);
  const answers = [-1, -1, -1];
  const spare = find('template[data-spare]')?.content;
  const cards = {};
  for (const card of [...root.querySelectorAll('[data-card]'), ...(spare?.querySelectorAll('[data-card]') ?? [])]) {
    cards[card.dataset.card] = card;
  }

  function redraw() {
    const { routes, support, result } = order(answers);
    const inOrder = routes.map(({ card, reason }) => {
      const found = cards[`route${card}`];
      found.querySelector('[data-reason]').textContent = reason;
      return found;
    });
    find('[data-list=first]').replaceChildren(...inOrder.slice(0, FIRST));
    find('[data-list=more]').replaceChildren(...inOrder.slice(FIRST));
    find('[data-more]').hidden = inOrder.length <= FIRST;
    find('[data-list=support]').replaceChildren(...support.map((card) => cards[`support${card}`]));
    find('[data-result]').textContent = result;
  }
  function answer({ target }) {
    const question = target.closest?.('[data-question]');
    if (!question) return;
    answers[question.dataset.question] = Number(target.value);
    redraw();
  }
  const actions = {
    clear() {
      answers.fill(-1);
      for (const question of root.querySelectorAll('[data-question]')) {
        if ('value' in question) question.value = '';
        for (const radio of question.querySelectorAll('input, md-radio')) radio.checked = false;
      }
      redraw();
    },
    'to-routes': () => find('[data-heading=routes]').focus(),
    lead: toReport ?? (() => document.querySelector('#report [data-heading]').focus()),
    all(button) {
      const folds = [...button.closest('[data-part], :host').querySelectorAll('details, sl-details, wa-details')];
      const open = !folds.every((fold) => fold.open);
      for (const fold of folds) fold.open = open;
      button.textContent = open ? openAll.opened : openAll.closed;
    },
    copy: (button) => navigator.clipboard.writeText(button.closest('[data-number]').dataset.number),
  };
  root.addEventListener('change', answer);
  root.addEventListener('sl-change', answer);
  root.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-do]');
    if (button) actions[button.dataset.do](button);
  });
}
