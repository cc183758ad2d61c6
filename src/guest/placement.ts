import type { LitElement } from 'lit';
import { adoptStyles as adoptStylesOf } from 'lit';
import { brief, warnOnce } from './warn.js';

/** Elements that can be drawn on a placeholder, and so outside their own box. */
export interface Placed extends HTMLElement, Pick<LitElement, 'renderOptions'> {
  /** The placeholder's shadow root, set before the element is put into it; the element then draws there, beside itself. */
  into?: ShadowRoot | undefined;
}

type Drawn = Placed & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * Gives a root the style sheets of its element. Where that fails, because the page has broken what it needs or the element is in another
 * document, which cannot share them, the words are drawn without style.
 */
export function adoptStyles(element: Drawn, root = element.renderRoot as ShadowRoot | undefined): void {
  try {
    if (root) adoptStylesOf(root, (element.constructor as typeof LitElement).elementStyles);
  } catch {
    // A number without style can be read.
  }
}

/**
 * The root that an element draws in: its own, or the one that a placeholder has lent it. Drawn in the placeholder's, its phrases can
 * stand in the placeholder's own light tree, as they do in the element's.
 */
export function rootFor(element: Drawn): ShadowRoot {
  const root = element.into ?? element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  adoptStyles(element, root);
  // Lit keeps what it has drawn on the node before which it draws: a second element in the same root must not find it
  if (element.into) element.renderOptions.renderBefore = element;
  return root;
}

/** What the page knows: the placeholder, or the element itself. */
export const holderOf = (element: Placed): Element => element.into?.host ?? element;

/** Whether one element comes before another in the order of the page. */
export const isBefore = (one: Placed, other: Placed): boolean =>
  !!(holderOf(one).compareDocumentPosition(holderOf(other)) & Node.DOCUMENT_POSITION_FOLLOWING);

/**
 * Draws; and where that fails, because the page has broken something that we stand on, puts back what was there before us:
 * somebody is waiting for a number.
 */
export function guarded(element: Drawn, draw: () => void): void {
  try {
    draw();
  } catch (error) {
    element.renderRoot.replaceChildren(document.createElement('slot'));
    let what = 'an error';
    try {
      what = String(error);
    } catch {
      // what the page has thrown does not even let itself be read
    }
    warnOnce(`<${element.localName}> could not be drawn, its fallback stays: ${brief(what, 200)}`);
  }
}
