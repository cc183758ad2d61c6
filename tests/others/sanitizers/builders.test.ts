import { expect } from '@open-wc/testing';
import { become } from './filters.js';
import { openFrame, openScripted } from './page.js';
import type { Frame } from './page.js';
import { look, snippet } from './snippets.js';

type Change = (html: string) => string;
const ADDRESS = 'https://www.example.org/say-something/#';
const to =
  (address: string): Change =>
  (html) =>
    html.replace(ADDRESS, address);
const intoLink =
  (before: string, after: string): Change =>
  (html) =>
    html.replace(/(<a href="https:[^>]+>)([^<]+)<\/a>/, `$1${before}$2${after}</a>`);
const aroundLink =
  (before: string, after: string): Change =>
  (html) =>
    html.replace(/<a href="https:.*<\/a>/, `${before}$&${after}`);
/** Changes the tag of the placeholder. */
const inTag =
  (change: Change): Change =>
  (html) =>
    html.replace(/<div[^>]*>/, change);
const noData: Change = (tag) => tag.replaceAll(/ data-[a-z-]+="[^"]*"/g, '');

/** Changes that page builders make to a link, and whether it is then drawn or stays a link. */
const LINK: Record<string, readonly [then: 'drawn' | 'text', change: Change]> = {
  'a new window and a rel': ['drawn', (html) => html.replaceAll('<a ', '<a target="_blank" rel="noopener nofollow" ')],
  'an address relative to the page’s folder': ['drawn', to('say-something/#')],
  'an address relative to a folder above': ['drawn', to('../say-something/#')],
  'an address without its host': ['drawn', to('/say-something/#')],
  'an address without its last slash': ['drawn', to('https://www.example.org/say-something#')],
  'a tracking parameter': ['drawn', to('https://www.example.org/say-something/?utm_source=site&amp;fbclid=x#')],
  'an address in a folder of a language': ['drawn', to('https://www.example.org/en/say-something/#')],
  'an address through a redirector': [
    'text',
    to('https://www.example.org/out?to=https%3A%2F%2Fwww.example.org%2Fsay-something%2F%23'),
  ],
  'a percent-encoded fragment': ['text', to('https://www.example.org/say-something/%23')],
  'an address of another page': ['text', to('https://www.example.org/we-say-something/#')],
  'no-break spaces around': ['drawn', aroundLink('&nbsp;', '&nbsp;')],
  'a line break after': ['drawn', aroundLink('', '<br>')],
  'a zero-width space before': ['drawn', aroundLink('\u200B', '')],
  'a byte order mark and a word joiner after': ['drawn', aroundLink('', '\uFEFF\u2060')],
  'spans and a font': ['drawn', aroundLink('<span style="color:red"><font size="2">', '</font></span>')],
  'empty paragraphs around': ['drawn', (html) => html.replaceAll('<p>', '<p>&nbsp;</p><p>').concat('<p><br></p>')],
  'an icon in the link': ['drawn', intoLink('', '<svg class="ext" width="1" height="1"></svg>')],
  'a hint of a new window in the link': ['drawn', intoLink('', '<span> (opens in a new window)</span>')],
  'a picture next to it': ['text', aroundLink('<img alt="" src="data:," width="1" height="1">', '')],
  'words next to it': ['text', aroundLink('Read: ', '')],
};

/** The changes that page builders make to a placeholder, and the results. */
const PLACEHOLDER: Record<string, readonly [then: 'drawn' | 'text', change: Change]> = {
  'classes of its own': ['drawn', inTag((tag) => tag.replace('class="', 'class="wp-block-html '))],
  'no data attributes': ['drawn', inTag(noData)],
  'no class': ['drawn', inTag((tag) => tag.replace(/ class="[^"]*"/, ''))],
  'a prefixed class': [
    'drawn',
    inTag((tag) => tag.replaceAll(/say-something(?=[ "-])(?!=)/g, 'cms-$&').replace('data-cms-', 'data-')),
  ],
  'a prefixed class and no data attributes': [
    'text',
    inTag((tag) => noData(tag).replaceAll('say-something', 'cms-say-something')),
  ],
  'no class and no data attributes': ['text', inTag(() => '<div>')],
  'an empty data attribute': ['drawn', inTag((tag) => tag.replace(/(data-say-something)="[^"]*"/, '$1=""'))],
  'a section instead of the div': ['drawn', (html) => html.replace('<div', '<section').replace('</div>', '</section>')],
  'a paragraph around': ['drawn', (html) => `<p>${html}</p>`],
  'a column around': ['drawn', (html) => `<div class="row"><div class="col"><div>${html}</div></div></div>`],
  'curly quotes for settings': ['text', inTag((tag) => tag.replaceAll('"', '”'))],
  'no-break spaces for spaces': ['drawn', (html) => html.replace(/>[^<]+</g, (text) => text.replaceAll(' ', '&nbsp;'))],
  'line breaks for paragraphs': ['drawn', (html) => html.replaceAll(/<\/?p>/g, '<br>')],
  'numbers that are linked twice': [
    'drawn',
    (html) => html.replaceAll(/>((?:\d|&#160;){3,})</g, '><a href="tel:$1">$1</a><'),
  ],
  'ids and inline styles': ['drawn', (html) => html.replaceAll(/<(div|p|ul|li)/g, '<$1 id="x" style="margin:0"')],
};

describe('a snippet from a page builder', () => {
  let plain: Frame;
  let scripted: Frame;
  before(async () => {
    plain = await openFrame();
    scripted = await openScripted();
  });
  after(() => {
    plain.close();
    scripted.close();
  });

  for (const [way, changes] of [
    ['link', LINK],
    ['placeholder', PLACEHOLDER],
  ] as const) {
    const snippets = [snippet('report', way, 'hotel'), snippet('signs', way, 'school')];
    for (const [what, [then, change]] of Object.entries(changes)) {
      it(`${then === 'drawn' ? 'is drawn for its audience' : 'is not drawn'}: a ${way} with ${what}`, async () => {
        const seen: string[] = [];
        for (const one of snippets) {
          const out = change(one.html);
          expect(out, 'the builder has to change it').not.to.equal(one.html);
          // additions and other settings are no faults, because only 999, a helpline and a link have to be there
          const { unread, turned, links } = look(plain, one, out);
          expect(turned).to.deep.equal([]);
          expect(unread.join()).not.to.contain('can be read');
          expect(unread.join()).not.to.contain('cannot be read');
          expect(links).not.to.equal('none');
          seen.push(await become(scripted, { ...one, out, unread: [], turned, links, keeps: '' }));
        }
        expect(seen).to.deep.equal([then, then]);
        // an author who pasted curly quotes gets a warning
        expect(scripted.said.splice(0).filter((said) => !said.includes('="”'))).to.deep.equal([]);
      });
    }
  }
});
