/** A day of the week as ISO 8601 numbers it: Monday is 1, Sunday is 7. */
export type IsoDay = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** A time on the 24-hour clock in Europe/London. `"09:30"` */
export type ClockTime = string;
/** A calendar date, ISO 8601. `"2026-11-23"` */
export type CalendarDate = string;

/**
 * Where the days of the week stand for one way of making contact.
 *
 * Hours are wall-clock times in Europe/London: a helpline opens at ten whether or not the clocks have changed.
 * An interval that ends at or before it starts runs past midnight into the next day.
 */
export interface WeeklyHours {
  /** Days on which the interval starts. `[1, 2, 3, 4, 5]` */
  readonly days: readonly IsoDay[];
  /** Opening time, inclusive. `"10:00"` */
  readonly opens: ClockTime;
  /** Closing time, exclusive. `"16:00"` */
  readonly closes: ClockTime;
}

/** Known hours. Where hours are not known the field is left out: no claim is made. */
export type Hours =
  | 'always'
  | {
      readonly weekly: readonly WeeklyHours[];
      /** What a bank holiday does to the weekly hours; `unknown` is treated as closed, and said as "may be". */
      readonly bankHolidays: 'open' | 'closed' | 'unknown';
    };

export const CHANNEL_TYPES = ['phone', 'sms', 'relay', 'bsl', 'web', 'email'] as const;
export type ChannelType = (typeof CHANNEL_TYPES)[number];

/** What a web channel is for. Only `report` counts as a way to report. */
export const WEB_USES = ['report', 'chat', 'find', 'read'] as const;
export type WebUse = (typeof WEB_USES)[number];

/** One way of reaching a contact. */
export interface Channel {
  readonly type: ChannelType;
  /** A number in the groups it is read in (`"0300 123 4043"`), an `https:` address, or an email address. */
  readonly value: string;
  /** What the page is for; only with `web`, and always with it. */
  readonly use?: WebUse;
  /** The word to text to the number; only with `sms`. `"SHOUT"` */
  readonly word?: string;
  /** Whether using it is free. Left out where that is not known. */
  readonly free?: boolean;
  /** Whether it stays off the phone bill. Left out where that is not known. */
  readonly offBill?: boolean;
  /** Left out where hours are not known. */
  readonly hours?: Hours;
  /** True for mail that is lost outside its hours: it is then not offered on screen. */
  readonly receivedOnlyWhenOpen?: boolean;
}

export const ANONYMITY = ['yes', 'on-request', 'partly', 'not-guaranteed', 'no'] as const;
export type Anonymity = (typeof ANONYMITY)[number];

export const CONTACT_AUDIENCES = [
  'anyone',
  'children',
  'young-people',
  'adults',
  'parents',
  'businesses',
  'professionals',
] as const;
/** Whom a contact serves. */
export type ContactAudience = (typeof CONTACT_AUDIENCES)[number];

export const AREAS = [
  'local',
  'england',
  'wales',
  'scotland',
  'northern-ireland',
  'great-britain-railways',
  'uk',
] as const;
/** Where a contact serves; `local` is the directory's own area. */
export type Area = (typeof AREAS)[number];

/** People who can help: one service with every way of reaching it. */
export interface Contact {
  /** `"nspcc-helpline"` */
  readonly id: string;
  /** The service's own name. */
  readonly name: string;
  /** What it does, a short sentence. The `description` of Open Referral UK. */
  readonly description: string;
  readonly audiences: readonly ContactAudience[];
  /** Youngest age served, in years. */
  readonly minimumAge?: number;
  /** Oldest age served, in years. */
  readonly maximumAge?: number;
  readonly areas: readonly Area[];
  /** Whether a person can stay anonymous. Nothing stronger than the service itself promises. */
  readonly anonymity: Anonymity;
  readonly anonymityNote?: string;
  /** The team to ask for by name. `"Halo"` */
  readonly askFor?: string;
  /** True where pictures are reported: the card then says never to save, copy or send one. */
  readonly images?: boolean;
  /** The day its facts were copied from public pages. */
  readonly gathered: CalendarDate;
  /** The day its owner confirmed them. Left out until that has happened. */
  readonly confirmed?: CalendarDate;
  /** The last day on which the facts are known to hold. */
  readonly validUntil?: CalendarDate;
  /** The service's own page, where no channel is one; offered once the facts have grown old. */
  readonly url?: string;
  /** Where each fact was read. Kept in the repository, left out of the script. */
  readonly sources?: readonly string[];
  /** The first is the one shown without unfolding. */
  readonly channels: readonly Channel[];
}

