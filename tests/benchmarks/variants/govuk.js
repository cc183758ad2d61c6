import { Button, createAll, Radios } from 'govuk-frontend';
import { behave } from './behaviour.js';

createAll(Button);
createAll(Radios);
behave(document);
