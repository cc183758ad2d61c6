import { describeFilter } from './filters.js';
import { globalFrom } from './script.js';

const purify = globalFrom<{ sanitize: (text: string, settings?: object) => string }>(
  '/peers/dompurify/dist/purify.min.js',
  'DOMPurify',
);

/** Settings that content systems use. */
const SETTINGS: Record<string, object> = {
  DOMPurify: {},
  'DOMPurify, HTML only': { USE_PROFILES: { html: true } },
  'DOMPurify, no style or class': { FORBID_ATTR: ['style', 'class'] },
  'DOMPurify, no data attributes': { ALLOW_DATA_ATTR: false },
  'DOMPurify, no class or data attributes': { FORBID_ATTR: ['style', 'class'], ALLOW_DATA_ATTR: false },
  'DOMPurify, web and mail addresses only': { ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i },
  'DOMPurify, custom elements let in': {
    CUSTOM_ELEMENT_HANDLING: { tagNameCheck: /^say-something-/, attributeNameCheck: /^(?:audience|heading-level)$/ },
  },
  'DOMPurify, plain text and links': {
    ALLOWED_TAGS: ['p', 'br', 'b', 'i', 'em', 'strong', 'a', 'ul', 'ol', 'li'],
    ALLOWED_ATTR: ['href'],
    ALLOW_DATA_ATTR: false,
  },
};

for (const [name, settings] of Object.entries(SETTINGS)) {
  describeFilter({
    name,
    clean: async (texts) => {
      const { sanitize } = await purify;
      return texts.map((text) => sanitize(text, settings));
    },
  });
}
