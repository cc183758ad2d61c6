import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import { signs as guide } from '../../src/data/signs.js';
import { SaySomethingExit } from '../../src/elements/exit/say-something-exit.js';
import { announceAtOnce, told } from '../helpers/at-once.js';
import { keysReach, press, release } from '../helpers/keyboard.js';
import { until } from '../helpers/until.js';

/** An exit that counts instead of leaving, because the test page has to stay. */
class StayingExit extends SaySomethingExit {
  static override provided = { directory: hertfordshire, locales: { en }, guide };
  static left: string[] = [];
  override leave(): void {
    StayingExit.left.push(this.id || 'exit');
  }
}
customElements.define('staying-exit', StayingExit);

const shift = (times: number, view?: Window): Promise<void> => press(Array<string>(times).fill('Shift'), view);
const link = (exit: Element): HTMLAnchorElement => exit.shadowRoot?.querySelector('a') as HTMLAnchorElement;
const words = (exit: Element): string => exit.shadowRoot?.querySelector('.root')?.textContent ?? '';
const said = async (exit: SaySomethingExit): Promise<string> => {
  await told(exit);
  return exit.shadowRoot?.querySelector('[aria-live]')?.textContent?.trim() ?? '';
};
const place = async (count = 1): Promise<StayingExit[]> => {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  for (let i = 1; i <= count; i++) {
    const exit = document.createElement('staying-exit') as StayingExit;
    exit.id = `exit${i}`;
    box.append(exit);
    await exit.updateComplete;
  }
  return [...box.children] as StayingExit[];
};

