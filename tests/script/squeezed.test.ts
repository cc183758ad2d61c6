/* Tests the script after optimisers, because plug-ins of content systems compress it with rules for simpler scripts. */
import { expect } from '@open-wc/testing';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { en } from '../../src/data/locales/en.js';
import { LINKS, NUMBERS, openPage, shown, until, visibleText, whole } from './page.js';
import type { Page } from './page.js';

type Squeeze = (code: string) => string;

/** Changes the text between back-ticks, as a tool does that treats each pair as a literal. */
const inLiterals =
  (change: Squeeze): Squeeze =>
  (code) =>
    code.replace(/`[^`]*`/g, change);

/**
 * The parts that tools remove from a script, and the result: the panel, or the snippet if the removal would damage our words. The
 * script has no template literals, no runs of spaces and no HTML comments, so tools that remove these change nothing.
 */
const SQUEEZES: readonly (readonly [what: string, outcome: 'draws' | 'stays', squeeze: Squeeze])[] = [
  ['spaces next to `${` and `}` in literals', 'draws', inLiterals((text) => text.replace(/\s*(\$\{|\})\s*/g, '$1'))],
  ['the space between two holes of a literal', 'draws', inLiterals((text) => text.replace(/\}\s+\$\{/g, '}${'))],
  ['runs of white space in literals', 'draws', inLiterals((text) => text.replace(/\s+/g, ' '))],
  ['line breaks in literals', 'draws', inLiterals((text) => text.replace(/\n/g, ''))],
  ['spaces between tags in literals', 'draws', inLiterals((text) => text.replace(/>\s+/g, '>').replace(/\s+</g, '<'))],
  ['runs of spaces everywhere', 'draws', (code) => code.replace(/ {2,}/g, ' ')],
  ['spaces at the ends of lines', 'draws', (code) => code.replace(/^[ \t]+|[ \t]+$/gm, '')],
  ['comments between `/*` and `*/`', 'draws', (code) => code.replace(/\/\*[^]*?\*\//g, '')],
  ['comments after `//`', 'stays', (code) => code.replace(/\/\/.*$/gm, '')],
  ['comments of HTML', 'draws', (code) => code.replace(/<!--[^]*?-->/g, '')],
  // The first line is a comment for V8 (decision 0010).
  ['line breaks', 'stays', (code) => code.replace(/\n/g, ' ')],
  ['spaces next to `=`', 'draws', (code) => code.replace(/\s*=\s*/g, '=')],
  ['spaces next to braces', 'draws', (code) => code.replace(/\s*([{}])\s*/g, '$1')],
  ['spaces next to braces, `;`, `=`, `>` and `,`', 'stays', (code) => code.replace(/\s*([{};=>,])\s*/g, '$1')],
  ['spaces after commas', 'stays', (code) => code.replace(/, /g, ',')],
  ['spaces next to brackets', 'stays', (code) => code.replace(/\s*([()[\]])\s*/g, '$1')],
  ['spaces before `?`, `.` and `@`', 'stays', (code) => code.replace(/\s+(?=[?.@])/g, '')],
  ['spaces after full stops', 'stays', (code) => code.replace(/\. /g, '.')],
  ['spaces next to `:` and `?`', 'stays', (code) => code.replace(/\s*([:?])\s*/g, '$1')],
  ['spaces next to `&` and `|`', 'stays', (code) => code.replace(/\s*([&|])\s*/g, '$1')],
  ['spaces next to `<` and `>`', 'stays', (code) => code.replace(/\s*([<>])\s*/g, '$1')],
  ['spaces next to `+`, `-`, `*` and `/`', 'stays', (code) => code.replace(/\s*([-+*/])\s*/g, '$1')],
  ['spaces inside quotes, at their ends', 'stays', (code) => code.replace(/(["']) +| +(["'])/g, '$1$2')],
  ['spaces between signs', 'stays', (code) => code.replace(/([^\w\s]) (?=[^\w\s])/g, '$1')],
  ['every space next to a character other than a letter', 'stays', (code) => code.replace(/ ?([^\w\s]) ?/g, '$1')],
  ['every space', 'stays', (code) => code.replace(/ /g, '')],
];

const ANSWERS = hertfordshire.questions.flatMap((question) =>
  question.answers.map(({ id }) => {
    const words = en.answers[id];
    return typeof words === 'string' ? words : words(hertfordshire.area.name);
  }),
);
const RAILWAY = en.answers.railway as string;
/** The opening hours of lines that close, in the panel's words. */
const HOURS = hertfordshire.contacts
  .flatMap(({ channels }) => channels)
  .flatMap(({ hours }) => (typeof hours === 'object' ? en.hours(hours) : []));

describe('the script, compressed by an optimiser', () => {
  let script: string;
  let page: Page;
  before(async () => {
    script = await (await fetch('/dist/say-something.js')).text();
  });
  afterEach(() => page.close());

  /** Opens a page with the snippet and runs some code in it. */
  async function run(code: string): Promise<void> {
    page = await openPage('no-script.html', { draws: false });
    try {
      page.window.eval(code);
    } catch (error) {
      // A page with this script would have the same error in its console.
      expect((error as Error).name).to.equal('SyntaxError');
    }
    // The script defines all elements or none.
    if (page.window.customElements.get('say-something-exit')) {
      await until(() => page.panels().length);
      await whole(page.document);
    }
  }

  const all = <T extends Element>(selector: string): T[] => [
    ...(page.panels()[0]?.querySelectorAll<T>(selector) ?? []),
  ];
  const words = (element: Element | undefined): string =>
    element ? visibleText(element).replace(/\s+/g, ' ').trim() : '';
  const routes = (): string => all('[part=route] [role=heading]').map(words).join();
  const labels = (): HTMLElement[] => all('[part=question] label');

  /** Expects the correct panel, with the spaces in its words and the effect of its answers. */
  async function expectPanel(drawn: string): Promise<void> {
    expect(words(all('[part=root]')[0])).to.equal(drawn);
    expect(labels().map(words)).to.deep.equal(ANSWERS);
    expect(HOURS.filter((hours) => drawn.includes(hours))).not.to.deep.equal([]);
    const before = routes();
    labels()[ANSWERS.indexOf(RAILWAY)]?.click();
    await until(() => routes() !== before);
  }

  function expectSnippet(): void {
    for (const kind of ['report', 'signs', 'banner', 'exit'])
      expect(!!page.window.customElements.get(`say-something-${kind}`), kind).to.equal(false);
    expect(page.document.querySelector('.say-something')?.shadowRoot).to.equal(null);
    for (const number of NUMBERS) expect(visibleText(page.document.body)).to.contain(number);
    const links = [...page.document.querySelectorAll('.say-something a')];
    expect(links).to.have.length(LINKS);
    expect(links.every(shown)).to.equal(true);
  }

  it('draws the panel when nothing is removed', async () => {
    await run(script);
    expect(ANSWERS).to.have.length(16);
    await expectPanel(words(all('[part=root]')[0]));
  });

  for (const [what, outcome, squeeze] of SQUEEZES) {
    it(`${outcome === 'draws' ? 'draws the panel' : 'leaves the snippet'} without ${what}`, async () => {
      await run(script);
      const drawn = words(all('[part=root]')[0]);
      page.close();
      await run(squeeze(script));
      if (outcome === 'draws') await expectPanel(drawn);
      else expectSnippet();
    });
  }
});
