import { isShown } from './seen.js';

/** The box that a fallback fills in its page, in CSS pixels. */
export interface FallbackBox {
  /** The distance from the top of its first box to the bottom of its last. */
  readonly height: number;
  /** The margins that separate it from its neighbours. They may collapse through the node that holds it. */
  readonly before: number;
  readonly after: number;
}

interface Edge {
  readonly at: number;
  readonly margin: number;
}

const isBlock = (box: Element): boolean => /^(block|list-item)$/.test(getComputedStyle(box).display);

/** Where the fallback begins or ends, and its margin there: the largest of the margins that collapse. */
function edge(holder: Element, nodes: readonly ChildNode[], side: 'Top' | 'Bottom'): Edge {
  const at = (box: Element): number => box.getBoundingClientRect()[side === 'Top' ? 'top' : 'bottom'];
  const inset = (box: Element): number => {
    const style = getComputedStyle(box);
    return parseFloat(style[`padding${side}`]) + parseFloat(style[`border${side}Width`]);
  };
  let margin = 0;
  let box: Element | undefined;
  let next = side === 'Top' ? nodes[0] : nodes.at(-1);
  while (next instanceof Element && isBlock(next)) {
    box = next;
    margin = Math.max(margin, parseFloat(getComputedStyle(box)[`margin${side}`]) || 0);
    next = inset(box) ? undefined : ((side === 'Top' ? box.firstElementChild : box.lastElementChild) ?? undefined);
  }
  return { at: box ? at(box) : at(holder) + (side === 'Top' ? inset(holder) : -inset(holder)), margin };
}

/**
 * The box of a fallback, if its growth would move something that a person sees. Undefined if no fallback is visible, or if it ends below
 * the window, because then everything after it is out of sight as well.
 */
export function fallbackBoxOf(holder: Element): FallbackBox | undefined {
  const marked = [...holder.children].filter((child) => child.matches('.say-something-fallback'));
  const nodes = holder.localName.includes('-')
    ? marked
    : [...holder.childNodes].filter((node) => node.textContent?.trim());
  if (!nodes.length || !isShown(holder)) return undefined;
  const top = edge(holder, nodes, 'Top');
  const bottom = edge(holder, nodes, 'Bottom');
  const height = bottom.at - top.at;
  return height > 0 && bottom.at <= innerHeight ? { height, before: top.margin, after: bottom.margin } : undefined;
}
