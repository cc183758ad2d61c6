// For a page in a frame: defines the exit there from its source.
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import { signs as guide } from '../../src/data/signs.js';
import { SaySomethingExit } from '../../src/elements/say-something-exit.js';

SaySomethingExit.provided = { directory: hertfordshire, locales: { en }, guide };
customElements.define('say-something-exit', SaySomethingExit);
