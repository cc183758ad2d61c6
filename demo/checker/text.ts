/*
 * Reads the text of a document that was only parsed. The document has no window, so nothing in it runs, loads or has styles.
 *
 * A field of a form can hide a method of the form by its name, so these functions call the methods of the prototype.
 */

/** Selects elements that a visitor does not see, or sees only in a separate window. */
const UNSEEN = [
  'head,script,style,noscript,template,iframe,object,audio,video,canvas,textarea,select,datalist,dialog:not([open]),[hidden]',
  ...['display:none', 'display: none', 'visibility:hidden', 'visibility: hidden'].map((css) => `[style*="${css}" i]`),
].join();
/** The inline elements. The texts of two different block elements are on different lines. */
const IN_LINE =
  'a,abbr,b,bdi,bdo,cite,code,del,dfn,em,font,i,ins,kbd,mark,q,s,samp,small,span,strike,strong,sub,sup,time,tt,u,var,wbr';
const BLOCK = `:not(${IN_LINE})`;

/** Matches the source of a whole page. */
export const WHOLE = /<(?:!doctype|html|head|body)\b/i;

export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);
export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
export const attribute = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);
export const attributeNames = (element: Element): string[] => Element.prototype.getAttributeNames.call(element);
export const isSeen = (element: Element): boolean => !closest(element, UNSEEN);

/** The root element of parsed markup. Nothing in it runs, and the browser makes no request. */
export function parse(markup: string): Element {
  // parse a part of a page inside the body, because in the head a browser closes a noscript at the first div
  const whole = WHOLE.test(markup) ? markup : `<body>${markup}`;
  const inert = new DOMParser().parseFromString(whole, 'text/html');
  return document.createTreeWalker(inert, NodeFilter.SHOW_ELEMENT).nextNode() as Element;
}

/** A text in the form in which copies are compared: plain spaces, straight quotation marks, no invisible characters. */
export const plain = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();

/** The lines of text below an element that a visitor reads without any script. */
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
 * The copied content as markup. When a person copies a part of a page, the clipboard has its words as text and its markup as HTML.
 * When a person copies source code, the text is the markup, and the HTML has only the colours of the code.
 */
export function markupOf(text: string, html: string): string {
  if (!html || /<[a-z!/]/i.test(text)) return text;
  const [, inner] = /<!--StartFragment-->([^]*)<!--EndFragment-->/.exec(html) ?? [];
  return (inner ?? html.replace(/<\/?(?:html|head|body|meta)\b[^>]*>/gi, '')).trim();
}
