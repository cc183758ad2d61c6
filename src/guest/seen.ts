/*
 * Whether a person can see an element. Its boxes do not prove that: in some browsers, the content of a closed `details` or of a skipped
 * part of the page has boxes too.
 */

/** Whether an element is rendered and visible. In a browser without `checkVisibility`, its boxes decide. */
export function isShown(element: Element): boolean {
  const { checkVisibility, getClientRects } = Element.prototype as Partial<Element>;
  // A form's fields may hide the element's own methods.
  if (checkVisibility) return checkVisibility.call(element, { visibilityProperty: true });
  return !!getClientRects?.call(element).length;
}

const callbacks = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** Calls back each time the element comes into view or goes out of it. Returns a function that stops this. */
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