/** The answers there can be to each question. Ids here, words in locales. An unanswered question is `not-sure`. */
export const ANSWERS = {
  who: ['under-19', 'parent', 'business', 'professional', 'other', 'not-sure'],
  where: ['local', 'england', 'wales', 'scotland-ni', 'online', 'railway', 'not-sure'],
  name: ['give', 'anonymous', 'not-sure'],
} as const;
export type QuestionId = keyof typeof ANSWERS;
export type AnswerId<Q extends QuestionId = QuestionId> = (typeof ANSWERS)[Q][number];
/** What a person has answered so far. Every question may be left out. */
export type Answers = { readonly [Q in QuestionId]?: AnswerId<Q> };

/** One answer and what follows from it: whom to look for, and where they must serve. */
export interface Answer {
  readonly id: AnswerId;
  /** Contacts for none of these (nor for `anyone`) are left out. Absent: nobody is left out. */
  readonly audiences?: readonly ContactAudience[];
  /** Contacts serving none of these are left out. Absent: no place is left out. */
  readonly areas?: readonly Area[];
}

export interface Question {
  readonly id: QuestionId;
  readonly answers: readonly Answer[];
}

export type Condition = { readonly [Q in QuestionId]?: readonly AnswerId<Q>[] };

export const REASONS = [
  'anonymous',
  'online',
  'railway',
  'england',
  'wales',
  'under-19',
  'parent',
  'business',
  'professional',
  'anyone',
  'national',
  'finder',
] as const;
/** Why a route is in the list. */
export type ReasonId = (typeof REASONS)[number];

/** Adds contacts, in order, where every `when` holds and no `unless` does. */
export interface Rule {
  readonly when?: Condition;
  readonly unless?: Condition;
  readonly contacts: readonly string[];
  readonly reason: ReasonId;
  /** The contacts stay below all others at any hour, also below those that are closed. */
  readonly last?: true;
}

export const ADVICE = ['safeguarding-lead'] as const;
export type AdviceId = (typeof ADVICE)[number];

/** A line of advice shown above the routes. */
export interface AdviceRule {
  readonly when: Condition;
  readonly id: AdviceId;
}

/** Days on which weekly hours may not hold. */
export interface BankHolidays {
  /** Bank holidays of the area, in order. */
  readonly dates: readonly CalendarDate[];
  /** Christmas, Boxing or New Year's Days at a weekend: no bank holiday by law, yet services may be closed. */
  readonly alsoUncertain?: readonly CalendarDate[];
  /** The last day the table covers. After it weekly hours make no claim. */
  readonly through: CalendarDate;
}

/** Who can be told, how, when, and by which answers a person is led to them. */
export interface Directory {
  readonly $schema?: string;
  readonly area: {
    readonly name: string;
    /** ONS code. `"E10000015"` */
    readonly code: string;
  };
  /** Days after which facts that nobody confirmed stop claiming to be open or closed. `180` */
  readonly staleAfter: number;
  readonly bankHolidays: BankHolidays;
  /** Id of the contact for danger now; its first channel is the phone number 999. */
  readonly emergency: string;
  /** Id of the contact for children, named above the routes. */
  readonly children: string;
  /** Id of the contact that finds the right council, and that takes the place of one that has expired. */
  readonly finder: string;
  readonly questions: readonly Question[];
  readonly advice?: readonly AdviceRule[];
  /** Ways to report, read from the top; a contact keeps its first place. */
  readonly routes: readonly Rule[];
  /** Support for the person reporting; never counts as a report. */
  readonly support: readonly Rule[];
  readonly contacts: readonly Contact[];
}

/** A phone number, and whom it reaches. */
export interface ContactPhone {
  readonly contact: Contact;
  readonly phone: Channel;
}

declare const parsed: unique symbol;

/**
 * A directory that is whole: `parseDirectory` has checked it, or our own tests have. Its numbers have no-break spaces between their
 * groups, so that no text around one turns its order.
 */
export interface ParsedDirectory extends Directory {
  readonly [parsed]: true;
  /** Whom to call in danger: the contact that `emergency` names, and its first channel. */
  readonly danger: ContactPhone;
  /** The line for children: the contact that `children` names, and its first channel. */
  readonly childLine: ContactPhone;
}

/** Whether a report can be made this way: by phone, by text or in a form; not a finder, a plain page or a chat. */
export const isWayToReport = ({ type, use }: Channel): boolean =>
  type === 'phone' || type === 'sms' || use === 'report';
