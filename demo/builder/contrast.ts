import type { Colour, ColourRole, Theme } from '../../src/core/theme.js';
import { COLOUR_ROLES, contrast, isDark, over, PAIRS, readableTheme, same, written } from '../../src/core/theme.js';

/** The colour of one role on a light page and on a dark one. */
export interface Scheme {
  readonly light: Colour;
  readonly dark: Colour;
}
export type Colours = { readonly [R in ColourRole]?: Scheme };
export type Defaults = { readonly [R in ColourRole]: Scheme };

/** A theme on one kind of page, before and after the widget's corrections. */
export interface Settled {
  /** The colours that the author chose, and the widget's defaults for the others. */
  readonly wanted: Theme;
  /** The colours that the widget uses. */
  readonly used: Theme;
}

/**
 * Corrects a theme for a light page or a dark one as the widget's theme guard does. It lays a see-through background over the
 * widget's own. It takes the other colours for dark pages if the background is dark. It darkens or lightens each colour until it has
 * enough contrast.
 */
export function settle(given: Colours, defaults: Defaults, dark: boolean): Settled {
  const colour = (role: ColourRole, onDark: boolean): Colour =>
    (given[role] ?? defaults[role])[onDark ? 'dark' : 'light'];
  const asked = colour('surface', dark);
  const surface = asked[3] < 1 ? over(asked, defaults.surface[dark ? 'dark' : 'light']) : asked;
  const partners = isDark(surface);
  const colours = Object.fromEntries(COLOUR_ROLES.map((role) => [role, colour(role, partners)])) as unknown as Theme;
  return { wanted: { ...colours, surface: asked }, used: readableTheme({ ...colours, surface }) };
}

/** One pair of colours, and the sentence about it. */
export interface Verdict {
  readonly role: ColourRole;
  /** The colour that it is seen on. It is undefined for the background itself. */
  readonly on: ColourRole | undefined;
  /** Whether the widget uses the colour as it is. */
  readonly kept: boolean;
  /** The colour that the author chose, and the one that the widget uses. */
  readonly wanted: Colour;
  readonly used: Colour;
  readonly sentence: string;
}

/** The contrast with one decimal. It is rounded down, so that 4.48 does not pass for 4.5. */
const ratio = (one: Colour, other: Colour): string => `${Math.floor(contrast(one, other) * 10) / 10} to 1`;

const isText = (least: number): boolean => least > 3;
function judged(found: number, least: number): string {
  if (isText(least)) return found >= 7 ? 'easy to read' : 'readable';
  return found >= 4.5 ? 'easy to see' : 'can be seen';
}

const PAIR_NAMES: { readonly [R in ColourRole]: string } = {
  surface: 'Background',
  text: 'Text on the background',
  'text-muted': 'Less important text on the background',
  border: 'Borders on the background',
  accent: 'Links and buttons on the background',
  'on-accent': 'Text on the accent',
  urgent: 'Danger now on the background',
  'on-urgent': 'Text on danger now',
  focus: 'Focus outline on the background',
};
export const pairName = (role: ColourRole): string => PAIR_NAMES[role];

/** The sentences about all pairs of a theme. The background comes first. */
export function verdicts({ wanted, used }: Settled): readonly Verdict[] {
  const surface: Verdict = {
    role: 'surface',
    on: undefined,
    kept: same(wanted.surface, used.surface),
    wanted: wanted.surface,
    used: used.surface,
    sentence: same(wanted.surface, used.surface)
      ? 'used as it is'
      : `see-through, and nobody knows what a page has behind it. The widget uses ${written(used.surface)} instead`,
  };
  const pairs = PAIRS.map(([role, on, least]): Verdict => {
    const ground = used[on];
    const seen = over(wanted[role], ground);
    const kept = same(wanted[role], used[role]);
    const now = ratio(used[role], ground);
    const enough = same(seen, used[role]);
    const sentence = kept
      ? `${now}: ${judged(contrast(used[role], ground), least)}`
      : enough
        ? `${now}: ${judged(contrast(used[role], ground), least)}. ${wanted[role][3] < 1 ? 'It is see-through' : 'Not every screen has it'}. The widget uses ${written(used[role])} instead, which looks the same`
        : `${ratio(seen, ground)}: too little. The widget uses ${written(used[role])} instead, ${now}`;
    return { role, on, kept, wanted: seen, used: used[role], sentence };
  });
  return [surface, ...pairs];
}
