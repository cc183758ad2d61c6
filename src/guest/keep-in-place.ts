/** `scrollBy` of an element: a form around us may have fields called like it, and so it is called on the prototype. */
interface Scrolls {
  readonly scrollBy: (this: Element, by: ScrollToOptions) => void;
}

/** Keeps what a person has under the finger where it is while something above it changes, by scrolling every box around `node`. */
export async function keepInPlace(anchor: Element, node: Element, change: () => Promise<unknown>): Promise<void> {
  const before = anchor.getBoundingClientRect().top;
  await change();
  let box: Node = node;
  const around = new Range();
  while (node.isConnected && box instanceof Element) {
    const moved = anchor.getBoundingClientRect().top - before;
    if (moved) (Element.prototype as Scrolls).scrollBy.call(box, { top: moved, behavior: 'instant' });
    // A range is asked for the parent, because a form's fields can hide an element's own properties.
    around.selectNode(box);
    const { startContainer } = around;
    box = startContainer instanceof ShadowRoot ? startContainer.host : startContainer;
  }
}
