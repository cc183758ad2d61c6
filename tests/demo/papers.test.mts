import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ageOfFacts, dayInWords, useBy, yearAfter } from '../../demo/papers/facts.js';
import { drawnSize } from '../../demo/papers/logo.js';
import { paperPages, pdfOf, screenPage } from '../../demo/papers/page.js';
import type { Choice, PaperFacts } from '../../demo/papers/paper.js';
import { choiceOf, DEFAULTS, formatSettings, LONGEST, parseSettings, tidy } from '../../demo/papers/settings.js';
import { contentsPage, sheetsFor } from '../../demo/papers/sheets.js';
import { SIZES, TRADES } from '../../demo/papers/trades.js';
import { unescaped } from '../../demo/snippets.js';
import { paperFacts, siteAddress } from '../../scripts/papers-facts.mjs';
import type { Contact } from '../../src/core/directory.js';
import { asParsed } from '../../src/core/numbers.js';
import { holdsRejectedNumber } from '../../src/core/rejected-numbers.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import { enPapers } from '../../src/data/locales/en-papers.js';
import { signs } from '../../src/data/signs.js';

const facts: PaperFacts = paperFacts();
const textOf = (html: string): string =>
  unescaped(
    html
      .replace(/<svg[^]*?<\/svg>/g, ' ')
      .replace(/<wbr \/>|<\/?(?:span|bdi)[^>]*>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/[ \n]+/g, ' '),
  );
const choices: Choice[] = TRADES.flatMap((trade) =>
  SIZES.flatMap((size) => [false, true].map((mono) => ({ trade, size, mono }))),
);
/** Every sheet of every choice, with the first page of each pack and the pictures for screens. */
const everySheet = (from: PaperFacts = facts, of = choices): { name: string; html: string }[] => [
  ...of.flatMap((choice) => {
    const sheets = sheetsFor(from, choice);
    const name = `${choice.trade} ${choice.size}`;
    return [
      ...sheets.map(({ id, html }) => ({ name: `${name} ${id}`, html })),
      { name: `${name} contents`, html: contentsPage(from, choice, sheets) },
    ];
  }),
  ...[false, true].map((tall) => ({ name: `screen ${String(tall)}`, html: screenPage(from, tall) })),
];
const contact = (given: Partial<Contact>): Contact =>
  ({ ...hertfordshire.contacts[0], gathered: '2026-11-23', validUntil: undefined, ...given }) as Contact;
/** The built-in directory with some contacts changed. */
const changed = (change: (contact: Contact) => Contact): PaperFacts => ({
  ...facts,
  directory: asParsed({ ...hertfordshire, contacts: hertfordshire.contacts.map(change) }),
});

describe('the day after which a sheet comes down', () => {
  it('is one year after the facts were copied, or earlier where the facts of a contact end', () => {
    for (const [contacts, expected] of [
      [[contact({})], '2027-11-23'],
      [[contact({}), contact({ validUntil: '2027-11-22' })], '2027-11-22'],
      [[contact({}), contact({ validUntil: '2027-11-23' })], '2027-11-23'],
      [[contact({}), contact({ validUntil: '2027-11-24' })], '2027-11-23'],
      [[contact({}), contact({ gathered: '2026-10-01' })], '2027-10-01'],
      [[contact({ confirmed: '2027-01-04' })], '2028-01-04'],
      [[contact({ confirmed: '2027-01-04', validUntil: '2027-06-30' })], '2027-06-30'],
    ] as const) {
      assert.equal(useBy(contacts), expected);
    }
  });

  it('is 28 February for facts of 29 February, and the same day in other years', () => {
    assert.equal(yearAfter('2028-02-29'), '2029-02-28');
    assert.equal(yearAfter('2027-02-28'), '2028-02-28');
    assert.equal(yearAfter('2026-12-31'), '2027-12-31');
  });

  it('is on every sheet, and moves when the facts of one service end sooner', () => {
    const sooner = changed((one) =>
      one.id === 'herts-childrens-services' ? { ...one, validUntil: '2027-03-31' } : one,
    );
    for (const { name, html } of everySheet()) assert.match(textOf(html), /after 23 November 2027/, name);
    for (const { name, html } of everySheet(sooner)) assert.match(textOf(html), /after 31 March 2027/, name);
  });

  it('cannot be worked out for a sheet without a contact', () => {
    assert.throws(() => useBy([]), /use-by/);
  });
});