describe('the exit', () => {
  announceAtOnce();
  beforeEach(() => {
    StayingExit.left = [];
    (document.activeElement as HTMLElement | null)?.blur();
  });

  describe('before it is used', () => {
    it('is a link to another page that sends no referrer and opens no tab', async () => {
      const [exit] = await place();
      expect(link(exit as Element).href).to.equal('https://www.bbc.co.uk/weather');
      expect(link(exit as Element).rel).to.equal('noreferrer nofollow');
      expect(link(exit as Element).target).to.equal('_top');
    });

    it('says before the link what it cannot do, and after it how to leave with Shift', async () => {
      const [exit] = await place();
      const text = words(exit as Element);
      expect(text).to.contain('Shift 3 times');
      expect(text.indexOf('history')).to.be.within(0, text.indexOf('Leave this page'));
      expect(text.indexOf('Shift')).to.be.above(text.indexOf('Leave this page'));
    });

    it('shows its fallback when it has no words to draw', async () => {
      customElements.define('wordless-exit', class extends SaySomethingExit {});
      const exit = await fixture(html`<wordless-exit><a href="/news">Leave</a></wordless-exit>`);
      expect(exit.querySelector('a')?.getClientRects().length).to.equal(1);
    });
  });

  describe('with Shift', () => {
    it('leaves at the third press', async () => {
      await place();
      await shift(3);
      expect(StayingExit.left).to.deep.equal(['exit1']);
    });

    it('stays after two presses and says how many are left', async () => {
      const [exit] = (await place()) as [StayingExit];
      await shift(1);
      expect(await said(exit)).to.equal('Shift, press 2 more times to leave.');
      await shift(1);
      expect(await said(exit)).to.equal('Shift, press 1 more time to leave.');
      expect(StayingExit.left).to.deep.equal([]);
    });

    it('says after five seconds that it is cancelled, and starts counting again', async () => {
      const [exit] = (await place()) as [StayingExit];
      await shift(2);
      const status = (): string => exit.shadowRoot?.querySelector('[aria-live]')?.textContent?.trim() ?? '';
      await until(() => status() === 'Leaving is cancelled. You are still on this page.', 'it is not cancelled');
      await shift(1);
      expect(await said(exit)).to.equal('Shift, press 2 more times to leave.');
      expect(StayingExit.left).to.deep.equal([]);
    });

    it('never leaves with Escape', async () => {
      await place();
      await press(['Escape', 'Escape', 'Escape', 'Escape']);
      expect(StayingExit.left).to.deep.equal([]);
    });

    for (const key of ['Tab', 'A'] as const) {
      it(`does not count Shift together with ${key}`, async () => {
        const [exit] = (await place()) as [StayingExit];
        for (let i = 0; i < 4; i++) {
          await sendKeys({ down: 'Shift' });
          await press([key]);
          await release('Shift');
        }
        expect(StayingExit.left).to.deep.equal([]);
        expect(await said(exit)).to.equal('');
      });
    }

    it('does not count Shift while Control is down', async () => {
      await place();
      await sendKeys({ down: 'Control' });
      await shift(4);
      await release('Control');
      expect(StayingExit.left).to.deep.equal([]);
    });

    it('does not count Shift together with a click', async () => {
      await place();
      for (let i = 0; i < 4; i++) {
        await sendKeys({ down: 'Shift' });
        await sendMouse({ type: 'click', position: [5, 400] });
        await release('Shift');
      }
      expect(StayingExit.left).to.deep.equal([]);
    });

    const repeat = (): boolean =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', repeat: true, bubbles: true }));

    it('counts a held key that repeats once', async () => {
      const [exit] = (await place()) as [StayingExit];
      await sendKeys({ down: 'Shift' });
      for (let i = 0; i < 3; i++) repeat();
      await release('Shift');
      expect(await said(exit)).to.equal('Shift, press 2 more times to leave.');
    });

    it('does not count a held key that repeats after another key', async () => {
      const [exit] = (await place()) as [StayingExit];
      await sendKeys({ down: 'Shift' });
      await press(['A']);
      repeat();
      await release('Shift');
      expect(await said(exit)).to.equal('');
    });

    it('leaves when the page stops the propagation of key events', async () => {
      await place();
      const stop = (event: Event): void => event.stopImmediatePropagation();
      document.addEventListener('keyup', stop, true);
      await shift(3);
      document.removeEventListener('keyup', stop, true);
      expect(StayingExit.left).to.have.length(1);
    });
  });

  describe('while a person is typing', () => {
    /** Elements with an open and with a closed shadow tree. */
    for (const mode of ['open', 'closed'] as const) {
      customElements.define(
        `${mode}-field`,
        class extends HTMLElement {
          readonly inside = this.attachShadow({ mode }).appendChild(document.createElement('input'));
          override focus(): void {
            this.inside.focus();
          }
        },
      );
    }
    customElements.define(
      'open-editor',
      class extends HTMLElement {
        readonly inside = this.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
        override focus(): void {
          this.inside.contentEditable = 'true';
          this.inside.focus();
        }
      },
    );
    customElements.define('plain-button', class extends HTMLElement {});
    const element = (name: string, properties: Record<string, unknown> = {}): HTMLElement => {
      const made = document.createElement(name);
      made.setAttribute('aria-label', name);
      return Object.assign(made, properties);
    };
    const cases: [what: string, make: () => HTMLElement, counts: boolean][] = [
      ['a text field', () => element('input'), false],
      ...['search', 'number', 'date', 'unheard-of'].map((type): [string, () => HTMLElement, boolean] => [
        `a field for ${type}`,
        () => element('input', { type }),
        false,
      ]),
      ['a textarea', () => element('textarea'), false],
      ['a select', () => element('select'), false],
      ['an editable region', () => element('div', { contentEditable: 'true' }), false],
      ['a field of its own making', () => element('div', { role: 'textbox', tabIndex: 0 }), false],
      ['a field in a shadow tree', () => element('open-field'), false],
      ['a field in a closed shadow tree', () => element('closed-field'), false],
      ['an editable region in a shadow tree', () => element('open-editor'), false],
      ...['radio', 'submit', 'range'].map((type): [string, () => HTMLElement, boolean] => [
        `an input that is a ${type}`,
        () => element('input', { type }),
        true,
      ]),
      ['a button', () => element('button'), true],
      ['a link', () => element('a', { href: '#' }), true],
      ['a custom element that has the focus itself', () => element('plain-button', { tabIndex: 0 }), true],
    ];
    for (const [what, make, counts] of cases) {
      it(`${counts ? 'leaves' : 'stays'} with the focus in ${what}`, async () => {
        const [exit] = await place();
        const target = make();
        exit?.after(target);
        target.focus();
        expect(document.activeElement).to.equal(target);
        await shift(3);
        expect(StayingExit.left).to.have.length(counts ? 1 : 0);
      });
    }

    it('stays in a page that is one editable document', async () => {
      await place();
      document.designMode = 'on';
      await shift(3);
      document.designMode = 'off';
      expect(StayingExit.left).to.deep.equal([]);
    });
  });

  describe('next to others', () => {
    const KEYS = ['keydown', 'keyup', 'keypress', 'pointerdown', 'pageshow'];
    /** The listeners that are added to and removed from window and document while `act` runs. */
    const listeners = async (act: () => Promise<unknown>): Promise<{ added: string[]; removed: string[] }> => {
      const calls = { added: [] as string[], removed: [] as string[] };
      const targets: EventTarget[] = [window, document];
      for (const target of targets) {
        const add = target.addEventListener.bind(target);
        const remove = target.removeEventListener.bind(target);
        target.addEventListener = (...given: Parameters<typeof add>): void => {
          if (KEYS.includes(given[0])) calls.added.push(given[0]);
          add(...given);
        };
        target.removeEventListener = (...given: Parameters<typeof remove>): void => {
          if (KEYS.includes(given[0])) calls.removed.push(given[0]);
          remove(...given);
        };
      }
      try {
        await act();
      } finally {
        for (const target of targets) {
          delete (target as Partial<EventTarget>).addEventListener;
          delete (target as Partial<EventTarget>).removeEventListener;
        }
      }
      return calls;
    };

    // the exit listens to pointerdown for Shift with a pressed pointer, and all elements listen to it for taps
    const SET = ['keydown', 'keyup', 'pageshow', 'pointerdown', 'pointerdown'];

    it('adds one set of listeners for three exits and removes it with the last', async () => {
      let exits: StayingExit[] = [];
      const { added } = await listeners(async () => (exits = await place(3)));
      expect(added.sort()).to.deep.equal(SET);
      const early = await listeners(() => Promise.resolve(exits.slice(1).forEach((exit) => exit.remove())));
      expect(early.removed).to.deep.equal([]);
      const { removed } = await listeners(() => Promise.resolve(exits[0]?.remove()));
      expect(removed.sort()).to.deep.equal(SET);
      await shift(3);
      expect(StayingExit.left).to.deep.equal([]);
    });

    it('leaves once and announces once with several exits', async () => {
      const exits = await place(3);
      await shift(2);
      const spoken = await Promise.all(exits.map(said));
      expect(spoken.filter(Boolean)).to.have.length(1);
      await shift(1);
      expect(StayingExit.left).to.have.length(1);
    });

    it('leaves by the first visible exit', async () => {
      const exits = await place(2);
      (exits[0] as StayingExit).hidden = true;
      await shift(3);
      expect(StayingExit.left).to.deep.equal(['exit2']);
    });

    for (const markup of ['class="govuk-exit-this-page"', 'data-module="govuk-exit-this-page"'] as const) {
      it(`ignores Shift in a page with GOV.UK's exit, as ${markup}`, async () => {
        const govuk = document.createElement('div');
        const [name, value] = markup.replaceAll('"', '').split('=') as [string, string];
        govuk.setAttribute(name, value);
        document.body.append(govuk);
        let exits: StayingExit[] = [];
        const { added } = await listeners(async () => (exits = await place(1)));
        expect(added.sort()).to.deep.equal(['pageshow', 'pointerdown']);
        expect(words(exits[0] as Element)).not.to.contain('Shift');
        await shift(3);
        expect(StayingExit.left).to.deep.equal([]);
        link(exits[0] as Element).click();
        expect(StayingExit.left).to.have.length(1);
        govuk.remove();
      });
    }

    it('ignores Shift as soon as a GOV.UK exit is added', async () => {
      const [exit] = (await place()) as [StayingExit];
      const govuk = document.createElement('div');
      govuk.className = 'govuk-exit-this-page';
      document.body.append(govuk);
      await shift(3);
      await exit.updateComplete;
      govuk.remove();
      expect(StayingExit.left).to.deep.equal([]);
      expect(words(exit)).not.to.contain('Shift');
    });
  });

  describe('with an address from the author', () => {
    const warnings: string[] = [];
    const { warn } = console;
    beforeEach(() => {
      warnings.length = 0;
      console.warn = (...given: unknown[]): void => void warnings.push(given.join(' '));
    });
    afterEach(() => {
      console.warn = warn;
    });

    for (const [wanted, expected] of [
      ['https://example.org/', 'https://example.org/'],
      [' /demo/situations/index.html ', new URL('/demo/situations/index.html', location.href).href],
    ] as const) {
      it(`leads to ${wanted}`, async () => {
        const exit = await fixture<StayingExit>(html`<staying-exit href=${wanted}></staying-exit>`);
        expect(link(exit).href).to.equal(expected);
        expect(warnings).to.deep.equal([]);
      });
    }

    for (const wanted of ['http://example.org/', '']) {
      it(`leads to the default instead of “${wanted}” and warns once`, async () => {
        const exit = await fixture<StayingExit>(
          html`<div><staying-exit href=${wanted}></staying-exit><staying-exit href=${wanted}></staying-exit></div>`,
        );
        for (const one of exit.children as HTMLCollectionOf<StayingExit>) {
          await one.updateComplete;
          expect(link(one).href).to.equal('https://www.bbc.co.uk/weather');
        }
        expect(warnings).to.have.length(1);
      });
    }

    it('leads to the default without a warning when its address is removed', async () => {
      const exit = await fixture<StayingExit>(html`<staying-exit href="https://example.org/"></staying-exit>`);
      exit.removeAttribute('href');
      await exit.updateComplete;
      expect(link(exit).href).to.equal('https://www.bbc.co.uk/weather');
      expect(warnings).to.deep.equal([]);
    });
  });
});

