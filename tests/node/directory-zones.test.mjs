// A device far away: the answers are London's, whatever zone the device is in.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../helpers/directory-in-zone.mjs', import.meta.url));

/** What is said in a zone, at many moments, of every contact and every list. */
function saidIn(zone) {
  const out = execFileSync(process.execPath, [script], { env: { ...process.env, TZ: zone }, maxBuffer: 1e8 });
  return JSON.parse(out.toString());
}

let london;
before(() => {
  london = saidIn('Europe/London');
});

test('says something different by day and by night', () => {
  assert.ok(new Set(Object.values(london.said)).size > 5);
});

for (const zone of ['Pacific/Kiritimati', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']) {
  test(`says in ${zone} what it says in London`, () => {
    const there = saidIn(zone);
    assert.notEqual(there.zone, london.zone);
    assert.deepEqual(there.said, london.said);
  });
}
