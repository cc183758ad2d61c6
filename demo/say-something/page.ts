import { AUDIENCES, presetAnswers } from '../../src/core/audiences.js';
import type { Audience } from '../../src/core/audiences.js';
import type { AnswerId, Answers, Channel, Contact } from '../../src/core/directory.js';
import { telephone } from '../../src/core/numbers.js';
import type { Card, Panel } from '../../src/core/panel.js';
import { cardFor, firstWay, panelFor } from '../../src/core/panel.js';
import type { RouteChoice } from '../../src/core/routing.js';
import { contactById, routeOrder } from '../../src/core/routing.js';
import type { AdviceSection } from '../../src/core/signs.js';
import { signsFor } from '../../src/core/signs.js';
import { hertfordshire as directory } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import { signs as guide } from '../../src/data/signs.js';
import { AUDIENCE_NAMES } from '../audiences.js';
import type { ElementName } from '../snippets.js';
import { escaped, READ, reportLines, signsLines } from '../snippets.js';

/*
 * The pages that need no script, one for each audience. A link marker leads to one, and an <iframe> shows one. They have everything
 * for a browser without script, in a frame with `sandbox=""` or on paper, from the same directory and words as the elements. If the
 * script runs, it draws the elements in their place.
 *
 * A page without script does not know the time, so it calls nothing open or closed. It gives the hours in words, and the day when
 * they were copied.
 */

const LANG = en.lang;
/** The folder of each audience's page, below `say-something/`. */
export const folderOf = (audience: Audience): string => (audience === 'public' ? '' : `${audience}/`);
/** A neutral title, because others may see it in the browser's history and on the tab. */
const titleOf = (audience: Audience): string =>
  audience === 'young-person' ? en.banner.childAction : `${en.routesHeading}: ${AUDIENCE_NAMES[audience]}`;
/** The words that only a page without a clock needs. */
const noClock = 'This page cannot tell the time. Look at the hours next to each number.';
const untilWords = (date: string): string =>
  `After ${new Date(date).toLocaleDateString(LANG, { dateStyle: 'long', timeZone: 'UTC' })} this may have changed. You can also find the right council here:`;

/** The day on which the facts were copied, when they are fresh. A fixed time makes every build write the same pages. */
const at = new Date(`${directory.danger.contact.gathered}T12:00:00Z`);
const panelOf = (audience: Audience): Panel => panelFor({ directory, guide, audience, at });

const readable = (address: string): string => address.replace(/^https:\/\//, '').replace(/^([^/]+)\/$/, '$1');
/** A link to another site. Its target is `_top`, because many sites refuse to open inside a frame. */
const outbound = (address: string, words: string): string =>
  `<a href="${escaped(address)}" target="_top" rel="noreferrer noopener" referrerpolicy="no-referrer">${words}</a>`;
const number = (value: string): string => `<bdi class="number" dir="ltr" translate="no">${escaped(value)}</bdi>`;
const call = (value: string): string => `<a href="${telephone(value)}">${number(value)}</a>`;
const p = (text: string | undefined, kind = ''): string => (text ? `<p${kind && ` class="${kind}"`}>${text}</p>` : '');
const heading = (level: number, text: string): string => `<h${level}>${escaped(text)}</h${level}>`;
const item = (text: string, kind = ''): string => `<li${kind && ` class="${kind}"`}>${text}</li>`;
const listOf = (items: readonly string[], tag = 'ul'): string =>
  items.length ? `<${tag}>\n${items.join('\n')}\n</${tag}>` : '';
const list = (texts: readonly string[], tag = 'ul'): string =>
  listOf(
    texts.map((text) => item(text)),
    tag,
  );
const lines = (...all: readonly string[]): string => all.filter(Boolean).join('\n');
/** Words that are read aloud and not shown: the service that a link or a disclosure is about. */
const aloud = (words: string): string => `<span class="aloud">${escaped(words)}</span>`;
/** Text with a target for every link to another site, as `outbound` has it. The snippet's own links have none. */
const toTop = (text: string): string =>
  text.replace(/<a href="(https:[^"]*)"(?![^>]* target=)/g, '<a href="$1" target="_top"');

