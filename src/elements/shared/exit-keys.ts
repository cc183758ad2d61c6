import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PRESSES, WITHIN, countPress } from '../../core/quick-exit.js';
import { SharedHosts, redraw } from '../../guest/shared-hosts.js';
import { onLeave } from './leave-page.js';

interface ExitHost extends ReactiveControllerHost {
  readonly publicNode: Element;
}

/** Keys, and what Shift changes the meaning of: a press, a drag, the wheel or two fingers on a touchpad, Safari's pinch. */
const EVENTS = ['keydown', 'keyup', 'pointerdown', 'pointermove', 'wheel', 'gesturestart'];
const GOVUK = '.govuk-exit-this-page,[data-module~="govuk-exit-this-page"]';
/** Kinds of `input` that hold no text. Someone on one of them is choosing, not typing. */
const CHOOSING = new Set('button checkbox color file image radio range reset submit'.split(' '));
const TYPING = new Set('textarea select'.split(' '));
const TEXT_ROLES = new Set('textbox searchbox combobox spinbutton'.split(' '));

/** The exits that are shown. They share one set of listeners and one count. */
const exits = new SharedHosts<ExitKeys>(
  () => {
    stopForgetting = onLeave(reset);
    // The script may have come before the end of the page, and GOV.UK's exit after it.
    document.addEventListener('DOMContentLoaded', listen);
  },
  () => {
    stopForgetting?.();
    document.removeEventListener('DOMContentLoaded', listen);
  },
);
let listening = false;
let stopForgetting: (() => void) | undefined;
let presses: readonly number[] = [];
/** Shift is down and nothing else has been used since. */
let alone = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether the key went to something that holds text: there Shift makes a capital letter, and is no call for help. */
function isTyping(event: Event): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return false;
  const { localName } = target;
  return (
    TYPING.has(localName) ||
    (localName === 'input' && !CHOOSING.has((target as HTMLInputElement).type)) ||
    (target as HTMLElement).isContentEditable ||
    TEXT_ROLES.has(target.getAttribute('role') ?? '') ||
    // nobody can see into a closed shadow root: focus that is not on the element itself may be in a text field
    (localName.includes('-') && !target.shadowRoot && !target.hasAttribute('tabindex'))
  );
}

function onEvent(event: Event): void {
  const { type, key, repeat, ctrlKey, altKey, metaKey } = event as KeyboardEvent;
  // a pointer that nobody presses down may move by itself, on a desk that is knocked against
  if (key !== 'Shift') alone &&= type === 'pointermove' && !(event as PointerEvent).buttons;
  else if (type === 'keydown') {
    // Shift with Control or Alt changes the keyboard's language
    if (!repeat) alone = !(ctrlKey || altKey || metaKey || isTyping(event));
  } else if (alone && !isTyping(event)) {
    alone = false;
    press(event.timeStamp);
  }
}

function press(at: number): void {
  if (!listen()) return;
  const count = countPress(presses, at);
  ({ presses } = count);
  clearTimeout(timer);
  if (count.left) {
    timer = setTimeout(cancel, WITHIN);
    first()?.tell(count.left);
  } else {
    presses = [];
    first()?.leave();
  }
}

function cancel(): void {
  presses = [];
  first()?.tell(PRESSES);
}

function reset(): void {
  clearTimeout(timer);
  if (presses.length) first()?.tell();
  presses = [];
  alone = false;
}

/** The exit whose destination and words count: with several on a page, the first that can be seen. */
function first(): ExitKeys | undefined {
  const all = [...exits];
  return all.find(({ host }) => host.publicNode.getClientRects().length) ?? all[0];
}

/** Listens while there is an exit to use, unless GOV.UK's is in the page: its keys are then the page's own. */
function listen(): boolean {
  const wanted = exits.size > 0 && !document.documentElement.querySelector(GOVUK);
  if (wanted === listening) return wanted;
  listening = wanted;
  for (const type of EVENTS) {
    // from the window and on the way down: no handler of the page's can keep the key to itself
    // passive: scrolling must not wait for us
    if (wanted) addEventListener(type, onEvent, { capture: true, passive: true });
    else removeEventListener(type, onEvent, true);
  }
  redraw([...exits].map(({ host }) => host));
  return wanted;
}

/** Leaves by Shift, pressed three times by itself. All exits on the page share one set of listeners and one count. */
export abstract class ExitKeys implements ReactiveController {
  readonly host: ExitHost;
  #connected = false;
  #shown: boolean;

  /** Without `shown`, nothing is listened for until `show(true)`. */
  constructor(host: ExitHost, shown: boolean) {
    this.host = host;
    this.#shown = shown;
    host.addController(this);
  }

  /** Leaves the page. */
  abstract leave(): void;

  /** Says aloud how many presses are left; all of them once the count is cancelled; nothing once that no longer matters. */
  abstract tell(left?: number): void;

  /** Whether Shift works here. */
  get active(): boolean {
    return listening && exits.has(this);
  }

  /** For a host that has an exit at some times only. */
  show(shown: boolean): void {
    this.#shown = shown;
    this.#use();
  }

  hostConnected(): void {
    this.#connected = true;
    this.#use();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#use();
  }

  #use(): void {
    const wanted = this.#connected && this.#shown;
    if (wanted === exits.has(this)) return;
    if (wanted) exits.add(this);
    else {
      if (exits.size === 1) reset();
      exits.delete(this);
    }
    listen();
  }
}
