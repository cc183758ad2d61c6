// tests/scripts/directory-zones.test.mts runs this with TZ set. Prints the opening states around midnight, clock changes and holidays.
import { londonDate } from '../../src/core/hours.js';
import { routesFor, supportFor } from '../../src/core/routing.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';

const said: Record<string, string> = {};
for (const day of ['2026-11-23', '2026-12-25', '2027-03-28', '2027-05-22', '2027-10-31', '2028-02-29', '2028-03-31']) {
  for (let half = -4; half < 52; half++) {
    const at = new Date(Date.parse(`${day}T00:00:00Z`) + half * 1_800_000);
    const confirmed = { ...hertfordshire, staleAfter: 730 };
    said[at.toISOString()] = JSON.stringify([
      londonDate(at),
      routesFor(hertfordshire, {}, at),
      routesFor(confirmed, { where: 'england' }, at),
      supportFor(confirmed, { who: 'under-19' }, at),
    ]);
  }
}
console.log(JSON.stringify({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, said }));
