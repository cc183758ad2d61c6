import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Audience } from '../../src/core/audiences.js';
import { AUDIENCES, isWorkAudience } from '../../src/core/audiences.js';
import { DEFAULT_DESTINATION } from '../../src/core/quick-exit.js';
import type { Colour, ColourRole } from '../../src/core/theme.js';
import { COLOUR_ROLES, written } from '../../src/core/theme.js';
import { AUDIENCE_NAMES } from '../audiences.js';
import { ELEMENT_NAMES } from '../element-names.js';
import { TRADES } from '../papers/trades.js';
import type { ElementName } from '../snippets.js';
import type { System, SystemWay } from '../systems.js';
import { DRAWN, SYSTEMS } from '../systems.js';
import { copyProblem, hostProblem, linkProblem, OWN_COPY } from './addresses.js';
import { coloursOf, defaultColours, hexOf } from './colours.js';
import type { Verdict } from './contrast.js';
import { pairName, settle, verdicts } from './contrast.js';
import type { Output, Site } from './output.js';
import {
  hostedScript,
  isDrawn,
  isTextOnly,
  mayHaveExit,
  notesFor,
  pageFor,
  stepsFor,
  stillToCopy,
  toPaste,
  withSystem,
} from './output.js';
import type { Settings, Width } from './settings.js';
import { DEFAULTS, LANGUAGES, ORDER, PAGES, WAYS, WIDTHS } from './settings.js';
import type { Shape, Supports, Token } from './tokens.js';
import { isShape, isToken, PRESETS, presetOf, SHAPES, TOKEN_NAMES, usedTokens, WHY_NOT } from './tokens.js';

/** The parts that a person can unfold. */
export type Fold = 'more' | 'theme' | 'tokens' | 'script' | 'text';

/** Everything that the view draws. */
export interface State {
  readonly settings: Settings;
  readonly site: Site;
  /** Undefined if no element is ticked. */
  readonly output: Output | undefined;
  /** The address of this page with these settings. */
  readonly address: string;
  /** The parts of this page's address that could not be used. */
  readonly leftOut: readonly string[];
  /** The id of the piece that was copied last, and whether the browser allowed it. */
  readonly copied: { readonly id: string; readonly done: boolean } | undefined;
  /** Which parts are unfolded. At first these are the ones with a setting that is not the default. */
  readonly open: Readonly<Record<Fold, boolean>>;
}

/** What a change announces and where it moves the focus, for people who do not see the page. */
export interface Besides {
  /** The sentence that is announced first. */
  readonly said: string;
  /** The id of the element that gets the focus, if the pressed button disappears. */
  readonly focus?: string;
}

/** What the controls do. */
export interface Actions {
  readonly change: (part: Partial<Settings>, besides?: Besides) => void;
  readonly copy: (id: string, what: string, text: string) => void;
  readonly again: () => void;
  readonly fold: (part: Fold, isOpen: boolean) => void;
}

const supports: Supports = (property, value) => CSS.supports(property, value);
const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;
const isChecked = (event: Event): boolean => (event.target as HTMLInputElement).checked;

const WAY_NAMES: Readonly<Record<SystemWay, readonly [name: string, hint: string]>> = {
  placeholder: ['Placeholder', 'A div that holds the numbers. The script draws on it. Try this first.'],
  link: [
    'Link that is drawn on',
    'For editors that keep no div. The link stands alone in its paragraph. In view it opens when it is pressed.',
  ],
  element: ['Custom element', 'For developers who write the page themselves.'],
  plain: ['Plain link', 'Numbers as text, and a link to a page with the panel. Needs no script.'],
  iframe: ['Frame', 'Numbers as text, and the page with the panel in an iframe. Needs no script.'],
};
const WIDTH_NAMES: Readonly<Record<Width, string>> = { phone: 'Phone', tablet: 'Tablet', desktop: 'Desktop' };
const PAGE_NAMES = { plain: 'Plain', dark: 'Dark', hostile: 'Hostile' } as const;
const LANGUAGE_NAMES = new Intl.DisplayNames('en-GB', { type: 'language' });

const isOpen = (event: Event): boolean => (event.target as HTMLDetailsElement).open;

