import { testInTheBrowser } from './client.js';
import { testServerMarkup } from './hydration.js';

testInTheBrowser('vue');
testServerMarkup('vue', false);
