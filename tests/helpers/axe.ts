import 'axe-core/axe.min.js';
import type { AxeResults, ElementContext, NodeResult, RunOptions } from 'axe-core';
import { flatParent } from './looks.js';

interface Axe {
  readonly run: (context: ElementContext, options: RunOptions) => Promise<AxeResults>;
}

/*
 * All of axe's rules for WCAG 2.0, 2.1 and 2.2, A and AA, and its best practices are on as they come. On besides: target-size
 * and what is still an experiment but says what we promise. `identical-links-same-purpose` is AAA: a list of our links, as a
 * screen reader gives it, tells all of them apart.
 */
const MORE = [
  'css-orientation-lock',
  'focus-order-semantics',
  'identical-links-same-purpose',
  'label-content-name-mismatch',
  'p-as-heading',
  'target-size',
];

/** What is wrong below an element: the state that it is in, the rule and the markup. Of a page in a frame, by its own axe. */
export async function faults(
  root: Element,
  { without = [], only }: { readonly without?: readonly string[]; readonly only?: readonly string[] } = {},
): Promise<readonly string[]> {
  const view = root.ownerDocument.defaultView as Window & { readonly axe?: Axe };
  if (!view.axe) throw new Error('there is no axe in this page');
  const options: RunOptions = {
    elementRef: true,
    resultTypes: ['violations'],
    ...(only && { runOnly: [...only] }),
    rules: {
      ...Object.fromEntries((only ? [] : MORE).map((rule) => [rule, { enabled: true }])),
      ...Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    },
  };
  const { violations, passes } = await view.axe.run(root, options);
  // a run that has found nothing to look at would pass
  if (!passes.length) throw new Error('axe has looked at nothing');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${stateOf(node)}: ${id}: ${node.html.slice(0, 160)} ${why(node)}`),
  );
}

const why = ({ any, all, none }: NodeResult): string =>
  [...any, ...all, ...none].map(({ message }) => message).join(' ');

/** The state that a page of many instances is labelled with, by `data-state`. */
function stateOf({ element }: NodeResult): string {
  for (let node: Element | null = element ?? null; node; node = flatParent(node)) {
    const state = node.getAttribute('data-state');
    if (state) return state;
  }
  return 'the page';
}

/** Puts axe into the page of a frame, as a script of that page. */
export async function bringAxe({ document }: { readonly document: Document }): Promise<void> {
  const script = document.createElement('script');
  script.src = new URL('../../node_modules/axe-core/axe.min.js', import.meta.url).href;
  const loaded = new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => reject(new Error('this page lets no axe in')));
  });
  document.head.append(script);
  await loaded;
}
