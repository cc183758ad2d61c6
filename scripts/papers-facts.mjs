// What the papers are made from: the built-in directory and signs, and the address of the site with a code for each of its pages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import encodeQR from 'qr';
import { pageOfTrade, TRADES } from '../demo/papers/trades.ts';
import { hertfordshire } from '../src/data/hertfordshire.ts';
import { signs } from '../src/data/signs.ts';

const require = createRequire(import.meta.url);

/** The fonts of the sheets, so that a sheet is the same in every browser: the name of each in the site, and its path here. */
export const FONT_FILES = [400, 700, 800].map((weight) => {
  const name = `public-sans-latin-${weight}-normal.woff2`;
  return [name, require.resolve(`@fontsource/public-sans/files/${name}`)];
});

const { version, homepage } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
/** The address on the sheets while nobody has set one. They say that it is a sample. */
const SAMPLE = 'https://www.example.org/';

/**
 * The address of the public site, from `SITE_ADDRESS`, or else from `homepage` in package.json. It is printed on paper, so a wrong one stops
 * the build.
 */
export function siteAddress(given = process.env.SITE_ADDRESS || homepage) {
  if (!given) return { address: SAMPLE, known: false };
  if (!URL.canParse(given) || !/^https:\/\/[^\s?#@]+\/$/.test(given))
    throw new Error(`The address of the site is “${given}”. It has to begin with https:// and end with a slash.`);
  return { address: new URL(given).href, known: true };
}

/** A code for phones as the path of an SVG: each run of black modules in a row is one rectangle, so that no seam shows. */
function codePath(text) {
  const rows = encodeQR(text, 'raw', { ecc: 'quartile', border: 4 });
  const path = rows
    .flatMap((row, y) =>
      [
        ...row
          .map((on) => (on ? 1 : 0))
          .join('')
          .matchAll(/1+/g),
      ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
    )
    .join('');
  return { path, modules: rows.length };
}

/** Where the site is, and the code for each page that a sheet leads to. */
function placeOf(given) {
  const { address, known } = siteAddress(given);
  const codes = Object.fromEntries(
    /** @type {const} */ (['public', ...TRADES]).map((trade) => [
      pageOfTrade(trade),
      codePath(address + pageOfTrade(trade)),
    ]),
  );
  return { address, known, version, codes };
}

/** @returns {import('../demo/papers/paper.ts').PaperFacts} */
export const paperFacts = () => ({ directory: hertfordshire, guide: signs, place: placeOf() });
