import { expect } from '@open-wc/testing';
import type { Choice, Own, PaperFacts } from '../../demo/papers/paper.js';
import { LONGEST } from '../../demo/papers/settings.js';
import { contentsPage, sheetsFor } from '../../demo/papers/sheets.js';
import { SIZES, TRADES } from '../../demo/papers/trades.js';
import { hertfordshire as directory } from '../../src/data/hertfordshire.js';
import { signs as guide } from '../../src/data/signs.js';
import { until } from '../helpers/until.js';

/*
 * Whether each sheet fits its page in this engine. Its boxes have the size of the paper, so what is too long shows on a screen as well. It is
 * what can be shown of WebKit, whose driver cannot print.
 */

const factsWith = (address: string): PaperFacts => ({
  directory,
  guide,
  place: { address, known: false, version: '10.10.10', codes: {} },
});
const SAMPLE = factsWith('https://www.example.org/');
const LONG = factsWith('https://say-something.hertfordshire.gov.uk/');

/** A picture of a size, as a logo is drawn. */
function picture(width: number, height: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context) context.fillRect(0, 0, width, height);
  return canvas.toDataURL('image/png');
}

const text = (words: string, longest: number): string => words.repeat(longest).slice(0, longest);
const OWN: Readonly<Record<string, () => Own>> = {
  'with nothing of its own': () => ({}),
  'with a long name, a long word and a wide logo': () => ({
    person: text('Oluwaseun Featherstonehaugh, ', LONGEST.person),
    extension: text('01234 56789 ', LONGEST.extension),
    word: text('Lamp and lantern ', LONGEST.word),
    logo: picture(1200, 300),
  }),
  'with a name that has no space, and a tall logo': () => ({
    person: text('Wolfeschlegelsteinhausenbergerdorff', LONGEST.person),
    extension: '1',
    word: text('W', LONGEST.word),
    logo: picture(13, 500),
  }),
};

/** What is higher or wider than its box, by more than the rounding of a pixel. */
function tooLong(root: HTMLElement): string[] {
  const faults: string[] = [];
  for (const box of root.querySelectorAll<HTMLElement>('.sheet, .half, .quarter, .pocket')) {
    const [down, across] = [box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth];
    if (down > 1 || across > 1) faults.push(`${box.className}: ${down} px too high, ${across} px too wide`);
    const foot = [...box.children].find((child) => child.matches('.foot, .end'));
    if (!foot) continue;
    // The foot is below everything that is above it, and inside the box with its white edge.
    const bottom = box.getBoundingClientRect().bottom - parseFloat(getComputedStyle(box).paddingBottom);
    const over = foot.getBoundingClientRect().bottom - bottom;
    if (over > 2) faults.push(`${box.className}: its foot is ${over.toFixed(1)} px in the white edge`);
  }
  for (const name of root.querySelectorAll<HTMLElement>('.written strong, .logo, .number')) {
    const own = name.getBoundingClientRect();
    const box = name.closest('.sheet, .half, .quarter, .pocket')?.getBoundingClientRect();
    if (box && own.width && (own.right > box.right || own.left < box.left))
      faults.push(`${name.textContent} is cut off`);
  }
  return faults;
}

describe('every sheet fits its page', () => {
  let root: HTMLElement;
  before(async () => {
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = '/site/papers/paper.css';
    const loaded = new Promise((resolve) => style.addEventListener('load', resolve));
    document.head.append(style);
    await loaded;
    await Promise.all([400, 700, 800].map((weight) => document.fonts.load(`${weight} 12pt "Public Sans"`)));
    await until(() => document.fonts.check('800 12pt "Public Sans"'), 'the font of the sheets is not loaded');
    root = document.createElement('div');
    root.style.inlineSize = '300mm';
    document.body.append(root);
  });
  after(() => root.remove());

  /** Draws sheets, and waits for their pictures. */
  async function drawn(html: string): Promise<HTMLElement> {
    root.replaceChildren(document.createRange().createContextualFragment(html));
    await Promise.all([...root.querySelectorAll('img')].map((image) => image.decode()));
    return root;
  }

  it('and would be noticed if it did not', async () => {
    const [poster] = sheetsFor(SAMPLE, { trade: 'hotel', size: 'a4', mono: false });
    const longer = (poster?.html ?? '').replace('</ol>', '<li>One more sign.</li>'.repeat(8) + '</ol>');
    expect(tooLong(await drawn(longer))).to.have.length.greaterThan(0);
  });

  for (const [how, own] of Object.entries(OWN)) {
    for (const trade of TRADES) {
      it(`${how}: ${trade}`, async () => {
        const faults: string[] = [];
        for (const facts of [SAMPLE, LONG]) {
          for (const size of SIZES) {
            const choice: Choice = { trade, size, mono: size === 'a3', own: own() };
            const sheets = sheetsFor(facts, choice);
            const html = [contentsPage(facts, choice, sheets), ...sheets.map((sheet) => sheet.html)].join('\n');
            for (const fault of tooLong(await drawn(html))) faults.push(`${size}, ${facts.place.address}: ${fault}`);
          }
        }
        expect(faults).to.deep.equal([]);
      });
    }
  }
});
