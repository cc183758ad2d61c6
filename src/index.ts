import { html, render } from 'lit';
import { hertfordshire } from './data/hertfordshire.js';
import { en } from './data/locales/en.js';
import { SaySomethingReport } from './elements/say-something-report.js';
import { warnOnce } from './elements/warn.js';

const TAG = 'say-something-report';
const MARKERS = '.say-something,[data-say-something]';
/** Settings that a placeholder may carry as `data-<attribute>`. */
const SETTINGS = ['audience', 'heading-level', 'lang', 'directory'];

/**
 * Whether this page lets us draw at all. Trusted Types may be required and denied, and an XHTML page reads our templates as
 * XML: a tag defined there would be blank and hide the numbers in its fallback, so nothing is defined.
 */
function canDraw(): boolean {
  try {
    const probe = document.createElement('div');
    render(html`<p title=${'a'}>${'b'}</p>`, probe);
    return probe.textContent === 'b' && probe.querySelector('p')?.title === 'a';
  } catch {
    return false;
  }
}

/**
 * Draws an element in a shadow root on the placeholder itself: none of the page's nodes is moved, replaced or changed, so
 * that the framework which owns them does not notice. All that the placeholder holds is fallback.
 */
function upgrade(placeholder: Element): void {
  if (placeholder.shadowRoot || placeholder.closest(TAG)) return;
  const kind = placeholder.getAttribute('data-say-something')?.trim() || 'report';
  if (kind !== 'report') {
    warnOnce(`data-say-something="${kind.slice(0, 50)}" is not known, so its own text stays. Known: report.`);
    return;
  }
  try {
    const root = placeholder.attachShadow({ mode: 'open' });
    const element = document.createElement(TAG);
    for (const name of SETTINGS) {
      const value = placeholder.getAttribute(`data-${name}`);
      if (value !== null) element.setAttribute(name, value);
    }
    // what the placeholder holds: hidden like any fallback, standing again should drawing fail
    const fallback = document.createElement('div');
    fallback.className = 'say-something-fallback';
    fallback.append(document.createElement('slot'));
    element.append(fallback);
    root.append(element);
  } catch {
    warnOnce(`a <${placeholder.localName}> cannot be a placeholder, so its own text stays. Use a <div>.`);
  }
}

function upgradeWithin(root: ParentNode): void {
  for (const placeholder of root.querySelectorAll(MARKERS)) upgrade(placeholder);
}

// a second copy of the script, or another version of it, finds the tag taken and leaves everything to the first
if (!customElements.get(TAG) && canDraw()) {
  SaySomethingReport.provided = { directory: hertfordshire, locales: { en } };
  customElements.define(TAG, SaySomethingReport);
  upgradeWithin(document);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(MARKERS)) upgrade(node);
        upgradeWithin(node);
      }
    }
  }).observe(document, { childList: true, subtree: true });
}
