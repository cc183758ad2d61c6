// Writes the description as markup for each library. A dialect defines only its differences from plain HTML.

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const classes = (name) => (name ? ` class="${name}"` : '');

/** Plain HTML. Every function gets the finished content and its data. */
export const plain = {
  text: escaped,
  value: escaped,
  heading: (inside, { level, more }) => `<h${level}${more}>${inside}</h${level}>`,
  paragraph: (inside, { of }) => `<p${classes(of)}>${inside}</p>`,
  row: (inside, { of }) => `<div${classes(of)}>${inside}</div>`,
  group: (inside, { of }) => `<div${classes(of)}>${inside}</div>`,
  list: (inside, { of }) => `<ul${classes(of)}>${inside}</ul>`,
  item: (inside, { of }) => `<li${classes(of)}>${inside}</li>`,
  cards: (inside, { of }) => `<ul class="rows" data-list="${of}">${inside}</ul>`,
  card: (inside, { more }) => `<li class="band row"${more}>${inside}</li>`,
  strong: (inside) => `<strong>${inside}</strong>`,
  reason: (inside) => `<span data-reason>${inside}</span>`,
  result: (inside) => `<span role="status" data-result>${inside}</span>`,
  given: (inside, { index }) => `<strong data-given="${index}">${inside}</strong>`,
  count: (inside, { of }) => `<span data-count="${of}">${inside}</span>`,
  details: (inside, { summary, of, more }) =>
    `<details${classes(of)}${more}><summary>${summary}</summary>${inside}</details>`,
  question: (inside, { legend, index }) =>
    `<fieldset aria-label="${legend}" data-question="${index}">${inside}</fieldset>`,
  answer: (inside, { name, index, more }) =>
    `<label><input type="radio" name="${name}" value="${index}" autocomplete="off"${more}> ${inside}</label>`,
  link: (inside, { look, more }) => `<a${classes(look)}${more}>${inside}</a>`,
  button: (inside, { of, more }) =>
    `<button type="button"${classes(of === 'lead' ? 'lead' : '')}${more}>${inside}</button>`,
  /** The binding of a template language for parts that an answer changes. Plain HTML has none. */
  checked: () => '',
  unlessEmpty: (more) => more,
};

/** Writes the description as markup in a dialect. */
export function writer(content, dialect) {
  const words = { ...plain, ...dialect };
  const [initial] = content.states;

  const write = (nodes) => nodes.map(one).join('');
  function one(node) {
    const inside = () => write(node.children);
    switch (node.kind) {
      case 'text':
        return words.text(node.text);
      case 'heading':
        return words.heading(inside(), { ...node, more: node.of === 'h' ? ' data-heading tabindex="-1"' : '' });
      case 'result':
        return words.result(words.text(initial.result));
      case 'reason':
        return words.reason('');
      case 'given':
        return words.given(words.text(node.none), node);
      case 'count':
        return words.count(words.text(content.counts[node.of][initial[node.of].length]), node);
      case 'cards':
        return words.cards(cardsOf(node.of), node);
      case 'details': {
        const { name, open, summary } = node;
        const mayBeEmpty = summary.some(({ kind, of }) => kind === 'count' && of === 'more');
        const more = `${name && ` name="${name}"`}${open ? ' open' : ''}${mayBeEmpty ? ' data-more' : ''}`;
        const plainly = summary.every(({ kind }) => kind === 'text');
        const details = words.details(inside(), { ...node, summary: write(summary), plainly, more });
        return mayBeEmpty ? words.unlessEmpty(details) : details;
      }
      case 'question': {
        const { name, index, legend } = node;
        const answers = node.answers.map((answer, i) =>
          words.answer(words.text(answer), { name, index: i, more: words.checked(index, i) }),
        );
        return words.question(answers.join(''), { legend: words.value(legend), index });
      }
      case 'link': {
        const outbound = node.href.startsWith('http') ? ' target="_top" rel="noreferrer noopener"' : '';
        return words.link(inside(), { ...node, more: ` href="${words.value(node.href)}"${outbound}` });
      }
      case 'button': {
        const number = node.number ? ` data-number="${words.value(node.number)}"` : '';
        return words.button(words.text(node.text), { ...node, more: ` data-do="${node.of}"${number}` });
      }
      default:
        return words[node.kind](inside(), node);
    }
  }
  /** The cards of a list when the page opens. */
  function cardsOf(list) {
    if (list === 'support') return initial.support.map((card) => cardOf('support', card)).join('');
    return initial[list].map(({ card, reason }) => cardOf('route', card, words.text(content.reasons[reason]))).join('');
  }
  function cardOf(list, card, reason = '') {
    const [, { children }] = content.cards[list][card];
    const { reason: write_ } = words;
    words.reason = () => write_(reason);
    const written = words.card(write(children), { more: ` data-card="${list}${card}"` });
    words.reason = write_;
    return written;
  }
  /** The cards that are shown only after an answer. */
  function spare() {
    const shown = { route: [...initial.first, ...initial.more].map(({ card }) => card), support: initial.support };
    return Object.entries(shown)
      .flatMap(([list, some]) => content.cards[list].map((_, card) => (some.includes(card) ? '' : cardOf(list, card))))
      .join('');
  }

  return { write, cardOf, spare };
}

/** A compact table of the cards and reasons for each combination of answers, and the words that say their numbers. */
export function tableOf({ states, reasons, counts }) {
  const letter = (index) => String.fromCharCode(index < 26 ? 97 + index : 65 + index - 26);
  const routes = (list) => list.map(({ card, reason }) => letter(card) + letter(reason)).join('');
  const table = states.map(
    ({ first, more, support }) => `${routes(first)}|${routes(more)}|${support.map(letter).join('')}`,
  );
  const size = (i) => 2 + Math.max(...states.map(({ answers }) => answers[i]));
  return { table: table.join(' '), sizes: [size(0), size(1), size(2)], reasons, counts };
}
