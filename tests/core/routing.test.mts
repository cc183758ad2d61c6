import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Answers, Channel, Directory } from '../../src/core/directory.js';
import { ANSWERS } from '../../src/core/directory.js';
import { parseDirectory } from '../../src/core/parse-directory.js';
import { adviceFor, contactById, routesFor, routeTo, supportFor } from '../../src/core/routing.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { copyOf, gatheredOn, put } from '../helpers/directory-corpus.js';
import { ALL_ANSWERS, brokenPromise } from '../helpers/directory-promises.js';
import { number } from '../helpers/numbers.js';

const SEED = 20261123;
const HOUR = 3_600_000;
/** A Wednesday noon, when every line with known hours is open, and the night after it, when the NSPCC is closed. */
const DAY = new Date('2026-11-25T12:00:00Z');
const NIGHT = new Date('2026-11-26T01:00:00Z');
const FIRST = Date.parse('2026-11-23T00:00:00Z');
/** The last minute of the 180th day in London, which is in summer time. */
const LAST = Date.parse('2027-05-22T22:59:00Z');

const idsAt = (answers: Answers, at: Date, directory: Directory = hertfordshire): string[] =>
  routesFor(directory, answers, at).map(({ contact }) => contact.id);
const supportIds = (answers: Answers): string[] =>
  supportFor(hertfordshire, answers, DAY).map((route) => route.contact.id);

/** The real directory after an edit, parsed like any other. */
function edited(edit: (draft: ReturnType<typeof copyOf>) => unknown): Directory {
  const draft = copyOf(hertfordshire);
  edit(draft);
  const { directory, problems } = parseDirectory(draft);
  if (!directory) throw new Error(JSON.stringify(problems));
  return directory;
}
/** The real directory with all facts confirmed on a day, so that none is stale. */
const confirmedOn = (date: string, ...edits: [entry: string, field: string, value: unknown][]): Directory =>
  edited((draft) => {
    for (const { id } of hertfordshire.contacts) put(draft, id, 'confirmed', date);
    for (const edit of edits) put(draft, ...edit);
  });

