import { expect } from '@open-wc/testing';
import { AUDIENCES } from '../../src/core/audiences.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { enSigns } from '../../src/data/locales/en-signs.js';
import { signsSources } from '../../src/data/signs-sources.js';
import { signs } from '../../src/data/signs.js';

const used = AUDIENCES.flatMap((audience) => signs.audiences[audience].flatMap(({ points }) => points));

describe('the guide to the signs', () => {
  it('has fourteen signs, each once', () => {
    expect(signs.signs).to.have.length(14);
    expect(new Set(signs.signs).size).to.equal(14);
    expect(Object.keys(enSigns.signs)).to.have.members(signs.signs);
  });

  it('gives urgent help with self-harm and with low mood, from somebody the directory knows', () => {
    expect(signs.urgent).to.have.members(['self-harm', 'low']);
    expect(hertfordshire.contacts.map(({ id }) => id)).to.include(signs.listener);
  });

  it('names only services that the directory knows, and to a child only those that take children', () => {
    for (const id of Object.values(signs.reach)) {
      const contact = hertfordshire.contacts.find((one) => one.id === id);
      expect(contact, id).not.to.equal(undefined);
      expect(contact?.minimumAge ?? 0, id).to.be.below(16);
    }
  });

  it('uses every line of advice there is, so that no word is shipped for nobody', () => {
    expect(Object.keys(enSigns.points).filter((id) => !used.includes(id as never))).to.deep.equal([]);
    expect(Object.keys(signsSources.points)).to.have.members(Object.keys(enSigns.points));
  });

  for (const audience of AUDIENCES) {
    it(`says nothing twice to "${audience}" under one heading, and has no heading twice`, () => {
      const sections = signs.audiences[audience];
      expect(new Set(sections.map(({ id }) => id)).size).to.equal(sections.length);
      for (const { points } of sections) expect(new Set(points).size).to.equal(points.length);
    });
  }

  it('binds only hotels, licensed premises and taxis by a line of law', () => {
    const bound = AUDIENCES.filter((audience) => signs.audiences[audience].some(({ id }) => id === 'law'));
    expect(bound).to.deep.equal(['hotel', 'licensed', 'taxi']);
  });

  it('tells the three at the door of a business what to keep', () => {
    const kept = (audience: (typeof AUDIENCES)[number]): readonly string[] =>
      signs.audiences[audience].find(({ id }) => id === 'keep')?.points ?? [];
    expect(kept('hotel')).to.include.members(['cards', 'cctv']);
    expect(kept('taxi')).to.include.members(['log', 'cctv']);
    expect(kept('licensed')).to.include.members(['refusals', 'cctv']);
  });
});
