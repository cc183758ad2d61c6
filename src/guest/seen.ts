/*
 * Whether a person can see something. A box is no proof: what is in a closed `details` or in a skipped part of the page has
 * rectangles in some browsers.
 */

/** Whether an element is rendered and not made invisible; a browser without `checkVisibility` answers by its boxes. */
export function isShown(element: Element): boolean {
  const { checkVisibility, getClientRects } = Element.prototype as Partial<Element>;
  // A form's fields may have taken the names of the element's own methods.
  if (checkVisibility) return checkVisibility.call(element, { visibilityProperty: true });
  return !!getClientRects?.call(element).length;
}

const callbacks = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** Calls back each time the element comes into view or goes out of it. The function it gives ends that. */
export function whenSeen(element: Element, callback: () => void): () => void {
  observer ??= new IntersectionObserver((entries) => {
    for (const { target } of entries) callbacks.get(target)?.();
  });
  callbacks.set(element, callback);
  observer.observe(element);
  return () => {
    callbacks.delete(element);
    observer?.unobserve(element);
    if (callbacks.size) return;
    observer?.disconnect();
    observer = undefined;
  };
}
