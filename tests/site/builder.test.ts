import { expect, fixture, html } from '@open-wc/testing';
import { coloursOf, defaultColours, hexOf } from '../../demo/builder/colours.js';
import { settle, verdicts } from '../../demo/builder/contrast.js';
import type { Site } from '../../demo/builder/output.js';
import { outputFor } from '../../demo/builder/output.js';
import type { Settings } from '../../demo/builder/settings.js';
import { DEFAULTS, LANGUAGES } from '../../demo/builder/settings.js';
import type { Tokens } from '../../demo/builder/tokens.js';
import { isToken, PRESETS, usedTokens } from '../../demo/builder/tokens.js';
import { COLOUR_ROLES, contrast, same, written } from '../../src/core/theme.js';
import '../../src/index.js';
import { colourOf } from '../helpers/colours.js';
import { recordWarnings } from '../helpers/warnings.js';

const supports = (property: string, value: string): boolean => CSS.supports(property, value);
const SITE: Site = { root: 'https://say.example.org/a/', version: '1.2.3', integrity: 'sha384-abc' };
const withSettings = (part: Partial<Settings>): Settings => ({ ...DEFAULTS, ...part });
const output = (part: Partial<Settings> = {}, site = SITE) =>
  outputFor(withSettings(part), site, 'https://say.example.org/a/builder/');

/** Unreadable themes, some of which a logo might suggest. */
const BAD: Readonly<Record<string, Tokens>> = {
  'a pale accent': { accent: '#ffcc00' },
  'a pale accent on dark': { surface: '#101820', accent: '#3a1010', 'on-accent': '#331111' },
  'a translucent surface': { surface: 'rgb(0 0 0 / 50%)' },
  'a pale translucent surface': { surface: 'rgb(255 240 240 / 0.2)', text: 'rgb(0 0 0 / 60%)' },
  'one grey for all colours': Object.fromEntries(COLOUR_ROLES.map((role) => [role, '#777777'])),
  'a reversed colour scheme': { surface: 'light-dark(#000000, #ffffff)', accent: 'light-dark(#0000aa, #ffff66)' },
  'colours outside sRGB': { accent: 'color(display-p3 0 1 0)', urgent: 'oklch(0.9 0.3 30)' },
  'colours by name': { urgent: 'white', 'on-urgent': 'ivory', focus: 'transparent', border: 'silver' },
  'a contrast just below the minimum': { 'text-muted': '#777', surface: '#fff' },
  'a surface of medium lightness': { surface: 'hsl(200 30% 46%)' },
};
const THEMES: readonly (readonly [name: string, tokens: Tokens])[] = [
  ...PRESETS.map(({ id, tokens }) => [`the theme “${id}”`, tokens] as const),
  ...Object.entries(BAD),
];

