import { expect, fixture, html } from '@open-wc/testing';
import { copyProblem, hostProblem, linkProblem, OWN_COPY, usedCopy, usedLink } from '../../demo/builder/addresses.js';
import { coloursOf, defaultColours, hexOf } from '../../demo/builder/colours.js';
import { settle, verdicts } from '../../demo/builder/contrast.js';
import type { Site } from '../../demo/builder/output.js';
import { notesFor, outputFor, stepsFor, stillToCopy } from '../../demo/builder/output.js';
import { previewPage } from '../../demo/builder/preview.js';
import type { Settings } from '../../demo/builder/settings.js';
import { DEFAULTS, formatSettings, LANGUAGES, ORDER, parseSettings, WAYS } from '../../demo/builder/settings.js';
import type { Tokens } from '../../demo/builder/tokens.js';
import { isToken, PRESETS, presetOf, usedTokens } from '../../demo/builder/tokens.js';
import { ELEMENTS, snippetFor } from '../../demo/snippets.js';
import { SYSTEMS } from '../../demo/systems.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import { COLOUR_ROLES, contrast, same, written } from '../../src/core/theme.js';
import '../../src/index.js';
import { colourOf } from '../helpers/colours.js';
import { recordWarnings } from '../helpers/warnings.js';

const supports = (property: string, value: string): boolean => CSS.supports(property, value);
const SITE: Site = { root: 'https://say.example.org/a/', version: '1.2.3', integrity: 'sha384-abc' };
const withSettings = (part: Partial<Settings>): Settings => ({ ...DEFAULTS, ...part });
const output = (part: Partial<Settings> = {}, site = SITE) =>
  outputFor(withSettings(part), site, 'https://say.example.org/a/builder/');

/** Themes that a logo might suggest, and worse. */
const BAD: Readonly<Record<string, Tokens>> = {
  'a pale accent': { accent: '#ffcc00' },
  'a pale accent on dark': { surface: '#101820', accent: '#3a1010', 'on-accent': '#331111' },
  'a surface that lets the page through': { surface: 'rgb(0 0 0 / 50%)' },
  'a pale see-through surface': { surface: 'rgb(255 240 240 / 0.2)', text: 'rgb(0 0 0 / 60%)' },
  'one grey for all': Object.fromEntries(COLOUR_ROLES.map((role) => [role, '#777777'])),
  'a scheme turned round': { surface: 'light-dark(#000000, #ffffff)', accent: 'light-dark(#0000aa, #ffff66)' },
  'colours that sRGB has not': { accent: 'color(display-p3 0 1 0)', urgent: 'oklch(0.9 0.3 30)' },
  'words for colours': { urgent: 'white', 'on-urgent': 'ivory', focus: 'transparent', border: 'silver' },
  'only just too little': { 'text-muted': '#777', surface: '#fff' },
  'a middling surface': { surface: 'hsl(200 30% 46%)' },
};
const THEMES: readonly (readonly [name: string, tokens: Tokens])[] = [
  ...PRESETS.map(({ id, tokens }) => [`the theme “${id}”`, tokens] as const),
  ...Object.entries(BAD),
];

