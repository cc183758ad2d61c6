// The steps for each content system lead to a way that the builder offers, and no step is empty.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { SYSTEMS } from '../../demo/systems.js';

it('has for every system a way that the builder offers and steps that are sentences', () => {
  assert.equal(new Set(SYSTEMS.map(({ id }) => id)).size, 9);
  for (const { id, name, way, steps, note } of SYSTEMS) {
    assert.match(id, /^[a-z-]+$/);
    assert.ok(['placeholder', 'link', 'element', 'plain', 'iframe'].includes(way), id);
    assert.ok(name.length > 2 && steps.length > 3, id);
    for (const step of [...steps, note ?? 'None.']) assert.match(step, /[.?]$/, `${id}: ${step}`);
    const all = steps.join(' ');
    assert.match(all, /numbers|999/, `${id} does not mention the numbers`);
    assert.match(all, /as a visitor|cannot edit it/, `${id} does not say to look at the published page`);
    // a frame can stay empty, so the numbers come first
    if (way === 'iframe') assert.match(steps[0] ?? '', /^Type the numbers/, id);
  }
});
