// `npm start` builds again after each change, however an editor or git writes it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { buildOnChange } from '../../scripts/watch.mjs';

/** A limit for a build that never begins. */
const timeout = 30_000;

describe('npm start builds again', () => {
  let base = '';
  let file = '';
  let stop = () => {};
  /** The text of the file in each build. */
  let built = [];
  let onBuild = () => {};

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'say-something-watch-'));
    file = join(base, 'src', 'core', 'words.ts');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'first');
    built = [];
    stop = buildOnChange([join(base, 'src')], async () => {
      built.push(readFileSync(file, 'utf8'));
      onBuild();
    });
  });
  afterEach(() => {
    stop();
    rmSync(base, { recursive: true });
  });

  /** Makes a change, and waits for the build after it. Returns the text that this build has read. */
  const textBuiltAfter = async (change) => {
    const begins = new Promise((resolve) => (onBuild = resolve));
    change();
    await begins;
    return built.at(-1);
  };
  /** Writes a new file next to the watched folder, and moves it over the old one. */
  const replaceFile = (text) => {
    writeFileSync(join(base, 'new'), text);
    renameSync(join(base, 'new'), file);
  };
  /** Does the same with the file's folder. */
  const replaceFolder = (text) => {
    mkdirSync(join(base, 'new'));
    writeFileSync(join(base, 'new', 'words.ts'), text);
    renameSync(dirname(file), join(base, `before ${text}`));
    renameSync(join(base, 'new'), dirname(file));
  };

  it('each time an editor replaces a file', { timeout }, async () => {
    for (const text of ['second', 'third']) assert.equal(await textBuiltAfter(() => replaceFile(text)), text);
    assert.deepEqual(built, ['second', 'third']);
  });

  it('each time a file is written in place', { timeout }, async () => {
    for (const text of ['second', 'third']) assert.equal(await textBuiltAfter(() => writeFileSync(file, text)), text);
  });

  it('each time a folder is replaced, and when a file in it is replaced then', { timeout }, async () => {
    for (const text of ['second', 'third']) assert.equal(await textBuiltAfter(() => replaceFolder(text)), text);
    assert.equal(await textBuiltAfter(() => replaceFile('fourth')), 'fourth');
  });

  it('when a file in a folder that is made later is replaced', { timeout }, async () => {
    file = join(base, 'src', 'data', 'locales', 'en.ts');
    await textBuiltAfter(() => {
      mkdirSync(dirname(file), { recursive: true });
      replaceFile('second');
    });
    assert.equal(await textBuiltAfter(() => replaceFile('third')), 'third');
  });
});