/** A group of radio buttons, each with an explanation. */
function radios<T extends string>(
  name: string,
  legend: string,
  options: readonly (readonly [value: T, label: string, hint?: string])[],
  chosen: T,
  choose: (value: T) => void,
  className = '',
): TemplateResult {
  return html`<fieldset class=${className}>
    <legend>${legend}</legend>
    ${options.map(
      ([value, label, hint]) =>
        html`<div class="choice">
          <input
            type="radio"
            name=${name}
            id="${name}-${value}"
            value=${value}
            .checked=${live(value === chosen)}
            aria-describedby=${hint ? `${name}-${value}-hint` : nothing}
            @change=${() => choose(value)}
          />
          <label for="${name}-${value}">${label}</label>
          ${hint ? html`<p class="hint" id="${name}-${value}-hint">${hint}</p>` : nothing}
        </div>`,
    )}
  </fieldset>`;
}

interface Option {
  readonly value: string;
  readonly name: string;
}
const select = (
  id: string,
  label: string,
  options: readonly Option[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} @change=${(event: Event) => choose(valueOf(event))}>
      ${options.map(({ value, name }) => html`<option value=${value} .selected=${value === chosen}>${name}</option>`)}
    </select>
  </div>`;

function text(
  id: string,
  label: string,
  value: string,
  hint: string,
  problem: string | undefined,
  type: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <p class="hint" id="${id}-hint">${hint}</p>
    ${problem ? html`<p class="error" id="${id}-error">${problem}</p>` : nothing}
    <input
      id=${id}
      class="wide"
      type="text"
      inputmode="url"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      .value=${live(value)}
      aria-describedby=${problem ? `${id}-error ${id}-hint` : `${id}-hint`}
      aria-invalid=${problem ? 'true' : nothing}
      @input=${(event: Event) => type(valueOf(event))}
    />
  </div>`;
}

function elements({ settings }: State, { change }: Actions): TemplateResult {
  const tick = (element: ElementName, on: boolean): void =>
    change({ elements: ORDER.filter((one) => (one === element ? on : settings.elements.includes(one))) });
  const none = !settings.elements.length;
  return html`<fieldset aria-describedby=${none ? 'elements-error' : nothing}>
    <legend>What goes into the page</legend>
    ${
      none
        ? html`<p class="error" id="elements-error">Tick at least one. There is nothing to paste until then.</p>`
        : nothing
    }
    ${ORDER.map((element) => {
      const [name, hint] = ELEMENT_NAMES[element];
      return html`<div class="choice">
        <input
          type="checkbox"
          id="element-${element}"
          .checked=${live(settings.elements.includes(element))}
          aria-describedby="element-${element}-hint"
          @change=${(event: Event) => tick(element, isChecked(event))}
        />
        <label for="element-${element}">${name}</label>
        <p class="hint" id="element-${element}-hint">${hint}</p>
      </div>`;
    })}
  </fieldset>`;
}

const audience = ({ settings }: State, { change }: Actions): TemplateResult =>
  select(
    'audience',
    'Who reads the page',
    AUDIENCES.map((value) => ({ value, name: AUDIENCE_NAMES[value] })),
    settings.audience,
    (value) => change({ audience: AUDIENCES.find((one) => one === value) ?? DEFAULTS.audience }),
  );

/** Why the panel's own exit cannot be chosen. It is undefined if it can be. */
function noExitBecause({ elements: chosen, audience: readers }: Settings): string | undefined {
  if (!chosen.includes('report')) return 'This is about the panel, which is not ticked.';
  return isWorkAudience(readers)
    ? 'The panel has none for people at work. Tick “Exit” above if your page needs one.'
    : undefined;
}