describe('the snippet builder', () => {
  describe('themes', () => {
    for (const [name, tokens] of THEMES) {
      for (const dark of [false, true]) {
        it(`says what the widget uses for ${name} on a ${dark ? 'dark' : 'light'} page`, async () => {
          const page = await fixture<HTMLElement>(html`<div></div>`);
          page.style.colorScheme = dark ? 'dark' : 'light';
          for (const [token, value] of Object.entries(tokens))
            page.style.setProperty(`--say-something-${token}`, value);
          const warnings = recordWarnings();
          const element = document.createElement('say-something-banner');
          page.append(element);
          await element.updateComplete;
          const said = warnings.stop();
          const probe = document.createElement('span');
          element.shadowRoot?.querySelector('.root')?.append(probe);

          const settled = settle(coloursOf(usedTokens(tokens, supports)), defaultColours(), dark);
          for (const role of COLOUR_ROLES) {
            probe.style.color = `color-mix(in srgb, var(--_${role}), var(--_${role}))`;
            expect(written(settled.used[role]), role).to.equal(written(colourOf(getComputedStyle(probe).color)));
          }
          const judged = verdicts(settled);
          for (const { role, kept, sentence, used } of judged) {
            if (!kept) expect(sentence, role).to.contain(`The widget uses ${written(used)}`);
          }
          // each is said once in a page: what an earlier theme had too is not said again
          for (const warning of said) {
            const verdict = judged.find(({ role }) => warning.includes(`--say-something-${role}: `));
            expect(verdict?.kept, warning).to.equal(false);
            expect(warning).to.contain(`so ${verdict && written(verdict.used)} is used`);
          }
        });
      }
    }

    for (const { id, tokens } of PRESETS) {
      it(`offers “${id}” because every pair in it is readable as it is`, () => {
        for (const dark of [false, true]) {
          const all = verdicts(settle(coloursOf(tokens), defaultColours(), dark));
          expect(all.filter(({ kept }) => !kept).map(({ role }) => role)).to.deep.equal([]);
        }
      });
      it(`knows “${id}” again`, () => {
        expect(presetOf(tokens)?.id).to.equal(id);
        expect(presetOf({ ...tokens, accent: '#123456' })).to.equal(undefined);
      });
    }

    it('says a ratio in numbers and in words', () => {
      const sentenceOf = (tokens: Tokens, role: string, dark = false): string =>
        verdicts(settle(coloursOf(tokens), defaultColours(), dark)).find((one) => one.role === role)?.sentence ?? '';
      expect(sentenceOf({}, 'text')).to.match(/^1\d\.\d to 1: easy to read$/);
      expect(sentenceOf({ accent: '#ffcc00' }, 'accent')).to.match(
        /^1\.5 to 1: too little\. The widget uses rgb\(\d+ \d+ \d+\) instead, 4\.\d to 1$/,
      );
      expect(sentenceOf({ accent: '#0000ff80' }, 'accent')).to.contain('too little');
      expect(sentenceOf({ text: 'rgb(0 0 0 / 90%)' }, 'text')).to.contain('see-through');
      expect(sentenceOf({ surface: 'transparent' }, 'surface')).to.contain('nobody knows');
    });

    it('never rounds a ratio up to one that it is not', () => {
      const tokens = { surface: '#ffffff', accent: '#767677' };
      const settled = settle(coloursOf(tokens), defaultColours(), false);
      expect(contrast(settled.wanted.accent, settled.wanted.surface)).to.be.within(4.5, 4.6);
      const sentence = verdicts(settled).find(({ role }) => role === 'accent')?.sentence;
      expect(sentence).to.match(/^4\.5 to 1: /);
    });

    it('gives a picker the colour of a light page', () => {
      const { accent } = coloursOf({ accent: 'light-dark(#00703c, red)' });
      expect(accent && hexOf(accent)).to.equal('#00703c');
      expect(same(defaultColours().surface.light, [1, 1, 1, 1])).to.equal(true);
    });

    for (const [token, good, bad] of [
      [
        'accent',
        ['#abc', 'green', 'rgb(1 2 3 / 50%)', 'light-dark(red, color-mix(in srgb, red 20%, blue))'],
        [
          '',
          'blurg',
          'inherit',
          'var(--x)',
          'currentcolor',
          'red; color: blue',
          'red /* */',
          'red}',
          '</style>',
          'url(x)',
        ],
      ],
      ['font', ['Arial, sans-serif', "'Your Font'", 'system-ui'], ['inherit', '1', 'a;b', 'x</style>', 'url(x)']],
      ['radius', ['0px', '1em', 'calc(1px + 0.2em)', '50%'], ['4', 'red', '1em;', '1px 2px', '']],
      ['space', ['12px', '0.75em'], ['much', '-', '1px}']],
    ] as const) {
      it(`takes as ${token} what may stand in a rule, and nothing that leaves it`, () => {
        for (const value of good) expect(isToken(token, value, supports), value).to.equal(true);
        for (const value of bad) expect(isToken(token, value, supports), value).to.equal(false);
      });
    }
  });

  describe('the address of its page', () => {
    it('is empty where nothing was chosen', () => {
      expect(formatSettings(DEFAULTS, supports)).to.equal('');
      expect(parseSettings('', supports)).to.deep.equal({ settings: DEFAULTS, leftOut: [] });
    });

    const CHANGES: readonly Partial<Settings>[] = [
      ...ORDER.map((element) => ({ elements: [element] })),
      { elements: ORDER },
      ...AUDIENCES.map((audience) => ({ audience })),
      { lang: 'en' },
      ...[1, 2, 3, 4, 5, 6].map((level) => ({ level })),
      { action: 'https://example.org/report?a=1&b=2#c' },
      { leave: 'https://example.org/' },
      { panelExit: false },
      ...PRESETS.map(({ tokens }) => ({ tokens })),
      { tokens: { accent: '#00703c', font: "'Your Font', sans-serif", space: '1em' } },
      ...WAYS.map((way) => ({ way })),
      { version: 'pinned' },
      { host: 'own', own: '/files/say.js' },
      ...SYSTEMS.map(({ id }) => ({ system: id })),
      { width: 'desktop', page: 'hostile', script: false },
    ];
    it('brings back each choice', () => {
      for (const change of CHANGES) {
        const settings = withSettings(change);
        const read = parseSettings(`#${formatSettings(settings, supports)}`, supports);
        expect(read, JSON.stringify(change)).to.deep.equal({ settings, leftOut: [] });
      }
    });

    it('names what it does not know, and uses the usual instead', () => {
      const { settings, leftOut } = parseSettings(
        '#audience=pub&level=7&colour=red&accent=red;}&elements=report,poster&way=link&way=plain&theme=none&action=http://a.org&copy=x',
        supports,
      );
      expect(settings).to.deep.equal(withSettings({ way: 'link' }));
      expect(leftOut).to.have.lengthOf(9);
      expect(leftOut.join()).to.contain('audience=pub').and.contain('accent=red;}').and.contain('way=plain');
    });

    it('keeps to itself what would not be used', () => {
      const settings = withSettings({ action: 'http://a.org', own: 'x', tokens: { accent: 'blurg', text: 'black' } });
      expect(formatSettings(settings, supports)).to.equal('text=black');
    });

    it('changes single tokens of a ready theme that it names', () => {
      const { settings } = parseSettings('#accent=black&theme=plum', supports);
      expect(settings.tokens).to.include({ accent: 'black', radius: '0.75em' });
    });
  });

  describe('addresses', () => {
    for (const [text, problem] of [
      ['', undefined],
      [' https://example.org/a ', undefined],
      ['http://example.org', 'http:'],
      ['example.org', 'does not begin'],
      ['javascript:alert(1)', 'does not begin'],
      ['https://exa mple.org', 'space'],
      ['https://example', 'not the address'],
      ['https://', 'not the address'],
      ['https://a:b@example.org', 'password'],
    ] as const) {
      it(`says of “${text}”: ${problem ?? 'nothing'}`, () => {
        const said = linkProblem(text, 'the panel is used');
        if (!problem) expect(said).to.equal(undefined);
        else expect(said).to.contain(problem).and.contain('so the panel is used.');
        expect(usedLink(text)).to.equal(problem || !text ? '' : 'https://example.org/a');
      });
    }
    for (const [text, used] of [
      ['', OWN_COPY],
      ['/a/b.js', '/a/b.js'],
      ['https://example.org/x.js', 'https://example.org/x.js'],
      ['//example.org/x.js', OWN_COPY],
      ['x.js', OWN_COPY],
      ['/a', OWN_COPY],
      ['/a".js', OWN_COPY],
      ['http://example.org/x.js', OWN_COPY],
    ] as const) {
      it(`uses for a copy at “${text}” ${used}`, () => {
        expect(usedCopy(text)).to.equal(used);
        if (text && used === OWN_COPY) expect(copyProblem(text)).to.contain(`${OWN_COPY} is used`);
        else expect(copyProblem(text)).to.equal(undefined);
      });
    }
    it('warns where a site is open at an address that only this computer knows, or that is not https:', () => {
      for (const root of ['http://localhost:8000/', 'http://127.0.0.1/', 'http://[::1]/', 'https://a.localhost/'])
        expect(hostProblem(root, true)).to.match(/only on this computer.*Our own copy/);
      expect(hostProblem('http://example.org/', true)).to.contain('https:');
      expect(hostProblem('https://example.org/', true)).to.equal(undefined);
      // where no script draws, a copy of it is of no use
      expect(hostProblem('http://localhost/', false)).not.to.contain('copy');
    });
  });

  describe('what is pasted', () => {
    it('is the published snippet where nothing was chosen', () => {
      expect(output().snippet).to.equal(snippetFor({ element: 'report' }));
    });

    it('has the elements in the order of a page, each with its settings', () => {
      const { snippet } = output({
        elements: ORDER,
        audience: 'parent',
        lang: 'en',
        level: 3,
        action: 'https://example.org/?a&b',
        leave: 'https://example.org/out',
        panelExit: false,
      });
      const found = [...snippet.matchAll(/<div ([^>]*)>/g)].map(([, attributes]) => attributes);
      expect(found).to.deep.equal([
        'class="say-something say-something-banner-parent" data-say-something="banner" data-audience="parent" data-heading-level="3" data-href="https://example.org/?a&amp;b" data-lang="en" lang="en"',
        'class="say-something say-something-signs-parent" data-say-something="signs" data-audience="parent" data-heading-level="3" data-href="https://example.org/?a&amp;b" data-lang="en" lang="en"',
        'class="say-something say-something-report-parent" data-say-something="report" data-audience="parent" data-heading-level="3" data-no-exit="true" data-lang="en" lang="en"',
        'class="say-something say-something-exit" data-say-something="exit" data-href="https://example.org/out" data-lang="en" lang="en"',
      ]);
      expect(snippet).to.contain('<a href="https://example.org/out" rel="noreferrer nofollow">');
    });

    it('leaves the exit of the panel alone where people at work read', () => {
      expect(output({ audience: 'hotel', panelExit: false }).snippet).not.to.contain('no-exit');
    });

    it('has 999 and a helpline as text and links for every audience, way and element', () => {
      for (const audience of AUDIENCES) {
        for (const way of WAYS) {
          for (const element of ELEMENTS) {
            if (element === 'exit') continue;
            const { snippet, text } = output({ audience, way, elements: [element] });
            expect(snippet).to.contain('<a href="tel:999">999</a>').and.contain('<a href="tel:08001111">0800 1111</a>');
            expect(snippet.indexOf('tel:999')).to.be.below(snippet.indexOf('iframe') >>> 0);
            expect(text).to.contain('999').and.contain('0800 1111');
          }
        }
      }
    });

    it('is a marker alone in its paragraph as a link, with the numbers once', () => {
      const { snippet } = output({ way: 'link', elements: ['banner', 'report'], audience: 'hotel' });
      expect(snippet.match(/tel:999/g)).to.have.lengthOf(1);
      expect(snippet).to.contain('<p><a href="https://say.example.org/a/say-something/hotel/#banner-hotel">');
      expect(snippet).to.contain('<p><a href="https://say.example.org/a/say-something/hotel/#report-hotel">');
      expect(output({ way: 'link' }).snippet).to.contain('href="https://say.example.org/a/say-something/#report"');
    });

    it('is a link that stays one as a plain link, and needs no script and no policy', () => {
      const { snippet, script, csp, css } = output({ way: 'plain', tokens: { accent: 'red' } });
      expect(snippet).to.contain('<p><a href="https://say.example.org/a/say-something/">');
      expect([script, csp, css]).to.deep.equal([undefined, undefined, undefined]);
    });

    it('is a frame below the numbers, which needs a policy and no script', () => {
      const { snippet, script, csp } = output({ way: 'iframe', audience: 'school', elements: ['signs'] });
      expect(snippet).to.contain('<iframe src="https://say.example.org/a/say-something/school/#signs" title="');
      expect(script).to.equal(undefined);
      expect(csp).to.equal('frame-src https://say.example.org;');
    });

    it('names the script’s address, with a hash only where that never changes', () => {
      const rest = 'crossorigin="anonymous" referrerpolicy="no-referrer"></script>';
      expect(output().script).to.equal(`<script async src="https://say.example.org/a/1/say-something.js" ${rest}`);
      expect(output({ version: 'pinned' }).script).to.equal(
        `<script async src="https://say.example.org/a/1.2.3/say-something.js" integrity="sha384-abc" ${rest}`,
      );
      expect(output({ version: 'pinned' }, { root: SITE.root, version: '1.2.3' }).script).not.to.contain('integrity');
      expect(output({ host: 'own', version: 'pinned' }).script).to.equal(
        `<script async src="/say-something.js" ${rest}`,
      );
    });

    it('names where the script is from in the policy', () => {
      expect(output().csp).to.equal('script-src https://say.example.org; trusted-types say-something;');
      expect(output({ host: 'own' }).csp).to.equal("script-src 'self'; trusted-types say-something;");
      expect(output({ host: 'own', own: 'https://cdn.example.org/s.js' }).csp).to.contain('https://cdn.example.org;');
    });

    it('has a theme as a rule', () => {
      expect(output().css).to.equal(undefined);
      expect(output({ tokens: { accent: 'red', space: '1em' } }).css).to.equal(
        ':root {\n  --say-something-accent: red;\n  --say-something-space: 1em;\n}',
      );
    });

    it('names what has to be copied besides the snippet', () => {
      expect(stillToCopy(output())).to.equal('Still to copy: the script line.');
      expect(stillToCopy(output({ tokens: { accent: 'red' } }))).to.equal(
        'Still to copy: the script line, your colours.',
      );
      expect(stillToCopy(output({ way: 'plain', tokens: { accent: 'red' } }))).to.equal('');
    });

    it('has a step for the script line and for the colours in every system that needs them', () => {
      for (const { id, steps } of SYSTEMS) {
        const all = stepsFor(steps, output({ tokens: { accent: 'red' } }));
        expect(
          all.filter((step) => step.startsWith('Put your colours')),
          id,
        ).to.have.lengthOf(1);
        expect(all.join(), id).to.match(/the script line|add the script/);
        expect(stepsFor(steps, output({ way: 'plain', tokens: { accent: 'red' } })), id).to.deep.equal(steps);
      }
    });

    it('is plain text with the numbers, and a list of links', () => {
      const { text, links } = output();
      expect(text.split('\n')[0]).to.equal('In danger now? Call 999');
      expect(text).not.to.match(/[<>]/);
      expect(links[0]).to.deep.equal({ words: '999', address: 'tel:999' });
      expect(links.at(-1)?.address).to.equal('https://say.example.org/a/say-something/');
      for (const { words } of links) expect(text).to.contain(words);
      expect(text).to.match(/\nWho to tell: https:\/\/say\.example\.org\/a\/say-something\/$/);
      expect(text).to.contain('Somewhere else in England: www.gov.uk/report-child-abuse-to-local-council\n');
      expect(output({ elements: ['exit'] }).text).to.match(/: https:\/\/www\.bbc\.co\.uk\/weather$/);
    });

    it('is all in one file that is HTML itself', () => {
      const { file, snippet, script } = output({ tokens: { accent: 'red' } });
      const page = new DOMParser().parseFromString(file, 'text/html');
      expect(page.querySelectorAll('.say-something')).to.have.lengthOf(1);
      expect(file).to.contain(snippet).and.contain(script).and.contain('--say-something-accent: red');
      expect(page.body.textContent).not.to.contain('-->');
    });

    it('says what the way in cannot carry', () => {
      const asked = { level: 4, panelExit: false, action: 'https://example.org/', elements: ORDER };
      for (const way of ['link', 'plain', 'iframe'] as const) {
        const notes = notesFor(withSettings({ ...asked, way })).join(' ');
        expect(notes).to.contain('heading level').and.contain('action').and.contain('exit');
      }
      expect(notesFor(withSettings({ ...asked, way: 'placeholder' }))).to.deep.equal([]);
      expect(notesFor(withSettings({ elements: ['banner'] })).join()).to.contain('no panel');
      expect(notesFor(withSettings({ way: 'iframe', tokens: { accent: 'red' } })).join()).to.contain('colours');
    });

    it('is shown in the preview with the script from here in the place of a copy that is elsewhere', () => {
      const settings = withSettings({ host: 'own' });
      const page = previewPage(output(settings), settings, SITE);
      expect(page).to.contain('src="https://say.example.org/a/1.2.3/say-something.js"');
    });

    it('offers the languages that there are words in', () => {
      const { provided } = customElements.get('say-something-report') as unknown as {
        readonly provided: { readonly locales: object };
      };
      expect(Object.keys(LANGUAGES)).to.deep.equal(Object.keys(provided.locales));
    });
  });
});
