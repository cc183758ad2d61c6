/*
 * npm run release: lays out the files that a host serves, in release/ or in the folder of an earlier release.
 *
 *     npm run release
 *     npm run release -- --into /srv/say-something
 *     node scripts/release.mjs --into /srv/say-something --back-to 1.2.2
 *
 * `1.2.3/` never changes again, `1/` is the newest 1.x and the rest is the public site. Each file that compression makes smaller
 * has its brotli and its gzip next to it. The pinned files of earlier releases stay. Everything is checked before anything is
 * written, and each file is replaced at once, so a server may be running on the folder.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;
/** Files that are derived from others, drafts, and the host's own files such as `.well-known/`. */
const MADE = /(?:^|\/)(?:release\.json$|_headers$|\.)|\.(?:br|gz)$/;
const COMPRESSIBLE = /\.(?:css|html|js|json|map|svg|txt)$/;
/** A chunk that two scripts of the site share. A cached page may still request the chunk of the last release. */
const SHARED_PART = /-[\w-]{8}\.js$/;
/** Further files in the folders of the script. */
const BESIDE = ['custom-elements.json', 'directory.schema.json'];

/**
 * How long an answer may be cached. At the rolling address and on the pages a changed number has to reach every reader within an
 * hour; docs/hosting.md adds up the times.
 */
export const CACHE = {
  pinned: 'public, max-age=31536000, immutable',
  rolling: 'public, max-age=600, stale-while-revalidate=1200, stale-if-error=86400',
};
/** Headers of every answer: any page may load and frame these files, and browsers do not guess their type. */
const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

const integrity = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const byVersion = (a, b) => a.localeCompare(b, 'en', { numeric: true });
const majorOf = (version) => version.split('.')[0];
const isPinned = (path) => VERSION.test(path.split('/')[0]);
const isRolling = (path) => /^\d+\//.test(path);

/** The paths of all files in a folder, relative to it. */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
const foldersIn = (folder, pattern) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => pattern.test(name))
        .sort(byVersion)
    : [];
const contentsOf = (folder) =>
  new Map(
    filesIn(folder)
      .filter((path) => !MADE.test(path))
      .map((path) => [path, readFileSync(join(folder, path))]),
  );

/** The files of the last build: the public site, with the script at both its addresses. */
function built(from, version) {
  const files = contentsOf(join(from, 'site'));
  for (const folder of [majorOf(version), version]) {
    for (const name of BESIDE) files.set(`${folder}/${name}`, readFileSync(join(from, 'dist', name)));
  }
  const script = files.get(`${version}/say-something.js`);
  const said = files.get(`${version}/integrity.json`);
  if (!script || !said || JSON.parse(String(said))['say-something.js'] !== integrity(script)) {
    throw new Error(`site/ does not hold the build of version ${version}. Run: npm run build`);
  }
  return files;
}

/** The files that earlier releases laid out. All other files in the folder belong to the host. */
const laidIn = (into) =>
  existsSync(join(into, 'release.json')) ? JSON.parse(readFileSync(join(into, 'release.json'), 'utf8')).files : {};

/** Every reason not to release into this folder. If there is one, nothing is written. */
function problems(into, version, files) {
  const found = [];
  for (const [path, { integrity: released }] of Object.entries(laidIn(into))) {
    const file = join(into, path);
    if (!isPinned(path)) continue;
    if (!existsSync(file)) found.push(`${path} was released and is missing.`);
    else if (integrity(readFileSync(file)) !== released) found.push(`${path} has changed since it was released.`);
  }
  if (found.length)
    found.push('Restore the released files. Pages name their hashes, so browsers refuse any other file.');
  const newer = foldersIn(into, VERSION).filter(
    (name) => majorOf(name) === majorOf(version) && byVersion(name, version) > 0,
  );
  if (newer.length) {
    found.push(
      `${newer.at(-1)} is there already, and ${version} is older. To let ${majorOf(version)}/ serve an older one again: ` +
        `node scripts/release.mjs --into ${into} --back-to ${version}`,
    );
  }
  if (existsSync(join(into, version))) {
    const there = contentsOf(join(into, version));
    const wanted = new Map([...files].filter(([path]) => path.startsWith(`${version}/`)));
    const names = new Set([...there.keys(), ...[...wanted.keys()].map((path) => path.slice(version.length + 1))]);
    const other = [...names].filter(
      (name) => !wanted.get(`${version}/${name}`)?.equals(there.get(name) ?? Buffer.alloc(0)),
    );
    if (other.length) {
      found.push(
        `${version} is already released with other bytes (${other.join(', ')}), and a released version never changes. ` +
          `Give this one a new number: npm version patch --no-git-tag-version. ` +
          `Where ${version} was never public, remove ${join(into, version)} and ${join(into, 'release.json')} instead.`,
      );
    }
  }
  return found;
}

const compress = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** Replaces a file at once, so that a running server never serves half of one. */
function put(file, bytes) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = join(dirname(file), `.${basename(file)}.new`);
  writeFileSync(draft, bytes);
  renameSync(draft, file);
}

/**
 * Writes a file and its compressed forms. A file that has not changed keeps its date, so that a browser that asks again gets a
 * 304.
 */
