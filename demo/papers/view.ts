import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { enPaperLabels as label } from '../../src/data/locales/en-papers.js';
import { NO_PICTURE } from './logo.js';
import { pdfOf, SCREENS } from './page.js';
import type { Own } from './paper.js';
import type { Size, Trade } from './trades.js';
import { SIZES, TRADES } from './trades.js';
import type { Settings } from './settings.js';
import { LONGEST } from './settings.js';
import type { Format, Sheet, SheetId } from './sheets.js';

/** Everything that the view draws. */
export interface State {
  readonly settings: Settings;
  /** What a person has added. It is nowhere but in this page. */
  readonly own: Own;
  /** Whether the last file was no picture. */
  readonly refused: boolean;
  readonly sheets: readonly Sheet[];
  /** The first page of the pack. */
  readonly contents: string;
  /** The word that the police are told, whatever word a business chooses for itself. */
  readonly team: string;
  /** Whether this copy of the site has the PDFs. */
  readonly ready: boolean;
}

export interface Actions {
  readonly change: (part: Partial<Settings>) => void;
  readonly add: (part: Own) => void;
  readonly logo: (file: File | undefined) => void;
  readonly print: (sheet?: SheetId) => void;
}

const SIZE_NAMES: Readonly<Record<Size, readonly [name: string, hint: string]>> = {
  a4: ['A4', 'For any office printer. The desk card is there twice, to be cut.'],
  a3: ['A3 poster', 'The poster is twice as large. All other sheets stay on A4.'],
  a5: ['A5 poster and desk card', 'For small walls and counters. All other sheets stay on A4.'],
};

const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  a3: 'A3',
  a4: 'A4',
  'a4-wide': 'A4 on its long edge',
  a5: 'A5',
};

const isChecked = (event: Event): boolean => (event.target as HTMLInputElement).checked;
const typed = (event: Event): string => (event.target as HTMLInputElement).value;

function radios<Value extends string>(
  name: string,
  legend: string,
  all: readonly (readonly [value: Value, name: string, hint?: string])[],
  now: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${all.map(
      ([value, words, hint]) =>
        html`<div class="choice">
            <input
              type="radio"
              name=${name}
              id="${name}-${value}"
              autocomplete="off"
              .checked=${live(value === now)}
              aria-describedby=${hint ? `${name}-${value}-hint` : nothing}
              @change=${() => choose(value)}
            />
            <label for="${name}-${value}">${words}</label>
          </div>
          ${hint ? html`<p class="hint under" id="${name}-${value}-hint">${hint}</p>` : nothing}`,
    )}
  </fieldset>`;
}

/** A field whose text stays in this page: no name, nothing to fill in by itself, and no spelling checked elsewhere. */
function text(
  id: string,
  name: string,
  value: string,
  longest: number,
  change: (text: string) => void,
  hint = '',
): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${name}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <input
      type="text"
      id=${id}
      maxlength=${longest}
      autocomplete="off"
      spellcheck="false"
      aria-describedby=${hint ? `${id}-hint` : nothing}
      .value=${live(value)}
      @input=${(event: Event) => change(typed(event))}
    />
  </div>`;
}

function ownFields({ own, settings, refused, team }: State, { add, change, logo }: Actions): TemplateResult {
  return html`<fieldset aria-describedby="own-hint">
    <legend>Of your own, if you like</legend>
    <p class="hint" id="own-hint">
      The logo and the name stay in this page. They are not sent, not stored and not in its address, and are gone when
      you close or reload it. Without a name, the sheets have a line to write one on.
    </p>
    <div class="field">
      <label for="logo">Logo</label>
      ${refused ? html`<p class="error" id="logo-error">${NO_PICTURE}</p>` : nothing}
      <input
        type="file"
        id="logo"
        accept="image/*"
        autocomplete="off"
        aria-invalid=${refused ? 'true' : nothing}
        aria-describedby=${refused ? 'logo-error' : nothing}
        @change=${(event: Event) => logo((event.target as HTMLInputElement).files?.[0])}
      />
    </div>
    ${
      own.logo
        ? html`<p class="row">
            <img class="chosen" src=${own.logo} alt="Your logo" />
            <button type="button" class="quiet" @click=${() => logo(undefined)}>Remove the logo</button>
          </p>`
        : nothing
    }
    ${text('person', 'Person to tell first', own.person ?? '', LONGEST.person, (person) => add({ person }), 'Such as the duty manager or the safeguarding lead')}
    ${text('extension', 'Their extension', own.extension ?? '', LONGEST.extension, (extension) => add({ extension }))}
    ${text(
      'word',
      'Word to say to them',
      settings.word,
      LONGEST.word,
      (word) => change({ word }),
      `Without one it is “${team}”. The police are told “${team}” in any case. This word is in the address of the page.`,
    )}
  </fieldset>`;
}