describe('routesFor, in each situation of the design', () => {
  const C = 'crimestoppers';
  const HP = 'herts-police';
  const HCS = 'herts-childrens-services';
  const NSPCC = 'nspcc-helpline';
  const MSH = 'modern-slavery-helpline';
  const GOV = 'govuk-report-child-abuse';
  const WHISTLE = 'nspcc-whistleblowing';
  const SAFECALL = 'missing-people-safecall';
  const BTP = 'british-transport-police';

  // situation, answers, order by day, and order at night if it differs because the NSPCC is closed and moves down
  const table: readonly (readonly [string, Answers, string[], string[]?])[] = [
    ['nothing answered', {}, [HP, HCS, C, NSPCC, GOV, MSH], [HP, HCS, C, GOV, MSH, NSPCC]],
    ['someone else', { who: 'other' }, [HP, HCS, C, NSPCC, GOV, MSH], [HP, HCS, C, GOV, MSH, NSPCC]],
    [
      'not sure of anything',
      { who: 'not-sure', where: 'not-sure', name: 'not-sure' },
      [HP, HCS, C, NSPCC, GOV, MSH],
      [HP, HCS, C, GOV, MSH, NSPCC],
    ],
    ['in Hertfordshire', { where: 'local' }, [HP, HCS, C, NSPCC, GOV, MSH], [HP, HCS, C, GOV, MSH, NSPCC]],
    ['fine to give a name', { name: 'give' }, [HP, HCS, C, NSPCC, GOV, MSH], [HP, HCS, C, GOV, MSH, NSPCC]],
    ['under 19', { who: 'under-19' }, ['childline', HP, SAFECALL, 'fearless', C, HCS, MSH]],
    ['parent or carer', { who: 'parent' }, [HCS, HP, NSPCC, C, MSH], [HCS, HP, C, MSH, NSPCC]],
    [
      'hotel, pub, taxi or shop',
      { who: 'business' },
      [HP, C, HCS, MSH, NSPCC, WHISTLE],
      [HP, C, HCS, MSH, NSPCC, WHISTLE],
    ],
    [
      'school or health worker',
      { who: 'professional' },
      [HCS, HP, NSPCC, C, MSH, WHISTLE],
      [HCS, HP, C, MSH, NSPCC, WHISTLE],
    ],
    [
      'elsewhere in England',
      { where: 'england' },
      [GOV, 'police-101', C, NSPCC, MSH],
      [GOV, 'police-101', C, MSH, NSPCC],
    ],
    ['Wales', { where: 'wales' }, ['police-101', C, NSPCC, MSH], ['police-101', C, MSH, NSPCC]],
    ['Scotland or Northern Ireland', { where: 'scotland-ni' }, [C, NSPCC, MSH], [C, MSH, NSPCC]],
    [
      'online',
      { where: 'online' },
      ['ceop', 'iwf', HP, HCS, C, NSPCC, GOV, MSH],
      ['ceop', 'iwf', HP, HCS, C, GOV, MSH, NSPCC],
    ],
    [
      'online, under 19',
      { where: 'online', who: 'under-19' },
      ['ceop', 'report-remove', 'iwf', 'childline', HP, SAFECALL, 'fearless', C, HCS, MSH],
    ],
    ['train or station', { where: 'railway' }, [BTP, HP, HCS, C, NSPCC, GOV, MSH], [BTP, HP, HCS, C, GOV, MSH, NSPCC]],
    ['anonymous', { name: 'anonymous' }, [C, HP, HCS, NSPCC, GOV, MSH], [C, HP, HCS, GOV, MSH, NSPCC]],
    [
      'anonymous, under 19',
      { name: 'anonymous', who: 'under-19' },
      ['fearless', 'childline', HP, SAFECALL, C, HCS, MSH],
    ],

    [
      'anonymous, then place, then who',
      { name: 'anonymous', where: 'online', who: 'parent' },
      [C, 'ceop', 'iwf', HCS, HP, NSPCC, MSH],
      [C, 'ceop', 'iwf', HCS, HP, MSH, NSPCC],
    ],
    [
      'anonymous, online, under 19',
      { name: 'anonymous', where: 'online', who: 'under-19' },
      ['fearless', 'ceop', 'report-remove', 'iwf', 'childline', HP, SAFECALL, C, HCS, MSH],
    ],
    [
      'elsewhere in England, parent',
      { where: 'england', who: 'parent' },
      [GOV, 'police-101', NSPCC, C, MSH],
      [GOV, 'police-101', C, MSH, NSPCC],
    ],
    [
      'elsewhere in England, business, anonymous',
      { where: 'england', who: 'business', name: 'anonymous' },
      [C, GOV, 'police-101', MSH, NSPCC, WHISTLE],
      [C, GOV, 'police-101', MSH, NSPCC, WHISTLE],
    ],
    [
      'elsewhere in England, under 19',
      { where: 'england', who: 'under-19' },
      [GOV, 'police-101', 'childline', SAFECALL, 'fearless', C, MSH],
    ],
    ['Wales, under 19', { where: 'wales', who: 'under-19' }, ['police-101', 'childline', SAFECALL, 'fearless', C, MSH]],
    [
      'Scotland, professional',
      { where: 'scotland-ni', who: 'professional' },
      [NSPCC, C, MSH, WHISTLE],
      [C, MSH, NSPCC, WHISTLE],
    ],
    [
      'Northern Ireland, under 19, anonymous',
      { where: 'scotland-ni', who: 'under-19', name: 'anonymous' },
      ['fearless', 'childline', SAFECALL, C, MSH],
    ],
    [
      'train, hotel worker',
      { where: 'railway', who: 'business' },
      [BTP, HP, C, HCS, MSH, NSPCC, WHISTLE],
      [BTP, HP, C, HCS, MSH, NSPCC, WHISTLE],
    ],
  ];
  for (const [situation, answers, byDay, atNight = byDay] of table) {
    it(`orders the routes by day: ${situation}`, () => {
      assert.deepEqual(idsAt(answers, DAY), byDay);
    });
    it(`orders the routes at night: ${situation}`, () => {
      assert.deepEqual(idsAt(answers, NIGHT), atNight);
    });
  }

  const support: readonly (readonly [string, Answers, string[]])[] = [
    [
      'nothing answered',
      {},
      [
        'samaritans',
        'shout',
        'victim-support',
        'herts-beacon',
        'nhs-sarc',
        'rape-crisis-247',
        'stop-it-now',
        'ivison-trust',
      ],
    ],
    ['under 19', { who: 'under-19' }, ['samaritans', 'shout', SAFECALL, 'rape-crisis-247']],
    [
      'parent',
      { who: 'parent' },
      [
        'samaritans',
        'shout',
        'victim-support',
        'herts-beacon',
        'nhs-sarc',
        'rape-crisis-247',
        'stop-it-now',
        'ivison-trust',
      ],
    ],
    [
      'hotel, pub, taxi or shop',
      { who: 'business' },
      ['samaritans', 'shout', 'victim-support', 'herts-beacon', 'nhs-sarc', 'rape-crisis-247', 'stop-it-now'],
    ],
    [
      'elsewhere in England',
      { where: 'england' },
      ['samaritans', 'shout', 'victim-support', 'nhs-sarc', 'rape-crisis-247', 'stop-it-now', 'ivison-trust'],
    ],
    [
      'Wales',
      { where: 'wales' },
      ['samaritans', 'shout', 'victim-support', 'rape-crisis-247', 'stop-it-now', 'ivison-trust'],
    ],
    ['Scotland or Northern Ireland', { where: 'scotland-ni' }, ['samaritans', 'shout', 'stop-it-now']],
    ['Scotland, under 19', { where: 'scotland-ni', who: 'under-19' }, ['samaritans', 'shout', SAFECALL]],
  ];
  for (const [situation, answers, ids] of support) {
    it(`leaves support for the person who reports to supportFor: ${situation}`, () => {
      assert.deepEqual(supportIds(answers), ids);
    });
  }

  it('has advice for a school or health worker to speak to the safeguarding lead', () => {
    assert.deepEqual(adviceFor(hertfordshire, { who: 'professional' }), ['safeguarding-lead']);
  });
  it('has that advice for nobody else', () => {
    const others = ALL_ANSWERS.filter(({ who }) => who !== 'professional');
    assert.deepEqual(
      others.flatMap((answers) => adviceFor(hertfordshire, answers)),
      [],
    );
  });
  it('gives as a reason that a person wants to stay anonymous', () => {
    assert.equal(routesFor(hertfordshire, { name: 'anonymous' }, DAY)[0]?.reason, 'anonymous');
  });
  it('gives the reason of the first rule that named a contact', () => {
    const reasons = routesFor(hertfordshire, { where: 'wales', who: 'parent' }, DAY).map(({ reason }) => reason);
    assert.deepEqual(reasons, ['wales', 'parent', 'parent', 'national']);
  });
});

