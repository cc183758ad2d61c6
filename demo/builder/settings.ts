import type { Audience } from '../../src/core/audiences.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import { en } from '../../src/data/locales/en.js';
import type { ElementName } from '../snippets.js';
import type { SystemWay } from '../systems.js';
import { SYSTEMS } from '../systems.js';
import { copyProblem, linkProblem, OWN_COPY } from './addresses.js';
import type { Supports, Token, Tokens } from './tokens.js';
import { isToken, PRESETS, presetOf, TOKENS } from './tokens.js';

/** The elements in their order on a page. */
export const ORDER: readonly ElementName[] = ['banner', 'signs', 'report', 'exit'];
export const WAYS: readonly SystemWay[] = ['placeholder', 'link', 'element', 'plain', 'iframe'];
/** The languages that have words, by their language tags. */
export const LANGUAGES: Readonly<Record<string, typeof en>> = { en };
export const WIDTHS = { phone: 390, tablet: 768, desktop: 1280 } as const;
export type Width = keyof typeof WIDTHS;
export const PAGES = ['plain', 'dark', 'hostile'] as const;
export type PageKind = (typeof PAGES)[number];

/** The state of all controls of the builder. Typed text is kept as it is, valid or not. */
export interface Settings {
  /** The ticked elements in their order on a page. */
  readonly elements: readonly ElementName[];
  readonly audience: Audience;
  /** The language of the words. It is empty if they have the page's language. `"en"` */
  readonly lang: string;
  /** 1 to 6. */
  readonly level: number;
  /** The address that the action of the banner and of the signs leads to. If it is empty, that is the panel on the page. */
  readonly action: string;
  /** The address that the exit leads to. If it is empty, that is the widget's default. */
  readonly leave: string;
  /** The address that the link to papers leads to, in a panel for staff. If it is empty, there is no such link. */
  readonly papers: string;
  /** Whether the panel has its own exit, if it can have one. */
  readonly panelExit: boolean;
  readonly tokens: Tokens;
  readonly way: SystemWay;
  readonly version: 'rolling' | 'pinned';
  readonly host: 'here' | 'own';
  /** The address of the author's own copy of the script. */
  readonly own: string;
  /** The id of the system that the snippet is pasted into. It is empty if none is chosen. */
  readonly system: string;
  readonly width: Width;
  readonly page: PageKind;
  readonly script: boolean;
}

export const DEFAULTS: Settings = {
  elements: ['report'],
  audience: 'public',
  lang: '',
  level: 2,
  action: '',
  leave: '',
  papers: '',
  panelExit: true,
  tokens: {},
  way: 'placeholder',
  version: 'rolling',
  host: 'here',
  own: OWN_COPY,
  system: '',
  width: 'phone',
  page: 'plain',
  script: true,
};

/** How one setting is written in the address. `read` returns undefined for an unknown value. */
interface Field<T> {
  readonly name: string;
  readonly read: (text: string) => T | undefined;
  readonly write: (value: T) => string;
}

const oneOf = <T extends string>(name: string, values: readonly T[]): Field<T> => ({
  name,
  read: (text) => values.find((value) => value === text),
  write: (value) => value,
});
const onOff = (name: string): Field<boolean> => ({
  name,
  read: (text) => (['on', 'off'].includes(text) ? text === 'on' : undefined),
  write: (value) => (value ? 'on' : 'off'),
});
/** An address as a setting. An invalid one is left out, because a colleague with the link could not use it either. */
const address = (name: string, problem: (text: string) => string | undefined): Field<string> => ({
  name,
  read: (text) => (text.trim() && !problem(text) ? text.trim() : undefined),
  write: (value) => (problem(value) ? '' : value.trim()),
});
const elements: Field<readonly ElementName[]> = {
  name: 'elements',
  read: (text) => {
    const names = text.split(',');
    const known = ORDER.filter((element) => names.includes(element));
    return known.length && known.length === names.length ? known : undefined;
  },
  write: (value) => value.join(),
};

const FIELDS: { readonly [K in Exclude<keyof Settings, 'tokens'>]: Field<Settings[K]> } = {
  elements,
  audience: oneOf('audience', AUDIENCES),
  lang: oneOf('language', Object.keys(LANGUAGES)),
  level: {
    name: 'level',
    read: (text) => (/^[1-6]$/.test(text) ? Number(text) : undefined),
    write: String,
  },
  action: address('action', (text) => linkProblem(text, '')),
  leave: address('leave', (text) => linkProblem(text, '')),
  papers: address('papers', (text) => linkProblem(text, '')),
  panelExit: onOff('exit'),
  way: oneOf('way', WAYS),
  version: oneOf('version', ['rolling', 'pinned']),
  host: oneOf('host', ['here', 'own']),
  own: address('copy', copyProblem),
  system: oneOf(
    'system',
    SYSTEMS.map(({ id }) => id),
  ),
  width: oneOf('width', Object.keys(WIDTHS) as Width[]),
  page: oneOf('page', PAGES),
  script: onOff('script'),
};
const KEYS = Object.keys(FIELDS) as (keyof typeof FIELDS)[];

/** The settings as the fragment of an address, without `#`. It has only those that differ from the defaults and are valid. */
export function formatSettings(settings: Settings, supports: Supports): string {
  const pairs = KEYS.flatMap((key) => {
    const field = FIELDS[key] as Field<unknown>;
    const value = field.write(settings[key]);
    return value && value !== field.write(DEFAULTS[key]) ? [[field.name, value] as [string, string]] : [];
  });
  const preset = presetOf(settings.tokens);
  if (preset) {
    if (preset !== PRESETS[0]) pairs.push(['theme', preset.id]);
  } else {
    for (const token of TOKENS) {
      const value = settings.tokens[token]?.trim();
      if (value && isToken(token, value, supports)) pairs.push([token, value]);
    }
  }
  return new URLSearchParams(pairs).toString();
}

/** The settings in the fragment of an address, and the parts of the fragment that could not be used. */
export function parseSettings(
  fragment: string,
  supports: Supports,
): { readonly settings: Settings; readonly leftOut: readonly string[] } {
  const leftOut: string[] = [];
  const found: Record<string, unknown> = {};
  let tokens: Tokens = {};
  const seen = new Set<string>();
  for (const [name, text] of new URLSearchParams(fragment.replace(/^#/, ''))) {
    const key = KEYS.find((one) => FIELDS[one].name === name);
    let known = !seen.has(name);
    seen.add(name);
    if (!known) {
      // the first value of a setting counts
    } else if (key) {
      const value = FIELDS[key].read(text);
      known = value !== undefined;
      if (known) found[key] = value;
    } else if (name === 'theme') {
      const preset = PRESETS.find(({ id }) => id === text);
      known = preset !== undefined;
      tokens = { ...preset?.tokens, ...tokens };
    } else {
      known = TOKENS.includes(name as Token) && isToken(name as Token, text, supports);
      if (known) tokens = { ...tokens, [name]: text.trim() };
    }
    if (!known) leftOut.push(`${name}=${text}`.slice(0, 60));
  }
  return { settings: { ...DEFAULTS, ...found, tokens }, leftOut };
}
