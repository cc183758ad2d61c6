import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { SaySomethingExit } from '../../src/elements/exit/say-something-exit.js';
import { itUnless } from '../helpers/skip.js';

type Inner = Window & typeof globalThis;

/** The content of every page here, which must not be visible, focused or read after a person has left. */
const SECRET = '<h1>What nobody else may see</h1><p><a href="#own">A link of the page</a></p>';

describe('leaving a page that forces its content to show', () => {
  let frame: HTMLIFrameElement;
  let inner: Inner;

  /** A page in a frame, with an exit from the source. */
  const open = async (head: string, body = '', attributes = ''): Promise<SaySomethingExit> => {
    const source = new URL('../helpers/define-exit.ts', import.meta.url).href;
    frame = document.createElement('iframe');
    frame.title = 'A page';
    frame.style.cssText = 'width: 600px; height: 400px; border: 0';
    frame.allow = 'fullscreen';
    frame.srcdoc = `<!doctype html><html lang="en"><head><title>Signs of abuse</title>${head}</head><body ${attributes}>${SECRET}
      <say-something-exit></say-something-exit>${body}<script type="module" src="${source}"></script></body></html>`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    inner = frame.contentWindow as Inner;
    const exit = inner.document.getElementsByTagName('say-something-exit')[0] as SaySomethingExit;
    await waitUntil(() => exit.shadowRoot?.querySelector('a'), 'the exit is drawn', { timeout: 60_000 });
    return exit;
  };
  afterEach(() => frame.remove());

  const press = (exit: SaySomethingExit): void => exit.shadowRoot?.querySelector('a')?.click();
  /** Every element that a hit test finds in the frame. It finds no inert elements. */
  const seen = (): Set<Element> => {
    const found = new Set<Element>();
    for (let x = 5; x < 600; x += 30) {
      for (let y = 5; y < 400; y += 20) {
        const hit = inner.document.elementFromPoint(x, y);
        if (hit) found.add(hit);
      }
    }
    return found;
  };
  /** Expects that only the cover is left and that its message is visible. */
  const expectEmpty = (): void => {
    const { body } = inner.document;
    const alert = body.shadowRoot?.querySelector('[role=alert]');
    expect(alert?.textContent).to.equal('Close this tab.');
    expect(alert?.checkVisibility({ visibilityProperty: true, opacityProperty: true })).to.equal(true);
    expect([...seen()], 'only the cover can be hit, and nothing makes it inert').to.deep.equal([body]);
    expect(inner.document.querySelectorAll('a[href],button,[tabindex]')).to.have.length(0);
    expect(inner.document.documentElement.textContent).not.to.contain('nobody');
    expect(inner.document.title).to.equal('Loading.');
  };

  const layer = '@layer utilities { .flex { display: flex !important } }';
  for (const [what, style, attributes] of [
    ['a class in a layer', layer, 'class="flex"'],
    ['a class of each child in a layer', '@layer a { body > * { display: block !important } }', ''],
    [
      'an attribute',
      '',
      'style="display: block !important; position: fixed !important; z-index: 2147483647 !important"',
    ],
    ['the root element', 'html { filter: invert(1) !important; background: red !important }', ''],
  ] as const) {
    it(`covers a page that uses !important with ${what}`, async () => {
      const exit = await open(`<style>${style}</style>`, '', attributes);
      press(exit);
      expectEmpty();
    });
  }

  itUnless(
    !('popover' in HTMLElement.prototype) && 'this engine has no popovers',
    'covers an open popover, which is above every z-index',
    async () => {
      const exit = await open('', '<div id="pop" popover="manual">Chat: talk to us, nobody else will know</div>');
      inner.document.querySelector<HTMLElement>('#pop')?.showPopover();
      press(exit);
      expectEmpty();
    },
  );

  it('covers an open modal dialog, which makes everything around it inert', async () => {
    const exit = await open('', '<dialog id="d"><p>Nobody</p><button>Close</button></dialog>');
    inner.document.querySelector<HTMLDialogElement>('#d')?.showModal();
    press(exit);
    expectEmpty();
  });

  it('covers a modal dialog that contains the exit', async () => {
    const exit = await open('', '<dialog id="d"><p>Nobody</p></dialog>');
    const dialog = inner.document.querySelector<HTMLDialogElement>('#d');
    dialog?.append(exit);
    dialog?.showModal();
    press(exit);
    expectEmpty();
  });

  it('covers elements that the page’s scripts add to the body afterwards', async () => {
    const exit = await open('');
    press(exit);
    const late = inner.document.createElement('div');
    late.textContent = 'Your report about abuse was saved';
    late.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647';
    inner.document.body.append(late);
    expect(late.getClientRects()).to.have.length(0);
    expect([...seen()]).to.deep.equal([inner.document.body]);
  });

  it('covers elements that the page’s scripts add to the root element afterwards', async () => {
    const exit = await open('');
    press(exit);
    const late = inner.document.createElement('div');
    late.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: red';
    inner.document.documentElement.append(late);
    expect([...seen()]).to.deep.equal([inner.document.body]);
  });

  itUnless(
    !('startViewTransition' in document) && 'this engine has no view transitions',
    'ends a view transition, which shows images of the page',
    async () => {
      const exit = await open(
        '<style>::view-transition-group(*),::view-transition-old(*),::view-transition-new(*){animation-duration:600s}</style>',
      );
      const errors: unknown[] = [];
      inner.addEventListener('unhandledrejection', (event) => errors.push(event.reason));
      const transition = inner.document.startViewTransition(() => {
        (inner.document.querySelector('h1') as Element).textContent = 'nobody, second view';
      });
      await transition.ready;
      expect(inner.document.getAnimations().length, 'the transition runs').to.be.above(0);
      press(exit);
      expectEmpty();
      // it would last ten minutes
      await transition.finished;
      expect(inner.document.getAnimations()).to.have.length(0);
      await aTimeout(0);
      expect(errors).to.deep.equal([]);
    },
  );

  for (const [name, broken] of [
    ['replaceChild', '<form name="replaceChild"></form>'],
    ['querySelector', '<form name="querySelector"></form>'],
    ['startViewTransition', '<script>document.startViewTransition = () => { throw new Error("no") }</script>'],
  ] as const) {
    it(`covers a page that replaces document.${name}`, async () => {
      const exit = await open('', broken);
      press(exit);
      expect(inner.document.documentElement.textContent).not.to.contain('nobody');
    });
  }

  it('restores the same page when it returns from the back-forward cache', async () => {
    const exit = await open('', '<input id="field">');
    const { documentElement: root, title } = inner.document;
    press(exit);
    expectEmpty();
    inner.dispatchEvent(new inner.PageTransitionEvent('pageshow', { persisted: true }));
    expect(inner.document.documentElement).to.equal(root);
    expect(inner.document.title).to.equal(title);
    expect([...seen()].includes(inner.document.body), 'the page can be used').to.equal(true);
    press(exit);
    expectEmpty();
  });
});
