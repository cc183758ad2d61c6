// The snippets of the builder beside their previews, in Chromium: a comparison of pixels needs one engine.
import { testBuilder } from './builder-tests.mjs';

testBuilder('chromium', 'snippets');
