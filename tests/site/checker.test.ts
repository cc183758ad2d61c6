import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { outputFor } from '../../demo/builder/output.js';
import { DEFAULTS, ORDER, WAYS as BUILT_WAYS } from '../../demo/builder/settings.js';
import { check, MAX_SOURCE_LENGTH } from '../../demo/checker/check.js';
import type { Level, Report } from '../../demo/checker/check.js';
import { markupOf } from '../../demo/checker/text.js';
import { ELEMENTS, escaped, snippetFor, WAYS } from '../../demo/snippets.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import { digitsOf } from '../../src/core/numbers.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { digits, inMarkup, number } from '../helpers/numbers.js';

const CHILDLINE = inMarkup('childline');
const COUNCIL = inMarkup('herts-childrens-services');
const CRIMESTOPPERS = inMarkup('crimestoppers');
const SCRIPT =
  '<script async src="https://widget.council.gov.uk/1/say-something.js" crossorigin="anonymous" referrerpolicy="no-referrer"></script>';
const hotel = snippetFor({ element: 'report', audience: 'hotel' });
const asLink = snippetFor({ element: 'report', way: 'link', audience: 'hotel' });
const asTag = snippetFor({ element: 'report', way: 'element', audience: 'hotel' });
const exit = snippetFor({ element: 'exit' });
const inner = hotel.replace(/^<div[^>]*>|<\/div>$/g, '');
const page = (body: string): string =>
  `<!DOCTYPE html><html lang="en"><head><title>Page</title></head><body><h1>Page</h1>${body}</body></html>`;
const words = hotel.replace(/<[^>]*>/g, '').replace(/\n\s*/g, '\n');

const drawnIn = ({ markers }: Report): string[] =>
  markers.flatMap(({ draws }) => (draws ? [`${draws.element} ${draws.audience}`] : []));
const all = ({ verdict, advice, sections }: Report): string =>
  [verdict, advice, ...sections.flatMap(({ items }) => items)].join('\n');