function more({ settings, open }: State, { change, fold }: Actions): TemplateResult {
  const noExit = noExitBecause(settings);
  const leads = settings.action !== '' ? 'address' : 'panel';
  return html`<details ?open=${open.more} @toggle=${(event: Event) => fold('more', isOpen(event))}>
    <summary>Links, leaving, heading and language</summary>
    <div class="inside">
      ${text(
        'action',
        'Where the button of banner and signs leads',
        settings.action,
        'Leave it empty: to the panel on the same page. Or give the address of a page with a panel, as https://…',
        linkProblem(settings.action, 'the panel on the same page is used'),
        (action) => change({ action }),
      )}
      <p class="hint">
        ${leads === 'panel' || linkProblem(settings.action, '') ? 'Now: to the panel on the same page.' : 'Now: to that address.'}
      </p>
      ${text(
        'leave',
        'Where the exit leads',
        settings.leave,
        `Leave it empty: to the weather (${DEFAULT_DESTINATION}). Or give the https:// address of a page that looks harmless.`,
        linkProblem(settings.leave, 'the weather is used'),
        (leave) => change({ leave }),
      )}
      ${
        isWorkAudience(settings.audience) && settings.elements.includes('report')
          ? text(
              'papers',
              'Where the link to posters and cards leads',
              settings.papers,
              'Leave it empty: no link. Or give the https:// address of posters that staff can print. It is at the foot of the panel.',
              linkProblem(settings.papers, 'there is no link'),
              (papers) => change({ papers }),
            )
          : nothing
      }
      <div class="choice">
        <input
          type="checkbox"
          id="panel-exit"
          .checked=${live(settings.panelExit && mayHaveExit(settings))}
          ?disabled=${noExit !== undefined}
          aria-describedby="panel-exit-hint"
          @change=${(event: Event) => change({ panelExit: isChecked(event) })}
        />
        <label for="panel-exit">The panel has an exit of its own</label>
        <p class="hint" id="panel-exit-hint">
          ${noExit ?? 'Switch it off only if the page has an exit already. It always leads to the weather.'}
        </p>
      </div>
      ${select(
        'level',
        'Level of the headings',
        [1, 2, 3, 4, 5, 6].map((level) => ({
          value: String(level),
          name: `${level}${level === 2 ? ': a part of the page (usual)' : level === 1 ? ': the page’s own heading' : ''}`,
        })),
        String(settings.level),
        (level) => change({ level: Number(level) }),
      )}
      ${radios(
        'language',
        'Language of your page',
        [
          ['', 'English'],
          ...Object.entries(LANGUAGES).map(
            ([tag]) => [tag, `Another: the words stay in ${LANGUAGE_NAMES.of(tag) ?? tag}`] as const,
          ),
        ],
        settings.lang,
        (lang) => change({ lang }),
      )}
      <p class="hint">
        The words are in
        ${Object.keys(LANGUAGES)
          .map((tag) => LANGUAGE_NAMES.of(tag))
          .join(', ')}
        only. Other languages are not there yet.
      </p>
    </div>
  </details>`;
}

/** A sample of a background with a text on it. */
const sample = (ground: Colour, ink: Colour): TemplateResult =>
  html`<span class="sample" aria-hidden="true" style=${styleMap({ color: written(ink), background: written(ground) })}
    >Aa</span
  >`;

interface Judged {
  readonly light: Verdict;
  readonly dark: Verdict;
}

function sayOf({ light, dark }: Judged): TemplateResult {
  const line = (where: string, { sentence, kept }: Verdict): TemplateResult =>
    html`<span class=${kept ? 'said' : 'said changed'}><strong>${where}</strong> ${sentence}.</span>`;
  return light.sentence === dark.sentence
    ? line('Light and dark page:', light)
    : html`${line('Light page:', light)} ${line('Dark page:', dark)}`;
}

function token(
  name: Token,
  { settings }: State,
  change: (value: string, besides?: Besides) => void,
  judged?: Judged,
): TemplateResult {
  const value = settings.tokens[name] ?? '';
  const bad = value.trim() !== '' && !isToken(name, value, supports);
  const role = isShape(name) ? undefined : name;
  const scheme = role && (coloursOf(usedTokens(settings.tokens, supports))[role] ?? defaultColours()[role]);
  const id = `token-${name}`;
  return html`<div class="token">
    <label for=${id}>${TOKEN_NAMES[name]}</label>
    ${
      bad
        ? html`<p class="error" id="${id}-error">
            “${value.trim().slice(0, 60)}” ${WHY_NOT[isShape(name) ? name : 'colour']} It is left out.
          </p>`
        : nothing
    }
    <div class="control">
      ${
        scheme
          ? html`<input
              type="color"
              aria-label="Pick: ${TOKEN_NAMES[name]}"
              .value=${live(hexOf(scheme))}
              @input=${(event: Event) => change(valueOf(event))}
            />`
          : nothing
      }
      <input
        type="text"
        id=${id}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        .value=${live(value)}
        aria-invalid=${bad ? 'true' : nothing}
        aria-describedby="${bad ? `${id}-error ` : ''}${judged ? `${id}-say` : ''}"
        @input=${(event: Event) => change(valueOf(event))}
      />
      <button
        type="button"
        class="quiet"
        ?disabled=${!value}
        @click=${() => change('', { said: `${TOKEN_NAMES[name].replace(/:.*/, '')} is cleared.`, focus: id })}
      >
        Clear<span class="visually-hidden"> ${TOKEN_NAMES[name]}</span>
      </button>
    </div>
    ${
      judged
        ? html`<p class="say" id="${id}-say">
            ${role === 'surface' ? nothing : html`<span class="visually-hidden">${pairName(judged.light.role)}.</span>`}
            ${sayOf(judged)}
          </p>`
        : nothing
    }
  </div>`;
}

function themePart(state: State, { change, fold }: Actions): TemplateResult {
  const { settings, open } = state;
  const preset = presetOf(settings.tokens);
  const given = coloursOf(usedTokens(settings.tokens, supports));
  const [light, dark] = [false, true].map((onDark) => settle(given, defaultColours(), onDark)) as [
    ReturnType<typeof settle>,
    ReturnType<typeof settle>,
  ];
  const [inLight, inDark] = [verdicts(light), verdicts(dark)];
  const judgedOf = (role: ColourRole): Judged | undefined => {
    const [one, other] = [inLight, inDark].map((all) => all.find((verdict) => verdict.role === role));
    return one && other && { light: one, dark: other };
  };
  const changed = COLOUR_ROLES.filter((role) => {
    const judged = judgedOf(role);
    return judged && !(judged.light.kept && judged.dark.kept);
  });
  const set = (name: Token, value: string, besides?: Besides): void => {
    change({ tokens: { ...settings.tokens, [name]: value } }, besides);
  };
  const off = !isDrawn(settings);
  return html`<details ?open=${open.theme} @toggle=${(event: Event) => fold('theme', isOpen(event))}>
    <summary>Colours, font and shape</summary>
    <div class="inside">
      ${off ? html`<p class="note">A plain link and a frame take no colours: the page they lead to has its own.</p>` : nothing}
      ${select(
        'theme',
        'Theme',
        [
          ...PRESETS.map(({ id, name }) => ({ value: id, name })),
          ...(preset ? [] : [{ value: '', name: 'Your own, below' }]),
        ],
        preset?.id ?? '',
        (id) => change({ tokens: PRESETS.find((one) => one.id === id)?.tokens ?? settings.tokens }),
      )}
      <p class="samples">
        ${[light, dark].map(
          ({ used }, i) =>
            html`<span class="swatches"
              >${i ? 'Dark page' : 'Light page'}
              ${sample(used.surface, used.text)}${sample(used.surface, used.accent)}${sample(used.accent, used['on-accent'])}${sample(used.urgent, used['on-urgent'])}</span
            >`,
        )}
      </p>
      <p class=${changed.length ? 'note bad' : 'note good'}>
        ${
          changed.length
            ? `${changed.length === 1 ? 'One colour is' : `${changed.length} colours are`} not used as given: ${changed.map((role) => TOKEN_NAMES[role].replace(/:.*/, '')).join(', ')}. What the widget uses instead stands below each.`
            : 'Every pair of colours is readable, on light pages and on dark ones.'
        }
      </p>
      <details class="tokens" ?open=${open.tokens} @toggle=${(event: Event) => fold('tokens', isOpen(event))}>
        <summary>Change single colours, the font or the shape</summary>
        <p class="hint">Pick a colour, or write one as CSS does: #00703c, green, light-dark(#00703c, #7ddba6).</p>
        ${COLOUR_ROLES.map((role) => token(role, state, (...value) => set(role, ...value), judgedOf(role)))}
        ${SHAPES.map((shape: Shape) => token(shape, state, (...value) => set(shape, ...value)))}
        <p>
          <button
            type="button"
            class="quiet"
            ?disabled=${!Object.values(settings.tokens).some(Boolean)}
            @click=${() => change({ tokens: {} }, { said: 'All colours are cleared.', focus: 'token-surface' })}
          >
            Clear all
          </button>
        </p>
      </details>
    </div>
  </details>`;
}

const systemOf = ({ system }: Settings): System | undefined => SYSTEMS.find(({ id }) => id === system);

/** A sentence that names the way that fits the chosen system, if another way is chosen. */
export function fitSentence(settings: Settings): string {
  const system = systemOf(settings);
  return system && system.way !== settings.way
    ? `What fits ${system.name}: ${WAY_NAMES[system.way][0].toLowerCase()}.`
    : '';
}

function site(state: State, { change }: Actions): TemplateResult {
  const { settings } = state;
  const system = systemOf(settings);
  return html`${select(
    'system',
    'Where do you paste it?',
    [{ value: '', name: 'Somewhere else, or not sure' }, ...SYSTEMS.map(({ id, name }) => ({ value: id, name }))],
    settings.system,
    (value) => change(withSystem(settings, value)),
  )}
  ${
    system && fitSentence(settings)
      ? html`<p class="fits">
          ${fitSentence(settings)}
          <button
            type="button"
            class="quiet"
            @click=${() =>
              change(
                { way: system.way },
                { said: `${WAY_NAMES[system.way][0]} is chosen.`, focus: `way-${system.way}` },
              )}
          >
            Use the way that fits
          </button>
        </p>`
      : nothing
  }
  ${
    isTextOnly(settings)
      ? nothing
      : radios(
          'way',
          'How your site takes it',
          WAYS.map((way) => [way, ...WAY_NAMES[way]] as const),
          settings.way,
          (way) => change({ way }),
        )
  }`;
}

function script({ settings, site: here, open }: State, { change, fold }: Actions): TemplateResult {
  const own = settings.host === 'own';
  if (!isDrawn(settings))
    return html`<p class="hint">There is no script to choose: a plain link and a frame need none.</p>`;
  return html`<details ?open=${open.script} @toggle=${(event: Event) => fold('script', isOpen(event))}>
    <summary>Where the script comes from</summary>
    <div class="inside">
      ${radios(
        'host',
        'Who serves the script',
        [
          ['here', 'This site', 'Nothing to install.'],
          ['own', 'Our own copy', 'The safest: no other server learns who reads your page.'],
        ],
        settings.host,
        (host) => change({ host }),
      )}
      ${
        own
          ? html`${text(
                'own',
                'Address of your copy',
                settings.own,
                `A path on your site, such as ${OWN_COPY}, or an https:// address.`,
                copyProblem(settings.own),
                (value) => change({ own: value }),
              )}
              <p>
                <a href=${hostedScript(here, true)} download="say-something.js">Save the script</a> (version
                ${here.version}) and put it there. Put a new one in its place when a number changes.
              </p>`
          : radios(
              'version',
              'Which version',
              [
                ['rolling', 'Always the newest', 'A number that changes reaches your page by itself.'],
                [
                  'pinned',
                  `Only ${here.version}`,
                  'Locked with a hash: nobody can change it. When a number changes, you have to change the line.',
                ],
              ],
              settings.version,
              (version) => change({ version }),
            )
      }
    </div>
  </details>`;
}

