import { expect } from '@open-wc/testing';
import { digits, number } from '../../helpers/numbers.js';
import { openFrame } from './page.js';
import type { Frame } from './page.js';
import { look, SNIPPETS } from './snippets.js';
import type { Look, Snippet } from './snippets.js';

/** With a `look` that finds no faults every filter would pass, so each of these snippets has a fault. */
describe('look', () => {
  const good = SNIPPETS[0] as Snippet;
  let frame: Frame;
  before(async () => {
    frame = await openFrame();
  });
  after(() => frame.close());

  const without = (pattern: RegExp, instead: string): string => good.html.replaceAll(pattern, instead);
  const passed = (html: string): Look => look(frame, { ...good, html }, html);
  const filtered = (out: string): Look => look(frame, good, out);

  it('finds no fault in an unchanged snippet', () => {
    expect(good.html).to.contain('tel:999');
    expect(filtered(good.html)).to.deep.equal({ unread: [], turned: [], keeps: 'class and data', links: 'all' });
  });

  for (const [where, html] of [
    ['in an iframe', without(/<a href="tel:999">999<\/a>/g, '<iframe title="999" src="about:blank"></iframe>')],
    ['in a noscript', without(/<a href="tel:999">999<\/a>/g, '<noscript>999</noscript>')],
    ['in an image’s text', without(/<a href="tel:999">999<\/a>/g, '<img alt="999" src="data:," width="0" height="0">')],
    ['in the address of a link', without(/>999</g, '>Call<')],
    ['in a longer number', without(/>999</g, '>0999<')],
  ] as const) {
    it(`reports a missing 999 when it is only ${where}`, () => {
      expect(html).not.to.equal(good.html);
      expect(passed(html).unread).to.contain('999 cannot be read');
    });
  }

  it('reports a missing helpline when no number is in groups', () => {
    expect(passed(without(/&#160;/g, '')).unread).to.deep.equal(['no helpline can be read']);
  });

  for (const [what, out] of [
    ['escaped tags', good.html.replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
    ['settings as JSON', `${good.html}{"audience":"hotel"}`],
    ['an attribute', `${good.html} data-audience="hotel"`],
    ['an entity', `${good.html} &amp;nbsp;`],
  ] as const) {
    it(`reports ${what} as visible markup`, () => {
      expect(filtered(out).unread.join()).to.contain('markup can be read');
    });
  }

  it('reports numbers with ordinary spaces, whose order changes among Arabic words', () => {
    const { turned } = filtered(without(/&#160;/g, ' '));
    expect(turned).to.deep.equal(
      ['childline', 'herts-childrens-services', 'crimestoppers', 'samaritans'].map((id) =>
        number(id).replaceAll('\u00a0', ' '),
      ),
    );
  });

  it('reports a missing word and an added one', () => {
    expect(filtered(without(/Crimestoppers/g, '')).unread).to.have.length(1);
    expect(filtered(`${good.html}more`).unread).to.have.length(1);
  });

  it('reports whether all links work, only those with https:, or none', () => {
    expect(filtered(without(/href="tel:\d+"/g, '')).links).to.equal('https:');
    expect(filtered(without(/href="[^"]+"/g, '')).links).to.equal('none');
    expect(filtered(without(/href="tel:999"/g, '')).links).to.match(
      new RegExp(`^https://www\\.bbc\\.co\\.uk/weather tel:${digits('childline')} tel:${digits('police-101')} `),
    );
    expect(filtered(without(/href="tel:/g, 'href="/')).links).to.equal('https:');
  });

  it('reports what is left of the marker', () => {
    expect(filtered(without(/ class="[^"]+"/g, '')).keeps).to.equal('data');
    expect(filtered(without(/ data-[a-z-]+="[^"]+"/g, '')).keeps).to.equal('class');
    expect(filtered(without(/<div[^>]+>/g, '<div>')).keeps).to.equal('nothing');
  });
});
