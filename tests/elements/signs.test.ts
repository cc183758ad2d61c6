import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Audience } from '../../src/core/audiences.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import type { SectionId } from '../../src/core/signs.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import { signs as guide } from '../../src/data/signs.js';
import { SaySomethingReport } from '../../src/elements/report/say-something-report.js';
import { SaySomethingSigns } from '../../src/elements/signs/say-something-signs.js';
import { press } from '../helpers/keyboard.js';
import { emulate } from '../helpers/media.js';
import { digits, number } from '../helpers/numbers.js';
import { engine, itUnless } from '../helpers/skip.js';
import { until } from '../helpers/until.js';

const provided = { directory: hertfordshire, locales: { en }, guide };

/** Elements with other tag names, so that these tests do not need the script. */
class Signs extends SaySomethingSigns {
  static override provided = provided;
}
class Report extends SaySomethingReport {
  static override provided = provided;
}
customElements.define('test-signs', Signs);
customElements.define('test-report', Report);

const WORK: readonly Audience[] = ['hotel', 'licensed', 'taxi', 'takeaway', 'school', 'professional'];
const { signs: words } = en;
const { dont, law } = words.sections;
const ACTION = en.routesHeading;
/** What to do with what not to do, and what to keep with the law. */
const { do: DO, keep: KEEP } = words.pairs as { readonly do: string; readonly keep: string };
const counted = (id: SectionId, audience: Audience): string => {
  const points = guide.audiences[audience].find((one) => one.id === id)?.points ?? [];
  return points.length > 1 ? words.counted(words.sections[id], points.length) : words.sections[id];
};

/** The campaign's list in its order and in our words. */
const FOURTEEN = [
  'Going missing or staying out all night',
  'Bruises or other injuries',
  'Drink or drugs',
  'Trouble with the police',
  'Sexual infections or pregnancy',
  'Missing school',
  'Gifts or money no one can explain',
  'Bringing other children along',
  'Feeling very low or scared',
  'Hurting themselves',
  'A change in how they look',
  'Much older friends',
  'Sexual bullying, or pressure online',
  'Cut off from family',
];

async function signsWith(
  attributes: Readonly<Record<string, string>> = {},
  around = html`<div></div>`,
): Promise<Signs> {
  const wrapper = await fixture<HTMLElement>(around);
  const element = document.createElement('test-signs') as Signs;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  wrapper.append(element);
  await settled(element);
  return element;
}

async function settled(element: Signs): Promise<void> {
  await element.updateComplete;
  await until(() => !element.shadowRoot?.querySelector('[data-partial]'), 'they are not completely drawn');
  for (let turn = 0; turn < 3; turn++) await element.updateComplete;
}

async function addReport(): Promise<Report> {
  const report = document.createElement('test-report') as Report;
  (await fixture<HTMLElement>(html`<div></div>`)).append(report);
  await report.updateComplete;
  return report;
}

const tree = (element: Element): ShadowRoot => element.shadowRoot as ShadowRoot;
const each = <T extends HTMLElement = HTMLElement>(element: Element, selector: string): readonly T[] => [
  ...tree(element).querySelectorAll<T>(selector),
];
const tidy = (text: string | null): string => (text ?? '').replace(/[ \n]+/g, ' ').trim();
const textOf = (element: Element): string => tidy(tree(element).querySelector('section')?.textContent ?? '');
const headings = (element: Element): readonly string[] =>
  each(element, '[role=heading]').map((one) => tidy(one.textContent));
const button = (element: Element, name: string): HTMLButtonElement | undefined =>
  each<HTMLButtonElement>(element, 'button').find((one) => tidy(one.textContent) === name);
const details = (element: Element): readonly HTMLDetailsElement[] => each<HTMLDetailsElement>(element, 'details');
const openCount = (element: Element): number => details(element).filter(({ open }) => open).length;
const link = (element: Element): HTMLAnchorElement | undefined =>
  each<HTMLAnchorElement>(element, 'a').find((one) => tidy(one.textContent) === ACTION);
const summaries = (element: Element): readonly string[] => each(element, 'summary').map((one) => tidy(one.textContent));
/** The signs, without the lists of advice. */
const signs = (element: Element): readonly HTMLDetailsElement[] =>
  each<HTMLDetailsElement>(element, '[part=sign] > details');

