import { initAll } from 'nhsuk-frontend';
import { behave } from './behaviour.js';

initAll();
behave(document);
