// The table that a run prints, and that the page of the site shows.
const whole = (value) => Math.round(value).toLocaleString('en-GB');
const ratio = (value) => value.toFixed(2);

/** The columns: a name, and where the number stands in the results of a variant. */
export const COLUMNS = [
  { name: 'Bytes', of: ({ counts }) => counts.bytes, show: whole },
  { name: 'Requests', of: ({ counts }) => counts.requests, show: whole },
  { name: 'Nodes', of: ({ counts }) => counts.nodes, show: whole },
  { name: 'Script calls', of: ({ counts }) => counts.calls, show: whole },
  { name: 'Main thread', of: ({ measured }) => measured['desktop.first.main'], show: whole },
  { name: '… over static', of: ({ overStaticBeyondPage }) => overStaticBeyondPage['desktop.first.main'], show: ratio },
  { name: 'Main thread 4x', of: ({ measured }) => measured['phone.first.main'], show: whole },
  { name: 'Script 4x', of: ({ measured }) => measured['phone.first.script'], show: whole },
  { name: 'Number, 4G', of: ({ measured }) => measured['phone.number'], show: whole },
  { name: 'Widget, 4G', of: ({ measured }) => measured['phone.ready'], show: whole },
  { name: 'FCP', of: ({ measured }) => measured['phone.fcp'], show: whole },
  { name: 'LCP', of: ({ measured }) => measured['phone.lcp'], show: whole },
  { name: 'TBT', of: ({ measured }) => measured['phone.tbt'], show: whole },
  { name: 'Shift', of: ({ measured }) => measured['phone.cls'], show: ratio },
  { name: 'Long tasks', of: ({ measured }) => measured['phone.long'], show: whole },
  { name: 'Answer 4x', of: ({ measured }) => measured['phone.answer'], show: whole },
  {
    name: 'KB per panel',
    of: ({ counts }) => counts.heapPerPanel?.script / 1024,
    show: (value) => (value >= 0 ? whole(value) : ''),
  },
  { name: 'Heap KB', of: ({ measured }) => measured['desktop.heap'], show: (value) => whole(value / 1024) },
];

export const cell = ({ of, show }, variant) => {
  const value = of(variant);
  if (value === undefined) return '';
  if (typeof value === 'number') return show(value);
  const { median, low, high } = value;
  return low === high ? show(median) : `${show(median)} (${show(low)}–${show(high)})`;
};

/** As text: a line a variant. */
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
