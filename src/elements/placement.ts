import type { CSSResult, LitElement } from 'lit';
import { adoptStyles } from 'lit';
import { brief, warnOnce } from './warn.js';

/** Elements that can be drawn on a placeholder, and so outside their own box. */
export interface Placed extends HTMLElement, Pick<LitElement, 'renderOptions'> {
  /** The placeholder's shadow root, set before the element is put into it; the element then draws there, beside itself. */
  into?: ShadowRoot | undefined;
}

type Drawn = Placed & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The style sheets of an element, in the window of its document: none can be shared between two documents. */
function dress(root: ShadowRoot, { constructor }: Drawn): void {
  const { elementStyles } = constructor as typeof LitElement;
  const view = root.ownerDocument.defaultView;
  if (view === window) adoptStyles(root, elementStyles);
  else if (view) {
    root.adoptedStyleSheets = (elementStyles as CSSResult[]).map(({ cssText }) => {
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(cssText);
      return sheet;
    });
  }
}

/**
 * The root that an element draws in when a placeholder has lent it one, or where its document is another window's. Drawn in the
 * placeholder's, its phrases can stand in the placeholder's own light tree, as they do in the element's.
 */
export function lentRoot(element: Drawn): ShadowRoot | undefined {
  const elsewhere = element.ownerDocument !== document;
  const root = element.into ?? (elsewhere ? (element.shadowRoot ?? element.attachShadow({ mode: 'open' })) : undefined);
  if (root) dress(root, element);
  // Lit keeps what it has drawn on the node before which it draws: a second element in the same root must not find it
  if (element.into) element.renderOptions.renderBefore = element;
  return root;
}

/** Dresses an element anew when another document has taken it over: it leaves its style sheets behind. */
export function redress(element: Drawn): void {
  const root = element.renderRoot as ShadowRoot | undefined;
  if (root) dress(root, element);
}

/** What the page knows: the placeholder, or the element itself. */
export const holderOf = (element: Placed): Element => element.into?.host ?? element;

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
