/*
 * Tests what a blind person hears: the screen reader Orca reads the published snippets, drawn by the script, in Firefox. What it says is
 * in tests/site/heard, for people to read, with the contact in place of each number.
 *
 * After an intended change, `UPDATE_SNAPSHOTS=1 npm test -- tests/site/heard.test.mjs` updates these files.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';
import { snippetFor } from '../../demo/snippets.ts';
import { hertfordshire } from '../../src/data/hertfordshire.ts';
import { serving } from '../helpers/browsers.mjs';
import { inWords } from '../helpers/in-words.mjs';
import { listen, withoutOrca } from '../helpers/orca/listen.mjs';
import { isWhole } from '../helpers/whole.mjs';

const script = readFileSync(new URL('../../dist/say-something.js', import.meta.url));
const transcripts = new URL('heard/', import.meta.url);
/** Noon on the day when the facts were gathered. */
const [{ gathered }] = hertfordshire.contacts;
const OPEN = Date.parse(`${gathered}T12:00:00Z`);
/** The last line of each page. */
const END = 'The end';
/** The key with which Orca reads a page to its end. */
const READ_ALL = 'KP_Add';

/** Opens what is closed in the elements inside `.open`, then says in the title that everything is drawn. */
const announceReady = `const isWhole = ${isWhole};
const timer = setInterval(() => {
  if (!isWhole('.say-something')) return;
  clearInterval(timer);
  for (const { shadowRoot } of document.querySelectorAll('.open > *'))
    for (const details of shadowRoot.querySelectorAll('details:not([name])')) details.open = true;
  document.title = 'Ready';
}, 50);`;
const pageOf = (
  body,
) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><link rel="icon" href="data:,"><title>A page</title>
<script>Date.now = () => ${OPEN};</script><h1>Our page</h1>${body}<p>${END}</p>
<script src="/say-something.js"></script><script>${announceReady}</script>`;
const opened = (snippet) => `<div class="open">${snippet}</div>`;

/** What is read, by page, and what is pressed there. */
const PAGES = {
  report: {
    body: snippetFor({ element: 'report' }),
    steps: [['ctrl+Home'], ['Down', `${END}.`]],
  },
  'report-answered': {
    body: snippetFor({ element: 'report' }),
    steps: [
      ['ctrl+Home'],
      ['b', 'Find the best for you collapsed button.'],
      ['Return'],
      ['Down', 'Clear my answers button.'],
      ['ctrl+Home'],
      ['b', 'Find the best for you expanded button.'],
      ['Tab', 2],
      ['space', 1, '8 places to tell. First: Childline.'],
      ['Tab'],
      ['Return'],
      ['Tab'],
      ['r', 4],
      ['space', 1, '11 places to tell. First: CEOP Safety Centre.'],
      // What was announced leaves the live region.
      ['~', 8],
      ['Tab', 2],
      [READ_ALL],
    ],
  },
  'report-open': {
    body: opened(snippetFor({ element: 'report' })),
    steps: [['ctrl+Home'], [READ_ALL]],
  },
  others: {
    body: [
      snippetFor({ element: 'exit', href: '/weather' }),
      snippetFor({ element: 'banner' }),
      snippetFor({ element: 'signs', audience: 'hotel' }),
      opened(snippetFor({ element: 'signs', audience: 'young-person' })),
    ].join('\n'),
    steps: [
      ['ctrl+Home'],
      [READ_ALL],
      // Orca keeps the H of Shift+H, so the page hears Shift alone.
      ['ctrl+End'],
      ['shift+h', 4],
      ['ctrl+Home'],
      ['b', 'Bruises or other injuries collapsed button.'],
      ['Return'],
      ['Down'],
      ['ctrl+Home'],
      ['Tab'],
      ['Shift_L', 1, 'Shift, press 2 more times to leave.'],
      ['Return'],
      ['~', 3],
      [READ_ALL],
    ],
  },
};

const server = createServer(({ url = '' }, response) => {
  if (url === '/say-something.js') return response.setHeader('content-type', 'text/javascript').end(script);
  const page = PAGES[url.slice(1)];
  const html = page ? pageOf(page.body) : '<!doctype html><title>Weather</title><h1>The weather</h1>';
  return response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
});

/** Fails unless these lines are heard in this order, whatever is heard between them. A full stop at the end is Orca’s. */
function assertInOrder(heard, lines) {
  let from = 0;
  for (const line of lines) {
    const at = heard.findIndex((words, i) => i >= from && words.replace(/\.$/, '') === line.replace(/\.$/, ''));
    assert.notEqual(at, -1, `not heard in its place: ${line}`);
    from = at + 1;
  }
}
const times = (heard, line) => heard.filter((words) => words === line).length;
/** What was heard from the last press of a key on. */
const since = (heard, key) => heard.slice(heard.lastIndexOf(`[${key}]`) + 1);
/** The lines that say a heading, a link or a control. */
const named = (heard) => heard.filter((line) => /(?:heading level \d|link|button)\.?$/.test(line));

describe('a screen reader', { concurrency: 2, skip: withoutOrca() }, () => {
  const origin = serving(server);

  /** Listens to a page, checks what is true of every page, and compares with the stored transcript. */
  async function hear(name) {
    const heard = (await listen(`${origin()}/${name}`, END, PAGES[name].steps)).map(inWords);
    const file = new URL(`${name}.txt`, transcripts);
    if (process.env.UPDATE_SNAPSHOTS) writeFileSync(file, `${heard.join('\n')}\n`);
    for (const line of heard) {
      assert.doesNotMatch(line, /status ?bar|clickable|blank/, 'something empty or without use');
      assert.doesNotMatch(line, /(\b\w.{4,}) \1/, 'the same words twice in a line');
    }
    for (const [i, line] of heard.entries()) {
      assert.ok(line.length < 4 || line !== heard[i + 1] || line.startsWith('['), `the same line twice: ${line}`);
    }
    // After a press, the first heading may be any, because the press may lead further down.
    let level = 6;
    for (const line of heard) {
      const next = line.startsWith('[') ? 6 : Number(/heading level (\d)/.exec(line)?.[1] ?? 0);
      assert.ok(next <= level + 1 || line.startsWith('['), `a heading level is left out before: ${line}`);
      level = next || level;
    }
    assert.deepEqual(named(heard), named(readFileSync(file, 'utf8').split('\n')));
    return heard;
  }

  it('reads the panel as the pasted lines do, each once, with names that tell the disclosures apart', async () => {
    const heard = await hear('report');
    assertInOrder(heard, [
      'Worried about a child? heading level 2',
      'Leave this page link',
      'In danger now?',
      'Call 999 link',
      'Cannot talk? Other ways to reach 999 collapsed button',
      'Under 19? You can talk to Childline',
      '{childline} link',
      'Childline Free, any time collapsed button',
      'Who to tell heading level 3',
      'Find the best for you collapsed button',
      'List with 4 items',
      'Hertfordshire Police heading level 4',
      '{police-101} link',
      'Hertfordshire Police Open day and night collapsed button',
      'Crimestoppers heading level 4',
      'They are not the police. You do not have to give your name',
      'Crimestoppers Open day and night collapsed button',
      'GOV.UK council finder link',
      'leaving list',
      'More people to tell (2) collapsed button',
      'What to say, and what happens next collapsed button',
      'Support for you: Samaritans heading level 3',
      '{samaritans} link',
      'More support (7) collapsed button',
      END,
    ]);
    const disclosures = heard.filter((line) => line.includes('collapsed'));
    assert.equal(new Set(disclosures).size, disclosures.length);
  });

  it('reads everything that the panel opens to, with the contact in the name of each control', async () => {
    const heard = since(await hear('report-open'), READ_ALL);
    assertInOrder(heard, [
      'Call 999 link',
      'British Sign Language: 999 BSL, by video link',
      'Childline Free, any time expanded button',
      'Website and chat Childline link',
      'Copy the number Childline button',
      'Find the best for you expanded button',
      'Who are you? Not said expanded button',
      'I am under 19 not selected radio button',
      'Your name? Not said collapsed button',
      'Clear my answers button',
      'Hertfordshire Police heading level 4',
      'Hertfordshire Police Open day and night expanded button',
      'Report online Hertfordshire Police link',
      'Copy the number Hertfordshire Police button',
      'More people to tell (2) expanded button',
      'What happens next heading level 3',
      'Support for you: Samaritans heading level 3',
      'Copy the number Samaritans button',
      END,
    ]);
    const controls = heard.filter((line) => /(?:expanded|collapsed|radio)? button$/.test(line));
    assert.ok(controls.length > 30);
    assert.equal(new Set(controls).size, controls.length);
  });

  it('says the question with its answers, and once after an answer how many places there are', async () => {
    const heard = await hear('report-answered');
    const places = '11 places to tell. First: CEOP Safety Centre.';
    assertInOrder(heard, [
      'Find the best for you collapsed button',
      '[Return]',
      'expanded',
      'Who are you? Not said expanded button',
      'Who are you? panel',
      'I am under 19',
      'not selected radio button',
      'Your name? Not said collapsed button',
      '6 places to tell. First: Hertfordshire Police',
      '[space]',
      '8 places to tell. First: Childline',
      'Where is it happening? panel',
      '[space]',
      places,
      '[KP_Add]',
      END,
    ]);
    assert.equal(times(heard, places), 1);
    // Who reads on does not hear the count again at the end of the panel.
    assert.ok(!since(heard, READ_ALL).some((line) => line.includes('places to tell')));
  });

  it('reads exit, banner and signs, closed and open, and says what a press of Shift does', async () => {
    const heard = await hear('others');
    assertInOrder(heard, [
      'You can leave this page fast, but it stays in your browser’s history.',
      'Leave this page link',
      'Say something if you see something heading level 2',
      'In danger now?',
      'Call 999 link',
      'Signs to look out for heading level 2',
      'Where you work, look out for (10) collapsed button',
      'List with 14 items',
      'Bruises or other injuries collapsed button',
      'What to keep, and the law collapsed button',
      'Call 999 link',
      'Is someone hurting you, or a friend? heading level 2',
      'It is not your fault (5) expanded button',
      'List with 14 items',
      'Bruises or other injuries expanded button',
      'Cuts, burns or bruises that no one can explain may mean they are being hurt',
      'Call 999 link',
      END,
      '[shift+h]',
      'Signs to look out for heading level 2',
      'Say something if you see something heading level 2',
      '[ctrl+Home]',
      'Bruises or other injuries collapsed button',
      '[Return]',
      'expanded',
      'Cuts, burns or bruises that no one can explain may mean they are',
      '[Tab]',
      'Leave this page link',
      '[Shift_L]',
      'Shift, press 2 more times to leave',
      '[Return]',
      'The weather heading level 1',
    ]);
  });
});
