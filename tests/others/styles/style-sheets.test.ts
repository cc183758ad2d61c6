import { testLooksIn } from '../../script/looks-in-page.js';

describe('the elements on a page with the style sheet of a library', () =>
  testLooksIn({
    bootstrap: { drawn: 6 },
    tailwind: { drawn: 6, width: 1280 },
    govuk: { drawn: 6 },
    nhsuk: { drawn: 6, width: 1280 },
    'wordpress-theme': { drawn: 6 },
  }));
