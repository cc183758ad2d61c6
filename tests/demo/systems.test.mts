// What an editor is told to do in each system leads to what there is: a way in that the builder has, and no empty step.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { SYSTEMS } from '../../demo/systems.js';

it('leads in every system to a way in that there is, by steps that are sentences', () => {
  assert.equal(new Set(SYSTEMS.map(({ id }) => id)).size, 9);
  for (const { id, name, way, steps, note } of SYSTEMS) {
    assert.match(id, /^[a-z-]+$/);
    assert.ok(['placeholder', 'link', 'element', 'plain', 'iframe'].includes(way), id);
    assert.ok(name.length > 2 && steps.length > 3, id);
    for (const step of [...steps, note ?? 'None.']) assert.match(step, /[.?]$/, `${id}: ${step}`);
    const all = steps.join(' ');
    assert.match(all, /numbers|999/, `${id} says nothing of the numbers`);
    assert.match(all, /as a visitor|cannot edit it/, `${id} has nobody look at the published page`);
    // a frame can stay empty: the numbers come first
    if (way === 'iframe') assert.match(steps[0] ?? '', /^Type the numbers/, id);
  }
});
