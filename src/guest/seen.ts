/*
 * Whether a person can see an element. Its boxes do not prove that: in some browsers, the content of a closed `details` or of a skipped
 * part of the page has boxes too.
 */

/** Whether an element is rendered, and visible if asked. In a browser without `checkVisibility`, its boxes decide. */
function isRendered(element: Element, visibilityProperty: boolean): boolean {
  const { checkVisibility, getClientRects } = Element.prototype as Partial<Element>;
  // A form's fields may hide the element's own methods.
  if (checkVisibility) return checkVisibility.call(element, { visibilityProperty });
  return !!getClientRects?.call(element).length;
}

/** Whether an element is rendered and visible. */
export const isShown = (element: Element): boolean => isRendered(element, true);

/** Whether an element can grow without moving anything in sight: it takes up no room, or begins below the window. */
export const isOutOfSight = (element: Element): boolean =>
  !isRendered(element, false) || Element.prototype.getBoundingClientRect.call(element).top >= innerHeight;

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
