import type { Controller, ControllerHost } from './controller.js';
import type { Colour, ColourRole, Theme } from '../core/theme.js';
import { COLOUR_ROLES, colourFrom, isDark, over, readableTheme, same, written } from '../core/theme.js';
import { warnOnce } from './warn.js';
import { whenSeen } from './seen.js';

interface Host extends ControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

const PUBLIC = '--say-something-';
/** The property in which the probe of theme.styles.ts shows the colour of each role. */
const SHOWN = {
  surface: 'backgroundColor',
  text: 'color',
  'text-muted': 'borderTopColor',
  border: 'borderRightColor',
  accent: 'borderBottomColor',
  'on-accent': 'borderLeftColor',
  urgent: 'outlineColor',
  'on-urgent': 'textDecorationColor',
  focus: 'columnRuleColor',
} as const satisfies { readonly [R in ColourRole]: keyof CSSStyleDeclaration };
/** The tokens that are not colours, each with the CSS property whose values it accepts. */
const OTHERS = { font: 'font-family', radius: 'border-radius', space: 'padding-left' } as const;

/**
 * Keeps every theme readable, so that nobody who reads at night loses a number to two colours that were chosen for a logo.
 *
 * After the first drawing, and whenever a token or the `color-scheme` of the page changes, it reads the colours that the tokens give. If a
 * value is invalid, or a pair has too little contrast, it sets private tokens on `.root` and warns the page's author once for each. If
 * nothing has to be replaced, it sets nothing.
 *
 * A probe in the shadow tree notices changes: its colours have a transition of a millisecond, which a change starts. An element that is not
 * rendered has no transitions, so the colours are also read whenever the element comes into view, for example when its tab, dialog or frame
 * opens.
 */
export class ThemeGuard implements Controller {
  readonly #host: Host;
  readonly #probe = typeof document === 'undefined' ? undefined : document.createElement('i');
  #root: HTMLElement | undefined;
  #last = '';
  #unwatch: (() => void) | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
    if (!this.#probe) return;
    this.#probe.className = 'probe';
    this.#probe.addEventListener('transitionrun', () => this.#check());
  }

  hostConnected(): void {
    // At another place in the page, other tokens may apply.
    this.#last = '';
    if (this.#root) this.#watch(this.#root);
  }

  hostDisconnected(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  #watch(root: HTMLElement): void {
    this.#unwatch?.();
    this.#unwatch = whenSeen(root, () => this.#check());
  }

  hostUpdated(): void {
    // `getComputedStyle` is expensive, and the probe notices changes.
    if (!this.#last || this.#root !== this.#host.renderRoot.querySelector('.root')) this.#check();
  }

  #check(): void {
    const probe = this.#probe;
    const { renderRoot } = this.#host;
    const root = renderRoot.querySelector<HTMLElement>('.root');
    // A browser without `light-dark()` keeps black on white, whatever the tokens say.
    if (!probe || !root || !CSS.supports('color', 'light-dark(red, red)')) return;
    try {
      if (probe.parentNode !== renderRoot) renderRoot.append(probe);
      // Without a transition, the probe shows the current colours and not those from before the change.
      probe.style.transition = 'none';
      this.#compare(probe, root);
    } catch {
      // If the page has broken a function that this needs, people still see the numbers, in unchecked colours.
    } finally {
      probe.removeAttribute('style');
    }
  }

  #compare(probe: HTMLElement, root: HTMLElement): void {
    const computed = getComputedStyle(probe);
    const given = (name: string): string => computed.getPropertyValue(PUBLIC + name).trim();
    const show = (role: ColourRole): Colour => colourFrom(computed[SHOWN[role]]);
    const fallBack = (name: string): void => probe.style.setProperty(`--_${name}`, `var(--_default-${name})`);
    const dark = computed.caretColor === 'rgb(255, 255, 255)';
    const names = [...COLOUR_ROLES, ...Object.keys(OTHERS)];
    const now = `${dark} ${names.map(given).join(';')}`;
    // A frame that is not displayed has no colours yet.
    if ((now === this.#last && root === this.#root) || !computed.color) return;
    this.#last = now;
    if (root !== this.#root || !this.#unwatch) this.#watch(root);
    this.#root = root;
    // Our own colours have enough contrast, on light pages and on dark ones.
    if (!names.some(given)) {
      root.style.colorScheme = '';
      for (const name of names) root.style.removeProperty(`--_${name}`);
      if (!root.getAttribute('style')) root.removeAttribute('style');
      return;
    }

    const invalid = new Set<string>();
    for (const name of names) {
      const value = given(name);
      const property = OTHERS[name as keyof typeof OTHERS] ?? 'color';
      if (value && !CSS.supports(property, value)) {
        invalid.add(name);
        fallBack(name);
      }
    }
    const wanted = show('surface');
    let surface = wanted;
    if (wanted[3] < 1) {
      // Nobody knows what is behind a transparent surface, so the default surface is put below it.
      fallBack('surface');
      surface = over(wanted, show('surface'));
    }
    // A dark surface on a light page gets the default colours of a dark page, and the reverse.
    const turned = isDark(surface) !== dark;
    if (turned) probe.style.colorScheme = dark ? 'light' : 'dark';
    const colours = Object.fromEntries(COLOUR_ROLES.map((role) => [role, show(role)])) as Record<ColourRole, Colour>;
    const safe: Theme = readableTheme({ ...colours, surface });

    root.style.colorScheme = turned ? probe.style.colorScheme : '';
    for (const role of COLOUR_ROLES) {
      const before = role === 'surface' ? wanted : colours[role];
      const value = given(role);
      const bad = invalid.has(role);
      const replaced = bad || !same(safe[role], before);
      // `currentcolor` is another colour at each place, and a changed scheme changes `light-dark()` too, so neither is kept.
      const kept = !replaced && !/currentcolor/i.test(value) && !(turned && role === 'surface');
      root.style.setProperty(`--_${role}`, kept ? '' : written(safe[role]));
      if (value && replaced)
        this.#tell(
          role,
          value,
          bad ? 'is invalid' : role === 'surface' ? 'is transparent' : 'has too little contrast',
          written(safe[role]),
        );
    }
    for (const name of Object.keys(OTHERS)) {
      const bad = invalid.has(name);
      root.style.setProperty(`--_${name}`, bad ? `var(--_default-${name})` : '');
      if (bad) this.#tell(name, given(name), 'is invalid', 'the default');
    }
    if (!root.getAttribute('style')) root.removeAttribute('style');
  }

  #tell(name: string, value: string, why: string, instead: string): void {
    warnOnce(`${PUBLIC}${name}: ${value.slice(0, 50)} ${why}, so ${instead} is used.`);
  }
}
