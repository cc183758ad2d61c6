import type { PointId } from '../../src/core/signs.js';
import { en } from '../../src/data/locales/en.js';
import { enSnippets } from '../../src/data/locales/en-snippets.js';
import type { Choice, Paper, PaperFacts } from './paper.js';
import { paperFor } from './paper.js';
import type { Trade } from './trades.js';
import { pageOfTrade } from './trades.js';
import {
  blank,
  breakable,
  bubble,
  childLine,
  code,
  cuts,
  danger,
  div,
  firstInBrief,
  foot,
  head,
  heading,
  label,
  lines,
  list,
  logo,
  mark,
  number,
  p,
  point,
  services,
  tellFirst,
  words,
  written,
} from './pieces.js';
import { escaped } from '../snippets.js';

/*
 * The sheets: plain functions from what core decides to HTML. Each number, sign and piece of advice comes from the panel's and the signs'
 * models. paper.css lays them out in millimetres and points.
 */

/** The sheets, in the order of a pack. The two office posters hang in different places. */
const SHEETS = [
  'poster',
  'office-1',
  'office-2',
  'desk-card',
  'guest-card',
  'pocket-card',
  'briefing',
  'checklist',
  'log',
  'questions',
  'manager',
  'training',
] as const;
export type SheetId = (typeof SHEETS)[number];

/** The paper of a printed page. `a4-wide` lies on its long edge. */
export type Format = 'a3' | 'a4' | 'a4-wide' | 'a5';

/** One sheet, as it is printed. */
export interface Sheet {
  readonly id: SheetId;
  readonly title: string;
  /** Where to hang it, or what to do with it. */
  readonly use: string;
  readonly format: Format;
  /** How many pages it prints. */
  readonly pages: number;
  readonly html: string;
}

/** The three signs of the campaign's own short text: away from home, expensive gifts, and friends who are much older. */
const THREE = ['missing', 'gifts', 'older'] as const;

const numbered = <Name extends string, N extends number>(name: Name, ...numbers: N[]): `${Name}${N}`[] =>
  numbers.map((n) => `${name}${n}` as const);

/** Which of the trade's signs each place of work can see. */
const OFFICES: Readonly<Record<Trade, readonly (readonly PointId[])[]>> = {
  hotel: [numbered('hotel', 1, 2, 3, 4, 6, 7, 8, 10), numbered('hotel', 5, 6, 7, 9)],
  licensed: [numbered('licensed', 1, 2, 3, 4, 5, 8, 9), numbered('licensed', 4, 5, 6, 7, 10)],
  taxi: [numbered('taxi', 1, 2, 5, 6, 7, 8, 9), numbered('taxi', 1, 3, 4, 10)],
  takeaway: [numbered('takeaway', 1, 2, 3, 5, 8, 9, 10), numbered('takeaway', 3, 4, 6, 7)],
  school: [numbered('school', 1, 2, 3, 4, 5, 6, 7, 8)],
};
/** What an office poster says to do, besides writing it down and ringing. */
const OFFICE_DOES: Readonly<Record<Trade, readonly (readonly PointId[])[]>> = {
  hotel: [
    ['id', 'near'],
    ['manager', 'near'],
  ],
  licensed: [
    ['ages', 'refuse', 'near'],
    ['alone', 'near'],
  ],
  taxi: [
    ['address', 'trips', 'refused-trip', 'back-seat'],
    ['address', 'controller', 'log'],
  ],
  takeaway: [
    ['manager', 'near'],
    ['back-rooms', 'whistle'],
  ],
  school: [['lead', 'straight', 'record', 'promise', 'nudes']],
};
/** Five short signs for a card that is the size of a bank card. */
const FIVE: Readonly<Record<Trade, readonly PointId[]>> = {
  hotel: numbered('hotel', 4, 8, 10, 3, 2),
  licensed: numbered('licensed', 5, 9, 10, 1, 3),
  taxi: numbered('taxi', 2, 5, 3, 10, 9),
  takeaway: numbered('takeaway', 4, 6, 8, 3, 7),
  school: [],
};
/** What to tick at each of the three moments. */
const MOMENTS: Readonly<Record<Trade, readonly (readonly PointId[])[]>> = {
  hotel: [
    ['id', ...numbered('hotel', 1, 2, 3, 4, 8)],
    ['night', ...numbered('hotel', 5, 6, 7, 10)],
    ['hotel9', 'cards', 'bookings', 'cctv', 'where'],
  ],
  licensed: [
    ['ages', ...numbered('licensed', 1, 4, 6)],
    ['refuse', ...numbered('licensed', 2, 3, 5, 7, 9)],
    ['licensed10', 'alone', 'refusals', 'till', 'cctv', 'where'],
  ],
  taxi: [
    ['address', ...numbered('taxi', 1, 3, 4, 10)],
    ['back-seat', ...numbered('taxi', 2, 5, 6, 7, 8)],
    ['trips', 'refused-trip', 'log', 'cctv', 'where'],
  ],
  takeaway: [
    numbered('takeaway', 1, 2, 5, 8, 10),
    ['back-rooms', ...numbered('takeaway', 3, 4, 6, 9)],
    ['takeaway7', 'whistle', 'till', 'cctv', 'where'],
  ],
  school: [],
};

