import { testInTheBrowser } from './client.js';

testInTheBrowser('angular');
