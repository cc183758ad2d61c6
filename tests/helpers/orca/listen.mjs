// Listens to a page with a real screen reader: Orca reads it in Firefox ESR. No sound is made, because Orca's log has its words.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOrca } from '../../../scripts/testkit/find.mjs';
import { without } from '../browsers.mjs';

/** A reason to skip for node:test, or false. */
export function withoutOrca() {
  const missing = Object.entries(findOrca()).flatMap(([name, file]) => (file ? [] : [name]));
  return without('firefox') || (missing.length > 0 && `Debian’s packages ${missing.join(', ')} are not installed`);
}

/**
 * A key as xdotool names it, then how often it is pressed: once, this many times, or until Orca says this line. Then the line that the page
 * announces, for which the next key waits. The key `~` waits this many seconds.
 *
 * @typedef {readonly [key: string, enough?: number | string, announced?: string]} Step
 */

/**
 * Opens a page, presses keys, and returns what Orca says, with a line `[key]` before what it says after every key but `Down`, which
 * reads the next line. The page has a title that begins with “Ready” once it is drawn.
 *
 * @param {string} url
 * @param {string} last the last line of the page
 * @param {readonly Step[]} steps
 * @returns {Promise<string[]>}
 */
export async function listen(url, last, steps) {
  const folder = mkdtempSync(join(tmpdir(), 'orca-'));
  for (const name of ['home', 'run']) mkdirSync(join(folder, name), { mode: 0o700 });
  // The display is so high that nothing scrolls, because Orca leaves out the heading of a region that is above the window when it comes
  // there first. No key repeats, because on a busy machine one would be held down long enough. The display tells its number to the third
  // pipe, so that no two runs use the same one.
  const display = spawn('Xvfb', ['-displayfd', '3', '-r', '-screen', '0', '1200x6000x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ended = [once(display, 'exit')];
  let session;
  try {
    const [number] = await once(/** @type {import('node:stream').Readable} */ (display.stdio[3]), 'data');
    session = spawn(
      'dbus-run-session',
      ['--', process.execPath, fileURLToPath(new URL('session.mjs', import.meta.url)), url, folder, last],
      {
        detached: true,
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        env: {
          ...process.env,
          DISPLAY: `:${String(number).trim()}`,
          HOME: join(folder, 'home'),
          XDG_RUNTIME_DIR: join(folder, 'run'),
          GNOME_ACCESSIBILITY: '1',
          NO_AT_BRIDGE: '0',
        },
      },
    );
    ended.push(once(session, 'exit'));
    session.send(steps);
    return await new Promise((resolve, reject) => {
      const heard = [];
      session.once('exit', () => reject(new Error('the session has ended')));
      session.on('message', ({ step, lines, error, done }) => {
        if (step) heard.push(...(/^(?:Down|~)$/.test(step[0]) ? [] : [`[${step[0]}]`]), ...lines);
        if (done) resolve(heard);
        if (error) reject(new Error(`${error}\nbefore that:\n${heard.join('\n')}`));
      });
    });
  } finally {
    // The session is a group of its own, which ends with everything that was started in it.
    if (session?.pid) process.kill(-session.pid, 'SIGKILL');
    display.kill();
    await Promise.all(ended);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
