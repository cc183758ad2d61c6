import { expect } from '@open-wc/testing';
import { snippetFor } from '../../demo/snippets.js';
import { isMirrored } from '../helpers/mirrored.js';
import { until } from './page.js';

describe('a page that never loads completely and is never idle', () => {
  it('has its panel and all its words', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><html lang="en-GB"><title>Concern</title>
      <script>window.requestIdleCallback = () => 0; window.loaded = false; addEventListener('load', () => (loaded = true))</script>
      ${snippetFor({ element: 'report' })}
      <img src="/demo/index.html?after=60000" alt="">
      <script async src="/dist/say-something.js"></script></html>`;
    document.body.append(frame);
    const holder = (): Element | null | undefined => frame.contentDocument?.querySelector('.say-something');
    await until(() => isMirrored(holder()?.shadowRoot ?? null));
    expect(holder()?.shadowRoot?.querySelector('[data-partial]')).to.equal(null);
    expect((frame.contentWindow as unknown as { loaded: boolean }).loaded, 'the page has not loaded').to.equal(false);
    frame.remove();
  });
});
