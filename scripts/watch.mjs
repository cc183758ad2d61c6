// Builds again after each change in some folders. Used by serve.mjs.
import { readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** How long to wait for further changes before a build, in milliseconds, because a save or a checkout is many changes. */
const PAUSE_MS = 150;

/**
 * Calls `build` after each change in the folders and in all folders below them, one build at a time. Returns a function that ends this.
 *
 * It watches folders and never files. An editor that saves a file puts a new file in its place, and a watch of the old file hears
 * nothing more. Node's own recursive watch has this fault on Linux, because it watches each file.
 *
 * @param {readonly string[]} folders
 * @param {() => Promise<unknown>} build
 * @returns {() => void}
 */
export function buildOnChange(folders, build) {
  /** @type {Map<string, import('node:fs').FSWatcher>} */
  const watchers = new Map();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<unknown>} */
  let building = Promise.resolve();

  const stop = () => {
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  };
  /** @type {(folder: string) => void} */
  const start = (folder) => {
    try {
      const watcher = watch(folder, (kind, name) => changed(kind === 'rename' ? join(folder, name ?? '') : ''));
      // Windows reports a removed folder as an error of its watcher
      watcher.on('error', () => changed(folder));
      watchers.set(folder, watcher);
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory()) start(join(folder, entry.name));
    } catch (error) {
      // the folder was removed after it was listed
      if (error.code !== 'ENOENT') throw error;
    }
  };
  /** @type {(moved: string) => void} `moved` is the path of what was added, removed or replaced */
  const changed = (moved) => {
    clearTimeout(timer);
    timer = setTimeout(() => (building = building.then(build)), PAUSE_MS);
    // Watch all folders again if it was a folder. What changes before they are watched is in the build that follows.
    if (watchers.has(moved) || (moved && statSync(moved, { throwIfNoEntry: false })?.isDirectory())) {
      stop();
      folders.forEach(start);
    }
  };

  folders.forEach(start);
  return () => {
    clearTimeout(timer);
    stop();
  };
}
