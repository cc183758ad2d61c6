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

/** contacts-gathered.json, which contains the facts of 23 November 2026 without their words. */
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

/** The gathered channels that are not published, each with the reason. */
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
  // a whistleblower may work for a business or in a school
  workers: ['businesses'],
};
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A number or an address without spaces. */
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
  /** Each gathered channel with the published one. */
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

  it('is accepted by parseDirectory', () => {
    assert.deepEqual(structuredClone(parseDirectory(hertfordshire).directory), hertfordshire);
  });

  it('has every contact that may be published and no other', () => {
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

  it('has every gathered channel except the two that may not be published', () => {
    const shipped = hertfordshire.contacts.flatMap(({ id, channels }) =>
      channels.map(({ type, value }) => `${id} ${type} ${bare(value)}`),
    );
    const expected = published().flatMap(({ id, channels }) =>
      channels.filter(({ value }) => !(value in LEFT_OUT)).map(({ type, value }) => `${id} ${type} ${bare(value)}`),
    );
    assert.deepEqual(shipped.sort(), expected.sort());
  });

  it('leaves out channels that were gathered with low confidence or from memory', () => {
    const why = Object.fromEntries(
      published().flatMap(({ channels }) =>
        channels
          .filter(({ confidence, note }) => confidence === 'low' || note?.includes('address is completed from memory'))
          .map(({ value, confidence }) => [value, confidence === 'low' ? 'low confidence' : 'from memory']),
      ),
    );
    assert.deepEqual(why, LEFT_OUT);
  });

  it('contains neither of those two anywhere', () => {
    const all = JSON.stringify(hertfordshire);
    for (const value of Object.keys(LEFT_OUT)) assert.ok(!all.includes(value));
  });

  it('says whether a channel is free exactly when that is known', () => {
    for (const [channel, shipped, name] of pairs()) assert.equal(shipped.free ?? null, channel.free, name);
  });

  it('says that a channel stays off the bill only when that is known', () => {
    for (const [channel, shipped, name] of pairs()) assert.equal(shipped.offBill ?? null, channel.notOnBill, name);
  });

  it('has the gathered hours, and none when they were not certain', () => {
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

  it('has weekly hours only for the NSPCC', () => {
    const weekly = hertfordshire.contacts.filter(({ channels }) =>
      channels.some(({ hours }) => typeof hours === 'object'),
    );
    assert.deepEqual(
      weekly.map(({ id }) => id),
      ['nspcc-helpline'],
    );
  });

  it('says that a line is open all day only when that is known', () => {
    for (const { id, name, description, channels } of hertfordshire.contacts) {
      if (channels[0]?.hours === 'always') continue;
      assert.doesNotMatch(`${name} ${description}`, /24|day and night|day or night|any ?time|always/i, id);
    }
  });

  it('promises the same anonymity as the service', () => {
    for (const { id, anonymous } of published()) assert.equal(here(id).anonymity, anonymous, id);
  });

  it('leaves out anonymity with the police, which was only remembered', () => {
    assert.equal(here('police-101').anonymityNote, undefined);
    assert.equal(here('herts-police').anonymityNote, undefined);
  });

  it('has the gathered places of each contact', () => {
    for (const { id, areas } of published())
      assert.deepEqual(
        here(id).areas,
        areas.map((area) => AREAS[area]),
        id,
      );
  });

  it('has the gathered audiences of each contact', () => {
    for (const { id, audiences } of published()) {
      const expected = audiences.flatMap((audience) => AUDIENCES[audience] ?? [audience]);
      assert.deepEqual([...here(id).audiences].sort(), expected.sort(), id);
    }
  });

  it('has the age limits of the services', () => {
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

  it('was gathered on the day of the facts in this test or later', () => {
    for (const { id, gathered: day } of hertfordshire.contacts) assert.ok(day >= '2026-11-23', `${id}: ${day}`);
  });

  it('has no contact that its owner confirmed', () => {
    assert.ok(!JSON.stringify(hertfordshire).includes('"confirmed"'));
  });

  it('has a last day only for the county council', () => {
    const ends = hertfordshire.contacts
      .filter(({ validUntil }) => validUntil)
      .map(({ id, validUntil }) => [id, validUntil]);
    assert.deepEqual(ends, [['herts-childrens-services', '2028-03-31']]);
  });

  it('has the sources of each contact', () => {
    const without = hertfordshire.contacts.filter(({ id }) => !hertfordshireSources[id]?.length);
    assert.deepEqual(
      without.map(({ id }) => id),
      [],
    );
  });

  it('contains nothing from memory', () => {
    assert.doesNotMatch(JSON.stringify(hertfordshire), /\[M\]|from memory|unverified/i);
  });

  it('has the ONS code of the county of Hertfordshire', () => {
    assert.deepEqual(hertfordshire.area, { name: 'Hertfordshire', code: 'E10000015' });
  });

  it('is stale after 180 days', () => {
    assert.equal(hertfordshire.staleAfter, 180);
  });

  it('asks for Halo only at Hertfordshire Police', () => {
    const asked = hertfordshire.contacts.filter(({ askFor }) => askFor).map(({ id, askFor }) => [id, askFor]);
    assert.deepEqual(asked, [['herts-police', 'Halo']]);
  });

  it('limits only the NSPCC’s email to its hours', () => {
    const lost = hertfordshire.contacts.flatMap(({ channels }) => channels.filter((one) => one.receivedOnlyWhenOpen));
    assert.deepEqual(
      lost.map(({ value }) => value),
      ['help@nspcc.org.uk'],
    );
  });

  it('marks as ways to report only channels that take a report', () => {
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

  it('marks the contacts that take reports of pictures', () => {
    const images = hertfordshire.contacts.filter(({ images: marked }) => marked).map(({ id }) => id);
    assert.deepEqual(images, ['iwf', 'report-remove']);
  });

  it('has 999 as the first channel for danger now', () => {
    assert.deepEqual(here(hertfordshire.emergency).channels[0], {
      type: 'phone',
      value: '999',
      free: true,
      hours: 'always',
    });
  });

  it('has Childline for children: free, off the bill and open at any time', () => {
    assert.deepEqual(here(hertfordshire.children).channels[0], {
      type: 'phone',
      value: number('childline'),
      free: true,
      offBill: true,
      hours: 'always',
    });
  });

  it('leads to every contact and every channel with some answers', () => {
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

  it('has every question and every answer', () => {
    assert.deepEqual(
      hertfordshire.questions.map(({ id, answers }) => [id, answers.length]),
      [
        ['who', 6],
        ['where', 7],
        ['name', 3],
      ],
    );
  });

  it('has bank holidays in order until the end of 2028', () => {
    const { dates, alsoUncertain, through } = hertfordshire.bankHolidays;
    assert.deepEqual([...dates].sort(), dates);
    assert.deepEqual([dates.length, alsoUncertain?.length, through], [24, 4, '2028-12-31']);
  });
});
