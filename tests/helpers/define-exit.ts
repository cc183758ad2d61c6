// Defines the exit from its source, in a page in a frame.
import { en } from '../../src/data/locales/en.js';
import { SaySomethingExit } from '../../src/elements/exit/say-something-exit.js';

SaySomethingExit.provided = { locales: { en } };
customElements.define('say-something-exit', SaySomethingExit);
