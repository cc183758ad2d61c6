// Every test that docs/privacy.md names has to exist, so that an officer signs only statements that are tested.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import ts from 'typescript';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const privacy = read('docs/privacy.md');
const named = [...privacy.matchAll(/`(tests\/[^`]+)`:\s+“([^”]+)”/g)].map(([, file, title]) => ({ file, title }));

/** The quoted texts of a test file, which include its titles. */
const textsOf = (file) => [...read(file).matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, text]) => text);

/** The titles of the tests in a file, from its calls of `it`. Throws when it cannot read one. */
function titlesOf(file) {
  const titles = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'it') titles.push(...titlesIn(node, file));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  return titles;
}

/** The titles of one call of `it`. One in a loop has a title for each row of the loop's table. */
function titlesIn(call, file) {
  const [title] = call.arguments;
  if (ts.isStringLiteralLike(title)) return [title.text];
  for (let node = call.parent; node; node = node.parent) {
    if (!ts.isForOfStatement(node) || !ts.isArrayLiteralExpression(node.expression)) continue;
    const { name } = node.initializer.declarations[0];
    const column = name.elements?.findIndex((element) => element.name.getText() === title.getText()) ?? -1;
    if (column >= 0) return node.expression.elements.map((row) => row.elements[column].text);
  }
  throw new Error(`the title of a test in ${file} cannot be read: ${title.getText()}`);
}

test('every test that docs/privacy.md names exists', () => {
  assert.ok(named.length > 20, `${named.length} are named`);
  for (const { file, title } of named) {
    assert.ok(existsSync(new URL(`../../${file}`, import.meta.url)), `${file} does not exist`);
    assert.ok(textsOf(file).includes(title), `${file} has no test called “${title}”`);
  }
});

test('every statement in a table of docs/privacy.md names a test', () => {
  const tables = privacy.split('\n\n').filter((block) => /^\| What we say/.test(block));
  assert.ok(tables.length >= 4, `${tables.length} tables`);
  for (const row of tables.flatMap((table) => table.trim().split('\n').slice(2)))
    assert.match(row, /`tests\/[^`]+`: “/);
});

test('docs/privacy.md names every test of the trace files', () => {
  const files = readdirSync(new URL('../site', import.meta.url))
    .filter((name) => /^trace\b.*\.test\.m?[jt]s$/.test(name))
    .map((name) => `tests/site/${name}`);
  assert.ok(files.length > 2, files.join());
  for (const file of files) {
    const titles = titlesOf(file);
    assert.ok(titles.length > 1, `${file} has ${titles.length} tests`);
    for (const title of titles)
      assert.ok(
        named.some((one) => one.title === title),
        `docs/privacy.md does not name “${title}” of ${file}`,
      );
  }
});

test('the script tag in docs/privacy.md is that of the README with another address', () => {
  const tag = /<script [^>]*><\/script>/;
  assert.equal(
    tag.exec(privacy)?.[0],
    tag.exec(read('README.md'))?.[0].replace('say-something.js', '/say-something.js'),
  );
});
