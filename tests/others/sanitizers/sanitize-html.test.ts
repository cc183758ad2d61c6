import { executeServerCommand } from '@web/test-runner-commands';
import { describeFilter } from './filters.js';

/** The allowed attributes with one more tag. */
const MORE = { a: ['href', 'name', 'target'], div: ['class', 'data-*'] };

/** The settings, with which it runs in Node as on a server. */
const SETTINGS: Record<string, object> = {
  'sanitize-html': {},
  'sanitize-html, class let in': { allowedAttributes: { ...MORE, div: ['class'] } },
  'sanitize-html, class and data attributes let in': { allowedAttributes: MORE },
  'sanitize-html, plain text and links': {
    allowedTags: ['p', 'br', 'b', 'i', 'em', 'strong', 'a', 'ul', 'ol', 'li'],
    allowedAttributes: { a: ['href'] },
    allowedSchemes: ['http', 'https', 'mailto'],
  },
  'sanitize-html, text only': { allowedTags: [], allowedAttributes: {} },
};

for (const [name, options] of Object.entries(SETTINGS)) {
  describeFilter({
    name,
    linkless: name.endsWith('text only'),
    clean: (texts) => executeServerCommand('sanitize-html', { texts, options }),
  });
}
