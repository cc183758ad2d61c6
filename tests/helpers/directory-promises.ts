/*
 * The promises of the panel for all answers. tests/core checks them at every change of state, and tests/fuzz at every half hour.
 * They use only the results, so that they share no logic with routing.ts.
 */
import type { AnswerId, Answers, Directory, QuestionId } from '../../src/core/directory.js';
import type { Route } from '../../src/core/routing.js';

type Chosen<Q extends QuestionId> = AnswerId<Q> | undefined;
const WHO: readonly Chosen<'who'>[] = [
  undefined,
  'under-19',
  'parent',
  'business',
  'professional',
  'other',
  'not-sure',
];
const WHERE: readonly Chosen<'where'>[] = [
  undefined,
  'local',
  'england',
  'wales',
  'scotland-ni',
  'online',
  'railway',
  'not-sure',
];
const NAME: readonly Chosen<'name'>[] = [undefined, 'give', 'anonymous', 'not-sure'];

/** Every combination of answers, with each question also left out: 7 x 8 x 4. */
export const ALL_ANSWERS: readonly Answers[] = WHO.flatMap((who) =>
  WHERE.flatMap((where) =>
    NAME.map((name) => ({ ...(who && { who }), ...(where && { where }), ...(name && { name }) })),
  ),
);

const OUTSIDE: readonly unknown[] = ['england', 'wales', 'scotland-ni'];

/** A phone, a text number or a report form. */
const reports = ({ channels }: Route): boolean =>
  channels.some(({ channel: { type, use } }) => type === 'phone' || type === 'sms' || use === 'report');
const reportsNow = ({ channels }: Route): boolean =>
  channels.some(
    ({ channel: { type, use }, state: { kind } }) =>
      (type === 'phone' || type === 'sms' || use === 'report') && (kind === 'open' || kind === 'always'),
  );
const closed = ({ channels }: Route): boolean =>
  channels[0]?.state.kind === 'closed' || channels[0]?.state.kind === 'maybe';

/**
 * The first promise that these routes and this support break, or undefined.
 *
 * `fresh` is false after `staleAfter`, when the panel does not say whether a route is open.
 */
export function brokenPromise(
  directory: Directory,
  answers: Answers,
  routes: readonly Route[],
  support: readonly Route[],
  fresh = true,
): string | undefined {
  const ids = routes.map(({ contact }) => contact.id);
  const has = (id: string): boolean => ids.includes(id);
  const { who, where, name } = answers;
  const young = who === 'under-19';

  const emergency = directory.contacts.find(({ id }) => id === directory.emergency);
  if (emergency?.channels[0]?.type !== 'phone' || emergency.channels[0].value !== '999')
    return '999 is the first channel for danger now';
  if (has(directory.emergency)) return '999 is above the routes and not among them';
  if (!routes.length) return 'there is no dead end';
  if (new Set(ids).size !== ids.length) return 'nobody is named twice';
  if (fresh && !routes.some(reportsNow)) return 'a way to report is known to be open';

  const whistleblowing = ids.indexOf('nspcc-whistleblowing');
  if (whistleblowing >= 0 && whistleblowing < ids.length - 1) return 'whistleblowing is last at any hour';
  const others = whistleblowing < 0 ? routes : routes.slice(0, -1);
  const firstClosed = others.findIndex(closed);
  if (firstClosed >= 0 && !others.slice(firstClosed).every(closed)) return 'closed contacts are below the rest';

  if (name === 'anonymous' && routes.find(reports)?.contact.anonymity !== 'yes') {
    return 'the first way to report keeps a person anonymous';
  }
  if (OUTSIDE.includes(where)) {
    const local = directory.contacts
      .filter(({ areas }) => areas.every((area) => area === 'local'))
      .flatMap(({ channels }) => channels.map(({ value }) => value))
      // 101 reaches the local police anywhere, so it is not a number of this county
      .filter((value) => value.length > 3);
    for (const { contact, age } of [...routes, ...support]) {
      if (!contact.areas.some((area) => area !== 'local')) return 'nothing local outside the county';
      if (contact.askFor || age.expiry) return 'no team to ask for outside the county';
      const said = JSON.stringify([contact.name, contact.description, contact.url, contact.channels]);
      if (/hert(s|fordshire)|halo/i.test(said) || local.some((value) => said.includes(value)))
        return 'no local name or number outside the county';
    }
  }
  if (young) {
    if (!has('childline')) return 'under 19 sees Childline';
    for (const id of ['nspcc-helpline', 'nspcc-whistleblowing'])
      if (has(id)) return 'under 19 never sees a line for adults';
    if (support.some(({ contact }) => contact.id === 'stop-it-now')) return 'under 19 never sees Stop It Now';
  }
  for (const id of ['crimestoppers', young ? 'childline' : 'nspcc-helpline', 'modern-slavery-helpline']) {
    if (!has(id)) return 'the national lines close every list';
  }
  if (where !== 'scotland-ni' && !has('police-101') && !has('herts-police')) return 'a way to 101 remains';
  const england = where !== 'wales' && where !== 'scotland-ni';
  if (england && !has('herts-childrens-services') && !has(directory.finder)) {
    return 'a way to find a council remains';
  }
  return undefined;
}
