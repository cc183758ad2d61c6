import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Audience } from '../../src/core/audiences.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import type { Answers, Contact, ContactPhone, ParsedDirectory } from '../../src/core/directory.js';
import type { Card, Panel } from '../../src/core/panel.js';
import { bannerFor, cardFor, firstWay, panelFor } from '../../src/core/panel.js';
import { contactById, routeOrder, supportOrder } from '../../src/core/routing.js';
import { hertfordshire as directory } from '../../src/data/hertfordshire.js';
import { signs as guide } from '../../src/data/signs.js';
import { reportLines } from '../../demo/snippets.js';
import { ALL_ANSWERS } from '../helpers/directory-promises.js';

/** A Monday at noon, on the day on which the facts were copied: everything with weekly hours is open. */
const NOON = new Date(`${directory.danger.contact.gathered}T12:00:00Z`);
const NIGHT = new Date(`${directory.danger.contact.gathered}T03:00:00Z`);

const panel = (audience: Audience, answers: Answers = {}, at = NOON): Panel =>
  panelFor({ directory, guide, audience, answers, at });
const ids = (routes: Panel['first']): readonly string[] => routes.map(({ contact }) => contact.id);
/** The directory with other contacts. */
function withContacts(contacts: readonly Contact[]): ParsedDirectory {
  const line = ({ contact, phone }: ContactPhone): ContactPhone => ({
    contact: contacts.find(({ id }) => id === contact.id) ?? contact,
    phone,
  });
  return { ...directory, contacts, danger: line(directory.danger), childLine: line(directory.childLine) };
}
const panelOf = (from: ParsedDirectory, audience: Audience = 'public', at = NOON): Panel =>
  panelFor({ directory: from, guide, audience, at });
