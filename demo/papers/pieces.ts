import type { Contact } from '../../src/core/directory.js';
import type { PointId } from '../../src/core/signs.js';
import { en } from '../../src/data/locales/en.js';
import { enPaperLabels as label, enPapers as words } from '../../src/data/locales/en-papers.js';
import { escaped } from '../snippets.js';
import { ageOfFacts, dayInWords, useBy } from './facts.js';
import type { Paper } from './paper.js';
import type { Trade } from './trades.js';
import { pageOfTrade } from './trades.js';

/*
 * The pieces that several sheets have. Text is escaped here, so that a name that somebody types is never markup.
 *
 * Nothing depends on a background of CSS, which browsers leave out when they print: filled areas are SVG, and lines are borders.
 */

export const lines = (...all: readonly (string | undefined)[]): string => all.filter(Boolean).join('\n');
export const p = (text: string, kind = ''): string => `<p${kind && ` class="${kind}"`}>${escaped(text)}</p>`;
export const heading = (level: number, text: string): string => `<h${level}>${escaped(text)}</h${level}>`;
export const point = (id: PointId): string => escaped(en.signs.points[id]);
export const list = (items: readonly string[], kind = ''): string =>
  `<ul${kind && ` class="${kind}"`}>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
/** A number, whose digits keep their order among words that run from right to left. */
export const number = (value: string): string => `<bdi class="number" dir="ltr" translate="no">${escaped(value)}</bdi>`;
export const div = (kind: string, ...inside: readonly (string | undefined)[]): string =>
  `<div class="${kind}">\n${lines(...inside)}\n</div>`;

/** A filled area behind its parent's text. In black and white it is an outline. */
const field =
  '<svg class="fill" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true"><path d="M0 0h1v1H0z"/></svg>';

/** The campaign's speech bubble. Its line is inside its box, so that nothing is cut off. */
export const bubble =
  '<svg class="bubble" viewBox="0 0 182 86" aria-hidden="true"><path d="M9 1h164a8 8 0 0 1 8 8v57a8 8 0 0 1-8 8H38L21 85V74H9a8 8 0 0 1-8-8V9a8 8 0 0 1 8-8z"/></svg>';

/** The same bubble, small, without words in it. */
export const mark =
  '<svg class="mark" viewBox="0 0 24 22" aria-hidden="true"><path d="M5 1h14a4 4 0 0 1 4 4v7a4 4 0 0 1-4 4h-9l-6 5v-5a3.5 3.5 0 0 1-3-4V5a4 4 0 0 1 4-4z"/><path class="words" d="M7 6.5h10M7 10.5h6"/></svg>';

/** A picture of the business, drawn as large as its box allows and never out of proportion. */
export const logo = ({ own }: Paper): string =>
  own.logo ? `<img class="logo" src="${escaped(own.logo)}" alt="${escaped(label.logo)}" />` : '';

/** The address of a page of the site, as people read it. */
const readable = (address: string): string => address.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** An address that breaks only after a slash or a dot. */
export const breakable = (address: string): string =>
  readable(address)
    .split(/(?<=[/.])(?<!^www\.)/)
    .map((part) => `<span class="number">${escaped(part)}</span>`)
    .join('<wbr />');

/** The code for phones, black on white, with the address in words below it. */
export function code({ place }: Paper, trade: Trade | 'public', words = label.scan): string {
  const page = pageOfTrade(trade);
  const { path, modules } = place.codes[page] ?? { path: '', modules: 1 };
  const address = place.address + page;
  return div(
    'scan-code',
    `<svg class="qr" viewBox="0 0 ${modules} ${modules}" role="img" aria-label="${escaped(label.codeFor(readable(address)))}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${modules}v${modules}H0z"/><path d="${path}"/></svg>`,
    p(words, 'scan'),
    `<p class="address">${breakable(address)}</p>`,
  );
}

/** The emergency line, as large as the panel has it. */
export const danger = ({ panel }: Paper): string =>
  `<div class="danger">${field}<span>${escaped(en.banner.danger)}</span> <strong>${en.call(number(panel.danger.phone.value))}</strong></div>`;

/** The first phone number of a contact. */
const phoneOf = ({ channels }: Contact): string => channels.find(({ type }) => type === 'phone')?.value ?? '';

/** A service with its number, and what to ask for or that no name is needed. */
function service(contact: Contact): string {
  const { id, name, askFor, anonymity, description } = contact;
  const more = askFor ? label.askFor(askFor) : anonymity === 'yes' ? en.anonymity.yes : description;
  return `<div class="service ${id}"><dt>${escaped(name)}</dt><dd>${number(phoneOf(contact))} <span>${escaped(more)}</span></dd></div>`;
}
export const services = (contacts: readonly Contact[]): string =>
  `<dl class="services">\n${contacts.map(service).join('\n')}\n</dl>`;

/** A line to write on. It takes what is left of its row. */
export const blank = '<span class="blank"></span>';
/** A label with a line to write on, or with what somebody has typed. */
export const written = (name: string, value = ''): string =>
  `<p class="written"><span>${escaped(name)}:</span> ${value.trim() ? `<strong>${escaped(value.trim())}</strong>` : blank}</p>`;

/** The word for the person to tell first. A safeguarding lead of a school needs none, unless the school has chosen one. */
const wordFor = ({ own, team, trade }: Paper, kind = ''): string => {
  const word = own.word?.trim() || (trade === 'school' ? '' : team.word);
  return word && p(`${label.whatToSay}: “${word}”.`, kind);
};

/** The person to tell first in the business. Without a name there is a line to write one on. */
export const tellFirst = (paper: Paper): string => {
  const { own, level } = paper;
  return div(
    'first',
    heading(level + 1, label.tellFirst),
    written(label.nameLine, own.person),
    written(label.extension, own.extension),
    wordFor(paper),
  );
};

/** The same on a card, in two lines. */
export const firstInBrief = (paper: Paper): string =>
  div(
    'brief',
    written(label.tellFirst, paper.own.person),
    written(label.extension, paper.own.extension),
    wordFor(paper, 'word'),
  );

export const childLine = ({ open }: Paper): string => {
  if (!open.childLine) return '';
  const { contact, phone } = open.childLine;
  const more = en.freeAnyTime(!!phone.free, phone.hours === 'always').toLowerCase();
  return `<p class="child">${escaped(en.underAge((contact.maximumAge ?? 18) + 1))} ${escaped(contact.name)}: <strong>${number(phone.value)}</strong>${more && `, ${escaped(more)}`}.</p>`;
};

/** The campaign's name at the head of a sheet for staff, and the logo. */
export const head = (paper: Paper, title: string): string =>
  div(
    'head',
    `<p class="campaign">${mark}<span>${escaped(en.banner.heading)} <small>${escaped(label.campaign(paper.area))}</small></span></p>`,
    logo(paper),
    heading(paper.level, title),
  );

/** The use-by date, how old the facts are, and whether the words are agreed: on every sheet. `draft` is the id of a sheet with new words. */
export function foot(paper: Paper, trade: Trade | 'public', draft = '', short = false): string {
  const { contacts, place } = paper;
  const { day, confirmed } = ageOfFacts(contacts);
  const agreed = paper.agreed[draft];
  const last = dayInWords(useBy(contacts));
  return div(
    'foot',
    draft ? p(agreed ? label.agreed(agreed.by, dayInWords(agreed.on)) : label.draft, 'draft') : '',
    p(short ? label.useUntil(last) : label.takeDown(last), 'until'),
    `<p class="facts">${[
      confirmed ? label.confirmedFacts(dayInWords(day)) : label.facts(dayInWords(day)),
      `${label.version(place.version)}.`,
      `${label.language}.`,
    ]
      .map(escaped)
      .join(
        ' ',
      )}${short ? '' : ` ${breakable(place.address + pageOfTrade(trade))}.${place.known ? '' : ` ${escaped(label.noAddress)}`}`}</p>`,
  );
}

/** Where paper is cut: broken lines, in millimetres of the page. Each is `[x, y, how far across, how far down]`. */
export const cuts = (
  width: number,
  height: number,
  ways: readonly (readonly [number, number, number, number])[],
): string =>
  `<svg class="cuts" viewBox="0 0 ${width} ${height}" aria-hidden="true"><path d="${ways.map(([x, y, across, down]) => `M${x} ${y}l${across} ${down}`).join('')}"/></svg>`;

export { label, words };
