// Writes the description as markup for each library. A dialect defines only its differences from plain HTML.

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const classes = (name) => (name ? ` class="${name}"` : '');

/** Plain HTML. Every function gets the finished content and its data. */
export const plain = {
  text: escaped,
  value: escaped,
  heading: (inside, { level, more }) => `<h${level}${more}>${inside}</h${level}>`,
  paragraph: (inside, { of, more = '' }) => `<p${classes(of)}${more}>${inside}</p>`,
  row: (inside, { of }) => `<div class="row ${of}">${inside}</div>`,
  group: (inside, { of }) => `<div${classes(of)}>${inside}</div>`,
  list: (inside) => `<ul>${inside}</ul>`,
  item: (inside) => `<li>${inside}</li>`,
  cards: (inside, { of }) => `<ol class="cards" data-list="${of}">${inside}</ol>`,
  card: (inside, { more }) => `<li class="card"${more}>${inside}</li>`,
  strong: (inside) => `<strong>${inside}</strong>`,
  reason: (inside) => `<span class="quiet" data-reason>${inside}</span>`,
  result: (inside) => `<span role="status" data-result>${inside}</span>`,
  details: (inside, { summary }) => `<details><summary>${summary}</summary>${inside}</details>`,
  question: (inside, { legend, index }) =>
    `<fieldset data-question="${index}"><legend>${legend}</legend><div class="answers">${inside}</div></fieldset>`,
  answer: (inside, { name, index, more }) =>
    `<label><input type="radio" name="${name}" value="${index}" autocomplete="off"${more}> ${inside}</label>`,
  link: (inside, { look, more }) => `<a${classes(look)}${more}>${inside}</a>`,
  button: (inside, { of, more }) =>
    `<button type="button"${classes(of === 'lead' ? 'lead' : '')}${more}>${inside}</button>`,
  /** The binding of a template language for parts that an answer changes. Plain HTML has none. */
  checked: () => '',
  moreHeading: (heading) => heading,
};

/** Writes the description as markup in a dialect. */
export function writer(content, dialect) {
  const words = { ...plain, ...dialect };
  const [initial] = content.states;
  let questions = 0;

  const write = (nodes) => nodes.map(one).join('');
  function one(node) {
    const inside = () => write(node.children);
    switch (node.kind) {
      case 'text':
        return words.text(node.text);
      case 'heading': {
        const id = node.of === 'h' || node.of === 'routes' ? ` data-heading="${node.of}" tabindex="-1"` : '';
        const heading = words.heading(inside(), { ...node, more: node.of === 'more' ? ' data-more' : id });
        return node.of === 'more' ? words.moreHeading(heading) : heading;
      }
      case 'row':
        if (node.of !== 'result') return words.row(inside(), node);
        return words.row(
          words.result(words.text(initial.result)) + write(node.children.filter(({ kind }) => kind === 'button')),
          node,
        );
      case 'reason':
        return words.reason('');
      case 'cards':
        return words.cards(cardsOf(node.of), node);
      case 'details':
        return words.details(inside(), { summary: words.value(node.summary) });
      case 'question': {
        const index = questions++;
        const answers = node.answers.map((answer, i) =>
          words.answer(words.text(answer), { name: node.name, index: i, more: words.checked(index, i) }),
        );
        return words.question(answers.join(''), { legend: words.value(node.legend), index });
      }
      case 'link': {
        const outbound = node.href.startsWith('http') ? ' target="_top" rel="noreferrer noopener"' : '';
        return words.link(inside(), { ...node, more: ` href="${words.value(node.href)}"${outbound}` });
      }
      case 'button':
        return words.button(words.text(node.text), { ...node, more: ` data-do="${node.of}"` });
      default:
        return words[node.kind](inside(), node);
    }
  }
  /** The cards of a list when the page opens. */
  function cardsOf(list) {
    if (list === 'support') return initial.support.map((card) => cardOf('support', card)).join('');
    const routes = list === 'first' ? initial.routes.slice(0, FIRST) : initial.routes.slice(FIRST);
    return routes.map(({ card, reason }) => cardOf('route', card, words.text(content.reasons[reason]))).join('');
  }
  function cardOf(list, card, reason = '') {
    const [, { children, number }] = content.cards[list][card];
    const more = ` data-card="${list}${card}"${list === 'route' ? ` data-number="${words.value(number)}"` : ''}`;
    const { reason: write_ } = words;
    words.reason = () => write_(reason);
    const written = words.card(write(children), { more, level: content.levels.card });
    words.reason = write_;
    return written;
  }
  /** The cards that are shown only after an answer. */
  const spare = () =>
    Object.entries({ route: initial.routes.map(({ card }) => card), support: initial.support })
      .flatMap(([list, shown]) =>
        content.cards[list].map((_, card) => (shown.includes(card) ? '' : cardOf(list, card))),
      )
      .join('');

  return { write, cardOf, spare };
}

/** The number of routes above the questions. */
const FIRST = 3;

/** A compact table of the cards and reasons for each combination of answers, and of the line above them. */
export function tableOf({ states, reasons }) {
  const letter = (index) => String.fromCharCode(index < 26 ? 97 + index : 65 + index - 26);
  const table = states.map(
    ({ routes, support }) =>
      `${routes.map(({ card, reason }) => letter(card) + letter(reason)).join('')}|${support.map(letter).join('')}`,
  );
  const size = (i) => 2 + Math.max(...states.map(({ answers }) => answers[i]));
  return { table: table.join(' '), sizes: [size(0), size(1), size(2)], reasons };
}
