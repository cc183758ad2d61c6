import type { Audience } from '../src/core/audiences.js';

/** The name of each audience for editors and readers, on buttons, in lists and in titles. */
export const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  public: 'Everyone',
  'young-person': 'Young people',
  parent: 'Parents and carers',
  hotel: 'Hotel staff',
  licensed: 'Staff who sell alcohol',
  taxi: 'Taxi and private hire drivers',
  takeaway: 'Takeaway staff',
  school: 'School staff',
  professional: 'Health, care and other professionals',
};