describe('the age of the facts on a sheet', () => {
  it('is that of the oldest fact that nobody has confirmed, or of the oldest confirmation', () => {
    assert.deepEqual(ageOfFacts([contact({}), contact({ gathered: '2026-11-20' })]), {
      day: '2026-11-20',
      confirmed: false,
    });
    assert.deepEqual(ageOfFacts([contact({}), contact({ gathered: '2026-11-20', confirmed: '2027-01-04' })]), {
      day: '2026-11-23',
      confirmed: false,
    });
    assert.deepEqual(ageOfFacts([contact({ confirmed: '2027-01-04' }), contact({ confirmed: '2027-01-03' })]), {
      day: '2027-01-03',
      confirmed: true,
    });
    assert.equal(dayInWords('2027-01-03'), '3 January 2027');
  });

  it('is on every sheet with the version and the language, before and after the services have confirmed', () => {
    const confirmed = changed((one) => ({ ...one, confirmed: '2027-01-04' }));
    for (const { name, html } of everySheet()) {
      assert.match(textOf(html), /Facts of 23 November 2026, not yet confirmed by the services\./, name);
      assert.ok(textOf(html).includes(`Version ${facts.place.version}. English.`), name);
    }
    for (const { name, html } of everySheet(confirmed))
      assert.match(textOf(html), /Facts confirmed by the services, 4 January 2027\./, name);
  });
});

