import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { faults } from '../helpers/axe.js';
import { emulate } from '../helpers/media.js';
import { OPEN, panelWith, restoreTime, setTime, unfoldAll } from '../helpers/panel.js';
import { FRESH, GALLERY, panelsIn, UNFOLDED } from '../helpers/report-states.js';

describe('the report panel as its page and its reader want it, looked at by axe', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(async () => {
    restoreTime();
    await emulate({});
  });

  it('has no fault in its colours on a dark page, for any audience', async () => {
    const { box, at } = await panelsIn(UNFOLDED, { style: { colorScheme: 'dark', background: '#000' } });
    await at(390);
    expect(await faults(box, { only: ['color-contrast'] })).to.deep.equal([]);
  });

  it('has no fault from right to left, for any audience', async () => {
    const { box, at } = await panelsIn(FRESH, { dir: 'rtl' });
    await at(390);
    expect(await faults(box, { without: [...GALLERY, 'color-contrast'] })).to.deep.equal([]);
  });

  it('has no fault in forced colours', async () => {
    await emulate({ forcedColors: 'active' });
    const panel = await panelWith();
    await unfoldAll(panel);
    // the colours are the reader's own, and axe reads what the page would have had in their place
    expect(await faults(panel, { without: ['color-contrast'] })).to.deep.equal([]);
  });

  for (const level of ['1', '6']) {
    it(`has no fault at heading level ${level}`, async () => {
      expect(await faults(await panelWith({ 'heading-level': level }))).to.deep.equal([]);
    });
  }
});
