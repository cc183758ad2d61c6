/** An element of ours, and its public node: a placeholder, the block of a link, or the element itself. */
interface Guest {
  readonly publicNode: Element;
}

/** Whether one element comes before another in the order of the page. */
export const isBefore = (one: Guest, other: Guest): boolean =>
  !!(one.publicNode.compareDocumentPosition(other.publicNode) & Node.DOCUMENT_POSITION_FOLLOWING);