const COPY_KEYS = /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'Command and C' : 'Ctrl and C';

/** A button that copies. Its words then say whether it has copied. */
function copyButton(
  id: string,
  what: string,
  content: string,
  label: string,
  state: State,
  { copy }: Actions,
): TemplateResult {
  const here = state.copied?.id === id ? state.copied : undefined;
  return html`<button
    type="button"
    id="copy-${id}"
    class=${here?.done ? 'done' : ''}
    @click=${() => copy(id, what, content)}
  >
    ${here ? (here.done ? 'Copied' : `Marked: press ${COPY_KEYS}`) : label}${label === 'Copy' || here ? html`<span class="visually-hidden"> ${what}</span>` : nothing}
  </button>`;
}

/** A sentence that names what is left to copy, after the snippet was copied. */
function still(id: string, { copied, output }: State): TemplateResult | typeof nothing {
  const sentence = copied?.done && copied.id === id && output ? stillToCopy(output) : '';
  return sentence ? html`<p class="note still">${sentence}</p>` : nothing;
}

/** One piece to paste, with its copy button. */
function piece(
  id: string,
  title: string,
  what: string,
  content: string,
  hint: TemplateResult | string,
  state: State,
  actions: Actions,
): TemplateResult {
  return html`<section class="piece" aria-labelledby="${id}-title">
    <div class="head">
      <h3 id="${id}-title">${title}</h3>
      ${copyButton(id, what, content, 'Copy', state, actions)}
    </div>
    ${id === 'snippet' ? still(id, state) : nothing}
    <p class="hint">${hint}</p>
    <pre id=${id}><code>${content}</code></pre>
  </section>`;
}

