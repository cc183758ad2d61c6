// Whether every document names only files that exist, docs/architecture.md draws every room, and docs/README.md lists every document.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const missing = (paths) => [...new Set(paths)].filter((path) => !existsSync(join(root, path)));
const architecture = read('docs/architecture.md');

/** The paths that a document names: between back-ticks from the root of the repository, and in links from its own folder. */
function namedIn(document) {
  const text = read(document).replace(/^```[^]*?^```/gm, '');
  const quoted = [...text.matchAll(/`((?:src|demo|scripts|tests|docs|hosting)\/[\w./-]+)`/g)].map(([, path]) => path);
  const linked = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path]) => join(dirname(document), path));
  return [...quoted, ...linked];
}

/** The paths of the tree at the top of the document, by the indentation of its lines. */
function tree() {
  const [, block] = /^```\n([^]*?)^```/m.exec(architecture);
  const folders = [];
  return block.split('\n').flatMap((line) => {
    const depth = /^ */.exec(line)[0].length / 2;
    const names = line.trim().split(/\s+/);
    const end = names.findIndex((name) => !/^[\w.-]+(?:\/|\.ts)$/.test(name));
    const paths = names
      .slice(0, end < 0 ? names.length : end)
      .map((name) => [...folders.slice(0, depth), name].join(''));
    if (paths.length) folders[depth] = names[0];
    return paths;
  });
}

const documents = readdirSync(join(root, 'docs'), { recursive: true })
  .map((name) => `docs/${String(name).replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.md'));

for (const document of ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...documents]) {
  test(`every file that ${document} names exists`, () => {
    const named = namedIn(document);
    if (/architecture|CONTRIBUTING|README/.test(document)) assert.ok(named.length > 10, `${named.length} are named`);
    // tests/peers/node_modules is there once its packages are installed.
    assert.deepEqual(missing(named.filter((path) => !path.endsWith('/node_modules'))), []);
  });
}

test('the tree of rooms has every folder of src and no other', () => {
  const drawn = tree();
  assert.ok(drawn.includes('src/elements/report/') && drawn.includes('src/data/locales/'), drawn.join());
  assert.deepEqual(missing(drawn), []);
  const folders = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/')}/`);
  assert.deepEqual(
    folders.filter((folder) => !drawn.includes(folder)),
    [],
  );
});

test('the list of documents has every document', () => {
  const listed = namedIn('docs/README.md');
  assert.ok(documents.length > 25);
  assert.deepEqual(
    documents.filter((path) => path !== 'docs/README.md' && !listed.includes(path)),
    [],
  );
});