describe('a route', () => {
  const nspccHours = { weekly: [{ days: [1, 2, 3, 4, 5], opens: '10:00', closes: '16:00' }], bankHolidays: 'unknown' };

  it('moves below the others when it is known to be closed, and keeps its order among closed ones', () => {
    const directory = edited((draft) => {
      put(draft, 'herts-police', 'channels[0].hours', nspccHours);
      put(draft, 'herts-childrens-services', 'channels[0].hours', nspccHours);
    });
    assert.deepEqual(idsAt({}, NIGHT, directory), [
      'crimestoppers',
      'govuk-report-child-abuse',
      'modern-slavery-helpline',
      'herts-police',
      'herts-childrens-services',
      'nspcc-helpline',
    ]);
  });

  it('moves down when a bank holiday may have closed it', () => {
    assert.equal(idsAt({ who: 'parent' }, new Date('2026-12-25T12:00:00Z')).at(-1), 'nspcc-helpline');
  });

  it('keeps its place when its hours are not known', () => {
    const directory = edited((draft) => put(draft, 'nspcc-helpline', 'channels[0].hours', undefined));
    assert.equal(idsAt({ who: 'parent' }, NIGHT, directory)[2], 'nspcc-helpline');
  });

  it('is open or closed like the channel that its card shows first', () => {
    const directory = edited((draft) => put(draft, 'nspcc-helpline', 'channels[2].hours', 'always'));
    assert.equal(idsAt({ who: 'parent' }, NIGHT, directory).at(-1), 'nspcc-helpline');
  });

  it('is left out when its contact does not serve the place', () => {
    const directory = edited((draft) => put(draft, 'crimestoppers', 'areas', ['wales']));
    assert.ok(!idsAt({ where: 'england' }, DAY, directory).includes('crimestoppers'));
  });

  it('is left out when its contact serves other people', () => {
    const directory = edited((draft) => put(draft, 'herts-police', 'audiences', ['professionals']));
    assert.ok(!idsAt({ who: 'parent' }, DAY, directory).includes('herts-police'));
  });

  it('is included when a person has not said who they are', () => {
    const directory = edited((draft) => put(draft, 'herts-police', 'audiences', ['professionals']));
    assert.ok(idsAt({}, DAY, directory).includes('herts-police'));
  });

  it('offers email that is lost outside its hours only within them', () => {
    const email = (at: Date): boolean | undefined =>
      routesFor(hertfordshire, {}, at)
        .find(({ contact }) => contact.id === 'nspcc-helpline')
        ?.channels.find(({ channel }) => channel.type === 'email')?.offered;
    assert.deepEqual([email(DAY), email(NIGHT), email(new Date('2026-12-25T12:00:00Z'))], [true, false, false]);
  });

  it('offers every other channel at any hour', () => {
    const withheld = hertfordshire.contacts.flatMap((contact) =>
      routeTo(hertfordshire, contact, 'anyone', NIGHT).channels.filter(({ offered }) => !offered),
    );
    assert.deepEqual(
      withheld.map(({ channel }) => channel.value),
      ['help@nspcc.org.uk'],
    );
  });

  it('is found by the id of its contact', () => {
    assert.equal(contactById(hertfordshire, 'childline')?.name, 'Childline');
  });

  it('is not found by an id that no contact has', () => {
    assert.deepEqual(
      ['kidsline', '', '__proto__', 'constructor'].map((id) => contactById(hertfordshire, id)),
      Array(4).fill(undefined),
    );
  });
});

