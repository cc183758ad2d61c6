import { css } from 'lit';

/**
 * What every element shares: a root that the page's styles cannot reach, public tokens joined to private ones, and the
 * reader's own settings, which win over both.
 */
export const theme = css`
  /*
   * What a page's rules hide is shown again: a rule for every div must not take 999 away. But what stands in a slide or a menu
   * that the page has closed stays hidden with it: there it would lie over the page unseen, and call somebody by a stray tap.
   */
  :host {
    display: block !important;
    opacity: 1 !important;
    visibility: inherit !important;
    pointer-events: inherit !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  /* the plain slot that stands where nothing is drawn has no class, so there the fallback shows */
  .rest::slotted(.say-something-fallback) {
    display: none !important;
  }
  /* a placeholder's own content is fallback, all of it */
  .rest[hidden] {
    display: none;
  }
  /* the page's styles stop here, its !important ones too: inside a shadow tree !important is the stronger */
  slot[name]::slotted(span) {
    all: unset !important;
    /* not among all: a page's override would turn a number round */
    unicode-bidi: normal !important;
  }
  /* a mark that a page sets before each of its spans would read as part of a number */
  slot[name]::slotted(span)::before,
  slot[name]::slotted(span)::after {
    content: none !important;
  }
  .root {
    all: initial;
    --_radius: var(--say-something-radius, 0.25em);
    --_space: var(--say-something-space, 0.75em);
    display: block;
    position: relative;
    box-sizing: border-box;
    color-scheme: inherit;
    /* "medium" is the size that the reader has set in the browser, whatever the page does to html and body */
    font-size: medium;
    font-family: var(--say-something-font, system-ui, sans-serif);
    line-height: 1.4;
    letter-spacing: inherit;
    word-spacing: inherit;
    visibility: inherit;
    pointer-events: inherit;
    /* whoever cannot call from here copies a number, though the page's own text cannot be marked */
    user-select: text;
    color: #000;
    background: #fff;
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  /* the page says whether it is dark; a browser too old for light-dark() keeps plain black on white, readable on any page */
  @supports (color: light-dark(red, red)) {
    .root {
      --_surface: var(--say-something-surface, light-dark(#fff, #17191c));
      --_text: var(--say-something-text, light-dark(#0b0c0c, #f3f4f5));
      --_muted: var(--say-something-text-muted, light-dark(#454b50, #bcc3c9));
      --_border: var(--say-something-border, light-dark(#6f777b, #8b949c));
      --_accent: var(--say-something-accent, light-dark(#14427f, #9cc4ff));
      --_on-accent: var(--say-something-on-accent, light-dark(#fff, #06182e));
      --_urgent: var(--say-something-urgent, light-dark(#a40f1c, #ffb4ab));
      --_on-urgent: var(--say-something-on-urgent, light-dark(#fff, #410005));
      --_focus: var(--say-something-focus, light-dark(#0b0c0c, #fff));
      color: var(--_text);
      background: var(--_surface);
    }
  }
  .root * {
    box-sizing: border-box;
  }
  /* each paragraph runs in the direction of its own words: English stays English in a page in Urdu, and turns if translated */
  p,
  li,
  summary,
  legend,
  label,
  .bidi,
  [role='heading'] {
    unicode-bidi: plaintext;
    text-align: start;
  }
  p,
  ol,
  ul {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  [role='heading'] {
    font-size: 1.2em;
    font-weight: bold;
    line-height: 1.25;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  button,
  .button {
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    min-block-size: 2.75em;
    padding: 0.4em 0.9em;
    color: var(--_accent);
    background: var(--_surface);
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .button {
    display: inline-flex;
    align-items: center;
    text-decoration: none;
  }
  .lead {
    color: var(--_on-accent);
    background: var(--_accent);
  }
  summary {
    cursor: pointer;
  }
  :is(a, button, summary, input, [tabindex]):focus-visible {
    outline: 3px solid var(--_focus, #000);
    outline-offset: 2px;
  }
  /* as many columns as there is room for: one in a sidebar */
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    align-items: start;
    gap: 0.5em 1.5em;
  }
  div.columns {
    row-gap: 1em;
  }
  /* the reader spaces letters and words apart: lines and paragraphs too, as WCAG 1.4.12 puts it */
  .spaced,
  .spaced :is(p, [role='heading']) {
    line-height: 1.5 !important;
  }
  .spaced p:not([role]) {
    margin-block-end: 2em;
  }
  .list li {
    margin-block-start: 0.4em;
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--_border);
  }
  .quiet {
    color: var(--_muted);
    font-size: 0.9em;
  }
  /* read aloud, not shown: the one live region */
  .aloud {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    /* paper is white, and printers leave backgrounds out: black words, whatever the theme */
    .root {
      --_surface: #fff;
      --_text: #000;
      --_muted: #000;
      --_border: #000;
      --_accent: #000;
      --_urgent: #000;
      --_on-urgent: #000;
      background: none;
    }
    /* paper has no taps: everything is unfolded, nothing is a button */
    details::details-content {
      content-visibility: visible !important;
      display: block !important;
      block-size: auto !important;
    }
    button,
    .screen,
    .aloud {
      display: none !important;
    }
  }
  @media not print {
    .paper {
      display: none !important;
    }
  }
  @media (forced-colors: active) {
    .root {
      border-color: CanvasText;
    }
    :is(a, button, summary, input, [tabindex]):focus-visible {
      outline-color: Highlight;
    }
  }
`;
