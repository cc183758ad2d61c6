import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { Audience } from '../../src/core/audiences.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import '../../src/index.js';
import { digits, number } from '../helpers/numbers.js';
import {
  all,
  answer,
  card,
  clear,
  fold,
  get,
  nameOf,
  NIGHT,
  OPEN,
  openAround,
  panelWith,
  restoreTime,
  routes,
  setTime,
  settled,
  shownText,
  stayHere,
  support,
  textOf,
  toggle,
  treeOf,
  unfoldAll,
} from '../helpers/panel.js';
import { until } from '../helpers/until.js';

const NSPCC = 'NSPCC Helpline';
const COPIED = 'Copied from public pages, 23 November 2026. Not yet confirmed by the service.';
/** Words that say that a line is open or closed. */
const CLAIM = /open (now|day and night)|^closed|[^s]closed,|, any time/i;
const claims = (element: Element): readonly string[] => lines(element).filter((line) => CLAIM.test(line));
const lines = (element: Element): readonly string[] => shownText(element).split('\n');
const names = (panel: Element): readonly string[] => routes(panel).map(({ name }) => name);

async function unfold(panel: SaySomethingReport, name: string): Promise<HTMLElement> {
  const element = card(panel, name);
  await openAround(panel, element);
  await toggle(panel, fold(element));
  return element;
}

/** Sets the clock and updates the panel, as happens each minute. */
async function timeIs(panel: SaySomethingReport, iso: string): Promise<void> {
  setTime(iso);
  await settled(panel);
}

