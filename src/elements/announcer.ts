import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';

const hosts = new Set<ReactiveControllerHost>();
let spoken = '';

const speaker = (): ReactiveControllerHost | undefined => hosts.values().next().value;

/**
 * The one live region of a page: of all the elements on it the first draws it, and speaks for the others, so that nothing
 * is said twice. Polite: it waits for the reader to finish.
 */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The live region, where this host is the one that speaks. */
  region(): TemplateResult | typeof nothing {
    return speaker() === this.#host ? html`<p class="aloud" role="status">${spoken}</p>` : nothing;
  }

  /** Says it; the same words twice are said twice. */
  say(phrase: string): void {
    spoken = phrase === spoken ? `${phrase}\u00a0` : phrase;
    speaker()?.requestUpdate();
  }

  hostConnected(): void {
    hosts.add(this.#host);
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    spoken = '';
    speaker()?.requestUpdate();
  }
}
