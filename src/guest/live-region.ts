import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Placed } from './placement.js';
import { holderOf } from './placement.js';
import { isShown } from './seen.js';

type Host = ReactiveControllerHost & Placed;

const hosts = new Set<Host>();
let speaker: Host | undefined;
let spoken = '';
let timer: ReturnType<typeof setTimeout> | undefined;

/** How long a screen reader may take to notice a new live region, in milliseconds. */
const NOTICED = 150;

/** What is not shown, or lies behind a dialog, is not heard either. */
const isHeard = (host: Host): boolean =>
  isShown(holderOf(host)) && !holderOf(host).closest('[inert],[aria-hidden=true]');

/** Draws every element on the page anew, now: the language of the page has changed. */
export function redrawAll(): void {
  for (const host of hosts) host.requestUpdate();
}

/**
 * The one live region of a page: of all the elements on it one draws it, and speaks for the others, so that nothing is said
 * twice. Polite: it waits for the reader to finish.
 */
export class Announcer implements ReactiveController {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** The live region, where this host is the one that speaks. */
  region(): TemplateResult | typeof nothing {
    return speaker === this.#host ? html`<p class="aloud" role="status">${spoken}</p>` : nothing;
  }

  /** Says it; the same words twice are said twice. */
  say(phrase: string): void {
    clearTimeout(timer);
    const shown = speaker && !isHeard(speaker) && [...hosts].find(isHeard);
    if (shown) {
      // a banner that the page hides on phones is not heard either
      speaker?.requestUpdate();
      speaker = shown;
      spoken = '';
      shown.requestUpdate();
      // a screen reader says what comes into a region that it knows, and not what a new one brings along
      timer = setTimeout(() => this.say(phrase), NOTICED);
      return;
    }
    spoken = phrase === spoken ? `${phrase}\u00a0` : phrase;
    speaker?.requestUpdate();
  }

  hostConnected(): void {
    hosts.add(this.#host);
    speaker ??= this.#host;
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (speaker !== this.#host) return;
    spoken = '';
    speaker = hosts.values().next().value;
    speaker?.requestUpdate();
  }
}
