/*
 * npm run bench: measures the product next to the same page built with other libraries, in Chromium and in one run.
 *
 *   npm run bench                          30 rounds, 25 to 50 minutes; writes results/latest.json
 *   npm run bench -- --quick               3 rounds; writes nothing
 *   npm run bench -- --only static,vanilla --rounds 10
 *   npm run bench -- --counts              compares costs that do not depend on the machine with counts.json
 *   npm run bench -- --counts --update     … and recorded
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { variants as build } from './build.mjs';
import { compressed, launch, serve } from './browser.mjs';
import { describe, script } from './content.mjs';
import { drift, firstRender, productCounts, record } from './counts.mjs';
import { heapPerPanel, panels, routing } from './growth.mjs';
import { onDesktop, onPhone } from './measure.mjs';
import { allFiles, sameness } from './sameness.mjs';
import { estimate, randomFrom, shuffled } from './statistics.mjs';
import { table } from './table.mjs';
import { judged } from './targets.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    only: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    quick: { type: 'boolean' },
    counts: { type: 'boolean' },
    update: { type: 'boolean' },
  },
});
const rounds = options.quick ? 3 : Number(options.rounds);
const random = randomFrom(Number(options.seed));
const started = performance.now();
const minutes = () => `${((performance.now() - started) / 60_000).toFixed(1)} min`;

const browser = await launch();
try {
  await (options.counts ? count() : measure());
} finally {
  await browser.close();
}

async function count() {
  const counted = await productCounts(browser);
  if (options.update) record(counted);
  const drifted = drift(counted);
  console.log(JSON.stringify(counted, null, 2));
  for (const line of drifted) console.error(line);
  if (drifted.length) process.exitCode = 1;
}

async function measure() {
  const content = await describe(browser);
  const all = await build(content);
  const wanted = options.only ? ['empty', 'static', 'product', ...options.only.split(',')] : Object.keys(all);
  for (const name of wanted)
    if (!all[name]) throw new Error(`--only ${name} is not a variant. Write some of ${Object.keys(all).join(', ')}.`);
  const chosen = Object.fromEntries(Object.entries(all).filter(([name]) => wanted.includes(name)));

  const differences = await sameness(browser, chosen, content);
  if (differences.length) throw new Error(differences.join('\n\n'));
  console.log(
    `${Object.keys(chosen).length - 1} variants show the same words, links and states. Seed ${options.seed}.`,
  );

  const server = await serve(allFiles(chosen));
  const addressOf = (name) => `${server.origin}/${name}/`;
  const counts = {};
  for (const [name, variant] of Object.entries(chosen)) {
    const { requests, ...counted } = await firstRender(browser, addressOf(name), variant);
    const paths = requests.map((url) => new URL(url).pathname.slice(name.length + 2) || 'index.html');
    counts[name] = {
      bytes: paths.reduce((sum, path) => sum + compressed(variant.files[path]).length, 0),
      requests: paths.length,
      ...counted,
    };
    if (name !== 'empty') counts[name].heapPerPanel = await heapPerPanel(browser, addressOf(name), variant);
  }
  const growth = { panels: await panels(browser), routing: routing() };
  console.log(`Counted, ${minutes()}`);

  const samples = Object.fromEntries(Object.keys(chosen).map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const name of shuffled(Object.keys(chosen), random)) {
      samples[name].push(await sampleOf(addressOf(name), chosen[name]));
    }
    console.log(`Round ${round} of ${rounds}, ${minutes()}`);
  }
  server.close();

  const results = {
    date: new Date().toISOString(),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    chromium: await browser.version(),
    machine: `${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
    script: { brotli: compressed(script()).length, raw: script().length },
    counts: await productCounts(browser),
    growth,
    rounds,
    seed: Number(options.seed),
    variants: Object.fromEntries(
      Object.entries(chosen).map(([name, { title }]) => [
        name,
        { title, counts: counts[name], ...summary(samples[name], samples, random) },
      ]),
    ),
  };
  console.log(table(results));
  for (const { what, target, shown, met } of judged(results)) {
    console.log(`${met ? 'met   ' : 'missed'}  ${what}: ${shown} (target ${target})`);
  }
  if (!options.quick && !options.only) {
    mkdirSync(new URL('results/', import.meta.url), { recursive: true });
    writeFileSync(new URL('results/latest.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
  }
}

/** Measures once as a desktop and once as a phone. When the browser fails, it warns and measures again, so that the run goes on. */
async function sampleOf(address, variant) {
  const take = async () => ({
    desktop: await onDesktop(browser, address, variant),
    phone: await onPhone(browser, address, variant),
  });
  try {
    return await take();
  } catch (error) {
    console.warn(`Measuring again after this error: ${error.message}`);
    return take();
  }
}

/** Each number of a sample by its path. `phone.first.main` */
function flat(sample, path = '') {
  return Object.entries(sample).flatMap(([key, value]) =>
    value && typeof value === 'object' ? flat(value, `${path}${key}.`) : [[`${path}${key}`, value]],
  );
}

/** The medians with their intervals, and the ratios to the static page and to the page alone, computed round by round. */
function summary(own, all) {
  const rowsOf = (name) => all[name].map((sample) => Object.fromEntries(flat(sample)));
  const rows = own.map((sample) => Object.fromEntries(flat(sample)));
  const [floor, empty, product] = [rowsOf('static'), rowsOf('empty'), rowsOf('product')];
  const each = (compute) =>
    Object.fromEntries(
      Object.keys(rows[0])
        .map((key) => [key, rows.map((row, i) => compute(key, row, i)).filter(Number.isFinite)])
        .filter(([, values]) => values.length)
        .map(([key, values]) => [key, rounded(estimate(values, random))]),
    );
  return {
    measured: each((key, row) => row[key]),
    overStatic: each((key, row, i) => row[key] / floor[i][key]),
    overStaticBeyondPage: each((key, row, i) => (row[key] - empty[i][key]) / (floor[i][key] - empty[i][key])),
    productOver: each((key, row, i) => product[i][key] / row[key]),
    overPage: each((key, row, i) => row[key] / empty[i][key]),
  };
}
function rounded(interval) {
  return Object.fromEntries(Object.entries(interval).map(([key, value]) => [key, Number(value.toPrecision(4))]));
}