/** The address of an HTML file with this content, for a link with `download`. */
const fileAddress = (content: string): string => `data:text/html;charset=utf-8,${encodeURIComponent(content)}`;

function scriptHint({ settings, site: here }: State): TemplateResult | string {
  const where =
    settings.system === 'wordpress'
      ? 'Our plugin brings it. Without the plugin it goes into a classic theme once: WordPress takes it out of a page.'
      : 'Put it into the site’s template once. Or paste it into the page, below the snippet.';
  if (settings.host === 'own') return where;
  if (settings.version === 'rolling')
    return `${where} It has no integrity hash, because what stands at this address changes with each new version.`;
  return here.integrity
    ? 'Put it into the site’s template once. The hash lets the browser refuse anything but this version.'
    : 'The hash of this version could not be read, so the line has no integrity. Reload this page to try again.';
}

function outputs(state: State, actions: Actions): TemplateResult {
  const { settings, output, site: here } = state;
  if (!output)
    return html`<p>Tick at least one thing under “What goes into the page”, and what to paste stands here.</p>`;
  const ownAll =
    settings.host === 'own' && !isTyped(settings) && (settings.way === 'placeholder' || settings.way === 'element');
  const problem = ownAll ? undefined : hostProblem(here.root, isDrawn(settings));
  return html`${problem ? html`<p class="note bad" id="host-problem">${problem}</p>` : nothing}
    ${notesFor(settings).map((note) => html`<p class="note">${note}</p>`)}
    <div class="pieces">
      <div>
        ${isTyped(settings) ? typed(state, output, actions) : nothing}
        ${isTextOnly(settings) ? nothing : pasted(state, output, actions)}
      </div>
      <div>${steps(settings, output)} ${isTyped(settings) ? nothing : plainText(state, output, actions)}</div>
    </div>`;
}

