import { expect } from '@open-wc/testing';
import { holders, misshapen, openHostile, setOpen, unreachable } from './hostile.js';

describe('a panel in the columns of a page', () => {
  it('is whole and every number is hit by a tap, wherever a column ends', async () => {
    const page = await openHostile('multi-column.html', 4, 1280);
    const panel = holders(page).find((holder) => holder.dataset.saySomething === 'report') as HTMLElement;
    const above = page.document.createElement('div');
    panel.before(above);
    const faults: string[] = [];
    for (let height = 0; height < 500; height += 10) {
      above.style.height = `${height}px`;
      for (const open of [false, true]) {
        setOpen(panel, open);
        for (const fault of [...misshapen(panel, 240), ...unreachable(panel)])
          faults.push(`${height} px below the top, ${open ? 'open' : 'closed'}: ${fault}`);
      }
    }
    page.close();
    expect(faults).to.deep.equal([]);
  });
});
