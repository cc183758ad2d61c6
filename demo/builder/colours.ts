import type { ColourRole } from '../../src/core/theme.js';
import { COLOUR_ROLES, colourFrom } from '../../src/core/theme.js';
import { theme } from '../../src/guest/theme.styles.js';
import type { Colours, Defaults, Scheme } from './contrast.js';
import type { Tokens } from './tokens.js';

/** What the widget uses where a token is not set, as its own style sheet says. */
const DEFAULT_VALUES = Object.fromEntries(
  [...theme.cssText.matchAll(/--_default-([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
    name,
    value.trim(),
  ]),
);

/**
 * What a colour of CSS comes to on a light page and on a dark one; only a browser knows. Anything that is a colour by itself will
 * do, `light-dark(…)` and `color-mix(…)` too.
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

/** The colours that tokens set, which all have to be such as can be used. */
export const coloursOf = (tokens: Tokens): Colours =>
  Object.fromEntries(COLOUR_ROLES.flatMap((role) => (tokens[role] ? [[role, schemeOf(tokens[role])]] : [])));

/** For a colour picker, which knows six digits and nothing else. */
export const hexOf = ({ light }: Scheme): string =>
  `#${light
    .slice(0, 3)
    .map((part) =>
      Math.round(Math.min(Math.max(part, 0), 1) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