/** Each source with the level, the verdict, the drawn elements, the findings, and the way that is recommended instead. */
const CASES: readonly (readonly [
  what: string,
  source: string,
  level: Level,
  verdict: RegExp,
  drawn: readonly string[],
  says: readonly RegExp[],
  instead?: string,
])[] = [
  [
    'the snippet as published',
    `${hotel}${SCRIPT}`,
    'good',
    /^It will work: the panel for hotel staff is drawn, and without the script the numbers stand there\.$/,
    ['report hotel'],
    [/has kept its class and its settings/, /The script line is there/, /It is as we publish it/],
  ],
  [
    'the snippet with ordinary spaces in its numbers',
    `${hotel.replaceAll('&#160;', ' ')}${SCRIPT}`,
    'good',
    /^It will work: the panel for hotel staff is drawn/,
    ['report hotel'],
    [/It is as we publish it/],
  ],
  [
    'the snippet without its script line',
    hotel,
    'good',
    /^It will work where the script is installed/,
    ['report hotel'],
    [/installed once for the whole site/],
  ],
  [
    'class only',
    hotel.replace(/ data-[^>]*/, ''),
    'good',
    /the panel for hotel staff/,
    ['report hotel'],
    [/lost its data- settings/],
  ],
  [
    'data only',
    hotel.replace(/ class="[^"]*"/, ''),
    'good',
    /the panel for hotel staff/,
    ['report hotel'],
    [/lost its class/],
  ],
  [
    'only the class, without its audience',
    hotel.replace(/ data-[^>]*/, '').replace(' say-something-report-hotel', ''),
    'fair',
    /for everyone/,
    ['report public'],
    [/The numbers are those for hotel staff/],
    'audience=hotel&way=link',
  ],
  [
    'the custom element',
    `${asTag}${SCRIPT}`,
    'good',
    /the panel for hotel staff is drawn/,
    ['report hotel'],
    [/The tag say-something-report is there/],
  ],
  [
    'the custom element without its fallback',
    '<say-something-report audience="hotel"></say-something-report>',
    'stop',
    /999 cannot be read/,
    ['report hotel'],
    [],
    'audience=hotel&way=element',
  ],
  [
    'the custom element with a bare fallback',
    asTag.replace(/ class="say-something-fallback[^"]*"/, ''),
    'fair',
    /not as it was set/,
    ['report hotel'],
    [/show twice/],
    'audience=hotel&way=element',
  ],
  [
    'the link',
    asLink,
    'good',
    /the panel for hotel staff is drawn \(in view once the link is pressed\)/,
    ['report hotel'],
    [/stands alone in its paragraph/],
  ],
  [
    'the link in a sentence',
    asLink.replace('<p><a href="https', '<p>See <a href="https'),
    'fair',
    /^Numbers stay, but nothing is drawn\.$/,
    [],
    [/stays a link, because it is not alone/, /paragraph of its own/],
    'audience=hotel&way=link',
  ],
  [
    'the link in a list',
    asLink.replace(/<p>(<a href="https[^]*<\/a>)<\/p>/, '<ul><li>$1</li></ul>'),
    'fair',
    /nothing is drawn/,
    [],
    [/it stands in a list/],
    'audience=hotel&way=link',
  ],
  [
    'the link in a table',
    asLink.replace(/<p>(<a href="https[^]*<\/a>)<\/p>/, '<table><tr><td>$1</td></tr></table>'),
    'fair',
    /nothing is drawn/,
    [],
    [/it stands in a table/],
    'audience=hotel&way=link',
  ],
  [
    'the div stripped',
    inner,
    'fair',
    /^Numbers stay, but nothing is drawn\.$/,
    [],
    [/The div or the tag that the script looks for/],
    'audience=hotel&way=link',
  ],
  [
    'the link stripped',
    asLink.replace(/<\/?a[^>]*>/g, ''),
    'fair',
    /nothing is drawn/,
    [],
    [/The telephone links/],
    // only a page for staff has no line for children
    'audience=hotel&way=plain',
  ],
  [
    'telephone links stripped',
    hotel.replace(/<a href="tel:[^"]*">([^<]*)<\/a>/g, '$1'),
    'good',
    /It will work/,
    ['report hotel'],
    [/nobody can ring one by a tap/],
  ],
  [
    'web links stripped',
    hotel.replace(/<a href="https[^>]*>([^<]*)<\/a>/g, '$1'),
    'good',
    /It will work/,
    ['report hotel'],
    [/The web links: www\.gov\.uk/],
  ],
  [
    'the exit',
    `${exit}${SCRIPT}`,
    'good',
    /the way to leave the page is drawn, and without the script a link stands there/,
    ['exit public'],
    [],
  ],
  [
    'a number changed',
    hotel.replaceAll(CRIMESTOPPERS, '0800 555 112').replaceAll(`tel:${digits('crimestoppers')}`, 'tel:0800555112'),
    'stop',
    /a number is wrong/,
    ['report hotel'],
    [new RegExp(`0800\u00a0555\u00a0112 is not one of our numbers\\. It looks like ${number('crimestoppers')}`)],
    'audience=hotel',
  ],
  [
    'a number changed and no marker left',
    inner.replaceAll(COUNCIL, '0300 123 4044'),
    'stop',
    /a number is wrong/,
    [],
    [/0300\u00a0123\u00a04044/],
    'audience=hotel',
  ],
  [
    'a number regrouped',
    hotel
      .replace(`>${COUNCIL}<`, `>${digits('herts-childrens-services').replace(/..(?=.)/g, '$& ')}<`)
      .replace(`>${CRIMESTOPPERS}<`, `>${CRIMESTOPPERS.replaceAll('&#160;', '-')}<`),
    'good',
    /It will work/,
    ['report hotel'],
    [],
  ],
  [
    'a number with the country’s code',
    hotel.replace(`>${COUNCIL}<`, `>+44 ${COUNCIL.slice(1)}<`),
    'good',
    /It will work/,
    ['report hotel'],
    [],
  ],
  [
    'a link that calls another number',
    hotel.replace(`tel:${digits('herts-childrens-services')}`, `tel:${digits('crimestoppers')}`),
    'stop',
    /a number is wrong/,
    ['report hotel'],
    [new RegExp(`reads “${number('herts-childrens-services')}” calls ${number('crimestoppers')}`)],
    'audience=hotel',
  ],
  [
    'a number that must never be shown',
    hotel.replace('</ul>', '<li>Text 07786 207091</li></ul>'),
    'stop',
    /a number is wrong/,
    ['report hotel'],
    [/07786\u00a0207091 is old or wrong/],
    'audience=hotel',
  ],
  [
    'the author’s own number',
    hotel.replace('</ul>', '<li>Our desk: 01234 567890</li></ul>'),
    'good',
    /It will work/,
    ['report hotel'],
    [/01234\u00a0567890 is not one of our numbers\. If you did not add it/],
  ],
  [
    'a helpline missing',
    hotel.replace(/<li><p><strong>Crimestoppers[^]*?<\/li>/, ''),
    'fair',
    /not every number stands there/,
    ['report hotel'],
    [new RegExp(`Missing: ${number('crimestoppers')}`)],
    'audience=hotel',
  ],
  ...(['script', 'noscript', 'template', 'iframe', 'textarea'] as const).map(
    (tag) =>
      [
        `999 only inside <${tag}>`,
        hotel.replace(/<p>\s*<strong>[^]*?<\/p>/, (line) => `<${tag}>${line}</${tag}>`),
        'stop',
        /999 cannot be read/,
        ['report hotel'],
        [],
        'audience=hotel',
      ] as const,
  ),
  [
    '999 only in a comment',
    hotel.replace(/<p>\s*<strong>[^]*?<\/p>/, '<!-- $& -->'),
    'stop',
    /999 cannot be read/,
    ['report hotel'],
    [],
    'audience=hotel',
  ],
  [
    '999 only in the alternative text of a picture',
    hotel.replace(/<p>\s*<strong>[^]*?<\/p>/, '<img alt="In danger now? Call 999">'),
    'stop',
    /999 cannot be read/,
    ['report hotel'],
    [],
    'audience=hotel',
  ],
  [
    '999 hidden',
    hotel.replace('<strong>', '<strong hidden>'),
    'stop',
    /999 cannot be read/,
    ['report hotel'],
    [],
    'audience=hotel',
  ],
  [
    '999 only as the beginning of another number',
    hotel.replace(/999/g, '999 123 456'),
    'stop',
    /./,
    ['report hotel'],
    [],
    'audience=hotel',
  ],
  [
    'tags as text',
    `<p>${hotel.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`,
    'stop',
    /visitors see the tags as words/,
    [],
    [/source or HTML view/],
    'audience=hotel',
  ],
  [
    'curly quotation marks',
    hotel.replaceAll('="', '=“').replaceAll(/(?<==“[^">]*)"/g, '”'),
    'fair',
    /nothing is drawn/,
    [],
    [/“curly”/, /^(?![^]*(?:everyone’s words|say the same))/],
    'audience=hotel',
  ],
  [
    'an unknown audience',
    hotel.replace('data-audience="hotel"', 'data-audience="hotels"'),
    'fair',
    /not as it was set/,
    ['report public'],
    [/“hotels” is not known, so everyone’s words are used/],
  ],
  [
    'a heading level of 7',
    hotel.replace('data-audience', 'data-heading-level="7" data-audience'),
    'fair',
    /not as it was set/,
    ['report hotel'],
    [/“7” is not a number from 1 to 6, so 2 is used/],
    'audience=hotel',
  ],
  [
    'an unknown element',
    hotel.replace('data-say-something="report"', 'data-say-something="sings"'),
    'fair',
    /nothing is drawn/,
    [],
    [/asks for “sings”/],
    'audience=hotel',
  ],
  [
    'a class that was changed',
    hotel.replace(/class="[^"]*"/, 'class="user-say-something"').replace(/ data-[^>]*/, ''),
    'fair',
    /nothing is drawn/,
    [],
    [/has become user-say-something/],
    'audience=hotel&way=link',
  ],
  [
    'a placeholder on a list',
    `<ul class="say-something"><li>In danger now? Call 999</li></ul>`,
    'fair',
    /nothing is drawn/,
    [],
    [/Nothing can be drawn on a ul/],
  ],
  ['a marker inside <noscript>', `<noscript>${hotel}</noscript>`, 'empty', /nothing of ours/, [], [], ''],
  ['a placeholder that is hidden', `<div hidden>${hotel}</div>`, 'stop', /999 cannot be read/, [], [/the page hides/]],
  [
    'one marker in another',
    `<div class="say-something">${hotel}</div>`,
    'fair',
    /for everyone/,
    ['report public'],
    [/not seen: it stands inside another/],
  ],
  [
    'integrity without crossorigin',
    hotel + SCRIPT.replace(' crossorigin="anonymous"', ' integrity="sha384-x"'),
    'fair',
    /the script line does not work/,
    ['report hotel'],
    [/integrity without crossorigin/],
  ],
  [
    'integrity on a rolling address',
    hotel + SCRIPT.replace(' crossorigin', ' integrity="sha384-x" crossorigin'),
    'fair',
    /the script line does not work/,
    ['report hotel'],
    [/newest version/],
  ],
  [
    'integrity on the address of one version',
    hotel + SCRIPT.replace('/1/', '/1.2.3/').replace(' crossorigin', ' integrity="sha384-x" crossorigin'),
    'good',
    /It will work: /,
    ['report hotel'],
    [/as we publish it/],
  ],
  [
    'a script line that waits for consent',
    hotel + SCRIPT.replace(' async', ' type="text/plain" async'),
    'fair',
    /the script line does not work/,
    ['report hotel'],
    [/consent/],
  ],
  [
    'a script line without its attributes',
    hotel + SCRIPT.replace(' async', '').replace(/ crossorigin.*"(?=>)/, ''),
    'good',
    /It will work: /,
    ['report hotel'],
    [/no async/, /lost crossorigin/, /lost referrerpolicy/],
  ],
  ['the script line alone', SCRIPT, 'fair', /nothing for it to draw/, [], []],
  ['a whole page', page(`${hotel}${SCRIPT}`), 'good', /^It will work: /, ['report hotel'], []],
  ['a whole page without the script', page(hotel), 'fair', /not on this page/, ['report hotel'], [/not on this page/]],
  [
    'a whole page with a number like ours in its foot',
    page(`${hotel}${SCRIPT}<footer>Call us: 0300 123 4040</footer>`),
    'good',
    /^It will work: /,
    ['report hotel'],
    [/0300\u00a0123\u00a04040 is not one of our numbers\. If it is meant to be/],
  ],
  [
    'a frame with numbers above it',
    `${inner}<iframe src="https://x.example/say-something/hotel/#report" title="Panel"></iframe>`,
    'good',
    /stands in a frame/,
    [],
    [/cannot look into/],
  ],
  [
    'a frame alone',
    '<iframe src="https://x.example/say-something/hotel/"></iframe>',
    'fair',
    /no number stands beside it/,
    [],
    [/no title/],
    'way=iframe',
  ],
  ['the words alone', words, 'fair', /These are the words alone/, [], [/999 can be read/], 'audience=hotel&way=plain'],
  [
    'a link to our page',
    '<p><a href="https://x.example/say-something/">Help</a></p>',
    'empty',
    /a link to our page/,
    [],
    [],
  ],
  [
    'a picture whose alternative text begins with a quotation mark',
    `<img alt="“Say something”">${hotel}`,
    'good',
    /It will work/,
    ['report hotel'],
    [/^(?![^]*curly)/],
  ],
  ['nothing', ' \n ', 'empty', /Nothing is pasted/, [], []],
  ['what is not ours', page('<p>Call 999 in an emergency, or 101.</p>'), 'empty', /nothing of ours/, [], [], ''],
  ['too much', 'x'.repeat(MAX_SOURCE_LENGTH + 1), 'empty', /too much/, [], []],
];

describe('the checker', () => {
  for (const [what, source, level, verdict, drawn, says, instead] of CASES) {
    it(`judges ${what}`, () => {
      const report = check(source);
      expect(`${report.level}: ${report.verdict}`).to.match(new RegExp(`^${level}: `));
      expect(report.verdict).to.match(verdict);
      expect(drawnIn(report)).to.deep.equal(drawn);
      for (const one of says) expect(all(report)).to.match(one);
      if (instead !== undefined) expect(report.instead?.fragment).to.equal(instead);
    });
  }

  it('finds no problem in the published snippets', () => {
    for (const element of ELEMENTS) {
      for (const audience of AUDIENCES) {
        for (const way of WAYS) {
          if (element === 'exit' && (way === 'link' || audience !== 'public')) continue;
          const report = check(`${snippetFor({ element, way, audience })}${SCRIPT}`);
          expect(report.level, all(report)).to.equal('good');
          expect(drawnIn(report)).to.deep.equal([`${element} ${audience}`]);
          expect(report.calls.there).to.equal(report.calls.due);
          expect(report.pages.there).to.equal(report.pages.due);
          expect(report.instead).to.equal(undefined);
        }
      }
    }
  });

  for (const way of BUILT_WAYS) {
    it(`recognises the builder’s output: ${way}`, () => {
      const site = { root: 'https://widget.council.gov.uk/', version: '1.2.3', integrity: 'sha384-x' };
      for (const elements of [['report'], ['signs'], ['exit'], ['banner', 'report'], ORDER] as const) {
        for (const audience of AUDIENCES) {
          for (const version of ['rolling', 'pinned'] as const) {
            const settings = { ...DEFAULTS, way, elements, audience, version, level: 3, lang: 'en', panelExit: false };
            const links = { action: 'https://council.gov.uk/help', leave: 'https://council.gov.uk/weather' };
            const {
              snippet,
              script = '',
              file,
              text,
            } = outputFor({ ...settings, ...links }, site, 'https://x.example/');
            const report = check(`${snippet}\n${script}`);
            const framed = way === 'iframe' && elements.some((element) => ['report', 'signs'].includes(element));
            const drawable = elements.filter((element) => way !== 'link' || element !== 'exit');
            const drawn = ['plain', 'iframe'].includes(way)
              ? []
              : drawable.map((element) => `${element} ${element === 'exit' ? 'public' : audience}`);
            expect(
              drawnIn(report).map((one) => one.replace(/^exit.*/, 'exit public')),
              snippet,
            ).to.deep.equal(drawn);
            expect(report.level, `${snippet}\n${all(report)}`).to.equal(drawn.length || framed ? 'good' : 'fair');
            expect(report.sections.map(({ heading }) => heading)).not.to.include('What was taken away');
            expect(check(file).level).to.equal(report.level);
            expect(check(text).level, text).to.be.oneOf(['fair']);
          }
        }
      }
    });
  }

  it('notices a change of any digit of any number', () => {
    for (const [, number = ''] of inner.matchAll(/href="tel:(\d+)"/g)) {
      const value = hertfordshire.contacts
        .flatMap(({ channels }) => channels)
        .find((channel) => digitsOf(channel.value) === number)?.value as string;
      for (let at = 0; at < value.length; at++) {
        if (value[at] === '\u00a0') continue;
        const slip = `${value.slice(0, at)}${(Number(value[at]) + 1) % 10}${value.slice(at + 1)}`;
        const changed = hotel.replaceAll(escaped(value), slip).replaceAll(`tel:${number}`, `tel:${digitsOf(slip)}`);
        const report = check(changed);
        expect(report.level, `${value} as ${slip}: ${report.verdict}`).to.be.oneOf(['stop', 'fair']);
        expect(all(report)).to.contain(value);
      }
    }
  });

  it('runs and requests nothing from a source', async () => {
    const view = window as Window & { ran?: string[] };
    view.ran = [];
    const ran = (what: string): string => `parent.ran.push('${what}'); window.ran.push('${what}')`;
    const address = (name: string): string => `/demo/site.css?asked=${name}`;
    const report = check(
      page(`
        <base href="/elsewhere/"><meta http-equiv="refresh" content="0;url=${address('refresh')}">
        <link rel="stylesheet" href="${address('link')}"><link rel="preload" as="image" href="${address('preload')}">
        <style>@import '${address('import')}'; body { background: url(${address('background')}) }</style>
        <img src="${address('img')}" onerror="${ran('img')}" onload="${ran('img')}"><img srcset="${address('srcset')} 2x">
        <script>${ran('script')}</script><script src="${address('script')}"></script>
        <script type="module">${ran('module')}</script>
        <iframe src="${address('iframe')}"></iframe><iframe srcdoc="<script>${ran('srcdoc').replaceAll("'", '&#39;')}</script>"></iframe>
        <object data="${address('object')}"></object><embed src="${address('embed')}">
        <svg onload="${ran('svg')}"><image href="${address('svg')}"/><script>${ran('svg script')}</script></svg>
        <video src="${address('video')}" poster="${address('poster')}" autoplay></video><audio src="${address('audio')}" autoplay></audio>
        <input autofocus onfocus="${ran('focus')}"><details open ontoggle="${ran('toggle')}"></details>
        <div style="background: url(${address('style')}); animation: x 1s" onanimationstart="${ran('animation')}"></div>
        <body onload="${ran('body')}">${hotel}<p><a href="javascript:${ran('link')}">x</a></p>`),
    );
    // The test requests a picture after all of these. When it has failed, theirs would have failed too.
    const own = new Image();
    await new Promise((resolve) => {
      own.onerror = resolve;
      own.src = '/demo/site.css';
    });
    expect(report.level).to.equal('fair');
    expect(view.ran).to.deep.equal([]);
    expect(
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.includes('asked=')),
    ).to.deep.equal([]);
    delete view.ran;
  });

  it('never throws for any source', () => {
    const pieces = [
      ...[
        '<',
        '>',
        '"',
        '“',
        '&lt;',
        '<!--',
        '-->',
        '<div class=say-something>',
        '</div>',
        '<p>',
        '<a href="/say-something/#report">',
      ],
      ...[
        '<form class="say-something"><input name="getAttribute"><input name="matches"><input name="attributes">',
        '<img name="body">',
      ],
      ...[
        '<say-something-report>',
        '<say-something-',
        'data-say-something="',
        '<noscript>',
        '<template>',
        '<svg>',
        '<math>',
        '<ul class=say-something>',
      ],
      ...[
        '999',
        CHILDLINE,
        ' 0800 555 11',
        'tel:',
        '<a href="tel:1">',
        '<script src="say-something.js',
        '<iframe src="say-something',
        '\u0000',
        '\ud800',
      ],
      ...[
        '<table><tr><td>',
        '<select>',
        '<frameset>',
        '<base href="//[">',
        '<plaintext>',
        '<a href="http://[/say-something/#report">x</a>',
      ],
    ];
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' }), fc.constant(hotel), fc.constant(asLink)),
        ),
        (parts) => {
          const { verdict, level } = check(parts.join(''));
          return verdict.length > 0 && ['empty', 'stop', 'fair', 'good'].includes(level);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reads very deep and very long sources', () => {
    expect(check(`${'<div>'.repeat(20_000)}${hotel}`).level).to.be.oneOf(['good', 'fair', 'stop']);
    expect(check(`${hotel}${`<p>${CHILDLINE} `.repeat(20_000)}`).level).to.equal('good');
    expect(check(`${'1 '.repeat(200_000)}${hotel}`).level).to.equal('good');
  });
});

describe('markupOf', () => {
  it('returns the markup of content that was copied from a page', () => {
    expect(
      markupOf(
        'In danger now?',
        '<html><body><!--StartFragment--><p>In danger now?</p><!--EndFragment--></body></html>',
      ),
    ).to.equal('<p>In danger now?</p>');
    expect(markupOf('x', '<meta charset="utf-8"><b>x</b>')).to.equal('<b>x</b>');
  });
  it('returns source and plain text unchanged', () => {
    expect(markupOf('<p>x</p>', '<span style="color:red">&lt;p&gt;x&lt;/p&gt;</span>')).to.equal('<p>x</p>');
    expect(markupOf('x', '')).to.equal('x');
  });
});
