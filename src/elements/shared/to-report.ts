import type { TemplateResult } from 'lit-html';
import type { Controller, ControllerHost } from '../../guest/controller.js';
import { html, nothing } from 'lit-html';
import { isBefore } from '../../guest/public-node.js';
import { isShown } from '../../guest/seen.js';
import { SharedHosts, redraw } from '../../guest/shared-hosts.js';

interface Panel extends ControllerHost {
  readonly publicNode: Element;
  /** Puts the focus on the panel's heading, once it is drawn. */
  readonly arrive: () => void;
}

const panels = new SharedHosts<Panel>();
const leaders = new SharedHosts<ControllerHost>();
/** Whether a panel is still to be drawn, what draws it, and whether somebody has already used an action that leads to it. */
let expected = false;
let drawExpected: (() => void) | undefined;
let asked = false;

/** Whether there is a panel on the page, or one that is still to be drawn. */
const leadsHere = (): boolean => expected || panels.size > 0;

/** Notes that a panel comes or goes. The elements that lead to panels are redrawn only for the first panel and after the last. */
function change(act: () => void): void {
  const before = leadsHere();
  act();
  if (leadsHere() !== before) redraw(leaders);
}

/**
 * Tells the elements that lead to a panel whether one waits to be drawn, so that they show their action from the start. One that waits
 * until somebody asks for it comes with what draws it.
 */
export function expectPanel(waits: boolean, draw?: () => void): void {
  drawExpected = draw;
  // A panel that comes later must not take the focus from what somebody does by then.
  if (!waits) asked = false;
  change(() => (expected = waits));
  if (asked) draw?.();
}

/** Makes a report panel known to the banners and lists of signs that lead to it. */
export class PanelRegistration implements Controller {
  readonly #panel: Panel;

  constructor(panel: Panel) {
    this.#panel = panel;
    panel.addController(this);
  }

  hostConnected(): void {
    change(() => panels.add(this.#panel));
    if (!asked) return;
    asked = false;
    this.#panel.arrive();
  }

  hostDisconnected(): void {
    change(() => panels.delete(this.#panel));
  }
}

/** Moves the focus to the first report panel of the page, or to the one that is still to be drawn once it is there. */
function toPanel(): void {
  const all = [...panels].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  // A page may have one panel for phones and another for desktops, and hides the one that does not fit.
  const panel = all.find(({ publicNode }) => isShown(publicNode)) ?? all[0];
  if (panel) return panel.arrive();
  asked = true;
  drawExpected?.();
}

/** Draws the action of an element that leads to a report panel, and redraws it when a panel appears or goes. */
export class LeadsToReport implements Controller {
  readonly #host: ControllerHost;

  constructor(host: ControllerHost) {
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
    return !!href || leadsHere();
  }

  /**
   * A link if the author says where to; otherwise a button to the panel on this page, which leaves no hash in the history of a shared
   * computer. Nothing if there is neither, because a button that does nothing is a dead end.
   */
  action(href: string | undefined, content: unknown): TemplateResult | typeof nothing {
    if (href)
      return html`<a class="button" part="action" href=${href} rel="noreferrer" referrerpolicy="no-referrer"
        >${content}</a
      >`;
    return this.leads(href)
      ? html`<button class="lead" part="action" type="button" @click=${toPanel}>${content}</button>`
      : nothing;
  }
}
