import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Colour, ColourRole, Theme } from '../../src/core/theme.js';
import { COLOUR_ROLES, contrast, isDark, over, readableTheme } from '../../src/core/theme.js';

const hex = (text: string): Colour => {
  const [red = 0, green = 0, blue = 0] = (text.match(/\w\w/g) ?? []).map((part) => parseInt(part, 16) / 255);
  return [red, green, blue, 1];
};
const plain: Theme = {
  surface: hex('ffffff'),
  text: hex('0b0c0c'),
  'text-muted': hex('454b50'),
  border: hex('6f777b'),
  accent: hex('14427f'),
  'on-accent': hex('ffffff'),
  urgent: hex('a40f1c'),
  'on-urgent': hex('ffffff'),
  focus: hex('0b0c0c'),
};
/** Each colour, its background and the minimum ratio of WCAG 2.2. They are written out again to find mistakes in the source. */
const asked: readonly (readonly [ColourRole, ColourRole, number])[] = [
  ['text', 'surface', 4.5],
  ['text-muted', 'surface', 4.5],
  ['accent', 'surface', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-urgent', 'urgent', 4.5],
  ['urgent', 'surface', 3],
  ['border', 'surface', 3],
  ['focus', 'surface', 3],
];

describe('contrast', () => {
  // results of contrast checkers
  for (const [one, other, ratio] of [
    ['000000', 'ffffff', 21],
    ['ffffff', 'ffffff', 1],
    ['767676', 'ffffff', 4.54],
    ['777777', 'ffffff', 4.48],
    ['ff0000', 'ffffff', 4],
    ['0000ff', 'ffffff', 8.59],
    ['ffff00', '000000', 19.56],
  ] as const) {
    it(`is ${ratio} for #${one} and #${other} in any order`, () => {
      assert.ok(Math.abs(contrast(hex(one), hex(other)) - ratio) <= 0.005, String(contrast(hex(one), hex(other))));
      assert.ok(Math.abs(contrast(hex(other), hex(one)) - ratio) <= 0.005, String(contrast(hex(other), hex(one))));
    });
  }

  it('replaces a colour outside sRGB with the nearest one inside', () => {
    assert.ok(
      Math.abs(contrast([1.4, -0.3, -0.2, 1], [1, 1, 1, 1]) - contrast(hex('ff0000'), hex('ffffff'))) <= 0.001,
      String(contrast([1.4, -0.3, -0.2, 1], [1, 1, 1, 1])),
    );
  });
});

describe('over', () => {
  for (const [what, opacity, seen] of [
    ['returns an opaque colour unchanged', 1, [1, 0, 0, 1]],
    ['returns the background for a transparent colour', 0, [0, 0, 1, 1]],
    ['returns the rounded mean for a colour of half opacity', 0.5, [128 / 255, 0, 128 / 255, 1]],
  ] as const) {
    it(what, () => {
      assert.deepEqual(over([1, 0, 0, opacity], [0, 0, 1, 1]), seen);
    });
  }
});

describe('isDark', () => {
  for (const [colour, dark] of [
    ['000000', true],
    ['17191c', true],
    ['757575', true],
    ['767676', false],
    ['ffffff', false],
  ] as const) {
    it(`is ${dark} for #${colour}`, () => {
      assert.equal(isDark(hex(colour)), dark);
    });
  }
});

describe('readableTheme', () => {
  it('does not change a theme that is readable', () => {
    assert.deepEqual(readableTheme(plain), plain);
  });

  it('darkens an accent that is too light and keeps its hue', () => {
    const [red, green, blue] = readableTheme({ ...plain, accent: hex('ffcc00') }).accent;
    assert.ok(red >= 0.3 && red <= 0.8, String(red));
    assert.ok(Math.abs(green / red - 0.8) <= 0.01, String(green / red));
    assert.equal(blue, 0);
  });

  it('lightens an accent that is too dark for a dark surface', () => {
    const { accent } = readableTheme({ ...plain, surface: hex('111111'), accent: hex('14427f') });
    assert.ok(contrast(accent, hex('111111')) >= 4.5, String(contrast(accent, hex('111111'))));
    assert.ok(accent[2] > accent[0], String(accent[2]));
  });

  it('corrects the accent before the text on it', () => {
    const { accent, 'on-accent': text } = readableTheme({
      ...plain,
      accent: hex('ffcc00'),
      'on-accent': hex('ffcc00'),
    });
    assert.ok(contrast(text, accent) >= 4.5, String(contrast(text, accent)));
  });

  it('mixes a translucent colour with its background', () => {
    const { text } = readableTheme({ ...plain, text: [0, 0, 0, 0.9] });
    assert.ok(Math.abs(text[0] - 0.1) <= 0.002, String(text[0]));
    assert.equal(text[3], 1);
  });

  it('makes every pair of a thousand themes readable', () => {
    const part = fc.double({ min: -0.2, max: 1.2, noNaN: true });
    const colour = fc.tuple(part, part, part, fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })));
    const grey = part.map((one): Colour => [one, one, one, 1]);
    const theme = fc.record(Object.fromEntries(COLOUR_ROLES.map((role) => [role, fc.oneof(colour, grey)])));
    let lowest = Infinity;
    fc.assert(
      fc.property(theme, (given) => {
        const [red, green, blue] = given.surface as Colour;
        const safe = readableTheme({ ...given, surface: [red, green, blue, 1] } as unknown as Theme);
        for (const [role, on, least] of asked) {
          const ratio = contrast(safe[role], safe[on]);
          lowest = Math.min(lowest, ratio / least);
          assert.ok(ratio >= least, `${role} on ${on}`);
          assert.equal(safe[role][3], 1, role);
        }
      }),
      { numRuns: 1_000, seed: 2026 },
    );
    assert.ok(lowest >= 1 && lowest <= 1.02, String(lowest));
  });
});