async function warningsOf(act: () => Promise<unknown>): Promise<readonly string[]> {
  const said: string[] = [];
  const warn = console.warn;
  console.warn = (...args: unknown[]) => void said.push(args.join(' '));
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return said.filter((line) => line.startsWith('say-something'));
}

describe('the signs', () => {
  it('are the campaign’s fourteen, in its order, in a list', async () => {
    const element = await signsWith();
    const list = signs(element)[0]?.closest('ul,ol');
    expect(list?.getAttribute('role')).to.equal('list');
    expect([...(list?.children ?? [])].map(({ localName }) => localName)).to.deep.equal(Array(14).fill('li'));
    expect(signs(element).map((one) => tidy(one.querySelector('summary')?.textContent ?? ''))).to.deep.equal(FOURTEEN);
  });

  it('say that one sign alone may be ordinary and that nobody needs to be sure', async () => {
    expect(textOf(await signsWith()))
      .to.contain('One sign on its own may be ordinary')
      .and.contain('do not need to be sure');
    expect(textOf(await signsWith({ audience: 'young-person' }))).to.contain('do not need to be sure');
  });

  it('offer urgent help with self-harm and low mood and nowhere else', async () => {
    const element = await signsWith();
    const urgent = details(element).filter((one) => tidy(one.textContent).includes('Samaritans'));
    expect(urgent.map((one) => tidy(one.querySelector('summary')?.textContent ?? ''))).to.deep.equal([
      'Feeling very low or scared',
      'Hurting themselves',
    ]);
    for (const one of urgent) {
      expect(tidy(one.textContent)).to.contain(number('police-999')).and.contain(number('samaritans'));
      expect(one.querySelector('a')?.getAttribute('href')).to.equal(`tel:${digits('samaritans')}`);
    }
  });

  it('open one at a time with the keyboard', async () => {
    const element = await signsWith();
    const [first] = each(element, 'summary');
    first?.focus();
    await press(['Enter']);
    await until(() => openCount(element) === 1);
    expect(details(element)[0]?.open).to.equal(true);
    await press([' ']);
    await until(() => openCount(element) === 0);
  });

  it('open each to one sentence of its own', async () => {
    const element = await signsWith();
    for (const [i, { id }] of guide.signs.map((id) => ({ id })).entries()) {
      const one = signs(element)[i];
      one?.querySelector('summary')?.click();
      const sentence = one?.querySelector('p');
      expect(tidy(sentence?.textContent ?? ''), id).to.equal(words.signs[id][1]);
      expect(sentence?.checkVisibility(), id).to.equal(true);
    }
    expect(openCount(element)).to.equal(14);
  });

  it('keep open signs open when the audience changes', async () => {
    const element = await signsWith();
    signs(element)[3]?.querySelector('summary')?.click();
    element.audience = 'hotel';
    await settled(element);
    expect(signs(element).findIndex(({ open }) => open)).to.equal(3);
    expect(openCount(element)).to.equal(1);
  });

  itUnless(engine === 'webkit' && 'WebKitGTK cannot emulate print', 'are all printed, without buttons', async () => {
    const element = await signsWith({ href: '/report' });
    const sentence = signs(element)[13]?.querySelector('p') as HTMLElement;
    expect(sentence.checkVisibility({ contentVisibilityAuto: true })).to.equal(false);
    await emulate({ media: 'print' });
    try {
      expect(details(element).length).to.be.above(14);
      for (const one of details(element)) {
        const hidden = one.querySelector('p,li');
        expect(hidden?.getBoundingClientRect().height).to.be.above(5);
        expect(hidden?.checkVisibility()).to.equal(true);
      }
      expect(each(element, 'a[href="tel:999"]')[0]?.checkVisibility()).to.equal(true);
      expect(link(element)?.checkVisibility()).to.equal(false);
    } finally {
      await emulate({});
    }
  });

  for (const level of ['1', '6']) {
    it(`have a heading of level ${level}, and the other headings follow it`, async () => {
      const element = await signsWith({ 'heading-level': level, audience: 'hotel' });
      const [first, ...others] = each(element, '[role=heading]').map((one) => one.getAttribute('aria-level'));
      expect(first).to.equal(level);
      expect(new Set(others)).to.deep.equal(new Set([String(Math.min(+level + 1, 6))]));
    });
  }
});

