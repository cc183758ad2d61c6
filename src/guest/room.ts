import { isShown } from './seen.js';

/** What a fallback fills in its page, in CSS pixels. */
export interface Room {
  readonly height: number;
  /** The margins that separate it from its neighbours. */
  readonly before: number;
  readonly after: number;
  /** The size of its text. */
  readonly size: number;
  /** Where the line of each number begins, below the top of the fallback. The keys are the digits. */
  readonly places: ReadonlyMap<string, number>;
}

/** The largest text that an element takes over from its page, as a multiple of the size that the reader has set. */
const LARGEST = 1.1875;
/** How far below its old line a number may begin, in pixels. */
const SLACK = 4;

const px = (length: string): number => parseFloat(length) || 0;

/** The line of each number, below `top`. Of two links to a number, the first counts. */
function placesIn(scope: Element, top: number, line: string): Map<string, number> {
  const places = new Map<string, number>();
  for (const link of scope.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')) {
    const digits = link.href.replace(/\D/g, '');
    const at = link.closest(line)?.getBoundingClientRect().top;
    if (at !== undefined && !places.has(digits) && isShown(link)) places.set(digits, at - top);
  }
  return places;
}

/** The largest of the margins that collapse at one edge of the fallback. */
function marginAt(box: ChildNode | null, side: 'Top' | 'Bottom'): number {
  if (!(box instanceof Element)) return 0;
  const style = getComputedStyle(box);
  if (!/^(block|list-item)$/.test(style.display)) return 0;
  const margin = px(style[`margin${side}`]);
  if (px(style[`padding${side}`]) || px(style[`border${side}Width`])) return margin;
  return Math.max(margin, marginAt(side === 'Top' ? box.firstElementChild : box.lastElementChild, side));
}

/**
 * The room of a fallback, in which nothing may move that a person sees. Undefined if no fallback is visible, or if it begins below the
 * window, because then everything after it is out of sight as well.
 */
export function roomOf(holder: Element): Room | undefined {
  const nodes = [...holder.childNodes].filter((node) =>
    holder.localName.includes('-')
      ? node instanceof Element && node.matches('.say-something-fallback')
      : node.textContent?.trim(),
  );
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last || !isShown(holder)) return undefined;
  const range = new Range();
  range.setStartBefore(first);
  range.setEndAfter(last);
  const { top, height } = range.getBoundingClientRect();
  if (!height || top >= innerHeight) return undefined;
  return {
    height,
    before: marginAt(first, 'Top'),
    after: marginAt(last, 'Bottom'),
    size: px(getComputedStyle(holder.querySelector('p,li') ?? holder).fontSize),
    places: placesIn(holder, top, 'h1,h2,h3,h4,h5,h6,p,li,td,div'),
  };
}

/**
 * Fits a drawn root into the room of its fallback: nothing below it moves, and no number takes another's place.
 *
 * `--_air` runs from 0 (tight) to 1 (comfortable). It is as large as the room allows, and no larger than lets each number begin where its
 * line began. In most pages it is 1, which one measuring shows; if not, a second one tells all, because heights are linear in it. What is
 * left goes to the bands before a number that would begin too early, and evenly to the bands from the last of those numbers on.
 */
export function settle(root: HTMLElement, { height: wanted, before, after, size, places }: Room): void {
  const { style } = root;
  // The text is as large as the page's own, where that is larger than the reader's: the element reads like the page around it.
  const medium = px(getComputedStyle(root).fontSize);
  if (size > medium) style.fontSize = `${Math.min(size, medium * LARGEST)}px`;
  style.marginTop = `${before}px`;
  style.marginBottom = `${after}px`;
  const measure = (air: number): { air: number; top: number; height: number; at: Map<string, number> } => {
    style.setProperty('--_air', `${air}`);
    const { top, height } = root.getBoundingClientRect();
    return { air, top, height, at: placesIn(root, top, '.band') };
  };
  const easy = measure(1);
  let now = easy;
  // The first number is 999, whose bar comes before everything that could make it late.
  const others = [...places].slice(1).map(([number, place]) => ({ at: easy.at.get(number) ?? 0, number, place }));
  if (easy.height > wanted || others.some(({ at, place }) => at > place + SLACK)) {
    const tight = measure(0);
    const step = easy.height - tight.height;
    let air = (wanted - tight.height) / step;
    for (const { at, number, place } of others) {
      const from = tight.at.get(number) ?? Infinity;
      if (at > from) air = Math.min(air, (place + SLACK - from) / (at - from));
    }
    now = measure(Math.min(1, Math.max(0, air || 0)));
    // Heights are not quite linear: a control is never lower than 24 pixels, and WebKit rounds each line to whole pixels.
    for (let tries = 5; tries && now.air && now.height > wanted + 0.5; tries--)
      now = measure(tries > 1 ? Math.max(0, now.air - (now.height - wanted + 1) / step) : 0);
  }

  /** Bands that begin at one height stand next to each other, and grow together. The bar never grows. */
  const lines: { top: number; bands: [HTMLElement, number][]; more: number; early: number | undefined }[] = [];
  for (const band of root.querySelectorAll<HTMLElement>('.band')) {
    const { top, height } = band.getBoundingClientRect();
    const [number] = [...placesIn(band, 0, '*').keys()].filter((one) => places.has(one));
    const last = lines.at(-1);
    if (last && Math.abs(last.top - top) < 2) last.bands.push([band, height]);
    else {
      const early = number === undefined ? undefined : (places.get(number) ?? 0) - (top - now.top);
      lines.push({ top, bands: [[band, height]], more: 0, early });
    }
  }
  let left = Math.max(0, wanted - now.height);
  const give = (to: typeof lines, each: number): number => {
    const some = to.filter(({ bands: [band] }) => !band?.[0].matches('.now'));
    const share = some.length && Math.min(each, left / some.length);
    for (const line of some) line.more += share;
    left -= share * some.length;
    return share * some.length;
  };
  const pins = lines.flatMap(({ early }, line) => (early === undefined ? [] : { line, early }));
  // The last of several numbers waits for nobody: it is support, and stands apart.
  if (pins.length > 1) pins.pop();
  let moved = 0;
  let from = 0;
  for (const [i, { line }] of pins.entries()) {
    // It moves no further than makes no later number late.
    const early = Math.min(...pins.slice(i).map((pin) => pin.early)) - moved;
    if (early > 0) moved += give(lines.slice(from, line), early / (line - from));
    from = line;
  }
  give(lines.slice(from), Infinity);
  for (const { bands, more } of lines)
    for (const [band, height] of more ? bands : []) band.style.minBlockSize = `${height + more}px`;
}

/** Undoes the fitting of `settle`, so that a root has its own height. It is called when the page has a new layout anyway. */
export function release(root: HTMLElement): void {
  root.style.removeProperty('--_air');
  for (const band of root.querySelectorAll<HTMLElement>('.band')) band.style.minBlockSize = '';
}
