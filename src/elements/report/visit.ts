import type { ControllerHost } from '../../guest/controller.js';
import type { AnswerId, Answers, Channel, QuestionId } from '../../core/directory.js';
import { londonDate } from '../../core/hours.js';
import type { Messages } from '../../core/messages/messages.js';
import { digitsOf } from '../../core/numbers.js';
import type { Panel, PanelFacts } from '../../core/panel.js';
import { panelFor } from '../../core/panel.js';
import { keepInPlace } from '../../guest/keep-in-place.js';
import { MinuteClock } from '../../guest/minute-clock.js';
import { drawNow, noteReplaced } from '../../guest/press.js';
import { Forgetting } from '../shared/leave-page.js';

interface Host extends ControllerHost {
  readonly publicNode: Element;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly announce: (phrase: string) => void;
}

/** The result of copying a number. */
export type Copied = 'copied' | 'refused';

/** Whether the page may write to the clipboard. A frame's policy can still refuse, and then the panel says so. */
export const canCopy = typeof navigator !== 'undefined' && typeof navigator.clipboard?.writeText === 'function';

/** How many routes there are and which is first, in the words that are shown and said aloud. */
export const routesFound = ({ places, best }: Panel, messages: Messages): string =>
  messages.routesFound(places, best?.name ?? '');

/**
 * What a person did in a panel: what they answered, unfolded and copied. Nothing of it leaves this object, and all of it is forgotten when
 * somebody leaves the page, because the next person at the device must not find what was chosen.
 */
export class Visit {
  readonly #host: Host;
  #answers: Answers = {};
  #unfolded = new Set<string>();
  #copied: readonly [card: string, Copied] | undefined;
  #panel: Panel | undefined;
  #madeFrom: readonly unknown[] = [];

  constructor(host: Host) {
    this.#host = host;
    new MinuteClock(host);
    new Forgetting(host, () => this.#forget());
  }

  /** The time on the device. */
  get now(): Date {
    return new Date(Date.now());
  }

  /** The panel for what was answered. It is kept until an answer, a setting or the day in London changes, so that no minute moves a route. */
  panel(facts: Omit<PanelFacts, 'answers' | 'at'>): Panel {
    const { directory, guide, audience } = facts;
    const at = this.now;
    const madeFrom = [directory, guide, audience, this.#answers, londonDate(at)];
    if (!this.#panel || madeFrom.some((value, i) => value !== this.#madeFrom[i])) {
      this.#madeFrom = madeFrom;
      noteReplaced(this.#host.renderRoot);
      this.#panel = panelFor({ ...facts, answers: this.#answers, at });
    }
    return this.#panel;
  }

  /** Takes an answer. `at` is the control that was used, which stays under the finger. */
  answer(question: QuestionId, answer: AnswerId, at: Element, messages: Messages): void {
    void this.#choose({ ...this.#answers, [question]: answer }, at, messages);
  }

  /** Takes back every answer. */
  clear(at: Element, messages: Messages): void {
    void this.#choose({}, at, messages);
  }

  isUnfolded(card: string): boolean {
    return this.#unfolded.has(card);
  }

  fold(card: string, open: boolean): void {
    this.#unfolded[open ? 'add' : 'delete'](card);
    // The panel is drawn again, so that Lit knows what the browser has done, and a card that moves stays unfolded. It is drawn at once:
    // a drawing that waits for a press to end would open again what the next press closes.
    drawNow(this.#host.renderRoot);
    this.#host.requestUpdate();
  }

  /** The result of copying the number of a card, if somebody did. */
  copied(card: string): Copied | undefined {
    return this.#copied?.[0] === card ? this.#copied[1] : undefined;
  }

  async copy(card: string, { value }: Channel, messages: Messages): Promise<void> {
    const unfolded = this.#unfolded;
    let result: Copied = 'copied';
    try {
      await navigator.clipboard.writeText(digitsOf(value));
    } catch {
      result = 'refused';
    }
    // Somebody else is here by now.
    if (unfolded !== this.#unfolded) return;
    this.#copied = [card, result];
    this.#host.requestUpdate();
    this.#host.announce(result === 'copied' ? messages.numberCopied : messages.notCopied(value));
  }

  /** Draws for other answers, then says aloud how many routes there are and which is first. */
  async #choose(answers: Answers, at: Element, messages: Messages): Promise<void> {
    this.#answers = answers;
    await keepInPlace(at, this.#host.publicNode, () => {
      this.#host.requestUpdate();
      return this.#host.updateComplete;
    });
    if (this.#panel) this.#host.announce(routesFound(this.#panel, messages));
  }

  #forget(): void {
    this.#answers = {};
    this.#unfolded = new Set();
    this.#copied = undefined;
    this.#host.requestUpdate();
    // Everything is closed for whoever comes next, except the first question, which is open inside the closed questions.
    for (const details of this.#host.renderRoot.querySelectorAll('details'))
      details.open = details.matches('p + .question');
  }
}
