// What was aimed at, and why a target is not met where it is not: the only place where either is written down. What was
// measured comes from results/latest.json.

const bytes = (value) => `${value.toLocaleString('en-GB')} bytes`;
const times = ({ median, low, high }) => `${median.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
const ms = ({ median, low, high }) => `${Math.round(median)} ms (${Math.round(low)} to ${Math.round(high)})`;
const count = (value) => value.toLocaleString('en-GB');
const kb = (value) => `${(value / 1024).toFixed(1)} KB`;
const shift = (value) => value.toFixed(2);

/** A ratio in the same rounds, of what is asked for when a peer was left out of a run. */
const over = (name, key) => (results) => results.variants[name]?.productOver[key];

/**
 * `of` reads a number or an interval off the results; it is met where the number, or the interval's median, is not above `limit`.
 * `why` is said where it is not.
 *
 * @type {{ what: string, limit: number, show: (value: any) => string, of: (results: any) => any, why: string }[]}
 */
const TARGETS = [
  {
    what: 'The script on the wire, brotli',
    limit: 14_000,
    show: bytes,
    of: ({ script }) => script.brotli,
    why: 'Most of it is words and numbers: every phrase, every contact with its hours, the rules of who is led where. The rest is what the others here do without: opening hours with bank holidays, themes that cannot become unreadable, words in the light tree for translators, and standing up to hostile pages. No word that a person needs was cut for a byte.',
  },
  {
    what: 'Requests of ours',
    limit: 1,
    show: count,
    of: ({ variants }) => variants.product.counts.requests - variants.empty.counts.requests,
    why: 'Something asks for a second file.',
  },
  {
    what: 'Time to a working number on slow 4G, over static HTML',
    limit: 1,
    show: times,
    of: ({ variants }) => variants.product.overStatic['phone.number'],
    why: 'The number is in the page itself and no script stands between. What is measured above 1 is the noise of the machine, or the script competing for the processor while the page is painted.',
  },
  ...[
    ['preact', 'Preact'],
    ['govuk', 'GOV.UK Frontend'],
    ['vanilla', 'vanilla custom elements'],
  ].map(([name, title]) => ({
    what: `Time to the drawn panel on slow 4G, over ${title}`,
    limit: 1,
    show: times,
    of: over(name, 'phone.ready'),
    why: 'The script is larger than its peer, so it comes later, and takes longer to run. The numbers of the snippet stand on the screen meanwhile.',
  })),
  ...[360, 768, 1280].map((width) => ({
    what: `Layout shift of the published snippets, ${width} px`,
    limit: 0,
    show: shift,
    of: ({ counts }) => counts.layoutShift[width],
    why: 'What is drawn takes another room than the snippet had.',
  })),
  ...[
    ['fcp', 'First contentful paint'],
    ['lcp', 'Largest contentful paint'],
  ].map(([key, title]) => ({
    what: `${title} of the page around it, with over without`,
    limit: 1.02,
    show: times,
    of: ({ variants }) => variants.product.overPage[`phone.${key}`],
    why: 'The script is async, and nothing waits for it; the snippet makes the page a little longer to read and to lay out.',
  })),
  {
    what: 'Blocking time of the page around it, above the page alone',
    limit: 0,
    show: (value) => `${Math.round(value)} ms`,
    of: ({ variants }) =>
      Math.max(0, variants.product.measured['phone.tbt'].median - variants.empty.measured['phone.tbt'].median),
    why: 'Reading and running the script is one task, and each part in view is drawn in one of its own: on a phone four times as slow as this machine one of them takes longer than 50 ms.',
  },
  {
    what: 'Main thread to the first render over static HTML, beyond the page alone',
    limit: 1.35,
    show: times,
    of: ({ variants }) => variants.product.overStaticBeyondPage['desktop.first.main'],
    why: 'Reading and running the script, and drawing the first screen by it, cost more than reading markup. What is below the first screen is drawn later, when the browser is idle.',
  },
  {
    what: 'Script calls to the first render',
    limit: 1000,
    show: count,
    of: ({ counts }) => counts.calls,
    why: 'Each phrase is bound by itself, because a translator or another directory may change it.',
  },
  {
    what: 'Heap of script for one more panel',
    limit: 5 * 1024,
    show: kb,
    of: ({ variants }) => variants.product.counts.heapPerPanel.script,
    why: 'Each panel keeps a part of its own for each phrase, and a copy of it in the light tree.',
  },
  {
    what: 'Script time over vanilla custom elements, 4x slower',
    limit: 1,
    show: times,
    of: over('vanilla', 'phone.first.script'),
    why: 'Those put one string of markup into the page, and know nothing of hours, themes or languages.',
  },
  {
    what: 'Answer to paint over static HTML, 4x slower',
    limit: 1.3,
    show: times,
    of: ({ variants }) => variants.product.overStatic['phone.answer'],
    why: 'An answer decides anew who is open, draws every phrase that changes and brings the light tree in step.',
  },
  {
    what: 'Answer to paint, 4x slower',
    limit: 100,
    show: ms,
    of: ({ variants }) => variants.product.measured['phone.answer'],
    why: 'An answer decides anew who is open, draws every phrase that changes and brings the light tree in step.',
  },
  {
    what: 'Nodes over static HTML, before words are mirrored',
    limit: 1.2,
    show: shift,
    of: ({ variants }) => variants.product.counts.nodes / variants.static.counts.nodes,
    why: 'Each phrase stands in a slot of its own, so that translators and reading tools find it.',
  },
  {
    what: 'Long tasks of ours, 4x slower',
    limit: 0,
    show: count,
    of: ({ variants }) =>
      Math.max(0, variants.product.measured['phone.long'].median - variants.empty.measured['phone.long'].median),
    why: 'Reading and running the script is one task, before anything is drawn.',
  },
  {
    what: 'Main thread for each of 1,000 panels, over each of 10',
    limit: 1.2,
    show: shift,
    of: ({ growth }) => {
      const each = (count) => {
        const row = growth.panels.find(({ panels }) => panels === count);
        return row && row.main / row.panels;
      };
      return each(1000) && each(1000) / each(10);
    },
    why: 'Chromium puts together the rules of all shadow roots anew whenever one comes: without anything of ours, bare ones that share one sheet of 300 rules take it 4 ms each up to the hundredth, and 51 ms each from the seven hundredth on. Up to 100 panels the time is in proportion.',
  },
  ...[
    [
      'styleSheets',
      'Style sheets',
      1,
      'Each of the three sheets is shared by every panel: the theme, the exit and the panel’s own.',
    ],
    ['directories', 'Directories read', 1, 'Each panel reads it anew.'],
    ['observers', 'Observers', 1, 'Each panel watches its own words in the light tree, which somebody may wipe.'],
    ['liveRegions', 'Live regions', 1, 'Each panel speaks for itself.'],
  ].map(([key, title, limit, why]) => ({
    what: `${title} of many panels on a page`,
    limit: Number(limit),
    show: count,
    of: ({ counts }) => counts.manyPanels[key],
    why: String(why),
  })),
  {
    what: 'A decision among 10,000 contacts',
    limit: 2,
    show: (value) => `${value} ms`,
    of: ({ growth }) => growth.routing.at(-1).milliseconds,
    why: 'A quarter of the contacts lead somewhere in this test, and what is known of the hours of each is worked out, though three are shown at once.',
  },
];

/** Each target beside what was measured. What a run left out is left out. */
export function judged(results) {
  return TARGETS.flatMap(({ what, limit, show, of, why }) => {
    const found = of(results);
    if (found === undefined) return [];
    const met = Number((found.median ?? found).toPrecision(3)) <= limit;
    const plain = typeof found === 'number' ? show(limit) : String(limit);
    return [{ what, target: `${limit === 0 ? '' : 'at most '}${plain}`, shown: show(found), met, why: met ? '' : why }];
  });
}
