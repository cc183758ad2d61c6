/**
 * Distances from the top of the window at which to put a heading, in the order in which they are tried. The first and the last are the
 * scroll margin of the style sheet, which is enough for most sticky headers. The others are for a header, a footer or a cookie notice that
 * takes up more.
 */
const PLACES = ['', '40vh', '55vh', '70vh', '10vh', '0px', ''];

/** Whether a heading is entirely in the window, and nothing of the page covers it. `holder` is the public node. */
function isSeen(heading: Element, holder: Element): boolean {
  const { left, right, top, bottom } = heading.getBoundingClientRect();
  const around = holder.getRootNode() as Document | ShadowRoot;
  return [left + 1, (left + right) / 2, right - 1].every((x) =>
    [top + 1, bottom - 1].every((y) => holder.contains(around.elementFromPoint(x, y))),
  );
}

/**
 * Focuses a heading and scrolls it to where the page covers none of it (WCAG 2.4.11, and its stricter 2.4.12). With `stay` it
 * scrolls only for somebody who uses the keyboard, and only if the heading is covered, so that a tap never moves the page.
 */
export function reveal(heading: HTMLElement | null | undefined, holder: Element, stay = false): void {
  if (!heading) return;
  heading.focus({ preventScroll: true });
  try {
    if (stay && (!heading.matches(':focus-visible') || isSeen(heading, holder))) return;
    for (const place of PLACES) {
      heading.style.scrollMarginTop = place;
      // The scroll is instant, because while a page scrolls smoothly nobody can tell what will cover the heading.
      heading.scrollIntoView({ block: 'start', behavior: 'instant' });
      if (isSeen(heading, holder)) return;
    }
  } catch {
    // In an old browser, or if the page has broken one of these functions, the heading still has the focus.
  }
}
