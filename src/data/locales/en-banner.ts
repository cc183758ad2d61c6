import type { BannerMessages } from '../../core/messages/banner.js';

const work =
  'Children can be sexually exploited anywhere, including where you work. If something worries you, tell someone. You do not need to be sure.';

/** The words of the banner, in British English. Their facts are in sections 3 (definition, caution) and 5 of the facts file. */
export const enBanner: BannerMessages = {
  heading: 'Say something if you see something',
  sentence: {
    public: 'Any child can be sexually exploited. If something worries you, tell someone. You do not need to be sure.',
    'young-person': 'Is someone hurting you, or a friend? It is not your fault. You can talk to someone.',
    parent:
      'Any child can be sexually exploited, online too. If something worries you, tell someone. You do not need to be sure.',
    hotel: work,
    licensed: work,
    taxi: work,
    takeaway: work,
    school:
      'If a child may be being sexually exploited, tell your safeguarding lead today. You do not need to be sure.',
    professional:
      'If a child may be being sexually exploited, tell your safeguarding lead today. You do not need to be sure.',
  },
  danger: 'In danger now?',
  action: 'Say something',
  childAction: 'Who I can talk to',
};
