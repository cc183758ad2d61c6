import { expect } from '@open-wc/testing';
import { SaySomethingContactEvent } from '../../src/elements/shared/events.js';
import type { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import '../../src/index.js';
import { digits, number } from '../helpers/numbers.js';
import {
  all,
  answer,
  card,
  clear,
  get,
  nameOf,
  OPEN,
  panelWith,
  replace,
  restoreTime,
  setTime,
  settled,
  stayHere,
  treeOf,
  unfoldAll,
} from '../helpers/panel.js';
import { until } from '../helpers/until.js';

describe('say-something-contact', () => {
  let leave = (): void => undefined;
  beforeEach(() => {
    setTime(OPEN);
    leave = stayHere();
  });
  afterEach(() => {
    leave();
    restoreTime();
  });

  /** The events that the panel dispatches for a click on one link. */
  async function contactsOf(panel: SaySomethingReport, link: HTMLElement): Promise<readonly Event[]> {
    const events: Event[] = [];
    const note = (event: Event): void => void events.push(event);
    panel.addEventListener('say-something-contact', note);
    link.click();
    await settled(panel);
    panel.removeEventListener('say-something-contact', note);
    return events;
  }

  const uses: readonly (readonly [card: string | undefined, link: string, contactId: string, channel: string])[] = [
    [undefined, 'Call 999', 'police-999', 'phone'],
    [undefined, 'British Sign Language: 999 BSL, by video', 'police-999', 'bsl'],
    [undefined, number('childline'), 'childline', 'phone'],
    ['Hertfordshire Police', number('herts-police'), 'herts-police', 'phone'],
    ['Hertfordshire Police', 'Report online', 'herts-police', 'web'],
    ['NSPCC Helpline', 'help@nspcc.org.uk', 'nspcc-helpline', 'email'],
    [undefined, 'GOV.UK council finder', 'govuk-report-child-abuse', 'web'],
    [undefined, number('samaritans'), 'samaritans', 'phone'],
    ['Victim Support', number('victim-support'), 'victim-support', 'phone'],
  ];
  it('contains only the contact and the type of channel when a link is used', async () => {
    const panel = await panelWith();
    await unfoldAll(panel);
    await answer(panel, 'name', 'give');
    for (const [name, link, contactId, channel] of uses) {
      const scope = name === undefined ? treeOf(panel) : card(panel, name);
      const events = await contactsOf(panel, get(scope, 'link', link));
      expect(events.length, link).to.equal(1);
      const [event] = events as [SaySomethingContactEvent];
      expect(event).to.be.instanceOf(SaySomethingContactEvent);
      expect({ ...event }, link).to.deep.equal({
        contactId,
        channel,
        ...('isTrusted' in { ...event } && { isTrusted: false }),
      });
      expect([event.bubbles, event.cancelable, event.composed], link).to.deep.equal([false, false, false]);
      expect(event.target).to.equal(panel);
    }
  });

  it('tells only listeners on the element', async () => {
    const panel = await panelWith();
    let heard = 0;
    const count = (): void => void heard++;
    panel.parentElement?.addEventListener('say-something-contact', count);
    window.addEventListener('say-something-contact', count);
    get(treeOf(panel), 'link', 'Call 999').click();
    window.removeEventListener('say-something-contact', count);
    expect(heard).to.equal(0);
  });

  it('does not stop the call when a listener cancels it', async () => {
    const panel = await panelWith();
    leave();
    panel.addEventListener('say-something-contact', (event) => event.preventDefault());
    let prevented: boolean | undefined;
    const last = (event: Event): void => {
      prevented = event.defaultPrevented;
      event.preventDefault();
    };
    addEventListener('click', last);
    get(treeOf(panel), 'link', 'Call 999').click();
    removeEventListener('click', last);
    leave = stayHere();
    expect(prevented).to.equal(false);
  });

  it('is not sent when an answer is chosen or a card unfolded', async () => {
    const panel = await panelWith();
    let heard = 0;
    panel.addEventListener('say-something-contact', () => heard++);
    await answer(panel, 'who', 'under-19');
    await unfoldAll(panel);
    await clear(panel);
    expect(heard).to.equal(0);
  });
});

describe('the report panel and the copied number', () => {
  beforeEach(() => setTime(OPEN));
  afterEach(restoreTime);

  /** The texts written to the clipboard during a test. With `refuse`, the clipboard refuses as it does without a gesture. */
  async function copying(refuse: boolean, act: (panel: SaySomethingReport) => Promise<void>): Promise<string[]> {
    const written: string[] = [];
    const back = replace(navigator.clipboard, 'writeText', {
      value: (text: string) => {
        if (refuse) return Promise.reject(new DOMException('no', 'NotAllowedError'));
        written.push(text);
        return Promise.resolve();
      },
    });
    try {
      const panel = await panelWith();
      await unfoldAll(panel);
      await act(panel);
    } finally {
      back();
    }
    return written;
  }
  const heard = (panel: Element): string => all(treeOf(panel), 'status')[0]?.textContent.trim() ?? '';
  const COPY = 'Copy the number';

  it('copies the number of its own card and says so', async () => {
    const written = await copying(false, async (panel) => {
      get(card(panel, 'Crimestoppers'), 'button', COPY).click();
      await until(() => heard(panel) === 'Copied', 'the copying is not announced');
      await settled(panel);
      expect(nameOf(all(card(panel, 'Crimestoppers'), 'button')[0] as Element)).to.equal('Copied Crimestoppers');
    });
    expect(written).to.deep.equal([digits('crimestoppers')]);
  });

  it('says “Copied” only on the card that was used, even when an answer changes the order', async () => {
    await copying(false, async (panel) => {
      get(card(panel, 'Hertfordshire Police'), 'button', COPY).click();
      await until(() => heard(panel) === 'Copied', 'the copying is not announced');
      await answer(panel, 'name', 'anonymous');
      expect(nameOf(all(card(panel, 'Crimestoppers'), 'button')[0] as Element)).to.equal(`${COPY} Crimestoppers`);
    });
  });

  it('says nothing to the next person about a number whose copying ends after the page was left', async () => {
    let end: (() => void) | undefined;
    const back = replace(navigator.clipboard, 'writeText', {
      value: () => new Promise<void>((resolve) => (end = resolve)),
    });
    try {
      const panel = await panelWith();
      await unfoldAll(panel);
      get(card(panel, 'Crimestoppers'), 'button', COPY).click();
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      end?.();
      // An answer is announced after the copying would have been.
      await answer(panel, 'name', 'give');
      await until(() => heard(panel), 'nothing is announced');
      expect(heard(panel)).to.not.equal('Copied');
      await unfoldAll(panel);
      expect(nameOf(all(card(panel, 'Crimestoppers'), 'button')[0] as Element)).to.equal(`${COPY} Crimestoppers`);
    } finally {
      back();
    }
  });

  it('says the number when copying is refused', async () => {
    const written = await copying(true, async (panel) => {
      get(card(panel, 'Crimestoppers'), 'button', COPY).click();
      // The panel of the test before may still have something to announce.
      const said = `Your browser did not copy it. The number is ${number('crimestoppers')}.`;
      await until(() => heard(panel) === said, `“${said}” is not announced`);
      await settled(panel);
      expect(nameOf(all(card(panel, 'Crimestoppers'), 'button')[0] as Element)).to.equal(`${COPY} Crimestoppers`);
    });
    expect(written).to.deep.equal([]);
  });

  it('copies only phone numbers', async () => {
    const panel = await panelWith();
    await answer(panel, 'where', 'england');
    expect(all(card(panel, 'GOV.UK council finder'), 'button')).to.deep.equal([]);
    expect(all(card(panel, 'Shout'), 'button')).to.deep.equal([]);
  });
});
