import type { Directory, Parsed } from '../core/directory.js';
import { parseDirectory } from '../core/directory.js';
import { warnOnce } from './warn.js';

/** The longest directory that is read from an address, in characters. */
const LONGEST = 2_000_000;
const fetched = new Map<string, Promise<Parsed | undefined>>();

async function read(url: string): Promise<Parsed | undefined> {
  const response = await fetch(url, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  const text = response.ok ? await response.text() : '';
  return text && text.length <= LONGEST ? parseDirectory(JSON.parse(text)) : undefined;
}

/**
 * Holds the directory that a page's author gives, as an object or by its address. Until it is here, and wherever it is
 * not whole, there is none and the built-in one stands: a wrong number must never take a right one's place.
 */
export class DirectorySource {
  /** The author's directory, once it has been checked. */
  directory: Directory | undefined;
  readonly #changed: () => void;
  #source: unknown;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Takes a new source: an object, an address relative to the page, or nothing. */
  use(source: unknown): void {
    if (source === this.#source) return;
    this.#source = source;
    this.directory = undefined;
    if (typeof source === 'string') {
      // a framework's object that has become an attribute is no address, and nothing is asked for
      if (source.startsWith('[object '))
        warnOnce('an object does not fit into directory="…"; set the property instead.');
      else if (source.trim()) void this.#load(source.trim());
    } else if (source !== undefined && source !== null) this.#take(parseDirectory(source), 'the directory property');
  }

  #take(parsed: Parsed | undefined, what: string): void {
    this.directory = parsed?.directory;
    if (this.directory) return;
    const problems = parsed?.problems?.map(({ entry, field, code }) => `${entry} ${field} (${code})`).join('; ');
    warnOnce(
      `${what} is not used; the built-in directory stays. ${
        problems
          ? `Wrong in it: ${problems}. "npm run directory" explains each.`
          : 'It has to be JSON, at an https: address that this page may read.'
      }`,
    );
  }

  async #load(address: string): Promise<void> {
    const source = this.#source;
    let parsed: Parsed | undefined;
    try {
      const { href, protocol, origin } = new URL(address, document.baseURI);
      if (protocol === 'https:' || origin === location.origin) {
        let reading = fetched.get(href);
        if (!reading) fetched.set(href, (reading = read(href)));
        parsed = await reading;
      }
    } catch {
      // unreachable, refused or not JSON: said below, and the numbers that are on screen stay
    }
    if (source !== this.#source) return;
    this.#take(parsed, `directory="${address}"`);
    this.#changed();
  }
}
