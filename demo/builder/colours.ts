import type { ColourRole } from '../../src/core/theme.js';
import { COLOUR_ROLES, colourFrom } from '../../src/core/theme.js';
import { theme } from '../../src/guest/theme.styles.js';
import type { Colours, Defaults, Scheme } from './contrast.js';
import type { Tokens } from './tokens.js';

/** The value of each token that is not set, read from the widget's own style sheet. */
const DEFAULT_VALUES = Object.fromEntries(
  [...theme.matchAll(/--_default-([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
);

/**
 * The computed value of a CSS colour on a light page and on a dark one. A browser computes it, because the colour may have any
 * notation, such as `light-dark(…)` or `color-mix(…)`.
 */
function schemeOf(value: string): Scheme {
  const probe = document.createElement('i');
  probe.style.cssText = 'position: fixed; visibility: hidden; forced-color-adjust: none;';
  probe.style.backgroundColor = `color-mix(in srgb, ${value}, ${value})`;
  document.body.append(probe);
  const as = (scheme: string) => {
    probe.style.colorScheme = scheme;
    return colourFrom(getComputedStyle(probe).backgroundColor);
  };
  const both = { light: as('light'), dark: as('dark') };
  probe.remove();
  return both;
}

let defaults: Defaults | undefined;
export const defaultColours = (): Defaults =>
  (defaults ??= Object.fromEntries(COLOUR_ROLES.map((role) => [role, schemeOf(DEFAULT_VALUES[role] ?? '')])) as Record<
    ColourRole,
    Scheme
  >);

/** The colours that tokens set. Each token has to be valid. */
export const coloursOf = (tokens: Tokens): Colours =>
  Object.fromEntries(COLOUR_ROLES.flatMap((role) => (tokens[role] ? [[role, schemeOf(tokens[role])]] : [])));

/** The colour on a light page as six hexadecimal digits, because a colour picker accepts nothing else. */
export const hexOf = ({ light }: Scheme): string =>
  `#${light
    .slice(0, 3)
    .map((part) =>
      Math.round(Math.min(Math.max(part, 0), 1) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
