import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { isShown } from './seen.js';
import { SharedHosts } from './shared-hosts.js';

interface Host extends ReactiveControllerHost {
  readonly publicNode: Element;
}

/** How long a screen reader may take to notice a new live region, in milliseconds. */
const LIVE_REGION_DELAY_MS = 150;

/** Every element on the page. One of them, the speaker, has the live region. */
export const guests = new SharedHosts<Host>();
let speaker: Host | undefined;
let spoken = '';
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether a screen reader can reach an element. It cannot while the element is hidden or behind a dialog. */
const isHeard = ({ publicNode }: Host): boolean =>
  isShown(publicNode) && !publicNode.closest('[inert],[aria-hidden=true]');

/**
 * The one live region of a page: one of the elements on it draws the region and speaks for the others, so that nothing is said twice. It is
 * polite: it waits for the screen reader to finish.
 */
export class LiveRegion implements ReactiveController {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** The live region if this host is the speaker, otherwise nothing. */
  draw(): TemplateResult | typeof nothing {
    return speaker === this.#host ? html`<p class="aloud" role="status">${spoken}</p>` : nothing;
  }

  /** Says a phrase aloud. If the same phrase comes twice, it is said twice. */
  say(phrase: string): void {
    clearTimeout(timer);
    const heard = speaker && !isHeard(speaker) && [...guests].find(isHeard);
    if (heard) {
      // The speaker may be a banner that the page hides on phones, so another element takes over.
      speaker?.requestUpdate();
      speaker = heard;
      spoken = '';
      heard.requestUpdate();
      // A screen reader says what is added to a region that it knows, and not what a new region already contains.
      timer = setTimeout(() => this.say(phrase), LIVE_REGION_DELAY_MS);
      return;
    }
    spoken = phrase === spoken ? `${phrase}\u00a0` : phrase;
    speaker?.requestUpdate();
  }

  hostConnected(): void {
    guests.add(this.#host);
    speaker ??= this.#host;
  }

  hostDisconnected(): void {
    guests.delete(this.#host);
    if (speaker !== this.#host) return;
    spoken = '';
    [speaker] = guests;
    speaker?.requestUpdate();
  }
}
