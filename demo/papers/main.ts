import { render } from 'lit';
import { hertfordshire as directory } from '../../src/data/hertfordshire.js';
import { enPaperLabels as label } from '../../src/data/locales/en-papers.js';
import { signs as guide } from '../../src/data/signs.js';
import { drawnLogo } from './logo.js';
import type { Own, PaperFacts, Place } from './paper.js';
import { paperFor } from './paper.js';
import type { Settings } from './settings.js';
import { choiceOf, formatSettings, LONGEST, parseSettings, tidy } from './settings.js';
import type { SheetId } from './sheets.js';
import { contentsPage, sheetsFor } from './sheets.js';
import { view } from './view.js';

/*
 * The page with the choices. It draws the same sheets as the pages without script. It requests nothing, stores nothing and sends nothing: the
 * choice is in the address, and the logo and the name are nowhere but here.
 */

/** The address of the site and the codes, which `scripts/site.mjs` writes into this script. */
declare const PAPERS_PLACE: Place;

const facts: PaperFacts = { directory, guide, place: PAPERS_PLACE };
/** The level of a sheet's heading, below the heading of its preview. */
const LEVEL = 4;

const found = document.querySelector<HTMLElement>('#papers');
const status = document.querySelector<HTMLElement>('#said');
if (!found || !status) throw new Error('the page has no place for the papers');
const [place, said] = [found, status];

let settings: Settings = parseSettings(location.hash);
let own: Own = {};
let refused = false;
/** The number of the last file, so that a slow earlier one does not replace it. */
let files = 0;

function draw(): void {
  const choice = choiceOf(settings, own, LEVEL);
  const sheets = sheetsFor(facts, choice);
  const state = {
    settings,
    own,
    refused,
    sheets,
    contents: contentsPage(facts, choice, sheets),
    team: paperFor(facts, choice).team.word,
    ready: place.hasAttribute('data-ready'),
  };
  render(view(state, { change, add, logo: (file) => void logo(file), print }), place);
  fit();
}

/** Makes each preview as wide as its box. */
function fit(): void {
  for (const box of place.querySelectorAll<HTMLElement>('.preview')) {
    const sheet = box.querySelector<HTMLElement>('.sheet');
    if (!sheet || !box.clientWidth) continue;
    const wide = sheet.matches('.a3, .a4-wide') ? 297 : sheet.matches('.a5') ? 148 : 210;
    box.style.setProperty('--scale', String(Math.min(1, box.clientWidth / ((wide * 96) / 25.4))));
  }
}

/** Announces a sentence. The region is emptied first, so that the same sentence is announced again. */
function say(sentence: string): void {
  said.textContent = '';
  setTimeout(() => (said.textContent = sentence), 50);
}

let later = 0;
function change(part: Partial<Settings>): void {
  settings = { ...settings, ...part };
  if (part.word !== undefined) settings = { ...settings, word: tidy(part.word, LONGEST.word) };
  draw();
  clearTimeout(later);
  later = window.setTimeout(() => {
    const fragment = formatSettings(settings);
    history.replaceState(null, '', `${location.href.replace(/#.*/s, '')}${fragment ? `#${fragment}` : ''}`);
    say(`The sheets have changed. They are for: ${label.trades[settings.trade]}.`);
  }, 300);
}

function add(part: Own): void {
  const { person = own.person ?? '', extension = own.extension ?? '' } = part;
  own = { ...own, person: tidy(person, LONGEST.person), extension: tidy(extension, LONGEST.extension) };
  draw();
}

async function logo(file: File | undefined): Promise<void> {
  const ours = ++files;
  const picture = file && (await drawnLogo(file));
  if (ours !== files) return;
  own = { ...own, logo: picture };
  refused = !!file && !picture;
  draw();
  const field = document.querySelector<HTMLInputElement>('#logo');
  if (!file && field) {
    field.value = '';
    field.focus();
  }
  say(
    refused
      ? (document.querySelector('#logo-error')?.textContent ?? '')
      : picture
        ? 'The logo is on the sheets.'
        : 'The sheets have no logo.',
  );
}

/** Prints all sheets, or only one. Its title becomes the name of a PDF that is saved. */
function print(sheet?: SheetId): void {
  const title = document.title;
  const one = sheet && place.querySelector<HTMLElement>(`[data-sheet="${sheet}"]`);
  if (one) {
    place.dataset['only'] = '';
    one.dataset['this'] = '';
  }
  document.title = (one && one.querySelector('h3')?.textContent) || label.packTitle(label.trades[settings.trade]);
  addEventListener(
    'afterprint',
    () => {
      document.title = title;
      delete place.dataset['only'];
      if (one) delete one.dataset['this'];
    },
    { once: true },
  );
  window.print();
}

addEventListener('hashchange', () => {
  // the fragment of a link to a part of this page is not a choice
  if (document.getElementById(location.hash.slice(1))) return;
  settings = parseSettings(location.hash);
  draw();
});
addEventListener('resize', fit);

document.querySelector('#without-script')?.remove();
draw();
