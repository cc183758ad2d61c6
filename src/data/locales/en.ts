import type { IsoDay } from '../../core/directory.js';
import type { WallTime } from '../../core/hours.js';
import type { Messages } from '../../core/messages/messages.js';
import { enBanner } from './en-banner.js';
import { enExit } from './en-exit.js';
import { enSigns } from './en-signs.js';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const day = (number: IsoDay): string => DAYS[number - 1] ?? '';
/** A time in words. `"4pm"`, `"10.30am"`, `"midday"`, `"midnight"` */
const clock = (minutes: number): string => {
  const hour = Math.floor(minutes / 60);
  const past = minutes % 60;
  if (!past && hour % 12 === 0) return hour ? 'midday' : 'midnight';
  return `${hour % 12 || 12}${past ? `.${String(past).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`;
};
const clockTime = (time: string): string => clock(+time.slice(0, 2) * 60 + +time.slice(3));
/** A date in words. `"23 November 2026"` */
const date = (iso: string): string => `${+iso.slice(8)} ${MONTHS[+iso.slice(5, 7) - 1]} ${iso.slice(0, 4)}`;
/** A moment in words: 10am today, Monday 10am, or with the date if the day alone could be this week's. */
const when = (time: WallTime): string => {
  const at = clock(time.minutes);
  if (!time.daysAhead) return `${at} today`;
  return `${day(time.day)}${time.daysAhead > 6 ? ` ${date(time.date).replace(/ \d+$/, '')}` : ''} ${at}`;
};
const opensAt = (opens?: WallTime): string => (opens ? `, opens ${when(opens)}` : '');
/** Days of the week in words. `"Monday to Friday"`, `"Monday, Wednesday"` */
const days = (numbers: readonly IsoDay[]): string => {
  const first = numbers[0] as IsoDay;
  const last = numbers.at(-1) as IsoDay;
  if (numbers.length === 7) return 'Every day';
  return numbers.length > 2 && last - first === numbers.length - 1
    ? `${day(first)} to ${day(last)}`
    : numbers.map(day).join(', ');
};

/** The words of every element, in British English. */
export const en: Messages = {
  lang: 'en-GB',
  banner: enBanner,

  heading: 'Worried about a child?',
  call: (number) => `Call ${number}`,
  missingChild: 'A child is missing? Call the police now. Do not wait 24 hours.',
  disclosure: 'A child tells you they are being hurt? Listen. Believe them. Do not promise to keep it secret.',
  friendDisclosure: 'A friend tells you they are being hurt? Listen. Believe them. Tell an adult you trust together.',
  otherWays: (number) => `Cannot talk? Other ways to reach ${number}`,
  emergencyRelay: (number) => `Textphone or the Relay UK app: ${number}`,
  emergencyBsl: 'British Sign Language: 999 BSL, by video',
  emergencyText: (number) =>
    `Text ${number}. This works only if your phone is signed up: text the word “register” to ${number} first. It has arrived only when you get a reply.`,
  silentSolution: (number) =>
    `On a mobile and cannot speak: call ${number} and listen. Cough or tap if you are asked. Then press 55. Pressing 55 does not tell the police where you are.`,
  underAge: (age) => `Under ${age}? You can talk to`,
  freeAnyTime: (free, always) => (free ? (always ? 'Free, any time' : 'Free') : always ? 'Any time' : ''),

  routesHeading: 'Who to tell',
  moreRoutes: (count) => `More people to tell (${count})`,
  elsewhere: 'Somewhere else in England',
  guidance: 'Who to tell in England',
  advice: {
    'safeguarding-lead':
      'Tell your safeguarding lead today. You can go straight to Children’s Services, or 999 in danger.',
  },
  reasons: {
    anonymous: 'You want to stay anonymous.',
    online: 'It is happening online.',
    railway: 'It is on a train or at a station.',
    england: 'It is in England, outside the county.',
    wales: 'It is in Wales.',
    national: 'For the whole of the UK.',
    finder: 'It finds who to tell where councils have changed.',
  },
  askFor: (team) => `ask for the “${team}” team`,

  unknownHours: 'Opening hours not known',
  openAlways: 'Open day and night',
  openNow: (closes) =>
    `Open now${closes ? `, closes at ${closes.daysAhead > 1 ? when(closes) : clock(closes.minutes)}` : ''}`,
  closedNow: (opens) => `Closed${opensAt(opens)}`,
  maybeClosed: (opens) => `May be closed today (bank holiday)${opensAt(opens)}`,
  hours: (hours) =>
    hours === 'always'
      ? 'Open day and night, every day.'
      : `${hours.weekly
          .map((rule) => `${days(rule.days)}, ${clockTime(rule.opens)} to ${clockTime(rule.closes)}`)
          .join('; ')}. ${
          {
            open: 'Bank holidays too.',
            closed: 'Closed on bank holidays.',
            unknown: 'May be closed on bank holidays.',
          }[hours.bankHolidays]
        }`,
  notReceived: 'Email sent at other times is not received.',

  channel: {
    phone: 'Call',
    sms: (word) => (word ? `Text the word ${word} to` : 'Text'),
    relay: 'Textphone or the Relay UK app',
    bsl: 'British Sign Language, by video',
    web: {
      report: 'Report online',
      chat: 'Website and chat',
      find: 'Open the finder',
      read: 'Read more',
    },
    email: 'Email',
  },
  cost: (free) => (free === undefined ? 'We do not know if this is free.' : free ? 'Free.' : 'You may have to pay.'),
  offBill: 'It does not show on bills from landlines and most mobiles.',
  ages: (from, to) =>
    from !== undefined && to !== undefined
      ? `For ages ${from} to ${to}.`
      : to === undefined
        ? `For people aged ${from} and over.`
        : `For people under ${to + 1}.`,
  anonymity: {
    yes: 'You do not have to give your name.',
    'on-request': 'You can ask not to give your name.',
    partly: 'You are only partly anonymous.',
    'not-guaranteed': 'They may ask your name. They do not promise that you stay anonymous.',
    no: 'You cannot stay anonymous.',
  },
  images: 'Never save, copy or send the picture.',
  whatToSay: (team) =>
    team
      ? `What to say: “child sexual exploitation” and “${team}”.`
      : 'What to say: “I am worried about child sexual exploitation”.',
  whatChildrenCanSay: 'You can say: someone is hurting me, or: I am worried about my friend. It is not your fault.',
  whatHappens: {
    'herts-childrens-services':
      'What happens next: they write down what you say. They may find out more, ask a social worker to look into it, or call the police. They tell you what happens next, but not private things about the family.',
    'nspcc-helpline':
      'What happens next: a call handler listens, then a child protection specialist. If they can tell who the child is and it is serious, they tell Children’s Services, and the police if there is danger.',
    ceop: 'What happens next: a child protection adviser reads it. How fast depends on the danger. They get in touch with you.',
    crimestoppers:
      'What happens next: they take out anything that shows who you are. They pass it to the right police force. The police must find other proof before they can arrest or search. You will not normally hear back.',
  },
  copied: (day) => `Copied from public pages, ${date(day)}. Not yet confirmed by the service.`,
  confirmed: (day) => `Confirmed ${date(day)}.`,
  numbersCopied: (day) => `Numbers copied from public pages, ${date(day)}. Not yet confirmed by the services.`,
  papers: 'Posters and cards to print',
  staleState: 'These facts are old. Check them first',
  stale: 'Check on the service’s own page:',
  staleElsewhere: 'We do not know the opening hours now.',
  mayHaveChanged: 'This may have changed. You can also find the right council here:',

  questionsHeading: 'Find the best for you',
  questionsHint: 'Answer any, all or none. What you choose is not sent or kept.',
  notSaid: 'Not said',
  questions: {
    who: 'Who are you?',
    where: 'Where is it happening?',
    name: 'Your name?',
  },
  answers: {
    'under-19': 'I am under 19',
    parent: 'Parent or carer',
    business: 'At work in a hotel, pub, taxi or shop',
    professional: 'School or health worker',
    other: 'Someone else',
    local: (area) => area,
    england: 'Elsewhere in England',
    wales: 'Wales',
    'scotland-ni': 'Scotland or Northern Ireland',
    online: 'Online',
    railway: 'On a train or at a station',
    give: 'Fine to give it',
    anonymous: 'Stay anonymous',
    'not-sure': 'Not sure',
  },
  clear: 'Clear my answers',
  routesFound: (count, first) => `${count} ${count === 1 ? 'place' : 'places'} to tell. First: ${first}.`,

  tellHeading: 'What to say, and what happens next',
  childTellHeading: 'What you can say, and what happens next',
  tellHint: 'You do not need to be sure. Say what you know. Gaps are fine.',
  tellList: [
    'Who: names, nicknames, ages, what people look like.',
    'Where: the address, the room, or the name used online.',
    'When: the day and the time.',
    'What: what you saw or heard, and who else saw it.',
    'Vehicles: number plate, make, model and colour.',
    'Whether anyone is in danger now.',
  ],
  nextHeading: 'What happens next',
  nextList: [
    'Someone takes down what you say and decides what to do. What you tell them is one piece of a bigger picture.',
    'It may lead to help, or to no action. No one gets in trouble for an honest worry.',
    'Keep your notes. Tell them again if you are still worried.',
  ],
  support: 'Support for you',
  moreSupport: (count) => `More support (${count})`,
  supportHint: 'They are there for you. Talking to them is not a report.',

  copyNumber: 'Copy the number',
  numberCopied: 'Copied',
  notCopied: (number) => `Your browser did not copy it. The number is ${number}.`,

  signs: enSigns,

  exit: enExit,
};
