import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Audience } from '../../src/core/audiences.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import type { Signs, SignsGuide } from '../../src/core/signs.js';
import { signsFor } from '../../src/core/signs.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { signs as real } from '../../src/data/signs.js';

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
      { id: 'dont', points: ['accuse'] },
      { id: 'look', points: ['hotel1'], first: true },
      { id: 'keep', points: ['cards'] },
    ],
  },
};

const shown = (audience: Audience, leads = true): Signs =>
  signsFor({ directory: hertfordshire, guide, audience, leads });

describe('signsFor', () => {
  it('keeps the order of the guide and marks the signs that need urgent help', () => {
    assert.deepEqual(shown('public').signs, [
      { id: 'low', urgent: true },
      { id: 'missing', urgent: false },
    ]);
  });

  /** The ids of each group. */
  const idsOf = (groups: Signs['after']): string[][] => groups.map((group) => group.map(({ id }) => id));

  it('returns the sections above the signs and those below them, each in order', () => {
    const { before, after } = shown('hotel');
    assert.deepEqual(idsOf(before), [['look']]);
    assert.deepEqual(idsOf(after).flat(), ['do', 'dont', 'keep']);
  });

  it('puts what not to do with what to do, and the law with what to keep', () => {
    assert.deepEqual(idsOf(shown('hotel').after), [['do', 'dont'], ['keep']]);
    assert.deepEqual(idsOf(signsFor({ directory: hertfordshire, guide: real, audience: 'hotel', leads: true }).after), [
      ['do', 'dont'],
      ['keep', 'law'],
    ]);
  });

  it('loses no section of the guide', () => {
    for (const audience of AUDIENCES) {
      const { before, after } = signsFor({ directory: hertfordshire, guide: real, audience, leads: true });
      assert.deepEqual(
        [...idsOf(before), ...idsOf(after)].flat().sort(),
        real.audiences[audience].map(({ id }) => id).sort(),
        audience,
      );
    }
  });

  it('has the line for children for a young person, and where nothing leads to a panel', () => {
    for (const audience of AUDIENCES)
      for (const leads of [true, false])
        assert.equal(!!shown(audience, leads).childLine, audience === 'young-person' || !leads, `${audience} ${leads}`);
  });

  it('returns no sections when the guide has none', () => {
    const { before, after } = shown('taxi');
    assert.deepEqual([...before, ...after], []);
  });

  it('is for a child only when the reader is a young person', () => {
    assert.deepEqual(
      AUDIENCES.filter((audience) => shown(audience).child),
      ['young-person'],
    );
  });
});
