import { behave } from './behaviour.js';

behave(document);
