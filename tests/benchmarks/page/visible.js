// Runs in a page of any variant. Returns what a person sees, through shadow roots and frames, in the order of the flat tree.
window.visible = () => {
  const seen = { text: [], links: [], radios: [], folds: [] };
  /** Whether an element is a box of a pixel, which is only for screen readers. */
  const isTiny = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width <= 1 && height <= 1 && getComputedStyle(element).overflow !== 'visible';
  };
  function walk(node, into) {
    if (node.nodeType === 3) {
      const text = node.data.replace(/\s+/g, ' ').trim();
      if (text) into.text.push(text);
      return;
    }
    if (node.nodeType === 9) return walk(node.body, into);
    if (node.nodeType === 11) return node.childNodes.forEach((child) => walk(child, into));
    if (node.nodeType !== 1 || node.matches('script, style, template, svg, .probe')) return;
    const style = getComputedStyle(node);
    if (style.display !== 'contents' && (!node.checkVisibility({ visibilityProperty: true }) || isTiny(node))) return;
    if (node.localName === 'iframe') return node.contentDocument && walk(node.contentDocument, into);
    if (node.matches('input[type=radio], sl-radio, wa-radio, md-radio') || node.role === 'radio') {
      into.radios.push(!!node.checked || node.ariaChecked === 'true');
    }
    if (node.localName === 'details') into.folds.push(node.open);
    if (node.localName === 'slot') {
      const given = node.assignedNodes();
      return (given.length ? given : [...node.childNodes]).forEach((child) => walk(child, into));
    }
    if (node.localName === 'a') {
      const inner = { text: [], links: [], radios: [], folds: [] };
      node.childNodes.forEach((child) => walk(child, inner));
      into.links.push([node.getAttribute('href'), inner.text.join(' ')]);
      into.text.push(...inner.text);
      return;
    }
    return (node.shadowRoot ?? node).childNodes.forEach((child) => walk(child, into));
  }
  walk(document.body, seen);
  return { ...seen, text: seen.text.join(' ') };
};

/** Yields each element of a page, through shadow roots and frames. */
window.everyElement = function* (root = document) {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* window.everyElement(element.shadowRoot);
    if (element.localName === 'iframe' && element.contentDocument) yield* window.everyElement(element.contentDocument);
  }
};

/** Waits until the product has drawn everything, and mirrored every phrase. */
window.complete = async () => {
  const waits = () =>
    [...window.everyElement()].some(
      (one) => one.matches('.root[data-partial]') || (one.matches('.root slot[name]') && !one.assignedNodes().length),
    );
  while (waits()) await new Promise((resolve) => setTimeout(resolve, 20));
};

const DETAILS = 'details, sl-details, wa-details';
const RADIOS = 'input[type=radio], sl-radio, wa-radio, md-radio';
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** The disclosures of a page, without the ones inside the components of a library. */
const disclosures = () =>
  [...window.everyElement()].filter((one) => one.matches(DETAILS) && !one.getRootNode().host?.matches(DETAILS));

/** Finds an answer by its question and its position. */
window.answerTo = ({ question, answer }) => {
  const all = [...window.everyElement()];
  const inQuestion = (element) => element.closest('fieldset, sl-radio-group, wa-radio-group, [data-question]');
  const radios = all.filter((one) => one.matches(RADIOS) && inQuestion(one));
  const questions = [...new Set(radios.map(inQuestion))];
  return radios.filter((radio) => inQuestion(radio) === questions[question])[answer];
};

/** Opens every disclosure around an answer. */
window.openAround = (which) => {
  for (let at = window.answerTo(which); at; at = at.parentElement?.closest(DETAILS))
    if (at.matches(DETAILS)) at.open = true;
};

/** Opens disclosures, chooses an answer or presses the button with these words. */
window.act = async (todo) => {
  if (todo.unfold) {
    // Of the questions, one is open at a time, so they are opened in turn.
    for (const one of disclosures()) {
      one.open = true;
      await frame();
    }
    return;
  }
  if (todo.open) return void window.openAround(todo.open);
  if (!todo.press) return void window.answerTo(todo).click();
  const fits = (one) => one.textContent.trim() === todo.press && /button$/.test(one.localName);
  [...window.everyElement()].find(fits).click();
};

const firstRoute = () => [...window.everyElement()].find((one) => one.matches('[data-list=first] > *, .rows > *'));
/** Scrolls an answer into view and returns its position. The first click after that is measured. */
window.readyToAnswer = (which) => {
  const radio = window.answerTo(which);
  const frame = radio.ownerDocument.defaultView.frameElement;
  radio.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = radio.getBoundingClientRect();
  const around = frame?.getBoundingClientRect();
  const list = firstRoute().parentElement;
  const before = list.firstElementChild.textContent;
  window.answerPainted = new Promise((resolve) => {
    const view = list.ownerDocument.defaultView;
    view.addEventListener(
      'click',
      ({ timeStamp }) => {
        const look = () => {
          if (list.firstElementChild.textContent === before) return view.requestAnimationFrame(look);
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(view.performance.now() - timeStamp);
          return port2.postMessage('');
        };
        view.requestAnimationFrame(look);
      },
      { once: true, capture: true },
    );
  });
  return { x: box.x + (around?.x ?? 0) + box.width / 2, y: box.y + (around?.y ?? 0) + box.height / 2 };
};
