import type { Audience } from './audiences.js';
import { isWorkAudience, namesChildren, presetAnswers } from './audiences.js';
import type {
  AdviceId,
  Answers,
  CalendarDate,
  Channel,
  Contact,
  ContactPhone,
  ParsedDirectory,
  Question,
} from './directory.js';
import type { CouncilFinder, Route, RouteChoice } from './routing.js';
import { adviceFor, councilFinder, isLocal, routeOrder, routeTo, supportOrder } from './routing.js';
import type { AdviceSection, SignsGuide } from './signs.js';
import { sectionsFor } from './signs.js';

/** How many routes are in sight; the others are behind a disclosure. */
const FIRST_ROUTES = 3;

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
  /** Where a young person can write to that line instead. An answer changes nothing above the questions, so only their own page has it. */
  readonly chat: Channel | undefined;
  readonly advice: readonly AdviceId[];
  /** The routes in sight. */
  readonly first: readonly RouteChoice[];
  /** The page that finds a council elsewhere in England; absent where the answers make it one of the routes, or no use. */
  readonly finder: CouncilFinder | undefined;
  /** The other routes, in order. */
  readonly more: readonly RouteChoice[];
  /** How many places there are to tell, and the first of them. For somebody under 19 it is the line for children, which stands above the rows. */
  readonly places: number;
  readonly best: Contact | undefined;
  /** Whether the panel has a way to leave the page: not where people are at work. */
  readonly exit: boolean;
  readonly questions: readonly Question[];
  /** What is answered, by the person or by the audience. */
  readonly answers: Answers;
  /** What this audience should do and keep, with what to say. The signs have the rest. */
  readonly sections: readonly AdviceSection[];
  /** The support in sight for the person who reports: the first that is open at any hour. Support never counts as a report. */
  readonly support: ContactPhone | undefined;
  /** All other support, in order. */
  readonly moreSupport: readonly RouteChoice[];
  /** The oldest day on which facts that no service has confirmed were copied. Absent if every service has confirmed its own. */
  readonly copied: CalendarDate | undefined;
}

const phoneOf = (contact: Contact): ContactPhone | undefined => {
  const phone = contact.channels.find(({ type }) => type === 'phone');
  return phone && { contact, phone };
};
const neverCloses = ({ contact }: RouteChoice): boolean => phoneOf(contact)?.phone.hours === 'always';

/** Whether a route is in its place at any hour: its phone never closes, or it finds the council that has taken a service's place. */
const keepsPlace = (route: RouteChoice): boolean => !route.last && (neverCloses(route) || route.reason === 'finder');

/**
 * Until somebody answers, the routes whose phone never closes come before the others. So the first ones are the same at any hour, and the
 * same as in the snippet, which cannot read a clock.
 */
const withoutClock = (routes: readonly RouteChoice[]): readonly RouteChoice[] => [
  ...routes.filter(keepsPlace),
  ...routes.filter((route) => !keepsPlace(route)),
];

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
  const answered = Object.keys(given).length > 0;
  const children = namesChildren(audience) ? childLine : undefined;
  const local = isLocal(directory, answers);
  const place = councilFinder(directory);
  const order = routeOrder(directory, answers, at);
  // The row after the first routes finds a council elsewhere, unless that is itself a route here.
  const finder = local && !order.some(({ reason }) => reason === 'finder') ? place : undefined;
  const all = (answered ? order : withoutClock(order)).filter(({ contact }) => contact !== finder?.contact);
  const routes = all.filter(({ contact }) => contact !== children?.contact);
  const support = supportOrder(directory, answers, at);
  const listener = support.find(neverCloses)?.contact;
  const unconfirmed = [
    danger.contact,
    ...(children ? [children.contact] : []),
    ...[...routes, ...support].map(({ contact }) => contact),
  ]
    .filter(({ confirmed }) => !confirmed)
    .map(({ gathered }) => gathered);
  return {
    audience,
    child,
    answered,
    danger,
    otherWays: danger.contact.channels.slice(1),
    childLine: children,
    chat: audience === 'young-person' ? children?.contact.channels.find(({ use }) => use === 'chat') : undefined,
    advice: adviceFor(directory, answers),
    first: routes.slice(0, FIRST_ROUTES),
    finder,
    more: routes.slice(FIRST_ROUTES),
    places: all.length + (finder ? 1 : 0),
    best: all[0]?.contact,
    exit: !isWorkAudience(audience),
    questions: directory.questions,
    answers,
    sections: sectionsFor(sections, guide, directory, local),
    support: listener && phoneOf(listener),
    moreSupport: support.filter(({ contact }) => contact !== listener),
    copied: unconfirmed.sort()[0],
  };
}

/** What a banner shows besides its words. */
export interface Banner {
  readonly danger: ContactPhone;
  /** The line for children; only for a young person. */
  readonly childLine: ContactPhone | undefined;
  /** The page that says whom to tell, for a page that has no panel to lead to. */
  readonly guidance: CouncilFinder | undefined;
}

/** Decides what a banner shows besides its words. */
export function bannerFor(directory: ParsedDirectory, audience: Audience): Banner {
  const { danger, childLine } = directory;
  return {
    danger,
    childLine: presetAnswers(audience).who === 'under-19' ? childLine : undefined,
    guidance: councilFinder(directory, 'read'),
  };
}

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
