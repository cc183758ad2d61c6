import { expect, nextFrame } from '@open-wc/testing';
import { drawnIn, openPage, shown, until, visibleText } from './page.js';
import type { Page } from './page.js';
import { keysReach, press } from '../helpers/keyboard.js';

/** A page whose first link is in view and whose last is below the window. Its reports ask for staff of a hotel. */
describe('a link marker', () => {
  let page: Page;
  /** Opens the page, and waits until everything that is drawn by itself is drawn. The link in view still waits. */
  const open = async (): Promise<void> => {
    page = await openPage('waiting-links.html', { draws: false });
    await until(() => drawn('#below'));
    expect(drawn('#seen')).to.equal(false);
  };
  afterEach(() => page.close());

  const find = <T extends HTMLElement = HTMLElement>(selector: string): T => {
    const found = page.document.querySelector<T>(selector);
    if (!found) throw new Error(`there is no ${selector}`);
    return found;
  };
  const drawn = (block: string): boolean => drawnIn(page.document).includes(find(block));
  const linkIn = (block: string): HTMLAnchorElement => find<HTMLAnchorElement>(`${block} a`);
  const topOf = (selector: string): number => find(selector).getBoundingClientRect().top;
  const focused = (): string => visibleText(find('#seen').shadowRoot?.activeElement ?? page.document.body).trim();
  /** Clicks a link, and returns whether its page would have opened. The test page stays in any case. */
  const opens = (link: HTMLElement, keys: MouseEventInit = {}): boolean => {
    let prevented = false;
    page.document.addEventListener(
      'click',
      (event) => {
        prevented = event.defaultPrevented;
        event.preventDefault();
      },
      { once: true },
    );
    link.dispatchEvent(
      new page.window.MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...keys }),
    );
    return !prevented;
  };

  it('stays a link in view, and moves nothing there, while what is below the window is drawn on', async () => {
    await open();
    expect(shown(linkIn('#seen'))).to.equal(true);
    expect(find('#seen').getBoundingClientRect().height).to.be.below(60);
    expect(page.errors).to.deep.equal([]);
    expect(page.warnings).to.deep.equal([]);
  });

  it('is drawn on where it takes up no room, and in a part of the page that is closed', async () => {
    await open();
    await until(() => drawn('#hidden') && drawn('#closed'));
    expect(drawn('#seen')).to.equal(false);
  });

  it('is drawn on in its place when it is pressed, and the focus moves to the heading', async () => {
    await open();
    const top = topOf('#seen');
    expect(opens(linkIn('#seen'))).to.equal(false);
    await until(() => drawn('#seen'));
    await until(() => focused() === 'Worried about a child?');
    expect(topOf('#seen')).to.equal(top);
    expect(shown(linkIn('#seen'))).to.equal(false);
    expect(page.window.location.hash).to.equal('');
  });

  it('is drawn on when Enter is pressed', async () => {
    await open();
    linkIn('#seen').focus();
    await keysReach(page.window);
    await press(['Enter'], page.window);
    await until(() => focused() === 'Worried about a child?');
  });

  for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'] as const) {
    it(`stays a link when it is pressed with ${key}, which opens its page elsewhere`, async () => {
      await open();
      expect(opens(linkIn('#seen'), { [key]: true })).to.equal(true);
      expect(drawn('#seen')).to.equal(false);
    });
  }

  it('is drawn on once the reader has scrolled away from it, so that it is below the window', async () => {
    await open();
    page.document.body.insertAdjacentHTML('afterbegin', '<div id="spacer" style="height: 2000px"></div>');
    await until(() => drawn('#seen'));
    page.window.scrollTo(0, 0);
    expect(topOf('#seen')).to.be.above(page.window.innerHeight);
  });

  it('waits above the window, where drawing on it would move what is in view', async () => {
    await open();
    page.window.scrollTo({ top: topOf('#below'), behavior: 'instant' });
    await nextFrame();
    await nextFrame();
    expect(topOf('#seen')).to.be.below(0);
    expect(drawn('#seen')).to.equal(false);
  });

  it('is drawn on before the page is printed, with what is closed on screen', async () => {
    await open();
    page.window.dispatchEvent(new Event('beforeprint'));
    // A browser prints once all microtasks have run.
    await new Promise((resolve) => setTimeout(resolve));
    const root = find('#seen').shadowRoot?.querySelector('[part=root]');
    expect(root?.hasAttribute('data-partial')).to.equal(false);
  });

  it('leads to a panel in its place from the action of a banner', async () => {
    await open();
    find('#below').remove();
    find('#hidden').remove();
    find('#closed').remove();
    const banner = find('#banner');
    await until(() => banner.shadowRoot?.querySelector('button[part=action]'));
    banner.shadowRoot?.querySelector<HTMLElement>('button[part=action]')?.click();
    await until(() => focused() === 'Worried about a child?');
    expect(drawn('#seen')).to.equal(true);
  });

  it('leaves no action that leads nowhere when it goes', async () => {
    await open();
    for (const id of ['below', 'hidden', 'closed', 'seen']) find(`#${id}`).remove();
    await until(() => !find('#banner').shadowRoot?.querySelector('button[part=action]'));
  });

  it('stays the author’s link when words come beside it', async () => {
    await open();
    find('#seen').append(' and more');
    await nextFrame();
    expect(opens(linkIn('#seen'))).to.equal(true);
    expect(drawn('#seen')).to.equal(false);
  });

  it('leads to its page where nothing can be drawn', async () => {
    await open();
    find('#seen').attachShadow({ mode: 'open' }).innerHTML = '<slot></slot>';
    expect(opens(linkIn('#seen'))).to.equal(true);
    expect(shown(linkIn('#seen'))).to.equal(true);
  });

  it('is drawn on at once where a page adds it later, before anybody can have seen it', async () => {
    await open();
    find('#seen').insertAdjacentHTML('afterend', '<p id="later"><a href="/say-something/#signs">Signs</a></p>');
    await nextFrame();
    expect(drawn('#later')).to.equal(true);
  });

  it('leaves no listener behind when it goes', async () => {
    await open();
    const link = linkIn('#seen');
    const removed: string[] = [];
    for (const target of [link, page.window]) {
      const remove = target.removeEventListener.bind(target);
      target.removeEventListener = (type: string, listener: EventListener): void => {
        removed.push(type);
        remove(type, listener);
      };
    }
    find('#seen').remove();
    await until(() => removed.length > 1);
    expect(removed).to.deep.equal(['click', 'beforeprint']);
  });
});
