import type { AdviceId, Anonymity, AnswerId, Hours, QuestionId, ReasonId, WebUse } from '../directory.js';
import type { WallTime } from '../hours.js';
import type { BannerMessages } from './banner.js';
import type { ExitMessages } from './exit.js';
import type { SignsMessages } from './signs.js';

export { pickLocale } from './pick-locale.js';
export type { BannerMessages, ExitMessages, SignsMessages };

/**
 * Every phrase that a visitor reads, in one language. The directory has ids, and their words are here.
 *
 * The words are plain, for a reading age of nine to eleven. Telephone numbers to call and names are passed in and never part of a phrase, so that a number
 * changes in one place. A missing phrase is a type error.
 */
export interface Messages {
  /** BCP 47 tag of the phrases' language. `"en-GB"` */
  readonly lang: string;
  readonly banner: BannerMessages;

  readonly heading: string;
  readonly call: (number: string) => string;
  readonly missingChild: string;
  readonly disclosure: string;
  /** The same line for somebody under 19, who hears it from a friend. */
  readonly friendDisclosure: string;
  readonly otherWays: (number: string) => string;
  readonly emergencyRelay: (number: string) => string;
  readonly emergencyBsl: string;
  readonly emergencyText: (number: string) => string;
  readonly silentSolution: (number: string) => string;
  /** Before the name of the line for children. */
  readonly underAge: (age: number) => string;
  /** After the number of a line that listens: whether the call is free, and whether the line never closes. Empty if neither is known. */
  readonly freeAnyTime: (free: boolean, always: boolean) => string;

  readonly routesHeading: string;
  readonly moreRoutes: (count: number) => string;
  /** Before the page that finds a council. */
  readonly elsewhere: string;
  /** Before the page that says whom to tell. */
  readonly guidance: string;
  readonly advice: Readonly<Record<AdviceId, string>>;
  /** Why a route is in the list. A reason without words is not shown, because the line of its question says it. */
  readonly reasons: { readonly [R in ReasonId]?: string };
  /** Next to the number: the team to ask for. */
  readonly askFor: (team: string) => string;

  readonly unknownHours: string;
  readonly openAlways: string;
  readonly openNow: (closes?: WallTime) => string;
  readonly closedNow: (opens?: WallTime) => string;
  readonly maybeClosed: (opens?: WallTime) => string;
  /** Weekly hours in words, for what a row opens to and for print. */
  readonly hours: (hours: Hours) => string;
  readonly notReceived: string;

  readonly channel: {
    readonly phone: string;
    readonly sms: (word?: string) => string;
    readonly relay: string;
    readonly bsl: string;
    readonly web: Readonly<Record<WebUse, string>>;
    readonly email: string;
  };
  readonly cost: (free?: boolean) => string;
  readonly offBill: string;
  readonly ages: (from?: number, to?: number) => string;
  readonly anonymity: Readonly<Record<Anonymity, string>>;
  readonly images: string;
  readonly whatToSay: (team?: string) => string;
  readonly whatChildrenCanSay: string;
  /** What happens after somebody makes contact, by contact id. A contact without an entry says nothing about it. */
  readonly whatHappens: Readonly<Record<string, string>>;
  readonly copied: (date: string) => string;
  readonly confirmed: (date: string) => string;
  /** The age of all facts, at the foot of the panel. */
  readonly numbersCopied: (date: string) => string;
  /** The link to posters and cards, at the foot of a panel for staff. */
  readonly papers: string;
  /** In the place of the opening hours. */
  readonly staleState: string;
  /** Before the service's own page. */
  readonly stale: string;
  readonly staleElsewhere: string;
  readonly mayHaveChanged: string;

  readonly questionsHeading: string;
  readonly questionsHint: string;
  /** After a question that nobody has answered. */
  readonly notSaid: string;
  readonly questions: Readonly<Record<QuestionId, string>>;
  readonly answers: Readonly<Record<AnswerId, string | ((area: string) => string)>>;
  readonly clear: string;
  readonly routesFound: (count: number, first: string) => string;

  readonly tellHeading: string;
  readonly childTellHeading: string;
  readonly tellHint: string;
  readonly tellList: readonly string[];
  readonly nextHeading: string;
  readonly nextList: readonly string[];
  /** The heading of the support. The name of the service in sight follows it. */
  readonly support: string;
  readonly moreSupport: (count: number) => string;
  readonly supportHint: string;

  readonly copyNumber: string;
  readonly numberCopied: string;
  readonly notCopied: (number: string) => string;

  readonly signs: SignsMessages;

  readonly exit: ExitMessages;
}

/** The words of an exit or a banner, for an author who uses only one of these elements. */
export type ExitWords = Pick<Messages, 'lang' | 'exit'>;
export type BannerWords = Pick<Messages, 'lang' | 'banner' | 'call' | 'underAge' | 'guidance'>;
