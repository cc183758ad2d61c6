import type { Kind } from '../core/kinds.js';
import { KINDS } from '../core/kinds.js';
import { expectPanel } from '../elements/shared/to-report.js';
import { guests } from '../guest/live-region.js';
import type { GuestElement } from '../guest/guest-element.js';
import { presses } from '../guest/press.js';
import { isOutOfSight } from '../guest/seen.js';
import { redraw } from '../guest/shared-hosts.js';
import { truncate, warnOnce } from '../guest/warn.js';
import { drawOn, isDrawn, refuse, release } from './placeholder.js';
import { fromLink, fromPlaceholder, LINKS, PLACEHOLDERS, PREFIX, SETTINGS } from './recognition.js';
import type { Wanted } from './recognition.js';
import type { Upgrade } from './upgrade-queue.js';
import { upgradeInTurn } from './upgrade-queue.js';
import { letWait, waiting } from './waiting-links.js';

/** Makes sure that the tag of a kind is defined. */
type Define = (kind: Kind) => void;

/** What a marker asks for, and the node that is drawn on. */
type Marker = Wanted & { readonly node: Element };

const MARKERS = `${PLACEHOLDERS},${LINKS}`;
/** The attributes that make a node a marker, or another one. */
const WATCHED = ['lang', 'class', 'href', 'data-say-something', ...SETTINGS.map((name) => `data-${name}`)];

const isKind = <W extends { readonly kind: string }>(wanted: W): wanted is W & { readonly kind: Kind } =>
  KINDS.some((kind) => kind === wanted.kind);

/** What a marker of the page asks for, if it asks for anything. One that cannot be read keeps its own text. */
function markerOf(node: Element): Marker | undefined {
  try {
    if (node.matches(PLACEHOLDERS)) return { ...fromPlaceholder(node), node };
    const wanted = node instanceof HTMLAnchorElement ? fromLink(node, isDrawn) : undefined;
    return wanted && { ...wanted, node: wanted.block };
  } catch {
    refuse(node);
    return undefined;
  }
}

/**
 * Finds every marker in the page, now and whenever one appears, and draws on it.
 *
 * What was there before the script is drawn in turn, and a tag whose elements wait in the page is defined at its turn. A link in view waits
 * until drawing on it moves nothing in view. What appears later is drawn at once, before anybody can have seen its fallback.
 *
 * Markers in a shadow root of the page are not found. To find them, the script would have to ask every element of every page for its root,
 * or to replace functions of the page. Such a marker keeps its text; the custom elements work there.
 */
export function watchPage(define: Define): void {
  /** The nodes that are drawn on and in the page. */
  const drawn = new Set<Element>();

  /** Tells the elements that lead to a panel whether one is still to be drawn. */
  let coming = false;
  const tell = (): void => {
    const panel = [...waiting.values()].find(({ kind }) => kind === 'report');
    expectPanel(coming || !!panel, () => void (coming || panel?.link.click()));
  };

  const forget = (block: Element): void => {
    waiting.get(block)?.stop();
    if (waiting.delete(block)) tell();
  };

  /**
   * Draws what a marker asks for. One of a kind that is not known keeps its own text, and a link in view that has waited for the script
   * waits, unless it is to be drawn `now`.
   */
  const take = (node: Element, waited: boolean, now = false): GuestElement | undefined => {
    const marker = markerOf(node);
    if (!marker) return undefined;
    if (!isKind(marker)) {
      warnOnce(
        `data-say-something="${truncate(marker.kind)}" is not known, so its own text stays. Known: ${KINDS.join(', ')}.`,
      );
      return undefined;
    }
    const { kind, node: on } = marker;
    const isLink = on !== node;
    if (isLink && !now && !isDrawn(on) && (waited || waiting.has(on)) && !isOutOfSight(on)) {
      try {
        letWait(on, kind, node as HTMLElement, () => take(node, false, true));
        tell();
      } catch {
        // In a page that has broken what this needs, it stays a link.
      }
      return undefined;
    }
    define(kind);
    const element = drawOn(on, marker, waited && !isLink);
    if (element) drawn.add(on);
    forget(on);
    return element;
  };

  /** Follows a node that is drawn on, because React and others reuse it, with other settings or as something else. */
  const follow = (node: Element): void => {
    if (!node.isConnected) drawn.delete(node);
    else if (isDrawn(node)) {
      const link = node.querySelector(LINKS);
      const marker = node.matches(PLACEHOLDERS) ? markerOf(node) : link && markerOf(link);
      if (marker && isKind(marker)) {
        define(marker.kind);
        drawOn(node, marker, false);
      } else release(node);
    }
  };

  const upgrades: (Upgrade & { readonly kind: string | undefined })[] = [];
  for (const at of document.querySelectorAll(MARKERS))
    upgrades.push({ at, kind: markerOf(at)?.kind, run: () => void (at.isConnected && take(at, true)) });
  for (const kind of KINDS) {
    const at = document.querySelector(PREFIX + kind);
    // A tag that no element waits for costs nothing.
    if (at) upgrades.push({ at, kind, run: () => define(kind) });
    else define(kind);
  }
  presses.add(upgrades);
  coming = upgrades.some(({ kind }) => kind === 'report');
  tell();
  upgradeInTurn(upgrades, () => {
    coming = false;
    tell();
    presses.delete(upgrades);
  });

  new MutationObserver((records) => {
    let language = false;
    // A page changes often, and mostly elsewhere. Without this, every phrase that one panel mirrors would check all other panels.
    const changed = [...new Set(records.map(({ target }) => target))];
    for (const node of drawn) if (!node.isConnected || changed.some((target) => node.contains(target))) follow(node);
    for (const [block, { link }] of waiting) if (!block.isConnected || !markerOf(link)) forget(block);
    for (const { target, attributeName, addedNodes } of records) {
      // The `lang` of our own spans in the light tree does not count.
      language ||= !!attributeName?.endsWith('lang') && !Element.prototype.matches.call(target, 'span[slot]');
      for (const node of attributeName ? [target] : addedNodes) {
        if (!(node instanceof Element)) continue;
        try {
          if (node.matches(MARKERS)) take(node, false);
          if (!attributeName && node.firstElementChild)
            for (const marker of node.querySelectorAll(MARKERS)) take(marker, false);
        } catch {
          // A form whose fields are called like the methods of an element hides them.
          for (const marker of document.querySelectorAll(MARKERS)) take(marker, false);
        }
      }
    }
    if (language) redraw(guests);
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: WATCHED });
}