describe('an answer', () => {
  const same = (given: unknown, settled: Answers, directory: Directory = hertfordshire): void => {
    const answers = given as Answers;
    assert.deepEqual(idsAt(answers, DAY, directory), idsAt(settled, DAY, directory));
    const ids = (one: Answers): string[] => supportFor(directory, one, DAY).map(({ contact }) => contact.id);
    assert.deepEqual(ids(answers), ids(settled));
    assert.deepEqual(adviceFor(directory, answers), adviceFor(directory, settled));
  };

  it('counts as not sure when it is missing', () => {
    for (const answers of ALL_ANSWERS)
      same(answers, { who: 'not-sure', where: 'not-sure', name: 'not-sure', ...answers });
  });

  it('leaves out the same contacts when it is missing as not sure does', () => {
    const directory = edited((draft) => put(draft, 'where', 'answers[6].areas', ['england', 'uk']));
    same({}, { where: 'not-sure' }, directory);
    assert.ok(!idsAt({}, DAY, directory).includes('herts-police'));
  });

  it('counts as not sure when it is unknown', () => {
    for (const strange of ['under-18', '', 'toString', '__proto__', 'constructor', null, 7]) {
      same({ who: strange, where: strange, name: strange }, {});
    }
  });

  it('counts as not sure when it belongs to another question', () => {
    same({ who: 'anonymous', where: 'under-19', name: 'online' }, {});
  });

  it('counts as not sure when the directory does not offer it', () => {
    const directory = edited((draft) =>
      put(draft, 'who', 'answers', [{ id: 'parent', audiences: ['parents'] }, { id: 'not-sure' }]),
    );
    same({ who: 'under-19' }, {}, directory);
  });

  it('counts as not sure when the directory does not ask its question', () => {
    const directory = edited((draft) => (draft['questions'] as unknown[]).splice(0, 1));
    same({ who: 'professional' }, {}, directory);
  });
});

