// The opening states are those of London in whatever zone the device is.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../helpers/directory-in-zone.ts', import.meta.url));

interface Said {
  readonly zone: string;
  readonly said: Readonly<Record<string, string>>;
}
/** The state of every contact and every list at many moments, computed in a zone. */
function saidIn(zone: string): Said {
  const args = ['--import', 'tsx', script];
  const out = execFileSync(process.execPath, args, { env: { ...process.env, TZ: zone }, maxBuffer: 1e8 });
  return JSON.parse(out.toString()) as Said;
}

const london = saidIn('Europe/London');

test('the states differ by day and by night', () => {
  assert.ok(new Set(Object.values(london.said)).size > 5);
});

for (const zone of ['Pacific/Kiritimati', 'America/New_York', 'Australia/Lord_Howe']) {
  test(`the states in ${zone} are those in London`, () => {
    const there = saidIn(zone);
    assert.notEqual(there.zone, london.zone);
    assert.deepEqual(there.said, london.said);
  });
}
