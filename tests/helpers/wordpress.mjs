// Starts a whole WordPress in a temporary folder: Debian's files, MariaDB on a socket, and PHP's own web server. Everything is gone
// after stop().
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pluginFiles } from '../../scripts/wordpress.mjs';
import { findWordPress } from '../../scripts/testkit/find.mjs';

const found = findWordPress();
/** Why the tests cannot run here, or false. */
export const lacking = Object.values(found).every(Boolean)
  ? false
  : `not installed: ${Object.keys(found)
      .filter((name) => !found[name])
      .join(', ')}`;
const DRIVER = fileURLToPath(new URL('wordpress.php', import.meta.url));
/** Lets PHP keep what it has compiled of WordPress, because each start of PHP would compile all of it again. */
const compiled = (folder) => [
  ...['-d', 'opcache.enable_cli=1', '-d', `opcache.file_cache=${folder}`],
  ...['-d', 'opcache.file_update_protection=0', '-d', 'opcache.revalidate_freq=0'],
];
const PASSWORD = 'only for this test 5#kQ';
/** The users besides the administrator `admin`. On this site none of them may post unfiltered HTML. */
const USERS = ['editor', 'author'];

/** A port of this computer that is free. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** Waits until `ready` gives something, or fails with what the program wrote. */
async function until(what, ready, output) {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) {
    const value = await ready();
    if (value) return value;
  }
  throw new Error(`${what} did not start: ${output()}`);
}

function start(command, args, options = {}) {
  let said = '';
  // a group of its own, because PHP's server starts workers
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (said = `${said}${text}`.slice(-4000)));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async (signal = 'SIGTERM') => {
    if (child.exitCode === null && child.pid) process.kill(-child.pid, signal);
    await ended;
  };
  return { stop, said: () => said };
}

/** Copies WordPress and its themes. Debian's packages link to other packages, some of which are not needed here. */
function copyWordPress(into) {
  const from = dirname(String(found.wordpress));
  const filter = (path) => existsSync(path);
  cpSync(from, into, { recursive: true, dereference: true, filter });
  for (const theme of ['twentytwentyone', 'twentytwentythree']) {
    cpSync(String(found[`wordpress-theme-${theme}`]), join(into, 'wp-content/themes', theme), {
      recursive: true,
      dereference: true,
      filter,
    });
  }
  const underscore = dirname(String(found['libjs-underscore']));
  for (const name of ['underscore.js', 'underscore.min.js']) {
    cpSync(join(underscore, name), join(into, 'wp-includes/js', name), { dereference: true });
  }
}

