import { testBuilder } from '../helpers/builder.mjs';

testBuilder('chromium', 'snippets');
