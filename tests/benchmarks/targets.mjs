// The targets, and the reasons why some are not met. They are written down only here. The measurements come from
// results/latest.json.

const bytes = (value) => `${value.toLocaleString('en-GB')} bytes`;
const times = ({ median, low, high }) => `${median.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
const ms = ({ median, low, high }) => `${Math.round(median)} ms (${Math.round(low)} to ${Math.round(high)})`;
const count = (value) => value.toLocaleString('en-GB');
const kb = (value) => `${(value / 1024).toFixed(1)} KB`;
const shift = (value) => value.toFixed(2);

/** The ratio to a peer in the same rounds, or undefined if the run left out the peer. */
const over = (name, key) => (results) => results.variants[name]?.productOver[key];

/**
 * `of` reads a number or an interval from the results. The target is met if the number or the interval's median is not above `limit`.
 * Otherwise the page shows `why`.
 *
 * @type {{ what: string, limit: number, show: (value: any) => string, of: (results: any) => any, why: string }[]}
 */
const TARGETS = [
  {
    what: 'The script on the wire, brotli',
    limit: 25_000,
    show: bytes,
    of: ({ script }) => script.brotli,
    why: 'Most of it is words and numbers: every phrase, every contact with its hours, and the routing rules. The rest is what the other variants lack: opening hours with bank holidays, themes that cannot become unreadable, words in the light tree for translators, and protection against hostile pages. No word that a person needs was cut to save bytes.',
  },
  {
    what: 'Requests of ours',
    limit: 1,
    show: count,
    of: ({ variants }) => variants.product.counts.requests - variants.empty.counts.requests,
    why: 'There is a second request.',
  },
  {
    what: 'Time to a working number on slow 4G, over static HTML',
    limit: 1,
    show: times,
    of: ({ variants }) => variants.product.overStatic['phone.number'],
    why: 'The number is in the page itself and needs no script. A ratio above 1 is noise of the machine, or the script competes for the processor while the page is painted.',
  },
  {
    what: 'Time to the drawn panel on slow 4G, over Preact',
    limit: 1,
    show: times,
    of: over('preact', 'phone.ready'),
    why: 'The script is larger than its peer, so it arrives later and takes longer to run. The numbers of the snippet are on the screen meanwhile.',
  },
  ...[360, 768, 1280].map((width) => ({
    what: `Layout shift of the published snippets, ${width} px`,
    limit: 0,
    show: shift,
    of: ({ counts }) => counts.layoutShift[width],
    why: 'The drawn element has another height than the snippet.',
  })),
  ...[
    ['fcp', 'First contentful paint'],
    ['lcp', 'Largest contentful paint'],
  ].map(([key, title]) => ({
    what: `${title} of the page around it, with over without`,
    limit: 1.02,
    show: times,
    of: ({ variants }) => variants.product.overPage[`phone.${key}`],
    why: 'The script is async, and nothing waits for it. The snippet makes the page a little longer to parse and lay out.',
  })),
  {
    what: 'Long tasks of ours, 4x slower',
    limit: 0,
    show: count,
    of: ({ variants }) =>
      Math.max(0, variants.product.measured['phone.long'].median - variants.empty.measured['phone.long'].median),
    why: 'Parsing and running the script is one task, and each element in view is drawn in a task of its own. On a phone four times slower than this machine one of them takes longer than 50 ms.',
  },
  {
    what: 'Blocking time of the page around it, above the page alone',
    limit: 0,
    show: (value) => `${Math.round(value)} ms`,
    of: ({ variants }) =>
      Math.max(0, variants.product.measured['phone.tbt'].median - variants.empty.measured['phone.tbt'].median),
    why: 'A task of ours takes longer than 50 ms on a phone four times slower than this machine.',
  },
  {
    what: 'Main thread to the first render over static HTML, beyond the page alone',
    limit: 1.5,
    show: times,
    of: ({ variants }) => variants.product.overStaticBeyondPage['desktop.first.main'],
    why: 'Parsing and running the script and drawing what is in sight cost more than parsing markup. What is behind disclosures is drawn later, when the browser is idle.',
  },
  {
    what: 'Script calls to the first render',
    limit: 1500,
    show: count,
    of: ({ counts }) => counts.calls,
    why: 'Each phrase has its own slot, because a translator may change it, and the facts are checked before they are shown.',
  },
  {
    what: 'Script time over vanilla custom elements, 4x slower',
    limit: 1.5,
    show: times,
    of: over('vanilla', 'phone.first.script'),
    why: 'Those add one string of markup to the page, and have no opening hours, themes or languages.',
  },
  {
    what: 'Answer to paint over static HTML, 4x slower',
    limit: 1.3,
    show: times,
    of: ({ variants }) => variants.product.overStatic['phone.answer'],
    why: 'An answer computes the opening states again, draws every phrase that changes and updates the light tree.',
  },
  {
    what: 'Answer to paint, 4x slower',
    limit: 100,
    show: ms,
    of: ({ variants }) => variants.product.measured['phone.answer'],
    why: 'An answer computes the opening states again, draws every phrase that changes and updates the light tree.',
  },
  {
    what: 'Nodes over static HTML, before words are mirrored',
    limit: 1.2,
    show: shift,
    of: ({ variants }) => variants.product.counts.nodes / variants.static.counts.nodes,
    why: 'Each phrase is in its own slot, so that translators and reading tools find it.',
  },
  {
    what: 'Heap of script for one more panel',
    limit: 40 * 1024,
    show: kb,
    of: ({ variants }) => variants.product.counts.heapPerPanel.script,
    why: 'Each panel keeps an object for each phrase, and a copy of the phrase in the light tree.',
  },
  {
    what: 'Main thread for each of 20 panels, over each of 10',
    limit: 1.2,
    show: shift,
    of: ({ growth }) => {
      const each = (count) => {
        const row = growth.panels.find(({ panels }) => panels === count);
        return row && row.main / row.panels;
      };
      return each(20) && each(20) / each(10);
    },
    why: 'Each panel takes longer than the ones before it.',
  },
  {
    what: 'A decision among 10,000 contacts',
    limit: 2,
    show: (value) => `${value} ms`,
    of: ({ growth }) => growth.routing.at(-1).milliseconds,
    why: 'A quarter of the contacts are routes in this test, and the opening state of each is computed, although only three are shown at once.',
  },
];

/** Each target with its result. Targets that a run did not measure are left out. */
export function judged(results) {
  return TARGETS.flatMap(({ what, limit, show, of, why }) => {
    const found = of(results);
    if (found === undefined) return [];
    const met = Number((found.median ?? found).toPrecision(3)) <= limit;
    const plain = typeof found === 'number' ? show(limit) : String(limit);
    return [{ what, target: `${limit === 0 ? '' : 'at most '}${plain}`, shown: show(found), met, why: met ? '' : why }];
  });
}
