import { testInTheBrowser } from './client.js';

testInTheBrowser('svelte');
