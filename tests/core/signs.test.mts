import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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

describe('signsFor', () => {
  it('keeps the order of the guide and marks the signs that need urgent help', () => {
    assert.deepEqual(signsFor(guide, 'public').signs, [
      { id: 'low', urgent: true },
      { id: 'missing', urgent: false },
    ]);
  });

  it('returns the sections above the signs and those below them, each in order', () => {
    const { before, after } = signsFor(guide, 'hotel');
    assert.deepEqual(
      before.map(({ id }) => id),
      ['look'],
    );
    assert.deepEqual(
      after.map(({ id }) => id),
      ['do', 'keep'],
    );
  });

  it('returns no sections when the guide has none', () => {
    const { before, after } = signsFor(guide, 'taxi');
    assert.deepEqual([...before, ...after], []);
  });

  it('is for a child only when the reader is a young person', () => {
    assert.deepEqual(
      AUDIENCES.filter((audience) => signsFor(guide, audience).child),
      ['young-person'],
    );
  });
});
