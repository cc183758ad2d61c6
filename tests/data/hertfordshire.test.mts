import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Channel, Contact, Hours } from '../../src/core/directory.js';
import { isWayToReport } from '../../src/core/directory.js';
import { parseDirectory } from '../../src/core/parse-directory.js';
import { routesFor, supportFor } from '../../src/core/routing.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { hertfordshireSources } from '../../src/data/hertfordshire-sources.js';
import { ALL_ANSWERS } from '../helpers/directory-promises.js';
import { number } from '../helpers/numbers.js';

/** contacts-gathered.json: the facts as they were gathered on 23 November 2026, without their words. */
interface Gathered {
  readonly id: string;
  readonly publish: boolean;
  readonly anonymous: string;
  readonly audiences: readonly string[];
  readonly areas: readonly string[];
  readonly channels: readonly {
    readonly type: string;
    readonly value: string;
    readonly free: boolean | null;
    readonly notOnBill: boolean | null;
    readonly confidence: string;
    readonly note?: string;
    readonly hours: {
      readonly always: boolean | null;
      readonly confidence: string;
      readonly rules?: readonly { readonly days: readonly string[]; readonly open: string; readonly close: string }[];
      readonly bankHolidays?: string;
    } | null;
  }[];
}

/** Channels that were gathered and do not ship, and why. */
const LEFT_OUT: Readonly<Record<string, 'low confidence' | 'from memory'>> = {
  'https://www.hertfordshire.gov.uk/childprotection': 'low confidence',
  'https://crimestoppers-uk.org/give-information/forms/give-information-anonymously': 'from memory',
};

const AREAS: Readonly<Record<string, string>> = {
  UK: 'uk',
  England: 'england',
  Wales: 'wales',
  Hertfordshire: 'local',
  'Great Britain railways': 'great-britain-railways',
};
const AUDIENCES: Readonly<Record<string, readonly string[]>> = {
  'young people': ['young-people'],
  'people aged 16 and over': ['young-people', 'adults'],
  // a whistleblower works for a business as well as in a school
  workers: ['businesses'],
};
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A number or an address without the spaces it is read with. */
const bare = (value: string): string => value.replace(/\s/g, '').toLowerCase();

