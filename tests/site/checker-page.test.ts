import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { check } from '../../demo/checker/check.js';
import { snippetFor } from '../../demo/snippets.js';
import { bringAxe, faults } from '../helpers/axe.js';
import { keysReach } from '../helpers/keyboard.js';
import { inMarkup } from '../helpers/numbers.js';
import { until } from '../helpers/until.js';

const hotel = snippetFor({ element: 'report', audience: 'hotel' });
const SCRIPT =
  '<script async src="https://a.gov.uk/1/say-something.js" crossorigin="anonymous" referrerpolicy="no-referrer"></script>';
/** A source that is pasted, and the verdict. */
const STATES: readonly (readonly [state: string, source: string, verdict: RegExp])[] = [
  ['good', `${hotel}${SCRIPT}`, /^It will work: the panel for hotel staff is drawn/],
  ['fair', hotel.replace(/<\/?div[^>]*>/g, ''), /^Numbers stay, but nothing is drawn/],
  ['stop', hotel.replaceAll(inMarkup('crimestoppers'), '0800 555 112'), /^Do not publish this: a number is wrong/],
  ['tags as words', `<p>${hotel.replaceAll('<', '&lt;')}</p>`, /^Do not publish this: visitors see the tags/],
  ['nothing of ours', '<p>Hello</p>', /^We found nothing of ours/],
  ['nothing', ' ', /^Nothing is pasted yet/],
];

interface Tool {
  readonly frame: HTMLIFrameElement;
  readonly view: Window & typeof globalThis;
  readonly document: Document;
  readonly area: HTMLTextAreaElement;
  readonly button: (name: string) => HTMLButtonElement;
  readonly said: () => string;
  readonly verdict: () => string;
}

async function openTool(width = 390): Promise<Tool> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `width: ${width}px; height: 800px; border: 0`;
  frame.src = '/site/checker/index.html';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const view = frame.contentWindow as Window & typeof globalThis;
  const inner = view.document;
  const find = (selector: string): HTMLElement => inner.querySelector(selector) as HTMLElement;
  await until(() => !find('#checker').hidden, 'the page’s script has not run');
  return {
    frame,
    view,
    document: inner,
    area: find('#pasted') as HTMLTextAreaElement,
    button: (name) => {
      const found = [...inner.querySelectorAll('button')].find(({ textContent }) => textContent === name);
      if (!found) throw new Error(`there is no button named ${name}`);
      return found;
    },
    said: () => find('#said').textContent,
    verdict: () => inner.querySelector('#report h2')?.textContent ?? '',
  };
}

/** Pastes as a browser does: text that the page does not handle goes into the field. */
function paste({ area, view }: Tool, data: Readonly<Record<string, string>>): void {
  const event = new view.Event('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: { getData: (type: string) => data[type] ?? '' } });
  area.focus();
  if (!area.dispatchEvent(event)) return;
  area.setRangeText(data['text/plain'] ?? '');
  area.dispatchEvent(new view.Event('input', { bubbles: true }));
}

describe('the checker’s page', () => {
  let tool: Tool;
  afterEach(() => tool.frame.remove());

  for (const [state, source, verdict] of STATES) {
    it(`announces its verdict once in a polite live region: ${state}`, async () => {
      tool = await openTool();
      paste(tool, { 'text/plain': source });
      tool.button('Check it').click();
      expect(tool.verdict()).to.match(verdict);
      expect(tool.said()).to.equal(tool.document.querySelector('#report h2')?.textContent.replaceAll('\u00a0', ' '));
      expect(tool.document.querySelectorAll('[aria-live],[role=status],[role=alert],[role=log]')).to.have.length(1);
    });

    // test every verdict in the narrowest page, and the longest report in the widest page too
    for (const width of state === 'fair' ? [320, 1280] : [320]) {
      it(`has no fault that axe finds and no sideways scrolling at ${width} px: ${state}`, async () => {
        tool = await openTool(width);
        paste(tool, { 'text/plain': source });
        tool.button('Check it').click();
        await bringAxe(tool.view);
        expect(await faults(tool.document.documentElement)).to.deep.equal([]);
        expect(tool.document.documentElement.scrollWidth).to.be.at.most(width);
      });
    }
  }

  it('checks a pasted text at once', async () => {
    tool = await openTool();
    paste(tool, { 'text/plain': hotel });
    await until(() => tool.verdict());
    expect(tool.verdict()).to.match(/^It will work/);
    expect(tool.document.activeElement).to.equal(tool.area);
  });

  it('checks the markup of content that was copied from a page', async () => {
    tool = await openTool();
    paste(tool, {
      'text/plain': 'In danger now? Call 999',
      'text/html': `<!--StartFragment-->${hotel}<!--EndFragment-->`,
    });
    await until(() => tool.verdict());
    expect(tool.area.value).to.equal(hotel);
    expect(tool.verdict()).to.match(/the panel for hotel staff is drawn/);
  });

  it('shows the pasted source as text', async () => {
    tool = await openTool();
    paste(tool, { 'text/plain': '<div data-say-something="<img src=x>">999</div>' });
    tool.button('Check it').click();
    expect(tool.document.querySelector('#report')?.textContent).to.contain('<img src=x>');
    expect(tool.document.querySelector('#report img')).to.equal(null);
  });

  it('links to the builder with the way that the editor keeps', async () => {
    tool = await openTool();
    paste(tool, { 'text/plain': hotel.replace(/<div[^>]*>|<\/div>/g, '') });
    tool.button('Check it').click();
    const link = tool.document.querySelector<HTMLAnchorElement>('#report a');
    expect(link?.getAttribute('href')).to.equal('../builder/#audience=hotel&way=link');
  });

  it('can be used and cleared with the keyboard alone', async () => {
    tool = await openTool(1280);
    tool.view.focus();
    tool.area.focus();
    await keysReach(tool.view);
    await sendKeys({ type: 'In danger now?' });
    await sendKeys({ press: 'Tab' });
    expect(tool.document.activeElement).to.equal(tool.button('Check it'));
    await sendKeys({ press: 'Enter' });
    await until(() => tool.verdict(), 'no verdict is shown');
    expect(tool.document.activeElement).to.equal(tool.button('Check it'));
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until(() => tool.said() === 'Cleared.', 'nothing is cleared');
    expect(tool.area.value).to.equal('');
    expect(tool.verdict()).to.equal('');
    expect(tool.document.activeElement).to.equal(tool.area);
  });

  for (const name of ['council', 'hotel', 'school']) {
    it(`finds no problem in the page of the ${name}`, async () => {
      const { level, verdict, advice } = check(await (await fetch(`/site/${name}/index.html`)).text());
      expect(level, `${verdict} ${advice}`).to.equal('good');
    });
  }

  it('has no form to submit', async () => {
    tool = await openTool();
    expect(tool.document.querySelectorAll('form,button:not([type=button])')).to.have.length(0);
  });
});
