import type { ColourRole } from '../../src/core/theme.js';
import { COLOUR_ROLES } from '../../src/core/theme.js';

/** The tokens that are not colours. */
export const SHAPES = ['font', 'radius', 'space'] as const;
export type Shape = (typeof SHAPES)[number];
export type Token = ColourRole | Shape;
export const TOKENS: readonly Token[] = [...COLOUR_ROLES, ...SHAPES];

/** The text that an author typed for each token. A token without text keeps the widget's default. */
export type Tokens = { readonly [T in Token]?: string };

export const TOKEN_NAMES: { readonly [T in Token]: string } = {
  surface: 'Background',
  text: 'Text',
  'text-muted': 'Less important text',
  border: 'Borders',
  accent: 'Accent: links, buttons, the chosen answer',
  'on-accent': 'Text on the accent',
  urgent: 'Danger now',
  'on-urgent': 'Text on danger now',
  focus: 'Outline of what has the focus',
  font: 'Font family',
  radius: 'Round corners, up to 1em',
  space: 'Space inside boxes, from 0.3em to 1.5em',
};

export const isShape = (token: Token): token is Shape => (SHAPES as readonly string[]).includes(token);

/** Whether a browser knows a value of a property. In a page this is `CSS.supports`. */
export type Supports = (property: string, value: string) => boolean;

/**
 * Whether a value is safe in the author's style sheet. It must not end the rule or open a comment or a tag, because it may come
 * from a link that somebody else made. It must not depend on the page either, because the builder does not have that page.
 */
export function isToken(token: Token, text: string, supports: Supports): boolean {
  const value = text.trim();
  const letters = token === 'font' ? /^[\w\s'",.-]+$/ : /^[\w\s#%(),./+*-]+$/;
  if (!letters.test(value) || value.length > 200 || /\/\*|\*\/|\b(var|env|attr|url)\(|currentcolor/i.test(value))
    return false;
  if (token === 'font')
    return supports('font-family', value) && !/^(inherit|initial|unset|revert|revert-layer)$/i.test(value);
  // test inside color-mix(), as the widget uses it, because words such as "inherit" are values of every property but not colours
  if (!isShape(token)) return supports('color', `color-mix(in srgb, ${value}, ${value})`);
  return supports('width', `min(${value}, 1em)`);
}

export const WHY_NOT: { readonly [S in Shape | 'colour']: string } = {
  colour: 'is no colour by itself. Write one as CSS does: #00703c, rgb(0 112 60) or green.',
  font: 'is no font family. Write names with commas between: Arial, sans-serif.',
  radius: 'is no length. Write a number with its unit: 4px or 0.5em.',
  space: 'is no length. Write a number with its unit: 12px or 0.75em.',
};

/** The valid tokens in their order, without spaces around their values. */
export const usedTokens = (tokens: Tokens, supports: Supports): Tokens =>
  Object.fromEntries(
    TOKENS.flatMap((token) => {
      const value = tokens[token]?.trim();
      return value && isToken(token, value, supports) ? [[token, value]] : [];
    }),
  );

export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly tokens: Tokens;
}

/** Ready themes. Each pair of their colours is readable without correction, on light pages and on dark ones. */
export const PRESETS: readonly Preset[] = [
  { id: 'page', name: 'As the page is, light or dark (the default)', tokens: {} },
  {
    id: 'green',
    name: 'Green, square corners',
    tokens: {
      accent: 'light-dark(#00693c, #7ddba6)',
      'on-accent': 'light-dark(#ffffff, #00210f)',
      radius: '0px',
    },
  },
  {
    id: 'plum',
    name: 'Plum, round corners',
    tokens: {
      accent: 'light-dark(#6b1f5f, #f0b3e4)',
      'on-accent': 'light-dark(#ffffff, #33072c)',
      border: 'light-dark(#80637b, #a88fa3)',
      radius: '0.75em',
    },
  },
  {
    id: 'sand',
    name: 'Warm paper',
    tokens: {
      surface: '#fbf6ec',
      text: '#2b2118',
      'text-muted': '#5f5142',
      border: '#86755f',
      accent: '#8a3c12',
      'on-accent': '#ffffff',
      focus: '#2b2118',
    },
  },
  {
    id: 'night',
    name: 'Dark on every page',
    tokens: { surface: '#17191c' },
  },
  {
    id: 'strong',
    name: 'Black on yellow',
    tokens: {
      surface: '#ffe14d',
      text: '#000000',
      'text-muted': '#000000',
      border: '#000000',
      accent: '#000000',
      'on-accent': '#ffe14d',
      urgent: '#000000',
      'on-urgent': '#ffffff',
      focus: '#000000',
      radius: '0px',
    },
  },
];

/** The ready theme that has exactly these tokens, if there is one. */
export const presetOf = (tokens: Tokens): Preset | undefined =>
  PRESETS.find((preset) => TOKENS.every((token) => (preset.tokens[token] ?? '') === (tokens[token]?.trim() ?? '')));
