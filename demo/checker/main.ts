import { check } from './check.js';
import type { Report } from './check.js';
import { markupOf } from './text.js';

/** Milliseconds of a pause in typing before the check. It is long enough to finish a word and too short to feel slow. */
const PAUSE = 400;

const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`this page has no #${id}`);
  return found;
};
function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const pasted = byId('pasted') as HTMLTextAreaElement;
const report = byId('report');
const said = byId('said');

const KINDS: Readonly<Record<Report['level'], string>> = { good: ' good', fair: ' fair', stop: ' bad', empty: '' };

/** Keeps the groups of a number on one line. */
const sentence = (text: string): string => text.replace(/(\d) (?=\d)/g, '$1\u00a0');
const linkTo = (href: string, words: string, className: string): HTMLElement =>
  make('p', {}, make('a', { className, href }, words));

/** Draws the verdict first and then the findings. Adds pasted content only as text. */
function draw({ level, verdict, advice, instead, sections }: Report): void {
  report.replaceChildren(
    make(
      'div',
      { className: `note verdict${KINDS[level]}` },
      make('h2', {}, sentence(verdict)),
      ...(advice ? [make('p', {}, sentence(advice))] : []),
      ...(instead ? [linkTo(`../builder/${instead.fragment && `#${instead.fragment}`}`, instead.words, 'button')] : []),
      ...(level === 'good' ? [linkTo('../live/', 'What to look at on the live page', 'button quiet')] : []),
    ),
    ...sections.flatMap(({ heading, items }) => [
      make('h3', {}, heading),
      make('ul', {}, ...items.map((item) => make('li', {}, sentence(item)))),
    ]),
  );
}

function run(): void {
  const result = check(pasted.value);
  draw(result);
  // announce the verdict only when it changes, so that a person does not hear it with every letter
  if (said.textContent !== result.verdict) said.textContent = result.verdict;
}

let waiting: ReturnType<typeof setTimeout> | undefined;
function runSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(run, PAUSE);
}

pasted.addEventListener('paste', (event) => {
  const { clipboardData } = event;
  const text = clipboardData?.getData('text/plain') ?? '';
  const markup = markupOf(text, clipboardData?.getData('text/html') ?? '');
  if (markup === text) return;
  event.preventDefault();
  pasted.setRangeText(markup, pasted.selectionStart, pasted.selectionEnd, 'end');
  runSoon();
});
pasted.addEventListener('input', runSoon);
byId('check').addEventListener('click', () => {
  clearTimeout(waiting);
  // empty the live region, so that the answer is announced again when a person asks again
  said.textContent = '';
  run();
  report.scrollIntoView({ block: 'nearest' });
});
byId('clear').addEventListener('click', () => {
  clearTimeout(waiting);
  pasted.value = '';
  report.replaceChildren();
  said.textContent = 'Cleared.';
  pasted.focus();
});

byId('by-hand').hidden = true;
byId('checker').hidden = false;
