import { expect } from '@open-wc/testing';
import { AUDIENCES } from '../../src/core/audiences.js';
import type { SignsGuide } from '../../src/core/signs.js';
import { signsFor } from '../../src/core/signs.js';

const none = Object.fromEntries(AUDIENCES.map((audience) => [audience, []])) as unknown as SignsGuide['audiences'];
const guide: SignsGuide = {
  signs: ['low', 'missing'],
  urgent: ['low'],
  listener: 'samaritans',
  reach: {},
  audiences: {
    ...none,
    hotel: [
      { id: 'do', points: ['id'] },
      { id: 'look', points: ['hotel1'], first: true },
      { id: 'keep', points: ['cards'] },
    ],
  },
};

describe('the signs for an audience', () => {
  it('keep the order of the guide, and know which carry urgent help', () => {
    expect(signsFor(guide, 'public').signs).to.deep.equal([
      { id: 'low', urgent: true },
      { id: 'missing', urgent: false },
    ]);
  });

  it('have above them the sections that come first, and the others below, each in order', () => {
    const { before, after } = signsFor(guide, 'hotel');
    expect(before.map(({ id }) => id)).to.deep.equal(['look']);
    expect(after.map(({ id }) => id)).to.deep.equal(['do', 'keep']);
  });

  it('have no sections where the guide gives none', () => {
    const { before, after } = signsFor(guide, 'taxi');
    expect([...before, ...after]).to.deep.equal([]);
  });

  it('are for a child only where the reader is a young person', () => {
    expect(AUDIENCES.filter((audience) => signsFor(guide, audience).child)).to.deep.equal(['young-person']);
  });
});
