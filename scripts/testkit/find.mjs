// Finds installed browsers and Debian packages. Uses Node's own modules only, because it runs before npm ci.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FONTS } from './fonts.mjs';

const windows = process.platform === 'win32';

/** The first of these programs that is on the PATH. */
export function onPath(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = folder && join(folder, windows ? `${name}.exe` : name);
      if (file && existsSync(file)) return file;
    }
  }
  return undefined;
}

const first = (...paths) => paths.find((path) => path && existsSync(path));

function inProgramFiles(...tail) {
  if (!windows) return [];
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
  return folders.flatMap((folder) => (folder ? [join(folder, ...tail)] : []));
}

/** WebKitGTK needs all its parts: a driver, a browser, a display and a way to change system settings. */
const webkitParts = () => ({
  'webkit2gtk-driver': onPath('WebKitWebDriver') && miniBrowser(),
  xvfb: onPath('Xvfb'),
  xsettingsd: onPath('xsettingsd'),
});
const miniBrowser = () =>
  first(
    process.env.WEBKIT_PATH,
    ...['x86_64', 'aarch64'].map((cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`),
  );

/** The program of each engine, or undefined. */
export const findBrowsers = () => ({
  chromium: first(
    process.env.CHROME_PATH,
    onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...inProgramFiles('Google', 'Chrome', 'Application', 'chrome.exe'),
    ...inProgramFiles('Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ),
  firefox: first(
    process.env.FIREFOX_PATH,
    onPath('firefox-esr', 'firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...inProgramFiles('Mozilla Firefox', 'firefox.exe'),
  ),
  webkit: Object.values(webkitParts()).every(Boolean) ? miniBrowser() : undefined,
});

/** The Debian packages for the missing parts of an engine. */
export function debianPackages(engine) {
  if (engine === 'chromium') return ['chromium', FONTS];
  if (engine === 'firefox') return ['firefox-esr', FONTS];
  return Object.entries(webkitParts()).flatMap(([name, found]) => (found ? [] : [name]));
}

/** Packages that are unpacked and not installed, because installing them would add or start a web server. */
export const UNPACKED = [
  ...['libjs-underscore', 'wordpress', 'wordpress-theme-twentytwentythree'],
  ...['nginx', 'nginx-common', 'libnginx-mod-http-brotli-static'],
];
export const unpackedIn = fileURLToPath(new URL('../../tests/peers/node_modules/.debian', import.meta.url));

/** The location of each Debian package that tests need, or undefined. */
export const findDebian = () => ({
  ...findPeers(),
  ...findNginx(),
  ...findOrca(),
  ...findPoppler(),
  ...findWordPress(),
  sqlite3: onPath('sqlite3'),
});

/** The programs that read a PDF, by Debian package, or undefined. */
export const findPoppler = () => ({
  'poppler-utils': ['pdfinfo', 'pdftotext', 'pdftoppm', 'pdffonts'].every((name) => onPath(name)) && onPath('pdfinfo'),
});

/** What tests need to hear a page in Firefox with the screen reader Orca, by Debian package, or undefined. */
export const findOrca = () => ({
  orca: first('/usr/bin/orca'),
  'at-spi2-core': first('/usr/libexec/at-spi-bus-launcher'),
  'dbus-daemon': onPath('dbus-run-session'),
  'dconf-gsettings-backend': first(
    ...['x86_64', 'aarch64'].map((cpu) => `/usr/lib/${cpu}-linux-gnu/gio/modules/libdconfsettings.so`),
  ),
  'gsettings-desktop-schemas': first('/usr/share/glib-2.0/schemas/org.gnome.desktop.a11y.gschema.xml'),
  'libglib2.0-bin': onPath('gsettings'),
  openbox: onPath('openbox'),
  'python3-speechd': first('/usr/lib/python3/dist-packages/speechd'),
  'speech-dispatcher': onPath('speech-dispatcher'),
  xdotool: onPath('xdotool'),
  xvfb: onPath('Xvfb'),
});

/** The folders of libraries that only Debian packages hold, by package, or undefined. */
export const findPeers = () => ({
  'libjs-mootools': first('/usr/share/javascript/mootools'),
  'libjs-prototype': first('/usr/share/javascript/prototype'),
  'php-cli': onPath('php'),
  wordpress: first('/usr/share/wordpress/wp-includes', unpacked('usr/share/wordpress/wp-includes')),
  'wordpress-theme-twentytwentyone': first('/usr/share/wordpress/wp-content/themes/twentytwentyone'),
});

/**
 * What a whole WordPress site needs, by Debian package, or undefined. `mariadb-server-core` has the programs of `mariadb-server` and starts
 * nothing when it is installed. Its `mariadb-install-db` runs a program of `mariadb-client-core`.
 */
export const findWordPress = () => ({
  'libjs-underscore': first(
    ...[unpackedIn, '/'].map((from) => join(from, 'usr/share/javascript/underscore/underscore.min.js')),
  ),
  'mariadb-client-core': onPath('my_print_defaults'),
  'mariadb-server-core': first('/usr/sbin/mariadbd', onPath('mariadbd')),
  'php-cli': onPath('php'),
  'php-mysql': phpModule('mysqli.so'),
  wordpress: first(unpacked('usr/share/wordpress/wp-includes'), '/usr/share/wordpress/wp-includes'),
  'wordpress-theme-twentytwentyone': first('/usr/share/wordpress/wp-content/themes/twentytwentyone'),
  'wordpress-theme-twentytwentythree': first(
    ...[unpackedIn, '/'].map((from) => join(from, 'usr/share/wordpress/wp-content/themes/twentytwentythree')),
  ),
});
const phpModule = (name) => {
  const folder = '/usr/lib/php';
  const builds = existsSync(folder) ? readdirSync(folder).filter((build) => /^\d+$/.test(build)) : [];
  return first(...builds.map((build) => join(folder, build, name)));
};

const unpacked = (path) => join(unpackedIn, path);

/** The web server of the hosting tests, its stock configuration and its brotli module, by Debian package. */
export const findNginx = () => ({
  nginx: first(unpacked('usr/sbin/nginx'), '/usr/sbin/nginx', onPath('nginx')),
  'nginx-common': first(unpacked('etc/nginx'), '/etc/nginx'),
  'libnginx-mod-http-brotli-static': first(
    ...[unpackedIn, '/'].map((from) => join(from, 'usr/lib/nginx/modules/ngx_http_brotli_static_module.so')),
  ),
});

/** The engines named in BROWSERS, or all three. */
export function wantedBrowsers() {
  const all = ['chromium', 'firefox', 'webkit'];
  const wanted = process.env.BROWSERS ? process.env.BROWSERS.split(',').map((name) => name.trim()) : all;
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length)
    throw new Error(`BROWSERS names ${unknown.join(', ')}, which is unknown. Write one of ${all.join(', ')}.`);
  return wanted;
}
