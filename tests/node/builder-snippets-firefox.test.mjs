import { testBuilder } from '../helpers/builder.mjs';

testBuilder('firefox', 'snippets');
