import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { say } from './phrases.js';
import { isBefore } from '../../guest/placement.js';
import type { Placed } from '../../guest/placement.js';

interface Panel extends Placed, ReactiveControllerHost {
  /** Puts the focus on the panel's heading. */
  readonly focusHeading: () => void;
}

const panels = new Set<Panel>();
const leaders = new Set<ReactiveControllerHost>();
/** Whether a panel is still to be drawn, and somebody has asked for it already. */
let expected = false;
let asked = false;

/** Told whether a panel waits for its turn: a banner that is drawn before it has its action from the start. */
export function expectPanel(waits: boolean): void {
  expected = waits;
  for (const leader of leaders) leader.requestUpdate();
}

/** Makes a report panel known to the banners and lists of signs that lead to it. */
export class LedTo implements ReactiveController {
  readonly #panel: Panel;

  constructor(panel: Panel) {
    this.#panel = panel;
    panel.addController(this);
  }

  hostConnected(): void {
    panels.add(this.#panel);
    for (const leader of leaders) leader.requestUpdate();
    if (!asked) return;
    asked = false;
    void this.#panel.updateComplete.then(() => this.#panel.focusHeading());
  }

  hostDisconnected(): void {
    panels.delete(this.#panel);
    for (const leader of leaders) leader.requestUpdate();
  }
}

/** The first report panel in the page's order. */
const firstPanel = (): Panel | undefined => [...panels].sort((a, b) => (isBefore(a, b) ? -1 : 1))[0];

/** Draws the one action of an element, and draws it anew when a panel comes or goes. */
export class LeadsToReport implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    leaders.add(this.#host);
  }

  hostDisconnected(): void {
    leaders.delete(this.#host);
  }

  /**
   * A link where the author says where to; a button to the panel on this page, which leaves no hash in the history of a
   * shared computer; nothing where there is neither, for a button that does nothing is a dead end.
   */
  action(href: string | undefined, phrase: string): TemplateResult | typeof nothing {
    if (href)
      return html`<a class="button lead" part="action" href=${href} rel="noreferrer" referrerpolicy="no-referrer"
        >${say('action', phrase)}</a
      >`;
    const toPanel = (): void => {
      const panel = firstPanel();
      if (panel) panel.focusHeading();
      else asked = true;
    };
    return panels.size || expected
      ? html`<button class="lead" part="action" type="button" @click=${toPanel}>${say('action', phrase)}</button>`
      : nothing;
  }
}
