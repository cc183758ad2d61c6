import { testLooksIn } from '../../script/looks-in-page.js';

describe('under the style sheet of somebody else', () =>
  testLooksIn({
    bootstrap: { drawn: 6 },
    tailwind: { drawn: 6, width: 1280 },
    govuk: { drawn: 6 },
    nhsuk: { drawn: 6, width: 1280 },
    'wordpress-theme': { drawn: 6 },
  }));