/** One way of making contact. It shows the number or address too, so that it can be read on paper. */
function way(channel: Channel, name: string): string {
  const { type, value, use, word } = channel;
  if (type === 'web' || type === 'bsl') {
    const label = type === 'bsl' ? en.channel.bsl : en.channel.web[use ?? 'read'];
    return `${outbound(value, `${escaped(label)}${aloud(`: ${name}`)}`)} <bdi class="quiet" dir="ltr" translate="no">${escaped(readable(value))}</bdi>`;
  }
  if (type === 'phone') return `${en.channel.phone} ${call(value)}`;
  if (type === 'email') return `${en.channel.email} <a href="mailto:${escaped(value)}">${number(value)}</a>`;
  return `${escaped(type === 'sms' ? en.channel.sms(word) : en.channel.relay)} ${number(value)}`;
}

/** What we know of a channel: its hours, its cost, and whether it shows on a phone bill. */
function factsOf({ type, hours, receivedOnlyWhenOpen, free, offBill }: Channel): string {
  const page = type === 'web' || type === 'bsl';
  return [
    // a web page without hours is there at any hour
    hours ? en.hours(hours) : page ? '' : `${en.unknownHours}.`,
    receivedOnlyWhenOpen ? en.notReceived : '',
    page ? '' : en.cost(free),
    offBill ? en.offBill : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The first way to reach a service, in the form that fits into a sentence. */
function firstLink(contact: Contact): string {
  const channel = firstWay(contact);
  if (!channel) return '';
  if (channel.type === 'phone') return call(channel.value);
  if (channel.type === 'web') return outbound(channel.value, escaped(readable(channel.value)));
  return `${escaped(en.channel.sms(channel.word))} ${number(channel.value)}`;
}

const finder = contactById(directory, directory.finder);

const disclosure = (summary: string, inside: string): string =>
  `<details>\n<summary>${summary}</summary>\n${inside}\n</details>`;

/** A line of the snippet that opens to more of itself. A summary may hold words, and no paragraph. */
const openedBy = (line: string, inside: string): string => disclosure(line.replace(/^<p>|<\/p>$/g, ''), inside);

/** The hours of the first way to reach a contact, in words: a page without a clock says nothing else in the place of "Open now". */
const hoursOf = ({ channels: [first] }: Contact): string =>
  (first?.hours ? en.hours(first.hours) : en.unknownHours).replace(/\.$/, '');

/** What else is known of a contact, as the element's row opens to it. */
function facts({ contact: one, say }: Card): string {
  const ages =
    one.minimumAge === undefined && one.maximumAge === undefined ? undefined : en.ages(one.minimumAge, one.maximumAge);
  const more = [
    `${en.anonymity[one.anonymity]} ${one.anonymityNote ?? ''}`.trim(),
    ages,
    say && (say === 'child' ? en.whatChildrenCanSay : en.whatToSay(one.askFor)),
    Object.hasOwn(en.whatHappens, one.id) && en.whatHappens[one.id],
  ];
  return listOf([
    ...one.channels.map((channel, i) =>
      item(
        [...(i ? [way(channel, one.name)] : []), escaped(factsOf(channel))].filter(Boolean).join('. '),
        // show it on paper only, because it is lost when it is sent at night, and this page does not know the time
        channel.receivedOnlyWhenOpen ? 'paper' : '',
      ),
    ),
    ...more.flatMap((text) => (text ? [item(escaped(text))] : [])),
    ...(one.validUntil && finder && one !== finder ? [item(`${untilWords(one.validUntil)} ${firstLink(finder)}`)] : []),
    item(escaped(one.confirmed ? en.confirmed(one.confirmed) : en.copied(one.gathered))),
  ]);
}

/** Everything that we know of a contact, under its name. */
function card(known: Card, level: number): string {
  const { contact: one, team } = known;
  const [first] = one.channels;
  if (!first) return '';
  return lines(
    heading(level, one.name).replace('>', ` id="${one.id}">`),
    p(escaped(one.description)),
    one.images ? p(`<strong>${escaped(en.images)}</strong>`) : '',
    p(`<strong>${way(first, one.name)}</strong>${team ? `, ${escaped(en.askFor(team))}` : ''}`),
    facts(known),
  );
}

/** Every other way to reach the police in danger. */
function otherWays({ danger, otherWays: others }: Panel): string {
  return list([
    escaped(en.silentSolution(danger.phone.value)),
    ...others.flatMap((channel) => {
      if (channel.type === 'bsl')
        return [`${outbound(channel.value, escaped(en.emergencyBsl))} ${readable(channel.value)}`];
      if (channel.type === 'relay') return [escaped(en.emergencyRelay(channel.value))];
      return channel.type === 'sms' ? [escaped(en.emergencyText(channel.value))] : [];
    }),
  ]);
}

/** The routes in order, each with its number and a link to what is known of it. `more` adds a sentence to each. */
const inShort = (routes: readonly RouteChoice[], more?: (contact: Contact) => string): string =>
  list(
    routes.map(
      ({ contact: one }) =>
        `<a href="#${one.id}">${escaped(one.name)}</a>: ${firstLink(one)}${more ? `. <span class="quiet">${escaped(more(one))}</span>` : ''}`,
    ),
    'ol',
  );

/** The routes for other answers, in their order. It adds the cards that are not on the page yet. */
function routesElsewhere(audience: Audience, answers: Answers, told: Set<string>): string {
  const all = { ...presetAnswers(audience), ...answers };
  const routes = routeOrder(directory, all, at);
  const fresh = routes.filter(({ contact }) => !told.has(contact.id));
  for (const { contact } of fresh) told.add(contact.id);
  // A person who wants to stay anonymous must see which services do not promise it.
  const promise = answers.name === 'anonymous' ? (one: Contact): string => en.anonymity[one.anonymity] : undefined;
  return lines(
    inShort(routes, promise),
    ...fresh.map((route) => card(cardFor(directory, route, at, all.who === 'under-19'), 3)),
  );
}

const headingFor = (answer: AnswerId): string => {
  const words = en.answers[answer];
  return `${en.routesHeading}: ${typeof words === 'function' ? words(directory.area.name) : words}`;
};

function sections(all: readonly AdviceSection[], level: number): string {
  return lines(
    ...all.map(({ id, tell, points }) =>
      lines(
        heading(level, en.signs.sections[id]),
        list([
          ...(tell ? [escaped(en.signs.tell(tell.danger, tell.number, tell.team))] : []),
          ...points.map(
            ({ id: point, contact }) => `${escaped(en.signs.points[point])}${contact ? ` ${firstLink(contact)}` : ''}`,
          ),
        ]),
      ),
    ),
  );
}

/**
 * The services to tell as the panel shows them before any answer. Each band opens to what the panel's band opens to, and disclosures for the
 * other answers follow the routes.
 */
function report(audience: Audience): string {
  const panel = panelOf(audience);
  const { child, childLine, first, more, support, moreSupport } = panel;
  const rows: readonly RouteChoice[] = [
    ...first,
    ...(childLine ? [{ contact: childLine.contact, reason: 'under-19' as const }] : []),
  ];
  const told = new Set([...rows, ...more].map(({ contact }) => contact.id));
  const where = panel.questions.find(({ id }) => id === 'where')?.answers ?? [];
  const others = [
    ...where
      .filter(({ id }) => id !== 'local' && id !== 'not-sure')
      .map(({ id }) => disclosure(headingFor(id), routesElsewhere(audience, { where: id } as Answers, told))),
    disclosure(headingFor('anonymous'), routesElsewhere(audience, { name: 'anonymous' }, told)),
  ];
  const opens: Record<string, string> = {
    danger: otherWays(panel),
    tell: lines(
      ...(child ? [] : [p(escaped(en.tellHint)), list(en.tellList.map(escaped))]),
      sections(panel.sections, 2),
    ),
    next: list(en.nextList.map(escaped)),
    support: lines(
      p(escaped(en.supportHint)),
      ...(support ? [facts(cardFor(directory, { contact: support.contact, reason: 'anyone' }, at, child, true))] : []),
      ...moreSupport.map((route) =>
        // A service that is a route as well is on the page already.
        told.has(route.contact.id)
          ? p(`<a href="#${route.contact.id}">${escaped(route.contact.name)}</a>: ${firstLink(route.contact)}`)
          : card(cardFor(directory, route, at, child, true), 2),
      ),
    ),
  };
  for (const row of rows)
    opens[row.contact.id] = facts(cardFor(directory, row, at, child || row.contact === childLine?.contact));
  const bands = reportLines(audience, 1, false, (name, line) => {
    if (name === 'leave') return line.replace('<p>', '<p class="screen">');
    if (name === 'now') return line.replace('<p>', '<p class="danger">');
    const inside = opens[name];
    if (!inside) return line;
    if (name === 'support') return lines(line, disclosure(escaped(en.moreSupport(moreSupport.length)), inside));
    const contact = contactById(directory, name);
    if (!contact) return openedBy(line, inside);
    const own = disclosure(`${aloud(`${contact.name}: `)}${escaped(hoursOf(contact))}`, inside);
    const named = line.replace(/<(li|p)>/, `<$1 id="${name}">`);
    return named.endsWith('</li>') ? named.replace(/<\/li>$/, `${own}</li>`) : lines(named, own);
  });
  const end = bands.findIndex((line) => line === '</ul>') + 1;
  return toTop(
    lines(
      ...bands.slice(0, end),
      p(noClock, 'quiet'),
      more.length
        ? disclosure(
            escaped(en.moreRoutes(more.length)),
            lines(...more.map((route) => card(cardFor(directory, route, at, child), 3))),
          )
        : '',
      ...others,
      ...bands.slice(end),
    ),
  );
}

/** The signs, each of which opens to its sentence, and what this audience should look for and do. */
function theSigns(audience: Audience): string {
  const { signs, before, after, danger, listener } = signsFor({ directory, guide, audience, leads: true });
  const words = en.signs;
  const help = [
    escaped(words.urgent(danger.phone.value)),
    ...(listener ? [`${escaped(listener.name)} ${firstLink(listener)}`] : []),
  ].join(' ');
  const opens: Record<string, string> = {};
  for (const group of [...before, ...after]) if (group[0]) opens[group[0].id] = sections(group, 3);
  for (const { id, urgent } of signs)
    opens[id] = `${p(escaped(words.signs[id][1]))}${urgent ? p(`<strong>${help}</strong>`) : ''}`;
  return toTop(
    lines(
      ...signsLines(audience, 2, (name, line) => {
        const inside = opens[name];
        if (!inside) return line;
        const [, row, sign = ''] = /^( *<li>)(.*)<\/li>$/.exec(line) ?? [];
        return row ? `${row}${disclosure(sign, inside)}</li>` : openedBy(line, inside);
      }),
    ),
  );
}

/** The targets for the fragments of link markers, such as `#report-hotel`, on a page whose script has not run. */
const anchors = (kind: string): string =>
  AUDIENCES.filter((audience) => audience !== 'public')
    .map((audience) => `<span id="${kind}-${audience}"></span>`)
    .join('');

/**
 * The page for one audience, as HTML.
 *
 * @param script The address of the script, relative to the page. `"../1/say-something.js"`
 */
export function pageFor(audience: Audience, script: string): string {
  const up = audience === 'public' ? '' : '../';
  const marker = (kind: ElementName, level: number): string =>
    `class="say-something ${READ} say-something-${kind}${audience === 'public' ? '' : `-${audience}`}" data-say-something="${kind}" data-audience="${audience}" data-heading-level="${level}"`;
  return `<!doctype html>
<html lang="${LANG}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="referrer" content="no-referrer" />
<meta name="description" content="${escaped(en.banner.sentence[audience])}" />
<title>${escaped(titleOf(audience))}</title>
<link rel="icon" href="data:," />
<link rel="stylesheet" href="${up}style.css" />
</head>
<body>
<header>
<p><strong>${escaped(en.banner.heading)}</strong></p>
<p>${escaped(AUDIENCE_NAMES[audience])}, ${escaped(directory.area.name)}</p>
</header>
<main>
<p id="banner" class="anchors">${anchors('banner')}${anchors('report')}</p>
<div id="report" ${marker('report', 1)}>
${report(audience)}
</div>
<p class="anchors">${anchors('signs')}</p>
<div id="signs" ${marker('signs', 2)}>
${theSigns(audience)}
</div>
</main>
<footer>
<nav aria-labelledby="others">
<h2 id="others">Pages for others</h2>
${list(
  AUDIENCES.filter((other) => other !== audience).map(
    (other) => `<a href="${up}${folderOf(other) || (up ? '' : './')}">${escaped(AUDIENCE_NAMES[other])}</a>`,
  ),
)}
</nav>
</footer>
<script async src="${escaped(script)}" crossorigin="anonymous" referrerpolicy="no-referrer"></script>
</body>
</html>
`;
}
