import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Audience } from '../../src/core/audiences.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import type { Answers } from '../../src/core/directory.js';
import type { Card, Panel } from '../../src/core/panel.js';
import { FIRST_ROUTES, bannerFor, cardFor, firstWay, panelFor, routesWithoutClock } from '../../src/core/panel.js';
import { contactById } from '../../src/core/routing.js';
import { hertfordshire as directory } from '../../src/data/hertfordshire.js';
import { signs as guide } from '../../src/data/signs.js';

/** A Monday at noon, on the day on which the facts were copied: everything with weekly hours is open. */
const NOON = new Date(`${directory.danger.contact.gathered}T12:00:00Z`);
const NIGHT = new Date(`${directory.danger.contact.gathered}T03:00:00Z`);

const panel = (audience: Audience, answers: Answers = {}, at = NOON): Panel =>
  panelFor({ directory, guide, audience, answers, at });
const ids = (routes: Panel['routes']): readonly string[] => routes.map(({ contact }) => contact.id);

describe('panelFor', () => {
  const cases: readonly (readonly [
    audience: Audience,
    {
      childLine: boolean;
      exit: boolean;
      advice: readonly string[];
      sections: readonly string[];
      first: readonly string[];
    },
  ])[] = [
    [
      'public',
      {
        childLine: true,
        exit: true,
        advice: [],
        sections: [],
        first: ['herts-police', 'herts-childrens-services', 'crimestoppers'],
      },
    ],
    [
      'young-person',
      {
        childLine: true,
        exit: true,
        advice: [],
        sections: guide.audiences['young-person'].map(({ id }) => id).filter((id) => id !== 'talk'),
        first: ['childline', 'herts-police', 'missing-people-safecall'],
      },
    ],
    [
      'parent',
      {
        childLine: true,
        exit: true,
        advice: [],
        sections: ['also', 'do', 'dont', 'keep'],
        first: ['herts-childrens-services', 'herts-police', 'nspcc-helpline'],
      },
    ],
    [
      'hotel',
      {
        childLine: false,
        exit: false,
        advice: [],
        sections: ['do', 'dont', 'keep', 'law'],
        first: ['herts-police', 'crimestoppers', 'herts-childrens-services'],
      },
    ],
    [
      'school',
      {
        childLine: true,
        exit: false,
        advice: ['safeguarding-lead'],
        sections: ['do', 'dont', 'keep'],
        first: ['herts-childrens-services', 'herts-police', 'nspcc-helpline'],
      },
    ],
  ];
  for (const [audience, wanted] of cases) {
    it(`decides what a panel for ${audience} shows before any answer`, () => {
      const { childLine, exit, advice, sections, routes, answered } = panel(audience);
      assert.deepEqual(
        {
          childLine: !!childLine,
          exit,
          advice,
          sections: sections.map(({ id }) => id),
          first: ids(routes).slice(0, FIRST_ROUTES),
        },
        wanted,
      );
      assert.equal(answered, false);
    });
  }

  it('gives every panel the number for danger, and its other ways without that number', () => {
    for (const audience of AUDIENCES) {
      const { danger, otherWays } = panel(audience);
      assert.equal(danger.phone.value, '999');
      assert.deepEqual([danger.phone, ...otherWays], danger.contact.channels);
    }
  });

  it('gives every panel the page that finds a council', () => {
    for (const audience of AUDIENCES) assert.equal(panel(audience).finder?.page.use, 'find');
  });

  it('lets an answer replace what the audience presets', () => {
    assert.equal(panel('hotel').answers.who, 'business');
    const { answers, answered, child } = panel('hotel', { who: 'under-19' });
    assert.deepEqual([answers.who, answered, child], ['under-19', true, true]);
  });

  it('tells a child on a page for staff, and an adult on a page for children, nothing meant for others', () => {
    assert.deepEqual(panel('hotel', { who: 'under-19' }).sections, []);
    assert.deepEqual(panel('young-person', { who: 'parent' }).sections, []);
  });

  for (const [where, named] of [
    ['local', true],
    ['not-sure', true],
    ['online', true],
    ['england', false],
    ['wales', false],
    ['scotland-ni', false],
  ] as const) {
    it(`${named ? 'names' : 'does not name'} the local team in what to do, with the place “${where}”`, () => {
      const [first] = panel('hotel', { where }).sections;
      assert.equal(first?.id, 'do');
      assert.equal(first.tell?.team, named ? 'Halo' : undefined);
    });
  }

  it('keeps support apart from the routes', () => {
    const { routes, support } = panel('public');
    assert.ok(support.length > 0);
    assert.deepEqual(
      ids(support).filter((id) => ids(routes).includes(id)),
      [],
    );
  });
});

