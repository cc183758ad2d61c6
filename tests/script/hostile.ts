/*
 * Opens pages of demo/situations/ and describes what a person sees of our elements. The pages may have any styles. Pages that change
 * JavaScript are in tests/others/styles/libraries.test.ts.
 */
import {
  behind,
  boxOf,
  clips,
  contrast,
  flatParent,
  flatTexts,
  hitAt,
  holds,
  linesOf,
  opacityOf,
  rgba,
  shownTexts,
  sticksOut,
  styleOf,
  tooSmall,
  visible,
  wordsOf,
} from '../helpers/looks.js';
import { until } from '../helpers/until.js';
import { openPage } from './page.js';
import type { Page } from './page.js';

/** The placeholders, the blocks of link markers and the custom elements of a page. */
export const holders = ({ document }: Page): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('*')].filter((element) =>
    element.shadowRoot?.querySelector('[part=root]'),
  );

const treeOf = (holder: HTMLElement): ShadowRoot => holder.shadowRoot as ShadowRoot;
export const rootOf = (holder: HTMLElement): HTMLElement => treeOf(holder).querySelector('[part=root]') as HTMLElement;

/** The name of a holder in messages. */
export const nameOf = (holder: HTMLElement): string =>
  holder.getAttribute('data-say-something') ?? (holder.id || holder.localName);

/** Opens a page, and waits until this number of elements is drawn and has its phrases in the light tree. */
export async function openHostile(path: string, drawn: number, width: number): Promise<Page> {
  const page = await openPage(path, { width });
  const waiting = (): boolean => {
    const all = holders(page);
    return (
      all.length < drawn ||
      all.some((holder) =>
        [...treeOf(holder).querySelectorAll<HTMLSlotElement>('slot[name]')].some(
          (slot) => !slot.assignedNodes().length,
        ),
      )
    );
  };
  await until(() => !waiting(), `${path}: ${drawn} are drawn, with their words in the light tree`);
  return page;
}

/** Every visible number: the links that call, and other elements with a number. */
export const numbersOf = (holder: HTMLElement): readonly HTMLElement[] =>
  [...treeOf(holder).querySelectorAll<HTMLElement>('a[href^="tel:"],[part=number]')].filter(visible);

/** Numbers that a tap on their digits does not hit, and numbers and email addresses that differ from those to which the link leads. */
export function unreachable(holder: HTMLElement): readonly string[] {
  return numbersOf(holder).flatMap((number) => {
    const words = wordsOf(number);
    const [scheme, called] = number.getAttribute('href')?.split(':') ?? [];
    const said = scheme === 'tel' ? words.replace(/\D/g, '') : words;
    const found = called && said !== called ? [`${words} calls ${called}`] : [];
    for (const text of flatTexts(number)) {
      number.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const lines = linesOf(text);
      if (!lines.length) found.push(`${words} has no line`);
      for (const { left, top, width, height } of lines) {
        const hit = hitAt(number.ownerDocument, left + width / 2, top + height / 2);
        if (!holds(number, hit)) found.push(`${words} lies under ${hit?.outerHTML.slice(0, 60)}`);
        // half of a clipped line could be read as another number
        if (height < 10 || width < 10) found.push(`${words} is ${width} by ${height} px`);
      }
    }
    return found;
  });
}

/** The style properties of a text that a page could change. */
const LOOK = [
  'color',
  '-webkit-text-fill-color',
  '-webkit-text-stroke-width',
  'background-color',
  'font-family',
  'font-size',
  'font-style',
  'font-variant-caps',
  'font-weight',
  'font-stretch',
  'line-height',
  'text-transform',
  'text-indent',
  'text-shadow',
  'text-decoration-line',
  'vertical-align',
  'white-space',
  'word-break',
  'overflow-wrap',
  'hyphens',
  'writing-mode',
  'unicode-bidi',
  'text-orientation',
  'display',
  'float',
  'position',
  'visibility',
  'opacity',
  'transform',
  'filter',
  'clip-path',
  'overflow',
  'width',
  'margin',
  'padding',
  'border-top-width',
  'pointer-events',
  'cursor',
  'content-visibility',
  'quotes',
  'column-count',
  'animation-name',
  'font-feature-settings',
] as const;
const COLOURS: readonly string[] = LOOK.slice(0, 2);

const SIZE = /-?[\d.]+(?=px)/g;

/** Whether two looks are the same, with sizes up to a quarter of a pixel apart, because engines that zoom convert them with small errors. */
function alike(one: string, other: string): boolean {
  if (one.replace(SIZE, '') !== other.replace(SIZE, '')) return false;
  const others = other.match(SIZE) ?? [];
  return (one.match(SIZE) ?? []).every((size, i) => Math.abs(+size - Number(others[i])) <= 0.25);
}

const lookOf = (text: Text, colours: boolean): string => {
  const box = boxOf(text);
  const style = styleOf(box);
  // A page cannot set the width of what is in our own tree.
  return LOOK.filter((name) => (colours || !COLOURS.includes(name)) && (name !== 'width' || box.slot))
    .map((name) => `${name}: ${style.getPropertyValue(name)}`)
    .join('; ');
};

const key = ({ data }: Text): string => data.replace(/\s+/g, ' ').trim();

/** Opens everything in an element, or closes it. Of the questions, only one is open at a time. */
export function setOpen(holder: HTMLElement, open: boolean): void {
  for (const details of treeOf(holder).querySelectorAll('details')) details.open = open;
}

/** What an act finds in an element that does not fit into the room of its fallback, which would change the size and height of its text. */
function withoutRoom<Found>(holder: HTMLElement, act: (root: HTMLElement) => Found): Found {
  const root = rootOf(holder);
  const { cssText } = root.style;
  root.style.cssText = '';
  const found = act(root);
  root.style.cssText = cssText;
  return found;
}

