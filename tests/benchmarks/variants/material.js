import '@material/web/button/filled-button.js';
import '@material/web/button/outlined-button.js';
import '@material/web/radio/radio.js';
import { behave } from './behaviour.js';

behave(document);
