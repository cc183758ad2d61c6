import type { Audience } from './audiences.js';
import { isWorkAudience, namesChildren, presetAnswers } from './audiences.js';
import type { AdviceId, Answers, Channel, Contact, ContactPhone, ParsedDirectory, Question } from './directory.js';
import type { Route, RouteChoice } from './routing.js';
import { adviceFor, contactById, isLocal, routeOrder, routeTo, supportOrder } from './routing.js';
import type { AdviceSection, SignsGuide } from './signs.js';
import { sectionsFor } from './signs.js';

/** How many routes come before the questions: as many as fit on the first screen of a phone. */
export const FIRST_ROUTES = 3;

/** The page that finds a council elsewhere in England, and the contact whose page it is. */
interface CouncilFinder {
  readonly contact: Contact;
  readonly page: Channel;
}

function councilFinder(directory: ParsedDirectory): CouncilFinder | undefined {
  const contact = contactById(directory, directory.finder);
  const page = contact?.channels.find(({ use }) => use === 'find');
  return contact && page && { contact, page };
}

/** What a panel is made from. */
export interface PanelFacts {
  readonly directory: ParsedDirectory;
  readonly guide: SignsGuide;
  readonly audience: Audience;
  /** What a person has answered. It overrides the preset answers of the audience. */
  readonly answers?: Answers;
  readonly at: Date;
}

/** Everything a panel shows, in order. */
export interface Panel {
  readonly audience: Audience;
  /** Whether somebody under 19 reads it: other words to say, and no code word. */
  readonly child: boolean;
  /** Whether somebody has answered a question. */
  readonly answered: boolean;
  readonly danger: ContactPhone;
  /** The other ways to reach the emergency services. */
  readonly otherWays: readonly Channel[];
  /** The line for children; absent on a page that only staff read, schools excepted. */
  readonly childLine: ContactPhone | undefined;
  readonly advice: readonly AdviceId[];
  /** Every route, in order; the first `FIRST_ROUTES` of them come before the questions. */
  readonly routes: readonly RouteChoice[];
  /** The page that finds a council elsewhere in England. */
  readonly finder: CouncilFinder | undefined;
  /** Whether the panel has a way to leave the page: not where people are at work. */
  readonly exit: boolean;
  readonly questions: readonly Question[];
  /** What is answered, by the person or by the audience. */
  readonly answers: Answers;
  /** What this audience should do and keep, below the routes. The signs have the rest. */
  readonly sections: readonly AdviceSection[];
  /** Support for the person who reports. It never counts as a report. */
  readonly support: readonly RouteChoice[];
}

/**
 * Decides everything that a panel shows, and in which order. The element, the pages without script and the snippets draw it.
 *
 * The order of the routes depends on the hour of `at`, so an element keeps what it was given until an answer, a setting or the day in London
 * changes. `cardFor` says what is known of one route now.
 */
export function panelFor({ directory, guide, audience, answers: given = {}, at }: PanelFacts): Panel {
  const answers: Answers = { ...presetAnswers(audience), ...given };
  const { danger, childLine } = directory;
  const child = answers.who === 'under-19';
  // A page for everyone has the general lists, and a child on a page for staff is told nothing meant for staff.
  const own = audience !== 'public' && child === (audience === 'young-person') ? guide.audiences[audience] : [];
  const sections = own.filter(({ id }) => id !== 'look' && id !== 'talk');
  return {
    audience,
    child,
    answered: Object.keys(given).length > 0,
    danger,
    otherWays: danger.contact.channels.slice(1),
    childLine: namesChildren(audience) ? childLine : undefined,
    advice: adviceFor(directory, answers),
    routes: routeOrder(directory, answers, at),
    finder: councilFinder(directory),
    exit: !isWorkAudience(audience),
    questions: directory.questions,
    answers,
    sections: sectionsFor(sections, guide, directory, isLocal(directory, answers)),
    support: supportOrder(directory, answers, at),
  };
}

/** What a banner shows besides its words. */
export interface Banner {
  readonly danger: ContactPhone;
  /** The line for children; only for a young person. */
  readonly childLine: ContactPhone | undefined;
}

/** Decides what a banner shows besides its words. */
export const bannerFor = ({ danger, childLine }: ParsedDirectory, audience: Audience): Banner => ({
  danger,
  childLine: presetAnswers(audience).who === 'under-19' ? childLine : undefined,
});

/** What a card shows of one contact, in order. */
export interface Card extends Route {
  /** Whether it is support for the person who reports: no reason, nothing to say. */
  readonly support: boolean;
  /** The team to ask for by name; a child is told none. */
  readonly team: string | undefined;
  /** The page that finds the right council, where this contact's facts may have changed. */
  readonly councilFinder: CouncilFinder | undefined;
  /** The contact's own page, to look at when its facts are stale. */
  readonly page: string | undefined;
  /** What to say on the phone: a child's words, or an adult's with the team's name. */
  readonly say: 'child' | 'adult' | undefined;
}

/** Everything that a card shows of a route at a moment. */
export function cardFor(
  directory: ParsedDirectory,
  { contact, reason }: RouteChoice,
  at: Date,
  child: boolean,
  support = false,
): Card {
  const route = routeTo(directory, contact, reason, at);
  const { channels, url, askFor } = contact;
  return {
    ...route,
    support,
    team: child ? undefined : askFor,
    councilFinder: route.age.expiry && councilFinder(directory),
    page: url ?? channels.find(({ type }) => type === 'web')?.value,
    say: support || !channels.some(({ type }) => type === 'phone') ? undefined : child ? 'child' : 'adult',
  };
}

/** The first way to reach a service: a number to call or to text, or a page. Undefined if it has none of these. */
export const firstWay = ({ channels }: Contact): Channel | undefined =>
  channels.find(({ type }) => type === 'phone' || type === 'sms' || type === 'web');

/**
 * The first routes with a phone, for a page that cannot read a clock: those that never close come before the rest. The children's line is
 * left out, because every snippet names it above.
 */
export function routesWithoutClock({ routes }: Panel, { childLine }: ParsedDirectory): readonly ContactPhone[] {
  const phones = routes.flatMap(({ contact }): ContactPhone[] => {
    const phone = contact.channels.find(({ type }) => type === 'phone');
    return phone && contact !== childLine.contact ? [{ contact, phone }] : [];
  });
  const always = phones.filter(({ phone }) => phone.hours === 'always');
  return [...always, ...phones.filter((one) => !always.includes(one))].slice(0, FIRST_ROUTES);
}
