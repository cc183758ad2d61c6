import type { Controller, ControllerHost } from './controller.js';
import type { ParsedDirectory } from '../core/directory.js';
import type { Parsed } from '../core/parse-directory.js';
import { parseDirectory } from '../core/parse-directory.js';
import { isBefore } from './public-node.js';
import { noteReplaced } from './press.js';
import { isTrusted } from './settings.js';
import { SharedHosts } from './shared-hosts.js';
import { truncate, warnOnce } from './warn.js';

interface Host extends ControllerHost {
  readonly isConnected: boolean;
  readonly publicNode: Element;
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** An author's value: an object or an address. An element without this setting uses the page's directory. */
  readonly directory?: unknown;
}

/** The elements on the page that show a directory; `sources` has those that have their own. */
const hosts = new SharedHosts<Host>();
const sources = new SharedHosts<PageDirectory>();

/** The longest directory that is read from an address, in characters. */
const MAX_DIRECTORY_LENGTH = 2_000_000;
/** The most problems that one warning to the page's author lists. */
const TOLD = 10;
const fetched = new Map<string, Promise<Parsed | undefined>>();

async function read(address: string): Promise<Parsed | undefined> {
  const stop = new AbortController();
  try {
    const { ok, redirected, url, body } = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    });
    if (!ok || !body || (redirected && !isTrusted(new URL(url)))) return undefined;
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let text = '';
    while (text.length <= MAX_DIRECTORY_LENGTH) {
      const { done, value } = await reader.read();
      if (done) return parseDirectory(JSON.parse(text));
      text += decoder.decode(value, { stream: true });
    }
    return undefined;
  } finally {
    // A visitor may pay for each megabyte, so a download that will not be used is stopped.
    stop.abort();
  }
}

/**
 * The page's directory, for one of the elements on the page. An author gives it to any of them, as an object or by its address, and all of
 * them show it, so that nobody reads the team of one county next to the numbers of another. Until it has loaded, and if it has any fault,
 * the built-in one stays, because a wrong number must never replace a right one.
 */
export class PageDirectory implements Controller {
  readonly #host: Host;
  #own: ParsedDirectory | undefined;
  #source: unknown;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** The directory to show: this element's own, or that of the first element on the page with one, or the built-in one. */
  or(builtIn: ParsedDirectory): ParsedDirectory {
    if (this.#own) return this.#own;
    const [first] = [...sources].sort((a, b) => (isBefore(a.#host, b.#host) ? -1 : 1));
    return (first && first.#own) ?? builtIn;
  }

  hostConnected(): void {
    hosts.add(this.#host);
    if (this.#own) this.#share();
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (sources.delete(this)) this.#tellAll();
  }

  /** Checks before each drawing whether the author has set another directory. */
  hostUpdate(): void {
    if (this.#host.directory !== this.#source) this.#use(this.#host.directory);
  }

  #share(): void {
    sources[this.#own && this.#host.isConnected ? 'add' : 'delete'](this);
    this.#tellAll();
  }

  #tellAll(): void {
    for (const host of hosts) {
      host.requestUpdate();
      void host.updateComplete.then(() => noteReplaced(host.renderRoot));
    }
  }

  /** Takes a new source: an object, an address relative to the page, or nothing. */
  #use(source: unknown): void {
    this.#source = source;
    const had = this.#own;
    this.#own = undefined;
    if (typeof source === 'string') {
      // A framework may have written an object into the attribute. That is not an address, so nothing is fetched.
      if (source.startsWith('[object '))
        warnOnce('an object does not fit into directory="…"; set the property instead.');
      else if (source.trim()) void this.#load(source.trim());
    } else if (source !== undefined && source !== null) this.#take(parseDirectory(source), 'the directory property');
    if (had ?? this.#own) this.#share();
  }

  #take(parsed: Parsed | undefined, what: string): void {
    this.#own = parsed?.directory;
    if (this.#own) return;
    const all = parsed?.problems ?? [];
    const problems = all
      .slice(0, TOLD)
      .map(({ entry, field, code }) => `${truncate(entry)} ${truncate(field)} (${code})`)
      .join('; ');
    warnOnce(
      `${what} is not used; the built-in directory stays. ${
        problems
          ? `Wrong in it: ${problems}${all.length > TOLD ? ` and more` : ''}. "npm run directory" explains each.`
          : 'It has to be JSON, at an https: address that this page may read.'
      }`,
    );
  }

  async #load(address: string): Promise<void> {
    const source = this.#source;
    let parsed: Parsed | undefined;
    let href = '';
    try {
      const url = new URL(address, document.baseURI);
      if (isTrusted(url)) {
        let reading = fetched.get((href = url.href));
        if (!reading) fetched.set(href, (reading = read(href)));
        parsed = await reading;
        // The server may answer the next element.
        if (!parsed) fetched.delete(href);
      }
    } catch {
      // Without a network this attempt fails, and the next panel may try again. An address that is unreachable, refused or not JSON is
      // reported below, and the numbers on screen stay.
      fetched.delete(href);
    }
    if (source !== this.#source) return;
    this.#take(parsed, `directory="${truncate(address, 100)}"`);
    this.#share();
  }
}
