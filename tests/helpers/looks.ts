/*
 * What a person sees of an element: its words, where they stand and how well they can be read. Everything reads the flat tree,
 * in which a slot stands for what is put into it, and works on the elements of another window, as a page in a frame has them.
 */

const isElement = (node: Node): node is HTMLElement => node.nodeType === Node.ELEMENT_NODE;
const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;

/** The computed style of an element, of its pseudo-element where one is named. */
export const styleOf = (element: Element, pseudo?: string): CSSStyleDeclaration =>
  ((element.ownerDocument.defaultView as Window | null) ?? window).getComputedStyle(element, pseudo);

/** What stands in a node's place in the flat tree. */
function flatChildren(node: Node): readonly Node[] {
  if (isElement(node) && node.localName === 'slot') {
    const assigned = (node as HTMLSlotElement).assignedNodes();
    return assigned.length ? assigned : [...node.childNodes];
  }
  return [...((node as Partial<Element>).shadowRoot ?? node).childNodes];
}

/** What an element stands in in the flat tree. */
export const flatParent = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

export const visible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

/** Every element below this one in the flat tree, in order. */
export function flatElements(node: Node): readonly HTMLElement[] {
  return flatChildren(node).flatMap((child) => (isElement(child) ? [child, ...flatElements(child)] : []));
}

/** Every piece of text below a node in the flat tree that is more than space. */
export function flatTexts(node: Node): readonly Text[] {
  if (isText(node)) return node.data.trim() ? [node] : [];
  if (isElement(node) && ['style', 'script'].includes(node.localName)) return [];
  return flatChildren(node).flatMap(flatTexts);
}

/** Words in one line. */
export const wordsOf = (node: Node): string =>
  flatTexts(node)
    .map(({ data }) => data)
    .join('')
    .replace(/[ \n\t]+/g, ' ')
    .trim();

/** The first that has a box of its own: a slot and what is like it has none. */
export function boxOf(node: Node): HTMLElement {
  let box = isElement(node) ? node : (node.parentElement ?? ((node.getRootNode() as ShadowRoot).host as HTMLElement));
  while (styleOf(box).display === 'contents') box = flatParent(box) as HTMLElement;
  return box;
}

/** The texts that are on screen; the live region is heard, not seen. */
export const shownTexts = (node: Node): readonly Text[] =>
  flatTexts(node).filter((text) => {
    const box = boxOf(text);
    return visible(box) && !box.closest('[role=status]');
  });

/** Where each line of a text stands. */
export function linesOf(text: Text): readonly DOMRect[] {
  const range = text.ownerDocument.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()].filter(({ width, height }) => width && height);
}

/** Red, green, blue from 0 to 255 and opacity, of a computed colour in any notation. */
export function rgba(color: string): readonly number[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data];
}

/** The colour that lies behind an element: the first above it that is not clear. */
export function behind(element: Element | null): string {
  for (let node = element; node; node = flatParent(node)) {
    const { backgroundColor } = styleOf(node);
    if (rgba(backgroundColor)[3]) return backgroundColor;
  }
  return 'white';
}

/** How light a colour is, as WCAG 2.2 reckons it. */
function luminance(color: string): number {
  const [r, g, b] = rgba(color).map((part) => {
    const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** How visible an element is through all that it stands in. */
export function opacityOf(element: Element | null): number {
  let opacity = 1;
  for (let node = element; node; node = flatParent(node)) opacity *= parseFloat(styleOf(node).opacity);
  return opacity;
}

/** The innermost element at a point of its window, in whatever tree. */
export function hitAt(root: Document, x: number, y: number): Element | null {
  let hit = root.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

/** Whether one element holds another in the flat tree, or is it. */
export function holds(outer: Element, inner: Element | null): boolean {
  for (let node = inner; node; node = flatParent(node)) if (node === outer) return true;
  return false;
}

/** What sticks out of an element at either side, by its words. */
export function sticksOut(element: Element): readonly string[] {
  const { left, right } = element.getBoundingClientRect();
  return flatElements(element)
    .filter((inner) => visible(inner) && inner.getAttribute('role') !== 'status')
    .filter((inner) =>
      [...inner.getClientRects()].some((box) => box.width > 0 && (box.right > right + 0.5 || box.left < left - 0.5)),
    )
    .map((inner) => `${inner.localName}: ${wordsOf(inner).slice(0, 60)}`);
}

/** What hides a part of what it holds, by its words. */
export const clips = (element: Element): readonly string[] =>
  flatElements(element)
    .filter((inner) => inner.getAttribute('role') !== 'status' && visible(inner))
    .filter(
      (inner) =>
        styleOf(inner).overflow !== 'visible' &&
        (inner.scrollWidth > inner.clientWidth || inner.scrollHeight > inner.clientHeight),
    )
    .map((inner) => `${inner.localName}: ${wordsOf(inner).slice(0, 60)}`);

/** Whether words of a sentence stand before a link on its line: "You can also find the right council here: …" */
const inSentence = (link: Element): boolean =>
  /(here|page):\s*$/.test(wordsOf(link.parentElement as Element).replace(wordsOf(link), ''));

/** Controls, and links that are not in a sentence, that are less high to press than 24 px. */
export const tooSmall = (controls: readonly HTMLElement[]): readonly string[] => [
  ...new Set(
    controls
      .filter(visible)
      .filter((control) => !inSentence(control))
      .map((control) => (control as Partial<HTMLInputElement>).labels?.[0] ?? control)
      .filter((control) => [...control.getClientRects()].every((box) => box.height < 24))
      .map((control) => `${wordsOf(control)} ${control.getBoundingClientRect().height.toFixed(1)}`),
  ),
];
