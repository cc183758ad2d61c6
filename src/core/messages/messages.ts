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
  readonly dangerHeading: string;
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
  /** Before the name and number of the children's line. */
  readonly underAge: (age: number) => string;
  /** After the number: whether the call is free, and whether the line is always open. */
  readonly childrenFacts: (free: boolean, always: boolean) => string;

  readonly routesHeading: string;
  readonly moreRoutesHeading: string;
  /** On the control that unfolds a panel which was folded to the height of its fallback. */
  readonly unfold: string;
  readonly advice: Readonly<Record<AdviceId, string>>;
  readonly reasons: Readonly<Record<ReasonId, string>>;
  /** Next to the number: the team to ask for. */
  readonly askFor: (team: string) => string;

  readonly unknownHours: string;
  readonly openAlways: string;
  readonly openNow: (closes?: WallTime) => string;
  readonly closedNow: (opens?: WallTime) => string;
  readonly maybeClosed: (opens?: WallTime) => string;
  /** Weekly hours in words, for the folded part of a card and for print. */
  readonly hours: (hours: Hours) => string;
  readonly notReceived: string;

  readonly more: string;
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
  readonly stale: string;
  readonly staleElsewhere: string;
  readonly mayHaveChanged: string;

  readonly questionsHeading: string;
  readonly questionsHint: string;
  readonly questions: Readonly<Record<QuestionId, string>>;
  readonly answers: Readonly<Record<AnswerId, string | ((area: string) => string)>>;
  readonly clear: string;
  readonly routesFound: (count: number, first: string) => string;
  readonly toRoutes: string;

  readonly tellHeading: string;
  readonly childTellHeading: string;
  readonly tellHint: string;
  readonly tellList: readonly string[];
  readonly nextHeading: string;
  readonly nextList: readonly string[];
  readonly supportHeading: string;
  readonly supportHint: string;

  readonly copyNumber: string;
  readonly numberCopied: string;
  readonly notCopied: (number: string) => string;

  readonly signs: SignsMessages;

  readonly exit: ExitMessages;
}

/** The words of an exit or a banner, for an author who uses only one of these elements. */
export type ExitWords = Pick<Messages, 'lang' | 'exit'>;
export type BannerWords = Pick<Messages, 'lang' | 'banner' | 'call'>;
