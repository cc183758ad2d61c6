import { render } from 'lit';
import type { Output, Site } from './output.js';
import { outputFor, stillToCopy, isTextOnly, withSystem } from './output.js';
import { Preview, previewPage } from './preview.js';
import type { Settings } from './settings.js';
import { formatSettings, parseSettings } from './settings.js';
import { presetOf, usedTokens } from './tokens.js';
import type { Besides, Fold, State } from './view.js';
import { fitSentence, leftOutSentence, view } from './view.js';

/*
 * The snippet builder. The settings are in the address, and the page is drawn from them. It stores nothing and sends nothing. Its only
 * request is for the hash of the script.
 */

const supports = (property: string, value: string): boolean => CSS.supports(property, value);
const place = document.querySelector<HTMLElement>('#builder');
const said = document.querySelector<HTMLElement>('#said');
if (!place || !said) throw new Error('the page has no place for the builder');

let site: Site = {
  root: new URL('../', location.href.replace(/[?#].*/, '')).href,
  version: place.dataset['version'] ?? '',
};
const read = () => {
  const found = parseSettings(location.hash, supports);
  return isTextOnly(found.settings) ? { ...found, settings: withSystem(found.settings, found.settings.system) } : found;
};
let { settings, leftOut } = read();
let copied: State['copied'];
let preview: Preview | undefined;
const open: Record<Fold, boolean> = {
  more:
    !!settings.action ||
    !!settings.leave ||
    !!settings.papers ||
    !settings.panelExit ||
    settings.level !== 2 ||
    !!settings.lang,
  theme: Object.keys(settings.tokens).length > 0,
  tokens: !presetOf(settings.tokens),
  script: settings.host === 'own' || settings.version === 'pinned',
  text: false,
};

/** The settings with the valid tokens only. */
const used = (): Settings => ({ ...settings, tokens: usedTokens(settings.tokens, supports) });
function addressOf(): string {
  const fragment = formatSettings(settings, supports);
  return `${location.href.replace(/#.*/s, '')}${fragment ? `#${fragment}` : ''}`;
}
const output = (): Output | undefined => (settings.elements.length ? outputFor(used(), site, addressOf()) : undefined);

function draw(): void {
  if (!place) return;
  const state = { settings, site, output: output(), address: addressOf(), leftOut, copied, open };
  render(view(state, { change, fold, copy: (...piece) => void copy(...piece), again: () => show(true) }), place);
}

function show(again = false): void {
  const frame = document.querySelector<HTMLElement>('#frame');
  if (!frame) return;
  preview ??= new Preview(frame);
  const now = output();
  if (!now) {
    preview.clear();
    return;
  }
  const title = `Preview of the snippet in a ${settings.page} page, script ${settings.script ? 'on' : 'off'}`;
  preview.show(previewPage(now, used(), site), settings, title, again);
}

let timer = 0;
/** Updates the preview and the address when a person stops typing or dragging. */
function later(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    // keep the address while no element is ticked
    if (settings.elements.length) history.replaceState(null, '', addressOf());
    show();
  }, 300);
}

function change(part: Partial<Settings>, besides?: Besides): void {
  settings = { ...settings, ...part };
  leftOut = [];
  copied = undefined;
  draw();
  if (besides?.focus) document.querySelector<HTMLElement>(`#${besides.focus}`)?.focus();
  later();
  announce(besides?.said);
}

/** The state for announcements: the pieces to paste and the system. */
const heard = () => ({
  pieces: JSON.stringify({ ...output(), file: '' }),
  system: settings.system,
  fits: fitSentence(settings),
});
let lastHeard = heard();
let announcing = 0;
/** Announces the result of a change after a pause in typing and choosing. Cancels an earlier announcement. */
function announce(first = ''): void {
  clearTimeout(announcing);
  if (said) said.textContent = '';
  announcing = window.setTimeout(() => {
    const [before, now] = [lastHeard, heard()];
    lastHeard = now;
    const changed = settings.elements.length ? 'The snippet has changed.' : 'There is nothing to paste.';
    const steps = settings.system ? 'The steps are those for your system.' : 'The steps are those for any system.';
    const sentences = [
      first,
      now.pieces === before.pieces ? '' : changed,
      now.system === before.system ? '' : steps,
      now.fits === before.fits ? '' : now.fits,
    ];
    say(sentences.filter(Boolean).join(' '));
  }, 1000);
}

/** Removes the parts that could not be used from the address, and announces them. */
function tellLeftOut(): void {
  if (!leftOut.length) return;
  history.replaceState(null, '', addressOf());
  announce(leftOutSentence(leftOut));
}

/** Remembers whether a part is open, so that it stays open until a person closes it. */
function fold(part: Fold, isOpen: boolean): void {
  open[part] = isOpen;
}

/** Announces a sentence politely. Empties the live region first, so that the same sentence is announced again. */
function say(sentence: string): void {
  if (!said) return;
  said.textContent = '';
  setTimeout(() => (said.textContent = sentence), 50);
}

async function copy(id: string, what: string, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    copied = { id, done: true };
  } catch {
    copied = { id, done: false };
  }
  draw();
  clearTimeout(announcing);
  const now = output();
  say(
    copied.done
      ? `Copied ${what}. ${now && (id === 'first' || id === 'snippet') ? stillToCopy(now) : ''}`.trim()
      : 'The browser did not let this page copy. It is marked now, for the keys that copy.',
  );
  // select the piece, so that a person can copy it with the keyboard
  const piece = document.querySelector(`#${id === 'first' ? (isTextOnly(settings) ? 'plain-text' : 'snippet') : id}`);
  if (!copied.done && piece) getSelection()?.selectAllChildren(piece);
}

/**
 * Copies a marked piece as plain text, as its button does. With its `pre` and `code` on the clipboard, WordPress and other editors would
 * show visitors the tags.
 */
document.addEventListener('copy', (event) => {
  const marked = getSelection();
  const within = (node: Node | null): Element | null | undefined =>
    (node instanceof Element ? node : node?.parentElement)?.closest('.piece pre');
  const piece = within(marked?.anchorNode ?? null);
  if (!marked || !piece || piece !== within(marked.focusNode)) return;
  event.clipboardData?.setData('text/plain', marked.toString());
  event.preventDefault();
});

addEventListener('hashchange', () => {
  // the fragment of a link to a part of this page is not a setting
  if (document.getElementById(location.hash.slice(1))) {
    history.replaceState(null, '', addressOf());
    return;
  }
  ({ settings, leftOut } = read());
  copied = undefined;
  draw();
  show();
  announce();
  tellLeftOut();
});

document.querySelector('#without-script')?.remove();
draw();
show();
tellLeftOut();

try {
  const answer = await fetch(`${site.root}${site.version}/integrity.json`, { credentials: 'omit' });
  const hashes = (await answer.json()) as Record<string, unknown>;
  const integrity = hashes['say-something.js'];
  if (typeof integrity === 'string' && integrity.startsWith('sha384-')) {
    site = { ...site, integrity };
    lastHeard = heard();
    draw();
    show();
  }
} catch {
  // the script's line says that it has no hash
}
