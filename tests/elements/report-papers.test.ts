import { expect } from '@open-wc/testing';
import { AUDIENCES, isWorkAudience } from '../../src/core/audiences.js';
import { en } from '../../src/data/locales/en.js';
import '../../src/index.js';
import { OPEN, panelWith, restoreTime, setTime, treeOf, warningsOf } from '../helpers/panel.js';

const ADDRESS = 'https://papers.example/papers/#trade=hotel';
const linkIn = (panel: Element): HTMLAnchorElement | undefined =>
  [...treeOf(panel).querySelectorAll('a')].find((link) => link.textContent.trim() === en.papers);

describe('the link to posters and cards at the foot of the panel', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(restoreTime);

  it('is not there unless an author gives its address', async () => {
    expect(linkIn(await panelWith({ audience: 'hotel' }))).to.equal(undefined);
    expect(linkIn(await panelWith({ audience: 'hotel', papers: ' ' }))).to.equal(undefined);
  });

  it('is the last link of the panel for people at work, and for no one else', async () => {
    for (const audience of AUDIENCES) {
      const panel = await panelWith({ audience, papers: ADDRESS });
      const link = linkIn(panel);
      expect(!!link, audience).to.equal(isWorkAudience(audience));
      if (link) expect([...treeOf(panel).querySelectorAll('a')].at(-1), audience).to.equal(link);
    }
  });

  it('leads to the address and sends no referrer', async () => {
    const link = linkIn(await panelWith({ audience: 'taxi', papers: ADDRESS }));
    expect(link?.href).to.equal(ADDRESS);
    expect(link?.rel).to.include('noreferrer');
    expect(link?.referrerPolicy).to.equal('no-referrer');
  });

  it('follows its attribute', async () => {
    const panel = await panelWith({ audience: 'hotel', papers: '/papers/' });
    expect(linkIn(panel)?.getAttribute('href')).to.equal('/papers/');
    panel.removeAttribute('papers');
    await panel.updateComplete;
    expect(linkIn(panel)).to.equal(undefined);
  });

  it('is left out with one warning for an address that is not safe', async () => {
    const said = await warningsOf(async () => {
      for (const papers of ['javascript:alert(1)', 'javascript:alert(1)']) {
        expect(linkIn(await panelWith({ audience: 'hotel', papers }))).to.equal(undefined);
      }
    });
    expect(said).to.deep.equal([
      'say-something: papers="javascript:alert(1)" is not used, because it is neither https: nor an address of this site. The panel has no link to papers.',
    ]);
  });
});
