// Writes the page of measurements from tests/benchmarks/results/latest.json: charts, a table with the same numbers, and each target
// next to its result. Only the explanations of the columns are written by hand.
import { escaped } from '../demo/snippets.ts';
import { cell, COLUMNS } from '../tests/benchmarks/table.mjs';
import { judged } from '../tests/benchmarks/targets.mjs';
import { sitePage } from './site-page.mjs';

const CHARTS = ['Bytes', 'Widget, 4G', 'Main thread 4x', 'Answer 4x'];
/** The width of a chart in its own units. It is that of a phone, so that its words stay readable there. */
const WIDTH = 340;
const ROW = 34;

/** Draws one bar for each variant. The bars keep the order of the table, so that a reader can compare the charts. */
function chart(column, variants) {
  const rows = Object.entries(variants).flatMap(([name, variant]) => {
    const value = column.of(variant);
    if (value === undefined) return [];
    const { median = value, low = value, high = value } = value;
    return [{ name, title: variant.title, median, low, high }];
  });
  const most = Math.max(...rows.map(({ high }) => high));
  const x = (value) => ((value / most) * WIDTH).toFixed(1);
  const id = `chart-${column.name.toLowerCase().replace(/\W+/g, '-')}`;
  const ours = rows.find(({ name }) => name === 'product');
  if (!ours) throw new Error(`The results have no "${column.name}" for the product. Run npm run bench again.`);
  const least = rows.filter(({ name }) => name !== 'empty').toSorted((a, b) => a.median - b.median)[0];
  const most_ = rows.toSorted((a, b) => b.median - a.median)[0];
  const bars = rows.map(({ name, title, median, low, high }, i) => {
    const top = i * ROW;
    const reach = low === high ? '' : `<path class="reach" d="M${x(low)} ${top + 23.5}H${x(high)}"/>`;
    return `<text x="0" y="${top + 13}">${escaped(title)}: ${column.show(median)}</text><rect class="${name === 'product' ? 'ours' : 'bar'}" x="0" y="${top + 18}" width="${x(median)}" height="11" rx="2"/>${reach}`;
  });
  return `<figure>
<svg class="chart" viewBox="0 0 ${WIDTH} ${rows.length * ROW}" role="img" aria-labelledby="${id} ${id}-more">
<title id="${id}">${escaped(column.means)}</title>
<desc id="${id}-more">Bars. Say Something: ${column.show(ours.median)}. Least: ${escaped(least.title)}, ${column.show(least.median)}. Most: ${escaped(most_.title)}, ${column.show(most_.median)}. All of them are in the table below.</desc>
${bars.join('\n')}
</svg>
<figcaption>${escaped(column.means)}. Less is better.</figcaption>
</figure>`;
}

function table(id, caption, head, rows) {
  return `<section class="scroll" aria-label="${caption}" tabindex="0">
<table id="${id}">
<caption>${caption}</caption>
<thead>
<tr>${head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr>
</thead>
<tbody>
${rows.map(([first, ...rest]) => `<tr><th scope="row">${escaped(first)}</th>${rest.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table>
</section>`;
}

/** The page, as HTML, of a run's results. */
export function benchmarks(results) {
  const { variants, growth, rounds, seed, date, commit, chromium, machine } = results;
  const all = Object.values(variants);
  const targets = judged(results);
  const met = targets.filter((target) => target.met).length;
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
  const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
  return sitePage({
    title: 'What it costs a page',
    description: 'What Say Something costs a page, measured next to the same page built with other libraries',
    up: '../',
    main: `<h1>What it costs a page</h1>
<p class="lead">The banner, the panel and the signs, next to the same page built with what an author might use instead.</p>
<p>Every page shows the same words, links and answers, which is checked before anything is timed. Of ${targets.length} targets, ${met} are met.</p>
<h2>Charts</h2>
<div class="charts">
${CHARTS.map((name) =>
  chart(
    COLUMNS.find((column) => column.name === name),
    variants,
  ),
).join('\n')}
</div>
<h2>All the numbers</h2>
<p>Medians, with the interval that holds them with 95% confidence in brackets; times in milliseconds.</p>
${table(
  'numbers',
  'What was measured, by how the page is made',
  ['Made with', ...COLUMNS.map(({ name }) => name)],
  all.map((variant) => [variant.title, ...COLUMNS.map((column) => cell(column, variant))]),
)}
<dl class="answers">
${COLUMNS.map(({ name, means }) => `<div><dt>${escaped(name)}</dt><dd>${escaped(means)}</dd></div>`).join('\n')}
</dl>
<h2>Targets</h2>
${table(
  'targets',
  'Each target and what was measured',
  ['What', 'Target', 'Measured', 'Met', 'If not, the reason'],
  targets.map((one) => [one.what, one.target, one.shown, one.met ? 'Yes' : 'No', one.why]),
)}
<h2>More of it</h2>
${table(
  'panels',
  'Ever more panels on one page',
  ['Panels', 'Main thread, ms', 'Heap of script', 'Heap of the page', 'Style sheets', 'Live regions'],
  growth.panels.map(({ panels, main, heap, styleSheets, liveRegions }) => [
    panels.toLocaleString('en-GB'),
    main.toLocaleString('en-GB'),
    megabytes(heap.script),
    megabytes(heap.page),
    String(styleSheets),
    String(liveRegions),
  ]),
)}
${table(
  'contacts',
  'Ever more contacts in the directory',
  ['Contacts', 'Routes found', 'A decision, ms'],
  growth.routing.map(({ contacts, routes, milliseconds }) => [
    contacts.toLocaleString('en-GB'),
    routes.toLocaleString('en-GB'),
    String(milliseconds),
  ]),
)}
<h2>How</h2>
<p>On ${day}, in ${escaped(chromium.replace('Headless', ''))} on ${escaped(machine)}: ${rounds} rounds, one sample of each page a round, in an order shuffled by the seed ${seed}, each in a fresh profile. A phone is 360 px wide, on slow 4G, with the processor slowed four times. Times are that machine’s; ratios travel better. The source, at ${escaped(commit)}, says how to do it again.</p>
`,
  });
}
