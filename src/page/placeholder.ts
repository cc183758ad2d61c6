import type { Kind } from '../core/kinds.js';
import type { GuestElement } from '../guest/guest-element.js';
import { takeOut } from '../guest/light-words.js';
import { hostOf } from '../guest/public-node.js';
import { roomOf } from '../guest/room.js';
import { warnOnce } from '../guest/warn.js';
import { PREFIX, SETTINGS } from './recognition.js';
import type { Wanted } from './recognition.js';

/** A node of the page that an element of ours is drawn on. */
interface Placeholder {
  readonly root: ShadowRoot;
  element?: GuestElement | undefined;
}

/** The shadow roots of all nodes that were ever drawn on. A shadow root cannot be detached. */
const placeholderRoots = new WeakMap<Element, Placeholder>();

/** Whether an element of ours is drawn on a node now. */
export const isDrawn = (node: Element): boolean => !!placeholderRoots.get(node)?.element;

/** Warns that a node cannot be a placeholder: its fallback stays. */
export const refuse = ({ localName }: Element): void =>
  warnOnce(`a <${localName}> cannot be a placeholder, so its own text stays. Use a <div>.`);

/**
 * Draws an element in a shadow root on a node of the page. Nothing of the page is moved, replaced or changed, so that the framework which
 * owns it does not notice. All that the node holds is fallback, and shows again should drawing fail. One that has `waited` for the script
 * keeps the room of its fallback. Returns the element, or undefined if it cannot be drawn there.
 */
export function drawOn(
  node: Element,
  { kind, settings }: Wanted & { readonly kind: Kind },
  waited: boolean,
): GuestElement | undefined {
  if (hostOf(node)?.localName.startsWith(PREFIX)) return undefined;
  let own = placeholderRoots.get(node);
  if (!own && node.shadowRoot) return undefined;
  try {
    // Measured first: a shadow root takes the fallback out of the page.
    const room = waited ? roomOf(node) : undefined;
    if (!own) placeholderRoots.set(node, (own = { root: node.attachShadow({ mode: 'open' }) }));
    const tag = PREFIX + kind;
    if (own.element && own.element.localName !== tag) release(node);
    const fresh = !own.element;
    const element = (own.element ??= document.createElement(tag) as NonNullable<Placeholder['element']>);
    for (const name of SETTINGS) {
      const value = settings[name];
      if (value === undefined) element.removeAttribute(name);
      else if (value !== element.getAttribute(name)) element.setAttribute(name, value);
    }
    if (fresh) {
      element.drawIn(own.root, room);
      own.root.replaceChildren(element);
    }
    return element;
  } catch {
    // A shadow root without a slot would hide the numbers.
    if (own) restore(own);
    refuse(node);
    return undefined;
  }
}

/** Shows what the page puts into a placeholder. */
function restore(own: Placeholder): void {
  own.root.replaceChildren(document.createElement('slot'));
  own.root.adoptedStyleSheets = [];
  own.element = undefined;
}

/** Undoes `drawOn` when a framework reuses the node. A shadow root cannot be detached, so a slot is left in it. */
export function release(node: Element): void {
  const own = placeholderRoots.get(node);
  if (!own?.element) return;
  for (const span of [...node.children]) if (span.assignedSlot?.name) takeOut(span);
  restore(own);
}