const SNIPPET_HINTS = {
  drawn:
    'Into the page, in the editor’s source or HTML view. The numbers in it are real: they show before the script comes, and where it never does.',
  iframe: 'Into the page, where it takes HTML. The numbers stand above the frame: they show even where it stays empty.',
  plain: 'Into the page, in the editor’s source or HTML view. It needs no script.',
} as const;

/** The pieces to paste into a system that takes HTML. */
function pasted(state: State, output: Output, actions: Actions): TemplateResult {
  const { settings } = state;
  const drawn = isDrawn(settings);
  return html`${
      output.block
        ? piece(
            'block',
            'The block, where our plugin is installed',
            'the block',
            output.block,
            html`Into an empty line of the page. Without the plugin visitors see nothing of it: then use the snippet.
              <a href="../wordpress/">Get the plugin</a>.`,
            state,
            actions,
          )
        : nothing
    }
    ${piece(
      'snippet',
      'The snippet',
      'the snippet',
      toPaste(output),
      output.wiki
        ? 'Into the page, where you edit its source. It is in the markup of your wiki.'
        : output.block
          ? 'Into a “Custom HTML” block. Where the plugin is installed it becomes the block when you paste it straight into the page.'
          : SNIPPET_HINTS[drawn ? 'drawn' : settings.way === 'iframe' ? 'iframe' : 'plain'],
      state,
      actions,
    )}
    ${
      output.script
        ? piece('script-line', 'The script line', 'the script line', output.script, scriptHint(state), state, actions)
        : html`<p class="note">This way in needs no script line. There is none to paste.</p>`
    }
    ${
      output.css
        ? piece(
            'css',
            'Your colours',
            'your colours',
            output.css,
            'Into the style sheet of your site. Not into the page: editors take styles away. Without it the panel has its own colours.',
            state,
            actions,
          )
        : nothing
    }
    ${
      output.csp
        ? piece(
            'csp',
            'For your IT people',
            'the policy',
            output.csp,
            drawn
              ? 'Only if your site sends a Content-Security-Policy: add this to what it allows. “trusted-types” only where your policy has that line already. Nothing else is needed.'
              : 'Only if your site sends a Content-Security-Policy: add this to what it allows. Nothing else is needed.',
            state,
            actions,
          )
        : html`<p class="note">There is nothing to allow in a policy: a plain link loads nothing.</p>`
    }
    <p class="row">
      <a class="button quiet" id="download" href=${fileAddress(output.file)} download="say-something-snippet.html"
        >Download all of it as a file</a
      >
    </p>`;
}

