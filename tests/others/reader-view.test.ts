/* Tests the published snippets in a reader view, with the library that Firefox uses, from a page whose script has not run. */
import { expect } from '@open-wc/testing';
import { ELEMENTS, snippetFor } from '../../demo/snippets.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import { globalFrom } from './sanitizers/script.js';

interface Readability {
  parse: () => { readonly content?: string | null } | null;
}
const Reader = globalFrom<new (page: Document) => Readability>(
  '/peers/@mozilla/readability/Readability.js',
  'Readability',
);

const NEWS = [
  'The council is asking residents, visitors and businesses to look out for children this winter. It has put up posters in hotels, shops and stations, and drivers are given cards, so that nobody has to search for whom to tell.',
  'Most people who see something are not sure what they have seen, and wait. A short note of the time, the place and what was said is enough, and those who answer the phone will ask for the rest.',
  'The posters came out of talks with schools, taxi drivers and hotel staff across the county. Many had seen something that worried them, and few of them had known whom to call, or that they could call at night.',
  'The campaign runs until the end of March. Staff who want cards for their workplace, or a visit to a team meeting, can ask at any library, and the libraries have large print and translated copies as well.',
].map((text) => `<p>${text}</p>`);

/** Pages of a council's site with the snippet in different places. */
const PLACES: Readonly<Record<string, (snippet: string) => string>> = {
  'in the middle of an article': (snippet) => [...NEWS.slice(0, 2), snippet, ...NEWS.slice(2)].join('\n'),
  'at the end of an article': (snippet) => [...NEWS, snippet].join('\n'),
  'alone on a page': (snippet) => snippet,
};

/** The words of the links in a text, each with its address. */
const linksIn = (html: string): string[] =>
  [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('a')].map(
    ({ href, textContent }) => `${textContent.trim()} ${href}`,
  );

async function readerView(snippet: string, place: (snippet: string) => string): Promise<string> {
  const page = new DOMParser().parseFromString(
    `<!doctype html><html lang="en-GB"><head><title>Look out for children this winter</title></head>
<body><header><a href="/">The council</a></header><main><article><h1>Look out for children</h1>${place(snippet)}</article></main></body></html>`,
    'text/html',
  );
  return new (await Reader)(page).parse()?.content ?? '';
}

describe('the reader view of a page', () => {
  for (const [where, place] of Object.entries(PLACES)) {
    for (const element of ELEMENTS) {
      for (const way of ['placeholder', 'element'] as const) {
        it(`keeps each number and link of the ${element} as ${way}, ${where}`, async () => {
          for (const audience of AUDIENCES) {
            const snippet = snippetFor({ element, way, audience });
            const links = linksIn(snippet);
            expect(links).not.to.deep.equal([]);
            expect(linksIn(await readerView(snippet, place)), audience).to.include.members(links);
          }
        });
      }
    }
  }
});
