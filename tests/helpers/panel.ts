/*
 * Finds parts of the report panel as a person does, by role, name and text and never by class. Every function reads the flat tree,
 * in which the slotted nodes, or else its own text, replace a slot.
 */
import { fixture, html, nextFrame } from '@open-wc/testing';
import type { Answers, QuestionId } from '../../src/core/directory.js';
import { en } from '../../src/data/locales/en.js';
import { until } from './until.js';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';

/** Monday noon on the day when the facts were gathered. Every line with known hours is open. */
export const OPEN = '2026-11-23T12:00:00Z';
/** One o'clock on a Tuesday night, when only lines that never close are open. */
export const NIGHT = '2026-11-24T01:00:00Z';

const realNow = Date.now;

/** Stops the clock at a moment, and updates the panels as when a phone wakes. */
export function setTime(iso: string): void {
  const time = Date.parse(iso);
  Date.now = () => time;
  document.dispatchEvent(new Event('visibilitychange'));
}

export function restoreTime(): void {
  Date.now = realNow;
}

/** A panel in the page with these attributes, completely drawn, with everything behind its disclosures. */
export async function panelWith(attributes: Readonly<Record<string, string>> = {}): Promise<SaySomethingReport> {
  const wrapper = await fixture<HTMLElement>(html`<div></div>`);
  const panel = document.createElement('say-something-report');
  for (const [name, value] of Object.entries(attributes)) panel.setAttribute(name, value);
  wrapper.append(panel);
  await settled(panel);
  return panel;
}

/** Waits until an element is completely drawn, and the results of the last event are drawn and announced. */
export async function settled(panel: SaySomethingReport): Promise<void> {
  await panel.updateComplete;
  await until(() => !panel.shadowRoot?.querySelector('[data-partial]'), 'the panel is not completely drawn');
  for (let turn = 0; turn < 3; turn++) await panel.updateComplete;
}

/** Waits until the browser has laid out, scrolled and painted. */
export async function painted(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await nextFrame();
}

const BLOCKS = 'p,li,ol,ul,div,section,summary,details,fieldset,legend,label,button,h1,h2,h3,h4,h5,h6,[role=heading]';

/** The children of a node in the flat tree. */
function flatChildren(node: Node): readonly Node[] {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    return assigned.length ? assigned : [...node.childNodes];
  }
  return [...((node as Partial<Element>).shadowRoot ?? node).childNodes];
}

/** Whether a person sees an element. A slot has no box of its own, so its parent stands in for it. */
function isShown(element: Element): boolean {
  return element.localName === 'slot' || element.checkVisibility({ visibilityProperty: true });
}

function gather(node: Node, shownOnly: boolean): string {
  if (node instanceof Text) return node.data.replace(/[ \n\t\r]+/g, ' ');
  if (!(node instanceof Element) || ['style', 'script'].includes(node.localName)) return '';
  // leave out the live region, which is heard and not seen
  if (shownOnly && (!isShown(node) || node.hasAttribute('aria-live'))) return '';
  const text = flatChildren(node)
    .map((child) => gather(child, shownOnly))
    .join('');
  return node.matches(BLOCKS) ? `\n${text}\n` : text;
}

const tidy = (text: string): string =>
  text
    .replace(/ *\n[\n ]*/g, '\n')
    .replace(/ +/g, ' ')
    .trim();

/** All words in an element's flat tree, folded or not, with a line for each block. */
export const textOf = (element: Element): string => tidy(gather(element, false));

/** The words of an element that are on screen, or on paper, now. */
export const shownText = (element: Element): string => tidy(gather(element, true));

/** Numbers as a person reads them from a text: runs of digits, without the no-break spaces between their groups. */
export const numbersIn = (text: string): readonly string[] =>
  (text.match(/\+?\d(?:\u00a0?\d)*/g) ?? []).map((run) => run.replaceAll('\u00a0', ''));

const ROLES = {
  link: 'a[href]',
  button: 'button',
  radio: 'input[type=radio]',
  heading: 'h1,h2,h3,h4,h5,h6,[role=heading]',
  group: 'fieldset',
  disclosure: 'summary',
  status: '[aria-live]',
  list: 'ol,ul',
  region: 'section',
} as const;
export type Role = keyof typeof ROLES;

/** The panel's own tree. */
export function treeOf(panel: Element): ShadowRoot {
  if (!panel.shadowRoot) throw new Error('the panel has no shadow root yet');
  return panel.shadowRoot;
}

export const all = <T extends HTMLElement = HTMLElement>(scope: ParentNode, role: Role): readonly T[] => [
  ...scope.querySelectorAll<T>(ROLES[role]),
];

/** The name that assistive technology gives a control of the panel. */
export function nameOf(element: Element): string {
  const root = element.getRootNode() as ShadowRoot;
  const by = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
  if (by.length) return by.map((id) => wordsOf(root.getElementById(id) as Element)).join(' ');
  const label =
    (element as Partial<HTMLInputElement>).labels?.[0] || element.querySelector(':scope > legend') || element;
  return element.getAttribute('aria-label') ?? wordsOf(label);
}

const wordsOf = (element: Element): string => textOf(element).replaceAll('\n', ' ');

/** The element of a role with this name, or with a name that begins with these words. Throws with the existing names if there is none. */
export function get<T extends HTMLElement = HTMLElement>(scope: ParentNode, role: Role, name: string): T {
  const there = all<T>(scope, role);
  const found = there.find((element) => [nameOf(element), wordsOf(element)].includes(name));
  if (!found) throw new Error(`no ${role} is named "${name}"; the names are: ${there.map(nameOf).join(' | ')}`);
  return found;
}

