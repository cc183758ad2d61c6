import { html, render } from 'lit';
import { hertfordshire } from './data/hertfordshire.js';
import { en } from './data/locales/en.js';
import { signs } from './data/signs.js';
import { redrawAll } from './guest/live-region.js';
import { early } from './guest/initial-upgrade.js';
import { watchMarkers } from './page/watch-markers.js';
import { SaySomethingBanner } from './elements/banner/say-something-banner.js';
import { SaySomethingExit } from './elements/exit/say-something-exit.js';
import { SaySomethingReport } from './elements/report/say-something-report.js';
import { SaySomethingSigns } from './elements/signs/say-something-signs.js';

export type { Directory } from './core/directory.js';
export type { SaySomethingContactEvent } from './elements/shared/events.js';
export type { SaySomethingBanner, SaySomethingExit, SaySomethingReport, SaySomethingSigns };

const provided = { directory: hertfordshire, locales: { en }, guide: signs };
const elements = {
  report: SaySomethingReport,
  banner: SaySomethingBanner,
  signs: SaySomethingSigns,
  exit: SaySomethingExit,
};
const isKind = (kind: string): kind is keyof typeof elements => Object.hasOwn(elements, kind);

/** What an optimiser of scripts may take a space from, where our words, styles and templates have one: each has one on each side. */
const SPACED = ` , ; : . ? > ] ( [ < # @ * ' " & / ^ `;

/**
 * Whether this page lets us draw at all. Trusted Types may be required and denied, and an XHTML page reads our templates as
 * XML: a tag defined there would be blank and hide the numbers in its fallback, so nothing is defined. Nor is it where the
 * page has broken something that would otherwise fail later, when nobody can put the fallback back, or where a tool has changed
 * our templates: answers would do nothing when they are pressed, and hours would run together.
 */
function canDraw(): boolean {
  try {
    new MutationObserver(() => {}).disconnect();
    void new Promise(Object).then(Object);
    const probe = document.createElement('div');
    const root = probe.attachShadow({ mode: 'open' });
    let pressed = false;
    const press = (): void => {
      pressed = true;
    };
    render(
      html`<button title=${'a'} .lang=${'b'} ?hidden=${true} @click=${press}>${'c'} ${html`<b>${SPACED}</b>`}</button>`,
      root,
    );
    const drawn = root.querySelector('button');
    probe.append('d');
    drawn?.click();
    return (
      pressed &&
      // SPACED.length is written out, because a tool that changes one would change the other
      root.textContent?.length === 39 &&
      drawn?.title === 'a' &&
      drawn.lang === 'b' &&
      drawn.hidden &&
      drawn.matches('button') &&
      drawn.closest('button') === drawn
    );
  } catch {
    return false;
  }
}

/** The smallest is defined at once: by it a second copy of the script, or another version, knows that the page is taken. */
const CLAIM = 'exit';

if (!customElements.get(`say-something-${CLAIM}`) && canDraw()) {
  const define = (kind: string): void => {
    const tag = `say-something-${kind}`;
    if (isKind(kind) && !customElements.get(tag)) customElements.define(tag, elements[kind]);
  };
  for (const element of Object.values(elements)) element.provided = provided;
  early(() => define(CLAIM));
  watchMarkers(Object.keys(elements), define, redrawAll);
}
