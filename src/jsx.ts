/**
 * The types of the elements for JSX, in projects with TypeScript: `import type {} from 'say-something/jsx'`.
 *
 * React 19 uses them without further work. React does not have to be installed: without it, the compiler ignores the two places that name
 * it. Any other library with JSX can add `SaySomethingElements` to its `IntrinsicElements`.
 */
import type { Audience } from './core/audiences.js';
import type { SaySomethingContactEvent } from './elements/shared/events.js';
import type { GuestElement } from './guest/guest-element.js';
import type { SaySomethingBanner } from './elements/banner/say-something-banner.js';
import type { SaySomethingExit } from './elements/exit/say-something-exit.js';
import type { SaySomethingReport } from './elements/report/say-something-report.js';
import type { SaySomethingSigns } from './elements/signs/say-something-signs.js';

type Level = 1 | 2 | 3 | 4 | 5 | 6;

/** The valid values of each property. The elements accept anything and fall back; a type tells the author sooner. */
interface Values {
  audience: Audience;
  headingLevel: Level | `${Level}`;
  directory: string | object | null;
  href: string | null;
  noExit: boolean;
  papers: string | null;
}

/** The properties that an element adds to `GuestElement`. They are read from the class, so that none is forgotten here. */
type Added<E> = {
  [K in Exclude<keyof E, keyof GuestElement>]: E[K] extends (...given: never) => unknown ? never : K;
}[Exclude<keyof E, keyof GuestElement>] &
  string;

/** `headingLevel` as an attribute: `heading-level`. */
type Hyphenated<S extends string> = S extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Hyphenated<Rest>}`
  : S;

type ValueOf<K> = (K extends keyof Values ? Values[K] : never) | undefined;
type Settings<E> = { [K in Added<E>]?: ValueOf<K> } & {
  [K in Added<E> as Hyphenated<K>]?: ValueOf<K> | (K extends 'noExit' ? '' : never);
};

interface Contact {
  /** Dispatched when somebody uses a way of making contact. It names the contact by id and the channel by type. */
  'onsay-something-contact'?: ((event: SaySomethingContactEvent) => void) | undefined;
}

/** Attributes, properties and events of each element, without what every element has. */
export interface SaySomethingElements {
  'say-something-report': Settings<SaySomethingReport> & Contact;
  'say-something-banner': Settings<SaySomethingBanner> & Contact;
  'say-something-signs': Settings<SaySomethingSigns> & Contact;
  'say-something-exit': Settings<SaySomethingExit>;
}

/** @ts-ignore Without React, there is no such module. */
type Html<E> = import('react').DetailedHTMLProps<import('react').HTMLAttributes<E>, E>;

type ReactElements = {
  [Tag in keyof SaySomethingElements]: SaySomethingElements[Tag] & Html<HTMLElementTagNameMap[Tag]>;
};

/** @ts-ignore Without React, there is no module to add to. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactElements {}
  }
}