describe('a sheet', () => {
  it('changes with a number of the directory, whichever sheet it is', () => {
    const phones = hertfordshire.contacts.flatMap(({ id, channels }) =>
      channels.filter(({ type }) => type === 'phone').map(({ value }) => ({ id, value })),
    );
    let seen = 0;
    for (const { id, value } of phones) {
      const other = '0199 9123 456';
      const after = changed((one) =>
        one.id === id
          ? {
              ...one,
              channels: one.channels.map((channel) =>
                channel.value === value ? { ...channel, value: other } : channel,
              ),
            }
          : one,
      );
      const whole = new RegExp(`(?<![\\d\\u00a0])${value}(?!\\d|\\u00a0\\d)`);
      const now = everySheet(
        after,
        choices.filter(({ mono }) => !mono),
      );
      for (const [i, { name, html }] of everySheet(
        facts,
        choices.filter(({ mono }) => !mono),
      ).entries()) {
        const text = textOf(html);
        // Two services answer 101, so its number may stay for the other one.
        if (!whole.test(text) || (value === '101' && id !== 'herts-police')) continue;
        seen++;
        assert.ok(
          textOf(now[i]?.html ?? '')
            .replaceAll('\u00a0', ' ')
            .includes(other),
          `${name} has the new number of ${id}`,
        );
        assert.doesNotMatch(textOf(now[i]?.html ?? ''), whole, `${name} has the old number of ${id}`);
      }
    }
    assert.ok(seen > 150, String(seen));
  });

  it('has no number to call that the directory does not have, and none that was rejected', () => {
    const known = new Set(
      hertfordshire.contacts.flatMap(({ channels }) => channels.map(({ value }) => value.replace(/\D/g, ''))),
    );
    let numbers = 0;
    for (const { name, html } of everySheet()) {
      for (const [, value = ''] of html.matchAll(/<bdi class="number"[^>]*>([^<]+)<\/bdi>/g)) {
        numbers++;
        assert.ok(known.has(unescaped(value).replace(/\D/g, '')), `${name}: ${value}`);
      }
      assert.ok(!holdsRejectedNumber(textOf(html)), name);
      // What else has digits: days, the version, sections of a law, ages, and how many pages.
      const rest = textOf(html.replace(/<bdi[^]*?<\/bdi>/g, ''))
        .replace(
          /\d{1,2} [A-Z][a-z]+ \d{4}|Version [\d.]+|\((?:Section 116|Licensing Act|Department)[^)]*\)|\(\d+ pages?\)/g,
          '',
        )
        .replace(/\b(?:101|999)\b|100%/g, '');
      for (const [found] of rest.matchAll(/\d{3,}/g)) assert.fail(`${name} has ${found}`);
    }
    assert.ok(numbers > 500);
  });

  it('follows the words of the panel, so that a changed team to ask for is on every sheet that names it', () => {
    const other = changed((one) => (one.askFor ? { ...one, askFor: 'Beacon Hill' } : one));
    for (const { name, html } of everySheet(other)) {
      const text = textOf(html).replaceAll('not yet read by the Halo team', '');
      assert.doesNotMatch(text, /Halo/, name);
    }
  });

  it('shows only signs and advice of its own trade', () => {
    for (const trade of TRADES) {
      const own = new Set(signs.audiences[trade].flatMap(({ points }) => points));
      const others = Object.entries(en.signs.points).filter(([id]) => /\d$/.test(id) && !own.has(id as never));
      for (const { id, html } of sheetsFor(facts, { trade, size: 'a4', mono: false }))
        for (const [point, words] of others)
          assert.ok(
            !textOf(html).includes(words) ||
              Object.entries(en.signs.points).some(([mine, same]) => own.has(mine as never) && same === words),
            `${trade} ${id} has ${point}`,
          );
    }
  });

  it('says that its words are a draft if it has sentences of its own, until they are agreed', () => {
    const sentences = Object.values(enPapers).filter((text) => typeof text === 'string');
    const agreed = Object.fromEntries(
      ['desk-card', 'guest-card', 'briefing', 'log', 'questions', 'manager'].map((id) => [
        id,
        { by: 'A. Person', on: '2027-01-04' },
      ]),
    );
    for (const choice of choices) {
      const after = sheetsFor({ ...facts, agreed }, choice);
      for (const [i, { id, html }] of sheetsFor(facts, choice).entries()) {
        const text = textOf(html);
        const own = sentences.some((sentence) => text.includes(sentence));
        const draft = text.includes('Draft: not yet read by the Halo team');
        if (own) assert.ok(draft, `${choice.trade} ${id}`);
        if (!draft) continue;
        const then = textOf(after[i]?.html ?? '');
        assert.ok(then.includes('Words agreed by A. Person, 4 January 2027') && !then.includes('Draft:'), id);
      }
    }
  });

  it('has the address of its kind of place, and no code for a single business', () => {
    const own = { person: 'A. Person', extension: '12', word: 'Lamp', logo: 'data:image/png;base64,AAAA' };
    const codes = (html: string): string[] => [...html.matchAll(/class="qr"[^]*?<\/svg>/g)].map(([code]) => code);
    for (const trade of TRADES) {
      const choice: Choice = { trade, size: 'a4', mono: false };
      const plain = sheetsFor(facts, choice);
      for (const [i, sheet] of sheetsFor(facts, { ...choice, own }).entries()) {
        assert.deepEqual(codes(sheet.html), codes(plain[i]?.html ?? ''), sheet.id);
        assert.match(textOf(sheet.html), /www\.example\.org\/say-something/, `${trade} ${sheet.id}`);
      }
    }
  });

  it('shows the person to tell first and the word for them, and tells the police its own word', () => {
    const own = { person: 'Ms <b>Ada & Co</b>', extension: '"12"', word: 'Lamp' };
    for (const { id, html } of sheetsFor(facts, { trade: 'hotel', size: 'a4', mono: false, own })) {
      assert.doesNotMatch(html, /<b>|"12""/, id);
      if (!['office-1', 'office-2', 'desk-card', 'briefing', 'manager'].includes(id)) continue;
      const text = textOf(html);
      assert.ok(
        text.includes('Ms <b>Ada & Co</b>') && text.includes('"12"') && text.includes('Say to them: “Lamp”.'),
        id,
      );
      if (id !== 'manager') assert.match(text, /ask for “Halo”/, id);
    }
  });
});

