import type { TemplateResult } from 'lit-html';
import type { Controller, ControllerHost } from './controller.js';
import { html, nothing } from 'lit-html';
import { isShown } from './seen.js';
import { SharedHosts } from './shared-hosts.js';

interface Host extends ControllerHost {
  readonly publicNode: Element;
}

/**
 * How long a phrase waits, in milliseconds. A screen reader has to notice a new live region first. It says what the key itself did, such as
 * "selected", and Orca drops a phrase that comes at the same moment.
 */
const DELAY_MS = 300;
/** How long a phrase stays in the region, in milliseconds. It leaves, so that a person who reads on does not meet it a second time. */
const PHRASE_MS = 7_000;

/** Every element on the page. One of them, the speaker, has the live region. */
export const guests = new SharedHosts<Host>();
let speaker: Host | undefined;
let spoken = '';
let timer: ReturnType<typeof setTimeout> | undefined;

function show(phrase: string): void {
  spoken = phrase;
  speaker?.requestUpdate();
}

/** Whether a screen reader can reach an element. It cannot while the element is hidden or behind a dialog. */
const isHeard = ({ publicNode }: Host): boolean =>
  isShown(publicNode) && !publicNode.closest('[inert],[aria-hidden=true]');

/**
 * The one live region of a page: one of the elements on it draws the region and speaks for the others, so that nothing is said twice. It is
 * polite: it waits for the screen reader to finish. It has no role, because a reader that comes past would call an empty `status` a status bar.
 */
export class LiveRegion implements Controller {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** The live region if this host is the speaker, otherwise nothing. */
  draw(): TemplateResult | typeof nothing {
    return speaker === this.#host
      ? html`<p class="aloud" aria-live="polite" aria-atomic="true">${spoken}</p>`
      : nothing;
  }

  /** Says a phrase aloud, or nothing any more if it is empty. If the same phrase comes twice, it is said twice. */
  say(phrase: string): void {
    clearTimeout(timer);
    const heard = speaker && !isHeard(speaker) && [...guests].find(isHeard);
    if (heard) {
      // The speaker may be a banner that the page hides on phones, so another element takes over.
      speaker?.requestUpdate();
      speaker = heard;
      show('');
    }
    if (!phrase) return show('');
    timer = setTimeout(() => {
      show(phrase === spoken ? `${phrase}\u00a0` : phrase);
      timer = setTimeout(show, PHRASE_MS, '');
    }, DELAY_MS);
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