/** The PDF of a sheet, in the size and ink that are chosen. */
function pdfFor({ settings: { trade, size, mono } }: State, sheet?: Sheet): string {
  const inSize = sheet && size !== 'a4' && sheet.format === size ? `-${size}` : '';
  return pdfOf(`${trade}/${sheet?.id ?? 'pack'}${inSize}`, mono);
}

const hasOwn = ({ own, settings }: State): boolean =>
  Boolean(own.logo || own.person?.trim() || own.extension?.trim() || settings.word.trim());

function printing(state: State, { print }: Actions): TemplateResult {
  const { ready, settings, sheets } = state;
  const pages = sheets.reduce((sum, one) => sum + one.pages, 1);
  return html`<p class="row">
      <button type="button" @click=${() => print()}>Print all (${label.pages(pages)})</button>
      ${ready ? html`<a class="button quiet" href=${pdfFor(state)} download>Download PDF of all</a>` : nothing}
      <a class="button quiet" href="${settings.trade}/">Open without choices</a>
    </p>
    <p class="hint">
      ${
        ready
          ? hasOwn(state)
            ? 'The ready-made PDFs have none of your own. For a PDF with your logo, name and word, choose Print, then “Save as PDF”.'
            : nothing
          : 'This copy of the site has no ready-made PDFs. For a PDF, choose Print, then “Save as PDF”.'
      }
    </p>
    ${
      ready
        ? html`<p>
            For a screen in a lobby or a waiting room:
            ${SCREENS.map(
              ({ name, width, height }, i) =>
                html`${i ? ', ' : ''}<a href="${name}.png" download>picture of ${width} by ${height}</a>`,
            )}.
          </p>`
        : nothing
    }`;
}

function preview(state: State, sheet: Sheet, { print }: Actions): TemplateResult {
  return html`<article class="one" data-sheet=${sheet.id} aria-labelledby="title-${sheet.id}">
    <div class="about">
      <h3 id="title-${sheet.id}">${sheet.title}</h3>
      <p>${sheet.use} ${FORMAT_NAMES[sheet.format]}, ${label.pages(sheet.pages)}.</p>
      <p class="row">
        <button type="button" class="quiet" aria-describedby="title-${sheet.id}" @click=${() => print(sheet.id)}>
          Print this sheet
        </button>
        ${
          state.ready
            ? html`<a href=${pdfFor(state, sheet)} download aria-describedby="title-${sheet.id}">Download PDF</a>`
            : nothing
        }
      </p>
    </div>
    <div class="preview">${unsafeHTML(sheet.html)}</div>
  </article>`;
}

/** The choices, and every sheet as it will be printed. All text that a person types is escaped where the sheets are drawn. */
export function view(state: State, actions: Actions): TemplateResult {
  const { settings, sheets, contents } = state;
  const { change } = actions;
  return html`<div class="choices">
      ${radios<Trade>(
        'trade',
        'Where you work',
        TRADES.map((trade) => [trade, label.trades[trade]]),
        settings.trade,
        (trade) => change({ trade }),
      )}
      <div>
        ${radios<Size>(
          'size',
          'Paper',
          SIZES.map((size) => [size, ...SIZE_NAMES[size]]),
          settings.size,
          (size) => change({ size }),
        )}
        <fieldset>
          <legend>Ink</legend>
          <div class="choice">
            <input
              type="checkbox"
              id="ink"
              autocomplete="off"
              .checked=${live(settings.mono)}
              @change=${(event: Event) => change({ mono: isChecked(event) })}
            />
            <label for="ink">Black and white, with no filled areas</label>
          </div>
        </fieldset>
      </div>
      ${ownFields(state, actions)}
    </div>
    <h2>Print</h2>
    <div class="printing">${printing(state, actions)}</div>
    <h2>The sheets</h2>
    <article class="one first-page" aria-labelledby="title-contents">
      <div class="about">
        <h3 id="title-contents">${label.contents}</h3>
        <p>The first page of the pack.</p>
      </div>
      <div class="preview">${unsafeHTML(contents)}</div>
    </article>
    ${sheets.map((sheet) => preview(state, sheet, actions))}`;
}
