import { html, render } from 'lit';
import { hertfordshire } from './data/hertfordshire.js';
import { en } from './data/locales/en.js';
import { signs } from './data/signs.js';
import { redrawAll } from './elements/announcer.js';
import { watchMarkers } from './elements/markers.js';
import { SaySomethingBanner } from './elements/say-something-banner.js';
import { SaySomethingExit } from './elements/say-something-exit.js';
import { SaySomethingReport } from './elements/say-something-report.js';
import { SaySomethingSigns } from './elements/say-something-signs.js';

const provided = { directory: hertfordshire, locales: { en }, guide: signs };
const elements = {
  report: SaySomethingReport,
  banner: SaySomethingBanner,
  signs: SaySomethingSigns,
  exit: SaySomethingExit,
};

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

// a second copy of the script, or another version of it, finds the tags taken and leaves everything to the first
if (!customElements.get('say-something-report') && canDraw()) {
  for (const [kind, element] of Object.entries(elements)) {
    element.provided = provided;
    const tag = `say-something-${kind}`;
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
  watchMarkers(Object.keys(elements), redrawAll);
}
