import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import type { DrawnElement } from '../../src/guest/drawn-element.js';
import { COLOUR_ROLES, contrast } from '../../src/core/theme.js';
import '../../src/index.js';
import { behind, colourIn, textContrast, written } from '../helpers/colours.js';
import { recordWarnings } from '../helpers/warnings.js';

const tree = (element: Element): ShadowRoot => element.shadowRoot as ShadowRoot;

describe('random themes', () => {
  const RUNS = 10_000;
  let next = (): number => 0;
  /** A random generator that repeats its numbers for the same seed (mulberry32). */
  function random(seed: number): () => number {
    return () => {
      seed = (seed + 0x6d2b79f5) | 0;
      let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const byte = (): number => Math.floor(next() * 256);
  const kinds: readonly (() => string)[] = [
    () => `rgb(${byte()} ${byte()} ${byte()})`,
    () => `rgb(${byte()} ${byte()} ${byte()} / ${next().toFixed(2)})`,
    () => `#${[byte(), byte(), byte()].map((part) => part.toString(16).padStart(2, '0')).join('')}`,
    () => `hsl(${Math.floor(next() * 360)} ${byte() % 100}% ${byte() % 100}%)`,
    () => `oklch(${next().toFixed(2)} ${(next() * 0.4).toFixed(2)} ${Math.floor(next() * 360)})`,
    () => `color(display-p3 ${next().toFixed(2)} ${next().toFixed(2)} ${next().toFixed(2)})`,
    () => `light-dark(rgb(${byte()} 0 ${byte()}), rgb(${byte()} 255 ${byte()}))`,
    () => `color-mix(in oklab, rgb(${byte()} ${byte()} 0), white ${byte() % 100}%)`,
    () =>
      pick([
        'red',
        'white',
        'black',
        'transparent',
        'currentColor',
        'Canvas',
        'CanvasText',
        'grey',
        'yellow',
        '#767676',
        '#777777',
      ]),
    () =>
      pick([
        'banana',
        '12px',
        'url(x)',
        'rgb(1 2',
        '#12',
        'var(--nothing)',
        'javascript:alert(1)',
        '""',
        '0',
        'none',
        'linear-gradient(red, blue)',
      ]),
  ];

  it('keep a contrast of 4.5 for text and of 3 for borders of controls and the focus', async function () {
    this.timeout(1_800_000);
    next = random(Number(await executeServerCommand('seed')));
    const warnings = recordWarnings();
    const ownDirectory: unknown = await (await fetch('/tests/elements/fixtures/own-directory.json')).json();
    const page = await fixture<HTMLElement>(
      html`<div>
        <say-something-report .directory=${ownDirectory}></say-something-report>
      </div>`,
    );
    const elements = [...page.children] as DrawnElement[];
    for (const element of elements) await element.updateComplete;
    const probes = elements.map((element) => tree(element).querySelector('.probe') as Element);
    // check one text of each kind, because texts with the same name in the same kind of box have the same rules for colours
    const samples = new Map<string, HTMLElement>();
    for (const element of elements) {
      for (const text of written(tree(element))) {
        const name = ({ localName, className, role }: HTMLElement): string => `${localName}.${className}.${role ?? ''}`;
        const holder = text.parentElement as HTMLElement;
        samples.set(`${element.localName} ${name(holder)} ${name(text)}`, text);
      }
    }
    expect(samples.size).to.be.above(20);
    const [panel] = elements as [DrawnElement];
    const controls = [tree(panel).querySelector('label'), tree(panel).querySelector('input')] as HTMLElement[];
    await sendKeys({ press: 'Tab' });
    const focusable = tree(panel).querySelector<HTMLElement>('[part=route] a[href]') as HTMLElement;
    focusable.focus();
    expect(getComputedStyle(focusable).outlineStyle).to.equal('solid');

    let lowest = Infinity;
    let lowestOfControls = Infinity;
    for (let run = 0; run < RUNS; run++) {
      const given = COLOUR_ROLES.filter(() => next() < 0.6).map((role) => [role, pick(kinds)()] as const);
      page.setAttribute(
        'style',
        `color-scheme: ${pick(['light', 'dark', 'normal'])};${given.map(([role, value]) => `--say-something-${role}: ${value}`).join(';')}`,
      );
      // trigger at once what a colour change triggers a frame later
      for (const probe of probes) probe.dispatchEvent(new Event('transitionrun'));
      const theme = page.getAttribute('style') ?? '';
      for (const [name, text] of samples) {
        const ratio = textContrast(text);
        if (ratio < 4.5) expect(ratio, `${name} in ${theme}`).to.be.at.least(4.5);
        lowest = Math.min(lowest, ratio);
      }
      const surface = behind(tree(panel).querySelector('[part=root]') as HTMLElement);
      for (const control of controls) {
        const ratio = contrast(colourIn(control, 'borderTopColor'), surface);
        if (ratio < 3) expect(ratio, `${control.localName} in ${theme}`).to.be.at.least(3);
        lowestOfControls = Math.min(lowestOfControls, ratio);
      }
      const ratio = contrast(colourIn(focusable, 'outlineColor'), surface);
      if (ratio < 3) expect(ratio, `focus in ${theme}`).to.be.at.least(3);
      lowestOfControls = Math.min(lowestOfControls, ratio);
    }
    warnings.stop();
    console.info(
      `The lowest contrast of text is ${lowest.toFixed(3)}, and that of focus and control borders is ${lowestOfControls.toFixed(3)}.`,
    );
    expect(lowest).to.be.below(4.6);
  });
});