describe('the promises for every combination of answers', () => {
  const broken = (
    answers: Answers,
    at: Date,
    directory: Directory = hertfordshire,
    fresh = true,
  ): string | undefined => {
    const what = brokenPromise(
      directory,
      answers,
      routesFor(directory, answers, at),
      supportFor(directory, answers, at),
      fresh,
    );
    return what && `${what}: ${JSON.stringify(answers)} at ${at.toISOString()}`;
  };
  const holdsAt = (at: Date, directory: Directory = hertfordshire, fresh = true): void => {
    for (const answers of ALL_ANSWERS) {
      const what = broken(answers, at, directory, fresh);
      if (what) assert.fail(what);
    }
  };

  it('are tested with 7 x 8 x 4 combinations', () => {
    assert.equal(new Set(ALL_ANSWERS.map((answers) => JSON.stringify(answers))).size, 224);
    assert.deepEqual([ANSWERS.who.length + 1, ANSWERS.where.length + 1, ANSWERS.name.length + 1], [7, 8, 4]);
  });

  // only the NSPCC has hours that change, so the order within a day changes when it opens and when it closes
  const days: readonly (readonly [name: string, midnight: string])[] = [
    ['the day the facts were gathered', '2026-11-23T00:00Z'],
    ['a Saturday', '2026-12-05T00:00Z'],
    ['a Sunday', '2026-12-06T00:00Z'],
    ['Christmas Day', '2026-12-25T00:00Z'],
    ['Boxing Day, a Saturday', '2026-12-26T00:00Z'],
    ['the holiday in place of Boxing Day', '2026-12-28T00:00Z'],
    ['New Year’s Day', '2027-01-01T00:00Z'],
    ['Good Friday', '2027-03-26T00:00Z'],
    ['Easter Monday, the day after the clocks go forward', '2027-03-28T23:00Z'],
    ['the last day before the facts are stale', '2027-05-21T23:00Z'],
  ];
  const MOMENTS = [0, 10 * 60 - 1, 10 * 60, 16 * 60 - 1, 16 * 60, 24 * 60 - 1];
  for (const [name, midnight] of days) {
    it(`are kept at midnight, and before and after opening and closing, on ${name}`, () => {
      for (const [i, minute] of MOMENTS.entries()) {
        const at = new Date(Date.parse(midnight) + minute * 60_000);
        // each moment tests a part of the answers, and all moments together test every answer
        for (const [a, answers] of ALL_ANSWERS.entries()) {
          const what = a % MOMENTS.length === i && broken(answers, at);
          if (what) assert.fail(what);
        }
      }
    });
  }

  /** One moment for each combination of channel states that occurs until the facts are stale. */
  const momentsOfEachState = (): readonly Date[] => {
    const found = new Map<string, Date>();
    for (let at = FIRST; at <= LAST; at += HOUR) {
      const moment = new Date(at);
      const states = hertfordshire.contacts.map((contact) =>
        routeTo(hertfordshire, contact, 'anyone', moment).channels.map(({ state, offered }) => [state.kind, offered]),
      );
      const key = JSON.stringify(states);
      if (!found.has(key)) found.set(key, moment);
    }
    return [...found.values()];
  };

  it('are kept for every answer in every combination of channel states until the facts are stale', () => {
    // the order depends on the time only through the states of the channels
    const moments = momentsOfEachState();
    assert.ok(moments.length > 3, String(moments.length));
    const firsts = new Set<string>();
    for (const moment of moments) {
      holdsAt(moment);
      firsts.add(idsAt({}, moment).slice(0, 3).join());
    }
    // without an answer the first three routes of the panel never change
    assert.deepEqual([...firsts], ['herts-police,herts-childrens-services,crimestoppers']);
  });

  it('are kept at any minute', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL_ANSWERS),
        fc.integer({ min: FIRST / 60_000, max: LAST / 60_000 }),
        (answers, minute) => {
          assert.equal(broken(answers, new Date(minute * 60_000)), undefined);
        },
      ),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('include that every contact is reached', () => {
    const found = new Set([hertfordshire.emergency]);
    for (const answers of ALL_ANSWERS) {
      for (const { contact } of [
        ...routesFor(hertfordshire, answers, DAY),
        ...supportFor(hertfordshire, answers, DAY),
      ]) {
        found.add(contact.id);
      }
    }
    assert.deepEqual([...found].sort(), hertfordshire.contacts.map(({ id }) => id).sort());
  });

  it('include that the directory is not changed', () => {
    const before = JSON.stringify(hertfordshire);
    holdsAt(NIGHT);
    assert.equal(JSON.stringify(hertfordshire), before);
  });

  it('include that no accepted directory has a dead end', () => {
    const lists: (readonly [entry: string, field: string, from: readonly string[]])[] = [];
    for (const { id, answers } of hertfordshire.questions) {
      for (const [i, { areas, audiences }] of answers.entries()) {
        if (areas) lists.push([id, `answers[${i}].areas`, areas]);
        if (audiences) lists.push([id, `answers[${i}].audiences`, audiences]);
      }
    }
    for (const { id, areas, audiences } of hertfordshire.contacts) {
      lists.push([id, 'areas', areas.includes('uk') ? ['uk', 'england', 'wales'] : areas]);
      lists.push([id, 'audiences', audiences.includes('anyone') ? ['anyone', 'parents', 'children'] : audiences]);
    }
    const edit = fc
      .constantFrom(...lists)
      .chain(([entry, field, from]) =>
        fc.subarray([...from], { minLength: 1 }).map((value) => [entry, field, value] as const),
      );
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const draft = copyOf(hertfordshire);
        for (const one of edits) put(draft, ...one);
        const { directory } = parseDirectory(draft);
        if (!directory) return;
        accepted++;
        // each directory is tested with a fifth of the answers, and five directories with all
        for (const [i, answers] of ALL_ANSWERS.entries()) {
          if (i % 5 === accepted % 5) assert.notEqual(routesFor(directory, answers, DAY).length, 0);
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
    assert.ok(accepted > 10, String(accepted));
  });
});

