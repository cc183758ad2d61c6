// Runs inside a D-Bus session and on a display of its own. Starts Orca and Firefox, presses keys, and sends what Orca says to its
// parent, one message for each step. See listen.mjs.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { found, until } from '../browsers.mjs';

/** Milliseconds without a new line in Orca's log after which it has finished with a key. */
const QUIET = 300;
/** Milliseconds that a key may take until Orca says something. Some keys say nothing. */
const SILENCE = 4_000;
/** Presses of one key at most. */
const MOST = 400;

/**
 * Starts Orca as its own program does. It does not look for other Orcas: there is one for each run, and a developer may use one. Its
 * log has the text that the speech synthesizer is given, and is written at once.
 */
const ORCA = `
import runpy, sys
from orca import debug
debug.debugLevel = debug.LEVEL_INFO
debug.debugFile = open(sys.argv[1], 'w', buffering=1)
program = runpy.run_path('/usr/bin/orca')
program['main'].__globals__['otherOrcas'] = lambda: []
sys.argv = ['orca', '--disable=key-echo']
sys.exit(program['main']())
`;
const PREFERENCES = {
  'accessibility.force_disabled': -1,
  'app.normandy.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtab.preload': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
};

const [url, folder, last] = process.argv.slice(2);
const log = join(folder, 'orca.log');
const start = (program, ...args) => spawn(program, args, { stdio: 'ignore' });
const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const logged = () => {
  try {
    return readFileSync(log, 'utf8');
  } catch {
    return '';
  }
};
const saidIn = (text) =>
  [...text.matchAll(/ SPEECH OUTPUT: '(.*)' ?(?:\{.*)?$/gm)]
    .map(([, words]) => words.trim().replace('push button', 'button'))
    .filter(Boolean);

/** When Orca reads a whole page, it says the role and the state of a control or heading after its name, each by itself. */
/** What Orca says of the browser and not of the page. */
const NEWS = /^(?:Loading\.|Finished loading |Page has )/;
const ROLE = /^(?:heading level \d|link|button|radio button|expanded|collapsed|(?:not )?selected)$/;
function joined(said) {
  const lines = [];
  for (const words of said) {
    // A sentence is not the name of a control. An announcement may come before the new state of the control that made it.
    if (lines.length && ROLE.test(words) && !lines.at(-1).endsWith('.')) lines.push(`${lines.pop()} ${words}`);
    else if (!NEWS.test(words)) lines.push(words);
  }
  return lines;
}

/** Waits until Orca has said something after the place `from` in its log, if it says anything, and writes no more. */
async function heardAfter(from) {
  const end = Date.now() + SILENCE;
  for (let length = -1; ; await sleep(QUIET)) {
    const text = logged();
    const said = joined(saidIn(text.slice(from)));
    if (text.length === length && (said.length || Date.now() > end)) return said;
    length = text.length;
  }
}

async function press(key) {
  const from = logged().length;
  run('xdotool', 'key', '--clearmodifiers', key);
  return heardAfter(from);
}

/**
 * Waits until Orca is at rest: twice in turn it says the first line of the page and nothing else when it is sent there. While it reads a
 * page it moves the cursor with it, and on a busy machine Firefox tells it of these moves later, so it says some lines once more.
 */
async function rest() {
  let before;
  await until('Orca is at rest', async () => {
    const said = (await press('ctrl+Home')).join('\n');
    const same = said && said === before && !said.includes('\n');
    before = said;
    return same;
  }).catch((error) => {
    throw new Error(`${error.message}\nOrca said last:\n${before}`);
  });
}

/** Presses the key of a step as often as it says: once, a number of times, or until a line is heard. Then waits for `announced`. */
async function take([key, enough = 1, announced]) {
  if (key === '~') {
    const from = logged().length;
    await sleep(Number(enough) * 1000);
    return joined(saidIn(logged().slice(from)));
  }
  const from = logged().length;
  const lines = [];
  for (let times = 1; times <= MOST; times++) {
    const said = await press(key);
    lines.push(...said);
    if (typeof enough === 'number' ? times === enough : said.includes(enough)) {
      // Firefox tells Orca of a live region late when the machine is busy.
      return announced
        ? until(`“${announced}” is heard`, () => {
            const all = joined(saidIn(logged().slice(from)));
            return all.includes(announced) && all;
          })
        : lines;
    }
  }
  throw new Error(`“${enough}” was not heard. The last lines are:\n${lines.slice(-10).join('\n')}`);
}

async function listen(steps) {
  run('gsettings', 'set', 'org.gnome.desktop.interface', 'toolkit-accessibility', 'true');
  run('gsettings', 'set', 'org.gnome.desktop.a11y.applications', 'screen-reader-enabled', 'true');
  // Without a window manager no window gets the focus. Once there was none, so it is started until it answers.
  let manager = start('openbox');
  await until('the window manager is on', () => {
    if (manager.exitCode !== null || manager.signalCode) manager = start('openbox');
    return run('xdotool', 'get_num_desktops');
  });
  start('/usr/libexec/at-spi-bus-launcher', '--launch-immediately');
  start('/usr/bin/python3', '-c', ORCA, log);
  await until('Orca says that it is on', () => saidIn(logged()).length);

  const profile = join(folder, 'profile');
  mkdirSync(profile);
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${value});`);
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const windows = { 'chrome://browser/content/browser.xhtml': { 'main-window': { sizemode: 'maximized' } } };
  writeFileSync(join(profile, 'xulstore.json'), JSON.stringify(windows));
  start(found.firefox, '--profile', profile, '--no-remote', url);
  // The page has this title when all is drawn.
  await until('the page is drawn and has the focus', () => {
    const [window] = run('xdotool', 'search', '--onlyvisible', '--name', '^Ready').trim().split('\n').slice(-1);
    run('xdotool', 'windowactivate', '--sync', window);
    return true;
  });
  // Orca reads a page as soon as it has loaded.
  await until('Orca has read the page', () => saidIn(logged()).includes(last));
  await heardAfter(0);
  await rest();
  for (const step of steps) process.send?.({ step, lines: await take(step) });
}

process.once('message', async (steps) => {
  try {
    await listen(steps);
    process.send?.({ done: true });
  } catch (error) {
    process.send?.({ error: error.message });
  }
});
