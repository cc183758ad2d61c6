import type { Colour } from '../../src/core/theme.js';
import { contrast, over } from '../../src/core/theme.js';

const known = new Map<string, Colour>();
const canvas = new OffscreenCanvas(1, 1).getContext('2d', {
  willReadFrequently: true,
}) as OffscreenCanvasRenderingContext2D;

/** A computed colour as red, green, blue and opacity from 0 to 1, whatever notation the engine writes it in. */
export function colourOf(computed: string): Colour {
  const plain = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(computed);
  if (plain) return [Number(plain[1]) / 255, Number(plain[2]) / 255, Number(plain[3]) / 255, Number(plain[4] ?? 1)];
  let colour = known.get(computed);
  if (!colour) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = computed;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, opacity = 0] = canvas.getImageData(0, 0, 1, 1).data;
    known.set(computed, (colour = [red / 255, green / 255, blue / 255, opacity / 255]));
  }
  return colour;
}

/** The parent of an element, across shadow roots. */
const holder = (element: Element): Element | null =>
  element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

/** The colour behind an element's text: its own and its ancestors' backgrounds up to the first opaque one, on white. */
export function behind(element: Element): Colour {
  const layers: Colour[] = [];
  for (let node: Element | null = element; node; node = holder(node)) {
    const layer = colourOf(getComputedStyle(node).backgroundColor);
    layers.push(layer);
    if (layer[3] === 1) break;
  }
  return layers.reduceRight((under, layer) => over(layer, under), [1, 1, 1, 1] as Colour);
}

/** The contrast of an element's text with its background, as a ratio from 1 to 21. */
export function textContrast(element: Element): number {
  const back = behind(element);
  return contrast(over(colourOf(getComputedStyle(element).color), back), back);
}

/**
 * Elements of a shadow tree that have visible text of their own. A slot has no box, so its parent stands in for it. Throws when there
 * is none, because a check of every text would then check nothing.
 */
export function written(root: ShadowRoot): readonly HTMLElement[] {
  const found = new Set<HTMLElement>();
  for (const element of root.querySelectorAll<HTMLElement>('.root, .root *')) {
    if (![...element.childNodes].some((node) => node instanceof Text && node.data.trim())) continue;
    const box = element.localName === 'slot' ? (element.parentElement as HTMLElement) : element;
    if (box.checkVisibility({ visibilityProperty: true }) && !box.hasAttribute('aria-live')) found.add(box);
  }
  if (!found.size) throw new Error('no text is visible');
  return [...found];
}

/** A computed colour of an element. */
export const colourIn = (
  element: Element | null,
  property: 'color' | 'backgroundColor' | 'borderTopColor' | 'outlineColor',
): Colour => colourOf(getComputedStyle(element as Element)[property]);
