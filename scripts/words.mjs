// npm run words: writes docs/words.md, which sets what each audience reads beside the place in the facts that it comes from.
// tests/node/reading-age.test.mjs sees that the file is what the words say.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

/** A module of words or of their order, straight from its source: it imports nothing but types. */
export async function wordsFrom(path) {
  const source = readFileSync(new URL(`../src/${path}`, import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: 'es2022', module: 'esnext', verbatimModuleSyntax: true },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`);
}

const all = () =>
  Promise.all(['data/locales/en-signs.ts', 'data/signs.ts', 'data/signs-sources.ts'].map(wordsFrom)).then(
    ([{ enSigns: words }, { signs: guide }, { signsSources: sources }]) => ({ words, guide, sources }),
  );
const told = ({ tell }) => tell('999', '101', 'Halo');

/** By audience, each text that it reads, in no order. Headings and labels are not sentences, and are left out. */
export async function audiencesRead() {
  const { words, guide } = await all();
  const everyone = [words.urgent('999'), ...Object.values(words.signs).map(([, sentence]) => sentence)];
  return Object.fromEntries(
    Object.entries(guide.audiences).map(([audience, sections]) => [
      audience,
      [
        ...everyone,
        ...(audience === 'young-person' ? [words.childCaution] : [words.caution, told(words)]),
        ...sections.flatMap(({ points }) => points.map((point) => words.points[point])),
      ],
    ]),
  );
}

/** Each audience's text with its source lines, in Markdown. */
export async function report() {
  const { words, guide, sources } = await all();
  const table = (heading, rows) => [
    `### ${heading}`,
    '',
    ...rows.map(([text, source]) => `- ${text} _(${source})_`),
    '',
  ];
  return `${[
    '# The words, and where each comes from',
    '',
    'Written by `npm run words`; do not edit. After each phrase stands the section of the project’s `facts.md`, and the row or list in',
    'it. All of it is reworded, and nothing there marked as from memory is used.',
    '',
    '## Every audience',
    '',
    ...table('The signs', [
      [words.caution, sources.general.caution],
      [`To a young person: ${words.childCaution}`, sources.general.caution],
      ...guide.signs.map((id) => [`**${words.signs[id][0]}.** ${words.signs[id][1]}`, sources.signs[id]]),
      [`Beside ${guide.urgent.join(' and ')}: ${words.urgent('999')}`, sources.general.urgent],
    ]),
    ...Object.entries(guide.audiences).flatMap(([audience, sections]) => [
      `## ${audience}`,
      '',
      ...sections.flatMap(({ id, points }) =>
        table(`${words.sections[id]} (${audience})`, [
          ...(id === 'do' ? [[told(words), sources.general.tell]] : []),
          ...points.map((point) => [words.points[point], sources.points[point]]),
        ]),
      ),
    ]),
  ]
    .join('\n')
    .trim()}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(new URL('../docs/words.md', import.meta.url), await report());
}
