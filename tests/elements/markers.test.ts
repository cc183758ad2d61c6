import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { until } from '../helpers/until.js';
import { recordWarnings } from '../helpers/warnings.js';

const drawn = (element: Element | null): string | undefined =>
  element?.shadowRoot?.querySelector('[part=root]')
    ? [...element.shadowRoot.children].find(({ localName }) => localName.startsWith('say-something-'))?.localName
    : undefined;
/** Waits until all markers of the page were handled, by adding a placeholder and waiting until it is drawn. */
/** Waits until an answer of the audience is chosen in what is drawn on an element, and returns its words. */
async function chosenIn(element: Element): Promise<string> {
  const chosen = (): Element | null | undefined => element.shadowRoot?.querySelector('input:checked');
  await until(chosen, 'no answer is chosen');
  return chosen()?.closest('label')?.textContent ?? '';
}

async function settle(): Promise<void> {
  const later = document.body.appendChild(document.createElement('div'));
  later.dataset['saySomething'] = 'exit';
  await until(() => drawn(later), 'a placeholder is not drawn');
  later.remove();
}

describe('a marker', () => {
  for (const [what, template, expected] of [
    ['a placeholder by class', html`<div class="say-something">x</div>`, 'say-something-report'],
    ['a placeholder by data attribute', html`<div data-say-something="banner">x</div>`, 'say-something-banner'],
    [
      'a placeholder with both',
      html`<div class="say-something" data-say-something="signs">x</div>`,
      'say-something-signs',
    ],
    [
      'a placeholder with only classes, because a filter removed the data attributes',
      html`<div class="say-something say-something-signs-hotel">x</div>`,
      'say-something-signs',
    ],
    ['a placeholder for the exit', html`<div data-say-something="exit">x</div>`, 'say-something-exit'],
    [
      'a link alone in a paragraph',
      html`<p><a href="https://any.example/say-something/#report-hotel">x</a></p>`,
      'say-something-report',
    ],
    ['a link alone in a heading', html`<h3><a href="/say-something/#banner">x</a></h3>`, 'say-something-banner'],
    [
      'a link alone in a section',
      html`<section><a href="/help/say-something/#signs">x</a></section>`,
      'say-something-signs',
    ],
    [
      'a link alone except for its emphasis',
      html`<p>
        <strong><a href="/say-something/#signs">x</a></strong>
      </p>`,
      'say-something-signs',
    ],
  ] as const) {
    it(`becomes the element: ${what}`, async () => {
      const element = await fixture(template);
      await until(() => drawn(element), 'it is not drawn');
      expect(drawn(element)).to.equal(expected);
    });
  }

  for (const [what, template] of [
    ['in a sentence', html`<p>Read <a href="/say-something/#report">this</a> today.</p>`],
    [
      'in a list',
      html`<ul>
        <li><a href="/say-something/#report">x</a></li>
      </ul>`,
    ],
    [
      'in a table',
      html`<table>
        <tbody>
          <tr>
            <td><a href="/say-something/#report">x</a></td>
          </tr>
        </tbody>
      </table>`,
    ],
    ['next to a picture', html`<p><img alt="" /><a href="/say-something/#report">x</a></p>`],
    ['with another fragment', html`<p><a href="/say-something/#contact">x</a></p>`],
    ['with another path', html`<p><a href="/say/#report">x</a></p>`],
    ['with the path in its query', html`<p><a href="/other?to=/say-something/#report">x</a></p>`],
  ] as const) {
    it(`stays a link ${what}`, async () => {
      const element = await fixture(template);
      await settle();
      for (const part of [element, ...element.querySelectorAll('*')]) expect(part.shadowRoot).to.equal(null);
    });
  }

  it('passes its settings to the element', async () => {
    const element = await fixture(
      html`<div data-say-something="report" data-audience="taxi" data-heading-level="4">x</div>`,
    );
    await settle();
    expect(element.shadowRoot?.querySelector('[part=heading]')?.getAttribute('aria-level')).to.equal('4');
    expect(await chosenIn(element)).to.contain('At work');
  });

  it('passes the audience in its class to the element', async () => {
    const element = await fixture(html`<div class="say-something say-something-report-young-person other">x</div>`);
    await settle();
    expect(await chosenIn(element)).to.contain('under 19');
  });

  it('prefers its data attributes to its classes', async () => {
    const element = await fixture(
      html`<div class="say-something say-something-signs-hotel" data-say-something="report" data-audience="parent">
        x
      </div>`,
    );
    await settle();
    expect(drawn(element)).to.equal('say-something-report');
    expect(await chosenIn(element)).to.contain('Parent');
  });

  it('passes the audience in a link’s fragment to the element', async () => {
    const element = await fixture(html`<p><a href="/say-something/#report-young-person">x</a></p>`);
    await settle();
    expect(await chosenIn(element)).to.contain('under 19');
  });

  it('keeps its text when its kind is unknown, and warns once', async () => {
    const warnings = recordWarnings();
    const place = await fixture(
      html`<div>
        <div data-say-something="sings">own</div>
        <div data-say-something="sings">own</div>
      </div>`,
    );
    await settle();
    expect(place.firstElementChild?.shadowRoot).to.equal(null);
    expect(warnings.stop().filter((warning) => warning.includes('data-say-something="sings"'))).to.have.length(1);
  });

  it('keeps its text when it cannot contain an element', async () => {
    const element = await fixture<HTMLElement>(
      html`<ul class="say-something">
        <li>own</li>
      </ul>`,
    );
    await settle();
    expect(element.innerText).to.contain('own');
  });

  it('draws again when its placeholder is moved, and keeps the answers', async () => {
    const place = await fixture(
      html`<div>
        <div class="say-something">x</div>
        <section></section>
      </div>`,
    );
    const element = place.firstElementChild as HTMLElement;
    await until(() => element.shadowRoot?.querySelector('input'), 'the questions are not drawn');
    element.shadowRoot?.querySelector<HTMLInputElement>('input')?.click();
    place.querySelector('section')?.append(element);
    await settle();
    expect(element.shadowRoot?.querySelectorAll('[part=root]')).to.have.length(1);
    expect(element.shadowRoot?.querySelector('input:checked')).not.to.equal(null);
  });

  it('hides its fallback when it is drawn', async () => {
    const element = await fixture<HTMLElement>(html`<div class="say-something"><p id="old">own</p></div>`);
    await settle();
    expect(element.querySelector('#old')?.getClientRects()).to.have.length(0);
  });

  it('keeps its own nodes and attributes', async () => {
    const element = await fixture(html`<div class="say-something" data-audience="parent"><p>own</p></div>`);
    const paragraph = element.firstElementChild;
    await settle();
    expect(element.firstElementChild).to.equal(paragraph);
    expect(element.getAttributeNames().sort()).to.deep.equal(['class', 'data-audience']);
  });

  it('dispatches the event on the placeholder, where its author can listen', async () => {
    const element = await fixture<HTMLElement>(html`<div class="say-something">x</div>`);
    await settle();
    const stay = (event: Event): void => event.preventDefault();
    addEventListener('click', stay, true);
    let told = '';
    element.addEventListener('say-something-contact', ({ contactId }) => (told = contactId));
    element.shadowRoot?.querySelector<HTMLElement>('a[href="tel:999"]')?.click();
    removeEventListener('click', stay, true);
    expect(told).to.equal('police-999');
  });

  it('shows its fallback again when drawing fails', async () => {
    const element = await fixture<HTMLElement>(html`<div class="say-something"><p id="back">own</p></div>`);
    await settle();
    const panel = element.shadowRoot?.querySelector('say-something-report');
    Object.defineProperty(panel, 'render', {
      value: () => {
        throw new Error('broken by the page');
      },
    });
    panel?.requestUpdate();
    await settle();
    expect(element.querySelector('#back')?.getClientRects().length).to.be.above(0);
  });

  it('shows its fallback when the element cannot even be made', async () => {
    const createElement = Object.getOwnPropertyDescriptor(Document.prototype, 'createElement') as PropertyDescriptor;
    const make: (name: string) => HTMLElement = document.createElement.bind(document);
    Object.defineProperty(Document.prototype, 'createElement', {
      ...createElement,
      value: (name: string) => {
        if (name === 'say-something-report') throw new Error('broken by the page');
        return make(name);
      },
    });
    try {
      const element = await fixture<HTMLElement>(html`<div class="say-something"><p id="kept">own</p></div>`);
      await settle();
      expect(element.querySelector('#kept')?.getClientRects().length).to.be.above(0);
    } finally {
      Object.defineProperty(Document.prototype, 'createElement', createElement);
    }
  });

  it('is drawn though the language changes on a form with a field called like a method', async () => {
    const box = await fixture(
      html`<div>
        <form><input name="matches" /></form>
      </div>`,
    );
    const marker = document.createElement('div');
    marker.className = 'say-something';
    box.querySelector('form')?.setAttribute('lang', 'fr');
    box.append(marker);
    await until(() => drawn(marker), 'it is not drawn');
  });
});
