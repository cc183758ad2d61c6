/** Red, green, blue and opacity in sRGB, each from 0 to 1; red, green and blue lie outside for colours that sRGB has not. */
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
 * Which colour has to stand out from which, and how far. WCAG 2.2: 4.5 for text (1.4.3), 3 for what a control is known by and
 * for the focus (1.4.11). The accent is the text of links, so it counts as text. In an order in which the second of a pair is
 * settled before the first.
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
/** Engines round to the 256 steps of a screen in their own ways: a pair that only just reaches its ratio could lose it. */
const MARGIN = 0.03;
const WHITE: Colour = [1, 1, 1, 1];
const BLACK: Colour = [0, 0, 0, 1];

const clamp = (part: number): number => Math.min(Math.max(part, 0), 1);

/** `color(srgb 0.1 none 1 / 0.5)`, which is how every engine writes a mixture in sRGB. */
export function colourFrom(text: string): Colour {
  const [red = 0, green = 0, blue = 0, opacity = 1] = (
    text.replace(/none/g, '0').match(/-?\d[\d.]*(e-?\d+)?/g) ?? []
  ).map(Number);
  return [red, green, blue, opacity];
}
/** In 256 steps, as people write colours. */
export const written = (colour: Colour): string =>
  `rgb(${colour
    .slice(0, 3)
    .map((part) => Math.round(part * 255))
    .join(' ')})`;
/** Whether nobody could tell two colours apart, and one is as see-through as the other. */
export const same = (one: Colour, other: Colour): boolean =>
  one.every((part, i) => Math.abs(part - (other[i] ?? 0)) < 0.002);

/** A mixture of two colours, opaque and in the 256 steps of a screen; `share` is the first one's, from 0 to 1. */
const mix = (colour: Colour, other: Colour, share: number): Colour => {
  const part = (i: 0 | 1 | 2): number =>
    Math.round((clamp(colour[i]) * share + clamp(other[i]) * (1 - share)) * 255) / 255;
  return [part(0), part(1), part(2), 1];
};

/** What is seen of a colour that lies over another, opaque one. */
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

/** The colour itself where it stands out enough; else the nearest on the way to black or to white that does. */
function readable(colour: Colour, on: Colour, least: number): Colour {
  const pole = isDark(on) ? WHITE : BLACK;
  for (let share = 1; share > 0; share -= 0.05) {
    const tried = mix(colour, pole, share);
    if (contrast(tried, on) >= least + MARGIN) return tried;
  }
  return pole;
}

/**
 * The same theme with every pair readable. A colour that stands out enough is kept; another is darkened or lightened until it
 * does, so that a brand's hue stays where it can. See-through colours become what is seen of them on their background.
 *
 * The surface is taken as it is and has to be opaque: nobody knows what a page has behind it. Black or white stands at 4.58:1
 * or better on any colour there is, so there is always an answer.
 */
export function readableTheme(theme: Theme): Theme {
  const safe = { ...theme, surface: over(theme.surface, theme.surface) };
  for (const [role, on, least] of PAIRS) safe[role] = readable(over(theme[role], safe[on]), safe[on], least);
  return safe;
}