describe('a pack', () => {
  it('has every sheet of the table for a business, and for schools those that fit', () => {
    const ids = (trade: (typeof TRADES)[number]): string[] =>
      sheetsFor(facts, { trade, size: 'a4', mono: false }).map(({ id }) => id);
    for (const trade of ['hotel', 'licensed', 'taxi', 'takeaway'] as const) {
      assert.deepEqual(ids(trade), [
        ...['poster', 'office-1', 'office-2', 'desk-card', 'guest-card', 'pocket-card', 'briefing', 'checklist', 'log'],
        ...['questions', 'manager', 'training'],
      ]);
    }
    assert.deepEqual(ids('school'), ['poster', 'office-1', 'briefing', 'questions', 'training']);
  });

  it('lists each sheet on its first page, with its number of pages', () => {
    for (const trade of TRADES) {
      const choice: Choice = { trade, size: 'a4', mono: false };
      const sheets = sheetsFor(facts, choice);
      const text = textOf(contentsPage(facts, choice, sheets)).replace(/\s+/g, ' ');
      for (const { title, pages, html } of sheets) {
        assert.ok(text.includes(`${title} (${pages} page`), title);
        assert.equal(html.match(/<div class="sheet /g)?.length, pages, title);
      }
    }
  });

  it('has a page for each sheet in each of its sizes, and a different PDF for each', () => {
    const pages = TRADES.flatMap((trade) => paperPages(facts, trade));
    const files = pages.flatMap(({ file }) => [pdfOf(file, false), pdfOf(file, true)]);
    assert.equal(new Set(files).size, files.length);
    for (const file of ['hotel/pack.pdf', 'hotel/poster-a3.pdf', 'hotel/poster-a5-black.pdf', 'taxi/desk-card-a5.pdf'])
      assert.ok(files.includes(file), file);
  });
});

describe('the choice in the address', () => {
  it('is the same after it was written and read', () => {
    fc.assert(
      fc.property(
        fc.record({
          trade: fc.constantFrom(...TRADES),
          size: fc.constantFrom(...SIZES),
          mono: fc.boolean(),
          word: fc.string({ maxLength: 60, unit: 'grapheme' }).map((text) => tidy(text, LONGEST.word).trim()),
        }),
        (settings) => assert.deepEqual(parseSettings(`#${formatSettings(settings)}`), { ...settings }),
      ),
    );
  });

  it('is the default for anything unknown', () => {
    assert.deepEqual(parseSettings('#trade=__proto__&size=a0&ink=red&name=Ada&logo=x'), DEFAULTS);
    assert.deepEqual(parseSettings(''), DEFAULTS);
    assert.equal(formatSettings(DEFAULTS), '');
  });

  it('has neither the logo nor the name', () => {
    const own = { person: 'Ada', extension: '12', logo: 'data:image/png;base64,AAAA' };
    const choice = choiceOf({ ...DEFAULTS, trade: 'taxi' }, own, 4);
    assert.equal(choice.own?.person, 'Ada');
    assert.equal(formatSettings({ ...DEFAULTS, ...choice, ...own, word: '' }), 'trade=taxi');
  });
});

describe('a logo', () => {
  it('is drawn in proportion, in a limited size, and never larger than it is', () => {
    assert.deepEqual(drawnSize(12_000, 3_000), { width: 1200, height: 300 });
    assert.deepEqual(drawnSize(100, 4_000), { width: 13, height: 500 });
    assert.deepEqual(drawnSize(80, 40), { width: 80, height: 40 });
    assert.deepEqual(drawnSize(80, 40, true), { width: 1000, height: 500 });
    assert.deepEqual(drawnSize(1, 30_000), { width: 1, height: 500 });
  });
});

describe('the address of the site', () => {
  it('is a sample, and the sheets say so, until somebody sets one', () => {
    assert.deepEqual(siteAddress(''), { address: 'https://www.example.org/', known: false });
    const known = { ...facts, place: { ...facts.place, known: true } };
    const choice: Choice = { trade: 'hotel', size: 'a4', mono: false };
    assert.match(textOf(sheetsFor(facts, choice)[0]?.html ?? ''), /Sample address/);
    assert.doesNotMatch(
      sheetsFor(known, choice)
        .map(({ html }) => html)
        .join(),
      /Sample address/,
    );
  });

  it('stops the build when it is not one that can be printed', () => {
    for (const wrong of [
      'http://a.uk/',
      'https://a.uk',
      'https://a.uk/?b/',
      'https://me:secret@a.uk/',
      'a.uk/',
      'https:// a.uk/',
    ])
      assert.throws(() => siteAddress(wrong), /address of the site/, wrong);
    assert.deepEqual(siteAddress('https://a.uk/b/'), { address: 'https://a.uk/b/', known: true });
  });
});