describe('leaving', () => {
  let frame: HTMLIFrameElement;
  let inner: Window & typeof globalThis;
  const violations: string[] = [];
  const open = async (path: string, sandbox?: string): Promise<SaySomethingExit> => {
    frame = document.createElement('iframe');
    frame.title = 'A page';
    if (sandbox) frame.setAttribute('sandbox', sandbox);
    // the same page with the exit's source instead of the built script; in Firefox 'self' matches nothing in a srcdoc
    const page = await (await fetch(`/demo/situations/${path}`)).text();
    const source = new URL('../helpers/define-exit.ts', import.meta.url).href;
    frame.srcdoc = page
      .replace(/<script async.*<\/script>/, `<script type="module" src="${source}"></script>`)
      .replace('href="../demo.css"', 'href="/demo/demo.css"')
      .replaceAll("'self'", location.origin);
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    inner = frame.contentWindow as typeof inner;
    violations.length = 0;
    inner.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const exit = inner.document.querySelector('say-something-exit') as SaySomethingExit;
    await until(() => exit.shadowRoot?.querySelector('a'), 'the exit is not drawn');
    return exit;
  };
  afterEach(() => frame.remove());

  /** Opens another page in another frame. When it has loaded, everything that the first page started has begun. */
  const another = async (): Promise<void> => {
    const later = document.createElement('iframe');
    later.title = 'Another page';
    later.src = '/demo/situations/index.html';
    const loaded = new Promise((resolve) => later.addEventListener('load', resolve, { once: true }));
    document.body.append(later);
    await loaded;
    later.remove();
  };

  /** The body of the empty page, which has a shadow tree, unlike the page's own body. */
  const cover = (): HTMLElement | undefined => (inner.document.body.shadowRoot ? inner.document.body : undefined);
  const message = (): HTMLElement | null | undefined => cover()?.shadowRoot?.querySelector('[role=alert]');
  const bodyShown = (): boolean => !!inner.document.querySelector('say-something-exit');
  const comeBack = (): boolean => inner.dispatchEvent(new inner.PageTransitionEvent('pageshow', { persisted: true }));

  const focusOn = (selector: string): Promise<void> => {
    inner.document.querySelector<HTMLElement>(selector)?.focus();
    return keysReach(inner);
  };

  it('empties a page in a frame before the next paint and says to close the tab', async () => {
    const exit = await open('exit.html');
    link(exit).click();
    // the test has not waited for anything
    expect(bodyShown()).to.equal(false);
    expect(message()?.textContent).to.equal('Close this tab.');
    expect(message()?.getClientRects().length).to.equal(1);
    await another();
    expect(inner.location.href).to.equal('about:srcdoc');
    // the strict policy has not refused anything
    expect(violations).to.deep.equal([]);
  });

  it('empties the page in a frame that may not navigate', async () => {
    const exit = await open('exit.html', 'allow-scripts allow-same-origin');
    link(exit).click();
    expect(bodyShown()).to.equal(false);
    expect(message()?.textContent).to.equal('Close this tab.');
  });

  it('empties the page when Shift is pressed in the frame', async () => {
    await open('exit.html');
    await focusOn('#radio');
    await shift(2, inner);
    expect(bodyShown()).to.equal(true);
    await shift(1, inner);
    expect(bodyShown()).to.equal(false);
  });

  it('stays while a person types in the frame', async () => {
    await open('exit.html');
    await focusOn('#field');
    await shift(3, inner);
    expect(bodyShown()).to.equal(true);
  });

  it('ignores Shift when GOV.UK’s exit is further down the page', async () => {
    const exit = await open('exit-govuk.html');
    await focusOn('.govuk-exit-this-page a');
    await shift(3, inner);
    expect(bodyShown()).to.equal(true);
    link(exit).click();
    expect(bodyShown()).to.equal(false);
  });

  it('covers content that the page forces to show', async () => {
    const exit = await open('exit-govuk.html');
    const { document } = inner;
    const sheet = new inner.CSSStyleSheet();
    sheet.replaceSync('div, p { display: none !important } html { background: red !important }');
    document.adoptedStyleSheets = [sheet];
    document.body.style.setProperty('display', 'block', 'important');
    link(exit).click();
    const box = cover()?.getBoundingClientRect();
    expect(box?.width).to.be.at.least(document.documentElement.clientWidth);
    expect(box?.height).to.be.at.least(inner.innerHeight);
    expect(document.elementFromPoint(10, 60)).to.equal(cover());
    expect(message()?.getClientRects().length).to.equal(1);
  });

  it('restores the page when it returns from the back-forward cache', async () => {
    const exit = await open('exit.html');
    link(exit).click();
    comeBack();
    expect(bodyShown()).to.equal(true);
    expect(cover()).to.equal(undefined);
    expect(inner.document.adoptedStyleSheets).to.have.length(0);
    link(exit).click();
    expect(bodyShown()).to.equal(false);
  });
});
