import { initAll } from 'govuk-frontend';
import { behave } from './behaviour.js';

initAll();
behave(document);
