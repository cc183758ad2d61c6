import { until } from '../../helpers/until.js';
import { visibleText } from '../../script/page.js';

/** A page in a frame, with its errors and warnings. */
export interface Frame {
  readonly window: Window & typeof globalThis;
  readonly body: HTMLElement;
  readonly said: string[];
  readonly close: () => void;
}

export async function openFrame(head = ''): Promise<Frame> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 400px; height: 800px';
  frame.srcdoc = `<!doctype html><html lang="en-GB"><head><title>Page</title>${head}</head><body></body></html>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const inner = frame.contentWindow as Window & typeof globalThis;
  const said: string[] = [];
  inner.addEventListener('error', ({ message }) => said.push(message));
  inner.addEventListener('unhandledrejection', ({ reason }) => said.push(String(reason)));
  inner.console.warn = inner.console.error = (...words: unknown[]): void => void said.push(words.join(' '));
  return { window: inner, body: inner.document.body, said, close: () => frame.remove() };
}

/** Opens a page with the built script. */
export const openScripted = (): Promise<Frame> => openFrame('<script src="/dist/say-something.js"></script>');

/** Whether an element is drawn, in its own shadow root or in the placeholder's. */
function isDrawn(element: Element): boolean {
  const root = element.shadowRoot ?? (element.getRootNode() as Document | ShadowRoot);
  return !!root.querySelector('[part=root]');
}

/** Puts HTML into a page with the script, and waits until the script has drawn everything. */
export async function publish({ body }: Frame, html: string): Promise<void> {
  body.innerHTML = html;
  // The script handles markers in order, so when this last one is drawn, those before it are done.
  const last = body.ownerDocument.createElement('div');
  last.dataset.saySomething = 'exit';
  body.append(last);
  await until(() => last.shadowRoot?.querySelector('[part=root]'), 'The script does not draw in this page.');
  last.remove();
  await until(() => elementsIn(body).every(isDrawn), 'An element of ours is not drawn.');
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The visible text of a page, according to the engine. */
export const readable = (body: HTMLElement): string => oneLine(body.innerText);

const within = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? within(element.shadowRoot) : []),
  ]);

/** The addresses of visible links, including those in shadow trees. */
export const linksIn = (root: ParentNode): string[] =>
  within(root)
    .filter((element): element is HTMLAnchorElement => element.localName === 'a' && element.hasAttribute('href'))
    .filter((link) => link.getClientRects().length > 0 && !!visibleText(link).trim())
    .map(({ href }) => href)
    .filter((href) => /^(?:tel|https):/.test(href));

const elementsIn = (root: ParentNode): Element[] =>
  within(root).filter(({ localName }) => localName.startsWith('say-something-'));

/** The elements that the script has drawn, each with its audience: `report hotel`. */
export const drawnIn = (root: ParentNode): string[] =>
  elementsIn(root).map((element) => {
    const { audience = 'public' } = element as Element & { audience?: string };
    return `${element.localName.slice('say-something-'.length)} ${audience}`;
  });
