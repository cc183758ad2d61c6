// Whether the commands, files, pictures, elements and figures that the README and CONTRIBUTING.md name are right. The snippet is
// compared in pages.test.mjs.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import test from 'node:test';
import { AUDIENCES } from '../../src/core/audiences.js';
import { telephone } from '../../src/core/numbers.js';
import { panelFor } from '../../src/core/panel.js';
import { DEFAULT_DESTINATION } from '../../src/core/quick-exit.js';
import { hertfordshire } from '../../src/data/hertfordshire.js';
import { signs as guide } from '../../src/data/signs.js';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const json = (path) => JSON.parse(read(path));
const PAGES = ['README.md', 'CONTRIBUTING.md'];
const readme = read('README.md');
/** The cells of each row of the table under a heading of the README, without its head. */
const rowsUnder = (heading) =>
  readme
    .split(/^## /m)
    .find((section) => section.startsWith(`${heading}\n`))
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.replaceAll('**', '').trim()),
    );
const inKilobytes = (bytes) => `${Math.round(bytes / 1000)} KB`;

test('every command that the README and the notes for developers name is there', () => {
  const { scripts } = JSON.parse(read('package.json'));
  for (const page of PAGES) {
    const named = [...read(page).matchAll(/(?:`|^)npm (?:run )?([a-z:]+)/gm)]
      .map(([, name]) => name)
      .filter((name) => !['ci', 'install', 'pack', 'publish', 'version'].includes(name));
    assert.ok(named.length > 3, page);
    for (const name of named) assert.ok(scripts[name], `${page}: npm run ${name}`);
  }
});

test('every file that the README and the notes for developers lead to or name is there', () => {
  for (const page of PAGES) {
    const text = read(page);
    const linked = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, path]) => path);
    const named = [...text.matchAll(/\b(?:tests|scripts|src|docs|demo)\/[\w./-]+\.(?:m?[jt]s|json|md|html)\b/g)].map(
      ([path]) => path,
    );
    assert.ok(linked.length > 2, page);
    for (const path of [...linked, ...named].filter((one) => !/^https?:/.test(one)))
      assert.ok(existsSync(new URL(`../../${path}`, import.meta.url)), `${page}: ${path}`);
  }
});

test('every picture of the README exists in light and in dark, is small, and has words for those who cannot see it', () => {
  const pictures = readme.match(/<picture>[^]*?<\/picture>/g) ?? [];
  assert.equal(pictures.length, 3);
  for (const picture of pictures) {
    const [, dark] = /<source media="\(prefers-color-scheme: dark\)" srcset="([^"]+)"/.exec(picture) ?? [];
    const [, light, alt] = /<img src="([^"]+)"[^>]* alt="([^"]+)"/.exec(picture) ?? [];
    assert.equal(dark, light?.replace('-light', '-dark'));
    assert.ok(alt.length > 60, alt);
    for (const path of [light, dark]) {
      const { size } = statSync(new URL(`../../${path}`, import.meta.url));
      assert.ok(size > 10_000 && size < 80 * 1024, `${path}: ${size} bytes; npm run pictures`);
    }
  }
});

test('the table of elements in the README has each element of the manifest, with each of its attributes', () => {
  const named = rowsUnder('The elements').map(([tag, , attributes]) => [
    tag.replace(/[`<>]/g, ''),
    attributes.match(/[\w-]+/g).sort(),
  ]);
  const declared = json('dist/custom-elements.json')
    .modules.flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .map(({ tagName, attributes }) => [tagName, attributes.map(({ name }) => name).sort()]);
  assert.deepEqual(Object.fromEntries(named), Object.fromEntries(declared));
  const [, audiences] = /The audiences are ([^.]+)\./.exec(readme);
  assert.deepEqual(audiences.match(/[\w-]+(?=`)/g), [...AUDIENCES]);
});

test('every size in the README is the one that was measured', () => {
  const { brotli, target } = json('scripts/sizes.json')['dist/say-something.js'];
  assert.match(
    readme,
    new RegExp(`The script is ${inKilobytes(brotli)} with brotli. Its target was ${inKilobytes(target)};`),
  );
  const measured = Object.values(json('tests/benchmarks/results/latest.json').variants).map(({ title, counts }) => [
    title,
    counts,
  ]);
  // The product has grown or shrunk since that run; this is what every run of the tests compares with the script.
  const counts = { ...Object.fromEntries(measured), 'Say Something': json('tests/benchmarks/counts.json') };
  const rows = rowsUnder('Size');
  assert.ok(rows.length > 4);
  for (const [title, size, requests] of rows) {
    assert.ok(counts[title], `tests/benchmarks/results/latest.json has no ${title}`);
    assert.deepEqual(
      [title, size, requests],
      [title, inKilobytes(counts[title].bytes), String(counts[title].requests)],
    );
  }
});

test('every figure about the directory in the README is the directory’s', () => {
  const { contacts, staleAfter } = hertfordshire;
  const gathered = new Date(contacts[0].gathered).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  for (const words of [
    `[${json('scripts/directory/rejected-numbers.json').length} numbers](scripts/directory/rejected-numbers.json)`,
    `Each of the ${contacts.length} services`,
    `public pages on ${gathered}.`,
    `After ${staleAfter} days`,
  ]) {
    assert.ok(readme.replace(/\s+/g, ' ').includes(words), `README.md: ${words}`);
  }
  assert.ok(
    contacts.every(({ confirmed }) => !confirmed) === readme.includes('No service has confirmed its own facts yet'),
  );
  const nspcc = contacts.find(({ id }) => id === 'nspcc-helpline').channels.find(({ type }) => type === 'phone');
  assert.deepEqual(nspcc.hours.weekly, [{ days: [1, 2, 3, 4, 5], opens: '10:00', closes: '16:00' }]);
  const [, snippet] = /```html\n([^]*?)```/.exec(readme);
  // The link that leaves the page and the line of support are no way to tell somebody.
  const { support } = panelFor({
    directory: hertfordshire,
    guide,
    audience: 'public',
    at: new Date(contacts[0].gathered),
  });
  const ways = [...snippet.matchAll(/<a\s+href="([^"]+)"/g)]
    .map(([, href]) => href)
    .filter((href) => href !== DEFAULT_DESTINATION && href !== telephone(support.phone.value));
  assert.equal(ways[0], 'tel:999');
  assert.match(readme, new RegExp(`snippet holds ${ways.length} ways to tell somebody, 999 first`));
});