const signs = en.signs.signs;
const boxes = (points: readonly PointId[]): string => list(points.map(point), 'boxes');

/** The two numbers in a line of text. */
const dangerInText = ({ panel }: Paper): string =>
  `${escaped(en.banner.danger)} <strong>${en.call(number(panel.danger.phone.value))}</strong>`;
const notUrgent = ({ team }: Paper): string =>
  `${escaped(label.notUrgent)} <strong>${en.call(number(team.number))}</strong>, ${escaped(label.askFor(team.word))}`;

/** The campaign's bubble with its line, which the poster and the screens have. */
const call = ({ level }: Paper): string => div('call', bubble, heading(level, en.banner.heading));

/** The three signs, each with its sentence. */
const three = ({ level }: Paper): string =>
  div(
    'three',
    heading(level + 1, label.threeThings),
    `<ol>\n${THREE.map((id) => `<li><strong>${escaped(signs[id][0])}</strong> <span>${escaped(signs[id][1])}</span></li>`).join('\n')}\n</ol>`,
  );

/** The two numbers for a worry without danger. */
function worried(paper: Paper): string {
  const asked = paper.open.first.find(({ contact }) => contact.askFor)?.contact;
  return div(
    'worried',
    heading(paper.level + 1, label.worried),
    services([...(asked ? [asked] : []), paper.anonymous]),
    childLine(paper),
  );
}

function poster(paper: Paper): string {
  return lines(
    call(paper),
    p(en.banner.sentence.public, 'sentence'),
    three(paper),
    danger(paper),
    div('tell', worried(paper), code(paper, 'public')),
    div('end', foot(paper, 'public'), logo(paper)),
  );
}

const office =
  (place: number) =>
  (paper: Paper): string => {
    const { trade, level } = paper;
    const firstContacts = paper.panel.first.map(({ contact }) => contact);
    return lines(
      head(paper, label.offices[trade][place] ?? ''),
      p(en.banner.sentence[trade], 'sentence'),
      div(
        'two',
        div('part', heading(level + 1, label.inYourJob), list((OFFICES[trade][place] ?? []).map(point), 'signs')),
        div(
          'part',
          heading(level + 1, en.signs.sections.do),
          list([
            ...(trade === 'school' ? [] : [escaped(en.signs.points.accuse)]),
            ...(OFFICE_DOES[trade][place] ?? []).map(point),
            ...(trade === 'school' ? [] : [point('note')]),
          ]),
        ),
      ),
      danger(paper),
      div(
        'tell',
        div('who', heading(level + 1, label.whoToRing), services(firstContacts)),
        tellFirst(paper),
        code(paper, trade),
      ),
      foot(paper, trade),
    );
  };

