import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AUDIENCES } from '../../src/core/audiences.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { enSigns } from '../../src/data/locales/en-signs.js';
import { signsSources } from '../../src/data/signs-sources.js';
import { signs } from '../../src/data/signs.js';

const used = AUDIENCES.flatMap((audience) => signs.audiences[audience].flatMap(({ points }) => points));

describe('the guide to the signs', () => {
  it('has fourteen signs, each once', () => {
    assert.equal(signs.signs.length, 14);
    assert.equal(new Set(signs.signs).size, 14);
    assert.deepEqual([...Object.keys(enSigns.signs)].sort(), [...signs.signs].sort());
  });

  it('offers urgent help with self-harm and low mood, from a contact of the directory', () => {
    assert.deepEqual([...signs.urgent].sort(), [...['self-harm', 'low']].sort());
    assert.ok(hertfordshire.contacts.map(({ id }) => id).includes(signs.listener));
  });

  it('names only services of the directory, and to a child only services for children', () => {
    for (const id of Object.values(signs.reach)) {
      const contact = hertfordshire.contacts.find((one) => one.id === id);
      assert.notEqual(contact, undefined, id);
      assert.ok((contact?.minimumAge ?? 0) < 16, id);
    }
  });

  it('uses every line of advice, so that no unused word is published', () => {
    assert.deepEqual(
      Object.keys(enSigns.points).filter((id) => !used.includes(id as never)),
      [],
    );
    assert.deepEqual([...Object.keys(signsSources.points)].sort(), [...Object.keys(enSigns.points)].sort());
  });

  for (const audience of AUDIENCES) {
    it(`repeats no heading for "${audience}" and no line under a heading`, () => {
      const sections = signs.audiences[audience];
      assert.equal(new Set(sections.map(({ id }) => id)).size, sections.length);
      for (const { points } of sections) assert.equal(new Set(points).size, points.length);
    });
  }

  it('names a law only for hotels, licensed premises and taxis', () => {
    const bound = AUDIENCES.filter((audience) => signs.audiences[audience].some(({ id }) => id === 'law'));
    assert.deepEqual(bound, ['hotel', 'licensed', 'taxi']);
  });

  it('tells hotels, taxis and licensed premises what to keep', () => {
    const kept = (audience: (typeof AUDIENCES)[number]): readonly string[] =>
      signs.audiences[audience].find(({ id }) => id === 'keep')?.points ?? [];
    assert.deepEqual(
      ['cards', 'cctv'].filter((one) => !kept('hotel').includes(one)),
      [],
    );
    assert.deepEqual(
      ['log', 'cctv'].filter((one) => !kept('taxi').includes(one)),
      [],
    );
    assert.deepEqual(
      ['refusals', 'cctv'].filter((one) => !kept('licensed').includes(one)),
      [],
    );
  });
});