const all = ({ first, more }: Panel): readonly string[] => ids([...first, ...more]);

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
        first: ['herts-police', 'crimestoppers', 'herts-childrens-services'],
      },
    ],
    [
      'parent',
      {
        childLine: true,
        exit: true,
        advice: [],
        sections: ['also', 'do', 'dont', 'keep'],
        first: ['herts-childrens-services', 'herts-police', 'crimestoppers'],
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
        first: ['herts-childrens-services', 'herts-police', 'crimestoppers'],
      },
    ],
  ];
  for (const [audience, wanted] of cases) {
    it(`decides what a panel for ${audience} shows before any answer`, () => {
      const { childLine, exit, advice, sections, first, answered } = panel(audience);
      assert.deepEqual(
        {
          childLine: !!childLine,
          exit,
          advice,
          sections: sections.map(({ id }) => id),
          first: ids(first),
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
});

describe('the routes of a panel that nobody has answered', () => {
  /** Every hour of the two weeks around Christmas, when lines open, close and keep bank holidays. */
  const HOURS = Array.from({ length: 14 * 24 }, (_, hour) => new Date(Date.UTC(2026, 11, 20, hour, 30)));

  for (const audience of AUDIENCES) {
    it(`are in sight for ${audience} as in the snippet, at every hour the same`, () => {
      const pasted: string[] = [];
      reportLines(audience, 2, false, (id, line) => {
        if (line.trim().startsWith('<li>') && id !== 'elsewhere') pasted.push(id);
        return line;
      });
      assert.equal(pasted.length, 3);
      for (const at of HOURS) assert.deepEqual(ids(panel(audience, {}, at).first), pasted, at.toISOString());
    });
  }

  it('each have a phone that is answered at every hour', () => {
    for (const audience of AUDIENCES)
      for (const { contact } of panel(audience).first)
        assert.equal(contact.channels.find(({ type }) => type === 'phone')?.hours, 'always', contact.id);
  });

  it('are all there at every hour, and only their order is not that of the routing', () => {
    for (const audience of AUDIENCES) {
      const shown = panel(audience, {}, NIGHT);
      const above = [shown.childLine?.contact.id, shown.finder?.contact.id];
      assert.deepEqual(
        [...all(shown)].sort(),
        ids(routeOrder(directory, shown.answers, NIGHT))
          .filter((id) => !above.includes(id))
          .sort(),
      );
    }
  });

  it('have the one that is always last at their end, also if its phone never closes', () => {
    const id = 'nspcc-whistleblowing';
    const contacts = directory.contacts.map((contact) =>
      contact.id === id
        ? { ...contact, channels: contact.channels.map((channel) => ({ ...channel, hours: 'always' as const })) }
        : contact,
    );
    const shown = panelOf(withContacts(contacts), 'school');
    assert.equal(all(shown).at(-1), id);
  });

  it('follow the routing once somebody answers, so that what is closed sinks', () => {
    const answers = { who: 'parent', where: 'local' } as const;
    for (const at of [NOON, NIGHT]) {
      const above = [directory.childLine.contact.id, directory.finder];
      assert.deepEqual(
        all(panel('public', answers, at)),
        ids(routeOrder(directory, answers, at)).filter((id) => !above.includes(id)),
      );
    }
    assert.notDeepEqual(all(panel('public', answers, NOON)), all(panel('public', answers, NIGHT)));
  });
});

describe('a panel, for every audience and every combination of answers', () => {
  const each = (check: (panel: Panel, what: string) => void): void => {
    for (const audience of AUDIENCES)
      for (const answers of ALL_ANSWERS)
        for (const at of [NOON, NIGHT])
          check(panel(audience, answers, at), `${audience} ${JSON.stringify(answers)} ${at.toISOString()}`);
  };

  it('has every route of the routing once: in sight, behind the disclosure, as the children’s line or as the finder', () => {
    each((shown, what) => {
      const at = what.endsWith(NIGHT.toISOString()) ? NIGHT : NOON;
      const wanted = ids(routeOrder(directory, shown.answers, at));
      const there = [...all(shown), ...[shown.childLine, shown.finder].flatMap((one) => one?.contact.id ?? [])];
      assert.equal(new Set(there).size, there.length, `${what}: nothing is there twice`);
      for (const id of wanted) assert.ok(there.includes(id), `${what}: ${id}`);
    });
  });

  it('shows three routes if there are so many, and counts them all with the finder', () => {
    each(({ first, more, finder, places, best, childLine, child }, what) => {
      assert.equal(first.length, Math.min(3, first.length + more.length), what);
      assert.ok(first.length > 0, what);
      // for somebody under 19, the line for children above the rows is one of the places, and may be the best
      const above = child && childLine ? 1 : 0;
      assert.equal(places, first.length + more.length + above + (finder ? 1 : 0), what);
      assert.ok(best === first[0]?.contact || (above && best === childLine?.contact), what);
    });
  });

  it('has a row that finds a council, in the county and where nobody has said; elsewhere it is an answer or of no use', () => {
    each((shown, what) => {
      const { where } = shown.answers;
      const elsewhere = where === 'england' || where === 'wales' || where === 'scotland-ni';
      assert.equal(shown.finder?.page.use, elsewhere ? undefined : 'find', what);
      assert.equal(all(shown).includes(directory.finder), where === 'england', what);
    });
  });

  it('has every support of the directory once, and in sight a phone that is answered at every hour', () => {
    each((shown, what) => {
      const { support, moreSupport, answers } = shown;
      assert.equal(support?.phone.hours, 'always', what);
      assert.deepEqual(
        [...(support ? [support.contact.id] : []), ...ids(moreSupport)].sort(),
        [...ids(supportOrder(directory, answers, NOON))].sort(),
        what,
      );
      assert.ok(!all(shown).includes(support?.contact.id ?? ''), `${what}: support is not a route`);
    });
  });
});

describe('the line for children', () => {
  it('is not among the routes where it has its own line', () => {
    for (const audience of ['public', 'young-person', 'parent', 'school'] as const) {
      const shown = panel(audience, { who: 'under-19' });
      assert.equal(shown.childLine?.contact.id, 'childline');
      assert.ok(!all(shown).includes('childline'), audience);
    }
  });

  it('has its chat in sight on a page for young people, whatever is answered, because an answer moves nothing above it', () => {
    const address = (shown: Panel): string | undefined => shown.chat?.value;
    const chat = 'https://www.childline.org.uk/get-support/contacting-childline/';
    assert.equal(address(panel('young-person')), chat);
    assert.equal(address(panel('young-person', { who: 'parent' })), chat);
    assert.equal(address(panel('public')), undefined);
    assert.equal(address(panel('public', { who: 'under-19' })), undefined);
  });

  it('is the first route for a child on a page for staff, which has no line for children', () => {
    const shown = panel('hotel', { who: 'under-19' });
    assert.equal(shown.childLine, undefined);
    assert.equal(all(shown)[0], 'childline');
  });
});

describe('the page that finds a council', () => {
  it('takes the place of a council that is no more, in sight and without a row of its own', () => {
    const before = panel('public');
    const after = panel('public', {}, new Date('2028-07-05T12:00:00Z'));
    assert.equal(after.finder, undefined);
    assert.equal(ids(before.first)[1], 'herts-childrens-services');
    assert.equal(ids(after.first)[1], directory.finder);
    assert.equal(after.first[1]?.reason, 'finder');
    assert.equal(all(after).filter((id) => id === directory.finder).length, 1);
  });

  it('is missing in a directory without one', () => {
    const contacts = directory.contacts.filter(({ id }) => id !== directory.finder);
    assert.equal(panelOf(withContacts(contacts)).finder, undefined);
  });
});

describe('the support of a panel', () => {
  it('is apart from the routes', () => {
    const shown = panel('public');
    assert.ok(shown.moreSupport.length > 0);
    assert.deepEqual(
      ids(shown.moreSupport).filter((id) => all(shown).includes(id)),
      [],
    );
  });

  it('is all behind the disclosure if no phone of it is answered at every hour', () => {
    const closing = { weekly: [{ days: [1], opens: '11:00', closes: '16:00' }], bankHolidays: 'closed' } as const;
    const contacts = directory.contacts.map((contact) => ({
      ...contact,
      channels: contact.channels.map((channel) => ({ ...channel, hours: closing })),
    }));
    const { support, moreSupport } = panelOf(withContacts(contacts));
    assert.equal(support, undefined);
    assert.deepEqual(ids(moreSupport), ids(supportOrder(directory, { where: 'not-sure' }, NOON)));
  });
});

describe('the day on which the numbers were copied', () => {
  /** The day, if the days of some contacts are others. */
  const copied = (
    days: Readonly<Record<string, Partial<Contact>>>,
    audience: Audience = 'public',
    others: Partial<Contact> = {},
  ): string | undefined =>
    panelOf(
      withContacts(directory.contacts.map((contact) => ({ ...contact, ...others, ...days[contact.id] }))),
      audience,
    ).copied;

  it('is the day of the facts', () => {
    for (const audience of AUDIENCES) assert.equal(copied({}, audience), directory.danger.contact.gathered);
  });

  for (const [id, what] of [
    ['police-999', 'danger'],
    ['childline', 'the line for children'],
    ['crimestoppers', 'a route'],
    ['nspcc-helpline', 'a route behind the disclosure'],
    ['samaritans', 'support'],
  ] as const) {
    it(`is the oldest, if that is of ${what}`, () => {
      assert.ok(contactById(directory, id), id);
      assert.equal(copied({ [id]: { gathered: '2026-10-01' } }), '2026-10-01');
    });

    it(`is another, if the service has confirmed the old facts of ${what}`, () => {
      const confirmed = { gathered: '2026-10-01', confirmed: '2026-11-20' };
      assert.equal(copied({ [id]: confirmed }), directory.danger.contact.gathered);
    });
  }

  it('does not count a line for children that is not shown', () => {
    assert.equal(copied({ childline: { gathered: '2026-10-01' } }, 'hotel'), directory.danger.contact.gathered);
  });

  it('is missing if every service has confirmed its facts', () => {
    assert.equal(copied({}, 'public', { confirmed: '2026-11-20' }), undefined);
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
