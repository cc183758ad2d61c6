import type {
  AdviceId,
  Answer,
  AnswerId,
  Answers,
  Channel,
  Condition,
  Contact,
  Directory,
  QuestionId,
  ReasonId,
  Rule,
  WebUse,
} from './directory.js';
import type { FactAge } from './freshness.js';
import { ageOf, expiryOf } from './freshness.js';
import type { OpenState } from './hours.js';
import { isClosed, isOpen, londonDate, openKind, openState } from './hours.js';

/** A channel, with its state at one moment. */
export interface RouteChannel {
  readonly channel: Channel;
  readonly state: OpenState;
  /** False for email that would be lost now. It is printed with its hours, but not shown on screen. */
  readonly offered: boolean;
}

/** A contact, and the reason for its place in the list. */
export interface RouteChoice {
  readonly contact: Contact;
  readonly reason: ReasonId;
  /** Whether it stays below all others at any hour. */
  readonly last?: true | undefined;
}

/** A route, with the age of its facts and the state of its channels at one moment. */
export interface Route extends RouteChoice {
  readonly age: FactAge;
  readonly channels: readonly RouteChannel[];
}

const indexes = new WeakMap<Directory, Map<string, Contact>>();

/** The contact with an id, or undefined. */
export function contactById(directory: Directory, id: string): Contact | undefined {
  let index = indexes.get(directory);
  if (!index) indexes.set(directory, (index = new Map(directory.contacts.map((contact) => [contact.id, contact]))));
  return index.get(id);
}

/** A page of the contact that finds a council elsewhere in England. */
export interface CouncilFinder {
  readonly contact: Contact;
  readonly page: Channel;
}

/** The page that finds a council or, with `read`, the one that says whom to tell. */
export function councilFinder(directory: Directory, wanted: WebUse = 'find'): CouncilFinder | undefined {
  const contact = contactById(directory, directory.finder);
  const page = contact?.channels.find(({ use }) => use === wanted);
  return contact && page && { contact, page };
}

/** Everything that a card may say about a contact at one moment. */
export function routeTo(directory: Directory, contact: Contact, reason: ReasonId, at: Date): Route {
  const age = ageOf(contact, directory, at);
  const channels = contact.channels.map((channel): RouteChannel => {
    const state = age.stale ? { kind: 'unknown' as const } : openState(channel.hours, at, directory.bankHolidays);
    return {
      channel,
      state,
      offered: !channel.receivedOnlyWhenOpen || isOpen(state),
    };
  });
  // Mail that would be lost now is not what a card shows first.
  channels.sort((a, b) => +b.offered - +a.offered);
  return { contact, reason, age, channels };
}

type Given = ReadonlyMap<QuestionId, Answer | undefined>;

/** The answer to each question, with the contacts that it leaves out. An answer that the directory does not have counts as not sure. */
function givenIn({ questions }: Directory, answers: Answers): Given {
  const given = new Map<QuestionId, Answer | undefined>();
  for (const { id: question, answers: known } of questions) {
    for (const answer of known)
      if (answer.id === answers[question] || (answer.id === 'not-sure' && !given.has(question)))
        given.set(question, answer);
  }
  return given;
}

const holds = (condition: Condition, given: Given): boolean =>
  (Object.keys(condition) as QuestionId[]).every((question) =>
    (condition[question] as readonly AnswerId[]).includes(given.get(question)?.id ?? 'not-sure'),
  );
const applies = ({ when, unless }: Pick<Rule, 'when' | 'unless'>, given: Given): boolean =>
  (!when || holds(when, given)) && !(unless && holds(unless, given));

const shares = (wanted: readonly string[] | undefined, has: readonly string[]): boolean =>
  !wanted || has.some((one) => wanted.includes(one));

function follow(directory: Directory, rules: readonly Rule[], answers: Answers, at: Date): RouteChoice[] {
  const given = givenIn(directory, answers);
  const who = given.get('who')?.audiences;
  const audiences = who && [...who, 'anyone'];
  const areas = given.get('where')?.areas;
  const today = londonDate(at);
  const found = new Map<string, RouteChoice>();
  for (const rule of rules) {
    if (!applies(rule, given)) continue;
    for (const id of rule.contacts) {
      const contact = contactById(directory, id);
      if (!contact || found.has(id) || !shares(areas, contact.areas) || !shares(audiences, contact.audiences)) continue;
      const finder = expiryOf(contact, today) === 'replaced' && contactById(directory, directory.finder);
      const choice: RouteChoice = finder
        ? { contact: finder, reason: 'finder' }
        : { contact, reason: rule.reason, last: rule.last };
      if (!found.has(choice.contact.id)) found.set(choice.contact.id, choice);
    }
  }
  return [...found.values()];
}

/**
 * The ways to report, best first, without their opening state and age. An element keeps this list, and calls `routeTo` for each route that
 * it draws.
 *
 * The directory's rules are read from the top (anonymous, then place, then who, then the national lines), and a contact keeps its first
 * place. A contact that does not serve the place or the person is left out. Then routes that are known to be closed sink below the rest, in
 * their order, while unknown hours keep their place. The contacts of a rule marked `last` come after all others. The list is never empty
 * for a directory from `parseDirectory`. Unknown answers count as not sure.
 */
export function routeOrder(directory: Directory, answers: Answers, at: Date): readonly RouteChoice[] {
  const open: RouteChoice[] = [];
  const closed: RouteChoice[] = [];
  const last: RouteChoice[] = [];
  for (const choice of follow(directory, directory.routes, answers, at)) {
    const { contact } = choice;
    // The first channel is the one that the card shows first.
    const kind = openKind(contact.channels[0]?.hours, at, directory.bankHolidays);
    (choice.last ? last : isClosed({ kind }) && !ageOf(contact, directory, at).stale ? closed : open).push(choice);
  }
  return [...open, ...closed, ...last];
}

/** Like `routeOrder`, with the opening state and age of each contact. */
export const routesFor = (directory: Directory, answers: Answers, at: Date): readonly Route[] =>
  routeOrder(directory, answers, at).map(({ contact, reason }) => routeTo(directory, contact, reason, at));

/** Whether it happens, or may happen, in the directory's own area. Elsewhere, no local team is named. */
export const isLocal = (directory: Directory, answers: Answers): boolean =>
  givenIn(directory, answers).get('where')?.areas?.includes('local') ?? true;

/** Support for the person who reports, in the directory's order. None of it is a report. It may be empty. */
export const supportOrder = (directory: Directory, answers: Answers, at: Date): readonly RouteChoice[] =>
  follow(directory, directory.support, answers, at);

/** Like `supportOrder`, with the opening state and age of each contact. */
export const supportFor = (directory: Directory, answers: Answers, at: Date): readonly Route[] =>
  supportOrder(directory, answers, at).map(({ contact, reason }) => routeTo(directory, contact, reason, at));

/** The lines of advice above the routes, in the directory's order. */
export function adviceFor(directory: Directory, answers: Answers): readonly AdviceId[] {
  const given = givenIn(directory, answers);
  return (directory.advice ?? []).filter((rule) => applies(rule, given)).map(({ id }) => id);
}