const config = (socket, url, log) => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $key) {
    define($key, 'only for this test ' . $key);
}
define('WP_HOME', '${url}');
define('WP_SITEURL', '${url}');
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', '${log}');
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('FS_METHOD', 'direct');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
`;

/** Lets no request leave the computer, and notes who wanted one. */
const offline = (requests) => `<?php
add_filter('pre_http_request', function ($answer, $args, $url) {
    $callers = array_column(debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS), 'file');
    file_put_contents('${requests}', json_encode(['url' => $url, 'callers' => $callers]) . "\\n", FILE_APPEND);
    return new WP_Error('offline', 'Tests are offline.');
}, 10, 3);
`;

/**
 * Starts a site with the themes Twenty Twenty-One and Twenty Twenty-Three, and with the plugin in its folder unless `plugin` is false.
 *
 * @param {{ plugin?: boolean }} [options]
 */
export async function startWordPress({ plugin = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'wordpress-'));
  const [site, data, socket] = ['site', 'data', 's.sock'].map((name) => join(folder, name));
  const [log, requests] = ['debug.log', 'requests.jsonl'].map((name) => join(folder, name));
  // two databases that start at once would remove each other's temporary tables
  const temporary = { ...process.env, TMPDIR: join(folder, 'tmp') };
  mkdirSync(temporary.TMPDIR);
  mkdirSync(join(folder, 'opcache'));
  const php = compiled(join(folder, 'opcache'));
  const as = process.getuid?.() === 0 ? ['--user=root'] : [];
  const stops = [];
  const stop = async () => {
    for (const one of stops.reverse()) await one();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const made = spawnSync(
      'mariadb-install-db',
      ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...as],
      { encoding: 'utf8', env: temporary },
    );
    if (made.status !== 0) throw new Error(`mariadb-install-db failed: ${made.stderr}${made.stdout}`);
    writeFileSync(join(folder, 'init.sql'), 'CREATE DATABASE wordpress;\n');
    const database = start(
      String(found['mariadb-server-core']),
      [
        ...['--no-defaults', ...as, `--datadir=${data}`, `--socket=${socket}`, '--skip-networking', '--skip-log-bin'],
        ...[`--init-file=${join(folder, 'init.sql')}`, '--innodb-flush-log-at-trx-commit=0', '--skip-name-resolve'],
      ],
      { env: temporary },
    );
    stops.push(() => database.stop());
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    copyWordPress(site);
    writeFileSync(join(site, 'wp-config.php'), config(socket, url, log));
    mkdirSync(join(site, 'wp-content/mu-plugins'), { recursive: true });
    writeFileSync(join(site, 'wp-content/mu-plugins/offline.php'), offline(requests));
    if (plugin) {
      for (const [path, text] of pluginFiles()) {
        const file = join(site, 'wp-content/plugins/say-something', path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    await until('MariaDB', () => existsSync(socket), database.said);

    /**
     * Runs PHP code in the site and returns what it returns. The code finds `given` in `$given`.
     *
     * @param {string} code
     * @param {unknown} [given]
     * @param {{ installing?: boolean }} [options]
     */
    const run = (code, given = null, { installing = false } = {}) => {
      const { status, stdout, stderr } = spawnSync(String(found['php-cli']), [...php, DRIVER, site], {
        input: JSON.stringify({ code, given, installing }),
        encoding: 'utf8',
        maxBuffer: 64 << 20,
      });
      const answer = stdout.split('\n').at(-1) ?? '';
      if (status !== 0 || !answer) throw new Error(`PHP failed: ${stderr}${stdout}`.slice(0, 2000));
      return JSON.parse(answer);
    };
    run(
      `wp_install('A site', 'admin', 'admin@example.org', true, '', $given['password']);
       foreach ($given['users'] as $name) {
         wp_insert_user(['user_login' => $name, 'user_pass' => $given['password'], 'user_email' => "$name@example.org", 'role' => $name]);
       }
       // as on a site of a network, where editors post filtered HTML too
       get_role('editor')->remove_cap('unfiltered_html');
       return true;`,
      { password: PASSWORD, users: USERS },
      { installing: true },
    );
    if (plugin) run(`return activate_plugin('say-something/say-something.php');`);
    const server = start(String(found['php-cli']), [...php, '-S', `127.0.0.1:${port}`, '-t', site], {
      cwd: site,
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
    });
    stops.push(() => server.stop('SIGKILL'));
    await until(
      'PHP',
      () =>
        fetch(`${url}/readme.html`).then(
          () => true,
          () => false,
        ),
      server.said,
    );

    return {
      url,
      folder: site,
      run,
      stop,
      /** The content at a path, as nobody who is logged in sees it. */
      get: async (path, headers = {}) => {
        const answer = await fetch(url + path, { headers, redirect: 'manual' });
        return { status: answer.status, headers: answer.headers, text: await answer.text() };
      },
      /** Saves a post of each content as an author, through the filters for authors, and returns their ids. */
      posts: (contents) =>
        run(
          `wp_set_current_user(get_user_by('login', 'author')->ID);
           return array_map(fn($content) => wp_insert_post(wp_slash(['post_title' => 'A post', 'post_content' => $content,
             'post_status' => 'publish']), true), $given);`,
          contents,
        ),
      /** What a post has in the database. */
      saved: (id) => run(`return get_post($given)->post_content;`, id),
      /** The cookies of a user who is logged in, by name. */
      cookies: (user) =>
        run(
          `$id = get_user_by('login', $given)->ID;
           $until = time() + DAY_IN_SECONDS;
           $token = WP_Session_Tokens::get_instance($id)->create($until);
           return [AUTH_COOKIE => wp_generate_auth_cookie($id, $until, 'auth', $token),
             LOGGED_IN_COOKIE => wp_generate_auth_cookie($id, $until, 'logged_in', $token)];`,
          user,
        ),
      theme: (name) => run(`switch_theme($given); return get_stylesheet();`, name),
      /** The lines of the log, without WordPress's own notices about a newer PHP and about being offline. */
      notices: () =>
        (existsSync(log) ? readFileSync(log, 'utf8') : '')
          .split('\n')
          .filter((line) => !/could not establish a secure connection to WordPress\.org/.test(line))
          .filter(
            (line) =>
              /say-something/.test(line) || (/PHP |incorrectly|database error/.test(line) && !/Deprecated/.test(line)),
          ),
      /** The requests to other servers that the plugin wanted to make. */
      requests: () =>
        (existsSync(requests) ? readFileSync(requests, 'utf8') : '')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line))
          .filter(({ callers }) => callers.some((file) => file.includes('/plugins/say-something/'))),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
