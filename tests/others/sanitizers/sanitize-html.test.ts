import { executeServerCommand } from '@web/test-runner-commands';
import { describeFilter } from './filters.js';

/** Its own list of tags, so that one can be added. */
const MORE = { a: ['href', 'name', 'target'], div: ['class', 'data-*'] };

/** It runs on servers: these run in Node. */
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