describe('the snippet builder', () => {
  describe('themes', () => {
    for (const [name, tokens] of THEMES) {
      for (const dark of [false, true]) {
        it(`shows the colours that the elements use for ${name} on a ${dark ? 'dark' : 'light'} page`, async () => {
          const page = await fixture<HTMLElement>(html`<div></div>`);
          page.style.colorScheme = dark ? 'dark' : 'light';
          for (const [token, value] of Object.entries(tokens))
            page.style.setProperty(`--say-something-${token}`, value);
          const warnings = recordWarnings();
          const element = document.createElement('say-something-banner');
          page.append(element);
          await element.updateComplete;
          const said = warnings.stop();
          const probe = document.createElement('span');
          element.shadowRoot?.querySelector('.root')?.append(probe);

          const settled = settle(coloursOf(usedTokens(tokens, supports)), defaultColours(), dark);
          for (const role of COLOUR_ROLES) {
            probe.style.color = `color-mix(in srgb, var(--_${role}), var(--_${role}))`;
            expect(written(settled.used[role]), role).to.equal(written(colourOf(getComputedStyle(probe).color)));
          }
          const judged = verdicts(settled);
          for (const { role, kept, sentence, used } of judged) {
            if (!kept) expect(sentence, role).to.contain(`The widget uses ${written(used)}`);
          }
          // each warning is given once in a page, so warnings of an earlier theme are not repeated
          for (const warning of said) {
            const verdict = judged.find(({ role }) => warning.includes(`--say-something-${role}: `));
            expect(verdict?.kept, warning).to.equal(false);
            expect(warning).to.contain(`so ${verdict && written(verdict.used)} is used`);
          }
        });
      }
    }

    for (const { id, tokens } of PRESETS) {
      it(`offers “${id}”, in which every pair is readable`, () => {
        for (const dark of [false, true]) {
          const all = verdicts(settle(coloursOf(tokens), defaultColours(), dark));
          expect(all.filter(({ kept }) => !kept).map(({ role }) => role)).to.deep.equal([]);
        }
      });
    }

    it('gives a ratio in numbers and in words', () => {
      const sentenceOf = (tokens: Tokens, role: string, dark = false): string =>
        verdicts(settle(coloursOf(tokens), defaultColours(), dark)).find((one) => one.role === role)?.sentence ?? '';
      expect(sentenceOf({}, 'text')).to.match(/^1\d\.\d to 1: easy to read$/);
      expect(sentenceOf({ accent: '#ffcc00' }, 'accent')).to.match(
        /^1\.5 to 1: too little\. The widget uses rgb\(\d+ \d+ \d+\) instead, 4\.\d to 1$/,
      );
      expect(sentenceOf({ accent: '#0000ff80' }, 'accent')).to.contain('too little');
      expect(sentenceOf({ text: 'rgb(0 0 0 / 90%)' }, 'text')).to.contain('see-through');
      expect(sentenceOf({ surface: 'transparent' }, 'surface')).to.contain('nobody knows');
    });

    it('never rounds a ratio up to a required one', () => {
      const tokens = { surface: '#ffffff', accent: '#767677' };
      const settled = settle(coloursOf(tokens), defaultColours(), false);
      expect(contrast(settled.wanted.accent, settled.wanted.surface)).to.be.within(4.5, 4.6);
      const sentence = verdicts(settled).find(({ role }) => role === 'accent')?.sentence;
      expect(sentence).to.match(/^4\.5 to 1: /);
    });

    it('sets a picker to the colour of a light page', () => {
      const { accent } = coloursOf({ accent: 'light-dark(#00703c, red)' });
      expect(accent && hexOf(accent)).to.equal('#00703c');
      expect(same(defaultColours().surface.light, [1, 1, 1, 1])).to.equal(true);
    });

    for (const [token, good, bad] of [
      [
        'accent',
        ['#abc', 'green', 'rgb(1 2 3 / 50%)', 'light-dark(red, color-mix(in srgb, red 20%, blue))'],
        [
          '',
          'blurg',
          'inherit',
          'var(--x)',
          'currentcolor',
          'red; color: blue',
          'red /* */',
          'red}',
          '</style>',
          'url(x)',
        ],
      ],
      ['font', ['Arial, sans-serif', "'Your Font'", 'system-ui'], ['inherit', '1', 'a;b', 'x</style>', 'url(x)']],
      ['radius', ['0px', '1em', 'calc(1px + 0.2em)', '50%'], ['4', 'red', '1em;', '1px 2px', '']],
      ['space', ['12px', '0.75em'], ['much', '-', '1px}']],
    ] as const) {
      it(`accepts for ${token} only valid values that cannot end the rule`, () => {
        for (const value of good) expect(isToken(token, value, supports), value).to.equal(true);
        for (const value of bad) expect(isToken(token, value, supports), value).to.equal(false);
      });
    }
  });

  describe('the output', () => {
    it('can be one file, which is HTML', () => {
      const { file, snippet, script } = output({ tokens: { accent: 'red' } });
      const page = new DOMParser().parseFromString(file, 'text/html');
      expect(page.querySelectorAll('.say-something')).to.have.lengthOf(1);
      expect(file).to.contain(snippet).and.contain(script).and.contain('--say-something-accent: red');
      expect(page.body.textContent).not.to.contain('-->');
    });

    it('is offered in the languages that have words', () => {
      const { provided } = customElements.get('say-something-report') as unknown as {
        readonly provided: { readonly locales: object };
      };
      expect(Object.keys(LANGUAGES)).to.deep.equal(Object.keys(provided.locales));
    });
  });
});
