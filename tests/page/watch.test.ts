import { expect } from '@open-wc/testing';
import type { Kind } from '../../src/core/kinds.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import { signs as guide } from '../../src/data/signs.js';
import { SaySomethingBanner } from '../../src/elements/banner/say-something-banner.js';
import { SaySomethingExit } from '../../src/elements/exit/say-something-exit.js';
import { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import { SaySomethingSigns } from '../../src/elements/signs/say-something-signs.js';
import { watchPage } from '../../src/page/watch.js';
import { replace } from '../helpers/panel.js';
import { until } from '../helpers/until.js';
import { recordWarnings } from '../helpers/warnings.js';

const elements = {
  report: SaySomethingReport,
  signs: SaySomethingSigns,
  banner: SaySomethingBanner,
  exit: SaySomethingExit,
};

describe('watchPage', () => {
  it('draws a placeholder that becomes another kind before that kind has had its turn', async () => {
    for (const element of Object.values(elements))
      element.provided = { directory: hertfordshire, locales: { en }, guide };
    const define = (kind: Kind): void => {
      const tag = `say-something-${kind}`;
      if (!customElements.get(tag)) elements[kind].define(tag);
    };
    const placeholder = document.createElement('div');
    placeholder.dataset['saySomething'] = 'report';
    const far = document.createElement('div');
    far.style.paddingTop = '4000px';
    far.append(document.createElement('say-something-signs'));
    document.body.append(placeholder, far);
    // The browser has no idle time, so what is out of view waits.
    const warnings = recordWarnings();
    const back = replace(window, 'requestIdleCallback', { value: () => 0 });
    try {
      watchPage(define);
      const drawn = (kind: Kind): unknown =>
        placeholder.shadowRoot?.querySelector(`say-something-${kind}`) &&
        placeholder.shadowRoot.querySelector('[part=root]');
      await until(() => drawn('report'), 'the panel is not drawn');
      expect(customElements.get('say-something-signs')).to.equal(undefined);
      placeholder.dataset['saySomething'] = 'signs';
      await until(() => drawn('signs'), 'the signs are not drawn');
      expect(warnings.stop()).to.deep.equal([]);
    } finally {
      warnings.stop();
      back();
      placeholder.remove();
      far.remove();
    }
  });
});
