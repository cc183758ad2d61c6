import { expect } from '@open-wc/testing';
import type { Channel, Contact, Hours } from '../../src/core/directory.js';
import { isWayToReport, parseDirectory } from '../../src/core/directory.js';
import { routesFor, supportFor } from '../../src/core/routing.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { ALL_ANSWERS } from '../helpers/directory-promises.js';

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
const bare = (value: string): string => value.replaceAll(' ', '').toLowerCase();

describe('the directory of Hertfordshire', () => {
  let gathered: readonly Gathered[] = [];
  before(async () => {
    gathered = (await (await fetch(new URL('contacts-gathered.json', import.meta.url))).json()) as Gathered[];
  });
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
    expect(parseDirectory(hertfordshire).directory).to.deep.equal(hertfordshire);
  });

  it('has every contact that may be published, and no other', () => {
    expect(hertfordshire.contacts.map(({ id }) => id).sort()).to.deep.equal(
      published()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('shows nothing of a contact that may not be published', () => {
    const hidden = gathered.filter(({ publish }) => !publish);
    expect(hidden.map(({ id }) => id)).to.deep.equal(['nwg-network', 'barnardos']);
    const all = JSON.stringify(hertfordshire).toLowerCase();
    for (const { channels } of hidden) for (const { value } of channels) expect(all).not.to.include(value);
    expect(all).not.to.match(/barnardo|nwg/);
  });

  it('has every channel that was gathered but the two that may not ship', () => {
    const shipped = hertfordshire.contacts.flatMap(({ id, channels }) =>
      channels.map(({ type, value }) => `${id} ${type} ${bare(value)}`),
    );
    const expected = published().flatMap(({ id, channels }) =>
      channels.filter(({ value }) => !(value in LEFT_OUT)).map(({ type, value }) => `${id} ${type} ${bare(value)}`),
    );
    expect(shipped.sort()).to.deep.equal(expected.sort());
  });

  it('leaves out what was gathered with low confidence, or put together from memory', () => {
    const why = Object.fromEntries(
      published().flatMap(({ channels }) =>
        channels
          .filter(({ confidence, note }) => confidence === 'low' || note?.includes('address is completed from memory'))
          .map(({ value, confidence }) => [value, confidence === 'low' ? 'low confidence' : 'from memory']),
      ),
    );
    expect(why).to.deep.equal(LEFT_OUT);
  });

  it('names neither of those two anywhere', () => {
    const all = JSON.stringify(hertfordshire);
    for (const value of Object.keys(LEFT_OUT)) expect(all).not.to.include(value);
  });

  it('says that a channel is free, or not, exactly where that is known', () => {
    for (const [channel, shipped, name] of pairs()) expect(shipped.free ?? null, name).to.equal(channel.free);
  });

  it('says that a channel stays off the bill only where that is known', () => {
    for (const [channel, shipped, name] of pairs()) expect(shipped.offBill ?? null, name).to.equal(channel.notOnBill);
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
      expect(shipped.hours, name).to.deep.equal(expected);
      if (hours?.confidence === 'low') expect(shipped.hours, name).to.equal(undefined);
    }
  });

  it('has weekly hours for the NSPCC alone', () => {
    const weekly = hertfordshire.contacts.filter(({ channels }) =>
      channels.some(({ hours }) => typeof hours === 'object'),
    );
    expect(weekly.map(({ id }) => id)).to.deep.equal(['nspcc-helpline']);
  });

  it('claims of no line that it is open all day unless that is known', () => {
    for (const { id, name, description, channels } of hertfordshire.contacts) {
      if (channels[0]?.hours === 'always') continue;
      expect(`${name} ${description}`, id).not.to.match(/24|day and night|day or night|any ?time|always/i);
    }
  });

  it('promises no more anonymity than the service does', () => {
    for (const { id, anonymous } of published()) expect(here(id).anonymity, id).to.equal(anonymous);
  });

  it('says nothing about anonymity with the police that was only remembered', () => {
    expect(here('police-101').anonymityNote).to.equal(undefined);
    expect(here('herts-police').anonymityNote).to.equal(undefined);
  });

  it('serves the places that were gathered', () => {
    for (const { id, areas } of published()) expect(here(id).areas, id).to.deep.equal(areas.map((area) => AREAS[area]));
  });

  it('serves the people that were gathered', () => {
    for (const { id, audiences } of published()) {
      const expected = audiences.flatMap((audience) => AUDIENCES[audience] ?? [audience]);
      expect([...here(id).audiences].sort(), id).to.deep.equal(expected.sort());
    }
  });

  it('has an age limit where the service has one', () => {
    const ages = hertfordshire.contacts
      .filter(({ minimumAge, maximumAge }) => minimumAge !== undefined || maximumAge !== undefined)
      .map(({ id, minimumAge, maximumAge }) => [id, minimumAge, maximumAge]);
    expect(ages).to.deep.equal([
      ['childline', undefined, 18],
      ['report-remove', undefined, 17],
      ['missing-people-safecall', undefined, 24],
      ['rape-crisis-247', 16, undefined],
    ]);
  });

  it('was gathered on one day', () => {
    expect([...new Set(hertfordshire.contacts.map(({ gathered: day }) => day))]).to.deep.equal(['2026-11-23']);
  });

  it('says of nothing that its owner confirmed it', () => {
    expect(JSON.stringify(hertfordshire)).not.to.include('"confirmed"');
  });

  it('knows the last day of the county council, and of nobody else', () => {
    const ends = hertfordshire.contacts
      .filter(({ validUntil }) => validUntil)
      .map(({ id, validUntil }) => [id, validUntil]);
    expect(ends).to.deep.equal([['herts-childrens-services', '2028-03-31']]);
  });

  it('says where each contact’s facts were read', () => {
    const without = hertfordshire.contacts.filter(({ sources }) => !sources?.length);
    expect(without.map(({ id }) => id)).to.deep.equal([]);
  });

  it('holds nothing from memory', () => {
    expect(JSON.stringify(hertfordshire)).not.to.match(/\[M\]|from memory|unverified/i);
  });

  it('is the county of Hertfordshire by its ONS code', () => {
    expect(hertfordshire.area).to.deep.equal({ name: 'Hertfordshire', code: 'E10000015' });
  });

  it('grows stale after 180 days', () => {
    expect(hertfordshire.staleAfter).to.equal(180);
  });

  it('asks for Halo at Hertfordshire Police alone', () => {
    const asked = hertfordshire.contacts.filter(({ askFor }) => askFor).map(({ id, askFor }) => [id, askFor]);
    expect(asked).to.deep.equal([['herts-police', 'Halo']]);
  });

  it('offers only the NSPCC’s mail within its hours alone', () => {
    const lost = hertfordshire.contacts.flatMap(({ channels }) => channels.filter((one) => one.receivedOnlyWhenOpen));
    expect(lost.map(({ value }) => value)).to.deep.equal(['help@nspcc.org.uk']);
  });

  it('counts as ways to report only what takes a report', () => {
    const pages = hertfordshire.contacts.flatMap(({ channels }) => channels.filter(({ type }) => type === 'web'));
    expect(pages.filter(isWayToReport).map(({ value }) => value)).to.deep.equal([
      'https://www.herts.police.uk/report',
      'https://www.nspcc.org.uk/about-us/our-services/nspcc-helpline/',
      'https://crimestoppers-uk.org/fearless',
      'https://www.ceop.police.uk/Safety-Centre/',
      'https://www.iwf.org.uk/report',
      'https://www.childline.org.uk/info-advice/bullying-abuse-safety/online-mobile-safety/report-remove/',
      'https://www.modernslaveryhelpline.org/',
    ]);
  });

  it('marks the contacts to which pictures are reported', () => {
    const images = hertfordshire.contacts.filter(({ images: marked }) => marked).map(({ id }) => id);
    expect(images).to.deep.equal(['iwf', 'report-remove']);
  });

  it('shows 999 first for danger now', () => {
    expect(here(hertfordshire.emergency).channels[0]).to.deep.equal({
      type: 'phone',
      value: '999',
      free: true,
      hours: 'always',
    });
  });

  it('shows Childline, free, off the bill and at any time, to children', () => {
    expect(here(hertfordshire.children).channels[0]).to.deep.equal({
      type: 'phone',
      value: '0800 1111',
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
    expect(all.filter((channel) => !shown.has(channel))).to.deep.equal([]);
  });

  it('asks each question with every answer there is', () => {
    expect(hertfordshire.questions.map(({ id, answers }) => [id, answers.length])).to.deep.equal([
      ['who', 6],
      ['where', 7],
      ['name', 3],
    ]);
  });

  it('keeps its bank holidays in order, to the end of 2028', () => {
    const { dates, alsoUncertain, through } = hertfordshire.bankHolidays;
    expect([...dates].sort()).to.deep.equal(dates);
    expect([dates.length, alsoUncertain?.length, through]).to.deep.equal([24, 4, '2028-12-31']);
  });
});