/** Whether the numbers are typed into the chosen system, and the page with the panel is linked or framed. */
const isTyped = (settings: Settings): boolean => ['plain', 'iframe'].includes(systemOf(settings)?.way ?? '');

/** The pieces to type or paste one by one into such a system. */
const typed = (state: State, output: Output, actions: Actions): TemplateResult =>
  html`${words(state, output, actions)}
  ${piece(
    'page-address',
    'The address of the page with the panel',
    'the address of the page with the panel',
    pageFor(state.site, state.settings),
    isTextOnly(state.settings)
      ? 'Make it a link below the numbers, if you can.'
      : 'For the element that shows another page in a frame, or for a link below the numbers.',
    state,
    actions,
  )}`;

/** The steps for a system that is not in the list. */
const stepsAnywhere = (settings: Settings): readonly string[] => [
  'Open your page’s editor, and in it the source or HTML view.',
  'Paste the snippet where the panel should stand, and save.',
  `Publish, and look at the page as a visitor sees it. ${
    isDrawn(settings) && has999(settings) ? DRAWN : 'Is every number there as text, and no “<” in the words?'
  }`,
];
/** Whether something with the button that calls 999 is ticked. The exit has none. */
const has999 = ({ elements: ticked }: Settings): boolean => ticked.some((element) => element !== 'exit');

function steps(settings: Settings, output: Output): TemplateResult {
  const system = systemOf(settings);
  // A system's own steps are about the script, unless its own way needs none.
  const own = system && (isDrawn(settings) || system.way === settings.way) ? system.steps : stepsAnywhere(settings);
  return html`<section aria-labelledby="steps-title">
    <h3 id="steps-title">${system ? `Step by step: ${system.name}` : 'Step by step'}</h3>
    ${
      system
        ? html`${system.note ? html`<p class="note">${system.note}</p>` : nothing}
            <ol class="steps">
              ${stepsFor(own, output, settings).map((step) => html`<li>${step}</li>`)}
            </ol>
            ${
              system.supplier
                ? html`<p>
                    For the people who run your website:
                    <a href="../suppliers/${system.id}/">the same on a page to print or to send</a>.
                  </p>`
                : nothing
            }`
        : html`<ol class="steps">
              ${stepsFor(own, output, settings).map((step) => html`<li>${step}</li>`)}
            </ol>
            <p>
              Choose your system under “Where do you paste it?” for its own steps. To see what your editor left, use
              <a href="../checker/">Will my editor keep it?</a>; for the published page,
              <a href="../live/">Is it live?</a>
            </p>`
    }
  </section>`;
}

/** The numbers and links for people who cannot paste HTML. */
const words = (state: State, output: Output, actions: Actions): TemplateResult =>
  html`${piece(
      'plain-text',
      'The plain text snippet',
      'the plain text',
      output.text,
      'For a field that takes words only. Then make the links below, if you can.',
      state,
      actions,
    )}
    <ul class="links">
      ${output.links.map(({ words: text, address }) => html`<li>Make “${text}” a link to <code>${address}</code></li>`)}
    </ul>`;

function plainText(state: State, output: Output, actions: Actions): TemplateResult {
  return html`<details
    class="plain-text"
    ?open=${state.open.text || state.settings.way === 'plain'}
    @toggle=${(event: Event) => actions.fold('text', isOpen(event))}
  >
    <summary>I can only type text and links</summary>
    ${words(state, output, actions)}
  </details>`;
}

