// npm run directory: prints each problem of a directory as a sentence. Without problems it prints a checklist for its maintainer.
//
//   npm run directory
//   npm run directory -- my-area.json
//   npm run directory -- --brief
//   npm run directory -- --brief --fail-when-stale --today 2027-06-01   as the weekly workflow runs it
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseDirectory } from '../../src/core/parse-directory.ts';
import { ageOf } from '../../src/core/freshness.ts';
import { routesFor, supportFor } from '../../src/core/routing.ts';
import { hertfordshire } from '../../src/data/hertfordshire.ts';
import { hertfordshireSources } from '../../src/data/hertfordshire-sources.ts';
import { ALL_ANSWERS } from '../../tests/helpers/directory-promises.ts';
import { sentenceFor } from './sentences.mjs';
import { channelInWords, count, daysAfter, daysBetween, hoursInWords, inWords, wrap } from './text.mjs';

const BUILT_IN = 'src/data/hertfordshire.ts';
const YEAR = 365;
/** The built-in directory with its sources in it, as in an author's file. */
const withSources = {
  ...hertfordshire,
  contacts: hertfordshire.contacts.map((contact) => ({ ...contact, sources: hertfordshireSources[contact.id] })),
};
/** Six weeks in days, which is enough time to ask two dozen services. */
const SIX_WEEKS = 42;

/**
 * Prints the problems or the checklist, and returns the exit code.
 *
 * @param {readonly string[]} args
 * @param {Pick<Console, 'log' | 'error'>} out
 */
export async function check(args, out = console) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
      'fail-when-stale': { type: 'boolean', default: false },
      brief: { type: 'boolean', default: false },
    },
  });
  const { today } = values;
  if (!/^\d{4}-\d\d-\d\d$/.test(today) || Number.isNaN(Date.parse(today))) {
    return fail(out, `--today is ${today}. Write a day as 2027-06-01.`);
  }
  const name = positionals[0] ?? BUILT_IN;
  /** @type {unknown} */
  let value = withSources;
  if (positionals[0]) {
    try {
      value = JSON.parse(readFileSync(name, 'utf8'));
    } catch (error) {
      return fail(
        out,
        `${name} cannot be read as JSON: ${error.message}. Look for a missing comma, quotation mark or bracket.`,
      );
    }
  }

  const { directory, problems: found } = parseDirectory(value);
  const problems = directory ? unreached(directory) : found;
  if (!directory || problems.length) {
    out.error(`${count(problems.length, 'problem')} in ${name}:\n`);
    for (const [i, problem] of problems.entries()) {
      out.error(`${wrap(sentenceFor(problem, value), `${i + 1}. `.padStart(5))}\n`);
    }
    return 1;
  }
  const channels = directory.contacts.flatMap((contact) => contact.channels).length;
  out.log(
    `${name}: ${directory.area.name}, ${count(directory.contacts.length, 'contact')}, ${count(channels, 'channel')}, no problems.`,
  );
  if (values.brief) summary(directory, today, out);
  else checklist(directory, today, out);
  return values['fail-when-stale'] && due(directory, today, out) ? 1 : 0;
}

function fail(out, sentence) {
  out.error(wrap(sentence));
  return 1;
}

/** Contacts that a rule names but no answers lead to, because the rule is for other people or places than the contact. */
function unreached(directory) {
  const at = new Date(NaN); // an invalid date means that no facts expire, because reachability does not depend on the day
  const found = new Set([directory.emergency, directory.children, directory.finder]);
  for (const answers of ALL_ANSWERS) {
    for (const { contact } of [...routesFor(directory, answers, at), ...supportFor(directory, answers, at)]) {
      found.add(contact.id);
    }
  }
  return directory.contacts
    .filter(({ id }) => !found.has(id))
    .map(({ id }) => ({ entry: id, field: '', code: 'unreachable' }));
}

/** The age of each contact's facts on a day, oldest first. */
function standings(directory, today) {
  const at = new Date(`${today}T12:00:00Z`);
  return directory.contacts
    .map((contact) => {
      const age = ageOf(contact, directory, at);
      const left = directory.staleAfter - daysBetween(age.date, today);
      return { contact, age, left };
    })
    .sort((a, b) => a.left - b.left);
}

function summary(directory, today, out) {
  const all = standings(directory, today);
  const stale = all.filter(({ age }) => age.stale).length;
  const unconfirmed = all.filter(({ age }) => !age.confirmed).length;
  out.log(
    `Not confirmed by their owner: ${unconfirmed}. Stale: ${stale}. Days until the next is stale: ${all[0].left}.`,
  );
}

/** Names each contact whose facts are stale or soon will be, and returns the number of stale ones. */
function due(directory, today, out) {
  const all = standings(directory, today);
  const since = ({ contact, age }) =>
    `${contact.name} (${contact.id}), ${inWords(daysAfter(age.date, directory.staleAfter + 1))}`;
  const stale = all.filter(({ left }) => left < 0);
  const soon = all.filter(({ left }) => left >= 0 && left < SIX_WEEKS);
  for (const one of soon) out.log(`Soon stale: ${since(one)}.`);
  for (const one of stale) out.error(`Stale: ${since(one)}.`);
  if (soon.length || stale.length) {
    out.log(
      wrap(
        'Ask each service whether its facts are right, or read its pages again, and write down the day. docs/changing-a-number.md says how. While facts are stale, the panel does not say whether a service is open.',
      ),
    );
  }
  return stale.length;
}

