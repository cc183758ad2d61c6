import { fixture, html } from '@open-wc/testing';
import type { DrawnElement } from '../../src/guest/drawn-element.js';
import type { Audience } from '../../src/core/audiences.js';
import { AUDIENCES } from '../../src/core/audiences.js';
import { painted } from './panel.js';

/** The widths of a small phone (or a wide window at 400 %), of a phone and of a wide window. */
export const WIDTHS = [320, 390, 1280] as const;

/** One page that contains an element for each audience, labelled with the audience. */
export interface Gallery<E extends DrawnElement> {
  readonly box: HTMLElement;
  readonly each: readonly (readonly [Audience, E])[];
  /** Lays out all elements at a width. */
  readonly at: (width: number) => Promise<void>;
}

/** Draws an element for every audience, with these attributes and on a page that looks like this. */
export async function galleryOf<E extends DrawnElement>(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  { style = {}, dir = 'ltr' }: { readonly style?: Readonly<Partial<CSSStyleDeclaration>>; readonly dir?: string } = {},
): Promise<Gallery<E>> {
  const box = await fixture<HTMLElement>(html`<div dir=${dir}></div>`);
  Object.assign(box.style, style);
  const each = AUDIENCES.map((audience) => {
    const element = document.createElement(tag) as E;
    element.dataset['state'] = audience;
    element.setAttribute('audience', audience);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    box.append(element);
    return [audience, element] as const;
  });
  const at = async (width: number): Promise<void> => {
    box.style.inlineSize = `${width}px`;
    await painted();
  };
  for (const [, element] of each) await element.updateComplete;
  return { box, each, at };
}
