import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { isBefore } from '../../guest/public-node.js';
import { isShown } from '../../guest/seen.js';
import { SharedHosts, redraw } from '../../guest/shared-hosts.js';

interface Panel extends ReactiveControllerHost {
  readonly publicNode: Element;
  /** Puts the focus on the panel's heading. */
  readonly focusHeading: () => void;
}

const panels = new SharedHosts<Panel>();
const leaders = new SharedHosts<ReactiveControllerHost>();
/** Whether a panel is still to be drawn, and whether somebody has already used an action that leads to it. */
let expected = false;
let asked = false;

/** Tells the elements that lead to a panel whether one waits to be drawn, so that they show their action from the start. */
export function expectPanel(waits: boolean): void {
  expected = waits;
  // A panel that comes later must not take the focus from what somebody does by then.
  if (!waits) asked = false;
  redraw(leaders);
}

/** Makes a report panel known to the banners and lists of signs that lead to it. */
export class PanelRegistration implements ReactiveController {
  readonly #panel: Panel;

  constructor(panel: Panel) {
    this.#panel = panel;
    panel.addController(this);
  }

  hostConnected(): void {
    panels.add(this.#panel);
    redraw(leaders);
    if (!asked) return;
    asked = false;
    void this.#panel.updateComplete.then(() => this.#panel.focusHeading());
  }

  hostDisconnected(): void {
    panels.delete(this.#panel);
    redraw(leaders);
  }
}

/** Moves the focus to the first report panel of the page, or to the one that is still to be drawn once it is there. */
function toPanel(): void {
  const all = [...panels].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  // A page may have one panel for phones and another for desktops, and hides the one that does not fit.
  const panel = all.find(({ publicNode }) => isShown(publicNode)) ?? all[0];
  if (panel) panel.focusHeading();
  else asked = true;
}

/** Draws the action of an element that leads to a report panel, and redraws it when a panel appears or goes. */
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

  /** Whether the action leads anywhere: to the author's address, or to a panel on this page. */
  leads(href: string | undefined): boolean {
    return !!href || expected || panels.size > 0;
  }

  /**
   * A link if the author says where to; otherwise a button to the panel on this page, which leaves no hash in the history of a shared
   * computer. Nothing if there is neither, because a button that does nothing is a dead end.
   */
  action(href: string | undefined, content: TemplateResult): TemplateResult | typeof nothing {
    if (href)
      return html`<a class="button lead" part="action" href=${href} rel="noreferrer" referrerpolicy="no-referrer"
        >${content}</a
      >`;
    return this.leads(href)
      ? html`<button class="lead" part="action" type="button" @click=${toPanel}>${content}</button>`
      : nothing;
  }
}