function checklist(directory, today, out) {
  const all = standings(directory, today);
  const say = (text = '', first = '') => out.log(text ? wrap(text, first) : '');
  const heading = (text) => {
    out.log(`\n${text}\n${'-'.repeat(text.length)}`);
  };

  const { area, bankHolidays, staleAfter } = directory;
  heading(`Checklist for ${area.name}, ${inWords(today)}`);
  say(
    `Ask each service whether these facts are right. If it says yes, write that day under "confirmed". If you only read its pages again, write that day under "gathered". Facts are stale ${staleAfter} days after either day. The panel then stops saying what is open or closed.`,
  );

  heading('Look at first');
  let first = 0;
  const urgent = (text) => {
    first++;
    say(text, '[ ] ');
  };
  for (const { contact, age, left } of all) {
    const { name, id, gathered, confirmed, validUntil } = contact;
    const found = contact.sources?.length ?? 0;
    if (left < 0) urgent(`${name} (${id}): stale since ${inWords(daysAfter(age.date, staleAfter + 1))}.`);
    else if (left <= 60)
      urgent(
        `${name} (${id}): stale in ${count(left + 1, 'day')}, on ${inWords(daysAfter(age.date, staleAfter + 1))}.`,
      );
    for (const [field, date] of Object.entries({ gathered, confirmed })) {
      if (date > today)
        urgent(
          `${name} (${id}): "${field}" is ${inWords(date)}, which has not come yet. The facts would seem new for too long.`,
        );
    }
    if (validUntil && daysBetween(today, validUntil) < 0) {
      const instead =
        age.expiry === 'replaced' ? 'The finder has taken its place.' : 'The panel says that it may have changed.';
      urgent(`${name} (${id}): its facts held until ${inWords(validUntil)}. ${instead}`);
    } else if (validUntil && daysBetween(today, validUntil) <= YEAR) {
      urgent(
        `${name} (${id}): its facts hold until ${inWords(validUntil)}, in ${count(daysBetween(today, validUntil), 'day')}. Find what comes after.`,
      );
    }
    if (found < 3) urgent(`${name} (${id}): only ${count(found, 'source')}. Find another.`);
  }
  const table = daysBetween(today, bankHolidays.through);
  if (table <= YEAR) {
    urgent(
      table < 0
        ? `Bank holidays: the table ended on ${inWords(bankHolidays.through)}. Weekly hours make no claim until it goes on.`
        : `Bank holidays: the table ends on ${inWords(bankHolidays.through)}, in ${count(table, 'day')}. Add the years after it.`,
    );
  }
  if (!first) say('Nothing today.');

  heading('Every contact, the oldest facts first');
  for (const { contact, age, left } of all) {
    const { id, name, audiences, areas, minimumAge, maximumAge, anonymity, anonymityNote, askFor, url, validUntil } =
      contact;
    out.log(`\n${name} (${id})`);
    const until = age.stale
      ? 'Stale.'
      : `${count(left, 'day')} left until ${inWords(daysAfter(age.date, staleAfter))}.`;
    const how = age.confirmed
      ? `Confirmed by the service on ${inWords(age.date)}.`
      : `Copied on ${inWords(age.date)}. Never confirmed.`;
    say(`${how} ${until}${validUntil ? ` Known to hold until ${inWords(validUntil)}.` : ''}`, '    ');
    for (const channel of contact.channels) {
      const facts = [
        hoursInWords(channel.hours),
        channel.free === undefined ? 'cost not known' : channel.free ? 'free' : 'not free',
        ...(channel.offBill ? ['not on the bill'] : []),
        ...(channel.receivedOnlyWhenOpen ? ['lost outside its hours'] : []),
      ];
      say(`${channelInWords(channel)}: ${facts.join('; ')}.`, '    [ ] ');
    }
    const ages = [
      minimumAge !== undefined && `from ${minimumAge}`,
      maximumAge !== undefined && `to ${maximumAge}`,
    ].filter(Boolean);
    say(
      `For ${audiences.join(', ')}${ages.length ? `, aged ${ages.join(' ')}` : ''}; in ${areas.join(', ')}.`,
      '    [ ] ',
    );
    say(`Anonymous: ${anonymity}.${anonymityNote ? ` ${anonymityNote}` : ''}`, '    [ ] ');
    if (askFor) say(`Ask for ${askFor}.`, '    [ ] ');
    if (url) say(`Its own page: ${url}`, '    [ ] ');
    for (const source of contact.sources ?? []) say(source, '        read at: ');
  }

  const unconfirmed = all.filter(({ age }) => !age.confirmed).length;
  const stale = all.filter(({ age }) => age.stale).length;
  heading('In short');
  say(`Never confirmed by their owner: ${unconfirmed} of ${all.length}.`);
  say(`Stale: ${stale} of ${all.length}.`);
  say(`Bank holidays: to ${inWords(bankHolidays.through)}, ${table < 0 ? 'over' : `${count(table, 'day')} left`}.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await check(process.argv.slice(2));
