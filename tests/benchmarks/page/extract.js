// Runs in a page of the product. Returns its content as a plain description, from which every other variant is built.
(async () => {
  const isShown = (element) =>
    element.localName === 'slot' || element.checkVisibility() || !!element.closest('details:not([open])');
  const clean = (text) => text.replace(/\s+/g, ' ');

  /** Joins neighbouring texts, with white space only between words on one line. */
  function joined(nodes) {
    const merged = [];
    for (const node of nodes) {
      const last = merged.at(-1);
      if (node.kind === 'text' && last?.kind === 'text') last.text = clean(last.text + node.text);
      else merged.push(node);
    }
    const blank = (node) => node?.kind === 'text' && !node.text.trim();
    const inline = (node) => ['text', 'link', 'strong', 'reason'].includes(node?.kind);
    return merged.filter((node, i) => !blank(node) || (inline(merged[i - 1]) && inline(merged[i + 1])));
  }
  const inside = (element) => joined([...element.childNodes].flatMap((child) => described(child)));
  const textIn = (element) => clean(element.textContent).trim();

  function described(node) {
    if (node.nodeType === Node.TEXT_NODE) return [{ kind: 'text', text: clean(node.data) }];
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    if (node.matches('.paper, .probe, .aloud, .rest, style') || !isShown(node)) return [];
    const children = () => inside(node);
    if (node.matches('[role=heading]')) {
      return [
        {
          kind: 'heading',
          level: Number(node.ariaLevel),
          of: node.id || node.querySelector('slot')?.name,
          children: children(),
        },
      ];
    }
    if (node.matches('.card > p:nth-child(2) > .quiet')) return [{ kind: 'reason' }];
    switch (node.localName) {
      case 'p':
        // an element that contains a block is not a paragraph
        if (node.querySelector('[role=heading], button')) {
          return [{ kind: 'row', of: node.matches('.result') ? 'result' : 'call', children: children() }];
        }
        return [{ kind: 'paragraph', of: node.className.split(' ')[0], children: children() }];
      case 'ol':
      case 'ul':
        if (!node.matches('.cards')) return [{ kind: 'list', children: children() }];
        return [{ kind: 'cards', of: node.localName === 'ul' ? 'support' : node.start > 1 ? 'more' : 'first' }];
      case 'li':
        return [{ kind: 'item', children: children() }];
      case 'a': {
        const look = node.matches('.button, .exit a')
          ? 'button'
          : node.matches('.call a')
            ? 'call'
            : node.matches('.number')
              ? 'number'
              : '';
        return [{ kind: 'link', href: node.getAttribute('href'), look, children: children() }];
      }
      case 'strong':
        return [{ kind: 'strong', children: children() }];
      case 'button': {
        const name = node.querySelector('slot')?.name ?? '';
        const of =
          { 'to-routes': 'to-routes', clear: 'clear', all: 'all' }[name] ?? (name.endsWith('-copy') ? 'copy' : 'lead');
        return [{ kind: 'button', of, text: textIn(node) }];
      }
      case 'details':
        return [
          {
            kind: 'details',
            summary: textIn(node.querySelector('summary')),
            children: joined([...node.children].filter((one) => one.localName !== 'summary').flatMap(described)),
          },
        ];
      case 'fieldset':
        return [
          {
            kind: 'question',
            legend: textIn(node.querySelector('legend')),
            name: node.querySelector('input').name,
            answers: [...node.querySelectorAll('label')].map(textIn),
          },
        ];
      case 'section':
      case 'div':
        return [{ kind: 'group', of: node.className.split(' ')[0], children: children() }];
      default:
        return children();
    }
  }

  const rootOf = (kind) => document.querySelector(`[data-say-something=${kind}]`).shadowRoot;
  const panel = rootOf('report');
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  const questions = [...panel.querySelectorAll('fieldset')];
  const radios = questions.map((question) => [...question.querySelectorAll('input')]);
  const clear = panel.querySelector('slot[name=clear]').parentElement;

  /** Each card that an answer shows, in its first state. Its reason is separate, because an answer changes it. */
  const cards = { route: new Map(), support: new Map() };
  const reasons = [];
  function shown() {
    const read = (list, selector) =>
      [...panel.querySelectorAll(selector)].map((card) => {
        const name = textIn(card.querySelector('.name'));
        if (!cards[list].has(name))
          cards[list].set(name, { number: textIn(card.querySelector('.number, .address')), children: inside(card) });
        const quiet = card.querySelector(':scope > p:nth-child(2) > .quiet');
        const reason = quiet ? textIn(quiet) : '';
        if (!reasons.includes(reason)) reasons.push(reason);
        return { card: [...cards[list].keys()].indexOf(name), reason: reasons.indexOf(reason) };
      });
    return {
      routes: read('route', 'ol.cards > .card'),
      support: read('support', 'ul.cards > .card').map(({ card }) => card),
      result: textIn(panel.querySelector('.result > span')),
    };
  }

  const report = inside(panel.querySelector('.root'));
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

  const signs = rootOf('signs');
  const all = signs.querySelector('.head button');
  const described_ = inside(signs.querySelector('.root'));
  const closed = textIn(all);
  all.click();
  await settled();
  const opened = textIn(all);
  all.click();
  await settled();

  return {
    banner: inside(rootOf('banner').querySelector('.root')),
    report,
    signs: described_,
    openAll: { closed, opened },
    cards: { route: [...cards.route], support: [...cards.support] },
    reasons,
    states,
    levels: { card: Number(panel.querySelector('.name').ariaLevel) },
  };
})();
