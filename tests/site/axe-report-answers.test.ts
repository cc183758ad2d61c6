import '../../src/index.js';
import { WIDTHS } from '../helpers/gallery.js';
import { restoreTime } from '../helpers/panel.js';
import { ANSWERED, noFault } from '../helpers/report-states.js';

describe('the answered report panel, looked at by axe for every audience', () => {
  afterEach(restoreTime);

  for (const [turn, state] of ANSWERED.entries()) {
    it(`has no fault ${state.title}, at one of ${WIDTHS.join(', ')} px`, async () => {
      await noFault(state, turn);
    });
  }
});
