import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Contact } from '../../src/core/directory.js';
import { ageOf, threeMonthsAfter } from '../../src/core/freshness.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';

const contact = (facts: Partial<Contact>): Contact => ({
  id: 'somebody',
  name: 'Somebody',
  description: 'Somebody to tell.',
  audiences: ['anyone'],
  areas: ['uk'],
  anonymity: 'yes',
  gathered: '2026-11-23',
  channels: [{ type: 'phone', value: '116 123' }],
  ...facts,
});
const age = (facts: Partial<Contact>, at: string, staleAfter = 180): unknown =>
  ageOf(contact(facts), { staleAfter }, new Date(at));

describe('ageOf', () => {
  const copied = { date: '2026-11-23', confirmed: false };
  const table: readonly (readonly [situation: string, facts: Partial<Contact>, at: string, expected: object])[] = [
    [
      'the last second before they were copied, on a device with a wrong clock',
      {},
      '2026-11-22T23:59:59Z',
      { ...copied, stale: true },
    ],
    ['years before, on a device with a wrong clock', {}, '2010-01-01T12:00Z', { ...copied, stale: true }],
    ['the day they were copied', {}, '2026-11-23T12:00Z', { ...copied, stale: false }],
    ['day 179', {}, '2027-05-21T12:00+01:00', { ...copied, stale: false }],
    ['day 180', {}, '2027-05-22T12:00+01:00', { ...copied, stale: false }],
    ['the last second of day 180', {}, '2027-05-22T23:59:59+01:00', { ...copied, stale: false }],
    ['the first second of day 181', {}, '2027-05-23T00:00:00+01:00', { ...copied, stale: true }],
    ['years later', {}, '2035-01-01T12:00Z', { ...copied, stale: true }],
    ['a day that London has reached and UTC has not', {}, '2027-05-22T23:30Z', { ...copied, stale: true }],

    [
      'confirmed later, and counted from then',
      { confirmed: '2027-01-04' },
      '2027-05-23T12:00Z',
      { date: '2027-01-04', confirmed: true, stale: false },
    ],
    [
      'day 180 after confirming',
      { confirmed: '2027-01-04' },
      '2027-07-03T12:00+01:00',
      { date: '2027-01-04', confirmed: true, stale: false },
    ],
    [
      'day 181 after confirming',
      { confirmed: '2027-01-04' },
      '2027-07-04T12:00+01:00',
      { date: '2027-01-04', confirmed: true, stale: true },
    ],

    ['valid until: the day before', { confirmed: '2028-03-01', validUntil: '2028-03-31' }, '2028-03-30T12:00Z', {}],
    ['valid until: the day itself', { confirmed: '2028-03-01', validUntil: '2028-03-31' }, '2028-03-31T12:00Z', {}],
    ['valid until: its last second', { confirmed: '2028-03-01', validUntil: '2028-03-31' }, '2028-03-31T22:59:59Z', {}],
    [
      'valid until: the second after',
      { confirmed: '2028-03-01', validUntil: '2028-03-31' },
      '2028-03-31T23:00Z',
      { expiry: 'changing' },
    ],
    [
      'valid until: three months on',
      { confirmed: '2028-03-01', validUntil: '2028-03-31' },
      '2028-06-30T22:59:59Z',
      { expiry: 'changing' },
    ],
    [
      'valid until: the day after three months',
      { confirmed: '2028-03-01', validUntil: '2028-03-31' },
      '2028-06-30T23:00Z',
      { expiry: 'replaced' },
    ],
  ];
  for (const [situation, facts, at, expected] of table) {
    const confirmed = facts.confirmed ? { date: facts.confirmed, confirmed: true, stale: false } : {};
    it(`returns the age of facts: ${situation}`, () => {
      assert.deepEqual(age(facts, at), { ...confirmed, ...expected });
    });
  }

  it('can report facts as stale and past their last day at once', () => {
    assert.deepEqual(age({ validUntil: '2028-03-31' }, '2028-07-01T12:00Z'), {
      ...copied,
      stale: true,
      expiry: 'replaced',
    });
  });

  it('uses the number of days in the directory', () => {
    const stale = (at: string): boolean => ageOf(contact({}), { staleAfter: 1 }, new Date(at)).stale;
    assert.deepEqual([stale('2026-11-24T12:00Z'), stale('2026-11-25T12:00Z')], [false, true]);
  });

  it('reports stale facts and nothing else on a device without a valid date', () => {
    assert.deepEqual(age({ validUntil: '2028-03-31' }, 'no date'), { ...copied, stale: true });
  });

  it('reports no contact as confirmed by its owner', () => {
    const ages = hertfordshire.contacts.map((one) => ageOf(one, hertfordshire, new Date('2026-11-25T12:00Z')));
    assert.deepEqual(
      ages.filter(({ confirmed }) => confirmed),
      [],
    );
  });
});

describe('threeMonthsAfter', () => {
  for (const [date, later] of [
    ['2028-03-31', '2028-06-30'],
    ['2028-03-30', '2028-06-30'],
    ['2028-03-01', '2028-06-01'],
    ['2026-11-30', '2027-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2027-11-29', '2028-02-29'],
    ['2027-11-28', '2028-02-28'],
    ['2027-10-31', '2028-01-31'],
    ['2027-12-31', '2028-03-31'],
    ['2027-05-31', '2027-08-31'],
    ['2027-08-31', '2027-11-30'],
  ] as const) {
    it(`returns ${later} for ${date}`, () => {
      assert.equal(threeMonthsAfter(date), later);
    });
  }
});
