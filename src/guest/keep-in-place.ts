/** `scrollBy` of an element. It is called on the prototype, because a form around us may have a field of that name. */
interface Scrolls {
  readonly scrollBy: (this: Element, by: ScrollToOptions) => void;
}

/**
 * Keeps `anchor`, which a person has under the finger, in its place while something above it changes. To do so, it scrolls every box around
 * `node`.
 */
export async function keepInPlace(anchor: Element, node: Element, change: () => Promise<unknown>): Promise<void> {
  const before = anchor.getBoundingClientRect().top;
  await change();
  let box: Node = node;
  const around = new Range();
  while (node.isConnected && box instanceof Element) {
    const moved = anchor.getBoundingClientRect().top - before;
    if (moved) (Element.prototype as Scrolls).scrollBy.call(box, { top: moved, behavior: 'instant' });
    // The parent is read through a range, because a form's fields can hide an element's own properties.
    around.selectNode(box);
    const { startContainer } = around;
    box = startContainer instanceof ShadowRoot ? startContainer.host : startContainer;
  }
}