describe('a card of the report panel', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(restoreTime);

  it('says when unfolded what it costs, whether they ask for a name, what to say, what happens next and how old its facts are', async () => {
    const panel = await panelWith();
    const element = await unfold(panel, 'Crimestoppers');
    expect(lines(element)).to.include.members([
      'Open day and night, every day. Free.',
      'They are not the police. You do not have to give your name.',
      'They do not see your number.',
      'What to say: “I am worried about child sexual exploitation”.',
      'What happens next: they take out anything that shows who you are. They pass it to the right police force. The police must find other proof before they can arrest or search. You will not normally hear back.',
      COPIED,
    ]);
  });

  it('names the team to ask for to adults', async () => {
    const panel = await panelWith();
    const element = await unfold(panel, 'Hertfordshire Police');
    expect(lines(element)).to.include('What to say: “child sexual exploitation” and “Halo”.');
  });

  it('hides these facts until it is unfolded', async () => {
    const panel = await panelWith();
    expect(shownText(card(panel, 'Crimestoppers')))
      .to.not.include('Copied from')
      .and.not.include('Free');
  });

  it('says how old each contact’s facts are and that nobody has confirmed them', async () => {
    const panel = await panelWith();
    for (const audience of ['public', 'young-person', 'school'] satisfies Audience[]) {
      panel.audience = audience;
      await settled(panel);
      // the line for children and the support in sight have these facts too
      const contacts = routes(panel).length + support(panel).length + 2;
      expect(textOf(panel).split(COPIED).length - 1, audience).to.equal(contacts);
      const others = textOf(panel).replaceAll(COPIED, '');
      expect(others.split(en.numbersCopied('2026-11-23')).length - 1, audience).to.equal(1);
      expect(others.replace(en.numbersCopied('2026-11-23'), '')).to.not.match(/confirmed/i);
    }
  });

  it('says when the service confirmed its facts', async () => {
    const panel = await panelWith();
    panel.directory = {
      ...hertfordshire,
      contacts: hertfordshire.contacts.map((contact) =>
        contact.id === 'crimestoppers' ? { ...contact, confirmed: '2027-01-04' } : contact,
      ),
    };
    await timeIs(panel, '2027-01-05T12:00:00Z');
    const text = textOf(card(panel, 'Crimestoppers'));
    expect(text).to.include('Confirmed 4 January 2027.').and.not.include('Copied from');
  });

  it('says “free” only when that is known', async () => {
    const panel = await panelWith();
    expect(textOf(card(panel, 'Hertfordshire Children’s Services'))).to.include('You may have to pay.');
    await answer(panel, 'where', 'railway');
    expect(textOf(card(panel, 'British Transport Police'))).to.include('We do not know if this is free.');
  });

  it('warns on every card that takes reports of pictures', async () => {
    const panel = await panelWith();
    await answer(panel, 'where', 'online');
    expect(lines(card(panel, 'Internet Watch Foundation'))).to.include('Never save, copy or send the picture.');
  });

  it('gives the chat of Childline once to a young person, in sight and with Childline in its name', async () => {
    const panel = await panelWith({ audience: 'young-person' });
    const chats = treeOf(panel).querySelectorAll('a[href*="contacting-childline"]');
    expect(chats).to.have.length(1);
    const link = get(treeOf(panel), 'link', 'Website and chat Childline');
    expect(link).to.equal(chats[0]);
    expect(link.checkVisibility()).to.equal(true);
  });

  it('says for which ages a line is', async () => {
    const panel = await panelWith({ audience: 'young-person' });
    expect(textOf(card(panel, 'SafeCall, from Missing People'))).to.include('For people under 25.');
    expect(textOf(card(panel, '24/7 Rape and Sexual Abuse Support Line'))).to.include('For people aged 16 and over.');
  });

  const unfoldedNames = (panel: Element): readonly string[] =>
    routes(panel)
      .filter(({ element }) => fold(element).open)
      .map(({ name }) => name);

  it('stays unfolded with its contact when an answer changes the order', async () => {
    const panel = await panelWith();
    await unfold(panel, 'Crimestoppers');
    await answer(panel, 'name', 'anonymous');
    expect(unfoldedNames(panel), 'anonymous').to.deep.equal(['Crimestoppers']);
    await answer(panel, 'who', 'parent');
    expect(unfoldedNames(panel), 'parent').to.deep.equal(['Crimestoppers']);
  });

  it('stays folded when it has been folded again', async () => {
    const panel = await panelWith();
    await unfold(panel, 'Crimestoppers');
    await answer(panel, 'name', 'anonymous');
    await unfold(panel, 'Crimestoppers');
    await answer(panel, 'name', 'give');
    expect(unfoldedNames(panel)).to.deep.equal([]);
  });

  it('is unfolded again when its contact comes back', async () => {
    const panel = await panelWith();
    await unfold(panel, NSPCC);
    await answer(panel, 'who', 'under-19');
    expect(unfoldedNames(panel)).to.deep.equal([]);
    await clear(panel);
    expect(unfoldedNames(panel)).to.deep.equal([NSPCC]);
  });

  it('is drawn at once when a line opens during a press, because a later drawing would open again what is closed meanwhile', async () => {
    const panel = await panelWith();
    const details = fold(card(panel, 'Crimestoppers'));
    // A host is drawn when its controllers are told.
    let drawings = 0;
    panel.addController({ hostUpdated: () => void drawings++ });
    await sendMouse({ type: 'move', position: [2, 2] });
    await sendMouse({ type: 'down', button: 'left' });
    details.open = true;
    await oneEvent(details, 'toggle');
    await aTimeout(0);
    const before = drawings;
    await sendMouse({ type: 'up', button: 'left' });
    expect(before).to.equal(1);
  });

  it('keeps the details of 999 unfolded when an answer is given', async () => {
    const panel = await panelWith();
    const summary = get(treeOf(panel), 'disclosure', 'Cannot talk? Other ways to reach 999');
    const details = summary.parentElement as HTMLDetailsElement;
    await toggle(panel, details);
    await answer(panel, 'who', 'parent');
    expect(details.open).to.equal(true);
    expect(shownText(panel)).to.include('Textphone or the Relay UK app: 18000').and.include('Then press 55.');
  });
});

