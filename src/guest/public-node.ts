/** An element of ours, and its public node: a placeholder, the block of a link, or the element itself. */
interface Guest {
  readonly publicNode: Element;
}

/**
 * The host of the shadow tree that a node is in, or undefined. A form that is out of the page is the root of its own tree, and a field that is
 * called `host` would look like the host of that tree.
 */
export function hostOf(node: Node): Element | undefined {
  const root = node.getRootNode();
  return root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? (root as Partial<ShadowRoot>).host : undefined;
}

/** Whether one element comes before another in the order of the page. */
export const isBefore = (one: Guest, other: Guest): boolean =>
  !!(one.publicNode.compareDocumentPosition(other.publicNode) & Node.DOCUMENT_POSITION_FOLLOWING);
