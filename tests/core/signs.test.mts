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

describe('the signs for an audience', () => {
  it('keep the order of the guide, and know which carry urgent help', () => {
    assert.deepEqual(shown('public').signs, [
      { id: 'low', urgent: true },
      { id: 'missing', urgent: false },
    ]);
  });

  it('have above them the sections that come first, and the others below, each in order', () => {
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

  it('have no sections where the guide gives none', () => {
    const { before, after } = shown('taxi');
    assert.deepEqual([...before, ...after], []);
  });

  it('are for a child only where the reader is a young person', () => {
    assert.deepEqual(
      AUDIENCES.filter((audience) => shown(audience).child),
      ['young-person'],
    );
  });
});
