// npm run routes: prints which contacts the panel shows for which answers, as a table that a safeguarding officer can read and sign.
//
//   npm run routes
//   npm run routes -- --all              prints every combination of answers on its own
//   npm run routes -- --markdown > routes.md
//   npm run routes -- my-area.json
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AUDIENCES } from '../../src/core/audiences.ts';
import { panelFor } from '../../src/core/panel.ts';
import { parseDirectory } from '../../src/core/parse-directory.ts';
import { adviceFor, contactById, routesFor, supportFor } from '../../src/core/routing.ts';
import { hertfordshire } from '../../src/data/hertfordshire.ts';
import { en as words } from '../../src/data/locales/en.ts';
import { signs as guide } from '../../src/data/signs.ts';
import { AUDIENCE_NAMES } from '../../demo/audiences.ts';
import { sentenceFor } from './sentences.mjs';
import { channelInWords, count, daysAfter, hoursInWords, inWords, wrap } from './text.mjs';

/** @typedef {import('../../src/core/directory.ts').Contact} Contact */

const QUESTIONS = ['who', 'where', 'name'];
/** The reasons that the panel has no words for, because the line of the question says the answer. */
const REASONS = {
  'under-19': 'You are under 19.',
  parent: 'You are a parent or carer.',
  business: 'You are at work.',
  professional: 'You work in a school or in health.',
  anyone: 'For anyone.',
};

/**
 * Prints every list, and returns the exit code.
 *
 * @param {readonly string[]} args
 * @param {Pick<Console, 'log' | 'error'>} out
 */
export async function printRoutes(args, out = console) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { all: { type: 'boolean', default: false }, markdown: { type: 'boolean', default: false } },
  });
  const value = positionals[0] ? JSON.parse(readFileSync(positionals[0], 'utf8')) : hertfordshire;
  const { directory, problems } = parseDirectory(value);
  if (!directory) {
    for (const problem of problems) out.error(`${wrap(sentenceFor(problem, value))}\n`);
    return 1;
  }
  print(directory, values.all, values.markdown ? markdown(out) : plain(out));
  return 0;
}

/** Three moments after the facts were gathered: noon on a weekday, the night after it, and noon on the next bank holiday. */
function momentsOf(directory) {
  const { dates, through } = directory.bankHolidays;
  const newest = directory.contacts
    .map(({ gathered, confirmed }) => confirmed ?? gathered)
    .sort()
    .at(-1);
  const isWeekday = (date) => ![0, 6].includes(new Date(date).getUTCDay());
  let day = newest;
  while (dates.includes(day) || dates.includes(daysAfter(day, 1)) || !isWeekday(day) || !isWeekday(daysAfter(day, 1))) {
    day = daysAfter(day, 1);
  }
  const holiday = dates.find((date) => date > newest && date <= through && isWeekday(date));
  return {
    newest,
    day: { date: day, at: new Date(`${day}T12:00:00Z`) },
    night: { date: daysAfter(day, 1), at: new Date(`${daysAfter(day, 1)}T02:00:00Z`) },
    ...(holiday && { holiday: { date: holiday, at: new Date(`${holiday}T12:00:00Z`) } }),
  };
}

/** Groups the answers that lead to the same lists whatever the other answers are. With `all`, each answer is its own group. */
function groupsOf(directory, moments, all) {
  const answers = Object.fromEntries(
    directory.questions.map((question) => [question.id, question.answers.map(({ id }) => id)]),
  );
  const lists = (given) => JSON.stringify(listsFor(directory, given, moments));
  const combine = (given, /** @type {string[]} */ [question, ...rest]) =>
    question
      ? (answers[question] ?? [undefined]).flatMap((id) => combine({ ...given, [question]: id }, rest))
      : [given];
  return Object.fromEntries(
    QUESTIONS.filter((question) => answers[question]).map((question) => {
      const others = combine(
        {},
        QUESTIONS.filter((one) => one !== question),
      );
      const groups = new Map();
      for (const id of answers[question]) {
        const key = all ? id : JSON.stringify(others.map((given) => lists({ ...given, [question]: id })));
        groups.set(key, [...(groups.get(key) ?? []), id]);
      }
      return [question, [...groups.values()]];
    }),
  );
}

