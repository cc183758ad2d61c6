import { expect } from '@open-wc/testing';
import { openPage, until, visibleText } from '../script/page.js';

describe('the script on a page with an AMD loader', () => {
  it('draws one panel and does not use the loader', async () => {
    const page = await openPage('amd.html');
    try {
      const told = (): string | null | undefined => page.document.querySelector('#amd')?.textContent;
      await until(told);
      expect(told()).to.equal('The portal’s own module is there.');
      expect(page.panels()).to.have.length(1);
      const heading = page.panels()[0]?.querySelector('[part=heading]') as Element;
      expect(visibleText(heading).trim()).to.equal('Worried about a child?');
      expect(page.errors).to.deep.equal([]);
      expect(page.warnings).to.deep.equal([]);
    } finally {
      page.close();
    }
  });
});