describe('the signs on a shared computer', () => {
  it('close when the page comes back from the back-forward cache', async () => {
    const element = await fixture<Signs>(html`<test-signs></test-signs>`);
    const details = [...element.renderRoot.querySelectorAll('details')];
    for (const one of details) one.open = true;
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(details.filter(({ open }) => open)).to.deep.equal([]);
  });
});

describe('the signs for an audience', () => {
  /** What the summaries say before the signs and after them, and the headings of the second list of a disclosure. */
  const expected: Readonly<
    Record<Audience, readonly [before: readonly string[], after: readonly string[], inner: readonly string[]]>
  > = {
    public: [[], [DO, counted('keep', 'public')], [dont]],
    'young-person': [
      [counted('fault', 'young-person'), counted('talk', 'young-person'), counted('secret', 'young-person')],
      [],
      [],
    ],
    parent: [[], [counted('also', 'parent'), DO, counted('keep', 'parent')], [dont]],
    hotel: [[counted('look', 'hotel')], [DO, KEEP], [dont, law]],
    licensed: [[counted('look', 'licensed')], [DO, KEEP], [dont, law]],
    taxi: [[counted('look', 'taxi')], [DO, KEEP], [dont, law]],
    takeaway: [[counted('look', 'takeaway')], [DO, counted('keep', 'takeaway')], [dont]],
    school: [[counted('look', 'school')], [DO, counted('keep', 'school')], [dont]],
    professional: [[counted('look', 'professional')], [DO, counted('keep', 'professional')], [dont]],
  };
  it('are among their sections, each a disclosure with its list, the word for the phone and a key for every phrase', async () => {
    const element = await signsWith();
    for (const audience of AUDIENCES) {
      element.audience = audience;
      await settled(element);
      const [before, after, inner] = expected[audience];
      expect(summaries(element), audience).to.deep.equal([...before, ...FOURTEEN, ...after]);
      expect(headings(element).slice(1), audience).to.deep.equal(inner);
      const lists = each(element, 'details > ul');
      expect(lists, audience).to.have.length(before.length + after.length + inner.length);
      const points = guide.audiences[audience].flatMap(({ points }) => points);
      const text = textOf(element);
      for (const point of points) expect(text, audience).to.contain(words.points[point]);
      for (const list of lists) {
        expect(list.children.length, audience).to.be.above(0);
        for (const item of list.children) expect(tidy(item.textContent), audience).not.to.equal('');
      }
      expect(signs(element), audience).to.have.length(14);
      const keys = each<HTMLSlotElement>(element, 'slot[name]').map(({ name }) => name);
      expect(new Set(keys).size, audience).to.equal(keys.length);
      // a child gets no word for the phone
      const told = text.includes(`call ${number('herts-police')} and say “Halo” and “child sexual exploitation”`);
      expect(told, audience).to.equal(audience !== 'young-person');
      if (WORK.includes(audience)) expect(lists[0]?.children.length, audience).to.be.within(8, 10);
    }
  });

  it('name no code word and no vehicles to a young person', async () => {
    const element = await signsWith({ audience: 'young-person' });
    const text = textOf(element);
    expect(text).not.to.match(/halo|plate|vehicle|\bcars?\b|exploitation|report it/i);
    expect(text).to.contain('It is not your fault').and.contain('Childline').and.contain(number('childline'));
    expect(headings(element)[0]).to.equal('Is someone hurting you, or a friend?');
  });

  it('give a young person a number or link for each service, and never a link that sends a text', async () => {
    const element = await signsWith({ audience: 'young-person' });
    const text = textOf(element);
    for (const reach of [
      ...['childline', 'missing-people-safecall', 'samaritans'].map(number),
      'Text the word SHOUT to 85258',
      'crimestoppers-uk.org/fearless',
    ])
      expect(text).to.contain(reach);
    expect(each(element, 'a[href^="sms:"]')).to.deep.equal([]);
    const sites = each<HTMLAnchorElement>(element, 'a[href^="http"]');
    expect(sites.map(({ href }) => href)).to.include('https://crimestoppers-uk.org/fearless');
    for (const one of sites) expect(one.rel).to.contain('noreferrer');
  });

  it('name the records to keep: registration cards, trip logs, the refusal book, CCTV', async () => {
    expect(textOf(await signsWith({ audience: 'hotel' })))
      .to.contain('Registration cards')
      .and.contain('CCTV');
    expect(textOf(await signsWith({ audience: 'taxi' })))
      .to.contain('Trip logs')
      .and.contain('CCTV');
    expect(textOf(await signsWith({ audience: 'licensed' })))
      .to.contain('refusal book')
      .and.contain('CCTV');
  });

  it('name the law for hotels and for licensed premises', async () => {
    expect(textOf(await signsWith({ audience: 'hotel' }))).to.contain('Section 116');
    expect(textOf(await signsWith({ audience: 'licensed' }))).to.contain('Licensing Act 2003');
  });
});

