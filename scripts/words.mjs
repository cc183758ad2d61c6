// npm run words: writes docs/generated/words.md, which shows each phrase of each audience next to its source in the facts.
// tests/papers/reading-age.test.mjs fails when the file is out of date.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { enPapers } from '../src/data/locales/en-papers.ts';
import { enSigns as words } from '../src/data/locales/en-signs.ts';
import { papersSources } from '../src/data/papers-sources.ts';
import { signsSources as sources } from '../src/data/signs-sources.ts';
import { signs as guide } from '../src/data/signs.ts';

/** Imports words for reading-age.test.mjs, until that imports them itself. */
export const wordsFrom = (path) => import(`../src/${path}`);

const told = ({ tell }) => tell('999', '101', 'Halo');

/** The texts of each audience, in no order. Headings and labels are left out, because they are not sentences. */
export async function audiencesRead() {
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

/** The sentences that only the papers have, with what the directory puts into them. */
export const papersRead = () =>
  Object.entries(enPapers).map(([id, text]) => ({
    id,
    text:
      typeof text === 'string'
        ? text
        : id === 'who-asks'
          ? enPapers[id]('Say something if you see something', 'Hertfordshire')
          : /** @type {any} */ (text)(id.includes('danger') ? '999' : '101', 'Halo'),
    source: papersSources[id],
  }));

/** The texts of each audience with their sources, in Markdown. */
export async function report() {
  const table = (heading, rows) => [
    `### ${heading}`,
    '',
    ...rows.map(([text, source]) => `- ${text} _(${source})_`),
    '',
  ];
  return `${[
    '# The words, and where each comes from',
    '',
    '`npm run words` writes this page; do not edit it. After each phrase, in brackets, is its source: the section of the project’s',
    '`facts.md`, then the row or list in that section. Every phrase is reworded, and none uses a fact marked as from memory.',
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
    '## Papers',
    '',
    'The sentences that only the posters, cards and packs have. No person of the partnership has agreed them yet, and each sheet says so.',
    '',
    ...table(
      'Sentences of the papers',
      papersRead().map(({ text, source }) => [text, source]),
    ),
  ]
    .join('\n')
    .trim()}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(new URL('../docs/generated/words.md', import.meta.url), await report());
}
