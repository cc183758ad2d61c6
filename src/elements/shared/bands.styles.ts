import { css } from '../../guest/styles.js';

/**
 * How all elements look: bands across the whole width, one for each line of the snippet. Every length is in em, and each height grows with
 * `--_air` in a straight line, as room.ts needs. The root is no flex box, because WebKit breaks what is in one anywhere across the columns
 * of a page.
 */
export const bands = css`
  .root {
    --_gap: calc(0.01em + 0.32em * var(--_air, 0.5));
    --_hair: color-mix(in srgb, var(--_border) 38%, transparent);
    line-height: calc(1.18 + 0.29 * var(--_air, 0.5));
    padding-block-end: 0.25em;
    border: 1px solid var(--_border);
    border-block-start: 0.25em solid var(--_accent);
    border-radius: var(--_corner);
    break-inside: avoid-page;
  }
  .band {
    align-content: center;
    padding: var(--_gap) var(--_inset);
    break-inside: avoid;
  }
  /*
   * The size is that of what is inside, so that a band's inset is the same in each, whatever unit a page gives it. What is inside is never a
   * slot: Firefox at times measures the text in one with the size of its parent.
   */
  .title {
    line-height: calc(1.12 + 0.1 * var(--_air, 0.5));
    padding-block-start: calc(var(--_gap) * 1.7);
  }
  .title > * {
    font-size: 1.375em;
    font-weight: 700;
  }
  .second {
    font-size: 1.125em;
    font-weight: 700;
  }
  .inner {
    margin-block-start: 0.75em;
    font-weight: 700;
  }
  .quiet {
    color: var(--_text-muted);
    font-size: 0.9375em;
  }
  .small {
    font-size: 1em;
    line-height: calc(1.1 + 0.15 * var(--_air, 0.5));
    padding-block: 0 calc(var(--_gap) * 1.75);
  }
  .small > * {
    font-size: 0.875em;
  }
  .leave {
    align-content: start;
  }
  .leave > a {
    margin-inline-end: 0.3em;
  }
  .title:has(+ .leave) {
    align-content: end;
  }
  .age {
    padding-block-start: calc(var(--_gap) * 1.75);
  }
  .ask {
    padding-block-start: calc(var(--_gap) * 3);
  }
  .line,
  .rows > *,
  .signs > *,
  .band .band,
  .question {
    border-block-start: 1px solid var(--_hair);
  }
  /* Below 36em the name has the line to itself. Above, all names and all numbers begin at the same place. */
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 1em;
  }
  .row > :first-child {
    flex: 2 1 clamp(12em, (36em - 100%) * 99, 100%);
    min-inline-size: 0;
  }
  .row > :nth-child(2) {
    flex: 1 1 clamp(min(100%, 12em), (100% - 36em) * 99, 22em);
    min-inline-size: 0;
  }
  .row > p:first-child,
  .row [role='heading'],
  .more > details > summary {
    font-weight: 600;
  }
  /* A number is large and whole, and a finger has 44 pixels for it, which take up no room. No-break spaces keep it on one line. */
  .number {
    position: relative;
    display: inline-block;
    font-size: 1.125em;
    font-weight: 700;
    overflow-wrap: anywhere;
  }
  .leave a,
  .finder a,
  .beside > p > a {
    position: relative;
    display: inline-block;
  }
  .finder a,
  .beside > p > a {
    font-weight: 600;
  }
  /* A page in the place of a number is as high as a finger needs, too. */
  .beside > p > [target] {
    min-block-size: 24px;
  }
  .number::after,
  .leave a::after,
  .finder a::after,
  .beside > p > a::after {
    content: '';
    position: absolute;
    inset: -0.6em -0.3em;
  }
  /* A page's own directory may have very long words. Here they would widen what holds them before they break. */
  .beside > :first-child,
  .result,
  label,
  .address,
  li a {
    overflow-wrap: anywhere;
  }
  /* One mark for all that opens, at the end of its words: the same in both directions, and seen in forced colours. */
  summary {
    position: relative;
    z-index: 1;
    display: inline-block;
    min-block-size: 24px;
    padding-block: 0.1em;
    color: var(--_accent);
    list-style: none;
    cursor: pointer;
  }
  .beside > p:not(.chat) {
    padding-block: calc(var(--_gap) / 3);
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '\\a0\\25be';
    content: '\\a0\\25be' / '';
    color: var(--_accent);
  }
  [open] > summary::after {
    content: '\\a0\\25b4';
    content: '\\a0\\25b4' / '';
  }
  .signs summary {
    color: var(--_text);
  }
  .question > summary {
    padding-block: 0.35em;
  }
  .more > details > summary,
  .line > summary,
  .signs summary {
    display: block;
  }
  .more > details > summary,
  .root > details > summary {
    padding-block: calc(var(--_gap) * 1.8);
    font-weight: 600;
  }
  details > :not(summary) {
    margin-block-end: 0.5em;
  }
  details .band {
    padding-inline: 0;
  }
  /*
   * Two beside each other from 32em. They are words in a line and not areas of a grid, because WebKit breaks those anywhere across the
   * columns of a page. Of an odd number in .more, the first has the line to itself. No space may stand between them.
   */
  .more > *,
  .signs > * {
    display: inline-block;
    inline-size: clamp(50%, (32em - 100%) * 99, 100%);
    vertical-align: top;
  }
  .more > :first-child:nth-last-child(odd) {
    inline-size: 100%;
  }
  .dots {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  /* In WebKit, an English line in a list from right to left has its bullet on the left. */
  .dots:dir(rtl) {
    padding-inline-end: 1.25em;
  }
  .dots > li + li {
    margin-block-start: 0.25em;
  }
  .urgent {
    padding-inline-start: 0.6em;
    border-inline-start: 0.3em solid var(--_urgent);
  }
  /* Danger is the one solid colour. */
  .now {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_gap) 1em;
    color: var(--_on-urgent);
    background-color: var(--_urgent);
  }
  .now > * {
    font-size: 1.125em;
    font-weight: 700;
  }
  /* Not a flex box, whose items would take a page's first-letter. So the padding makes the height of a finger. */
  button,
  .button {
    --_high: calc(2.5em + 0.5em * var(--_air, 0.5));
    position: relative;
    z-index: 1;
    display: inline-block;
    padding: calc((var(--_high) - 4px - 1.18em - 0.29em * var(--_air, 0.5)) / 2) 1em;
    color: var(--_accent);
    background-color: var(--_surface);
    border: 2px solid currentcolor;
    border-radius: var(--_corner);
    font: inherit;
    font-weight: 700;
    letter-spacing: inherit;
    word-spacing: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .lead,
  .button {
    color: var(--_on-accent);
    background-color: var(--_accent);
    border-color: transparent;
  }
  .now .button {
    --_high: calc(2.25em + 0.2em * var(--_air, 0.5));
    color: var(--_urgent);
    background-color: var(--_on-urgent);
  }
  /* What opens stands beside what it belongs to while there is room, and opens below both. So what was pressed does not move. */
  .beside {
    display: flow-root;
    /* Firefox lays the two over each other where they come to the top of a page's next column. */
    break-inside: avoid;
  }
  .beside > :first-child {
    float: inline-start;
    margin-inline-end: 0.75em;
  }
  .row > .beside > :first-child {
    min-inline-size: clamp(8.5em, (100% - 21.5em) * 99, 11em);
  }
  .beside > details > :not(summary),
  .chat {
    clear: both;
  }
  /* Below the state where that stands beside the number, so that it is never where the number was. */
  .chat {
    margin-inline-start: clamp(0em, (100% - 21.5em) * 99, 11.75em);
  }
  .ask > details {
    text-align: end;
  }
  .ask > details > * {
    text-align: start;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 2.5em;
    padding: 0.2em 0.8em;
    margin-block: 0.2em;
    margin-inline-end: 0.4em;
    border: 1px solid var(--_border);
    border-radius: 1.25em;
    cursor: pointer;
  }
  label:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  label:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  label:has(:focus-visible) > input {
    outline: none;
  }
  label > span {
    min-inline-size: 0;
  }
  /* The radio button is drawn here, because the surface of a theme may hide the browser's own. */
  input {
    appearance: none;
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
    border: 2px solid var(--_border);
    border-radius: 50%;
    background-color: var(--_surface);
  }
  input:checked {
    border: 0.36em solid var(--_accent);
  }
  .acts,
  .result {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_gap) 1em;
  }
  /* Its fallback is two lines of text on a phone, so where there is no room the button is lower than a finger needs, and reaches further. */
  .leaving {
    padding-block: 0;
    row-gap: calc(0.25em * var(--_air, 1));
  }
  .leaving > .quiet {
    flex: 1 1 13em;
  }
  .leaving > .keys {
    color: var(--_text-muted);
    font-size: 0.9375em;
  }
  .leaving > .button {
    --_high: calc(1.43em + 1.32em * var(--_air, 1));
  }
  .leaving > .button::after {
    content: '';
    position: absolute;
    inset: -0.4em 0;
  }
  .root:has(> .leaving) {
    padding: 0;
    border: 0;
  }
  /* A phone has no Shift key. */
  @media (hover: none) {
    .keys {
      display: none;
    }
  }
  @media print {
    .root {
      --_air: 0;
      border-width: 1px 0;
    }
    .band {
      min-block-size: 0 !important;
    }
    .now {
      background: none;
      border-block: 2px solid;
    }
    /* Other buttons are not printed. This one is the number for danger. */
    .now .button {
      display: inline !important;
      padding: 0;
      background: none;
    }
    summary {
      font-weight: 600;
    }
    summary::after {
      content: none !important;
    }
  }
  @media (forced-colors: active) {
    .root {
      border-color: CanvasText;
    }
    .now {
      border: 1px solid CanvasText;
    }
    .button {
      border-color: LinkText;
    }
    label:has(:checked) {
      border: 3px solid Highlight;
    }
    label:has(:focus-visible) {
      outline-color: Highlight;
    }
  }
`;