function previewControls({ settings }: State, { change }: Actions): TemplateResult {
  return html`<div class="controls">
    ${radios(
      'width',
      'Width',
      (Object.keys(WIDTHS) as Width[]).map((width) => [width, WIDTH_NAMES[width]] as const),
      settings.width,
      (width) => change({ width }),
      'compact',
    )}
    ${radios(
      'page',
      'Page',
      PAGES.map((page) => [page, PAGE_NAMES[page]] as const),
      settings.page,
      (page) => change({ page }),
      'compact',
    )}
    ${radios(
      'script',
      'Script',
      [
        ['on', 'On'],
        ['off', 'Off'],
      ],
      settings.script ? 'on' : 'off',
      (value) => change({ script: value === 'on' }),
      'compact',
    )}
  </div>`;
}

/** The papers for the same readers, where there are some. */
const paperFragment = (audience: Audience): string =>
  TRADES.some((trade) => trade === audience) ? `#trade=${audience}` : '';

export const leftOutSentence = (leftOut: readonly string[]): string =>
  `Not understood in the address of this page, and left out: ${leftOut.join('; ')}. The usual is used instead.`;

/** The whole page without its heading. `Preview` puts its frame into `#frame`, because a new drawing would reload the frame. */
export function view(state: State, actions: Actions): TemplateResult {
  const { settings, output, leftOut, address, site: here } = state;
  return html`${leftOut.length ? html`<p class="note bad" id="left-out">${leftOutSentence(leftOut)}</p>` : nothing}
    <div class="workbench">
      <form aria-labelledby="choose" @submit=${(event: Event) => event.preventDefault()}>
        <h2 id="choose">Choose</h2>
        ${elements(state, actions)} ${audience(state, actions)} ${site(state, actions)} ${more(state, actions)}
        ${themePart(state, actions)} ${script(state, actions)}
      </form>
      <section class="preview" aria-labelledby="preview-title">
        <a class="skip" href="#paste">Skip the preview</a>
        <div class="head">
          <h2 id="preview-title">Preview</h2>
          ${
            output
              ? isTextOnly(settings)
                ? copyButton('first', 'the plain text', output.text, 'Copy the plain text', state, actions)
                : copyButton('first', 'the snippet', toPaste(output), 'Copy the snippet', state, actions)
              : nothing
          }
        </div>
        ${still('first', state)} ${previewControls(state, actions)}
        <div class="window" role="region" aria-label="Preview, scrolls sideways" tabindex="0">
          <div id="frame"></div>
        </div>
        <p class="hint">
          ${settings.page === 'hostile' ? 'The styles of a hostile page spoil whatever stands in it. ' : ''}${
            settings.host === 'own' && isDrawn(settings)
              ? 'Drawn with the copy from this site, as yours cannot be reached from here. '
              : ''
          }The
          frame is cut off from everything, so its links lead nowhere.
          ${settings.way === 'iframe' ? html`It shows <a href=${pageFor(here, settings)}>the page with the panel</a>.` : nothing}
        </p>
        <p><button type="button" class="quiet" @click=${actions.again}>Start the preview again</button></p>
        <details>
          <summary>With Windows high contrast</summary>
          <p>
            A reader’s own contrast theme comes before every colour above: text, borders, buttons and links have the
            reader’s colours, backgrounds are plain, and what has the focus has an outline in the highlight colour.
            Nothing is told by colour alone, so nothing is lost. No page can switch this on; in Windows it is Left Alt,
            Left Shift and Print Screen together.
          </p>
        </details>
      </section>
    </div>
    <section class="paste" aria-labelledby="paste">
      <h2 id="paste" tabindex="-1">What to paste</h2>
      ${outputs(state, actions)}
      <h3>For a colleague</h3>
      <p>All that is chosen stands in the address of this page, and nowhere else.</p>
      <p class="row">
        ${copyButton('address', 'the address of these settings', address, 'Copy the address', state, actions)}
        <button
          type="button"
          class="quiet"
          @click=${() => actions.change(DEFAULTS, { said: 'Everything is put back.' })}
        >
          Put everything back
        </button>
      </p>
      <h3>Also print this</h3>
      <p>
        <a href="../papers/${paperFragment(settings.audience)}">Posters, cards and packs for paper</a> have the same
        numbers and words.
      </p>
      ${
        state.copied?.id === 'address' && !state.copied.done
          ? html`<p class="note bad">
              The browser did not let this page copy. Copy it from here: <code id="address">${address}</code>
            </p>`
          : nothing
      }
    </section>`;
}
