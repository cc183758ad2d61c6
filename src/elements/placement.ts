import type { CSSResultOrNative, LitElement } from 'lit';
import { adoptStyles } from 'lit';
import { warnOnce } from './warn.js';

/** Elements that can be drawn on a placeholder, and so outside their own box. */
export interface Placed extends HTMLElement, Pick<LitElement, 'renderOptions'> {
  /** The placeholder's shadow root, set before the element is put into it; the element then draws there, beside itself. */
  into?: ShadowRoot | undefined;
}

/**
 * The root that an element draws in when a placeholder has lent it one. Drawn there, its phrases can stand in the
 * placeholder's own light tree, as they do in the element's.
 */
export function lentRoot(element: Placed, styles: CSSResultOrNative[]): ShadowRoot | undefined {
  const { into, renderOptions } = element;
  if (into) adoptStyles(into, styles);
  // Lit keeps what it has drawn on the node before which it draws: a second element in the same root must not find it
  if (into) renderOptions.renderBefore = element;
  return into;
}

/** What the page knows: the placeholder, or the element itself. */
export const holderOf = (element: Placed): Element => element.into?.host ?? element;

/**
 * Draws; and where that fails, because the page has broken something that we stand on, puts back what was there before us:
 * somebody is waiting for a number.
 */
export function guarded(
  element: Placed & { readonly renderRoot: HTMLElement | DocumentFragment },
  draw: () => void,
): void {
  try {
    draw();
  } catch (error) {
    element.renderRoot.replaceChildren(document.createElement('slot'));
    warnOnce(`<${element.localName}> could not be drawn, its fallback stays: ${String(error)}`);
  }
}
