import type { Kind } from './core/kinds.js';
import { hertfordshire } from './data/hertfordshire.js';
import { en } from './data/locales/en.js';
import { signs } from './data/signs.js';
import { SaySomethingReport } from './elements/report/say-something-report.js';
import { SaySomethingSigns } from './elements/signs/say-something-signs.js';
import { SaySomethingBanner } from './elements/banner/say-something-banner.js';
import { SaySomethingExit } from './elements/exit/say-something-exit.js';
import { warnOnce } from './guest/warn.js';
import { whyNotDraw } from './page/probe.js';
import { watchPage } from './page/watch.js';

export type { Directory } from './core/directory.js';
export type { SaySomethingContactEvent } from './elements/shared/events.js';
export type { SaySomethingBanner, SaySomethingExit, SaySomethingReport, SaySomethingSigns };

const provided = { directory: hertfordshire, locales: { en }, guide: signs };
const elements = {
  report: SaySomethingReport,
  signs: SaySomethingSigns,
  banner: SaySomethingBanner,
  exit: SaySomethingExit,
};
const isDefined = (kind: Kind): boolean => !!customElements.get(`say-something-${kind}`);

function define(kind: Kind): void {
  if (!isDefined(kind)) elements[kind].define(`say-something-${kind}`);
}

/** The smallest element is defined at once, so that a second copy of the script, or another version, sees that the page is taken. */
const CLAIM = 'exit';

function start(): void {
  for (const element of Object.values(elements)) element.provided = provided;
  define(CLAIM);
  watchPage(define);
}

// A server has no page, so there is nothing to draw and nobody to warn.
if (typeof document !== 'undefined' && !isDefined(CLAIM)) {
  const reason = whyNotDraw();
  if (reason === undefined) start();
  else warnOnce(`could not start, so the fallback stays: ${reason}`);
}