const ask = (trade: Exclude<Trade, 'school'>): readonly string[] =>
  [1, 2, 3].map((n) => words[`ask-${trade}-${n as 1 | 2 | 3}`]);

function deskCard(paper: Paper): string {
  const { trade, level, team, panel } = paper;
  if (trade === 'school') return '';
  const emergency = panel.danger.phone.value;
  return lines(
    head(paper, label.titles['desk-card']),
    p(words.unafraid, 'sentence'),
    heading(level + 1, trade === 'takeaway' ? label.askHeadingTakeaway : label.askHeading),
    `<ol class="questions">\n${ask(trade)
      .map((text) => `<li>“${escaped(text)}”</li>`)
      .join('\n')}\n</ol>`,
    heading(level + 1, label.answersHeading),
    list([words.well, words.unsure(team.number, team.word)].map(escaped)),
    danger(paper),
    heading(level + 1, label.quietHeading),
    list([words.apart, words.only(team.number, team.word), enSnippets.silent(emergency)].map(escaped)),
    heading(level + 1, en.signs.sections.dont),
    list([point('accuse'), point('question')]),
    firstInBrief(paper),
    foot(paper, trade, 'desk-card'),
  );
}

function guestCard(paper: Paper): string {
  const { trade, level, area } = paper;
  if (trade === 'school') return '';
  return lines(
    div(
      'head',
      `<p class="campaign">${mark}<span>${escaped(en.banner.heading)}</span></p>`,
      logo(paper),
      heading(level, label.titles['guest-card']),
    ),
    p(`${words.thanks} ${words[`why-${trade}`]}`),
    heading(level + 1, label.whoAsks),
    p(words['who-asks'](en.banner.heading, area)),
    heading(level + 1, label.whatHappens),
    p(words.answer),
    heading(level + 1, label.alsoWorried),
    div(
      'tell',
      div(
        'who',
        `<p>${dangerInText(paper)}</p>`,
        `<p>${notUrgent(paper)}</p>`,
        `<p class="address">${breakable(paper.place.address + pageOfTrade('public'))}</p>`,
      ),
      code(paper, 'public'),
    ),
    foot(paper, 'public', 'guest-card', true),
  );
}

function pocketFront(paper: Paper): string {
  return lines(heading(paper.level + 1, label.look), list(FIVE[paper.trade].map(point), 'signs'));
}
function pocketBack(paper: Paper): string {
  const { team, anonymous, trade } = paper;
  return lines(
    `<p class="now">${dangerInText(paper)}</p>`,
    `<p><strong>${number(team.number)}</strong>, ${escaped(label.askFor(team.word))}</p>`,
    `<p>${escaped(anonymous.name)} <strong>${number(anonymous.channels[0]?.value ?? '')}</strong></p>`,
    written(trade === 'taxi' || trade === 'licensed' ? label.plate : label.timeAndPlace),
    written(trade === 'taxi' || trade === 'takeaway' ? label.address : label.who),
    foot(paper, trade, '', true),
  );
}

/** The same card several times. A screen reader and a tagged PDF have it once. */
const copies = (count: number, card: string, kind: string): string =>
  Array.from(
    { length: count },
    (_, i) =>
      `<div class="${kind}"${i ? ' aria-hidden="true"' : ''}>\n${i ? card.replace(/<(\/?)h\d>/g, (_, end: string) => (end ? '</p>' : '<p class="as-heading">')) : card}\n</div>`,
  ).join('\n');

