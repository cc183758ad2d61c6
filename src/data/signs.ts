import type { PointId, Section, SectionId, SignsGuide } from '../core/signs.js';

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const TEN = [...EIGHT, 9, 10] as const;
const section = (id: SectionId, ...points: PointId[]): Section => ({ id, points });
const above = (id: SectionId, ...points: PointId[]): Section => ({ id, points, first: true });

/** The fourteen signs in the campaign's order, and the advice for each audience. */
export const signs: SignsGuide = {
  signs: [
    'missing',
    'injuries',
    'drink',
    'police',
    'health',
    'school',
    'gifts',
    'others',
    'low',
    'self-harm',
    'looks',
    'older',
    'online',
    'family',
  ],
  urgent: ['low', 'self-harm'],
  listener: 'samaritans',
  reach: {
    talk1: 'childline',
    talk2: 'missing-people-safecall',
    talk3: 'samaritans',
    talk4: 'shout',
    talk7: 'fearless',
    talk8: 'report-remove',
  },
  audiences: {
    public: [
      section('do', 'honest', 'note', 'vehicles', 'small', 'again'),
      section('dont', 'question', 'pictures'),
      section('keep', 'notes'),
    ],
    'young-person': [
      above('fault', 'fault1', 'fault2', 'fault3', 'fault4', 'fault5'),
      above('talk', ...EIGHT.map((n) => `talk${n}` as const)),
      above('secret', ...EIGHT.map((n) => `secret${n}` as const)),
    ],
    parent: [
      section('also', 'parent1', 'parent2', 'parent3'),
      section('do', 'calm', 'blameless', 'listen', 'names', 'gone', 'tell-school', 'support'),
      section('dont', 'question', 'promise', 'pictures'),
      section('keep', 'notes'),
    ],
    hotel: [
      above('look', ...TEN.map((n) => `hotel${n}` as const)),
      section('do', 'id', 'note', 'vehicles', 'manager', 'night', 'near', 'small', 'again'),
      section('dont', 'accuse', 'question', 'pictures'),
      section('keep', 'cards', 'bookings', 'cctv', 'book', 'where'),
      section('law', 'hotel-law'),
    ],
    licensed: [
      above('look', ...TEN.map((n) => `licensed${n}` as const)),
      section('do', 'ages', 'refuse', 'note', 'vehicles', 'manager', 'door', 'near', 'small', 'again'),
      section('dont', 'alone', 'accuse', 'question', 'pictures'),
      section('keep', 'refusals', 'cctv', 'till', 'book', 'where'),
      section('law', 'licensed-law'),
    ],
    taxi: [
      above('look', ...TEN.map((n) => `taxi${n}` as const)),
      section(
        'do',
        'address',
        'trips',
        'note',
        'vehicles',
        'controller',
        'refused-trip',
        'back-seat',
        'near',
        'small',
        'again',
      ),
      section('dont', 'gifts', 'accuse', 'question', 'pictures'),
      section('keep', 'log', 'cctv', 'bookings', 'book', 'where'),
      section('law', 'taxi-law'),
    ],
    takeaway: [
      above('look', ...TEN.map((n) => `takeaway${n}` as const)),
      section('do', 'note', 'vehicles', 'manager', 'back-rooms', 'near', 'whistle', 'small', 'again'),
      section('dont', 'accuse', 'question', 'pictures'),
      section('keep', 'cctv', 'till', 'book', 'where'),
    ],
    school: [
      above('look', ...EIGHT.map((n) => `school${n}` as const)),
      section('do', 'lead', 'straight', 'record', 'part-one', 'small', 'again'),
      section('dont', 'promise', 'question', 'nudes'),
      section('keep', 'own-words', 'notes'),
    ],
    professional: [
      above('look', ...TEN.map((n) => `professional${n}` as const)),
      section('do', 'lead', 'straight', 'record', 'small', 'again'),
      section('dont', 'promise', 'question', 'pictures'),
      section('keep', 'own-words', 'notes'),
    ],
  },
};
