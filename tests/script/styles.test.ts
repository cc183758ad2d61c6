import { testLooksIn } from './looks-in-page.js';
import type { Situation } from './looks-in-page.js';

const SITUATIONS: Readonly<Record<string, Situation>> = {
  'root-62.5': {},
  'important-text': { drawn: 5 },
  'important-boxes': { drawn: 5 },
  'important-marks': { drawn: 5 },
  'first-letter': { drawn: 5 },
  'important-empty': { drawn: 5 },
  unset: { drawn: 5 },
  'unset-important': { drawn: 5 },
  quirks: { drawn: 5 },
  'dark-unsaid': {},
  'dark-all': { dark: true },
  'right-to-left-all': {},
  sidebar: { narrowest: 200 },
  float: {},
  'table-cell': {},
  flex: {},
  grid: {},
  absolute: {},
  contain: {},
  clipped: {},
  zoom: {},
  scale: {},
  'multi-column': { width: 1280 },
  vertical: {},
  inherited: {},
};

describe('an element in a page with unsuitable styles', () => testLooksIn(SITUATIONS));