function briefing(paper: Paper): string {
  const { trade, level, team, panel } = paper;
  const tell =
    trade === 'school' ? en.signs.points.lead : en.signs.tell(panel.danger.phone.value, team.number, team.word);
  const scenes = [1, 2].map((n) => words[`scene-${trade}-${n as 1 | 2}`]);
  return lines(
    head(paper, label.titles[trade === 'school' ? 'briefing-school' : 'briefing']),
    heading(level + 1, label.points),
    `<ol class="points">\n${[
      words.any,
      trade === 'school' ? en.signs.points.promise : en.signs.points.accuse,
      tell,
      en.signs.points.note,
    ]
      .map((text) => `<li>${escaped(text)}</li>`)
      .join('\n')}\n</ol>`,
    heading(level + 1, label.scenes),
    ...scenes.map((text, i) => div('scene', heading(level + 2, label.scene(i + 1)), p(text))),
    p(label.talk, 'talk'),
    danger(paper),
    div('tell', div('who', services(panel.first.map(({ contact }) => contact))), tellFirst(paper)),
    foot(paper, trade, 'briefing'),
  );
}

function checklist(paper: Paper): string {
  const { trade, level } = paper;
  return lines(
    head(paper, label.titles.checklist),
    p(en.signs.caution, 'sentence'),
    div('in-row', written(label.day), written(label.place), written(label.staff)),
    ...MOMENTS[trade].map((points, i) => {
      const kept = points.filter((id) => paper.keep.includes(id));
      return lines(
        heading(level + 1, label.moments[trade][i] ?? ''),
        boxes(points.filter((id) => !kept.includes(id))),
        kept.length ? p(en.signs.sections.keep, 'kept') : '',
        kept.length ? boxes(kept) : '',
      );
    }),
    danger(paper),
    `<p>${notUrgent(paper)}. ${escaped(en.signs.points.note)}</p>`,
    foot(paper, trade),
  );
}

const table = (caption: string, columns: readonly string[], rows: number): string =>
  `<table>\n<caption>${escaped(caption)}</caption>\n<thead><tr>${columns.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr></thead>\n<tbody>\n${`<tr>${'<td></td>'.repeat(columns.length)}</tr>\n`.repeat(rows)}</tbody>\n</table>`;

function log(paper: Paper): string {
  const { time, place, people, vehicle, saidOrDone, refused, toldWhom, cctv } = label;
  return lines(
    head(paper, label.titles.log),
    p(`${words.locked} ${words.written}`, 'sentence'),
    `<p class="numbers">${dangerInText(paper)}. ${notUrgent(paper)}.</p>`,
    table(label.titles.log, [time, place, people, vehicle, saidOrDone, refused, toldWhom, cctv], 6),
    foot(paper, paper.trade, 'log'),
  );
}

/** The ten questions with their answers. */
function asked({
  trade,
  panel,
  team,
  look,
  keep,
  law,
}: Paper): readonly (readonly [question: string, answer: string])[] {
  const emergency = panel.danger.phone.value;
  const school = trade === 'school';
  const say = (points: readonly PointId[]): string => points.map((id) => en.signs.points[id]).join(' ');
  return [
    [words['q-child'], words['a-child']],
    [words['q-what'], words['a-what']],
    [words['q-agree'], words['a-agree']],
    [words['q-sure'], en.signs.caution],
    [words['q-danger'], school ? `${en.call(emergency)}. ${en.signs.points.straight}` : words['a-danger'](emergency)],
    [words['q-tell'], school ? en.signs.points.lead : words['a-tell'](team.number, team.word)],
    [words['q-note'], en.signs.points.note],
    [words['q-hurt'], words['a-hurt']],
    [words['q-look'], say((OFFICES[trade][0] ?? look).slice(0, 3))],
    law.length && trade !== 'hotel' ? [label.lawQuestion, say(law)] : [words['q-keep'], say(keep)],
  ];
}

/** The questions whose answer is a word or two, which get one line to write on. */
const SHORT = [0, 2, 3];

function questionsFirst(paper: Paper): string {
  return lines(
    head(paper, label.titles.questions),
    div('in-row', written(label.staff), written(label.day)),
    `<ol class="ten">\n${asked(paper)
      .map(([question], i) => `<li>${escaped(question)}${blank}${SHORT.includes(i) ? '' : blank}</li>`)
      .join('\n')}\n</ol>`,
    written(label.signed),
    foot(paper, paper.trade, 'questions'),
  );
}
function questionsSecond(paper: Paper): string {
  return lines(
    head({ ...paper, level: paper.level + 1 }, label.answers),
    `<ol class="ten">\n${asked(paper)
      .map(([question, answer]) => `<li><strong>${escaped(question)}</strong> ${escaped(answer)}</li>`)
      .join('\n')}\n</ol>`,
    danger(paper),
    foot(paper, paper.trade, 'questions'),
  );
}

