/** Red, green, blue and opacity in sRGB, each from 0 to 1. A colour outside sRGB has a red, green or blue beyond these limits. */
export type Colour = readonly [red: number, green: number, blue: number, opacity: number];

/** What a colour is for: the names of the public tokens, without their prefix. */
export const COLOUR_ROLES = [
  'surface',
  'text',
  'text-muted',
  'border',
  'accent',
  'on-accent',
  'urgent',
  'on-urgent',
  'focus',
] as const;
export type ColourRole = (typeof COLOUR_ROLES)[number];
export type Theme = { readonly [R in ColourRole]: Colour };

/**
 * The pairs of colours that need contrast, with the least ratio for each (WCAG 2.2): 4.5 for text (1.4.3), and 3 for the parts by which
 * people recognise a control and for the focus (1.4.11). The accent is the text of links, so it counts as text. The order matters: the
 * second colour of a pair is settled before its first.
 */
export const PAIRS: readonly (readonly [ColourRole, on: ColourRole, least: number])[] = [
  ['text', 'surface', 4.5],
  ['text-muted', 'surface', 4.5],
  ['border', 'surface', 3],
  ['accent', 'surface', 4.5],
  ['on-accent', 'accent', 4.5],
  ['urgent', 'surface', 3],
  ['on-urgent', 'urgent', 4.5],
  ['focus', 'surface', 3],
];
/**
 * Added to each ratio, because engines round to the 256 steps of a screen differently, and a pair that only just reaches its ratio could
 * miss it.
 */
const MARGIN = 0.03;
const WHITE: Colour = [1, 1, 1, 1];
const BLACK: Colour = [0, 0, 0, 1];

const clamp = (part: number): number => Math.min(Math.max(part, 0), 1);

/** Reads `color(srgb 0.1 none 1 / 0.5)`, which is how every engine writes a mixture in sRGB. */
export function colourFrom(text: string): Colour {
  const [red = 0, green = 0, blue = 0, opacity = 1] = (
    text.replace(/none/g, '0').match(/-?\d[\d.]*(e-?\d+)?/g) ?? []
  ).map(Number);
  return [red, green, blue, opacity];
}
/** A colour as people write it in CSS, in 256 steps and without its opacity. `"rgb(11 12 12)"` */
export const written = (colour: Colour): string =>
  `rgb(${colour
    .slice(0, 3)
    .map((part) => Math.round(part * 255))
    .join(' ')})`;
/** Whether nobody could tell two colours apart, and both have the same opacity. */
export const same = (one: Colour, other: Colour): boolean =>
  one.every((part, i) => Math.abs(part - (other[i] ?? 0)) < 0.002);

/** A mixture of two colours, opaque and in the 256 steps of a screen. `share` is the share of the first, from 0 to 1. */
const mix = (colour: Colour, other: Colour, share: number): Colour => {
  const part = (i: 0 | 1 | 2): number =>
    Math.round((clamp(colour[i]) * share + clamp(other[i]) * (1 - share)) * 255) / 255;
  return [part(0), part(1), part(2), 1];
};

/** What people see of a colour over another, opaque one. */
export const over = (colour: Colour, under: Colour): Colour => mix(colour, under, clamp(colour[3]));

/** Relative luminance, 0 for black to 1 for white (WCAG 2.2, with the threshold of sRGB itself). */
function luminance(colour: Colour): number {
  const [red, green, blue] = [colour[0], colour[1], colour[2]].map((part) => {
    const value = clamp(part);
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Whether white is easier to read on a colour than black is. */
export const isDark = (colour: Colour): boolean => contrast(colour, WHITE) > contrast(colour, BLACK);

/** The colour itself if it has enough contrast, otherwise the nearest mixture with black or white that has. */
function readable(colour: Colour, on: Colour, least: number): Colour {
  const pole = isDark(on) ? WHITE : BLACK;
  for (let share = 1; share > 0; share -= 0.05) {
    const tried = mix(colour, pole, share);
    if (contrast(tried, on) >= least + MARGIN) return tried;
  }
  return pole;
}

/**
 * The same theme with every pair readable. A colour with enough contrast is kept. Any other is darkened or lightened until it has enough,
 * so that a brand's hue stays where it can. A transparent colour becomes what people see of it on its background.
 *
 * The surface is used as it is and has to be opaque, because nobody knows what a page has behind it. Black or white has a contrast of at
 * least 4.58:1 on any colour, so there is always a result.
 */
export function readableTheme(theme: Theme): Theme {
  const safe = { ...theme, surface: over(theme.surface, theme.surface) };
  for (const [role, on, least] of PAIRS) safe[role] = readable(over(theme[role], safe[on]), safe[on], least);
  return safe;
}