describe('the report panel as time passes', () => {
  afterEach(restoreTime);

  const states: readonly (readonly [string, string])[] = [
    ['2026-11-23T09:59:00Z', 'Closed, opens 10am today'],
    ['2026-11-23T15:59:59Z', 'Open now, closes at 4pm'],
    ['2026-11-23T16:00:00Z', 'Closed, opens Tuesday 10am'],
    ['2026-11-27T18:00:00Z', 'Closed, opens Monday 10am'],
    ['2026-12-25T12:00:00Z', 'May be closed today (bank holiday), opens Tuesday 10am'],
    // in summer time, four o'clock in London is three o'clock UTC
    ['2027-05-20T14:59:00Z', 'Open now, closes at 4pm'],
  ];
  it('says in words when a line is open and when it opens next', async () => {
    setTime(OPEN);
    const panel = await panelWith();
    await openAround(panel, card(panel, NSPCC));
    for (const [moment, words] of states) {
      await timeIs(panel, moment);
      expect(shownText(card(panel, NSPCC)), moment).to.include(`${number('nspcc-helpline')}\n${words}`);
    }
  });

  it('changes the words when a line closes and moves no card', async () => {
    setTime('2026-11-23T15:59:00Z');
    const panel = await panelWith({ audience: 'school' });
    // once somebody has answered, a line that is closed sinks with the next answer
    await answer(panel, 'name', 'give');
    const before = names(panel);
    expect(before.indexOf(NSPCC)).to.equal(2);
    expect(shownText(card(panel, NSPCC))).to.include('Open now, closes at 4pm');
    await timeIs(panel, '2026-11-23T16:00:00Z');
    expect(shownText(card(panel, NSPCC))).to.include('Closed, opens Tuesday 10am');
    expect(names(panel)).to.deep.equal(before);
  });

  it('moves a closed line down with the next answer', async () => {
    setTime('2026-11-23T15:59:00Z');
    const panel = await panelWith({ audience: 'school' });
    await timeIs(panel, '2026-11-23T16:00:00Z');
    await answer(panel, 'name', 'give');
    // Whistleblowing stays last at any hour.
    expect(names(panel).at(-2)).to.equal(NSPCC);
  });

  it('changes the words by itself when a minute passes', async () => {
    // start just before four, and let the clock run as soon as the panel is visible
    let seen = 0;
    Date.now = () => Date.parse('2026-11-23T15:59:59.500Z') + (seen && performance.now() - seen);
    const panel = await panelWith();
    await openAround(panel, card(panel, NSPCC));
    expect(shownText(card(panel, NSPCC))).to.include('Open now, closes at 4pm');
    seen = performance.now();
    await until(
      () => shownText(card(panel, NSPCC)).includes('Closed, opens Tuesday 10am'),
      'the words have not changed',
    );
  });

  it('is up to date when a page returns from the back-forward cache', async () => {
    setTime('2026-11-23T15:59:00Z');
    const panel = await panelWith();
    Date.now = () => Date.parse('2026-11-23T16:00:00Z');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await settled(panel);
    // everything is closed for the next person
    expect(textOf(card(panel, NSPCC))).to.include('Closed, opens Tuesday 10am');
  });

  it('is not drawn a second time when the page has opened', async () => {
    const panel = await panelWith();
    let asked = 0;
    panel.requestUpdate = () => void asked++;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(asked).to.equal(0);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(asked).to.be.above(0);
  });

  it('offers the NSPCC’s email, which is lost outside its hours, only within them', async () => {
    setTime('2026-11-23T11:00:00Z');
    const panel = await panelWith();
    const element = await unfold(panel, NSPCC);
    const offered = (): boolean => shownText(element).includes('help@nspcc.org.uk');
    expect(offered()).to.equal(true);
    await timeIs(panel, '2026-11-23T16:00:00Z');
    expect(offered()).to.equal(false);
    // it is in the panel because it is printed with its hours
    expect(textOf(element)).to.include('help@nspcc.org.uk').and.include('Email sent at other times is not received.');
  });

  it('says nowhere what is open or closed on the 181st day', async () => {
    setTime('2027-05-22T12:00:00Z');
    const panel = await panelWith();
    await unfoldAll(panel);
    expect(claims(panel).length).to.be.above(8);
    await timeIs(panel, '2027-05-23T12:00:00Z');
    expect(claims(panel)).to.deep.equal([]);
  });

  it('links to the service’s own page when its facts are old', async () => {
    setTime('2027-05-23T12:00:00Z');
    const panel = await panelWith();
    for (const { contact, link } of [
      { contact: 'Hertfordshire Police', link: 'www.herts.police.uk/report' },
      { contact: 'Hertfordshire Children’s Services', link: 'www.hertfordshire.gov.uk/cse' },
      { contact: NSPCC, link: 'www.nspcc.org.uk/about-us/our-services/nspcc-helpline/' },
    ]) {
      await openAround(panel, card(panel, contact));
      expect(lines(card(panel, contact)), 'before it is unfolded').to.include('These facts are old. Check them first');
      await unfold(panel, contact);
      expect(lines(card(panel, contact))).to.include(`Check on the service’s own page: ${link}`);
      expect(get<HTMLAnchorElement>(card(panel, contact), 'link', link).href).to.equal(`https://${link}`);
    }
  });

  it('says that old facts are old when there is no page to link to', async () => {
    setTime('2027-05-23T12:00:00Z');
    const panel = await panelWith();
    const element = await unfold(panel, 'Shout');
    expect(lines(element)).to.include.members([
      'These facts are old. Check them first',
      'We do not know the opening hours now.',
    ]);
  });

  it('keeps 999, 101 and the council finder when the facts are very old', async () => {
    setTime('2040-01-01T12:00:00Z');
    const panel = await panelWith();
    const links = all<HTMLAnchorElement>(treeOf(panel), 'link').map(({ href }) => href);
    expect(links).to.include.members([
      `tel:${digits('police-999')}`,
      `tel:${digits('herts-police')}`,
      'https://www.gov.uk/report-child-abuse-to-local-council',
    ]);
  });

  const COUNCIL = 'Hertfordshire Children’s Services';
  const FINDER = 'www.gov.uk/report-child-abuse-to-local-council';
  it('says that an expired contact may have changed, and shows the finder next to it', async () => {
    setTime('2028-04-01T12:00:00Z');
    const panel = await panelWith();
    const element = card(panel, COUNCIL);
    expect(lines(element)).to.include(`This may have changed. You can also find the right council here: ${FINDER}`);
    const link = get<HTMLAnchorElement>(element, 'link', FINDER);
    expect(link.href).to.equal(`https://${FINDER}`);
    let used = '';
    panel.addEventListener('say-something-contact', ({ contactId }) => (used = contactId));
    const follow = stayHere();
    link.click();
    follow();
    expect(used, 'the contact whose page it is').to.equal(hertfordshire.finder);
  });

  it('does not say what is open or closed on a device without a valid date', async () => {
    Date.now = () => NaN;
    const panel = await panelWith();
    expect(names(panel)[0]).to.equal('Hertfordshire Police');
    expect(claims(panel)).to.deep.equal([]);
  });
});

