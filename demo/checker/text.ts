/*
 * What can be read in a document that was only parsed: it is in no window, so nothing in it runs, loads or is styled.
 *
 * A form and a document hide their own methods behind fields of the same names, so every question is put through the prototype.
 */

/** What no visitor sees, or only in a window of its own. */
const UNSEEN = [
  'head,script,style,noscript,template,iframe,object,audio,video,canvas,textarea,select,datalist,dialog:not([open]),[hidden]',
  ...['display:none', 'display: none', 'visibility:hidden', 'visibility: hidden'].map((css) => `[style*="${css}" i]`),
].join();
/** Elements that flow in a line: what stands in two others stands on two lines. */
const IN_LINE =
  'a,abbr,b,bdi,bdo,cite,code,del,dfn,em,font,i,ins,kbd,mark,q,s,samp,small,span,strike,strong,sub,sup,time,tt,u,var,wbr';
const BLOCK = `:not(${IN_LINE})`;

/** The source of a whole page. */
export const WHOLE = /<(?:!doctype|html|head|body)\b/i;

export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);
export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
export const attribute = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);
export const attributeNames = (element: Element): string[] => Element.prototype.getAttributeNames.call(element);
export const isSeen = (element: Element): boolean => !closest(element, UNSEEN);

/** The root element of markup, as a browser reads it. Nothing runs and nothing is asked for. */
export function parse(markup: string): Element {
  // a part of a page is read as it would be where it stands: in the head, a browser closes a noscript at the first div
  const whole = WHOLE.test(markup) ? markup : `<body>${markup}`;
  const inert = new DOMParser().parseFromString(whole, 'text/html');
  return document.createTreeWalker(inert, NodeFilter.SHOW_ELEMENT).nextNode() as Element;
}

/** Spaces of every kind as one, signs of no width left out, quotation marks straight: what two copies of a text share. */
export const plain = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();

/** What a visitor reads below an element without any script, line by line. */
export function linesOf(root: Element): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && matches(node, UNSEEN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const lines = [''];
  let block: Element | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      const own = node.parentElement && closest(node.parentElement, BLOCK);
      if (own !== block) lines.push('');
      block = own;
      lines[lines.length - 1] += node.data;
    } else if (node instanceof HTMLBRElement) lines.push('');
  }
  return lines.map(plain).filter(Boolean);
}

/**
 * What was copied, as markup. A part of a page comes as words and, beside them, as markup; source is markup by itself, and what
 * comes beside it is only its colours.
 */
export function markupOf(text: string, html: string): string {
  if (!html || /<[a-z!/]/i.test(text)) return text;
  const [, inner] = /<!--StartFragment-->([^]*)<!--EndFragment-->/.exec(html) ?? [];
  return (inner ?? html.replace(/<\/?(?:html|head|body|meta)\b[^>]*>/gi, '')).trim();
}
