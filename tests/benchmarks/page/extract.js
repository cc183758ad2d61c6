// Runs in a page of the product. Returns its content as a plain description, from which every other variant is built.
(async () => {
  const isShown = (element) =>
    element.localName === 'slot' || element.checkVisibility() || !!element.closest('details:not([open])');
  const clean = (text) => text.replace(/\s+/g, ' ');
  const INLINE = ['text', 'link', 'strong', 'reason', 'result', 'given', 'count'];

  /** Joins neighbouring texts, with white space only between words on one line. */
  function joined(nodes) {
    const merged = [];
    for (const node of nodes) {
      const last = merged.at(-1);
      if (node.kind === 'text' && last?.kind === 'text') last.text = clean(last.text + node.text);
      else merged.push(node);
    }
    const blank = (node) => node?.kind === 'text' && !node.text.trim();
    const inline = (node) => INLINE.includes(node?.kind);
    return merged.filter((node, i) => !blank(node) || (inline(merged[i - 1]) && inline(merged[i + 1])));
  }
  const inside = (element) => joined([...element.childNodes].flatMap((child) => described(child)));
  const textIn = (element) => clean(element.textContent).trim();
  const looks = (node) => [...node.classList].filter((name) => name !== 'screen').join(' ');
  const indexOf = ({ name }) => Number(name.slice(1)) - 1;
  const answersIn = (question) => [...question.querySelectorAll('label')].map(textIn);

  /** The paragraph of a route that every variant ends with its reason. Support has none. */
  const BEFORE_REASON = ':is(.rows, .more) [part=route] > div:first-child > p:nth-child(2)';
  /** A route's reason, alone in a paragraph that is there only after an answer. */
  const REASON = '[part=route] > div:first-child > p:nth-child(n + 3) > span:only-child';

  function described(node) {
    if (node.nodeType === Node.TEXT_NODE) return [{ kind: 'text', text: clean(node.data) }];
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    if (node.matches('.paper, .probe, .aloud, .rest, style, [hidden]') || !isShown(node)) return [];
    const children = () => inside(node);
    const of = looks(node);
    if (node.matches('[role=heading]'))
      return [{ kind: 'heading', level: Number(node.ariaLevel), of: node.id, children: children() }];
    switch (node.localName) {
      case 'p':
        if (node.firstElementChild?.matches(REASON)) return [];
        if (node.matches(BEFORE_REASON))
          return [
            { kind: 'paragraph', of, children: [...children(), { kind: 'text', text: ' ' }, { kind: 'reason' }] },
          ];
        return [{ kind: node.matches('.now, .acts, .result') ? 'row' : 'paragraph', of, children: children() }];
      case 'span':
        if (node.matches('.result > span')) return [{ kind: 'result' }];
        return children();
      case 'slot':
        if (node.matches('summary > [name=more]')) return [{ kind: 'count', of: 'more' }];
        if (node.matches('summary > [name=more-support]')) return [{ kind: 'count', of: 'support' }];
        return children();
      case 'ul':
        if (node.matches('.rows')) return [{ kind: 'cards', of: 'first' }];
        if (node.querySelector(':scope > [part=route]'))
          return [{ kind: 'cards', of: node.closest('.more') ? 'more' : 'support' }];
        return [{ kind: 'list', of, children: children() }];
      case 'li':
        return [{ kind: 'item', of, children: children() }];
      case 'a': {
        const [look = ''] = ['button', 'number'].filter((name) => node.classList.contains(name));
        const call = look === 'button' && node.matches('.now a');
        return [{ kind: 'link', href: node.getAttribute('href'), look: call ? 'call' : look, children: children() }];
      }
      case 'strong': {
        const question = node.matches('.question > summary > strong') && node.closest('details');
        if (!question) return [{ kind: 'strong', children: children() }];
        return [
          {
            kind: 'given',
            index: indexOf(question.querySelector('input')),
            none: textIn(node),
            answers: answersIn(question),
          },
        ];
      }
      case 'button': {
        const name = node.querySelector('slot').name;
        if (!name.endsWith('-copy'))
          return [{ kind: 'button', of: name === 'clear' ? name : 'lead', text: textIn(node) }];
        const number = textIn(node.closest('.row').querySelector('.number'));
        return [{ kind: 'button', of: 'copy', text: textIn(node), number }];
      }
      case 'details':
        return [
          {
            kind: 'details',
            of,
            name: node.getAttribute('name') ?? '',
            open: node.open,
            summary: inside(node.querySelector('summary')),
            children: joined([...node.children].filter((one) => one.localName !== 'summary').flatMap(described)),
          },
        ];
      case 'fieldset': {
        const { name } = node.querySelector('input');
        const legend = textIn(node.getRootNode().getElementById(node.getAttribute('aria-labelledby')));
        return [{ kind: 'question', legend, name, index: indexOf({ name }), answers: answersIn(node) }];
      }
      case 'section':
      case 'div':
        return [{ kind: 'group', of, children: children() }];
      default:
        return children();
    }
  }

  const rootOf = (kind) => document.querySelector(`[data-say-something=${kind}]`).shadowRoot;
  const described_ = (kind) => inside(rootOf(kind).querySelector('.root'));
  const panel = rootOf('report');
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  const radios = [...panel.querySelectorAll('fieldset')].map((question) => [...question.querySelectorAll('input')]);
  const clear = panel.querySelector('slot[name=clear]').parentElement;

  /** Each row that an answer shows, in its first state. Its reason is separate, because an answer changes it. */
  const cards = { route: new Map(), support: new Map() };
  const reasons = [];
  /** The words of the summary of other routes and of other support, by their number. */
  const counts = { more: [], support: [] };
  function shown() {
    const support = panel.getElementById('support-label').closest('.band');
    const read = (list, rows) =>
      [...rows].map((card) => {
        const name = textIn(card.querySelector('[role=heading], p'));
        if (!cards[list].has(name)) cards[list].set(name, { children: inside(card) });
        const given = card.querySelector(REASON);
        const reason = given ? textIn(given) : '';
        if (!reasons.includes(reason)) reasons.push(reason);
        return { card: [...cards[list].keys()].indexOf(name), reason: reasons.indexOf(reason) };
      });
    const state = {
      first: read('route', panel.querySelectorAll('.rows > li')),
      more: read('route', panel.querySelectorAll('.more [part=route]')),
      support: read('support', support.querySelectorAll('[part=route]')).map(({ card }) => card),
      result: textIn(panel.querySelector('.result > span')),
    };
    if (state.more.length) counts.more[state.more.length] = textIn(panel.querySelector('.more > details > summary'));
    counts.support[state.support.length] = textIn(support.querySelector('summary'));
    return state;
  }

  const report = described_('report');
  const states = [];
  const choices = (i) => [-1, ...radios[i].keys()];
  for (const who of choices(0)) {
    for (const where of choices(1)) {
      for (const name of choices(2)) {
        clear.click();
        await settled();
        [who, where, name].forEach((answer, i) => radios[i][answer]?.click());
        await settled();
        states.push({ answers: [who, where, name], ...shown() });
      }
    }
  }
  clear.click();
  await settled();

  return {
    banner: described_('banner'),
    report,
    signs: described_('signs'),
    cards: { route: [...cards.route], support: [...cards.support] },
    counts,
    reasons,
    states,
  };
})();
