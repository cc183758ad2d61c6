/**
 * How far below the edge of the window a heading is put, in the order in which it is tried. The first and the last are the style
 * sheet's own: below most sticky headers. The others are for a header, a footer or a cookie notice that takes up more.
 */
const PLACES = ['', '40vh', '55vh', '70vh', '10vh', '0px', ''];

/** Whether nothing of the page covers a heading, and it is in the window as a whole. `holder` is what the page knows of us. */
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
      // at once: while a page scrolls smoothly nobody can tell what will cover it
      heading.scrollIntoView({ block: 'start', behavior: 'instant' });
      if (isSeen(heading, holder)) return;
    }
  } catch {
    // an old browser, or a page that has broken one of these: the heading has the focus
  }
}
