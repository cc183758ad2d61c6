import { testInTheBrowser } from './client.js';
import { testServerMarkup } from './hydration.js';

testInTheBrowser('react-18');
testServerMarkup('react-18', true);
