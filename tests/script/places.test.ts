import { expect, nextFrame } from '@open-wc/testing';
import { LINKS, NUMBERS, drawnIn, openPage, shown, until, visibleText } from './page.js';
import type { Page } from './page.js';
import { isMirrored } from '../helpers/mirrored.js';
import { inMarkup } from '../helpers/numbers.js';

describe('the elements at any place of a page', () => {
  let page: Page;
  const open = async (...given: Parameters<typeof openPage>): Promise<Page> => (page = await openPage(...given));
  afterEach(() => page.close());

  const find = <T extends HTMLElement = HTMLElement>(selector: string): T => {
    const found = page.document.querySelector<T>(selector);
    if (!found) throw new Error(`there is no ${selector}`);
    return found;
  };
  const treeOf = (element: Element): ShadowRoot => element.shadowRoot as ShadowRoot;
  const drawn = (element: Element): number => element.shadowRoot?.querySelectorAll('[part=root]').length ?? 0;
  /** Waits until the words of the panel are in the light tree, each once and at its place. */
  const mirrored = (element: Element): Promise<void> => until(() => isMirrored(element.shadowRoot));
  const expectWordsOnce = (element: Element): void => {
    const slots = [...treeOf(element).querySelectorAll<HTMLSlotElement>('slot[name]')];
    expect(slots.length).to.be.above(20);
    const spans = [...element.querySelectorAll<HTMLElement>(':scope > span[slot]')];
    expect(spans.map(({ slot }) => slot)).to.deep.equal(slots.map(({ name }) => name));
    for (const slot of slots) expect(slot.assignedNodes().length, slot.name).to.equal(1);
  };
  /** Expects that each link calls the number in its text. */
  const expectNumbersTrue = (element: Element): void => {
    const links = [...treeOf(element).querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')];
    expect(links.length).to.be.above(4);
    for (const link of links) {
      const digits = visibleText(link).replaceAll(/\D/g, '');
      expect(`tel:${digits}`).to.equal(link.getAttribute('href'));
    }
  };
  const click = (selector: string): void => find(selector).click();
  const answer = (element: Element, phrase: string): void => {
    const label = [...treeOf(element).querySelectorAll('label')].find((one) => visibleText(one).trim() === phrase);
    if (!label) throw new Error(`there is no answer "${phrase}"`);
    label.click();
  };
  const chosen = (element: Element): string =>
    visibleText(treeOf(element).querySelector('input:checked')?.closest('label') as Element).trim();

  it('show the rest of a page that they contain after a self-closing tag', async () => {
    await open('self-closed.html');
    await until(() => drawnIn(page.document).length === 2);
    const [report, signs] = drawnIn(page.document) as [HTMLElement, HTMLElement];
    expect([report.localName, signs.localName]).to.deep.equal(['say-something-report', 'say-something-signs']);
    expect(report.contains(find('#rest'))).to.equal(true);
    for (const selector of ['#rest', '#last']) expect(find(selector).getBoundingClientRect().height).to.be.above(10);
    expect(chosen(report)).to.equal('At work in a hotel, pub, taxi or shop');
    await mirrored(report);
    expect(shown(find('#last'))).to.equal(true);
    expect(page.document.body.innerText).to.contain('The last line.');
    expect(page.errors).to.deep.equal([]);
  });

  it('are drawn from snippets that WordPress has changed, and hide nothing of the page', async () => {
    await open('wordpress.html');
    await until(() => drawnIn(page.document).length === 3);
    const [placeholder, element, link] = drawnIn(page.document) as [HTMLElement, HTMLElement, HTMLElement];
    expect(find('#placeholder').contains(placeholder)).to.equal(true);
    expect(shown(placeholder.querySelector('ul'))).to.equal(false);
    // the element is split from its fallback, which is then text of the page with the same correct numbers
    expect(element.localName).to.equal('say-something-report');
    expect(element.parentElement?.localName).to.equal('p');
    expect(!!element.querySelector('.say-something-fallback')).to.equal(false);
    expect(chosen(element)).to.equal('Parent or carer');
    for (const number of NUMBERS) expect(visibleText(find('#element'))).to.contain(number);
    expect(link.localName).to.equal('p');
    expect(visibleText(link)).to.contain('Signs to look out for');
    expect(shown(find('#last'))).to.equal(true);
    expect(page.errors).to.deep.equal([]);
  });

  it('are drawn from a link alone in its paragraph and from no other link', async () => {
    await open('links.html');
    await until(() => drawnIn(page.document).length === 3);
    expect(
      drawnIn(page.document).map(({ localName, parentElement }) => `${localName} in ${parentElement?.id}`),
    ).to.deep.equal(['p in report', 'p in signs', 'p in banner']);
    expect(chosen(drawnIn(page.document)[0] as Element)).to.equal('At work in a hotel, pub, taxi or shop');
    for (const id of ['report', 'signs', 'banner']) {
      // the numbers above it belong to the page and stay
      expect(shown(find(`#${id} a[href="tel:999"]`))).to.equal(true);
      expect(shown(find(`#${id} a[href*="/say-something/"]`))).to.equal(false);
    }
    for (const id of ['exit', 'sentence', 'list']) expect(shown(find(`#${id} a`))).to.equal(true);
    expect(page.errors).to.deep.equal([]);
    expect(page.warnings).to.deep.equal([]);
  });

  it('have link markers that lead to a page of ours without the script', async () => {
    await open('links.html');
    const response = await fetch(find<HTMLAnchorElement>('#report a[href*="/say-something/"]').href.replace(/#.*/, ''));
    expect(response.ok).to.equal(true);
    expect(await response.text()).to.contain(inMarkup('herts-childrens-services'));
  });

  it('keep their addresses and their tab on a page whose base is another site', async () => {
    await open('base.html');
    await until(() => drawnIn(page.document).length === 3);
    expect(page.document.baseURI).to.equal('https://elsewhere.example/portal/');
    const links = drawnIn(page.document).flatMap((element) => [
      ...treeOf(element).querySelectorAll<HTMLAnchorElement>('a[href]'),
    ]);
    expect(links.length).to.be.above(10);
    for (const { href } of links) expect(href).to.match(/^(tel:|mailto:|https:\/\/)(?!elsewhere)/);
    for (const { href, target } of links.filter(({ protocol }) => protocol === 'https:'))
      expect(target, href).to.equal('_top');
    const asked = page.window.performance.getEntriesByType('resource').map(({ name }) => new URL(name).host);
    expect(asked.filter((host) => host !== location.host)).to.deep.equal([]);
    expect(page.warnings).to.deep.equal([]);
    expect(page.errors).to.deep.equal([]);
  });

  it('are drawn as elements inside another shadow root, where a placeholder keeps its text', async () => {
    await open('shadow-root.html', { draws: false });
    const inside = treeOf(find('page-part'));
    const [element, placeholder] = [...inside.children] as [HTMLElement, HTMLElement];
    await until(() => drawn(element));
    expect(drawn(element)).to.equal(1);
    await mirrored(element);
    expect(chosen(element)).to.equal('Parent or carer');
    expect(shown(element.querySelector('.say-something-fallback'))).to.equal(false);
    expectWordsOnce(element);
    expect(!!placeholder.shadowRoot).to.equal(false);
    expect(placeholder.querySelectorAll('a')).to.have.length(LINKS);
    expect([...placeholder.querySelectorAll('a')].every(shown)).to.equal(true);
    expect(page.errors).to.deep.equal([]);
  });

  for (const id of ['link', 'button', 'label', 'paragraph']) {
    it(`are complete inside a ${id}, and an answer there has no other effect`, async () => {
      await open('inside.html');
      await until(() => drawnIn(page.document).length === 4);
      const panel = find(`#${id} say-something-report`);
      for (const number of NUMBERS) expect(visibleText(panel)).to.contain(number);
      expect(panel.getBoundingClientRect().height).to.be.above(300);
      answer(panel, 'Parent or carer');
      await until(() => chosen(panel) === 'Parent or carer');
      expect(chosen(panel)).to.equal('Parent or carer');
      const summary = treeOf(panel).querySelector('summary') as HTMLElement;
      summary.click();
      expect((summary.parentElement as HTMLDetailsElement).open).to.equal(true);
      await nextFrame();
      expect(page.window.location.hash).to.equal('');
      expect(find<HTMLInputElement>('#field').checked).to.equal(false);
      expect(page.errors).to.deep.equal([]);
    });
  }

  it('are drawn once where they are moved to, and keep the answers', async () => {
    await open('moved.html');
    await until(() => drawnIn(page.document).length === 2);
    const panels = drawnIn(page.document);
    for (const panel of panels) await mirrored(panel);
    for (const panel of panels) answer(panel, 'I am under 19');
    await until(() => panels.every((panel) => chosen(panel) === 'I am under 19'));
    for (let i = 0; i < 3; i++) {
      click('#move');
      await nextFrame();
    }
    expect(drawnIn(page.document).map((panel) => panels.indexOf(panel))).to.deep.equal([0, 1]);
    for (const panel of panels) {
      expect(panel.parentElement?.id).to.equal('to');
      expect(drawn(panel)).to.equal(1);
      expect(chosen(panel)).to.equal('I am under 19');
      expectWordsOnce(panel);
      expectNumbersTrue(panel);
    }
    expect(page.errors).to.deep.equal([]);
  });

  it('show the numbers without answers when they are copied from a panel with answers', async () => {
    await open('moved.html');
    await until(() => drawnIn(page.document).length === 2);
    const panels = drawnIn(page.document);
    for (const panel of panels) await mirrored(panel);
    for (const panel of panels) answer(panel, 'I am under 19');
    await until(() => panels.every((panel) => chosen(panel) === 'I am under 19'));
    await nextFrame();
    click('#clone');
    // check before the page is idle, because nobody may read another panel's numbers meanwhile
    await nextFrame();
    const copies = drawnIn(page.document).filter((panel) => !panels.includes(panel));
    expect(copies).to.have.length(2);
    for (const copy of copies) {
      expect(drawn(copy)).to.equal(1);
      expectNumbersTrue(copy);
      expect(shown(copy.querySelector('p'))).to.equal(false);
    }
    expect(visibleText(copies[1] as Element)).not.to.contain('I am under 19. ');
    await mirrored(copies[0] as Element);
    for (const copy of copies) expectWordsOnce(copy);
    for (const panel of panels) expectWordsOnce(panel);
    expect(page.errors).to.deep.equal([]);
  });

  it('are the same when they are removed and added again', async () => {
    await open('moved.html');
    await until(() => drawnIn(page.document).length === 2);
    const panels = drawnIn(page.document);
    for (const panel of panels) await mirrored(panel);
    for (let i = 0; i < 3; i++) {
      click('#take');
      await nextFrame();
      expect(drawnIn(page.document)).to.have.length(0);
      click('#back');
      await nextFrame();
    }
    expect(drawnIn(page.document).map((panel) => panels.indexOf(panel))).to.deep.equal([0, 1]);
    for (const panel of panels) {
      expect(drawn(panel)).to.equal(1);
      expectWordsOnce(panel);
      // the panel has to react too
      answer(panel, 'Parent or carer');
      await until(() =>
        visibleText(treeOf(panel).querySelector('[part=route]') as Element).includes('Children’s Services'),
      );
      expectNumbersTrue(panel);
    }
    expect(page.errors).to.deep.equal([]);
  });

  it('leave nothing behind when they are removed', async () => {
    await open('removed.html');
    await until(() => drawnIn(page.document).length === 5);
    // the test itself has these listeners for errors
    const left = (): string[] =>
      (page.window as unknown as { left: () => string[] })
        .left()
        .filter((name) => !/^window (error|unhandledrejection|securitypolicyviolation)$/.test(name));
    const all = drawnIn(page.document);
    await until(() => all.every((element) => element.querySelector(':scope > span[slot]')));
    // use everything except the exit: answer, unfold, and press Shift once
    for (const element of all) {
      for (const control of treeOf(element).querySelectorAll<HTMLElement>('input,summary')) control.click();
    }
    for (const type of ['keydown', 'keyup'])
      page.window.dispatchEvent(new page.window.KeyboardEvent(type, { key: 'Shift' }));
    await nextFrame();
    const before = left();
    for (const listener of [
      'window keydown',
      'window keyup',
      'window pointerdown',
      'window pageshow',
      'document visibilitychange',
    ])
      expect(before).to.include(listener);
    expect(before.filter((name) => name === 'MutationObserver').length).to.be.above(4);
    // with an unload listener no browser keeps the page in its back-forward cache
    expect(before.filter((name) => name.includes('unload'))).to.deep.equal([]);
    expect([page.window.onunload, page.window.onbeforeunload]).to.deep.equal([null, null]);
    // request an update in the same task
    for (const element of all) element.setAttribute('audience', 'taxi');
    find('#all').remove();
    await until(() => left().length === 1);
    // only the observer stays that finds markers that are added later
    expect(left()).to.deep.equal(['MutationObserver']);
    expect(page.errors).to.deep.equal([]);
  });

  it('leave no global, id or attribute in the page after use', async () => {
    await open('no-script.html', { draws: false });
    const before = new Set(Object.getOwnPropertyNames(page.window));
    page.close();
    await open('together.html');
    await until(() => drawnIn(page.document).length === 4);
    const all = drawnIn(page.document);
    await until(() => all.every((element) => element.querySelector(':scope > span[slot]')));
    const ids = [...page.document.querySelectorAll('[id]')].map(({ id }) => id);
    for (const element of all) {
      for (const control of treeOf(element).querySelectorAll<HTMLElement>('input,summary,button')) control.click();
    }
    await until(() => all.some((element) => treeOf(element).querySelector('[aria-live]')?.textContent));
    all[0]?.shadowRoot?.querySelector<HTMLElement>('[part=exit]')?.click();
    await nextFrame();
    expect(page.document.querySelectorAll('[id]'), 'the page is out of the document').to.have.length(0);
    page.window.dispatchEvent(new page.window.PageTransitionEvent('pageshow', { persisted: true }));
    const added = Object.getOwnPropertyNames(page.window).filter((name) => !before.has(name) && !/^\d+$/.test(name));
    // a browser makes a global of each id that the page itself has
    expect(added.filter((name) => !ids.includes(name))).to.deep.equal([]);
    expect([...page.document.querySelectorAll('[id]')].map(({ id }) => id)).to.deep.equal(ids);
    expect(ids).to.deep.equal(['alone', 'sentence']);
    expect(page.errors).to.deep.equal([]);
    expect(page.warnings).to.deep.equal([]);
  });
});