/** The lists of one combination of answers, as contacts with the reason for each. */
function listsFor(directory, answers, { day, night, holiday }) {
  const routes = ({ at }) =>
    routesFor(directory, answers, at).map(({ contact, reason, channels }) => [
      contact.id,
      reason,
      channels[0].state.kind,
    ]);
  return {
    advice: adviceFor(directory, answers),
    day: routes(day),
    night: routes(night),
    ...(holiday && { holiday: routes(holiday) }),
    support: supportFor(directory, answers, day.at).map(({ contact }) => contact.id),
  };
}

function print(directory, all, { title, heading, text, item, table }) {
  const moments = momentsOf(directory);
  const answerWords = (id) => {
    const phrase = words.answers[id];
    return typeof phrase === 'function' ? phrase(directory.area.name) : phrase;
  };
  /** A contact by an id from the checked directory, where each id exists. */
  const contact = (id) => /** @type {Contact} */ (contactById(directory, id));
  const main = (id) => {
    const { name, channels } = contact(id);
    return `${name}: ${channelInWords(channels[0])}`;
  };

  title(`Who is shown to whom: ${directory.area.name}`);
  const { day, night, holiday } = moments;
  text(
    `By day is ${inWords(day.date)} about noon, by night ${inWords(night.date)} about 2am${holiday ? `, on a bank holiday ${inWords(holiday.date)} about noon` : ''}. Contacts that are closed or may be closed are below the rest.`,
  );

  heading('Always on screen, before any question');
  const emergency = contact(directory.emergency);
  item(`Danger now: ${emergency.channels.map(channelInWords).join('; ')}`);
  item(
    `For children: ${main(directory.children)} (hidden where the page is for people at work, other than in a school). Where it is shown, the list of routes does not repeat it.`,
  );
  item(
    `The first three routes of a list. The rest are behind “More people to tell”. In the county, ${main(directory.finder)} follows the first three.`,
  );
  item('Nobody has to answer a question. Once one is answered, a question left out counts as not sure.');

  heading('Before anybody answers');
  text(
    'The first three are the same at any hour, because the services whose phone never closes come first, and the snippets show the same three. The others are in their order by day.',
  );
  const unanswered = new Map();
  for (const audience of AUDIENCES) {
    const { first, more } = panelFor({ directory, guide, audience, at: day.at });
    const key = [...first, ...more].map(({ contact }) => contact.id).join();
    const alike = unanswered.get(key) ?? { names: [], list: [...first, ...more] };
    unanswered.set(key, { ...alike, names: [...alike.names, AUDIENCE_NAMES[audience]] });
  }
  for (const { names, list } of unanswered.values()) {
    table(
      names.join(' / '),
      list.map(({ contact: { name, channels }, reason }, i) => [
        String(i + 1),
        name,
        channelInWords(channels[0]),
        words.reasons[reason] ?? REASONS[reason],
      ]),
    );
  }

  const groups = groupsOf(directory, moments, all);
  const questions = Object.keys(groups);
  const combine = (/** @type {string[]} */ [question, ...rest], given = []) =>
    question ? groups[question].flatMap((ids) => combine(rest, [...given, ids])) : [given];
  const combinations = combine(questions);
  const asked = questions.map((question) => groups[question].flat().length).reduce((a, b) => a * b, 1);
  heading(`${count(asked, 'combination')} of answers, in ${count(combinations.length, 'list')}`);
  if (!all)
    text('Answers that lead to the same lists are grouped. To print each one by itself, run npm run routes -- --all');

  for (const [number, combination] of combinations.entries()) {
    const answers = Object.fromEntries(questions.map((question, i) => [question, combination[i][0]]));
    const lists = listsFor(directory, answers, moments);
    const named = combination.map((ids, i) => {
      const said = ids.map(answerWords).join(' / ');
      return questions[i] === 'name' ? `name: ${said}` : said;
    });
    heading(`${number + 1}. ${named.join('  +  ')}`, 3);
    for (const id of lists.advice) text(words.advice[id]);
    const order = (list) => list.map(([id]) => id).join();
    const times = { day: 'By day', night: 'By night', ...(holiday && { holiday: 'On a bank holiday' }) };
    const shown = new Map();
    for (const [time, label] of Object.entries(times)) {
      const key = order(lists[time]);
      const alike = shown.get(key) ?? [];
      shown.set(key, [...alike, { label: alike.length ? label.toLowerCase() : label, list: lists[time] }]);
    }
    for (const alike of shown.values()) {
      table(
        alike.map(({ label }) => label).join(', '),
        alike[0].list.map(([id, reason], i) => {
          const kinds = new Set(alike.map(({ list }) => list[i][2]));
          const closed = [kinds.has('closed') && 'closed', kinds.has('maybe') && 'may be closed']
            .filter(Boolean)
            .join(', or ');
          const { name, channels } = contact(id);
          const why = `${words.reasons[reason] ?? REASONS[reason]}${closed && ` Then ${closed}.`}`;
          return [String(i + 1), name, channelInWords(channels[0]), why];
        }),
      );
    }
    text(`Support, apart and below: ${lists.support.length ? lists.support.map(main).join('; ') : 'none'}.`);
  }

  heading('What is said of each');
  for (const contact of directory.contacts) {
    const facts = contact.channels.map((channel) => `${channelInWords(channel)} (${hoursInWords(channel.hours)})`);
    const date = contact.confirmed
      ? `Confirmed ${inWords(contact.confirmed)}.`
      : `Copied ${inWords(contact.gathered)}, not confirmed.`;
    item(
      `${contact.name}${contact.askFor ? `, ask for ${contact.askFor}` : ''}: ${facts.join('; ')}. Anonymous: ${contact.anonymity}. ${date}`,
    );
  }

  heading('Signed');
  const confirmed = directory.contacts.filter((contact) => contact.confirmed).length;
  text(
    `The facts are those of ${inWords(moments.newest)}; their owners have confirmed ${confirmed} of ${directory.contacts.length}. Bank holidays are known to ${inWords(directory.bankHolidays.through)}. I have read the lists above, and they are right for people in ${directory.area.name}.`,
  );
  for (const line of ['Name', 'Post', 'Date', 'Signature']) item(`${line}: ${'_'.repeat(40)}`);
}

const plain = (out) => ({
  title: (words) => out.log(`${words.toUpperCase()}\n`),
  text: (words) => out.log(wrap(words)),
  heading: (words, level = 2) => out.log(level === 2 ? `\n${words}\n${'-'.repeat(words.length)}` : `\n${wrap(words)}`),
  item: (words) => out.log(wrap(words, '  - ')),
  table: (label, rows) => {
    out.log(`  ${label}:`);
    for (const [number, name, how, why] of rows) out.log(wrap(`${name}: ${how}. ${why}`, `${number}. `.padStart(7)));
  },
});

const cell = (words) => words.replaceAll('|', '\\|');
const markdown = (out) => ({
  title: (words) => out.log(`# ${words}\n`),
  text: (words) => out.log(`${words}\n`),
  heading: (words, level = 2) => out.log(`\n${'#'.repeat(level)} ${words}\n`),
  item: (words) => out.log(`- ${words}`),
  table: (label, rows) => {
    out.log(`| | ${label} | How | Why |\n|---|---|---|---|`);
    for (const row of rows) out.log(`| ${row.map(cell).join(' | ')} |`);
    out.log();
  },
});

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await printRoutes(process.argv.slice(2));