describe('old facts', () => {
  const facts = parseDirectory(gatheredOn(hertfordshire)).directory as Directory;
  const kindsAt = (directory: Directory, at: Date): Set<string> => {
    const kinds = new Set<string>();
    for (const answers of ALL_ANSWERS) {
      for (const route of [...routesFor(directory, answers, at), ...supportFor(directory, answers, at)]) {
        for (const { state } of route.channels) kinds.add(state.kind);
      }
    }
    return kinds;
  };

  it('still say when a line is open on the last day before they are stale', () => {
    assert.deepEqual([...kindsAt(facts, new Date('2027-05-21T12:00:00Z'))].sort(), ['always', 'open', 'unknown']);
  });

  for (const time of [
    '2027-05-22T23:00:00Z',
    '2027-05-24T12:00:00Z',
    '2027-12-25T12:00:00Z',
    '2028-06-30T12:00:00Z',
    '2035-01-01T00:00:00Z',
  ]) {
    it(`say for no answers what is open or closed once they are stale, at ${time}`, () => {
      assert.deepEqual([...kindsAt(facts, new Date(time))], ['unknown']);
    });
  }

  it('do not say what is open or closed on a device without a valid date', () => {
    assert.deepEqual([...kindsAt(facts, new Date(NaN))], ['unknown']);
  });

  it('keep every promise but the one about what is open', () => {
    for (const time of [
      '2027-05-24T12:00:00Z',
      '2028-05-01T12:00:00Z',
      '2028-07-01T12:00:00Z',
      '2035-01-01T03:00:00Z',
    ]) {
      const at = new Date(time);
      for (const answers of ALL_ANSWERS) {
        const routes = routesFor(facts, answers, at);
        const what = brokenPromise(facts, answers, routes, supportFor(facts, answers, at), false);
        assert.equal(what, undefined, JSON.stringify(answers));
      }
    }
  });

  it('keep the order of the day once they are stale', () => {
    const stale = new Date('2027-06-02T01:00:00Z');
    for (const answers of ALL_ANSWERS) assert.deepEqual(idsAt(answers, stale), idsAt(answers, DAY));
  });

  const HCS = 'herts-childrens-services';
  const GOV = 'govuk-report-child-abuse';
  const mailNotLost: Channel['hours'] = 'always';
  const confirmed = confirmedOn('2028-03-01', ['nspcc-helpline', 'channels[0].hours', mailNotLost]);

  it('show the council alone on its last day', () => {
    const [route] = routesFor(confirmed, { who: 'parent' }, new Date('2028-03-31T22:59:00Z'));
    assert.deepEqual([route?.contact.id, route?.age.expiry], [HCS, undefined]);
  });

  it('show the finder next to the council from the day after', () => {
    const [route] = routesFor(confirmed, { who: 'parent' }, new Date('2028-03-31T23:00:00Z'));
    assert.deepEqual([route?.contact.id, route?.age.expiry], [HCS, 'changing']);
  });

  it('still show the council three months later', () => {
    assert.equal(idsAt({ who: 'parent' }, new Date('2028-06-30T22:59:00Z'), confirmed)[0], HCS);
  });

  it('replace the council with the finder after three months', () => {
    assert.deepEqual(idsAt({ who: 'parent' }, new Date('2028-06-30T23:00:00Z'), confirmed), [
      GOV,
      'herts-police',
      'nspcc-helpline',
      'crimestoppers',
      'modern-slavery-helpline',
    ]);
  });

  it('show the finder once when the list already has it', () => {
    assert.deepEqual(idsAt({}, new Date('2028-07-01T12:00:00Z'), confirmed), [
      'herts-police',
      GOV,
      'crimestoppers',
      'nspcc-helpline',
      'modern-slavery-helpline',
    ]);
  });

  it('leave the finder in its place with its own reason when it is before the council', () => {
    const directory = confirmedOn('2028-03-01', ['routes[9]', 'contacts', [GOV, HCS, 'herts-police', 'crimestoppers']]);
    const routes = routesFor(directory, { who: 'parent' }, new Date('2028-07-05T12:00:00Z'));
    assert.deepEqual(
      routes.slice(0, 2).map(({ contact, reason }) => [contact.id, reason]),
      [
        [GOV, 'parent'],
        ['herts-police', 'parent'],
      ],
    );
  });

  it('give the finder as the reason', () => {
    const [route] = routesFor(confirmed, { who: 'parent' }, new Date('2028-07-01T12:00:00Z'));
    assert.equal(route?.reason, 'finder');
  });

  it('show the number of the council for no answers after three months', () => {
    const at = new Date('2028-07-01T12:00:00Z');
    for (const answers of ALL_ANSWERS) {
      const shown = JSON.stringify([routesFor(facts, answers, at), supportFor(facts, answers, at)]);
      assert.ok(!shown.includes(number('herts-childrens-services')));
    }
  });
});
