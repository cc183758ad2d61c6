import type { Controller, ControllerHost } from './controller.js';
import { SharedHosts, redraw } from './shared-hosts.js';

const MINUTE = 60_000;
let timer: ReturnType<typeof setTimeout> | undefined;

const hosts = new SharedHosts<ControllerHost>(
  () => {
    // A phone that wakes, or a page that returns from the back-forward cache, has missed some minutes.
    document.addEventListener('visibilitychange', tick);
    addEventListener('pageshow', shown);
    tick();
  },
  () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', tick);
    removeEventListener('pageshow', shown);
  },
);

function tick(): void {
  clearTimeout(timer);
  redraw(hosts);
  timer = setTimeout(tick, MINUTE - (Date.now() % MINUTE));
}

/** A page that opens is shown too, and there everything has just been drawn. */
function shown({ persisted }: PageTransitionEvent): void {
  if (persisted) tick();
}

/**
 * Redraws its host as each minute begins, so that nobody reads "Open now" after closing time: a tab may stay open all night, and a phone
 * may sleep. All hosts on the page share one timer, and it stops when the last of them is gone.
 */
export class MinuteClock implements Controller {
  readonly #host: ControllerHost;

  constructor(host: ControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.#host);
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
  }
}
