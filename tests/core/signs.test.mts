import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Audience } from '../../src/core/audiences.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import type { Signs, SignsGuide } from '../../src/core/signs.js';
import { signsFor } from '../../src/core/signs.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';

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

const shown = (audience: Audience, leads = true): Signs =>
  signsFor({ directory: hertfordshire, guide, audience, leads });

describe('signsFor', () => {
  it('keeps the order of the guide and marks the signs that need urgent help', () => {
    assert.deepEqual(shown('public').signs, [
      { id: 'low', urgent: true },
      { id: 'missing', urgent: false },
    ]);
  });

  it('returns the sections above the signs and those below them, each in order', () => {
    const { before, after } = shown('hotel');
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
