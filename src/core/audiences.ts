import type { Answers } from './directory.js';

/** The audiences that a page can have. Its author sets one with `audience`. */
export const AUDIENCES = [
  'public',
  'young-person',
  'parent',
  'hotel',
  'licensed',
  'taxi',
  'takeaway',
  'school',
  'professional',
] as const;
export type Audience = (typeof AUDIENCES)[number];

const WHO: { readonly [A in Audience]?: NonNullable<Answers['who']> } = {
  'young-person': 'under-19',
  parent: 'parent',
  hotel: 'business',
  licensed: 'business',
  taxi: 'business',
  takeaway: 'business',
  school: 'professional',
  professional: 'professional',
};

/** The answers that an audience implies before anybody touches the panel. The person can always change them. */
export function presetAnswers(audience: Audience): Answers {
  const who = WHO[audience];
  return who ? { who } : {};
}

/** Whether the audience reads the page at work. Such a page needs no way to leave it quickly. */
export const isWorkAudience = (audience: Audience): boolean =>
  ['business', 'professional'].includes(WHO[audience] ?? '');

/** Whether the line for children is shown above the routes: on every page that is not only for staff, and in schools. */
export const namesChildren = (audience: Audience): boolean => audience === 'school' || !isWorkAudience(audience);
