// The table that a run prints and that the page of the site shows (scripts/benchmarks.mjs).
const whole = (value) => Math.round(value).toLocaleString('en-GB');
const ratio = (value) => value.toFixed(2);

/** The columns, each with its name, its meaning, and the path of its number in a variant's results. */
export const COLUMNS = [
  {
    name: 'Bytes',
    means: 'Bytes on the wire, compressed by brotli: page, style and script',
    of: ({ counts }) => counts.bytes,
    show: whole,
  },
  { name: 'Requests', means: 'Requests', of: ({ counts }) => counts.requests, show: whole },
  {
    name: 'Nodes',
    means: 'Elements of the page at the first render, in shadow trees and frames too',
    of: ({ counts }) => counts.nodes,
    show: whole,
  },
  {
    name: 'Script calls',
    means: 'Calls of the page’s own functions until the first render',
    of: ({ counts }) => counts.calls,
    show: whole,
  },
  {
    name: 'Main thread',
    means: 'Time on the main thread until the first screen of the panel is painted, as a desktop gets it',
    of: ({ measured }) => measured['desktop.first.main'],
    show: whole,
  },
  {
    name: '… over static',
    means: 'The same over static HTML, both without what the page alone costs',
    of: ({ overStaticBeyondPage }) => overStaticBeyondPage['desktop.first.main'],
    show: ratio,
  },
  {
    name: 'Main thread 4x',
    means:
      'Time on the main thread until the first screen of the panel is painted, on a phone (4 times slower, slow 4G), in ms',
    of: ({ measured }) => measured['phone.first.main'],
    show: whole,
  },
  { name: 'Script 4x', means: 'Of that, in script', of: ({ measured }) => measured['phone.first.script'], show: whole },
  {
    name: 'Number, 4G',
    means: 'Until a number that works is painted, on a phone',
    of: ({ measured }) => measured['phone.number'],
    show: whole,
  },
  {
    name: 'Widget, 4G',
    means: 'Until the first screen of the panel is painted, on a phone, in ms',
    of: ({ measured }) => measured['phone.ready'],
    show: whole,
  },
  {
    name: 'FCP',
    means: 'First contentful paint, on a phone',
    of: ({ measured }) => measured['phone.fcp'],
    show: whole,
  },
  {
    name: 'LCP',
    means: 'Largest contentful paint, on a phone',
    of: ({ measured }) => measured['phone.lcp'],
    show: whole,
  },
  { name: 'TBT', means: 'Total blocking time, on a phone', of: ({ measured }) => measured['phone.tbt'], show: whole },
  {
    name: 'Shift',
    means: 'Cumulative layout shift, on a phone; 0 is best',
    of: ({ measured }) => measured['phone.cls'],
    show: ratio,
  },
  {
    name: 'Long tasks',
    means: 'Tasks longer than 50 ms, on a phone',
    of: ({ measured }) => measured['phone.long'],
    show: whole,
  },
  {
    name: 'Answer 4x',
    means: 'From a click on an answer until the routes stand in their new order, on a phone, in ms',
    of: ({ measured }) => measured['phone.answer'],
    show: whole,
  },
  {
    name: 'KB per panel',
    means: 'Heap of script that one more panel takes',
    of: ({ counts }) => counts.heapPerPanel?.script / 1024,
    show: (value) => (value >= 0 ? whole(value) : ''),
  },
  {
    name: 'Heap KB',
    means: 'Heap of script when the page rests',
    of: ({ measured }) => measured['desktop.heap'],
    show: (value) => whole(value / 1024),
  },
];

export const cell = ({ of, show }, variant) => {
  const value = of(variant);
  if (value === undefined) return '';
  if (typeof value === 'number') return show(value);
  const { median, low, high } = value;
  return low === high ? show(median) : `${show(median)} (${show(low)}–${show(high)})`;
};

/** The table as text, with a line for each variant. */
export function table({ variants }) {
  const rows = [
    ['', ...COLUMNS.map(({ name }) => name)],
    ...Object.values(variants).map((variant) => [variant.title, ...COLUMNS.map((column) => cell(column, variant))]),
  ];
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  return rows
    .map((row) => row.map((text, i) => (i ? text.padStart(widths[i]) : text.padEnd(widths[i]))).join('  '))
    .join('\n');
}
