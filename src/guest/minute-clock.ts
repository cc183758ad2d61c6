import type { ReactiveController, ReactiveControllerHost } from 'lit';

const MINUTE = 60_000;
const hosts = new Set<ReactiveControllerHost>();
let timer: ReturnType<typeof setTimeout> | undefined;

function tick(): void {
  clearTimeout(timer);
  for (const host of hosts) host.requestUpdate();
  if (hosts.size) timer = setTimeout(tick, MINUTE - (Date.now() % MINUTE));
}

/**
 * Draws its host anew as each minute begins, so that "Open now" is never left standing after closing time: a tab may stay
 * open all night, and a phone sleeps. One timer serves every host on the page, and none is left when they are gone.
 */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The time on the device. */
  get now(): Date {
    return new Date(Date.now());
  }

  hostConnected(): void {
    if (!hosts.size) {
      // a phone that wakes, or a page that comes back through the back-forward cache, has missed its minutes
      document.addEventListener('visibilitychange', tick);
      addEventListener('pageshow', tick);
    }
    hosts.add(this.#host);
    if (hosts.size === 1) tick();
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (hosts.size) return;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', tick);
    removeEventListener('pageshow', tick);
  }
}