/** Every text except what is only printed. WebKitGTK does not update the computed style of that. */
const textsFor = (root: HTMLElement): readonly Text[] =>
  flatTexts(root).filter((text) => {
    for (let node: Element | null = boxOf(text); node && node !== root; node = flatParent(node))
      if (styleOf(node).display === 'none') return false;
    return true;
  });

/** The look of each phrase, in sight or not, in pages that do not change it. */
export type Looks = ReadonlyMap<string, ReadonlySet<string>>;

export function looksOf(pages: readonly Page[], colours: boolean): Looks {
  const looks = new Map<string, Set<string>>();
  for (const holder of pages.flatMap(holders)) {
    withoutRoom(holder, (root) => {
      for (const text of textsFor(root))
        looks.set(key(text), (looks.get(key(text)) ?? new Set()).add(lookOf(text, colours)));
    });
  }
  return looks;
}

/** The phrases that look different from those in the plain page, with the differences, and the number of compared phrases. */
export function changedLooks(
  holder: HTMLElement,
  plain: Looks,
  colours: boolean,
): { readonly compared: number; readonly changed: readonly string[] } {
  let compared = 0;
  const changed: string[] = [];
  withoutRoom(holder, (root) => {
    for (const text of textsFor(root)) {
      const known = plain.get(key(text));
      if (!known) continue;
      compared++;
      const look = lookOf(text, colours);
      if ([...known].some((one) => alike(one, look))) continue;
      const usual = [...known][0]?.split('; ') ?? [];
      changed.push(
        `${key(text).slice(0, 40)}: ${look
          .split('; ')
          .filter((part) => !usual.some((one) => alike(one, part)))
          .join('; ')}`,
      );
    }
  });
  return { compared, changed };
}

/** The pseudo-elements that the page adds to our phrases. */
export const marks = (holder: HTMLElement): readonly string[] =>
  flatTexts(rootOf(holder))
    .map((text) => boxOf(text))
    .filter((box) => box.localName === 'span' && box.slot)
    .flatMap((span) =>
      ['::before', '::after']
        .filter((pseudo) => !['none', 'normal', ''].includes(styleOf(span, pseudo).content))
        .map((pseudo) => `${wordsOf(span)}${pseudo} ${styleOf(span, pseudo).content}`),
    );

/** Texts that are too small, too faint or transparent. */
export const unreadable = (holder: HTMLElement): readonly string[] =>
  shownTexts(rootOf(holder)).flatMap((text) => {
    const box = boxOf(text);
    const { color, fontSize } = styleOf(box);
    const found: string[] = [];
    const ratio = contrast(color, behind(box));
    if (ratio < 4.5 || rgba(color)[3] !== 255) found.push(`contrast ${ratio.toFixed(2)}`);
    if (parseFloat(fontSize) < 12) found.push(fontSize);
    if (opacityOf(box) < 1) found.push(`opacity ${opacityOf(box)}`);
    if (!linesOf(text).length) found.push('no line');
    return found.length ? [`${key(text).slice(0, 40)}: ${found.join(', ')}`] : [];
  });

/** The faults of boxes: too narrow, overflowing, clipped, or too small to press. */
export function misshapen(holder: HTMLElement, narrowest: number): readonly string[] {
  const root = rootOf(holder);
  const { width } = root.getBoundingClientRect();
  const controls = [...treeOf(holder).querySelectorAll<HTMLElement>('a[href],button,summary,input')];
  return [
    ...(width < narrowest ? [`${width} px wide`] : []),
    ...(root.scrollWidth > root.clientWidth + 1 ? [`${root.scrollWidth} px in ${root.clientWidth}`] : []),
    ...sticksOut(holder).map((words) => `sticks out: ${words}`),
    ...clips(holder).map((words) => `cut off: ${words}`),
    ...tooSmall(controls).map((words) => `too small: ${words}`),
  ];
}

const PLACED = /(^|-)(width|height|size|origin|rows|columns)$|^(top|right|bottom|left)$|^inset|^margin/;

/** The computed styles of the page's own elements, in order, without values that depend on the height of our elements. */
function ownStyles(document: Document): readonly string[] {
  const ours =
    '.say-something,[data-say-something],#link,say-something-report,say-something-banner,say-something-signs,say-something-exit';
  return [...document.querySelectorAll('html,body,body *')]
    .filter((element) => !element.closest(ours) && element.localName !== 'script')
    .map((element) => {
      const style = styleOf(element);
      const properties = [...style].filter((name) => !PLACED.test(name));
      return `${element.localName} ${properties.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ')}`;
    });
}

/** The styles of the page's own elements with our script and without it, which have to be the same. */
export async function withAndWithout(page: Page): Promise<readonly [readonly string[], readonly string[]]> {
  const { href } = page.document.location;
  const text = await (await fetch(href)).text();
  const without = text
    .replace(/<script[^>]*say-something\.js[^>]*><\/script>/, '')
    .replace('<head>', `<head><base href="${href}">`);
  if (!without.includes('<base') || without.includes('say-something.js')) throw new Error('the script was not found');
  const frame = document.createElement('iframe');
  frame.style.cssText = `border: 0; width: ${page.window.innerWidth}px; height: ${page.window.innerHeight}px`;
  frame.src = URL.createObjectURL(new Blob([without], { type: 'text/html' }));
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const styles = ownStyles(frame.contentDocument as Document);
  URL.revokeObjectURL(frame.src);
  frame.remove();
  return [ownStyles(page.document), styles];
}
