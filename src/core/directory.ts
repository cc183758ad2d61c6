/** A day of the week as ISO 8601 numbers it: Monday is 1, Sunday is 7. */
export type IsoDay = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** A time on the 24-hour clock in Europe/London. `"09:30"` */
export type ClockTime = string;
/** A calendar date, ISO 8601. `"2026-11-23"` */
export type CalendarDate = string;

/**
 * Opening hours that repeat each week, for one way of making contact.
 *
 * Hours are wall-clock times in Europe/London: a helpline opens at ten whether or not the clocks have changed. An interval that ends at or
 * before it starts runs past midnight into the next day.
 */
export interface WeeklyHours {
  /** Days on which the interval starts. `[1, 2, 3, 4, 5]` */
  readonly days: readonly IsoDay[];
  /** Opening time, inclusive. `"10:00"` */
  readonly opens: ClockTime;
  /** Closing time, exclusive. `"16:00"` */
  readonly closes: ClockTime;
}

/** Known hours. If they are not known, the field is left out and nothing is claimed. */
export type Hours =
  | 'always'
  | {
      readonly weekly: readonly WeeklyHours[];
      /** What a bank holiday does to the weekly hours. `unknown` ranks as closed, and the panel says "May be closed". */
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
  /** A number in the groups in which people read it (`"0300 123 4043"`), an `https:` address, or an email address. */
  readonly value: string;
  /** What the page is for. Required with `web`, and refused with any other type. */
  readonly use?: WebUse;
  /** The word to text to the number. Only with `sms`. `"SHOUT"` */
  readonly word?: string;
  /** Whether using it is free. Left out if that is not known. */
  readonly free?: boolean;
  /** Whether it stays off the phone bill. Left out if that is not known. */
  readonly offBill?: boolean;
  /** Left out if the hours are not known. */
  readonly hours?: Hours;
  /** True for email that is lost outside its hours. Outside them, the panel does not offer it on screen. */
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
/** The places that a contact serves. `local` is the directory's own area. */
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
  /** Whether a person can stay anonymous. It never says more than the service itself promises. */
  readonly anonymity: Anonymity;
  readonly anonymityNote?: string;
  /** The team to ask for by name. `"Halo"` */
  readonly askFor?: string;
  /** True if people report pictures there. The card then says never to save, copy or send one. */
  readonly images?: boolean;
  /** The day on which its facts were copied from public pages. */
  readonly gathered: CalendarDate;
  /** The day on which the service confirmed them. Left out until that has happened. */
  readonly confirmed?: CalendarDate;
  /** The last day on which the facts are known to hold. */
  readonly validUntil?: CalendarDate;
  /** The service's own page, if no channel has one. The card offers it once the facts are stale. */
  readonly url?: string;
  /** Where each fact was read. Not shown to visitors. */
  readonly sources?: readonly string[];
  /** The ways of reaching it. The first is in sight, and the row opens to the others. */
  readonly channels: readonly Channel[];
}

/** The possible answers to each question, as ids; their words are in the locales. An unanswered question counts as `not-sure`. */
export const ANSWERS = {
  who: ['under-19', 'parent', 'business', 'professional', 'other', 'not-sure'],
  where: ['local', 'england', 'wales', 'scotland-ni', 'online', 'railway', 'not-sure'],
  name: ['give', 'anonymous', 'not-sure'],
} as const;
export type QuestionId = keyof typeof ANSWERS;
export type AnswerId<Q extends QuestionId = QuestionId> = (typeof ANSWERS)[Q][number];
/** What a person has answered so far. Every question may be left out. */
export type Answers = { readonly [Q in QuestionId]?: AnswerId<Q> };

/** One answer, and which contacts it leaves out. */
export interface Answer {
  readonly id: AnswerId;
  /** Leaves out contacts that serve none of these, unless they serve `anyone`. Without it, nobody is left out. */
  readonly audiences?: readonly ContactAudience[];
  /** Leaves out contacts that serve none of these areas. Without it, no area is left out. */
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

/**
 * Adds contacts, in order, if `when` holds and `unless` does not. A condition holds if every question in it has one of the answers listed.
 */
export interface Rule {
  readonly when?: Condition;
  readonly unless?: Condition;
  readonly contacts: readonly string[];
  readonly reason: ReasonId;
  /** Whether the contacts stay below all others at any hour, even below closed ones. */
  readonly last?: true;
}

export const ADVICE = ['safeguarding-lead'] as const;
export type AdviceId = (typeof ADVICE)[number];

/** A line of advice shown above the routes. */
export interface AdviceRule {
  readonly when: Condition;
  readonly id: AdviceId;
}

/** Days on which weekly hours may not apply. */
export interface BankHolidays {
  /** Bank holidays of the area, earliest first. */
  readonly dates: readonly CalendarDate[];
  /** Christmas Day, Boxing Day and New Year's Day at a weekend. They are not bank holidays by law, but services may be closed. */
  readonly alsoUncertain?: readonly CalendarDate[];
  /** The last day that the table covers. After it, hours that depend on bank holidays make no claim. */
  readonly through: CalendarDate;
}

/** All contacts of an area, the questions, and the rules that decide the routes. */
export interface Directory {
  readonly $schema?: string;
  readonly area: {
    readonly name: string;
    /** ONS code. `"E10000015"` */
    readonly code: string;
  };
  /**
   * The number of days after which facts are stale, unless somebody copies or confirms them again. Stale facts make no claim to be open or
   * closed. `180`
   */
  readonly staleAfter: number;
  readonly bankHolidays: BankHolidays;
  /** Id of the contact for danger now. Its first channel is the phone number 999. */
  readonly emergency: string;
  /** Id of the contact for children, named above the routes. */
  readonly children: string;
  /** Id of the contact that finds the right council. It also replaces a contact that has expired. */
  readonly finder: string;
  readonly questions: readonly Question[];
  readonly advice?: readonly AdviceRule[];
  /** The rules for ways to report, read from the top. A contact keeps its first place. */
  readonly routes: readonly Rule[];
  /** The rules for support for the person who reports. Support never counts as a report. */
  readonly support: readonly Rule[];
  readonly contacts: readonly Contact[];
}

/** A phone number, and the contact that it reaches. */
export interface ContactPhone {
  readonly contact: Contact;
  readonly phone: Channel;
}

declare const parsed: unique symbol;

/**
 * A checked directory: `parseDirectory` has checked it or, for the built-in one, our own tests have. Its numbers have no-break spaces
 * between their groups, so that no words around a number reverse its order.
 */
export interface ParsedDirectory extends Directory {
  readonly [parsed]: true;
  /** Whom to call in danger: the contact that `emergency` names, and its first channel. */
  readonly danger: ContactPhone;
  /** The line for children: the contact that `children` names, and its first channel. */
  readonly childLine: ContactPhone;
}

/** Whether somebody can report through this channel: by phone, by text or in a form, but not through a finder, a plain page or a chat. */
export const isWayToReport = ({ type, use }: Channel): boolean =>
  type === 'phone' || type === 'sms' || use === 'report';
