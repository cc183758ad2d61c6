/** An element of ours, and the node by which the page knows it: a placeholder, or the element itself. */
interface Guest {
  readonly publicNode: Element;
}

/** Whether one element comes before another in the order of the page. */
export const isBefore = (one: Guest, other: Guest): boolean =>
  !!(one.publicNode.compareDocumentPosition(other.publicNode) & Node.DOCUMENT_POSITION_FOLLOWING);
