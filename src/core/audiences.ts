import type { Answers } from './directory.js';

/** Whom a page is for, as its author says with `audience`. */
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

/** What an audience has answered before anyone touches the panel; the person can always change it. */
export function presetAnswers(audience: Audience): Answers {
  const who = WHO[audience];
  return who ? { who } : {};
}

/** Whether an audience is at work there; such a page needs no way to leave it quickly. */
export const isWorkAudience = (audience: Audience): boolean =>
  ['business', 'professional'].includes(WHO[audience] ?? '');

/** Whether children are named above the routes: everywhere but where only staff read, schools excepted. */
export const namesChildren = (audience: Audience): boolean => audience === 'school' || !isWorkAudience(audience);