describe('the action of the signs', () => {
  it('is replaced by 999 and Childline without an address and without a panel', async () => {
    const element = await signsWith({ audience: 'hotel' });
    expect(button(element, ACTION)).to.equal(undefined);
    expect(link(element)).to.equal(undefined);
    expect(textOf(element))
      .to.contain('Call 999')
      .and.contain(`Under 19? You can talk to Childline ${number('childline')}`);
    expect(tree(element).querySelectorAll('a[href="tel:999"]')).to.have.length(1);
  });

  it('moves the focus to the heading of the panel on the page and adds nothing to the history', async () => {
    const element = await signsWith();
    const report = await addReport();
    await settled(element);
    const { length } = history;
    const { href } = location;
    button(element, ACTION)?.focus();
    await press(['Enter']);
    const focused = (): string => tidy(report.shadowRoot?.activeElement?.textContent ?? '');
    await until(() => focused() === en.heading, 'the heading has no focus');
    expect(history.length).to.equal(length);
    expect(location.href).to.equal(href);
  });

  it('is there only while there is a panel on the page', async () => {
    const element = await signsWith();
    const report = await addReport();
    await settled(element);
    expect(button(element, ACTION)).to.be.an.instanceof(HTMLElement);
    report.remove();
    await settled(element);
    expect(button(element, ACTION)).to.equal(undefined);
  });

  for (const href of ['https://example.org/report', '#report']) {
    it(`is a link to ${href} when the author sets it`, async () => {
      const element = await signsWith({ href: ` ${href} ` });
      expect(link(element)?.getAttribute('href')).to.equal(href);
      expect(button(element, ACTION)).to.equal(undefined);
    });
  }

  for (const href of ['javascript:alert(1)']) {
    it(`is never a link to ${JSON.stringify(href)}, and the author gets one warning`, async () => {
      let element: Signs | undefined;
      const said = await warningsOf(async () => {
        element = await signsWith({ href });
        await signsWith({ href });
      });
      expect(said).to.have.length(1);
      expect(element && link(element)).to.equal(undefined);
    });
  }
});

describe('the signs with wrong settings', () => {
  it('are those for the public, at level 2, with one warning each', async () => {
    let element: Signs | undefined;
    const said = await warningsOf(async () => {
      element = await signsWith({ audience: 'hotels', 'heading-level': 'seven' });
    });
    expect(said).to.have.length(2);
    const fresh = await signsWith();
    expect(element && headings(element)).to.deep.equal(headings(fresh));
    expect(element?.shadowRoot?.querySelector('[role=heading]')?.getAttribute('aria-level')).to.equal('2');
  });

  it('ignore spaces around a setting', async () => {
    const element = await signsWith({ audience: ' taxi\n', 'heading-level': ' 3 ' });
    expect(headings(element)).to.contain(law);
    expect(tree(element).querySelector('[role=heading]')?.getAttribute('aria-level')).to.equal('3');
  });

  it('keep the fallback when drawing fails', async () => {
    class Broken extends SaySomethingSigns {
      static override provided = { ...provided, guide: undefined as never };
    }
    customElements.define('test-signs-broken', Broken);
    const said = await warningsOf(async () => {
      const broken = await fixture<HTMLElement>(
        html`<test-signs-broken><p class="say-something-fallback">Call 999</p></test-signs-broken>`,
      );
      await (broken as Signs).updateComplete;
      expect(broken.querySelector('p')?.checkVisibility()).to.equal(true);
    });
    expect(said).to.have.length(1);
  });

  it('hide the fallback when they are drawn, and no other content', async () => {
    const element = await fixture<Signs>(
      html`<test-signs
        ><p class="say-something-fallback">Call 999</p>
        <p>Mine</p></test-signs
      >`,
    );
    await settled(element);
    expect([...element.querySelectorAll('p')].map((one) => one.checkVisibility())).to.deep.equal([false, true]);
  });
});