describe('the directory of Hertfordshire', () => {
  const file = new URL('contacts-gathered.json', import.meta.url);
  const gathered = JSON.parse(readFileSync(file, 'utf8')) as readonly Gathered[];
  const published = (): readonly Gathered[] => gathered.filter(({ publish }) => publish);
  const here = (id: string): Contact => {
    const contact = hertfordshire.contacts.find((one) => one.id === id);
    if (!contact) throw new Error(`no contact ${id}`);
    return contact;
  };
  /** Each channel that was gathered, with the one that ships. */
  const pairs = (): [Gathered['channels'][number], Channel, string][] =>
    published().flatMap(({ id, channels }) =>
      channels
        .filter(({ value }) => !(value in LEFT_OUT))
        .map((channel): [Gathered['channels'][number], Channel, string] => {
          const shipped = here(id).channels.find(
            ({ type, value }) => type === channel.type && bare(value) === bare(channel.value),
          );
          if (!shipped) throw new Error(`${id} does not ship ${channel.value}`);
          return [channel, shipped, `${id}: ${channel.value}`];
        }),
    );

  it('is accepted whole', () => {
    assert.deepEqual(structuredClone(parseDirectory(hertfordshire).directory), hertfordshire);
  });

  it('has every contact that may be published, and no other', () => {
    assert.deepEqual(
      hertfordshire.contacts.map(({ id }) => id).sort(),
      published()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('shows nothing of a contact that may not be published', () => {
    const hidden = gathered.filter(({ publish }) => !publish);
    assert.deepEqual(
      hidden.map(({ id }) => id),
      ['nwg-network', 'barnardos'],
    );
    const all = JSON.stringify(hertfordshire).toLowerCase();
    for (const { channels } of hidden) for (const { value } of channels) assert.ok(!all.includes(value));
    assert.doesNotMatch(all, /barnardo|nwg/);
  });

  it('has every channel that was gathered but the two that may not ship', () => {
    const shipped = hertfordshire.contacts.flatMap(({ id, channels }) =>
      channels.map(({ type, value }) => `${id} ${type} ${bare(value)}`),
    );
    const expected = published().flatMap(({ id, channels }) =>
      channels.filter(({ value }) => !(value in LEFT_OUT)).map(({ type, value }) => `${id} ${type} ${bare(value)}`),
    );
    assert.deepEqual(shipped.sort(), expected.sort());
  });

  it('leaves out what was gathered with low confidence, or put together from memory', () => {
    const why = Object.fromEntries(
      published().flatMap(({ channels }) =>
        channels
          .filter(({ confidence, note }) => confidence === 'low' || note?.includes('address is completed from memory'))
          .map(({ value, confidence }) => [value, confidence === 'low' ? 'low confidence' : 'from memory']),
      ),
    );
    assert.deepEqual(why, LEFT_OUT);
  });

  it('names neither of those two anywhere', () => {
    const all = JSON.stringify(hertfordshire);
    for (const value of Object.keys(LEFT_OUT)) assert.ok(!all.includes(value));
  });

  it('says that a channel is free, or not, exactly where that is known', () => {
    for (const [channel, shipped, name] of pairs()) assert.equal(shipped.free ?? null, channel.free, name);
  });

  it('says that a channel stays off the bill only where that is known', () => {
    for (const [channel, shipped, name] of pairs()) assert.equal(shipped.offBill ?? null, channel.notOnBill, name);
  });

  it('has the hours that were gathered, and none where they were not certain', () => {
    for (const [{ hours }, shipped, name] of pairs()) {
      let expected: Hours | undefined;
      if (hours?.always) expected = 'always';
      else if (hours?.rules) {
        expected = {
          weekly: hours.rules.map(({ days, open, close }) => ({
            days: days.map((day) => DAYS.indexOf(day) + 1) as unknown as (1 | 2 | 3 | 4 | 5 | 6 | 7)[],
            opens: open,
            closes: close,
          })),
          bankHolidays: hours.bankHolidays as 'unknown',
        };
      }
      assert.deepEqual(shipped.hours, expected, name);
      if (hours?.confidence === 'low') assert.equal(shipped.hours, undefined, name);
    }
  });

  it('has weekly hours for the NSPCC alone', () => {
    const weekly = hertfordshire.contacts.filter(({ channels }) =>
      channels.some(({ hours }) => typeof hours === 'object'),
    );
    assert.deepEqual(
      weekly.map(({ id }) => id),
      ['nspcc-helpline'],
    );
  });

  it('claims of no line that it is open all day unless that is known', () => {
    for (const { id, name, description, channels } of hertfordshire.contacts) {
      if (channels[0]?.hours === 'always') continue;
      assert.doesNotMatch(`${name} ${description}`, /24|day and night|day or night|any ?time|always/i, id);
    }
  });

  it('promises no more anonymity than the service does', () => {
    for (const { id, anonymous } of published()) assert.equal(here(id).anonymity, anonymous, id);
  });

  it('says nothing about anonymity with the police that was only remembered', () => {
    assert.equal(here('police-101').anonymityNote, undefined);
    assert.equal(here('herts-police').anonymityNote, undefined);
  });

  it('serves the places that were gathered', () => {
    for (const { id, areas } of published())
      assert.deepEqual(
        here(id).areas,
        areas.map((area) => AREAS[area]),
        id,
      );
  });

  it('serves the people that were gathered', () => {
    for (const { id, audiences } of published()) {
      const expected = audiences.flatMap((audience) => AUDIENCES[audience] ?? [audience]);
      assert.deepEqual([...here(id).audiences].sort(), expected.sort(), id);
    }
  });

  it('has an age limit where the service has one', () => {
    const ages = hertfordshire.contacts
      .filter(({ minimumAge, maximumAge }) => minimumAge !== undefined || maximumAge !== undefined)
      .map(({ id, minimumAge, maximumAge }) => [id, minimumAge, maximumAge]);
    assert.deepEqual(ages, [
      ['childline', undefined, 18],
      ['report-remove', undefined, 17],
      ['missing-people-safecall', undefined, 24],
      ['rape-crisis-247', 16, undefined],
    ]);
  });

  it('was gathered no earlier than the facts it is checked against', () => {
    for (const { id, gathered: day } of hertfordshire.contacts) assert.ok(day >= '2026-11-23', `${id}: ${day}`);
  });

  it('says of nothing that its owner confirmed it', () => {
    assert.ok(!JSON.stringify(hertfordshire).includes('"confirmed"'));
  });

  it('knows the last day of the county council, and of nobody else', () => {
    const ends = hertfordshire.contacts
      .filter(({ validUntil }) => validUntil)
      .map(({ id, validUntil }) => [id, validUntil]);
    assert.deepEqual(ends, [['herts-childrens-services', '2028-03-31']]);
  });

  it('says where each contact’s facts were read', () => {
    const without = hertfordshire.contacts.filter(({ id }) => !hertfordshireSources[id]?.length);
    assert.deepEqual(
      without.map(({ id }) => id),
      [],
    );
  });

  it('holds nothing from memory', () => {
    assert.doesNotMatch(JSON.stringify(hertfordshire), /\[M\]|from memory|unverified/i);
  });

  it('is the county of Hertfordshire by its ONS code', () => {
    assert.deepEqual(hertfordshire.area, { name: 'Hertfordshire', code: 'E10000015' });
  });

  it('grows stale after 180 days', () => {
    assert.equal(hertfordshire.staleAfter, 180);
  });

  it('asks for Halo at Hertfordshire Police alone', () => {
    const asked = hertfordshire.contacts.filter(({ askFor }) => askFor).map(({ id, askFor }) => [id, askFor]);
    assert.deepEqual(asked, [['herts-police', 'Halo']]);
  });

  it('offers only the NSPCC’s mail within its hours alone', () => {
    const lost = hertfordshire.contacts.flatMap(({ channels }) => channels.filter((one) => one.receivedOnlyWhenOpen));
    assert.deepEqual(
      lost.map(({ value }) => value),
      ['help@nspcc.org.uk'],
    );
  });

  it('counts as ways to report only what takes a report', () => {
    const pages = hertfordshire.contacts.flatMap(({ channels }) => channels.filter(({ type }) => type === 'web'));
    assert.deepEqual(
      pages.filter(isWayToReport).map(({ value }) => value),
      [
        'https://www.herts.police.uk/report',
        'https://www.nspcc.org.uk/about-us/our-services/nspcc-helpline/',
        'https://crimestoppers-uk.org/fearless',
        'https://www.ceop.police.uk/Safety-Centre/',
        'https://www.iwf.org.uk/report',
        'https://www.childline.org.uk/info-advice/bullying-abuse-safety/online-mobile-safety/report-remove/',
        'https://www.modernslaveryhelpline.org/',
      ],
    );
  });

  it('marks the contacts to which pictures are reported', () => {
    const images = hertfordshire.contacts.filter(({ images: marked }) => marked).map(({ id }) => id);
    assert.deepEqual(images, ['iwf', 'report-remove']);
  });

  it('shows 999 first for danger now', () => {
    assert.deepEqual(here(hertfordshire.emergency).channels[0], {
      type: 'phone',
      value: '999',
      free: true,
      hours: 'always',
    });
  });

  it('shows Childline, free, off the bill and at any time, to children', () => {
    assert.deepEqual(here(hertfordshire.children).channels[0], {
      type: 'phone',
      value: number('childline'),
      free: true,
      offBill: true,
      hours: 'always',
    });
  });

  it('leads to every contact and every channel under some answers', () => {
    const day = new Date('2026-11-25T12:00:00Z');
    const shown = new Set(here(hertfordshire.emergency).channels);
    for (const answers of ALL_ANSWERS) {
      for (const route of [...routesFor(hertfordshire, answers, day), ...supportFor(hertfordshire, answers, day)]) {
        for (const { channel, offered } of route.channels) if (offered) shown.add(channel);
      }
    }
    const all = hertfordshire.contacts.flatMap(({ channels }) => channels);
    assert.deepEqual(
      all.filter((channel) => !shown.has(channel)),
      [],
    );
  });

  it('asks each question with every answer there is', () => {
    assert.deepEqual(
      hertfordshire.questions.map(({ id, answers }) => [id, answers.length]),
      [
        ['who', 6],
        ['where', 7],
        ['name', 3],
      ],
    );
  });

  it('keeps its bank holidays in order, to the end of 2028', () => {
    const { dates, alsoUncertain, through } = hertfordshire.bankHolidays;
    assert.deepEqual([...dates].sort(), dates);
    assert.deepEqual([dates.length, alsoUncertain?.length, through], [24, 4, '2028-12-31']);
  });
});
