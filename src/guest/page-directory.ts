import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ParsedDirectory } from '../core/directory.js';
import type { Parsed } from '../core/parse-directory.js';
import { parseDirectory } from '../core/parse-directory.js';
import { isTrusted } from './settings.js';
import type { Placed } from './placement.js';
import { isBefore } from './placement.js';
import { noteReplaced } from './press.js';
import { brief, warnOnce } from './warn.js';

type Host = ReactiveControllerHost & Placed & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The elements on the page that show facts of a directory, and those of them that have one of their own. */
const hosts = new Set<Host>();
const sources = new Set<DirectorySource>();
const redrawAll = (): void => {
  for (const host of hosts) {
    host.requestUpdate();
    void host.updateComplete.then(() => noteReplaced(host.renderRoot));
  }
};

/** The longest directory that is read from an address, in characters. */
const LONGEST = 2_000_000;
/** How many problems the page's author is told of at once. */
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
    while (text.length <= LONGEST) {
      const { done, value } = await reader.read();
      if (done) return parseDirectory(JSON.parse(text));
      text += decoder.decode(value, { stream: true });
    }
    return undefined;
  } finally {
    // somebody may be on a phone that pays by the megabyte: what will not be used is not loaded to its end
    stop.abort();
  }
}

/**
 * Holds the directory that a page's author gives, as an object or by its address. Until it is here, and wherever it is
 * not whole, there is none and the built-in one stands: a wrong number must never take a right one's place.
 */
export class DirectorySource implements ReactiveController {
  readonly #host: Host;
  #own: ParsedDirectory | undefined;
  #source: unknown;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** The author's directory, once it has been checked: this element's own, or that of the first element on the page with one. */
  get directory(): ParsedDirectory | undefined {
    if (this.#own || !sources.size) return this.#own;
    const [first] = [...sources].sort((a, b) => (isBefore(a.#host, b.#host) ? -1 : 1));
    return first && first.#own;
  }

  hostConnected(): void {
    hosts.add(this.#host);
    if (this.#own) this.#share();
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (sources.delete(this)) redrawAll();
  }

  /** Tells every element of the page: nobody may read the team of one county beside the numbers of another. */
  #share(): void {
    sources[this.#own && this.#host.isConnected ? 'add' : 'delete'](this);
    redrawAll();
  }

  /** Takes a new source: an object, an address relative to the page, or nothing. */
  use(source: unknown): void {
    if (source === this.#source) return;
    this.#source = source;
    const had = this.#own;
    this.#own = undefined;
    if (typeof source === 'string') {
      // a framework's object that has become an attribute is no address, and nothing is asked for
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
      .map(({ entry, field, code }) => `${brief(entry)} ${brief(field)} (${code})`)
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
      }
    } catch {
      // without a network now: the next panel may ask again
      fetched.delete(href);
      // unreachable, refused or not JSON: said below, and the numbers that are on screen stay
    }
    if (source !== this.#source) return;
    this.#take(parsed, `directory="${brief(address, 100)}"`);
    this.#share();
  }
}
