/* The order of digits on screen among words that are written from right to left, as after a translation by the browser. */
import { digitsOf } from '../../src/core/numbers.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';

/** Words that replace ours. After Arabic letters, which Persian and Urdu share, browsers order digits by other rules than after Hebrew. */
export const WORDS = { Arabic: 'كلمات', Hebrew: 'מילים' } as const;

const OURS = new Set(
  hertfordshire.contacts
    .flatMap(({ channels }) => channels)
    .filter(({ type }) => type === 'phone' || type === 'sms' || type === 'relay')
    .map(({ value }) => digitsOf(value)),
);

function textsIn(root: Element): Text[] {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

/** Replaces everything but digits with words, and adds words after each number. */
export function translate(root: Element, words: string): void {
  for (const text of textsIn(root)) text.data = text.data.replace(/\p{L}[^\d]*\p{L}|\p{L}/gu, words);
  for (const link of root.querySelectorAll('a[href^="tel:"]')) link.after(` ${words} `);
}

export interface Order {
  /** The directory's numbers that are on screen, as digits. */
  readonly seen: readonly string[];
  /** The numbers whose digits do not run from left to right in one line. */
  readonly wrong: readonly string[];
}

/** Measures the place of each digit of each number. */
export function orderIn(root: Element): Order {
  const seen: string[] = [];
  const wrong: string[] = [];
  const range = root.ownerDocument.createRange();
  for (const text of textsIn(root)) {
    for (const { 0: written, index } of text.data.matchAll(/\d(?:\s?\d)*/g)) {
      if (!OURS.has(digitsOf(written))) continue;
      const boxes = [...written].flatMap((sign, at) => {
        if (!/\d/.test(sign)) return [];
        range.setStart(text, index + at);
        range.setEnd(text, index + at + 1);
        return [...range.getClientRects()].slice(0, 1);
      });
      // skip folded text and text that is only printed
      if (!boxes.length) continue;
      seen.push(digitsOf(written));
      const runs = boxes.every((box, at) => {
        const before = boxes[at - 1];
        return box.width > 0 && (!before || (box.left > before.left && Math.abs(box.top - before.top) < 1));
      });
      if (!runs || boxes.length !== digitsOf(written).length) wrong.push(written);
    }
  }
  return { seen, wrong };
}