describe('cardFor', () => {
  const card = (id: string, child = false, support = false, at = NOON): Card => {
    const contact = contactById(directory, id);
    assert.ok(contact, id);
    return cardFor(directory, { contact, reason: 'anyone' }, at, child, support);
  };

  for (const [what, made, wanted] of [
    ['an adult', card('herts-police'), { team: 'Halo', say: 'adult' }],
    ['a child, who is told no code word', card('herts-police', true), { team: undefined, say: 'child' }],
    ['support, where nothing is reported', card('samaritans', false, true), { team: undefined, say: undefined }],
    ['a page without a phone', card('govuk-report-child-abuse'), { team: undefined, say: undefined }],
  ] as const) {
    it(`decides the words for ${what}`, () => {
      assert.deepEqual({ team: made.team, say: made.say }, wanted);
    });
  }

  it('says what is open at its own time', () => {
    assert.equal(card('nspcc-helpline').channels[0]?.state.kind, 'open');
    assert.equal(card('nspcc-helpline', false, false, NIGHT).channels[0]?.state.kind, 'closed');
  });

  it('offers the contact’s own page once its facts have grown old', () => {
    const { age, page } = card('herts-childrens-services', false, false, new Date('2028-01-10T12:00:00Z'));
    assert.equal(age.stale, true);
    assert.equal(page, contactById(directory, 'herts-childrens-services')?.url);
  });

  it('never shows first the mail that would be lost now', () => {
    const contact = contactById(directory, 'nspcc-helpline');
    assert.ok(contact);
    const mail = { type: 'email', value: 'help@example.org', receivedOnlyWhenOpen: true } as const;
    const hours = { weekly: [{ days: [1], opens: '11:00', closes: '16:00' }], bankHolidays: 'closed' } as const;
    const first = (at: Date): string | undefined =>
      cardFor(
        directory,
        { contact: { ...contact, channels: [{ ...mail, hours }, ...contact.channels] }, reason: 'anyone' },
        at,
        false,
      ).channels[0]?.channel.type;
    assert.deepEqual([first(NOON), first(NIGHT)], ['email', 'phone']);
  });

  it('offers the page that finds a council once the facts may no longer hold', () => {
    assert.equal(card('herts-childrens-services').councilFinder, undefined);
    const later = card('herts-childrens-services', false, false, new Date('2028-04-10T12:00:00Z'));
    assert.equal(later.councilFinder?.contact.id, directory.finder);
    assert.equal(later.councilFinder?.page.use, 'find');
  });
});

describe('routesWithoutClock', () => {
  for (const audience of AUDIENCES) {
    it(`gives a page for ${audience} three phones, at any hour the same`, () => {
      const first = routesWithoutClock(panel(audience), directory);
      assert.equal(first.length, FIRST_ROUTES);
      assert.deepEqual(
        routesWithoutClock(panel(audience, {}, NIGHT), directory).map(({ contact }) => contact.id),
        first.map(({ contact }) => contact.id),
      );
      for (const { contact, phone } of first) {
        assert.equal(phone.type, 'phone');
        assert.notEqual(contact, directory.childLine.contact, 'the children’s line is above');
      }
    });
  }
});

describe('bannerFor', () => {
  it('names the children’s line where a young person reads, and nowhere else', () => {
    for (const audience of AUDIENCES) {
      const { childLine } = bannerFor(directory, audience);
      assert.deepEqual(childLine, audience === 'young-person' ? directory.childLine : undefined, audience);
    }
  });
});

describe('firstWay', () => {
  it('is a phone, a text number or a page, whichever the contact names first', () => {
    for (const contact of directory.contacts) {
      const way = firstWay(contact);
      assert.equal(
        way,
        contact.channels.find(({ type }) => ['phone', 'sms', 'web'].includes(type)),
      );
    }
  });

  it('is nothing for a contact that has none of these', () => {
    const [contact] = directory.contacts;
    assert.ok(contact);
    assert.equal(firstWay({ ...contact, channels: [{ type: 'email', value: 'a@example.org' }] }), undefined);
  });
});
