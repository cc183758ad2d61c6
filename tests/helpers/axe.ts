import 'axe-core/axe.min.js';
import type { AxeResults, ElementContext, NodeResult, RunOptions } from 'axe-core';
import { flatParent } from './looks.js';

interface Axe {
  readonly run: (context: ElementContext, options: RunOptions) => Promise<AxeResults>;
}

/*
 * axe runs all its rules for WCAG 2.0, 2.1 and 2.2, A and AA, and its best practices by default. These rules are added:
 * target-size, experimental rules for what we promise, and `identical-links-same-purpose`, which is AAA, so that a person can
 * tell our links apart in a screen reader's list of links.
 */
const MORE = [
  'css-orientation-lock',
  'focus-order-semantics',
  'identical-links-same-purpose',
  'label-content-name-mismatch',
  'p-as-heading',
  'target-size',
];

/** The faults below an element, each with the element's state, the rule and the markup. A page in a frame uses its own axe. */
export async function faults(
  root: Element,
  { without = [], only }: { readonly without?: readonly string[]; readonly only?: readonly string[] } = {},
): Promise<readonly string[]> {
  const view = root.ownerDocument.defaultView as Window & { readonly axe?: Axe };
  if (!view.axe) throw new Error('axe is not in this page; call bringAxe first');
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
  // without this check a run that found no elements would pass
  if (!passes.length) throw new Error('axe found nothing to check below this element');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${stateOf(node)}: ${id}: ${node.html.slice(0, 160)} ${why(node)}`),
  );
}

const why = ({ any, all, none }: NodeResult): string =>
  [...any, ...all, ...none].map(({ message }) => message).join(' ');

/** The state in the `data-state` label of the instance, in a page of many instances. */
function stateOf({ element }: NodeResult): string {
  for (let node: Element | null = element ?? null; node; node = flatParent(node)) {
    const state = node.getAttribute('data-state');
    if (state) return state;
  }
  return 'the page';
}

/** Loads axe in the page of a frame, as a script of that page. */
export async function bringAxe({ document }: { readonly document: Document }): Promise<void> {
  const script = document.createElement('script');
  script.src = new URL('../../node_modules/axe-core/axe.min.js', import.meta.url).href;
  const loaded = new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => reject(new Error('axe could not be loaded in this page')));
  });
  document.head.append(script);
  await loaded;
}
