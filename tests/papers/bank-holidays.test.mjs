// Compares our bank holidays of England with those of the package date-holidays.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Holidays from 'date-holidays';
import { hertfordshire } from '../../src/data/hertfordshire.ts';

const { dates, alsoUncertain, through } = hertfordshire.bankHolidays;
const isWeekend = (date) => [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());
const publicHolidays = [2026, 2027, 2028].flatMap((year) =>
  new Holidays('GB', 'ENG')
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10)),
);

test('the directory has the bank holidays of England for 2026 to 2028', () => {
  assert.deepEqual(
    dates,
    publicHolidays.filter((date) => !isWeekend(date)),
  );
});

test('the directory lists Christmas, Boxing and New Year’s Days at weekends separately', () => {
  assert.deepEqual(
    alsoUncertain,
    publicHolidays.filter((date) => isWeekend(date)),
  );
});

test('the directory covers the whole of the last year', () => {
  assert.equal(through, '2028-12-31');
});
