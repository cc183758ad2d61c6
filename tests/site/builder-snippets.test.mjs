// Compares the builder's snippets with their previews, only in Chromium, because comparing pixels needs one engine.
import { testBuilder } from './builder-tests.mjs';

testBuilder('chromium', 'snippets');
