// The behaviour of answers, buttons and clicks for variants whose markup is already in the page. It reorders the rows.
import { counts } from 'content';
import { order } from './order.js';

/** The words of the answer that has this value. */
function wordsOf(question, value) {
  const radio = question.querySelector(`[value="${value}"]`);
  return (radio.labels?.[0] ?? radio.closest('label') ?? radio).textContent.trim();
}

export function behave(root, toReport) {
  const find = (selector) => root.querySelector(selector);
  const answers = [-1, -1, -1];
  const spare = find('template[data-spare]')?.content;
  const cards = {};
  for (const card of [...root.querySelectorAll('[data-card]'), ...(spare?.querySelectorAll('[data-card]') ?? [])]) {
    cards[card.dataset.card] = card;
  }
  const notSaid = [...root.querySelectorAll('[data-given]')].map((given) => given.textContent);

  function redraw() {
    const { first, more, support, result } = order(answers);
    const drawn = ({ card, reason }) => {
      const found = cards[`route${card}`];
      const words = found.querySelector('[data-reason]');
      if (words) words.textContent = reason;
      return found;
    };
    find('[data-list=first]').replaceChildren(...first.map(drawn));
    find('[data-list=more]').replaceChildren(...more.map(drawn));
    find('[data-more]').hidden = !more.length;
    find('[data-count=more]').textContent = counts.more[more.length];
    find('[data-list=support]').replaceChildren(...support.map((card) => cards[`support${card}`]));
    find('[data-count=support]').textContent = counts.support[support.length];
    find('[data-result]').textContent = result;
  }
  function answer({ target }) {
    const question = target.closest?.('[data-question]');
    if (!question) return;
    const index = Number(question.dataset.question);
    answers[index] = Number(target.value);
    find(`[data-given="${index}"]`).textContent = wordsOf(question, target.value);
    redraw();
  }
  const actions = {
    clear() {
      answers.fill(-1);
      for (const question of root.querySelectorAll('[data-question]')) {
        if ('value' in question) question.value = '';
        for (const radio of question.querySelectorAll('input, md-radio')) radio.checked = false;
        const { question: index } = question.dataset;
        find(`[data-given="${index}"]`).textContent = notSaid[index];
      }
      redraw();
    },
    lead: toReport ?? (() => document.querySelector('#report [data-heading]').focus()),
    copy: (button) => navigator.clipboard.writeText(button.dataset.number),
  };
  root.addEventListener('change', answer);
  root.addEventListener('sl-change', answer);
  root.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-do]');
    if (button) actions[button.dataset.do](button);
  });
}