export interface Card {
  readonly name: string;
  readonly element: HTMLElement;
}

function cardsUnder(panel: Element, words: string): readonly Card[] {
  const found: Card[] = [];
  /** The level of the heading with these words, while no other heading has ended its part. */
  let under = 0;
  for (const heading of all(treeOf(panel), 'heading')) {
    const element = heading.closest('li');
    const level = Number(heading.getAttribute('aria-level'));
    if (!element && nameOf(heading).startsWith(words)) under = level;
    else if (!element && level <= under) under = 0;
    // the row of the finder is not a route
    else if (under && element?.matches('[part=route]')) found.push({ name: nameOf(heading), element });
  }
  return found;
}

/** The ways to report, in their order on screen. */
export const routes = (panel: Element): readonly Card[] => cardsUnder(panel, en.routesHeading);

/** The support behind the disclosure, which does not include ways to report. */
export const support = (panel: Element): readonly Card[] => cardsUnder(panel, en.support);

/** The card of the contact with this name. */
export function card(panel: Element, name: string): HTMLElement {
  const there = [...routes(panel), ...support(panel)];
  const found = there.find((one) => one.name === name);
  if (!found) throw new Error(`no card is named "${name}"; the names are: ${there.map((one) => one.name).join(' | ')}`);
  return found.element;
}

/** The folded part of a card, and the control that unfolds it. */
export function fold(element: Element): HTMLDetailsElement {
  const details = element.querySelector('details');
  if (!details) throw new Error('this card has no folded part');
  return details;
}

/** Unfolds or folds with a click, and waits until the panel has handled it. */
export async function toggle(panel: SaySomethingReport, ...folds: readonly HTMLDetailsElement[]): Promise<void> {
  const told = folds.map((one) => new Promise((resolve) => one.addEventListener('toggle', resolve, { once: true })));
  for (const one of folds) one.querySelector('summary')?.click();
  await Promise.all(told);
  await settled(panel);
}

/** Opens with clicks everything that is closed around an element. */
export async function openAround(panel: SaySomethingReport, element: Element): Promise<void> {
  for (;;) {
    const closed = element.parentElement?.closest<HTMLDetailsElement>('details:not([open])');
    if (!closed) return;
    let outer = closed;
    for (let next: HTMLDetailsElement | null | undefined = closed; next;)
      if ((next = next.parentElement?.closest<HTMLDetailsElement>('details:not([open])'))) outer = next;
    await toggle(panel, outer);
  }
}

/** Opens the question and everything around it, so that a person sees its answers. */
export async function openQuestion(panel: SaySomethingReport, question: QuestionId): Promise<void> {
  await openAround(panel, get(treeOf(panel), 'group', en.questions[question]));
}

/** Unfolds everything with clicks, as a person would. Of the questions, the last stays open. */
export async function unfoldAll(panel: SaySomethingReport): Promise<void> {
  const folds = all(treeOf(panel), 'disclosure').map((summary) => summary.parentElement as HTMLDetailsElement);
  await toggle(panel, ...folds.filter(({ open }) => !open));
  await painted();
}

export function radio(panel: Element, question: QuestionId, answer: string): HTMLInputElement {
  return get<HTMLInputElement>(get(treeOf(panel), 'group', en.questions[question]), 'radio', answer);
}

/** The words of an answer. */
function phraseFor(id: NonNullable<Answers[QuestionId]>): string {
  const phrase = en.answers[id];
  return typeof phrase === 'string' ? phrase : phrase('Hertfordshire');
}

/** Chooses an answer with a click. */
export async function answer<Q extends QuestionId>(
  panel: SaySomethingReport,
  question: Q,
  id: NonNullable<Answers[Q]>,
): Promise<void> {
  radio(panel, question, phraseFor(id)).click();
  await settled(panel);
}

export async function clear(panel: SaySomethingReport): Promise<void> {
  get(treeOf(panel), 'button', en.clear).click();
  await settled(panel);
}

/** All elements in the panel that can take the focus, in order. */
export const focusables = (panel: Element): readonly HTMLElement[] => [
  ...treeOf(panel).querySelectorAll<HTMLElement>('a[href],button,summary,input'),
];

/** The element that has the focus, in any shadow tree. */
export function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element as HTMLElement | null;
}

/** Collects the warnings of an act, and keeps them off the console. */
export async function warningsOf(act: (said: readonly string[]) => unknown): Promise<readonly string[]> {
  const said: string[] = [];
  const warn = console.warn;
  console.warn = (...words: unknown[]) => void said.push(words.join(' '));
  try {
    await act(said);
  } finally {
    console.warn = warn;
  }
  return said;
}

/** Replaces a property for one test. Returns a function that restores it. */
export function replace(object: object, name: string, descriptor: PropertyDescriptor): () => void {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { configurable: true, ...descriptor });
  return () => {
    if (own) Object.defineProperty(object, name, own);
    else Reflect.deleteProperty(object, name);
  };
}

/** Keeps links from being followed, because the test page would be lost. Returns a function that ends this. */
export function stayHere(): () => void {
  const stop = (event: Event): void => {
    if (event.composedPath().some((target) => target instanceof HTMLAnchorElement)) event.preventDefault();
  };
  addEventListener('click', stop, true);
  return () => removeEventListener('click', stop, true);
}