function manager(paper: Paper): string {
  const { level, law, keep, trade } = paper;
  const arrange: readonly PointId[] = {
    hotel: ['id', 'night'] as const,
    licensed: ['ages', 'refuse', 'door'] as const,
    taxi: ['address', 'trips', 'controller'] as const,
    takeaway: ['back-rooms', 'whistle'] as const,
    school: [],
  }[trade];
  return lines(
    head(paper, label.titles.manager),
    written(label.premises),
    ...(law.length ? [heading(level + 1, label.duties), ...law.map((id) => p(en.signs.points[id]))] : []),
    ...(trade === 'hotel' || trade === 'takeaway'
      ? [law.length ? '' : heading(level + 1, label.duties), p(`${label.ifAlcohol} ${en.signs.points['licensed-law']}`)]
      : []),
    div(
      'two',
      div('part', heading(level + 1, label.arrange), boxes(arrange)),
      div('part', heading(level + 1, label.keepHeading), boxes(keep)),
    ),
    div(
      'two',
      div('part', heading(level + 1, label.trained), ...label.trainedHow.map((name) => written(name))),
      div('part', heading(level + 1, label.hangs), ...label.hangsWhere.map((name) => written(name))),
    ),
    tellFirst(paper),
    div('in-row', written(label.review), written(label.signed)),
    foot(paper, trade, 'manager'),
  );
}

function training(paper: Paper): string {
  return lines(
    head(paper, label.titles.training),
    table(
      label.titles.training,
      [label.name, label.job, label.day, label.trainer, label.tenQuestions, label.signed],
      11,
    ),
    foot(paper, paper.trade),
  );
}

/** One printed page. */
const page = (paper: Paper, format: Format, id: string, ...inside: readonly string[]): string =>
  `<div class="sheet ${format} ${id} for-${paper.trade}${paper.mono ? ' mono' : ''}">\n${lines(...inside)}\n</div>`;

/** How a sheet of a pack is printed. It is undefined where a trade has no use for the sheet. */
type Make = (paper: Paper) => Omit<Sheet, 'id' | 'use'> | undefined;

const single =
  (id: SheetId, title: string, draw: (paper: Paper) => string, format: Format = 'a4'): Make =>
  (paper) => ({ title, format, pages: 1, html: page(paper, format, id, draw(paper)) });
/** Schools have their own records and ask no guests, so these sheets are for businesses. */
const forBusiness =
  (make: Make): Make =>
  (paper) =>
    paper.trade === 'school' ? undefined : make(paper);

