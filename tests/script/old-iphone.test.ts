/*
 * Tests panel and exit in a browser without adopted style sheets, such as Safari before 16.4. The build has a code path for it that
 * none of our engines takes by itself.
 */
import { expect } from '@open-wc/testing';
import { number } from '../helpers/numbers.js';
import { shown, until, visibleText } from './page.js';

type Inner = Window & typeof globalThis;

describe('a browser without adopted style sheets', () => {
  let frame: HTMLIFrameElement;
  let inner: Inner;
  let panel: ShadowRoot;
  let exit: ShadowRoot;
  const errors: string[] = [];

  beforeEach(async () => {
    errors.length = 0;
    frame = document.createElement('iframe');
    frame.style.cssText = 'width: 390px; height: 844px; border: 0';
    frame.srcdoc = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Concerns</title><script>
        for (const { prototype } of [Document, ShadowRoot]) delete prototype.adoptedStyleSheets;
        delete CSSStyleSheet.prototype.replace; delete CSSStyleSheet.prototype.replaceSync;
        errors = [];
        onerror = (message) => void errors.push(message);
        onunhandledrejection = ({ reason }) => void errors.push(String(reason));
      </script></head><body><h1>Concerns</h1>
      <div class="say-something" data-say-something="exit" data-href="/demo/index.html"><p>Leave this page</p></div>
      <div style="height: 900px"></div>
      <div class="say-something" data-say-something="report"><p>Call ${number('police-999')}</p></div>
      <script src="/dist/say-something.js"></script></body></html>`;
    document.body.append(frame);
    await until(() => drawn('report') && drawn('exit'));
    inner = frame.contentWindow as Inner;
    panel = drawn('report') as ShadowRoot;
    exit = drawn('exit') as ShadowRoot;
    await until(() => panel.querySelector('input') && !panel.querySelector('[data-partial]'));
    expect('adoptedStyleSheets' in inner.document, 'adoptedStyleSheets is still there').to.equal(false);
  });
  afterEach(() => {
    const thrown = [...(inner as Inner & { errors: string[] }).errors];
    frame.remove();
    expect(thrown).to.deep.equal([]);
  });

  const drawn = (kind: string): ShadowRoot | undefined => {
    const root = frame.contentDocument?.querySelector(`[data-say-something=${kind}]`)?.shadowRoot ?? undefined;
    return root?.querySelector('[part=root]') ? root : undefined;
  };
  const radios = (): HTMLInputElement[] => [...panel.querySelectorAll<HTMLInputElement>('input[name=q1]')];
  const routes = (): string[] =>
    [...panel.querySelectorAll('[part=route] [role=heading]')].map((name) => visibleText(name).trim());
  const chosen = (): number => radios().findIndex(({ checked }) => checked);
  const comeBack = (): boolean => inner.dispatchEvent(new inner.PageTransitionEvent('pageshow', { persisted: true }));

  it('shows our colours and every number', () => {
    const root = panel.querySelector('[part=root]') as Element;
    expect(inner.getComputedStyle(root).backgroundColor).not.to.equal('rgba(0, 0, 0, 0)');
    expect(inner.getComputedStyle(exit.querySelector('a') as Element).backgroundColor).not.to.equal('rgba(0, 0, 0, 0)');
    const text = visibleText(panel);
    for (const id of ['police-999', 'childline', 'herts-childrens-services', 'crimestoppers'])
      expect(text).to.contain(number(id));
    const region = (panel.querySelector('[aria-live]') ?? exit.querySelector('[aria-live]')) as Element;
    expect(inner.getComputedStyle(region).position, 'the live region is not shown').to.equal('absolute');
  });

  it('changes the order of the routes with an answer, and forgets the answer when the page returns', async () => {
    const before = routes();
    radios()[1]?.click();
    await until(() => routes()[0] !== before[0]);
    expect(routes()[0]).to.contain('Children’s Services');
    comeBack();
    await until(() => chosen() < 0 && routes()[0] === before[0]);
    expect(routes()).to.deep.equal(before);
    expect(chosen()).to.equal(-1);
  });

  it('leaves, forgets the answers and restores the page', async () => {
    radios()[1]?.click();
    await until(() => routes()[0]?.includes('Children’s Services'));
    exit.querySelector('a')?.click();
    const { body } = inner.document;
    const alert = body.shadowRoot?.querySelector('[role=alert]');
    expect(alert?.textContent).to.equal('Close this tab.');
    expect(shown(alert ?? null)).to.equal(true);
    expect(inner.document.querySelector('h1')).to.equal(null);
    expect(inner.getComputedStyle(body).position).to.equal('fixed');
    comeBack();
    expect(inner.document.querySelector('h1')).not.to.equal(null);
    await until(() => chosen() < 0);
    expect(chosen()).to.equal(-1);
    expect(inner.getComputedStyle(exit.querySelector('a') as Element).backgroundColor).not.to.equal('rgba(0, 0, 0, 0)');
  });

  it('opens a row, mirrors its words and announces the change', async () => {
    const details = panel.querySelector<HTMLDetailsElement>('[part=route] details');
    details?.querySelector('summary')?.click();
    expect(details?.open).to.equal(true);
    const holder = panel.host;
    await until(() => holder.querySelector('span[slot=heading]'));
    expect(holder.querySelector('span[slot=heading]')?.textContent).to.equal(
      panel.querySelector('slot[name=heading]')?.textContent,
    );
    radios()[1]?.click();
    const said = (): string =>
      [panel, exit].map((root) => root.querySelector('[aria-live]')?.textContent ?? '').join('');
    await until(said);
    expect(said()).not.to.equal('');
  });

  it('has its styles exactly once in the document of another window', async () => {
    const other = document.createElement('iframe');
    document.body.append(other);
    const element = inner.document.createElement('say-something-exit') as HTMLElement;
    inner.document.body.append(element);
    await until(() => element.shadowRoot?.querySelector('a'));
    const styles = element.shadowRoot?.querySelectorAll('style').length;
    other.contentDocument?.body.append(element);
    const link = element.shadowRoot?.querySelector('a') as Element;
    expect(other.contentWindow?.getComputedStyle(link).backgroundColor).not.to.equal('rgba(0, 0, 0, 0)');
    expect(element.shadowRoot?.querySelectorAll('style').length).to.equal(styles);
    other.remove();
  });
});
