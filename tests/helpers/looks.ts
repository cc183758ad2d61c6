/*
 * What a person sees of an element: its words, their place and their contrast. Every function reads the flat tree, in which the
 * slotted nodes replace a slot, and works with elements of a page in a frame too.
 */

const isElement = (node: Node): node is HTMLElement => node.nodeType === Node.ELEMENT_NODE;
const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;

/** The computed style of an element or of its pseudo-element. */
export const styleOf = (element: Element, pseudo?: string): CSSStyleDeclaration =>
  ((element.ownerDocument.defaultView as Window | null) ?? window).getComputedStyle(element, pseudo);

/** The children of a node in the flat tree. */
function flatChildren(node: Node): readonly Node[] {
  if (isElement(node) && node.localName === 'slot') {
    const assigned = (node as HTMLSlotElement).assignedNodes();
    return assigned.length ? assigned : [...node.childNodes];
  }
  return [...((node as Partial<Element>).shadowRoot ?? node).childNodes];
}

/** The parent of an element in the flat tree. */
export const flatParent = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

export const visible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

/** Every element below a node in the flat tree, in order. */
export function flatElements(node: Node): readonly HTMLElement[] {
  return flatChildren(node).flatMap((child) => (isElement(child) ? [child, ...flatElements(child)] : []));
}

/** Every text node below a node in the flat tree that is not only white space. */
export function flatTexts(node: Node): readonly Text[] {
  if (isText(node)) return node.data.trim() ? [node] : [];
  if (isElement(node) && ['style', 'script'].includes(node.localName)) return [];
  return flatChildren(node).flatMap(flatTexts);
}

/** The words of a node on one line. */
export const wordsOf = (node: Node): string =>
  flatTexts(node)
    .map(({ data }) => data)
    .join('')
    .replace(/[ \n\t]+/g, ' ')
    .trim();

/** The nearest element with a box of its own, because slots and similar elements have none. */
export function boxOf(node: Node): HTMLElement {
  let box = isElement(node) ? node : (node.parentElement ?? ((node.getRootNode() as ShadowRoot).host as HTMLElement));
  while (styleOf(box).display === 'contents') box = flatParent(box) as HTMLElement;
  return box;
}

/** The texts that are on screen. The live region is left out, because it is heard and not seen. */
export const shownTexts = (node: Node): readonly Text[] =>
  flatTexts(node).filter((text) => {
    const box = boxOf(text);
    return visible(box) && !box.closest('[aria-live]');
  });

/** The box of each line of a text. */
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

/** The colour behind an element, which is the first background above it that is not transparent. */
export function behind(element: Element | null): string {
  for (let node = element; node; node = flatParent(node)) {
    const { backgroundColor } = styleOf(node);
    if (rgba(backgroundColor)[3]) return backgroundColor;
  }
  return 'white';
}

/** The relative luminance of a colour, as WCAG 2.2 defines it. */
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

/** The opacity of an element, multiplied with that of all its ancestors. */
export function opacityOf(element: Element | null): number {
  let opacity = 1;
  for (let node = element; node; node = flatParent(node)) opacity *= parseFloat(styleOf(node).opacity);
  return opacity;
}

/** The innermost element at a point of its window, in any shadow tree. */
export function hitAt(root: Document, x: number, y: number): Element | null {
  let hit = root.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

/** Whether one element contains another in the flat tree, or is the same. */
export function holds(outer: Element, inner: Element | null): boolean {
  for (let node = inner; node; node = flatParent(node)) if (node === outer) return true;
  return false;
}

/** The words of the elements that stick out of an element at either side. */
export function sticksOut(element: Element): readonly string[] {
  const { left, right } = element.getBoundingClientRect();
  return flatElements(element)
    .filter((inner) => visible(inner) && !inner.hasAttribute('aria-live'))
    .filter((inner) =>
      [...inner.getClientRects()].some((box) => box.width > 0 && (box.right > right + 0.5 || box.left < left - 0.5)),
    )
    .map((inner) => `${inner.localName}: ${wordsOf(inner).slice(0, 60)}`);
}

/** The words of the elements that clip their content. */
export const clips = (element: Element): readonly string[] =>
  flatElements(element)
    .filter((inner) => !inner.hasAttribute('aria-live') && visible(inner))
    .filter(
      (inner) =>
        styleOf(inner).overflow !== 'visible' &&
        (inner.scrollWidth > inner.clientWidth || inner.scrollHeight > inner.clientHeight),
    )
    .map((inner) => `${inner.localName}: ${wordsOf(inner).slice(0, 60)}`);

/** Whether a link follows words of a sentence on its line: "You can also find the right council here: …" */
const inSentence = (link: Element): boolean =>
  /(here|page):\s*$/.test(wordsOf(link.parentElement as Element).replace(wordsOf(link), ''));

/** Whether a finger reaches a control on a height of 24 px, which may be more than that of its words. */
function isReached(control: HTMLElement): boolean {
  control.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, right, top, bottom } = control.getClientRects()[0] as DOMRect;
  let reached = 0;
  for (let y = Math.floor(top) - 12; y <= bottom + 12; y++)
    if (holds(control, hitAt(control.ownerDocument, (left + right) / 2, y))) reached++;
  return reached >= 24;
}

/** The controls, and the links outside sentences, whose target is less than 24 px high. */
export const tooSmall = (controls: readonly HTMLElement[]): readonly string[] => [
  ...new Set(
    controls
      .filter(visible)
      .filter((control) => !inSentence(control))
      .map((control) => (control as Partial<HTMLInputElement>).labels?.[0] ?? control)
      .filter((control) => [...control.getClientRects()].every((box) => box.height < 24) && !isReached(control))
      .map((control) => `${wordsOf(control)} ${control.getBoundingClientRect().height.toFixed(1)}`),
  ),
];