describe('the signs on a page', () => {
  it('fit a sidebar of 200 px for every audience, unfolded', async () => {
    const element = await signsWith({ href: '/report' });
    (element.parentElement as HTMLElement).style.width = '200px';
    for (const audience of AUDIENCES) {
      element.audience = audience;
      await settled(element);
      for (const one of details(element)) one.open = true;
      expect(openCount(element), audience).to.be.above(14);
      const edge = element.getBoundingClientRect();
      expect(Math.round(edge.width)).to.equal(200);
      for (const one of each(element, '*:not(.aloud)')) {
        if (!one.getClientRects().length || one.localName === 'slot') continue;
        const { left, right } = one.getBoundingClientRect();
        if (right > edge.right + 0.5 || left < edge.left - 0.5) {
          expect.fail(`${audience}: ${one.outerHTML.slice(0, 80)}`);
        }
      }
    }
  });

  it('have one column in a sidebar and more on a full page', async () => {
    const element = await signsWith();
    const columns = (): number =>
      new Set(each(element, '[part=sign]').map((one) => Math.round(one.getBoundingClientRect().left))).size;
    (element.parentElement as HTMLElement).style.width = '200px';
    expect(columns()).to.equal(1);
    (element.parentElement as HTMLElement).style.width = '1000px';
    expect(columns()).to.equal(2);
  });

  itUnless(
    engine === 'webkit' && 'WebKitGTK has no viewport of 320 px',
    'reflow at 320 px, as at 400 % zoom',
    async () => {
      await setViewport({ width: 320, height: 600 });
      try {
        await signsWith({ audience: 'taxi', href: '/report' });
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
      } finally {
        await setViewport({ width: 1024, height: 768 });
      }
    },
  );

  it('mirror their layout on a right-to-left page and keep numbers in order', async () => {
    const element = await signsWith({ audience: 'young-person' }, html`<div dir="rtl"></div>`);
    (element.parentElement as HTMLElement).style.width = '1000px';
    const [first, second] = each(element, '[part=sign]').map((one) => one.getBoundingClientRect().left) as [
      number,
      number,
    ];
    expect(second).to.be.below(first);
    const numbers = each(element, 'bdi');
    expect(numbers.map((one) => tidy(one.textContent))).to.include(number('childline'));
    for (const one of numbers) expect(getComputedStyle(one).direction).to.equal('ltr');
  });

  itUnless(
    engine === 'webkit' && 'WebKitGTK has no forced colours',
    'keep the action visible in forced colours',
    async () => {
      const element = await signsWith({ href: '/report' });
      await emulate({ forcedColors: 'active' });
      try {
        expect(getComputedStyle(link(element) as Element).borderTopStyle).to.equal('solid');
      } finally {
        await emulate({});
      }
    },
  );

  it('mirror every phrase into the light tree, so that translators and innerText have it', async () => {
    const element = await signsWith({ audience: 'hotel' });
    await until(() => element.textContent.includes('Section 116'));
    for (const phrase of [FOURTEEN[0], counted('look', 'hotel'), words.caution])
      expect(element.innerText).to.contain(phrase);
    expect(element.textContent).to.contain(words.points.hotel1);
    const slots = each<HTMLSlotElement>(element, 'slot[name]');
    expect(slots.filter((slot) => !slot.assignedNodes().length)).to.deep.equal([]);
  });
});
