import { en } from '../../src/data/locales/en.js';
import { enPaperLabels as label } from '../../src/data/locales/en-papers.js';
import { escaped } from '../snippets.js';
import type { Choice, PaperFacts } from './paper.js';
import type { Size, Trade } from './trades.js';
import { contentsPage, screenFor, sheetsFor } from './sheets.js';
import type { Sheet } from './sheets.js';

/*
 * The sheets as pages that need no script: one for each sheet, and a pack for each trade. A person opens one and prints it. PDFs are made
 * from the same pages, and the pages link to them once they are there.
 */

/** The sizes in which a sheet is there. Every other sheet is for A4. */
const OTHER_SIZES: { readonly [id: string]: readonly Size[] } = { poster: ['a3', 'a5'], 'desk-card': ['a5'] };

/** One page that can be printed. */
export interface PaperPage {
  /** Its folder below `papers/`. `"hotel/poster-a3/"` */
  readonly folder: string;
  /** Its PDF below `papers/`, without the ending. `"hotel/pack"` */
  readonly file: string;
  readonly title: string;
  /** The name of the sheet with its size. `"Poster for everyone, A3"` */
  readonly name: string;
  readonly sheets: readonly Sheet[];
  /** How many pages it prints. */
  readonly pages: number;
  readonly html: (ready: boolean) => string;
}

/** The PDF of a page, below `papers/`. `"hotel/poster-a3-black.pdf"` */
export const pdfOf = (file: string, mono: boolean): string => `${file}${mono ? '-black' : ''}.pdf`;

/** The pictures for screens in lobbies and waiting rooms, by their file without its ending. */
export const SCREENS = [
  { name: 'screen-wide', tall: false, width: 1920, height: 1080 },
  { name: 'screen-tall', tall: true, width: 1080, height: 1920 },
] as const;

const shell = (title: string, up: string, body: string): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="referrer" content="no-referrer" />
<title>${escaped(title)}</title>
<link rel="icon" href="data:," />
<link rel="stylesheet" href="${up}paper.css" />
<link rel="stylesheet" href="${up}screen.css" />
</head>
<body>
${body}
</body>
</html>
`;

/** What stands above a sheet on the screen, and is not printed. The box works without script. */
function bar(title: string, up: string, file: string, ready: boolean, more = ''): string {
  const link = (mono: boolean, words: string): string => `<a href="${up}${pdfOf(file, mono)}" download>${words}</a>`;
  return `<header class="bar">
<p><a href="${up}">Posters, cards and packs</a></p>
<p><strong>${escaped(title)}</strong></p>
<p>To print it, choose Print in the menu of your browser.</p>
<p><label><input type="checkbox" id="black" /> Black and white, to save ink</label></p>
${ready ? `<p>${link(false, 'Download PDF')} ${link(true, 'Download PDF in black and white')}</p>` : ''}
${more}</header>`;
}

const main = (inside: string): string => `<main class="papers">\n${inside}\n</main>`;

/** The pages of one trade: the pack first, then each sheet in each of its sizes. */
export function paperPages(facts: PaperFacts, trade: Trade): readonly PaperPage[] {
  const choice: Choice = { trade, size: 'a4', mono: false };
  const whole = sheetsFor(facts, { ...choice, level: 2 });
  const packTitle = label.packTitle(label.trades[trade]);
  const singles = (size: Size): PaperPage[] =>
    sheetsFor(facts, { ...choice, size })
      .filter(({ id }) => size === 'a4' || OTHER_SIZES[id]?.includes(size))
      .map((sheet) => {
        const file = `${trade}/${size === 'a4' ? sheet.id : `${sheet.id}-${size}`}`;
        const name = size === 'a4' ? sheet.title : `${sheet.title}, ${size.toUpperCase()}`;
        const title = `${label.trades[trade]}: ${name}`;
        return {
          folder: `${file}/`,
          file,
          title,
          name,
          sheets: [sheet],
          pages: sheet.pages,
          html: (ready) => shell(title, '../../', bar(title, '../../', file, ready) + main(sheet.html)),
        };
      });
  const alone = [...singles('a4'), ...singles('a3'), ...singles('a5')];
  const links = `<p>One sheet alone:</p>
<ul>
${alone.map(({ folder, name }) => `<li><a href="../${folder}">${escaped(name)}</a></li>`).join('\n')}
</ul>
`;
  const pack: PaperPage = {
    folder: `${trade}/`,
    file: `${trade}/pack`,
    title: packTitle,
    name: packTitle,
    sheets: whole,
    pages: whole.reduce((sum, { pages }) => sum + pages, 1),
    html: (ready) =>
      shell(
        packTitle,
        '../',
        bar(packTitle, '../', `${trade}/pack`, ready, links) +
          main([contentsPage(facts, choice, whole), ...whole.map(({ html }) => html)].join('\n')),
      ),
  };
  return [pack, ...alone];
}

/** The page of a picture for a screen, of which `npm run papers` takes the picture. */
export const screenPage = (facts: PaperFacts, tall: boolean): string =>
  shell(en.banner.heading, './', `<main>${screenFor(facts, { trade: 'hotel', size: 'a4', mono: false }, tall)}</main>`);
