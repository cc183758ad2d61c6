import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { faults } from '../helpers/axe.js';
import { emulate } from '../helpers/media.js';
import { OPEN, panelWith, restoreTime, setTime, unfoldAll } from '../helpers/panel.js';
import { FRESH, GALLERY, panelsIn, UNFOLDED } from '../helpers/report-states.js';

describe('axe, on the report panel with settings of its page and its reader', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(async () => {
    restoreTime();
    await emulate({});
  });

  it('finds no fault in its colours on a dark page, for any audience', async () => {
    const { box, at } = await panelsIn(UNFOLDED, { style: { colorScheme: 'dark', background: '#000' } });
    await at(390);
    expect(await faults(box, { only: ['color-contrast'] })).to.deep.equal([]);
  });

  it('finds no fault on a right-to-left page, for any audience', async () => {
    const { box, at } = await panelsIn(FRESH, { dir: 'rtl' });
    await at(390);
    expect(await faults(box, { without: [...GALLERY, 'color-contrast'] })).to.deep.equal([]);
  });

  it('finds no fault in forced colours', async () => {
    await emulate({ forcedColors: 'active' });
    const panel = await panelWith();
    await unfoldAll(panel);
    // leave out contrast, because axe reads the page's colours and not the forced ones
    expect(await faults(panel, { without: ['color-contrast'] })).to.deep.equal([]);
  });

  for (const level of ['1', '6']) {
    it(`finds no fault at heading level ${level}`, async () => {
      expect(await faults(await panelWith({ 'heading-level': level }))).to.deep.equal([]);
    });
  }
});