const MAKE: Readonly<Record<SheetId, Make>> = {
  poster: (paper) => single('poster', label.titles.poster, poster, paper.size)(paper),
  'office-1': (paper) => single('office-1', label.offices[paper.trade][0] ?? '', office(0))(paper),
  'office-2': (paper) => {
    const title = label.offices[paper.trade][1];
    return title === undefined ? undefined : single('office-2', title, office(1))(paper);
  },
  'desk-card': forBusiness((paper) => {
    const title = label.titles['desk-card'];
    if (paper.size === 'a5') return single('desk-card', title, deskCard, 'a5')(paper);
    const html = page(
      paper,
      'a4-wide',
      'desk-card two-up',
      copies(2, deskCard(paper), 'half'),
      cuts(297, 210, [[148.5, 0, 0, 210]]),
    );
    return { title, format: 'a4-wide', pages: 1, html };
  }),
  'guest-card': forBusiness((paper) => ({
    title: label.titles['guest-card'],
    format: 'a4',
    pages: 1,
    html: page(
      paper,
      'a4',
      'guest-card',
      copies(4, guestCard(paper), 'quarter'),
      cuts(210, 297, [
        [0, 148.5, 210, 0],
        [105, 0, 0, 297],
      ]),
    ),
  })),
  'pocket-card': forBusiness((paper) => {
    const title = label.pocket[paper.trade];
    const cut = cuts(210, 297, [
      ...[0, 1, 2, 3, 4].map((n) => [14, 43.5 + n * 55, 182, 0] as const),
      ...[20, 105, 190].map((x) => [x, 39, 0, 229] as const),
    ]);
    const side = (card: string, back: string): string =>
      page(
        paper,
        'a4',
        `pocket-card${back}`,
        head({ ...paper, own: {}, level: paper.level + (back ? 1 : 0) }, back ? `${title}: ${label.back}` : title),
        div('pockets', copies(8, card, 'pocket')),
        cut,
        p(label.cutAndTurn, 'cut-note'),
        foot(paper, paper.trade),
      );
    return {
      title,
      format: 'a4',
      pages: 2,
      html: lines(side(pocketFront(paper), ''), side(pocketBack(paper), ' back')),
    };
  }),
  briefing: (paper) =>
    single('briefing', label.titles[paper.trade === 'school' ? 'briefing-school' : 'briefing'], briefing)(paper),
  checklist: forBusiness(single('checklist', label.titles.checklist, checklist)),
  log: forBusiness(single('log', label.titles.log, log, 'a4-wide')),
  questions: (paper) => ({
    title: label.titles.questions,
    format: 'a4',
    pages: 2,
    html: lines(
      page(paper, 'a4', 'questions', questionsFirst(paper)),
      page(paper, 'a4', 'questions answer-page', questionsSecond(paper)),
    ),
  }),
  manager: forBusiness(single('manager', label.titles.manager, manager)),
  training: single('training', label.titles.training, training, 'a4-wide'),
};

function useOf(id: SheetId, trade: Trade): string {
  if ((id === 'poster' || id === 'briefing') && trade === 'school') return label.uses[`${id}-school`];
  return id === 'office-1' || id === 'office-2' ? label.uses.office : label.uses[id];
}

/** The sheets of one choice, in the order of a pack. */
export function sheetsFor(facts: PaperFacts, choice: Choice): readonly Sheet[] {
  const paper = paperFor(facts, choice);
  return SHEETS.flatMap((id) => {
    const made = MAKE[id](paper);
    return made ? [{ id, use: useOf(id, choice.trade), ...made }] : [];
  });
}

/** The first page of a pack: what is in it, and how to print it. */
export function contentsPage(facts: PaperFacts, choice: Choice, sheets: readonly Sheet[]): string {
  const paper = paperFor(facts, choice);
  const { trade, level } = paper;
  return page(
    paper,
    'a4',
    'contents',
    head(paper, label.packTitle(label.trades[trade])),
    heading(level + 1, label.contents),
    `<ol>\n${sheets.map(({ title, use, pages }) => `<li><strong>${escaped(title)}</strong> (${escaped(label.pages(pages))}). ${escaped(use)}</li>`).join('\n')}\n</ol>`,
    heading(level + 1, label.howToPrint),
    list([...label.printSteps, ...(trade === 'school' ? [] : label.cardSteps)].map(escaped)),
    div('tell', tellFirst(paper), code(paper, trade)),
    foot(paper, trade),
  );
}

/** The picture for a screen in a lobby or a waiting room: the poster, wide or tall. */
export function screenFor(facts: PaperFacts, choice: Choice, tall: boolean): string {
  const paper = paperFor(facts, choice);
  return `<div class="screen-picture ${tall ? 'tall' : 'wide'}${paper.mono ? ' mono' : ''}">\n${lines(
    call(paper),
    div('column', p(en.banner.sentence.public, 'sentence'), three(paper)),
    danger(paper),
    div('tell', worried(paper), code(paper, 'public')),
    foot(paper, 'public'),
  )}\n</div>`;
}
