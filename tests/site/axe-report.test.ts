import '../../src/index.js';
import { WIDTHS } from '../helpers/gallery.js';
import { restoreTime } from '../helpers/panel.js';
import { noFault, OPENED } from '../helpers/report-states.js';

describe('axe, on the report panel for every audience', () => {
  afterEach(restoreTime);

  for (const [turn, state] of OPENED.entries()) {
    it(`finds no fault when it is ${state.title}, at one of ${WIDTHS.join(', ')} px`, async () => {
      await noFault(state, turn);
    });
  }
});
