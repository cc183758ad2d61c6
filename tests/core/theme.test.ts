import { expect } from '@open-wc/testing';
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
/** Which stands on which, and the least ratio that WCAG 2.2 asks for. Written out again, so that a slip in the source is seen. */
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
  // as any contrast checker gives them
  for (const [one, other, ratio] of [
    ['000000', 'ffffff', 21],
    ['ffffff', 'ffffff', 1],
    ['767676', 'ffffff', 4.54],
    ['777777', 'ffffff', 4.48],
    ['ff0000', 'ffffff', 4],
    ['0000ff', 'ffffff', 8.59],
    ['ffff00', '000000', 19.56],
  ] as const) {
    it(`is ${ratio} for #${one} and #${other}, whichever comes first`, () => {
      expect(contrast(hex(one), hex(other))).to.be.closeTo(ratio, 0.005);
      expect(contrast(hex(other), hex(one))).to.be.closeTo(ratio, 0.005);
    });
  }

  it('counts a colour that sRGB has not as the nearest that it has', () => {
    expect(contrast([1.4, -0.3, -0.2, 1], [1, 1, 1, 1])).to.be.closeTo(contrast(hex('ff0000'), hex('ffffff')), 0.001);
  });
});

describe('a colour over another', () => {
  for (const [what, opacity, seen] of [
    ['is itself where it is opaque', 1, [1, 0, 0, 1]],
    ['is not seen where it is clear', 0, [0, 0, 1, 1]],
    ['is half of each, to the next step of a screen, where it is half clear', 0.5, [128 / 255, 0, 128 / 255, 1]],
  ] as const) {
    it(what, () => {
      expect(over([1, 0, 0, opacity], [0, 0, 1, 1])).to.deep.equal(seen);
    });
  }
});

describe('a dark colour', () => {
  for (const [colour, dark] of [
    ['000000', true],
    ['17191c', true],
    ['757575', true],
    ['767676', false],
    ['ffffff', false],
  ] as const) {
    it(`${dark ? 'is' : 'is not'} #${colour}`, () => {
      expect(isDark(hex(colour))).to.equal(dark);
    });
  }
});

describe('a readable theme', () => {
  it('keeps a theme that is readable as it is', () => {
    expect(readableTheme(plain)).to.deep.equal(plain);
  });

  it('keeps the hue of an accent that is too light, and darkens it', () => {
    const [red, green, blue] = readableTheme({ ...plain, accent: hex('ffcc00') }).accent;
    expect(red).to.be.within(0.3, 0.8);
    expect(green / red).to.be.closeTo(0.8, 0.01);
    expect(blue).to.equal(0);
  });

  it('lightens what is too dark for a dark surface', () => {
    const { accent } = readableTheme({ ...plain, surface: hex('111111'), accent: hex('14427f') });
    expect(contrast(accent, hex('111111'))).to.be.at.least(4.5);
    expect(accent[2]).to.be.above(accent[0]);
  });

  it('settles the accent before the text upon it', () => {
    const { accent, 'on-accent': text } = readableTheme({
      ...plain,
      accent: hex('ffcc00'),
      'on-accent': hex('ffcc00'),
    });
    expect(contrast(text, accent)).to.be.at.least(4.5);
  });

  it('sees a clear colour as it is seen on its background', () => {
    const { text } = readableTheme({ ...plain, text: [0, 0, 0, 0.9] });
    expect(text[0]).to.be.closeTo(0.1, 0.002);
    expect(text[3]).to.equal(1);
  });

  it('answers for ten thousand themes with pairs that can all be read', () => {
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
          expect(ratio, `${role} on ${on}`).to.be.at.least(least);
          expect(safe[role][3], role).to.equal(1);
        }
      }),
      { numRuns: 10_000, seed: 2026 },
    );
    expect(lowest).to.be.within(1, 1.02);
  });
});
