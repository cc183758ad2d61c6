// Tests the whole page of the snippet builder in Chromium, and copying in Firefox too, where the clipboard has other rules.
import { testBuilder } from './builder-tests.mjs';

testBuilder('chromium', 'page');
testBuilder('firefox', 'copying');