async function lay(into, path, bytes) {
  const file = join(into, path);
  const same = existsSync(file) && readFileSync(file).equals(bytes);
  const endings = Object.keys(compress);
  if (!same || !endings.every((ending) => existsSync(`${file}.${ending}`))) {
    const forms = COMPRESSIBLE.test(path) ? await Promise.all(endings.map((ending) => compress[ending](bytes))) : [];
    // write both or none, because one Vary header covers both forms
    const smaller = forms.length > 0 && forms.every((form) => form.length < bytes.length);
    for (const [i, ending] of endings.entries()) {
      if (smaller) put(`${file}.${ending}`, forms[i]);
      else rmSync(`${file}.${ending}`, { force: true });
    }
  }
  if (!same) put(file, bytes);
}

const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size;

/** Writes release.json, which lists the files of the release, and _headers, which static hosts read. */
function recordIn(into, laid) {
  const pinned = foldersIn(into, VERSION);
  const majors = foldersIn(into, /^\d+$/);
  const files = {};
  for (const [path, bytes] of contentsOf(into)) {
    if (!laid.has(path) && !isRolling(path) && !isPinned(path)) continue;
    const [brotli, zipped] = [sizeOf(join(into, `${path}.br`)), sizeOf(join(into, `${path}.gz`))];
    files[path] = {
      bytes: bytes.length,
      ...(brotli && { brotli }),
      ...(zipped && { gzip: zipped }),
      integrity: integrity(bytes),
    };
  }
  const script = (folder) => files[`${folder}/say-something.js`]?.integrity;
  const rolling = Object.fromEntries(
    majors.map((major) => [
      major,
      pinned.find((version) => majorOf(version) === major && script(version) === script(major)),
    ]),
  );
  const record = { rolling, pinned, files };
  put(join(into, 'release.json'), `${JSON.stringify(record, null, 2)}\n`);
  put(join(into, '_headers'), headersFor(Object.keys(files), [...majors, ...pinned]));
  return record;
}

/** The format of Netlify and Cloudflare Pages. They join the headers of all matching rules, so only one rule may name each header. */
function headersFor(paths, folders) {
  const tops = new Set(paths.map((path) => (path.includes('/') ? `${path.split('/')[0]}/*` : path)));
  const rule = (path, headers) =>
    [`/${path}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `${[
    rule('*', HEADERS),
    ...folders.map((folder) =>
      rule(`${folder}/say-something.js`, { 'Content-Type': 'text/javascript; charset=utf-8' }),
    ),
    ...['', 'release.json', ...tops].map((top) =>
      rule(top, {
        'Cache-Control': CACHE[isPinned(top) ? 'pinned' : 'rolling'],
        ...(top === 'say-something/*' && { 'Cross-Origin-Embedder-Policy': 'require-corp' }),
      }),
    ),
  ].join('\n\n')}\n`;
}

/**
 * Lays out the build, and returns the content of the folder.
 *
 * @param {{ into: string, from?: string }} where the served folder, and the project's folder
 */
export async function release({ into, from = root }) {
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  if (!VERSION.test(version))
    throw new Error(`${version} is not a version such as 1.2.3. Correct "version" in package.json.`);
  const files = built(from, version);
  const wrong = problems(into, version, files);
  if (wrong.length) throw new Error(wrong.join('\n'));

  if (!existsSync(join(into, version))) {
    // rename the complete folder into place, because its address is promised never to change
    const draft = join(into, `.${version}.new`);
    rmSync(draft, { recursive: true, force: true });
    for (const [path, bytes] of files) {
      if (path.startsWith(`${version}/`)) await lay(draft, path.slice(version.length + 1), bytes);
    }
    renameSync(draft, join(into, version));
  }
  for (const [path, bytes] of files) if (isRolling(path)) await lay(into, path, bytes);
  const laid = new Set(Object.keys(laidIn(into)));
  // a late fix of an older major does not touch the site of the newest
  if (foldersIn(into, VERSION).at(-1) === version) {
    for (const [path, bytes] of files) if (!isRolling(path) && !isPinned(path)) await lay(into, path, bytes);
    for (const path of laid) {
      if (files.has(path) || isRolling(path) || isPinned(path) || SHARED_PART.test(path)) continue;
      for (const ending of ['', '.br', '.gz']) rmSync(join(into, path + ending), { force: true });
    }
    for (const path of files.keys()) laid.add(path);
  }
  return recordIn(into, laid);
}

/** Makes the rolling address of a major serve an earlier version again. */
export async function backTo({ into, version }) {
  if (!existsSync(join(into, version, 'say-something.js'))) throw new Error(`${version} is not in ${into}.`);
  for (const [path, bytes] of contentsOf(join(into, version))) await lay(into, `${majorOf(version)}/${path}`, bytes);
  return recordIn(into, new Set(Object.keys(laidIn(into))));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: { into: { type: 'string', default: join(root, 'release') }, 'back-to': { type: 'string' } },
  });
  const into = resolve(values.into);
  try {
    const { rolling, pinned, files } = values['back-to']
      ? await backTo({ into, version: values['back-to'] })
      : await release({ into });
    for (const [major, version] of Object.entries(rolling)) console.log(`${major}/ serves ${version}`);
    console.log(`Pinned: ${pinned.join(', ')}`);
    console.log(`${Object.keys(files).length} files in ${into}; release.json there has their sizes and hashes.`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
