import type { CSSResult, LitElement } from 'lit';
import { adoptStyles, supportsAdoptingStyleSheets } from 'lit';
import { brief, warnOnce } from './warn.js';

/** Elements that can be drawn on a placeholder, and so outside their own box. */
export interface Placed extends HTMLElement, Pick<LitElement, 'renderOptions'> {
  /** The placeholder's shadow root, set before the element is put into it; the element then draws there, beside itself. */
  into?: ShadowRoot | undefined;
}

type Drawn = Placed & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * Gives a root the style sheets of its element, in the window of its document: two documents cannot share one. Where the page has
 * broken what that needs, the words are drawn without style.
 */
function dress(root: ShadowRoot, { constructor }: Drawn): void {
  const { elementStyles } = constructor as typeof LitElement;
  const view = root.ownerDocument.defaultView;
  try {
    if (view === window || !supportsAdoptingStyleSheets) adoptStyles(root, elementStyles);
    else if (view) {
      root.adoptedStyleSheets = (elementStyles as CSSResult[]).map(({ cssText }) => {
        const sheet = new view.CSSStyleSheet();
        sheet.replaceSync(cssText);
        return sheet;
      });
    }
  } catch {
    // a number without style can be read
  }
}

/**
 * The root that an element draws in: its own, or the one that a placeholder has lent it. Drawn in the placeholder's, its phrases can
 * stand in the placeholder's own light tree, as they do in the element's.
 */
export function rootFor(element: Drawn): ShadowRoot {
  const root = element.into ?? element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  dress(root, element);
  // Lit keeps what it has drawn on the node before which it draws: a second element in the same root must not find it
  if (element.into) element.renderOptions.renderBefore = element;
  return root;
}

/**
 * Gives an element its style sheets again after it was moved to another document. Safari before 16.4 has style elements, which
 * move with it.
 */
export function redress(element: Drawn): void {
  const root = element.renderRoot as ShadowRoot | undefined;
  if (root && supportsAdoptingStyleSheets) dress(root, element);
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
