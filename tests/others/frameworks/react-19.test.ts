import { testInTheBrowser } from './client.js';
import { testServerMarkup } from './hydration.js';

testInTheBrowser('react-19');
testServerMarkup('react-19', true);
