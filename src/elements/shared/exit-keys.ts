import type { Controller, ControllerHost } from '../../guest/controller.js';
import { PRESSES, WITHIN, countPress } from '../../core/quick-exit.js';
import { SharedHosts } from '../../guest/shared-hosts.js';
import { onLeave } from './leave-page.js';

interface ExitHost extends ControllerHost {
  readonly publicNode: Element;
}

/**
 * The events of keys, and of everything that Shift can modify: a press, a drag, the wheel or two fingers on a touchpad, and Safari's pinch.
 */
const EVENTS = ['keydown', 'keyup', 'pointerdown', 'pointermove', 'wheel', 'gesturestart'];
/**
 * What a screen reader does after its own keys. It keeps the H of Shift+H to itself, so the page hears a lone Shift, and then the cursor or
 * the page moves. Orca moves the cursor up to 75 ms after the key, at times when Shift is already up.
 */
const MOVES = ['focusin', 'scroll', 'selectionchange'];
const GOVUK = '.govuk-exit-this-page,[data-module~="govuk-exit-this-page"]';
/** Types of `input` that take no text. Somebody who uses one of them is choosing and not typing. */
const CHOOSING = new Set('button checkbox color file image radio range reset submit'.split(' '));
const TYPING = new Set('textarea select'.split(' '));
const TEXT_ROLES = new Set('textbox searchbox combobox spinbutton'.split(' '));

/** The exits that are shown. They share one set of listeners and one count. */
const exits = new SharedHosts<ExitKeys>(
  () => {
    stopForgetting = onLeave(reset);
    // The script may run before the end of the page is there, and GOV.UK's exit may come after it.
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
/** Whether Shift is down and nothing else has been used since. */
let alone = false;
/** Where the reader was at the last key: the cursor, the focus and how far the page is scrolled. */
let place: readonly unknown[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether a key went to something that takes text. There, Shift makes a capital letter, and the person does not ask to leave. */
function isTyping(event: Event): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return false;
  const { localName } = target;
  return (
    TYPING.has(localName) ||
    (localName === 'input' && !CHOOSING.has((target as HTMLInputElement).type)) ||
    (target as HTMLElement).isContentEditable ||
    TEXT_ROLES.has(target.getAttribute('role') ?? '') ||
    // Nobody can see into a closed shadow root. If the element itself cannot have the focus, a text field in it may have it.
    (localName.includes('-') && !target.shadowRoot && !target.hasAttribute('tabindex'))
  );
}

/** Notes where the reader is now, and starts the count anew if that is another place. */
function notePlace(): void {
  const { focusNode, focusOffset } = getSelection() ?? {};
  const now = [focusNode, focusOffset, document.activeElement, scrollX, scrollY];
  if (now.some((part, i) => part !== place[i])) reset();
  place = now;
}

function onEvent(event: Event): void {
  const { type, key, repeat, ctrlKey, altKey, metaKey } = event as KeyboardEvent;
  if (MOVES.includes(type)) {
    // A list of the page may scroll by itself, and WebKit sends an event late. So it counts whether the place is another one.
    if (alone || presses.length) notePlace();
    return;
  }
  // A pointer that is not pressed may move by itself, for example if somebody knocks against the desk.
  if (key !== 'Shift') alone &&= type === 'pointermove' && !(event as PointerEvent).buttons;
  else if (type === 'keydown') {
    // Shift with Control or Alt changes the language of the keyboard.
    if (!repeat) {
      // On a busy machine the move comes before the key.
      notePlace();
      alone = !(ctrlKey || altKey || metaKey || isTyping(event));
    }
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

/** The exit whose destination and words are used: the first visible one on the page, otherwise the first. */
function first(): ExitKeys | undefined {
  const all = [...exits];
  return all.find(({ host }) => host.publicNode.getClientRects().length) ?? all[0];
}

/** Listens while there is an exit, unless GOV.UK's is in the page, because the keys then belong to that one. Returns whether it listens. */
function listen(): boolean {
  const wanted = exits.size > 0 && !document.documentElement.querySelector(GOVUK);
  if (wanted === listening) return wanted;
  listening = wanted;
  for (const type of [...EVENTS, ...MOVES]) {
    // The listeners capture on the window, so that no handler of the page can stop a key first. They are passive, so that scrolling does
    // not wait for us.
    if (wanted) addEventListener(type, onEvent, { capture: true, passive: true });
    else removeEventListener(type, onEvent, true);
  }
  for (const { host } of exits) host.requestUpdate();
  return wanted;
}

/** Leaves the page when Shift is pressed three times on its own. All exits on the page share one set of listeners and one count. */
export abstract class ExitKeys implements Controller {
  readonly host: ExitHost;
  #connected = false;
  #shown: boolean;

  /** Without `shown`, it does not listen until `show(true)`. */
  constructor(host: ExitHost, shown: boolean) {
    this.host = host;
    this.#shown = shown;
    host.addController(this);
  }

  /** Leaves the page. */
  abstract leave(): void;

  /** Says aloud how many presses are `left`. If all are left, the count is cancelled; without `left`, there is nothing to say any more. */
  abstract tell(left?: number): void;

  /** Whether Shift works here. */
  get active(): boolean {
    return listening && exits.has(this);
  }

  /** Sets whether the host has an exit now. */
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