describe('the links of the report panel', () => {
  let links: readonly HTMLAnchorElement[] = [];
  before(async () => {
    setTime(NIGHT);
    // these panels together show every contact and every channel
    const page = document.body.appendChild(document.createElement('div'));
    for (const audience of ['public', 'young-person', 'school'] satisfies Audience[]) {
      const panel = document.createElement('say-something-report');
      panel.audience = audience;
      page.append(panel);
      await settled(panel);
      await answer(panel, 'where', audience === 'public' ? 'railway' : 'online');
      links = [...links, ...all<HTMLAnchorElement>(treeOf(panel), 'link')];
    }
  });
  after(() => {
    for (const link of links) (link.getRootNode() as ShadowRoot).host.parentElement?.remove();
    restoreTime();
  });
  const of = (protocol: string): readonly HTMLAnchorElement[] => {
    const found = links.filter((link) => link.protocol === protocol);
    expect(found, protocol).to.not.be.empty;
    return found;
  };

  it('send no referrer to a website', () => {
    for (const link of of('https:')) {
      expect([...link.relList], link.href).to.include('noreferrer');
      expect(link.referrerPolicy, link.href).to.equal('no-referrer');
    }
  });

  it('open outside a frame, because most services refuse to open in one', () => {
    for (const link of of('https:')) expect(link.target, link.href).to.equal('_top');
  });

  it('call with digits only and without a country code', () => {
    for (const link of of('tel:')) expect(link.getAttribute('href')).to.match(/^tel:(0\d+|1\d+|999)$/);
  });

  it('show the number that they call', () => {
    for (const link of of('tel:')) expect(nameOf(link).replace(/\D/g, ''), nameOf(link)).to.equal(link.href.slice(4));
  });

  it('never start a text message', () => {
    expect(links.filter(({ protocol }) => protocol === 'sms:')).to.deep.equal([]);
  });

  it('lead to the address in their text', () => {
    for (const link of of('mailto:')) expect(link.href).to.equal(`mailto:${nameOf(link)}`);
  });
});
